"""What if one answer were another: tried on a copy of the case and shown beside the result. Nothing is kept of it."""
from typing import get_args

import streamlit as st

from decision.case import Case
from decision.result import Decision
from decision.urgency import urgency
from decision.what_if import ToTry, Tried, to_try, with_said
from exports import windscreen as words
from exports.windscreen_shapes import colour_of
from guidance.packs import AreaPack, Packs
from guidance.words import say
from pages.parts.display.markup import Markup, literal, paragraph, show, strong, tag
from pages.parts.display.pieces import pill
from pages.parts.display.words import source_line
from pages.parts.shell.other_page import CHECK_PAGE
from pages.parts.visit import draft, knowledge
from pages.parts.visit.whole import whole
from pages.parts.wizard.topic_pages import page_about

ANSWERS: tuple[Tried, ...] = get_args(Tried)


@st.fragment
@whole
def what_if(decision: Decision, packs: Packs) -> None:
    """A list of what was said or would change the result, three answers, and what would follow."""
    case, area = draft.case(), packs.area(decision.home_area)
    choices = {one.id: one for one in to_try(case, decision, packs)}
    if not choices or area is None:
        return
    with st.container(key="what_if"):
        show(paragraph(strong(say("windscreen.try"))), paragraph(say("windscreen.try.says")))
        chosen = st.selectbox(say("windscreen.try.which"), list(choices), index=None, key=draft.widget_key("what_if"),
                              format_func=lambda id_: _label(choices[id_]), placeholder=say("windscreen.try.choose"))
        if chosen:
            _try(choices[chosen], case, decision, packs, area)


def _label(one: ToTry) -> str:
    return say("windscreen.try.option", letter=one.letter, says=one.says) if one.letter else one.says


def _try(one: ToTry, case: Case, decision: Decision, packs: Packs, area: AreaPack) -> None:
    show(paragraph(one.says), source_line(packs, one.source),
         paragraph(strong(say(f"windscreen.try.now.{one.answer or 'none'}"))))
    with st.container(key="seg_what_if"):
        said = st.radio(say("windscreen.try.what"), ANSWERS, index=None, horizontal=True,
                        key=draft.widget_key(f"what_if_{one.id}"),
                        format_func=lambda answer: say(f"windscreen.try.{answer}"))
    if said:
        tried = knowledge.decide_about(with_said(case, packs, one.id, said))
        show(compared(decision, tried, say(f"windscreen.try.if_{said}"), packs, area))
    st.page_link(CHECK_PAGE, label=literal(say("windscreen.try.change")),
                 query_params=question_of(one.id, packs, area, draft.progress().topics))


def compared(decision: Decision, tried: Decision, if_so: str, packs: Packs, area: AreaPack) -> Markup:
    """The result now and the one that was tried, each as its outcome, its level and a line of words."""
    same = (decision.outcome, decision.place.supported, decision.place.highest, decision.place.rim) == (
        tried.outcome, tried.place.supported, tried.place.highest, tried.place.rim)
    calmer = urgency(tried.outcome) < urgency(decision.outcome)
    return tag(
        "div", _one(say("windscreen.try.result_now"), decision, packs, area),
        tag("div", paragraph(strong(if_so)), paragraph(say("windscreen.try.same"))) if same
        else _one(if_so, tried, packs, area),
        paragraph(strong(say("windscreen.try.calmer")), class_="what-if-note") if calmer else "", class_="what-if")


def _one(name: str, decision: Decision, packs: Packs, area: AreaPack) -> Markup:
    place, levels = decision.place, area.levels
    number = place.supported_order - 1
    level = pill(words.level_name(levels[number]), colour_of(levels[number], number, len(levels))) if (
        number >= 0) else ""
    outcome = packs.national.words[decision.outcome].name
    return tag("div", paragraph(strong(name)), paragraph(outcome, class_="what-if-says"),
               paragraph(level), paragraph(words.in_short(place, area)))


def question_of(id_: str, packs: Packs, area: AreaPack, topics: tuple[str, ...]) -> dict[str, str]:
    """The address of the page of questions that an answer came from: the signs, or a statement's topic by its place
    among the chosen ones."""
    if id_ in {sign.id for sign in packs.signs(area.id)}:
        return {"step": "signs"}
    row = area.indicator.get(id_)
    return page_about(row.topics if row else (), topics)
