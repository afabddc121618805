"""The sources page's parts: how current everything is."""
import html
import re
from collections.abc import Callable
from datetime import date

from guidance.load import load_packs
from guidance.packs import AreaPack, Packs
from guidance.words import say
from guidance.words.forms import capital
from pages.parts.reading.currency_view import (
    area_documents, area_state, further_documents, law, not_covered, numbers, readings, sources,
)
from tests.pages.sample import AREA, NATIONAL, PACKS
from tests.pages.screen import part, source, words

TODAY = date(2026, 11, 23)


def test_a_draft_past_its_review_date_says_both() -> None:
    """The reader sees that nobody has checked every line, and that a new check is due."""
    seen = words(part(area_state, AREA, TODAY))
    assert "A draft" in seen
    assert "That day has passed" in seen


def test_a_review_date_to_come_is_no_warning() -> None:
    """A pack that is still within its date carries no warning."""
    assert "That day has passed" not in words(part(area_state, AREA, date(2026, 11, 10)))


def test_a_replaced_source_names_what_replaced_it() -> None:
    """What replaced a document, and which of the two holds."""
    for seen in (words(part(sources, AREA, PACKS, TODAY)), words(part(area_documents, AREA, PACKS, TODAY))):
        assert "Replaced by: A Statute (2023). Where the two differ, the newer one holds." in seen


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


def test_the_documents_of_an_area_are_a_short_list_and_its_own_is_the_first() -> None:
    """What each is and its date stand in sight; every source of the pack is on the page once, however it is folded."""
    packs = load_packs()
    for area in packs.areas.values():
        rows, behind = titles(area_documents, area, packs), titles(further_documents, area, packs)
        own = packs.sources[area.document]
        assert rows[0][0] == own.title
        assert rows[0][1].startswith(f"{capital(own.kind)}, {own.date}")
        assert len(rows) <= 5
        folds = (say("sources.pages"), say("sources.named"))
        shown = [title for title, _ in (*rows, *behind) if title not in folds]
        assert sorted(shown) == sorted(one.title for one in area.sources)


def titles(draw: Callable[..., None], area: AreaPack, packs: Packs) -> list[tuple[str, ...]]:
    """The line of each fold of a part: its heading and its answer."""
    lines = re.findall(r'<summary><span class="fold-heading">(.*?)</span> <span class="fold-answer">(.*?)</span>',
                       source(part(draw, area, packs, TODAY)))
    return [tuple(html.unescape(words) for words in line) for line in lines]


def test_no_line_of_the_page_runs_on() -> None:
    """What is folded is named by its first few."""
    shown = source(part(law, load_packs().national, load_packs(), TODAY))
    assert max(line.count("; ") for line in re.findall(r'fold-answer">(.*?)</span>', shown)) < 3
