"""What only a child who is born can do is not said where no child of the case is born yet.

Such a child leaves nobody, says nothing and is not asked: a sentence of ours, or of a pack, that speaks of one who
does has another in its place, about the baby and the mother: ours by its key, a pack's beside it (`if_unborn`). Only
words change, and nothing that is due. The usual words stay where a child is born, or may be by now, and where the
mother is said to be a child herself: then they may be about her. Of a mother whose age nobody gave the words in their
place hold too.
"""
from collections.abc import Iterator
from datetime import date

from decision.ages import still_unborn
from decision.case import Case
from decision.result import Decision
from decision.reworded import reworded
from guidance.packs import Packs
from guidance.words import BEFORE_BIRTH, Said, ours


def only_before_birth(case: Case, today: date) -> bool:
    """Whether surely no child of the case is born yet, and no mother of one is said to be a child herself."""
    unborn = bool(case.children) and all(still_unborn(child, today) for child in case.children)
    return unborn and not any(one.under_18 == "yes" and one.expecting != "no" for one in case.family)


def as_before_birth(decision: Decision, packs: Packs) -> Decision:
    """The decision in words that fit before a birth, where it is one of that kind; everything else stays."""
    if not decision.before_birth:
        return decision
    published = _published(packs, decision.home_area)
    return reworded(decision, lambda said: fitting(said, published))


def means(decision: Decision, says: str, packs: Packs) -> str:
    """What an outcome means as it fits the decision: `says`, the words of a pack, or ours for whoever is the lead."""
    return fitting(says, _published(packs, decision.home_area)) if decision.before_birth else says


def if_unborn(unborn: bool, words: str) -> str:
    """A sentence of ours, as it is or, before a birth, as it fits then."""
    return fitting(words) if unborn else words


def fitting(said: str, published: dict[str, str] | None = None) -> str:
    """One text as it fits before a birth, at any depth. `published`: words of the packs, with those in their place."""
    if not isinstance(said, Said):
        return (published or {}).get(said, said)
    filled = {name: fitting(value, published) if isinstance(value, str) else value
              for name, value in said.filled.items()}
    instead = f"{BEFORE_BIRTH}{said.key}"
    return Said(instead if instead in ours() else said.key, filled, ours())


def _published(packs: Packs, area_id: str) -> dict[str, str]:
    """The words of the packs that hold here → those in their place, where there are any."""
    return {words: instead for words, instead in places(packs, area_id) if instead}


def places(packs: Packs, area_id: str) -> Iterator[tuple[str, str]]:
    """Each sentence of the packs that can have another in its place, with that one, or empty."""
    area = packs.area(area_id)
    for pack in (packs.national, area) if area else (packs.national,):
        for process in pack.processes:
            yield from ((step.says, step.if_unborn) for step in process.steps)
        for duty in pack.duties:
            yield from ((step.says, step.if_unborn) for step in (*duty.steps, *duty.do_not))
        for time in pack.timescales:
            yield from ((time.says, time.if_unborn), (time.note, time.note_if_unborn))
    yield from ((words.says, words.if_unborn) for words in packs.national.outcomes)
