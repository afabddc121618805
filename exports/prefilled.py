"""What the check holds already of that which the details ask: nobody is asked a second time, and no paper says "not
answered" where an answer was given.

Worked out from one paper's own copy of the case (exports/make.py), so after everything that is held back, confidential
or not given to the family has gone from it: what a paper must not hold cannot come back through here. What the user
writes in the details stands before what is worked out. Only facts are carried over, never a judgement or an agreement
to something else.
"""
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from decision.case import Case, Child, FamilyMember, Help
from decision.known import is_yes
from exports import findings
from exports.details import ChildDetails, Details, Held, HouseholdMember
from exports.hiding.written import to_print
from exports.material import Material, one_of
from exports.words import BODY, KNOWN_CHANGE, OWN_VIEW, YES_NO, statuses
from guidance.vocabulary import Fact
from guidance.words import say
from guidance.words.forms import apart, capital, day, listed

ROWS: dict[tuple[str, ...], tuple[str, type[Fact]]] = {
    ("children",): ("label", ChildDetails), ("household",): ("key", HouseholdMember)}
"""Lists whose rows are found by a letter or key of the case: the attribute that holds it, and what a row is."""


class Place(NamedTuple):
    """Where an answer stands in the details: the path to its record, the letter or key of a row, the attribute."""

    path: tuple[str, ...]
    row: str
    attribute: str


@dataclass(frozen=True)
class FromCheck:
    """What the check says of one question of the details, in words; `value` is what the details would hold, or None
    where every paper prints it from the case itself."""

    words: str
    value: Any = None


def from_check(m: Material) -> dict[Place, FromCheck]:
    """Every question of the details that the check has answered. Nothing stands here that was not answered."""
    found = (*_children(m), *_household(m), *_narrative(m), *_you(m), *_others(m))
    return {place: answer for place, answer in found if answer.words.strip()}


def filled(m: Material, left_out: frozenset[str] = frozenset()) -> Material:
    """The same with everything that the check knows put in where the details say nothing: the family of the check as
    the household, the worry in the user's own words, and so on. `left_out`: keys of people whom this paper must not
    show in the household."""
    details = m.details
    for place, answer in from_check(m).items():
        if place.path == ("household",) and place.row in left_out:
            continue
        if answer.value is not None and is_blank(_at(details, place)):
            details = _put(details, place, answer.value)
    return m if details is m.details else replace(m, details=details)


def is_blank(value: object) -> bool:
    """Whether nobody has written anything: "not known" is an answer."""
    return value is None or not (value.text if isinstance(value, Held) else value)


def _children(m: Material) -> Iterator[tuple[Place, FromCheck]]:
    for child in m.case.children:
        said = {"due": FromCheck(day(child.due_date) if child.due_date else ""), "disability": _disability(child),
                "legal_status": FromCheck(apart((*statuses(child.status), *_texts(child.status_note))))}
        if len(m.case.children) == 1:
            said |= _only_child(m)
        for attribute, answer in said.items():
            yield Place(("children",), child.label, attribute), answer


def _disability(child: Child) -> FromCheck:
    said = capital(YES_NO[child.disability]) if child.disability else ""
    return FromCheck(apart(_texts(said, child.disability_note)))


def _only_child(m: Material) -> dict[str, FromCheck]:
    """What the check asks of "the child": of several nobody knows which one is meant."""
    young = m.case.young_person
    speaks = YES_NO[young.interpreter] if young.interpreter else ""
    return {"where_now": FromCheck(findings.where_facts(m)),
            "language": FromCheck(young.language, young.language or None),
            "interpreter": FromCheck(capital(speaks) if speaks else "", young.interpreter)}


def _household(m: Material) -> Iterator[tuple[Place, FromCheck]]:
    for member in m.case.family:
        relation, answer = member.relation.strip(), member.responsibility
        yield Place(("household",), member.key, "relation"), FromCheck(capital(relation), capital(relation))
        if relation and answer:
            words = capital(YES_NO[answer])
            yield Place(("household",), member.key, "parental_responsibility"), FromCheck(words, answer)


def _narrative(m: Material) -> Iterator[tuple[Place, FromCheck]]:
    history, voice = m.case.history, m.case.voice
    said = tuple(answer for _, answer, _ in findings.answered(m))
    spoken = _texts(voice.words, *(one.words for one in said))
    answers = {
        "why_now": _own(_why_now(m)), "worry": _own(_worry(m)), "injury": _own(_injuries(m)),
        "exact_words": FromCheck("\n".join(dict.fromkeys(spoken))),
        "history": FromCheck(_history(m.case)),
        "tried": FromCheck("\n".join((*map(_help, history.help), *_change(m.case)))),
        "going_well": FromCheck("\n".join(_texts(*findings.strengths(m), m.case.strengths_note, m.case.safe_people))),
        "accessibility": FromCheck(_access(m)),
    }
    for attribute, answer in answers.items():
        yield Place(("narrative",), "", attribute), answer


def _own(lines: tuple[str, ...]) -> FromCheck:
    words = "\n".join(dict.fromkeys(lines))
    return FromCheck(words, words or None)


def _why_now(m: Material) -> tuple[str, ...]:
    """What has happened, with the day it was given: signs first, then what has a day; and whether it gets worse."""
    dated = tuple(
        f"{findings.statement(m, id_)[0].rstrip('.')}{f' ({answer.when.strip()})' if answer.when.strip() else ''}."
        for id_, answer, _ in findings.answered(m) if is_yes(answer) and (id_ in m.case.signs or answer.when.strip()))
    return (*dated, *((say("papers.filled.worse"),) if m.case.history.getting_worse == "yes" else ()))


def _worry(m: Material) -> tuple[str, ...]:
    """The user's own words: a worry that no statement names, and the facts beside what was ticked. Where there are
    none, the statements themselves. What the user is not sure of stands apart, in the findings."""
    said = tuple((id_, answer) for id_, answer, _ in findings.answered(m) if is_yes(answer))
    own = _texts(m.case.other_worry_note, *(answer.note for _, answer in said))
    return own or tuple(f"{findings.statement(m, id_)[0].rstrip('.')}." for id_, _ in said)


def _injuries(m: Material) -> tuple[str, ...]:
    return tuple(": ".join(_texts(capital(listed(BODY[place] for place in answer.body)), answer.note))
                 for _, answer, _ in findings.answered(m) if answer.body)


def _history(case: Case) -> str:
    said = case.history
    asked = (("earlier", said.earlier_concerns), ("getting_worse", said.getting_worse),
             ("referral", said.earlier_referral), ("injury", said.earlier_injury))
    known = [say(f"papers.filled.{name}", answer=YES_NO[answer]) for name, answer in asked if answer]
    return "\n".join((*known, *_texts(said.how_long, said.how_often, said.note)))


def _help(help_: Help) -> str:
    when = f" ({help_.when.strip()})" if help_.when.strip() else ""
    return ": ".join(_texts(f"{help_.what.strip()}{when}", help_.result))


def _change(case: Case) -> tuple[str, ...]:
    """Whether help was tried, and what it changed."""
    tried, changed = case.history.help_tried, case.history.changed
    if changed:
        return (say("papers.filled.changed", answer=KNOWN_CHANGE[changed]),)
    return (say("papers.filled.tried", answer=YES_NO[tried]),) if tried else ()


def _access(m: Material) -> str:
    speaks = (_speaks(m, member) for member in m.case.family if member.interpreter == "yes")
    return "\n".join((*speaks, *_texts(*(child.communication for child in m.case.children))))


def _speaks(m: Material, member: FamilyMember) -> str:
    return f"{m.person(member)}: {member.language or say('papers.filled.interpreter')}"


def _you(m: Material) -> Iterator[tuple[Place, FromCheck]]:
    yield Place(("referrer",), "", "job"), FromCheck(m.role_name())
    yield Place(("referrer",), "", "known_since"), FromCheck(m.case.practitioner.relationship)


def _others(m: Material) -> Iterator[tuple[Place, FromCheck]]:
    """Of the papers that ask about one thing: a call that was recorded, help that was tried."""
    call, events = m.case.call, m.case.events
    contact = m.packs.contact(m.decision.home_area, call.contact)
    seen, rung = events.last_seen, events.call_made
    tried = "\n".join(map(_help, m.case.history.help))
    own = one_of(OWN_VIEW, m.case.own_view)
    talk = {"on": FromCheck(day(rung.date()) if rung else ""), "who": FromCheck(call.spoke_to_role),
            "team": FromCheck(contact.name if contact else ""), "advice": FromCheck(call.note),
            "my_view": FromCheck("\n".join(_texts("" if own.muted else own.said, m.case.own_view_reason)))}
    yield Place(("missing_education",), "", "last_seen"), FromCheck(day(seen.date()) if seen else "")
    yield Place(("assessment",), "", "tried"), FromCheck(tried, tried or None)
    yield Place(("assessment",), "", "support_network"), FromCheck(m.case.safe_people, m.case.safe_people or None)
    for attribute, answer in talk.items():
        yield Place(("conversation",), "", attribute), answer


def _texts(*said: str) -> tuple[str, ...]:
    """Those that say something."""
    return tuple(text.strip() for text in said if text.strip())


def _record(details: Details, place: Place) -> Fact:
    """The record that holds a place; a row that is not there yet as it would begin."""
    found: Any = details
    for attribute in place.path:
        found = getattr(found, attribute)
    if place.path not in ROWS:
        return found  # type: ignore[no-any-return]
    key, kind = ROWS[place.path]
    return next((row for row in found if getattr(row, key) == place.row), kind.model_validate({key: place.row}))


def _at(details: Details, place: Place) -> Any:
    return getattr(_record(details, place), place.attribute)


def _put(details: Details, place: Place, value: Any) -> Details:
    """The details with one answer put in; a row that is not there yet comes last."""
    record = to_print(_record(details, place), **{place.attribute: value})
    if place.path in ROWS:
        key = ROWS[place.path][0]
        (attribute,) = place.path
        rows = getattr(details, attribute)
        if not any(getattr(row, key) == place.row for row in rows):
            return to_print(details, **{attribute: (*rows, record)})
        return to_print(details, **{attribute: tuple(record if getattr(row, key) == place.row else row
                                                     for row in rows)})
    (attribute,) = place.path
    return to_print(details, **{attribute: record})
