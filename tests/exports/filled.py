"""The sample case with a record in every list and a word of its own in every free text, for tests that go by type."""
from collections.abc import Iterator
from typing import Any, get_args

from decision.case import EarlierCall, Case, Finding, HeldBack, Settled, SignAnswer
from exports.details import Details, UnnamedSource
from exports.hiding.written import Field, is_written, rewritten
from guidance.vocabulary import Fact
from tests.exports import samples


def filled(said: str = "", beside: frozenset[Field] = frozenset()) -> tuple[Case, Details]:
    """Case and details in which every free text is `said`, or a long word that stands nowhere else."""
    number = 0

    def word(name: str, text: str) -> str:
        nonlocal number
        number += 1
        return said or f"sentinel{number:03}word"

    case = samples.CASE.model_copy(update={
        "signs": {"injury": SignAnswer(answer="yes", basis="told")}, "earlier_answers": ("x",),
        "findings": (*samples.CASE.findings[:1], Finding(id="CBC-4-CHILD-15", basis="child_said")),
        "earlier_calls": (EarlierCall(key="1"),),
        "held_back": {"nowhere": HeldBack(why="safety")}, "settled": (Settled(id="CBC-3-FAMILY-03", answer="no"),),
    })
    first, second = samples.DETAILS.children
    details = samples.DETAILS.model_copy(update={
        "sources": (UnnamedSource(),),
        "children": (first.model_copy(update={"religion": "", "nhs_number": ""}), second),
        "narrative": samples.DETAILS.narrative.model_copy(update={"injury": ""}),
    })
    return rewritten(case, word, beside), rewritten(details, word, beside)


def models(kind: Any) -> Iterator[type[Fact]]:
    """Every model that a type holds, at any depth."""
    if isinstance(kind, type) and issubclass(kind, Fact):
        yield kind
        for field in kind.model_fields.values():
            yield from models(field.annotation)
    for part in get_args(kind):
        yield from models(part)


def free_fields() -> set[Field]:
    """Every free text of a case and its details, by the types alone."""
    found = {*models(Case), *models(Details)}
    return {(kind, name) for kind in found for name in kind.model_fields if is_written(kind, name)}
