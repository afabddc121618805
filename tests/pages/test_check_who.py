"""Who might be causing this, and can they reach the child."""
import pytest

from decision.case import Child, SourceOfHarm
from tests.pages.asking import AREA, HOME, case_of, fill, open_step, press

pytestmark = pytest.mark.usefixtures("packs")


def test_the_answers_are_kept() -> None:
    """Kinds of person, whether they can reach the child, and where an adult works with children."""
    screen = fill(open_step("who"), kinds__partner=True, kinds__works_with_children=True, access="yes", work_area=AREA)
    case = case_of(press(screen, "Continue"))
    assert case.source_of_harm == SourceOfHarm(kinds=("partner", "works_with_children"), access="yes")
    assert case.work_area == AREA


def test_the_work_area_belongs_to_an_adult_who_works_with_children() -> None:
    """An area chosen for nobody is not kept."""
    screen = fill(open_step("who"), kinds__partner=True, work_area=AREA)
    assert case_of(press(screen, "Continue")).work_area == ""


def test_nobody_beside_somebody_means_nobody_else() -> None:
    """Whoever is ticked counts, and so does not knowing."""
    for key in ("partner", "not_known"):
        screen = press(fill(open_step("who"), **{f"kinds-{key}": True}, kinds__nobody=True), "Continue")
        assert case_of(screen).source_of_harm.kinds == (key,)


def test_members_of_the_family_who_are_suspected_stay() -> None:
    """This page does not touch what the family page says about single people."""
    case = HOME.model_copy(update={"source_of_harm": SourceOfHarm(members=("carer_1",))})
    assert case_of(press(open_step("who", case), "Continue")).source_of_harm.members == ("carer_1",)


def test_a_carer_of_a_looked_after_child_may_care_for_them_as_their_work() -> None:
    """Beside a carer at home of a child in care, the area of work is asked and kept; otherwise it is not."""
    in_care = HOME.model_copy(update={"children": (Child(label="A", status=("looked_after",)),)})
    for case, kept in ((in_care, AREA), (HOME, "")):
        screen = fill(open_step("who", case), kinds__parent_or_carer=True, work_area=AREA)
        assert case_of(press(screen, "Continue")).work_area == kept
