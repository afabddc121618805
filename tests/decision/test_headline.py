"""The headline and the first action, in words."""
from typing import Any

import pytest

from decision.assess import decide
from decision.core import core
from decision.harm import of_harm
from decision.headline import clock, meaning, write_action
from decision.known import counts, read, stands
from decision.lint_words import prompts
from decision.then import before_ringing
from decision.worked import expand
from guidance.packs import AreaPack
from guidance.vocabulary import Outcome, ProcessUse
from guidance.words import key_of, say
from tests.decision.build import FRIDAY, FRIDAY_AFTER_HOURS, PACKS, at, result, yes

WORDS = PACKS.national.words
ADULT = [{"label": "A", "age_years": 19}]
FOSTERED = [{"label": "A", "age_years": 9, "status": ["privately_fostered"]}]


@pytest.mark.parametrize("fields", [
    {}, {"ticked": ("CBC-2-CHILD-08",)}, {"other_worry": True, "harm_before_next": "no"},
    {"ticked": ("CBC-2-CHILD-18",)}, {"ticked": ("CBC-3-FAMILY-05", "CBC-3-CHILD-09")},
    {"signs": yes("disclosure")}, {"danger": "yes"},
])
def test_the_headline_is_the_outcomes_name(fields: dict[str, Any]) -> None:
    """One fixed name for each outcome, kept with the data."""
    decision = result(**fields)
    assert decision.headline == WORDS[decision.outcome].name


def test_a_talk_that_only_the_place_of_findings_asks_for_says_that_early_help_may_follow() -> None:
    """One need above the supported level: talk first. A doubt beside it, or a refusal, and nothing is offered."""
    above = ("CBC-3-FAMILY-05",)
    assert result(ticked=above).headline == say("headline.talk_then_early_help")
    assert result(ticked=above, answers={"CBC-2-CHILD-08": "not_sure"}).headline == WORDS["consult"].name


@pytest.mark.parametrize("fields", [
    {"history": {"help_tried": "yes", "changed": "no"}},
    {"children": [{"label": "A", "age_years": 9, "status": ("early_help",)}]},
])
def test_nothing_is_offered_anew_where_help_was_tried_or_is_there(fields: dict[str, Any]) -> None:
    """Help tried without change, early help that is open: the next step, whatever the level says."""
    decision = result(ticked=("CBC-2-CHILD-08",), **fields)
    assert (decision.outcome, decision.headline) == ("early_help", say("headline.next_step"))


BY_ITSELF = ("TEL-3-HOUSING-03", "TEL-3-SEBI-03")
"""Two needs in Telford & Wrekin that go through the front door with agreement."""
OF_NO_FAMILY: tuple[tuple[dict[str, Any], str], ...] = (
    *(({"age_years": 9, "status": (status,)}, "worker")
      for status in ("child_in_need", "looked_after", "social_worker", "protection_plan")),
    ({"age_years": 19}, "adult"), ({"age_years": 19, "status": ("care_leaver",)}, "adult"),
)


@pytest.mark.parametrize(("child", "whose"), OF_NO_FAMILY)
@pytest.mark.parametrize(("area", "ticked", "outcome"), [
    ("telford_wrekin", BY_ITSELF, "refer_with_agreement"), ("central_bedfordshire", ("CBC-2-CHILD-08",), "early_help"),
])
def test_where_the_help_asks_no_family_the_headline_does_not_either(
        child: dict[str, Any], whose: str, area: str, ticked: tuple[str, ...], outcome: Outcome) -> None:
    """A child with a worker, or an adult: to whom it is taken, and no word of asking the family, nor the outcome's own.

    Where a status makes the result a talk today or by tomorrow, the headline is that of the talk.
    """
    found = result(home_area=area, ticked=ticked, children=[{"label": "A", **child}])
    name, says = meaning(found, PACKS)
    if found.outcome != outcome:
        assert "consult" in found.outcome
        assert found.headline != WORDS[outcome].name
        return
    assert (found.headline, name) == (say(f"headline.{whose}"), "")
    assert says == say(f"headline.{whose}_says")
    assert not prompts(says)
    assert "family" not in f"{found.headline} {says}"


def test_a_child_in_need_and_an_adult_with_two_needs_are_such_a_result() -> None:
    """The ways of the test above are not all talks."""
    tried = ((whose, result(home_area="telford_wrekin", ticked=BY_ITSELF, children=[{"label": "A", **child}]))
             for child, whose in OF_NO_FAMILY)
    kinds = {whose for whose, found in tried if found.outcome == "refer_with_agreement"}
    assert kinds == {"worker", "adult"}


def test_beside_one_child_whose_family_is_asked_the_headline_stays_that_of_the_outcome() -> None:
    """Of a child in need and one without a worker, the second one's family is asked; of an adult and a child in need
    nobody's is, and each has their own."""
    plain, adult = {"label": "A", "age_years": 9}, {"label": "C", "age_years": 19}
    in_need = {"label": "B", "age_years": 9, "status": ("child_in_need",)}
    mixed = result(home_area="telford_wrekin", ticked=BY_ITSELF, children=[plain, in_need])
    assert (mixed.outcome, mixed.headline) == ("refer_with_agreement", WORDS["refer_with_agreement"].name)
    each = result(home_area="telford_wrekin", ticked=BY_ITSELF, children=[in_need, adult])
    assert (each.outcome, each.headline) == ("refer_with_agreement", say("headline.each"))
    assert meaning(each, PACKS) == ("", say("headline.each_says"))


def test_help_is_offered_where_one_of_two_children_has_none_yet() -> None:
    """A brother who is looked after does not stand in the way of help for his sister."""
    children = [{"label": "A", "age_years": 9}, {"label": "B", "age_years": 9, "status": ("looked_after",)}]
    assert result(ticked=("CBC-2-CHILD-08",), children=children).headline == WORDS["early_help"].name


def test_a_leading_duty_takes_the_headline_where_nothing_is_more_urgent() -> None:
    """Private fostering and an allegation are headed by their own names."""
    assert result(children=FOSTERED).headline == "Private fostering"
    allegation = result(source_of_harm={"kinds": ["works_with_children"]})
    assert allegation.headline == "A worry about an adult who works with children"


@pytest.mark.parametrize("fields", [
    {"signs": yes("disclosure")}, {"danger": "yes"}, {"ticked": ("CBC-2-CHILD-18",)}, {"own_view": "refer_now"},
])
def test_a_leading_duty_never_hides_something_more_urgent(fields: dict[str, Any]) -> None:
    """A call today or now is headed as such, private fostering or not."""
    decision = result(children=FOSTERED, **fields)
    assert decision.headline == WORDS[decision.outcome].name


@pytest.mark.parametrize(("moment", "words"), [
    ("2026-11-20 17:20", "5:20pm"), ("2026-11-20 10:00", "10am"), ("2026-11-20 12:00", "12pm"),
    ("2026-11-20 00:30", "12:30am"), ("2026-11-21 08:45", "8:45am tomorrow"), ("2026-11-23 08:45", "8:45am on Monday"),
    ("2026-11-26 09:00", "9am on Thursday"), ("2026-11-27 09:00", "9am on Friday 27 November"),
    ("2026-12-29 08:45", "8:45am on Tuesday 29 December"),
])
def test_a_time_is_said_as_people_say_it(moment: str, words: str) -> None:
    """Today the time alone, tomorrow by that word, within a week the day, later the date."""
    assert clock(at(moment), FRIDAY) == words


def test_the_action_is_a_person_a_number_and_a_time() -> None:
    """In hours: ring the Hub now, open until; with the number that may be dialled."""
    says = result(signs=yes("disclosure")).action
    assert says == "Ring Access and Referral Hub now on 0300 300 8585, open until 4:20pm."


def test_out_of_hours_the_action_names_the_duty_team_and_its_corrected_number() -> None:
    """Friday at twenty-five past four: the duty team, until Monday."""
    says = result(FRIDAY_AFTER_HOURS, signs=yes("disclosure")).action
    assert says == "Ring Emergency Duty Team now on 0300 300 8123, open until 8:45am on Monday."


def test_a_calm_action_after_hours_names_the_next_opening() -> None:
    """Whoever can wait is told when to ring."""
    lead = {"practitioner": {"lead": "i_am_the_lead"}}
    says = result(FRIDAY_AFTER_HOURS, ticked=("CBC-3-FAMILY-05",), **lead).action
    assert says == "Ring Access and Referral Hub on 0300 300 8585 when it opens, 8:45am on Monday."


@pytest.mark.parametrize(("fields", "words"), [
    ({"danger": "yes"}, "999"), ({"signs": yes("missing_now")}, "police"),
    ({"signs": yes("strangulation")}, "hospital"),
    ({"ticked": ("CBC-2-CHILD-18",)}, "safeguarding lead"),
    ({"home_area": "elsewhere", "signs": yes("disclosure")}, "government's page"),
])
def test_an_action_without_a_number_of_its_own_says_what_to_do(fields: dict[str, Any], words: str) -> None:
    """999, police, hospital, the lead, or whom to ask for where there is no pack."""
    assert words in result(**fields).action


def test_without_any_route_the_lead_is_named() -> None:
    """There is always an action."""
    assert "lead" in write_action((), FRIDAY)


@pytest.mark.parametrize(("fields", "use"), [
    ({"signs": yes("disclosure")}, "what_to_say"),
    ({"ticked": ("CBC-3-FAMILY-05", "CBC-3-CHILD-09")}, "asking_for_help"),
    ({"ticked": ("CBC-3-FAMILY-05",)}, "asking_advice"), ({"ticked": ("CBC-2-CHILD-08",)}, "asking_advice"),
    ({}, "asking_advice"),
    ({"ticked": ("CBC-3-FAMILY-05", "CBC-3-CHILD-09"), "children": ADULT}, "about_an_adult"),
    ({"signs": yes("disclosure"), "children": ADULT}, "about_an_adult"),
    ({"signs": yes("disclosure"), "children": [*ADULT, {"label": "B", "age_years": 9}]}, "what_to_say"),
])
def test_what_to_say_fits_the_outcome(fields: dict[str, Any], use: ProcessUse | None) -> None:
    """A referral for harm is said, help is asked for where nothing is of harm, advice at a talk, also where early help
    or nothing at all comes with a number to ask, and of an adult what an adult needs."""
    said = PACKS.national.process_for(use).steps if use else ()
    assert result(**fields).say == tuple(step.says for step in said)


def test_a_talk_today_says_the_worry_and_asks_for_the_talk() -> None:
    """Word for word what a referral says, but for what the call is for: that is to be talked through."""
    said = result(ticked=("CBC-3-FAMILY-05", "CBC-3-CHILD-09"), other_worry=True, harm_before_next="not_sure").say
    refers = tuple(step.says for step in PACKS.national.process_for("what_to_say").steps)
    assert [key_of(line) for line in said if line not in refers] == ["say.talk_today"]
    assert len(said) == len(refers)


@pytest.mark.parametrize("area", PACKS.areas.values(), ids=lambda area: area.id)
def test_where_anything_is_of_harm_a_call_never_asks_for_help_alone(area: AreaPack) -> None:
    """In every worked case: the words for help stand only beside a referral with agreement that has nothing of harm."""
    help_ = tuple(step.says for step in PACKS.national.process_for("asking_for_help").steps)
    for raw in area.cases:
        worked = expand(raw, area.id, PACKS)
        known = read(worked.case, PACKS)
        found = decide(known, worked.on)
        assert found.say != help_ or (
            found.outcome == "refer_with_agreement" and not of_harm(known, core(known).entries)), worked.name


def test_what_is_said_of_an_adult_speaks_of_no_child_who_goes_home() -> None:
    """They are no child, and where they go is their own to say; that they are harmed is said first."""
    said = PACKS.national.process_for("about_an_adult").steps
    assert not any("this child" in step.says or "go home" in step.says for step in said)
    assert "harmed" in said[1].says


@pytest.mark.parametrize("fields", [{}, {"ticked": ("CBC-2-CHILD-08",)}, {"ticked": ("CBC-3-FAMILY-05",)}])
@pytest.mark.parametrize("practitioner", [{}, {"role": "teacher"}, {"lead": "cannot_reach"}, {"lead": "i_am_the_lead"}])
def test_a_calm_action_has_no_hurry_in_it(fields: dict[str, Any], practitioner: dict[str, str]) -> None:
    """Keeping watch, early help and a talk by tomorrow do not speak of minutes, nor of a number to ring now."""
    says = result(practitioner=practitioner, **fields).action
    assert "minutes" not in says
    assert " now on " not in says


def test_a_calm_call_is_for_advice() -> None:
    """Whoever has no lead to talk to is given the number for advice, with its hours."""
    says = result(practitioner={"lead": "no_lead"}).action
    assert says == "For advice, ring Access and Referral Hub on 0300 300 8585, open until 4:20pm."


@pytest.mark.parametrize("area", [area for area in PACKS.areas.values() if area.levels], ids=lambda area: area.id)
def test_no_early_help_is_offered_in_the_headline_over_a_finding_at_the_level_for_harm(area: AreaPack) -> None:
    """Every need that stands there alone, beside one of early help: it is talked through, and nothing is offered."""
    first = next(row.id for row in area.indicators if row.level == area.levels[1].id and counts(row)
                 and not (row.at_least or row.duty or row.ask_first or row.stands_at))
    talks = 0
    for row in area.indicators:
        if counts(row) and stands(row, area) == area.acting and row.harm == "need":
            found = result(home_area=area.id, ticked=(first, row.id), children=[{"label": "A", "age_years": 9}])
            talks += found.outcome == "consult"
            assert found.headline != say("headline.talk_then_early_help"), row.id
    assert talks


def test_that_nobodys_agreement_is_needed_is_said_with_a_number_and_without_one() -> None:
    """To ring, where there is a number; to contact them, where no route has one; nothing where there is nobody."""
    found = result(ticked=("CBC-2-CHILD-08",))
    silent = tuple(route.model_copy(update={"dial": ""}) for route in found.routes)
    assert before_ringing(found, PACKS) == say("now.no_agreement")
    assert before_ringing(found.model_copy(update={"routes": silent}), PACKS) == say("now.no_agreement_contact")
    assert before_ringing(found.model_copy(update={"routes": ()}), PACKS) == ""


def test_the_panel_of_a_next_step_says_that_nothing_begins_anew() -> None:
    """Its name and its words are not those of early help that is offered; every other result has its own."""
    tried = result(ticked=("CBC-2-CHILD-08",), history={"help_tried": "yes", "changed": "no"})
    assert tried.outcome == "early_help"
    assert meaning(tried, PACKS) == ("", say("headline.next_step_says"))
    plain = result(ticked=("CBC-2-CHILD-08",))
    assert meaning(plain, PACKS) == ("", PACKS.national.words["early_help"].says)
    other = plain.model_copy(update={"headline": "Something else"})
    assert meaning(other, PACKS)[0] == PACKS.national.words["early_help"].name


@pytest.mark.parametrize("role", ["health_visitor", "teacher", ""])
def test_what_999_asks_is_said_first_and_fits_the_role(role: str) -> None:
    """Where 999 comes first its own words stand before those for the team; what is for who works alone is for them, or
    for whoever has not said what they are."""
    found = result(danger="yes", practitioner={"role": role})
    steps = PACKS.national.process_for("emergency").steps
    alone = next(step.says for step in steps if step.for_roles)
    assert found.first_call == "999"
    assert [step.says for step in steps if step.says not in found.say_999] == ([alone] if role == "teacher" else [])



@pytest.mark.parametrize("fields", [
    {"signs": yes("disclosure")}, {"ticked": ("CBC-2-CHILD-18",)}, {"ticked": ("CBC-2-CHILD-08",)}, {}])
def test_where_another_call_comes_first_nothing_is_said_to_999(fields: dict[str, Any]) -> None:
    """A call to a team has words of its own, and where nobody is rung there are none."""
    assert result(**fields).say_999 == ()
