"""What the call sheet says of a child, in few lines for whoever rings: by what a front door finds them, where they are,
and what was written for this paper beside what the check knows.

The page lies on desks, so what is confidential is not on it, and it says so.
"""
from dataclasses import replace

from decision.case import Child
from exports import findings, from_check
from exports.blocks import NOT_ANSWERED, Value, value
from exports.by_known import known_rows
from exports.dates import birth
from exports.details import Held
from exports.material import Material, age, held
from exports.parts import said_of
from exports.words import statuses
from guidance.words import say
from guidance.words.forms import apart, mid

QUOTES = "“”‘’\"'. "
"""What stands around words that are quoted."""


def child_line(m: Material, child: Child) -> str:
    """The age of a child, and the birth where somebody has said something of it."""
    born = birth(m, m.details.child(child.label))
    old = age(child).said
    return old if born.muted else f"{old}, {say('papers.labelled', who=mid(say('papers.birth')), said=born.said)}"


def has(child: Child) -> str:
    """What a child has already, such as a social worker or a plan, and on what ground one is looked after; nothing
    where there is none of it, or nobody knows."""
    ground = (said_of("ask.cared_for_by.said", say(f"ask.cared_for_by.{child.cared_for_by}"))
              if child.cared_for_by else "")
    return apart(filter(None, (*statuses(tuple(one for one in child.status if one not in ("none", "not_known"))),
                               ground)))


def places(m: Material, shown: tuple[Child, ...]) -> tuple[tuple[str, Value], ...]:
    """The address, and the school or nursery: for each child, or once where it is the same for all."""
    return tuple((say(f"papers.{name}"), _of_each(m, tuple((one.label, getattr(m.details.child(one.label), name))
                                                           for one in shown))) for name in ("address", "school"))


def written_place(m: Material, shown: tuple[Child, ...]) -> Value:
    """Where each child is now, as somebody wrote it of them."""
    return _of_each(m, tuple((one.label, m.details.child(one.label).where_now) for one in shown))


def _of_each(m: Material, said: tuple[tuple[str, Held], ...]) -> Value:
    there = {label: answer for label, item in said if (answer := _open(item)).strip()}
    if not there:
        return NOT_ANSWERED
    if len(m.case.children) == len(there) and len(set(there.values())) == 1:
        return value(next(iter(there.values())))
    return value("\n".join(say("papers.labelled", who=label, said=answer) for label, answer in there.items()))


def _open(item: Held) -> str:
    """An answer, or that it is kept off the page."""
    shown = held(item)
    return "" if shown.muted else say("papers.sheet.kept_off") if shown.confidential else shown.said


def known(m: Material, most: int, letters: float, spoken: float) -> tuple[tuple[str, Value], ...]:
    """What is known, with the worry as it was written here and in the check; of what the child said so many letters as
    `spoken` says."""
    worry = from_check.both(m.details.narrative.worry, m.case.other_worry_note).said
    written = replace(m, case=m.case.but(other_worry_note=worry))
    return known_rows(written, most, max(round(letters), 40), round(spoken))


def words(m: Material) -> str:
    """The child's words as they were written here; those of the check stand with what is known. What somebody else told
    in the same words is not the child's."""
    said = m.details.narrative.exact_words
    return "" if any(said.strip(QUOTES) in one for one in findings.childs_own(m)) else said
