"""What a page shows once the call was made: nothing asks anew for what is done, and what is not done is still said."""
import re

import pytest

from decision.after import asked_first, has_rung, made, script_is_due
from decision.case import Call
from guidance.packs import Packs
from pages.parts.display.markup import join
from pages.parts.result.after_view import _number
from pages.parts.result.result_folds import folds
from tests.pages.asking import HOME
from tests.pages.opening import open_page
from tests.pages.screen import source
from tests.pages.test_ring_bar import DAY, REAL, decided, recording, told


@pytest.mark.parametrize("area", ["", *REAL.areas])
def test_once_the_call_was_made_nothing_on_the_result_asks_for_it_anew(area: str) -> None:
    """For every sign, in both first answers: no number of that call says to ring now, and the script of the first call
    stands only while one to a council's team is left. A call that was not made still says so."""
    for sign in REAL.signs(area):
        case = recording(told(area=area, call=Call(outcome="taken"), **{sign.id: ""}))
        decision = decided(case)
        if not has_rung(case, decision):
            continue
        numbers = "".join(str(_number(one, case, decision, REAL, DAY)) for one in decision.routes
                          if made(one, case, decision))
        anew = re.search(r"(?<!danger )(?<!Open )(?<!Closed )\bnow\b|ring (them )?first", numbers)
        assert anew is None, (sign.id, numbers)
        left = asked_first(case, decision) in ("999", "police")
        assert left or not any(one.kind == "ring_now" and not made(one, case, decision) for one in decision.routes)
        shown = str(folds(case, decision, REAL, (), DAY))
        for line in decision.say:
            assert (str(join(line)) in shown) == left, (sign.id, line)


def test_a_call_to_999_is_none_to_the_council() -> None:
    """After 999 alone the council is still told, with what to say and "Ring now"."""
    sign = next(one for one in REAL.signs("luton") if one.outcome == "call_999")
    case = told(area="luton", call=Call(outcome="taken"), **{sign.id: ""}).but(rung=("999",))
    decision = decided(case)
    assert has_rung(case, decision)
    assert script_is_due(case, decision)
    assert any(one.kind == "ring_now" and not made(one, case, decision) for one in decision.routes)


def test_the_numbers_of_an_area_that_was_rung_do_not_say_to_ring_now(packs: Packs) -> None:
    """The page of numbers says that you have rung, and when to ring again; of any other area it says "Ring now"."""
    case = HOME.but(rung=("front_door",))
    seen = source(open_page("contacts", case))
    assert "You have rung. Ring again if" in seen
    assert "Ring now: Testshire Front Door" not in seen
    assert "Testshire Front Door" in seen
    assert "Ring now: Testshire Front Door" in source(open_page("contacts", HOME))
