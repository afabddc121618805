"""What is known arrives on each paper that is about it, in the writer's words, with who said it and how it is known."""
from typing import get_args

import pytest

from decision.case import Case, Finding, SignAnswer, SourceOfHarm, Voice, WhereNow
from exports import alleged, by_known
from exports.by_known import known_rows
from exports.details import Details
from exports.documents import DOCUMENTS
from exports.documents.call_sheet import build
from exports.hiding.held_back import HELD
from exports.material import Material
from exports.prefilled import Place, answered
from guidance.vocabulary import Basis
from guidance.words import say
from tests.exports import samples
from tests.exports.test_from_check import CASES, PACKS, VOICE, paper, said_in, worked

ABOUT_FACTS = ("call_sheet", "conversation_record", "allegation_referral", "referral")
"""Papers whose reader needs all that is known."""


@pytest.mark.parametrize("document_id", ABOUT_FACTS)
@pytest.mark.parametrize(("pack_id", "number"), CASES)
def test_every_fact_of_the_check_arrives(pack_id: str, number: int, document_id: str) -> None:
    """Of each sign and statement the note, the time and the words; the child's voice; who might be causing it; where
    the child is; a worry in free words."""
    m = worked(pack_id, number)
    note = {"source_of_harm": m.case.source_of_harm.but(note="source sentinel"),
            "where_now": m.case.where_now.but(note="where sentinel")}
    m = Material(m.case.but(**note), m.details, m.decision, m.packs, m.now)
    said = paper(document_id, m).casefold()
    wanted = [VOICE["words"], VOICE["behaviour"], VOICE["observed"], "source sentinel", "where sentinel",
              "other worry sentinel"]
    for id_, one in (*m.case.signs.items(), *((one.id, one) for one in m.case.findings)):
        if isinstance(one, Finding) or one.answer != "no":
            wanted += [f"{id_} {part} sentinel" for part in ("note", "when", "words")]
    assert [one for one in wanted if one.casefold() not in said] == []


CASE = Case(
    home_area="central_bedfordshire",
    findings=(Finding(id="seen", basis="seen", note="Saw it"), Finding(id="told", basis="told", note="Heard from a"),
              Finding(id="other", basis="told", note="Heard from a"), Finding(id="none", note="No way of knowing"),
              Finding(id="thought", basis="child_said", why="cannot_prove", note="A feeling"),
              Finding(id="doubt", basis="seen", why="could_not_find_out", note="Not clear")),
    signs={"said": SignAnswer(answer="yes", basis="child_said", words="He hit me", when="on Sunday")},
    voice=Voice(words="Do not tell mum", behaviour="Quiet"), other_worry=True, other_worry_note="Something is off",
)


def material(case: Case = CASE) -> Material:
    """A case with the result of the samples."""
    return Material(case, Details(), samples.DECISION, samples.PACKS, samples.NOW)


def only(finding: Finding) -> Material:
    """A case of one statement."""
    return Material(Case(findings=(finding,)), Details(), samples.DECISION, samples.PACKS, samples.NOW)


def rows(m: Material) -> dict[str, str]:
    """How known → what is said."""
    return {label: answer.said for label, answer in known_rows(m)}


def test_words_that_somebody_else_told_are_not_called_the_childs() -> None:
    """A mother's words about herself are no child's; the child's, as the child said them, are."""
    said = {basis: Finding(id="x", basis=basis, words="I only did it twice") for basis in get_args(Basis)}
    mine = {basis: "The child’s words" in "".join(rows(only(one)).values())
            for basis, one in said.items()}
    assert mine == {basis: basis != "told" for basis in said}


def test_a_fact_stands_under_how_it_is_known() -> None:
    """What others told is never under what the writer saw; a suspicion and a doubt are never under a fact."""
    hit, secret = "said. When: on Sunday. The child’s words: “He hit me”.", "The child’s words: “Do not tell mum”"
    assert rows(material()) == {
        "My worry": "Something is off",
        "I saw or heard": "seen. Saw it.",
        "The child said": f"{hit}\n{secret}",
        "Somebody told me": "told. Other. Heard from a.",
        "I think, and cannot prove": "thought. The child told me. A feeling.",
        "How it is known was not said": "none. No way of knowing.",
        "How the child is": "Quiet",
        "Not sure, not stated as fact": "doubt. Not clear.",
    }


def test_words_that_stand_with_a_sign_are_not_said_twice() -> None:
    """The child's voice is named where it says more than what stands beside a statement."""
    same = CASE.but(voice=Voice(words="He hit me"))
    assert rows(material(same))["The child said"].count("He hit me") == 1


def test_how_much_is_left_out_is_said() -> None:
    """With room for one statement the rest is counted; a note is cut with three dots and the statement is not."""
    m = material()
    cut = dict(known_rows(m, most=1, letters=4))
    assert cut["More"].said == "and 6 more"
    assert cut["The child said"].said.startswith("said. When: on …")


def test_what_is_held_back_is_said_to_be_held_and_not_quoted() -> None:
    """The remark stands for the words, in no quotation marks, so that nobody reads it as what a child said."""
    m = material(Case(signs={"said": SignAnswer(answer="yes", words=HELD)}))
    assert f"The child’s words: {HELD}" in rows(m)["How it is known was not said"]


def test_the_call_sheet_begins_with_what_to_say() -> None:
    """After the number: the words to begin with, who rings, about whom, and where the child is; then what is known."""
    case = CASE.but(where_now=WhereNow(place="with_me"), children=samples.CASE.children)
    m = Material(case, samples.DETAILS, samples.DECISION, samples.PACKS, samples.NOW)
    said = "\n".join(said_in(build(m)))
    order = ["01632 960100", "I am worried about a child.", "I am: ", "Child: ", "Where they are now: ", "My worry: ",
             "I ask for: ", "Now: ", "I spoke to (name, role)"]
    assert [said.index(part) for part in order] == sorted(said.index(part) for part in order)


def test_the_allegation_form_asks_nothing_that_the_check_has_answered() -> None:
    """Who said it, to whom, when it happened and what is said stand on the paper, and no page asks for them."""
    sign = next(sign for sign in PACKS.signs("luton") if sign.first_call == "lado")
    case = Case(home_area="luton", work_area="luton", signs={sign.id: SignAnswer(
        answer="yes", basis="child_said", when="on Wednesday", words="He twisted my arm")},
        findings=(Finding(id="LUT-2-HEALTH-01", basis="told", when="in May"),),
        source_of_harm=SourceOfHarm(kinds=("works_with_children",), note="Also runs a club"))
    m = Material(case, Details(), samples.DECISION, PACKS, samples.NOW)
    assert (alleged.said_by(m), alleged.said_to(m), alleged.happened(m)) == ("the child", "to me", "on Wednesday")
    said = paper(alleged.DOCUMENT_ID, m)
    for part in ("Who said it: the child", "To whom: to me", "When and where it happened: on Wednesday",
                 "The child’s words: “He twisted my arm”", "Also runs a club"):
        assert part in said
    known = answered(m)
    assert {place.attribute for place in known if place.path == ("allegation",)} == {
        "said_by", "said_to", "happened", "summary"}
    assert "He twisted my arm" in known[Place(("allegation",), "", "summary")].words


def test_every_way_of_knowing_has_its_place() -> None:
    """A new way of knowing would otherwise drop what is known in that way from every paper."""
    assert set(by_known.GROUPS) == {*get_args(Basis), "held", "not_said"}
    assert all(say(f"papers.known.{name}") for name in by_known.GROUPS)
    assert {document.id for document in DOCUMENTS.values()} >= set(ABOUT_FACTS)
