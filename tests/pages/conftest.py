"""Fixtures for tests of pages."""
from pathlib import Path

import pytest

from guidance.load import load_packs
from guidance.packs import Packs
from pages.parts import knowledge
from pages.parts.clock import TEST_TIME
from tests.made_up import append, made_up_root

MONDAY = "2026-11-23T10:00"
"""A Monday morning, when the made-up front door is open."""


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Packs:
    """The made-up packs with two more rows, in place of the real ones, on a Monday morning."""
    root = made_up_root(tmp_path)
    rows = root / "areas/testshire/indicators.csv"
    says = "The child comes to school hungry."
    for id_, level in (("TST-2-TWICE-01", "extra"), ("TST-3-TWICE-01", "complex")):
        append(rows, f"{id_},{level},child,,child,,need,,twice,neglect,{says},,,,,section 4,\n")
    made = load_packs(root)
    monkeypatch.setattr(knowledge, "packs", lambda: made)
    monkeypatch.setenv(TEST_TIME, MONDAY)
    return made
