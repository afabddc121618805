"""Which statements are asked, and how they are found."""
import pytest

from guidance.models import Sign
from guidance.packs import Packs
from pages.parts.asking.statements import about, circumstances, search, signs_about, strengths, worries


def test_each_worry_of_the_pack_is_asked_once(packs: Packs) -> None:
    """Every row that is a need or a status, and every warning, stands in exactly one question."""
    area = packs.areas["testshire"]
    asked = [id_ for row in worries(area) for id_ in row.ids]
    wanted = {row.id for row in area.indicators if row.kind in ("need", "status") and not row.scale}
    wanted |= {factor.id for factor in area.factors if factor.kind in ("warning", "harm", "effect")}
    assert sorted(asked) == sorted(wanted)


def test_nothing_is_asked_both_as_a_worry_and_as_something_else(packs: Packs) -> None:
    """Worries, circumstances and strengths are three lists without overlap."""
    area = packs.areas["testshire"]
    lists = [worries(area), circumstances(area), [row for group in strengths(area).values() for row in group]]
    ids = [id_ for rows in lists for row in rows for id_ in row.ids]
    assert len(ids) == len(set(ids))
    assert all(lists)


def test_every_worry_belongs_to_a_topic_that_asks_it(packs: Packs) -> None:
    """No statement is out of reach: each is asked on the page of one of the national topics."""
    area = packs.areas["testshire"]
    reached = {row.name for topic in packs.national.topics for row in about(topic.id, area)}
    assert reached == {row.name for row in worries(area)}


def test_without_an_area_there_are_no_statements_but_there_are_signs(packs: Packs) -> None:
    """Elsewhere the national signs are still asked with their topic."""
    assert (worries(None), strengths(None)) == ((), {})
    assert [sign.id for sign in signs_about("injury", packs, "elsewhere")] == ["disclosure", "non_mobile_injury"]


@pytest.mark.parametrize(("query", "found"), [
    ("HUNGRY", "TST-2-TWICE-01"), ("injury", "TST-4-CHILD-01"), ("bruises", "TST-4-CHILD-01"),
    ("tired", "TST-2-CHILD-01"),
])
def test_a_word_a_form_of_it_or_a_word_of_the_topic_finds_a_statement(query: str, found: str, packs: Packs) -> None:
    """Capitals and endings make no difference; the words of a topic stand for its statements."""
    items = search(query, packs, "testshire").items
    assert found in [item.id if isinstance(item, Sign) else item.name for item in items]


def test_the_words_of_a_statement_come_before_the_words_of_its_topic(packs: Packs) -> None:
    """What says it is better than what is merely about it."""
    first = search("sexually abused", packs, "testshire").items[0]
    assert isinstance(first, Sign)
    assert first.id == "sexual_abuse"


@pytest.mark.parametrize("query", ["", "   ", "the and of", "***", "🙂", "a" * 5000])
def test_a_query_without_a_word_finds_nothing(query: str, packs: Packs) -> None:
    """Blanks, small words and signs are no query."""
    assert search(query, packs, "testshire").items == ()


def test_what_says_nearly_the_same_is_found_together(packs: Packs) -> None:
    """A statement with others alike to it brings them, and a sign brings the statement that repeats it."""
    area = packs.areas["testshire"]
    sign = next(sign for sign in packs.national.signs if sign.id == "non_mobile_injury")
    changed = {"TST-4-CHILD-01": sign.says, "TST-2-PARENT-01": "Care", "TST-3-PARENT-01": "Care"}
    rows = tuple(row.but(alike=changed.get(row.id, ""), differs=row.says) for row in area.indicators)
    both = packs.but(areas={"testshire": area.but(indicators=rows)})
    assert {item.says for item in search("a mark on a baby", both, "testshire").items} >= {
        sign.says, area.indicator["TST-4-CHILD-01"].says}
    names = [item.name for item in search("persistently harsh", both, "testshire").items if not isinstance(item, Sign)]
    assert {"TST-2-PARENT-01", "TST-3-PARENT-01"} <= set(names)
