"""The same worry in each area: the rows, and the sentence that says what the table and the chart show."""
from dataclasses import replace
from itertools import combinations

import pytest

from guidance.load import load_packs
from guidance.models import Sign
from guidance.packs import Packs
from guidance.words import say
from pages.parts.reading.across import Across, across, first_asked, in_words, is_worry, narrower, together
from tests.pages.two_areas import with_neighbours


@pytest.fixture
def both(packs: Packs) -> Packs:
    """Three areas with levels of their own, or none."""
    return with_neighbours(packs)


@pytest.fixture(scope="module")
def real_packs() -> Packs:
    """The published guidance."""
    return load_packs()


def held(one: Across) -> dict[str, list[str]]:
    """Row → what stands there, empty rows left out."""
    return {row.name: [line.says for line in row.lines] for row in one.rows if row.lines}


def test_a_statement_stands_at_the_level_it_is_read_at(both: Packs) -> None:
    """A row that is printed at level 3 and read at level 4 stands at level 4 here."""
    first = across(both, both.areas, "sexual_harm")[0]
    assert held(first) == {"Level 4, Urgent": ["The child shows signs of sexual harm."]}


def test_each_area_keeps_its_own_levels(both: Packs) -> None:
    """Every level of each document is a row, under its own name, also where nothing stands."""
    first, other, plain = across(both, both.areas, "injury")
    assert next(row.name for row in first.rows if row.level) == "Level 1, Everyone"
    assert [row.name for row in other.rows if row.level] == [
        "Everyone in Otherton", "Extra in Otherton", "Urgent in Otherton"]
    assert not [row for row in plain.rows if row.level]


def test_what_has_no_level_stands_in_a_row_of_its_own(both: Packs) -> None:
    """A list without levels is shown, and not put at a level."""
    assert "New things that nobody can explain." in held(across(both, both.areas, "missing")[0])[say("across.lists")]


@pytest.mark.parametrize(("about", "expected"), [
    ("concern.unwell", ["The child is often unwell, and care is not sought."]),
    ("duty.missing", ["The child is out late, and nobody knows where."]),
    ("sign.sexual_abuse", ["The child shows signs of sexual harm."]),
])
def test_one_concern_sign_or_duty_narrows_it(both: Packs, about: str, expected: list[str]) -> None:
    """Only statements tied to it are left."""
    topic = {"concern.unwell": "neglect", "duty.missing": "missing", "sign.sexual_abuse": "sexual_harm"}[about]
    assert about in narrower(both, tuple(both.areas), topic)
    assert [said for lines in held(across(both, both.areas, topic, about)[0]).values() for said in lines] == expected


def test_levels_stand_beside_those_that_ask_for_the_same(both: Packs) -> None:
    """By what they ask for, not by their number: the level for significant harm stands beside the other's, and where a
    document has no level that asks for something, nothing is put beside it."""
    rows = together(across(both, ("testshire", "otherton"), "neglect"), both)
    named = [[[row.name for row in cell] for cell in one.cells] for one in rows if one.levels]
    assert named == [
        [["Level 1, Everyone"], ["Everyone in Otherton"]], [["Level 2, Extra"], ["Extra in Otherton"]],
        [["Level 3, Complex"], []], [["Level 4, Urgent"], ["Urgent in Otherton"]]]
    asks = {level.outcome for level in both.areas["testshire"].levels}
    assert {one.name for one in rows if one.levels} == {both.national.words[outcome].name for outcome in asks}


def test_of_real_documents_every_level_and_list_stands_in_one_row(real_packs: Packs) -> None:
    """Nothing is lost or said twice, whichever two areas are compared, and rows grow more urgent downwards."""
    for topic in real_packs.national.topic:
        for pair in combinations(real_packs.areas, 2):
            found = across(real_packs, pair, topic)
            rows = together(found, real_packs)
            for number, one in enumerate(found):
                stood = [row for each in rows for row in each.cells[number]]
                assert sorted(row.name for row in stood) == sorted(row.name for row in one.rows)
                orders = [one.area.levels.index(row.level) for row in stood if row.level]
                assert orders == sorted(orders)


def test_each_sign_to_think_of_first_is_named_once(real_packs: Packs) -> None:
    """However many statements of both areas ask for it, and none that no statement asks for."""
    found = across(real_packs, real_packs.areas, "neglect")
    asked = [line.ask_first for one in found for row in one.rows for line in row.lines if not isinstance(line, Sign)]
    signs = [sign.id for sign in first_asked(found, real_packs)]
    assert len(signs) == len(set(signs)) < len(list(filter(None, asked)))
    assert set(signs) == set(filter(None, asked))


def test_the_sentence_names_levels_and_counts_nothing(both: Packs) -> None:
    """Which levels a document speaks of, and never how often: numbers would be added up and compared."""
    first, _, plain = in_words(across(both, both.areas, "overall"))
    assert first == "Testshire: Level 1, Everyone; Level 2, Extra; Level 4, Urgent."
    assert "the document has no levels" in plain


def test_a_document_that_says_nothing_says_so(both: Packs) -> None:
    """Silence is named, not left blank."""
    one = across(both, both.areas, "injury")[2]
    said = in_words([replace(one, rows=(), duties=())])
    assert said == ("Plainham: the document has no levels and says nothing of it.",)


def test_a_strength_or_circumstance_is_no_worry(packs: Packs) -> None:
    """The kinds that stand beside worries are known by their kind."""
    rows = packs.areas["testshire"].indicator
    assert [is_worry(rows[id_]) for id_ in ("TST-1-CHILD-01", "TST-2-HOME-01", "TST-4-CHILD-01")] == [
        False, False, True]
