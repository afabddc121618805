"""Every statement of every pack, as something to add to a case: for properties that hold for all, not for a sample.

Packs: the shipped ones, the made-up ones of the tests, and those below the folder that `WINDSCREEN_PACKS` names.
"""
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from decision.case import Case, Finding, SignAnswer
from decision.core import core
from decision.known import read
from guidance.check import ROOT
from guidance.load import load_packs
from guidance.models import Factor, Indicator, Sign
from guidance.packs import Packs
from guidance.vocabulary import Answer, Outcome
from tests.made_up import made_up_root, sixth_area

GIVEN = "WINDSCREEN_PACKS"
"""Environment variable with a folder of packs (national/ and areas/) to hold to the same properties."""


@dataclass(frozen=True)
class Added:
    """One statement with an answer, as it would be added to a case."""

    id: str
    field: str
    answer: Answer

    def to(self, data: dict[str, Any], about: tuple[str, ...] = ()) -> dict[str, Any]:
        """The case's data with this statement answered, about these children."""
        if self.field == "signs":
            said = {"answer": self.answer, "about": about}
            return {**data, "signs": {**data.get("signs", {}), self.id: said}}
        if self.field == "findings" and self.answer == "yes":
            return {**data, "findings": (*data.get("findings", ()), {"id": self.id, "about": about})}
        field = "answers" if self.field == "findings" else "factors"
        return {**data, field: {**data.get(field, {}), self.id: self.answer}}

    def into(self, case: Case, about: tuple[str, ...] = ()) -> Case:
        """The same in a case that was read already: only what is added is looked at again, of some eighty answers."""
        if self.field == "signs":
            return case.model_copy(update={
                "signs": {**case.signs, self.id: SignAnswer(answer=self.answer, about=about)}})
        if self.field == "findings" and self.answer == "yes":
            return case.model_copy(update={"findings": (*case.findings, Finding(id=self.id, about=about))})
        field = "answers" if self.field == "findings" else "factors"
        return case.model_copy(update={field: {**getattr(case, field), self.id: self.answer}})


@cache
def all_packs() -> dict[str, Packs]:
    """What they are called → packs. The made-up area stands beside its own small national pack."""
    folder = Path(tempfile.mkdtemp())
    try:
        sixth = folder / "sixth"
        shutil.copytree(ROOT / "national", sixth / "national")
        sixth_area(sixth)
        found = {"shipped": load_packs(), "made up": load_packs(made_up_root(folder)), "sixth": load_packs(sixth)}
        if given := os.environ.get(GIVEN):
            found["given"] = load_packs(Path(given))
        return found
    finally:
        shutil.rmtree(folder)


def areas() -> list[tuple[str, str]]:
    """Every (packs, area)."""
    return [(name, area_id) for name, packs in all_packs().items() for area_id in packs.areas]


def statements(packs: Packs, area_id: str, answers: tuple[Answer, ...] = ("yes", "not_sure")) -> Iterator[Added]:
    """Every sign, row and factor that can be answered in an area, with each answer."""
    area = packs.areas[area_id]
    for answer in answers:
        yield from (Added(sign.id, "signs", answer) for sign in packs.signs(area_id))
        yield from (Added(row.id, "findings", answer) for row in area.indicators)
        yield from (Added(factor.id, "factors", answer) for factor in area.factors)


def representatives(packs: Packs, area_id: str, each: int = 1) -> list[Added]:
    """So many statements for each way in which one can count: level, harm, `at_least`, duties, kind, telling."""
    area = packs.areas[area_id]
    items: list[tuple[str, Sign | Indicator | Factor]] = [("signs", sign) for sign in packs.signs(area_id)]
    items += [("findings", row) for row in area.indicators] + [("factors", factor) for factor in area.factors]
    found: dict[tuple[Any, ...], list[Added]] = {}
    for field, item in items:
        if key := _way(field, item, packs, area_id):
            found.setdefault(key, []).append(Added(item.id, field, "yes"))
    return [added for group in found.values() for added in group[:each]]


def _way(field: str, item: Any, packs: Packs, area_id: str) -> tuple[Any, ...]:
    duties = [duty for id_ in item.duty for duty in packs.duties(area_id, id_)]
    acts = tuple((duty.at_least, duty.applies, duty.telling) for duty in duties if duty.at_least or duty.telling)
    if field == "signs":
        return (field, item.outcome, item.telling, acts)
    if field == "factors":
        return (field, item.at_least, acts) if item.at_least or acts else ()
    counts = item.kind == "need" and not item.scale
    level = (item.stands_at or item.level, item.harm) if counts else ()
    return (field, level, item.at_least, acts) if level or item.at_least or acts else ()


def asked(packs: Packs, area_id: str, **fields: Any) -> dict[str, Any]:
    """The data of a case in which everything was asked and answered no, but for what is given."""
    signs = {sign.id: {"answer": "no"} for sign in packs.signs(area_id)}
    return {"home_area": area_id, "danger": "no", "asked": tuple(packs.national.topic), "signs": signs, **fields}


def outcome_of(data: dict[str, Any], packs: Packs) -> Outcome:
    """The outcome of a case, without what only words, routes and dates need."""
    return outcome_in(Case.model_validate(data), packs)


def outcome_in(case: Case, packs: Packs) -> Outcome:
    """The same of a case that was read from its data already."""
    return core(read(case, packs)).outcome
