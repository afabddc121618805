"""Who is told where the danger is at home whoever is named, or is the young person's own partner, or grooms."""
from typing import Any

import pytest

from guidance.models import Sign
from tests.decision.build import PACKS, result, yes
from tests.decision.test_telling import BOTH, FATHER, TEENAGER, entry, told

AT_HOME = [sign for sign in PACKS.national.signs if sign.telling and PACKS.telling("", sign.telling).at_home]  # type: ignore[union-attr]


def test_some_signs_are_about_what_happens_at_home() -> None:
    """Domestic abuse, cruelty, a hurt baby, a parent's threat, and care that is not given are, whoever is ticked."""
    assert {sign.id for sign in AT_HOME} == {
        "domestic_abuse_serious", "severe_neglect", "non_mobile_injury", "parent_threat", "refused_care",
        "treatment_not_given", "alone_unsafe", "no_carer", "carer_unfit_now", "drunk_driver", "not_seen",
        "homeless_16_17", "unaccompanied", "birth_danger"}


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
    safe = result(signs=yes("treatment_not_given"), family=BOTH,
                  source_of_harm={"kinds": ["nobody"], "ruled_out": ["mother"]})
    assert any("got in the way" in step.says for duty in safe.duties for step in duty.steps)


@pytest.mark.parametrize("sign", ["injury_unexplained", "seen_hurt", "strangulation", "serious_assault"])
@pytest.mark.parametrize(("child", "state"), [
    ({"age_months": 8}, "ask_first"), ({"age_years": 2}, "ask_first"), ({}, "ask_first"),
    ({"age_years": 9, "moves_about": "no"}, "ask_first"), ({"age_years": 9}, "tell"),
])
def test_another_child_is_no_answer_for_a_baby_who_is_hurt(sign: str, child: dict[str, Any], state: str) -> None:
    """The usual cover story closes nothing for a baby, a child who cannot move about, or one of an age not known."""
    found = told(signs=yes(sign), children=[{"label": "A", **child}], source_of_harm={"kinds": ["another_child"]})
    assert (found["mother"], found["father"]) == (state, state)


def test_a_hurt_older_child_is_not_about_the_baby_at_home() -> None:
    """A boy of ten who is hit by another boy has a baby sister: what he was hit by says nothing of her."""
    children = [{"label": "A", "age_years": 10}, {"label": "B", "age_months": 5}]
    source = {"kinds": ["another_child"]}
    assert told(signs=yes("seen_hurt", about=("A",)), children=children, source_of_harm=source)["mother"] == "tell"
    assert told(signs=yes("seen_hurt"), children=children, source_of_harm=source)["mother"] == "ask_first"


@pytest.mark.parametrize("sign", ["injury_unexplained", "seen_hurt", "strangulation"])
def test_somebody_online_hits_nobody(sign: str) -> None:
    """"Someone online" answers for grooming and not for an injury beside it; with a boy at school it may."""
    assert told(signs=yes(sign), source_of_harm={"kinds": ["online"]})["mother"] == "ask_first"
    assert told(signs=yes(sign), source_of_harm={"kinds": ["online", "another_child"]})["mother"] == "tell"


def test_one_answer_does_not_close_another_question() -> None:
    """Somebody online grooms the child, and a parent has said that they may hurt them."""
    state = told(signs=yes("grooming", "parent_threat"), source_of_harm={"kinds": ["online"]})
    assert (state["mother"], state["father"]) == ("ask_first", "ask_first")


STEP = {"key": "partner", "relation": "her partner", "role": "step_parent_or_partner"}
KINDS = ["parent_or_carer", "partner"]


@pytest.mark.parametrize(("family", "members", "kinds", "state"), [
    ([BOTH[0], STEP], ["mother"], KINDS, {"partner": "ask_first"}),
    ([BOTH[0], BOTH[1], STEP], ["mother"], KINDS, {"father": "tell", "partner": "ask_first"}),
    ([BOTH[0], STEP], ["partner"], KINDS, {"mother": "tell"}),
    (BOTH, ["father"], KINDS, {"mother": "tell"}),
    ([BOTH[0], {**BOTH[1], "role": "parent"}], ["father"], [KINDS[0], "other_family"], {"mother": "ask_first"}),
])
def test_a_kind_without_a_member_of_that_kind_leaves_those_who_fit_it_open(
    family: list[dict[str, Any]], members: list[str], kinds: list[str], state: dict[str, str]
) -> None:
    """A parent is named and "a partner" is ticked as well: the partner is asked about first, and nobody else."""
    found = told(signs=yes("disclosure"), family=family, source_of_harm={"kinds": kinds, "members": members})
    assert {person: found[person] for person in state} == state


@pytest.mark.parametrize(("area", "row"), [
    ("luton", "LUT-4-RELATIONSHIPS-03"), ("luton", "LUT-4-HEALTH-03"), ("central_bedfordshire", "CBC-4-CHILD-06"),
    ("telford_wrekin", "TEL-4-HEALTH-06"),
])
@pytest.mark.parametrize("kind", ["online", "other_adult", "another_child"])
def test_what_only_a_carer_can_have_done_is_open_whoever_else_is_named(area: str, row: str, kind: str) -> None:
    """A child rejected, neglected or kept from a doctor: where in the document it stands does not matter."""
    found = result(home_area=area, ticked=(row,), family=[{"key": "mother", "relation": "Mother"}],
                   children=[{"label": "A", "age_years": 9}], source_of_harm={"kinds": [kind]})
    assert next(one.state for one in found.telling if one.person == "mother") == "ask_first"
