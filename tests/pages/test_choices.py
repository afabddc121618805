"""The words of closed questions stand for exactly the values that a case may hold."""
from typing import Any, get_args

import pytest

from decision import case
from decision.case import Case, FamilyMember, History, Sight, SourceOfHarm
from guidance import vocabulary
from pages.parts.asking import choices


def of_field(model: Any, name: str) -> tuple[str, ...]:
    """The values that a field of a model may hold beside None."""
    return get_args(next(part for part in get_args(model.model_fields[name].annotation) if part is not type(None)))


@pytest.mark.parametrize(("words", "values"), [
    (choices.DANGER, of_field(Case, "danger")), (choices.YES_NO, get_args(vocabulary.YesNo)),
    (choices.YES_NO_NOT_SURE, of_field(FamilyMember, "risk")), (choices.ANSWER, get_args(vocabulary.Answer)),
    (choices.PLACE, get_args(case.PlaceNow)), (choices.WITH, get_args(case.WithWhom)),
    (choices.LEAD, get_args(case.LeadReached)), (choices.STATUS, get_args(vocabulary.Status)),
    (choices.HARM_BY, get_args(vocabulary.HarmBy)), (choices.ACCESS, of_field(SourceOfHarm, "access")),
    (choices.WHY, get_args(case.NotSureWhy)), (choices.BASIS, get_args(vocabulary.Basis)),
    (choices.CHANGED, of_field(History, "changed")), (choices.OWN_VIEW, get_args(case.OwnView)),
    (choices.CARER_ROLE, get_args(vocabulary.CarerRole)), (choices.BODY, get_args(vocabulary.BodyPlace)),
    (choices.REFERRAL_ANSWER, get_args(vocabulary.ReferralAnswer)), (choices.SIGHT, get_args(vocabulary.SightFact)),
    (choices.NOTICE, of_field(Sight, "notice")), (choices.AGREES, get_args(case.Agreement)),
    (choices.UNDERSTANDING, get_args(case.Understanding)),
], ids=lambda value: "" if isinstance(value, tuple) else "words")
def test_every_value_has_words_and_no_word_lacks_a_value(words: dict[str, str], values: tuple[str, ...]) -> None:
    """A value added to the case without words here, or the other way round, fails."""
    assert set(words) == set(values)
    assert all(words.values())
