"""A topic that is chosen is asked about on its own page, whatever was said to a short question that names it."""
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from decision.case import Case
from guidance.load import load_packs
from guidance.packs import Packs
from pages.parts.visit import knowledge
from pages.parts.visit.draft import Progress
from pages.parts.wizard.area_change import move
from pages.parts.wizard.chosen import with_topics
from pages.parts.wizard.short import open_ones
from tests.pages.asking import EVERYTHING, HOME, case_of, fill, open_step, press, progress_of, step_of

LAST = Progress(seen=EVERYTHING.seen, topics=("neglect",))
ANSWERS = ("no", "not_sure", "yes")


@pytest.fixture(autouse=True)
def _packs(packs: Packs) -> None:
    """The made-up packs, unless a test names the shipped ones."""


def said(answer: str, packs: Packs) -> tuple[AppTest, tuple[str, ...]]:
    """The screen once the short question was answered so, and its topics."""
    short = next(one for one in open_ones(HOME, LAST, packs) if one.ring == "parenting")
    screen = press(fill(open_step("know", HOME, LAST, number=1), **{"none-neglect": True, short.name: answer}),
                   "Continue")
    return screen, short.ids


def from_the_list(case: Case, progress: Progress, topic: str) -> AppTest:
    """Chosen in the list of topics."""
    return press(fill(open_step("topics", case, progress), **{f"topic-{topic}": True}), "Continue")


def from_the_brief_page(case: Case, progress: Progress, topic: str) -> AppTest:
    """Chosen below its subject, for somebody not sure where to start."""
    group = knowledge.packs().national.topic[topic].group
    asked = progress.but(brief={**progress.brief, group: "yes"})
    return press(fill(open_step("topics", case, asked, number=3), **{f"topic-{topic}": True}), "Continue")


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("choose", [from_the_list, from_the_brief_page])
def test_a_topic_chosen_later_is_led_to_and_is_not_looked_at(
        choose: Callable[[Case, Progress, str], AppTest], answer: str, packs: Packs) -> None:
    """Its page comes next and asks; what was written stays; a doubt is still a doubt."""
    screen, ids = said(answer, packs)
    before, progress = case_of(screen), progress_of(screen)
    assert ids[0] in before.asked
    after = choose(before, progress, ids[0])
    assert ids[0] in progress_of(after).topics
    assert ids[0] not in case_of(after).asked
    assert "know" not in progress_of(after).seen
    assert step_of(after)[0] == "know"
    assert after.header[0].value == packs.national.topic[ids[0]].name
    assert case_of(after) == before.but(asked=tuple(id_ for id_ in before.asked if id_ != ids[0]))


@pytest.mark.parametrize("area", [area.id for area in load_packs().areas.values()])
@pytest.mark.parametrize("answer", ANSWERS)
def test_in_every_area_whichever_topic_is_chosen_its_page_is_due(
        area: str, answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By data, for every short question and each topic of it; nothing else of the case changes."""
    packs = load_packs()
    monkeypatch.setattr(knowledge, "packs", lambda: packs)
    home = Case(home_area=area, reference="TEST")
    for short in open_ones(home, EVERYTHING.but(topics=()), packs):
        unsure = () if answer == "no" else short.ids
        case = home.but(asked=short.ids, unsure_topics=unsure)
        progress = Progress(seen=EVERYTHING.seen, brief={short.name: answer})
        for topic in short.ids:
            for again in (True, False):
                left, _, chosen = with_topics((case, None, progress), (topic,), again=again)  # type: ignore[arg-type]
                assert "know" not in chosen.seen, (short.name, topic)
                assert left == case.but(asked=tuple(id_ for id_ in short.ids if id_ != topic))
            gone, _, none = with_topics((left, None, chosen), ())  # type: ignore[arg-type]
            assert short.name in {one.name for one in open_ones(gone, none, packs) if one.answer is None} or len(
                short.ids) == 1


@pytest.mark.parametrize("area", [area.id for area in load_packs().areas.values()])
@pytest.mark.parametrize("answer", ANSWERS)
def test_a_move_there_and_back_chooses_no_topic_that_a_short_question_named(
        area: str, answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody looked at its statements; what was answered comes back as it was."""
    packs = load_packs()
    monkeypatch.setattr(knowledge, "packs", lambda: packs)
    home = Case(home_area=area, reference="TEST")
    for short in open_ones(home, EVERYTHING.but(topics=()), packs):
        case = home.but(asked=short.ids, unsure_topics=() if answer == "no" else short.ids)
        before = Progress(seen=EVERYTHING.seen, brief={short.name: answer})
        for other in packs.areas:
            if other == area:
                continue
            there, gone = move(case, before, other)
            assert gone.topics == (), (short.name, other)
            back, came = move(there, gone, area)
            assert (came.topics, back.asked, back.unsure_topics) == ((), case.asked, case.unsure_topics)


def test_a_page_that_was_asked_itself_is_not_asked_again(packs: Packs) -> None:
    """No short question named it: taken off and chosen again it is as it was."""
    screen = press(fill(open_step("know", HOME, LAST, number=1), **{"none-neglect": True}), "Continue")
    case, progress = case_of(screen), progress_of(screen)
    off = with_topics((case, None, progress), ())  # type: ignore[arg-type]
    assert with_topics(off, ("neglect",))[0] == case


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_topic_that_a_tick_of_the_search_chooses_is_led_to(answer: str, packs: Packs) -> None:
    """The tick is an answer at once, and the page of its topic is still to be asked."""
    area = packs.areas["testshire"]
    row = next(one for one in area.indicators if one.id == "TST-3-CHILD-01")
    rings = {f"ring-{ring}": answer for ring in area.rings_of_topic[row.topics[0]]}
    case, progress = HOME.but(asked=tuple(area.rings_of_topic)), Progress(seen=EVERYTHING.seen, brief=rings)
    screen = press(fill(open_step("topics", case, progress), search="unwell"), "Search")
    screen = press(fill(screen, **{f"found-{row.id}": True}), "Continue")
    topic = progress_of(screen).topics[0]
    assert topic in row.topics
    assert topic not in case_of(screen).asked
    assert [one.id for one in case_of(screen).findings] == [row.id]
    assert screen.header[0].value == packs.national.topic[topic].name
