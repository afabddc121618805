"""A carer who is also a worker: when the designated officer (LADO) is told about somebody at home."""
from typing import Any, get_args

import pytest

from decision.carers import arrangement_gaps, beside_suspected, suspected, suspected_works
from decision.duties import find_duties
from decision.urgency import urgency
from guidance.vocabulary import CARES_AS_WORK, CarerRole
from tests.decision.build import known, result, yes

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


@pytest.mark.parametrize("role", ["parent", "step_parent_or_partner", "special_guardian", "private_foster_carer"])
@pytest.mark.parametrize("children", [IN_CARE, NOT_IN_CARE])
def test_no_other_arrangement_counts_by_itself(role: str, children: Any) -> None:
    """A parent, also of a child at home under a care order, a special guardian or a private foster carer does not."""
    case = known(children=children, family=carer(role=role), source_of_harm=AT_HOME | {"members": ["carer"]})
    assert suspected_works(case) is False
    assert "allegation" not in find_duties(case)


@pytest.mark.parametrize("fields", [{}, {"role": "not_known"}, {"role": "other"}, {"role": "relative"}])
def test_an_arrangement_that_is_not_known_counts_as_met_for_a_child_in_care(fields: dict[str, Any]) -> None:
    """The LADO is asked, and the duty says which fact was not known."""
    case = known(children=IN_CARE, family=carer(**fields), source_of_harm=AT_HOME | {"members": ["carer"]})

    assert suspected_works(case) is None
    assert "looks after the child" in find_duties(case)["allegation"][1].unknown[0]


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
    assert find_duties(case)["allegation"][1].unknown == ()


@pytest.mark.parametrize("kind", ["parent_or_carer", "partner", "other_family"])
def test_a_child_in_care_whose_carers_nobody_has_entered(kind: str) -> None:
    """Somebody at home is suspected and nobody is named: not known, so it counts as met."""
    assert suspected_works(known(children=IN_CARE, source_of_harm={"kinds": [kind]})) is None
    assert suspected_works(known(children=NOT_IN_CARE, source_of_harm={"kinds": [kind]})) is False


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


def test_a_relative_of_a_child_who_is_not_in_care_is_no_carer_by_work() -> None:
    """Only with a looked-after child may a relative be a connected carer."""
    case = known(children=NOT_IN_CARE, family=carer(role="relative"), source_of_harm=AT_HOME | {"members": ["carer"]})
    assert suspected_works(case) is False


@pytest.mark.parametrize("role", [None, "not_known"])
@pytest.mark.parametrize("relation", ["Foster carer", "Mother"])
@pytest.mark.parametrize("children", [NOT_IN_CARE, [{"label": "A"}]])
def test_an_arrangement_that_nobody_gave_is_asked_once(role: str | None, relation: str, children: Any) -> None:
    """The free text is never read, whatever it says: the question is asked of whoever is suspected."""
    people = [{"key": "one", "relation": relation, "role": role}, {"key": "two", "relation": relation, "role": role}]
    decision = result(children=children, family=people, source_of_harm=AT_HOME, signs=yes("disclosure"))
    (gap,) = [gap for gap in decision.gaps if gap.id == "carer_role"]
    assert "LADO" in gap.says
    assert "allegation" not in {duty.id for duty in decision.duties}


@pytest.mark.parametrize("fields", [
    {"family": carer(), "source_of_harm": {"kinds": ["another_child"]}}, {"family": carer()},
    {"family": carer(role="parent"), "source_of_harm": AT_HOME},
    {"family": carer(role="foster_carer"), "source_of_harm": AT_HOME},
    {"family": carer(), "source_of_harm": AT_HOME, "children": IN_CARE},
    {"family": [*carer(), {"key": "dad", "relation": "Father", "role": "parent"}],
     "source_of_harm": AT_HOME | {"members": ["dad"]}},
])
def test_nobody_is_asked_by_what_arrangement_where_it_changes_nothing(fields: dict[str, Any]) -> None:
    """Not of somebody who is not suspected, not where it was said, and not where the LADO is asked already."""
    assert arrangement_gaps(known(**fields)) == ()


def fostering(role: str | None, carers_role: str = "foster_carer", **source: Any) -> dict[str, Any]:
    """A foster carer and her husband, who is suspected, with a sign of harm."""
    family = [{"key": "carer", "relation": "Carer", "role": carers_role},
              {"key": "husband", "relation": "Her husband", "role": role}]
    return {"family": family, "signs": yes("disclosure"),
            "source_of_harm": source or {"kinds": ["partner"], "members": ["husband"]}}


@pytest.mark.parametrize("role", [None, "not_known", "step_parent_or_partner", "other", "foster_carer", "relative"])
@pytest.mark.parametrize("carers_role", CARES_AS_WORK)
def test_the_carer_beside_somebody_suspected_in_her_household_is_not_simply_told(
    role: str | None, carers_role: str
) -> None:
    """The LADO is told or asked, and how the other carer learns of it is asked first."""
    decision = result(**fostering(role, carers_role))
    assert {item.person: item.state for item in decision.telling}["carer"] != "tell"
    assert "allegation" in {duty.id for duty in decision.duties}


def test_a_foster_carer_may_be_told_of_a_parent_who_lives_elsewhere() -> None:
    """A birth father suspected after a visit is no matter of her household."""
    case = known(**fostering("parent"))
    assert not any(beside_suspected(member, case) for member in case.case.family)
    assert suspected_works(case) is False
    assert {item.person: item.state for item in result(**fostering("parent")).telling}["carer"] == "tell"


@pytest.mark.parametrize("kinds", [[], ["not_known"]])
def test_a_carer_by_work_may_be_the_one_where_nobody_knows_who_it_was(kinds: list[str]) -> None:
    """Beside harm the LADO is asked, until she is ruled out; beside no harm nobody is."""
    assert suspected_works(known(**fostering(None, kinds=kinds))) is None
    assert suspected_works(known(**fostering(None, kinds=kinds, ruled_out=["carer"]))) is False
    assert suspected_works(known(**fostering(None, kinds=kinds) | {"signs": {}})) is False


@pytest.mark.parametrize("family", [[], [{"key": "mother", "relation": "Mother", "role": "parent"}]])
def test_the_carer_of_a_looked_after_child_who_is_not_listed_stays_a_question(family: list[dict[str, str]]) -> None:
    """Listing the mother does not clear whoever cares for the child: the LADO is still told."""
    found = result(home_area="luton", family=family, source_of_harm={"kinds": ["parent_or_carer"]},
                   children=[{"label": "A", "age_years": 9, "status": ["looked_after"]}])
    assert "allegation" in {duty.id for duty in found.duties}


@pytest.mark.parametrize("role", [None, *get_args(CarerRole)])
def test_listing_somebody_never_clears_a_carer_whom_nobody_listed(role: str | None) -> None:
    """Whoever is added beside a looked-after child with somebody at home suspected, the result is not calmer."""
    alone = {"home_area": "luton", "children": IN_CARE, "source_of_harm": AT_HOME}
    before, after = result(**alone), result(**alone, family=carer(role=role))
    assert urgency(after.outcome) >= urgency(before.outcome) >= urgency("consult_today")
    assert {duty.id for duty in before.duties} <= {duty.id for duty in after.duties}
