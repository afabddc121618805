"""The same worry in each area, as a page."""
import pytest

from guidance.packs import Packs
from pages.parts.reading.across_view import WARNING
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
    """The page asks, and shows no table."""
    assert "<table" not in source(open_page("compare"))


def test_a_worry_shows_every_area_with_the_warning_first() -> None:
    """The warning that levels do not carry over stands above anything that could be compared."""
    seen = words(open_page("compare", topic="sexual_harm"))
    assert seen.index(WARNING) < seen.index("Testshire")
    assert "Level: Level 4, Urgent (printed at Level 3, Complex)." in seen
    assert "This document has no levels. We do not borrow another area’s." in seen


def test_the_table_is_a_table() -> None:
    """A group of rows for each area, with headers for areas and levels."""
    shown = source(open_page("compare", topic="neglect"))
    assert shown.count('scope="rowgroup"') == 3
    assert shown.count("<table") == shown.count("<caption") == 1
    assert '<th scope="row" role="rowheader">Level 3, Complex</th>' in shown


def test_the_chart_comes_only_on_demand_and_says_what_it_shows() -> None:
    """Without a press there is no chart; with one its alternative text is the sentences of the page."""
    screen = open_page("compare", topic="neglect")
    assert not screen.get("plotly_chart")
    screen.toggle[0].set_value(True).run()
    chart = screen.get("plotly_chart")[0].proto
    assert "Plainham: the document has no levels" in str(chart)


def test_a_special_circumstance_can_be_opened_from_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
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
