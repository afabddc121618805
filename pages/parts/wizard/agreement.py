"""What the family step asks because a yes to help may hang on it: how somebody was asked, and who is expecting."""
from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any, get_args

from decision.case import Case, Child, FamilyMember
from decision.entitled import between_adults
from decision.known import Known
from decision.result import Telling
from decision.telling import SUSPECTED
from guidance.vocabulary import HelpKind
from guidance.words import say
from pages.parts.asking.choices import AGREES, YES_NO, YES_NO_NOT_SURE
from pages.parts.asking.questions import Sent, choose, reveal

ANSWERED = (list(AGREES).index("agrees"), list(AGREES).index("refuses"))
MAY_BE = tuple(list(YES_NO_NOT_SURE).index(one) for one in ("yes", "not_sure"))
YES = list(YES_NO).index("yes")
HELP: tuple[HelpKind, ...] = get_args(HelpKind)
BOTH = "both"
MONTHS, YOUNGEST = 12, 10
"""From this age in years a young person of the case is asked about as the one who expects the baby."""


def may_be_heard(member: FamilyMember, case: Case, known: Known, telling: Iterable[Telling]) -> bool:
    """Whether somebody may have been there in front of whom a yes does not count: another parent or carer, the other
    one of two who are against each other, or somebody who might be causing this. What was answered is always in sight.
    `case`: with those of whom nothing has been said yet, whom `known` leaves out.
    """
    source = case.source_of_harm
    named = source.members or set(source.kinds) - {"nobody"} or any(one.person == SUSPECTED for one in telling)
    return bool(len(case.family) > 1 or named or between_adults(known) or member.asked_alone)


def behind(member: FamilyMember, heard: bool) -> None:
    """Of a yes or a no: whether they were asked alone, where somebody may have heard (`heard`) or they are harmed too,
    and which help was named."""
    key = member.key
    with reveal(f"agreement-{key}", f"agrees-{key}", *ANSWERED):
        with nullcontext() if heard else reveal(f"alone-{key}", f"harmed-{key}", *MAY_BE):
            choose(f"asked_alone-{key}", say("ask.asked_alone"), YES_NO, member.asked_alone,
                   say("ask.asked_alone.hint"), across=True)
        choose(f"agreed_to-{key}", say("ask.agreed_to"), _named(), _said(member), say("ask.agreed_to.hint"),
               across=True)


def expecting(member: FamilyMember) -> None:
    """Whether this is the pregnant woman, and if so whether she is a child herself."""
    key = member.key
    choose(f"expecting-{key}", say("ask.expecting"), YES_NO, member.expecting, say("ask.expecting.hint"), across=True)
    with reveal(f"under_18-{key}", f"expecting-{key}", YES):
        choose(f"under_18-{key}", say("ask.under_18"), YES_NO, member.under_18, across=True)


def expecting_children(case: Case) -> None:
    """The same of each young person of the case, where an unborn child is among the children."""
    for child in _may_expect(case):
        choose(f"expecting-child_{child.label}", say("ask.expecting.child", label=child.label), YES_NO,
               child.expecting, say("ask.expecting.hint"), across=True)


def taken(member: FamilyMember, sent: Sent) -> dict[str, Any]:
    """The answers about one person; what the page did not ask stays as it was."""
    key = member.key
    said = sent.choice(f"agreed_to-{key}", _said(member))
    return {
        "asked_alone": sent.choice(f"asked_alone-{key}", member.asked_alone),
        "agreed_to": member.agreed_to if said == _said(member) else HELP if said == BOTH else (said,),
        "expecting": sent.choice(f"expecting-{key}", member.expecting),
        "under_18": sent.choice(f"under_18-{key}", member.under_18),
    }


def children_taken(case: Case, sent: Sent) -> tuple[Child, ...]:
    """The children, each with what was said here of whether they are expecting."""
    return tuple(child.but(expecting=sent.choice(f"expecting-child_{child.label}", child.expecting))
                 for child in case.children)


def _named() -> dict[str, str]:
    """Each kind of help that a yes may be about, then all of them."""
    return {kind: say(f"ask.agreed_to.{kind}") for kind in (*HELP, BOTH)}


def _said(member: FamilyMember) -> str | None:
    """Which of them was answered about this person; None while nothing was."""
    return BOTH if set(member.agreed_to) == set(HELP) else next(iter(member.agreed_to), None)


def _may_expect(case: Case) -> tuple[Child, ...]:
    if not any(child.unborn for child in case.children):
        return ()
    return tuple(child for child in case.children
                 if not child.unborn and child.months is not None and child.months >= MONTHS * YOUNGEST)
