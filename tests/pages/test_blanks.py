""""All blanks are not known" is one press, is said of facts alone, leaves nothing blank unnamed, and can be taken back.
"""
from typing import get_args

import pytest

from decision.assess import assess
from decision.case import Case, Child, FamilyMember, SignAnswer
from exports.details import NOT_KNOWN, ChildDetails, Details, Held, Narrative, Referrer
from exports.documents import DOCUMENTS
from exports.prefilled import is_blank
from guidance.load import load_packs
from guidance.packs import Packs
from guidance.words import say
from pages.parts.papers.blanks import _blank, _is_new_row, not_known, still_to_do
from pages.parts.papers.detail_fields import Field, Still
from pages.parts.papers.detail_page import checked
from pages.parts.papers.detail_record import read
from pages.parts.papers.detail_sections import SECTIONS, sections_for
from pages.parts.visit import clock, knowledge
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


def blank_after(document_id: str, case: Case) -> tuple[list[Field], list[str]]:
    """The questions that a paper's pages leave blank after the press, and the names that stand under "Still to do"."""
    document, decision = DOCUMENTS[document_id], assess(case, load_packs(), clock.now())
    details = not_known(Details(), _blank(document, case, Details(), decision))
    found = checked(case, details, decision)
    records = (record for section in sections_for(document) for record in section.records(case, details, decision))
    left = [field for record in records if not _is_new_row(record, details)
            for field in record.fields if field.attribute not in record.known(details, found)
            and is_blank(getattr(read(details, record), field.attribute))]
    return left, [name for _, names in still_to_do(document, case, details, decision) for name in names]


@pytest.mark.parametrize("area", sorted(load_packs().areas))
@pytest.mark.parametrize("document_id", sorted(DOCUMENTS))
def test_after_the_press_nothing_that_is_needed_is_blank_and_unnamed(
        document_id: str, area: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """For every paper and area: no fact is blank, and whatever else is seen at once is named with why it is to do."""
    monkeypatch.setattr(knowledge, "packs", load_packs)
    family = (*CASE.family, FamilyMember(key="father", relation="Father"))
    left, named = blank_after(document_id, CASE.but(home_area=area, signs={}, family=family))
    assert [field.attribute for field in left if field.fact and field.attribute != "due"] == []
    assert [field.attribute for field in left if field.first and not field.still] == []
    assert bool(named) == any(field.still for field in left)


def test_what_is_seen_at_once_is_a_fact_or_has_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    """No question that stands in sight is neither: then nobody would know whether it may be left blank."""
    monkeypatch.setattr(knowledge, "packs", load_packs)
    decision = assess(CASE.but(home_area="luton", signs={}), load_packs(), clock.now())
    asked = [field for section in SECTIONS for record in section.records(CASE, Details(), decision)
             for field in record.fields]
    assert [field.attribute for field in asked if field.first and not field.fact and not field.still] == []
    assert [field.attribute for field in asked if field.fact and field.still] == []
    assert [one for one in get_args(Still) if one not in {field.still for field in asked}] == []


def test_what_is_still_to_do_is_said_with_why(packs: Packs) -> None:
    """After the press the writer's own number, their judgement and the safe way are named, each with its reason."""
    said = words(press(open_page("documents", CASE), SAY))
    assert say("documents.still") in said
    for reason in ("Only you can say this", "A guess could put somebody at risk"):
        assert reason in said
    assert say("documents.still") not in words(open_page("documents", CASE)), "before the press it would be a long list"
