"""The pages of the details: one section each, sent as one form, with the section's name and a number in the address."""
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st
from pydantic import ValidationError

from decision.case import Case
from decision.result import Decision
from exports.dates import against
from exports.details import Details
from guidance.words.forms import capital, weekday_and_day
from pages.parts.asking import leaving
from pages.parts.asking.questions import AGAIN, Sent, error_summary
from pages.parts.display.markup import paragraph, show
from pages.parts.papers.detail_fields import ask, at, no_room, take
from pages.parts.papers.detail_sections import SECTION, Record, Section, read, write
from pages.parts.result.telling_view import STATE
from pages.parts.shell.frame import heading, showing
from pages.parts.visit import clock, draft
from pages.parts.visit.draft import Parts

LIST = "Save and go back to the list"


@dataclass(frozen=True)
class Place:
    """A page of details: the section and, where each record has a page, its number from 1."""

    section: Section
    number: int

    @property
    def page(self) -> str:
        return f"documents {self.section.id} {self.number}"


def here() -> Place | None:
    """The page of details that the address asks for; None for the list of them all."""
    section = SECTION.get(st.query_params.get("section", ""))
    number = st.query_params.get("n", "1")
    if section is None:
        return None
    return Place(section, int(number) if number.isascii() and number.isdigit() and 0 < len(number) < 4 else 1)


def go(section: str = "", number: int = 1) -> None:
    """Show a section, or the list of them all. For callbacks: one run and one entry in the history."""
    st.query_params.from_dict({
        **({"section": section} if section else {}), **({"n": str(number)} if number > 1 else {})
    })


def section_page(place: Place, decision: Decision) -> None:
    """One page of details as a form. Everything on it is optional."""
    showing(place.page)
    records = on_page(place, draft.case(), draft.details(), decision)
    error_summary()
    heading(place.section.title)
    show(paragraph(place.section.says), paragraph("Everything is optional."))
    if place.section.id == "agreement":
        _held_back(decision)
    with leaving.answers(f"details_{place.section.id}"):
        for record in records:
            if record.heading:
                st.header(record.heading, anchor=False)
            ask(read(draft.details(), record), record.fields, record.name)
        leaving.reads(lambda parts, fields: _taken(place, decision, parts, fields))
        _buttons(place, decision)


def on_page(place: Place, case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
    """The records that this page asks about. A number beyond the last one shows the last one."""
    records = place.section.records(case, details, decision)
    if not place.section.one_a_page:
        return records
    number = min(place.number, len(records))
    return records[number - 1:number]


def taken(place: Place, case: Case, details: Details, decision: Decision, fields: Sent) -> Details:
    """The details with this page's records as the form says them. Rows are put back from the last to the first."""
    pairs = [(record, take(read(details, record), record.fields, record.name, fields))
             for record in on_page(place, case, details, decision)]
    for record, new in reversed(pairs):
        try:
            details = write(details, record, new)
        except ValidationError:
            no_room(record.fields, record.name, fields)
    return details


def ask_again(place: Place, case: Case, before: Details, after: Details, decision: Decision, fields: Sent) -> None:
    """Ask once about dates of this page that no longer fit each other or the questions; nothing is ever refused."""
    now = clock.now()
    old = against(case, before, now)
    for doubt in against(case, after, now):
        for record in on_page(place, case, before, decision):
            of_another = record.key and record.key[0] == "label" and record.key[1] != doubt.row
            mine = record.path == doubt.path and not of_another
            field = next((one for one in record.fields if one.attribute == doubt.attribute), None)
            if field and mine and doubt not in old:
                value = getattr(read(after, record), field.attribute)
                said = f"{field.short or field.called}: {weekday_and_day(value)}. " if isinstance(value, date) else ""
                fields.ask(at(record.name, field), f"{said}{doubt.says} {AGAIN}")


def _buttons(place: Place, decision: Decision) -> None:
    section = place.section
    many = len(section.records(draft.case(), draft.details(), decision))
    with st.container(horizontal=True, key="detail_buttons"):
        if section.one_a_page and (section.adds or place.number < many):
            words = f"Save and next {section.adds}" if section.adds else "Save and next child"
            _button(words, place, lambda: _next(place, decision), first=True)
            _button(LIST, place, lambda: _next(place, decision, to_list=True))
        else:
            _button(LIST, place, lambda: _next(place, decision, to_list=True), first=True)


def _button(words: str, place: Place, then: Callable[[], None], first: bool = False) -> None:
    leaving.save_button(words, then, first, f"press {words} {place.page}")


def _next(place: Place, decision: Decision, to_list: bool = False) -> None:
    """Show what comes after this page, once it has been taken over."""
    draft.renew()
    many = len(place.section.records(draft.case(), draft.details(), decision))
    if to_list:
        go()
    else:
        go(place.section.id, min(place.number + 1, many))


def _taken(place: Place, decision: Decision, parts: Parts, fields: Sent) -> Parts:
    """The page taken over; dates that do not fit each other are asked about where a button was pressed."""
    case, before, progress = parts
    details = taken(place, case, before, decision, fields)
    if not fields.leaving:
        ask_again(place, case, before, details, decision, fields)
    return case, details, progress


def _held_back(decision: Decision) -> None:
    """Who is not asked about here, and why."""
    show(*(
        paragraph(f"{capital(one.name)}: {STATE[one.state].lower()}. {one.why}", class_="inset")
        for one in decision.telling if one.state != "tell"
    ))
