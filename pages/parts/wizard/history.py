"""Step 9: earlier worries, help so far and what it changed, how long, how often, whether it is getting worse."""
import streamlit as st

from decision.case import Case, Help
from pages.parts import draft, steps
from pages.parts.choices import CHANGED, YES_NO
from pages.parts.questions import LIMIT_HINT, Sent, choose, line, lines, reveal
from pages.parts.steps import Here

YES = 0
SPARE_ROWS = 2
"""Empty rows for help that was tried; more appear when these are filled in and the page is opened again."""


def view(place: Here) -> None:
    """One form."""
    case = draft.case()
    history = case.history
    with st.form(draft.widget_key("history_form")):
        choose("earlier_concerns", "Have there been worries about this child or family before?", YES_NO,
               history.earlier_concerns, across=True)
        choose("getting_worse", "Is it getting worse?", YES_NO, history.getting_worse, across=True)
        line("how_long", "How long has this been going on?", history.how_long)
        line("how_often", "How often?", history.how_often)
        choose("help_tried", "Has help been tried?", YES_NO, history.help_tried, across=True)
        with reveal("help", "help_tried", YES):
            for number, help_ in enumerate(_rows(history.help)):
                line(f"help_what-{number}", f"Help {number + 1}: what, and by whom", help_.what,
                     "Services and roles, no names.")
                line(f"help_when-{number}", f"Help {number + 1}: when", help_.when)
                line(f"help_result-{number}", f"Help {number + 1}: what came of it", help_.result)
            choose("changed", "Did it change things for the child?", CHANGED, history.changed)
        choose("worse_since_refusal", "If the family has said no to help: has anything got worse since?", YES_NO,
               history.worse_since_refusal, "Leave this empty if it does not apply.", across=True)
        lines("history_note", "Anything else from your records", history.note, LIMIT_HINT)
        steps.buttons(place, take)


def _rows(help_: tuple[Help, ...]) -> tuple[Help, ...]:
    return (*help_, *(Help(what="") for _ in range(SPARE_ROWS)))


def take(case: Case, sent: Sent) -> Case:
    """The form into the case."""
    tried = sent.choice("help_tried")
    rows = [
        Help(what=sent.words(f"help_what-{number}", "What was tried"), when=sent.words(f"help_when-{number}", "When"),
             result=sent.words(f"help_result-{number}", "What came of it"))
        for number in range(len(_rows(case.history.help)))
    ]
    filled = tuple(row for row in rows if row.what or row.when or row.result)
    history = case.history.model_copy(update={
        "earlier_concerns": sent.choice("earlier_concerns"), "help_tried": tried,
        "changed": sent.choice("changed") if tried == "yes" else None, "getting_worse": sent.choice("getting_worse"),
        "worse_since_refusal": sent.choice("worse_since_refusal"),
        "help": filled if tried == "yes" else case.history.help,
        "how_long": sent.words("how_long", "How long"), "how_often": sent.words("how_often", "How often"),
        "note": sent.words("history_note", "What you write"),
    })
    return case.model_copy(update={"history": history})
