"""What is of harm is decided by the data: signs, severe or urgent rows, duties that speak of telling, urgency."""
from typing import Any

import pytest

from decision.core import core
from decision.harm import of_harm, item_of_harm
from tests.decision.build import AREA, known

HARM = next(row for row in AREA.indicators if row.harm == "significant")
NEED = next(row for row in AREA.indicators if row.kind == "need" and not row.harm and not row.at_least and not row.duty)


def harmful(**fields: Any) -> bool:
    """Whether a case of Central Bedfordshire holds anything of harm."""
    found = known(**fields)
    return of_harm(found, core(found).entries)


def test_a_doubt_about_harm_is_of_harm() -> None:
    """Not sure counts as much as yes; no does not, nor what one tick says of every other row of a page."""
    assert harmful(answers={HARM.id: "not_sure"})
    assert harmful(ticked=(HARM.id,))
    assert not harmful(answers={HARM.id: "no"})
    assert not harmful(answers={HARM.id: "not_known"})


def test_every_sign_is_of_harm_and_so_is_danger() -> None:
    """A sign, a sign that could not be found out, and danger that is not ruled out."""
    assert harmful(signs={"disclosure": {"answer": "yes"}})
    assert harmful(signs={"disclosure": {"answer": "not_sure", "why": "could_not_find_out"}})
    assert harmful(danger="not_sure")


def test_an_ordinary_need_is_not_of_harm() -> None:
    """A need without severity, urgency or telling rule leaves the family to be talked with openly."""
    assert not harmful(ticked=(NEED.id,))
    assert not harmful()


def test_a_row_that_asks_for_today_is_of_harm_at_whatever_level() -> None:
    """Urgency stands for harm, since the document or a warning says that it cannot wait."""
    urgent = next(row for row in AREA.indicators if row.at_least in ("consult_today", "refer_now"))
    assert item_of_harm(urgent)
    assert not item_of_harm(NEED)


@pytest.mark.parametrize(("answer", "expected"), [("yes", True), ("not_sure", True), ("no", False), (None, True)])
def test_a_worry_of_ones_own_is_of_harm_if_it_could_come_before_anyone_acts(answer: str | None, expected: bool) -> None:
    """Only a no says that it can wait; a question that nobody has answered is never a no."""
    assert harmful(other_worry=True, harm_before_next=answer) is expected


def test_a_confidence_that_is_kept_is_not_of_harm() -> None:
    """A duty whose telling rule keeps a young person's confidence says nothing of anybody who harms them."""
    assert not harmful(ticked=("CBC-2-CHILD-03",), children=[{"label": "A", "age_years": 16}])
    assert harmful(ticked=("CBC-2-CHILD-03",), children=[{"label": "A", "age_years": 15}])
