"""Every answer so far, in sections, each with a link that changes it; what is still open first. Open at any time."""
from collections.abc import Callable

import streamlit as st

from decision.calls import calls
from guidance.words import say
from pages.parts.display.markup import Markup, bullets, paragraph, show, strong, tag
from pages.parts.display.pieces import hidden, notice, summary_row, summary_rows
from pages.parts.shell.other_page import RESULT_PAGE, go_to_page
from pages.parts.visit import draft, knowledge
from pages.parts.visit.whole import whole
from pages.parts.wizard import calls_said, steps
from pages.parts.wizard.registry import all_steps
from pages.parts.wizard.steps import Here, Row, SoFar, Step


def view(place: Here) -> None:
    """What is open, the way on, then the answers by step."""
    so_far = SoFar(draft.case(), draft.progress(), knowledge.packs())
    parts = {step: step.answers(so_far) for step in all_steps().values() if step.rows}
    _open(parts, so_far)
    with st.container(horizontal=True, key="step_on"):
        if all(step in so_far.progress.seen for step in steps.asked()):
            _button("steps.answers.result", _to_result, primary=True)
        else:
            _button("steps.answers.go_on", _go_on, primary=True)
            _button("steps.answers.result", _to_result)
    for step, answers in parts.items():
        if answers:
            show(tag("h2", step.heading), _table(step, answers))
    _calls(so_far)
    steps.way_back_from_answers(place)


def _calls(so_far: SoFar) -> None:
    """The talks and calls that were written down, each with the links that change it and take it off."""
    if told := calls(so_far.case):
        show(tag("h2", say("steps.answers.calls")),
             calls_said.rows(told, so_far.case, knowledge.decide_briefly(), STEP.id))


def _button(key: str, press: Callable[[], None], primary: bool = False) -> None:
    st.button(say(key), key=draft.widget_key(key), type="primary" if primary else "secondary", on_click=whole(press))


def _go_on() -> None:
    """To the page from which the list was opened, or where that is none, to the first that is open."""
    one_was = steps.where_one_was()
    steps.go(one_was.step, one_was.number)


def _to_result() -> None:
    go_to_page(RESULT_PAGE)


def _open(parts: dict[Step, tuple[Row, ...]], so_far: SoFar) -> None:
    """Steps without an answer, then what is left of the others: signs never answered, topics never opened."""
    left = [_link(step, 0, step.heading) for step, answers in parts.items() if not answers and step.asked(so_far)]
    left += [_link(step, number, say("steps.answers.left", step=step.heading, what=words))
             for step, answers in parts.items() if answers for number, words in step.left(so_far).items()]
    if left:
        show(notice(paragraph(strong(say("steps.answers.open"))), bullets(*left),
                    paragraph(say("steps.answers.open.says"))))


def _table(step: Step, answers: tuple[Row, ...]) -> Markup:
    return summary_rows(
        summary_row(row.question, row.answer, say("steps.answers.change"),
                    row.elsewhere or steps.to_change(step.id, row.number, row.field)) for row in answers)


def _link(step: Step, number: int, words: str) -> Markup:
    """A link within the questions to a page that is open."""
    return tag("a", hidden(say("steps.answers.answer")), " ", words, class_="within",
               href=f"?step={step.id}{f'&n={number}' if number else ''}")


STEP = Step("answers", say("steps.answers"), 9000, view, rows=None, always_open=True, waits=False)
"""It waits for no sign, so that it opens from the page that asks one too; going on leads there again."""
