"""What in a case does not fit together: dates, times and ages against each other and against now. Pure.

Nothing here changes an outcome. A finding is a question to ask again, in our own words, with the fields it is about.
"""
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from decision.case import Case, Child, Finding, SignAnswer, WhereNow
from decision.hours import local
from decision.spoken import age_words, time_of_day
from decision.written import HALF_A_DAY, in_the_night, is_before, waking
from decision.written_day import DayKind, day_doubt, impossible
from guidance.vocabulary import Fact, Status
from guidance.words import Said, Words, say
from guidance.words.forms import counted, weekday_and_day, weekday_in_year

HAS_LEFT = ("fits.has_left", "fits.has_left_before")
"""What is said of a time for leaving that is over."""
EVENTS = ("noticed", "told", "call_made", "sent", "last_seen", "returned", "allegation_known", "disagreement")
"""Events of a case."""
BEFORE_BIRTH = relativedelta(months=10)
"""How long before a birth somebody can have asked about the child."""
DAYS: dict[str, tuple[str, DayKind]] = {
    "children.due_date": ("fits.due_date", "due"),
    "history.earlier_referral_on": ("fits.earlier_referral", "earlier"),
    "sight.on": ("fits.change", "change"),
}
"""Every day of a case but the moments: the key of what is said where it cannot be, what it is a day of."""
MOMENTS = ("where_now.leaves_at", *(f"events.{name}" for name in EVENTS))
"""Every moment of a case; a home time lies today, an event has been."""
IN_ORDER = (
    ("noticed", "call_made"), ("noticed", "sent"), ("last_seen", "returned"), ("call_made", "disagreement"),
    ("noticed", "disagreement"),
)
"""Events of which the first cannot come after the second."""
LONG_AGO = timedelta(days=366)
"""An event longer ago than this is more likely a wrong year."""
YOUNGEST: dict[Status, int] = {"care_leaver": 16, "youth_justice": 10, "young_carer": 3}
"""Years below which a child can hardly have this status: care leavers are 16, nobody is charged before 10."""
NOT_BEFORE_BIRTH: frozenset[Status] = frozenset({
    "looked_after", "care_leaver", "young_carer", "youth_justice", "privately_fostered", "ehc_plan",
})
CRAWLS_FROM = 6
"""Months below which most babies cannot crawl. Ours: no source that we hold gives an age. A yes below it is asked
again, and is not taken for one (decision/conditions.py): who only rolls does not move about: a bruise means more."""
SPEAKS_FROM = 12
"""Months below which no child tells anybody anything in words."""


class Inconsistency(Fact):
    """Something that does not fit: which, in plain words, and the fields of the case that it is about."""

    id: str
    says: Words
    fields: tuple[str, ...]


def find_inconsistencies(case: Case, now: datetime) -> tuple[Inconsistency, ...]:
    """Everything in a case that does not fit together at this moment; empty where all of it can be so."""
    moment = local(now)
    return (*_leaving(case, moment), *_birth(case, moment.date()), *_days(case, moment.date()),
            *_events(case, moment), *_order(case), *_missing(case), *_ages(case))


def leaving_doubt(where: WhereNow, now: datetime) -> str:
    """Why the time at which the child leaves is no limit, and what to do instead, in words to say beside a call.

    Empty where there is no time, or where nothing speaks against it.
    """
    if where.leaves_at is None:
        return ""
    time = time_of_day(where.leaves_at)
    if leaves_at_night(where, now):
        at_school = where.place == "school_or_nursery"
        return say("fits.leaves_school_at_night" if at_school else "fits.leaves_at_night", time=time)
    if not is_before(now, where.leaves_at):
        if local(where.leaves_at).date() == local(now).date():
            return say("fits.has_left", time=time)
        return say("fits.has_left_before", time=time, day=weekday_in_year(local(where.leaves_at)))
    return say("fits.leaves_another_day", time=time) if is_before(now + 2 * HALF_A_DAY, where.leaves_at) else ""


def leaves_at_night(where: WhereNow, now: datetime) -> bool:
    """Whether the time for leaving is one of the night that cannot be meant, and rather one of the afternoon.

    Nobody leaves a school or nursery at night, and whoever is here still has not left in a night that is over.
    """
    if where.leaves_at is None:
        return False
    if where.place == "school_or_nursery":
        return in_the_night(where.leaves_at)
    return not waking(where.leaves_at) and not is_before(now, where.leaves_at)


def _found(id_: str, says: str, *fields: str) -> Inconsistency:
    return Inconsistency(id=id_, says=says, fields=fields)


def _leaving(case: Case, now: datetime) -> Iterator[Inconsistency]:
    where = case.where_now
    if doubt := leaving_doubt(where, now):
        yield _found("leaves_at", doubt, "where_now.leaves_at", "where_now.place")
    if where.leaves_at and where.place == "missing":
        yield _found("leaves_at_missing", say("fits.missing_and_leaves"), "where_now.place", "where_now.leaves_at")


def _birth(case: Case, today: date) -> Iterator[Inconsistency]:
    says, kind = DAYS["children.due_date"]
    for child in case.children:
        if child.due_date and (doubt := day_doubt(child.due_date, today, kind)):
            yield _found(f"due_date_{child.label}", say(says, label=child.label, doubt=doubt), "children.due_date")


def _days(case: Case, today: date) -> Iterator[Inconsistency]:
    given = {"history.earlier_referral_on": case.history.earlier_referral_on, "sight.on": case.sight.on}
    for field, value in given.items():
        says, kind = DAYS[field]
        if value and (doubt := day_doubt(value, today, kind) or before_children(value, case, today)):
            yield _found(field.replace(".", "_"), say(says, doubt=doubt), field)


def before_children(value: date, case: Case, today: date) -> str:
    """Says of a day of the child's life that it lies before the eldest child; empty where it can be, or no age says."""
    first = first_day(case, today)
    return say("fits.before_children", day=weekday_and_day(value)) if first and value < first else ""


def first_day(case: Case, today: date) -> date | None:
    """The first day on which somebody can have asked about one of the children, by their ages; None if not known."""
    births = [_earliest_birth(child, today) for child in case.children]
    known = [birth for birth in births if birth is not None]
    return min(known) - BEFORE_BIRTH if known and len(known) == len(births) else None


def _earliest_birth(child: Child, today: date) -> date | None:
    """The first day on which a child of this age can have been born; today for one who is not."""
    if child.unborn:
        return today
    if child.age_months is not None:
        return today - relativedelta(months=child.age_months + 1)
    return None if child.age_years is None else today - relativedelta(years=child.age_years + 1)


def day_mark(field: str, value: date, case: Case, today: date) -> str:
    """What a paper says beside a day of a case that cannot be; empty where it can."""
    if impossible(value, today, DAYS[field][1]):
        return say("fits.mark.impossible")
    return say("fits.mark.before_children") if before_children(value, case, today) else ""


def event_mark(at: datetime, now: datetime) -> str:
    """What a paper says beside an event that is still to come, or so long ago that the year is probably wrong."""
    if is_before(now, at):
        return say("fits.mark.to_come")
    return say("fits.mark.long_ago") if is_before(at, now - LONG_AGO) else ""


def _events(case: Case, now: datetime) -> Iterator[Inconsistency]:
    """Events that are still to come, or so long ago that the year is probably wrong."""
    for name in EVENTS:
        at = getattr(case.events, name)
        if at is None:
            continue
        if is_before(now, at):
            yield _found(f"{name}_ahead", say("fits.event_ahead", event=_event(name)), f"events.{name}")
        elif is_before(at, now - LONG_AGO):
            yield _found(f"{name}_long_ago", say("fits.event_long_ago", event=_event(name)), f"events.{name}")


def _event(name: str) -> Said:
    """An event as the end of "the day on which …"."""
    return say(f"fits.event.{name}")


def _order(case: Case) -> Iterator[Inconsistency]:
    pairs = IN_ORDER if case.events.noticed else (*IN_ORDER, ("told", "call_made"), ("told", "sent"))
    for first, second in pairs:
        one, other = getattr(case.events, first), getattr(case.events, second)
        if one and other and _after(local(one), local(other)):
            says = say("fits.order", first=_event(first), second=_event(second))
            yield _found(f"{first}_after_{second}", says, f"events.{first}", f"events.{second}")


def _after(one: datetime, other: datetime) -> bool:
    """Whether a moment is later than another; a day without a time stands at its beginning and is compared as a day."""
    if not (one.hour or one.minute) or not (other.hour or other.minute):
        return one.date() > other.date()
    return is_before(other, one)


def _missing(case: Case) -> Iterator[Inconsistency]:
    events = case.events
    back = events.returned and not (events.last_seen and is_before(events.returned, events.last_seen))
    if case.where_now.place == "missing" and back:
        yield _found("missing_and_returned", say("fits.missing_and_back"), "where_now.place", "events.returned")


def _ages(case: Case) -> Iterator[Inconsistency]:
    """Ages against what else is said about a child: months that should be years, and years that should be months."""
    for child in case.children:
        if child.moves_about == "yes" and (child.unborn or _months(child) < CRAWLS_FROM):
            says = say("fits.moves", label=child.label, age=_age(child))
            yield _found(f"moves_{child.label}", says, "children.age_months", "children.moves_about")
        odd = [status for status in child.status if _too_young(child, status)]
        if odd:
            says = say("fits.status", label=child.label, age=_age(child))
            yield _found(f"status_{child.label}", says, "children.age_years", "children.status")
    if _speaking_baby(case):
        yield _found("baby_speaks", say("fits.baby_speaks"), "children.age_months", "young_person")


def _months(child: Child) -> int:
    """The age in months as given in months; a large number for any other age."""
    return child.age_months if child.age_months is not None else 12 * 25


def _age(child: Child) -> Said:
    """The age as given, of a child of whom one is."""
    if child.age_months is not None:
        return counted("age.months", child.age_months)
    return say("age.not_born") if child.age_years is None else counted("age.years", child.age_years)


def _too_young(child: Child, status: Status) -> bool:
    if child.unborn:
        return status in NOT_BEFORE_BIRTH
    return child.months is not None and child.months < 12 * YOUNGEST.get(status, 0)


def _speaking_baby(case: Case) -> bool:
    """Whether babies alone are said to have told something in words, or to understand or agree to anything."""
    def babies(labels: tuple[str, ...]) -> bool:
        chosen = [child for child in case.children if not labels or child.label in labels]
        return bool(chosen) and all(child.unborn or _months(child) < SPEAKS_FROM for child in chosen)

    signs = tuple(answer for answer in case.signs.values() if answer.answer == "yes")
    told: tuple[Finding | SignAnswer, ...] = (*case.findings, *signs)
    decided = case.young_person.understanding == "understands" or case.young_person.agrees in ("agrees", "refuses")
    return any(item.basis == "child_said" and babies(item.about) for item in told) or (decided and babies(()))


def age_doubt(child: Child, born: date, today: date, estimated: bool = False) -> str:
    """What does not fit between a date of birth and the age in a case, as a sentence; empty where both can be so.

    Ages are compared in whole years, or in months within one; an estimated date may be a year out.
    """
    if child.unborn:
        return say("fits.born_and_not_born")
    if born > today or child.months is None:
        return ""
    months = 12 * (today.year - born.year) + today.month - born.month - (today.day < born.day)
    slack = 12 if estimated else 0
    if child.age_months is not None:
        fits = abs(months - child.age_months) <= 1 + slack
    else:
        fits = child.months - slack <= months < child.months + 12 + slack
    if fits:
        return ""
    return say("fits.other_age", age=age_words(born, today), given=_age(child))
