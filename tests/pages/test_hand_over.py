"""The one way to give a file over: made for the press that asked, once, and never kept."""
import logging

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from decision.case import Case
from guidance.packs import Packs
from pages.parts.papers.document_make import MADE
from pages.parts.shell.hand_over import LARGEST
from tests.pages.asking import ROOT
from tests.pages.handed import handed, offers, saved
from tests.pages.opening import open_page
from tests.pages.screen import words

HOME = Case(home_area="testshire", reference="TEST")
BUTTON = "Download the PDF"


def offering() -> None:
    """A page that offers one file; its script runs alone."""
    import streamlit as st

    from pages.parts.shell.hand_over import hand_over

    def make() -> bytes:
        made = st.session_state["content"]
        if isinstance(made, Exception):
            raise made
        return made  # type: ignore[no-any-return]

    def note() -> None:
        st.session_state["times"] = st.session_state.get("times", 0) + 1

    hand_over("paper", "Take the paper", make, "paper.txt", "text/plain", on_saved=note)


def small_page(content: object) -> AppTest:
    """That page, run once with this content of the file."""
    screen = AppTest.from_function(offering, default_timeout=20)
    screen.session_state["content"] = content
    return screen.run()


def test_no_page_gives_a_file_over_in_another_way() -> None:
    """Streamlit's own button loses files under use, so it stands nowhere in the app."""
    files = [ROOT / "app.py", ROOT / "server.py", *(ROOT / "pages").rglob("*.py")]
    assert len(files) > 50
    named = f"{st.download_button.__name__}"
    assert [file.name for file in files if named in file.read_text(encoding="utf-8")] == []


def test_a_press_gives_the_file_and_its_answer_drops_it() -> None:
    """Nothing is made before a press; name, kind and bytes come for it; once saved they are not sent again."""
    screen = small_page(b"first \x00\xff")
    assert offers(screen) == ["Take the paper"]
    sent = handed(screen, "Take")
    assert (sent["number"], sent["name"], sent["mime"], sent["file"]) == (
        "1", "paper.txt", "text/plain", b"first \x00\xff")
    assert "times" not in screen.session_state
    assert "file" not in saved(screen, "Take")
    assert screen.session_state["times"] == 1


def test_a_later_press_gives_what_is_so_by_then() -> None:
    """The second file holds what has changed since the first."""
    screen = small_page(b"first")
    assert handed(screen, "Take")["file"] == b"first"
    saved(screen, "Take")
    screen.session_state["content"] = "second ✓"
    assert handed(screen, "Take", "2")["file"] == "second ✓".encode()


@pytest.mark.parametrize("content", [ValueError("Zofia"), b"x" * (LARGEST + 1)], ids=["raises", "too large"])
def test_a_file_that_cannot_be_made_is_said_and_offered_again(
    content: object, caplog: pytest.LogCaptureFixture
) -> None:
    """The page stays, the browser is told, the log repeats nothing, and the next press is as good as the first."""
    screen = small_page(content)
    with caplog.at_level(logging.DEBUG):
        sent = handed(screen, "Take")
    assert (sent["failed"], "file" in sent) == (True, False)
    assert "ValueError" in caplog.text
    assert "Zofia" not in caplog.text
    screen.session_state["content"] = b"now"
    assert handed(screen, "Take", "2")["file"] == b"now"


def test_the_documents_page_gives_a_pdf_and_then_offers_to_delete(packs: Packs) -> None:
    """The offer to delete the answers comes only when the browser has the file."""
    screen = open_page("documents", HOME)
    sent = handed(screen, BUTTON)
    assert sent["file"].startswith(b"%PDF-")
    assert (sent["name"], sent["mime"]) == ("TEST-call_sheet.pdf", "application/pdf")
    assert MADE not in screen.session_state
    saved(screen, BUTTON)
    assert "Open the file and see that it is right" in words(screen)
