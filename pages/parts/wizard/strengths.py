"""Strengths and safe people, and the child's voice. Nothing here ever makes a result calmer."""
import streamlit as st

from decision.case import Case
from decision.changes import tick_strength, untick_strength
from decision.telling import talks
from guidance.words import say
from guidance.words.forms import apart, counted, following
from pages.parts.asking import leaving, statements
from pages.parts.asking.folding import folded
from pages.parts.asking.questions import Sent, group, lines, plain, tick
from pages.parts.asking.statements import Asked
from pages.parts.display.markup import paragraph, show
from pages.parts.visit import draft, knowledge
from pages.parts.wizard import steps
from pages.parts.wizard.babies import only_babies
from pages.parts.wizard.steps import Here, Row, SoFar, Step

VOICE = {field: (say(f"steps.strengths.voice.{field}"), say(f"steps.strengths.voice.{field}.hint"))
         for field in ("words", "behaviour", "observed", "who_can_help", "not_asked_because")}
"""Field of the case → the question and its hint."""
FIRST, FIRST_OF_A_BABY = "words", "observed"
"""What is asked of the voice before anything is unfolded."""
NOT_OF_A_BABY = ("words", "who_can_help", "not_asked_because")
"""What is no question about a child who cannot talk yet."""
NONE_KNOWN = (say("steps.strengths.none_at_all"), say("steps.strengths.none_of_the_others"))
"""That no strength is known: with none ticked, and beside those that are."""


def view(place: Here) -> None:
    """One form: the child's words, who is safe, what goes well; then, folded, more of the voice and the pack's list."""
    case, groups = draft.case(), statements.strengths(knowledge.area())
    with leaving.answers("strengths_form"):
        show(paragraph(say("steps.strengths.says")))
        first, *others = _voice_asked(case)
        _voice(first, case)
        lines("safe_people", say("steps.strengths.safe_people"), case.safe_people,
              say("steps.strengths.safe_people.hint"))
        lines("strengths_note", say("steps.strengths.note"), case.strengths_note)
        said = apart(text for field in others if (text := getattr(case.voice, field)))
        with folded("voice", say("steps.strengths.voice"), said, *(f"voice-{field}" for field in others)):
            for field in others:
                _voice(field, case)
        if groups:
            with folded("list", say("steps.strengths.list"), _ticked_in_words(groups, case)):
                _list(groups, case)
        steps.buttons(place, take)


def _voice_asked(case: Case) -> tuple[str, ...]:
    """The questions about the child's voice in their order; of a baby without those that fit none."""
    baby = only_babies(case)
    asked = [field for field in VOICE if getattr(case.voice, field) or not (baby and field in NOT_OF_A_BABY)]
    first = FIRST_OF_A_BABY if baby else FIRST
    return (first, *(field for field in asked if field != first))


def _voice(field: str, case: Case) -> None:
    question, hint = VOICE[field]
    who, which = [child.label for child in case.children if talks(child)], ""
    if field == FIRST and who and len(case.children) > 1:
        which = say("steps.strengths.voice.which", label=who[0])
    lines(f"voice-{field}", question, getattr(case.voice, field), following(hint, which))


def _list(groups: dict[str, tuple[Asked, ...]], case: Case) -> None:
    for number, (title, rows) in enumerate(groups.items()):
        with group(f"strengths-{number}"):
            st.header(plain(title), anchor=False)
            for row in rows:
                tick(f"strength-{row.name}", row.says, _ticked(row, case))
    tick("no_strength", say("steps.strengths.none"), bool(case.no_protective_factor))


def _ticked_in_words(groups: dict[str, tuple[Asked, ...]], case: Case) -> str:
    """How many strengths of the list are ticked, or that none is known."""
    number = sum(_ticked(row, case) for rows in groups.values() for row in rows)
    return counted("steps.strengths.ticked", number) if number else NONE_KNOWN[0] if case.no_protective_factor else ""


def take(case: Case, sent: Sent) -> Case:
    """The page into the case. "None that I know of" is an answer of its own, beside a tick about the others; unticked
    is none."""
    rows = [row for group in statements.strengths(knowledge.area()).values() for row in group]
    ticked = [row for row in rows if sent.ticked(f"strength-{row.name}")]
    none = sent.ticked("no_strength")
    voice = case.voice.but(**{
        field: sent.words(f"voice-{field}", VOICE[field][0], getattr(case.voice, field)) for field in VOICE})
    same = not rows or none == bool(case.no_protective_factor)
    return _with_strengths(case, rows, ticked).but(
        no_protective_factor=case.no_protective_factor if same else True if none else None,
        strengths_note=sent.words("strengths_note", say("steps.strengths.said.list"), case.strengths_note),
        safe_people=sent.words("safe_people", say("steps.strengths.said.safe_people"), case.safe_people),
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
        Row(say("steps.strengths.said.list"), "\n".join(row.says for row in asked if ticked & set(row.ids))),
        Row(say("steps.strengths.said.list"), NONE_KNOWN[bool(ticked)] if case.no_protective_factor else ""),
        Row(say("steps.strengths.said.note"), case.strengths_note),
        Row(say("steps.strengths.said.safe_people"), case.safe_people),
        Row(say("steps.strengths.said.words"), voice.words),
        Row(say("steps.strengths.said.behaviour"), voice.behaviour),
        Row(say("steps.strengths.said.observed"), voice.observed),
        Row(say("steps.strengths.said.who_can_help"), voice.who_can_help),
        Row(say("steps.strengths.said.not_asked_because"), voice.not_asked_because),
    ]


STEP = Step("strengths", say("steps.strengths"), 800, view, _rows, of_area=True)
