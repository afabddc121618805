""""All blanks are not known": said once for a paper, and taken back as easily.

Only of facts about the child, the family and others. What the user thinks, asks for or does, what somebody says when
asked, and how somebody can be reached safely, stays open; once the facts are said, it is named with the reason.
"""
from collections.abc import Mapping
from typing import get_args

import streamlit as st

from decision.case import Case
from decision.result import Decision
from exports.declaration import Document
from exports.details import NOT_KNOWN, Details, Held
from exports.prefilled import FromCheck, Place, is_blank
from guidance.vocabulary import Fact
from guidance.words import say
from guidance.words.forms import listed, mid
from pages.parts.asking.said import notice
from pages.parts.display.markup import Markup, bullets, paragraph, show, strong
from pages.parts.papers.detail_fields import Field, Still
from pages.parts.papers.detail_page import checked
from pages.parts.papers.detail_record import Record, read, write
from pages.parts.papers.detail_sections import sections_for
from pages.parts.papers.document_make import named
from pages.parts.visit import draft, knowledge
from pages.parts.visit.whole import whole

SAID = "blanks_said"
"""Where it was said in this visit: the records, and which of their facts."""
Facts = tuple[tuple[Record, tuple[Field, ...]], ...]


def button(document: Document, case: Case, details: Details, decision: Decision) -> None:
    """The button that says it, or takes it back; where no fact is blank, what is still to do, and why."""
    if _blank(document, case, details, decision):
        st.button(say("documents.blanks"), key=draft.widget_key("blanks"), on_click=whole(_say), args=(document,))
        return
    show(*_to_do(document, case, details, decision))
    if _said(details):
        st.button(say("documents.blanks_back"), key=draft.widget_key("blanks_back"), on_click=whole(_take_back))


def still_to_do(document: Document, case: Case, details: Details,
                decision: Decision) -> tuple[tuple[Still, tuple[str, ...]], ...]:
    """What is needed and may not be called not known: each reason with the names of the questions, by their sections
    where a section asks several."""
    found = checked(case, details, decision)
    named: dict[Still, dict[str, None]] = {}
    for section in sections_for(document):
        for record in section.records(case, details, decision):
            if _is_new_row(record, details):
                continue
            left = tuple(field for field in _left(record, details, found) if field.still)
            for field in left:
                name = section.title if len(section.records(case, details, decision)) > 1 else field.in_short
                named.setdefault(field.still or "yours", {})[mid(name)] = None
    return tuple((why, tuple(named[why])) for why in get_args(Still) if why in named)


def _to_do(document: Document, case: Case, details: Details, decision: Decision) -> tuple[Markup, ...]:
    left = still_to_do(document, case, details, decision)
    if not left:
        return ()
    return (paragraph(strong(say("documents.still"))),
            bullets(*(say(f"documents.still.{why}", names=listed(names)) for why, names in left)))


def not_known(details: Details, blank: Facts) -> Details:
    """The details with these facts not known."""
    for record, fields in blank:
        said = read(details, record)
        details = write(details, record, _with(said, {field.attribute: _not_known(field, getattr(said, field.attribute))
                                                      for field in fields}))
    return details


def _blank(document: Document, case: Case, details: Details, decision: Decision) -> Facts:
    """The records of a paper with their blank facts. A row that nobody has begun, to add somebody, stays empty."""
    found = checked(case, details, decision)
    records = (record for section in sections_for(document) for record in section.records(case, details, decision))
    facts = ((record, _facts(record, details, found)) for record in records if not _is_new_row(record, details))
    return tuple((record, fields) for record, fields in facts if fields)


def _facts(record: Record, details: Details, found: Mapping[Place, FromCheck]) -> tuple[Field, ...]:
    return tuple(field for field in _left(record, details, found) if field.fact)


def _left(record: Record, details: Details, found: Mapping[Place, FromCheck]) -> tuple[Field, ...]:
    """The questions of a record that nobody has answered, here or in the check. A child who is not born has no birth.
    """
    said, known = read(details, record), record.known(details, found)
    unborn = "due" in known or not is_blank(getattr(said, "due", None))
    return tuple(field for field in record.fields if field.attribute not in known
                 and is_blank(getattr(said, field.attribute)) and not (unborn and field.attribute == "born"))


def _is_new_row(record: Record, details: Details) -> bool:
    return record.blank is not None and record.key is None and read(details, record) == record.blank


def _with(said: Fact, values: dict[str, object]) -> Fact:
    return type(said).model_validate(dict(said) | values)


def _not_known(field: Field, before: object) -> object:
    if field.kind == "choice":
        return "not_known"
    return Held(text=NOT_KNOWN, confidential=before.confidential) if isinstance(before, Held) else NOT_KNOWN


def _is_not_known(said: Fact, field: Field) -> bool:
    value = getattr(said, field.attribute)
    return (value.text if isinstance(value, Held) else value) in (NOT_KNOWN, "not_known")


def _said(details: Details) -> Facts:
    """Where it was said in this visit and still stands."""
    said: Facts = st.session_state.get(SAID, ())
    still = ((record, tuple(field for field in fields if _is_not_known(read(details, record), field)))
             for record, fields in said)
    return tuple((record, fields) for record, fields in still if fields)


def _say(document: Document) -> None:
    details = draft.details()
    blank = _blank(document, named(draft.case(), details), details, knowledge.decide_now())
    st.session_state[SAID] = (*_said(details), *blank)
    draft.keep(details=not_known(details, blank))
    draft.renew()
    notice(say("documents.blanks_said"))


def _take_back() -> None:
    details = draft.details()
    for record, fields in reversed(_said(details)):
        said = read(details, record)
        blank = record.blank or type(said).model_validate({})
        details = write(details, record, _with(said, {field.attribute: getattr(blank, field.attribute)
                                                      for field in fields}))
    st.session_state.pop(SAID)
    draft.keep(details=details)
    draft.renew()
