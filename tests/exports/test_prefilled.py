"""What the check has answered of that which the details ask, and what a paper for the family still leaves out."""
from decision.case import Case, FamilyMember
from decision.result import Place as Windscreen
from exports.details import Details, Held, HouseholdMember, Narrative
from exports.make import make
from exports.material import Material
from exports.prefilled import FromCheck, Place, answered
from tests.exports import samples
from tests.exports.reading import tagged_text


def material(case: Case = samples.CASE, details: Details = samples.DETAILS) -> Material:
    """The sample case; what the details say changes nothing of what the check has answered."""
    return Material(case, details, samples.DECISION, samples.PACKS, samples.NOW)


def test_the_family_of_the_check_is_answered_in_the_household() -> None:
    """Relation and parental responsibility of each parent or carer."""
    found = answered(material())
    assert found[Place(("household",), "mother", "relation")] == FromCheck("Mother", "mother")
    assert found[Place(("household",), "mother", "parental_responsibility")].value == "yes"
    assert found[Place(("household",), "father", "parental_responsibility")].value == "not_known"


def test_worry_history_help_strengths_and_words_are_answered() -> None:
    """All that a referral asks of these was said in the check."""
    found = answered(material())
    asked = ("worry", "why_now", "history", "tried", "going_well", "exact_words", "accessibility")
    assert [name for name in asked if Place(("narrative",), "", name) not in found] == []
    assert "Breakfast club place" in found[Place(("narrative",), "", "tried")].words


def test_what_was_written_in_the_details_is_no_answer_of_the_check() -> None:
    """Else a user's own sentence would be shown as one of their answers."""
    own = Details(narrative=Narrative(worry="My own sentence", injury="A graze"))
    found = answered(material(details=own))
    assert "My own sentence" not in found[Place(("narrative",), "", "worry")].words
    assert Place(("narrative",), "", "injury") not in found


def test_a_blank_case_has_answered_nothing() -> None:
    """Nothing is made up."""
    decided = samples.DECISION.but(place=Windscreen())
    assert answered(Material(Case(), Details(), decided, samples.PACKS, samples.NOW)) == {}


def test_what_was_said_of_several_children_together_is_put_to_none_of_them() -> None:
    """Where the child is now is an answer of an only child alone."""
    only = samples.CASE.but(children=samples.CASE.children[:1], findings=())
    place = Place(("children",), "A", "where_now")
    assert place not in answered(material())
    assert place in answered(material(only))


def test_a_household_member_whose_name_is_confidential_stays_out_of_a_family_paper() -> None:
    """Such a row is left out whole, and the family of the check does not put it back."""
    aunt = FamilyMember(key="aunt", relation="Great-aunt Quilla")
    case = samples.CASE.but(family=(samples.CASE.family[0], aunt))
    told = samples.decision("early_help", samples.telling()[:1])
    for confidential in (False, True):
        name = Held(text="Qx", confidential=confidential)
        details = Details(household=(HouseholdMember(key="aunt", relation="Great-aunt Quilla", name=name),))
        data = make("early_help_assessment", case, details, told, samples.PACKS, samples.NOW)
        household = " ".join(tagged_text(data).split()).split("Household and family")[1].split("Professionals")[0]
        assert ("Great-aunt Quilla" in household) != confidential
