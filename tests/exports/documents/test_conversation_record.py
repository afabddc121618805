"""The record of a conversation: both views, the decision, also a decision not to refer."""
from datetime import date

import pytest

from decision.case import Case, FamilyMember
from exports.details import Conversation, Details
from tests.exports import samples, tools
from tests.exports.reading import tagged_text

TALK = Conversation(on=date(2026, 11, 20), time="9:40", who="Mr Lead", my_view="Refer today.",
                    their_view="Wait a week.", decided="not_refer", decided_by="Mr Lead",
                    reasons="A meeting is on Thursday.", agree="no",
                    next_if_not="I ring the Hub myself.", advice="Keep a log.")
FREE = "Whoever still worries may ring the front door."


def said(talk: Conversation) -> str:
    """The words of the record."""
    return tagged_text(tools.made("conversation_record", samples.CASE, Details(conversation=talk)))


def test_both_views_and_the_reasons_are_recorded() -> None:
    """My view, theirs, who decided what and why, and what I do if I do not agree."""
    found = said(TALK)
    for part in ("Refer today.", "Wait a week.", "not to refer now", "Mr Lead", "A meeting is on Thursday.",
                 "I ring the Hub myself.", "Keep a log.", "Help has been offered twice and things get worse."):
        assert part in found


@pytest.mark.parametrize(("decided", "agree", "shown"), [
    ("not_refer", "yes", True), ("not_refer", None, True), ("refer", "no", True), ("refer", "yes", False),
])
def test_a_decision_not_to_refer_is_never_the_end(decided: str, agree: str | None, shown: bool) -> None:
    """Where it was decided not to refer, or the writer disagrees, the paper says that anybody may ring."""
    talk = TALK.model_copy(update={"decided": decided, "agree": agree})
    assert (FREE in said(talk)) == shown


def test_who_is_not_to_be_told_stands_on_it() -> None:
    """Somebody who reads the record later does not tell the wrong person."""
    case = Case(home_area="central_bedfordshire", family=(FamilyMember(key="father", relation="father"),))
    found = tagged_text(tools.made("conversation_record", case, Details()))
    assert "Not to be told now: father" in found
