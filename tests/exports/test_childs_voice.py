"""Only what the child said is printed as the child's: what somebody else told is printed as told."""
import pytest

from decision.assess import assess
from decision.case import Case, Child, FamilyMember, Finding, SignAnswer, SourceOfHarm, Voice
from exports import beside, findings, from_check
from exports.by_known import known_rows
from exports.details import Details
from exports.documents.text_blocks import lines_of
from exports.found import in_order
from exports.hiding.child_said import told_by_others, what_was_said
from exports.material import Material
from exports.page_facts import careful, child_asks
from exports.referral_family import advice, may_be_told
from exports.sheet_says import words
from guidance.load import load_packs
from guidance.vocabulary import Basis
from guidance.words import say
from tests.exports import samples

PACKS = load_packs()
ASKS = "Mum must not know."
BOTH: tuple[Basis | None, ...] = (None, "child_said")
BASES: tuple[Basis | None, ...] = ("child_said", "seen", "suspected", None)
MOTHER = FamilyMember(key="mother", relation="mother")


def material(basis: Basis | None, sign: bool, words: str = ASKS) -> Material:
    """A case in which these words stand with a sign or a statement that is known in this way."""
    said = {"basis": basis, "words": words}
    case = Case(children=(Child(label="A", age_years=9),), family=(MOTHER,),
                source_of_harm=SourceOfHarm(kinds=("nobody",)),
                signs={"disclosure": SignAnswer(answer="yes", **said)} if sign else {},
                findings=() if sign else (Finding(id="x", **said),))
    telling = tuple(one.but(state="tell") for one in samples.DECISION.telling)
    return Material(case, Details(), samples.DECISION.but(telling=telling), samples.PACKS, samples.NOW)


def box(m: Material) -> str:
    """What must be minded, on page one."""
    return "\n".join(line for block in careful(m) for line in lines_of(block))


@pytest.mark.parametrize("sign", [True, False])
def test_what_somebody_told_is_not_what_the_child_asks(sign: bool) -> None:
    """It stands in the box as told, and nobody is plainly told of it; the child's own stands as theirs."""
    told = material("told", sign)
    assert child_asks(told) == ""
    assert "The child asks" not in box(told)
    assert f"{say('papers.told_asks')} {ASKS} Check before telling." in box(told)
    for basis in BASES:
        m = material(basis, sign)
        assert f"{say('papers.child_asks')} {ASKS} Check before telling." in box(m), basis
        assert say("papers.told_asks") not in box(m)


@pytest.mark.parametrize("sign", [True, False])
@pytest.mark.parametrize("basis", ["told", *BASES])
def test_nobody_of_the_family_is_plainly_told_whoever_said_it(basis: Basis | None, sign: bool) -> None:
    """The row says who asks it."""
    m = material(basis, sign)
    for one in m.decision.telling:
        if one.state == "tell" and one.person in {member.key for member in m.case.family}:
            assert not may_be_told(m, one.person)
            assert ("child asks" in advice(m, one.person).said) == (basis != "told")


def test_the_exact_words_say_which_were_told() -> None:
    """The form with the child's exact words, the row that leads to them, and the choice for the family's copy."""
    for sign in (True, False):
        told, own = material("told", sign), material("child_said", sign)
        assert from_check.spoken(told)[0] == findings.words(ASKS, "told")
        assert from_check.spoken(own)[0] == ASKS
        assert beside.exact_words(told).said == ""
        assert not [one for one in what_was_said(told.case, Details(), frozenset()) if one.said == ASKS]
        assert [one for one in what_was_said(own.case, Details(), frozenset()) if one.said == ASKS]


def test_words_of_a_statement_that_somebody_told_by_itself_are_not_the_childs() -> None:
    """Where nobody has said how it is known, the family's copy is offered none of them as the child's."""
    rows = [(id_, one.id) for id_, area in PACKS.areas.items()
            for one in area.indicators if one.known_by == "told"]
    assert rows
    for area_id, id_ in rows:
        told = told_by_others(PACKS, area_id)
        for basis in BOTH:
            about = Case(home_area=area_id, children=(Child(label="A", age_years=9),),
                         findings=(Finding(id=id_, words=ASKS, basis=basis),))
            said = [one for one in what_was_said(about, Details(), told) if one.said == ASKS]
            assert bool(said) == (basis == "child_said"), (id_, basis)


def test_words_of_two_about_one_statement_keep_whose_they_are() -> None:
    """Joined in one row, each under its own label."""
    child = Finding(id="x", basis="child_said", words="He hit me")
    mother = Finding(id="x", basis="told", words="I did it once")
    for both in ((child, mother), (mother, child)):
        one = findings.joined(both)
        shown = findings.words(one.words, one.basis)
        for spoken, basis in (("He hit me", "child_said"), ("I did it once", "told")):
            own_label = findings.words(spoken, basis)
            assert own_label in shown or (one.basis == basis and shown.startswith(own_label[:-1].split("“")[0]))
            assert spoken in shown


def test_what_the_child_said_too_is_not_left_out_because_somebody_told_it() -> None:
    """The same words in the child's voice stand as the child's."""
    m = material("told", False)
    m = Material(m.case.but(voice=Voice(words=ASKS)), m.details, m.decision, m.packs, m.now)
    assert findings.words(ASKS) in "\n".join(value.said for _, value in known_rows(m))


def test_the_childs_exact_words_stay_where_somebody_told_the_same() -> None:
    """The call sheet prints them as the child's, beside what was told."""
    m = material("told", False, "Dad hit me with a belt")
    details = m.details.but(narrative=m.details.narrative.but(exact_words="Dad hit me"))
    assert words(Material(m.case, details, m.decision, m.packs, m.now)) == "Dad hit me"
    own = material("child_said", False, "Dad hit me with a belt")
    assert words(Material(own.case, details, own.decision, own.packs, own.now)) == ""


@pytest.mark.parametrize("area_id", load_packs().areas)
def test_of_a_statement_that_says_it_was_told_the_words_are_told_too(area_id: str) -> None:
    """Where nobody said how it is known; whoever says that the child said it, is right."""
    packs = load_packs()
    told = [row for row in packs.areas[area_id].indicators if row.known_by == "told" and row.kind == "need"]
    for row in told:
        for basis, label in ((None, "told"), ("child_said", "child_said")):
            case = Case(home_area=area_id, children=(Child(label="A", age_years=9),),
                        findings=(Finding(id=row.id, basis=basis, words="I lost it"),))
            m = Material(case, Details(), assess(case, packs, samples.NOW), packs, samples.NOW)
            printed = "\n".join((*from_check.spoken(m), *(value.said for _, value in known_rows(m)),
                                 *(value.said for one in in_order(m) for value in one.evidence)))
            assert findings.words("I lost it", "told") in printed if label == "told" else (
                findings.words("I lost it", "told") not in printed), row.id
            assert (findings.words("I lost it") in printed) == (label != "told"), row.id
