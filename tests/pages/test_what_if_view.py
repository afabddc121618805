"""What if an answer were another: shown beside the result, and never kept."""
import pytest

from decision.assess import decide
from decision.known import read
from decision.what_if import Tried, with_said
from guidance.packs import Packs
from guidance.words import say
from pages.parts.result.what_if_view import compared, question_of
from tests.decision.build import FRIDAY, PACKS, case, yes
from tests.pages.opening import open_page
from tests.pages.test_result import OUTCOMES
from tests.pages.screen import words

AREA = PACKS.areas["central_bedfordshire"]


def test_an_answer_is_tried_and_no_answer_changes(packs: Packs) -> None:
    """The page says what would follow and that nothing is changed; the case it holds stays what it was."""
    screen = open_page("result", OUTCOMES["Refer now"])
    before = screen.session_state["case"]
    assert say("windscreen.try.says") in words(screen)
    which = next(box for box in screen.selectbox if box.label == say("windscreen.try.which"))
    assert which.value is None
    screen = which.set_value("TST-4-CHILD-01").run()
    assert say("windscreen.try.now.yes") in words(screen)
    assert "The child has injuries that are not accidents. Source: " in words(screen)
    what = next(radio for radio in screen.radio if radio.label == say("windscreen.try.what"))
    screen = what.set_value("no").run()
    tried = decide(read(with_said(before, packs, "TST-4-CHILD-01", "no"), packs), FRIDAY)
    seen = words(screen)
    assert f"{say('windscreen.try.if_no')} {packs.national.words[tried.outcome].name}" in seen
    assert say("windscreen.try.calmer") in seen
    assert screen.session_state["case"] == before


@pytest.mark.parametrize(("said", "same"), [("no", False), ("not_sure", False), ("yes", True)])
def test_both_results_stand_beside_each_other(said: Tried, same: bool) -> None:
    """The result now and what it would be: each with its outcome; where nothing changes, that is said."""
    given = case(signs=yes("strangulation"))
    now = decide(read(given, PACKS), FRIDAY)
    tried = decide(read(with_said(given, PACKS, "strangulation", said), PACKS), FRIDAY)
    shown = compared(now, tried, say(f"windscreen.try.if_{said}"), PACKS, AREA)
    assert PACKS.national.words[now.outcome].name in shown
    assert (say("windscreen.try.same") in shown) == same
    assert (PACKS.national.words[tried.outcome].name in shown.split(say(f"windscreen.try.if_{said}"))[1]) != same


def test_a_calmer_result_never_stands_without_its_warning() -> None:
    """Nobody is led to tick less; where nothing becomes calmer nothing is warned of."""
    given = case(signs=yes("strangulation"))
    now = decide(read(given, PACKS), FRIDAY)
    calmer = decide(read(with_said(given, PACKS, "strangulation", "no"), PACKS), FRIDAY)
    assert say("windscreen.try.calmer") in compared(now, calmer, "x", PACKS, AREA)
    assert say("windscreen.try.calmer") not in compared(calmer, now, "x", PACKS, AREA)


def test_an_answer_leads_back_to_where_it_was_given(packs: Packs) -> None:
    """A sign to the signs; a statement to its topic among the chosen ones, or to the choice of topics."""
    area = packs.areas["testshire"]
    assert question_of("TST-3-CHILD-01", packs, area, ("injury", "neglect"))["step"] == "know"
    assert question_of("TST-3-CHILD-01", packs, area, ("injury",)) == {"step": "topics"}
    assert question_of("disclosure", packs, area, ()) == {"step": "signs"}
    assert question_of("nothing", packs, area, ("injury",)) == {"step": "topics"}
