"""What asks to act whatever the level: signs, danger, and what alone asks to ring now."""
from typing import Any

import pytest

from decision.case import Case
from decision.core import core
from decision.known import read
from decision.result import Reason, Rim
from decision.rim import find_rim
from decision.urgency import urgency
from exports.windscreen import in_words, rim_in_words
from exports.windscreen_around import is_rung, rim_words
from exports.windscreen_parts import TODAY, URGENT
from exports.windscreen_svg import svg
from guidance.words import say
from tests.decision.build import AREA, CITED, PACKS, case, known, result, yes
from tests.decision.every import all_packs, areas, asked, statements

TELFORD = "telford_wrekin"


def rim(**said: object) -> list[tuple[str, bool, str]]:
    """Kind, doubt and outcome of each thing on the rim."""
    return [(one.kind, one.doubted, one.outcome) for one in result(**said).place.rim]


def test_a_sign_that_is_so_stands_on_the_rim_and_on_no_level() -> None:
    """It is named there in its own words, and no mark of a level carries it."""
    place = result(signs=yes("strangulation")).place
    assert [(one.id, one.doubted) for one in place.rim] == [("strangulation", False)]
    assert place.rim[0].says == next(sign.says for sign in PACKS.national.signs if sign.id == "strangulation")
    assert not place.marks


def test_a_sign_not_sure_not_known_or_suspected_is_what_it_counts_as() -> None:
    """A doubt stands as a doubt; a suspicion that cannot be proved is so."""
    for said, doubted in (({"answer": "not_sure"}, True), ({"answer": "not_known"}, True),
                          ({"answer": "not_sure", "why": "cannot_prove"}, False)):
        assert [one.doubted for one in result(signs={"strangulation": said}).place.rim] == [doubted]


def test_what_is_so_comes_before_what_is_in_doubt_and_the_most_urgent_first() -> None:
    """The rim takes its words from the first."""
    signs = {"fgm_risk": {"answer": "not_sure"}, **yes("strangulation", "alone_unsafe")}
    assert rim(signs=signs) == [("sign", False, "call_999"), ("sign", False, "refer_now"),
                                ("sign", True, "consult_today")]


def test_danger_now_is_on_the_rim() -> None:
    """Danger asks for 999 whatever the level; danger in doubt with the child safe is a doubt."""
    assert rim(danger="yes") == [("danger", False, "call_999")]
    assert rim(danger="not_sure") == [("danger", False, "call_999")]
    assert rim(danger="not_sure", confirmed_safe="yes") == [("danger", True, "consult_today")]


def test_a_call_on_record_is_said_of_what_it_was_about_alone() -> None:
    """Without the call that the sign itself asks for, without that of the result, or in doubt, nothing is calmer."""
    signs = {"fgm_risk": {"answer": "not_sure"}, **yes("alone_unsafe")}
    first = result(signs=signs).first_call or "front_door"
    assert [one.rung for one in result(signs=signs).place.rim] == [False, False]
    assert [one.rung for one in result(signs=signs, rung=(first, "front_door")).place.rim] == [True, False]
    other = "lado" if first != "lado" else "police"
    assert [one.rung for one in result(signs=signs, rung=(other,)).place.rim] == [False, False]
    assert [one.rung for one in result(danger="yes", rung=("front_door",)).place.rim] == [False]


@pytest.mark.parametrize("sign", ["dog_bite", "unsure_mark"])
def test_after_medical_care_alone_the_picture_does_not_say_that_the_calls_were_made(sign: str) -> None:
    """Also where the result asks for a talk today: the council is still to be rung."""
    first = result(signs=yes(sign)).first_call
    assert first == "hospital"
    assert not is_rung(result(signs=yes(sign), rung=(first,)).place)
    assert is_rung(result(signs=yes(sign), rung=(first, "front_door")).place)


@pytest.mark.parametrize("fields", [
    {"danger": "yes"}, {"danger": "yes", "signs": yes("strangulation")}, {"signs": yes("suicide_or_self_harm")}])
def test_after_999_the_picture_asks_for_the_council_and_no_more_for_999(fields: dict[str, Any]) -> None:
    """While the council is to be rung as well nothing says that the calls were made."""
    assert result(**fields).first_call == "999"
    after = result(**fields, rung=("999",)).place
    assert not is_rung(after)
    assert rim_words(after) == say("windscreen.rim.refer_now")


def test_a_statement_that_alone_asks_to_ring_now_is_on_the_rim() -> None:
    """The picture must not read as if a level had to be reached first. A need by itself is not on the rim."""
    area = PACKS.areas[TELFORD]
    low = next(row for row in area.indicators if row.at_least == "refer_now")
    plain = next(row for row in area.indicators if row.kind == "need" and row.level and not (row.at_least or row.duty))
    found = result(home_area=TELFORD, ticked=(low.id,)).place.rim
    assert [(one.id, one.doubted) for one in found if one.kind == "at_least"] == [(low.id, False)]
    assert rim(home_area=TELFORD, ticked=(plain.id,)) == []


@pytest.mark.parametrize(("name", "area_id"), areas())
def test_no_answer_that_is_acted_on_whatever_the_level_stands_only_inside_a_level(name: str, area_id: str) -> None:
    """Every statement of every pack that by itself, or by its duty, asks for a talk today or more: the rim says so, as
    urgently, of what is so and not of a doubt, and says it once. One that asks for less draws none."""
    packs = all_packs()[name]
    for added in statements(packs, area_id, ("yes",)):
        if added.field == "signs":
            continue
        found = core(read(Case.model_validate(added.to(asked(packs, area_id))), packs))
        asks = [urgency(one.outcome) for one in found.reasons if one.kind in ("at_least", "duty")
                and urgency(one.outcome) >= urgency("consult_today")]
        rim = [one for one in found.place.rim if not one.doubted]
        assert [urgency(one.outcome) for one in rim[:1]] == ([max(asks)] if asks else []), added.id
        assert len({one.says for one in rim}) == len(rim), added.id
        if any(one.kind == "at_least" and urgency(one.outcome) == max(asks, default=-1) for one in found.reasons):
            assert {one.kind for one in rim if urgency(one.outcome) == max(asks)} == {"at_least"}, added.id


def test_domestic_abuse_at_level_two_is_a_talk_today_on_the_picture() -> None:
    """Printed at level 2 in two words, and talked through the same day: in amber, filled, in words too."""
    found = result(ticked=("CBC-2-PARENT-08",)).place
    area = PACKS.areas[AREA.id]
    assert [(one.kind, one.id, one.doubted, one.outcome) for one in found.rim] == [
        ("at_least", "CBC-2-PARENT-08", False, "consult_today")]
    said = say("windscreen.rim.today")
    assert rim_in_words(found).startswith(said)
    drawn = svg(found, area, in_words(found, area))
    assert said in in_words(found, area)
    assert TODAY in drawn
    assert URGENT not in drawn


def reason(kind: str, outcome: str, id_: str = "x") -> Reason:
    """A reason with as little as a test needs."""
    return Reason.model_validate({"kind": kind, "id": id_, "says": "Said.", "outcome": outcome, "source": CITED})


def test_what_a_sign_says_already_is_not_said_twice() -> None:
    """A duty stands on the rim only where no sign asks for as much."""
    seen = known(signs=yes("strangulation"))
    both = (reason("sign", "refer_now", "strangulation"), reason("duty", "refer_now"))
    assert [one.kind for one in find_rim(seen, both)] == ["sign"]
    assert [one.kind for one in find_rim(seen, (*both, reason("duty", "call_999")))] == ["duty", "sign"]
    assert find_rim(seen, (reason("finding", "refer_now"), reason("duty", "consult"), reason("duty", "early_help"),
                           reason("at_least", "refer_with_agreement"), reason("own_view", "call_999"))) == ()
    today = (reason("duty", "consult_today"), reason("sign", "consult_today", "strangulation"))
    assert [one.kind for one in find_rim(seen, today)] == ["sign"]


def test_a_sign_that_a_tick_asks_about_and_nobody_answered_is_in_doubt() -> None:
    """Unknown is never no: what is open stands as an open rim."""
    everything = case()
    sign = PACKS.signs(everything.home_area)[0]
    some = sign.id
    left = everything.but(signs={id_: said for id_, said in everything.signs.items() if id_ != some})
    found = find_rim(read(left, PACKS), (reason("unsure", "consult_today", some), reason("unsure", "consult", "row")))
    assert found == (Rim(kind="unsure", id=some, says="Said.", short=sign.short, doubted=True, outcome="consult_today",
                         source=CITED),)
