"""The child and the brothers and sisters at home, by letter: age, moving about, disability, who knows them."""
from typing import get_args

import streamlit as st
from pydantic import ValidationError

from decision.bounds import MOST_MONTHS, OLDEST
from decision.case import Case, Child
from decision.changes import MOST_CHILDREN, add_child, children_asked, naming, remove_child
from decision.written_age import read_age
from guidance.vocabulary import CareBasis
from guidance.words import forms, say
from guidance.words.forms import apart
from pages.parts.asking import leaving, none_box
from pages.parts.asking.choices import STATUS, YES_NO, word
from pages.parts.asking.folding import folded
from pages.parts.asking.questions import Sent, choose, day, group, line, reveal, ticks, unless
from pages.parts.asking.said import notice
from pages.parts.display.markup import paragraph, show
from pages.parts.display.words import named
from pages.parts.visit import draft, knowledge
from pages.parts.visit.whole import whole
from pages.parts.wizard import moves, steps
from pages.parts.wizard.steps import Here, Row, SoFar, Step

AGE = {kind: say(f"steps.children.age.{kind}") for kind in ("years", "months", "unborn", "not_known")}
AGES = ("age_years", "age_months", "due_date", "not_born")
YEARS, MONTHS, UNBORN, NOT_KNOWN = range(4)
YES = 0


def view(place: Here) -> None:
    """One form with a block for each child; a first one is there to be filled in."""
    family = children_asked(draft.case())
    show(paragraph(say("steps.children.says")))
    with leaving.answers("children_form"):
        for child in family:
            with group(f"child-{child.label}"):
                _block(child, alone=len(family) == 1)
        if len(family) < MOST_CHILDREN:
            st.button(say("steps.children.add"), on_click=whole(_change), args=("add", ""))
        steps.buttons(place, take, then=_then)


def _block(child: Child, alone: bool) -> None:
    mark = child.label
    st.header(say("steps.children.child", label=mark), anchor=False)
    _ask_age(child)
    openly, asked = moves.asked_openly(child), not child.unborn or child.moves_about is not None
    if openly and asked:
        moves.ask(child, say("steps.children.moves"))
    fields = tuple(f"{name}-{mark}" for name in ("moves", "disability", "disability_note", "communication", "status",
                                                  "cared_for_by"))
    with folded(f"known-{mark}", say("steps.children.more"), _more_in_words(child, moves=not openly), *fields):
        if asked and not openly:
            moves.ask(child, say("steps.children.moves"))
        choose(f"disability-{mark}", say("steps.children.disability"), YES_NO, child.disability, across=True)
        with reveal(f"disability_note-{mark}", f"disability-{mark}", YES):
            line(f"disability_note-{mark}", say("steps.children.disability.note"), child.disability_note)
        line(f"communication-{mark}", say("steps.children.communication"), child.communication,
             say("steps.children.communication.hint"))
        ticks(f"status-{mark}", say("steps.children.status"), STATUS, child.status)
        _cared_for_by(child)
    if not alone:
        st.button(say("steps.children.remove", label=mark), type="tertiary", on_click=whole(_change),
                  args=("remove", mark))


def _ask_age(child: Child) -> None:
    """One line, with its unit typed or chosen. A number without a unit is asked about, never taken for years.

    The field stands below the choice that takes it away: nothing moves under the finger, and no room is left.
    """
    mark = child.label
    number = child.age_years if child.age_years is not None else child.age_months
    choose(f"age_kind-{mark}", say("steps.children.age.kind"), AGE, _age_kind(child), across=True)
    with unless(f"age-{mark}", f"age_kind-{mark}", UNBORN, NOT_KNOWN):
        line(f"age-{mark}", say("steps.children.age"), "" if number is None else str(number),
             say("steps.children.age.hint"), width=200)
    with reveal(f"due-{mark}", f"age_kind-{mark}", UNBORN):
        day(f"due-{mark}", say("steps.children.due"), child.due_date, say("steps.children.due.hint"))


def _cared_for_by(child: Child) -> None:
    """On what ground the child is looked after, beside that tick only."""
    name = f"cared_for_by-{child.label}"
    grounds = {basis: say(f"ask.cared_for_by.{basis}") for basis in get_args(CareBasis)}
    with reveal(name, f"status-{child.label}-looked_after"):
        choose(name, say("ask.cared_for_by"), grounds, child.cared_for_by, say("ask.cared_for_by.hint"))


def _age_kind(child: Child) -> str | None:
    if child.unborn:
        return "unborn"
    return "years" if child.age_years is not None else "months" if child.age_months is not None else None


def take(case: Case, sent: Sent) -> Case:
    """The blocks into the case's children."""
    before = children_asked(case)
    children = tuple(_child(child, sent) for child in before)
    nothing = sent.leaving and children == before
    return case if nothing else case.but(children=children)


def _child(child: Child, sent: Sent) -> Child:
    """The block into the child. What it does not ask stays; the note on a disability goes only with its "yes"."""
    mark = child.label
    disability = sent.choice(f"disability-{mark}", child.disability)
    note = sent.words(f"disability_note-{mark}", say("steps.children.disability.note"), child.disability_note)
    facts = {
        **child.model_dump(), **dict.fromkeys(AGES), **_age(child, sent), "disability": disability,
        "moves_about": sent.choice(f"moves-{mark}", child.moves_about),
        "disability_note": note if disability in ("yes", child.disability) else "",
        "communication": sent.words(f"communication-{mark}", say("steps.children.communication"), child.communication),
        "status": _status(child, sent), "cared_for_by": sent.choice(f"cared_for_by-{mark}", child.cared_for_by),
    }
    try:
        return Child.model_validate({**facts, "not_born": bool(facts["not_born"])})
    except ValidationError:
        sent.refuse(f"age_kind-{mark}", say("steps.children.age.check", label=mark))
        return child


def _age(child: Child, sent: Sent) -> dict[str, object]:
    """The age that was given; one that cannot be taken leaves what was known before."""
    mark, kind = child.label, sent.choice(f"age_kind-{child.label}")
    found = _due(child, sent) if kind == "unborn" else _number(mark, kind, sent)
    fields = ("age-{}", "age_kind-{}", "due-{}-day", "due-{}-month", "due-{}-year")
    wrong = {field.format(mark) for field in fields} & set(sent.wrong)
    return {age: getattr(child, age) for age in AGES} if wrong else found


def _number(mark: str, kind: str | None, sent: Sent) -> dict[str, object]:
    """The age as it was typed. A unit that was typed counts, whichever was chosen beside it, and is then read back."""
    name, beside = f"age-{mark}", f"age_kind-{mark}"
    text = sent.words(name, say("steps.children.age.called"))
    if kind == "not_known" or (not text and not kind):
        return {}
    written = read_age(text)
    unit = written and (written.unit or kind)
    if not text:
        sent.refuse(name, say("steps.children.age.missing", label=mark), beside)
    elif written is None:
        sent.refuse(name, say("steps.children.age.whole", label=mark), beside)
    elif not unit:
        sent.refuse(beside, say("steps.children.age.unit", label=mark, number=written.number), name)
    elif unit == "years" and written.number > OLDEST:
        sent.refuse(name, say("steps.children.age.adult", label=mark, oldest=OLDEST), beside)
    elif unit == "months" and written.number > MOST_MONTHS:
        sent.refuse(name, say("steps.children.age.in_years", label=mark), beside)
    else:
        if kind and unit != kind:
            sent.understood.append(say("asking.understood", what=say("steps.children.age.read", label=mark),
                                       means=say(f"steps.children.said.{unit}", number=written.number)))
        return {f"age_{unit}": written.number}
    return {}


def _due(child: Child, sent: Sent) -> dict[str, object]:
    """An unborn child's due date. One in the past is asked about once: the baby may be late, or may have been born."""
    due = sent.day(f"due-{child.label}", say("steps.children.due.called", label=child.label), "due", child.due_date)
    return {"due_date": due} if due else {"not_born": True}


def _status(child: Child, sent: Sent) -> tuple[str, ...]:
    return none_box.beside(sent.chosen(f"status-{child.label}", STATUS, child.status), child.status, "none",
                           "not_known")


def _then() -> None:
    adult = knowledge.packs().national.duty_for("adult")
    duty = next((found for found in knowledge.decide_briefly().duties if found.id == adult.id), None)
    if duty:
        notice(f"{duty.name}. {duty.says}")
    steps.move_on("children")


def _change(what: str, mark: str) -> None:
    """Keep what stands in the fields, then add a child or remove one. What was said about a removed child keeps its
    words."""
    leaving.submit(lambda: _changed(what, mark))


def _changed(what: str, mark: str) -> None:
    case = draft.case()
    if what == "remove" and (number := naming(case, mark)):
        notice(say("steps.children.removed", label=mark, number=number))
    draft.keep(add_child(case) if what == "add" else remove_child(case, mark))
    draft.renew()


def _rows(so_far: SoFar) -> list[Row]:
    return [Row(say("steps.children.child", label=child.label), _in_words(child)) for child in so_far.case.children]


def _in_words(child: Child) -> str:
    return "\n".join(part for part in (_age_in_words(child), *_more(child, moves=True)) if part)


def _more_in_words(child: Child, moves: bool) -> str:
    """What was answered behind the line that folds it."""
    return apart(part for part in _more(child, moves) if part)


def _more(child: Child, moves: bool) -> tuple[str, ...]:
    return (
        named(say("steps.children.said.moves"), word(YES_NO, child.moves_about)) if moves else "",
        named(say("steps.children.said.disability"), word(YES_NO, child.disability)), child.disability_note,
        named(say("steps.children.said.communication"), child.communication),
        named(say("steps.children.said.status"), apart(STATUS[item] for item in child.status)),
        named(say("ask.cared_for_by.said"),
              say(f"ask.cared_for_by.{child.cared_for_by}") if child.cared_for_by else ""),
    )


def _age_in_words(child: Child) -> str:
    if child.due_date:
        return say("steps.children.said.due", day=forms.day(child.due_date))
    if child.not_born:
        return say("steps.children.said.unborn")
    if child.age_months is not None:
        return say("steps.children.said.months", number=child.age_months)
    return say("steps.children.said.no_age") if child.age_years is None else say(
        "steps.children.said.years", number=child.age_years)


STEP = Step("children", say("steps.children"), 300, view, _rows, waits=False)
