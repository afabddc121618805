"""Who is told where the danger is at home whoever is named, or is the young person's own partner, or grooms."""
from typing import Any

import pytest

from guidance.models import Sign
from tests.decision.build import PACKS, result, yes
from tests.decision.test_telling import BOTH, FATHER, TEENAGER, entry, told

AT_HOME = [sign for sign in PACKS.national.signs if sign.telling and PACKS.telling("", sign.telling).at_home]  # type: ignore[union-attr]


def test_some_signs_are_about_what_happens_at_home() -> None:
    """Domestic abuse, cruelty, a hurt baby and a parent's threat are, whoever is ticked."""
    assert {sign.id for sign in AT_HOME} == {
        "domestic_abuse_serious", "severe_neglect", "non_mobile_injury", "parent_threat"}


@pytest.mark.parametrize("sign", AT_HOME, ids=lambda sign: sign.id)
@pytest.mark.parametrize("kind", ["other_adult", "another_child", "online", "works_with_children", "nobody"])
@pytest.mark.parametrize("answer", ["yes", "not_sure"])
def test_what_happens_at_home_leaves_no_parent_told_whoever_is_ticked(sign: Sign, kind: str, answer: str) -> None:
    """Until somebody at home is named or ruled out, each parent is asked about first, and a small child too."""
    fields: dict[str, Any] = {"signs": {sign.id: {"answer": answer}}, "children": [{"label": "A", "age_years": 7}]}
    state = told(**fields, source_of_harm={"kinds": [kind]})
    assert (state["mother"], state["father"], state["young_person"]) == ("ask_first", "ask_first", "ask_first")
    state = told(**fields, source_of_harm={"kinds": [kind], "ruled_out": ["mother"]})
    assert state["mother"] == ("ask_first" if kind == "works_with_children" else "tell")
    assert (state["father"], state["young_person"]) == ("ask_first", "ask_first")


def test_a_named_abuser_at_home_leaves_the_safe_parent_to_be_told_alone() -> None:
    """Who is named closes the question; the words say how the other parent is told."""
    found = entry("mother", signs=yes("domestic_abuse_serious"), source_of_harm=FATHER)
    assert found.state == "tell"
    assert "alone" in found.how


@pytest.mark.parametrize("source", [{}, {"kinds": ["partner"]}, {"kinds": ["another_child"]}, {"kinds": ["nobody"]}])
def test_abuse_by_the_young_persons_own_partner_makes_no_parent_suspected(source: dict[str, Any]) -> None:
    """"A partner" is then the young person's own: the words for parents are about them, and ask the young person."""
    for person in ("mother", "father"):
        found = entry(person, signs=yes("partner_abuse"), source_of_harm=source)
        assert (found.state, found.rule) == ("ask_first", "own_partner")
        assert "Ask the young person first" in found.why
        assert "partner is not told" not in found.why
    assert "partner is not told" in entry("suspected", signs=yes("partner_abuse"), source_of_harm=source).why


@pytest.mark.parametrize("kind", ["parent_or_carer", "other_family", "not_known"])
def test_a_parent_may_still_be_the_one_beside_abuse_by_a_partner(kind: str) -> None:
    """What the user says of the family, or does not know, goes on counting."""
    assert entry("mother", signs=yes("partner_abuse"), source_of_harm={"kinds": [kind]}).rule == "suspected_unknown"


def test_a_partner_beside_another_sign_is_still_somebody_at_home() -> None:
    """Two worries, one answer: it may be the parent's partner, so each parent is asked about first."""
    state = told(signs=yes("partner_abuse", "disclosure"), source_of_harm={"kinds": ["partner"]})
    assert (state["mother"], state["father"]) == ("ask_first", "ask_first")


@pytest.mark.parametrize("pack", [PACKS.national, *PACKS.areas.values()], ids=["national", *PACKS.areas])
def test_a_parent_who_is_not_suspected_reads_words_about_them(pack: Any) -> None:
    """A rule that holds back the others as well says why of them, or speaks of the family in its own words."""
    assert [rule.id for rule in pack.telling if rule.others and not (rule.others_says or "family" in rule.says)] == []


@pytest.mark.parametrize("sign", PACKS.national.signs, ids=lambda sign: sign.id)
@pytest.mark.parametrize("source", [FATHER, {}, {"kinds": ["partner"]}, {"kinds": ["other_adult"]}])
def test_the_young_persons_row_forbids_nothing_that_a_duty_asks_for(sign: Sign, source: dict[str, Any]) -> None:
    """Beside "agree a safe way to reach them" and "ask what they fear" the row says the same, and forbids neither."""
    row = entry("young_person", signs=yes(sign.id), source_of_harm=source)
    words = f"{row.why} {row.how}".lower()
    for forbidding in ("say no more", "do not question", "do not ask", "do not say", "nothing is said", "do not speak"):
        assert forbidding not in words
    if row.state == "ask_first" and row.rule == "child_beside_family":
        assert "agree a safe way to reach them" in words
        assert "ask what they fear" in words
        assert "with whom you will speak" in words


def test_grooming_is_asked_about_before_anyone_in_the_family_is_told() -> None:
    """It may be sexual abuse: a parent is not simply told, whoever it is, and a relative who is named not yet."""
    assert told(signs=yes("grooming"), source_of_harm={"kinds": ["online"]})["mother"] == "ask_first"
    state = told(signs=yes("grooming"), source_of_harm=FATHER)
    assert (state["mother"], state["father"], state["suspected"]) == ("ask_first", "not_yet", "not_yet")


def test_nothing_asks_the_family_what_got_in_the_way_while_nobody_is_told() -> None:
    """Treatment is not given and sexual abuse is suspected: neither a reason nor a step sends to the family."""
    found = result(signs=yes("treatment_not_given", "sexual_abuse"), family=BOTH, children=TEENAGER)
    said = [reason.why for reason in found.reasons] + [step.says for duty in found.duties for step in duty.steps]
    assert not any("got in the way" in words for words in said)
    safe = result(signs=yes("treatment_not_given"), family=BOTH, source_of_harm={"kinds": ["nobody"]})
    assert any("got in the way" in step.says for duty in safe.duties for step in duty.steps)
