"""In every area: whatever the result lists as not asked can be answered where its link leads, and is then gone."""
import html
import re

import pytest
from streamlit.testing.v1 import AppTest

from decision.assess import decide
from decision.case import Case
from decision.gaps import NO_STATEMENTS
from decision.known import read
from decision.not_asked import cannot_be_asked
from decision.result import Decision, Gap
from guidance.load import load_packs
from guidance.packs import Packs
from guidance.words import say
from pages.parts.result.closing_view import open_at
from pages.parts.visit import knowledge
from pages.parts.visit.clock import TEST_TIME, now
from pages.parts.visit.draft import Progress
from pages.parts.wizard import short
from tests.decision.every import all_packs
from tests.pages.asking import EVERYTHING, case_of, field, fill, open_app, open_step, press, progress_of
from tests.pages.conftest import MONDAY
from tests.pages.opening import open_page
from tests.pages.screen import source
from tests.steps import STEPS

PACKS = {**all_packs(), "shipped": load_packs()}
AREAS = [(name, area) for name, packs in PACKS.items() for area in packs.areas]
SAID = {
    "safety": {"danger": "no", "place": "with_me", "with_whom": "safe_adult"},
    "children": {"age_kind__A": "years", "age__A": "8"}, "who": {"kinds__not_known": True, "access": "not_sure"},
    "history": {"earlier_concerns": "no", "sight__none": True}, "strengths": {"voice__words": "I like it here"},
    "view": {"own_view": "watch"}, "family": {"relation__carer_1": "Mother", "risk__carer_1": "no"},
}
"""Step → an answer to each of its questions that the result asks for."""


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Monday morning."""
    monkeypatch.setenv(TEST_TIME, MONDAY)


def decided(case: Case, packs: Packs) -> Decision:
    """What the engine says."""
    return decide(read(case, packs), now())


def listed(case: Case, packs: Packs) -> list[Gap]:
    """What the result lists as not answered."""
    return [gap for gap in decided(case, packs).gaps if gap.kind == "unanswered"]


def answered(place: dict[str, str], gap: Gap, case: Case, progress: Progress, packs: Packs) -> AppTest:
    """The page of an address once its questions are answered as somebody would whom nothing worries."""
    step = place["step"]
    screen = open_step(step, case, progress, int(place.get("n", 0)))
    if step == "topics":
        fill(screen, **{f"topic-{gap.topics[0]}": True})
    elif step == "know" and "n" not in place:
        no = {one.name: "no" for one in short.open_ones(case, progress, packs) if set(one.ids) & set(gap.topics)}
        fill(screen, **no)
    elif step == "know":
        fill(screen, **{f"none-{progress.topics[(int(place['n']) - 1) // 2]}": True})
    elif step == "signs":
        return press(screen, say("signs.none"))
    elif step == "where":
        fill(screen, role=next(iter(packs.national.role)))
    else:
        fill(screen, **SAID[step])
    return press(screen, "Continue")


def links_of(screen: AppTest) -> list[tuple[str, str]]:
    """The words and the address of each link in what is written on a page."""
    return [(html.unescape(words), html.unescape(href))
            for href, words in re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', source(screen))]


@pytest.mark.parametrize("by", ["short", "topic"])
@pytest.mark.parametrize(("name", "area"), AREAS)
def test_what_is_listed_can_be_answered_where_its_link_leads_and_is_then_gone(
        name: str, area: str, by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a case with nothing answered, link after link, until nothing is listed; each answer takes its line away. A
    domain by its short question, or by one of its topics that is chosen meanwhile and then has a page of its own."""
    packs = PACKS[name]
    monkeypatch.setattr(knowledge, "packs", lambda: packs)
    case, progress = Case(home_area=area, reference="TEST"), EVERYTHING
    before = listed(case, packs)
    assert before
    while before:
        if by == "topic" and before[0].topics:
            screen = answered({"step": "topics"}, before[0], case, progress, packs)
            case, progress = case_of(screen), progress_of(screen).model_copy(update={"seen": EVERYTHING.seen})
            assert open_at(before[0], progress.topics)["n"]
        screen = answered(open_at(before[0], progress.topics), before[0], case, progress, packs)
        case, progress = case_of(screen), progress_of(screen).model_copy(update={"seen": EVERYTHING.seen})
        after = listed(case, packs)
        assert before[0].says not in {gap.says for gap in after}
        before = after


@pytest.mark.parametrize(("name", "area"), AREAS)
def test_a_domain_without_statements_is_not_open_and_is_never_calm(name: str, area: str) -> None:
    """No topic can ask about it, so nothing says that it was not asked; it is talked through all the same."""
    packs = PACKS[name]
    case = Case(home_area=area, danger="no", asked=tuple(packs.national.topic),
                signs={sign.id: {"answer": "no"} for sign in packs.signs(area)})  # type: ignore[arg-type]
    decision, silent = decided(case, packs), cannot_be_asked(packs.areas[area])
    assert not [gap for gap in decision.gaps if gap.kind == "unanswered" and gap.topics]
    assert not any("Not answered yet" in reason.says for reason in decision.reasons)
    assert decision.outcome == ("consult" if silent else "universal")
    assert all(any(words in reason.says for reason in decision.reasons) for words in silent)
    said = [gap for gap in decision.gaps if gap.id == NO_STATEMENTS]
    assert bool(said) == bool(silent)
    own = case.model_copy(update={"other_worry": True, "other_worry_note": "In my words"})
    assert all(gap.step == "topics" for gap in said)
    assert not [gap for gap in decided(own, packs).gaps if gap.id == NO_STATEMENTS and gap.step]


def test_a_domain_without_statements_leads_to_the_own_words() -> None:
    """Some area has one: its result links to where a worry in one's own words is written, until one is."""
    packs = PACKS["shipped"]
    area = next(id_ for id_, area in packs.areas.items() if cannot_be_asked(area))
    label = say("open.own_words")

    def links(case: Case) -> list[tuple[str, str]]:
        return [link for link in links_of(open_page("result", case)) if link[0] == label]

    case = Case(home_area=area, reference="TEST")
    assert links(case) == [(label, "check?step=topics")]
    assert field(open_step("topics", case), "other_worry_note")
    assert links(case.model_copy(update={"other_worry": True})) == []


def test_a_chosen_topic_is_linked_to_its_own_page() -> None:
    """A domain is open, one of its topics is chosen and not answered: the link names it and leads to its number."""
    packs = PACKS["shipped"]
    area = next(id_ for id_, area in packs.areas.items() if area.levels)
    case = Case(home_area=area, reference="TEST")
    gap = next(gap for gap in listed(case, packs) if gap.topics)
    others = [id_ for id_ in packs.national.topic if id_ not in gap.topics]
    progress = EVERYTHING.model_copy(update={"topics": (others[0], gap.topics[-1])})
    screen = open_app(case, progress)
    screen.switch_page("pages/result.py")
    name = packs.national.topic[gap.topics[-1]].name
    assert dict(links_of(screen.run()))[say("result.unknown.page", page=STEPS["know"], topic=name)] == (
        "check?step=know&n=3")
    heading = open_step("know", case, progress, 3).header[0].value
    assert heading == name
