"""What the result calls open is open at the step that it links to, and where all has been answered nothing is."""
import re

from decision.case import Case, Finding
from decision.not_asked import NAMED, not_asked
from decision.known import read
from guidance.packs import Packs
from tests.formats import full
from tests.pages.asking import AREA, EVERYTHING, HOME, case_of, open_step, press, title
from tests.pages.opening import open_page
from tests.pages.screen import source
from tests.steps import STEPS


def steps_open(case: Case) -> set[str]:
    """The steps that a result of this case links to."""
    return set(re.findall(r'href="check\?step=([a-z]+)', source(open_page("result", case))))


def test_each_open_item_links_to_the_step_where_it_is_open(packs: Packs) -> None:
    """Of a case with nothing answered every step but those without an open question that bears is linked and opens.
    The child's words are read by no rule, so they are asked for by the papers and not linked here.

    The domains are asked by a short question on the step of the statements, so that is linked and not the topics.
    """
    assert steps_open(HOME) == {
        "safety", "signs", "know", "children", "who", "family", "history", "view", "where"}
    for step in STEPS:
        assert title(open_step(step, HOME)) == STEPS[step]


def test_a_domain_in_which_something_is_ticked_is_asked_in_part(packs: Packs) -> None:
    """It stays open, and so at least talked through; the words name topics of which nothing is so, and none of which
    something is."""
    area = packs.areas[AREA]
    ring = next(ring for rings in area.rings_of_topic.values() for ring in rings)
    row = next(row for row in area.indicators if row.ring == ring and row.kind == "need")
    case = HOME.model_copy(update={"findings": (Finding(id=row.id),)})
    said = [item.words for item in not_asked(read(case, packs)) if item.step == "topics"]
    bare = [item.words for item in not_asked(read(HOME, packs)) if item.step == "topics"]
    assert len(said) == len(bare)
    part = [item for item in said if "of which you ticked something" in item]
    assert len(part) == 1
    left = [topic for topic, rings in area.rings_of_topic.items() if ring in rings and topic not in row.topics]
    named = part[0].partition("(")[2]
    assert left
    assert all(packs.national.topic[topic].name in named for topic in left[:NAMED])
    assert not any(packs.national.topic[topic].name in named for topic in row.topics)


def test_a_journey_in_which_every_topic_was_answered_has_nothing_open() -> None:
    """With every step and topic of a shipped area answered, no domain, sign or danger is left."""
    packs = full.packs()
    for area_id in packs.areas:
        case = full.full_case(packs, area_id).model_copy(update={
            "home_area": area_id, "asked": tuple(packs.national.topic)})
        assert [item.words for item in not_asked(read(case, packs)) if item.step == "topics"] == [], area_id


def test_going_through_a_topic_with_something_found_elsewhere_asks_it(packs: Packs) -> None:
    """Ticked by the search, then seen with Continue: the topic has been asked, and is not open any more."""
    case = HOME.model_copy(update={"findings": (Finding(id="TST-2-TWICE-01"),)})
    progress = EVERYTHING.model_copy(update={"topics": ("neglect",)})
    screen = press(open_step("know", case, progress, 1), "Continue")
    assert case_of(screen).asked == ("neglect",)
