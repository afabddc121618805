"""The documents page: choose, fill in, be warned gently, and make."""
import pytest

from decision.case import Call, Case, Child, Events, FamilyMember, Finding, Practitioner, SignAnswer, SourceOfHarm
from exports.details import NOT_KNOWN, ChildDetails, Details, Held, Narrative
from guidance.load import load_packs
from guidance.packs import Packs
from guidance.words import say
from pages.parts.visit import clock, knowledge
from tests.pages.asking import case_of, field, fill, press, title
from tests.pages.handed import handed, offers
from tests.pages.opening import details_of, open_page, paper, papers_offered
from tests.pages.screen import source, words

HOME = Case(home_area="testshire", reference="TEST", children=(Child(label="A", age_years=7), Child(label="B")),
            family=(FamilyMember(key="mother", relation="Mother"),))
SIGN = HOME.model_copy(update={"signs": {"disclosure": SignAnswer(answer="yes", about=("A",))}})
SECRET = HOME.model_copy(update={"signs": {"sexual_abuse": SignAnswer(answer="yes", about=("A",))}})
LIST = "Save and go back to the list"


def test_the_page_opens_on_the_paper_that_the_result_calls_for(packs: Packs) -> None:
    """The referral is shown; the sheet to ring with stands in a line above it, not in its place, and not again below.
    """
    screen = open_page("documents", SIGN)
    offered = papers_offered(screen)
    assert offered[:2] == ["Referral to children's services", "Call sheet"]
    assert offered.count("Call sheet") == 1
    assert "Early Help Assessment" in offered
    assert say("documents.before_it") in words(screen)
    assert say("documents.before_it_below") not in words(screen)
    assert not [fold.label for fold in screen.expander if "Call sheet" in fold.label]


def test_after_the_call_the_sheet_to_ring_with_is_one_of_the_others(packs: Packs) -> None:
    """Nobody who has rung is told to ring first."""
    called = SIGN.but(call=Call(outcome="taken"), events=Events(call_made=clock.now()))
    screen = open_page("documents", called)
    assert say("documents.before_it").partition(".")[0] not in words(screen)
    assert "Call sheet" in papers_offered(screen)


EARLY = HOME.but(danger="no", practitioner=Practitioner(role="gp", lead="yes"), source_of_harm=SourceOfHarm(
    kinds=("nobody",)), family=(FamilyMember(key="mother", relation="Mother", responsibility="yes", risk="no"),))


def test_where_the_help_is_early_help_the_page_opens_on_its_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """A talk with one's own lead stands in a line above, and its sheet first among the other papers, named in their
    line. Not where a talk today comes before anybody is asked, or where somebody may not be told."""
    monkeypatch.setattr(knowledge, "packs", load_packs)
    concerns = tuple(Finding(id=id_, basis="seen") for id_ in ("CBC-2-CHILD-04", "CBC-2-CHILD-05"))
    case = EARLY.but(home_area="central_bedfordshire", findings=concerns,
                     children=(Child(label="A", age_months=5),))
    screen = open_page("documents", case)
    assert papers_offered(screen)[:2] == ["Early Help Assessment", "Call sheet"]
    assert papers_offered(screen).count("Call sheet") == 1
    assert say("documents.before_it_below") in words(screen)
    assert [fold.label for fold in screen.expander if fold.label.startswith("Other documents: Call sheet")]
    result = words(open_page("result", case))
    paper_ = say("result.paper.early_help_assessment")
    assert say("result.then.paper.this", paper=paper_) in result
    assert paper_ in result.partition(f"{say('result.fold.papers')} ")[2].partition(".")[0].lower()
    today = case.but(other_worry=True, harm_before_next="yes")
    assert papers_offered(open_page("documents", today))[0] != "Early Help Assessment"
    unsafe = case.but(family=(case.family[0].but(risk="yes"),))
    assert papers_offered(open_page("documents", unsafe))[0] != "Early Help Assessment"


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
    assert "You can make any other document meanwhile." in words(screen)
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
    born, due = "Date of birth: not known", "Due date: not known"
    assert boxes == [born, born, due], "the first child has an age, and so is born; of the second nothing is known"
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
    """Beside the way it is sent stands the contact that its document sends it to; one fold has how it is sent, copied
    and protected, and its line says what is set."""
    screen = open_page("documents", SIGN)
    screen = paper(screen, "referral")
    line = next(fold.label for fold in screen.expander if fold.label.startswith(f"**{say('documents.file_sent')}**"))
    assert line.endswith("; marked Confidential; no password")
    other = paper(open_page("documents", SIGN), "conversation_record")
    assert [fold.label for fold in other.expander if "Marked Confidential; no password" in fold.label]
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
