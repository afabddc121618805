"""An area whose pack is set aside: said on the pages, answers kept whole, and everything goes on working."""
import pytest

from guidance.vocabulary import ELSEWHERE
from decision.moving import SetAside, come_back, leave
from guidance.packs import Packs
from pages.parts.visit import knowledge
from pages.parts.visit.draft import Progress
from pages.parts.visit.fit import fit
from pages.parts.wizard.area_change import note
from tests.pages.aside import BEFORE, kept, without_testshire
from tests.pages.asking import AREA, EVERYTHING, HOME, checked, field, open_app, open_step, press, words
from tests.pages.opening import open_page
from tests.pages.screen import words as seen
from tests.steps import STEPS

SAYS = "The guidance of Testshire cannot be used at the moment."


@pytest.fixture
def aside(packs: Packs, monkeypatch: pytest.MonkeyPatch) -> Packs:
    """The made-up packs with Testshire set aside."""
    made = without_testshire(packs)
    monkeypatch.setattr(knowledge, "packs", lambda: made)
    return made


def test_the_sources_page_names_it_with_how_much_is_to_be_mended(aside: Packs) -> None:
    """Whoever looks for the area finds that it is not held, and why nothing of it is shown."""
    shown = seen(open_page("sources"))
    assert "Not held at the moment" in shown
    assert "Testshire: 2 things to mend." in shown
    assert "python -m guidance check" in shown


def test_the_sources_page_says_nothing_of_it_while_every_pack_is_held(packs: Packs) -> None:
    """No empty heading stands there."""
    assert "Not held" not in seen(open_page("sources"))


def test_the_start_page_offers_it_and_gives_no_number_of_it(aside: Packs) -> None:
    """It can still be chosen, with the reason beside it; the police are named, and no number of another area."""
    screen = open_app(HOME)
    shown = words(screen)
    assert "Testshire (its guidance cannot be used now)" in shown
    assert "Ring the council" in shown
    assert "Find its number" in shown
    assert "101" in shown
    assert "01632960001" not in shown
    screen = press(screen, "Change")
    assert field(screen, "home_area").value == AREA
    assert "Testshire (its guidance cannot be used now)" in field(screen, "home_area").options


def test_a_draft_for_it_is_kept_whole(aside: Packs) -> None:
    """Answers of an earlier visit wait for the pack: nothing becomes a note, nothing is counted as gone."""
    waiting = Progress(set_aside={AREA: SetAside(area=AREA, case=BEFORE, note="")})
    assert fit(BEFORE, waiting, aside) == (BEFORE, waiting, 0)


def test_beside_what_is_really_gone_the_answers_of_a_waiting_pack_stay(aside: Packs) -> None:
    """A topic that no pack knows any more becomes a note, and nothing else of the case is touched."""
    old = BEFORE.model_copy(update={"unsure_topics": ("no_longer_there",)})
    fitted, _, gone = fit(old, Progress(), aside)
    assert gone == 1
    assert (fitted.findings, fitted.answers, fitted.factors, fitted.signs) == (
        BEFORE.findings, BEFORE.answers, BEFORE.factors, BEFORE.signs)


@pytest.mark.parametrize("page", ["result", "documents", "rang", "contacts", "look_up", "compare", "exploitation",
                                  "missing_education", "sources"])
def test_every_page_opens_with_such_answers(page: str, aside: Packs) -> None:
    """No page looks for what is not held."""
    assert not open_page(page, BEFORE).exception


@pytest.mark.parametrize("step", STEPS)
def test_every_step_opens_with_such_answers(step: str, aside: Packs) -> None:
    """The questions go on, from what holds everywhere."""
    open_step(step, BEFORE)


def test_the_result_is_at_least_a_talk_today_and_says_why(aside: Packs) -> None:
    """What cannot be read is not read as nothing."""
    shown = seen(open_page("result", BEFORE))
    assert SAYS in shown
    assert "Not readable now: 3 answers" in shown


def test_the_answers_page_shows_what_was_written(aside: Packs) -> None:
    """The user's own words stay in sight."""
    shown = words(open_step("answers", BEFORE))
    assert "A statement that cannot be shown now" in shown
    assert "A cut on the arm" in shown


def test_going_on_with_the_questions_loses_none_of_it(aside: Packs) -> None:
    """Sending the signs and the strengths leaves the kept answers as they are."""
    for step in ("signs", "strengths"):
        screen = open_step(step, BEFORE)
        next(button for button in screen.button if button.label.startswith("Continue")).click()
        assert kept(checked(screen.run()).session_state["case"]) == kept(BEFORE), step


def test_moving_to_another_area_puts_it_aside_as_notes_and_back(aside: Packs, packs: Packs) -> None:
    """What was written goes with the child as a worry in words, and the answers come back, read or not."""
    left, put = leave(BEFORE, ELSEWHERE, aside, note)
    assert put is not None
    assert left.findings == ()
    assert left.other_worry is True
    assert "Answered for Testshire" in left.other_worry_note
    assert "A cut on the arm" in left.other_worry_note
    for there in (aside, packs):
        back = come_back(left.model_copy(update={"home_area": AREA}), put, there)
        assert kept(back) == kept(BEFORE)
        assert back.other_worry_note == ""


def test_a_change_of_area_works_on_the_page(aside: Packs) -> None:
    """The start page says what was put aside, by the name of the area."""
    screen = press(open_app(BEFORE), "Change")
    field(screen, "home_area").set_value(ELSEWHERE)
    screen = checked(screen.run())
    assert screen.session_state["case"].home_area == ELSEWHERE
    assert "What you answered for Testshire is kept as notes" in words(screen)
    waiting = EVERYTHING.model_copy(update={"set_aside": screen.session_state["progress"].set_aside})
    assert "Answered for Testshire" in words(open_step("topics", screen.session_state["case"], waiting))
