"""What nothing leads to: of what holds everywhere too, over all packs that are held."""
import pytest

from decision.lint_levels import out_of_reach
from guidance.load import load_packs
from tests.decision.altered import replaced, with_national

SHIPPED = load_packs()
ALONE_LED = [(sign.id, id_) for sign in SHIPPED.national.signs for id_ in sign.duty
             if id_ in ("faith_abuse", "partner_abuse", "dog_bite")]


@pytest.mark.parametrize(("sign_id", "duty_id"), ALONE_LED)
def test_a_national_duty_that_nothing_leads_to_is_listed(sign_id: str, duty_id: str) -> None:
    """Where the one sign that leads to it has lost it, what holds everywhere is no longer whole."""
    assert list(out_of_reach(SHIPPED, "", ())) == []
    signs = replaced(SHIPPED.national.signs, sign_id, duty=())
    found = out_of_reach(with_national(SHIPPED, signs=signs), "", ())
    assert [id_ for id_, _ in found] == [duty_id]
