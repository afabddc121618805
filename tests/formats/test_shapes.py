"""A change of what a case, its details, a case file or a draft may hold does not pass without a number of its own."""
import difflib
import json
from typing import Any

import pytest

from decision import formats
from decision.case import Case
from exports.details import Details
from guidance.formats import CURRENT
from tests.formats import full
from tests.formats.shapes import FORMAT, MODELS, files, pack_landed, pack_shape, recorded, shape

KINDS = tuple(MODELS)
PACK = FORMAT.partition("/")[0]
PACK_FORMATS = tuple(f"{PACK}/{number}" for number in range(2, CURRENT + 1))
"""The formats of a pack whose shape is written down."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_shape_does_not_change_without_its_number(kind: str) -> None:
    """What the model holds today is what is written down for the format of today."""
    format_ = formats.current(kind)
    before = recorded(format_).read_text(encoding="utf-8") if recorded(format_).exists() else ""
    differs = _differs(before, shape(kind))
    if files(format_):
        advice = (f"{format_} has landed: people hold files of it. Raise the number in the model and add a step to "
                  "STEPS in decision/formats.py (docs/change_a_format.md), then run `python -m tests.formats`.")
    else:
        advice = f"{format_} has not landed yet, so it may still change: run `python -m tests.formats`."
    assert not differs, f"{advice}\n{differs}"


def test_the_shape_of_a_pack_does_not_change_without_its_number() -> None:
    """A field that is new, gone, renamed, optional or required, or a value of a list, is seen here."""
    before = recorded(FORMAT).read_text(encoding="utf-8") if recorded(FORMAT).exists() else ""
    differs = _differs(before, pack_shape())
    if pack_landed():
        advice = (f"{FORMAT} has landed: people hold packs of it. Raise the number in guidance/vocabulary.py and add a "
                  "step to STEPS in guidance/formats.py, then run `python -m tests.formats`.")
    else:
        advice = f"{FORMAT} has not landed yet, so it may still change: run `python -m tests.formats`."
    assert not differs, f"{advice}\n{differs}"


def _differs(before: str, now: str) -> str:
    found = difflib.unified_diff(before.splitlines(), now.splitlines(), "written down", "now", lineterm="", n=0)
    return "\n".join(found)


LONGEST = {"windscreen-case/7": (20_000, 1_000), "windscreen-details/3": (20_000, 1_000)}
"""Format → the most characters and lines that each of its free texts could hold when it was made."""


@pytest.mark.parametrize("kind", [formats.CASE, formats.DETAILS])
def test_every_text_of_a_format_may_be_as_long_as_it_could_be(kind: str) -> None:
    """A stricter limit or check refuses what people have saved: it needs a number of its own, as a field does."""
    characters, rows = LONGEST[formats.current(kind)]
    text = ("\n" * (rows - 1)).ljust(characters, "x")
    whole = full.full_case(full.packs()) if kind == formats.CASE else full.full_details()
    data = _filled(json.loads(whole.model_dump_json()), text)
    again = (Case if kind == formats.CASE else Details).model_validate(data)
    assert again.model_dump_json().count(json.dumps(text)) > len(MODELS[kind].model_fields)


def _filled(data: Any, text: str) -> Any:
    """The same answers with every free text as long as it can be."""
    if isinstance(data, dict):
        return {key: _filled(value, text) for key, value in data.items()}
    if isinstance(data, list):
        return [_filled(value, text) for value in data]
    return text if isinstance(data, str) and data.startswith("Said at ") else data


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_but_the_one_of_today_has_landed(kind: str) -> None:
    """Each older format has its shape and at least one file in the tests; raising a number before that is a slip."""
    older = [f"{kind}/{number}" for number in range(1, len(formats.STEPS[kind]) + 1)]
    missing = [format_ for format_ in older if not files(format_) or not recorded(format_).exists()]
    assert missing == [], "make them with the version that wrote this format: docs/change_a_format.md"


def test_every_format_of_a_pack_but_the_one_of_today_has_landed() -> None:
    """Each older one has a folder in the tests, and its shape; of the first no shape was written down."""
    older = [format_ for format_ in PACK_FORMATS if format_ != FORMAT]
    missing = [format_ for format_ in older if not pack_landed(format_) or not recorded(format_).exists()]
    assert missing == [], "keep a folder as the version wrote it that had this format: docs/update_an_area.md"
    assert pack_landed(f"{PACK}/1")


@pytest.mark.parametrize("kind", KINDS)
def test_the_models_write_the_format_of_today(kind: str) -> None:
    """The number in a model is the number that the steps lead to."""
    written = {
        formats.CASE: MODELS[formats.CASE].model_fields["format"].default,
        formats.DETAILS: MODELS[formats.DETAILS].model_fields["format"].default,
        formats.CASE_FILE: MODELS[formats.CASE_FILE].model_fields["format"].default,
    }
    assert written.get(kind, formats.current(kind)) == formats.current(kind)


def test_nothing_is_written_down_for_a_format_that_does_not_exist() -> None:
    """Every shape and every folder of files belongs to a format that the steps know."""
    known = {recorded(f"{kind}/{number}").stem for kind in KINDS for number in range(1, len(formats.STEPS[kind]) + 2)}
    known |= {recorded(format_).stem for format_ in PACK_FORMATS}
    folder = recorded("x/1").parent
    assert {file.stem for file in folder.glob("*.txt")} <= known
    assert {file.name for file in (folder.parent / "files").iterdir()} <= known


@pytest.mark.parametrize("kind", KINDS)
def test_the_shape_names_every_field(kind: str) -> None:
    """The written shape is not empty, and holds each field of the model itself."""
    own = MODELS[kind]
    for field in set(own.model_fields) - {"format"}:
        assert f"{own.__name__}.{field}: " in shape(kind)
