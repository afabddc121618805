"""The packs that ship have no flaw that the lint finds: area by area, and what holds everywhere."""
import pytest

from decision.lint import in_words, lint
from guidance.load import load_packs

pytestmark = pytest.mark.long
PACKS = load_packs()


@pytest.mark.parametrize("area_id", ["", *PACKS.areas], ids=lambda area_id: area_id or "national")
def test_a_shipped_pack_has_no_flaw(area_id: str) -> None:
    """No case ends without a form, a number or an answer on telling, and everything can be reached."""
    assert in_words(flaw for flaw in lint(PACKS, area_id) if flaw.severity == "error") == []
