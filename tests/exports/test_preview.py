"""The first page of a paper as a picture: drawn in memory, and not at all where that would take long."""
from io import BytesIO

import pytest
from PIL import Image

from exports import preview
from exports.make import make
from exports.preview import first_page
from tests.exports import samples


def referral() -> bytes:
    """The sample referral."""
    return make("referral", samples.CASE, samples.DETAILS, samples.DECISION, samples.PACKS, samples.NOW)


def test_page_one_is_drawn_as_it_is_printed() -> None:
    """An upright A4 page with more than one colour on it."""
    picture = Image.open(BytesIO(first_page(referral())))
    assert picture.format == "PNG"
    assert picture.height / picture.width == pytest.approx(297 / 210, rel=0.01)
    assert len(picture.convert("RGB").getcolors(1_000) or ()) > 5


def test_a_file_that_is_far_too_long_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The picture is a help; nobody waits for it."""
    monkeypatch.setattr(preview, "LONGEST", 1_000)
    assert first_page(referral()) == b""


def test_nobody_waits_long_for_somebody_elses_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDFium draws one page at a time: while it is kept busy there is no picture, and afterwards there is."""
    monkeypatch.setattr(preview, "PATIENCE", 0.01)
    data = referral()
    with preview._ONE_AT_A_TIME:
        assert first_page(data) == b""
    assert first_page(data).startswith(b"\x89PNG")


def test_what_is_no_pdf_leaves_nothing_locked() -> None:
    """Whatever goes wrong, the next page can be drawn."""
    with pytest.raises(Exception, match=r"(?i)pdf|load|data"):
        first_page(b"no pdf")
    assert first_page(referral())
