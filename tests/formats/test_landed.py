"""Files and drafts of every format that has landed open, with no answer lost, and a decision follows from them."""
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from decision import formats
from decision.__main__ import main
from decision.assess import assess
from decision.case import Case
from decision.fit import fit
from exports import __main__ as exports_command
from exports.casefile import fitted, is_locked, read, unlock
from exports.details import Details
from pages.parts.visit import draft
from pages.parts.visit.fit import fit as fit_all
from tests.formats import full
from tests.formats.__main__ import PASSPHRASE
from tests.formats.shapes import MODELS, files

PACKS = full.packs()
NOW = full.SAVED_AT + timedelta(hours=1)
Leaf = tuple[tuple[str, ...], Any]


def landed(kind: str) -> list[Path]:
    """Every file of every format of a kind."""
    return [file for number in range(1, len(formats.STEPS[kind]) + 2) for file in files(f"{kind}/{number}")]


def named(file: Path) -> str:
    """The format and name of a file, for the test's own."""
    return f"{file.parent.name}/{file.stem}"


def leaves(data: Any, place: tuple[str, ...] = ()) -> Iterator[Leaf]:
    """Every answer with its place; formats are no answers."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key != "format":
                yield from leaves(value, (*place, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from leaves(value, (*place, str(number)))
    else:
        yield place, data


def lost(old: Any, new: Any) -> list[Leaf]:
    """Answers of the old JSON that are not in the new one, at the place to which no step has moved them."""
    found = dict(leaves(new))
    return [(place, value) for place, value in leaves(old) if place not in found or found[place] != value]


def dump(model: Any) -> Any:
    """A model as the JSON that it writes."""
    return json.loads(model.model_dump_json())


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser tab with nothing in it."""
    monkeypatch.setattr(st, "session_state", {})


def plain(file: Path) -> bytes:
    """The case file in a file, unlocked where it is locked."""
    data = file.read_bytes()
    return unlock(data, PASSPHRASE) if is_locked(data) else data


@pytest.mark.parametrize("file", landed(formats.CASE_FILE), ids=named)
def test_a_case_file_opens_with_every_answer(file: Path) -> None:
    """Plain or locked, each answer stands in the new case or details, and a decision is computed."""
    old = json.loads(plain(file))
    opened = read(plain(file))
    assert lost({"case": old["case"], "details": old["details"]}, dump(opened)) == []
    whole, gone = fitted(opened, PACKS)
    assert assess(whole.case, PACKS, NOW).outcome
    texts = [value for _, value in leaves(old["case"]) if isinstance(value, str) and " " in value]
    kept = [value for _, value in leaves(dump(whole.case)) if isinstance(value, str)]
    assert [text for text in texts if not any(text in words for words in kept)] == [], gone


@pytest.mark.parametrize("file", landed(formats.CASE), ids=named)
def test_a_bare_case_opens_with_every_answer(file: Path) -> None:
    """A case by itself is raised and read."""
    old = json.loads(file.read_text(encoding="utf-8"))
    case = Case.model_validate(formats.raised(formats.CASE, old))
    assert lost(old, dump(case)) == []
    assert assess(fit(case, PACKS)[0], PACKS, NOW).outcome


@pytest.mark.parametrize("file", landed(formats.DETAILS), ids=named)
def test_details_open_with_every_answer(file: Path) -> None:
    """Details by themselves are raised and read."""
    old = json.loads(file.read_text(encoding="utf-8"))
    assert lost(old, dump(Details.model_validate(formats.raised(formats.DETAILS, old)))) == []


@pytest.mark.parametrize("file", landed(formats.DRAFT), ids=named)
@pytest.mark.usefixtures("session")
def test_a_draft_comes_back_with_every_answer(file: Path) -> None:
    """The tab goes on where it was, with what was set aside for another area, and a decision is computed."""
    text = file.read_text(encoding="utf-8")
    assert draft.restore(text, NOW) == full.SAVED_AT
    old, progress = json.loads(text), draft.progress()
    new = {"case": dump(draft.case()), "details": dump(draft.details()), "progress": dump(progress)}
    if not old["case"]["reference"]:
        old["case"].pop("reference")
    assert lost({key: old[key] for key in new}, new) == []
    case, left, _ = fit_all(draft.case(), progress, PACKS)
    assert left.set_aside == progress.set_aside
    assert assess(case, PACKS, NOW).outcome


@pytest.mark.parametrize("kind", MODELS)
def test_no_answer_is_left_out_of_the_files(kind: str) -> None:
    """Of every landed format one file answers everything, so that a step which drops a field is noticed."""
    for number in range(1, len(formats.STEPS[kind]) + 2):
        for file in files(f"{kind}/{number}"):
            if file.stem == "every_answer":
                empty = [place for place, value in leaves(json.loads(file.read_bytes()))
                         if value in (None, "") and place[-1] not in ("age_years", "age_months", "due_date")]
                assert empty == []
                break
        else:
            assert f"{kind}/{number}" == formats.current(kind)


@pytest.mark.parametrize("file", files("windscreen-case-file/1"), ids=named)
def test_both_commands_open_the_first_format(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`decision assess` and `exports` take each file; what became a note is named on the error channel."""
    monkeypatch.setattr("getpass.getpass", lambda _: PASSPHRASE)
    monkeypatch.setattr(exports_command, "load_packs", lambda *_: PACKS)
    monkeypatch.setattr("decision.__main__.load_packs", lambda *_: PACKS)
    out = tmp_path / "text.txt"
    assert exports_command.main(["text_blocks", str(file), "-o", str(out), "--now", "2026-11-26T10:30"]) == 0
    assert out.stat().st_size
    if not is_locked(file.read_bytes()):
        capsys.readouterr()
        assert main(["assess", str(file), "--now", "2026-11-26T10:30"]) == 0
        assert json.loads(capsys.readouterr().out)["outcome"]


@pytest.mark.parametrize("new", [
    ("harm_before_next",), ("sight", "not_brought"), ("history", "earlier_referral"), ("history", "earlier_injury"),
    ("family", "0", "role"), ("family", "0", "harmed"), ("signs_none",), ("signs_some",),
    ("source_of_harm", "ruled_out_because"), ("signs",),
    ("findings", "0", "why"),
])
def test_a_question_that_is_new_has_not_been_asked(new: tuple[str, ...]) -> None:
    """In a case of the first format a question of a later one is unanswered, never no."""
    file = files("windscreen-case/1")[0]
    case = dump(Case.model_validate(formats.raised(formats.CASE, json.loads(file.read_bytes()))))
    found = case
    for part in new:
        found = found[int(part)] if isinstance(found, list) else found[part]
    if new == ("signs",):
        assert [answer["body"] for answer in found.values()] == [[], [], []]
    else:
        assert not found
        assert found != "no"


def test_who_must_not_be_named_has_not_been_asked_in_the_first_format() -> None:
    """Details of the first format name no source that is held back, and are read so."""
    old = json.loads(files("windscreen-details/1")[0].read_bytes())
    assert Details.model_validate(formats.raised(formats.DETAILS, old)).sources == ()


def test_a_worry_from_before_the_question_asks_it_first() -> None:
    """In a case of the first format whether harm could come before somebody next acts is asked before all else."""
    case = Case.model_validate(formats.raised(formats.CASE, {"format": "windscreen-case/1", "other_worry": True}))
    decision = assess(case, PACKS, NOW)
    assert decision.gaps[0].id == "harm_before_next"
    assert decision.outcome == "consult_today"
