"""A contact as the document prints it."""
from datetime import datetime
from zoneinfo import ZoneInfo

from guidance.models import Contact
from guidance.packs import Packs
from pages.parts.display.markup import show
from pages.parts.reading.contact_view import one_contact, reach
from tests.pages.screen import part, source, words

SATURDAY = datetime(2026, 11, 21, 23, 0, tzinfo=ZoneInfo("Europe/London"))


def shown(packs: Packs, contact: Contact, at: datetime = SATURDAY):  # type: ignore[no-untyped-def]
    """The contact on a screen."""
    return part(show, one_contact(contact, packs, "testshire", at))


def test_a_suspect_number_is_shown_with_its_warning_and_is_no_link(packs: Packs) -> None:
    """Beside a number that can be dialled, the misprint stands without a link."""
    screen = shown(packs, packs.areas["testshire"].contacts[1])
    assert "The document prints 01632 96002. Do not dial it. A figure is missing." in words(screen)
    assert source(screen).count("tel:") == 1
    assert "second source" in words(screen)


def test_it_says_whether_it_answers_at_that_moment(packs: Packs) -> None:
    """On a Saturday night the front door is closed and the duty team open."""
    door, team, officer = packs.areas["testshire"].contacts
    assert "closed. Opens Monday 23 November 2026, 8:45am." in words(shown(packs, door))
    assert "open, until Monday 23 November 2026, 8:45am." in words(shown(packs, team))
    assert "not known whether they answer" in words(shown(packs, officer))


def test_a_contact_without_a_number_says_so(packs: Packs) -> None:
    """Nobody looks for a number that is not there."""
    silent = packs.areas["testshire"].contacts[0].model_copy(update={"numbers": ()})
    assert "There is no number that can be relied on." in words(shown(packs, silent))


def test_who_answers_in_its_place_is_named(packs: Packs) -> None:
    """Beside the front door stands who answers when it is closed, with the number that may be dialled."""
    door, team, _ = packs.areas["testshire"].contacts
    assert "When it is closed: Testshire Duty Team, 01632960002" in words(shown(packs, door))
    assert "When it is closed" not in words(shown(packs, team))


def test_a_contact_fits_in_one_line(packs: Packs) -> None:
    """Name, number, e-mail, and that they are to be checked; nothing where there is no contact."""
    officer = packs.areas["testshire"].contacts[2]
    line = words(part(show, reach("It goes to: ", officer)))
    assert line.startswith("It goes to: Testshire Designated Officer, 01632960003")
    assert line.endswith("officer@testshire.example. Check it before use.")
    assert reach("It goes to: ", None) == ""
