"""Part 4 of the result: agreement to a service, sharing information, and telling each person. Three separate things."""
import streamlit as st

from decision.result import ConsentStatement, Decision, Telling, TellState
from exports.two_answers import agreement_says
from guidance.packs import Packs
from guidance.words.forms import apart, capital
from pages.parts.display.markup import Markup, bullets, folded, join, paragraph, show, strong, tag
from pages.parts.display.words import source_line

STATE: dict[TellState, str] = {
    "tell": "Tell them",
    "ask_first": "Ask first how and when",
    "not_yet": "Do not tell them yet",
}
AGREEMENT = {
    "not_needed": "No agreement is needed to ring or to talk it through.",
    "have": "You have agreement.",
    "ask": "Agreement is needed, and has not been given yet.",
    "refused": "Agreement was refused.",
    "not_sought": "Do not ask a parent or carer for agreement now.",
}
SHOWN = 2
SHARING = ("sharing", "record", "tool")
SERVICE = ("service", "accommodation", "young_person")


def telling(decision: Decision, packs: Packs) -> None:
    """The three questions, each under its own heading, so that one answer never stands for another."""
    st.subheader("Agreement to a service", anchor=False)
    _agreement(decision, packs)
    st.subheader("Sharing information with the front door", anchor=False)
    _sharing(decision, packs)
    st.subheader("Telling each person", anchor=False)
    show(*(people(same, packs) for same in _alike(decision.telling)))
    if decision.consent.record:
        show(tag("h3", "What to record"), bullets(*decision.consent.record))


def people(same: tuple[Telling, ...], packs: Packs) -> Markup:
    """Whether to tell somebody, why, how and by whom it is lifted; those of whom the same holds stand together."""
    one = same[0]
    return tag(
        "div",
        paragraph(strong(f"{apart(capital(other.name) for other in same)}: {STATE[one.state]}")),
        paragraph(one.why),
        paragraph(one.how),
        paragraph(f"Until when: {one.lifted_by}") if one.lifted_by else "",
        source_line(packs, one.source),
        class_=f"person {one.state}",
    )


def _alike(telling: tuple[Telling, ...]) -> tuple[tuple[Telling, ...], ...]:
    """People of whom the same is said, in the order of the decision."""
    groups: dict[tuple[str, ...], list[Telling]] = {}
    for one in telling:
        groups.setdefault((one.state, one.why, one.how, one.lifted_by), []).append(one)
    return tuple(tuple(group) for group in groups.values())


def nobody_held_back(decision: Decision) -> bool:
    """Whether everybody may be told: only then does anything on the page speak of telling or asking the family."""
    return all(one.state == "tell" for one in decision.telling)


def _agreement(decision: Decision, packs: Packs) -> None:
    """Where the result is help itself, its agreement in the words of the second answer; otherwise that none is needed.
    """
    consent = decision.consent
    of_help = bool(consent.agreement_needed and decision.then)
    show(paragraph("" if of_help else strong(AGREEMENT[consent.state])),
         paragraph(agreement_says(decision, packs)), source_line(packs, consent.source))
    if consent.state in ("ask", "have", "refused"):
        show(bullets(*(_statement(one, packs) for one in consent.statements if one.about in SERVICE)))


def _sharing(decision: Decision, packs: Packs) -> None:
    wanted = (*SHARING, "telling") if nobody_held_back(decision) else SHARING
    statements = tuple(one for one in decision.consent.statements if one.about in wanted)
    if not statements:
        show(paragraph("A referral about a child's safety never depends on agreement."))
    lines = tuple(_statement(one, packs) for one in statements)
    show(bullets(*lines[:SHOWN]), folded(f"{len(lines) - SHOWN} more rules on sharing", bullets(*lines[SHOWN:])))


def _statement(one: ConsentStatement, packs: Packs) -> Markup:
    return join(
        one.says,
        paragraph(f"From whom: {one.from_whom}") if one.from_whom else "",
        paragraph(f"If refused: {one.if_refused}") if one.if_refused else "",
        source_line(packs, one.source),
        _national(one, packs),
    )


def _national(one: ConsentStatement, packs: Packs) -> Markup:
    """The national rule, shown beside an area's stricter one."""
    if not one.national:
        return Markup("")
    return join(paragraph(strong("National guidance: "), one.national), source_line(packs, one.national_source))
