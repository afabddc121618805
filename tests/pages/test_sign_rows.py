"""A sign that is so is changed where it was ticked, and the button below the groups speaks of the rest at once."""
import pytest
from streamlit.testing.v1 import AppTest

from decision.case import SignAnswer
from guidance.packs import Packs
from guidance.words import say
from pages.parts.visit.draft import Progress
from pages.parts.wizard.signs import DETAILS, _rows
from pages.parts.wizard.steps import SoFar
from tests.pages.asking import HOME, open_step
from tests.pages.test_check_signs import NONE, answer

YES = HOME.but(signs={"disclosure": SignAnswer(answer="yes")})


@pytest.fixture(autouse=True)
def _packs(packs: Packs) -> None:
    """Every test here uses the made-up packs."""


def buttons(screen: AppTest) -> list[str]:
    """What the buttons of a screen say."""
    return [button.label for button in screen.button]


def test_a_sign_that_is_so_is_changed_where_it_was_ticked(packs: Packs) -> None:
    """Its row leads to its group, with the tick to take away; how it is known has a row and a page of its own."""
    rows = {row.question: row for row in _rows(SoFar(YES, Progress(), packs))}
    sign = next(one for one in packs.signs("testshire") if one.id == "disclosure")
    assert (rows[sign.says].number, rows[sign.says].field) == (0, "group-0")
    known = rows[say("signs.row_known", sign=sign.short)]
    assert (known.number, known.answer) == (DETAILS, say("signs.row_known_not"))


def test_with_a_tick_or_a_yes_the_button_speaks_of_the_rest() -> None:
    """At once, not only when the page is opened again: nothing here is "none at all" then."""
    assert NONE in buttons(open_step("signs", HOME, Progress()))
    for fields in ({"sign__disclosure": True}, {"group__0": "yes"}):
        screen = answer(open_step("signs", HOME, Progress()), **fields)
        assert NONE not in buttons(screen)
        assert say("signs.none_of_the_rest") in buttons(screen)
