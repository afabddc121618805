"""The answer in the heading of a fold: what is in doubt is not said as if it had been found."""
import pytest

from decision.assess import assess
from decision.case import OWN_LEAD, Call, Case, Child, EarlierCall, SignAnswer
from guidance.vocabulary import CallOutcome, FirstCall
from guidance.words import say
from guidance.words.forms import listed, mid
from pages.parts.result import fold_answers
from pages.parts.result.instructions import left_over
from pages.parts.result.now_view import now_section
from pages.parts.result.result_folds import folds
from pages.parts.wizard.calls_said import contacts_of
from tests.decision.build import PACKS
from tests.exports import samples

BASE = Case(danger="no", children=(Child(label="A", age_years=9),))


@pytest.mark.parametrize("area_id", list(PACKS.areas))
def test_a_sign_in_doubt_is_something_not_sure_and_one_that_is_so_is_a_sign(area_id: str) -> None:
    """So it is of a group of which nothing is ticked."""
    sign = PACKS.signs(area_id)[0]
    for fields, kind in (({"signs": {sign.id: SignAnswer(answer="yes")}}, "sign"),
                         ({"signs": {sign.id: SignAnswer(answer="not_sure")}}, "unsure"),
                         ({"signs_unsure": (sign.group,)}, "unsure")):
        case = BASE.model_copy(update={"home_area": area_id, **fields})
        said = fold_answers.why(assess(Case.model_validate(case.model_dump()), PACKS, samples.NOW))
        assert say(f"result.why.kind.{kind}") in said
        assert (kind == "sign") is said.startswith("1 thing you told us")


def test_the_words_for_999_stand_first_until_it_was_rung() -> None:
    """The fold answers with what 999 asks, and holds its words and those for the team; after that call only the last.
    """
    case = BASE.model_copy(update={"home_area": "luton", "danger": "yes"})
    case = Case.model_validate(case.model_dump())
    decision = assess(case, PACKS, samples.NOW)
    shown = str(folds(case, decision, PACKS, (), samples.NOW))
    assert fold_answers.what_to_say(case, decision, PACKS) == say("result.say.to_999")
    assert shown.index(say("result.say.for_999")) < shown.index(say("result.say.then"))
    rung = case.but(rung=("999",))
    again = str(folds(rung, assess(rung, PACKS, samples.NOW), PACKS, (), samples.NOW))
    assert say("result.say.for_999") not in again
    assert say("result.say.then") not in again


def test_after_999_alone_nobody_is_said_to_ring_the_team_again() -> None:
    """The team was not rung: its script stands as for a first call, and what is not known is still to be said there."""
    case = Case.model_validate(BASE.model_copy(update={"home_area": "luton", "danger": "yes"}).model_dump())
    rung = case.but(rung=("999",), call=Call(outcome="taken", contact=PACKS.national.emergency, to="999"))
    decision = assess(rung, PACKS, samples.NOW)
    assert fold_answers.what_to_say(rung, decision, PACKS) != say("result.say.again")
    assert say("result.after.rung_says") not in str(folds(rung, decision, PACKS, (), samples.NOW))
    assert decision.after_call is not None
    assert not any("form" in step or "working day" in step for step in decision.after_call.steps)


@pytest.mark.parametrize("outcome", ["no_further_action", "get_agreement"])
@pytest.mark.parametrize("to", ["999", "police", "hospital"])
def test_a_refusal_by_whoever_was_rung_stays_one(to: FirstCall, outcome: CallOutcome) -> None:
    """What follows it is what follows any refusal: nobody is told to do what they said, and the heading says it."""
    case = Case.model_validate(BASE.model_copy(update={"home_area": "luton", "danger": "yes"}).model_dump())
    refused = case.but(rung=(to,), call=Call(outcome=outcome, to=to))
    decision = assess(refused, PACKS, samples.NOW)
    assert decision.after_call is not None
    assert decision.after_call.says == PACKS.national.after(outcome).says


def test_a_later_talk_with_the_own_lead_takes_back_nothing_of_what_999_said() -> None:
    """The steps after 999 stay, whatever the lead decided."""
    case = Case.model_validate(BASE.model_copy(update={"home_area": "luton", "danger": "yes"}).model_dump())
    lead = case.but(rung=("999",), earlier_calls=(EarlierCall(key="1", to="999", outcome="taken"),),
                    call=Call(outcome="advice", contact=OWN_LEAD))
    decision = assess(lead, PACKS, samples.NOW)
    assert decision.after_call is not None
    assert decision.after_call.says == say("after.help")


def test_of_999_and_medical_care_by_one_number_the_record_names_999() -> None:
    """Whoever rang 999 finds it there, and nobody who went to a doctor is taken to have rung it."""
    case = BASE.model_copy(update={"home_area": "luton", "danger": "yes",
                                   "signs": {"strangulation": SignAnswer(answer="yes")}})
    of_both = Case.model_validate(case.model_dump())
    decision = assess(of_both, PACKS, samples.NOW)
    emergency = next(one for one in decision.routes if one.kind == "emergency" and one.dial)
    assert contacts_of(of_both, decision, PACKS)[PACKS.national.emergency] == emergency.name


def test_at_999_nothing_stands_before_that_it_is_rung() -> None:
    """Medical care that a sign asks for too, and what another sign says, stand after it: neither is a condition."""
    case = BASE.model_copy(update={"home_area": "luton", "danger": "yes",
                                   "signs": {"strangulation": SignAnswer(answer="yes")}})
    case = Case.model_validate(case.model_dump())
    decision = assess(case, PACKS, samples.NOW)
    shown = str(now_section(case, decision, PACKS, samples.NOW))
    assert shown.index(decision.routes[0].says) < shown.index("hospital check")
    assert shown.index("tel:999") < shown.index("hospital check")


@pytest.mark.parametrize("area_id", list(PACKS.areas))
def test_the_heading_of_many_duties_names_the_most_urgent_and_counts_the_rest(area_id: str) -> None:
    """With every sign that cannot wait: few are named, those at once first, and that the others are due now or today is
    said; of the signs that ask for more as well."""
    signs = {sign.id: SignAnswer(answer="yes") for sign in PACKS.signs(area_id)}
    case = BASE.but(home_area=area_id, signs=signs)
    decision = assess(case, PACKS, samples.NOW)
    soon = [one for one in decision.duties if fold_answers.urgent(one, decision, PACKS)]
    said = fold_answers.duties(case, decision, PACKS)
    left = len(soon) - fold_answers.SOON_NAMED
    assert left > 0
    assert f"{left} more now or today" in said
    signs_left = left_over(decision, PACKS)
    assert len(signs_left) > fold_answers.NAMED + 1
    assert listed((*(mid(one.sign) for one in signs_left[:2]), f"{len(signs_left) - 2} more")) in said
    assert len(said) < 400
