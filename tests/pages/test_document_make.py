"""Making a document: the name of the file and what the settings do."""
import pytest

from decision.case import Case, Child
from exports.details import ChildDetails, Details, Held
from exports.documents import DOCUMENTS
from guidance.packs import Packs
from pages.parts.papers.document_make import PASSWORD, PASSWORD_FIELD, file_name, named
from tests.pages.asking import case_of, press
from tests.pages.handed import offers
from tests.pages.opening import details_of, open_page, paper
from tests.pages.screen import words

HOME = Case(home_area="testshire", reference="TEST")


@pytest.mark.parametrize("reference", ["", "Child One", "../etc/passwd", "a" * 41, "-x"])
def test_a_file_is_never_named_by_free_text(reference: str) -> None:
    """Only a plain reference gets into the name of a file."""
    assert file_name(Case(reference=reference), DOCUMENTS["referral"]) == "no-reference-referral.pdf"


def test_a_plain_reference_names_the_file() -> None:
    """The user finds the file again by the reference."""
    assert file_name(Case(reference="2026-A_7"), DOCUMENTS["referral"]) == "2026-A_7-referral.pdf"


def test_a_child_who_is_only_named_here_is_on_the_paper_too() -> None:
    """Whoever took the shortest way has entered no child; the name that is given later still has its place."""
    details = Details(children=(ChildDetails(label="A", name=Held(text="Child One")),))
    assert [child.label for child in named(HOME, details).children] == ["A"]
    assert named(HOME, Details()) == HOME


def test_the_button_says_whether_there_is_a_password(packs: Packs) -> None:
    """Nobody believes that a file is protected when it is not; taking the password off is one press."""
    screen = open_page("documents", HOME)
    screen.text_input(key=PASSWORD_FIELD).set_value("three random words")
    screen = press(screen, "Save these")
    assert offers(screen)[0] == "Download the PDF, with your password"
    screen = press(screen, "Take the password off")
    assert offers(screen)[0] == "Download the PDF"


def test_the_password_is_not_part_of_the_answers(packs: Packs) -> None:
    """What the browser keeps holds no password."""
    screen = open_page("documents", HOME)
    screen.text_input(key=PASSWORD_FIELD).set_value("three random words")
    screen = press(screen, "Save these")
    assert screen.session_state[PASSWORD] == "three random words"
    kept = details_of(screen).model_dump_json() + case_of(screen).model_dump_json()
    assert "three random words" not in kept


def test_the_assessment_says_before_the_download_that_it_is_not_the_help_that_follows(packs: Packs) -> None:
    """For a child with a social worker, and not for one without; the download is there all the same."""
    with_worker = HOME.model_copy(update={"children": (Child(label="A", age_years=7, status=("child_in_need",)),)})
    for made, warned in ((with_worker, True), (HOME, False)):
        screen = open_page("documents", made)
        screen = paper(screen, "early_help_assessment")
        shown = words(screen)
        assert ("This is not the help that follows from the answers now" in shown) == warned
        assert offers(screen)
        if warned:
            assert shown.index("not the help that follows") < shown.index("Worth a look")
