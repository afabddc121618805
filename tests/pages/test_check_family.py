"""Step 11: the family. Nothing prompts to tell where somebody is not to be told yet."""
import pytest

from decision.case import FamilyMember, SignAnswer, SourceOfHarm, YoungPerson
from tests.pages.asking import HOME, case_of, fill, has_field, open_step, press, words

pytestmark = pytest.mark.usefixtures("packs")
NOT_YET = HOME.model_copy(update={"signs": {"sexual_abuse": SignAnswer(answer="yes")},
                                  "family": (FamilyMember(key="carer_1", relation="Mother", agrees="not_known"),)})


def test_what_is_known_about_a_carer_is_kept() -> None:
    """Relation, parental responsibility, told, agrees, risk and interpreter are separate facts."""
    screen = fill(open_step("family"), relation__carer_1="Mother", responsibility__carer_1="yes", told__carer_1="no",
                  agrees__carer_1="not_asked", risk__carer_1="not_sure", interpreter__carer_1="yes",
                  language__carer_1="Polish", suspected__carer_1=True)
    case = case_of(press(screen, "Continue"))
    assert case.family == (FamilyMember(
        key="carer_1", relation="Mother", responsibility="yes", told="no", agrees="not_asked", risk="not_sure",
        interpreter="yes", language="Polish"),)
    assert case.source_of_harm == SourceOfHarm(members=("carer_1",))


def test_an_empty_block_is_nobody() -> None:
    """Continue with nothing said leaves the family unanswered."""
    assert case_of(press(open_step("family"), "Continue")).family == ()


def test_carers_can_be_added_and_removed() -> None:
    """Adding keeps what is in the form; removing takes the person out of those suspected too."""
    screen = press(fill(open_step("family"), relation__carer_1="Mother"), "Add another parent or carer")
    fill(screen, relation__carer_2="Stepfather", suspected__carer_2=True)
    press(screen, "Remove parent or carer 2")
    assert [member.relation for member in case_of(screen).family] == ["Mother"]
    assert case_of(screen).source_of_harm.members == ()


def test_the_questions_do_not_suggest_telling() -> None:
    """Where telling is open, the page still says that nobody has to be told."""
    shown = words(open_step("family"))
    assert "You do not need to have told anyone" in shown
    assert "Nobody has to be asked or told for this" in shown


def test_not_yet_stands_in_place_of_any_prompt() -> None:
    """With a sign that means not yet, the page says so, and asks neither for agreement nor to tell."""
    screen = open_step("family", NOT_YET)
    shown = words(screen)
    assert "Do not tell yet" in shown
    assert "Mother" in shown
    assert "before the front door has advised" in shown
    assert not has_field(screen, "agrees-carer_1")
    assert has_field(screen, "told-carer_1")


def test_an_answer_not_asked_for_now_stays_as_it_was() -> None:
    """Agreement that was noted before is kept while the question is not shown."""
    assert case_of(press(open_step("family", NOT_YET), "Continue")).family == NOT_YET.family


def test_the_young_persons_own_view_is_kept() -> None:
    """Their view, what they know, whether they agree and understand."""
    screen = fill(open_step("family"), yp_view="Wants help", told__young_person="yes", agrees__young_person="agrees",
                  understanding="understands", risk__young_person="no")
    assert case_of(press(screen, "Continue")).young_person == YoungPerson(
        view="Wants help", told="yes", agrees="agrees", understanding="understands", risk="no")


def test_a_blank_relation_has_words_of_its_own() -> None:
    """A carer of whom nothing is known is still somebody."""
    case = NOT_YET.model_copy(update={"family": (FamilyMember(key="carer_1", relation=""),)})
    assert "Do not tell yet: ;" not in words(open_step("family", case))


def test_the_arrangement_and_the_work_of_somebody_suspected_are_kept() -> None:
    """By what arrangement they care, and whether they work with children."""
    screen = fill(open_step("family"), relation__carer_1="Carer", role__carer_1="foster_carer",
                  suspected__carer_1=True, works__carer_1="yes")
    member = case_of(press(screen, "Continue")).family[0]
    assert (member.role, member.works_with_children) == ("foster_carer", "yes")


def test_somebody_can_be_ruled_out_with_the_reason() -> None:
    """Who is not the cause, and how the user knows; both ticks for one person are refused."""
    screen = fill(open_step("family"), relation__carer_1="Mother", ruled_out__carer_1=True,
                  ruled_out_because="Abroad since October")
    source = case_of(press(screen, "Continue")).source_of_harm
    assert (source.ruled_out, source.ruled_out_because) == (("carer_1",), "Abroad since October")

    both = press(fill(open_step("family"), suspected__carer_1=True, ruled_out__carer_1=True), "Continue")
    assert "Untick one of the two" in words(both)


def test_a_person_removed_is_ruled_out_no_longer() -> None:
    """Nothing refers to a carer who was taken out."""
    screen = press(fill(open_step("family"), relation__carer_1="Mother"), "Add another parent or carer")
    fill(screen, relation__carer_2="Aunt", ruled_out__carer_2=True)
    press(screen, "Remove parent or carer 2")
    assert case_of(screen).source_of_harm.ruled_out == ()
