"""The frozen base of every model: its one way to change, held for every model that holds a user's answers."""
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from decision.case import TEXT_LIMIT, Case, Child, FamilyMember, Finding, SignAnswer
from exports.details import Details
from guidance.load import load_packs
from guidance.vocabulary import Citation, Fact
from guidance.words import Said, Words, say
from pages.parts.visit.draft import Progress
from tests.formats.full import full_case, full_details, full_progress

SECRET = "Jane lives at 4 Mill Lane"
ODD = ("perhaps", "x" * (TEXT_LIMIT + 10_000), "\n" * 1_500, None, True, 5, -1, "2026-02-30", "9999-12-31", (), {},
       ({"id": "row", "about": ["Z"]},), {"sign": {"answer": "yes", "about": ["Z"]}}, ({"label": "A"}, {"label": "A"}))
"""What a field may be given that is not its own: words of no list, far too much, days that are none, strange children.
"""


def standing(node: Any) -> Iterator[Fact]:
    """Every model in one, itself first."""
    if isinstance(node, Fact):
        yield node
        for name in type(node).model_fields:
            yield from standing(getattr(node, name))
    elif isinstance(node, Mapping | tuple):
        for item in node.values() if isinstance(node, Mapping) else node:
            yield from standing(item)


def kinds(kind: Any) -> Iterator[type[Fact]]:
    """A model and all that its fields may hold."""
    if isinstance(kind, type) and issubclass(kind, Fact):
        yield kind
        for field in kind.model_fields.values():
            yield from kinds(field.annotation)
    for inside in get_args(kind):
        yield from kinds(inside)


PACKS = load_packs()
FULL = {type(one): one for whole in (full_case(PACKS), full_details(), full_progress(PACKS)) for one in standing(whole)}
"""Each model with an answer in every field."""


def test_every_model_of_the_answers_is_tried() -> None:
    """Whatever can stand in a case, in its details or in the progress."""
    assert set(FULL) == {kind for whole in (Case, Details, Progress) for kind in kinds(whole)}


def or_refused(make: Any) -> Any:
    """What is made, or the kinds and places of what is refused."""
    try:
        return make()
    except ValidationError as error:
        return [(one["type"], one["loc"]) for one in error.errors(include_url=False, include_input=False)]


@pytest.mark.parametrize("kind", FULL, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_change_is_what_the_whole_would_be_read_as(kind: type[Fact], data: st.DataObject) -> None:
    """Of any fields at once: the same model as one that is read anew with the change, or refused for the same."""
    before, written = FULL[kind], FULL[kind].model_dump()
    values = st.sampled_from((*ODD, *written.values(), *kind.model_construct().__dict__.values()))
    changes = data.draw(st.dictionaries(st.sampled_from(sorted(kind.model_fields)), values, max_size=3))
    assert or_refused(lambda: before.but(**changes)) == or_refused(lambda: kind.model_validate(written | changes))
    assert before.model_dump() == written, "what is changed stays as it was"


@pytest.mark.parametrize("changes", [
    {"danger": "perhaps"}, {"other_worry_note": "x" * (TEXT_LIMIT + 1)}, {"dangre": "no"}, {"reference": "x" * 61},
    {"findings": (Finding(id="row", about=("B",)),)}, {"signs": {"sign": SignAnswer(answer="yes", about=("B",))}},
    {"children": ()}, {"children": (Child(label="A"), Child(label="A"))}, {"earlier_answers": ("x" * 20_001,)},
])
def test_a_case_refuses_what_cannot_be(changes: dict[str, Any]) -> None:
    """An answer of no list, a text that is too long, a field there is not, a finding about a child who is not there."""
    case = Case(children=(Child(label="A"),), findings=(Finding(id="first", about=("A",)),))
    with pytest.raises(ValidationError):
        case.but(**changes)


def test_what_does_not_fit_together_is_changed_together() -> None:
    """A child with the last statement about it is one change: there is nothing invalid on the way."""
    case = Case(children=(Child(label="A"),), findings=(Finding(id="first", about=("A",)),))
    assert case.but(children=(), findings=()) == Case()
    assert Child(label="A", age_years=1).but(age_years=None, age_months=20).months == 20


def test_what_is_refused_says_nothing_of_what_was_typed() -> None:
    """The error names the field; the words stay with the user."""
    for change in ({"relation": SECRET * 1_000}, {"risk": SECRET}, {"key": SECRET}, {"surname": SECRET}):
        with pytest.raises(ValidationError) as refused:
            FamilyMember(key="mother", relation="mother").but(**change)
        assert next(iter(change)) in str(refused.value)
        assert "Jane" not in str(refused.value)


def test_what_is_not_changed_is_taken_over_as_it_is() -> None:
    """No model in it is built anew, what was never said stays unsaid, and nothing changed is nothing lost."""
    case = FULL[Case]
    changed = case.but(danger="yes")
    assert isinstance(case, Case)
    assert changed.danger == "yes"
    assert all(one is two for one, two in zip(changed.findings, case.findings, strict=True))
    assert changed.voice is case.voice
    assert Case().but(danger="no").model_fields_set == {"danger"}
    assert case.but() == case


class Told(Fact):
    """A fact that says something in words of ours."""

    says: Words
    source: Citation


def test_a_sentence_of_ours_stays_one() -> None:
    """So it can be said again from another catalogue after the fact around it was changed."""
    said = Told(says=say("now.heading"), source=Citation(source="a", where="b"))
    changed = said.but(source=Citation(source="c", where="d"))
    assert isinstance(changed.says, Said)
    assert changed.says is said.says
    assert isinstance(said.but(says=say("now.heading")).says, Said)
    assert type(said.but(says="as printed").says) is str


def test_a_copy_takes_nothing_along_that_was_worked_out_from_other_fields() -> None:
    """By whatever means it is copied: a pack with other rows has no list of the rows of before."""
    area = next(iter(load_packs().areas.values()))
    assert area.indicators[0].id in area.indicator
    for other in (area.model_copy(update={"indicators": ()}), area.but(indicators=(), levels=(), scales=())):
        assert other.indicator == {}
