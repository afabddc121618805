"""Conditions of the packs: once read as "must be known", once as "counts unless known otherwise"."""
from typing import Any

import pytest

from decision.conditions import another_concern, has_role, holds, may_meet, starts, unless_known_otherwise
from decision.known import Known
from guidance.models import Condition
from tests.decision.build import PACKS, known, result, yes

AGE = "the child's age or abilities"
A_BABY: dict[str, Any] = {"label": "A", "age_months": 3, "moves_about": "no", "disability": "no", "status": ["none"]}


def with_child(**facts: Any) -> Known:
    """A case with one child of whom only this is known."""
    return known(children=[{"label": "A", **facts}])


def applies(condition: Condition, read_so: Known, *basis: Any) -> tuple[bool, tuple[str, ...]]:
    """Whether a duty with this condition applies to the case's children, and what was not known."""
    return unless_known_otherwise(condition, read_so, read_so.case.children, basis)


@pytest.mark.parametrize(("condition", "fields"), [
    (Condition(statuses=("looked_after",)), {"children": [{"label": "A", "status": ["looked_after", "ehc_plan"]}]}),
    (Condition(harm_by=("online",)), {"source_of_harm": {"kinds": ["online", "not_known"]}}),
    (Condition(roles=("fgm_duty",)), {"practitioner": {"role": "teacher"}}),
    (Condition(under_years=18), {"children": [{"label": "A", "age_years": 17}]}),
    (Condition(from_years=18), {"children": [{"label": "A", "age_years": 18}]}),
    (Condition(from_years=16, under_years=18), {"children": [{"label": "A", "age_years": 16}]}),
    (Condition(unborn=True), {"children": [{"label": "A", "not_born": True}]}),
    (Condition(disabled=True), {"children": [{"label": "A", "disability": "yes"}]}),
    (Condition(moves_about=False), {"children": [{"label": "A", "moves_about": "no"}]}),
    (Condition(interpreter=True), {"family": [{"key": "mother", "relation": "mother", "interpreter": "yes"}]}),
    (Condition(interpreter=True), {"young_person": {"interpreter": "yes"}}),
    (Condition(elsewhere=True), {"area_now": "elsewhere"}),
    (Condition(disagreement=True), {"call": {"outcome": "no_further_action"}}),
    (Condition(disagreement=True), {"practitioner": {"lead": "lead_decided_not_to_refer"}}),
    (Condition(sight=("moves", "off_roll")), {"sight": {"moves": "not_sure"}}),
    (Condition(earlier_referral=("closed",)),
     {"history": {"earlier_referral": "yes", "earlier_referral_answer": "closed"}}),
    (Condition(earlier_referral=("not_known",)), {"history": {"earlier_referral": "yes"}}),
    (Condition(suspected_works=True), {"source_of_harm": {"kinds": ["works_with_children"]}}),
    (Condition(always=True), {}),
])
def test_a_known_fact_starts_a_duty(condition: Condition, fields: dict[str, Any]) -> None:
    """Each fact that a condition can ask for starts it when it is known to be so."""
    assert starts(condition, known(**fields))


@pytest.mark.parametrize("condition", [
    Condition(statuses=("looked_after",)), Condition(harm_by=("online",)), Condition(roles=("fgm_duty",)),
    Condition(under_years=18), Condition(from_years=18), Condition(unborn=True), Condition(disabled=True),
    Condition(moves_about=False), Condition(interpreter=True), Condition(elsewhere=True), Condition(disagreement=True),
    Condition(sight=("moves",)), Condition(earlier_referral=("closed", "not_known")), Condition(suspected_works=True),
    Condition(), None,
])
def test_what_is_not_known_starts_nothing(condition: Condition | None) -> None:
    """A duty is not started by an empty case, nor by a child of whom nothing is known."""
    assert not starts(condition, known())
    assert not starts(condition, with_child())


@pytest.mark.parametrize(("condition", "facts"), [
    (Condition(under_years=18), {"age_years": 18}), (Condition(from_years=18), {"age_years": 17}),
    (Condition(unborn=True), {"age_months": 0}), (Condition(disabled=True), {"disability": "no"}),
    (Condition(moves_about=False), {"moves_about": "yes"}),
    (Condition(statuses=("looked_after",)), {"status": ["none"]}),
])
def test_a_fact_that_is_known_to_be_otherwise_starts_nothing(condition: Condition, facts: dict[str, Any]) -> None:
    """The other side of each border does not start it."""
    assert not starts(condition, with_child(**facts))


def test_everything_a_condition_asks_for_must_be_so() -> None:
    """Two facts in one condition: one of them is not enough."""
    both = Condition(statuses=("looked_after",), harm_by=("online",))
    assert not starts(both, with_child(status=["looked_after"]))
    assert starts(both, known(children=[{"label": "A", "status": ["looked_after"]}],
                              source_of_harm={"kinds": ["online"]}))


def test_age_and_ability_are_asked_of_the_same_child() -> None:
    """A baby who moves about and an older child who does not are no baby who does not move about."""
    condition = Condition(under_years=1, moves_about=False)
    two = [{"label": "A", "age_months": 8, "moves_about": "yes"}, {"label": "B", "age_years": 9, "moves_about": "no"}]
    assert not starts(condition, known(children=two))
    assert starts(condition, known(children=[A_BABY]))


@pytest.mark.parametrize(("condition", "missing"), [
    (Condition(under_years=18), AGE), (Condition(from_years=16, under_years=18), AGE),
    (Condition(moves_about=False), AGE), (Condition(disabled=True), AGE),
    (Condition(roles=("fgm_duty",)), "your role"), (Condition(basis=("seen",)), "how you know"),
    (Condition(statuses=("looked_after",)), "the child's status"),
    (Condition(harm_by=("online",)), "who might be causing this"),
])
def test_a_duty_applies_while_its_fact_is_not_known_and_says_so(condition: Condition, missing: str) -> None:
    """An unknown fact counts as met, with a child of whom nothing is known and with no child at all."""
    assert applies(condition, with_child()) == (True, (missing,))
    assert applies(condition, known()) == (True, (missing,))


@pytest.mark.parametrize(("condition", "fields", "basis"), [
    (Condition(under_years=18), {"children": [{"label": "A", "age_years": 18}]}, ()),
    (Condition(moves_about=False), {"children": [{"label": "A", "moves_about": "yes"}]}, ()),
    (Condition(roles=("fgm_duty",)), {"practitioner": {"role": "volunteer"}}, ()),
    (Condition(basis=("seen", "child_said")), {}, ("told", "suspected")),
    (Condition(statuses=("looked_after",)), {"children": [{"label": "A", "status": ["none"]}]}, ()),
    (Condition(harm_by=("online",)), {"source_of_harm": {"kinds": ["partner"]}}, ()),
])
def test_a_duty_does_not_apply_where_the_fact_is_known_to_be_otherwise(
    condition: Condition, fields: dict[str, Any], basis: tuple[Any, ...]
) -> None:
    """Only a known fact narrows a duty, and then nothing is reported as unknown."""
    assert applies(condition, known(**fields), *basis) == (False, ())


def test_no_condition_always_applies() -> None:
    """A duty without `applies` holds for everyone."""
    assert unless_known_otherwise(None, known(), ()) == (True, ())


def test_one_way_of_knowing_among_several_is_enough() -> None:
    """Heard from someone and also seen: the duty that asks for "seen" applies."""
    assert applies(Condition(basis=("seen",)), known(), "told", "seen") == (True, ())
    assert applies(Condition(basis=("seen",)), known(), "told", None) == (True, ("how you know",))


def test_one_child_who_may_be_meant_is_enough() -> None:
    """An older sister does not keep a duty from applying to a child of unknown age."""
    read_so = known(children=[{"label": "A", "age_years": 18}, {"label": "B"}])
    assert applies(Condition(under_years=18), read_so) == (True, ("the child's age or abilities",))
    read_so = known(children=[{"label": "A", "age_years": 18}, {"label": "B", "age_years": 3}])
    assert applies(Condition(under_years=18), read_so) == (True, ())


def test_who_causes_it_not_known_counts_as_met() -> None:
    """"I do not know who" is not the same as "somebody else"."""
    read_so = known(source_of_harm={"kinds": ["not_known"]})
    assert applies(Condition(harm_by=("works_with_children",)), read_so) == (True, ("who might be causing this",))


@pytest.mark.parametrize(("condition", "so"), [
    (Condition(outcomes=("refer_now",)), True), (Condition(outcomes=("consult",)), False),
    (Condition(levels=("3", "4")), True), (Condition(levels=("3",)), False), (Condition(duties=("fgm",)), True),
    (Condition(duties=("missing",)), False), (Condition(outcomes=("refer_now",), levels=("4",)), True),
    (Condition(outcomes=("refer_now",), levels=("3",)), False), (Condition(always=True), True), (Condition(), False),
    (Condition(outcomes=("refer_now",), statuses=("looked_after",)), False),
])
def test_a_timescale_belongs_to_a_result_if_every_list_that_is_filled_matches(condition: Condition, so: bool) -> None:
    """Outcome, level, duty and facts of the child, each only if the condition names it."""
    assert holds(condition, with_child(status=["none"]), "refer_now", ("2", "4"), ("fgm",)) is so


def test_a_timescale_for_a_role_is_shown_while_the_role_is_not_known() -> None:
    """A role not given sees it, another role does not."""
    condition = Condition(duties=("fgm_report",), roles=("fgm_duty",))

    def shown(role: str) -> bool:
        return holds(condition, known(practitioner={"role": role}), "refer_now", (), ("fgm_report",))

    assert shown("")
    assert shown("gp")
    assert not shown("volunteer")


@pytest.mark.parametrize(("role", "wanted", "so"), [
    ("teacher", ("fgm_duty",), True), ("teaching_assistant", ("fgm_duty",), False),
    ("police", ("first_responder",), True),
    ("health_visitor", ("works_alone",), True), ("teacher", ("internal_lead",), True),
    ("designated_safeguarding_lead", ("internal_lead",), False), ("gp", ("gp", "practice_nurse"), True),
    ("gp", ("midwife",), False),
])
def test_a_role_is_named_by_its_id_or_by_a_property(role: str, wanted: tuple[str, ...], so: bool) -> None:
    """Packs may write a role's id or what the role is bound to."""
    assert has_role(PACKS.national.role[role], wanted) is so


def test_no_role_has_no_property() -> None:
    """Whoever has not said their role is not taken for anybody."""
    assert not has_role(None, ("internal_lead", "fgm_duty"))


@pytest.mark.parametrize(("child", "met"), [
    ({"age_years": 9}, False), ({"age_years": 9, "disability": "no"}, False), ({"age_years": 5}, False),
    ({"age_years": 9, "disability": "yes"}, True), ({"age_years": 9, "disability": "not_known"}, True),
    ({"age_years": 9, "moves_about": "not_known"}, True), ({"age_years": 9, "moves_about": "no"}, True),
    ({"age_years": 4}, True), ({"age_months": 3}, True), ({}, True), ({"age_months": 7, "moves_about": "yes"}, False),
])
def test_an_older_child_of_whom_nothing_was_said_moves_about(child: dict[str, Any], met: bool) -> None:
    """Below the age in the national pack, with a disability, or where it is not known, "cannot move" counts as met."""
    fields = known(children=[{"label": "A", **child}])
    assert unless_known_otherwise(Condition(moves_about=False), fields, fields.case.children)[0] is met


@pytest.mark.parametrize(("child", "met"), [
    ({"age_months": 20, "moves_about": "yes"}, True), ({"age_years": 9, "moves_about": "no"}, True),
    ({"age_years": 9, "moves_about": "not_known"}, True), ({}, True), ({"age_years": 3, "moves_about": "yes"}, False),
    ({"age_years": 9}, False),
])
def test_either_of_two_facts_about_a_child_can_be_enough(child: dict[str, Any], met: bool) -> None:
    """Small, or not able to move about: one is enough, and not known counts; neither is not."""
    read_so = with_child(**child)
    assert applies(Condition(under_years=3, moves_about=False, either=True), read_so)[0] is met


@pytest.mark.parametrize(("age", "moves"), [
    ({"age_months": 5}, False), ({"age_months": 6}, True), ({"age_years": 0}, False), ({"age_years": 1}, True),
    ({}, True),
])
def test_a_yes_about_a_baby_too_young_to_crawl_is_not_taken_for_one(age: dict[str, int], moves: bool) -> None:
    """Below six months, or in the first year without the months, a bruise is that of a baby who cannot move about."""
    found, _ = applies(Condition(moves_about=False), with_child(**age, moves_about="yes"))
    assert found is not moves


def test_often_falling_is_acted_on_for_a_rolling_baby_in_every_area() -> None:
    """The sign about a baby who cannot move about keeps its duty whatever was ticked about moving at five months."""
    for area_id in PACKS.areas:
        for moves in ("yes", "no", "not_known", None):
            baby = [{"label": "A", "age_months": 5, "moves_about": moves}]
            found = result(home_area=area_id, children=baby, signs=yes("non_mobile_injury"))
            assert "non_mobile_injury" in {duty.id for duty in found.duties}, (area_id, moves)


BOTH_FACTS = Condition(under_years=5, moves_about=False)


@pytest.mark.parametrize(("facts", "started", "met", "unknown"), [
    ({"age_years": 2, "moves_about": "no"}, True, True, ()),
    ({"age_years": 2, "moves_about": "not_known"}, False, True, (AGE,)),
    ({"moves_about": "no"}, False, True, (AGE,)),
    ({}, False, True, (AGE,)),
    ({"age_years": 9, "moves_about": "no"}, False, False, ()),
    ({"age_years": 2, "moves_about": "yes"}, False, False, ()),
])
def test_one_unknown_fact_of_two_starts_nothing_and_rules_nothing_out(
    facts: dict[str, Any], started: bool, met: bool, unknown: tuple[str, ...]
) -> None:
    """With one fact known and the other not, nothing starts by itself, and what was triggered applies and says so."""
    read_so = with_child(**facts)
    assert starts(BOTH_FACTS, read_so) is started
    assert applies(BOTH_FACTS, read_so) == (met, unknown)
    assert may_meet(BOTH_FACTS, read_so.case.children[0], read_so) is met


def test_one_child_of_whom_it_is_not_known_keeps_a_duty_open() -> None:
    """A brother of whom a fact is known to be otherwise does not answer for the other child."""
    looked_after = Condition(statuses=("looked_after",))
    both = known(children=[{"label": "A", "status": ["none"]}, {"label": "B"}])
    assert applies(looked_after, both) == (True, ("the child's status",))
    assert applies(looked_after, with_child(status=["none"])) == (False, ())
    ages = known(children=[{"label": "A", "age_years": 9}, {"label": "B"}])
    assert applies(Condition(under_years=5), ages) == (True, (AGE,))


@pytest.mark.parametrize(("basis", "met", "unknown"), [
    (("seen", "told"), True, ()), (("told", "suspected"), False, ()), (("told", None), True, ("how you know",)),
    ((None, None), True, ("how you know",)), ((), True, ("how you know",)), (("seen", None), True, ()),
])
def test_one_finding_of_which_nobody_said_how_it_is_known_keeps_a_duty_open(
    basis: tuple[Any, ...], met: bool, unknown: tuple[str, ...]
) -> None:
    """A duty for what was seen is ruled out only where of everything it is said how it is known, and nothing was."""
    assert applies(Condition(basis=("seen",)), known(), *basis) == (met, unknown)


def test_beside_no_concern_one_unknown_fact_is_enough_to_leave_a_duty_out() -> None:
    """A duty that needs another concern is not met by a circumstance of which one fact is known and one is not."""
    condition = Condition(roles=("fgm_duty",), under_years=5, beside_concern=True)
    teacher = {"practitioner": {"role": "teacher"}, "children": [{"label": "A"}]}
    assert applies(condition, known(**teacher)) == (False, ())
    assert applies(condition, known(**teacher, other_worry=True)) == (True, (AGE,))
    assert applies(condition, known(**{**teacher, "children": [{"label": "A", "age_years": 2}]})) == (True, ())


@pytest.mark.parametrize(("fields", "more"), [
    ({}, False), ({"danger": "yes"}, True), ({"danger": "not_sure"}, True), ({"other_worry": True}, True),
    ({"signs": {"disclosure": {"answer": "not_sure"}}}, True), ({"signs": yes("disclosure")}, True),
    ({"history": {"earlier_injury": "yes"}}, True), ({"history": {"earlier_referral": "yes"}}, True),
    ({"history": {"earlier_concerns": "yes"}}, True), ({"history": {"earlier_concerns": "not_known"}}, False),
    ({"ticked": ("CBC-2-CHILD-18",)}, True),
])
def test_a_doubt_or_danger_is_more_than_a_circumstance(fields: dict[str, Any], more: bool) -> None:
    """Each of them alone is another concern: also a sign that is only not sure, and danger that nothing explains."""
    assert another_concern(known(**fields)) is more
