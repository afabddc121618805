"""What happened on the telephone: the form that records a call, and how it is taken into the case."""
from datetime import datetime, time

from decision.case import Call, Case
from decision.hours import local
from decision.result import Decision
from guidance.vocabulary import CallOutcome
from guidance.words import say
from pages.parts.asking import leaving, moments
from pages.parts.asking.choices import YES_NO
from pages.parts.asking.questions import Sent, choose, clock_line, day, line, lines, reveal
from pages.parts.shell import ring_bar
from pages.parts.visit import clock, knowledge, opened

PAGE = "rang"
OUTCOME: dict[CallOutcome, str] = {
    "taken": "They took the referral",
    "advice": "They gave advice",
    "no_further_action": "They decided that they will do nothing further",
    "no_answer": "Nobody answered",
    "get_agreement": "They told me to get agreement first",
}
YES = 0
SOMEONE_ELSE = "Somebody else"
WITHOUT_NAMES = "Do not write the name of a child or of anyone in the family."


def call_form(case: Case, decision: Decision) -> None:
    """Whom the user rang, when, and what came of it. Everything is optional; Save replaces the record of the call."""
    made = case.events.call_made or (opened.opened_page().at if case.call == Call() else None)
    with leaving.answers("call"):
        choose("call_outcome", "What happened?", OUTCOME, case.call.outcome)
        choose("call_contact", "Whom did you ring?", contacts(decision), case.call.contact or None)
        line("call_role", "What is the job of the person you spoke to?", case.call.spoke_to_role, WITHOUT_NAMES)
        line("call_reference", "Their reference for the call, if they gave one", case.call.reference)
        kept = case.events.call_made is not None
        day("call_day", "On which day did you ring?", local(made).date() if made else None, "For example 27 3 2026",
            kept)
        clock_line("call_time", "At what time?", made, "Such as 3.15pm or 15:15.", kept)
        lines("call_note", "What was said and agreed?", case.call.note, WITHOUT_NAMES)
        written = moments.worth_asking(("sent",), case.events, decision)
        for event in written:
            moments.ask(event, case.events)
        choose("call_disagree", "Do you disagree with what they decided?",
               {value: YES_NO[value] for value in ("yes", "no")},
               "yes" if case.events.disagreement else None)
        _since_when(case.events.disagreement)
        leaving.reads_case(lambda now, fields: take(now, fields, written))
        leaving.save_button("Save what happened")


def contacts(decision: Decision) -> dict[str, str]:
    """Those whom this result says to ring, by id, and somebody else."""
    return {route.contact: route.name for route in decision.routes if route.contact} | {SOMEONE_ELSE: SOMEONE_ELSE}


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
        spoke_to_role=fields.words("call_role", "The job", before.spoke_to_role),
        reference=fields.words("call_reference", "The reference", before.reference),
        note=fields.words("call_note", "What was said", before.note),
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
    return recorded.but(rung=ring_bar.recorded(recorded, knowledge.decide_about(recorded)))


def _since(case: Case, fields: Sent, made: datetime | None) -> datetime:
    """The day since when they disagree, at its beginning; where none is given the call, or now."""
    before = case.events.disagreement
    was = local(before).date() if before else None
    on = fields.day("call_disagree_on", "The day since when you disagree", "past", was)
    if before and on == was:
        return before
    return datetime.combine(on, time(), clock.LONDON) if on else made or clock.now()


def _made(case: Case, fields: Sent, of_no_call: bool) -> datetime | None:
    """The day and time of the call; a day without a time counts from its beginning.

    A day and time that only the page has proposed count once they are saved: not where it is `of_no_call`, since
    somebody leaves, or has said something else on this page and nothing of a call.
    """
    before, proposed = case.events.call_made, opened.opened_page().at
    on = fields.day("call_day", "The day you rang", "past", local(before or proposed).date())
    at = fields.time("call_time", "You rang", "past", on=on,
                     kept=before if before and local(before).date() == on else None)
    if fields.refused_together("call_day-day", "call_day-month", "call_day-year", "call_time"):
        return before
    if of_no_call and before is None and on == proposed.date() and at and f"{at:%H:%M}" == f"{proposed:%H:%M}":
        return None
    return at or (datetime.combine(on, time(), tzinfo=clock.LONDON) if on else None)
