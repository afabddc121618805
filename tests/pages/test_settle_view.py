"""Doubts on the result page: said on the phone, or settled in a small form whose record stays."""
import pytest

from decision.after import COUNCIL
from decision.case import Settled
from guidance.words import say
from tests.pages.asking import case_of, field, fill, has_field, press
from tests.pages.opening import open_page
from tests.pages.screen import words
from tests.pages.test_result import having

pytestmark = pytest.mark.usefixtures("packs")
ROW = "TST-2-CHILD-01"
DOUBT = having(answers={ROW: "not_sure"})
TODAY = having(answers={ROW: "not_sure"}, other_worry=True, harm_before_next="yes")


def test_a_doubt_shows_what_it_changes_and_where_to_look() -> None:
    """If so, if not, in the line that opens its form; and that nobody is asked or looked over to find out."""
    screen = open_page("result", DOUBT)
    seen = words(screen)
    assert "What would settle it" in seen
    assert "Do not ask the child or family" in seen
    label = next(one.label for one in screen.get("expander") if "too tired to learn" in one.label)
    assert label.endswith("If it is so: Early help; if it is not: Everyday services")


def test_from_a_talk_today_the_doubt_is_only_said_on_the_phone() -> None:
    """No result is shown for it, and there is nothing to fill in."""
    screen = open_page("result", TODAY)
    seen = words(screen)
    assert "Say on the phone that you do not know" in seen
    assert "If it is so" not in seen
    assert not has_field(screen, f"settled-{ROW}")


def test_what_is_still_open_is_said_on_the_phone_too() -> None:
    """One line where a talk is due, naming what is in doubt first; beside statements in doubt how many more there are;
    neither where nothing is rung about, or once the call was made."""
    says, open_case = say("result.doubts.say_open"), having(other_worry=True, harm_before_next="yes")
    reach = "whether the person who might be causing this can reach"
    assert f"{says} who might be causing this; {reach}" in words(open_page("result", open_case))
    unsure = open_case.but(signs_unsure=("sexual",))
    assert f"{says} you are not sure about “Sexual harm”" in words(open_page("result", unsure))
    assert says not in words(open_page("result", open_case.but(rung=(COUNCIL,))))
    below = say("result.doubts.below", more="").strip()
    under = words(open_page("result", TODAY))
    assert says not in under
    assert under.index(say("settle.say_heading")) < under.index(below)
    assert below not in words(open_page("result", TODAY.but(rung=(COUNCIL,))))
    assert says not in words(open_page("result", DOUBT))


def test_a_no_with_whose_knowledge_changes_the_result_and_the_record_stays() -> None:
    """The result is the one that was named; what stood before, when and on whose knowledge can still be read."""
    screen = press(fill(open_page("result", DOUBT), **{f"settled-{ROW}": "no", f"settled_whose-{ROW}": "our records"}),
                   "Use this answer")
    case = case_of(screen)
    assert case.answers[ROW] == "no"
    assert [(one.id, one.answer, one.whose, one.before) for one in case.settled] == [
        (ROW, "no", "our records", "consult")]
    seen = words(screen)
    assert "Everyday services" in seen
    assert "The child is often too tired to learn. It is not so. Known from: our records." in seen
    assert "Written down on 23 November 2026, 10:00." in seen
    assert "Before that the result was: Talk it through." in seen
    assert not has_field(screen, f"settled-{ROW}")


def test_a_yes_that_ends_the_talk_needs_whose_knowledge_it_is() -> None:
    """The doubt alone asked for the talk, so its answer counts on somebody's knowledge, and never without."""
    screen = press(fill(open_page("result", DOUBT), **{f"settled-{ROW}": "yes"}), "Use this answer")
    assert case_of(screen) == DOUBT
    assert "Without that this answer does not count" in words(screen)
    screen = press(fill(open_page("result", DOUBT), **{f"settled-{ROW}": "yes", f"settled_whose-{ROW}": "our records"}),
                   "Use this answer")
    assert [item.id for item in case_of(screen).findings] == [ROW]
    assert "Before that the result was: Talk it through." in words(screen)


def test_a_no_without_whose_knowledge_is_refused_with_words() -> None:
    """The doubt stays, the choice stays in the form, and the page says what is missing."""
    screen = press(fill(open_page("result", DOUBT), **{f"settled-{ROW}": "no"}), "Use this answer")
    assert case_of(screen) == DOUBT
    assert "Without that this answer does not count" in words(screen)
    assert field(screen, f"settled-{ROW}").value == "no"


def test_leaving_it_open_changes_nothing() -> None:
    """The third choice, and none at all, leave the case as it is."""
    for filled in ({}, {f"settled-{ROW}": "leave", f"settled_whose-{ROW}": "our records"}):
        screen = press(fill(open_page("result", DOUBT), **filled), "Use this answer")
        assert case_of(screen) == DOUBT


def test_what_was_typed_is_shown_letter_for_letter() -> None:
    """Neither Markdown nor HTML in whose knowledge it is changes the page."""
    record = Settled(id=ROW, answer="no", whose="<b>x</b> *y*", when="today", before="consult")
    seen = words(open_page("result", DOUBT.model_copy(update={"settled": (record,)})))
    assert "Known from: <b>x</b> *y*." in seen
