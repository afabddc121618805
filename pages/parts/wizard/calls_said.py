"""The talks and calls on record in words: with whom, when, and what came of each."""
from decision.calls import calls
from decision.case import OWN_LEAD, SOMEBODY_ELSE, Case, EarlierCall
from decision.hours import local
from decision.result import Decision
from guidance.vocabulary import CallOutcome
from guidance.words import say
from guidance.words.forms import listed, weekday_and_time

PAGE = "rang"
"""The page on which one is written down."""
OUTCOME: dict[CallOutcome, str] = {
    "taken": say("result.rang.taken"), "advice": say("result.rang.advice"),
    "no_further_action": say("result.rang.no_further_action"), "no_answer": say("result.rang.no_answer"),
    "get_agreement": say("result.rang.get_agreement"),
}


def call_lines(case: Case, decision: Decision) -> tuple[str, ...]:
    """Every talk and call on record, a line each, the oldest first."""
    return tuple(in_a_line(one, decision) for one in calls(case))


def in_a_line(one: EarlierCall, decision: Decision) -> str:
    """One of them, as far as it was written down."""
    when = weekday_and_time(local(one.made)) if one.made else ""
    whom = contacts_of(decision).get(one.contact, "")
    return say("result.rang.earlier", what=listed(part for part in (
        when, whom, one.spoke_to_role, OUTCOME[one.outcome] if one.outcome else "") if part))


def contacts_of(decision: Decision) -> dict[str, str]:
    """Those whom this result says to ring, by id, and the others whom a record can name."""
    found = {route.contact: route.name for route in decision.routes if route.contact}
    return found | {OWN_LEAD: say("result.rang.own_lead"), SOMEBODY_ELSE: say("result.rang.somebody_else")}
