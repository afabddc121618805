"""Look it up: searching, browsing, and one special circumstance from end to end."""
import html
from collections import Counter

import pytest

from decision.case import Case
from guidance.load import load_packs
from guidance.models import Indicator
from guidance.packs import Packs
from guidance.words import ended
from pages.parts.reading import catalogue_view
from pages.parts.reading.catalogue import Wanted, find
from pages.parts.reading.catalogue_view import _by_area, _how_many, _lines, _of_area
from pages.parts.visit import knowledge
from tests.pages.opening import open_page
from tests.pages.screen import source, words
from tests.pages.two_areas import with_neighbours

pytestmark = pytest.mark.usefixtures("packs")


def search(text: str, **address: str):  # type: ignore[no-untyped-def]
    """The page after a search."""
    screen = open_page("look_up", **address)
    screen.text_input[0].set_value(text)
    next(button for button in screen.button if button.label == "Search").click()
    return screen.run()


def test_what_is_typed_stays_out_of_the_address_and_of_the_browsers_copy() -> None:
    """A search could hold a name: it is neither in the address nor under a key that the browser keeps."""
    screen = search("Robin tired")
    assert "tired to learn" in words(screen)
    assert "Robin" not in str(dict(screen.query_params))
    assert not screen.text_input[0].key.startswith("w_")


def test_every_statement_names_its_area_level_and_source() -> None:
    """Whoever finds a statement sees whose it is, where it stands, where it is printed, why, and its item."""
    seen = words(open_page("look_up", area="testshire", kind="statement", level="urgent"))
    assert "The child shows signs of sexual harm." in seen
    assert "Level 4, Urgent (printed at Level 3, Complex)" in seen
    assert "Too serious for the printed level" in seen
    assert "section 4, item 8" in seen


def test_no_more_is_shown_than_one_can_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest is counted, not drawn."""
    monkeypatch.setattr(catalogue_view, "SHOWN", 3)
    screen = open_page("look_up", area="testshire", kind="statement")
    assert source(screen).count("section 4, item") == 3
    assert "12 more are not shown" in words(screen)


def test_a_process_is_shown_with_who_and_by_when() -> None:
    """The steps of an area's own way of working are there, in order."""
    seen = words(open_page("look_up", area="testshire", kind="process"))
    assert "If you disagree" in seen
    assert seen.index("Talk to the worker.") < seen.index("Who: your lead. By when: two working days")


def test_nothing_found_is_no_all_clear() -> None:
    """It says nothing about the worry; one's own words and a number stand there."""
    screen = search("xyzzy")
    for said in ("These words are not in our list", "says nothing about your worry", "Put it in your own words"):
        assert said in words(screen)
    assert 'href="tel:' in source(screen)


def test_the_area_of_the_child_is_chosen_first() -> None:
    """In the middle of a case the page opens on the document that the case rests on; otherwise on every area."""
    assert open_page("look_up", Case(home_area="testshire")).selectbox[0].value == "testshire"
    assert open_page("look_up").selectbox[0].value == "all"


def test_a_document_without_levels_says_so(packs: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no field for a level, and the reason stands there."""
    both = with_neighbours(packs)
    monkeypatch.setattr(knowledge, "packs", lambda: both)
    screen = open_page("look_up", area="plainham")
    assert "The document of Plainham has no levels." in words(screen)
    assert "Level" not in [box.label for box in screen.selectbox]


def test_a_special_circumstance_is_told_from_end_to_end() -> None:
    """What it is, who does what by when, for whom, with which tool, whom to ring: the national part and the area's."""
    seen = words(open_page("look_up", duty="missing", area="testshire"))
    for said in ("Send the missing child form.", "By when: the next day", "Only for:", "Missing child form",
                 "Who may use it: anyone", "Testshire Front Door", "A missing child in Testshire", "section 10"):
        assert said in seen, said


def test_without_an_area_it_leads_to_what_each_area_adds() -> None:
    """The national part alone, with a link to each area's."""
    screen = open_page("look_up", duty="missing")
    assert "Send the missing child form." not in words(screen)
    assert "duty=missing&amp;area=testshire" in source(screen)


def test_a_special_circumstance_that_does_not_exist_is_no_error() -> None:
    """A wrong address says so and leads back to the search."""
    screen = open_page("look_up", duty="<b>x</b>")
    assert "There is no such special circumstance here." in words(screen)
    assert "<b>x" not in source(screen)


def test_every_area_is_a_fold_of_its_own_with_the_best_of_it_in_sight() -> None:
    """Over several areas no number of all that was found is shown, and nothing is left out of a fold."""
    packs = load_packs()
    listed = find(packs, Wanted(words="hungry"))
    shown = [entry.area for entry in listed.kinds["statement"]]
    assert len(set(shown)) > 1
    seen = str(_how_many(listed.kinds, Wanted(words="hungry"), packs))
    assert seen.startswith("Found in ")
    assert not any(letter.isdigit() for letter in seen)
    for id_, some in _by_area(listed.kinds["statement"]).items():
        fold = html.unescape(str(_of_area(packs.areas[id_], "statement", some, Wanted(), packs)))
        assert packs.areas[id_].name in fold
        assert fold.count('class="source"') >= len(some)
        assert some[0].says in fold.split("</summary>")[0]


def test_statements_that_say_nearly_the_same_stand_under_one_line() -> None:
    """In every area, as they are asked: the line once, each statement whole under it."""
    packs = load_packs()
    tried = 0
    for id_ in packs.areas:
        some = find(packs, Wanted(area=id_, kind="statement")).kinds["statement"]
        lines = [html.unescape(str(line)) for line in _lines("statement", some, Wanted(area=id_), packs)]
        alike = Counter(entry.item.alike for entry in some if isinstance(entry.item, Indicator) and entry.item.alike)
        for line_, number in alike.items():
            assert sum(f"<strong>{ended(line_)}</strong>" in line for line in lines) == (number > 1), line_
            tried += number > 1
        assert all(any(entry.says in line for line in lines) for entry in some)
        assert len(lines) == len(some) - sum(number - 1 for number in alike.values())
    assert tried
