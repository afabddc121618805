"""The ticks of a page with many statements: "none of these" speaks of what stood there, and of nothing that was folded.
"""
import pytest

from decision.case import Case, Child, Finding
from guidance.load import load_packs
from pages.parts.asking.laid_out import Laid, lay_out
from pages.parts.asking.statements import about
from pages.parts.visit import clock, knowledge
from pages.parts.visit.clock import TEST_TIME
from pages.parts.visit.draft import Progress
from tests.pages.asking import EVERYTHING, case_of, field, fill, open_step, press
from tests.pages.conftest import MONDAY

PACKS = load_packs()
BABY = (Child(label="A", age_months=7),)


@pytest.fixture(autouse=True)
def shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped packs, on a Monday morning."""
    monkeypatch.setattr(knowledge, "packs", lambda: PACKS)
    monkeypatch.setenv(TEST_TIME, MONDAY)


def many() -> tuple[Case, str, Laid]:
    """A case about a baby, and a topic of its area whose page has further subjects and statements about older ones."""
    for area in PACKS.areas.values():
        case = Case(home_area=area.id, reference="TEST", children=BABY)
        for topic in PACKS.national.topics:
            laid = lay_out(topic.id, about(topic.id, area), case, PACKS.national.topic, clock.now().date())
            if laid.parts and any(part.why == "older" for part in laid.folded):
                return case, topic.id, laid
    raise AssertionError("no shipped page has further subjects and older children")


def ids(questions: tuple[object, ...]) -> set[str]:
    """The statements of some questions."""
    return {id_ for question in questions for row in question.rows for id_ in row.ids}  # type: ignore[attr-defined]


def opened(case: Case, topic: str) -> object:
    """The page of the topic."""
    return open_step("know", case, Progress(seen=EVERYTHING.seen, topics=(topic,)), number=1)


def test_none_of_these_is_a_no_to_what_stood_open_and_to_nothing_behind_a_line() -> None:
    """Each further subject has its own; what is about older children is answered by neither, and the topic is asked."""
    case, topic, laid = many()
    part = laid.parts[0]
    none = case_of(press(fill(opened(case, topic), **{f"none-{topic}": True}), "Continue"))
    assert set(none.answers) == ids(laid.first)
    assert topic in none.asked
    again = opened(none, topic)
    assert (field(again, f"none-{topic}").value, field(again, f"none-{topic}-{part.id}").value) == (True, False)
    both = case_of(press(fill(again, **{f"none-{topic}-{part.id}": True}), "Continue"))
    assert set(both.answers) == ids(laid.first) | ids(part.questions)
    assert set(both.answers.values()) == {"no"}
    assert case_of(press(opened(both, topic), "Continue")) == both


def test_a_doubt_about_the_others_is_none_about_another_age() -> None:
    """Somebody who does not know about the others was not asked what is folded away by age."""
    case, topic, laid = many()
    screen = press(fill(opened(case, topic), **{f"unsure-{topic}": True}), "Continue")
    after = case_of(press(fill(screen, **{f"rest-{topic}": True}), "Continue"))
    folded = ids(tuple(question for part in laid.folded for question in part.questions))
    assert {id_ for id_, said in after.answers.items() if said == "not_known"} == (
        ids(laid.questions) - folded)


def test_a_tick_stays_and_is_in_sight_after_the_age_is_changed() -> None:
    """Ticked while nothing was known of the age, then the child is a baby: the box stands ticked, its line is open or
    it stands open, and going on keeps it."""
    case, topic, laid = many()
    folded = next(part for part in laid.folded if part.why == "older")
    older = next(row for question in folded.questions for row in question.rows if not row.ask_first)
    ticked = case.model_copy(update={"findings": tuple(Finding(id=id_, about=("A",)) for id_ in older.ids)})
    screen = opened(ticked, topic)
    assert field(screen, f"row-{older.name}").value is True
    assert case_of(press(screen, "Continue")).findings == ticked.findings
