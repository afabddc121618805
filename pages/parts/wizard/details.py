"""For each statement or sign that is so: about which child, how the user knows, when, the facts, the child's words."""
from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from decision.case import Case, Finding, SignAnswer
from decision.changes import hold_unnamed, let_go_unnamed, write_about, write_about_sign
from guidance.words.forms import apart, capital, children
from pages.parts.asking.choices import BASIS, BODY
from pages.parts.asking.questions import LIMIT_HINT, Sent, choose, group, line, lines, plain, reveal, tick, ticks
from pages.parts.display.markup import bullets, show, tag
from pages.parts.display.words import named
from pages.parts.visit import draft, knowledge

CHILD_SAID, TOLD = (list(BASIS).index(basis) for basis in ("child_said", "told"))
ONLY_WHAT_YOU_SAW = ("What you saw in ordinary care, or were shown. Do not undress the child, look for marks, take "
                     "photographs or ask.")


@dataclass(frozen=True)
class Told:
    """Something that is so. `ids` are the rows it stands for: rows with identical words are asked once.

    `mark`: it is about an injury or mark, so where on the body is asked.
    """

    ids: tuple[str, ...]
    says: str
    sign: bool = False
    mark: bool = False

    @property
    def name(self) -> str:
        """The part of the field names that belongs to this statement."""
        return self.ids[0]

    @property
    def places(self) -> tuple[str, ...]:
        """Where its answers stand, as `Case.held_back` calls them."""
        return tuple(f"{'signs' if self.sign else 'findings'}.{id_}" for id_ in self.ids)


def blocks(told: Iterable[Told]) -> None:
    """The questions about each statement. Nothing here has to be answered."""
    case = draft.case()
    labels = child_labels(case)
    for one in told:
        with group(f"told-{one.name}"):
            _block(one, case, labels)


def _block(one: Told, case: Case, labels: dict[str, str]) -> None:
    known = _known(one, case)
    st.header(plain(one.says), anchor=False)
    if len(labels) > 1:
        ticks(f"about-{one.name}", "About which child?", labels, known.about)
    choose(f"basis-{one.name}", "How do you know?", BASIS, known.basis)
    with reveal(f"said-{one.name}", f"basis-{one.name}", CHILD_SAID):
        _how_to_listen()
        lines(f"words-{one.name}", "The child’s own words", known.words,
              "As nearly as you can, and what you asked.")
    with reveal(f"unnamed-{one.name}", f"basis-{one.name}", CHILD_SAID, TOLD):
        tick(f"unnamed-{one.name}", "Whoever told me must not be named: hold this back", _holds(one, case))
    line(f"when-{one.name}", "When?", known.when, "For example: this morning; three times since half-term.")
    if one.mark:
        ticks(f"body-{one.name}", "Where on the body?", BODY, known.body, ONLY_WHAT_YOU_SAW)
    lines(f"note-{one.name}", "What happened? The facts, without names.", known.note, LIMIT_HINT)


def take(told: Iterable[Told], case: Case, sent: Sent) -> Case:
    """What was written about each statement into its findings, or into the answer to its sign.

    Only what differs from what was shown is written: rows that are asked once may have been answered apart.
    """
    for one in told:
        known = _known(one, case)
        written: dict[str, object] = {
            "about": _about(one, known, case, sent), "basis": sent.choice(f"basis-{one.name}", known.basis),
            "when": sent.words(f"when-{one.name}", "“When?”", known.when),
            "note": sent.words(f"note-{one.name}", "What happened", known.note),
            "words": sent.words(f"words-{one.name}", "The child’s own words", known.words),
        }
        if one.mark:
            written["body"] = sent.chosen(f"body-{one.name}", BODY, known.body)
        update = {field: value for field, value in written.items() if value != getattr(known, field)}
        case = write_about_sign(case, one.name, update) if one.sign else write_about(case, one.ids, update)
        case = _held_back(one, case, sent)
    return case


def is_mark(topics: tuple[str, ...]) -> bool:
    """Whether a statement or sign is about an injury or mark: by what its first topic asks for."""
    first = knowledge.packs().national.topic.get(topics[0]) if topics else None
    return first is not None and first.where_on_body


def _held_back(one: Told, case: Case, sent: Sent) -> Case:
    """Hold back what somebody told who must not be named; only taking the tick away ends that.

    A reason that was given on another page stays, and so does a hold when the user knows it in another way now.
    """
    was, ticked = _holds(one, case), sent.ticked(f"unnamed-{one.name}")
    told = sent.choice(f"basis-{one.name}") in ("child_said", "told")
    if ticked and not was and told:
        return hold_unnamed(case, one.places)
    return let_go_unnamed(case, one.places) if was and not ticked else case


def _holds(one: Told, case: Case) -> bool:
    """Whether what was said about it is held back."""
    return any(place in case.held_back for place in one.places)


def child_labels(case: Case) -> dict[str, str]:
    """Child letter → words."""
    return {child.label: f"Child {child.label}" for child in case.children}


def _about(one: Told, known: Finding | SignAnswer, case: Case, sent: Sent) -> tuple[str, ...]:
    """The children ticked; where there is one child nobody is asked."""
    labels = child_labels(case)
    return sent.chosen(f"about-{one.name}", labels, known.about) if len(labels) > 1 else known.about


def _known(one: Told, case: Case) -> Finding | SignAnswer:
    if one.sign:
        return case.signs[one.name]
    return next(item for item in case.findings if item.id in one.ids)


def _how_to_listen() -> None:
    process = knowledge.process("a_child_tells")
    show(tag("div", tag("strong", process.name), bullets(*(step.says for step in process.steps)), class_="inset"))


def in_words(item: Finding | SignAnswer) -> tuple[str, ...]:
    """What was written about something that is so; an empty text for each question that was left open."""
    where = apart(BODY[place].lower() for place in item.body)
    return (capital(children(item.about)), BASIS[item.basis] if item.basis else "", item.when,
            named("where on the body", where), item.note,
            named("the child’s words", f"“{item.words}”" if item.words else ""))
