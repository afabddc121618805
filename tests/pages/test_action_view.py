"""One number in full: who, the number as a link, until when, and what to watch out for."""
from decision.result import Route
from pages.parts.result.action_view import hours, route
from tests.pages.sample import NOW, PACKS, RING


def _with(one: Route) -> str:
    return str(route(one, PACKS, NOW))


def test_a_number_is_a_link_and_is_also_written_out() -> None:
    """A telephone rings the number, and a reader without one sees it."""
    assert '<a href="tel:01632960001" class="number">01632 960001</a>' in _with(RING)


def test_a_suspect_number_is_shown_with_its_warning_and_never_as_a_link() -> None:
    """A number that looks misprinted cannot be dialled from the page."""
    shown = _with(RING.but(dial="", trust="suspect", instead="Ring 101 and ask for the hub."))
    assert "01632 96000111" in shown
    assert "Do not ring" in shown
    assert "Ring 101 and ask for the hub." in shown
    assert "tel:" not in shown


def test_a_reported_number_says_that_nobody_has_rung_it() -> None:
    """The reader knows that a number comes from a second source."""
    assert "nobody has rung it for us" in _with(RING)


def test_hours_are_said_in_words() -> None:
    """Open until, opens at, closed and not known are four different sentences."""
    closed = RING.but(open_now=False, until=None, opens=NOW.replace(day=24, hour=8, minute=45))
    assert hours(RING, NOW) == "Open until 5:20pm today."
    assert hours(closed, NOW) == "Closed now. Opens Tuesday 24 November, 8:45am."
    assert hours(RING.but(open_now=None, until=None), NOW) == "Its hours are not known."
    assert hours(closed.but(opens=None), NOW) == "Closed now. It is not known when it opens."


def test_the_time_the_child_leaves_is_said() -> None:
    """Whoever rings knows by when."""
    assert "Before the child leaves: 3:15pm today." in _with(RING)


def test_what_a_route_says_is_escaped() -> None:
    """Nothing in a decision can become a tag of the page."""
    shown = _with(Route(kind="worker", name="<b>Worker</b>", says="<script>x</script>", source=RING.source))
    assert "<script>" not in shown
    assert "&lt;b&gt;Worker" in shown
