"""The documents page: choose, fill in, be warned gently, and make."""
from datetime import date

import pytest

from decision.case import Case, Child, FamilyMember, Finding, SignAnswer, SourceOfHarm
from exports.details import NOT_KNOWN, ChildDetails, Details, Held, Narrative
from guidance.load import load_packs
from guidance.packs import Packs
from pages.parts.visit import knowledge
from tests.pages.asking import case_of, field, fill, press, title
from tests.pages.handed import handed, offers
from tests.pages.opening import details_of, open_page, paper, papers_offered
from tests.pages.screen import source, words

HOME = Case(home_area="testshire", reference="TEST", children=(Child(label="A", age_years=7), Child(label="B")),
            family=(FamilyMember(key="mother", relation="Mother"),))
SIGN = HOME.model_copy(update={"signs": {"disclosure": SignAnswer(answer="yes", about=("A",))}})
SECRET = HOME.model_copy(update={"signs": {"sexual_abuse": SignAnswer(answer="yes", about=("A",))}})
EIGHT = HOME.model_copy(update={"children": (Child(label="A", age_years=8),)})
LIST = "Save and go back to the list"


def test_the_page_opens_on_the_paper_that_the_result_calls_for(packs: Packs) -> None:
    """The referral is shown, the sheet to ring with comes next and says that the result calls for it, others follow."""
    screen = open_page("documents", SIGN)
    offered = papers_offered(screen)
    assert offered[:2] == ["Referral to children's services", "Call sheet"]
    assert "Early Help Assessment" in offered
    assert words(screen).count("This result calls for it") == 1


def test_the_paper_is_ready_at_once(packs: Packs) -> None:
    """Opening the page and one press are all: nothing is filled in, chosen or confirmed before the download."""
    screen = open_page("documents", SIGN)
    assert handed(screen, "Download the PDF")["file"].startswith(b"%PDF-")


def test_a_blank_case_can_make_a_document(packs: Packs) -> None:
    """Nothing has to be filled in before a document can be made."""
    screen = open_page("documents")
    assert offers(screen) == ["Download the PDF"]


def test_another_paper_is_one_press_away_and_stays_chosen(packs: Packs) -> None:
    """Its tasks take the place of those before, also after a section of it was filled in."""
    screen = paper(open_page("documents", HOME), "early_help_assessment")
    assert title(screen) == "Early Help Assessment"
    screen = press(press(screen, "The plan"), LIST)
    assert title(screen) == "Early Help Assessment"


def test_checks_warn_and_never_block(packs: Packs) -> None:
    """What a reader would miss is listed, and the download is there all the same."""
    screen = open_page("documents", SIGN)
    assert "Worth a look. You can send it as it is." in words(screen)
    assert offers(screen)


def test_a_document_that_is_not_for_now_is_refused_kindly(packs: Packs) -> None:
    """Where the family is not to be told, no assessment is made with them, and the page says why."""
    screen = open_page("documents", SECRET)
    screen = paper(screen, "early_help_assessment")
    assert "You can make any other paper meanwhile." in words(screen)
    assert not offers(screen)


def test_a_section_keeps_what_is_said_and_goes_back_to_the_list(packs: Packs) -> None:
    """A name, a confidential address, a date and a not known are in the details afterwards."""
    screen = open_page("documents", SIGN, section="children")
    fill(screen, child__A__name="Child One", child__A__address="1 Made-up Road", child__A__address__held=True,
         child__A__born__day="3", child__A__born__month="2", child__A__born__year="2019", child__A__gp="Not known.",
         child__A__interpreter="no")
    screen = press(screen, LIST)
    child = details_of(screen).child("A")
    assert (child.name, child.address) == (Held(text="Child One"), Held(text="1 Made-up Road", confidential=True))
    assert (str(child.born), child.gp.text, child.interpreter) == ("2019-02-03", NOT_KNOWN, "no")
    assert title(screen) == "Referral to children's services"
    assert "Add names" in words(screen), "the second child has none yet"


def test_only_a_date_has_a_box_for_not_known(packs: Packs) -> None:
    """Everywhere else the words are written, and the page says so once; a box a field would bury the fields."""
    screen = open_page("documents", SIGN, section="children")
    boxes = [box.label for box in screen.checkbox if box.label.endswith(": not known")]
    assert boxes == ["Date of birth: not known", "Due date: not known"] * 2
    assert words(screen).count("or write: not known") == 1


def test_all_children_stand_on_one_page(packs: Packs) -> None:
    """Names of brothers and sisters are given without going from page to page."""
    screen = open_page("documents", SIGN, section="children")
    assert [header.value for header in screen.header] == ["Child A", "Child B"]
    fill(screen, child__A__name="One", child__B__name="Two")
    screen = press(screen, LIST)
    assert [child.name.text for child in details_of(screen).children] == ["One", "Two"]


def test_another_person_can_be_added_after_another(packs: Packs) -> None:
    """Each press adds the person who was written, and the page offers the next."""
    screen = open_page("documents", SIGN, section="home")
    for number, relation in enumerate(("Uncle", "Aunt")):
        screen = press(fill(screen, **{f"home__{number}__relation": relation}), "Save and add another person")
    assert [member.relation for member in details_of(screen).household] == ["Uncle", "Aunt"]
    assert [header.value for header in screen.header] == ["Mother", "Uncle", "Aunt"]


def test_an_answer_too_long_is_refused_with_words_and_kept(packs: Packs) -> None:
    """Neither too many characters nor too many lines are cut: the field still holds them."""
    long, many = "x" * 20_001, "y\n" * 1_001
    screen = open_page("documents", SIGN, section="story")
    screen = press(fill(screen, happened__worry=long, happened__why_now=many), LIST)
    seen = words(screen)
    assert "must be 20,000 characters or fewer" in seen
    assert field(screen, "happened-worry").value == long
    assert field(screen, "happened-why_now").value == many
    assert details_of(screen).narrative == Narrative()


def test_too_many_lines_are_refused_with_words(packs: Packs) -> None:
    """The message says how many lines an answer holds."""
    screen = press(fill(open_page("documents", SIGN, section="story"), happened__worry="y\nz" * 1_001), LIST)
    assert "1,000 lines" in words(screen)


def test_a_reference_that_could_be_a_name_is_checked(packs: Packs) -> None:
    """The name of the file holds letters, digits, - and _ only."""
    screen = press(fill(open_page("documents", SIGN), file_reference="Child One"), "Save these")
    assert "The reference can have letters, digits, - and _" in words(screen)
    assert case_of(screen).reference == "TEST"
    assert case_of(press(fill(screen, file_reference="2026-A_7"), "Save these")).reference == "2026-A_7"


def test_signs_without_a_glyph_are_announced(packs: Packs) -> None:
    """Before the PDF is made, the page says which signs will be written out by name."""
    details = Details(children=(ChildDetails(label="A", school=Held(text="School 😀")),))
    assert "grinning face" in words(open_page("documents", SIGN, details))


def test_text_to_copy_comes_in_blocks_with_their_length(packs: Packs) -> None:
    """Each block can be copied by itself and says how long it is; what was typed stays literal."""
    details = Details(narrative=Narrative(why_now="<b>*Something*</b> :smile:"))
    screen = open_page("documents", SIGN, details)
    screen = paper(screen, "text_blocks")
    assert any("<b>*Something*</b> :smile:" in block.value for block in screen.code)
    assert "characters" in words(screen)
    assert "<b>*" not in source(screen)


def test_assessment_sections_show_only_for_an_assessment(packs: Packs) -> None:
    """The list of sections follows the document."""
    screen = open_page("documents", HOME)
    assert "Parenting" not in [button.label for button in screen.button]
    screen = paper(screen, "early_help_assessment")
    assert "Parenting" in [button.label for button in screen.button]


def test_those_not_to_be_told_are_named_and_not_asked_about(packs: Packs) -> None:
    """In the agreement, somebody who is not told yet has a sentence and no fields."""
    screen = open_page("documents", SECRET, section="agreement")
    assert "Mother: do not tell them yet" in words(screen)
    assert not [box for box in screen.text_input if "asked-mother" in box.key]


@pytest.mark.parametrize("address", [
    {"section": "nowhere"}, {"section": "children", "n": "99"}, {"section": "you", "n": "x"},
])
def test_a_wrong_address_is_no_error(address: dict[str, str], packs: Packs) -> None:
    """Whatever stands in the address, a page is shown."""
    assert title(open_page("documents", SIGN, **address))


def test_the_form_says_where_it_goes_and_who_signs_it(packs: Packs) -> None:
    """Beside the way it is sent stands the contact that its document sends it to."""
    screen = open_page("documents", SIGN)
    screen = paper(screen, "referral")
    assert "It goes to: Testshire Front Door" in words(screen)
    assert "Questions about the form" not in words(screen)


def test_nobody_who_is_not_to_be_told_is_asked_to_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    """Luton's form is signed by a parent and the young person: neither is named while nobody may be told."""
    monkeypatch.setattr(knowledge, "packs", load_packs)
    family = (FamilyMember(key="mother", relation="Mother", responsibility="yes"),
              FamilyMember(key="father", relation="Father", responsibility="yes"))
    told = Case(home_area="luton", children=(Child(label="A", age_years=12),), family=family,
                source_of_harm=SourceOfHarm(kinds=("nobody",)), own_view="refer_now",
                findings=(Finding(id="LUT-3-HEALTH-07"), Finding(id="LUT-3-EMOTIONAL-02")))
    secret = told.model_copy(update={
        "signs": {"sexual_abuse": SignAnswer(answer="yes")}, "source_of_harm": SourceOfHarm(members=("father",))})
    screen = open_page("documents", told)
    screen = paper(screen, "referral")
    assert "Who signs it: Mother (a parent, in the consent part); Father (a parent, in" in words(screen)
    assert "no new form is asked for" in words(screen)
    screen = open_page("documents", secret)
    screen = paper(screen, "referral")
    assert "It goes to: Multi-agency safeguarding hub" in words(screen)
    assert "Who signs it" not in words(screen)


def test_an_empty_tab_says_that_answers_may_be_elsewhere(packs: Packs) -> None:
    """Only where there is no answer at all: neither to a question nor in the details."""
    says = "There are no answers in this tab."
    assert says in words(open_page("documents"))
    assert says not in words(open_page("documents", Case(home_area="testshire")))
    assert says not in words(open_page("documents", Case(), Details(narrative=Narrative(worry="Cold"))))


@pytest.mark.parametrize(("day", "month", "year"), [
    ("27", "3", "18"), ("27", "Mar", "2018"), ("27/3/2018", "", ""), ("2018-03-27", "", ""),
    ("27th March 2018", "", ""), ("27.3.18", "", ""), ("٢٧", "٣", "٢٠١٨"),
])
def test_a_date_of_birth_is_understood_and_read_back(day: str, month: str, year: str, packs: Packs) -> None:
    """A child of eight was born in 2018, however it is typed, and the next page says the day and the age."""
    screen = open_page("documents", EIGHT, section="children")
    fill(screen, child__A__born__day=day, child__A__born__month=month, child__A__born__year=year)
    screen = press(screen, LIST)
    assert details_of(screen).child("A").born == date(2018, 3, 27)
    assert "Date of birth: Tuesday 27 March 2018, 8 years old" in words(screen)
    again = open_page("documents", EIGHT, details_of(screen), section="children")
    assert "Kept as Tuesday 27 March 2018" in words(again)


@pytest.mark.parametrize("year", ["2062", "0018", "1988"])
def test_a_date_of_birth_that_no_child_has_is_refused(year: str, packs: Packs) -> None:
    """However often it is sent; not even with the second press."""
    screen = open_page("documents", EIGHT, section="children")
    fill(screen, child__A__born__day="27", child__A__born__month="3", child__A__born__year=year)
    screen = press(press(screen, LIST), LIST)
    assert "a child is born already and 25 or under" in words(screen)
    assert "details" not in screen.session_state or details_of(screen).child("A").born is None


def test_a_date_of_birth_that_does_not_fit_the_age_is_asked_about_once(packs: Packs) -> None:
    """Born on 1 August 2026, and eight: asked at the field once, kept, and named by the checks."""
    screen = open_page("documents", EIGHT, section="children")
    fill(screen, child__A__born__day="1", child__A__born__month="8", child__A__born__year="2026")
    screen = press(screen, LIST)
    assert "Date of birth: Saturday 1 August 2026. Child A: the date of birth makes the child" in words(screen)
    assert "and the age given is 8 years old" in words(screen)
    screen = press(screen, LIST)
    assert details_of(screen).child("A").born == date(2026, 8, 1)
    assert title(screen) == "Call sheet"
    assert "makes the child 3 months old" in words(screen)
    again = press(open_page("documents", EIGHT, details_of(screen), section="children"), LIST)
    assert title(again) == "Call sheet"


@pytest.mark.parametrize("born", [date(18, 3, 27), date(2062, 3, 27)])
def test_a_date_from_a_file_that_cannot_be_is_asked_about_and_stays(born: date, packs: Packs) -> None:
    """Nothing of the file is lost or read as another year, and the rest of the page can still be saved."""
    details = Details(children=(ChildDetails(label="A", born=born),))
    screen = fill(open_page("documents", EIGHT, details, section="children"), child__A__upn="U1")
    screen = press(screen, LIST)
    assert "cannot be" in words(screen)
    screen = press(screen, LIST)
    child = details_of(screen).child("A")
    assert (child.born, child.upn) == (born, "U1")
    assert "it cannot be this date" in words(screen)


def test_something_done_is_not_still_to_come(packs: Packs) -> None:
    """The day on which children's services were told lies behind; a later one is asked about and may be kept."""
    screen = open_page("documents", EIGHT, section="told")
    fill(screen, told__safeguarding_on__day="24", told__safeguarding_on__month="12",
         told__safeguarding_on__year="26")
    screen = press(screen, LIST)
    assert "When they were told is Thursday 24 December 2026, which is still to come" in words(screen)
    assert details_of(press(screen, LIST)).missing_education.safeguarding_on == date(2026, 12, 24)


def test_a_year_group_that_does_not_fit_is_asked_about(packs: Packs) -> None:
    """A child of eight is not in year 10."""
    screen = press(fill(open_page("documents", EIGHT, section="attendance"), attendance__year_group="Year 10"), LIST)
    assert "year group does not fit" in words(screen)
    assert details_of(press(screen, LIST)).missing_education.year_group == "Year 10"


@pytest.mark.parametrize(("typed", "kept"), [
    ("27 3 18", "27 March 2018"), ("summer 2025", "summer 2025"), ("2024-02-29", "29 February 2024"),
    ("every Monday", "every Monday"),
])
def test_an_event_is_dated_in_full_or_as_it_was_typed(typed: str, kept: str, packs: Packs) -> None:
    """A date is written out, so that nobody reads it the other way round; a period stays."""
    screen = press(fill(open_page("documents", EIGHT, section="chronology"), event__0__when=typed), LIST)
    assert details_of(screen).chronology[0].when == kept


@pytest.mark.parametrize("typed", ["31 2 2026", "27 3 2062"])
def test_an_event_on_a_day_that_cannot_be_is_asked_about_and_kept_as_typed(typed: str, packs: Packs) -> None:
    """It is text, so nothing is lost, and nothing is made of it."""
    screen = press(fill(open_page("documents", EIGHT, section="chronology"), event__0__when=typed), LIST)
    assert "There is a problem" in words(screen)
    assert details_of(press(screen, LIST)).chronology[0].when == typed


@pytest.mark.parametrize(("typed", "kept"), [("3.15", "15:15"), ("quarter past 9", "09:15"), ("lunch", "lunch")])
def test_a_step_in_the_log_has_a_time_of_day(typed: str, kept: str, packs: Packs) -> None:
    """What reads as a time is kept on the 24-hour clock, anything else as it was typed."""
    screen = press(fill(open_page("documents", EIGHT, section="log"), log__0__time=typed), LIST)
    assert details_of(screen).log[0].time == kept


def test_a_time_with_two_readings_is_asked_about(packs: Packs) -> None:
    """Half past seven is morning or evening."""
    screen = press(fill(open_page("documents", EIGHT, section="log"), log__0__time="7.30"), LIST)
    assert "Write am or pm" in words(screen)
    assert details_of(press(fill(screen, log__0__time="7.30pm"), LIST)).log[0].time == "19:30"
