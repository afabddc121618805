"""What the check holds already stands in the papers, and nothing that a paper must not hold comes back through it."""
from decision.case import Case, FamilyMember, Finding, HeldBack
from decision.result import Place as DecisionPlace
from exports.details import NOT_KNOWN, Details, Held, HouseholdMember, Narrative
from exports.make import make
from exports.material import Material
from exports.prefilled import filled, from_check
from tests.exports import samples
from tests.exports.reading import tagged_text

NOTHING = Details()


def material(case: Case = samples.CASE, details: Details = NOTHING) -> Material:
    """The sample case with nothing written in the details."""
    return Material(case, details, samples.DECISION, samples.PACKS, samples.NOW)


def text(document_id: str, case: Case, details: Details = NOTHING) -> str:
    """All that a paper says."""
    told = samples.decision("early_help", samples.telling(father="tell")[:2])
    data = make(document_id, case, details, told, samples.PACKS, samples.NOW)
    return " ".join(tagged_text(data).split())


def test_the_family_of_the_check_is_the_household() -> None:
    """Each parent or carer of the check is a row, with the relation and who has parental responsibility."""
    rows = filled(material()).details.household
    assert [(row.key, row.relation, row.parental_responsibility) for row in rows] == [
        ("mother", "Mother", "yes"), ("father", "Father", "not_known")]


def test_what_was_ticked_arrives_as_the_worry_in_the_users_own_words() -> None:
    """The worry that no statement names, and the facts beside the statements; the days as the reason why now."""
    story = filled(material()).details.narrative
    assert story.worry.splitlines() == [samples.CASE.other_worry_note, *(one.note for one in samples.CASE.findings)]
    assert "(12 November 2026)" in story.why_now


def test_statements_alone_are_the_worry_where_nothing_was_written() -> None:
    """Ticks without a word are not "not answered"; what one is not sure of is not stated as a worry."""
    ticked = samples.CASE.but(other_worry=None, other_worry_note="", findings=(
        Finding(id="CBC-2-CHILD-01"), Finding(id="CBC-4-CHILD-15", why="could_not_find_out")))
    assert filled(material(ticked)).details.narrative.worry == "The child often comes without warm clothes."


def test_what_the_user_writes_stands_before_what_is_worked_out() -> None:
    """A text of one's own, and a "not known", stay as they are."""
    own = Details(narrative=Narrative(worry="My own words", why_now=NOT_KNOWN),
                  household=(HouseholdMember(key="mother", relation="Mum", name=Held(text="Anna")),))
    details = filled(material(details=own)).details
    assert (details.narrative.worry, details.narrative.why_now) == ("My own words", NOT_KNOWN)
    assert [(row.relation, row.name.text) for row in details.household] == [("Mum", "Anna"), ("Father", "")]


def test_a_blank_case_fills_nothing() -> None:
    """Nothing is made up: no question was answered, so no place has an answer."""
    decided = samples.DECISION.but(place=DecisionPlace())
    blank = Material(Case(), NOTHING, decided, samples.PACKS, samples.NOW)
    assert from_check(blank) == {}
    assert filled(blank) is blank


def test_what_is_held_back_does_not_come_back() -> None:
    """A note that is held back is in no worry of the referral either; outside its own sheet nobody reads it."""
    secret = "The neighbour counted nine nights"
    case = samples.CASE.but(findings=(Finding(id="CBC-2-CHILD-01", note=secret),), other_worry_note="")
    assert text("referral", case).count(secret) == 2, "the worry, and the finding it stands beside"
    held = case.but(held_back={"findings.CBC-2-CHILD-01": HeldBack(why="safety")})
    assert text("referral", held).count(secret) == 1, "on the front door's own sheet alone"


def test_a_household_member_whose_name_is_confidential_stays_out_of_a_family_paper() -> None:
    """Such a row is left out whole, and the family of the check does not put it back."""
    aunt = FamilyMember(key="aunt", relation="Great-aunt Quilla")
    case = samples.CASE.but(family=(samples.CASE.family[0], aunt))
    told = samples.decision("early_help", samples.telling()[:1])
    for confidential in (False, True):
        details = Details(household=(HouseholdMember(key="aunt", name=Held(text="Qx", confidential=confidential)),))
        data = make("early_help_assessment", case, details, told, samples.PACKS, samples.NOW)
        household = " ".join(tagged_text(data).split()).split("Household and family")[1].split("Professionals")[0]
        assert ("Great-aunt Quilla" in household) != confidential


def test_what_several_children_were_asked_about_together_is_put_to_none_of_them() -> None:
    """The language of "the child" is filled in for an only child alone."""
    young = samples.CASE.young_person.but(interpreter="yes", language="Polish")
    two = samples.CASE.but(young_person=young)
    one = two.but(children=two.children[:1], findings=())
    assert not [place for place in from_check(material(two)) if place.attribute == "language"]
    assert filled(material(one)).details.child("A").language == "Polish"
