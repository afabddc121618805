"""What only a child who is born can do is not said where no child of the case is born yet.

Such a child leaves nobody, says nothing and is not asked: a sentence of ours, or of what holds everywhere, that speaks
of one who does has another in its place, about the baby and the mother. Only words change, and nothing that is due. The
usual words stay where a child is born, or may be by now, and where the mother is said to be a child herself: then they
may be about her. Of a mother whose age nobody gave the words in their place hold too.
"""
from collections.abc import Iterator
from datetime import date

from decision.ages import still_unborn
from decision.case import Case
from decision.result import Decision
from decision.reworded import reworded
from guidance.packs import Packs
from guidance.words import BEFORE_BIRTH, Said, ours, say


def only_before_birth(case: Case, today: date) -> bool:
    """Whether surely no child of the case is born yet, and no mother of one is said to be a child herself."""
    unborn = bool(case.children) and all(still_unborn(child, today) for child in case.children)
    return unborn and not any(one.expecting == "yes" and one.under_18 == "yes" for one in case.family)


def as_before_birth(decision: Decision, packs: Packs) -> Decision:
    """The decision in words that fit before a birth, where it is one of that kind; everything else stays."""
    if not decision.before_birth:
        return decision
    everywhere = _everywhere(packs)
    return reworded(decision, lambda said: fitting(said, everywhere))


def means(decision: Decision, says: str, packs: Packs) -> str:
    """What an outcome means as it fits the decision: `says`, the words of a pack, or ours for whoever is the lead."""
    return fitting(says, _everywhere(packs)) if decision.before_birth else says


def if_unborn(unborn: bool, words: str) -> str:
    """A sentence of ours, as it is or, before a birth, as it fits then."""
    return fitting(words) if unborn else words


def fitting(said: str, everywhere: dict[str, str] | None = None) -> str:
    """One text as it fits before a birth, at any depth. `everywhere`: what holds everywhere, with the key of what is
    said in its place; an area's words stay."""
    if not isinstance(said, Said):
        return say(key) if (key := (everywhere or {}).get(said)) else said
    filled = {name: fitting(value, everywhere) if isinstance(value, str) else value
              for name, value in said.filled.items()}
    instead = f"{BEFORE_BIRTH}{said.key}"
    return Said(instead if instead in ours() else said.key, filled, ours())


def _everywhere(packs: Packs) -> dict[str, str]:
    """The words of what holds everywhere → the key of the sentence in their place, where there is one."""
    return {words: key for words, key in places(packs) if key in ours()}


def places(packs: Packs) -> Iterator[tuple[str, str]]:
    """Each sentence of what holds everywhere that can have another in its place, with the key that this has."""
    national = packs.national
    for process in national.processes:
        for step in process.steps:
            yield step.says, f"before_birth.step.{process.id}_{step.id}"
    for duty in national.duties:
        for step in (*duty.steps, *duty.do_not):
            yield step.says, f"before_birth.step.{duty.id}_{step.id}"
    for time in national.timescales:
        yield time.says, f"before_birth.time.{time.id}"
        yield time.note, f"before_birth.time.{time.id}_note"
    for words in national.outcomes:
        yield words.says, f"before_birth.outcome.{words.id}"
