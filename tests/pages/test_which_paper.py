"""Which paper a result leads to where each child has help of their own and an agreement was refused for some of it."""
from functools import cache

import pytest

from decision.assess import assess
from decision.case import Case, Child, FamilyMember, Finding, SignAnswer
from decision.documents import CALL_SHEET
from decision.path import AgreementState, Path
from decision.result import Decision
from exports.documents.early_help_assessment import DOCUMENT_ID as ASSESSMENT
from guidance.load import load_packs
from pages.parts.visit.which_paper import in_order_of_use, leads_to
from tests.exports import samples

AREA = "central_bedfordshire"
NEED = next(row for row in load_packs().areas[AREA].indicators
            if row.level == "2" and row.kind == "need" and row.harm != "significant" and not row.ask_first)
MOTHER = FamilyMember(key="mother", relation="mother", role="parent", responsibility="yes", told="yes", agrees="agrees",
                      risk="no", harmed="no")


@cache
def early_help() -> Decision:
    """Early help for two children, with the assessment as its form."""
    packs = load_packs()
    case = Case(home_area=AREA, children=(Child(label="A", age_years=7), Child(label="B", age_years=9)), danger="no",
                family=(MOTHER,), findings=(Finding(id=NEED.id, about=("A", "B"), basis="seen"),),
                signs={sign.id: SignAnswer(answer="no") for sign in packs.signs(AREA)},
                asked=tuple(packs.national.topic))
    return assess(case, packs, samples.NOW)


def path(about: str, agreement: AgreementState, **other: str) -> Path:
    """The way to early help for one child."""
    return early_help().then[0].but(about=(about,), agreement=agreement, agreement_needed=True, **other)


def with_paths(*paths: Path) -> Decision:
    """The same result with other ways of help, and everybody may be told."""
    decision = early_help()
    return decision.but(then=paths, telling=tuple(one.but(state="tell") for one in decision.telling))


NONE = "No form is needed"


@pytest.mark.parametrize(("paths", "assessed"), [
    ((path("A", "refused"), path("B", "have")), True), ((path("A", "have"), path("B", "refused")), True),
    ((path("A", "refused"), path("B", "refused")), False),
    ((path("A", "refused"), path("B", "have", document=NONE)), False),
    ((path("A", "have", document=NONE), path("B", "refused")), False),
    ((path("A", "have", document=NONE), path("B", "ask")), True),
])
def test_a_refusal_for_one_child_takes_no_paper_from_the_other(paths: tuple[Path, ...], assessed: bool) -> None:
    """Whichever child comes first: the paper is made for whom the help was not refused, and never for the other."""
    decision = with_paths(*paths)
    assert (leads_to(decision) == ASSESSMENT) == assessed
    assert assessed or in_order_of_use(decision)[0] == CALL_SHEET.ours


def test_a_second_help_that_was_refused_does_not_take_the_paper_of_the_first() -> None:
    """A no to what comes after counts for that alone."""
    second = path("A", "refused", level="3", document="Referral")
    assert leads_to(with_paths(path("A", "have"), second)) == ASSESSMENT
