"""Everything that the packs say as one list: what is in it, and what a filter or a search leaves."""
import pytest

from guidance.load import load_packs
from guidance.packs import Packs
from guidance.stems import stems_of, tokens
from pages.parts.reading.address import ENGLAND
from pages.parts.reading.catalogue import KINDS, Wanted, entries, find
from tests.pages.two_areas import with_neighbours


def says(packs: Packs, **wanted: str) -> set[str]:
    """The titles of everything found."""
    return {entry.says for some in find(packs, Wanted(**wanted)).kinds.values() for entry in some}


def test_nothing_of_a_pack_is_left_out(packs: Packs) -> None:
    """Every indicator, factor, sign, contact, process and term is there, and every duty once."""
    area, found = packs.areas["testshire"], list(entries(packs, "all"))
    ids = [getattr(entry.item, "id", entry.says) for entry in found]
    for part in (area.indicators, area.factors, area.signs, area.contacts, area.processes, packs.national.signs,
                 packs.national.duties):
        assert {item.id for item in part} <= set(ids)
    assert ids.count("missing") == 1
    assert {entry.kind for entry in found} <= set(KINDS)


def test_an_area_shows_its_own_and_what_holds_everywhere(packs: Packs) -> None:
    """Another area's entries are gone, England's stay."""
    both = with_neighbours(packs)
    assert {entry.area for entry in entries(both, "otherton")} == {"", "otherton"}
    assert {entry.area for entry in entries(both, ENGLAND)} == {""}


def test_a_statement_is_found_where_it_stands_and_where_it_is_printed(packs: Packs) -> None:
    """A row that stands higher than printed is found at both levels."""
    row = "The child shows signs of sexual harm."
    assert row in says(packs, area="testshire", level="urgent")
    assert row in says(packs, area="testshire", level="complex")
    assert row not in says(packs, area="testshire", level="extra")


def test_a_topic_leaves_only_what_is_about_it(packs: Packs) -> None:
    """Statements, signs and duties of the topic; contacts and words have none."""
    found = find(packs, Wanted(topic="missing")).kinds
    assert all("missing" in entry.topics for some in found.values() for entry in some)
    assert not {"contact", "word"} & set(found)


def test_a_search_finds_words_in_other_forms_best_first(packs: Packs) -> None:
    """"injury" finds injuries, and what is about both words comes before what is about one."""
    best = find(packs, Wanted(words="injury accidents", kind="statement")).kinds["statement"][0]
    assert best.says == "The child has injuries that are not accidents."


def test_a_search_that_fits_nothing_finds_nothing(packs: Packs) -> None:
    """Words that stand nowhere leave no kind at all."""
    assert find(packs, Wanted(words="xyzzy")).kinds == {}


def test_a_duty_is_found_by_what_an_area_adds_to_it(packs: Packs) -> None:
    """Words that only the area's entry has lead to the duty."""
    found = find(packs, Wanted(words="Testshire form", kind="duty")).kinds["duty"]
    assert [entry.item.id for entry in found] == ["missing"]


def test_everyday_words_find_what_they_mean_and_the_best_kind_comes_first(packs: Packs) -> None:
    """The one search of all pages: what people say leads here as it does on the page of the worries."""
    found = find(packs, Wanted(words="skint")).kinds
    assert next(iter(found)) == "statement"
    assert found["statement"][0].says == "The family has little money."


EVERYDAY = ("bruise baby", "baby bruise", "bite marks", "hungry school", "hits mum", "smells dirty", "drunk father",
            "self harm", "missing school")


@pytest.mark.parametrize("words", EVERYDAY)
def test_everyday_words_find_what_holds_them_all_and_no_glossary_that_has_none(words: str) -> None:
    """In the packs that we have, whichever area: a statement or sign comes up, a term only by its own words, and none
    of a duty, process or contact for one word where something has both."""
    packs = load_packs()
    for area in packs.areas:
        kinds = find(packs, Wanted(area=area, words=words)).kinds
        assert {"statement", "list", "sign"} & set(kinds)
        asked = {stem for _, stem in tokens(words)}
        for entry in kinds.get("word", ()):
            assert asked & stems_of(f"{entry.says} {entry.beside}"), (area, entry.says)


def test_a_bruise_of_a_baby_brings_neither_fgm_nor_what_a_child_is() -> None:
    """They have one of the words, or a far meaning of one, and the sign and the duty have both."""
    packs = load_packs()
    for area in packs.areas:
        kinds = find(packs, Wanted(area=area, words="bruise baby")).kinds
        names = [entry.says for some in kinds.values() for entry in some]
        assert not {"FGM", "Child"} & set(names)
        assert names[0].startswith(("A baby or child who cannot move about has a bruise", "Injury or mark on a child"))
