"""Where the next step is a talk about harm: it is today, and no agreement is claimed for what comes of it.

Over every pack given: something new in an open case; a refusal beside what is grave; a need of harm whose cause is
named; a fact of harm that counts at no level; a doubt that stands alone; pages that were not opened.
"""
from typing import Any

import pytest

from decision.harm import item_of_harm
from decision.known import asks_for, counts
from decision.path import Path
from decision.result import Decision
from decision.urgency import urgency
from guidance.models import Indicator
from guidance.packs import AreaPack, Packs
from tests.decision.every import Added, all_packs, areas, asked, representatives
from tests.decision.test_then import REFERS, decision_for, person

pytestmark = pytest.mark.long
AREAS = areas()
LEVELLED = [(name, area_id) for name, area_id in AREAS if all_packs()[name].areas[area_id].levels]
TODAY = urgency("consult_today")
NO_HISTORY = {"earlier_concerns": "no", "help_tried": "no", "getting_worse": "no"}
NAMED = {"kinds": ["parent_or_carer"], "members": ["mother"]}
NOBODY = {"kinds": ["nobody"]}


def with_row(row: Indicator, packs: Packs, area_id: str, **fields: Any) -> Decision:
    """The decision where this statement is ticked, of a child of nine."""
    child = {"label": "A", "age_years": 9, "status": ("none",)}
    fields = {"children": [child], "history": NO_HISTORY, "findings": ({"id": row.id},), **fields}
    return decision_for(asked(packs, area_id, **fields), packs)[1]


def at_acting(area: AreaPack, kind: str) -> list[Indicator]:
    """The rows of a kind that stand at the level for significant harm."""
    level = area.levels[area.acting - 1].id
    return [row for row in area.indicators if row.kind == kind and not row.scale
            and (row.stands_at or row.level) == level]


def acting_alone(paths: tuple[Path, ...], area: AreaPack) -> bool:
    """Whether the one path is the acting level's own, which no agreement stands before."""
    level = area.levels[area.acting - 1]
    return [(one.level, one.help, one.agreement_needed) for one in paths] == [(level.id, level.response, False)]


@pytest.mark.parametrize("status", ["protection_plan", "social_worker"])
@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_anything_new_in_an_open_case_reaches_the_social_worker_today(name: str, area_id: str, status: str) -> None:
    """Every way in which a need or a sign can count, of a child with such a status; with nothing new, nothing."""
    packs = all_packs()[name]
    if packs.national.duty_for("open_case").at_least != "consult_today":
        return  # a national pack of its own may ask for less
    child = {"label": "A", "age_years": 9, "status": (status,)}
    data = asked(packs, area_id, children=[child], history=NO_HISTORY)
    for added in representatives(packs, area_id):
        row = packs.areas[area_id].indicator.get(added.id)
        if added.field == "signs" or (row and counts(row)):
            decision = decision_for(added.to(data), packs)[1]
            assert urgency(decision.outcome) >= TODAY, added.id
    assert urgency(decision_for({**data, "other_worry": True, "harm_before_next": "no"}, packs)[1].outcome) >= TODAY
    nobody_has = {**data, "children": [{**child, "status": ("none",)}]}
    assert decision_for(data, packs)[1].outcome == decision_for(nobody_has, packs)[1].outcome


@pytest.mark.parametrize("status", ["protection_plan", "social_worker"])
@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_a_doubt_a_fact_that_sends_on_and_getting_worse_are_something_new(name: str, area_id: str, status: str) -> None:
    """A statement of need that is not sure; a fact at the acting level that asks for a referral; things get worse."""
    packs = all_packs()[name]
    if packs.national.duty_for("open_case").at_least != "consult_today":
        return  # a national pack of its own may ask for less
    area = packs.areas[area_id]
    child = {"label": "A", "age_years": 9, "status": (status,)}
    data = asked(packs, area_id, children=[child], history=NO_HISTORY)
    doubts = [Added(row.id, "findings", "not_sure").to(data) for row in area.indicators if counts(row)]
    facts = [Added(row.id, "findings", "yes").to(data) for row in (at_acting(area, "status") if area.levels else ())
             if urgency(asks_for(row, packs, area_id) or "universal") >= urgency("refer_with_agreement")]
    worse = {**data, "history": {**NO_HISTORY, "getting_worse": "yes"}}
    for one in (*doubts, *facts, worse):
        assert urgency(decision_for(one, packs)[1].outcome) >= TODAY, one


@pytest.mark.parametrize(("name", "area_id"), LEVELLED)
def test_a_refusal_beside_a_finding_at_the_acting_level_is_talked_through_today(name: str, area_id: str) -> None:
    """Every need and every fact printed there, whatever it asks for by itself, whoever else has agreed, and also where
    it is the young person who refuses."""
    packs = all_packs()[name]
    rows = (*at_acting(packs.areas[area_id], "need"), *at_acting(packs.areas[area_id], "status"))
    for row in rows:
        for family in ([person("mother", "refuses")], [person("mother", "agrees"), person("father", "refuses")]):
            assert urgency(with_row(row, packs, area_id, family=family).outcome) >= TODAY, row.id
        own = with_row(row, packs, area_id, young_person={"agrees": "refuses"})
        assert urgency(own.outcome) >= TODAY, row.id


@pytest.mark.parametrize("before", ["earlier_concerns", "earlier_referral"])
@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_a_refusal_after_help_that_changed_too_little_is_talked_through_today(
    name: str, area_id: str, before: str
) -> None:
    """With concerns or a referral before, whether the family or the young person says no."""
    packs = all_packs()[name]
    history = {**NO_HISTORY, before: "yes", "help_tried": "yes", "changed": "some"}
    for said in ({"family": [person("mother", "refuses")]}, {"young_person": {"agrees": "refuses"}}):
        data = asked(packs, area_id, children=[{"label": "A", "age_years": 9}], history=history, **said)
        assert urgency(decision_for(data, packs)[1].outcome) >= TODAY, said


@pytest.mark.parametrize(("name", "area_id"), LEVELLED)
def test_a_need_of_harm_whose_cause_is_named_has_the_acting_levels_own_way(name: str, area_id: str) -> None:
    """One path and no agreement where somebody is named; where nobody is, agreement to help for a child in need."""
    packs = all_packs()[name]
    area = packs.areas[area_id]
    for row in at_acting(area, "need"):
        for family in ([], [person("mother", "agrees", asked_alone="yes")]):
            named = with_row(row, packs, area_id, family=family, source_of_harm=NAMED if family else
                             {"kinds": ["not_known"]})
            if named.outcome in REFERS:
                continue
            harm = item_of_harm(row)
            assert acting_alone(named.then, area) == harm, row.id
            assert not harm or urgency(named.outcome) >= TODAY, row.id
            calm = with_row(row, packs, area_id, family=family, source_of_harm=NOBODY)
            assert calm.outcome in REFERS or any(path.agreement_needed for path in calm.then), row.id


@pytest.mark.parametrize(("name", "area_id"), LEVELLED)
def test_a_fact_printed_at_the_acting_level_has_the_way_that_it_asks_for(name: str, area_id: str) -> None:
    """It counts at no level. Today or more: the level's own way; through the front door: help for a child in need."""
    packs = all_packs()[name]
    area = packs.areas[area_id]
    for row in at_acting(area, "status"):
        asks = urgency(asks_for(row, packs, area_id) or "universal")
        decision = with_row(row, packs, area_id)
        if decision.outcome in REFERS:
            continue
        assert acting_alone(decision.then, area) == (asks >= TODAY), row.id
        if asks == urgency("refer_with_agreement"):
            need = area.levels[area.acting - 1].need_path
            wanted = [(need.help, True)] if need else []
            assert [(path.help, path.agreement_needed) for path in decision.then] == wanted, row.id


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_a_doubt_about_harm_alone_asks_for_no_agreement_and_promises_none(name: str, area_id: str) -> None:
    """Every sign and every statement of harm, not sure and with nothing beside it; a need beside it keeps its level."""
    packs = all_packs()[name]
    area = packs.areas[area_id]
    data = asked(packs, area_id, children=[{"label": "A", "age_years": 9, "status": ("none",)}], history=NO_HISTORY)
    doubts = [Added(sign.id, "signs", "not_sure") for sign in packs.signs(area_id)]
    doubts += [Added(row.id, "findings", "not_sure") for row in area.indicators if counts(row) and item_of_harm(row)]
    need = next((row for row in area.indicators if counts(row) and not row.at_least and not row.duty and area.levels
                 and (row.stands_at or row.level) == area.levels[1].id), None)
    for doubt in doubts:
        decision = decision_for(doubt.to(data), packs)[1]
        if decision.outcome == "consult_today":
            assert [path.agreement_needed for path in decision.then] == [False], doubt.id
            assert "help is offered after" in decision.then[0].rule, doubt.id
        if need and decision.outcome == "consult_today":
            beside = decision_for(doubt.to(Added(need.id, "findings", "yes").to(data)), packs)[1]
            assert beside.then[0].level, doubt.id


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_where_only_pages_are_open_no_agreement_is_claimed_and_none_is_ruled_out(name: str, area_id: str) -> None:
    """A blank case, and one whose topics were not opened. The user's own words are no page;
    their own view moves nothing."""
    packs = all_packs()[name]
    blank: dict[str, Any] = {"home_area": area_id}
    for data in (blank, {**asked(packs, area_id), "asked": ()}):
        paths = decision_for(data, packs)[1].then
        assert [path.agreement_needed for path in paths] == [False]
        assert "may need agreement" in paths[0].rule
        assert decision_for({**data, "own_view": "early_help"}, packs)[1].then[0].rule == paths[0].rule
        worry = {"other_worry": True, "harm_before_next": "no"}
        assert decision_for({**data, **worry}, packs)[1].then[0].agreement_needed


WORSE = {**NO_HISTORY, "worse_since_refusal": "yes"}
NINE, SIXTEEN = {"label": "A", "age_years": 9}, {"label": "A", "age_years": 16}
UNBORN = {"label": "A", "not_born": True}
GUARDIAN = person("guardian", "not_asked", role="special_guardian", responsibility=None)
OWN_NO = {"agrees": "refuses"}
COUNTS: tuple[dict[str, Any], ...] = (
    {"children": [NINE], "family": [person("mother", "refuses")]},
    {"children": [NINE], "family": [person("mother", "refuses"), person("father", "not_asked")]},
    {"children": [NINE], "family": [person("guardian", "refuses", role="special_guardian", responsibility=None)]},
    {"children": [SIXTEEN], "young_person": OWN_NO},
    {"children": [UNBORN], "family": [person("mother", "refuses", expecting="yes")]},
)
"""A no of somebody who may decide and may be told, with no yes beside it."""
COUNTS_NOT: tuple[dict[str, Any], ...] = (
    {"children": [NINE], "family": [person("carer", "refuses", role="foster_carer", responsibility=None)]},
    {"children": [NINE], "family": [person("father", "refuses", risk="yes")]},
    {"children": [NINE], "family": [GUARDIAN, person("mother", "refuses")]},
    {"children": [NINE], "family": [person("mother", "not_asked")],
     "young_person": {**OWN_NO, "understanding": "does_not_understand"}},
    {"children": [SIXTEEN], "young_person": {**OWN_NO, "understanding": "does_not_understand"}},
    {"children": [UNBORN], "family": [person("mother", "not_asked", expecting="yes"), person("father", "refuses")]},
)
"""A no that is not the refusal of the help, whatever comes of it."""
SAFE_YES = ({"children": [NINE], "family": [person("mother", "agrees", asked_alone="yes", agreed_to=("early_help",)),
                                            person("father", "refuses")]},)


def worse_means(packs: Packs) -> str:
    """What the path of the talk means after a refusal since which things are worse."""
    return next(rule.means for rule in packs.national.path_rules if rule.worse_since_refusal)


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_after_a_refusal_that_counts_and_made_things_worse_the_path_is_the_talk(name: str, area_id: str) -> None:
    """For every way to count: nothing that was to be agreed to is offered before the talk; after it, it is again. Where
    something is of harm and whoever refused is not simply told, the no is not counted, and nobody is asked either."""
    packs = all_packs()[name]
    talks = 0
    for fields in COUNTS:
        who = [one["key"] for one in fields.get("family", ()) if one["agrees"] == "refuses"] or ["young_person"]
        for added in representatives(packs, area_id):
            data = added.to(asked(packs, area_id, history=WORSE, **fields))
            decision = decision_for(data, packs)[1]
            assert urgency(decision.outcome) >= TODAY, added.id
            told = any(one.state == "tell" for one in decision.telling if one.person in who)
            asking = [path.says for path in decision.then if path.agreement not in ("after_talk", "not_sought")]
            assert not asking, (added.id, fields)
            assert not (told and any(path.agreement_needed for path in decision.then)), (added.id, fields)
            means = [path.says for path in decision.then]
            if worse_means(packs) in means:
                talks += 1
                assert len(means) == 1
                after = decision_for({**data, "call": {"outcome": "advice"}}, packs)[1].then
                assert worse_means(packs) not in [path.says for path in after]
                assert any(path.agreement_needed for path in after), added.id
    assert talks


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_a_no_that_does_not_count_and_one_beside_a_safe_yes_leave_the_help_as_it_is(name: str, area_id: str) -> None:
    """The result is a talk today all the same, and no path says that the help needs nobody's agreement."""
    packs = all_packs()[name]
    for fields in (*COUNTS_NOT, *SAFE_YES):
        for added in representatives(packs, area_id):
            decision = decision_for(added.to(asked(packs, area_id, history=WORSE, **fields)), packs)[1]
            assert urgency(decision.outcome) >= TODAY, added.id
            early = packs.areas[area_id].level.get(decision.then[0].level)
            if fields in COUNTS_NOT or (early and early.outcome == "early_help"):
                assert worse_means(packs) not in [path.says for path in decision.then], (added.id, fields)
            if early and early.outcome == "early_help":
                assert decision.then[0].agreement_needed, (added.id, fields)


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_a_social_workers_and_an_adults_path_stand_before_that_of_a_refusal(name: str, area_id: str) -> None:
    """The worker asks for what a child in need needs; an adult's own agreement stays theirs."""
    packs = all_packs()[name]
    for child in ({"label": "A", "age_years": 19}, {"label": "A", "age_years": 9, "status": ("child_in_need",)}):
        data = asked(packs, area_id, children=[child], history=WORSE, family=[person("mother", "refuses")],
                     young_person=OWN_NO)
        assert [path.agreement_needed for path in decision_for(data, packs)[1].then] == [True]
