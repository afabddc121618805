"""What the user does not know about the statements of a topic. "Not sure" about one of harm asks why, as with a sign.

What each reason counts as is read in `decision/known.py`. One without a reason stays "not sure", and that is today.
"""
import streamlit as st

from decision.case import ONE_OF, Case, NotSureWhy
from decision.changes import answer
from decision.known import answered, asks_why
from decision.own_lead import said_to
from guidance.models import Factor, Indicator
from guidance.words import say
from guidance.words.forms import capital
from pages.parts.asking.choices import IS_SO, WHY_SAID
from pages.parts.asking.folding import fold, started
from pages.parts.asking.laid_out import Laid, Question
from pages.parts.asking.questions import Sent, choose, group, reveal, tick
from pages.parts.asking.statements import Asked
from pages.parts.display.markup import join, paragraph, show, strong, tag
from pages.parts.display.words import source_line
from pages.parts.visit import draft, knowledge
from pages.parts.wizard.topic_pages import part_words

NOT_CLEAR: NotSureWhy = "do_not_understand"


def not_understood(rows: tuple[Asked, ...], case: Case) -> tuple[Asked, ...]:
    """The statements whose words were not clear."""
    return tuple(row for row in rows if _why(row, case) == NOT_CLEAR)


def ask_again(rows: tuple[Asked, ...]) -> None:
    """What each of these means, and the question once more."""
    if not rows:
        return
    st.header(say("statements.again.heading"), anchor=False)
    show(paragraph(said_to(draft.case(), knowledge.packs(), "statements.again.lead")))
    for row in rows:
        show(_meaning(row))
        choose(f"why-{row.name}", row.says, IS_SO, NOT_CLEAR)


def ask(topic: str, laid: Laid, rows: tuple[Asked, ...], case: Case) -> None:
    """Which of the statements might be so, why the user is not sure where harm is meant, and the rest of them.

    They stand as on the page before: what was behind a line there is behind one here, open where a doubt is ticked.
    """
    with group(f"unsure-{topic}"):
        st.header(say("statements.unsure.heading"), anchor=False)
        show(paragraph(say("statements.unsure.lead")))
        _might(laid.first, rows, case)
    for part in (*laid.parts, *laid.folded):
        here = tuple(row for question in part.questions for row in question.rows if row in rows)
        if here:
            open_ = any(_said(row, "not_sure", case) for row in here) or started(*(f"might-{row.name}" for row in here))
            name, line = part_words(part, len(here))
            with fold(f"unsure-{topic}-{part.id}", name, line, open_), group(f"unsure-{topic}-{part.id}", name):
                _might(part.questions, rows, case)
    with group(f"rest-{topic}", say("statements.unsure.heading")):
        tick(f"rest-{topic}", say("statements.unsure.rest"), _rest(rows, case))


def _might(questions: tuple[Question, ...], rows: tuple[Asked, ...], case: Case) -> None:
    """A tick each; those that say nearly the same stand under the statement that they share, in the words that tell
    them apart."""
    for question in questions:
        here = tuple(row for row in question.rows if row in rows)
        if len(here) > 1:
            show(paragraph(strong(question.says), class_="question"))
            with group(f"which-might-{question.name}", question.says):
                for row in here:
                    _might_be(row, capital(row.differs or row.says), case)
        else:
            for row in here:
                _might_be(row, row.says, case)


def _might_be(row: Asked, says: str, case: Case) -> None:
    tick(f"might-{row.name}", says, _said(row, "not_sure", case))
    if _asks_why(row):
        with reveal(f"ask_why-{row.name}", f"might-{row.name}"):
            choose(f"why-{row.name}", say("statements.unsure.why", statement=row.says), WHY_SAID, _why(row, case))


def take(topic: str, laid: Laid, rows: tuple[Asked, ...], case: Case, sent: Sent) -> Case:
    """The doubts. A row whose tick, reason and "others" stand as they stood keeps its answer.

    "The others" are not those that are folded away: nobody was asked about them.
    """
    away = {row.name for part in laid.folded for question in part.questions for row in question.rows}
    unclear = not_understood(rows, case)
    asked = tuple(row for row in rows if row not in unclear)
    was_rest, rest = _rest(asked, case), sent.ticked(f"rest-{topic}")
    for row in unclear:
        chosen = sent.choice(f"why-{row.name}", NOT_CLEAR)
        if chosen != NOT_CLEAR:
            case = answer(case, row.ids, chosen)
    for row in asked:
        was, might = _said(row, "not_sure", case), sent.ticked(f"might-{row.name}")
        before = _why(row, case)
        why = sent.choice(f"why-{row.name}", before) if might else None
        if (was, before) == (might, why) and (might or was_rest == rest or row.name in away):
            continue
        if might or (rest and row.name not in away):
            case = answer(case, row.ids, why or "not_sure" if might else "not_known")
        elif was or _said(row, "not_known", case):
            case = answer(case, row.ids, None)
    return case


def _asks_why(row: Asked) -> bool:
    packs, area = knowledge.packs(), knowledge.area()
    return area is not None and any(asks_why(item, packs, area.id) for item in _items(row))


def _items(row: Asked) -> tuple[Indicator | Factor, ...]:
    """The rows of the pack that a statement stands for."""
    area = knowledge.area()
    found = ((area.indicator.get(id_) or area.factor.get(id_)) for id_ in row.ids) if area else ()
    return tuple(item for item in found if item)


def _why(row: Asked, case: Case) -> NotSureWhy | None:
    """Why the user is not sure about a statement, where they said so."""
    return next((item.why for item in case.findings if item.id in row.ids and item.why and item.why != ONE_OF), None)


def _said(row: Asked, answer: str, case: Case) -> bool:
    said = answered(case)
    return any(said.get(id_) == answer for id_ in row.ids)


def _rest(rows: tuple[Asked, ...], case: Case) -> bool:
    """Whether the user does not know about the others."""
    return any(_said(row, "not_known", case) for row in rows)


def _meaning(row: Asked) -> str:
    """What is known of what a statement means: its kind, what was noted of it, the sign nearest to it, its place."""
    packs, area, items = knowledge.packs(), knowledge.area(), _items(row)
    topics = (packs.national.topic[id_] for id_ in row.topics[:1] if id_ in packs.national.topic)
    signs = {sign.id: sign for sign in packs.signs(area.id if area else "")}
    nearest = dict.fromkeys(item.ask_first for item in items if item.ask_first in signs)
    return tag(
        "div", paragraph(strong(row.says)),
        *(paragraph(say("statements.again.topic", topic=topic.name, means=topic.says)) for topic in topics),
        *(paragraph(note) for note in dict.fromkeys(item.note for item in items) if note),
        *(paragraph(say("statements.again.sign", sign=signs[id_].says, means=signs[id_].means)) for id_ in nearest),
        join(*(source_line(packs, item.source) for item in items)), class_="inset",
    )
