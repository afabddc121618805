"""What the result asks first, answered right there: harm before somebody would next act, and a sign not asked."""
from collections.abc import Mapping
from contextlib import nullcontext
from types import MappingProxyType

import streamlit as st

from decision.case import Case
from decision.gaps import BEFORE_NEXT, before_next_question
from decision.result import Decision
from guidance.models import Sign
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import capital
from pages.parts.asking import leaving
from pages.parts.asking.choices import IS_SO, YES_NO_NOT_SURE
from pages.parts.asking.questions import Sent, choose, error_summary
from pages.parts.display.markup import Markup, literal, paragraph, show, tag
from pages.parts.wizard.signs import answered

PAGE = "result"
NONE, OPEN = "none_of_these", "not_known"


def asks_first(decision: Decision) -> bool:
    """Whether anything is asked first. It stands under the first answer, which no question moves down."""
    return any(gap.kind == "ask_now" for gap in decision.gaps)


def first_questions(case: Case, decision: Decision, packs: Packs) -> None:
    """The questions, each with its possible answers; nothing where nothing is to be asked first. Of a group of signs of
    which one is so, which of the emergencies it is, in one question."""
    asked = [gap.id for gap in decision.gaps if gap.kind == "ask_now"]
    if not asked:
        return
    signs = tuple(sign for sign in packs.signs(case.home_area) if sign.id in asked)
    of_groups = {group: found for group in case.signs_some if (found := tuple(
        sign for sign in signs if sign.group == group and sign.id not in case.signs))}
    alone = tuple(sign for sign in signs if not any(sign in found for found in of_groups.values()))
    only_which = bool(of_groups) and not alone and BEFORE_NEXT not in asked
    with st.container(key="first_which" if only_which else "first_questions"):   # one folded line is no card
        error_summary()
        if not only_which:
            show(tag("h2", say("result.first"), class_="doubts-heading"), paragraph(say("result.first_says")),
                 "" if of_groups or BEFORE_NEXT in asked else opener(alone))
        # The first answer says what they are: that it is asked here stays one line until somebody answers.
        place = st.expander(literal(say("result.first_which"))) if only_which else nullcontext()
        with place, leaving.answers("first_questions_form"):
            if BEFORE_NEXT in asked:
                choose(BEFORE_NEXT, before_next_question(decision.next_acting), YES_NO_NOT_SURE, None,
                       say("result.first_worry"), across=True)
            for group, found in of_groups.items():
                names = {sign.id: capital(sign.in_short) for sign in found}
                choose(f"first-{group}", say("result.first_which"),
                       {**names, NONE: say("result.first_none"), OPEN: say("result.first_open")}, None)
            for sign in alone:
                choose(f"first-{sign.id}", sign.says, IS_SO, None, sign.means)
            leaving.reads_case(lambda case, fields: take(alone, case, fields, of_groups))
            leaving.save_button(say("result.first_use"), primary=False)


def opener(signs: tuple[Sign, ...]) -> Markup:
    """The line that stands for the answers on a telephone until it is pressed: what is asked, and nothing without a
    sign. Style sheet only: elsewhere the answers stand there at once, and where a browser is too old for it too."""
    asked = tag("summary", " ".join(sign.says for sign in signs))
    return tag("details", asked, class_="first-sign") if signs else Markup("")


def take(signs: tuple[Sign, ...], case: Case, sent: Sent,
         of_groups: Mapping[str, tuple[Sign, ...]] = MappingProxyType({})) -> Case:
    """The answers into the case; what was left open stays open. "None of these" is a No to each that was named."""
    said = {sign.id: sent.choice(f"first-{sign.id}") for sign in signs}
    for group, found in of_groups.items():
        which = sent.choice(f"first-{group}")
        if which == NONE:
            said |= dict.fromkeys((sign.id for sign in found), "no")
        elif which and which != OPEN:
            said[which] = "yes"
    case = answered(case, said)
    before = sent.choice(BEFORE_NEXT)
    return case.but(harm_before_next=before) if before else case
