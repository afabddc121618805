"""Damaged case files and drafts: refused in words, or read as what they are; never a traceback, never calmer."""
import contextlib
import io
import json
import os
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from decision import __main__ as commands
from decision.assess import decide
from decision.known import CaseProblem, read
from decision.result import Decision
from exports.casefile import CaseFileError, fitted, is_locked
from exports.casefile import read as read_file
from guidance.vocabulary import OUTCOMES
from pages.parts import draft
from tests.decision.build import PACKS
from tests.decision.damaged import damaged

FILES = Path(__file__).parents[1] / "formats" / "files"
NOW = datetime(2026, 11, 26, 10, 30, tzinfo=UTC)
FEW = 300
"""Damaged files in the suite; WINDSCREEN_DAMAGED=10000 makes that many (docs/measure.md)."""
NUMBER = int(os.environ.get("WINDSCREEN_DAMAGED") or FEW)
WHOLE = [data for file in sorted(FILES.glob("windscreen-case*/*.json")) if not is_locked(data := file.read_bytes())]
DRAFTS = [file.read_bytes() for file in sorted(FILES.glob("windscreen-draft*/*.json"))]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command with packs that are loaded once and without the changes that would follow, which cost most."""
    def core(case: Any, packs: Any, now: datetime) -> Decision:
        return decide(read(case, packs), now)

    monkeypatch.setattr(commands, "load_packs", lambda: PACKS)
    monkeypatch.setattr(commands, "assess", core)
    monkeypatch.setattr(st, "session_state", {})


def assessed(content: bytes) -> tuple[int, str, str]:
    """The exit code, the outcome and the error text of `python -m decision assess -`."""
    out, said = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(said):
        patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
        code = commands.main(["assess", "-", "--now", "2026-11-26T10:30"])
    return code, json.loads(out.getvalue())["outcome"] if code == 0 else "", said.getvalue()


def in_exports(content: bytes) -> str:
    """The outcome by way of exports' reader; empty where it refuses."""
    try:
        return decide(read(fitted(read_file(content), PACKS)[0].case, PACKS), NOW).outcome
    except (CaseFileError, CaseProblem) as problem:
        return "" if str(problem).strip() else "refused without a word"


@pytest.mark.usefixtures("quick")
def test_a_damaged_case_is_refused_or_at_least_as_urgent() -> None:
    """By the command and by exports' reader, which agree; what is read is the same document, or another one by rule."""
    whole = [(data, assessed(data)[1]) for data in WHOLE]
    counts: Counter[str] = Counter()
    for seed in range(NUMBER):
        data, before = whole[seed % len(whole)]
        kind, content = damaged(data, seed)
        code, after, said = assessed(content)
        elsewhere = in_exports(content)
        assert code in (0, 2), seed
        if code == 2:
            assert said.strip(), seed
            assert "Traceback" not in said, seed
            assert not elsewhere or "format" not in json.loads(content.decode("utf-8-sig")), seed
            counts[f"{kind}: refused"] += 1
            continue
        assert elsewhere in ("", after), seed
        same = json.loads(content.decode("utf-8-sig")) == json.loads(data)
        if same:
            assert after == before, seed
        elif kind == "again":
            assert OUTCOMES.index(after) >= OUTCOMES.index(before), seed
        assert kind != "twice", f"{seed}: of two answers under one name one was chosen"
        counts[f"{kind}: {'the same document' if same else 'compared' if kind == 'again' else 'another case'}"] += 1
    assert sum(counts.values()) == NUMBER
    assert counts["twice: refused"] > NUMBER / 20
    print(json.dumps(counts, indent=1, sort_keys=True))   # noqa: T201 - the figures, shown with -s


@pytest.mark.usefixtures("quick")
def test_a_damaged_draft_is_put_aside_or_read() -> None:
    """Nothing but a reason in words comes out of the reader of drafts; a name that stands twice is never chosen."""
    counts: Counter[str] = Counter()
    for seed in range(NUMBER):
        kind, content = damaged(DRAFTS[seed % len(DRAFTS)], seed)
        try:
            _, (case, _, _) = draft.opened(content.decode("utf-8", "replace"), NOW)
        except draft.DraftProblem as problem:
            counts[f"{kind}: refused" if str(problem).strip() else "refused without a word"] += 1
            continue
        assert kind != "twice", seed
        with contextlib.suppress(CaseProblem):
            assert decide(read(draft_fit(case), PACKS), NOW).outcome
        counts[f"{kind}: read"] += 1
    assert sum(counts.values()) == NUMBER
    assert not counts["refused without a word"]
    print(json.dumps(counts, indent=1, sort_keys=True))   # noqa: T201 - the figures, shown with -s


def draft_fit(case: Any) -> Any:
    """The case against the packs of today, as the app opens it."""
    return commands.opened(case, PACKS, {})[0]
