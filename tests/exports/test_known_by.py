"""How a statement is known that says so itself: the child's word, or somebody's, is never printed as unknown."""
import pytest

from decision.assess import assess
from decision.case import Case, Child, Finding, SignAnswer
from exports import found
from exports.details import Details
from exports.documents import DOCUMENTS
from exports.documents.text_blocks import lines_of
from exports.material import Material
from exports.words import BASIS, KNOWN_BY
from guidance.load import load_packs
from guidance.vocabulary import Basis
from guidance.words import say
from tests.exports import samples

PACKS = load_packs()
UNKNOWN = (say("papers.found.how_not_said"), say("papers.known.not_said"), say("windscreen.basis_not_said"))
SAID = [(area, row.id) for area, pack in PACKS.areas.items() for row in pack.indicators if row.known_by]
SAID += [(area, sign.id) for area, pack in PACKS.areas.items() for sign in pack.signs if sign.known_by]
SAID += [(area, sign.id) for area in PACKS.areas for sign in PACKS.national.signs if sign.known_by]


def material(area: str, id_: str, basis: Basis | None = None, **answer: object) -> Material:
    """A case with this one statement or sign."""
    rows = PACKS.areas[area].indicator
    told = {"about": ("A",), "basis": basis, **answer}
    case = Case(home_area=area, children=(Child(label="A", age_years=13),))
    if id_ in rows:
        case = case.but(findings=(Finding.model_validate({"id": id_, **told}),))
    else:
        case = case.but(signs={id_: SignAnswer.model_validate({"answer": "yes", **told})})
    return Material(case, Details(), assess(case, PACKS, samples.NOW), PACKS, samples.NOW)


def lines(m: Material, paper: str) -> str:
    """A paper in lines."""
    build = DOCUMENTS[paper].build
    assert build
    return "\n".join(line for block in build(m) for line in lines_of(block))


def test_the_sign_of_a_child_who_tells_carries_it() -> None:
    """In the data of the pack, not in how it is worded; a sign that is only seen does not."""
    by = {sign.id: sign.known_by for sign in PACKS.national.signs}
    assert by["disclosure"] == "child_said"
    assert (by["injury_unexplained"], by["frightened_home"]) == (None, None)


@pytest.mark.parametrize(("area", "id_"), SAID)
@pytest.mark.parametrize("paper", ["referral", "call_sheet", "conversation_record"])
def test_what_says_by_itself_how_it_is_known_is_not_printed_as_unknown(area: str, id_: str, paper: str) -> None:
    """On each paper, for each such statement and sign of every pack."""
    m = material(area, id_)
    said = lines(m, paper)
    assert [words for words in UNKNOWN if words in said] == []
    by = next(one.known_by for one in found.in_order(m))
    assert by
    assert KNOWN_BY[by] in said or say(f"papers.known.{by}") in said


def test_what_somebody_said_of_it_comes_before_its_own_words() -> None:
    """Whoever was told by somebody else says so; a doubt and a suspicion stay what they are."""
    assert BASIS["told"] in lines(material("luton", "disclosure", "told"), "referral")
    doubted = material("luton", "disclosure", answer="not_sure")
    assert KNOWN_BY["child_said"] not in lines(doubted, "referral")
    unproved = material("luton", "disclosure", answer="not_sure", why="cannot_prove")
    assert KNOWN_BY["child_said"] not in lines(unproved, "referral")


def test_a_sign_that_nobody_said_how_it_is_known_still_says_so() -> None:
    """What is not known is said to be not known."""
    assert say("papers.found.how_not_said") in lines(material("luton", "injury_unexplained"), "referral")
