"""The one search: by words in any form, by everyday words, past slips, and never by a level."""
import pytest

from guidance.load import load_packs
from guidance.models import EverydayWords
from guidance.query import Text, spoken
from guidance.search import ITSELF, NEAR_ENOUGH, find, holds

TEXTS = (
    Text("The child lacks food.", topics=("neglect",)),
    Text("The child's clothes are dirty and too small.", topics=("neglect",)),
    Text("A parent drinks too much alcohol.", topics=("parents",)),
    Text("The child drinks alcohol.", topics=("child",)),
    Text("Somebody hits the child.", "It covers slaps.", ("injury",), first=True),
    Text("Small and dirty rooms.", topics=("home",)),
)
SAID = spoken((
    EverydayWords(name="hungry", said=("hungry", "no tea"), means=("food", "clothes"), topics=("neglect",)),
    EverydayWords(name="boozy", said=("boozy mum",), means=("parent alcohol",), topics=("parents",)),
    EverydayWords(name="lonely", said=("lonely",), means=("loneliness",), topics=("home",)),
))
TOPICS = {"neglect": "Not looked after", "home": "The place"}


def found(query: str) -> list[int]:
    """The places of what is found."""
    return list(find(query, TEXTS, SAID, TOPICS).order)


def test_a_phrase_comes_before_its_words_and_those_before_some_of_them() -> None:
    """Exact phrase, all of the words, some of the words."""
    assert found("dirty rooms")[:2] == [5, 1]
    assert found("small dirty")[0] in (1, 5)
    assert found("food clothes")[:2] in ([0, 1], [1, 0])


@pytest.mark.parametrize("query", ["hit", "HITTING", "hits", "someone hit her"])
def test_a_word_is_found_in_every_form(query: str) -> None:
    """Capitals, endings and small words make no difference."""
    assert found(query)[0] == 4


def test_everyday_words_find_what_they_mean_the_nearest_first() -> None:
    """"Hungry" means food before it means clothes; a phrase means what it says as a whole."""
    assert found("hungry")[:2] == [0, 1]
    assert found("boozy mum")[0] == 2


def test_a_slip_is_read_as_the_likest_word_and_that_is_said() -> None:
    """One slip in five letters; a word that is like none is missed, and a short one is never guessed at."""
    how = find("dirtty clothes", TEXTS, SAID, TOPICS)
    assert (how.order[0], how.read_as) == (1, (("dirtty", "dirty"),))
    assert find("helicopter food", TEXTS, SAID, TOPICS).missed == ("helicopter",)
    assert find("foof", TEXTS, SAID, TOPICS).read_as == ()


def test_where_no_document_has_such_words_the_topic_answers() -> None:
    """A statement of the topic, and never a sign by its topic alone."""
    how = find("lonely", TEXTS, SAID, TOPICS)
    assert (how.order, how.near) == ((5,), 0)
    assert find("hungry", TEXTS, SAID, TOPICS).near == 0
    assert find("wrong place", TEXTS, SAID, TOPICS).near == 1
    assert 4 not in found("hungry")


PEOPLE = (
    Text("A parent sets no limits for the child.", topics=("limits",)),
    Text("Somebody hits the child.", topics=("injury",), first=True),
    Text("The child has a cut.", topics=("injury",)),
    Text("The child harms themselves.", topics=("feelings",)),
    Text("Neglect has gone on for long.", topics=("neglect", "injury")),
    Text("The child has accidents.", topics=("injury", "neglect")),
)
ABOUT = spoken((
    EverydayWords(name="who", said=("grandma", "mum", "dad"), means=("parent",)),
    EverydayWords(name="hit", said=("slap", "slaps"), means=("hits",), topics=("injury",)),
    EverydayWords(name="cut", said=("cut", "cuts"), means=("cut",), topics=("injury",)),
    EverydayWords(name="cutting", said=("cutting",), means=("harms themselves",), topics=("feelings",)),
))


def test_a_word_for_a_person_finds_nothing_beside_a_word_for_a_worry() -> None:
    """"Mum and dad slap" is about a blow, and not about parents; by themselves they are found."""
    for query in ("grandma slaps", "mum and dad slap", "mum's mum slaps her"):
        order = find(query, PEOPLE, ABOUT, {}).order
        assert (order[0], 0 in order) == (1, False), query
    assert find("grandma", PEOPLE, ABOUT, {}).order == (0,)


def test_the_form_that_people_say_is_preferred_where_two_sayings_have_one_stem() -> None:
    """A cut is a wound, and cutting is self-harm."""
    assert find("cut", PEOPLE, ABOUT, {}).order[0] == 2
    assert find("cutting", PEOPLE, ABOUT, {}).order[0] in (2, 3)
    assert 3 in find("cutting", PEOPLE, ABOUT, {}).order
    assert 3 not in find("cut", PEOPLE, ABOUT, {}).order


def test_about_the_same_worry_is_what_is_about_it_first_of_all() -> None:
    """Unless nothing else is about it: then what is about it beside another."""
    how = find("slaps", PEOPLE, ABOUT, {})
    assert (how.order[0], how.near, set(how.order[1:])) == (1, 2, {2, 5})
    beside = find("slaps", (PEOPLE[0], PEOPLE[4]), ABOUT, {})
    assert beside.order == (1,)


@pytest.mark.parametrize("query", ["", "the and of", "***", "out up"])
def test_a_query_without_a_word_asks_nothing(query: str) -> None:
    """Small words by themselves are no search."""
    how = find(query, TEXTS, SAID, TOPICS)
    assert (how.order, how.asked) == ((), False)


def test_the_order_says_nothing_of_the_order_in_the_pack() -> None:
    """Of things that hold a word alike, the order is the same whichever way round they stand in the pack."""
    rows = tuple(Text(f"Statement {number} of food.") for number in range(9))
    forwards = [rows[place].own for place in find("food", rows, {}, {}).order]
    back = rows[::-1]
    assert forwards == [back[place].own for place in find("food", back, {}, {}).order]
    assert forwards != [row.own for row in rows]


def test_every_meaning_stands_in_a_statement_or_sign_of_a_pack() -> None:
    """Words that nothing has would find nothing; and each group has something left of what is said."""
    packs = load_packs()
    areas = packs.areas.values()
    texts = [item.says for part in ("signs", "indicators", "factors") for area in areas for item in getattr(area, part)]
    texts += [sign.says for sign in packs.national.signs]
    lost = [(group.name, means) for group in packs.national.everyday for means in group.means
            if not any(holds(means, text) for text in texts)]
    assert lost == []


LONG = (
    Text("The child has a bruise, and is a baby."),
    Text("The child has an injury."),
    Text("A bruise alone, in a long text about much else.", least=NEAR_ENOUGH),
    Text("Baby: a word and what it means.", least=ITSELF),
    Text("An injury is meant here by far, in a long text.", least=NEAR_ENOUGH),
    Text("Injured: a word and what it means.", least=ITSELF),
    Text("The care of a baby, and in another sentence what is personal to a bruise.", least=NEAR_ENOUGH),
)
MEANT = spoken((
    EverydayWords(name="bruise", said=("bruise",), means=("injured", "mark", "harm", "burn", "scald", "injury"),
                  topics=()),
    EverydayWords(name="dirty", said=("dirty",), means=("personal care",), topics=()),
))


def test_one_word_of_a_long_text_is_not_shown_where_something_has_them_all() -> None:
    """A statement that has some of the words stands below what has all; a word of the glossary is found by itself."""
    assert find("bruise baby", LONG, MEANT, {}).order[0] == 0
    assert not {2, 3, 4, 5} & set(find("bruise baby", LONG, MEANT, {}).order)
    assert 3 in find("baby", LONG, MEANT, {}).order


def test_a_long_text_is_found_by_near_meanings_alone_and_by_words_that_stand_together() -> None:
    """A far meaning finds a statement, and no process or glossary; two words of a meaning far apart are no meaning."""
    found_ = find("bruise", LONG, MEANT, {}).order
    assert {0, 1, 2} <= set(found_)
    assert not {4, 5} & set(found_)
    assert 6 not in find("dirty", LONG, MEANT, {}).order
