"""The made-up area with an indicator of its own and with rules for missing education, as real files."""
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from guidance.load import load_packs
from guidance.packs import Packs
from pages.parts.visit import knowledge
from pages.parts.visit.clock import TEST_TIME
from tests.made_up import append, made_up_root, replace
from tests.pages.conftest import MONDAY

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
E-1,extra,child,,child,,need,,stopped,education,The child has stopped coming.,,,,no_school;tst_told,section 14,
E-2,extra,child,,child,,context,,moving,education,The family moves often.,,,,no_school,section 14,
E-3,extra,child,,child,,need,,hiding,education,The family has fled.,,,,tst_hidden,section 14,
"""
DUTIES = """- id: no_school
  name: Missing education in Testshire
  says: On no roll and not taught otherwise.
  steps: [{says: Tell the education team.}, {says: Visit the home., seeks_place: yes}]
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
  timescales: [tst_told_at_once]
  source: {source: tst_thresholds, where: section 14}
- id: tst_hidden
  name: A secret place
  says: Where they are stays secret.
  withholds_place: yes
  steps: [{says: Ask who needs to know.}]
  do_not: [{says: Do not search.}]
  topics: [missing, education]
  source: {source: tst_thresholds, where: section 14}
"""
PROCESSES = """- id: tst_definition
  name: Who counts here
  kind: definition
  says: Two groups of children.
  steps: [{says: On no roll.}]
  source: {source: tst_thresholds, where: section 14}
- id: tst_enquiries
  name: Enquiries in Testshire
  kind: enquiries
  says: Ask the neighbours.
  steps: [{says: Ask housing.}]
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
  when: {duties: [no_school]}
  owner: your_setting
  seeks_place: yes
  disagrees_with: tst_refer
  source: {source: tst_thresholds, where: section 14}
- id: tst_refer
  says: Refer the child.
  kind: school_days
  amount: 5
  start: last_seen
  when: {duties: [no_school]}
  owner: your_setting
  source: {source: tst_thresholds, where: section 15}
- id: tst_told_at_once
  says: Tell the coordinator.
  kind: at_once
  start: now
  when: {duties: [tst_told]}
  owner: you
  source: {source: tst_thresholds, where: section 14}
- id: tst_off_roll
  says: Absence that never by itself takes a name off.
  kind: school_days
  amount: 20
  start: last_seen
  when: {duties: [no_school]}
  owner: your_setting
  do_by: no
  source: {source: tst_thresholds, where: section 15}
"""
GAP = """
  - id: tst_odd
    kind: contradictory
    duties: [no_school]
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
