"""A change of the home area, without a page: nothing is dropped, and the way back leads to the same answers."""
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.assess import assess
from decision.case import TEXT_LIMIT, Case, Child, Finding, HeldBack, SignAnswer
from decision.changes import remove_child
from decision.moving import come_back, leave, move
from decision.unknown_ids import unknown_ids
from decision.urgency import urgency
from guidance.packs import Packs
from guidance.vocabulary import ELSEWHERE
from tests.decision.build import AREA, CBC, PACKS
from tests.decision.strategies import cases_in

OTHER = next(id_ for id_ in PACKS.areas if id_ != CBC)
ROW = AREA.indicators[0].id
NATIONAL = {sign.id for sign in PACKS.national.signs}
STATEMENTS = ("findings", "answers", "factors", "asked", "unsure_topics", "no_protective_factor", "signs", "held_back")
"""What is answered for one area."""
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def in_words(kept: Case, area: str, packs: Packs) -> str:
    """Which statements were so, and what was written of them."""
    told = [*kept.findings, *kept.signs.values()]
    return "\n".join((f"For {packs.name_of(area)}:", *(item.id for item in kept.findings),
                      *(text for item in told for text in (item.when, item.note, item.words) if text)))


@given(cases_in(AREA), st.sampled_from((OTHER, ELSEWHERE, "")))
def test_a_change_of_area_and_back_loses_no_answer(case: Case, there: str) -> None:
    """Every statement is as it was, and on the way the case can be read for the area where it is."""
    gone = move(case, there, {}, PACKS, in_words)
    assert gone.case.home_area == there
    assert unknown_ids(gone.case, PACKS) == ()
    assert Case.model_validate(gone.case.model_dump()) == gone.case
    assert set(gone.case.signs) <= NATIONAL
    back = move(gone.case, CBC, gone.aside, PACKS, in_words)
    assert back.aside == {}
    for name in (*STATEMENTS, "home_area", "children", "family", "danger", "history", "events", "other_worry_note"):
        was, now = getattr(case, name), getattr(back.case, name)
        assert now == was, name
    assert back.topics == (case.asked if gone.put else ())


@given(cases_in(AREA))
def test_a_worry_stays_a_worry_on_the_way(case: Case) -> None:
    """What was so stands in the user's own words, and that no harm could come before was not said of that."""
    left, put = leave(case, OTHER, PACKS, in_words)
    if case.findings:
        assert put is not None
        assert left.other_worry is True
        assert all(item.id in left.other_worry_note for item in case.findings)
        assert left.harm_before_next != "no"


def test_nothing_is_put_aside_where_nothing_was_answered() -> None:
    """National answers move with the child."""
    case = Case(home_area=CBC, signs={next(iter(NATIONAL)): SignAnswer(answer="yes")}, danger="no")
    gone = move(case, OTHER, {}, PACKS, in_words)
    assert (gone.case, gone.aside, gone.put, gone.topics) == (case.but(home_area=OTHER), {}, False, ())


@pytest.mark.parametrize(("now", "then"), [("", ""), (CBC, OTHER), (OTHER, OTHER), (ELSEWHERE, ELSEWHERE)])
def test_where_the_child_is_now_follows_only_where_it_was_at_home(now: str, then: str) -> None:
    """Somebody who was said to be at home is there still; one who is elsewhere is there still too."""
    assert leave(Case(home_area=CBC, area_now=now), OTHER, PACKS, in_words)[0].area_now == then


def test_a_child_who_is_removed_meanwhile_is_not_named_when_the_answers_come_back() -> None:
    """The statement comes back about the others."""
    children = (Child(label="A"), Child(label="B"))
    case = Case(home_area=CBC, children=children, findings=(Finding(id=ROW, about=("A", "B")),))
    left, put = leave(case, OTHER, PACKS, in_words)
    assert put is not None
    back = come_back(remove_child(left, "A").but(home_area=CBC), put, PACKS)
    assert back.findings == (Finding(id=ROW, about=("B",)),)


def test_what_the_user_has_changed_in_the_note_stays() -> None:
    """The note goes only as it was put there; own words beside it are kept."""
    case = Case(home_area=CBC, findings=(Finding(id=ROW, note="Cold hands"),), other_worry=True,
                other_worry_note="Mine")
    left, put = leave(case, OTHER, PACKS, in_words)
    assert put is not None
    assert left.other_worry_note == f"Mine\n\n{put.note}"
    changed = left.but(other_worry_note=left.other_worry_note.replace("Cold hands", "Very cold hands"))
    assert "Very cold hands" in come_back(changed.but(home_area=CBC), put, PACKS).other_worry_note
    assert come_back(left.but(home_area=CBC), put, PACKS).other_worry_note == "Mine"


def test_a_note_for_which_there_is_no_room_is_left_out_and_the_answers_are_kept() -> None:
    """The user's own words are never cut, the worry stays one, and all of it comes back."""
    case = Case(home_area=CBC, findings=(Finding(id=ROW, note="x" * 100),), other_worry=True,
                other_worry_note="y" * (TEXT_LIMIT - 50))
    left, put = leave(case, OTHER, PACKS, in_words)
    assert put is not None
    assert (put.note, left.other_worry, left.other_worry_note) == ("", True, case.other_worry_note)
    assert come_back(left.but(home_area=CBC), put, PACKS) == case


def test_what_is_held_back_stays_held_on_both_ways() -> None:
    """The note that stands for the answer is held as a whole, and the answer comes back held."""
    held = HeldBack(why="source_unnamed", note="The neighbour")
    case = Case(home_area=CBC, findings=(Finding(id=ROW, note="She saw it"),), held_back={f"findings.{ROW}": held})
    left, put = leave(case, OTHER, PACKS, in_words)
    assert put is not None
    assert left.held_back == {"other_worry_note": held}
    assert come_back(left.but(home_area=CBC), put, PACKS) == case


@pytest.mark.parametrize(("here", "there"), [(one, other) for one in PACKS.areas for other in (*PACKS.areas, ELSEWHERE)
                                             if one != other])
def test_no_call_ends_because_the_child_lives_in_another_area(here: str, there: str) -> None:
    """A sign that only the old area's document has stays as its group: one of it is so, or in doubt; and it comes back
    as it was."""
    for sign in PACKS.areas[here].signs:
        for answer in ("yes", "not_sure"):
            case = Case(home_area=here, danger="no", signs={sign.id: SignAnswer(answer=answer)})
            moved = move(case, there, {}, PACKS, in_words)
            before, after = (urgency(assess(one, PACKS, NOON).outcome) for one in (case, moved.case))
            assert after >= before, (sign.id, answer)
            again = move(moved.case, here, moved.aside, PACKS, in_words).case
            assert (again.signs, again.signs_some, again.signs_unsure) == (case.signs, (), ()), sign.id
