"""Fields of the details: an answer, nothing, or not known; some of them confidential."""
from datetime import date

import pytest

from exports.details import NOT_KNOWN, ChildDetails, Held
from guidance.packs import Packs
from tests.pages.asking import case_of, field, fill, press
from tests.pages.opening import details_of, open_page
from tests.pages.test_documents import LIST, SIGN


def _child(**values: object) -> ChildDetails:
    screen = fill(open_page("documents", SIGN, section="children"), **values)
    screen = press(screen, LIST)
    assert case_of(screen) == SIGN
    return details_of(screen).child("A")


def test_a_date_that_is_typed_wins_over_not_known(packs: Packs) -> None:
    """Somebody who ticks not known and then finds out keeps what they found out."""
    assert _child(child__A__born__day="3", child__A__born__month="2", child__A__born__year="2019",
                  child__A__born__unknown=True).born == date(2019, 2, 3)


@pytest.mark.parametrize("typed", ["not known", "Not known.", " NOT KNOWN "])
def test_not_known_is_written_and_kept_as_an_answer(typed: str, packs: Packs) -> None:
    """However it is written it is neither empty nor typed text, and the field shows it again; a date has a tick."""
    screen = press(fill(open_page("documents", SIGN, section="children"), child__A__gender=typed,
                        child__A__born__unknown=True), LIST)
    child = details_of(screen).child("A")
    assert (child.gender, child.born) == (NOT_KNOWN, NOT_KNOWN)
    again = open_page("documents", SIGN, details_of(screen), section="children")
    assert field(again, "child-A-gender").value == NOT_KNOWN
    assert field(again, "child-A-born-unknown").value is True


def test_confidential_can_be_said_of_names_addresses_and_numbers(packs: Packs) -> None:
    """Each of them carries its own mark."""
    child = _child(child__A__name="Child One", child__A__name__held=True, child__A__phone="01632 960009",
                   child__A__phone__held=True)
    assert (child.name, child.phone) == (Held(text="Child One", confidential=True),
                                         Held(text="01632 960009", confidential=True))


def test_a_date_that_does_not_exist_is_refused(packs: Packs) -> None:
    """The message gives an example, the date is not taken over, and the rest of the page counts."""
    screen = fill(open_page("documents", SIGN, section="children"), child__A__born__day="31", child__A__born__month="2",
                  child__A__born__year="2019", child__A__upn="U1")
    screen = press(screen, LIST)
    assert field(screen, "child-A-upn").value == "U1"
    assert (details_of(screen).child("A").upn, details_of(screen).child("A").born) == ("U1", None)


@pytest.mark.parametrize("value", [date(2019, 2, 3), None])
def test_a_date_is_shown_again_as_it_was_given(value: date | None, packs: Packs) -> None:
    """Going back to a page loses nothing."""
    from exports.details import Details

    screen = open_page("documents", SIGN, Details(children=(ChildDetails(label="A", born=value),)), section="children")
    assert field(screen, "child-A-born-year").value == (str(value.year) if value else "")
