"""The two documents that print no levels: qualifiers that carry the fact, kept in our own words."""
from guidance.load import load_packs
from guidance.models import Duty, Process, Timescale
from guidance.packs import AreaPack

PACKS = load_packs()
EARLY_HELP: AreaPack = PACKS.areas["north_lincolnshire"]
EDUCATION: AreaPack = PACKS.areas["north_east_lincolnshire"]


def duty(area: AreaPack, id_: str) -> Duty:
    """An area's duty."""
    return next(one for one in area.duties if one.id == id_)


def process(area: AreaPack, id_: str) -> Process:
    """An area's process."""
    return next(one for one in area.processes if one.id == id_)


def time(area: AreaPack, id_: str) -> Timescale:
    """An area's timescale."""
    return next(one for one in area.timescales if one.id == id_)


def test_a_child_for_whom_nobody_applied_has_not_started_reception_either() -> None:
    """Reason and route are one statement, and it asks for no place at a school."""
    reason, route = (EDUCATION.indicator[id_] for id_ in ("NEL-REASON-01", "NEL-ROUTE-01"))
    assert reason.says == route.says
    assert "whether or not they had a place" in reason.says


def test_extra_needs_of_a_disabled_child_are_not_said_to_come_from_the_disability() -> None:
    """The document says disabled and with specific needs, and gives no cause."""
    assert "because" not in EARLY_HELP.indicator["NL-ALERT-01"].says


def test_a_return_is_made_at_ten_days_or_more_and_for_irregular_attendance_without_counting() -> None:
    """"Not less than 10" is kept, and a return is no referral, so the two do not disagree."""
    item = time(EDUCATION, "NEL-TIME-12")
    assert "at least 10 school days" in item.says
    assert "without counting days" in item.says
    assert item.disagrees_with == ""


def test_the_file_is_sent_within_two_days_of_leaving_and_no_sighting_starts_them() -> None:
    """The day on which somebody last saw the child is not the day of leaving, so no date is worked out from it."""
    item = time(EDUCATION, "NEL-TIME-09")
    assert (item.kind, item.amount, item.start) == ("limit", 2, "now")
    assert time(EDUCATION, "NEL-TIME-03").start == "sent"


def test_the_police_come_first_where_nobody_can_say_where_the_child_is() -> None:
    """The one who is told immediately is told after that, before everything else."""
    steps = duty(EDUCATION, "nel_tell_today").steps
    assert "the police first" in steps[0].says
    assert [step.by for step in steps[:4]] == ["now"] * 4


def test_what_others_said_never_goes_into_a_parents_copy() -> None:
    """Child protection file, third parties and sources stay out, and a lead is asked first."""
    said = " ".join(step.says for step in duty(EDUCATION, "nel_home_education").steps)
    for part in ("child protection file", "what others have said and who said it", "ask your lead"):
        assert part in said


def test_the_planning_meeting_keeps_its_three_conditions_and_its_twenty_days() -> None:
    """The days are for arranging the meeting, the lead is named first, and nobody is left without help meanwhile."""
    said = " ".join(step.says for step in process(EARLY_HELP, "nl_planning_meeting").steps)
    for part in ("initial assessment by Children's Services, or both", "below what calls for a specialist social work",
                 "parents or carers agree", "in supervision", "Once the assessment has found a need"):
        assert part in said
    by = {step.says: step.by for step in process(EARLY_HELP, "nl_planning_meeting").steps}
    assert by["Arrange the meeting."] == "within 20 working days"
    assert not any(by[said] for said in by if said.startswith("Name a lead"))
    assert "agree and supervision has agreed or recommended" in time(EARLY_HELP, "nl_planning_meeting").says


def test_finding_a_lead_holds_for_changing_one_too() -> None:
    """From the second stage on the manager of the present lead may be the one who acts; help goes on at the fourth."""
    found = process(EARLY_HELP, "nl_lead_allocation")
    assert "the manager of the present lead" in found.says
    assert "goes on while it is being settled" in found.steps[3].says
    assert "their own line manager" in found.steps[3].says


def test_what_prompts_to_tell_or_ask_a_family_is_marked_and_worded_so() -> None:
    """Each such rule says when it holds; asking for advice without a name never falls away with it."""
    prompting = {rule.id: rule.says for rule in EARLY_HELP.consent if rule.prompts_telling}
    assert set(prompting) == {"nl_early_help_agreement", "nl_meeting_agreement", "nl_data_is_kept", "nl_inform_family"}
    assert [id_ for id_, says in prompting.items() if "only where nothing here says not yet or ask first"
            not in " ".join(says.split())] == []
    assert "without saying who the family is" in next(
        rule.says for rule in EARLY_HELP.consent if rule.id == "nl_no_names" and not rule.prompts_telling)


def test_early_help_is_not_prompted_where_nobody_is_to_be_told() -> None:
    """Each step that has somebody think of early help, which needs the family's agreement, is marked."""
    steps = [step for area in (EARLY_HELP, EDUCATION) for one in area.duties for step in one.steps]
    asking = [step for step in steps if step.says.startswith("Think of early help")]
    assert asking
    assert all(step.prompts_telling for step in asking)
