"""The record of a conversation: both views, the decision, also a decision not to refer."""
from datetime import date

import pytest

from decision.case import Call, Case, EarlierCall, FamilyMember
from exports.details import NOT_KNOWN, Conversation, Details
from exports.documents import conversation_record
from exports.found import none_of
from exports.material import Material
from exports.prefilled import Place, answered
from guidance.words import say
from tests.decision import build
from tests.exports import samples, tools
from tests.exports.reading import tagged_text

TALK = Conversation(on=date(2026, 11, 20), time="9:40", who="Mr Lead", my_view="Refer today.",
                    their_view="Wait a week.", decided="not_refer", decided_by="Mr Lead",
                    reasons="A meeting is on Thursday.", agree="no",
                    next_if_not="I ring the Hub myself.", advice="Keep a log.")
NO_TALK = Conversation()
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


def test_a_disagreement_noted_with_the_call_is_not_asked_again() -> None:
    """It stands as the answer, with since when; an answer of one's own stands instead."""
    case = samples.CASE.but(events=samples.CASE.events.but(disagreement=samples.NOW, told=samples.NOW))
    found = tagged_text(tools.made("conversation_record", case, Details(conversation=NO_TALK)))
    assert "no, I have disagreed since 20 November 2026" in found
    assert FREE in found
    assert say("papers.told_on") in found
    own = tagged_text(tools.made("conversation_record", case, Details(conversation=Conversation(agree="yes"))))
    assert "disagreed since" not in own
    read = answered(Material(case, Details(), samples.DECISION, samples.PACKS, samples.NOW))
    assert read[Place(("conversation",), "", "agree")].value == "no"


def test_a_no_and_an_interpreter_arrive() -> None:
    """Each No to a sign, one by one or of a group, that a parent is not harmed too, and who needs an interpreter."""
    mother, father = samples.CASE.family
    case = samples.CASE.but(family=(mother.but(harmed="no"), father))
    found = tagged_text(tools.made("conversation_record", case, Details()))
    assert say("papers.harmed.no") in found
    assert "(an interpreter for Polish)" in found
    m = Material(build.case(), Details(), build.result(), build.PACKS, build.FRIDAY)
    assert say("papers.none_of", signs=none_of(m)) in repr(conversation_record.build(m))


def test_who_is_not_to_be_told_stands_on_it() -> None:
    """Somebody who reads the record later does not tell the wrong person."""
    case = Case(home_area="central_bedfordshire", family=(FamilyMember(key="father", relation="father"),))
    found = tagged_text(tools.made("conversation_record", case, Details()))
    assert "Not to be told now: father" in found


def test_before_a_talk_nobody_has_said_anything() -> None:
    """What the check knows is what there is to say until a talk or call is on record, or somebody wrote of one."""
    def labels(talk: Conversation, **more: object) -> tuple[bool, bool]:
        case = samples.CASE.but(**{"call": {}, "earlier_calls": (), "events": {}} | more)
        found = tagged_text(tools.made("conversation_record", case, Details(conversation=talk)))
        return say("papers.talk.i_said") in found, say("papers.talk.to_say") in found

    before, after = (False, True), (True, False)
    assert labels(NO_TALK) == before
    assert labels(Conversation(my_view="Refer.", who=NOT_KNOWN, named="not_known", look_again_on=NOT_KNOWN)) == before
    for talk in (Conversation(said="That A came late."), Conversation(on=date(2026, 11, 20)),
                 Conversation(who="Mr Lead"), Conversation(advice="Keep a log."), Conversation(decided="not_refer")):
        assert labels(talk) == after
    assert labels(NO_TALK, call=Call(outcome="advice")) == after
    assert labels(NO_TALK, earlier_calls=(EarlierCall(key="1", outcome="taken"),)) == after


def test_what_is_known_of_a_call_is_not_called_not_known() -> None:
    """A call on record has its day and whom it was with, also where all blanks were said to be not known before it."""
    talk = Conversation(on=NOT_KNOWN, time=NOT_KNOWN, who=NOT_KNOWN, team=NOT_KNOWN, advice=NOT_KNOWN)
    call = Call(outcome="advice", spoke_to_role="Duty worker", note="Wait for us.", contact="hub")
    case = samples.CASE.but(call=call, events={"call_made": samples.NOW})
    found = tagged_text(tools.made("conversation_record", case, Details(conversation=talk)))
    for known in ("Duty worker", "Access and Referral Hub", "Wait for us.", "20 November 2026, 10:05"):
        assert known in found
    assert say("papers.gaps.not_known", section=say("papers.talk")) not in found
