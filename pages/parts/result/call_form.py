"""What happened on the telephone: the form that records a call, and how it is taken into the case."""
from datetime import datetime, time

import streamlit as st

from decision.case import Call, Case
from decision.hours import local
from decision.result import Decision
from decision.spoken import by_the_clock
from guidance.vocabulary import CallOutcome
from guidance.words import say
from pages.parts.asking import leaving, moments
from pages.parts.asking.choices import YES_NO
from pages.parts.asking.questions import Sent, choose, clock_line, day, errors, line, lines, reveal
from pages.parts.shell import ring_bar
from pages.parts.visit import clock, knowledge, opened

PAGE = "rang"
OUTCOME: dict[CallOutcome, str] = {
    "taken": say("result.rang.taken"), "advice": say("result.rang.advice"),
    "no_further_action": say("result.rang.no_further_action"), "no_answer": say("result.rang.no_answer"),
    "get_agreement": say("result.rang.get_agreement"),
}
YES = 0
SOMEONE_ELSE = "Somebody else"
"""Whom a record names where it is nobody of the result."""
BEHIND = ("call_role", "call_reference", "call_day", "call_time", "call_disagree", "event_sent")
"""How the names of the fields begin that stand behind the fold."""


def call_form(case: Case, decision: Decision) -> None:
    """What came of it, with whom and what was said; the rest is folded until something in it is wrong. Everything is
    optional; Save replaces the record of the call."""
    with leaving.answers("call"):
        choose("call_outcome", say("result.rang.outcome"), OUTCOME, case.call.outcome)
        choose("call_contact", say("result.rang.whom"), contacts(decision), case.call.contact or None)
        lines("call_note", say("result.rang.note"), case.call.note, say("result.rang.without_names"))
        written = moments.worth_asking(("sent",), case.events, decision)
        with st.container(key="fold_call"), st.expander(
                say("result.rang.more"), expanded=any(name.startswith(BEHIND) for name in errors())):
            _details(case, written)
        leaving.reads_case(lambda now, fields: take(now, fields, written))
        leaving.save_button(say("result.rang.save"))


def _details(case: Case, written: tuple[str, ...]) -> None:
    """When it was, to whom, their reference, when a form was sent, and whether the user disagrees."""
    made = case.events.call_made or (opened.opened_page().at if case.call == Call() else None)
    kept = case.events.call_made is not None
    day("call_day", say("result.rang.day"), local(made).date() if made else None, say("result.rang.day_hint"), kept)
    clock_line("call_time", say("result.rang.time"), made, say("result.rang.time_hint"), kept, by_the_clock)
    line("call_role", say("result.rang.role"), case.call.spoke_to_role, say("result.rang.without_names"))
    line("call_reference", say("result.rang.reference"), case.call.reference)
    with st.container():   # a place of its own, also when empty: what follows stays as it is
        for event in written:
            moments.ask(event, case.events)
    choose("call_disagree", say("result.rang.disagree"), {value: YES_NO[value] for value in ("yes", "no")},
           "yes" if case.events.disagreement else None)
    _since_when(case.events.disagreement)


def contacts(decision: Decision) -> dict[str, str]:
    """Those whom this result says to ring, by id, and somebody else."""
    found = {route.contact: route.name for route in decision.routes if route.contact}
    return found | {SOMEONE_ELSE: say("result.rang.somebody_else")}


def _since_when(before: datetime | None) -> None:
    with reveal("call_disagree_since", "call_disagree", YES):
        day("call_disagree_on", say("ask.event.disagreement"), local(before).date() if before else None,
            say("ask.event.hint"))


def take(case: Case, fields: Sent, written: tuple[str, ...] = ()) -> Case:
    """The case with the call as the page says it. What is wrong with a field goes to `fields.wrong`."""
    before = case.call
    call = before.but(
        outcome=fields.choice("call_outcome", before.outcome),
        contact=fields.choice("call_contact", before.contact) or "",
        spoke_to_role=fields.words("call_role", say("result.rang.role_called"), before.spoke_to_role),
        reference=fields.words("call_reference", say("result.rang.reference_called"), before.reference),
        note=fields.words("call_note", say("result.rang.note_called"), before.note),
    )
    events = moments.take(written, case.events, fields)
    other = events != case.events or fields.choice("call_disagree") is not None
    made = _made(case, fields, fields.leaving or (other and call == Call()))
    disagrees = fields.choice("call_disagree") == "yes"
    events = events.but(
        call_made=made, disagreement=_since(case, fields, made) if disagrees else None)
    recorded = case.but(call=call, events=events)
    if fields.leaving and (call, made) == (before, case.events.call_made):
        return recorded   # the record of a call that was made before: it tells of nothing newer
    rung = ring_bar.recorded(recorded, knowledge.decide_about(recorded))
    if fields.leaving and not call.contact:   # not saved, and not said of whom: it may take a call off, and adds none
        rung = tuple(one for one in case.rung if one in rung)
    return recorded.but(rung=rung)


def _since(case: Case, fields: Sent, made: datetime | None) -> datetime:
    """The day since when they disagree, at its beginning; where none is given the call, or now."""
    before = case.events.disagreement
    was = local(before).date() if before else None
    on = fields.day("call_disagree_on", say("result.rang.since_called"), "past", was)
    if before and on == was:
        return before
    return datetime.combine(on, time(), clock.LONDON) if on else made or clock.now()


def _made(case: Case, fields: Sent, of_no_call: bool) -> datetime | None:
    """The day and time of the call; a day without a time counts from its beginning.

    A day and time that only the page has proposed count once they are saved: not where it is `of_no_call`, since
    somebody leaves, or has said something else on this page and nothing of a call.
    """
    before, proposed = case.events.call_made, opened.opened_page().at
    on = fields.day("call_day", say("result.rang.day_called"), "past", local(before or proposed).date())
    at = fields.time("call_time", say("result.rang.time_called"), "past", on=on,
                     kept=before if before and local(before).date() == on else None, back=by_the_clock)
    if fields.refused_together("call_day-day", "call_day-month", "call_day-year", "call_time"):
        return before
    if of_no_call and before is None and on == proposed.date() and at and f"{at:%H:%M}" == f"{proposed:%H:%M}":
        return None
    return at or (datetime.combine(on, time(), tzinfo=clock.LONDON) if on else None)
