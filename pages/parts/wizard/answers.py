"""Step 12: every answer with a Change link, and everything that was skipped or left open, offered again."""
import streamlit as st

from pages.parts.display.markup import Markup, bullets, join, paragraph, show, strong, tag
from pages.parts.shell.other_page import RESULT_PAGE, go_to_page
from pages.parts.visit import draft, knowledge
from pages.parts.visit.whole import whole
from pages.parts.wizard.know import asks
from pages.parts.wizard.signs import groups, that_are_so
from pages.parts.wizard.steps import LAST, STEPS, Here
from pages.parts.wizard.summary import Row, rows


def view(_: Here) -> None:
    """What is open first, then the way to the result, then the answers by step."""
    case, progress, packs = draft.case(), draft.progress(), knowledge.packs()
    parts = {step: rows(step, case, progress, packs) for step in STEPS if step != LAST}
    _open(parts)
    st.button("Show the result", key=draft.widget_key("show_result"), type="primary", on_click=whole(go_to_page),
              args=(RESULT_PAGE,))
    for step, answers in parts.items():
        show(tag("h2", STEPS[step]), _table(step, answers))


def _open(parts: dict[str, tuple[Row, ...]]) -> None:
    """Steps without an answer, signs never answered, topics never opened: each with a link."""
    case, progress = draft.case(), draft.progress()
    left = [_link(step, 0, STEPS[step]) for step, answers in parts.items()
            if not answers and not (step == "know" and not progress.topics)]
    unanswered = [name for name, signs in groups(case).items() if any(sign.id not in case.signs for sign in signs)]
    if unanswered and parts["signs"] and not that_are_so(case):
        left.append(_link("signs", 0, f"Signs that cannot wait: {'; '.join(unanswered)}"))
    opened = {*case.asked, *case.unsure_topics}
    names = knowledge.packs().national.topic
    left += [_link("know", 1 + 2 * number, f"What you know: {names[topic].name}")
             for number, topic in enumerate(progress.topics) if topic not in opened and asks(topic, case)]
    if left:
        show(tag("div", paragraph(strong("Still open")), bullets(*left),
                 paragraph("You can answer these now, later or not at all. The result says what is not known."),
                 class_="inset"))


def _table(step: str, answers: tuple[Row, ...]) -> Markup:
    if not answers:
        return paragraph("Not answered. ", _link(step, 0, "Answer", STEPS[step]))
    return tag("dl", *(
        tag("div", tag("dt", row.question), tag("dd", row.answer),
            tag("dd", _link(step, row.number, "Change", row.question, row.elsewhere), class_="no-print"))
        for row in answers
    ), class_="summary")


def _link(step: str, number: int, words: str, heard: str = "", elsewhere: str = "") -> Markup:
    """A link within the questions, or `elsewhere`; `heard` is what a screen reader adds to a word such as "Change"."""
    more = tag("span", f" {heard[:1].lower()}{heard[1:]}", class_="hidden-words") if heard else ""
    return join(tag("a", words, more, href=elsewhere or f"?step={step}{f'&n={number}' if number else ''}"))
