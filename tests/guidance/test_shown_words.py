"""What a pack shows is in plain words: no id of a statement, and no word that asks to talk with a family regardless."""
import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from guidance.load import load_packs
from guidance.packs import AreaPack

AREAS = tuple(load_packs().areas.values())
NOT_SHOWN = frozenset({"id", "concern", "duty", "ask_first", "telling", "timescales", "disagrees_with", "duties"})
"""Fields that hold ids by design; the app follows them and never prints them."""
NOT_PART_OF_IT = frozenset({"cases"})
PROMPT = re.compile(r"\b(talk|speak) with (the )?(child and |young person and )?(family|parents?)\b|"
                    r"\b(tell|ask) the (family|parents?)\b|\b(offered to|made with) the (family|parents?)\b", re.I)
CONDITION = re.compile(r"where they\s+may be told|where\s+the family may be", re.I)


def texts(value: object) -> Iterator[str]:
    """Every text inside a part of a pack but those of fields that hold ids."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in NOT_SHOWN:
                yield from texts(getattr(value, name))


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_no_text_that_is_shown_names_a_statement_by_its_id(area: AreaPack) -> None:
    """A note says in plain words which other statement it means: nobody on the screen can look up a code."""
    ids = [*(row.id for row in area.indicators), *(factor.id for factor in area.factors)]
    named = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, ids))})(?![\w-])")
    shown = [text for name in type(area).model_fields if name not in NOT_PART_OF_IT
             for text in texts(getattr(area, name))]
    assert shown
    assert ids
    assert [text for text in shown if named.search(text)] == []


@pytest.mark.parametrize("area", [area for area in AREAS if area.levels], ids=lambda area: area.id)
def test_a_level_that_asks_to_talk_with_the_family_says_where_they_may_be_told(area: AreaPack) -> None:
    """What a level means stands beside results in which nobody is told yet, so it carries the condition itself."""
    said = [(level.id, text) for level in area.levels for text in (level.means, level.response, level.agreement)]
    assert [one for one in said if PROMPT.search(one[1]) and not CONDITION.search(one[1])] == []


def test_such_a_level_would_be_found() -> None:
    """The search knows the words that a level once had without the condition."""
    bare = "Talk with the family about early help. An Early Help Assessment follows."
    assert PROMPT.search(bare)
    assert not CONDITION.search(bare)
