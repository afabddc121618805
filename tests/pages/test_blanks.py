""""All blanks are not known" is one press, is said of facts alone, and can be taken back."""
import pytest

from decision.case import Case, Child, FamilyMember, SignAnswer
from exports.details import NOT_KNOWN, ChildDetails, Details, Held, Narrative, Referrer
from guidance.packs import Packs
from tests.pages.asking import press
from tests.pages.opening import details_of, open_page, paper
from tests.pages.screen import words

CASE = Case(home_area="testshire", reference="TEST", children=(Child(label="A", age_years=7), Child(label="B")),
            family=(FamilyMember(key="mother", relation="Mother", responsibility="yes"),),
            signs={"disclosure": SignAnswer(answer="yes", about=("A",))})
SAY, BACK = "All blanks are not known", "Take “not known” back"


@pytest.fixture(name="said")
def _said(packs: Packs) -> Details:
    """The details after the press."""
    return details_of(press(open_page("documents", CASE), SAY))


def test_every_blank_fact_about_child_and_family_is_not_known(said: Details) -> None:
    """Each child and each member of the family, dates and choices too; no row is made for nobody."""
    first, second = said.children
    assert (first.name.text, first.born, first.interpreter) == (NOT_KNOWN, NOT_KNOWN, "not_known")
    assert second.address.text == NOT_KNOWN
    assert [member.key for member in said.household] == ["mother"]
    assert said.household[0].lives_in_home == "not_known"


def test_what_the_check_knows_stays_what_it_is(said: Details) -> None:
    """The mother's parental responsibility was answered: it is not overwritten."""
    assert said.household[0].parental_responsibility is None
    assert said.household[0].relation == "Mother"


def test_what_only_the_writer_can_say_stays_open(said: Details) -> None:
    """Who they are, what they think, ask for and do, and how somebody is reached safely: nothing is said for them."""
    assert said.referrer == Referrer()
    assert (said.narrative.analysis, said.narrative.ask, said.narrative.safe_contact) == ("", "", "")
    assert said.agreement == Details().agreement


def test_it_is_taken_back_as_easily(packs: Packs) -> None:
    """What was written before or after it stays, and so does a "not known" of one's own."""
    before = Details(children=(ChildDetails(label="A", gender=NOT_KNOWN, name=Held(text="One", confidential=True)),),
                     narrative=Narrative(worry="Mine"))
    screen = press(open_page("documents", CASE, before), SAY)
    assert BACK in [button.label for button in screen.button]
    assert SAY not in [button.label for button in screen.button]
    assert "is now not known" in words(screen)
    assert details_of(press(screen, BACK)) == before


def test_it_is_about_the_paper_that_is_shown(packs: Packs) -> None:
    """For an allegation the facts about the adult, and nobody's family."""
    details = details_of(press(paper(open_page("documents", CASE), "allegation_referral"), SAY))
    assert details.allegation.workplace == NOT_KNOWN
    assert details.household == ()
