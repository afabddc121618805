"""What people type leads to what they mean, in every pack: the list in typed.py, each with what must come first."""
import re

import pytest

from guidance.load import load_packs
from guidance.models import Sign
from pages.parts.asking.statements import Item, search, together
from tests.pages.typed import TYPED, Typed

PACKS = load_packs()
FIRST = 5
ENOUGH = 120


def first(query: str, area_id: str) -> list[Item]:
    """What stands in the first five questions that are found; what stands together is one."""
    items = search(query, PACKS, area_id).items
    shown = list(dict.fromkeys(together(item) for item in items))[:FIRST]
    return [item for item in items if together(item) in shown]


def test_the_list_is_long_and_says_each_thing_once() -> None:
    """At least 120 different words or phrases, each about topics that there are."""
    assert len({typed.query.lower() for typed in TYPED}) == len(TYPED) >= ENOUGH
    assert {topic for typed in TYPED for topic in typed.topics} <= set(PACKS.national.topic)


@pytest.mark.parametrize("area_id", PACKS.areas)
@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: typed.query)
def test_what_people_type_is_found_among_the_first_five(typed: Typed, area_id: str) -> None:
    """One is about the topic; and where a sign or a document with levels has the words, one of them holds these."""
    found = first(typed.query, area_id)
    says = [item.says for item in found]
    assert any(typed.topics & set(item.topics) for item in found), says
    if PACKS.areas[area_id].levels or any(re.search(typed.words, sign.says) for sign in PACKS.national.signs):
        assert any(re.search(typed.words, one, re.I) for one in says), says


@pytest.mark.parametrize("query", [
    "sleeps on the sofa", "nits", "smells of wee", "dad shouts", "vape", "cries all night", "hit with a belt"])
@pytest.mark.parametrize("area_id", PACKS.areas)
def test_what_nobody_means_does_not_come_first(query: str, area_id: str) -> None:
    """In a short list either, of a document that has no statement about it."""
    typed = next(one for one in TYPED if one.query == query)
    found = search(query, PACKS, area_id).items
    assert typed.topics & set(found[0].topics), found[0].says


@pytest.mark.parametrize(
    "query", ["strangled", "choked", "slapped", "beaten", "raped", "suicidal", "locked in his room"])
@pytest.mark.parametrize("area_id", ["", *PACKS.areas])
def test_words_of_harm_lead_to_a_sign_first(query: str, area_id: str) -> None:
    """In every area and without one the first thing found is a sign that cannot wait."""
    assert isinstance(search(query, PACKS, area_id).items[0], Sign)
