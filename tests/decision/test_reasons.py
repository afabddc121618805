"""What a reason says of whom, which reasons there are, and who is rung first because of them."""
from typing import Any

import pytest

from decision.duties import find_duties
from decision.outcome import find_first_call
from tests.decision.build import known, result, yes
from tests.decision.test_outcome import NOT_YET, TWO_AT_3, reason_kinds


def test_a_reason_says_about_whom_a_sign_is_that_is_so_or_may_be() -> None:
    """With two children the reason of each sign names the child that was ticked with it, and nobody where none was."""
    children = [{"label": "A", "age_years": 9}, {"label": "B", "age_years": 4}]
    signs = {"disclosure": {"answer": "yes", "about": ["B"]}, "missing_now": {"answer": "not_sure", "about": ["A"]},
             "sexual_abuse": {"answer": "yes"}}
    about = {reason.id: reason.about for reason in result(children=children, signs=signs).reasons}
    assert (about["disclosure"], about["missing_now"], about["sexual_abuse"]) == (("B",), ("A",), ())


def test_only_a_duty_that_leads_names_who_is_rung_first_for_a_talk_today() -> None:
    """An allegation that is the headline is the officer's first; one that stands beside something else is not."""
    read_so = known(source_of_harm={"kinds": ["works_with_children"]}, signs=yes("allegation_adult"))
    duty = find_duties(read_so)["allegation"][1].model_copy(update={"at_least": "consult_today"})
    blank = known()
    assert (duty.leads, duty.first_call) == (True, "lado")
    assert find_first_call(blank, "consult_today", (duty,)) == "lado"
    assert find_first_call(blank, "consult_today", (duty.model_copy(update={"leads": False}),)) is None
    assert find_first_call(blank, "consult", (duty,)) is None


@pytest.mark.parametrize("fields", [{"signs": yes("disclosure")}, {}, {"danger": "not_sure", "confirmed_safe": "yes"}])
def test_somebody_not_to_be_told_is_a_reason_only_where_it_makes_the_answer_more_urgent(fields: dict[str, Any]) -> None:
    """Where nothing calmer would have asked for agreement, who is told has no part in how soon to talk."""
    assert "telling" not in reason_kinds(result(family=NOT_YET, **fields))
    assert "telling" in reason_kinds(result(family=NOT_YET, ticked=TWO_AT_3))
