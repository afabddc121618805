"""Quayshire, the made-up sixth area, beside what holds everywhere as it is shipped; and cases in it."""
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from decision.assess import assess
from decision.result import Decision, Route
from decision.worked import WorkedCase, expand
from guidance.check import ROOT
from guidance.load import load_packs
from guidance.packs import Packs
from tests.made_up import sixth_area, testshire

FRIDAY = "2026-11-20 10:05"


def write_root(path: Path) -> Path:
    """Write the national pack and two made-up areas, Quayshire and Testshire, below `path`."""
    shutil.copytree(ROOT / "national", path / "national")
    sixth_area(path)
    testshire(path)
    return path


def _loaded() -> Packs:
    with TemporaryDirectory() as folder:
        return load_packs(write_root(Path(folder)))


PACKS = _loaded()
AREA = PACKS.areas["quayshire"]


def worked(*facts: str, on: str = FRIDAY, packs: Packs = PACKS, **more: Any) -> WorkedCase:
    """A case in Quayshire in which these facts were seen, and everything else was asked and answered no."""
    raw = {"name": "A made-up case", "on": on, "children": [{"label": "A", "age_years": 9}],
           "facts": [{"id": id_, "basis": "seen"} for id_ in facts], "expect": {"outcome": "consult"}, **more}
    return expand(raw, "quayshire", packs)


def decided(*facts: str, on: str = FRIDAY, packs: Packs = PACKS, **more: Any) -> Decision:
    """The decision for such a case."""
    case = worked(*facts, on=on, packs=packs, **more)
    return assess(case.case, packs, case.on)


def rung(decision: Decision) -> Route:
    """The first number to ring."""
    return next(route for route in decision.routes if route.dial)
