"""What in a case does not fit together: dates, times and ages against each other and against now. Pure.

Nothing here changes an outcome. A finding is a question to ask again, in our own words, with the fields it is about.
"""
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from decision.case import Case, Child, Finding, SignAnswer, WhereNow
from decision.hours import local
from decision.spoken import age_words, day_words, time_of_day
from decision.written import HALF_A_DAY, in_the_night, is_before, waking
from decision.written_day import DayKind, day_doubt, impossible
from guidance.vocabulary import Fact, Status

EVENTS = {
    "noticed": "you noticed it", "told": "you were told", "call_made": "you rang", "sent": "you sent it",
    "last_seen": "the child was last seen", "returned": "the child came back",
    "allegation_known": "the allegation was known", "disagreement": "the disagreement began",
}
"""Events of a case, each as the end of "the day on which …"."""
BEFORE_BIRTH = relativedelta(months=10)
"""How long before a birth somebody can have asked about the child."""
DAYS: dict[str, tuple[str, DayKind]] = {
    "children.due_date": ("The due date", "due"),
    "history.earlier_referral_on": ("The day of the earlier referral", "earlier"),
    "sight.on": ("The day of the change", "change"),
}
"""Every day of a case but the moments: what it is called, what it is a day of."""
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
    says: str
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
    words = time_of_day(where.leaves_at)
    if leaves_at_night(where, now):
        whom = "ask the school or nursery" if where.place == "school_or_nursery" else "find out"
        return (f"Do it before the child leaves. The time given for that, {words}, cannot be right: {whom} when the "
                "child leaves.")
    if not is_before(now, where.leaves_at):
        return f"The time given for leaving, {words}, has passed: find out at once whether the child is still there."
    if is_before(now + 2 * HALF_A_DAY, where.leaves_at):
        return (f"Do it before the child leaves. The time given for that, {words}, is not today: ask when the child "
                "leaves today.")
    return ""


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
        yield _found("leaves_at_missing", "The child is said to be missing, and yet there is a time at which the child "
                     "leaves. Say which is so.", "where_now.place", "where_now.leaves_at")


def _birth(case: Case, today: date) -> Iterator[Inconsistency]:
    for child in case.children:
        if child.due_date and (doubt := day_doubt(child.due_date, today, "due")):
            yield _found(f"due_date_{child.label}", f"Child {child.label}: the due date {doubt}. Look at it again.",
                         "children.due_date")


def _days(case: Case, today: date) -> Iterator[Inconsistency]:
    given = {"history.earlier_referral_on": case.history.earlier_referral_on, "sight.on": case.sight.on}
    for field, value in given.items():
        called, kind = DAYS[field]
        if value and (doubt := day_doubt(value, today, kind) or before_children(value, case, today)):
            yield _found(field.replace(".", "_"), f"{called} {doubt}. Look at it again.", field)


def before_children(value: date, case: Case, today: date) -> str:
    """Says of a day of the child's life that it lies before the eldest child; empty where it can be, or no age says."""
    first = first_day(case, today)
    return f"is {day_words(value)}, which is before any of the children" if first and value < first else ""


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
        return "this date cannot be right"
    return "this is before any of the children" if before_children(value, case, today) else ""


def event_mark(at: datetime, now: datetime) -> str:
    """What a paper says beside an event that is still to come, or so long ago that the year is probably wrong."""
    if is_before(now, at):
        return "this is still to come"
    return "this is more than a year ago" if is_before(at, now - LONG_AGO) else ""


def _events(case: Case, now: datetime) -> Iterator[Inconsistency]:
    """Events that are still to come, or so long ago that the year is probably wrong."""
    for name, words in EVENTS.items():
        at = getattr(case.events, name)
        if at is None:
            continue
        if is_before(now, at):
            yield _found(f"{name}_ahead", f"The day or time at which {words} is still to come. Look at it again: time "
                         "limits are counted from it.", f"events.{name}")
        elif is_before(at, now - LONG_AGO):
            yield _found(f"{name}_long_ago", f"The day on which {words} is more than a year ago. Is the year right? "
                         "Time limits are counted from it.", f"events.{name}")


def _order(case: Case) -> Iterator[Inconsistency]:
    pairs = IN_ORDER if case.events.noticed else (*IN_ORDER, ("told", "call_made"), ("told", "sent"))
    for first, second in pairs:
        one, other = getattr(case.events, first), getattr(case.events, second)
        if one and other and _after(local(one), local(other)):
            yield _found(f"{first}_after_{second}", f"The day or time at which {EVENTS[first]} lies after the one at "
                         f"which {EVENTS[second]}. One of them cannot be right.", f"events.{first}",
                         f"events.{second}")


def _after(one: datetime, other: datetime) -> bool:
    """Whether a moment is later than another; a day without a time stands at its beginning and is compared as a day."""
    if not (one.hour or one.minute) or not (other.hour or other.minute):
        return one.date() > other.date()
    return is_before(other, one)


def _missing(case: Case) -> Iterator[Inconsistency]:
    events = case.events
    back = events.returned and not (events.last_seen and is_before(events.returned, events.last_seen))
    if case.where_now.place == "missing" and back:
        yield _found("missing_and_returned", "The child is said to be missing now, and to have come back. Say which is "
                     "so now.", "where_now.place", "events.returned")


def _ages(case: Case) -> Iterator[Inconsistency]:
    """Ages against what else is said about a child: months that should be years, and years that should be months."""
    for child in case.children:
        name = f"Child {child.label}"
        if child.moves_about == "yes" and (child.unborn or _months(child) < CRAWLS_FROM):
            yield _found(f"moves_{child.label}", f"{name}: {_age(child)}, and said to move about alone. Most babies "
                         "under six months cannot crawl. If this one only rolls or is carried, say no: a bruise on a "
                         "baby who cannot move about is acted on the same day.",
                         "children.age_months", "children.moves_about")
        odd = [status for status in child.status if _too_young(child, status)]
        if odd:
            yield _found(f"status_{child.label}", f"{name}: {_age(child)}, which does not go with what the child is "
                         "said to be already. Look at both again.", "children.age_years", "children.status")
    if _speaking_baby(case):
        yield _found("baby_speaks", "A child who is not a year old is said to have told something or to have decided. "
                     "Is the age in months right, or is it years?", "children.age_months", "young_person")


def _months(child: Child) -> int:
    """The age in months as given in months; a large number for any other age."""
    return child.age_months if child.age_months is not None else 12 * 25


def _age(child: Child) -> str:
    if child.unborn:
        return "not born yet"
    number, unit = (child.age_months, "month") if child.age_months is not None else (child.age_years, "year")
    return f"{number} {unit}{'' if number == 1 else 's'} old"


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
        return "a date of birth is given, and the child is said to be not born yet"
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
    return f"the date of birth makes the child {age_words(born, today)}, and the age given is {_age(child)}"
