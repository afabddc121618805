"""The first answer: six words, whom to ring, and nothing that is due at once only in a fold."""
import html
import re

import pytest

from decision.assess import assess
from decision.case import Call, Case, Events, SignAnswer
from decision.result import Decision, Route
from guidance.load import load_packs
from guidance.vocabulary import OUTCOMES
from guidance.words import say
from pages.parts.result import fold_answers
from pages.parts.result.duties_view import duties
from pages.parts.result.instructions import instructions
from pages.parts.result.now_view import now_section
from tests.pages.sample import BLANK, CITE, FULL, NOW, PACKS, RING

SHIPPED = load_packs()
FOLDED = re.compile(r"<details.*?</details>", re.DOTALL)
LEAD = Route(kind="your_lead", name="Your safeguarding lead", source=CITE, before=NOW.replace(hour=15, minute=15),
             says=say("people.lead.consult_today", lead="safeguarding lead"))


def shown(decision: Decision) -> str:
    """The HTML of the section."""
    return str(now_section(Case(), decision, PACKS, NOW))


def in_sight(decision: Decision) -> str:
    """The same without what is folded away, its signs as one reads them."""
    return html.unescape(FOLDED.sub("", shown(decision)))


def test_every_outcome_has_a_name_of_at_most_six_words() -> None:
    """Somebody who reads one line knows what to do."""
    names = {id_: words.name for id_, words in load_packs().national.words.items()}
    assert set(names) == set(OUTCOMES)
    assert {name for name in names.values() if len(name.split()) > 6} == set()


@pytest.mark.parametrize("decision", [FULL, BLANK])
def test_there_is_one_call_button_at_most(decision: Decision) -> None:
    """One number is the biggest; the others are lines or stand in the fold."""
    assert shown(decision).count('class="call"') == bool(any(one.dial for one in decision.routes))


def test_the_lead_is_spoken_to_first_and_the_number_is_for_when_they_are_not_reached() -> None:
    """Who, by when, and the number that does not wait for them."""
    seen = in_sight(FULL.but(outcome="consult_today", routes=(LEAD, RING)))
    assert "Your safeguarding lead first, before the child leaves at 3:15pm." in seen
    assert seen.index("Not reached in minutes?") < seen.index("01632 960001")


def test_a_number_comes_before_whoever_is_told_as_well() -> None:
    """Beside a call that is made now the lead is one line under it."""
    lead = LEAD.but(says=say("people.lead.refer_now", lead="safeguarding lead"), before=None)
    seen = in_sight(FULL.but(routes=(RING, lead)))
    assert seen.index("01632 960001") < seen.index("Tell your safeguarding lead now")


def test_a_misprinted_number_is_said_in_one_line_beside_the_number_that_works() -> None:
    """The misprint is no link, and what else is to be said of it waits in the fold."""
    seen = in_sight(FULL)
    assert "Do not ring 01632 96000111: a misprint." in seen
    assert RING.warning
    assert RING.warning not in seen
    assert RING.warning in now_section(Case(), FULL, PACKS, NOW)
    assert 'href="tel:0163296000111"' not in seen


def test_a_blank_case_still_says_whom_to_talk_to() -> None:
    """With nothing answered there is somebody, and no hurry that nobody asked for."""
    seen = in_sight(BLANK)
    assert "Tell your lead first." in seen
    assert "do not wait" in seen


def test_each_sign_of_each_area_gives_its_own_instruction_whole() -> None:
    """Every sign that is so, alone: all that it says to do stands before any fold, and "nothing more" nowhere."""
    real = load_packs()
    for area in ("", *real.areas):
        for sign in real.signs(area):
            case = Case(home_area=area, signs={sign.id: SignAnswer(answer="yes")})
            decision = assess(case, real, NOW)
            seen = html.unescape(FOLDED.sub("", str(now_section(case, decision, real, NOW))))
            assert sign.then in seen, (area, sign.id)
            assert fold_answers.duties(case, decision, real) != say("result.duties.none"), (area, sign.id)


def test_of_many_signs_the_others_stand_with_what_else_must_be_done() -> None:
    """Two are read before the call; that others ask for more is said beside it, and the fold names them."""
    real = load_packs()
    case = Case(home_area="luton", signs=dict.fromkeys(
        ("strangulation", "sexual_images", "missing_now", "disclosure"), SignAnswer(answer="yes")))
    decision = assess(case, real, NOW)
    seen = in_sight_of(case, decision)
    shown = [one for one in instructions(decision, real) if one.then in seen]
    assert say("result.now.more_signs") in seen
    whole = str(duties(decision, real))
    assert 2 <= len(shown) < 4
    assert [html.escape(one.then) in whole for one in instructions(decision, real)] == [
        one not in shown for one in instructions(decision, real)]


def test_of_the_police_who_are_rung_first_each_thing_is_said_once() -> None:
    """When it is 999 stands in the words of that call, and they are not told "as well": in every area, with a sign for
    which they are told too."""
    real = load_packs()
    police = [sign for sign in real.national.signs if sign.first_call == "police"]
    too = next(sign for sign in real.national.signs if "police" in sign.also)
    for area in real.areas:
        for first in police:
            case = Case(home_area=area, signs={one.id: SignAnswer(answer="yes") for one in (first, too)})
            seen = in_sight_of(case, assess(case, real, NOW))
            assert say("people.police_first") in seen, (area, first.id)
            assert say("people.police_too") not in seen, (area, first.id)
            assert f"<p>{say('ring.police_or')}" not in seen, (area, first.id)


def test_medical_care_comes_before_the_call_in_every_place() -> None:
    """The heading, the first line, the button and the fold of what else must be done say it in one order."""
    case = Case(home_area="luton", signs={"strangulation": SignAnswer(answer="yes")})
    decision = assess(case, load_packs(), NOW)
    seen = in_sight_of(case, decision)
    heading, care, over, button = (seen.index(words) for words in (
        "Medical care, then ring", "hospital check today", "An ambulance too if", ">Then ring<"))
    assert heading < care < over < button
    assert say("result.route.ring_now") not in seen
    assert fold_answers.duties(case, decision, load_packs()).startswith("Urgent medical care")


def test_nobody_answered_keeps_the_ringing_and_goes_to_the_next_number() -> None:
    """The number that was tried is no longer the first where there is another that is rung now."""
    case = Case(home_area="luton", signs={"disclosure": SignAnswer(answer="yes")})
    decision = assess(case, load_packs(), NOW)
    first, second = (one for one in decision.routes if one.kind == "ring_now")
    tried = case.but(call=Call(outcome="no_answer", contact=first.contact))
    decision = assess(tried, load_packs(), NOW)
    seen = in_sight_of(tried, decision)
    assert "Nobody answered" in seen
    button = seen[seen.index('class="call"'):]
    assert button.index(second.dial) < button.index(first.dial)


def test_a_call_that_nobody_answered_was_the_first_where_nobody_said_whom_it_was_to() -> None:
    """The next number has the weight, the first stands below it, and a time of today is said as one."""
    case = Case(home_area="luton", signs={"disclosure": SignAnswer(answer="yes")},
                call=Call(outcome="no_answer"), events=Events(call_made=NOW.replace(hour=9, minute=50)))
    decision = assess(case, load_packs(), NOW)
    first, second = (one for one in decision.routes if one.kind == "ring_now")
    seen = in_sight_of(case, decision)
    button = seen[seen.index('class="call"'):]
    assert button.index(second.dial) < button.index(first.dial)
    assert "9:50am today" in seen


def test_without_a_council_its_number_is_looked_for_before_the_police_are_rung() -> None:
    """The call leads to the page that has the number; advice and the police stand under it, each with its use."""
    case = Case(signs={"disclosure": SignAnswer(answer="yes")})
    seen = in_sight_of(case, assess(case, load_packs(), NOW))
    assert 'href="https://www.gov.uk/report-child-abuse-to-local-council"' in seen
    assert seen.index("gov.uk") < seen.index("NSPCC") < seen.index("tel:101")
    assert "Only for a crime or danger" in seen


def in_sight_of(case: Case, decision: Decision) -> str:
    """The first answer to a real case without what is folded away."""
    return html.unescape(FOLDED.sub("", str(now_section(case, decision, load_packs(), NOW))))


def calm(area_id: str) -> tuple[Case, Decision]:
    """A case in which every sign is no and nothing was found, and its result."""
    no = SignAnswer(answer="no")
    case = Case(home_area=area_id, danger="no", signs=dict.fromkeys((sign.id for sign in SHIPPED.signs(area_id)), no))
    return case, assess(case, SHIPPED, NOW)


def test_advice_that_can_wait_is_looked_for_on_its_page_before_the_police_are_rung() -> None:
    """Where no number for advice can be trusted, no button rings anybody: the page and the police stand in a line each.
    """
    case, decision = calm("north_east_lincolnshire")
    page = next(one.web for one in decision.routes if one.kind == "advice")
    shown_ = str(now_section(case, decision, SHIPPED, NOW))
    assert 'class="call"' not in shown_
    assert shown_.index(page) < shown_.index("tel:101")


def test_what_is_done_where_nobody_answers_is_always_said() -> None:
    """Of every area, for a sign that is a call now: another number, the police, or that 101 is rung then."""
    silent = []
    for area_id in SHIPPED.areas:
        sign = next(one for one in SHIPPED.signs(area_id)
                    if one.outcome == "refer_now" and one.first_call == "front_door")
        case = Case(home_area=area_id, danger="no", signs={sign.id: SignAnswer(answer="yes")})
        said = str(now_section(case, assess(case, SHIPPED, NOW), SHIPPED, NOW))
        if "101" not in said:
            silent.append(area_id)
    assert silent == []
