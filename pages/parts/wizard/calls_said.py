"""The talks and calls on record in words: with whom, when, and what came of each."""
from decision.case import OWN_LEAD, SOMEBODY_ELSE, Case, EarlierCall
from decision.hours import local
from decision.result import Decision
from decision.rung import door_without_number
from guidance.packs import Packs
from guidance.vocabulary import CallOutcome
from guidance.words import say
from guidance.words.forms import listed, weekday_and_time
from pages.parts.display.markup import Markup, link
from pages.parts.display.pieces import summary_row, summary_rows
from pages.parts.visit import knowledge

PAGE = "rang"
"""The page on which one is written down."""
FROM, ASKED = "from", "ask"
"""In its address: the list from which it was opened; and that it asks whether to take a record off."""
OUTCOME: dict[CallOutcome, str] = {
    "taken": say("result.rang.taken"), "advice": say("result.rang.advice"),
    "no_further_action": say("result.rang.no_further_action"), "no_answer": say("result.rang.no_answer"),
    "get_agreement": say("result.rang.get_agreement"),
}


def rows(told: tuple[EarlierCall, ...], case: Case, decision: Decision, back: str = "") -> Markup:
    """These talks and calls, the oldest first, each with the links that change it and take it off. `back`: to which
    list the page then leads; empty for the one of the calls."""
    return summary_rows(
        summary_row(say("steps.answers.call", number=one.key), in_a_line(one, case, decision),
                    say("steps.answers.change"), link(PAGE, n=number_of(one, case), **{FROM: back}),
                    (say("result.rang.off"), link(PAGE, n=number_of(one, case), off=ASKED, **{FROM: back})))
        for one in told)


def number_of(one: EarlierCall, case: Case) -> str:
    """What the address names it by: its number; nothing for the one whose fields stand on the page itself."""
    return one.key if one in case.earlier_calls else ""


def in_a_line(one: EarlierCall, case: Case, decision: Decision) -> str:
    """One of them, as far as it was written down."""
    when = weekday_and_time(local(one.made)) if one.made else ""
    whom = contacts_of(case, decision, knowledge.packs()).get(one.contact, "")
    return say("result.rang.earlier", what=listed(part for part in (
        when, whom, one.spoke_to_role, OUTCOME[one.outcome] if one.outcome else "") if part))


def contacts_of(case: Case, decision: Decision, packs: Packs) -> dict[str, str]:
    """Those whom this result says to ring, by id, and the others whom a record can name: the front door too where the
    result has no number for any team. Where two calls are made by
    one number it goes by the first: of 999 and medical care by 999, as a record of that number stands for it."""
    found: dict[str, str] = {}
    for route in (*decision.routes, *decision.if_worse):
        if route.contact:
            found.setdefault(route.contact, route.name)
    if door := door_without_number(case, decision, packs):
        found.setdefault(door.id, door.name)
    return found | {OWN_LEAD: say("result.rang.own_lead"), SOMEBODY_ELSE: say("result.rang.somebody_else")}
