"""Both answers on paper: every professional one has them, the family's has the help alone, nothing says two things."""
from functools import cache
from typing import Any

import pytest

from decision.assess import assess
from decision.case import Case, Child, FamilyMember
from decision.result import Decision
from decision.worked import expand
from exports.details import Details, UnnamedSource
from exports.documents import DOCUMENTS
from exports.make import DocumentNotForNow, make
from exports.material import Material
from exports.two_answers import agreement_says, help_offered, two_answers
from guidance.load import load_packs
from guidance.words import say
from tests.exports import samples
from tests.exports.documents import test_hidden_place as hidden
from tests.exports.reading import squeezed, tagged_text

PACKS = load_packs()
AREA = PACKS.areas["central_bedfordshire"]
LEVEL_2 = [row.id for row in AREA.indicators
           if row.level == "2" and row.kind == "need" and not (row.at_least or row.duty or row.ask_first)]
MOTHER = FamilyMember(key="mother", relation="mother", role="parent", responsibility="yes", told="yes",
                      agrees="agrees", asked_alone="yes", agreed_to=("early_help",), risk="no")
FATHER = FamilyMember(key="father", relation="father", role="parent", responsibility="yes", told="yes",
                      agrees="refuses", risk="no")
NOW = samples.NOW
PROFESSIONAL = [one.id for one in DOCUMENTS.values()
                if one.audience == "professional" and (one.belongs is None or one.belongs(AREA))]
EACH = 25
"""Worked cases of each pack from which the family's paper is made, where it is made at all."""


def case(*ids: str, **more: Any) -> Case:
    """A child of seven with everything asked, these statements so, and both parents."""
    raw = {"name": "Made up", "on": "2026-11-20 10:05", "expect": {"outcome": "consult"},
           "facts": [{"id": id_} for id_ in ids]}
    made = expand(raw, AREA.id, PACKS).case
    return made.model_copy(update={"children": (Child(label="A", age_years=7),), "family": (MOTHER, FATHER)} | more)


def material(made: Case) -> Material:
    """A case with its result on the morning of the samples."""
    return Material(made, Details(), assess(made, PACKS, NOW), PACKS, NOW)


@cache
def early_help() -> Material:
    """An ordinary worry: early help, which the mother agrees to and the father does not."""
    return material(case(LEVEL_2[0]))


def text(document_id: str, m: Material, details: Details = samples.DETAILS) -> str:
    """All words of a paper."""
    data = make(document_id, m.case, details, m.decision, m.packs, m.now)
    return tagged_text(data) if DOCUMENTS[document_id].build else data.decode()


@pytest.mark.parametrize("document_id", PROFESSIONAL)
def test_every_paper_among_professionals_has_both_answers(document_id: str) -> None:
    """What is asked for now, that nobody's agreement is needed to ring, and which help follows by its name."""
    m = early_help()
    said = squeezed(text(document_id, m))
    assert squeezed(m.decision.then[0].name) in said
    assert squeezed("This help needs agreement.") in said
    assert squeezed(m.decision.headline) in said
    assert squeezed(say("now.no_agreement")) in said


def test_on_the_call_sheet_what_to_say_comes_right_after_the_number() -> None:
    """The number first; then that nobody's agreement is needed to ring; then what to say; both answers after it."""
    above = next(row.id for row in AREA.indicators if row.level == "3" and row.kind == "need" and not (
        row.at_least or row.duty or row.ask_first))
    m = material(case(LEVEL_2[0], above))
    said = text("call_sheet", m)
    dial = next(route.dial for route in m.decision.routes if route.dial)
    places = [said.rindex(part) for part in (
        dial, say("now.no_agreement"), m.decision.say[1], "How it is known", m.decision.headline,
        m.decision.then[0].name)]
    assert places == sorted(places)


def test_the_paper_of_an_areas_own_tool_has_both_answers() -> None:
    """A paper that only some areas have carries them as well."""
    own = [(one, area) for one in DOCUMENTS.values() if one.belongs
           for area in PACKS.areas.values() if one.belongs(area)]
    assert own
    for document, area in own:
        raw = area.cases[0]
        worked = expand(raw, area.id, PACKS)
        said = squeezed(text(document.id, Material(
            worked.case, Details(), assess(worked.case, PACKS, worked.on), PACKS, worked.on)))
        assert squeezed(say("then.both")) in said
        assert squeezed(say("now.no_agreement")) in said


def test_the_front_doors_paper_has_the_yes_and_the_refusal() -> None:
    """A hub worker reads on page one who agreed and who did not, and to which help."""
    said = squeezed(text("referral", early_help()))
    assert squeezed("Agreed: mother. Refused: father.") in said
    assert squeezed("agrees. Asked alone: yes. Help named: Early help") in said


def test_a_refusal_by_all_is_on_the_front_doors_paper() -> None:
    """Where the only one who may agree says no, the paper says so and that it does not end there."""
    m = material(case(LEVEL_2[0], family=(FATHER,)))
    assert m.decision.then[0].agreement == "refused"
    assert squeezed("Refused: father. That does not end it.") in squeezed(text("referral", m))


def test_a_second_path_says_what_the_help_is_and_who_leads() -> None:
    """Its name, whether it needs agreement, what happens there and who leads, without lines of their own; on a paper
    about something else only its name."""
    higher = next(row.id for row in AREA.indicators if row.level == "3" and row.kind == "need" and not (
        row.at_least or row.duty or row.ask_first))
    m = material(case(LEVEL_2[0], LEVEL_2[-1], higher))
    first, second = m.decision.then
    said = squeezed(repr(two_answers(m)))
    assert squeezed(first.help)[:40] in said
    assert squeezed(second.name) in said
    assert squeezed(second.help)[:40] in said
    assert squeezed(second.leads)[:20] in said
    assert squeezed(second.help)[:40] not in squeezed(repr(two_answers(m, brief=True)))


FORBIDDEN = ("Refused", "Said no", "refuse", "front door", "the talk", "Level", "worker", "does not count")
"""What no family reads of the second answer."""


@pytest.mark.parametrize("pack_id", list(PACKS.areas))
def test_the_familys_paper_has_the_help_who_leads_and_that_it_is_a_choice(pack_id: str) -> None:
    """From every result that allows it, with parents who answer differently: no level, nobody's answer, no talk."""
    cases, made = PACKS.areas[pack_id].cases, 0
    for raw in cases[::max(len(cases) // EACH, 1)]:
        worked = expand(raw, pack_id, PACKS)
        both = worked.case.model_copy(update={"family": (MOTHER, FATHER)})
        m = Material(both, Details(), assess(both, PACKS, worked.on), PACKS, worked.on)
        try:
            DOCUMENTS["early_help_assessment"].refuse(m)  # type: ignore[misc]
        except DocumentNotForNow:
            continue
        made += 1
        said = repr(help_offered(m, "early_help_assessment"))
        assert say("then.offered.help") in said
        assert (say("then.your_choice") in said) != (say("then.your_choice_all") in said)
        assert [word for word in FORBIDDEN if word in said] == [], raw["name"]
    assert made


@pytest.mark.parametrize(("child", "key"), [
    ({"age_years": 7}, "then.your_choice_all"), ({"age_years": 16}, "then.your_choice_all"),
    ({"not_born": True}, "then.your_choice"), ({"age_years": 19}, "then.your_choice"),
])
def test_where_a_document_asks_for_everybody_the_familys_paper_says_all(child: dict[str, Any], key: str) -> None:
    """North Lincolnshire asks for the child and each parent or carer; before birth and from 18 one person agrees."""
    raw = {"name": "Made up", "on": "2026-11-20 10:05", "facts": [{"id": "NL-ALERT-02"}],
           "expect": {"outcome": "early_help"}}
    made = expand(raw, "north_lincolnshire", PACKS).case.model_copy(update={
        "children": (Child(label="A", **child),), "family": (MOTHER, FATHER)})
    said = repr(help_offered(material(made), "early_help_assessment"))
    assert say(key) in said
    assert "somebody who may decide" not in said or key == "then.your_choice"
    assert say("then.your_choice") in repr(help_offered(early_help(), "early_help_assessment"))


def test_who_leads_early_help_is_on_the_familys_paper() -> None:
    """The area's own words for the level of early help, and nothing of the result."""
    m = early_help()
    said = squeezed(text("early_help_assessment", m))
    assert squeezed(m.decision.then[0].leads) in said
    for word in (m.decision.headline, m.decision.then[0].says_agreement, m.decision.then[0].says):
        assert squeezed(word) not in said


def test_a_source_who_must_not_be_named_is_in_neither_answer() -> None:
    """A relation that names a source is left out of who agreed, who refused, and whose yes does not count."""
    named = MOTHER.model_copy(update={"relation": "aunt Bettina Quill", "responsibility": "no"})
    both = case(LEVEL_2[0], family=(named, FATHER.model_copy(update={"relation": "stepfather Corvin Quill"})))
    m = material(both)
    assert "Bettina" in repr(m.decision.then)
    assert "Corvin" in repr(m.decision.then)
    details = Details(sources=(UnnamedSource(name="Bettina Quill"), UnnamedSource(name="Corvin Quill")))
    for document_id in PROFESSIONAL:
        if document_id != "referral":
            said = text(document_id, m, details)
            assert [name for name in ("Bettina", "Corvin", "Quill") if name in said] == [], document_id
    front = squeezed(text("referral", m, details)).partition(squeezed("For the front door only"))[0]
    assert [name for name in ("Bettina", "Corvin") if name in front] == []


def test_a_paper_that_is_passed_on_names_nobody_who_answered() -> None:
    """The education team reads which help follows, not who of the family said yes or no."""
    said = squeezed(text("missing_education_referral", early_help()))
    assert squeezed("Agreed: mother") not in said
    assert squeezed("Refused: father") not in said


def test_the_area_where_a_hidden_child_is_now_stands_on_no_paper_that_is_passed_on() -> None:
    """Neither its front door, its number, its forms nor its name."""
    other = AREA
    said_no = {"relation": "aunt in Scartho", "agrees": "refuses"}
    made = hidden.CASE.model_copy(update={
        "area_now": other.id, "family": tuple(one.model_copy(update=said_no) for one in hidden.CASE.family)})
    decision = assess(made, PACKS, hidden.NOW)
    assert decision.withholds_place
    assert any(route.contact in {one.id for one in other.contacts} for route in decision.routes)
    data = make("missing_education_referral", made, hidden.DETAILS, decision, PACKS, hidden.NOW)
    said = squeezed(tagged_text(data)).casefold()
    door = PACKS.contact(other.id, other.front_door)
    assert door
    for word in (other.name, door.name, *(number.dial for number in door.numbers if number.dial), "Scartho",
                 "centralbedfordshire"):
        assert squeezed(word).casefold() not in said, word


@pytest.mark.parametrize("pack_id", list(PACKS.areas))
def test_what_is_said_of_agreement_never_says_two_things(pack_id: str) -> None:
    """Beside help that needs agreement stand the words of that help; beside a talk or a call, that they need none."""
    for raw in PACKS.areas[pack_id].cases:
        worked = expand(raw, pack_id, PACKS)
        decision: Decision = assess(worked.case, PACKS, worked.on)
        said = agreement_says(decision, PACKS)
        if decision.consent.agreement_needed and decision.then:
            assert decision.then[0].says_agreement in said
        else:
            assert said == decision.consent.says
            assert "needed to ring" in said
