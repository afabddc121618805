"""Who may be meant by a kind of person: somebody outside the family is one only where such a person was named."""
from typing import get_args

import pytest

from decision.suspects import WITHIN_FAMILY, outside
from guidance.vocabulary import HarmBy
from tests.decision.test_telling import told

NOBODY_NAMED: tuple[HarmBy, ...] = ("nobody", "not_known")
KINDS: tuple[HarmBy, ...] = get_args(HarmBy)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_outside_but_those_of_the_family_and_those_who_are_nobody(kind: HarmBy) -> None:
    """Not known is nobody outside the family, and takes nothing from somebody who was named beside it."""
    named = kind not in WITHIN_FAMILY and kind not in NOBODY_NAMED
    assert outside((kind,)) is named
    assert outside((kind, *NOBODY_NAMED)) is named


@pytest.mark.parametrize(("kinds", "there"), [
    ([], False), (["nobody"], False), (["not_known"], False), (["parent_or_carer", "not_known"], False),
    (["other_adult"], True), (["not_known", "online"], True),
])
def test_where_nothing_is_of_harm_a_suspected_person_is_shown_only_if_one_outside_was_named(
        kinds: list[str], there: bool) -> None:
    """With nothing found, not knowing who did it makes up no suspect."""
    assert ("suspected" in told(source_of_harm={"kinds": kinds})) is there
