"""Every answer with a Change link, and everything that was skipped or left open, offered again."""
import streamlit as st

from guidance.words.forms import mid
from pages.parts.display.markup import Markup, bullets, join, paragraph, show, strong, tag
from pages.parts.shell.other_page import RESULT_PAGE, go_to_page
from pages.parts.visit import draft, knowledge
from pages.parts.visit.whole import whole
from pages.parts.wizard.registry import all_steps
from pages.parts.wizard.steps import Here, Row, SoFar, Step


def view(_: Here) -> None:
    """What is open first, then the way to the result, then the answers by step."""
    so_far = SoFar(draft.case(), draft.progress(), knowledge.packs())
    parts = {step: step.answers(so_far) for step in all_steps().values() if step.rows}
    _open(parts, so_far)
    st.button("Show the result", key=draft.widget_key("show_result"), type="primary", on_click=whole(go_to_page),
              args=(RESULT_PAGE,))
    for step, answers in parts.items():
        show(tag("h2", step.heading), _table(step, answers))


def _open(parts: dict[Step, tuple[Row, ...]], so_far: SoFar) -> None:
    """Steps without an answer, then what is left of the others: signs never answered, topics never opened."""
    left = [_link(step, 0, step.heading) for step, answers in parts.items() if not answers and step.asked(so_far)]
    left += [_link(step, number, f"{step.heading}: {words}") for step, answers in parts.items() if answers
             for number, words in step.left(so_far).items()]
    if left:
        show(tag("div", paragraph(strong("Still open")), bullets(*left),
                 paragraph("You can answer these now, later or not at all. The result says what is not known."),
                 class_="inset"))


def _table(step: Step, answers: tuple[Row, ...]) -> Markup:
    if not answers:
        return paragraph("Not answered. ", _link(step, 0, "Answer", step.heading))
    return tag("dl", *(
        tag("div", tag("dt", row.question), tag("dd", row.answer),
            tag("dd", _link(step, row.number, "Change", row.question, row.elsewhere), class_="no-print"))
        for row in answers
    ), class_="summary")


def _link(step: Step, number: int, words: str, heard: str = "", elsewhere: str = "") -> Markup:
    """A link within the questions, or `elsewhere`; `heard` is what a screen reader adds to a word such as "Change"."""
    more = tag("span", f" {mid(heard)}", class_="hidden-words") if heard else ""
    return join(tag("a", words, more, href=elsewhere or f"?step={step.id}{f'&n={number}' if number else ''}"))


STEP = Step("answers", "Check your answers", 9000, view, rows=None)
