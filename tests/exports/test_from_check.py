"""What was answered in the check arrives on the papers, and nothing prints as unanswered that the check knows."""
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

import pytest

from decision.assess import assess
from decision.case import Case, Child, Finding, Help, SignAnswer, WhereNow
from decision.hours import LONDON
from decision.result import Decision
from decision.worked import expand
from exports import found, from_check
from exports.blocks import Beside, Block, Bullets, Callout, Grid, Heading, Long, Paragraph, Rows, Value
from exports.copies import for_readers
from exports.details import Details, Narrative, PlanRow
from exports.documents import DOCUMENTS
from exports.documents.early_help_assessment import _plan
from exports.family_reads import noticed
from exports.hiding.child_said import what_was_said
from exports.material import DocumentNotForNow, Material
from guidance.load import load_packs
from guidance.vocabulary import Basis
from guidance.words import say
from guidance.words.forms import capital
from tests.exports import samples
from tests.exports.test_two_answers import MOTHER

PACKS = load_packs()
EACH = 8
"""Worked cases of each pack, spread evenly over all of them."""
CASES = [(pack_id, number) for pack_id, pack in (("", PACKS.national), *PACKS.areas.items())
         for number in range(0, len(pack.cases), max(len(pack.cases) // EACH, 1))]
EHA = "early_help_assessment"
VOICE = {name: f"voice {name} sentinel" for name in (
    "words", "behaviour", "observed", "who_can_help", "not_asked_because")}


@cache
def worked(pack_id: str, number: int) -> Material:
    """A worked case in which every free text has words of its own and every question of history an answer."""
    pack = PACKS.areas[pack_id] if pack_id else PACKS.national
    one = expand(pack.cases[number], pack_id, PACKS)
    case = filled(one.case)
    decision: Decision = assess(case, PACKS, one.on)
    return Material(case, Details(), decision, PACKS, decision.made_at)


def filled(case: Case) -> Case:
    """The same with a note, a time and words beside every statement, and with the child's voice, history and safety."""
    history = {"earlier_concerns": "yes", "help_tried": "yes", "changed": "some", "how_long": "long sentinel",
               "how_often": "often sentinel", "note": "history sentinel",
               "help": (Help(what="help sentinel", when="help when sentinel", result="result sentinel"),)}
    told = {"note": "{} note sentinel", "when": "{} when sentinel", "words": "{} words sentinel"}
    return case.but(
        findings=tuple(one.but(**{name: text.format(one.id) for name, text in told.items()}) for one in case.findings),
        signs={id_: one.but(**{name: text.format(id_) for name, text in told.items()}) if one.answer != "no" else one
               for id_, one in case.signs.items()},
        voice=VOICE, history=case.history.but(**history), strengths_note="strength sentinel",
        safe_people="safe sentinel", other_worry=True, other_worry_note="other worry sentinel",
        own_view_reason="view sentinel", family=tuple(one.but(note=f"{one.key} sentinel") for one in case.family),
    )


def said_in(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every text of some blocks."""
    for block in blocks:
        match block:
            case Heading(said=said):
                yield said
            case Paragraph(said=said):
                yield str(said)
            case Bullets(items=items):
                yield from items
            case Rows(rows=rows):
                yield from (f"{label}: {answer.said}" for label, answer in rows)
            case Grid(heads=heads, rows=rows):
                yield from (*heads, *(cell.said for row in rows for cell in row))
            case Long(label=label, answer=answer):
                yield f"{label}: {answer.said}"
            case Callout(title=title, lines=lines):
                yield from (title, *map(str, lines))
            case Beside(blocks=inside):
                yield from said_in(inside)


def paper(document_id: str, m: Material) -> str:
    """All words of a paper as it is made from a case, empty where it must not be made now."""
    document = DOCUMENTS[document_id]
    try:
        if document.refuse:
            document.refuse(m)
    except DocumentNotForNow:
        return ""
    assert document.build
    return "\n".join(said_in(document.build(for_readers(document, m))))


@pytest.mark.parametrize(("pack_id", "number"), CASES)
def test_everything_that_was_answered_stands_in_the_referral(pack_id: str, number: int) -> None:
    """Each statement with its note, time and words; voice, history, help, strengths, people, family and agreements."""
    m = worked(pack_id, number)
    said = paper("referral", m)
    wanted = [*VOICE.values(), "long sentinel", "often sentinel", "history sentinel", "help sentinel",
              "help when sentinel", "result sentinel", "strength sentinel", "safe sentinel", "other worry sentinel",
              "view sentinel", *(f"{one.key} sentinel" for one in m.case.family)]
    for id_, one in (*m.case.signs.items(), *((one.id, one) for one in m.case.findings)):
        if isinstance(one, Finding) or one.answer != "no":
            wanted += [f"{id_} {part} sentinel" for part in ("note", "when", "words")]
    wanted += [one.says for one in found.in_order(m)]
    wanted += [m.relation(one) for one in m.case.family]
    assert [one for one in wanted if one.casefold() not in said.casefold()] == []


WITH_FORM = [area.id for area in PACKS.areas.values() if any(form.ours == EHA for form in area.documents)]
BASES: tuple[Basis, ...] = ("seen", "told", "child_said", "suspected")


@cache
def early_help(area_id: str, basis: Basis) -> Material:
    """A child with three needs of an area's early help, each known in this way, whose mother was told and agrees."""
    area = PACKS.areas[area_id]
    early = {level.id for level in area.levels if level.outcome == "early_help"}
    rows = [row for row in area.indicators if row.kind == "need" and row.at_least in (None, "early_help")
            and not (row.scale or row.duty or row.ask_first or row.harm) and (row.level in early or not area.levels)]
    raw = {"name": "Made up", "on": "2026-11-20 10:05", "expect": {"outcome": "early_help"},
           "facts": [{"id": row.id, "basis": basis} for row in rows[::max(len(rows) // 3, 1)][:3]]}
    one = expand(raw, area_id, PACKS)
    case = filled(one.case.but(children=(Child(label="A", age_years=7),), family=(MOTHER,),
                               source_of_harm={"kinds": ["nobody"]})).but(other_worry=False)
    return Material(case, Details(), assess(case, PACKS, one.on), PACKS, one.on)


def choosing(m: Material, *may: str) -> Material:
    """The same with each text that is offered, or those at these places, chosen to stand in the family's paper."""
    choices = tuple(one.choice.but(may="stands") for one in what_was_said(m.case, m.details, frozenset())
                    if one.noted and (not may or one.place in may))
    return replace(m, details=m.details.but(assessment=m.details.assessment.but(may_stand=choices)))


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("area_id", WITH_FORM)
def test_what_the_family_may_read_stands_in_the_assessment(area_id: str, basis: Basis) -> None:
    """Each need, with its note where the writer saw it, help tried, how long, strengths, and a row of the plan a need;
    who is safe; nothing of a suspicion, of who told, of the child's voice, of what is for the front door alone."""
    m = choosing(early_help(area_id, basis))
    said = paper(EHA, m)
    assert said
    assert m.case.findings
    assert len(noticed(m)) == (0 if basis == "suspected" else len(m.case.findings))
    wanted = [f"{name} sentinel" for name in ("help", "result", "long", "often", "strength", "safe")]
    for one in noticed(for_readers(DOCUMENTS[EHA], m)):
        wanted += [one.says] + ([one.facts] if basis == "seen" else [])
        assert one.strength or said.count(one.says.rstrip(".")) >= 2
    assert [one for one in wanted if one.casefold() not in said.casefold()] == []
    hidden = ["history sentinel", "view sentinel", "other worry sentinel", *VOICE.values()]
    hidden += [f"{one.key} sentinel" for one in m.case.family]
    hidden += [f"{one.id} words sentinel" for one in m.case.findings]
    hidden += [f"{one.id} when sentinel" for one in m.case.findings if basis != "seen"]
    hidden += [f"{one.id} note sentinel" for one in m.case.findings if basis != "seen"]
    assert [one for one in hidden if one.casefold() in said.casefold()] == []


LABELS = tuple(say(f"papers.{name}") for name in (
    "why_now.label", "why_now.heading", "worry", "tried.heading", "strengths.well", "exact_words", "history.pattern",
    "ask.label"))


@pytest.mark.parametrize("document_id", ["referral", "call_sheet", "conversation_record"])
@pytest.mark.parametrize(("pack_id", "number"), CASES)
def test_nothing_that_the_check_knows_is_called_unanswered(pack_id: str, number: int, document_id: str) -> None:
    """Why now, the worry, what was tried, what goes well, the words and what is asked are never "not answered" here."""
    m = worked(pack_id, number)
    if not (m.case.findings or any(one.answer == "yes" for one in m.case.signs.values())):
        return
    said = paper(document_id, m)
    for line in said.split("\n"):
        if line.endswith(("not answered", "not known")):
            assert line.partition(":")[0] not in LABELS, line
        if line.startswith(("Not answered:", "Not known:")):
            assert [label for label in LABELS if label in line] == [], line


def material(case: Case = samples.CASE, **narrative: Any) -> Material:
    """The sample result with another case and nothing but this narrative."""
    return Material(case, Details(narrative=Narrative(**narrative)), samples.DECISION, samples.PACKS, samples.NOW)


@pytest.mark.parametrize("own", ["", "not known"])
def test_an_answer_of_the_check_stands_for_one_that_nobody_typed(own: str) -> None:
    """Also where "not known" was chosen for all blanks at once; the paper says that it was taken from the answers."""
    m = material(worry=own, why_now=own, tried=own)
    for told in (from_check.worry(m), from_check.why_now(m), from_check.tried(m)):
        assert told.taken
        assert told.value.said.endswith("(from the answers given in the check)")
    assert "Breakfast club place" in from_check.tried(m).said
    assert "Daily care of the baby is often not good enough" in from_check.worry(m).said
    assert "It is getting worse." in from_check.why_now(m).said


@pytest.mark.parametrize("answer", ["yes", "not_sure"])
def test_harm_that_could_come_before_anyone_acts_is_why_now(answer: str) -> None:
    """Also where nobody is sure of it, and said as that."""
    case = Case(other_worry=True, other_worry_note="He watches", harm_before_next=answer)
    assert say(f"papers.why_now.before_next.{answer}") in from_check.why_now(material(case)).said
    assert say(f"papers.why_now.before_next.{answer}") not in from_check.why_now(
        material(case.but(harm_before_next="no"))).said


def test_the_writers_own_words_come_first() -> None:
    """What somebody typed stands as they typed it, and is not called taken from the check."""
    m = material(worry="I am worried.", why_now="Today.")
    assert from_check.worry(m) == from_check.Told("I am worried.")
    assert from_check.why_now(m).value == Value("Today.")


def test_where_nobody_knows_nothing_is_made_up() -> None:
    """A blank case has no worry, no history and no help, and the paper says that none was answered."""
    m = material(Case())
    for told in (from_check.worry(m), from_check.why_now(m), from_check.tried(m), from_check.history(m)):
        assert not told.said
        assert told.value.muted


def test_the_most_serious_stands_first_and_what_is_not_sure_last() -> None:
    """Signs, then the higher levels, then the lower; a doubt is never among what is so."""
    case = samples.CASE.but(signs={"a_sign": SignAnswer(answer="yes")}, answers={"CBC-4-CHILD-15": "not_sure"})
    order = [(one.id, one.unsure) for one in found.in_order(material(case))]
    assert order == [("a_sign", False), ("CBC-3-PARENT-02", False), ("CBC-2-CHILD-01", False),
                     ("CBC-4-CHILD-15", True)]


def test_a_family_member_has_a_row_of_the_household() -> None:
    """Who was entered in the check is in the household without being typed again, with their responsibility."""
    m = material()
    rows = {row.relation: row.parental_responsibility for row in from_check.household(m)}
    assert rows == {"mother": "yes", "father": "not_known"}


def test_a_group_of_signs_that_is_so_stands_first() -> None:
    """A Yes to a whole group stands as such on page one until somebody says which sign it is."""
    group = PACKS.national.sign_groups[0]
    m = Material(Case(signs_some=(group.id,)), Details(), samples.DECISION, PACKS, samples.NOW)
    first = found.in_order(m)[0]
    assert group.name in first.says
    assert not first.unsure


def test_no_own_words_take_the_question_of_the_leaving_or_of_the_telling_away() -> None:
    """Whatever the writer asks for, whoever reads it is still asked whether the child may leave; said once."""
    at = datetime(2026, 11, 20, 10, 5, tzinfo=LONDON)
    case = Case(home_area="luton", children=(Child(label="A", age_years=8),),
                signs={"disclosure": SignAnswer(answer="yes")},
                where_now=WhereNow(place="with_me", leaves_at=at.replace(hour=15)))
    m = Material(case, Details(), assess(case, PACKS, at), PACKS, at)
    whole = from_check.ask(m).said
    leaving = next(one for one in whole.split(". ") if "leave" in one)
    own = m.details.but(narrative=m.details.narrative.but(ask="Please assess both children."))
    asked = from_check.ask(Material(m.case, own, m.decision, m.packs, m.now)).said
    assert asked.startswith("Please assess both children.")
    assert leaving.partition("?")[0] in asked
    kept = m.details.but(narrative=m.details.narrative.but(ask=whole + " And a call back."))
    assert from_check.ask(Material(m.case, kept, m.decision, m.packs, m.now)).said.count(leaving.partition("?")[0]) == 1


@pytest.mark.parametrize(("pack_id", "number"), CASES[::3])
def test_a_row_of_the_plan_takes_no_need_away(pack_id: str, number: int) -> None:
    """The needs that the check knows stay beside a row that was written, each once."""
    m = worked(pack_id, number)
    needs = [capital(one.says) for one in noticed(m) if not one.strength]
    row = PlanRow(need=needs[0] if needs else "", action="Breakfast club")
    details = m.details.but(assessment=m.details.assessment.but(plan=(row,)))
    grids = [block for block in _plan(Material(m.case, details, m.decision, m.packs, m.now)) if isinstance(block, Grid)]
    first = [cells[0].said for cells in grids[0].rows]
    assert all(first.count(need) == 1 for need in needs)
    assert grids[0].rows[0][2].said == "Breakfast club"
