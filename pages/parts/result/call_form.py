"""What happened on the telephone: the form that records a call, and how it is taken into the case."""
from datetime import datetime, time

import streamlit as st

from decision.calls import LEAD_AFTER, calls, with_another
from decision.case import OWN_LEAD, Call, Case
from decision.hours import local
from decision.own_lead import standing
from decision.result import Decision
from decision.rung import with_record
from decision.spoken import by_the_clock
from guidance.words import say
from pages.parts.asking import leaving, moments
from pages.parts.asking.choices import YES_NO
from pages.parts.asking.questions import Sent, choose, clock_line, day, errors, line, lines, reveal
from pages.parts.display.markup import bullets, show
from pages.parts.visit import clock, draft, knowledge, opened
from pages.parts.visit.whole import whole
from pages.parts.wizard.calls_said import OUTCOME, contacts_of, in_a_line

YES = 0
BEHIND = ("call_role", "call_reference", "call_day", "call_time", "call_disagree", "event_sent")
"""How the names of the fields begin that stand behind the fold."""


def call_form(case: Case, decision: Decision) -> None:
    """What came of it, with whom and what was said; the rest is folded until something in it is wrong. Everything is
    optional; Save replaces the record of the call."""
    with leaving.answers("call"):
        choose("call_outcome", say("result.rang.outcome"), OUTCOME, case.call.outcome)
        choose("call_contact", say("result.rang.whom"), contacts(decision, case), case.call.contact or None)
        lines("call_note", say("result.rang.note"), case.call.note, say("result.rang.without_names"))
        written = moments.worth_asking(("sent",), case.events, decision)
        with st.container(key="fold_call"), st.expander(
                say("result.rang.more"), expanded=any(name.startswith(BEHIND) for name in errors())):
            _details(case, written)
        leaving.reads_case(lambda now, fields: take(now, fields, written))
        leaving.save_button(say("result.rang.save"), primary=not case.call.outcome)


def earlier(case: Case, decision: Decision) -> None:
    """What was written down before, a line each, and the way to write down another one."""
    told = calls(case) if case.call == Call() else case.earlier_calls
    if told:
        show(bullets(*(in_a_line(one, decision) for one in told)))
    if case.call.outcome:
        st.button(say("result.rang.another"), on_click=whole(leaving.submit), args=(_another,), key="another_call")


def _another() -> None:
    """The record of before is kept, and the fields are others from now on: nothing of it stands in them."""
    draft.keep(case=with_another(draft.case()))
    draft.renew()


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


def contacts(decision: Decision, case: Case) -> dict[str, str]:
    """Those whom this result says to ring, by id, the user's own lead if there is one above them, and somebody else.
    """
    found = contacts_of(decision)
    has_none = standing(case, knowledge.packs()) in ("is_lead", "no_lead") and case.call.contact != OWN_LEAD
    return {id_: name for id_, name in found.items() if id_ != OWN_LEAD} if has_none else found


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
    recorded = _with_lead(case.but(call=call, events=events))
    if (call, made) == (before, case.events.call_made):
        return recorded   # the record of a call that was made before: it tells of nothing newer
    taken_over = with_record(case, recorded, knowledge.decide_about(recorded), knowledge.packs())
    had = before != Call() or case.events.call_made is not None
    if fields.leaving and (not call.contact or (had and call.contact == before.contact)):
        # not saved, and not said of whom, or of whom it was said before: it may take a call off, and adds none
        return taken_over.but(rung=tuple(one for one in case.rung if one in taken_over.rung))
    return taken_over


def _with_lead(case: Case) -> Case:
    """The answer about the user's own lead, as a talk with them says it; a lead who is the user, or none, stays."""
    you = case.practitioner
    if case.call.contact != OWN_LEAD or not case.call.outcome or you.lead in ("i_am_the_lead", "no_lead"):
        return case
    return case.but(practitioner=you.but(lead=LEAD_AFTER.get(case.call.outcome, "yes")))


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
