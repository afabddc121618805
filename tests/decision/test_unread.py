"""A case for an area whose pack is set aside: kept whole, read as elsewhere, and never calmer for it."""
import pytest

from decision.assess import assess
from decision.case import Case, Finding, SignAnswer
from decision.known import read
from decision.unknown_ids import CaseProblem
from decision.urgency import urgency
from guidance.vocabulary import ELSEWHERE
from guidance.packs import SetAside
from tests.decision.altered import changed
from tests.decision.build import AREA, CBC, FRIDAY, PACKS, case

ASIDE = changed(PACKS, areas={id_: area for id_, area in PACKS.areas.items() if id_ != CBC},
                set_aside=(SetAside(id=CBC, name=AREA.name, problems=3),))
ROW = next(row for row in AREA.indicators if row.harm == "significant")
FACTOR = AREA.factors[0]
OWN_SIGN = next(sign for sign in AREA.signs)


def told(**fields: object) -> Case:
    """A case of Central Bedfordshire with a row of significant harm, a factor, and the area's own sign answered no."""
    return case(ticked=(ROW.id,), factors={FACTOR.id: "yes"}, **fields)


def test_what_cannot_be_read_is_no_mistake_of_the_case() -> None:
    """Statements, factors and signs of the area that is set aside are kept, and the case reads."""
    known = read(told(), ASIDE)

    assert known.area is None
    assert known.unread == (ROW.id, FACTOR.id)
    assert known.case.findings == (Finding(id=ROW.id),)


@pytest.mark.parametrize("field", ["home_area", "area_now", "work_area"])
def test_an_area_that_never_was_is_still_refused(field: str) -> None:
    """Only an area whose pack is set aside is let through, whichever field names it."""
    read(case(**{"home_area": ELSEWHERE, "signs": {}, field: CBC}), ASIDE)
    with pytest.raises(CaseProblem, match="there is no pack for the area 'nowhere'"):
        read(case(**{"home_area": ELSEWHERE, field: "nowhere"}), ASIDE)


def test_a_statement_of_no_pack_is_still_refused_elsewhere() -> None:
    """A child who lives where there is no pack at all has no statements of an area."""
    with pytest.raises(CaseProblem, match="while no area with a pack is chosen"):
        read(Case(home_area=ELSEWHERE, findings=(Finding(id=ROW.id),)), ASIDE)


def test_answers_that_cannot_be_read_are_talked_through_today() -> None:
    """Nobody can say what they ask for, so it is not calmer than a talk today, and the reason says why."""
    decision = assess(told(), ASIDE, FRIDAY)

    assert urgency(decision.outcome) >= urgency("consult_today")
    (reason,) = (reason for reason in decision.reasons if reason.says.startswith("Not readable now: 2 answers"))
    assert reason.outcome == "consult_today"


def test_it_is_otherwise_read_as_elsewhere() -> None:
    """With nothing answered from it, the area gives the same outcome, calls and papers as one without a pack."""
    nothing, away = case(), case(home_area=ELSEWHERE)
    here, there = assess(nothing, ASIDE, FRIDAY), assess(away, PACKS, FRIDAY)

    assert (here.outcome, here.routes, here.documents) == (there.outcome, there.routes, there.documents)
    assert here.home_area == CBC


def test_the_gap_names_the_area_and_how_much_is_kept() -> None:
    """The result says whose guidance is missing now and that the answers are not lost."""
    (gap,) = (gap for gap in assess(told(), ASIDE, FRIDAY).gaps if gap.kind == "no_pack")
    assert "The guidance of Central Bedfordshire cannot be used at the moment." in gap.says
    assert gap.says.endswith("2 answers that you gave from it are kept.")

    (gap,) = (gap for gap in assess(case(), ASIDE, FRIDAY).gaps if gap.kind == "no_pack")
    assert "kept" not in gap.says


def test_what_cannot_be_read_counts_as_of_harm_where_telling_is_decided() -> None:
    """A parent who is suspected is not told on the strength of answers that nobody can read."""
    parent = {"family": ({"key": "father", "relation": "Father"},),
              "source_of_harm": {"kinds": ("parent_or_carer",), "members": ("father",)}}
    told_of = {one.person: one.state for one in assess(told(**parent), ASIDE, FRIDAY).telling}

    assert told_of["father"] != "tell"


def test_a_sign_of_the_area_that_was_not_a_no_counts_and_a_no_does_not() -> None:
    """The area's own signs are unread too, unless they were answered no."""
    said = case(signs={OWN_SIGN.id: SignAnswer(answer="not_sure")})
    assert read(said, ASIDE).unread == (OWN_SIGN.id,)
    assert read(case(), ASIDE).unread == ()


def test_nothing_is_unread_while_the_pack_is_held() -> None:
    """The same case with the pack in its place has no such reason."""
    assert read(told(), PACKS).unread == ()


def test_the_answers_are_whole_when_the_pack_comes_back() -> None:
    """Reading a case while its pack is set aside changes nothing in it."""
    before = told()
    assert read(before, ASIDE).case == before


@pytest.mark.parametrize("answer", [{"answer": "yes"}, {"answer": "not_sure", "why": "cannot_prove"}])
def test_a_sign_that_cannot_be_read_is_rung_about_now_and_nobody_is_told(answer: dict[str, str]) -> None:
    """A mistake in the pack makes no call calmer: any sign is a call now, and nobody in the family is told first."""
    family = ({"key": "mother", "relation": "Mother"}, {"key": "father", "relation": "Father"})
    source = {"kinds": ("parent_or_carer",), "members": ("father",)}
    said = case(signs={OWN_SIGN.id: answer}, family=family, source_of_harm=source)
    decision = assess(said, ASIDE, FRIDAY)
    assert decision.outcome == "refer_now"
    assert {one.state for one in decision.telling if one.person in ("mother", "father")} == {"ask_first"}
    assert assess(told(family=family, source_of_harm=source), ASIDE, FRIDAY).outcome == "consult_today"
