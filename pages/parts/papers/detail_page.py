"""The pages of the details: one section each, sent as one form, with the section's name and a number in the address."""
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st
from pydantic import ValidationError

from decision.case import Case
from decision.result import Decision
from exports.dates import against
from exports.declaration import Document
from exports.details import Details
from exports.family_reads import harm_may_be_at_home
from exports.hiding.child_said import told_by_others, what_was_said
from exports.material import Material
from exports.prefilled import FromCheck, answered, seen_in
from exports.prefilled import Place as Answered
from exports.said_beside import Also, said_beside
from guidance.words import say
from guidance.words.forms import capital, weekday_and_day
from pages.parts.asking import leaving
from pages.parts.asking.questions import AGAIN, Sent, error_summary, plain
from pages.parts.asking.way_back import way_back
from pages.parts.display.markup import Markup, bullets, join, paragraph, show, strong, tag
from pages.parts.display.pieces import hint, notice, summary_row, summary_rows
from pages.parts.papers.detail_fields import ask, at, is_wrong, no_room, take
from pages.parts.papers.detail_record import Record, blank_of, read, write
from pages.parts.papers.detail_sections import SECTION, Section, section_of
from pages.parts.result.telling_view import STATE
from pages.parts.shell.frame import heading, showing
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.draft import Parts

DOMAINS = ("assessment", "domains")
SAID = "assess_said"
"""The section that asks which words of a child or parent may stand in a paper that the family reads."""
STEP_OF = {
    "children": "children", "household": "family", "agreement": "family", "narrative": "know", "referrer": "where",
    "conversation": "answers", "missing_education": "where", "assessment": "history",
    "history": "history", "tried": "history", "going_well": "strengths", "exact_words": "strengths",
    "accessibility": "family", "support_network": "strengths", "reason": "know",
    "view": "strengths", "mother": "family", "father": "family",
    "allegation": "know", "said_on": "history",
}
"""Part of the details, or one question → the step of the check in which its answers are changed."""


@dataclass(frozen=True)
class Place:
    """A page of details: the section and, where each record has a page, its number from 1."""

    section: Section
    number: int

    @property
    def page(self) -> str:
        return f"documents {self.section.id} {self.number}"

    def for_(self, document: Document) -> "Place":
        """The same as a paper asks it."""
        return replace(self, section=section_of(document, self.section))


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
    case, details = draft.case(), draft.details()
    found = checked(case, details, decision)
    way_back(place.page, _before(place))
    error_summary()
    heading(place.section.title)
    show(paragraph(place.section.says), hint(say("documents.leave_blank")) if place.section.id != SAID else "")
    if place.section.id == "agreement":
        _held_back(decision)
    if place.section.id == SAID:
        _read_at_home(case)
    records = on_page(place, case, details, decision)
    if seen := seen_here(records, case, details, decision):
        show(paragraph(say("documents.from_answers"), class_="question"), bullets(*seen))
    with leaving.answers(f"details_{place.section.id}"):
        for record in records:
            _record(record, details, record.known(details, found), beside_of(record, case, details, decision))
        leaving.reads(lambda parts, fields: _taken(place, decision, parts, fields))
        _buttons(place, decision)


def _before(place: Place) -> Callable[[], None]:
    """The page before this one in its section; before the first, the list of them all."""
    earlier = place.number - 1 if place.section.one_a_page else 0
    return (lambda: go(place.section.id, earlier)) if earlier else go


def checked(case: Case, details: Details, decision: Decision) -> Mapping[Answered, FromCheck]:
    """What the check has answered of that which the details ask."""
    return answered(Material(case, details, decision, knowledge.packs(), clock.now()))


def seen_here(records: tuple[Record, ...], case: Case, details: Details, decision: Decision) -> tuple[str, ...]:
    """What was ticked that the assessment prints beside these parts of it; nothing for other records."""
    if not records or records[0].path != DOMAINS or records[0].key is None:
        return ()
    return seen_in(Material(case, details, decision, knowledge.packs(), clock.now()), records[0].key[1])


def _record(record: Record, details: Details, known: Mapping[str, FromCheck], beside: tuple[Also, ...]) -> None:
    """The fields of one record under its heading, after what the check has answered of them; a folded one in a fold."""
    said = read(details, record)
    if record.folded:
        begun = say("documents.begun", what=record.heading) if said != blank_of(record) else record.heading
        wrong = is_wrong(record.fields, record.name)
        with st.container(key=f"fold_{draft.widget_key(record.name)}"), st.expander(plain(begun), expanded=wrong):
            ask(said, tuple(replace(field, first=True) for field in record.fields), record.name, known)
        return
    if record.heading:
        st.header(record.heading, anchor=False)
    if record.shows:
        show(tag("blockquote", paragraph(record.shows), class_="inset said"))
    show(from_answers(record, known, beside))
    ask(said, record.fields, record.name, known)


def from_answers(record: Record, known: Mapping[str, FromCheck], beside: tuple[Also, ...]) -> Markup:
    """What the check has answered, to read, with the way to the question where it is changed."""
    change = say("documents.change")
    rows = tuple(summary_row(one.label, one.said, change, f"check?step={one.step}") for one in beside)
    rows += tuple(summary_row(field.in_short, known[field.attribute].words, change,
                              f"check?step={STEP_OF.get(field.attribute) or STEP_OF[record.path[0]]}")
                  for field in record.fields if field.attribute in known and field.attribute != "relation")
    return join(paragraph(say("documents.from_answers"), class_="question"), summary_rows(rows)) if rows else Markup("")


def beside_of(record: Record, case: Case, details: Details, decision: Decision) -> tuple[Also, ...]:
    """What the check says beside the questions of a record."""
    m = Material(case, details, decision, knowledge.packs(), clock.now())
    return said_beside(m, record.path, record.key[1] if record.key else "")


def on_page(place: Place, case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
    """The records that this page asks about. A number beyond the last one shows the last one."""
    records = place.section.records(case, details, decision)
    if not place.section.one_a_page:
        return records
    number = min(place.number, len(records))
    return records[number - 1:number]


def taken(place: Place, case: Case, details: Details, decision: Decision, fields: Sent) -> Details:
    """The details with this page's records as the form says them.

    Rows that go by their number are put back first, from the last to the first, since one that is emptied moves those
    after it; the others then stand in the order of the page.
    """
    found = checked(case, details, decision)
    pairs = [(record, take(read(details, record), record.fields, record.name, fields, record.known(details, found)))
             for record in on_page(place, case, details, decision)]
    numbered = [pair for pair in pairs if pair[0].blank is not None and pair[0].key is None]
    for record, new in (*reversed(numbered), *(pair for pair in pairs if pair not in numbered)):
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
    with st.container(horizontal=True, key="detail_buttons"):
        _button(say("documents.save"), place, lambda: _next(place, decision, to_list=True), first=True)
        if section.adds:
            _button(say(f"documents.section.{section.id}.adds"), place, lambda: _next(place, decision))


def _button(words: str, place: Place, then: Callable[[], None], first: bool = False) -> None:
    leaving.save_button(words, then, first, f"press {words} {place.page}")


def _next(place: Place, decision: Decision, to_list: bool = False) -> None:
    """Show what comes after this page, once it has been taken over."""
    draft.renew()
    many = len(place.section.records(draft.case(), draft.details(), decision))
    if to_list:
        go()
    else:
        go(place.section.id, min(place.number + 1, many) if place.section.one_a_page else 1)


def _taken(place: Place, decision: Decision, parts: Parts, fields: Sent) -> Parts:
    """The page taken over; dates that do not fit each other are asked about where a button was pressed."""
    case, before, progress = parts
    details = taken(place, case, before, decision, fields)
    if not fields.leaving:
        ask_again(place, case, before, details, decision, fields)
    return case, details, progress


def _read_at_home(case: Case) -> None:
    """A warning where somebody at home may cause the harm; that there is nothing to choose, where that is so."""
    if not what_was_said(case, draft.details(), told_by_others(knowledge.packs(), case.home_area)):
        show(paragraph(say("documents.said.nothing")))
    elif harm_may_be_at_home(case):
        show(notice(paragraph(strong(say("documents.said.at_home")))))


def _held_back(decision: Decision) -> None:
    """Who is not asked about here, and why."""
    show(*(
        paragraph(f"{capital(one.name)}: {STATE[one.state].lower()}. {one.why}", class_="inset")
        for one in decision.telling if one.state != "tell"
    ))
