"""What is not known and bears on the case, the user's own view beside the result, and the documents that it calls for.
"""
import streamlit as st

from decision.case import Case
from decision.gaps import SAID_NO
from decision.own_lead import said_to
from decision.result import Decision, DocumentDue, Gap, GapKind
from exports.documents import DOCUMENTS
from guidance.packs import Packs
from guidance.words import key_of, say
from guidance.words.forms import capital, counted
from pages.parts.display.links import within
from pages.parts.display.markup import Markup, bullets, join, link, literal, paragraph, strong, tag
from pages.parts.display.pieces import more
from pages.parts.result import fold_answers
from pages.parts.result.bearing import OPEN, as_reasons, open_answers
from pages.parts.result.once import apart_from_common
from pages.parts.result.sources_view import places
from pages.parts.shell.other_page import CHECK_PAGE, DOCUMENTS_PAGE
from pages.parts.visit.which_paper import leads_to
from pages.parts.wizard import steps
from pages.parts.wizard.signs import look_again
from pages.parts.wizard.topic_pages import page_about, short_questions, topic_at

DOCUMENT: tuple[GapKind, ...] = (
    "suspect_number", "contradictory", "out_of_date", "past_review", "silent", "our_reading", "calendar", "no_pack")
"""Kinds of gap that are about what the result rests on, in the order in which they stand."""
SHOWN = 2


def unknown(decision: Decision, packs: Packs, chosen: tuple[str, ...], here: tuple[Gap, ...]) -> Markup:
    """The answers that are open with the way to give them, then what the document leaves open about this case.

    `chosen`: the topics that are chosen; `here`: the gaps that are listed. To what is only about the document there is
    one way.
    """
    found, reasons = open_answers(here), as_reasons(decision, packs)
    about = tuple(gap for kind in DOCUMENT for gap in here if gap.kind == kind)
    return join(
        paragraph(say("result.unknown.no_no")) if found or reasons else "",
        bullets(*(_with_link(words, here, decision, packs) for words in found)),
        paragraph(say("result.unknown.see_why")) if reasons else "",
        _still_open(decision, packs, chosen),
        _own_words(decision),
        *(_of_kind(kind, about, packs) for kind in DOCUMENT),
        paragraph(say("result.unknown.no_gap")) if not any(gap.kind in DOCUMENT for gap in (*about, *reasons)) else "",
        places(packs, ((gap.source,) for gap in here if gap.kind in (*OPEN, *DOCUMENT))),
        paragraph(tag("a", say("result.unknown.more"), href=link("sources", area=decision.home_area), class_="within"),
                  class_="no-print"),
    )


def _with_link(words: str, here: tuple[Gap, ...], decision: Decision, packs: Packs) -> str | Markup:
    """An open answer; of a sign that a No covered, beside what amounts to it, with the way to its group."""
    again = next((gap for gap in here if gap.says == words and key_of(gap.says) == SAID_NO), None)
    return join(words, " ", look_again(again.id, decision.home_area, packs)) if again else words


def _of_kind(kind: GapKind, about: tuple[Gap, ...], packs: Packs) -> Markup:
    lines = tuple(gap.says for gap in about if gap.kind == kind)
    if not lines:
        return Markup("")
    return join(
        tag("h3", say(f"result.gap.{kind}")),
        bullets(*lines[:SHOWN]),
        more(counted("result.why.more", len(lines) - SHOWN), bullets(*lines[SHOWN:])),
    )


def _own_words(decision: Decision) -> Markup:
    """The way to where one's own words go about what the document says nothing about."""
    steps_ = dict.fromkeys(gap.step for gap in decision.gaps if gap.kind == "silent" and gap.step and gap.bears)
    return join(*(paragraph(within(say("open.own_words"), CHECK_PAGE, {"step": step})) for step in steps_))


def _still_open(decision: Decision, packs: Packs, chosen: tuple[str, ...]) -> Markup:
    """A link to each page at which something has not been answered; none where nothing is open.

    What one of the `chosen` topics asks about is open on its own page.
    """
    at: dict[tuple[tuple[str, str], ...], Gap] = {}
    for gap in decision.gaps:
        if gap.kind == "unanswered" and gap.step and gap.bears:
            place = tuple(open_at(gap, chosen).items())
            if place not in at or _of_chosen(gap, chosen):
                at[place] = gap
    if not at:
        return Markup("")
    return join(paragraph(strong(say("result.unknown.still_open"))), bullets(*(
        within(_label(gap, packs, chosen), CHECK_PAGE, open_at(gap, chosen)) for gap in at.values())))


def open_at(gap: Gap, chosen: tuple[str, ...]) -> dict[str, str]:
    """The address of the page on which something that was not answered is asked: of a domain of which no topic is
    chosen, where its short question stands, since that closes it."""
    if not gap.topics:
        return {"step": gap.step}
    return page_about(gap.topics, chosen) if _of_chosen(gap, chosen) else short_questions(chosen)


def _of_chosen(gap: Gap, chosen: tuple[str, ...]) -> bool:
    return bool(set(gap.topics) & set(chosen))


def _label(gap: Gap, packs: Packs, chosen: tuple[str, ...]) -> str:
    """What the link is called: the short questions stand on the last topic's page, and are no part of the topic."""
    if gap.topics and not _of_chosen(gap, chosen):
        return say("result.unknown.short")
    place = open_at(gap, chosen)
    topic = topic_at(place, chosen)
    heading = steps.of(place["step"]).heading
    return say("result.unknown.page", page=heading, topic=packs.national.topic[topic].name) if topic else heading


def own_view(case: Case, decision: Decision, packs: Packs) -> Markup:
    """The user's view and this result, side by side. Neither replaces the other."""
    return join(
        paragraph(decision.own_view.says),
        join(paragraph(strong(say("result.view.reason"))), paragraph(case.own_view_reason, class_="typed"))
        if case.own_view_reason else "",
        paragraph(say("result.view.free")),
        paragraph(said_to(case, packs, "result.view.lead")),
    )


def papers_row(decision: Decision) -> None:
    """The way to the papers, as a row under the folds that names those that are due and opens nothing here."""
    with st.container(key="papers_row"):
        st.page_link(DOCUMENTS_PAGE, label=f"**{literal(say('result.fold.papers'))}** "
                                           f"{literal(capital(fold_answers.papers(decision)))}")


def documents(decision: Decision) -> Markup:
    """The documents that this result calls for, the first ones first: for print, where no link leads to them."""
    ordered = sorted(decision.documents, key=lambda one: not one.first)
    more = leads_to(decision)
    hows, of_each = apart_from_common(one.local for one in ordered)
    later = DOCUMENTS[more] if more and more not in {one.ours for one in ordered} else None
    return join(
        paragraph("" if ordered else say("result.no_document")),
        bullets(*map(_document, ordered, hows), join(strong(later.title), f": {later.says}") if later else ""),
        paragraph(say("result.of_each", what=of_each)) if of_each else "",
    )


def _document(one: DocumentDue, how: str) -> Markup:
    local = paragraph(say("result.document.how", how=how)) if how else ""
    with_it, of_each = apart_from_common(one.attachments)
    attached = join(paragraph(say("result.document.with")), bullets(*with_it),
                    paragraph(say("result.of_each", what=of_each)) if of_each else "") if with_it else ""
    return join(strong(one.name), f": {one.says}", local, attached)
