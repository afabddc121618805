"""The documents page: choose, fill in, be warned gently, and make."""
import pytest

from decision.case import Case, Child, FamilyMember, SignAnswer
from exports.details import NOT_KNOWN, ChildDetails, Details, Held, Narrative
from guidance.packs import Packs
from tests.pages.asking import case_of, field, fill, press, title
from tests.pages.opening import details_of, open_page
from tests.pages.screen import source, words

HOME = Case(home_area="testshire", reference="TEST", children=(Child(label="A", age_years=7), Child(label="B")),
            family=(FamilyMember(key="mother", relation="Mother"),))
SIGN = HOME.model_copy(update={"signs": {"disclosure": SignAnswer(answer="yes", about=("A",))}})
SECRET = HOME.model_copy(update={"signs": {"sexual_abuse": SignAnswer(answer="yes", about=("A",))}})
LIST = "Save and go back to the list"


def test_what_the_result_calls_for_comes_first(packs: Packs) -> None:
    """The first document of the result is chosen, and others are on offer."""
    screen = open_page("documents", SIGN)
    options = screen.radio[0].options
    assert options[:2] == ["Call sheet", "Referral to children's services"]
    assert "Early Help Assessment" in options
    assert "This result calls for it" in str(screen.radio[0].proto)


def test_a_blank_case_can_make_a_document(packs: Packs) -> None:
    """Nothing has to be filled in before a document can be made."""
    screen = open_page("documents")
    assert [button.label for button in screen.get("download_button")] == ["Download the PDF, without a password"]


def test_checks_warn_and_never_block(packs: Packs) -> None:
    """What a reader would miss is listed, and the download is there all the same."""
    screen = open_page("documents", SIGN)
    assert "Worth a look before you send it. You can send it as it is." in words(screen)
    assert screen.get("download_button")


def test_a_document_that_is_not_for_now_is_refused_kindly(packs: Packs) -> None:
    """Where the family is not to be told, no assessment is made with them, and the page says why."""
    screen = open_page("documents", SECRET)
    screen.radio[0].set_value("early_help_assessment").run()
    assert not screen.exception
    assert "You can make any other document meanwhile." in words(screen)
    assert not screen.get("download_button")


def test_a_section_keeps_what_is_said_and_goes_back_to_the_list(packs: Packs) -> None:
    """A name, a confidential address, a date and a not known are in the details afterwards."""
    screen = open_page("documents", SIGN, section="children")
    fill(screen, child__A__name="Child One", child__A__address="1 Made-up Road", child__A__address__held=True,
         child__A__born__day="3", child__A__born__month="2", child__A__born__year="2019", child__A__gp__unknown=True,
         child__A__interpreter="no")
    screen = press(screen, LIST)
    child = details_of(screen).child("A")
    assert (child.name, child.address) == (Held(text="Child One"), Held(text="1 Made-up Road", confidential=True))
    assert (str(child.born), child.gp.text, child.interpreter) == ("2019-02-03", NOT_KNOWN, "no")
    assert title(screen) == "Documents"
    assert "Some answers given" in words(screen)


def test_every_field_offers_not_known(packs: Packs) -> None:
    """Each written answer and each date of a section can be said to be not known."""
    screen = open_page("documents", SIGN, section="you")
    labels = [box.label for box in screen.checkbox]
    assert len(labels) == len(screen.text_input) + len(screen.text_area)
    assert all(label.endswith("not known") for label in labels)


def test_one_page_a_child_and_then_the_next(packs: Packs) -> None:
    """After the first child comes the second, and after the last the list."""
    screen = press(open_page("documents", SIGN, section="children"), "Save and next child")
    assert screen.header[0].value == "Child B"
    assert [button.label for button in screen.button if "Save" in button.label] == [LIST]


def test_another_person_can_be_added_after_another(packs: Packs) -> None:
    """The household grows by one page a person."""
    screen = open_page("documents", SIGN, section="home", n="2")
    screen = press(fill(screen, home__0__relation="Uncle"), "Save and next person")
    assert [member.relation for member in details_of(screen).household] == ["Uncle"]
    assert screen.header[0].value == "Another person"


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
    screen.radio[0].set_value("text_blocks").run()
    assert not screen.exception
    assert any("<b>*Something*</b> :smile:" in block.value for block in screen.code)
    assert "characters" in words(screen)
    assert "<b>*" not in source(screen)


def test_assessment_sections_show_only_for_an_assessment(packs: Packs) -> None:
    """The list of sections follows the document."""
    screen = open_page("documents", HOME)
    assert "Parenting" not in [button.label for button in screen.button]
    screen.radio[0].set_value("early_help_assessment").run()
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
    screen.radio[0].set_value("referral").run()
    assert "It goes to: Testshire Front Door" in words(screen)
    assert "Questions about the form" not in words(screen)
