"""What the result says once, and that it speaks of no level where a document has none: every worked case."""
import html
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from decision.case import Case
from decision.result import Decision
from decision.ways import REFERS
from exports.windscreen import raise_in_words
from guidance.packs import AreaPack
from guidance.words import say
from pages.parts.result.now_view import now_section
from pages.parts.result.result_folds import folds
from pages.parts.result.settle_view import doubts_section
from pages.parts.result.then_behind import steps_up
from pages.parts.result.then_view import then_section
from tests.pages.sample import BLANK, PACKS
from tests.pages.screen import read
from tests.pages.test_result_worked import packs, worked

pytestmark = pytest.mark.long
BLOCK = re.compile(r"</?(?:p|li|h[1-6]|dt|dd|summary|div|section)\b[^>]*>")
TAG = re.compile(r"<[^>]+>")
SENTENCE = re.compile(r"(?<=[.?!:])\s+")
LEVEL = re.compile(r"\blevels?\b", re.IGNORECASE)
SOURCES = re.compile(r'<details class="more"><summary>Sources?:.*?</details>|<p class="source">.*?</p>', re.DOTALL)
TRIED = "Help was tried"
NEEDED = "No agreement is needed to ring"
LONG = 8
"""Words of a block that is more than an answer to its heading."""


def with_levels() -> Iterator[tuple[str, Case, Decision, AreaPack]]:
    """The worked cases of the areas whose documents have levels."""
    for name, case, decision in worked():
        area = packs().area(decision.home_area)
        if area and area.levels:
            yield name, case, decision, area


def blocks(case: Case, decision: Decision) -> list[str]:
    """What stands on the result beside the picture, block by block, as one reads it, without the sources."""
    shown = "".join((now_section(case, decision, packs(), decision.made_at), then_section(case, decision, packs()),
                     doubts_section(case, decision, packs()),
                     folds(case, decision, packs(), (), decision.made_at)))
    return [words for one in BLOCK.split(SOURCES.sub("", shown)) if (words := html.unescape(TAG.sub("", one)).strip())]


def texts(part: object) -> Iterator[str]:
    """Every text of a pack."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for one in part.values():
            yield from texts(one)
    elif isinstance(part, list | tuple):
        for one in part:
            yield from texts(one)


def test_without_levels_the_result_speaks_of_none_unless_a_pack_does() -> None:
    """A word of ours about levels would be read as one that the document has."""
    wrong, seen = set(), 0
    national = " ".join(texts(packs().national.model_dump(mode="json")))
    for _, case, decision in worked():
        area = packs().area(decision.home_area)
        if area is None or area.levels:
            continue
        seen += 1
        own = " ".join(texts(area.model_dump(mode="json"))) + national
        wrong |= {words for block in blocks(case, decision) for words in SENTENCE.split(block)
                  if LEVEL.search(words) and words.rstrip(".") not in own}
    assert seen > 100
    assert wrong == set()


def test_that_help_was_tried_is_said_once_in_the_second_answer() -> None:
    """With the step up, or with the level that a rule thinks of because of it."""
    shown = [(name, read(then_section(case, decision, packs())).count(TRIED))
             for name, case, decision, area in with_levels() if len({path.about for path in decision.then}) == 1
             and any(path.step_up for path in decision.then)]
    assert len(shown) > 5
    assert [name for name, times in shown if times != 1] == []


def test_a_level_that_the_answers_support_is_never_called_the_next_step_up() -> None:
    """Beside the picture that says what the answers support, the same level is no step above it."""
    steps = 0
    for name, case, decision, area in with_levels():
        shown = read(then_section(case, decision, packs()))
        supported = {area.levels[order - 1].id for order in (decision.place.supported_order,) if order}
        for path in decision.then:
            stepped = say("then.step_up_level", level=path.name)
            assert not (path.level in supported and stepped in shown), name
            steps += steps_up(path, decision, area) and stepped in shown
        assert shown.count(raise_in_words(decision.place, area) or "\0") <= 1, name
    assert steps


def test_nothing_stands_twice_in_a_row_nor_twice_that_no_agreement_is_needed() -> None:
    """On paper every fold is open, so that what stands there twice is read twice."""
    wrong = set()
    for name, case, decision in worked():
        found = blocks(case, decision)
        wrong |= {(name, two) for one, two in pairwise(found)
                  if two.endswith(".") and two.rstrip(".") in one and len(two.split()) >= LONG}
        wrong |= {(name, NEEDED)} if sum(one.startswith(NEEDED) for one in found) > 1 else set()
    assert wrong == set()


def test_what_fits_no_childs_age_is_named_on_the_first_screen() -> None:
    """The first by its words, further ones counted; all of it stands with what is not known. A call that is made now
    waits for no age."""
    assert say("result.doubts.age") not in str(doubts_section(Case(), BLANK, PACKS))
    shown = [(decision, read(doubts_section(case, decision, packs()))) for _, case, decision in worked()]
    found = [(decision, said) for decision, said in shown
             if any(gap.kind == "check_again" and str(gap.says).startswith("Look at this statement") for gap in
                    decision.gaps)]
    assert found
    assert all(said.count(say("result.doubts.age")) == (decision.outcome not in REFERS) for decision, said in found)
    assert any(decision.outcome not in REFERS for decision, _ in found)
