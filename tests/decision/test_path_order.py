"""Which help comes first for one child: the most protective status, an adult as an adult, a raise for whom it is."""
from itertools import permutations
from typing import Any

import pytest

from decision.path import Path
from decision.result import Decision
from decision.urgency import urgency
from guidance.words import say
from tests.decision.build import result, yes
from tests.decision.every import all_packs, areas, asked, representatives
from tests.decision.test_then import REFERS, decision_for, person

LUTON = "luton"
PROTECTIVE = ("protection_plan", "looked_after", "child_in_need", "social_worker", "early_help")
"""Statuses of a child, the most protective first: a plan against harm, care, help by law, a worker, help by choice."""
EARLY = "LUT-2-RELATIONSHIPS-01"
MOTHER = person("mother", "agrees")


def of(*status: str, **child: Any) -> Path:
    """The first path of one child with these statuses."""
    one = {"label": "A", "age_years": 9, "status": status, **child}
    return result(home_area=LUTON, ticked=(EARLY,), children=[one], family=[MOTHER]).then[0]


@pytest.mark.parametrize("ground", [None, "care_order", "voluntary"])
def test_of_two_statuses_the_most_protective_decides_the_path(ground: str | None) -> None:
    """In whatever order they are ticked, and on whatever ground a child is looked after."""
    wanted = {status: of(status, cared_for_by=ground) for status in PROTECTIVE}
    assert len({(path.says, path.rule) for path in wanted.values()}) == len(PROTECTIVE)
    for pair in permutations(PROTECTIVE, 2):
        first = min(pair, key=PROTECTIVE.index)
        assert of(*pair, cared_for_by=ground) == wanted[first], pair
    assert of(*reversed(PROTECTIVE), cared_for_by=ground) == wanted["protection_plan"]


@pytest.mark.parametrize("status", ["looked_after", "child_in_need", "protection_plan", "social_worker"])
@pytest.mark.parametrize("age", [18, 19, 24])
def test_a_childs_status_leads_no_adult_to_a_childs_social_worker(status: str, age: int) -> None:
    """From 18 the path is that of an adult, whatever status was ticked; a personal adviser is only reported."""
    found = of(status, age_years=age)
    assert "social worker" not in found.leads
    assert found.from_whom == "The person themselves."
    if status == "looked_after":
        assert "personal adviser" in found.leads
        assert "reported, check" in f"{found.leads} {found.help} {found.rule} {found.agreement_source.where}"
    assert "social worker" in of(status, age_years=17).leads


@pytest.mark.long
@pytest.mark.parametrize(("name", "area_id"), areas())
def test_an_adult_never_has_the_referral_of_a_child_as_their_paper(name: str, area_id: str) -> None:
    """For a person of 18 or more, beside every way to count, the path names no form of children's services."""
    packs = all_packs()[name]
    forms = {form.name for form in packs.areas[area_id].documents if form.ours == "referral"} | {"Referral"}
    referred = 0
    for added in representatives(packs, area_id):
        data = added.to(asked(packs, area_id, children=[{"label": "A", "age_years": 19}]))
        decision = decision_for(data, packs)[1]
        assert len(decision.then) == 1
        assert decision.then[0].document not in forms, added.id
        assert "Children's services" not in decision.then[0].leads, added.id
        if decision.outcome in REFERS:
            referred += 1
            assert (decision.then[0].agreement_needed, decision.then[0].written) == (False, ())
    assert referred


def test_beside_an_adult_a_child_still_has_the_childs_path() -> None:
    """A sign about both: the adult's services for the one, children's services and their form for the other."""
    found = result(home_area=LUTON, signs=yes("disclosure"), children=[{"label": "A", "age_years": 19},
                                                                       {"label": "B", "age_years": 9}]).then
    assert [path.about for path in found] == [("A",), ("B",)]
    assert (found[0].document, found[1].document) == ("No form is needed", "Luton referral form")


TWO = ("LUT-3-HOUSING-01", "LUT-3-FAMILY-01")
BABY_AND_TEN = [{"label": "A", "age_months": 8}, {"label": "B", "age_years": 10}]


def paths(decision: Decision, label: str) -> list[str]:
    """The levels of one child's paths, in order."""
    return [path.level for path in decision.then if not path.about or label in path.about]


def test_a_raise_for_a_small_child_lifts_that_childs_path_only() -> None:
    """The outcome is that of the whole family; the brother's help is that of his own findings."""
    found = result(home_area=LUTON, ticked=TWO, children=BABY_AND_TEN, family=[MOTHER])
    assert [raised.kind for raised in found.place.raised] == ["young_child"]
    assert (paths(found, "A"), paths(found, "B")) == (["3", "4"], ["3"])
    assert found.outcome == "consult_today"
    unknown = [BABY_AND_TEN[0], {"label": "B"}]
    of_both = result(home_area=LUTON, ticked=TWO, children=unknown, family=[MOTHER])
    assert paths(of_both, "B") == ["3", "4"]


def test_another_raise_lifts_every_child() -> None:
    """What gets worse, or was tried without change, is the whole family's."""
    found = result(home_area=LUTON, ticked=TWO, children=BABY_AND_TEN, family=[MOTHER],
                   history={"getting_worse": "yes"})
    assert (paths(found, "A"), paths(found, "B")) == (["3", "4"], ["3", "4"])


@pytest.mark.long
@pytest.mark.parametrize(("name", "area_id"), areas())
def test_a_referral_always_says_where_it_goes(name: str, area_id: str) -> None:
    """In every area, also one that prints no form of its own and no number by day."""
    packs = all_packs()[name]
    referred = 0
    for added in representatives(packs, area_id):
        for away in ("", "elsewhere"):
            data = added.to(asked(packs, area_id, area_now=away, children=[{"label": "A", "age_years": 9}]))
            decision = decision_for(data, packs)[1]
            if decision.outcome in REFERS and urgency(decision.outcome):
                referred += 1
                assert all(path.goes_to for path in decision.then), added.id
    assert referred


def test_without_a_pack_a_referral_goes_to_the_front_door_of_the_council() -> None:
    """Of an area that nobody holds the words still say where."""
    found = result(home_area="elsewhere", signs=yes("disclosure")).then[0]
    assert found.goes_to == say("then.front_door")


STATUSES: tuple[tuple[str, ...], ...] = ((), ("early_help",))


@pytest.mark.long
@pytest.mark.parametrize(("name", "area_id"), areas())
def test_where_help_is_there_already_the_form_due_is_that_of_the_path(name: str, area_id: str) -> None:
    """Tried without change, or given: no assessment begun anew is due, and the form of the next step is."""
    packs = all_packs()[name]
    forms = {form.name: form for form in packs.areas[area_id].documents}
    seen = 0
    for added in representatives(packs, area_id):
        for status in STATUSES:
            history = {} if status else {"help_tried": "yes", "changed": "some"}
            data = added.to(asked(packs, area_id, children=[{"label": "A", "age_years": 9, "status": status}],
                                  family=(MOTHER,), history=history, source_of_harm={"kinds": ("nobody",)}))
            decision = decision_for(data, packs)[1]
            if decision.outcome != "early_help":
                continue
            seen += 1
            named, due = decision.then[0].document, {item.name for item in decision.documents}
            told = all(one.state == "tell" for one in decision.telling)
            assert named not in forms or named in due or not told, (added.id, status)
            assert not [item.name for item in decision.documents
                        if item.ours == "early_help_assessment" and item.name != named], (added.id, status)
            assert decision.headline != packs.national.words["early_help"].name
    assert seen or not any(form.ours == "early_help_assessment" for form in forms.values())
