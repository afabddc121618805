"""A carer who is also a worker: when the designated officer (LADO) is told about somebody at home."""
from typing import Any

import pytest

from decision.carers import suspected, suspected_works
from decision.duties import triggered
from guidance.vocabulary import CARES_AS_WORK
from tests.decision.build import known

AT_HOME: dict[str, Any] = {"kinds": ["parent_or_carer"]}
IN_CARE = [{"label": "A", "age_years": 9, "status": ["looked_after"]}]
NOT_IN_CARE = [{"label": "A", "age_years": 9, "status": ["social_worker"]}]


def carer(**fields: Any) -> list[dict[str, Any]]:
    """A family of one."""
    return [{"key": "carer", "relation": "Carer", **fields}]


@pytest.mark.parametrize("role", CARES_AS_WORK)
@pytest.mark.parametrize("children", [IN_CARE, NOT_IN_CARE])
def test_somebody_suspected_who_cares_as_their_work_works_with_children(role: str, children: Any) -> None:
    """A foster carer and the others whose work it is count, whatever the child's status is said to be."""
    case = known(children=children, family=carer(role=role), source_of_harm=AT_HOME | {"members": ["carer"]})
    assert suspected_works(case) is True


@pytest.mark.parametrize("role", ["parent", "step_parent_or_partner", "relative", "special_guardian",
                                  "private_foster_carer"])
@pytest.mark.parametrize("children", [IN_CARE, NOT_IN_CARE])
def test_no_other_arrangement_counts_by_itself(role: str, children: Any) -> None:
    """A parent, also of a child at home under a care order, a special guardian or a private foster carer does not."""
    case = known(children=children, family=carer(role=role), source_of_harm=AT_HOME | {"members": ["carer"]})
    assert suspected_works(case) is False
    assert "allegation" not in triggered(case)


@pytest.mark.parametrize("fields", [{}, {"role": "not_known"}, {"role": "other"}])
def test_an_arrangement_that_is_not_known_counts_as_met_for_a_child_in_care(fields: dict[str, Any]) -> None:
    """The LADO is asked, and the duty says which fact was not known."""
    case = known(children=IN_CARE, family=carer(**fields), source_of_harm=AT_HOME | {"members": ["carer"]})

    assert suspected_works(case) is None
    assert "looks after the child" in triggered(case)["allegation"][1].unknown[0]


@pytest.mark.parametrize("fields", [{}, {"role": "not_known"}])
def test_an_arrangement_that_is_not_known_says_nothing_of_any_other_child(fields: dict[str, Any]) -> None:
    """A mother of whom nobody wrote that she is a parent is not a LADO matter."""
    case = known(children=NOT_IN_CARE, family=carer(**fields), source_of_harm=AT_HOME | {"members": ["carer"]})
    assert suspected_works(case) is False


def test_work_elsewhere_counts_whatever_somebody_is_to_the_child() -> None:
    """A father who is a scout leader works with children."""
    family = carer(role="parent", works_with_children="yes")
    case = known(family=family, source_of_harm=AT_HOME | {"members": ["carer"]})
    assert suspected_works(case) is True
    assert triggered(case)["allegation"][1].unknown == ()


def test_a_child_in_care_whose_carers_nobody_has_entered() -> None:
    """Somebody at home is suspected and nobody is named: not known, so it counts as met."""
    assert suspected_works(known(children=IN_CARE, source_of_harm=AT_HOME)) is None
    assert suspected_works(known(children=NOT_IN_CARE, source_of_harm=AT_HOME)) is False


def test_a_carer_who_is_not_suspected_is_no_lado_matter() -> None:
    """Nobody in the family is suspected where it was a child at school, or where the carer is ruled out."""
    family = carer(role="foster_carer")
    outside = {"kinds": ["another_child"]}
    ruled_out = AT_HOME | {"ruled_out": ["carer"]}
    assert suspected_works(known(children=IN_CARE, family=family, source_of_harm=outside)) is False
    assert suspected_works(known(children=IN_CARE, family=family, source_of_harm=ruled_out)) is False


def test_everybody_at_home_who_is_not_ruled_out_is_suspected_until_somebody_is_named() -> None:
    """One name is enough to leave the others out."""
    family = [*carer(), {"key": "other", "relation": "Other"}]
    keys = [tuple(person.key for person in suspected(known(family=family, source_of_harm=source)))
            for source in (AT_HOME, AT_HOME | {"ruled_out": ["other"]}, AT_HOME | {"members": ["other"]})]
    assert keys == [("carer", "other"), ("carer",), ("other",)]
