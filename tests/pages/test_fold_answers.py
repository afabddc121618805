"""The answer in the heading of a fold: what is in doubt is not said as if it had been found."""
import pytest

from decision.assess import assess
from decision.case import Case, Child, SignAnswer
from guidance.words import say
from pages.parts.result import fold_answers
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
