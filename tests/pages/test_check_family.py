"""The family. Nothing prompts to tell where somebody is not to be told yet."""
import pytest

from decision.assess import assess
from decision.case import Case, Child, FamilyMember, Finding, SignAnswer, SourceOfHarm, YoungPerson
from decision.known import read
from decision.result import Telling
from guidance.packs import Packs
from pages.parts.visit import clock
from pages.parts.wizard.agreement import may_be_heard
from tests.pages.asking import HOME, case_of, fill, has_field, open_step, press, words

pytestmark = pytest.mark.usefixtures("packs")
NOT_YET = HOME.model_copy(update={"signs": {"sexual_abuse": SignAnswer(answer="yes")},
                                  "family": (FamilyMember(key="carer_1", relation="Mother", agrees="not_known"),)})


def test_what_is_known_about_a_carer_is_kept() -> None:
    """Relation, parental responsibility, told, agrees, risk and interpreter are separate facts."""
    screen = fill(open_step("family"), relation__carer_1="Mother", responsibility__carer_1="yes", told__carer_1="no",
                  agrees__carer_1="not_asked", risk__carer_1="not_sure", interpreter__carer_1="yes",
                  language__carer_1="Polish", suspected__carer_1=True)
    case = case_of(press(screen, "Continue"))
    assert case.family == (FamilyMember(
        key="carer_1", relation="Mother", responsibility="yes", told="no", agrees="not_asked", risk="not_sure",
        interpreter="yes", language="Polish"),)
    assert case.source_of_harm == SourceOfHarm(members=("carer_1",))


def test_an_empty_block_is_nobody() -> None:
    """Continue with nothing said leaves the family unanswered."""
    assert case_of(press(open_step("family"), "Continue")).family == ()


def test_carers_can_be_added_and_removed() -> None:
    """Adding keeps what is in the form; removing takes the person out of those suspected too."""
    screen = press(fill(open_step("family"), relation__carer_1="Mother"), "Add another parent or carer")
    fill(screen, relation__carer_2="Stepfather", suspected__carer_2=True)
    press(screen, "Remove parent or carer 2")
    assert [member.relation for member in case_of(screen).family] == ["Mother"]
    assert case_of(screen).source_of_harm.members == ()


def test_the_questions_do_not_suggest_telling() -> None:
    """Where telling is open, the page still says that nobody has to be told."""
    shown = words(open_step("family"))
    assert "You do not need to have told anyone" in shown
    assert "Nobody has to be asked or told for this" in shown


def test_not_yet_stands_in_place_of_any_prompt() -> None:
    """With a sign that means not yet, the page says so, and asks neither for agreement nor to tell."""
    screen = open_step("family", NOT_YET)
    shown = words(screen)
    assert "Do not tell yet" in shown
    assert "Mother" in shown
    assert "before the front door has advised" in shown
    assert not has_field(screen, "agrees-carer_1")
    assert has_field(screen, "told-carer_1")


def test_an_answer_not_asked_for_now_stays_as_it_was() -> None:
    """Agreement that was noted before is kept while the question is not shown."""
    assert case_of(press(open_step("family", NOT_YET), "Continue")).family == NOT_YET.family


def test_the_young_persons_own_view_is_kept() -> None:
    """Their view, what they know, whether they agree and understand."""
    screen = fill(open_step("family"), yp_view="Wants help", told__young_person="yes", agrees__young_person="agrees",
                  understanding="understands", risk__young_person="no")
    assert case_of(press(screen, "Continue")).young_person == YoungPerson(
        view="Wants help", told="yes", agrees="agrees", understanding="understands", risk="no")


def test_a_blank_relation_has_words_of_its_own() -> None:
    """A carer of whom nothing is known is still somebody."""
    case = NOT_YET.model_copy(update={"family": (FamilyMember(key="carer_1", relation=""),)})
    assert "Do not tell yet: ;" not in words(open_step("family", case))


def test_the_arrangement_and_the_work_of_somebody_suspected_are_kept() -> None:
    """By what arrangement they care, and whether they work with children."""
    screen = fill(open_step("family"), relation__carer_1="Carer", role__carer_1="foster_carer",
                  suspected__carer_1=True, works__carer_1="yes")
    member = case_of(press(screen, "Continue")).family[0]
    assert (member.role, member.works_with_children) == ("foster_carer", "yes")


def test_somebody_can_be_ruled_out_with_the_reason() -> None:
    """Who is not the cause, and how the user knows; both ticks for one person are refused."""
    screen = fill(open_step("family"), relation__carer_1="Mother", ruled_out__carer_1=True,
                  ruled_out_because="Abroad since October")
    source = case_of(press(screen, "Continue")).source_of_harm
    assert (source.ruled_out, source.ruled_out_because) == (("carer_1",), "Abroad since October")

    both = press(fill(open_step("family"), suspected__carer_1=True, ruled_out__carer_1=True), "Continue")
    assert "Untick one of the two" in words(both)


def test_a_person_removed_is_ruled_out_no_longer() -> None:
    """Nothing refers to a carer who was taken out."""
    screen = press(fill(open_step("family"), relation__carer_1="Mother"), "Add another parent or carer")
    fill(screen, relation__carer_2="Aunt", ruled_out__carer_2=True)
    press(screen, "Remove parent or carer 2")
    assert case_of(screen).source_of_harm.ruled_out == ()


BORN, UNBORN = Child(label="A", age_years=15), Child(label="B", not_born=True)


def test_how_somebody_was_asked_and_for_which_help_is_kept() -> None:
    """Beside a yes or a no: asked alone, and the help that was named, both read back."""
    screen = fill(open_step("family"), relation__carer_1="Mother", agrees__carer_1="agrees",
                  asked_alone__carer_1="yes", agreed_to__carer_1="early_help")
    case = case_of(press(screen, "Continue"))
    assert (case.family[0].asked_alone, case.family[0].agreed_to) == ("yes", ("early_help",))
    shown = words(open_step("answers", case))
    assert "Asked alone: yes" in shown
    assert "Help named: early help" in shown


def test_whether_somebody_may_have_heard_is_read_from_the_case(packs: Packs) -> None:
    """Another parent or carer, somebody named, by who or by what they are, the other one of two adults who are against
    each other, and an answer that was given."""
    one, other = FamilyMember(key="a", relation="mother"), FamilyMember(key="b", relation="father")
    suspected = assess(HOME, packs, clock.now()).telling[0].but(person="suspected")
    area = packs.areas[HOME.home_area]
    row = area.indicators[0]
    between = packs.but(areas={area.id: area.but(indicators=(row.but(between_adults=True), *area.indicators[1:]))})

    def heard(case: Case, member: FamilyMember = one, told: tuple[Telling, ...] = (), packs: Packs = packs) -> bool:
        whole = HOME.but(family=case.family, source_of_harm=case.source_of_harm, findings=case.findings)
        return may_be_heard(member, whole, read(whole, packs), told)

    alone = Case(family=(one,))
    found = {
        "alone": heard(alone),
        "nobody": heard(alone.but(source_of_harm=SourceOfHarm(kinds=("nobody",)))),
        "two": heard(Case(family=(one, other))),
        "a kind": heard(alone.but(source_of_harm=SourceOfHarm(kinds=("partner",)))),
        "by the rules": heard(alone, told=(suspected,)),
        "answered": heard(alone, one.but(asked_alone="no")),
        "against each other": heard(alone.but(findings=(Finding(id=row.id),)), packs=between),
        "against each other, not said": heard(alone, packs=between),
    }
    assert [name for name, may in found.items() if not may] == ["alone", "nobody", "against each other, not said"]


def test_how_somebody_was_asked_is_no_question_of_one_who_is_not_told_yet() -> None:
    """It stands in no block that says "do not tell", and what was noted before stays."""
    member = NOT_YET.family[0].model_copy(update={"agreed_to": ("early_help",), "asked_alone": "no"})
    case = NOT_YET.model_copy(update={"family": (member,)})
    screen = open_step("family", case)
    assert not has_field(screen, "asked_alone-carer_1")
    assert not has_field(screen, "agreed_to-carer_1")
    assert case_of(press(screen, "Continue")).family == (member,)


def test_the_pregnant_woman_is_asked_about_where_a_child_is_not_born() -> None:
    """A carer, or a young person of ten or over; nobody else is asked, and nothing is filled in for anybody."""
    assert not has_field(open_step("family"), "expecting-carer_1")
    little = Child(label="C", age_years=9)
    case = HOME.model_copy(update={"children": (BORN, UNBORN, little)})
    screen = open_step("family", case)
    assert not has_field(screen, "expecting-child_B")
    assert not has_field(screen, "expecting-child_C")
    assert case_of(press(screen, "Continue")).children == case.children
    filled = fill(open_step("family", case), relation__carer_1="Mother", expecting__carer_1="no",
                  under_18__carer_1="no", expecting__child_A="yes")
    after = case_of(press(filled, "Continue"))
    assert (after.family[0].expecting, after.family[0].under_18) == ("no", "no")
    assert [one.expecting for one in after.children] == ["yes", None, None]
    shown = words(open_step("answers", after))
    assert "Child A Expecting the baby: yes" in shown


def test_a_baby_is_not_asked_for_a_view_of_its_own() -> None:
    """Nobody asks what a baby knows, wants or understands; of a child who talks, or whose age is open, it is asked, and
    what was answered before stays in sight."""
    def asks(*children: Child, view: str = "") -> bool:
        young = YoungPerson(view=view)
        case = HOME.but(children=children, young_person=young)
        screen = open_step("family", case)
        assert case_of(press(screen, "Continue")).young_person == young
        return has_field(open_step("family", case), "understanding")

    baby, older = Child(label="A", age_months=5), Child(label="B", age_years=6)
    assert not asks(baby)
    assert not asks(Child(label="A", not_born=True))
    assert asks(baby, older)
    assert asks(Child(label="A"))
    assert asks()
    assert asks(baby, view="Wants help")


def test_what_somebody_suspected_says_of_help_is_not_asked_and_stays_as_it_was() -> None:
    """The page says why; an answer that was given before somebody was suspected is kept."""
    member = FamilyMember(key="carer_1", relation="Stepfather", agrees="agrees", agreed_to=("early_help",))
    case = HOME.but(family=(member,), source_of_harm=SourceOfHarm(members=("carer_1",)))
    screen = open_step("family", case)
    assert "neither their yes nor their no counts" in words(screen)
    assert case_of(press(screen, "Continue")).family == (member,)


def test_a_block_that_was_added_and_left_empty_is_nobody() -> None:
    """On the way on it stays out of the family; what others answered stays."""
    screen = press(fill(open_step("family"), relation__carer_1="Mother"), "Add another parent or carer")
    assert [member.relation for member in case_of(press(screen, "Continue")).family] == ["Mother"]


def test_an_empty_block_of_an_older_draft_changes_no_result(packs: Packs) -> None:
    """Nobody is named, asked about or told for it."""
    mother = FamilyMember(key="carer_1", relation="Mother", told="yes", agrees="agrees", risk="no")
    case = HOME.but(family=(mother,))
    beside = HOME.but(family=(mother, FamilyMember(key="carer_2", relation="")))
    assert assess(beside, packs, clock.now()) == assess(case, packs, clock.now())
