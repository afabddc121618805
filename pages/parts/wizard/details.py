"""For what is so: about which child, how the user knows, when, the facts, the child's words.

Asked once for all that is ticked on a page (`shared`), or of each statement by itself where it is different (`blocks`).
"""
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import streamlit as st

from decision.case import Case, Finding, SignAnswer
from decision.changes import hold_unnamed, let_go_unnamed, write_about, write_about_sign
from guidance.words import say
from guidance.words.forms import apart, capital, children
from pages.parts.asking.choices import BASIS, BODY
from pages.parts.asking.folding import fold, started
from pages.parts.asking.questions import Sent, choose, group, line, lines, plain, reveal, tick, ticks
from pages.parts.display.markup import bullets, paragraph, show, tag
from pages.parts.display.words import named
from pages.parts.visit import draft, knowledge

CHILD_SAID, TOLD = (list(BASIS).index(basis) for basis in ("child_said", "told"))
FIELDS = ("about", "basis", "when", "note", "words", "body")


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


Said = dict[str, Any]
"""Field of a finding → what was said of it."""


def blocks(told: Iterable[Told], aside: bool = False) -> None:
    """The questions about each statement by itself; of several each behind its own line with how it is known, and
    so of one of which that is said, beside other questions (`aside`). None has to be answered."""
    case, all_told = draft.case(), tuple(told)
    for one in all_told:
        known = _known(one, case)
        if len(all_told) == 1 and not (aside and known["basis"]):
            with group(f"told-{one.name}"):
                st.header(plain(one.says), anchor=False)
                _fields(one.name, known, one.mark, _holds(one, case), case)
        else:
            names = (f"{field}-{one.name}" for field in FIELDS)
            with fold(f"told-{one.name}", one.says, BASIS[known["basis"]] if known["basis"] else "", started(*names)), \
                    group(f"told-{one.name}", one.says):
                _fields(one.name, known, one.mark, _holds(one, case), case)


def shared(name: str, told: Iterable[Told], marks: tuple[str, ...]) -> None:
    """The same questions once, about all that is ticked on a page; `marks`: its ticks that are about an injury."""
    case, all_told = draft.case(), tuple(told)
    known, differs = _in_common(all_told, case)
    with group(f"told-{name}"):
        st.header(say("statements.shared.heading"), anchor=False)
        if differs:
            show(paragraph(say("statements.shared.differs")))
        _fields(name, known, bool(marks), _all_held(all_told, case), case, marks)


def _fields(name: str, known: Said, mark: bool, held: bool, case: Case, marks: tuple[str, ...] = ()) -> None:
    labels = child_labels(case)
    if len(labels) > 1:
        ticks(f"about-{name}", say("statements.details.about"), labels, known["about"])
    choose(f"basis-{name}", say("statements.details.basis"), BASIS, known["basis"], across=True)
    with reveal(f"said-{name}", f"basis-{name}", CHILD_SAID):
        _how_to_listen()
        lines(f"words-{name}", say("statements.details.words"), known["words"], say("statements.details.words_hint"))
    with reveal(f"unnamed-{name}", f"basis-{name}", CHILD_SAID, TOLD):
        tick(f"unnamed-{name}", say("statements.details.unnamed"), held)
    line(f"when-{name}", say("statements.details.when"), known["when"], say("statements.details.when_hint"))
    if mark:
        with reveal(f"mark-{name}", marks) if marks else nullcontext():
            _body(name, known)
    lines(f"note-{name}", say("statements.details.note"), known["note"])


def _body(name: str, known: Said) -> None:
    fields = (f"body-{name}-{place}" for place in BODY)
    with fold(f"body-{name}", say("statements.details.body"), "", bool(known["body"]) or started(*fields)):
        ticks(f"body-{name}", say("statements.details.body"), BODY, known["body"], say("statements.details.body_hint"))


def take(told: Iterable[Told], case: Case, sent: Sent) -> Case:
    """What was written about each statement into its findings, or into the answer to its sign.

    Only what differs from what was shown is written: rows that are asked once may have been answered apart.
    """
    for one in told:
        known = _known(one, case)
        said = _sent(one.name, known, one.mark, case, sent)
        case = _write(one, case, {field: value for field, value in said.items() if value != known[field]})
        case = _held_back((one,), (), _holds(one, case), said["basis"], one.name, case, sent)
    return case


def take_shared(name: str, before: Iterable[Told], now: Iterable[Told], start: Case, case: Case, sent: Sent) -> Case:
    """What was said once, into all that is so `now`. `before`: what was so as the page was drawn, from `start`.

    A statement that was ticked just now is given what stands there, where nothing was written of it. An answer that
    was changed is changed where it was the one that was shown, or where there was none; what differs stays.
    """
    old, new = tuple(before), tuple(now)
    shown, _ = _in_common(old, start)
    said = _sent(name, shown, any(one.mark for one in new), case, sent)
    for one in new:
        known = _known(one, case)
        case = _write(one, case, {
            field: value for field, value in said.items() if value != known[field] and (one.mark or field != "body")
            and (known[field] in NONE or (one in old and known[field] == shown[field]))
            and (one not in old or value != shown[field])})
    fresh = tuple(one for one in new if one not in old)
    return _held_back(new, fresh, _all_held(old, start), said["basis"], name, case, sent)


NONE: tuple[object, ...] = (None, "", ())
"""What stands in a field of which nothing was said."""


def _sent(name: str, known: Said, mark: bool, case: Case, sent: Sent) -> Said:
    """What stands in the fields, or what was shown where nothing can be taken from them."""
    labels = child_labels(case)
    said: Said = {
        "about": sent.chosen(f"about-{name}", labels, known["about"]) if len(labels) > 1 else known["about"],
        "basis": sent.choice(f"basis-{name}", known["basis"]),
        **{field: sent.words(f"{field}-{name}", say(f"statements.details.{field}_called"), known[field])
           for field in ("when", "note", "words")},
    }
    return {**said, "body": sent.chosen(f"body-{name}", BODY, known["body"])} if mark else said


def _write(one: Told, case: Case, update: Said) -> Case:
    if not update:
        return case
    return write_about_sign(case, one.name, update) if one.sign else write_about(case, one.ids, update)


def _in_common(told: tuple[Told, ...], case: Case) -> tuple[Said, bool]:
    """For each field what was said of all of these, nothing where that differs; and whether any of it does."""
    each = [_known(one, case) for one in told]
    common, differs = _blank(), False
    for field in FIELDS:
        values = {said[field] for said in each} - set(NONE)
        differs = differs or len(values) > 1
        if len(values) == 1:
            common[field] = values.pop()
    return common, differs


def _blank() -> Said:
    return {field: getattr(SignAnswer(answer="yes"), field) for field in FIELDS}


def is_mark(topics: tuple[str, ...]) -> bool:
    """Whether a statement or sign is about an injury or mark: by what its first topic asks for."""
    first = knowledge.packs().national.topic.get(topics[0]) if topics else None
    return first is not None and first.where_on_body


def _held_back(told: tuple[Told, ...], fresh: tuple[Told, ...], was: bool, basis: str | None, name: str, case: Case,
               sent: Sent) -> Case:
    """Hold back what somebody told who must not be named; only taking the tick away ends that.

    A reason that was given on another page stays, and so does a hold when the user knows it in another way now. What
    is `fresh` joins what was held before.
    """
    ticked = sent.ticked(f"unnamed-{name}")
    if ticked and (was or basis in ("child_said", "told")):
        return hold_unnamed(case, _places(fresh if was else told))
    return let_go_unnamed(case, _places(told)) if was and not ticked else case


def _places(told: tuple[Told, ...]) -> tuple[str, ...]:
    return tuple(place for one in told for place in one.places)


def _holds(one: Told, case: Case) -> bool:
    """Whether what was said about it is held back."""
    return any(place in case.held_back for place in one.places)


def _all_held(told: tuple[Told, ...], case: Case) -> bool:
    return bool(told) and all(_holds(one, case) for one in told)


def child_labels(case: Case) -> dict[str, str]:
    """Child letter → words."""
    return {child.label: say("statements.details.child", letter=child.label) for child in case.children}


def _known(one: Told, case: Case) -> Said:
    item = case.signs[one.name] if one.sign else next(
        (item for item in case.findings if item.id in one.ids), Finding(id=one.name))   # a set without one, from a file
    return {field: getattr(item, field) for field in FIELDS}


def _how_to_listen() -> None:
    process = knowledge.process("a_child_tells")
    show(tag("div", tag("strong", process.name), bullets(*(step.says for step in process.steps)), class_="inset"))


def in_words(item: Finding | SignAnswer) -> tuple[str, ...]:
    """What was written about something that is so; an empty text for each question that was left open."""
    where = apart(BODY[place].lower() for place in item.body)
    return (capital(children(item.about)), BASIS[item.basis] if item.basis else "", item.when,
            named(say("statements.details.body_named"), where), item.note,
            named(say("statements.details.words_named"), f"“{item.words}”" if item.words else ""))
