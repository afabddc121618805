"""By when: what is due at once, then each date in words, and the calendar file with the user's own."""
from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from decision.asked_events import not_said
from decision.case import Case
from decision.hours import local
from decision.result import Deadline, Decision
from decision.rung import of_outcomes, was_had
from decision.urgency import urgency
from exports.calendar import has_entries, left_out
from guidance.packs import Packs
from guidance.vocabulary import Outcome
from guidance.words import say
from guidance.words.forms import all_of, capital, clock_time, following, soon, weekday_and_time
from pages.parts.asking.moments import LAST_SEEN, in_history
from pages.parts.display.links import within
from pages.parts.display.markup import Markup, bullets, join, paragraph, strong, tag
from pages.parts.display.pieces import more
from pages.parts.display.words import OWNER
from pages.parts.result.once import by_cause
from pages.parts.result.sources_view import numbers, places
from pages.parts.shell.other_page import CHECK_PAGE, DOCUMENTS_PAGE

RANG = "pages/rang.py"
TODAY: Outcome = "consult_today"


def deadlines(case: Case, decision: Decision, packs: Packs) -> Markup:
    """Every deadline with whose it is, what is late or due at once first; what several are counted from is said once.

    A call or talk that was had is not due again. Where the day that it runs from is not given, the way to give it. A
    deadline that is not shown, or not in the calendar file, is named with the reason.
    """
    held = decision.deadlines_held
    found = in_order(one for one in decision.deadlines if not was_had(one, case, decision, packs))
    return join(
        paragraph(say("result.when.nothing")) if not found and not held else "",
        tag("ol", *(_line(one, decision, packs) for one in found), class_="deadlines") if found else "",
        counted_once(found),
        *(paragraph(link) for link in _say_when(case, decision)),
        paragraph(within(say("result.to_calendar"), DOCUMENTS_PAGE) if has_entries(decision) else "",
                  class_="no-print"),
        more(say("result.when.rules"), bullets(*_rules(found))),
        _not_in_calendar(decision, found),
        join(paragraph(strong(say("result.when.not_shown"))), bullets(*dict.fromkeys(one.why for one in held)))
        if held else "",
        places(packs, (*((one.source,) for one in found), *((one.source,) for one in held)),
               (*numbers(len(found)), *("" for _ in held))),
    )


def in_order(found: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """What is late, then what is due at once, then by date, then what has none; otherwise in the decision's order."""
    return tuple(sorted(found, key=_place))


def _place(one: Deadline) -> tuple[int, str]:
    """Its rank, and when it is due as text that sorts: of a day, the hours come before its end."""
    rank = 0 if one.late else 1 if one.kind == "at_once" else 2 if one.due else 3
    due = local(one.due) if isinstance(one.due, datetime) else one.due
    return rank, f"{due.isoformat():~<26}" if due and rank != 1 else ""


def _line(one: Deadline, decision: Decision, packs: Packs) -> Markup:
    whose = tag("span", OWNER[one.owner], class_="state")
    when = when_to_act(decision) if is_the_act(one, packs) and not one.late else ""
    return tag("li", strong(capital(when) or by_when(one)), " ", whose, paragraph(one.says))


def is_the_act(one: Deadline, packs: Packs) -> bool:
    """Whether a line is what the outcome itself asks for at once or today, and no duty beside it."""
    return one.kind == "at_once" and one.owner == "you" and one.id in of_outcomes(packs)


def is_the_talk(one: Deadline, packs: Packs) -> bool:
    """Whether a line is the talk that the outcome asks for by a day."""
    return one.kind == "working_days" and one.owner == "you" and one.id in of_outcomes(packs)


def when_to_act(decision: Decision) -> str:
    """How soon the outcome itself asks to act; empty where it names a day or none."""
    if urgency(decision.outcome) > urgency(TODAY):
        return say("result.when.now")
    if decision.outcome != TODAY:
        return ""
    leaves = next((local(one.before) for one in decision.routes if one.before), None)
    if leaves is None:
        return say("result.when.today")
    if leaves.date() == decision.made_at.date():
        return say("result.when.today_before", time=clock_time(leaves))
    return say("result.when.before", time=soon(leaves, decision.made_at))


def counted_once(found: Iterable[Deadline]) -> Markup:
    """What times are counted from, each start once, with the numbers of the lines that it is of where not of all."""
    starts: dict[str, list[str]] = {}
    lines = tuple(found)
    for number, one in enumerate(lines, start=1):
        if one.from_event:
            starts.setdefault(one.from_event, []).append(str(number))
    return bullets(*(
        counted if len(numbers) == len(lines) else say("result.sources.at", numbers=all_of(numbers), place=counted)
        for start, numbers in starts.items() for counted in (say("counted.from", start=start),)))


def _say_when(case: Case, decision: Decision) -> tuple[Markup, ...]:
    """A link for each day that is not given to the page on which it is asked."""
    return tuple(within(say("counted.say", event=say(f"event.{event}")), *asked_on(event, case))
                 for event in not_said(decision))


def asked_on(event: str, case: Case) -> tuple[str, dict[str, str] | None]:
    """The page on which the day of an event is asked, and its address."""
    if event in in_history(case):
        return CHECK_PAGE, {"step": "history"}
    return (CHECK_PAGE, {"step": "safety"}) if event == LAST_SEEN else (RANG, None)


def _rules(found: tuple[Deadline, ...]) -> Iterable[Markup]:
    """The rule of each line that has a day, with what is noted of it: without one the line is the rule. What is noted
    of several stands once, by their numbers."""
    of: dict[str, list[int]] = {}
    for number, one in enumerate(found, 1):
        for sentence in dict.fromkeys(by_cause(one.note)):
            of.setdefault(sentence, []).append(number)
    for number, one in enumerate(found, 1):
        own = following(*(sentence for sentence, lines in of.items() if lines == [number]))
        if one.due:
            yield join(_at((number,), one.rule), paragraph(own))
        elif own:
            yield join(_at((number,), own))
    shared = {sentence: tuple(lines) for sentence, lines in of.items() if len(lines) > 1}
    for several, run in groupby(shared, key=lambda sentence: shared[sentence]):
        yield join(_at(several, following(*run)))


def _not_in_calendar(decision: Decision, found: tuple[Deadline, ...]) -> Markup:
    """Which lines are not in the file, by their numbers and each reason once, also where that is all; of no use on
    paper."""
    title = say("result.when.not_in_calendar" if has_entries(decision) else "result.when.no_calendar")
    reasons: dict[str, list[int]] = {}
    lines_of = {id(one): number for number, one in enumerate(found, 1)}
    for one, why in left_out(decision):
        reasons.setdefault(why, []).append(lines_of[id(one)])
    lines = bullets(*(f"{_at(sorted(numbers), why)}." for why, numbers in reasons.items()))
    return tag("div", more(title, lines), class_="no-print") if lines else Markup("")


def _at(numbers: Iterable[int], words: str) -> str:
    """What is said of lines, by their numbers."""
    return say("result.sources.at", numbers=all_of(map(str, numbers)), place=words)


def by_when(one: Deadline) -> str:
    """The due date in words, or the rule where no date can be worked out. Says if the time has passed."""
    due = weekday_and_time(one.due) if one.due else one.rule
    return following(f"{due}.", say("counted.late")) if one.late else due
