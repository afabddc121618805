"""The missing-education referral: enquiries and safety in, secret addresses out."""
from datetime import date

import pytest

from decision.assess import assess
from decision.case import Case, Child, Finding
from decision.changes import one_of
from exports import found
from exports.blocks import Grid
from exports.details import ChildDetails, Details, Held, HouseholdMember, LogEntry, MissingEducation
from exports.documents.missing_education_referral import build
from exports.hiding.places import left_out
from exports.material import Material
from guidance.load import load_packs
from guidance.words import say
from tests.exports import samples, tools
from tests.exports.reading import pages_text, squeezed, tagged_text

CASE = Case(home_area="central_bedfordshire", children=(Child(label="A", status=("child_in_need",)),),
            findings=(Finding(id="R-1", about=("A",), note="Since Monday"), Finding(id="G-1", about=("A",))))
SECRET, PHONE = "Flat 3, 9 Hidden Lane, TE9 9ZZ", "07700 900 123"
DETAILS = Details(
    children=(ChildDetails(label="A", name=Held(text="Robin Madeup"), address=Held(text=SECRET, confidential=True),
                           school=Held(text="Open School")),),
    household=(HouseholdMember(relation="Mother", phone=Held(text=PHONE, confidential=True)),),
    log=(LogEntry(on=date(2026, 11, 16), half="am", what="Home visit to flat 3, 9  Hidden Lane", who="Officer",
                  result="Nobody there; rang 07700900123"),
         LogEntry(on=date(2026, 11, 17), time="16:30", what="Rang the GP", result="Not seen")),
    missing_education=MissingEducation(address_found="yes", summary="Moved, maybe to TE9 9ZZ.", told_today="Ms Worker"),
)


@pytest.mark.parametrize("part", ["Hidden Lane", "TE9 9ZZ", PHONE, "07700900123"])
def test_no_secret_address_or_number_is_on_it(part: str) -> None:
    """What is confidential is told by telephone: not in its own field, not in the log, not in the summary."""
    data = tools.made("missing_education_referral", CASE, DETAILS)
    found = squeezed(tagged_text(data) + pages_text(data)).casefold()
    assert squeezed(part).casefold() not in found
    assert squeezed("held as confidential; ask me by telephone") in found
    assert squeezed("yes; it is not written here, ask me by telephone") in found


def test_what_is_not_secret_stays() -> None:
    """Leaving out an address leaves everything else as it was typed."""
    said = tagged_text(tools.made("missing_education_referral", CASE, DETAILS))
    for part in ("Open School", "Robin Madeup", "Rang the GP", "17 November 2026, 16:30", "16 November 2026, morning",
                 "Ms Worker"):
        assert part in said
    assert left_out(CASE, Details(log=DETAILS.log), hides=False) == (CASE, Details(log=DETAILS.log))


def test_only_reasons_for_missing_education_are_listed() -> None:
    """Findings about other matters belong in other papers."""
    said = tagged_text(tools.made("missing_education_referral", CASE, DETAILS))
    assert "Has stopped coming" in said
    assert "Since Monday" in said
    assert "Home late" not in said


def test_safety_comes_before_everything_and_no_date_for_the_register_is_worked_out() -> None:
    """The emergency number and the rule that welfare never waits stand before the child; no removal date appears."""
    said = tagged_text(tools.made("missing_education_referral", CASE, DETAILS))
    assert said.index("Ring 999 now") < said.index("never waits for school days") < said.index("Robin Madeup")
    assert "No date is worked out here." in said


def test_an_empty_one_says_what_is_not_known() -> None:
    """A referral on the first day goes out with gaps in it, each of them said; a part without answers by its name."""
    said = tagged_text(tools.made("missing_education_referral", Case(), Details()))
    for part in ("No child has been entered.", "No enquiry has been written down.", "it is not known why",
                 "School and attendance"):
        assert part in said


def test_statements_of_which_one_is_so_are_one_reason() -> None:
    """Not two doubts: what they share is so, and which of them it is has not been said."""
    packs = load_packs()
    ids = ("NEL-REASON-02A", "NEL-REASON-02B")
    child = Child(label="A", age_years=11)
    case = one_of(Case(home_area="north_east_lincolnshire", danger="no", children=(child,)), ids)
    m = Material(case, Details(), assess(case, packs, samples.NOW), packs, samples.NOW)
    (grid,) = (block for block in build(m) if isinstance(block, Grid) and say("papers.missing.reason") in block.heads)
    (row,) = grid.rows
    (referred,) = found.in_order(m)
    assert row[0].said == referred.says
    assert "The child has not moved on to the next school" in row[0].said
    assert say("value.not_sure") not in [cell.said for cell in row]
    both = case.but(findings=(*case.findings, Finding(id="NEL-REASON-01")))
    with_other = Material(both, Details(), assess(both, packs, samples.NOW), packs, samples.NOW)
    tables = [block for block in build(with_other) if isinstance(block, Grid)
              and say("papers.missing.reason") in block.heads]
    assert [len(table.rows) for table in tables] == [2]
