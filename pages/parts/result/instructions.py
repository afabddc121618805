"""What each sign that is so asks for, in its own words: first of all where to act, whom to ring and in which order."""
from collections.abc import Iterable
from typing import NamedTuple

from decision.result import Decision, Reason
from guidance.packs import Packs
from guidance.vocabulary import Outcome
from guidance.words import key_of, say
from guidance.words.forms import capital, pieces
from pages.parts.display.links import within
from pages.parts.display.markup import Markup, bullets, join, paragraph, strong
from pages.parts.shell.other_page import CHECK_PAGE

AT_ONCE = 2
"""Signs whose instructions are read before a call; those of the others stand with what else must be done."""
EMERGENCY: Outcome = "call_999"
SOME = ("unsure.some_of", "unsure.some_signs")
NO_MORE = "unsure.some_of_why"


class Instruction(NamedTuple):
    """A sign in a few words, all that it says to do, and what it asks for."""

    sign: str
    then: str
    asks: Outcome


def instructions(decision: Decision, packs: Packs) -> tuple[Instruction, ...]:
    """Of each sign that is so, or suspected, the most urgent first; a sign in doubt instructs nobody."""
    signs = {sign.id: sign for sign in packs.signs(decision.home_area)}
    doubted = {one.id for one in decision.place.rim if one.doubted}
    found = (signs[one.id] for one in decision.reasons
             if one.kind == "sign" and one.id in signs and one.id not in doubted)
    return tuple(Instruction(capital(sign.short), sign.then, sign.outcome) for sign in found)


def instructed(decision: Decision, packs: Packs) -> frozenset[str]:
    """The words of every instruction: they stand where the sign is acted on, in the first answer or beside the duties,
    and no reason says them again."""
    return frozenset(one.then for one in instructions(decision, packs))


def left_over(decision: Decision, packs: Packs, rung: bool = False) -> tuple[Instruction, ...]:
    """Those that the first answer has no room for, and that no call or medical care there says. Once the call was made,
    `rung`, all stand in what follows it."""
    calls, shown = " ".join(one.says for one in decision.routes), in_sight(decision, packs)
    return () if rung else tuple(
        one for one in instructions(decision, packs) if one not in shown and one.then not in calls)


def in_sight(decision: Decision, packs: Packs) -> tuple[Instruction, ...]:
    """Those that stand in the first answer. At 999 only those that ask for 999 themselves: one that says when to ring
    it would make that call depend on something."""
    found = instructions(decision, packs)
    return tuple(one for one in found if decision.first_call != "999" or one.asks == EMERGENCY)[:AT_ONCE]


def said_first(found: tuple[Instruction, ...], routes: Iterable[str] = ()) -> tuple[Markup, ...]:
    """Each whole, by its name where there are several; not again what the words of a call, `routes`, say already."""
    said = " ".join(routes)
    left = tuple(one for one in found if one.then not in said)
    return tuple(paragraph(*((strong(f"{one.sign}:"), " ") if len(found) > 1 else ()), one.then) for one in left)


def all_of_them(found: tuple[Instruction, ...]) -> Markup:
    """Each by its name: what is left for the fold of what else must be done, or all of them after the call."""
    return bullets(*(join(strong(f"{one.sign}: "), one.then) for one in found))


def which_one(decision: Decision) -> tuple[Markup, ...]:
    """For each group of signs of which one is so, and not which: a line on what would be more urgent, and the way to
    say which one it is."""
    return tuple(paragraph(strong(one.says), *(f" {words}" for words in _doubts(one)), " ",
                           within(say("result.now.say_which"), CHECK_PAGE, {"step": "signs"}))
                 for one in decision.reasons if key_of(one.says) in SOME)


def _doubts(reason: Reason) -> tuple[str, ...]:
    return tuple(words for words in pieces(reason.why) if key_of(words) != NO_MORE)
