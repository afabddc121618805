"""The short questions about the child, the care and the home, so that a journey that was finished is never "not asked".
"""
import pytest

from decision.assess import assess
from decision.case import Case
from decision.known import read
from decision.not_asked import not_asked
from guidance.load import load_packs
from guidance.packs import Packs
from pages.parts.visit import clock, knowledge
from pages.parts.visit.draft import Progress
from pages.parts.wizard.short import open_ones
from tests.pages.asking import (
    EVERYTHING, HOME, case_of, field, fill, has_field, open_step, press, progress_of, step_of,
)

RINGS = ("child", "parenting", "family")
LAST = Progress(seen=EVERYTHING.seen, topics=("neglect",))


@pytest.fixture(autouse=True)
def _packs(packs: Packs) -> None:
    """Every test here uses the made-up packs, unless it names the shipped ones."""


def shown(case: Case, progress: Progress, packs: Packs) -> dict[str, str | None]:
    """Domain → what stands answered, of the short questions that are asked."""
    return {short.ring: short.answer for short in open_ones(case, progress, packs)}


def rings_open(case: Case, packs: Packs) -> list[str]:
    """What the engine calls not asked, of what the topics ask."""
    return [item.words for item in not_asked(read(case, packs)) if item.step == "topics"]


def test_each_domain_without_a_chosen_topic_is_asked_on_the_last_page_alone(packs: Packs) -> None:
    """Neglect stands for a domain of its own, so the others are asked, before Continue and in the answers."""
    asked = shown(HOME, LAST, packs)
    assert asked
    assert set(asked) - {"outside"} < set(RINGS)
    screen = open_step("know", HOME, LAST, number=1)
    assert all(has_field(screen, f"ring-{ring}") == (ring in asked) for ring in (*RINGS, "outside"))
    two = Progress(seen=EVERYTHING.seen, topics=("neglect", "injury"))
    assert not any(has_field(open_step("know", HOME, two, number=1), f"ring-{ring}") for ring in RINGS)


def test_a_finished_journey_is_never_not_asked(packs: Packs) -> None:
    """None of these, No to what is left, Continue: nothing that the topics ask is open, and nothing is called a no
    that nobody was asked."""
    screen = open_step("know", HOME, LAST, number=1)
    asked = shown(HOME, LAST, packs)
    press(fill(screen, **{"none-neglect": True, **{f"ring-{ring}": "no" for ring in asked}}), "Continue")
    case = case_of(screen)
    assert rings_open(HOME, packs)
    assert rings_open(case, packs) == []
    neglect = {row.id for row in packs.areas["testshire"].indicators if "neglect" in row.topics}
    assert set(case.answers) <= neglect
    gaps = assess(case, packs, clock.now()).gaps
    assert not [gap for gap in gaps if gap.kind == "unanswered" and gap.step == "topics"]
    again = open_step("know", case, progress_of(screen), number=1)
    assert all(field(again, f"ring-{ring}").value == "no" for ring in asked)
    assert case_of(press(again, "Continue")) == case


@pytest.mark.parametrize("area_id", [area.id for area in load_packs().areas.values()])
def test_in_every_shipped_area_no_to_all_of_them_leaves_nothing_open(
    area_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also for somebody who has chosen nothing, and whichever topic was chosen and answered."""
    packs = load_packs()
    monkeypatch.setattr(knowledge, "packs", lambda: packs)
    home = Case(home_area=area_id, reference="TEST")
    for topics in ((), ("neglect",), ("education",), ("exploitation", "parenting")):
        progress = Progress(seen=EVERYTHING.seen, topics=topics)
        asked = shown(home, progress, packs)
        number = max(1, 2 * len(topics) - 1)
        screen = open_step("know", home, progress, number=number)
        press(fill(screen, **{f"ring-{ring}": "no" for ring in asked}), "Continue")
        case = case_of(screen).model_copy(update={"asked": (*case_of(screen).asked, *topics)})
        assert rings_open(case, packs) == [], topics


def test_not_sure_stays_a_question_that_is_open(packs: Packs) -> None:
    """It has been asked, and somebody talks it through."""
    screen = open_step("know", HOME, LAST, number=1)
    press(fill(screen, **{"none-neglect": True, "ring-parenting": "not_sure"}), "Continue")
    case = case_of(screen)
    assert case.unsure_topics
    assert shown(
        case, progress_of(screen), packs)["parenting"] == "not_sure"
    assert assess(case, packs, clock.now()).outcome not in ("universal", "early_help")


def test_yes_chooses_topics_whose_pages_come_next(packs: Packs) -> None:
    """The topics that are ticked below it are asked; nothing of them is answered by the Yes itself."""
    asked = open_ones(HOME, LAST, packs)
    short = next(one for one in asked if one.ring == "parenting")
    screen = open_step("know", HOME, LAST, number=1)
    press(fill(screen, **{"none-neglect": True, short.name: "yes", short.field(short.ids[0]): True}), "Continue")
    assert progress_of(screen).topics == ("neglect", short.ids[0])
    assert step_of(screen) == ("know", "3")
    assert case_of(screen).unsure_topics == ()
    assert short.ids[0] not in case_of(screen).asked


def test_yes_without_a_topic_is_never_a_no(packs: Packs) -> None:
    """Nobody has said what it is: all of its topics stay open, and it stands as Yes on return."""
    screen = press(fill(open_step("know", HOME, LAST, number=1), **{"none-neglect": True, "ring-parenting": "yes"}),
                   "Continue")
    short = next(one for one in open_ones(case_of(screen), progress_of(screen), packs) if one.ring == "parenting")
    assert (short.answer, set(case_of(screen).unsure_topics)) == ("yes", set(short.ids))


def test_another_answer_takes_the_place_of_the_first(packs: Packs) -> None:
    """A No that becomes a doubt is one, and a doubt that becomes a No is none any more."""
    screen = open_step("know", HOME, LAST, number=1)
    screen = fill(screen, **{"ring-parenting": "no"}).run()
    assert case_of(screen).unsure_topics == ()
    screen = fill(screen, **{"ring-parenting": "not_sure"}).run()
    assert case_of(screen).unsure_topics
    before = case_of(fill(screen, **{"ring-parenting": "no"}).run())
    assert (before.unsure_topics, bool(before.asked)) == ((), True)


def test_the_answer_of_another_area_is_not_shown_for_this_one(packs: Packs) -> None:
    """A No that the answers do not hold any more is asked again."""
    progress = LAST.model_copy(update={"brief": {"ring-parenting": "no"}})
    assert shown(HOME, progress, packs)["parenting"] is None


def test_what_was_not_answered_is_left_open_and_listed() -> None:
    """Continue without an answer says no to nothing, and the list of answers leads back to the page."""
    screen = press(open_step("know", HOME, LAST, number=1), "Continue")
    assert (case_of(screen).asked, case_of(screen).unsure_topics) == ((), ())


@pytest.mark.parametrize("area", load_packs().areas)
def test_what_happens_outside_the_home_has_a_question_of_its_own(area: str) -> None:
    """Where the document has such topics it is asked, whatever was chosen of the three domains, and until one of them
    was asked elsewhere: so no answer about the child takes back that somebody was not sure of one."""
    packs = load_packs()
    rings = packs.areas[area].rings_of_topic
    outside = {topic for topic, of in rings.items() if "outside" in of and not set(of) & set(RINGS)}
    inside = tuple(next(topic for topic, of in rings.items() if ring in of) for ring in RINGS
                   if any(ring in of for of in rings.values()))

    def asked(case: Case, *topics: str) -> set[str]:
        return {id_ for short in open_ones(case, Progress(topics=topics), packs) if short.ring == "outside"
                for id_ in short.ids}

    assert asked(Case(home_area=area)) == asked(Case(home_area=area), *inside) == outside
    for topic in outside:
        assert asked(Case(home_area=area), topic) == set()
        unsure = Case(home_area=area, asked=(topic,), unsure_topics=(topic,))
        assert not any(topic in short.ids for short in open_ones(unsure, Progress(), packs))
