"""What the result asks first, answered on the spot: harm before somebody would next act, and a sign not asked."""
import pytest

from decision.case import Case, SignAnswer
from tests.pages.asking import case_of, field, fill, has_field, press
from tests.pages.opening import open_page
from tests.pages.screen import source, words
from tests.pages.test_result import NO_SIGN, having

pytestmark = pytest.mark.usefixtures("packs")
WORRY = having(other_worry=True, other_worry_note="Something else")
MARK = having(signs={**{id_: answer for id_, answer in NO_SIGN.items() if id_ != "sexual_abuse"},
                     "non_mobile_injury": SignAnswer(answer="yes", body=("thighs",))})


def order(case: Case) -> list[str]:
    """What stands first on the result: the question, or what to do now."""
    shown = source(open_page("result", case))
    return sorted(("Answer this first", 'id="now"'), key=shown.index)


def test_harm_before_anybody_would_act_is_asked_first_and_answered_there() -> None:
    """The question stands under what to do, which no question moves down; the answer is taken over and it is gone."""
    assert order(WORRY) == ['id="now"', "Answer this first"]

    screen = press(fill(open_page("result", WORRY), harm_before_next="no"), "Use this answer")
    assert case_of(screen).harm_before_next == "no"
    assert not has_field(screen, "harm_before_next")
    assert "Answer this first" not in words(screen)


def test_a_call_that_is_to_be_made_now_stands_above_the_question() -> None:
    """Beside a sign that is rung about now, the sign not asked comes after the call; its answer counts too."""
    assert order(MARK) == ['id="now"', "Answer this first"]

    screen = press(fill(open_page("result", MARK), first__sexual_abuse="yes"), "Use this answer")
    assert case_of(screen).signs["sexual_abuse"].answer == "yes"


def test_nothing_answered_leaves_the_question_open() -> None:
    """Pressing the button without an answer is no answer."""
    screen = press(open_page("result", WORRY), "Use this answer")
    assert case_of(screen) == WORRY
    assert field(screen, "harm_before_next").value is None


def test_nothing_is_asked_first_where_all_is_answered() -> None:
    """An ordinary result has no such panel."""
    assert "Answer this first" not in words(open_page("result", having()))
