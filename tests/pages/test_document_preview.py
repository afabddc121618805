"""Page one to look at and all of it to copy: both hold what the file holds, and neither holds up the page."""
import pytest

from decision.case import Case, Child, Practitioner, SignAnswer
from exports.details import Details, Narrative, UnnamedSource
from guidance.packs import Packs
from pages.parts.papers import document_preview
from tests.pages.handed import offers
from tests.pages.opening import open_page, paper
from tests.pages.screen import words

CASE = Case(home_area="testshire", reference="TEST", children=(Child(label="A", age_years=7),),
            signs={"disclosure": SignAnswer(answer="yes", about=("A",))})


def pictures(screen: object) -> list[str]:
    """The HTML of pictures of a page."""
    return [block.proto.body for block in screen.get("html") if 'class="page-one"' in block.proto.body]  # type: ignore[attr-defined]


def test_page_one_is_a_picture_with_words_for_who_cannot_see_it(packs: Packs) -> None:
    """It is within the page, comes from nowhere else, and says where its words stand."""
    (picture,) = pictures(open_page("documents", CASE))
    assert 'src="data:image/png;base64,' in picture
    assert "Page one of the PDF: Referral to children&#x27;s services." in picture


def test_it_is_drawn_again_only_when_something_changed(packs: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is run again for something else does not draw; another paper is another picture."""
    drawn: list[str] = []
    made = document_preview.make
    monkeypatch.setattr(document_preview, "make", lambda id_, *more: drawn.append(id_) or made(id_, *more))
    screen = open_page("documents", CASE)
    screen.run()
    assert drawn == ["referral"]
    assert pictures(paper(screen, "call_sheet"))
    assert drawn == ["referral", "call_sheet"]


def test_a_paper_that_cannot_be_drawn_is_there_all_the_same(packs: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too long, or something wrong: no picture, no error, and the download."""
    def broken(pdf: bytes) -> bytes:
        raise ValueError

    for name, value in (("LONGEST", 10), ("first_page", broken)):
        monkeypatch.setattr(document_preview, name, value)
        screen = open_page("documents", CASE)
        assert pictures(screen) == []
        assert offers(screen) == ["Download the PDF"]
        monkeypatch.undo()
        monkeypatch.setattr("pages.parts.visit.knowledge.packs", lambda: packs)


def test_everything_can_be_copied_and_a_source_who_must_not_be_named_is_not_in_it(packs: Packs) -> None:
    """The whole paper as plain text, with what was typed as it was typed; the front door's own sheet is not in it."""
    details = Details(narrative=Narrative(worry="<b>Cold</b> *hands*"), sources=(UnnamedSource(name="Quilla Maker"),))
    (copied,) = (block.value for block in open_page("documents", CASE, details).code)
    assert "<b>Cold</b> *hands*" in copied
    assert "Quilla" not in copied


def test_whoever_keeps_a_record_that_others_read_is_told_to_hide_it(packs: Packs) -> None:
    """A GP's patients read their record: before the text stands what to do first."""
    note = "mark the entry as hidden from online access"
    health = next(role.id for role in packs.national.roles if role.setting in ("general practice", "health"))
    assert note in words(open_page("documents", CASE.but(practitioner=Practitioner(role=health))))
    assert note not in words(open_page("documents", CASE))
