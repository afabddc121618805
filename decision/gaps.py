"""What is not known, as results: unanswered, silent, out of date, contradictory, suspect, our reading.

Of the answers that are open those stand first that could make the result more urgent, and whether it is safe to tell.
"""
from datetime import date, datetime

from decision.bears import never_bears
from decision.carers import arrangement_gaps
from decision.consistency import find_inconsistencies
from decision.core import Seen
from decision.hours import local
from decision.known import Known
from decision.not_asked import Open, cannot_be_asked, not_asked
from decision.open_signs import asked_first, open_signs
from decision.other_age import other_age_gaps
from decision.result import AskedAt, Deadline, DutyFound, Gap, Place, Route, Telling
from decision.sight import sight_gaps
from decision.sign_groups import would_be_more
from decision.telling import FAMILY
from decision.timescales import begun, offered
from decision.unread import aside_gap
from decision.one_of import in_words, name, rows_of, which
from decision.unsure import UNANSWERED, group_in_doubt
from decision.urgency import urgency
from decision.who_caused import who_is_missed
from guidance.models import Statement
from guidance.packs import AreaPack
from guidance.words import say
from guidance.words.forms import all_of, any_of, day, following, mid, weekday_in_year

BEFORE_NEXT = "harm_before_next"
"""Id of the gap that asks whether harm could come before somebody would next act: the field of the case."""
NO_STATEMENTS = "no_statements"
"""Id of the gap about domains in which the document of an area has no statement."""
SAID_NO = "gap.said_no"
"""Key of what is said of a sign that a No covered, beside what amounts to it."""
TELLING_RISK = "telling_risk"
"""Id of the gap about whether telling somebody would raise the risk."""
_Question = tuple[str, AskedAt, bool]
"""Key of a question, the step where it stands, and whether it is open."""


def find_gaps(seen: Seen, routes: tuple[Route, ...], next_acting: date | None, now: datetime) -> tuple[Gap, ...]:
    """Every gap of this result, what bears most first: what must be answered now, whether it is safe to tell, what the
    user does not know, what was not asked; then what the document leaves open. `seen`: with the duties and deadlines
    that are shown."""
    known = seen.known
    first, later = _unanswered(seen)
    return (
        _before_next(seen, next_acting) + _ask_first(known) + _check_again(known, now) + first
        + arrangement_gaps(known) + sight_gaps(known) + _not_known(known) + _duty_facts(seen.duties) + later
        + _silent_duties(seen.duties) + _readings(seen.place)
        + _contradictions(known) + _suspect(known, routes) + _calendar(known, seen.deadlines, now)
        + _openings(known, routes)
        + (_document(known.area, known, seen.duties, now) if known.area else _no_pack(known))
    )


def _check_again(known: Known, now: datetime) -> tuple[Gap, ...]:
    """Times, dates, ages and statements that do not fit each other, to be looked at again."""
    found = tuple(Gap(kind="check_again", id=item.id, says=item.says) for item in find_inconsistencies(known.case, now))
    return found + other_age_gaps(known)


def _unanswered(seen: Seen) -> tuple[tuple[Gap, ...], tuple[Gap, ...]]:
    """What has not been answered: danger, the signs, who caused it and who may be told; then all the rest. Of nobody
    who causes it none can reach the child."""
    known, who = seen.known, who_is_missed(seen)
    case, by = known.case, set(known.case.source_of_harm.kinds)
    missed, never = not_asked(known), never_bears(seen)
    first = [item for item in missed if item.step != "topics" and not (item.step == "signs" and _all_again(known))]
    rest = [item for item in missed if item.step == "topics"]
    reach = (by != {"nobody"} if who else bool(by - {"nobody"})) and case.source_of_harm.access is None
    before: tuple[_Question, ...] = (
        ("open.who", "who", who and not by and not case.source_of_harm.members),
        ("open.reach", "who", reach),
        ("open.family", "family", not case.family),
    )
    after: tuple[_Question, ...] = (
        ("open.where_now", "safety", case.where_now.place in (None, "not_known")),
        ("open.age", "children", not case.children or any(child.months is None for child in case.children)),
        ("open.siblings", "children", not case.children),
        ("open.history", "history", case.history.earlier_concerns is None),
        ("open.sight", "history", case.sight == type(case.sight)()),
        ("open.voice", "strengths", case.voice == type(case.voice)() and not _all_unborn(known)),
        ("open.own_view", "view", case.own_view is None),
        ("open.role", "where", not case.practitioner.role),
    )
    return (tuple(map(_not_answered, first)) + _asked(before, never) + _risk(seen.telling),
            _asked(after[:3], never) + tuple(map(_not_answered, rest)) + _asked(after[3:], never))


def _all_again(known: Known) -> bool:
    """Whether every sign that is open is one that a No covered: each is named by itself, with what does not fit."""
    return {sign.id for sign in open_signs(known)} <= {sign.id for sign, _ in known.said_again}


def _asked(questions: tuple[_Question, ...], never: frozenset[str]) -> tuple[Gap, ...]:
    return tuple(_not_answered(Open(say(key), step), bears=key not in never)
                 for key, step, missing in questions if missing)


def _not_answered(item: Open, bears: bool = True) -> Gap:
    return Gap(kind="unanswered", step=item.step, topics=item.topics, bears=bears,
               says=say("gap.not_answered", what=item.words))


def _risk(people: tuple[Telling, ...]) -> tuple[Gap, ...]:
    """Whether telling somebody would raise the risk, while nobody has said so and they are not held back already."""
    names = tuple(dict.fromkeys(mid(one.name or say("telling.whole_family")) for one in people
                                if one.risk_open and one.state != "not_yet" and one.person != FAMILY))
    if not names:
        return ()
    return (_not_answered(Open(say("open.risk", names=any_of(names)), "family")).but(id=TELLING_RISK),)


def _all_unborn(known: Known) -> bool:
    """Whether nobody of this case is born, so that nobody has said or done anything."""
    return bool(known.case.children) and all(child.unborn for child in known.case.children)


def _ask_first(known: Known) -> tuple[Gap, ...]:
    """Signs that a ticked row, or a mark on a certain place of the body, asks about first and nobody has answered; and
    of a group of which one is so, and not which, those that would be a 999 call."""
    signs = known.packs.signs(known.area_id)
    emergencies = (sign for group in known.some_of
                   for sign in would_be_more(group, signs, known.case) if sign.id in known.of_group)
    again = {sign.id for sign, _ in known.said_again}
    return _said_again(known) + tuple(
        Gap(kind="ask_now", id=sign.id, says=say("gap.ask_first", sign=sign.says), source=sign.source)
        for sign in (*asked_first(known), *emergencies) if sign.id not in again)


def _said_again(known: Known) -> tuple[Gap, ...]:
    """Signs that a No covered, beside what amounts to them: asked first, or looked at again where they count as so."""
    left = {sign.id for sign in known.no_answer}
    return tuple(
        Gap(kind="ask_now" if sign.id in left else "check_again", id=sign.id, step="signs", source=sign.source,
            says=say(SAID_NO, sign=mid(sign.short), statement=statement))
        for sign, statement in known.said_again)


def _before_next(seen: Seen, next_acting: date | None) -> tuple[Gap, ...]:
    """The question beside a worry of the user's own that nobody has answered, asked before everything else where it
    decides how soon to act: not where something else asks for as much already."""
    case = seen.known.case
    if not case.other_worry or case.harm_before_next is not None:
        return ()
    question = before_next_question(next_acting)
    if any(urgency(one.outcome) >= urgency("consult_today") for one in seen.reasons if one.kind != "worry"):
        return (Gap(kind="unanswered", id=BEFORE_NEXT, step="topics", says=question),)
    return (Gap(kind="ask_now", id=BEFORE_NEXT, says=following(question, say("gap.by_what_you_know"))),)


def before_next_question(next_acting: date | None) -> str:
    """Practice rule 16, with the day by whose end somebody would next act."""
    return say("gap.before_next", day=day_in_words(next_acting))


def day_in_words(when: date | None) -> str:
    """A day as people say it; the next working day where no calendar says which that is."""
    return weekday_in_year(when) if when else say("gap.next_working_day")


def _not_known(known: Known) -> tuple[Gap, ...]:
    together = {id_ for ids in known.one_of for id_ in ids}
    shared = tuple(
        Gap(kind="not_known", id=name(ids), source=rows_of(ids, known.area)[0].source,
            says=say("one_of.gap", statement=in_words(ids, known.area).rstrip("."), statements=which(ids, known.area)))
        for ids in known.one_of)
    rows = tuple(
        Gap(kind="not_known", id=row.indicator.id, says=row.indicator.says, source=row.indicator.source)
        for row in known.rows if row.answer != "yes" and row.indicator.kind != "strength"
        and row.indicator.id not in together
    )
    signs = tuple(
        Gap(kind="not_known", id=sign.id, says=sign.says, source=sign.source) for sign, _ in known.unsure_signs
        if sign.id not in known.of_group
    )
    groups = tuple(Gap(kind="not_known", id=group, says=group_in_doubt(group, known),
                       source=known.packs.national.own_rule(UNANSWERED)) for group in known.unsure_groups)
    factors = tuple(Gap(kind="not_known", id=item.id, says=item.says, source=item.source)
                    for item in (*known.unsure_factors, *known.unknown_factors)
                    if item.at_least and item.id not in together)
    return signs + groups + shared + rows + factors


def _duty_facts(duties: tuple[DutyFound, ...]) -> tuple[Gap, ...]:
    return tuple(
        Gap(kind="duty_fact", id=duty.id, source=duty.source,
            says=say("gap.duty_fact", duty=duty.name, facts=all_of(duty.unknown)))
        for duty in duties if duty.unknown
    )


def _silent_duties(duties: tuple[DutyFound, ...]) -> tuple[Gap, ...]:
    return tuple(Gap(kind="silent", id=duty.id, says=gap, source=duty.source) for duty in duties for gap in duty.gaps)


def _readings(place: Place) -> tuple[Gap, ...]:
    return tuple(Gap(kind="our_reading", id=reading.level, says=following(reading.says, say("reading.ours")),
                     source=reading.source) for reading in place.reading if reading.ours)


def _contradictions(known: Known) -> tuple[Gap, ...]:
    """Rows that stand elsewhere than printed, with the pack's reason."""
    return tuple(
        Gap(kind="contradictory", id=row.indicator.id, says=row.indicator.note, source=row.indicator.source)
        for row in known.yes_rows if row.indicator.stands_at and row.indicator.stands_at != row.indicator.level
    )


def _suspect(known: Known, routes: tuple[Route, ...]) -> tuple[Gap, ...]:
    return tuple(
        Gap(kind="suspect_number", id=route.contact, source=route.source,
            says=say("gap.suspect_number", name=route.name, number=route.printed, warning=route.warning))
        for route in routes if route.printed
    )


def _calendar(known: Known, deadlines: tuple[Deadline, ...], now: datetime) -> tuple[Gap, ...]:
    """Working days that could not be computed because later bank holidays are not known."""
    until = known.packs.national.holidays.known_until
    to_do = {item.id for item in offered(known)
             if item.do_by and item.kind == "working_days" and begun(item, known, local(now))}
    missed = [item for item in deadlines if item.id in to_do and item.due is None]
    return tuple(
        Gap(kind="calendar", id=item.id, says=say("gap.calendar", year=until),
            source=known.packs.national.holidays.source)
        for item in missed
    )


def _openings(known: Known, routes: tuple[Route, ...]) -> tuple[Gap, ...]:
    """Contacts of which only bank holidays that are not known leave open if they answer now, or when they open next."""
    holidays = known.packs.national.holidays
    keys = {route.contact: (_left_open(route), route.name) for route in routes if _left_open(route)}
    return tuple(
        Gap(kind="calendar", id=id_, source=holidays.source, says=say(key, name=name, year=holidays.known_until))
        for id_, (key, name) in keys.items()
    )


def _left_open(route: Route) -> str:
    """Key of what is said of a contact whose hours turn on a year that is not known; empty for any other."""
    if route.year_unknown:
        return "gap.open_now_not_known"
    return "gap.opening_not_known" if route.open_now is False and route.opens is None else ""


def _no_pack(known: Known) -> tuple[Gap, ...]:
    if known.packs.aside(known.case.home_area):
        return (aside_gap(known.case, known.packs, known.unread),)
    return (Gap(kind="no_pack", says=say("gap.no_pack")),)


def _document(area: AreaPack, known: Known, duties: tuple[DutyFound, ...], now: datetime) -> tuple[Gap, ...]:
    """What the area's document does not say here, and what in it has been replaced or is due for review."""
    met = {duty.id for duty in duties}
    silent = tuple(
        Gap(kind=item.kind, id=item.id, says=item.says, source=item.source)
        for item in area.gaps if (not item.duties or met & set(item.duties)) and _of_age(item, known)
    )
    old = tuple(
        Gap(kind="out_of_date", id=source.id,
            says=say("gap.replaced", old=source.title, new=known.packs.sources[source.superseded_by].title))
        for source in area.sources if source.superseded_by in known.packs.sources
    )
    silent = _no_statements(known, area) + silent
    if local(now).date() > area.review_by:
        return (Gap(kind="past_review", says=say("gap.past_review", day=day(area.review_by))), *silent, *old)
    return silent + old


def _of_age(gap: Statement, known: Known) -> bool:
    """Whether a gap about children of an age can be about a child of this case; an age not known rules nothing out."""
    children = known.case.children
    if gap.from_years is None and gap.under_years is None:
        return True
    from_, under = 12 * (gap.from_years or 0), 12 * gap.under_years if gap.under_years else None
    return not children or any(child.months is None or (
        from_ <= child.months + (0 if child.age_months is not None or child.unborn else 11)
        and (under is None or child.months < under)) for child in children)


def _no_statements(known: Known, area: AreaPack) -> tuple[Gap, ...]:
    """Domains that nothing here asks about; until something is written of them, where the user's own words go."""
    what = all_of(cannot_be_asked(area))
    if not what:
        return ()
    national = known.packs.national
    return (Gap(kind="silent", id=NO_STATEMENTS, step="" if known.case.other_worry else "topics",
                says=say("open.no_statements", what=what), source=national.own_rule(UNANSWERED)),)
