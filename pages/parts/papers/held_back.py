"""Holding an answer back: one page that lists every written answer, each to be kept out of papers, with the reason."""
import streamlit as st

from decision.case import Case, HeldBack
from exports.hiding.held_back import Answer, answers, naming, sources_to_mind
from exports.words import HELD_BACK
from guidance.vocabulary import HeldBackWhy
from guidance.words import say
from guidance.words.forms import apart, capital
from pages.parts.asking import leaving
from pages.parts.asking.questions import Sent, choose, error_summary, group, line, plain, reveal, tick
from pages.parts.asking.way_back import way_back
from pages.parts.display.markup import bullets, literal, paragraph, show, tag
from pages.parts.papers.detail_page import go
from pages.parts.shell.frame import heading, showing
from pages.parts.visit import draft, knowledge
from pages.parts.visit.whole import whole

SECTION = "held_back"
PAGE = f"documents {SECTION} 1"
TITLE = say("documents.held_back")
WITHOUT_REASON: HeldBackWhy = "safety"
"""The reason that stands where an answer is ticked and the page left without one: it is held back all the same."""
SHORT = 160
"""Letters of an answer that are shown, so that the user knows which one it is."""
REASONS = {why: capital(words) for why, words in HELD_BACK.items()}


def asked_for() -> bool:
    """Whether the address asks for this page."""
    return st.query_params.get("section") == SECTION


def task(case: Case) -> None:
    """The line that opens this page, with how many answers are held back."""
    number = len(case.held_back)
    state = say("documents.held_back.number", number=number) if number else say("documents.held_back.none")
    with st.container(key=f"task_{SECTION}", gap=None):
        st.button(TITLE, key=draft.widget_key(f"open_{SECTION}"), type="tertiary", on_click=whole(go), args=(SECTION,))
        show(paragraph(state, class_="state done" if number else "state optional"))


def page() -> None:
    """Every written answer as a tick with its reason."""
    showing(PAGE)
    way_back(PAGE, go)
    error_summary()
    heading(TITLE)
    show(paragraph(say("documents.held_back.says")), paragraph(say("documents.held_back.never_promise")))
    _to_read()
    found = answers(draft.case(), draft.details(), knowledge.packs())
    if not found:
        show(paragraph(say("documents.held_back.nothing")))
    with leaving.answers(f"details_{SECTION}"):
        with group("held_back"):
            for number, one in enumerate(found):
                _ask(number, one)
        leaving.reads_case(lambda case, fields: take(found, case, fields))
        leaving.save_button(say("documents.save"), _to_list)


def _to_read() -> None:
    """What the user has to read for: nobody can look for a name that is not known, or that is an ordinary word."""
    case, details = draft.case(), draft.details()
    lines = list(sources_to_mind(case, details))
    if named := naming(case, details, knowledge.packs()):
        lines.append(say("documents.held_back.named_in", answers=apart(map(plain, named))))
    if lines:
        show(tag("div", bullets(*lines), class_="inset"))


def _ask(number: int, one: Answer) -> None:
    tick(f"held-{number}", say("documents.held_back.tick", answer=one.called), one.held is not None)
    said = one.said if len(one.said) <= SHORT else f"{one.said[:SHORT]} …"
    st.caption(literal(said))
    with reveal(f"held_why-{number}", f"held-{number}"):
        choose(f"held_why-{number}", say("documents.held_back.why", answer=plain(one.called)), REASONS,
               one.held.why if one.held else None)
        line(f"held_note-{number}", say("documents.held_back.note"), one.held.note if one.held else "")


def _to_list() -> None:
    draft.renew()
    go()


def take(found: tuple[Answer, ...], case: Case, fields: Sent) -> Case:
    """What is ticked with its reason; an answer that is not listed, such as one emptied since, stays as it was."""
    places = {one.place for one in found}
    held = {place: why for place, why in case.held_back.items() if place not in places}
    for number, one in enumerate(found):
        if not fields.ticked(f"held-{number}"):
            continue
        before = one.held
        why = fields.choice(f"held_why-{number}", before.why if before else None)
        note = fields.words(f"held_note-{number}", say("documents.held_back.note"), before.note if before else "")
        if fields.leaving and not why:
            why = WITHOUT_REASON
        if why:
            held[one.place] = HeldBack(why=why, note=note)
        else:
            fields.refuse(f"held_why-{number}", say("documents.held_back.say_why", answer=one.called))
    return case.but(held_back=held)

