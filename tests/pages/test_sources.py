"""The sources page: an area's document, or what holds in all England."""
from decision.case import Case
from guidance.packs import Packs
from tests.pages.opening import open_page
from tests.pages.screen import words


def test_without_a_choice_it_shows_all_england(packs: Packs) -> None:
    """Nobody's area is guessed."""
    screen = open_page("sources")
    assert screen.selectbox[0].value == "england"
    assert "A made-up national guide" in words(screen)


def test_the_address_chooses_the_area(packs: Packs) -> None:
    """A link can lead straight to one area's sources."""
    seen = words(open_page("sources", area="testshire"))
    assert "Testshire Council" in seen
    assert "does not say if advice is given without names" in seen
    assert "printed as 01632 96002. Do not dial it." in seen
    assert "Two worries. This is our own reading." in seen


def test_the_area_of_the_child_is_shown_first(packs: Packs) -> None:
    """Somebody in the middle of a case sees the document that the case rests on."""
    assert open_page("sources", Case(home_area="testshire")).selectbox[0].value == "testshire"


def test_an_area_that_does_not_exist_is_no_error(packs: Packs) -> None:
    """A wrong address falls back to all England."""
    assert open_page("sources", area="<b>nowhere</b>").selectbox[0].value == "england"


def test_choosing_another_area_changes_the_address(packs: Packs) -> None:
    """Back in the browser leads to what was shown before."""
    screen = open_page("sources")
    screen.selectbox[0].set_value("testshire").run()
    assert screen.query_params["area"] in ("testshire", ["testshire"])
    assert "Testshire Council" in words(screen)
