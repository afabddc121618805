"""After a call that was made and answered no line of the referral asks for it anew; else it does."""
import re
from datetime import datetime

import pytest

from decision.after import CARE, COUNCIL
from decision.assess import assess
from decision.calls import HELP, OFFICER
from decision.case import Call, Case, Child, Events, SignAnswer
from decision.hours import LONDON
from decision.rung import of_outcomes
from decision.urgency import urgency
from exports.after_call import all_made, first_line, to_ring
from exports.details import Details
from exports.documents import referral
from exports.documents.text_blocks import lines_of
from exports.make import make
from exports.material import Material
from exports.two_answers import two_answers
from guidance.load import load_packs
from guidance.vocabulary import FirstCall
from guidance.words import key_of, say
from tests.exports import samples
from tests.exports.reading import tagged_text

PACKS = load_packs().at(samples.NOW)
RANG_ON = datetime(2026, 11, 20, 10, 5, tzinfo=LONDON)
TAKEN = Call(outcome="taken")
ASKS = re.compile(r"\b(?:ring|phone|call)\b.*\b(?:now|first)\b|before you send|before you write", re.IGNORECASE)
SENTENCES = re.compile(r"(?<=[.!?])\s+|\n")


def case_of(area: str, sign: str, call: Call | None = None, rung: tuple[FirstCall, ...] = ()) -> Case:
    """A child and one sign, with the call as the page records it."""
    made = Events(call_made=RANG_ON) if call else Events()
    return Case(home_area=area, children=(Child(label="A", age_years=9),), rung=rung, call=call or Call(), events=made,
                signs={sign: SignAnswer(answer="yes", about=("A",), basis="child_said")})


def material(case: Case) -> Material:
    """The case with its result."""
    return Material(case, Details(), assess(case, PACKS, samples.NOW), PACKS, samples.NOW)


def asking(m: Material) -> list[str]:
    """Sentences of the referral that tell the writer to ring now or first; not the line that is about danger, and not
    what is to be done if danger comes or nobody answers."""
    danger = say("papers.danger", number=m.emergency_number())
    papers = (*referral.build(m), *referral.in_sections(m, "text_blocks"), *two_answers(m, brief=True))
    lines = [line for block in papers
             for line in lines_of(block) if line != danger and not line.startswith(say("papers.view.result"))]
    return [one for line in lines for one in SENTENCES.split(line) if ASKS.search(one) and not one.startswith("If ")]


def urgent(area: str) -> list[tuple[str, FirstCall]]:
    """The signs of an area that ask for a referral now, with whom each has rung first."""
    found = []
    for sign in PACKS.signs(area):
        decision = assess(case_of(area, sign.id), PACKS, samples.NOW)
        if urgency(decision.outcome) >= urgency("refer_now"):
            found.append((sign.id, decision.first_call or COUNCIL))
    return found


@pytest.mark.parametrize("area", ["", *PACKS.areas])
def test_no_line_asks_for_a_call_that_was_made(area: str) -> None:
    """For every sign of every pack that is referred now: before the call it is asked for, after it nowhere."""
    signs = urgent(area)
    assert signs
    for sign, first in signs:
        rung: tuple[FirstCall, ...] = (first, COUNCIL) if first in (*HELP, CARE, OFFICER) else (first,)
        after = material(case_of(area, sign, TAKEN, rung))
        assert not asking(after), sign
        assert after.decision.after_call
        said = "\n".join(line for block in referral.build(after) for line in lines_of(block))
        assert say("papers.call_made.send") in said
        assert after.decision.after_call.steps[0] in said


@pytest.mark.parametrize("area", ["", *PACKS.areas])
def test_until_somebody_answers_it_is_asked_for(area: str) -> None:
    """No call, a call that nobody answered, and one that does not know what is new: each is still asked for."""
    case = case_of(area, "disclosure")
    for one in (case, case_of(area, "disclosure", Call(outcome="no_answer")), case_of(area, "disclosure", TAKEN),
                case_of(area, "disclosure", Call(outcome="no_answer"), (COUNCIL,))):
        said = asking(material(one))
        assert any(say("papers.ring_first").startswith(line) for line in said)
        assert sum("now" in line for line in said) >= 2


@pytest.mark.parametrize("area", PACKS.areas)
def test_what_is_to_be_talked_through_first_is_not_rung_first(area: str) -> None:
    """Where the result asks for a talk and nothing is rung at once; a call now is rung first."""
    worry = Case(home_area=area, children=(Child(label="A", age_years=8),), other_worry=True, other_worry_note="x")
    for harm in ("yes", "not_sure", "no"):
        m = material(worry.but(harm_before_next=harm))
        assert m.decision.outcome in ("consult", "consult_today"), harm
        assert first_line(m) == say("papers.talk_first")
    assert first_line(material(case_of(area, "disclosure"))) == say("papers.ring_first")


@pytest.mark.parametrize("area", ["", *PACKS.areas])
@pytest.mark.parametrize("sign", ["suicide_or_self_harm", "serious_assault"])
def test_999_or_the_police_do_not_stand_for_the_front_door(area: str, sign: str) -> None:
    """Once they alone were rung the referral asks to ring the team that it goes to, and not them."""
    first = material(case_of(area, sign)).decision.first_call
    assert first in HELP
    m = material(case_of(area, sign, TAKEN, (first,)))
    said = asking(m)
    nobody = all_made(m)   # no number of a team is held
    assert nobody == any(say("papers.first_call_made.send") in str(block) for block in referral.build(m))
    assert nobody != any(say("papers.ring_first").startswith(line) for line in said)
    assert not any("999 now" in line or "police first" in line for line in said)
    if area and (door := next((one for one in m.decision.routes if one.kind == "ring_now"), None)):
        assert sum(door.dial in line for line in said) >= 2


def test_medical_care_is_still_asked_for() -> None:
    """It is no call, and no call does it."""
    m = material(case_of("luton", "strangulation", TAKEN, ("hospital", COUNCIL)))
    care = m.decision.routes[0].says.partition(". ")[0]
    assert care in tagged_text(make("referral", m.case, Details(), m.decision, PACKS, samples.NOW))


def test_the_pages_of_luton_say_that_it_was_made() -> None:
    """The sheet itself: that it was made, by which number they are reached, and what is next."""
    m = material(case_of("luton", "disclosure", TAKEN, (COUNCIL,)))
    said = " ".join(tagged_text(make("referral", m.case, Details(), m.decision, PACKS, samples.NOW)).split())
    assert "Now: The call was made: the referral was taken." in said
    assert "Whom to reach: Multi-agency safeguarding hub (MASH): 01582 547653." in said
    assert "Send the form as they told you" in said
    assert "Whom to ring" not in said
    assert "Ring first" not in said


def test_a_call_without_a_record_was_made_all_the_same() -> None:
    """Where only the press says that it was made, the paper does not ask to ring before it is sent."""
    m = material(case_of("luton", "disclosure", rung=(COUNCIL,)))
    said = " ".join(line for block in referral.build(m) for line in lines_of(block))
    assert say("papers.rung.not_written") in said
    assert say("papers.call_made.write") in said
    assert not asking(m)


def test_a_call_meets_what_its_outcome_asks_at_once() -> None:
    """And nothing that a duty or a sign asks."""
    assert of_outcomes(PACKS) == {"ring_now", "talk_today", "talk_next_day"}


def test_what_the_police_are_rung_for_themselves_stays_after_a_call_to_the_team() -> None:
    """A council that was rung stands for no police: the sheet says still to tell them, until they were rung."""
    sign = next(id_ for id_, _ in urgent("central_bedfordshire") if any(
        key_of(one.says) == "people.police_too"
        for one in assess(case_of("central_bedfordshire", id_), PACKS, samples.NOW).routes))
    first = next(first for id_, first in urgent("central_bedfordshire") if id_ == sign)
    for rung, told in (((first, COUNCIL), True), ((first, COUNCIL, "police"), False)):
        m = material(case_of("central_bedfordshire", sign, TAKEN, rung))
        police = next(one for one in m.decision.routes if one.kind == "police")
        assert (say("people.police_too") in to_ring(m, police).says) is told
