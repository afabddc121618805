"""A change of what a case, its details, a case file or a draft may hold does not pass without a number of its own."""
import difflib

import pytest

from decision import formats
from tests.formats.shapes import MODELS, files, recorded, shape

KINDS = tuple(MODELS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_shape_does_not_change_without_its_number(kind: str) -> None:
    """What the model holds today is what is written down for the format of today."""
    format_ = formats.current(kind)
    before = recorded(format_).read_text(encoding="utf-8") if recorded(format_).exists() else ""
    differs = "\n".join(difflib.unified_diff(before.splitlines(), shape(kind).splitlines(), "written down", "now",
                                             lineterm="", n=0))
    if files(format_):
        advice = (f"{format_} has landed: people hold files of it. Raise the number in the model and add a step to "
                  "STEPS in decision/formats.py (docs/change_a_format.md), then run `python -m tests.formats`.")
    else:
        advice = f"{format_} has not landed yet, so it may still change: run `python -m tests.formats`."
    assert not differs, f"{advice}\n{differs}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_but_the_one_of_today_has_landed(kind: str) -> None:
    """Each older format has its shape and at least one file in the tests; raising a number before that is a slip."""
    older = [f"{kind}/{number}" for number in range(1, len(formats.STEPS[kind]) + 1)]
    missing = [format_ for format_ in older if not files(format_) or not recorded(format_).exists()]
    assert missing == [], "make them with the version that wrote this format: docs/change_a_format.md"


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
    folder = recorded("x/1").parent
    assert {file.stem for file in folder.glob("*.txt")} <= known
    assert {file.name for file in (folder.parent / "files").iterdir()} <= known


@pytest.mark.parametrize("kind", KINDS)
def test_the_shape_names_every_field(kind: str) -> None:
    """The written shape is not empty, and holds each field of the model itself."""
    own = MODELS[kind]
    for field in set(own.model_fields) - {"format"}:
        assert f"{own.__name__}.{field}: " in shape(kind)
