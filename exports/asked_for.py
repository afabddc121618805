"""What a paper asks of whoever reads it, by the result: never help begun anew where the result says that none is.

An outcome alone does not say it: the user's own view can make it early help where there is help already, and for a
child with a social worker or for an adult nobody offers the family anything.
"""
from decision.before_birth import if_unborn
from decision.headline import of_no_family
from decision.path import Path
from decision.result import Decision
from guidance.words import key_of, say
from guidance.words.forms import listed

EARLY = "early_help"


def asked_for(decision: Decision) -> str:
    """What is asked for, in words."""
    whose = of_no_family(decision.outcome, decision.then)
    if whose:
        return say(f"papers.ask.{whose}")
    if decision.outcome != EARLY:
        return if_unborn(decision.before_birth, say(f"papers.ask.{decision.outcome}"))
    if key_of(decision.headline) == "headline.next_step":
        return say("papers.ask.next_step")
    begins, others = _begins(decision)
    return say("papers.ask.early_help_for", children=listed(begins)) if begins and others else say(
        "papers.ask.early_help")


def _begins(decision: Decision) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The children for whom early help begins by their first path, and those for whom it does not."""
    first: dict[tuple[str, ...], Path] = {}
    for path in decision.then:
        first.setdefault(path.about, path)
    begins = tuple(label for about, path in first.items() for label in about if path.kind == EARLY)
    return begins, tuple(label for about in first for label in about if label not in begins)
