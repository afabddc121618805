"""What is kept for a young person's own sake, and whom self-harm makes suspected: neither is more than it says."""
from typing import Any

import pytest

from decision.telling import in_confidence
from tests.decision.altered import replaced, with_area
from tests.decision.build import AREA, PACKS, known, yes
from tests.decision.test_telling import FATHER, TEENAGER, entry, told

IN_CONFIDENCE = "CBC-2-CHILD-03"
"""Starts the duty that keeps a young person's confidence from 13, and below 16 one that has the front door asked."""
SIXTEEN = [{"label": "A", "age_years": 16}]


def test_what_is_the_young_persons_own_is_asked_of_them_and_never_kept_from_them() -> None:
    """The parents are asked about first, the young person is talked with, and no person is made suspected by it."""
    fields = {"ticked": (IN_CONFIDENCE,), "children": SIXTEEN}
    assert told(**fields) == {"mother": "ask_first", "father": "ask_first", "young_person": "tell"}
    mother = entry("mother", **fields)
    assert mother.rule == "in_confidence"
    assert mother.lifted_by.startswith("The young person")


def test_beside_a_danger_the_front_door_is_asked_and_not_only_the_young_person() -> None:
    """Two reasons to ask first: the one about danger gives the words, and closes the young person's own row."""
    found = told(ticked=(IN_CONFIDENCE,), children=TEENAGER)
    assert set(found) == {"mother", "father", "young_person", "suspected"}
    assert set(found.values()) == {"ask_first"}
    assert entry("mother", ticked=(IN_CONFIDENCE,), children=TEENAGER).rule == "cbc_sexual_matters"
    assert told(ticked=(IN_CONFIDENCE,), children=SIXTEEN, signs=yes("sexual_abuse"))["mother"] == "not_yet"


def test_a_doubt_about_something_private_keeps_the_confidence() -> None:
    """Not sure about it is no reason to tell a parent, nor to keep it from the young person."""
    found = told(answers={IN_CONFIDENCE: "not_sure"}, children=SIXTEEN)
    assert (found["mother"], found["young_person"]) == ("ask_first", "tell")


NEED = next(row for row in AREA.indicators if row.kind == "need" and not row.harm and not row.at_least and not row.duty
            and not row.ask_first)


def _self_harm(**fields: Any) -> dict[str, str]:
    """Telling beside a need that starts the duty on self-harm and is not of harm by itself."""
    pack = with_area(PACKS, AREA.id, indicators=replaced(AREA.indicators, NEED.id, duty=("self_harm",)))
    return told(packs=pack, ticked=(NEED.id,), **fields)


@pytest.mark.parametrize(("source", "mother", "father"), [
    ({}, "tell", "tell"), ({"kinds": ["not_known"]}, "tell", "tell"), ({"kinds": ["nobody"]}, "tell", "tell"),
    ({"kinds": ["other_adult"]}, "tell", "tell"), (FATHER, "tell", "ask_first"),
    ({"kinds": ["parent_or_carer"]}, "ask_first", "ask_first"),
])
def test_self_harm_makes_nobody_suspected_and_a_suspected_parent_is_not_told(
        source: dict[str, Any], mother: str, father: str) -> None:
    """Ordinary parents have to know, so that they can keep the young person safe; about a suspect one asks first."""
    found = _self_harm(source_of_harm=source)
    assert (found["mother"], found["father"]) == (mother, father)


@pytest.mark.parametrize(("state", "kept"), [("ask_first", True), ("not_yet", False), ("tell", False)])
def test_only_who_is_asked_about_first_is_held_back_in_confidence(state: str, kept: bool) -> None:
    """Somebody who is not to be told yet is held back for more than the young person's sake, by whatever rule."""
    rule = next(rule for rule in PACKS.national.telling if rule.confidence)
    person = entry("mother").model_copy(update={"state": state, "rule": rule.id})
    assert in_confidence(person, known()) is kept
