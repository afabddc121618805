"""The made-up area with an indicator of its own and with rules for missing education, as real files."""
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from guidance.load import load_packs
from guidance.packs import Packs
from pages.parts import knowledge
from pages.parts.clock import TEST_TIME
from tests.made_up import append, made_up_root, replace
from tests.pages.conftest import MONDAY

TOPIC = "- {id: education, name: School, says: Missing school, group: The child, order: 9}\n"
GRID = """- id: grid
  name: Testshire indicator
  says: Two categories with two columns.
  bands:
    - {id: first, name: First column, says: The lower one.}
    - {id: second, name: Second column, says: The higher one.}
  source: {source: tst_thresholds, where: section 13}
"""
ROWS = """\
G-2,second,,Away from home,outside,grid,scale,,out,missing,Out all night.,,refer_now,missing_now,missing,item 13,Ours.
G-1,first,,Away from home,outside,grid,scale,,late,missing,The child comes home late.,,,,missing,section 13,
G-4,first,,Away from home,outside,grid,strength,,tells,missing,The child tells an adult.,,,,,section 13,
G-3,first,,Online,outside,grid,scale,,new,missing,The child has new contacts online.,,,,missing,section 13,
E-1,extra,child,,child,,need,,stopped,education,The child has stopped coming.,,,,missing_education,section 14,
E-2,extra,child,,child,,context,,moving,education,The family moves often.,,,,missing_education,section 14,
"""
DUTIES = """- id: missing_education
  name: Missing education in Testshire
  says: On no roll and not taught otherwise.
  steps: [{says: Tell the education team.}]
  contact: front_door
  timescales: [tst_enquire]
  topics: [education]
  source: {source: tst_thresholds, where: section 14}
- id: tst_told
  name: Who is told today
  says: A child with a plan.
  applies: {statuses: [protection_plan]}
  steps: [{says: Tell the coordinator today.}]
  topics: [education]
  source: {source: tst_thresholds, where: section 14}
"""
PROCESSES = """- id: tst_definition
  name: Who counts here
  kind: definition
  says: Two groups of children.
  steps: [{says: On no roll.}]
  source: {source: tst_thresholds, where: section 14}
- id: tst_register
  name: Register in Testshire
  kind: register
  says: Ask the education team.
  steps: [{says: Name the ground in law.}]
  source: {source: tst_thresholds, where: section 14}
"""
TIMES = """- id: tst_enquire
  says: Begin to enquire.
  kind: school_days
  amount: 10
  start: last_seen
  when: {duties: [missing_education]}
  owner: your_setting
  disagrees_with: tst_refer
  source: {source: tst_thresholds, where: section 14}
- id: tst_refer
  says: Refer the child.
  kind: school_days
  amount: 5
  start: last_seen
  when: {duties: [missing_education]}
  owner: your_setting
  source: {source: tst_thresholds, where: section 15}
- id: tst_off_roll
  says: Absence that never by itself takes a name off.
  kind: school_days
  amount: 20
  start: last_seen
  when: {duties: [missing_education]}
  owner: your_setting
  do_by: no
  source: {source: tst_thresholds, where: section 15}
"""
GAP = """
  - id: tst_odd
    kind: contradictory
    duties: [missing_education]
    says: Five days here and ten there.
    source: {source: tst_thresholds, where: section 15}
  - id: tst_no_rule
    duties: [missing]
    says: The indicator has no rule.
    source: {source: tst_thresholds, where: section 13}
"""


@cache
def made_tool_packs() -> Packs:
    """The made-up packs with both tools, read once: nothing that is loaded can be changed."""
    with TemporaryDirectory() as folder:
        return load_packs(_written(Path(folder)))


def _written(folder: Path) -> Path:
    root = made_up_root(folder)
    area = root / "areas/testshire"
    append(root / "national/topics.yaml", TOPIC)
    for name, more in (("scales.yaml", GRID), ("indicators.csv", ROWS), ("circumstances.yaml", DUTIES),
                       ("processes.yaml", PROCESSES), ("timescales.yaml", TIMES)):
        append(area / name, more)
    replace(area / "area.yaml", "gaps:\n", f"gaps:{GAP}")
    return root


@pytest.fixture
def tool_packs(monkeypatch: pytest.MonkeyPatch) -> Packs:
    """The made-up packs with both tools, in place of the real ones, on a Monday morning."""
    made = made_tool_packs()
    monkeypatch.setattr(knowledge, "packs", lambda: made)
    monkeypatch.setenv(TEST_TIME, MONDAY)
    return made
