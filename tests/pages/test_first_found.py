"""What is found first for what people type, in every area; what fits the children stands first; the count is of all.
"""
import re
from datetime import date

import pytest

from decision.ages import ruled_out
from decision.case import Case, Child, Finding, SignAnswer
from guidance.load import load_packs
from guidance.models import Sign
from guidance.packs import Packs
from guidance.words.forms import counted
from pages.parts.asking.statements import Asked, search, together
from pages.parts.visit import knowledge
from pages.parts.wizard.found import questions
from tests.pages.asking import fill, open_step, press, words

PACKS = load_packs()
TODAY = date(2026, 11, 20)
AREAS = list(PACKS.areas)
BABY, CHILD, TEENAGER = Child(label="A", age_months=5), Child(label="A", age_years=9), Child(label="B", age_years=15)
UNKNOWN = Child(label="C")
FIRST = [(query.strip(), frozenset(topics.split()), pattern.strip())
         for query, topics, pattern in (line.split("|", 2) for line in """
black eye | injury | injur
strangled | injury | neck
choked | injury | neck
hit | injury parenting | hit
punched | injury parenting | hit
granny slaps | injury parenting | hit
grandma hits | injury parenting | hit
hit by step dad | injury parenting | hit
brother hits her | injury parenting | hit
burn | injury | injur
bruised arm | injury | injur
bruise | injury | injur|bruise
self harm | mental_health | harm
cutting | mental_health | harm
threatens suicide | mental_health | end their life
wants to kill himself | mental_health | end their life
scared to go home | overall | frightened to go home
hungry | neglect | food|starved
no food | neglect | food|starved
dirty clothes | neglect self_care | hygiene|filthy|clothing|looks? after themselves
comes to school dirty | neglect self_care | hygiene|filthy|clothing|looks? after themselves
nits | neglect self_care | hygiene|filthy|clothing|looks? after themselves
drunk dad | parent_substance | drunk
dad drinks | parent_substance | drunk
older boyfriend | online exploitation | groom
knife | offending | weapon
missing | missing | missing
touched | sexual_harm | sexual
uncle touched her | sexual_harm | sexual
mum hit by dad | domestic_abuse | domestic abuse
mum's boyfriend | family_offending | danger to children
vape | substance_use injury | alcohol|substance|drug|no other statement
sad | mental_health injury | mental health|anxious|struggling|no other statement
""".strip().splitlines())]
BLOWS = ("strangled", "choked", "hit", "punched", "slapped", "kicked", "beaten", "black eye", "burn", "bruise", "knife",
         "grandma hits", "mum hit by dad")


def case(area: str, *children: Child) -> Case:
    """A case of an area about these children."""
    return Case(home_area=area, reference="TEST", children=children)


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize(("query", "topics", "pattern"), FIRST, ids=[query for query, *_ in FIRST])
def test_what_people_mean_stands_first(query: str, topics: frozenset[str], pattern: str, area: str) -> None:
    """In every area, without an age and for a teenager."""
    for children in ((), (TEENAGER,)):
        first = search(query, PACKS, area, case(area, *children), TODAY).held[0]
        assert topics & set(first.topics[:2]), first.says
        assert re.search(pattern, first.says, re.I), first.says


@pytest.mark.parametrize("area", ["", *AREAS])
@pytest.mark.parametrize("query", BLOWS)
def test_a_word_for_violence_does_not_lead_to_neglect(query: str, area: str) -> None:
    """A sign stands first, none of the first questions is about neglect first of all, and nothing is found for being
    about the same worry that is rather about neglect."""
    found = search(query, PACKS, area)
    assert isinstance(found.held[0], Sign)
    for some in questions(found.held)[:5]:
        assert any(item.topics[:1] != ("neglect",) for item in some), some[0].says
    assert not [item.says for item in found.near if item.topics[:1] == ("neglect",) or "neglect" in item.says.lower()]


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("query", ["black eye", "bruise", "mark", "burn", "swollen"])
def test_what_is_about_a_child_who_cannot_move_stands_first_only_where_one_may_be(query: str, area: str) -> None:
    """For a baby it is first of all, and it is there where no age is known; for children who walk it stands after what
    is about any child, and is there."""
    still = [sign for sign in PACKS.signs(area) if sign.still]
    assert still
    assert search(query, PACKS, area, case(area, BABY), TODAY).held[0] in still
    assert search(query, PACKS, area, case(area, BABY, TEENAGER), TODAY).held[0] in still
    for children in ((UNKNOWN,), ()):
        assert set(search(query, PACKS, area, case(area, *children), TODAY).held) & set(still)
    for child in (CHILD, TEENAGER):
        held = search(query, PACKS, area, case(area, child), TODAY).held
        places = [held.index(sign) for sign in still if sign in held]
        others = [place for place, item in enumerate(held) if together(item) not in {sign.says for sign in still}]
        assert not places or max(others) < min(places)
        again = search(query, PACKS, area, case(area, child.but(disability="yes")), TODAY)
        assert set(again.items) == set(search(query, PACKS, area, case(area, child), TODAY).items)


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("query", ["vape", "self harm", "missing school", "knife", "mark", "boyfriend", "suicidal"])
def test_what_cannot_be_so_at_the_ages_stands_apart_and_nothing_is_lost(query: str, area: str) -> None:
    """For a baby what is about teenagers is below a line that says so; an age that is not known parts nothing."""
    plain = search(query, PACKS, area)
    for children in ((BABY,), (CHILD,), (BABY, TEENAGER), (UNKNOWN, BABY)):
        found = search(query, PACKS, area, case(area, *children), TODAY)
        assert len(plain.items) > 20 or set(found.items) == set(plain.items)
        assert len(set(found.items)) == len(found.items)
        assert all(ruled_out(item, children, TODAY) for item in found.away)
        assert not any(ruled_out(item, children, TODAY) for item in (*found.held, *found.near))
    assert search(query, PACKS, area, case(area, UNKNOWN), TODAY).away == plain.away == ()


def test_what_is_so_is_never_put_apart() -> None:
    """The age was changed after a tick: the tick is in sight among what was found."""
    area = AREAS[0]
    folded = search("suicidal self harm", PACKS, area, case(area, BABY), TODAY).away
    row = next(item for item in folded if isinstance(item, Asked))
    sign = next(item for item in folded if isinstance(item, Sign))
    ticked = case(area, BABY).but(findings=tuple(Finding(id=id_) for id_ in row.ids),
                                  signs={sign.id: SignAnswer(answer="yes")})
    found = search("suicidal self harm", PACKS, area, ticked, TODAY)
    assert {row, sign} <= set(found.held)


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("query", ["black eye", "strangled", "hungry", "self harm", "drugs"])
def test_the_count_is_that_of_the_boxes_that_are_shown(query: str, area: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them: those that have the words, those about the same worry, and those about other ages."""
    monkeypatch.setattr(knowledge, "packs", lambda: PACKS)
    screen = press(fill(open_step("topics", case(area, BABY)), search=query), "Search")
    boxes = [box for box in screen.checkbox if "found-" in str(box.key)]
    found = search(query, PACKS, area, case(area, BABY), TODAY)
    assert len(boxes) == len(found.items)
    shown = words(screen)
    assert counted("search.found", len(boxes)) in shown
    for key, some in (("search.near", found.near), ("statements.part.other_age", found.away)):
        assert (counted(key, len(some)) in shown) is bool(some)


def test_everything_found_stands_in_one_question(packs: Packs) -> None:
    """Each item once, in the questions in which it is shown."""
    items = search("hungry", packs, "testshire").items
    assert sorted(map(together, items)) == sorted(together(item) for some in questions(items) for item in some)
