"""The sources page's parts: how current everything is."""
from datetime import date

from pages.parts.reading.currency_view import area_summary, law, not_covered, numbers, readings, sources
from tests.pages.sample import AREA, NATIONAL, PACKS
from tests.pages.screen import part, source, words

TODAY = date(2026, 11, 23)


def test_a_draft_past_its_review_date_says_both() -> None:
    """The reader sees that nobody has checked every line, and that a new check is due."""
    seen = words(part(area_summary, AREA, PACKS, TODAY))
    assert "A draft" in seen
    assert "That day has passed" in seen


def test_a_review_date_to_come_is_no_warning() -> None:
    """A pack that is still within its date carries no warning."""
    assert "That day has passed" not in words(part(area_summary, AREA, PACKS, date(2026, 11, 10)))


def test_a_replaced_source_names_what_replaced_it() -> None:
    """What replaced a document, and which of the two holds."""
    assert "Replaced by: A Statute (2023). Where the two differ, the newer one holds." in words(
        part(sources, AREA, PACKS, TODAY)
    )


def test_a_suspect_number_cannot_be_dialled_here_either() -> None:
    """The sources page lists the misprint without a link."""
    shown = source(part(numbers, AREA, PACKS))
    assert "printed as 01632 96000111. Do not dial it." in shown
    assert "tel:" not in shown


def test_law_that_is_only_reported_is_never_shown_as_in_force() -> None:
    """In force and reported have headings of their own, and low certainty is worded so."""
    seen = words(part(law, NATIONAL, PACKS, TODAY))
    assert seen.index("In force") < seen.index("Reported to be in force. Check before you rely on it")
    assert "Reported. Check it before you rely on it." in seen
    assert "Since Wednesday 1 January 2020." in seen
    assert "Replaces: Old rules." in seen


def test_our_own_readings_and_gaps_are_named() -> None:
    """What we read into a document, and what it leaves out, is said with its source."""
    assert "One concern is enough. This is our own reading." in words(part(readings, AREA, PACKS))
    assert "no escalation steps" in words(part(not_covered, AREA, PACKS))
