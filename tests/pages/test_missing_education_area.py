"""The page on missing education with the shipped pack whose document is about it: what is ticked, and what is said."""
import pytest

from decision.case import Case, Child, FamilyMember, Finding
from guidance.load import load_packs
from guidance.models import Indicator
from pages.parts.shell import area_tools
from pages.parts.visit.clock import TEST_TIME
from tests.pages.conftest import MONDAY
from tests.pages.opening import open_page
from tests.pages.screen import words

PACKS = load_packs()
AREA = next(area for area in PACKS.areas.values() if any(duty.withholds_place for duty in area.duties))
HIDES = next(duty for duty in AREA.duties if duty.withholds_place)
HIDDEN = tuple(row for row in AREA.indicators if HIDES.id in row.duty)
LOOKING = ("Visit the home", "Ask housing", "asks police, housing and health", "Begin to ask", "brothers' and sisters'",
           "Enquire jointly", "asks other authorities", "ask where the family is", "Vary the times of day")


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Monday morning."""
    monkeypatch.setenv(TEST_TIME, MONDAY)


def case(*ids: str) -> Case:
    """One child without a plan, a mother, and these statements ticked."""
    return Case(home_area=AREA.id, children=(Child(label="A", age_years=7, status=("none",)),),
                family=(FamilyMember(key="mother", relation="Mother"),),
                findings=tuple(Finding(id=id_, about=("A",)) for id_ in ids))


def test_every_statement_of_the_area_about_education_can_be_ticked() -> None:
    """A hidden family, home education and irregular attendance are on the page, and so is every reason and route."""
    worries, beside = area_tools.education_rows(AREA)
    asked = {id_ for one in worries + beside for id_ in one.ids}
    duties = set(area_tools.about_education(AREA))
    wanted = {row.id for row in AREA.indicators if duties & set(row.duty) and row.kind not in ("pointer", "strength")}
    assert wanted == asked
    assert {row.id for row in HIDDEN} <= asked


def test_by_when_says_every_time_that_the_document_prints_for_it() -> None:
    """Who is told at once, the file, the check on it and the form for leavers stand beside the days of absence."""
    seen = words(open_page("missing_education", case()))
    part = seen[seen.index("School days: your term dates"):seen.index("Taking a name off the register")]
    about = set(area_tools.about_education(AREA))
    printed = [one for one in AREA.timescales if one.do_by and set(one.when.duties) & about]
    assert len(printed) >= 8
    assert [one.id for one in printed if one.says.strip() not in part] == []


@pytest.mark.parametrize("row", HIDDEN, ids=lambda row: row.id)
def test_nobody_looks_for_a_family_that_hides(row: Indicator) -> None:
    """With a refuge or a flight ticked no step, time or process has anybody trace the family; the do-nots are there."""
    others = tuple(one.id for one in AREA.indicators if one.kind == "need" and one.id.endswith(("12", "unknown")))
    open_case = words(open_page("missing_education", case(*others)))
    assert [said for said in LOOKING if said not in open_case] == []
    seen = words(open_page("missing_education", case(row.id, *others)))
    assert [said for said in LOOKING if said in seen] == []
    for step in HIDES.do_not:
        assert step.says in seen
    assert seen.index(HIDES.do_not[0].says) < seen.index("Ask first if the child is safe")
