"""The answer in the heading of a fold: what is in doubt is not said as if it had been found."""
import pytest

from decision.assess import assess
from decision.case import Case, Child, SignAnswer
from guidance.words import say
from pages.parts.result import fold_answers
from pages.parts.result.result_folds import folds
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
