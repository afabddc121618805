"""What can be filled in for one paper: a row a section, with how far it is and what the check has said already."""
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from decision.case import Case
from decision.result import Decision
from exports.declaration import Document
from exports.details import NOT_KNOWN, Details, Held
from exports.hiding.child_said import chosen, told_by_others
from exports.material import Material
from exports.not_yet import not_asked
from exports.prefilled import FromCheck, Place, is_blank
from exports.said_beside import Also
from guidance.words import say
from guidance.words.forms import apart, capital, counted, listed, mid
from pages.parts.display.markup import bullets, paragraph, show, strong
from pages.parts.papers import held_back
from pages.parts.papers.detail_page import SAID, beside_of, checked, go, seen_here
from pages.parts.papers.detail_record import Record, blank_of, read
from pages.parts.papers.detail_sections import Section, sections_for
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.whole import whole

NAMED = ("children", "you")
"""Sections without whose names nobody can find the child or ring back."""
SAFETY = "contact"
"""The section that says how somebody can be reached safely."""
MOST = 3
"""Answers of the check that a row names."""
PEOPLE = ("home", "agreement")
"""The sections that list people: what they hold is said by who they are."""
Tone = Literal["done", "open", "optional"]


@dataclass(frozen=True)
class State:
    """How far a section is, in words, and what the check has said of it."""

    words: str
    tone: Tone
    holds: str = ""


def tasks(case: Case, details: Details, decision: Decision, document: Document, look: tuple[str, ...] = ()) -> None:
    """The sections of a paper: those that are needed or hold something in sight, the others folded, and behind them
    what else is worth a `look`."""
    found = checked(case, details, decision)
    rows = [(section, state_of(section, case, details, decision, found)) for section in sections_for(document)
            if section.records(case, details, decision)]
    optional = [(section, state) for section, state in rows if state.tone == "optional"]
    with st.container(gap=None, key="tasks"):
        for section, state in rows:
            if state.tone != "optional":
                _row(section.id, section.title, state)
        if case.held_back:
            held_back.task(case)
    if not (optional or look):
        return
    with st.container(key="fold_optional"), st.expander(_behind([section.title for section, _ in optional], look)):
        for section, state in optional:
            _row(section.id, section.title, state)
        if optional and not case.held_back:
            held_back.task(case)
        if look:
            show(paragraph(strong(say("documents.look")), class_="question"), bullets(*look))


def _behind(titles: list[str], look: tuple[str, ...]) -> str:
    """The line of the fold: what is optional, and how many things more are worth a look."""
    names = listed(mid(title) for title in titles[:MOST])
    more = say("documents.optional_more", names=names, number=len(titles) - MOST) if len(titles) > MOST else names
    return apart((*((say("documents.optional", names=more),) if titles else ()),
                  *((counted("documents.optional_look", len(look)),) if look else ())))


def state_of(section: Section, case: Case, details: Details, decision: Decision,
             found: Mapping[Place, FromCheck]) -> State:
    """How far a section is. Names come first, and then the safe way where telling somebody may raise a risk."""
    records = section.records(case, details, decision)
    if section.id == SAID:
        return _said(case, details)
    seen = seen_here(records, case, details, decision)
    beside = {record.name: beside_of(record, case, details, decision) for record in records}
    holds = counted("documents.noticed", len(seen)) if seen else _holds(section, records, details, found, beside)
    if section.id in NAMED and (unnamed := _unnamed(records, Material(
            case, details, decision, knowledge.packs(), clock.now()))):
        return State(say(f"documents.state.{section.id}" if unnamed == "blank" else "documents.state.not_known"),
                     "open", holds)
    if begun(case, details, decision, section):
        return State(say("documents.state.done"), "done", holds)
    if section.id == SAFETY and _must_be_careful(case, decision):
        return State(say("documents.state.safety"), "open", holds)
    if holds:
        return State(say("documents.state.from_answers"), "done", holds)
    if any(read(details, record) != blank_of(record) for record in records):
        return State(say("documents.state.not_known"), "optional")
    return State(say("documents.state.optional"), "optional")


def _said(case: Case, details: Details) -> State:
    """How many of the child's and the parents' answers may stand, and whether any is still to be chosen."""
    choices = [choice.may for _, choice in chosen(case, details, told_by_others(knowledge.packs(), case.home_area))]
    parts = [counted(f"documents.said.{may}", choices.count(may)) for may in ("stands", "ask_first") if may in choices]
    if None in choices:
        return State(say("documents.state.said"), "open", capital(listed(parts)))
    return State(say("documents.state.done"), "done", capital(listed(parts)))


def _unnamed(records: tuple[Record, ...], m: Material) -> Literal["blank", "not_known"] | None:
    """Whether somebody has no name, or the writer no number: blank, or else said to be not known."""
    answers = [getattr(read(m.details, record), field) for record in records
               for field in ("name", *(("phone",) if record.name == "you" else ())) if _has_a_name(record, m)]
    if any(map(is_blank, answers)):
        return "blank"
    return "not_known" if NOT_KNOWN in map(_text, answers) else None


def _has_a_name(record: Record, m: Material) -> bool:
    """Whether somebody must have one: a child who is not born yet need not."""
    return record.key is None or "born" not in not_asked(m, record.path, record.key[1])


def begun(case: Case, details: Details, decision: Decision, section: Section) -> bool:
    """Whether anything that a section asks is known: that something is not known is an answer, and never "done"."""
    return any(getattr(read(details, record), field.attribute) != getattr(blank_of(record), field.attribute)
               and _text(getattr(read(details, record), field.attribute)) not in (NOT_KNOWN, "not_known")
               for record in section.records(case, details, decision) for field in record.fields)


def _text(said: object) -> object:
    return said.text if isinstance(said, Held) else said


def _must_be_careful(case: Case, decision: Decision) -> bool:
    return any(one.state != "tell" for one in decision.telling) or any(
        member.risk in ("yes", "not_sure") for member in case.family)


def _holds(section: Section, records: tuple[Record, ...], details: Details, found: Mapping[Place, FromCheck],
           beside: Mapping[str, tuple[Also, ...]]) -> str:
    """What the check has said of a section: its people, else what it has answered and what it says beside that."""
    if section.id in PEOPLE:
        names = [mid(record.heading) for record in records if record.known(details, found) or beside[record.name]]
    else:
        names = [mid(field.in_short) for record in records for field in record.fields
                 if field.attribute in record.known(details, found)]
        names += [mid(one.label) for said in beside.values() for one in said]
    names = list(dict.fromkeys(names))
    said = listed(names[:MOST]) if len(names) <= MOST else listed(
        (*names[:MOST], say("documents.more", number=len(names) - MOST)))
    return capital(said)


def _row(id_: str, title: str, state: State) -> None:
    with st.container(key=f"task_{id_}", gap=None):
        st.button(title, key=draft.widget_key(f"open_{id_}"), type="tertiary", on_click=whole(go), args=(id_,))
        show(paragraph(state.words, class_=f"state {state.tone}"))
        show(paragraph(state.holds, class_="task-holds") if state.holds else "")
