"""Strengths and safe people, and the child's voice. Nothing here ever makes a result calmer."""
import streamlit as st

from decision.case import Case
from decision.changes import tick_strength, untick_strength
from pages.parts.asking import leaving, statements
from pages.parts.asking.questions import LIMIT_HINT, Sent, group, lines, plain, tick
from pages.parts.asking.statements import Asked
from pages.parts.display.markup import paragraph, show
from pages.parts.visit import draft, knowledge
from pages.parts.wizard import steps
from pages.parts.wizard.steps import Here, Row, SoFar, Step

VOICE = {
    "words": ("What has the child said?", "In their own words, if they have spoken about it."),
    "behaviour": ("What does the child show by behaviour?",
                  "For example: clings, withdrawn, sudden changes, play, drawings."),
    "observed": ("What have you seen of a baby, or of a child who does not speak?",
                 "For example: how they respond to being picked up, feeding, sounds, looks."),
    "who_can_help": ("Who can help the child to be heard?",
                     "For example: a sign-language interpreter, a key worker. No names."),
    "not_asked_because": ("If the child has not been asked: why not?",
                          "For example: too young; it could raise the risk; not for me to ask."),
}
"""Field of the case → the question and its hint."""

NONE_KNOWN = ("None that you know of", "None of the others that you know of")
"""That no strength is known: with none ticked, and beside those that are."""


def view(place: Here) -> None:
    """One form: the pack's strengths to tick, then the free fields."""
    case, groups = draft.case(), statements.strengths(knowledge.area())
    with leaving.answers("strengths_form"):
        show(paragraph("What is going well is passed on with the worry. It does not take the worry away."))
        for number, (title, rows) in enumerate(groups.items()):
            with group(f"strengths-{number}"):
                st.header(plain(title), anchor=False)
                for row in rows:
                    tick(f"strength-{row.name}", row.says, _ticked(row, case))
        if groups:
            tick("no_strength", "None that I know of", bool(case.no_protective_factor))
        lines("strengths_note", "Strengths in your own words", case.strengths_note, LIMIT_HINT)
        lines("safe_people", "Who are the safe people in the child’s life?", case.safe_people,
              "What they are to the child, for example: grandmother nearby. No names.")
        st.header("The child’s voice", anchor=False)
        show(paragraph("Write what you already know. Do not question the child for this."))
        for field, (question, hint) in VOICE.items():
            lines(f"voice-{field}", question, getattr(case.voice, field), hint)
        steps.buttons(place, take)


def take(case: Case, sent: Sent) -> Case:
    """The page into the case. "None that I know of" is an answer of its own, beside a tick about the others; unticked
    is none."""
    rows = [row for group in statements.strengths(knowledge.area()).values() for row in group]
    ticked = [row for row in rows if sent.ticked(f"strength-{row.name}")]
    none = sent.ticked("no_strength")
    voice = case.voice.but(**{
        field: sent.words(f"voice-{field}", "What you write", getattr(case.voice, field)) for field in VOICE})
    same = not rows or none == bool(case.no_protective_factor)
    return _with_strengths(case, rows, ticked).but(
        no_protective_factor=case.no_protective_factor if same else True if none else None,
        strengths_note=sent.words("strengths_note", "Strengths", case.strengths_note),
        safe_people=sent.words("safe_people", "The safe people", case.safe_people),
        voice=voice,
    )


def _ticked(row: Asked, case: Case) -> bool:
    return any(case.factors.get(id_) == "yes" or case.answers.get(id_) == "yes" for id_ in row.ids)


def _with_strengths(case: Case, rows: list[Asked], ticked: list[Asked]) -> Case:
    """What is ticked as it was stays as it was answered."""
    area = knowledge.area()
    factors = area.factor if area else {}
    for row in rows:
        if (row in ticked) != _ticked(row, case):
            case = tick_strength(case, row.ids, factors) if row in ticked else untick_strength(case, row.ids)
    return case


def _rows(so_far: SoFar) -> list[Row]:
    case, voice = so_far.case, so_far.case.voice
    ticked = {id_ for answers in (case.factors, case.answers) for id_, answer in answers.items() if answer == "yes"}
    asked = [row for rows in statements.strengths(so_far.packs.area(case.home_area)).values() for row in rows]
    return [
        Row("Strengths", "\n".join(row.says for row in asked if ticked & set(row.ids))),
        Row("Strengths", NONE_KNOWN[bool(ticked)] if case.no_protective_factor else ""),
        Row("Strengths in your own words", case.strengths_note),
        Row("Safe people", case.safe_people),
        Row("What the child has said", voice.words),
        Row("What the child shows", voice.behaviour),
        Row("What you have seen", voice.observed),
        Row("Who can help the child to be heard", voice.who_can_help),
        Row("Why the child was not asked", voice.not_asked_because),
    ]


STEP = Step("strengths", "Strengths, safe people and the child’s voice", 800, view, _rows, of_area=True)
