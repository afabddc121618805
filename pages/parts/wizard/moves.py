"""Whether a child can move about alone: asked where an age or a disability leaves it open, and beside a mark."""
from decision.case import Case, Child
from decision.changes import children_asked
from decision.consistency import CRAWLS_FROM
from decision.written_age import MONTHS_A_YEAR
from guidance.words import say
from pages.parts.asking.choices import YES_NO
from pages.parts.asking.questions import Sent, choose, reveal
from pages.parts.visit import knowledge

WALKS_BY = 24
"""Months from which most children walk. Ours: no source that we hold gives an age. The question of an older one stands
folded beside the age, and openly beside a mark: nothing is taken for granted before the age that the packs name."""


def asked_openly(child: Child) -> bool:
    """Whether it stands open beside the age: of a baby, and of one who is disabled, or of whom that is not known."""
    disabled = child.disability in ("yes", "not_known")
    known = child.months is not None or child.disability is not None
    young = child.months is not None and child.months < WALKS_BY
    return known and may_be_still(child) and not child.unborn and (young or disabled)


def may_be_still(child: Child) -> bool:
    """Whether it must be said that the child moves about: the engine takes it for granted of no such child."""
    old = knowledge.packs().national.moves_about_from
    grown = old is not None and child.months is not None and child.months >= MONTHS_A_YEAR * old
    return not grown or child.disability in ("yes", "not_known")


def ask(child: Child, says: str) -> None:
    """The question about one child."""
    choose(f"moves-{child.label}", says, YES_NO, child.moves_about, say("steps.children.moves.hint"), across=True)


def ask_beside(name: str, marks: tuple[str, ...], case: Case) -> None:
    """The same of each child of whom it is open, while one of these ticks of a page stands, which are about a mark."""
    found = called_for(case) if marks else ()
    if found:
        with reveal(f"moves-{name}", marks):
            for child in found:
                ask(child, say("statements.moves", label=child.label) if len(case.children) > 1
                    else say("steps.children.moves"))


def called_for(case: Case) -> tuple[Child, ...]:
    """The children of whom it bears on a mark: not one who is unborn, or known to be too young to crawl."""
    return tuple(child for child in children_asked(case) if may_be_still(child) and not child.unborn
                 and (child.months is None or child.months >= CRAWLS_FROM))


def take(case: Case, sent: Sent) -> Case:
    """What was said of each; a child of whom nothing was said is left as it was."""
    said = {child.label: sent.choice(f"moves-{child.label}", child.moves_about) for child in called_for(case)}
    if all(said.get(child.label, child.moves_about) == child.moves_about for child in children_asked(case)):
        return case
    return case.but(children=tuple(
        child.but(moves_about=said[child.label]) if child.label in said else child for child in children_asked(case)))
