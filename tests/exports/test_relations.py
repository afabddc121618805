"""Who is the child's own mother or father, by the words of the relation alone."""
import pytest

from decision.case import Case, FamilyMember
from exports.checks import checks
from exports.details import Assessment, Details, HouseholdMember
from exports.relations import entered, parents_in, views_of
from guidance.words import say
from tests.exports import samples


@pytest.mark.parametrize("relation", [
    "grandmother", "Grandfather", "godfather", "godmother", "god-mother", "stepfather", "step-mother", "foster father",
    "grand-mother", "great-grandmother", "mother-in-law", "mother's partner", "mother’s sister", "friend of the mother",
    "aunt", "Motherwell neighbour", "", "parent", "carer",
])
def test_somebody_elses_word_for_a_parent_is_no_parent(relation: str) -> None:
    """Neither as part of another word nor as a word beside others."""
    assert parents_in(relation) == ()


@pytest.mark.parametrize(("relation", "parents"), [
    ("mother", ("mother",)), ("Mum", ("mother",)), ("mother of A and B", ("mother",)), ("birth mother", ("mother",)),
    ("Dad", ("father",)), ("father (lives away)", ("father",)), ("Mother and father", ("mother", "father")),
])
def test_a_parent_is_known_by_the_word(relation: str, parents: tuple[str, ...]) -> None:
    """In whatever letters, and beside other words."""
    assert parents_in(relation) == parents


@pytest.mark.parametrize("relation", ["grandmother", "godfather", "stepfather"])
def test_a_missing_parent_is_pointed_out_beside_a_word_that_holds_theirs(relation: str) -> None:
    """The page still asks about mother and father; no paper prints either."""
    case = Case(family=(FamilyMember(key="one", relation=relation),))
    said = {message for _, message in checks(case, Details(), samples.DECISION)}
    assert {say("checks.mother"), say("checks.father")} <= said


def test_a_view_is_asked_of_who_was_entered_or_has_said_something() -> None:
    """Of both where nobody was entered at all; a view that was written is never hidden."""
    mother = Case(family=(FamilyMember(key="mother", relation="Mother"),))
    assert views_of(Case(), Details()) == {"mother", "father"}
    assert views_of(mother, Details()) == entered(mother, Details()) == {"mother"}
    assert views_of(mother, Details(assessment=Assessment(father="Tired."))) == {"mother", "father"}
    assert views_of(mother, Details(household=(HouseholdMember(relation="dad"),))) == {"mother", "father"}
