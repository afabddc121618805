"""Agreement to a service, kept apart from sharing and from telling; refusal never ends the journey."""
from typing import Any

import pytest

from decision.result import Consent
from tests.decision.build import AREA, PACKS, result, yes

EARLY = ("CBC-2-CHILD-08",)
TWO_AT_3 = ("CBC-3-FAMILY-05", "CBC-3-CHILD-09")
MOTHER: dict[str, Any] = {"key": "mother", "relation": "mother", "responsibility": "yes"}


def consent(*family: dict[str, Any], ticked: tuple[str, ...] = EARLY, **fields: Any) -> Consent:
    """What is said about agreement for these findings and this family."""
    return result(ticked=ticked, family=list(family), **fields).consent


@pytest.mark.parametrize(("fields", "needed"), [
    ({"ticked": EARLY}, True), ({"ticked": TWO_AT_3}, True), ({"ticked": ()}, False),
    ({"ticked": ("CBC-3-FAMILY-05",)}, False), ({"ticked": ("CBC-2-CHILD-18",)}, False),
    ({"ticked": ("CBC-4-CHILD-06",)}, False), ({"signs": yes("disclosure")}, False), ({"danger": "yes"}, False),
])
def test_agreement_is_needed_for_a_service_and_for_nothing_else(fields: dict[str, Any], needed: bool) -> None:
    """Early help and help at Level 3 need it; talking, ringing and referring do not."""
    found = result(**fields).consent
    assert found.agreement_needed is needed
    assert (found.state == "not_needed") is not needed


@pytest.mark.parametrize(("member", "state"), [
    ({"agrees": "agrees"}, "have"), ({"agrees": "refuses", "told": "yes"}, "refused"), ({"agrees": "not_asked"}, "ask"),
    ({"agrees": "not_known"}, "ask"), ({}, "ask"), ({"risk": "not_sure"}, "not_sought"),
])
def test_the_state_of_agreement_is_what_somebody_who_may_be_asked_has_said(member: dict[str, Any], state: str) -> None:
    """Have, refused, still to be asked, or not to be asked yet."""
    assert consent(MOTHER | member, ticked=TWO_AT_3).state == state


def test_agreement_comes_from_somebody_with_parental_responsibility() -> None:
    """A grandmother who agrees has not agreed for the parents."""
    grandmother = {"key": "grandmother", "relation": "grandmother", "responsibility": "no", "agrees": "agrees"}
    assert consent(grandmother).state == "ask"
    assert consent({**grandmother, "responsibility": "not_known"}).state == "ask"
    assert consent(grandmother, MOTHER | {"agrees": "agrees"}).state == "have"


def test_nobody_is_asked_who_is_not_to_be_told() -> None:
    """With a rule against telling there is no agreed route at all, and nothing is sought."""
    father = {"key": "father", "relation": "father", "risk": "yes", "agrees": "agrees", "responsibility": "yes"}
    decision = result(ticked=TWO_AT_3, family=[father])
    assert decision.outcome == "refer_now"
    assert decision.consent.state == "not_needed"


def test_an_agreement_of_somebody_to_ask_about_first_is_not_used() -> None:
    """If it is not sure that a parent may be asked safely, what they said before does not count yet."""
    unsure = MOTHER | {"risk": "not_sure", "agrees": "agrees"}
    assert consent(unsure, ticked=TWO_AT_3).state == "not_sought"


def test_only_the_parent_who_may_be_told_is_asked() -> None:
    """One parent may be asked, the other not without advice: the first one's agreement is enough if given alone."""
    father = {"key": "father", "relation": "father", "risk": "not_sure", "agrees": "refuses", "responsibility": "yes"}
    assert consent(MOTHER | {"agrees": "agrees", "asked_alone": "yes"}, father, ticked=TWO_AT_3).state == "have"
    assert consent(MOTHER | {"agrees": "agrees"}, father, ticked=TWO_AT_3).state == "ask"


def test_a_refusal_is_said_not_to_end_it() -> None:
    """The words of a refusal point to the risk, the lead and the front door."""
    says = consent(MOTHER | {"agrees": "refuses"}, ticked=TWO_AT_3).says
    assert "does not end it" in says


def test_the_rule_of_the_level_is_the_one_cited() -> None:
    """At Level 3 the source is what the document says about Level 3, not about early help."""
    rules = {rule.id: rule for rule in AREA.consent}
    assert consent(ticked=EARLY).source == rules["cbc_early_help_voluntary"].source
    assert consent(ticked=TWO_AT_3).source == rules["cbc_level_3_consent"].source


def test_a_rule_for_a_level_or_a_duty_is_shown_only_there() -> None:
    """Early help's rule belongs to Level 2, the tool for neglect to neglect; the general rules are always there.

    Both ask the family, so somebody who may be told is there: nobody caused the neglect, such as where money is short.
    """
    early = consent()
    neglect = consent(ticked=("CBC-3-PARENT-01", "CBC-3-PARENT-02"), source_of_harm={"kinds": ["nobody"]})
    voluntary = next(rule.says for rule in AREA.consent if rule.id == "cbc_early_help_voluntary")
    profile = next(rule.says for rule in AREA.consent if rule.id == "cbc_gcp2_consent")
    assert voluntary in {item.says for item in early.statements}
    assert voluntary not in {item.says for item in neglect.statements}
    assert profile in {item.says for item in neglect.statements}
    assert profile not in {item.says for item in early.statements}
    assert {item.about for item in early.statements} >= {"service", "sharing", "telling", "young_person", "record"}


def test_beside_a_stricter_local_rule_stands_the_national_one() -> None:
    """Where the area asks for more consent than the law, both are shown, once for each subject."""
    statements = consent(ticked=TWO_AT_3).statements
    beside = [item for item in statements if item.national]
    assert [item.about for item in beside] == ["sharing"]
    assert beside[0].national_source
    assert beside[0].national_source.source in PACKS.sources


def test_local_rules_come_before_national_ones() -> None:
    """Whoever reads top to bottom reads their own area first."""
    sources = [item.source.source for item in consent().statements]
    local = [source.startswith("cbc_") for source in sources]
    assert local == sorted(local, reverse=True)
    assert any(local)
    assert not all(local)


def test_without_a_pack_the_national_rules_stand_alone() -> None:
    """A child who lives elsewhere has the national rules and nothing of this area."""
    found = result(home_area="elsewhere", own_view="early_help", family=[MOTHER]).consent
    assert found.statements
    assert not [item for item in found.statements if item.source.source.startswith("cbc_")]


@pytest.mark.parametrize("ticked", [(), EARLY, TWO_AT_3, ("CBC-4-CHILD-06",)])
def test_there_is_always_something_to_write_down(ticked: tuple[str, ...]) -> None:
    """Told, agreed, and who decided not to ask: the record is asked for at every outcome."""
    assert len(consent(ticked=ticked).record) == 3


def test_a_local_rule_that_asks_the_family_is_not_shown_where_nobody_there_may_be_told() -> None:
    """The tool for neglect asks the parents for consent: not beside neglect that a parent is suspected of."""
    profile = next(rule.says for rule in AREA.consent if rule.id == "cbc_gcp2_consent")
    father = {"key": "father", "relation": "father", "responsibility": "yes"}
    suspected = {"kinds": ["parent_or_carer"], "members": ["father"]}
    shown = consent(father, ticked=("CBC-4-CHILD-06",), source_of_harm=suspected).statements
    assert profile not in {item.says for item in shown}


@pytest.mark.parametrize(("area", "rule_id", "ticked"), [
    ("central_bedfordshire", "cbc_general_rule", "CBC-3-CHILD-08"),
    ("central_bedfordshire", "cbc_level_3_consent", "CBC-3-CHILD-08"),
    ("luton", "lut_inform_before_referral", "LUT-4-HEALTH-09"), ("luton", "lut_form_signature", "LUT-4-HEALTH-09"),
    ("luton", "lut_inform_parents", "LUT-4-HEALTH-09"),
])
def test_what_a_document_wants_told_or_asked_is_not_shown_beside_sexual_abuse(
    area: str, rule_id: str, ticked: str
) -> None:
    """Nobody in the family is told yet, so no local rule that would have them consulted, told or sign is shown."""
    rule = next(rule for rule in PACKS.areas[area].consent if rule.id == rule_id)
    shown = consent(MOTHER, home_area=area, ticked=(ticked,)).statements
    assert rule.says not in {item.says for item in shown}


def test_a_talk_needs_no_agreement_and_the_help_after_it_does() -> None:
    """Beside a same-day talk the levels reached say whose agreement help would need; not where nobody may be told."""
    found = consent(MOTHER, ticked=("CBC-2-CHILD-18",), source_of_harm={"kinds": ["nobody"]})
    assert (found.state, found.agreement_needed) == ("not_needed", False)
    assert [said for said in found.afterwards if AREA.level["2"].agreement in said]
    assert consent(MOTHER | {"risk": "yes"}, ticked=("CBC-2-CHILD-18",)).afterwards == ()


def test_where_only_the_young_person_decides_who_knows_they_are_asked_and_not_the_front_door() -> None:
    """At 17 their own yes is open and no parent's counts; the words send to them alone; beside a doubt it is a talk."""
    fields: dict[str, Any] = {"ticked": ("CBC-3-PARENT-05",), "children": [{"label": "A", "age_years": 17}]}
    found = consent(MOTHER | {"agrees": "agrees", "responsibility": "yes"}, **fields)
    assert found.state == "ask"
    assert found.says.startswith("Ask the young person first")
    assert "front door" not in found.says
    assert consent(MOTHER | {"risk": "not_sure"}, **fields).state == "not_needed"


@pytest.mark.parametrize(("area", "ticked", "words"), [
    ("luton", "LUT-4-HEALTH-01", "Help as a child in need rests on agreement"),
    ("telford_wrekin", "TEL-4-HOUSING-04", "For help as a child in need"),
    ("north_lincolnshire", "", "An Early Help Assessment is made with the agreement"),
    ("north_east_lincolnshire", "", "Early help and help for a child in need are a choice"),
])
def test_help_after_a_call_says_what_it_needs_in_every_area(area: str, ticked: str, words: str) -> None:
    """The level's words, also where the call needs no agreement; without a level the area's rule, or the national."""
    rows = (ticked,) if ticked else ()
    found = consent(MOTHER, home_area=area, ticked=rows, own_view="refer_now", source_of_harm={"kinds": ["nobody"]})
    assert (found.agreement_needed, found.state) == (False, "not_needed")
    assert [said for said in found.afterwards if words in said], found.afterwards
    hidden = consent(MOTHER | {"risk": "yes"}, home_area=area, ticked=rows, own_view="refer_now")
    assert hidden.afterwards == ()
