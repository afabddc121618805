"""The packs that ship have no flaw that the lint finds: area by area, and what holds everywhere.

Of each sign beside a row one pair in five is tried, since all take minutes. `python -m decision lint` tries every one,
and is run for each change of a pack (docs/update_an_area.md).
"""
from itertools import islice

import pytest

from decision import lint as lint_module
from decision.lint import in_words, lint
from decision.lint_cases import pairs
from guidance.load import load_packs

pytestmark = pytest.mark.long
PACKS = load_packs()
EACH = 5


@pytest.mark.parametrize("area_id", ["", *PACKS.areas], ids=lambda area_id: area_id or "national")
def test_a_shipped_pack_has_no_flaw(area_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No case ends without a form, a number or an answer on telling, and everything can be reached."""
    monkeypatch.setattr(lint_module, "pairs", lambda packs, area: islice(pairs(packs, area), 0, None, EACH))
    assert in_words(flaw for flaw in lint(PACKS, area_id) if flaw.severity == "error") == []
