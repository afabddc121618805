"""Every document that a result calls for can be made from it: none is refused, and each has a module of its own."""
from typing import Any

import pytest

from exports.details import Details
from exports.documents import DOCUMENTS
from exports.material import DocumentNotForNow, Material
from guidance.packs import Packs
from tests.decision.every import all_packs, areas, asked, representatives
from tests.decision.test_way_to_send import CONTEXTS, DAY, FACTS, decided
from decision.case import Case

AREAS = areas()


def refused(data: dict[str, Any], packs: Packs) -> list[str]:
    """What is called for and cannot be made."""
    case, decision = Case.model_validate(data), decided(data, packs, DAY)
    material = Material(case, Details(), decision, packs, DAY)
    found = []
    for due in decision.documents:
        document = DOCUMENTS[due.ours]
        if document.belongs and not document.belongs(material.area):
            found.append(f"{due.ours} is not offered in this area")
        try:
            if document.refuse:
                document.refuse(material)
        except DocumentNotForNow:
            found.append(f"{decision.outcome}: {due.ours} is called for and refused")
    return found


@pytest.mark.parametrize("context", list(CONTEXTS))
@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_no_document_is_called_for_that_must_not_be_made(name: str, area_id: str, context: str) -> None:
    """Each way in which a statement can count, with and without a family of whom something is known."""
    packs = all_packs()[name]
    base = asked(packs, area_id, **CONTEXTS[context])
    wrong = [f"{way.id}: {says}" for way in representatives(packs, area_id, each=3)
             for says in refused(way.to(base), packs)]
    assert wrong == []


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_no_fact_calls_for_a_document_that_must_not_be_made(name: str, area_id: str) -> None:
    """Each status, age, source of harm, view and answer of the family."""
    packs = all_packs()[name]
    base = asked(packs, area_id)
    wrong = [f"{fact}: {says}" for fact in FACTS for says in refused({**base, **fact}, packs)]
    assert wrong == []
