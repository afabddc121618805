"""What happened on the telephone: the form that records a call, and how it is taken into the case."""
from collections.abc import Callable
from datetime import datetime, time

import streamlit as st

from decision.calls import calls, corrected, lead_told, next_number, with_another, written
from decision.case import OWN_LEAD, Call, Case, EarlierCall
from decision.hours import local
from decision.own_lead import standing
from decision.result import Decision
from decision.rung import no_more_than, with_record
from decision.spoken import by_the_clock
from guidance.words import say
from pages.parts.asking import leaving, moments
from pages.parts.asking.choices import YES_NO
from pages.parts.asking.questions import Sent, choose, clock_line, day, errors, line, lines, reveal
from pages.parts.display.markup import show
from pages.parts.visit import clock, draft, knowledge, opened
from pages.parts.visit.whole import whole
from pages.parts.wizard.calls_said import OUTCOME, contacts_of, rows

YES = 0
BEHIND = ("call_role", "call_reference", "call_day", "call_time", "call_disagree", "event_sent")
"""How the names of the fields begin that stand behind the fold."""


def call_form(case: Case, decision: Decision, key: str = "", then: Callable[[], None] = draft.renew) -> None:
    """What came of it, with whom and what was said; the rest is folded until something in it is wrong. Everything is
    optional; Save replaces the record with this number, or the one that is being written, and does `then`."""
    one = record(case, key)
    asked = () if key else moments.worth_asking(("sent",), case.events, decision)
    with leaving.answers("call"):
        choose(_field("outcome", key), say("result.rang.outcome"), OUTCOME, one.outcome)
        choose(_field("contact", key), say("result.rang.whom"), contacts(decision, case, one), one.contact or None)
        lines(_field("note", key), say("result.rang.note"), one.note, say("result.rang.without_names"))
        with st.container(key="fold_call"), st.expander(
                say("result.rang.more_of_it" if key else "result.rang.more"),
                expanded=any(name.startswith(BEHIND) for name in errors())):
            _details(one, key)
            if not key:
                _besides(case, asked)
        leaving.reads_case(lambda now, fields: take(now, fields, asked, key))
        leaving.save_button(say("result.rang.save"), then, primary=bool(key) or not one.outcome)


def record(case: Case, key: str) -> EarlierCall:
    """The record with this number, or the one that is being written."""
    key = key or next_number(case)
    return written(case, key) or EarlierCall(key=key)


def earlier(case: Case, decision: Decision) -> None:
    """What was written down before, each with the links that change it and take it off."""
    if told := calls(case) if case.call == Call() and not case.events.call_made else case.earlier_calls:
        show(rows(told, case, decision))


def another(case: Case) -> None:
    """The way to write down another one."""
    if case.call.outcome:
        st.button(say("result.rang.another"), on_click=whole(leaving.submit), args=(_another,), key="another_call")


def _another() -> None:
    """The record of before is kept, and the fields are others from now on: nothing of it stands in them."""
    draft.keep(case=with_another(draft.case()))
    draft.renew()


def _field(name: str, key: str) -> str:
    """The name of a field: each record has fields of its own, so that none shows what was typed in another's."""
    return f"call_{name}-{key}" if key else f"call_{name}"


def _details(one: EarlierCall, key: str) -> None:
    """When it was, to whom, and their reference."""
    told_of_nobody = not key and not one.contact   # so also where it was left before it was said who was rung
    made = one.made or (opened.opened_page().at if told_of_nobody else None)
    kept = one.made is not None
    day(_field("day", key), say("result.rang.day"), local(made).date() if made else None, say("result.rang.day_hint"),
        kept)
    clock_line(_field("time", key), say("result.rang.time"), made, say("result.rang.time_hint"), kept, by_the_clock)
    line(_field("role", key), say("result.rang.role"), one.spoke_to_role, say("result.rang.without_names"))
    line(_field("reference", key), say("result.rang.reference"), one.reference)


def _besides(case: Case, asked: tuple[str, ...]) -> None:
    """When a form was sent, and whether the user disagrees."""
    with st.container():   # a place of its own, also when empty: what follows stays as it is
        for event in asked:
            moments.ask(event, case.events)
    choose("call_disagree", say("result.rang.disagree"), {value: YES_NO[value] for value in ("yes", "no")},
           "yes" if case.events.disagreement else None)
    _since_when(case.events.disagreement)


def contacts(decision: Decision, case: Case, one: Call) -> dict[str, str]:
    """Those whom this result says to ring, by id, the user's own lead if there is one above them, and somebody else.
    """
    found = contacts_of(case, decision, knowledge.packs())
    has_none = standing(case, knowledge.packs()) in ("is_lead", "no_lead") and one.contact != OWN_LEAD
    return {id_: name for id_, name in found.items() if id_ != OWN_LEAD} if has_none else found


def _since_when(before: datetime | None) -> None:
    with reveal("call_disagree_since", "call_disagree", YES):
        day("call_disagree_on", say("ask.event.disagreement"), local(before).date() if before else None,
            say("ask.event.hint"))


def take(case: Case, fields: Sent, asked: tuple[str, ...] = (), key: str = "") -> Case:
    """The case with the record as the page says it: that with this number, or with what is asked beside it the one
    that is being written. What is wrong with a field goes to `fields.wrong`."""
    before = record(case, key)
    one = before.but(
        outcome=fields.choice(_field("outcome", key), before.outcome),
        contact=fields.choice(_field("contact", key), before.contact) or "",
        spoke_to_role=fields.words(_field("role", key), say("result.rang.role_called"), before.spoke_to_role),
        reference=fields.words(_field("reference", key), say("result.rang.reference_called"), before.reference),
        note=fields.words(_field("note", key), say("result.rang.note_called"), before.note),
    )
    events = moments.take(asked, case.events, fields)
    other = events != case.events or fields.choice("call_disagree") is not None
    blank = one == EarlierCall(key=one.key)
    one = one.but(made=_made(before, fields, key, (fields.leaving and not one.contact) or (other and blank)))
    if not key:
        disagrees = fields.choice("call_disagree") == "yes"
        events = events.but(disagreement=_since(case, fields, one.made) if disagrees else None)
    recorded = lead_told(case, corrected(case.but(events=events), one), before, one)
    if one == before:
        return recorded   # the record of a call that was made before: it tells of nothing newer
    taken_over = with_record(case, recorded, knowledge.decide_about(recorded), knowledge.packs(), one.key)
    had = before != EarlierCall(key=before.key)
    if fields.leaving and (not one.contact or (had and one.contact == before.contact)):
        # not saved, and not said of whom, or of whom it was said before: it may take a call off, and adds none
        rung = no_more_than(taken_over.rung, case.rung)
        if rung != taken_over.rung:
            return corrected(taken_over, one.but(to=before.to)).but(rung=rung)
    return taken_over


def _since(case: Case, fields: Sent, made: datetime | None) -> datetime:
    """The day since when they disagree, at its beginning; where none is given the call, or now."""
    before = case.events.disagreement
    was = local(before).date() if before else None
    on = fields.day("call_disagree_on", say("result.rang.since_called"), "past", was)
    if before and on == was:
        return before
    return datetime.combine(on, time(), clock.LONDON) if on else made or clock.now()


def _made(one: EarlierCall, fields: Sent, key: str, of_no_call: bool) -> datetime | None:
    """The day and time of the call; a day without a time counts from its beginning.

    A day and time that only the page has proposed count once they are saved: not where it is `of_no_call`, since
    somebody leaves, or has said something else on this page and nothing of a call.
    """
    before, proposed = one.made, opened.opened_page().at
    on_day, at_time = _field("day", key), _field("time", key)
    on = fields.day(on_day, say("result.rang.day_called"), "past", local(before or proposed).date())
    at = fields.time(at_time, say("result.rang.time_called"), "past", on=on,
                     kept=before if before and local(before).date() == on else None, back=by_the_clock)
    if fields.refused_together(*(f"{on_day}-{part}" for part in ("day", "month", "year")), at_time):
        return before
    if of_no_call and before is None and on == proposed.date() and at and f"{at:%H:%M}" == f"{proposed:%H:%M}":
        return None
    return at or (datetime.combine(on, time(), tzinfo=clock.LONDON) if on else None)
