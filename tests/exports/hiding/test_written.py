"""Copies for print, in which a text may be longer than an answer may be."""
import pytest

from decision.case import TEXT_LIMIT, Case, Child, Finding, Voice
from exports.details import Assessment, ChildDetails, Details, Held, UnnamedSource
from exports.hiding.family import family_copy
from exports.hiding.held_back import open_copy
from exports.hiding.places import left_out
from exports.hiding.written import texts, to_print

CHILD, SOURCE = "Kim", "Zed"
NAMES = f" {CHILD} {SOURCE}" * 5
AT_ITS_LIMIT = "x" * (TEXT_LIMIT - len(NAMES)) + NAMES
CASE = Case(children=(Child(label="A"),), other_worry=True, other_worry_note=AT_ITS_LIMIT,
            voice=Voice(words=AT_ITS_LIMIT), findings=(Finding(id="row", note=AT_ITS_LIMIT),))
DETAILS = Details(children=(ChildDetails(label="A", name=Held(text=CHILD, confidential=True), gender=AT_ITS_LIMIT),),
                  assessment=Assessment(mother=AT_ITS_LIMIT), sources=(UnnamedSource(name=SOURCE),))
GIVEN = ("other_worry_note", "voice", "findings", "children.label", "details.assessment", "details.children")


def longest(*models: Case | Details) -> int:
    """The length of the longest free text."""
    return max(len(said) for model in models for _, said in texts(model))


@pytest.mark.parametrize("family", [True, False])
@pytest.mark.parametrize("hides", [True, False])
def test_a_text_that_grows_by_what_is_left_out_is_printed(family: bool, hides: bool) -> None:
    """What stands in place of a name is longer than the name: no copy is refused for it, and none is cut."""
    open_case, details = open_copy(CASE, DETAILS, family)
    assert longest(open_case) > TEXT_LIMIT
    assert longest(details) > TEXT_LIMIT
    left_out(open_case, details, hides)


def test_so_is_one_that_grows_for_the_family() -> None:
    """Of all that such a paper is given."""
    open_case, details = family_copy(*open_copy(CASE, DETAILS, family=True), GIVEN)
    assert longest(open_case) > TEXT_LIMIT
    assert longest(details) > TEXT_LIMIT


def test_a_copy_for_print_changes_nothing_of_the_answers() -> None:
    """It is another model, and what is not changed is the same."""
    case = Case(other_worry_note="Mine")
    copy = to_print(case, other_worry_note="x" * (TEXT_LIMIT + 1))
    assert case == Case(other_worry_note="Mine")
    assert copy.voice is case.voice
