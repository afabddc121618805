"""The papers of a talk with one's own lead alone, of the police before the council, and of two calls to the council."""
from datetime import timedelta

import pytest

from decision.assess import assess
from decision.calls import with_another
from decision.case import OWN_LEAD, Call, Case, Child, Events, Practitioner, SignAnswer
from decision.result import Decision
from decision.rung import with_record
from exports.details import Details
from exports.documents import DOCUMENTS
from exports.documents.text_blocks import lines_of
from exports.education import told
from exports.calls_made import NONE
from exports.material import Material
from guidance.load import load_packs
from guidance.words import say
from tests.exports import samples

PACKS = load_packs().at(samples.NOW)
AREA = PACKS.areas["luton"]
LEAD = Call(outcome="advice", contact=OWN_LEAD, spoke_to_role="Designated lead", note="Ring the front door")
POLICE = Call(outcome="taken", contact=PACKS.national.police, spoke_to_role="Call handler", reference="POL-77")
COUNCIL = Call(outcome="taken", contact=AREA.front_door, spoke_to_role="Duty worker", reference="HUB-12")
SCREENED = Call(outcome="advice", contact=AREA.front_door, spoke_to_role="Screening officer", reference="HUB-10")
TAKEN = say("papers.value.call.taken")


def material(*made: Call) -> Material:
    """A case with these calls, each recorded as the page does it, an hour apart."""
    sign = next(one for one in PACKS.signs("luton") if "injury" in one.says)
    case = Case(home_area="luton", children=(Child(label="A", age_years=8),), practitioner=Practitioner(lead="yes"),
                signs={sign.id: SignAnswer(answer="yes", about=("A",))})
    for number, call in enumerate(made):
        if number:
            case = with_another(case)
        before, at = case, samples.NOW - timedelta(hours=len(made) - number)
        case = with_record(before, case.but(call=call, events=Events(call_made=at)), _decided(before), PACKS)
    return Material(case, Details(), _decided(case), PACKS, samples.NOW)


def _decided(case: Case) -> Decision:
    return assess(case, PACKS, samples.NOW)


def lines(m: Material, document: str) -> list[str]:
    """The lines of a paper."""
    build = DOCUMENTS[document].build
    assert build
    return [line for block in build(m) for line in lines_of(block)]


def test_a_talk_with_the_lead_alone_is_not_the_call() -> None:
    """The referral says that the call is still to be made, and the talk stands under its own name."""
    said = lines(material(LEAD), "referral")
    assert any(say("papers.rung.not_yet") in line for line in said)
    assert any(line.startswith(say("papers.call.lead_talk")) and "Ring the front door" in line for line in said)


@pytest.mark.parametrize("document", ["referral", "conversation_record", "call_sheet"])
def test_the_police_take_a_report_and_no_referral(document: str) -> None:
    """In the line of that call; what the council's team did keeps its own words, and both references stand there."""
    said = lines(material(POLICE, COUNCIL), document)
    (police,) = {line for line in said if "POL-77" in line and "HUB-12" not in line} or {""}
    assert police == "" or TAKEN not in police
    assert any("HUB-12" in line for line in said)
    assert any("POL-77" in line for line in said)


def test_only_a_talk_with_a_councils_team_has_told_childrens_services() -> None:
    """Neither the user's own lead nor the police have told them."""
    assert told(material(LEAD)) == told(material(POLICE)) == NONE
    assert told(material(POLICE, COUNCIL)).reference == "HUB-12"
    assert told(material(COUNCIL, LEAD)).reference == "HUB-12"


def test_a_talk_after_the_call_changes_nothing_of_it() -> None:
    """The call stays the call, and what follows a talk is not said of it."""
    said = lines(material(COUNCIL, LEAD), "referral")
    assert any(line.startswith(say("papers.rung")) and "HUB-12" in line for line in said)
    advice = PACKS.national.after("advice").says
    assert not any(advice in line for line in said)


@pytest.mark.parametrize("document", ["referral", "conversation_record", "call_sheet"])
def test_each_of_two_calls_stands_once(document: str) -> None:
    """With its reference, wherever calls stand."""
    said = "\n".join(lines(material(SCREENED, COUNCIL), document))
    assert "HUB-10" in said
    assert "HUB-12" in said
    assert said.count("Screening officer") <= (2 if document == "referral" else 1)
