"""The help of each child on the call sheet: no cut makes the first child's help everybody's."""
import re
from typing import Any

import pytest

from decision.assess import assess
from decision.case import Case, Child, FamilyMember
from exports.blocks import Rows
from exports.details import Details
from exports.documents.call_sheet import DOCUMENT
from exports.material import Material
from exports.two_answers import LEAST_PATHS, both_short, first_paths
from guidance.load import load_packs
from guidance.words import say
from tests.exports import samples

PACKS = load_packs().at(samples.NOW)
AREAS = tuple(area.id for area in PACKS.areas.values())
CHILDREN: tuple[dict[str, Any], ...] = (
    {"age_years": 9}, {"age_years": 7, "status": ("child_in_need", "social_worker")}, {"age_years": 18},
    {"age_years": 5, "status": ("protection_plan", "social_worker")}, {"age_years": 3, "status": ("looked_after",)})


def material(area: str, *children: dict[str, Any]) -> Material:
    """A worry about children who have different help."""
    case = Case(home_area=area, danger="no", other_worry=True, other_worry_note="Cold and hungry.",
                harm_before_next="not_sure",
                children=tuple(Child(label=label, **child) for label, child in zip("ABCDE", children, strict=False)),
                family=(FamilyMember(key="mother", relation="mother", role="parent", told="yes", agrees="agrees"),))
    return Material(case, Details(), assess(case, PACKS, samples.NOW), PACKS, samples.NOW)


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("share", [0, *range(1, 1 + len(DOCUMENT.shorter), 6), len(DOCUMENT.shorter)])
@pytest.mark.parametrize("number", [2, 3, 5])
def test_at_every_cut_each_child_is_told_apart(area: str, share: int, number: int) -> None:
    """The children of every group of help are named beside it, or beside that theirs stands in the result."""
    m = material(area, *CHILDREN[:number])
    groups = [path.about for path in first_paths(m.decision)]
    assert len(groups) > 1
    build = (DOCUMENT.build, *DOCUMENT.shorter)[share]
    assert build
    rows = [row for block in build(m) if isinstance(block, Rows) for row in block.rows]
    said = [line for label, answer in rows if label not in (say("papers.child"), say("papers.sheet.family"))
            for line in (f"{label}: {part}" for part in answer.said.split("\n"))]
    for about in groups:
        assert any(_names(line, about) for line in said), (about, said)


def _names(line: str, about: tuple[str, ...]) -> bool:
    after = line.casefold().partition(say("then.children", children="").casefold())[2]
    return set(map(str.casefold, about)) <= set(re.findall(r"\w+", after.partition(":")[0]))


def test_of_whom_there_is_no_room_it_is_said_where_theirs_stands() -> None:
    """More groups than lines: the children of the others by letter."""
    m = material("luton", *CHILDREN)
    groups = {path.about for path in first_paths(m.decision)}
    said = both_short(m, least=True)[0][1].said
    assert (say("papers.sheet.others_help") in said) is (len(groups) > LEAST_PATHS)
    short = both_short(m)
    assert (say("papers.sheet.others_help") in [answer.said for _, answer in short]) is (len(groups) > 2)


@pytest.mark.parametrize("area", AREAS)
def test_what_is_the_same_for_all_names_nobody(area: str) -> None:
    """With one help for every child the shortest line is that help alone."""
    said = both_short(material(area, {"age_years": 9}, {"age_years": 7}), least=True)[0][1].said
    assert say("then.children", children="A") not in said
