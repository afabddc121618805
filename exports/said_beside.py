"""What the check says that stands beside the questions of the details and is the answer to none of them: who was told
and agrees, every call on record, where several children are. It is read back there, so that nobody says it twice.
"""
from collections.abc import Callable, Iterator
from typing import NamedTuple

from decision.calls import calls
from decision.case import FamilyMember, YoungPerson
from exports import findings
from exports.calls_made import in_a_line
from exports.details import Details
from exports.material import Material, one_of, yes_no
from exports.parts import agrees, expecting, harmed, told
from exports.pdf.text import sentences
from exports.words import UNDERSTANDING, YES_NO
from exports.young_person import YOUNG, can_answer, of_whom, the_young_person
from guidance.words import say
from guidance.words.forms import capital


class Also(NamedTuple):
    """An answer of the check: what it is called, its words, and the step of the check in which it is changed."""

    label: str
    said: str
    step: str


def said_beside(m: Material, path: tuple[str, ...], row: str = "") -> tuple[Also, ...]:
    """What the check says beside a record of the details, by its path and the letter or key of its row. Nothing stands
    here that was not answered, and nothing that was typed in the details."""
    of = _OF.get(path)
    blank = Material(m.case, Details(), m.decision, m.packs, m.now)
    return tuple(one for one in of(blank, row) if one.said.strip()) if of else ()


def _child(m: Material, row: str) -> Iterator[Also]:
    """Where the children are, where it was said of several together: each can still be said to be elsewhere."""
    if len(m.case.children) > 1 and m.case.child(row):
        yield Also(say("documents.where_all"), findings.where_said(m), "safety")


def _member(m: Material, row: str) -> Iterator[Also]:
    """What the household does not ask of somebody of the family."""
    for member in (one for one in m.case.family if one.key == row):
        suspected = say("value.yes") if member.key in m.case.source_of_harm.members else ""
        yield Also(say("documents.may_be_causing"), capital(suspected), "family")
        yield Also(say("documents.harmed_too"), capital(YES_NO[member.harmed]) if member.harmed else "", "family")


def _asked(m: Material, row: str) -> Iterator[Also]:
    """Whether somebody was told and agrees, and what is known of speaking with them."""
    person = m.case.young_person if row == YOUNG else next((one for one in m.case.family if one.key == row), None)
    if person is None or (row == YOUNG and not can_answer(m)):
        return
    for label, answer in (("told", yes_no(person.told)), ("agrees", agrees(m, person)), ("risk", yes_no(person.risk))):
        yield Also(say(f"papers.told.{label}"), "" if answer.muted else capital(answer.said), "family")
    if isinstance(person, YoungPerson):
        understands = one_of(UNDERSTANDING, person.understanding)
        yield Also(of_whom(m, say("papers.told.understands")), "" if understands.muted else understands.said, "family")
        yield Also(of_whom(m, say("papers.told.view")), person.view, "family")
    else:
        yield Also(say("papers.also_said"), _more(person), "family")


def _not_asked(m: Material, row: str) -> Iterator[Also]:
    """What was answered of those whom this page does not ask about, since they are not told yet."""
    for member in (one for one in m.case.family if not may_be_asked(m, one.key)):
        yield Also(m.person(member), _told_and_agrees(m, member), "family")
    if can_answer(m) and not may_be_asked(m, YOUNG):
        yield Also(the_young_person(m), _told_and_agrees(m, m.case.young_person), "family")


def _agreed(m: Material, row: str) -> Iterator[Also]:
    """Who agrees to help, or refuses, beside the agreement at the start."""
    for member in (one for one in m.case.family if one.agrees in ("agrees", "refuses")):
        yield Also(m.person(member), capital(agrees(m, member).said), "family")


def may_be_asked(m: Material, key: str) -> bool:
    """Whether somebody is asked about on the page on telling and agreeing."""
    return any(one.person == key and one.state == "tell" for one in m.decision.telling)


def _told_and_agrees(m: Material, one: FamilyMember | YoungPerson) -> str:
    yes = agrees(m, one)
    return sentences((told(one.told), "" if yes.muted else yes.said))


def _more(member: FamilyMember) -> str:
    return sentences((*expecting(member), harmed(member), member.note))


def _calls(m: Material, row: str) -> Iterator[Also]:
    """Every talk and call on record, the oldest first: the papers print them by themselves."""
    for one in calls(m.case):
        yield Also(say("documents.call_on_record"), in_a_line(m, one), "answers")


_OF: dict[tuple[str, ...], Callable[[Material, str], Iterator[Also]]] = {
    ("children",): _child, ("household",): _member, ("agreement", "records"): _asked, ("log",): _calls,
    ("agreement",): _not_asked, ("assessment", "start"): _agreed,
}
