"""What is said on the call sheet: most urgent first, for each child, with the child's own view and the help tried."""
from dataclasses import replace
from datetime import date
from typing import Any

from decision.assess import assess
from decision.case import (
    Case, Child, FamilyMember, Finding, Help, History, SignAnswer, SourceOfHarm, Voice, YoungPerson,
)
from exports.blocks import Rows
from exports.details import ChildDetails, Details, Held, Narrative, Referrer
from exports.documents.call_sheet import build
from exports.material import Material
from exports.two_answers import both_short, first_paths
from guidance.load import load_packs
from guidance.words import say
from tests.exports import samples
from tests.exports.test_from_check import CASES, worked

PACKS = load_packs()
MOTHER = FamilyMember(key="mother", relation="mother", role="parent", responsibility="yes", told="yes", agrees="agrees")
SUICIDE = SignAnswer(answer="not_sure", why="cannot_prove", about=("A",), basis="child_said", words="I cut myself")


def material(**more: Any) -> Material:
    """A young person in Luton of whom a milder need was told, with the result of that."""
    need = next(row.id for row in PACKS.areas["luton"].indicators if row.level == PACKS.areas["luton"].levels[2].id
                and row.kind == "need" and not (row.at_least or row.duty or row.ask_first or row.scale))
    case = Case(home_area="luton", danger="no", children=(Child(label="A", age_years=15),), family=(MOTHER,),
                findings=(Finding(id=need, about=("A",), basis="child_said"),)).but(**more)
    return Material(case, Details(), assess(case, PACKS, samples.NOW), PACKS, samples.NOW)


def rows(m: Material) -> dict[str, str]:
    """Label → what is said, in order."""
    return {label: answer.said for block in build(m) if isinstance(block, Rows) for label, answer in block.rows}


def test_what_is_most_urgent_is_said_first() -> None:
    """A sign that is only suspected, or not sure, before a milder statement that the child told of, and before the
    writer's own worry; the worry before milder statements."""
    for sign in (SUICIDE, SUICIDE.but(why="could_not_find_out")):
        m = material(signs={"suicide_or_self_harm": sign}, other_worry=True, other_worry_note="She looks tired")
        told = list(rows(m).values())
        first, worry, milder = (next(number for number, said in enumerate(told) if part in said) for part in (
            "I cut myself", "She looks tired", PACKS.areas["luton"].indicator[m.case.findings[0].id].says.rstrip(".")))
        assert first < worry < milder


def test_the_young_person_stands_in_the_family_with_their_own_view() -> None:
    """Whether they know and agree, and what they ask for; nobody is made up of whom nothing was said."""
    young = YoungPerson(told="yes", agrees="refuses", view="She does not want Mum to know.")
    family = rows(material(young_person=young))[say("papers.sheet.family")]
    line = next(line for line in family.split("\n") if line.startswith(say("papers.young_person")))
    assert say("papers.sheet.agrees.refuses") in line
    assert "She does not want Mum to know." in line


def test_help_tried_is_said_where_the_result_rests_on_it() -> None:
    """Otherwise the referral has it."""
    with_help = [m for number in CASES if (m := worked(*number)).decision.place.raised]
    rests = [m for m in with_help if any(one.kind == "help_without_change" for one in m.decision.place.raised)]
    for m in rests:
        assert "help sentinel" in rows(m)[say("papers.tried.heading")]
    history = History(help_tried="yes", changed="no", help=(Help(what="Breakfast club"),))
    m = material(history=history)
    stands = any(one.kind == "help_without_change" for one in m.decision.place.raised)
    assert (say("papers.tried.heading") in rows(m)) is stands
    assert rests or stands


def test_what_holds_of_agreement_is_said_for_each_child() -> None:
    """An unborn child and a child: of each that nobody is asked before the talk and whose yes is not counted; what is
    the same for both stands once, for both."""
    case = Case(home_area="north_lincolnshire", danger="no", other_worry=True, other_worry_note="She drinks",
                children=(Child(label="A", not_born=True), Child(label="B", age_years=3)),
                harm_before_next="not_sure", source_of_harm=SourceOfHarm(kinds=("parent_or_carer",),
                                                                         members=("mother",), access="yes"),
                family=(MOTHER.but(expecting="yes", risk="no", asked_alone="yes", agreed_to=("early_help",)),))
    m = Material(case, Details(), assess(case, PACKS, samples.NOW), PACKS, samples.NOW)
    paths = first_paths(m.decision)
    assert {label for path in paths for label in path.about} == {"A", "B"}
    short = both_short(m)
    for path in paths:
        said = [answer.said for label, answer in short if all(one in label for one in path.about)]
        assert said
        assert all(path.says_agreement.rstrip(".") in one for one in said)
        assert all(uncounted.rstrip(".") in one for uncounted in path.not_counted for one in said)
    assert len({answer.said for _, answer in short}) == len(short)


def test_what_a_call_taker_asks_stands_on_it() -> None:
    """Birth, address, school, the lead, the worry, the exact words and an injury, as they were written for the paper;
    what is confidential is said to be kept off it."""
    child = ChildDetails(label="A", born=date(2011, 3, 4), address=Held(text="1 Sample Road"),
                         school=Held(text="Sample Academy", confidential=True), where_now=Held(text="In the library"))
    written = Details(children=(child,), referrer=Referrer(lead_name="Mr Lead", lead_phone="01632 960004"),
                      narrative=Narrative(worry="She is thin.", exact_words="I am hungry", injury="A bruise"))
    parent = MOTHER.but(interpreter="yes", language="Polish", harmed="no")
    m = replace(material(family=(parent,)), details=written)
    told = rows(m)
    said = "\n".join(told.values())
    for one in ("4 March 2011", "1 Sample Road", "In the library", "Mr Lead, 01632 960004", "She is thin.",
                "I am hungry", "A bruise", "needs an interpreter for Polish", say("papers.harmed.no")):
        assert one in said
    assert told[say("papers.school")] == say("papers.sheet.kept_off")
    assert "Sample Academy" not in said


def test_the_same_words_are_not_said_twice() -> None:
    """What was copied into the paper stands with what the child said."""
    m = material(voice=Voice(words="I am hungry"))
    written = replace(m, details=Details(narrative=Narrative(exact_words="“I am hungry.”")))
    assert say("papers.sheet.words") not in rows(written)


def test_one_address_of_several_children_stands_once() -> None:
    """A line each only where they differ."""
    both = (Child(label="A", age_years=9), Child(label="B", age_years=4))
    home = tuple(ChildDetails(label=one, address=Held(text="1 Sample Road")) for one in "AB")
    m = replace(material(children=both, findings=()), details=Details(children=home))
    assert rows(m)[say("papers.address")] == "1 Sample Road"
    apart = (home[0], home[1].but(address=Held(text="2 Sample Road")))
    assert rows(replace(m, details=Details(children=apart)))[say("papers.address")] == (
        "A: 1 Sample Road\nB: 2 Sample Road")
