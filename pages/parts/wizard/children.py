"""The child and the brothers and sisters at home, by letter: age, moving about, disability, who knows them."""
from typing import get_args

import streamlit as st
from pydantic import ValidationError

from decision.bounds import MOST_MONTHS, OLDEST
from decision.case import Case, Child
from decision.changes import MOST_CHILDREN, add_child, children_asked, naming, remove_child
from guidance.vocabulary import CareBasis
from guidance.words import forms, say
from guidance.words.forms import apart
from pages.parts.asking import leaving, none_box
from pages.parts.asking.choices import STATUS, YES_NO, word
from pages.parts.asking.questions import Sent, choose, day, group, line, reveal, ticks
from pages.parts.asking.said import notice
from pages.parts.display.markup import paragraph, show
from pages.parts.display.words import named
from pages.parts.visit import draft, knowledge
from pages.parts.visit.whole import whole
from pages.parts.wizard import steps
from pages.parts.wizard.steps import Here, Row, SoFar, Step

AGE = {"years": "In years", "months": "In months (under 2 years)", "unborn": "Not born yet", "not_known": "Not known"}
AGES = ("age_years", "age_months", "due_date", "not_born")
YEARS, MONTHS, UNBORN = range(3)
YES = 0


def view(place: Here) -> None:
    """One form with a block for each child; a first one is there to be filled in."""
    family = children_asked(draft.case())
    show(paragraph("Letters, no names. Add the brothers and sisters at home too: a worry for one child is often a "
                   "worry for the others."))
    with leaving.answers("children_form"):
        for child in family:
            with group(f"child-{child.label}"):
                _block(child, alone=len(family) == 1)
        if len(family) < MOST_CHILDREN:
            st.button("Add another child", on_click=whole(_change), args=("add", ""))
        steps.buttons(place, take, then=_then)


def _block(child: Child, alone: bool) -> None:
    mark = child.label
    st.header(f"Child {mark}", anchor=False)
    choose(f"age_kind-{mark}", "Age", AGE, _age_kind(child), across=True)
    with reveal(f"age-{mark}", f"age_kind-{mark}", YEARS, MONTHS):
        number = child.age_years if child.age_years is not None else child.age_months
        line(f"age-{mark}", f"Age of child {mark} as a number", "" if number is None else str(number),
             "A baby under one month is 0 months.", width=110)
    with reveal(f"due-{mark}", f"age_kind-{mark}", UNBORN):
        day(f"due-{mark}", "When is the baby due?", child.due_date,
            "For example 27 3 2027. Leave it empty if not known.")
    choose(f"moves-{mark}", "Can the child move about alone?", YES_NO, child.moves_about,
           "Crawls, shuffles on the bottom, or walks. A baby who only rolls does not yet. Say no also if illness or a "
           "plaster stops them for now.", across=True)
    choose(f"disability-{mark}", "Is the child disabled or ill for long?", YES_NO, child.disability, across=True)
    with reveal(f"disability_note-{mark}", f"disability-{mark}", YES):
        line(f"disability_note-{mark}", "What should people know about it?", child.disability_note)
    line(f"communication-{mark}", "How does the child communicate?", child.communication,
         "For example: speech, signs, pictures, a language other than English, not yet talking.")
    ticks(f"status-{mark}", "Does the child already have any of these?", STATUS, child.status)
    _cared_for_by(child)
    if not alone:
        st.button(f"Remove child {mark}", on_click=whole(_change), args=("remove", mark))


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
    note = sent.words(f"disability_note-{mark}", "What you write", child.disability_note)
    facts = {
        **child.model_dump(), **dict.fromkeys(AGES), **_age(child, sent), "disability": disability,
        "moves_about": sent.choice(f"moves-{mark}", child.moves_about),
        "disability_note": note if disability in ("yes", child.disability) else "",
        "communication": sent.words(f"communication-{mark}", "What you write", child.communication),
        "status": _status(child, sent), "cared_for_by": sent.choice(f"cared_for_by-{mark}", child.cared_for_by),
    }
    try:
        return Child.model_validate({**facts, "not_born": bool(facts["not_born"])})
    except ValidationError:
        sent.refuse(f"age_kind-{mark}", f"Check the age of child {mark}.")
        return child


def _age(child: Child, sent: Sent) -> dict[str, object]:
    """The age that was given; one that cannot be taken leaves what was known before."""
    mark, kind = child.label, sent.choice(f"age_kind-{child.label}")
    found = _due(child, sent) if kind == "unborn" else _number(mark, kind, sent)
    wrong = {f"age-{mark}", f"due-{mark}-day", f"due-{mark}-month", f"due-{mark}-year"} & set(sent.wrong)
    return {age: getattr(child, age) for age in AGES} if wrong else found


def _number(mark: str, kind: str | None, sent: Sent) -> dict[str, object]:
    if kind not in ("years", "months"):
        return {}
    text = sent.words(f"age-{mark}", "The age")
    if not text:
        sent.refuse(f"age-{mark}", f"Enter the age of child {mark}, or choose “Not known”.", f"age_kind-{mark}")
    elif not (text.isascii() and text.isdigit() and len(text) <= 3):
        sent.refuse(f"age-{mark}", f"The age of child {mark} must be a whole number, such as 7.",
                    f"age_kind-{mark}")
    elif kind == "years" and int(text) > OLDEST:
        sent.refuse(f"age-{mark}", f"The age of child {mark} must be {OLDEST} or under. For a worry about an adult, "
                                   "ring the council where they live and ask for adult safeguarding.",
                    f"age_kind-{mark}")
    elif kind == "months" and int(text) > MOST_MONTHS:
        sent.refuse(f"age-{mark}", f"Give the age of child {mark} in years.", f"age_kind-{mark}")
    else:
        return {f"age_{kind}": int(text)}
    return {}


def _due(child: Child, sent: Sent) -> dict[str, object]:
    """An unborn child's due date. One in the past is asked about once: the baby may be late, or may have been born."""
    due = sent.day(f"due-{child.label}", f"The due date of child {child.label}", "due", child.due_date)
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
        notice(f"Child {mark} was removed. {number} of your statements named this child. They are kept; say which "
               "child they are about under “What you know”.")
    draft.keep(add_child(case) if what == "add" else remove_child(case, mark))
    draft.renew()


def _rows(so_far: SoFar) -> list[Row]:
    return [Row(f"Child {child.label}", _in_words(child)) for child in so_far.case.children]


def _in_words(child: Child) -> str:
    parts = (
        _age_in_words(child),
        named("moves about alone", word(YES_NO, child.moves_about)),
        named("disabled or ill for long", word(YES_NO, child.disability)), child.disability_note,
        named("communicates", child.communication),
        named("has", apart(STATUS[item] for item in child.status)),
        named(say("ask.cared_for_by.said"),
              say(f"ask.cared_for_by.{child.cared_for_by}") if child.cared_for_by else ""),
    )
    return "\n".join(part for part in parts if part)


def _age_in_words(child: Child) -> str:
    if child.due_date:
        return f"Not born yet, due {forms.day(child.due_date)}"
    if child.not_born:
        return "Not born yet, due date not known"
    if child.age_months is not None:
        return f"{child.age_months} months"
    return "Age not known" if child.age_years is None else f"{child.age_years} years"


STEP = Step("children", "About the children", 300, view, _rows, waits=False)
