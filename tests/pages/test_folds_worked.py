"""Each fold of the result says a thing once and has one source line: every worked case of every pack."""
import html
import re
from collections import Counter

import pytest

from pages.parts.display.markup import Markup
from pages.parts.result.once import SHORT, apart_from_common, by_cause, once
from pages.parts.result.result_folds import folds
from pages.parts.result.windscreen_view import _beside, _levels, _sources, _table
from tests.pages.test_result_worked import packs, worked

pytestmark = pytest.mark.long
FOLD = re.compile(r'<details class="fold" id="fold-(\w+)"')
SOURCES = re.compile(r'class="source"|<summary>Sources?: ')
WHOLE = re.compile(r'<ol>.*?</ol>|Do not:</strong></p><ul>.*?</ul>|<div class="person \w+">.*?</div>', re.DOTALL)
"""What stands whole though another says some of it too: what a duty asks, and what is said of each who may be told, may
not be, or is asked about first."""
OF_PRINT = re.compile(": printed as [0-9 ]+[.]|^The same sentence is printed at ")
"""What is said of a number that looks misprinted, and of each statement that is printed twice, stands whole with each.
"""
LABELLED = re.compile("(Because|Not answered|From whom|If refused|If it is refused|Who may use it): ")
INLINE = re.compile(r"</?(?:strong|span|a)\b[^>]*>")
END = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")


def sentences(fold: str) -> list[str]:
    """What a fold says, sentence by sentence; not the answer to a label, nor a line that is no sentence."""
    lines = [html.unescape(one).strip() for one in re.split("<[^>]+>", INLINE.sub("", WHOLE.sub("", fold)))]
    found = [one for line in lines if not (LABELLED.match(line) or OF_PRINT.search(line)) for one in END.split(line)]
    return [one for one in found if len(one.split()) > SHORT and one.endswith((".", "!", "?"))]


def test_no_fold_says_a_sentence_twice_and_none_has_two_source_lines() -> None:
    """Over every worked case."""
    wrong = []
    for name, case, decision in worked():
        parts = FOLD.split(folds(case, decision, packs(), (), decision.made_at))
        for fold, body in zip(parts[1::2], parts[2::2], strict=True):
            wrong += [(name, fold, said) for said, number in Counter(sentences(body)).items() if number > 1]
            wrong += [(name, fold, "sources")] if len(SOURCES.findall(body)) > 1 else []
    assert wrong == [], wrong


def test_the_picture_has_one_source_line_and_so_has_what_stands_beside_it() -> None:
    """Over every worked case with levels."""
    for name, _, decision in worked():
        area = packs().area(decision.home_area)
        if area and area.levels:
            meanings = dict.fromkeys((level.id for level in area.levels), Markup(""))
            inside = "".join((_table(decision.place, area), _levels(area, meanings, True),
                              _sources(decision.place, area, packs())))
            assert len(SOURCES.findall(inside)) == 1, name
        assert len(SOURCES.findall(_beside(decision.place, packs()))) <= 1, name


def test_what_was_said_before_is_left_out_and_nothing_else() -> None:
    """A short answer may stand under several labels."""
    assert once(("It is never a time to wait. Ask them.", "Ring. It is never a time to wait. Ask them.")) == (
        "It is never a time to wait. Ask them.", "Ring. Ask them.")
    assert once(("", "One.", "One.")) == ("", "One.", "One.")


def test_what_holds_of_each_is_told_apart_from_the_rest() -> None:
    """Of one alone nothing is common."""
    assert apart_from_common(("A form. Never wait for it.", "A grid. Never wait for it.")) == (
        ("A form.", "A grid."), "Never wait for it.")
    assert apart_from_common(("A form. Never wait for it.",)) == (("A form. Never wait for it.",), "")
    assert apart_from_common(()) == ((), "")


def test_a_short_sentence_stays_with_what_it_follows() -> None:
    """It rests on it."""
    assert by_cause("The document also says otherwise: 45 days. Keep to the earlier one.") == [
        "The document also says otherwise: 45 days. Keep to the earlier one."]
