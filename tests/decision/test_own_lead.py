"""The answer about the own lead arrives in every sentence that sends to one, and makes nothing calmer."""
import re
from collections.abc import Iterator
from typing import Any

import pytest

from decision.after import has_rung
from decision.assess import decide
from decision.headline import in_short, meaning
from decision.known import read
from decision.own_lead import OF_A_LEAD, who_it_is
from decision.result import Decision
from decision.worked import WorkedCase, expand
from guidance.vocabulary import OUTCOMES, Citation, Fact
from guidance.words import BEFORE_BIRTH, Said, ours
from tests.decision.build import PACKS, case, result

YOUR_LEAD = OF_A_LEAD
NOT_FITTED = {
    "steps.where.lead", "steps.where.more", "steps.where.more_of_you", "steps.where.said.lead",   # what asks for it
    "reason.lead_decided", "own_rule.own_lead",       # what a lead decided, and the name of a rule
    "documents.referrer.lead_name", "documents.told.risk",                        # fields of a paper
    "design.example.who", "own_lead.is_lead", "own_lead.no_lead",
    "after.lead_taken", "after.lead_advice", "after.lead_no_further_action", "after.lead_ring_all_the_same",
    "after.lead_not_told", "after.lead_ask", "result.after_talk.taken", "result.after_talk.no_further_action",
    "result.after_talk.get_agreement", "result.after_talk.no_answer", "result.after_talk.says",
    "result.rang.own_lead", "result.rang.own_lead_is",   # of a talk with one
}
"""Sentences of ours that name the user's lead and need no other words for whoever is the lead or has none."""
STANDINGS = ("is_lead", "no_lead", "spoken")
IN_PLACE = (*STANDINGS, "decided")
CALM: dict[str, Any] = {"ticked": ("CBC-3-FAMILY-05",)}
TODAY: dict[str, Any] = {"ticked": ("CBC-2-CHILD-18",)}


def worked() -> Iterator[WorkedCase]:
    """Every worked case of every pack."""
    yield from (expand(raw, "", PACKS) for raw in PACKS.national.cases)
    for area in PACKS.areas.values():
        yield from (expand(raw, area.id, PACKS) for raw in area.cases)


def texts(value: Any) -> Iterator[str]:
    """Every text of a decision, but the places in its sources."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Fact) and not isinstance(value, Citation):
        for name in value.model_fields_set:
            yield from texts(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)


def of_ours(said: object) -> Iterator[str]:
    """The catalogue's own words of a sentence, and of every one that was filled into it."""
    if isinstance(said, Said):
        yield ours()[said.key]
        for part in said.filled.values():
            yield from of_ours(part)


def answered(one: WorkedCase, answer: str) -> Decision:
    """The decision of a worked case with this answer about the lead."""
    said = one.case.but(practitioner=one.case.practitioner.but(lead=answer))
    return decide(read(said, PACKS.at(one.on)), one.on)


@pytest.mark.parametrize("answer", ["i_am_the_lead", "no_lead"])
def test_nobody_without_a_lead_above_them_is_sent_to_one(answer: str) -> None:
    """In no worked case does a sentence of ours send whoever is the lead, or has none, to their lead."""
    sent = {words for number, one in enumerate(worked()) if number % 3 == 0
            for text in texts(answered(one, answer)) for words in of_ours(text) if YOUR_LEAD.search(words)}
    assert sent == set()


@pytest.mark.parametrize("answer", ["i_am_the_lead", "no_lead", "yes"])
def test_the_answer_changes_words_and_nothing_that_is_due(answer: str) -> None:
    """The outcome, the first call, the deadlines and the state of agreement stay; only who is spoken to first goes."""
    for number, one in enumerate(worked()):
        if number % 10 or one.case.practitioner.lead == "lead_decided_not_to_refer":
            continue
        before, after = answered(one, "not_yet"), answered(one, answer)
        assert (after.outcome, after.first_call) == (before.outcome, before.first_call), one.name
        assert [(due.id, due.due) for due in after.deadlines] == [(due.id, due.due) for due in before.deadlines]
        assert [path.agreement for path in after.then] == [path.agreement for path in before.then]
        assert [route.dial for route in after.routes if route.kind != "your_lead"] == [
            route.dial for route in before.routes if route.kind != "your_lead"]


def test_nobody_who_still_worries_is_told_to_do_what_a_lead_decided_who_refused() -> None:
    """The answer that the lead decided not to refer changes no sentence into doing what was agreed."""
    for number, one in enumerate(worked()):
        if number % 10 == 0:
            for text in texts(answered(one, "lead_decided_not_to_refer")):
                assert not re.search(r"what (was|you) agreed", text), (one.name, text)


def test_what_a_result_means_sends_nobody_back_to_a_lead_who_decided_not_to_refer() -> None:
    """They are sent to ring where they still worry; who has not talked yet is sent to their lead."""
    to_lead, tried = re.compile("(?i)(speak to|talk it through with) your (safeguarding )?lead"), 0
    for one in (one for number, one in enumerate(worked()) if number % 10 == 0):
        before, after = answered(one, "not_yet"), answered(one, "lead_decided_not_to_refer")
        about = one.case.but(practitioner=one.case.practitioner.but(lead="lead_decided_not_to_refer"))
        if to_lead.search(meaning(before, PACKS)[1]) and after.outcome == before.outcome:
            said, tried = meaning(after, PACKS, about)[1], tried + 1
            assert not to_lead.search(said), one.name
            assert "ring the front door" in said, one.name
    assert tried > 20


def test_a_talk_with_the_lead_is_not_the_call_that_is_due() -> None:
    """Whoever has spoken with their lead has not rung, and the result of today still has a number to ring now."""
    for answer in ("i_am_the_lead", "no_lead", "yes"):
        found = result(practitioner={"lead": answer}, **TODAY)
        assert not has_rung(case(practitioner={"lead": answer}, **TODAY), found)
        assert found.routes[0].kind == "ring_now"
        assert found.routes[0].dial
        assert "the team that this result names" in next(due.says for due in found.deadlines if due.id == "talk_today")


@pytest.mark.parametrize(("answer", "words"), [
    ("i_am_the_lead", "you decide"), ("no_lead", "for advice"), ("yes", "was agreed")])
def test_each_answer_has_its_words_on_a_calm_result(answer: str, words: str) -> None:
    """The lead decides; who has none rings for advice; who has spoken does what was agreed and rings if still worried.
    """
    about = case(practitioner={"lead": answer}, **CALM)
    found = result(practitioner={"lead": answer}, **CALM)
    assert found.outcome == "consult"
    assert words in found.routes[0].says
    assert found.routes[0].dial
    assert words.split()[-1] in meaning(found, PACKS, about)[1]
    assert "front door" in meaning(found, PACKS, about)[1]


def test_the_headline_fits_too_and_stays_short() -> None:
    """Where early help may follow a talk, the headline says with whom, in at most six words."""
    found = {answered(one, answer).headline: in_short(answered(one, answer), PACKS)[0]
             for one in worked() if "lead agrees" in answered(one, "not_yet").headline
             for answer in ("i_am_the_lead", "no_lead", "yes")}
    assert len(found) == len(STANDINGS)
    assert all(len(short.split()) <= 6 for short in found.values())


@pytest.mark.parametrize("stands", ["is_lead", "no_lead"])
def test_every_sentence_of_ours_that_names_the_lead_has_one_for_whoever_has_none(stands: str) -> None:
    """By construction, of the whole catalogue: what a result fills in for a lead is sent to nobody else."""
    fitted = {key for key in ours() if f"lead.{stands}.{key.replace('.', '_')}" in ours()}
    short = {"result.short.talk_first_rest"}          # of a headline that has its own short words
    route = "people.lead"                             # of the call that only somebody with a lead has
    named = {key for key, words in ours().items()
             if YOUR_LEAD.search(words) and not key.startswith(("lead.", route, BEFORE_BIRTH))}
    assert named - fitted - NOT_FITTED - short == set()


@pytest.mark.parametrize(("said", "words"), [
    ({"lead": "i_am_the_lead"}, "that is you"), ({"role": "designated_safeguarding_lead"}, "that is you"),
    ({"lead": "no_lead"}, "ring the front door"), ({"role": "designated_safeguarding_lead", "lead": "yes"}, ""),
    ({"role": "designated_safeguarding_lead", "lead": "cannot_reach"}, "ring the front door"),
    ({"role": "teacher"}, ""), ({"lead": "yes"}, ""), ({"lead": "lead_decided_not_to_refer"}, "")])
def test_where_a_pack_says_your_lead_it_is_said_once_who_that_is(said: dict[str, str], words: str) -> None:
    """Only to whoever is the lead or has none, and only where a sentence names one."""
    about = case(practitioner=said)
    line = who_it_is(about, PACKS, ("Tell the police.", "Ask your safeguarding lead today."))
    assert (words in line) if words else line == ""
    assert who_it_is(about, PACKS, ("Tell your lead practitioner.", "The lead is told.")) == ""


def test_each_sentence_in_the_place_of_another_has_one() -> None:
    """A sentence for one answer stands in the place of a sentence, an outcome or a deadline that there is."""
    names = {key.replace(".", "_") for key in ours()} | {f"means_{outcome}" for outcome in OUTCOMES} | {
        "short", "short_rest"}
    assert [key for key in ours() if key.startswith(tuple(f"lead.{one}." for one in IN_PLACE))
            and key.split(".", 2)[2] not in names] == []
