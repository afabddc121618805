"""The same worry in each area, as a page."""
from itertools import combinations

import pytest

from decision.case import Case
from exports.windscreen import level_name
from guidance.load import load_packs
from guidance.models import Sign
from guidance.packs import Packs
from guidance.words import say
from pages.parts.display.markup import tag
from pages.parts.reading.across import across
from pages.parts.reading.across_view import MOST, beside
from pages.parts.visit import knowledge
from tests.pages.opening import open_page
from tests.pages.screen import source, words
from tests.pages.two_areas import with_neighbours


@pytest.fixture(autouse=True)
def both(packs: Packs, monkeypatch: pytest.MonkeyPatch) -> Packs:
    """Three areas with levels of their own, or none."""
    three = with_neighbours(packs)
    monkeypatch.setattr(knowledge, "packs", lambda: three)
    return three


def test_nothing_is_compared_before_a_worry_is_chosen() -> None:
    """The page asks, and compares nothing."""
    assert "<section" not in source(open_page("compare"))


def test_a_worry_shows_both_areas_with_the_warning_first() -> None:
    """The warning that levels do not carry over stands above anything that could be compared."""
    seen = words(open_page("compare", topic="sexual_harm", **{"with": "plainham"}))
    assert seen.index(say("across.warning")) < seen.index("Testshire")
    assert "Level: Level 4, Urgent (printed at Level 3, Complex)." in seen
    assert "This document has no levels. We do not borrow another area’s." in seen


def test_two_areas_stand_side_by_side_with_their_own_levels() -> None:
    """A column for each of the two, named, each level under its own name and in its own colour."""
    shown = source(open_page("compare", topic="neglect", area="testshire", **{"with": "otherton"}))
    assert [name for name in ("Testshire", "Otherton", "Plainham") if f"<h2>{name}</h2>" in shown] == [
        "Testshire", "Otherton"]
    assert ">Level 3, Complex</h4>" in shown
    assert ">Urgent in Otherton</h4>" in shown


def test_levels_that_ask_for_the_same_stand_in_one_row() -> None:
    """Under what they ask for; a row in which a document has no level says so, and no sign to ask first comes twice."""
    shown = source(open_page("compare", topic="neglect", area="testshire", **{"with": "otherton"}))
    rows = {name: said for name, _, said in (part.partition('"') for part in shown.split('<section aria-label="')[1:])}
    packs = knowledge.packs()
    for level in packs.areas["testshire"].levels:
        row = rows[packs.national.words[level.outcome].name]
        assert f">{level_name(level)}</h4>" in row
        assert (say("across.no_such_level") in row) == (level.id == "complex")
    assert all(f">{name}</h4>" in shown for name in ("Level 1, Everyone", "Everyone in Otherton"))
    for sign in packs.signs("testshire"):
        before, _, after = shown.partition("across-heads")
        assert before.count(f"<li>{sign.says}</li>") <= 1
        assert f"<li>{sign.says}</li>" not in after.partition(say("across.national_signs"))[0]


def test_a_document_without_levels_is_a_column_of_its_own() -> None:
    """It has nothing to stand beside, and says so; the other keeps its levels in their order."""
    shown = source(open_page("compare", topic="neglect", area="testshire", **{"with": "plainham"}))
    assert shown.count('class="across-row"') == 1
    assert say("across.borrow_none") in shown
    assert shown.index("Level 1, Everyone</h3>") < shown.index("Level 4, Urgent</h3>")


def test_an_area_is_not_compared_with_itself() -> None:
    """The second field offers the others only; an address that names one area twice shows another beside it."""
    screen = open_page("compare", topic="neglect", area="testshire", **{"with": "testshire"})
    assert [box.value for box in screen.selectbox][1:3] == ["testshire", "otherton"]


def test_the_area_of_the_child_is_the_first() -> None:
    """In the middle of a case the document that it rests on stands on the left."""
    screen = open_page("compare", Case(home_area="plainham"), topic="neglect")
    assert screen.selectbox[1].value == "plainham"


def test_the_chart_comes_only_on_demand_and_says_what_it_shows() -> None:
    """Without a press there is no chart; with one its alternative text is the sentences of the page."""
    screen = open_page("compare", topic="neglect", **{"with": "plainham"})
    assert not screen.get("plotly_chart")
    screen.toggle[0].set_value(True).run()
    chart = screen.get("plotly_chart")[0].proto
    assert "Plainham: the document has no levels" in str(chart)


def test_a_special_circumstance_can_be_opened_from_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an area asks for whatever the level is a link to everything about it."""
    packs = knowledge.packs()
    area = packs.areas["testshire"]
    duty = area.duties[0].model_copy(update={"topics": ("missing",)})
    areas = {**packs.areas, "testshire": area.model_copy(update={"duties": (duty,)})}
    monkeypatch.setattr(knowledge, "packs", lambda: packs.model_copy(update={"areas": areas}))
    assert 'href="look_up?duty=missing&amp;area=testshire"' in source(open_page("compare", topic="missing"))


def test_changing_the_worry_drops_the_part_of_it() -> None:
    """A concern of one topic does not stay when another is chosen."""
    screen = open_page("compare", topic="neglect", about="concern.unwell")
    screen.selectbox[0].set_value("injury").run()
    assert "about" not in screen.query_params


def test_a_note_of_the_pack_stands_once_however_many_statements_it_was_written_beside(
        monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind the first of them; behind the others stands which one that was. The areas of every day, any two."""
    real = load_packs()
    monkeypatch.setattr(knowledge, "packs", lambda: real)
    for pair in combinations(real.areas, 2):
        for topic in ("education", "parenting"):
            found = across(real, pair, topic)
            shown = beside(found, real)
            notes = {line.note for one in found for row in one.rows for line in row.lines
                     if not isinstance(line, Sign) and line.note}
            assert {note for note in notes if shown.count(f"<p>{tag('b', note)[3:-4]}</p>") != 1} == set()


def test_every_statement_stands_in_the_cell_of_its_area_and_none_in_both() -> None:
    """Two columns, the first area's statements in the first; what asks for the same stands under one line."""
    packs = knowledge.packs()
    found = across(packs, ("testshire", "otherton"), "neglect")
    shown = beside(found, packs)
    for one in found:
        held = [line for row in one.rows for line in row.lines]
        assert all(shown.count(f"<summary>{tag('b', line.says)[3:-4]}</summary>") >= 1 for line in held)
    assert shown.count('class="across-cell"') % 2 == 0


def test_no_more_than_can_be_compared_is_in_sight_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long list opens below its first statements, under the line that says what they all ask for."""
    real = load_packs()
    found = across(real, ("luton", "telford_wrekin"), "parenting")
    shown = beside(found, real)
    lists = [part.partition("</ul>")[0].count("<li>") for part in shown.split('<div class="across-cell">')[1:]
             for part in part.partition("<ul>")[1:]]
    assert say("across.rest") in shown
    assert max(lists) <= MOST + 1
    held = [line.says for one in found for row in one.rows for line in row.lines]
    assert shown.count("<summary>") - shown.count(f"<summary>{say('across.rest')}</summary>") == len(held)
