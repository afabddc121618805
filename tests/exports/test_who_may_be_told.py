"""No paper says plainly that somebody may be told where nobody can know it, or the child asks that it is not said."""
import re
from types import ModuleType

import pytest

from decision.assess import assess
from decision.case import (
    Case, Child, FamilyMember, Finding, SignAnswer, SourceOfHarm, Voice, WhereNow, YoungPerson,
)
from decision.worked import expand
from exports import from_check
from exports.details import Details
from exports.documents import (
    allegation_referral,
    call_sheet,
    conversation_record,
    early_help_assessment,
    referral,
    text_blocks,
)
from exports.documents.text_blocks import lines_of
from exports.in_danger import danger_said
from exports.material import Material
from exports.referral_family import may_be_told
from exports.windscreen_around import raise_shown
from exports.words import TELL
from guidance.load import load_packs
from guidance.vocabulary import Doubt
from guidance.words import say
from tests.exports import samples

PACKS = load_packs()
MAY = TELL["tell"]
SIGN = {"disclosure": SignAnswer(answer="yes")}
MOTHER = FamilyMember(key="mother", relation="Mother", told="no", agrees="agrees", interpreter="yes", language="Polish",
                      harmed="yes")


def material(case: Case, state: str = "") -> Material:
    """The material of a case, with everybody in this state where one is given."""
    decision = assess(case, PACKS, samples.NOW)
    if state:
        decision = decision.but(telling=tuple(one.but(state=state) for one in decision.telling))
    return Material(case, Details(), decision, PACKS, samples.NOW)


def said(build: object, m: Material) -> str:
    """A paper in lines."""
    return "\n".join(line for block in build(m) for line in lines_of(block))  # type: ignore[operator]


@pytest.mark.parametrize("area", ["", *PACKS.areas])
def test_of_an_empty_case_no_paper_says_that_anybody_may_be_told(area: str) -> None:
    """Nothing is known of the worry, so whether the child may be told is not known either."""
    for case in (Case(home_area=area), Case(home_area=area, children=(Child(label="A", age_years=15),))):
        m = material(case)
        assert not [one.person for one in m.decision.telling if may_be_told(m, one.person)]
        for build in (referral.build, call_sheet.build, allegation_referral.build):
            assert f": {MAY}" not in said(build, m)


def test_where_the_child_asks_that_somebody_does_not_know_nobody_of_the_family_is_plainly_told() -> None:
    """The result may say "tell": what the child asked comes first, on each paper that has a row for them."""
    case = Case(children=(Child(label="A", age_years=9),), family=(MOTHER,),
                source_of_harm=SourceOfHarm(kinds=("nobody",)),
                voice=Voice(words="Please do not tell my mum."), signs=SIGN)
    m = material(case, "tell")
    assert not may_be_told(m, "mother")
    assert may_be_told(material(case.but(voice=Voice(words="I like it here")), "tell"), "mother")
    assert f"Mother: {MAY}" not in said(call_sheet.build, m)


@pytest.mark.parametrize("state", ["ask_first", "not_yet"])
def test_an_allegation_never_asks_whether_the_family_was_told_without_the_rule(state: str) -> None:
    """Beside the answer stands that they must not be told, or not before somebody was asked."""
    m = material(Case(children=(Child(label="A"),), family=(MOTHER,), signs=SIGN), state)
    assert f"Mother: no; {TELL[state]}" in said(allegation_referral.build, m)


def test_where_the_child_is_was_not_done_by_anybody() -> None:
    """It stands by itself; what was done stays unanswered."""
    m = material(Case(children=(Child(label="A"),), where_now=WhereNow(place="home")))
    assert allegation_referral._so_far(m).said == ""
    assert "Where they are now: at home" in said(allegation_referral.build, m)


def test_page_one_says_of_each_person_what_is_known() -> None:
    """Told, agrees, interpreter and harmed too, in a line; nobody of whom nothing is known."""
    m = material(Case(children=(Child(label="A"),), family=(MOTHER, FamilyMember(key="aunt", relation="Aunt")),
                      signs=SIGN))
    text = said(referral.build, m)
    assert "Mother: is being harmed too; not told; agrees; needs an interpreter for Polish" in text
    assert "Each person: Mother" in text


def worked() -> list[Material]:
    """Every worked case of every pack."""
    found = []
    for pack_id, pack in (("", PACKS.national), *PACKS.areas.items()):
        for raw in pack.cases[::6]:
            one = expand(raw, pack_id, PACKS)
            found.append(Material(one.case, Details(), assess(one.case, PACKS, one.on), PACKS, one.on))
    return found


def test_a_raise_stands_on_page_one_and_the_short_text_begins_with_the_worry() -> None:
    """Over worked cases of all packs, wherever the picture shows one: from which level to which, and why."""
    cases = worked()
    raised = [m for m in cases if m.decision.place.raised]
    assert raised
    for m in raised:
        assert m.area
        one, printed = raise_shown(m.decision.place, m.area), said(referral.build, m)
        assert ("Raised from" in printed) == (one is not None)
        if one:
            to, why = re.escape(m.area.level[one.to_level].name), re.escape(one.says.rstrip("."))
            assert re.search(rf"Raised from [^.]+, to [^.]*{to}[^.]*: {why}", printed)
    for m in cases:
        if m.case.findings or any(one.answer == "yes" for one in m.case.signs.values()):
            danger = danger_said(m)
            assert text_blocks._summary(m).startswith(f"{danger}\nWorried about: " if danger else "Worried about: ")


def test_a_sign_is_said_by_the_writer_and_a_mark_is_no_effect() -> None:
    """A reader was told nothing: "you" of a sign is the writer. Where a mark was found stands under its own heading."""
    for area in ("", *PACKS.areas):
        for sign in PACKS.signs(area):
            m = material(Case(home_area=area, children=(Child(label="A"),), signs={
                sign.id: SignAnswer(answer="yes", about=("A",), body=("thighs",), note="Blue")}))
            told = from_check.worry(m).said
            assert told
            assert not re.search(r"\byour?\b", told, re.IGNORECASE), told
            assert from_check.effect(m, "A").said == ""
            assert "Blue" in from_check.injury(m).said


@pytest.mark.parametrize("harmed", ["yes", "not_sure"])
@pytest.mark.parametrize("paper", [referral, call_sheet, conversation_record])
def test_no_fact_of_a_person_is_joined_to_the_next_by_a_colon(paper: ModuleType, harmed: Doubt) -> None:
    """After the colon of a name each fact is a clause of its own: nobody reads "is being harmed too: yes: ask"."""
    mother = FamilyMember(key="mother", relation="mother", role="parent", harmed=harmed, expecting="not_known")
    others = (FamilyMember(key="father", relation="father", told="no", agrees="not_asked", risk="yes"),)
    m = material(Case(children=(Child(label="A"),), family=(mother, *others), signs=SIGN))
    lines = [line for block in paper.build(m) for line in lines_of(block)]
    told = [line for line in lines if "mother" in line.casefold() or "father" in line.casefold()]
    assert told
    assert [line for line in told for part in re.split(r"[.;] |\n", line)
            if re.search(r"(Mother|Father): [^:]*:", part)] == []


@pytest.mark.parametrize("area", [id_ for id_, area in PACKS.areas.items() if area.levels])
def test_a_yes_that_does_not_count_is_not_printed_as_one_that_does(area: str) -> None:
    """Somebody who may be causing it could have heard, and nobody says that she was asked alone."""
    mother = FamilyMember(key="mother", relation="Mother", role="parent", responsibility="yes", agrees="agrees")
    row = next(one for one in PACKS.areas[area].indicators if one.level == PACKS.areas[area].levels[1].id
               and one.kind == "need" and not one.scale and not one.duty and not one.at_least and not one.ask_first)
    case = Case(home_area=area, danger="no", children=(Child(label="A", age_years=9),), findings=(Finding(id=row.id),),
                source_of_harm=SourceOfHarm(kinds=("partner",)))
    for alone, counts in (("yes", True), (None, False), ("no", False)):
        m = material(case.but(family=(mother.but(asked_alone=alone),)))
        for build in (referral.build, call_sheet.build):
            assert ("this yes is not counted" not in said(build, m).lower()) is counts, (alone, build)
        assessment = said(early_help_assessment.build, m)
        assert (say("papers.eha.said_yes") in assessment) is counts, alone


@pytest.mark.parametrize("state", ["ask_first", "not_yet"])
@pytest.mark.parametrize("paper", [referral, call_sheet, conversation_record, allegation_referral])
def test_of_somebody_who_knows_already_it_is_what_more_they_are_told(paper: ModuleType, state: str) -> None:
    """No paper says of one who was told that they are not told, or that one asks before telling; the other stays as it
    was, and the young person is no other."""
    knows = FamilyMember(key="mother", relation="Mother", role="parent", told="yes", agrees="agrees")
    other = FamilyMember(key="father", relation="Father", role="parent", told="no")
    m = material(Case(children=(Child(label="A", age_years=15),), family=(knows, other), signs=SIGN,
                      young_person=YoungPerson(told="yes", agrees="refuses")), state)
    lines = [re.sub(r"\s+", " ", line) for block in paper.build(m) for line in lines_of(block)]
    bare = re.compile(rf"{TELL[state]}(?! more)|not to be told now|not to be told: ", re.IGNORECASE)
    for line in lines:
        for part in re.split(r"(?=Mother[:;]|Father[:;]|The child or young person[:;])", line):
            if part.startswith(("Mother", "The child or young person")):
                assert not bare.search(part), part
    more = [line for line in lines if re.search("(tell|told|telling) more", line)]
    assert any("mother" in line.casefold() for line in more)
