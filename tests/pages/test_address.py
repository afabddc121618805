"""What a page shows, chosen by fields and kept in its address."""
import pytest

from guidance.packs import Packs
from pages.parts.display.markup import link
from tests.pages.opening import open_page

pytestmark = pytest.mark.usefixtures("packs")


def test_a_link_leaves_out_what_is_not_chosen() -> None:
    """Only what was chosen stands in an address, and signs in it cannot break out of it."""
    assert link("look_up", area="testshire", topic="") == "look_up?area=testshire"
    assert link(area='"><b>&') == "?area=%22%3E%3Cb%3E%26"


def test_a_choice_goes_into_the_address() -> None:
    """Choosing a level puts its id there, so that Back and a bookmark find it again."""
    screen = open_page("look_up", area="testshire")
    box = next(box for box in screen.selectbox if box.label == "Level")
    box.set_value("urgent").run()
    assert screen.query_params["level"] in ("urgent", ["urgent"])


def test_a_change_of_area_drops_the_level() -> None:
    """A level of one document means nothing in another, so it does not stay in the address."""
    screen = open_page("look_up", area="testshire", level="urgent", kind="statement")
    screen.selectbox[0].set_value("all").run()
    assert "level" not in screen.query_params
    assert screen.query_params["kind"] in ("statement", ["statement"])


def test_back_sets_the_fields_again(packs: Packs) -> None:
    """When the address changes without a field, as by Back or a link, the field follows."""
    screen = open_page("look_up", area="testshire")
    assert screen.selectbox[0].value == "testshire"
    screen.query_params["area"] = "england"
    assert screen.run().selectbox[0].value == "england"


def test_nonsense_in_the_address_is_no_error() -> None:
    """Values that are not offered count as nothing chosen."""
    screen = open_page("look_up", area="<b>nowhere</b>", topic="x", level="9", kind="?")
    assert [box.value for box in screen.selectbox] == ["all", "", ""]
