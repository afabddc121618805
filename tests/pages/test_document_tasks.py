"""What a paper asks: nothing that the check has answered, names first, and how far each part is."""
import re

import pytest

from decision.assess import assess
from decision.case import (
    Case, Child, FamilyMember, Finding, Help, History, Practitioner, SignAnswer, SourceOfHarm, Voice, WhereNow,
)
from exports.checks import checks
from exports.declaration import Document
from exports.details import ChildDetails, Details, Held, Narrative, Referrer
from exports.documents import DOCUMENTS
from exports.material import Material
from exports.prefilled import answered, is_blank
from guidance.load import load_packs
from guidance.packs import Packs
from pages.parts.papers.blanks import _blank as blank_facts
from pages.parts.papers.blanks import not_known
from pages.parts.papers.detail_page import STEP_OF
from pages.parts.papers.detail_sections import SECTION, sections_for
from pages.parts.papers.document_tasks import State, _behind, state_of
from pages.parts.visit import clock, knowledge
from tests.pages.opening import open_page
from tests.pages.screen import words
from tests.steps import STEPS

RICH = Case(
    home_area="testshire", reference="TEST", practitioner=Practitioner(role="teacher", relationship="Class teacher"),
    children=(Child(label="A", age_years=7, disability="yes", disability_note="Hearing aids", communication="Signs",
                    status=("early_help",)),),
    where_now=WhereNow(place="school_or_nursery", with_whom="safe_adult"), other_worry=True, other_worry_note="Cold",
    family=(FamilyMember(key="mother", relation="Mother", responsibility="yes", told="yes", agrees="agrees"),),
    source_of_harm=SourceOfHarm(kinds=("nobody",)), strengths_note="Reads well", safe_people="Grandmother",
    findings=(Finding(id="TST-2-TWICE-01", about=("A",), basis="seen", when="Monday", note="Ate three plates"),),
    voice=Voice(words="I like it here"), own_view="early_help", own_view_reason="It has gone on for weeks",
    history=History(earlier_concerns="no", help_tried="yes", changed="some", help=(Help(what="Breakfast club"),)),
)
SECTIONS = sorted({section.id for document in DOCUMENTS.values() for section in sections_for(document)})


def state(section: str, packs: Packs, case: Case = RICH, details: Details = Details()) -> State:  # noqa: B008 - frozen
    """How far a section is."""
    decision = assess(case, packs, clock.now())
    found = answered(Material(case, details, decision, packs, clock.now()))
    return state_of(SECTION[section], case, details, decision, found)


@pytest.mark.parametrize("section", SECTIONS)
def test_nothing_that_the_check_has_answered_is_an_empty_field(section: str, packs: Packs) -> None:
    """On no page of any paper: a field of which the check knows the answer is not there, or holds that answer."""
    screen = open_page("documents", RICH, section=section)
    decision = assess(RICH, packs, clock.now())
    found = answered(Material(RICH, Details(), decision, packs, clock.now()))
    shown = {(widget.key or "").removeprefix("w_").rpartition("_")[0]: widget.value
             for kind in (screen.text_input, screen.text_area, screen.radio) for widget in kind}
    for record in SECTION[section].records(RICH, Details(), decision):
        for attribute in record.known(Details(), found):
            name = f"{record.name}-{attribute}"
            assert not is_blank(shown.get(name, "held by the check"))
            assert f"{name}-day" not in shown


def test_what_the_check_has_answered_is_read_back_with_the_way_to_change_it(packs: Packs) -> None:
    """The words of the check stand on the page, and a link leads to their question."""
    screen = open_page("documents", RICH, section="background")
    said = words(screen)
    assert "From your answers" in said
    assert "Breakfast club" in said
    assert "check?step=" in "".join(block.proto.body for block in screen.get("html"))


def test_every_way_to_change_an_answer_leads_to_a_step_of_the_check() -> None:
    """A link that leads nowhere would open the first step, and nobody would know why."""
    assert set(STEP_OF.values()) <= set(STEPS)


def test_an_assessment_says_what_was_ticked_for_each_of_its_parts(packs: Packs) -> None:
    """The row counts what the paper prints there: nothing before a talk that comes first."""
    talk = assess(RICH, packs, clock.now())
    calm = talk.but(outcome="early_help")
    for decision, holds in ((talk, ""), (calm, "1 thing that you ticked")):
        assert state_of(SECTION["assess_child"], RICH, Details(), decision, {}).holds == holds
    assert state_of(SECTION["assess_parenting"], RICH, Details(), calm, {}).words == "Optional"


def test_who_may_cause_harm_and_who_is_harmed_is_read_back(packs: Packs) -> None:
    """In the household each person stands with what the check says of them, and none of it is asked again."""
    family = (RICH.family[0].but(harmed="yes"), FamilyMember(key="partner", relation="Her partner"))
    case = RICH.but(family=family, source_of_harm=SourceOfHarm(members=("partner",)))
    said = words(open_page("documents", case, section="home"))
    assert "Is being harmed too Yes" in said
    assert "May be causing it Yes" in said


def test_names_come_first(packs: Packs) -> None:
    """Without a child's name, or a name and number to ring back, the row asks for them; with them it is done."""
    assert state("children", packs).words == "Add names"
    assert state("you", packs).words == "Add your name and number"
    named = Details(children=(ChildDetails(label="A", name=Held(text="One")),), referrer=Referrer(name="Me", phone="1"))
    assert (state("children", packs, details=named).words, state("you", packs, details=named).words) == ("Done", "Done")
    assert state("you", packs, details=Details(referrer=Referrer(name="Me"))).words == "Add your name and number"


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=lambda one: one.id)
def test_not_known_is_never_done(document: Document, packs: Packs) -> None:
    """After "all blanks are not known" no part of a paper is done by that: names and the safe way are still asked."""
    risk = RICH.but(signs={"sexual_abuse": SignAnswer(answer="yes", about=("A",))}, practitioner=Practitioner())
    decision = assess(risk, packs, clock.now())
    blank = tuple((record, tuple(field for field in record.fields if field.fact))
                  for section in sections_for(document) for record in section.records(risk, Details(), decision)
                  if record.key is not None or record.blank is None)
    details = not_known(Details(), blank)
    for section in sections_for(document):
        if section.records(risk, details, decision) and section.id != "assess_said":
            before, after = (state_of(section, risk, one, decision, {}) for one in (Details(), details))
            assert after.tone != "done" or before.tone == "done", section.id
            assert after.tone == "open" or before.tone != "open", section.id


@pytest.mark.parametrize("area", sorted(load_packs().areas))
@pytest.mark.parametrize("document_id", sorted(DOCUMENTS))
def test_a_name_that_is_not_known_is_not_asked_for_again(document_id: str, area: str,
                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    """After "all blanks are not known" the children's row says so and stays in sight; the writer's own name and number
    were not said to be not known, and are still asked for."""
    monkeypatch.setattr(knowledge, "packs", load_packs)
    document, case = DOCUMENTS[document_id], RICH.but(home_area=area, findings=())
    decision = assess(case, load_packs(), clock.now())
    after = not_known(Details(), blank_facts(document, case, Details(), decision))
    expected = {"children": ("Add names", "You said it is not known"),
                "you": ("Add your name and number", "Add your name and number")}
    for section in sections_for(document):
        if section.id in expected:
            states = [state_of(section, case, one, decision, {}) for one in (Details(), after)]
            assert tuple(one.words for one in states) == expected[section.id]
            assert [one.tone for one in states] == ["open", "open"]


def test_one_name_that_is_blank_is_asked_for_beside_one_that_is_not_known(packs: Packs) -> None:
    """Of two children the one of whom nobody has said anything comes first; a name beside it makes neither done."""
    two = RICH.but(children=(*RICH.children, Child(label="B")), findings=())
    unknown, named = Held(text="not known"), Held(text="One")
    for names, words_ in (((unknown, Held()), "Add names"), ((unknown, named), "You said it is not known"),
                          ((named, named), "Done")):
        details = Details(children=tuple(ChildDetails(label=label, name=name)
                                         for label, name in zip("AB", names, strict=True)))
        assert state("children", packs, case=two, details=details).words == words_


def test_what_one_part_says_makes_no_other_done(packs: Packs) -> None:
    """The story and the safe way are kept in one record: what is written of the one is not said of the other."""
    own = Details(narrative=Narrative(worry="Mine"))
    risk = RICH.but(signs={"sexual_abuse": SignAnswer(answer="yes", about=("A",))})
    assert state("contact", packs, case=risk, details=own).words == "Say how to reach them safely"


def test_a_row_says_what_comes_from_the_answers(packs: Packs) -> None:
    """The family by relation, the story by its questions; what nobody has said anything of is optional."""
    assert state("home", packs) == State("From your answers", "done", "Mother")
    assert state("background", packs).holds == "History, going well, help tried"
    assert state("chronology", packs) == State("Optional", "optional")
    own = Details(narrative=Narrative(history="Mine"))
    assert state("background", packs, details=own).words == "Done"


def test_the_safe_way_is_asked_for_where_telling_may_raise_a_risk(packs: Packs) -> None:
    """It stands in sight and is not "optional" while somebody is not to be told."""
    risk = RICH.but(signs={"sexual_abuse": SignAnswer(answer="yes", about=("A",))})
    assert state("contact", packs, case=risk).words == "Say how to reach them safely"
    calm = assess(RICH, packs, clock.now()).but(telling=())
    assert state_of(SECTION["contact"], RICH, Details(), calm, {}) == State("Optional", "optional")


def test_what_is_optional_is_folded(packs: Packs) -> None:
    """Its line names the first of them and says how many more there are."""
    folds = [fold.label for fold in open_page("documents", RICH).expander]
    assert any(label.startswith("Optional: ") for label in folds)


def test_what_else_is_worth_a_look_stands_behind_the_list_and_none_of_it_is_lost(packs: Packs) -> None:
    """Three lines are in sight and say where the rest is; the line of that fold counts it, also where nothing else is
    optional."""
    case = RICH.but(voice=Voice(), family=())
    screen = open_page("documents", case)
    decision = assess(case, packs, clock.now())
    found = {says for _, says in checks(case, Details(), decision)}
    shown = words(screen)
    said = [says for says in found if says in shown]
    rest = next(int(one) for one in re.findall(r"(\d+) more stand at the end of the list below", shown))
    assert len(said) == 3 + rest
    assert any(f"{rest} things more to look at" in fold.label for fold in screen.expander)
    assert _behind(["The plan"], ()) == "Optional: the plan"
    assert _behind([], ("One", "Two")) == "2 things more to look at"
