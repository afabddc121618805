"""What going on used to lose: suspicions, answers held back, a no that nobody gave, and parts of a draft."""
import json
from datetime import UTC, datetime

import pytest

from decision.case import Case, Child, Finding, HeldBack, SignAnswer
from decision.moving import come_back, leave
from exports.details import Details
from guidance.packs import Packs
from pages.parts.visit import draft
from pages.parts.visit.draft import DraftProblem, Progress
from pages.parts.wizard.area_change import note
from tests.pages.asking import AREA, EVERYTHING, HOME, case_of, field, fill, has_field, open_step, press

SUSPECTED = SignAnswer(answer="not_sure", why="cannot_prove", note="A bruise")
HELD = HeldBack(why="source_unnamed", note="The neighbour")
ROW = "TST-3-CHILD-01"


@pytest.fixture(autouse=True)
def _packs(packs: Packs) -> None:
    """Every test here uses the made-up packs."""


def test_a_suspicion_without_proof_is_shown_as_one_and_stays() -> None:
    """It counts as a yes, and is seen in its group as what was said; going on keeps it, and a No takes it away."""
    case = HOME.model_copy(update={"signs": {"disclosure": SUSPECTED}})
    screen = open_step("signs", case)
    assert (field(screen, "group-0").value, field(screen, "why-disclosure").value) == ("not_sure", "cannot_prove")
    assert case_of(press(screen, "Continue")).signs == {"disclosure": SUSPECTED}
    assert case_of(press(fill(open_step("signs", case), group__0="no"), "Continue")).signs == {}


def test_a_doubt_shows_that_the_user_is_not_sure_and_stays() -> None:
    """A sign answered with a doubt elsewhere is a "not sure" of its group, which "None of these at all" never changes.
    """
    doubt = SignAnswer(answer="not_sure", why="could_not_find_out")
    case = HOME.model_copy(update={"signs": {"disclosure": doubt}})
    screen = open_step("signs", case)
    assert field(screen, "group-0").value == "not_sure"
    after = case_of(press(screen, "None of these at all"))
    assert after.signs == {"disclosure": doubt}
    assert "child_says" not in after.signs_none


def test_a_doubt_that_becomes_a_yes_keeps_what_was_written() -> None:
    """Only the answer changes."""
    case = HOME.model_copy(update={"signs": {"disclosure": SUSPECTED.model_copy(update={"why": "do_not_understand"})}})
    screen = press(fill(open_step("signs", case), sign__disclosure=True), "Continue")
    assert case_of(screen).signs["disclosure"] == SignAnswer(answer="yes", note="A bruise")


def test_some_that_were_answered_no_stay_so_when_the_group_is_not_none() -> None:
    """A no by itself is neither lost nor spread to the rest of its group."""
    case = HOME.model_copy(update={"signs": {"disclosure": SignAnswer(answer="no")}})
    screen = open_step("signs", case)
    assert field(screen, "group-0").value is None
    assert case_of(press(screen, "Continue")).signs == {"disclosure": SignAnswer(answer="no")}


@pytest.mark.parametrize("area", [AREA, "elsewhere"])
def test_nothing_is_ticked_beforehand_beside_a_sign_that_nobody_was_asked(area: str) -> None:
    """A topic that was answered "None" before its sign was there shows no tick, and going on writes no no."""
    none = Case(home_area=area, reference="TEST", asked=("injury",))
    asked = open_step("know", none, Progress(seen=EVERYTHING.seen, topics=("injury",)), number=1)
    assert has_field(asked, "sign-disclosure")
    assert field(asked, "none-injury").value is False
    assert case_of(press(asked, "Continue")) == none


def test_every_statement_a_no_is_not_none_while_a_sign_is_open(packs: Packs) -> None:
    """The statements keep their no, and the open sign stays open."""
    progress = Progress(seen=EVERYTHING.seen, topics=("injury",))
    screen = press(fill(open_step("know", HOME, progress, number=1), none__injury=True), "Continue")
    before = case_of(screen)
    assert before.signs["disclosure"].answer == "no"
    case = before.model_copy(update={"signs": {}})
    again = open_step("know", case, progress, number=1)
    assert field(again, "none-injury").value is False
    assert case_of(press(again, "Continue")) == case


@pytest.mark.parametrize("basis", [None, "seen", "suspected", "child_said", "told"])
def test_a_hold_outlives_the_evidence_page(basis: str | None) -> None:
    """However the user knows it, and if that changes, an answer that is held back stays so with its note."""
    answer = SignAnswer.model_validate({"answer": "yes", "basis": basis, "note": "Seen by the neighbour"})
    case = HOME.model_copy(update={"signs": {"disclosure": answer}, "held_back": {"signs.disclosure": HELD}})
    assert case_of(press(open_step("signs", case, number=4), "Continue")) == case
    other = press(fill(open_step("signs", case, number=4), basis__disclosure="seen"), "Continue")
    assert case_of(other).held_back == {"signs.disclosure": HELD}
    let_go = press(fill(open_step("signs", case, number=4), unnamed__disclosure=False), "Continue")
    assert case_of(let_go).held_back == {}


def test_an_answer_held_back_stays_so_through_a_change_of_area(packs: Packs) -> None:
    """The words that stand for it are held back as a whole, further reasons beside it, and it comes back held."""
    other = HeldBack(why="safety", note="He reads the post")
    case = HOME.model_copy(update={
        "findings": (Finding(id=ROW, note="The neighbour saw it"),), "signs": {"tst_quarry": SignAnswer(answer="yes")},
        "held_back": {f"findings.{ROW}": HELD, "signs.tst_quarry": other},
    })
    left, put = leave(case, "elsewhere", packs, note)
    assert put is not None
    assert left.held_back == {"other_worry_note": HELD}
    assert "The neighbour saw it" in left.other_worry_note
    assert "He reads the post" in left.other_worry_note
    assert come_back(left.model_copy(update={"home_area": AREA}), put, packs) == case


def test_a_worry_that_moves_is_asked_about_anew(packs: Packs) -> None:
    """That no harm could come before was not said of what stands in one's own words now."""
    case = HOME.model_copy(update={"findings": (Finding(id=ROW),), "harm_before_next": "no"})
    assert leave(case, "elsewhere", packs, note)[0].harm_before_next is None


def test_the_note_on_a_status_stays() -> None:
    """What the page does not ask about a child is left as it is."""
    case = HOME.model_copy(update={"children": (Child(label="A", status=("young_carer",), status_note="At home"),)})
    assert case_of(press(open_step("children", case), "Continue")) == case


def test_a_strength_that_is_not_known_stays_so() -> None:
    """Unticked is not taken for an answer taken back."""
    case = HOME.model_copy(update={"factors": {"TST-F-01": "not_known"}})
    assert case_of(press(open_step("strengths", case), "Continue")) == case


def test_a_draft_with_a_part_that_nobody_knows_is_not_read() -> None:
    """It would be lost in silence, so the draft is kept as a file, as where a part holds a question nobody knows."""
    now = datetime(2026, 11, 23, 10, tzinfo=UTC)
    text = draft.to_json(HOME, Details(), Progress(), now)
    assert draft.opened(text, now)[1][0] == HOME
    with pytest.raises(DraftProblem) as problem:
        draft.opened(json.dumps({**json.loads(text), "answers_of_tomorrow": {}}), now)
    assert problem.value.unread == "unreadable"
