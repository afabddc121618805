"""The words of the second answer: nothing is claimed that nobody asked, and who is to be asked is named."""
from typing import Any

import pytest

from decision.then import talk_first
from guidance.packs import AreaPack
from guidance.words import say
from tests.decision.build import PACKS, result, yes

IN_NEED = [area for area in PACKS.areas.values() if any(level.need_path for level in area.levels)]


@pytest.mark.parametrize("area", IN_NEED, ids=lambda area: area.id)
def test_the_way_of_a_child_in_need_says_as_a_condition_that_there_is_no_harm(area: AreaPack) -> None:
    """It stands also where nobody has said where harm may come from, so it never says that there is none."""
    for path in (level.need_path for level in area.levels if level.need_path):
        assert "harm" not in path.means.partition("If it turns out that no harm is known or suspected:")[0]
        assert "harm" not in path.means or "If it turns out" in path.means


MOTHER = {"key": "mother", "relation": "mother", "role": "parent", "responsibility": "yes", "told": "yes", "risk": "no"}
OWN = [({"age_years": 16}, "young_person"), ({"age_years": 17}, "young_person"), ({"age_years": 18}, "adult"),
       ({"not_born": True}, "pregnant_woman")]


@pytest.mark.parametrize(("child", "who"), OWN)
@pytest.mark.parametrize(("area", "ticked", "after_lead"), [
    ("central_bedfordshire", ("CBC-2-FAMILY-01",), ""), ("central_bedfordshire", ("CBC-3-FAMILY-05",), "_after_lead"),
    ("telford_wrekin", ("TEL-3-HOUSING-03", "TEL-3-SEBI-03"), ""),
])
def test_whose_own_yes_counts_is_named_where_it_is_to_be_asked(
        child: dict[str, Any], who: str, area: str, ticked: tuple[str, ...], after_lead: str) -> None:
    """At 16 and 17 the young person, from 18 the person, before birth the pregnant woman: never "somebody"."""
    expecting = MOTHER | {"expecting": "yes"}
    found = result(home_area=area, ticked=ticked, children=[{"label": "A", **child}], family=[expecting]).then[0]
    assert found.agreement == "ask"
    first = {"first": say("then.lead_first")} if after_lead else {}
    assert found.says_agreement == say(f"then.state.ask_{who}{after_lead}", **first)
    assert "somebody" not in found.says_agreement


def test_where_a_parent_may_agree_somebody_who_may_is_asked() -> None:
    """A child of nine: any one of those with parental responsibility who may be told."""
    found = result(ticked=("CBC-2-CHILD-08",), children=[{"label": "A", "age_years": 9}], family=[MOTHER]).then[0]
    assert found.says_agreement == say("then.state.ask")


def test_before_birth_the_document_that_asks_for_everybody_asks_for_her_alone() -> None:
    """North Lincolnshire asks for child and parents; of an unborn child only the pregnant woman's yes counts."""
    found = result(home_area="north_lincolnshire", ticked=("NL-ALERT-12",), children=[{"label": "A", "not_born": True}],
                   family=[MOTHER | {"expecting": "yes"}]).then[0]
    assert found.agreement == "ask"
    assert found.says_agreement == say("then.state.ask_pregnant_woman")


@pytest.mark.parametrize(("child", "said"), [
    ({"age_years": 9}, True), ({"age_years": 9, "status": ("protection_plan",)}, False),
    ({"age_years": 9, "status": ("social_worker",)}, False), ({"age_years": 9, "status": ("child_in_need",)}, False),
    ({"age_years": 19}, False),
])
def test_what_help_needs_after_the_talk_is_said_only_where_the_family_is_asked_for_it(
        child: dict[str, Any], said: bool) -> None:
    """Beside a plan, a social worker or an adult no word says that early help is offered to the family and signed."""
    found = result(ticked=("CBC-2-CHILD-18",), children=[{"label": "A", **child}], family=[MOTHER],
                   source_of_harm={"kinds": ["nobody"]})
    assert found.outcome == "consult_today"
    assert bool(found.consent.afterwards) == said


@pytest.mark.parametrize(("fields", "after"), [
    ({"children": [{"label": "A", "age_years": 9}]}, True),
    ({"children": [{"label": "A", "age_years": 9, "status": ("child_in_need",)}]}, True),
    ({"children": [{"label": "A", "age_years": 9, "status": ("protection_plan",)}]}, False),
    ({"children": [{"label": "A", "age_years": 9, "status": ("social_worker",)}]}, False),
    ({"children": [{"label": "A", "age_years": 9}], "signs": yes("disclosure")}, False),
])
def test_over_what_is_itself_the_talk_no_label_says_after_the_talk(fields: dict[str, Any], after: bool) -> None:
    """A plan, a social worker or a referral now is what is done, with nobody's yes; other help comes after the talk."""
    found = result(ticked=("CBC-2-CHILD-18",), **fields)
    assert found.outcome == "consult_today" or fields.get("signs")
    assert talk_first(found, *found.then[:1]) == after


def test_where_only_the_talk_names_the_help_the_referral_is_written_if_it_is_asked_for() -> None:
    """Nothing says that no form is needed beside a referral that may be asked for."""
    found = result(other_worry=True, harm_before_next="not_sure", children=[{"label": "A", "not_born": True}])
    assert found.outcome == "consult_today"
    assert any(one.ours == "referral" for one in found.documents)
    assert all(path.document != say("then.no_form") for path in found.then)
