"""Nothing was answered: the result claims no outcome, and the number stands."""
from datetime import UTC, datetime

import pytest

from decision.assess import assess
from decision.case import Case
from guidance.load import load_packs
from pages.parts.result.blank_view import blank_section
from pages.parts.result.result_folds import folds
from pages.parts.result.then_view import nothing_said
from tests.pages.screen import read

PACKS = load_packs()
NOW = datetime(2026, 11, 20, 10, 5, tzinfo=UTC)


@pytest.mark.parametrize("area", ["", *PACKS.areas])
def test_of_nothing_no_outcome_is_claimed(area: str) -> None:
    """No day, no talk that could wait, nothing calm: that nothing is known, that it is no "no", and whom to ring."""
    case = Case(home_area=area)
    decision = assess(case, PACKS, NOW)
    assert nothing_said(case)
    html = blank_section(case, decision, PACKS, NOW)
    seen = read(html)
    assert "Nothing is answered yet" in seen
    assert "cannot say how soon to act" in seen
    assert "takes nothing as a “no”" in seen
    assert "working day" not in seen
    assert "after talking to your lead" not in seen
    assert 'href="tel:' in html.partition("<details")[0] or "GOV.UK" in seen
    when = folds(case, decision, PACKS, (), NOW).partition('id="fold-when"')[2].partition("</summary>")[0]
    assert when
    assert "talk it through" not in when


@pytest.mark.parametrize("area", PACKS.areas)
def test_every_number_of_the_result_stands(area: str) -> None:
    """None is lost with the outcome."""
    case = Case(home_area=area)
    decision = assess(case, PACKS, NOW)
    html = blank_section(case, decision, PACKS, NOW)
    assert all(one.dial in html for one in decision.routes)
