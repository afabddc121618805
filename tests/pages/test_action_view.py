"""Part 1 of the result: the action, the routes and the numbers."""
import pytest

from decision.result import Decision, Route
from decision.unsure import NOT_SURE, SIGN_NOT_SURE, SUSPECTED
from guidance.words import say
from guidance.words.forms import following
from pages.parts.result.action_view import action, because
from tests.pages.sample import BLANK, CITE, FULL, NOW, PACKS, RING
from tests.pages.screen import part, source, words


def whole(decision: Decision) -> str:
    """What stands between the heading and the second answer, and what stands below that: action, words, reasons."""
    return f"{words(part(action, decision, PACKS, NOW))} {words(part(because, decision, PACKS))}"


def _with(*routes: Route) -> str:
    return source(part(action, FULL.model_copy(update={"routes": routes}), PACKS, NOW))


def test_the_action_comes_before_its_reasons() -> None:
    """What to do stands first, then what to say, then why."""
    seen = whole(FULL)
    places = [seen.index(text) for text in (FULL.headline, "01632 960001", "Say where the child is.", "frightened")]
    assert places == sorted(places)


@pytest.mark.parametrize("doubt", [SUSPECTED, SIGN_NOT_SURE, *NOT_SURE.values()])
def test_a_suspicion_and_a_doubt_are_not_stated_as_a_fact(doubt: str) -> None:
    """Beside a reason that is no plain yes stands what it is; the longer explanation stands further down."""
    reason = next(one for one in FULL.reasons if one.outcome == FULL.outcome)
    why = following(say(doubt), "And more.")
    decided = FULL.model_copy(update={"reasons": (reason.model_copy(update={"why": why}),)})
    seen = whole(decided)
    assert say(doubt) in seen
    assert "And more." not in seen


def test_a_number_is_a_link_and_is_also_written_out() -> None:
    """A telephone rings the number, and a reader without one sees it."""
    assert '<a href="tel:01632960001" class="number">01632 960001</a>' in _with(RING)


def test_a_suspect_number_is_shown_with_its_warning_and_never_as_a_link() -> None:
    """A number that looks misprinted cannot be dialled from the page."""
    suspect = RING.model_copy(update={"dial": "", "trust": "suspect", "instead": "Ring 101 and ask for the hub."})
    shown = _with(suspect)
    assert "01632 96000111" in shown
    assert "Do not rely on this number" in shown
    assert "Ring 101 and ask for the hub." in shown
    assert "tel:" not in shown


def test_a_reported_number_says_that_nobody_has_rung_it() -> None:
    """The reader knows that a number comes from a second source."""
    assert "nobody has rung it for us" in _with(RING)


def test_hours_are_said_in_words() -> None:
    """Open until, opens at, closed and not known are four different sentences."""
    closed = RING.model_copy(update={"open_now": False, "until": None, "opens": NOW.replace(day=24, hour=8, minute=45)})
    unknown = RING.model_copy(update={"open_now": None, "until": None})
    assert "Open until 5:20pm today." in _with(RING)
    assert "Closed now. Opens Tuesday 24 November 2026, 8:45am." in _with(closed)
    assert "Its hours are not known." in _with(unknown)
    assert "Closed now. It is not known when it opens." in _with(closed.model_copy(update={"opens": None}))


def test_the_time_the_child_leaves_is_said() -> None:
    """Whoever rings knows by when."""
    assert "Before the child leaves, 3:15pm today." in _with(RING)


def test_routes_stand_in_the_order_of_the_decision() -> None:
    """The page does not reorder whom to ring."""
    lead = Route(kind="your_lead", name="Your lead", says="Tell your lead.", source=CITE)
    shown = _with(lead, RING)
    assert shown.index("Your lead") < shown.index("Fairshire Hub</strong>")


def test_what_a_route_says_is_escaped() -> None:
    """Nothing in a decision can become a tag of the page."""
    shown = _with(Route(kind="worker", name="<b>Worker</b>", says="<script>x</script>", source=CITE))
    assert "<script>" not in shown
    assert "&lt;b&gt;Worker" in shown


def test_a_blank_case_still_says_whom_to_talk_to() -> None:
    """With nothing answered there is an action and a reason."""
    seen = whole(BLANK)
    assert "Your safeguarding lead" in seen
    assert "Not asked yet" in seen
