"""The list of answers that can be held back is made from the types of the fields, so that none is missing."""
from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

import pytest

from decision.case import Case
from exports.details import Details
from exports.hiding.held_back import answers
from exports.hiding.hold_labels import CALLED
from exports.hiding.hold_places import HELD_TOO, NOT_HELD, OPEN_FIELDS, OPEN_MODELS, Place, emptied, places, said_at
from exports.hiding.written import Field, is_written, texts
from guidance.vocabulary import Fact
from guidance.words import ours
from tests.exports import samples
from tests.exports.filled import filled, free_fields, models

IDS = {
    "Case": {"home_area", "area_now", "work_area", "signs", "signs_none", "signs_some", "signs_unsure", "answers",
             "one_of", "asked", "unsure_topics", "factors", "held_back"},
    "Child": {"label"}, "SignAnswer": {"about"}, "Finding": {"id", "about"}, "Practitioner": {"role"},
    "SourceOfHarm": {"members", "ruled_out"}, "FamilyMember": {"key"}, "Call": {"contact"},
    "EarlierCall": {"contact", "key"},
    "ChildDetails": {"label"}, "HouseholdMember": {"key"}, "ChildText": {"label"}, "AgreementRecord": {"key"},
    "LivedDay": {"label"}, "MayStand": {"place", "words"}, "Allegation": {"criteria"}, "Settled": {"id"},
}
"""Fields of text that the program fills, by model: ids and letters, and maps by id."""


def _texts(kind: Any) -> bool:
    """Whether a type holds text that is no closed list."""
    return kind is str or (get_origin(kind) is not Literal and any(map(_texts, get_args(kind))))


def test_every_text_is_an_answer_or_an_id() -> None:
    """A new field of text is free text by its type, or is named here as an id: none is forgotten."""
    for kind in {*models(Case), *models(Details)}:
        ids = {name for name, field in kind.model_fields.items() if _texts(field.annotation)
               and not is_written(kind, name)}
        assert ids == IDS.get(kind.__name__, set()), kind.__name__


def test_every_free_text_has_a_place_or_a_reason() -> None:
    """Whatever can be written stands in the list of answers, or among the exceptions with the reason."""
    case, details = filled()
    listed = "\n".join(one.said for one in answers(case, details, samples.PACKS)).splitlines()
    fields = dict(_by_field(case)) | dict(_by_field(details))
    assert set(fields) == free_fields()
    for field, said in fields.items():
        assert (said in listed) is (field not in NOT_HELD), field


def _by_field(node: Any) -> Iterator[tuple[Field, str]]:
    if isinstance(node, Fact):
        for name in type(node).model_fields:
            value = getattr(node, name)
            if is_written(type(node), name):
                yield (type(node), name), value if isinstance(value, str) else value[0]
            else:
                yield from _by_field(value)
    elif isinstance(node, tuple | Mapping):
        for item in node.values() if isinstance(node, Mapping) else node:
            yield from _by_field(item)


def test_every_exception_is_a_free_text_and_says_why() -> None:
    """No reason stands for a field that is gone."""
    assert free_fields() >= NOT_HELD
    assert all(OPEN_FIELDS.values())
    assert all(OPEN_MODELS.values())


def test_every_place_has_a_name_in_words() -> None:
    """What can be held back is called something, each place by a name of its own."""
    forms = {place.form for place in places(*filled())}
    assert forms == set(CALLED)
    assert len({ours()[key] for key in CALLED.values()}) == len(CALLED)
    called = [one.called for one in answers(*filled(), samples.PACKS)]
    assert not [name for name in called if "_" in name or "{" in name]


@pytest.mark.parametrize("path", [place.path for place in places(*filled())])
def test_an_emptied_place_holds_nothing_of_what_stood_there(path: str) -> None:
    """Every word of the answer is gone, every other word of the case stays."""
    case, details = filled()
    gone = {said for _, said in said_at(case, details, path)}
    before = {said for model in (case, details) for _, said in texts(model)}
    for put in ("", "held"):
        after = {said for model in emptied(case, details, path, put) for _, said in texts(model)}
        assert gone
        assert after - ({"", "held", HELD_TOO} if put else {""}) == before - gone
        assert ("held" in after) is bool(put)


@pytest.mark.parametrize("path", [
    "", "nowhere", "home_area", "format", "details", "details.marking", "details.format", "signs.gone",
    "details.narrative.gone", "details.children.Z.disability", "family.gone", "children.A.age_years", "reference",
    "details.referrer.name",
])
def test_a_place_that_is_no_answer_changes_nothing(path: str) -> None:
    """A case file may name any place: ids, choices, dates, and what is not there stay."""
    case, details = filled()
    assert emptied(case, details, path, "held") == (case, details)
    assert said_at(case, details, path) == () or path == "details.referrer.name"


def test_places_that_older_files_name_are_still_places() -> None:
    """A place keeps its name for good: an answer that was held back stays so."""
    paths = {place.path for place in places(*filled())}
    assert {
        "other_worry_note", "where_now.note", "voice.words", "history.help", "call.note", "family.mother",
        "findings.CBC-2-CHILD-01", "signs.injury", "details.log", "details.chronology", "details.narrative.worry",
        "details.narrative.effects.A", "details.allegation.summary", "details.conversation.reasons",
    } <= paths


def test_a_statement_is_listed_once() -> None:
    """Two places are never the same."""
    found = list(places(*filled()))
    assert len({place.path for place in found}) == len(found)
    assert all(isinstance(place, Place) for place in found)
