"""Who is told: the strictest rule that touches a person wins, and a doubt becomes "ask first"."""
from typing import Any

import pytest

from decision.assess import decide
from decision.case import Case
from decision.known import read
from decision.result import Telling
from guidance.models import Sign
from tests.decision.build import FRIDAY, PACKS, result, yes

BOTH = [{"key": "mother", "relation": "mother"}, {"key": "father", "relation": "father"}]
FATHER = {"kinds": ["parent_or_carer"], "members": ["father"]}
TEENAGER = [{"label": "A", "age_years": 15}]
FAMILY_WIDE = [sign for sign in PACKS.national.signs
               if sign.telling and PACKS.telling("", sign.telling).scope == "family"]  # type: ignore[union-attr]


def told(**fields: Any) -> dict[str, str]:
    """Person → tell, ask first or not yet."""
    return {item.person: item.state for item in entries(**fields)}


def entries(**fields: Any) -> tuple[Telling, ...]:
    """The entries for a mother, a father and a teenager, unless the test says otherwise."""
    return result(**{"family": BOTH, "children": TEENAGER, **fields}).telling


def entry(person: str, **fields: Any) -> Telling:
    """The entry of one person."""
    return next(item for item in entries(**fields) if item.person == person)


def test_being_open_is_the_rule() -> None:
    """Where nothing speaks against it everyone may be told, with the national rule as the source."""
    assert told() == {"mother": "tell", "father": "tell", "young_person": "tell"}
    assert {item.source.source for item in entries()} == {"seven_golden_rules"}


@pytest.mark.parametrize("sign", FAMILY_WIDE, ids=lambda sign: sign.id)
def test_a_rule_about_the_family_holds_for_all_of_it(sign: Sign) -> None:
    """Suspected or not, every member of the family is under the rule, and the young person is asked about first."""
    rule = PACKS.telling("", sign.telling)
    assert rule
    state = told(signs=yes(sign.id), source_of_harm=FATHER)
    assert (state["mother"], state["father"]) == (rule.effect, rule.effect)
    assert state["young_person"] == "ask_first"


def test_a_rule_about_the_person_suspected_leaves_a_safe_parent_free_to_be_told() -> None:
    """The father is suspected, so he is not told; the mother is, alone and safely."""
    state = told(signs=yes("domestic_abuse_serious"), source_of_harm=FATHER)
    assert state == {"mother": "tell", "father": "not_yet", "young_person": "tell", "suspected": "not_yet"}
    assert "alone" in entry("mother", signs=yes("domestic_abuse_serious"), source_of_harm=FATHER).how


@pytest.mark.parametrize("source", [{}, {"kinds": ["not_known"]}, {"kinds": ["parent_or_carer"]},
                                    {"kinds": ["other_adult", "not_known"]}, {"kinds": ["partner"]}])
def test_while_it_is_not_known_who_did_it_nobody_at_home_is_told_without_asking(source: dict[str, Any]) -> None:
    """It may be someone at home: each parent is a question for the front door."""
    state = told(signs=yes("disclosure"), source_of_harm=source)
    assert (state["mother"], state["father"], state["suspected"]) == ("ask_first", "ask_first", "not_yet")


@pytest.mark.parametrize("kind", ["other_adult", "another_child", "online"])
def test_somebody_outside_the_home_is_no_reason_to_keep_it_from_the_parents(kind: str) -> None:
    """The parents are told, the person suspected is not."""
    state = told(signs=yes("serious_assault"), source_of_harm={"kinds": [kind]})
    assert (state["mother"], state["father"], state["suspected"]) == ("tell", "tell", "not_yet")


def test_the_strictest_rule_wins() -> None:
    """Ask first for a risky person and not yet for domestic abuse: together, not yet."""
    assert told(signs=yes("risky_person"), source_of_harm=FATHER)["father"] == "ask_first"
    assert told(signs=yes("risky_person", "domestic_abuse_serious"), source_of_harm=FATHER)["father"] == "not_yet"


@pytest.mark.parametrize(("risk", "state"), [
    ("yes", "not_yet"), ("not_sure", "ask_first"), ("no", "tell"), (None, "tell"),
])
def test_a_danger_in_telling_one_person_holds_for_that_person(risk: str | None, state: str) -> None:
    """Whatever the worry is about, and for the young person too."""
    family = [{"key": "mother", "relation": "mother", "risk": risk}, BOTH[1]]
    assert told(family=family)["mother"] == state
    assert told(family=family)["father"] == "tell"
    assert told(young_person={"risk": risk})["young_person"] == state


def test_no_danger_in_telling_does_not_undo_a_rule() -> None:
    """"It would not raise the risk" is the user's view; sexual abuse is still not told."""
    family = [{"key": "mother", "relation": "mother", "risk": "no", "agrees": "agrees", "told": "yes"}]
    assert told(signs=yes("sexual_abuse"), family=family)["mother"] == "not_yet"


@pytest.mark.parametrize("fields", [
    {"signs": {"sexual_abuse": {"answer": "not_sure", "why": "could_not_find_out"}}},
    {"answers": {"CBC-3-CHILD-08": "not_sure"}},
])
def test_a_doubt_about_it_means_ask_first(fields: dict[str, Any]) -> None:
    """Not sure about a sign or a statement turns its "not yet" into "ask first"."""
    state = told(**fields)
    assert (state["mother"], state["father"], state["young_person"]) == ("ask_first", "ask_first", "ask_first")


def test_what_is_not_known_of_the_rest_of_a_page_holds_nobody_back() -> None:
    """One tick says it of every other row of a page: that is a gap, and no reason to keep it from a parent."""
    rows = {row.id: "not_known" for row in PACKS.areas["central_bedfordshire"].indicators}
    factors = {factor.id: "not_known" for factor in PACKS.areas["central_bedfordshire"].factors}
    state = told(answers=rows, factors=factors, source_of_harm=FATHER)
    assert (state["mother"], state["father"]) == ("tell", "tell")


def test_a_doubt_about_a_warning_sign_means_ask_first_too() -> None:
    """Not sure whether a girl spoke of a special procedure: the family is not told of it without asking."""
    assert told(factors={"CBC-FGM-BEFORE-03": "not_sure"})["mother"] == "ask_first"


def test_a_certain_sign_beside_a_doubt_stays_strict() -> None:
    """A doubt about one thing never softens the rule that another thing has switched on."""
    signs = {**yes("sexual_abuse"), "sexual_images": {"answer": "not_sure", "why": "could_not_find_out"}}
    assert told(signs=signs)["mother"] == "not_yet"


def test_each_entry_says_why_and_who_lifts_it() -> None:
    """Nobody is withheld something without a reason, its source, and the name of who can say otherwise."""
    for item in entries(signs=yes("sexual_abuse")):
        assert item.why
        assert item.source.source in PACKS.sources
        assert item.lifted_by


def test_an_allegation_leaves_the_parents_to_the_lado() -> None:
    """The adult is not told; the parents are told when the LADO has said how, and what the child is told is asked."""
    state = told(signs=yes("allegation_adult"), source_of_harm={"kinds": ["works_with_children"]})
    assert state == {"mother": "ask_first", "father": "ask_first", "young_person": "ask_first", "suspected": "not_yet"}


def test_the_areas_own_words_stand_before_the_national_ones() -> None:
    """For extremism the area says who lifts it."""
    here = entry("mother", signs=yes("radicalised"))
    there = entry("mother", signs=yes("radicalised"), home_area="elsewhere")
    assert here.source.source == "cbc_thresholds_2023"
    assert there.source.source == "prevent_duty_2023"
    assert here.state == there.state == "ask_first"


def test_a_family_of_which_nothing_is_known_is_one_entry() -> None:
    """Without members the rule is said for the parents and carers as a whole."""
    state = told(family=[], signs=yes("sexual_abuse"))
    assert state["family"] == "not_yet"
    assert "mother" not in state


@pytest.mark.parametrize(("children", "listed"), [
    ([{"label": "A", "age_months": 3}], False), ([{"label": "A", "not_born": True}], False), ([], True),
    ([{"label": "A"}], True), ([{"label": "A", "age_years": 2}], True),
    ([{"label": "A", "age_months": 3}, {"label": "B", "age_years": 9}], True),
])
def test_the_child_is_listed_if_there_is_one_who_can_be_spoken_with(children: Any, listed: bool) -> None:
    """Nobody is asked to tell a baby; a child of unknown age, or whom nobody has described yet, is listed."""
    assert ("young_person" in told(children=children)) is listed


def test_who_is_ruled_out_may_be_told_and_nobody_else() -> None:
    """Where it is not known who did it, only the parent of whom the user says that it was not them is told."""
    state = told(signs=yes("disclosure"), source_of_harm={"kinds": ["not_known"], "ruled_out": ["mother"]})
    assert (state["mother"], state["father"]) == ("tell", "ask_first")


def test_to_be_named_as_suspected_is_stronger_than_to_be_ruled_out() -> None:
    """A slip that puts one person into both lists never turns into "tell"."""
    source = {"kinds": ["parent_or_carer"], "members": ["father"], "ruled_out": ["father"]}
    assert told(signs=yes("disclosure"), source_of_harm=source)["father"] == "not_yet"


@pytest.mark.parametrize("signs", [("disclosure", "sexual_abuse"), ("serious_assault", "fgm_risk")])
def test_nothing_is_softened_where_nobody_in_the_family_is_told(signs: tuple[str, ...]) -> None:
    """Beside a family that is not told, no card says that a parent who is plainly not part of it may be."""
    for item in entries(signs=yes(*signs), source_of_harm=FATHER):
        softening = {rule.unless for rule in PACKS.national.telling if rule.unless and rule.scope == "suspected"}
        assert not any(words in item.how for words in softening)


def test_ordinary_neglect_leaves_a_named_parent_to_be_told() -> None:
    """A need below harm is talked through openly, or nobody could be asked to agree to help."""
    assert told(ticked=("CBC-2-CHILD-21",), source_of_harm=FATHER)["father"] == "tell"


@pytest.mark.parametrize(("age", "state"), [
    (7, "ask_first"), (11, "ask_first"), (12, "tell"), (15, "tell"), (None, "ask_first"),
])
def test_a_small_child_is_not_plainly_told_where_somebody_at_home_may_be_dangerous(age: int | None, state: str) -> None:
    """Below the age in the pack, or of an age not known, a child in domestic abuse is asked about first."""
    fields: dict[str, Any] = {"signs": yes("domestic_abuse_serious"), "source_of_harm": FATHER}
    assert told(**fields, children=[{"label": "A", "age_years": age}])["young_person"] == state


def test_a_small_child_may_be_told_where_the_danger_is_outside_the_home() -> None:
    """A seven-year-old hurt by another child at school hears plainly what happens."""
    state = told(signs=yes("serious_assault"), source_of_harm={"kinds": ["another_child"]},
                 children=[{"label": "A", "age_years": 7}])
    assert state["young_person"] == "tell"


@pytest.mark.parametrize("sign", FAMILY_WIDE, ids=lambda sign: sign.id)
def test_the_childs_row_never_forbids_what_it_asks_for(sign: Sign) -> None:
    """The family's "do not tell, even later" never stands beside "say that you will act" to the child."""
    child = entry("young_person", signs=yes(sign.id), source_of_harm=FATHER)
    assert "even later" not in f"{child.why} {child.how} {child.lifted_by}"
    assert child.rule not in {rule.id for rule in PACKS.national.telling if rule.effect == "not_yet"}


def test_a_mark_on_a_place_that_may_mean_sexual_abuse_is_asked_about_first() -> None:
    """Bruises on the thighs of a child: the whole family waits for the front door, and the sign is asked at once."""
    signs = {"injury_unexplained": {"answer": "yes", "body": ["thighs"]}}
    found = result(signs=signs, family=BOTH, source_of_harm={"kinds": ["another_child"]})
    assert {item.state for item in found.telling if item.person in ("mother", "father")} == {"ask_first"}
    plain = {"injury_unexplained": {"answer": "yes", "body": ["lower_legs"]}}
    assert told(signs=plain, source_of_harm={"kinds": ["another_child"]})["mother"] == "tell"


def test_somebody_online_is_never_told_without_asking() -> None:
    """With a person outside the family named and no rule of their own, ask first."""
    state = told(source_of_harm={"kinds": ["online"]})
    assert state["suspected"] == "ask_first"
    assert "suspected" not in told(source_of_harm={"kinds": ["nobody"]})
    assert "suspected" not in told(source_of_harm=FATHER)


def test_nobody_closes_nothing_beside_a_sign_that_is_about_somebody() -> None:
    """A bruised baby, a child seen hit: "nobody" is no reason to tell each parent; whom the user rules out is told."""
    for sign in ("non_mobile_injury", "injury_unexplained", "seen_hurt", "severe_neglect"):
        state = told(signs=yes(sign), source_of_harm={"kinds": ["nobody"], "ruled_out": ["mother"]})
        assert (state["mother"], state["father"]) == ("tell", "ask_first"), sign
    assert told(signs=yes("suicide_or_self_harm"), source_of_harm={"kinds": ["nobody"]})["father"] == "tell"


def test_a_named_suspect_is_not_told_while_what_it_asks_about_first_is_unanswered() -> None:
    """Often hurt by accident, and nobody has said whether it may be more: the father is asked about first."""
    row = next(row for row in PACKS.areas["telford_wrekin"].indicators if row.ask_first and not row.at_least
               and row.harm != "significant" and row.kind == "need" and not row.duty and not row.scale)
    signs = {sign.id: {"answer": "no"} for sign in PACKS.signs("telford_wrekin") if sign.id != row.ask_first}
    open_case = Case.model_validate({
        "home_area": "telford_wrekin", "danger": "no", "signs": signs, "findings": [{"id": row.id}], "family": BOTH,
        "asked": tuple(PACKS.national.topic), "source_of_harm": FATHER})
    state = {item.person: item.state for item in decide(read(open_case, PACKS), FRIDAY).telling}
    assert state["father"] == "ask_first"
    answered = told(home_area="telford_wrekin", ticked=(row.id,), source_of_harm=FATHER)
    assert answered["father"] == "tell"


@pytest.mark.parametrize(("answer", "state"), [(None, "ask_first"), ("yes", "ask_first"), ("no", "tell")])
def test_a_worry_of_ones_own_is_of_harm_until_the_user_says_that_it_can_wait(answer: str | None, state: str) -> None:
    """Unanswered is never no, also for whoever is named as the one who may have done it."""
    assert told(other_worry=True, harm_before_next=answer, source_of_harm=FATHER)["father"] == state


def test_a_child_who_goes_out_of_sight_after_an_injury_is_asked_about_before_anyone_is_told() -> None:
    """Taken out of school after a mark or a referral: today, and nobody who may have done it hears of it first."""
    sight = {"home_education": "yes"}
    assert told(sight=sight, history={"earlier_injury": "yes"})["father"] == "ask_first"
    assert told(sight=sight)["father"] == "tell"


def test_a_child_whom_nobody_has_described_is_small_until_somebody_says_so() -> None:
    """Serious domestic abuse, and no child in the list: what the child hears is asked about first."""
    assert told(children=[], signs=yes("domestic_abuse_serious"), source_of_harm=FATHER)["young_person"] == "ask_first"


def test_looking_for_a_missing_child_asks_no_named_suspect() -> None:
    """To ask the carers is part of looking, unless one fears them: the words stand with the mother, not the father."""
    fields: dict[str, Any] = {"where_now": {"place": "missing"}, "source_of_harm": FATHER}
    assert entry("mother", **fields).how
    assert entry("father", **fields).how == ""
