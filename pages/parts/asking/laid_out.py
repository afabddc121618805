"""How the statements of a topic stand on its page: few at first sight, the rest behind lines that say what they hold.

Nothing here knows a level. A statement that is so stands open, whatever its age or subject; one that does not fit the
children's ages is folded with the reason; an age that is not known folds nothing.
"""
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal, get_args

from decision.ages import ruled_out, still_unborn
from decision.case import Case
from decision.known import answered
from guidance.models import Topic
from guidance.vocabulary import Answer
from guidance.words import ended
from pages.parts.asking.statements import Asked, in_choice

MOST = 15
"""Questions that stand open on one page, where what is left can be folded by its subject."""
FEW = 3
"""Statements of another subject that are too few for a line of their own: they stand open where there is room, or else
behind one line that names their subjects."""
OTHERS = "others"
Why = Literal["unborn", "older", "younger", "other_age", "before"]
"""Why statements are folded away: about other ages, or asked on the page of a topic before this one."""


@dataclass(frozen=True)
class Question:
    """One tick: a statement, or several that say nearly the same and are told apart once it is ticked."""

    rows: tuple[Asked, ...]

    @property
    def several(self) -> bool:
        return len(self.rows) > 1

    @property
    def name(self) -> str:
        """The field of its tick."""
        return f"{'alike' if self.several else 'row'}-{self.rows[0].name}"

    @property
    def repeats(self) -> str:
        """The words of the sign that it stands beside, or of the statement that its own share."""
        return self.rows[0].alike

    @property
    def says(self) -> str:
        """The statement; of several the one that all of them share, as a sentence like those beside it."""
        return ended(self.rows[0].alike) if self.several else self.rows[0].says


@dataclass(frozen=True)
class Part:
    """Questions behind one line: those of a subject, or those that are folded away for a reason."""

    id: str
    questions: tuple[Question, ...]
    topics: tuple[Topic, ...] = ()
    why: Why | None = None


@dataclass(frozen=True)
class Laid:
    """A page: the questions that stand open, those of further subjects, and those folded away with the reason."""

    first: tuple[Question, ...]
    parts: tuple[Part, ...] = ()
    folded: tuple[Part, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        return (*self.first, *(question for part in (*self.parts, *self.folded) for question in part.questions))

    @property
    def rows(self) -> tuple[Asked, ...]:
        return tuple(row for question in self.questions for row in question.rows)


Answers = Mapping[str, Answer]
"""Statement → its answer, as `decision.known.answered` gives it."""


def is_so(row: Asked, said: Answers) -> bool:
    """Whether a statement is answered yes, wherever in the case that stands."""
    return any(said.get(id_) == "yes" for id_ in row.ids)


def picked(question: Question, case: Case, said: Answers) -> bool:
    """Whether the tick of a question stands: one of its statements is so, or one of several without which."""
    return any(is_so(row, said) for row in question.rows) or not_said_which(question, case)


def not_said_which(question: Question, case: Case) -> bool:
    """Whether one of several statements is so and nobody has said which."""
    ids = {id_ for row in question.rows for id_ in row.ids}
    return question.several and any(ids & set(kept) for kept in case.one_of)


def misfit(row: Asked, case: Case, today: date) -> Why | None:
    """Why a statement can be so of none of the children; None where it may be, or where an age is not known."""
    if not ruled_out(row, case.children, today):
        return None
    if all(still_unborn(child, today) for child in case.children):
        return "unborn"
    ages = [0 if child.unborn else child.months or 0 for child in case.children]
    grown = [row.under_months is not None and age >= row.under_months for age in ages]
    return "younger" if all(grown) else "other_age" if any(grown) else "older"


def lay_out(topic: str, rows: tuple[Asked, ...], case: Case, topics: dict[str, Topic], today: date,
            before: Iterable[str] = ()) -> Laid:
    """The page of a topic with these statements. `before`: the topics whose pages come before it."""
    said, earlier = answered(case), set(before)
    ages = {row.name: None if is_so(row, said) else misfit(row, case, today) for row in rows}
    why = {row.name: ages[row.name] or _asked_before(row, earlier, said) for row in rows}
    if all(why.values()):   # a page that folds everything away would ask nothing
        why = ages if not all(ages.values()) else dict.fromkeys(why)
    open_ = _questions(tuple(row for row in rows if why[row.name] is None))
    first, parts = _split(topic, open_, topics)
    folded = tuple(Part(reason, found, why=reason) for reason in get_args(Why)
                   if (found := _questions(tuple(row for row in rows if why[row.name] == reason))))
    return Laid(first, parts, folded)


def _asked_before(row: Asked, before: set[str], said: Answers) -> Why | None:
    return "before" if before & set(row.topics) and not is_so(row, said) else None


def _questions(rows: tuple[Asked, ...]) -> tuple[Question, ...]:
    """The statements as questions, those that are alike together where the first of them stands, in an order that says
    nothing of their level."""
    together: dict[str, list[Asked]] = {}
    for row in rows:
        together.setdefault(row.alike or row.name, []).append(row)
    return tuple(Question(in_choice(found)) for found in together.values())


def _split(topic: str, questions: tuple[Question, ...],
           topics: dict[str, Topic]) -> tuple[tuple[Question, ...], tuple[Part, ...]]:
    """What stands open, and what stands behind a line for each further subject."""
    by_first = {question: _subject(question, topic, topics, deep=False) for question in questions}
    if sum(subject == topic for subject in by_first.values()) > MOST:
        by_first = {question: _subject(question, topic, topics, deep=True) for question in questions}
    ordered = sorted(questions, key=lambda one: _order(by_first[one], topic, topics))
    found = {subject: tuple(group) for subject, group in groupby(ordered, key=lambda one: by_first[one])}
    if len(questions) <= MOST:
        return tuple(ordered), ()
    first = found.pop(topic, ())
    for subject in sorted(found, key=lambda one: len(found[one])):
        if not first or (len(found[subject]) < FEW and len(first) + len(found[subject]) <= MOST):
            first += found.pop(subject)
    few = [subject for subject in found if len(found[subject]) < FEW]
    parts = [Part(subject, group, (topics[subject],)) for subject, group in found.items() if subject not in few]
    others = tuple(question for subject in few for question in found[subject])
    return first, (*parts, *([Part(OTHERS, others, tuple(topics[one] for one in few))] if few else ()))


def _subject(question: Question, topic: str, topics: dict[str, Topic], deep: bool) -> str:
    """The topic under which a question stands on the page of `topic`: its own first one; `deep`: one beside `topic`,
    where it has one."""
    mine = [one for one in question.rows[0].topics if one in topics]
    if mine[:1] != [topic]:
        return mine[0]
    return next((one for one in mine if one != topic), topic) if deep else topic


def _order(subject: str, topic: str, topics: dict[str, Topic]) -> int:
    return -1 if subject == topic else topics[subject].order
