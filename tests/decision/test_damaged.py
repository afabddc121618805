"""Damaged case files and drafts: refused in words, or read as what they are; never a traceback, never calmer."""
import contextlib
import io
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from decision import __main__ as commands
from decision.assess import assess, decide
from decision.case import Case
from decision.fit import fit
from decision.known import read
from decision.unknown_ids import CaseProblem
from decision.result import Decision
from decision.urgency import urgency
from decision.worked import expand
from exports import __main__ as papers
from exports.casefile import is_locked, write
from exports.details import Details
from guidance.packs import Packs
from guidance.vocabulary import Outcome
from pages.parts.visit import draft
from tests.decision.build import PACKS
from tests.decision.damaged import damaged, must_hold, of_other_kinds, other_kinds

pytestmark = pytest.mark.long
FILES = Path(__file__).parents[1] / "formats" / "files"
NOW = datetime(2026, 11, 26, 10, 30, tzinfo=UTC)
FEW = 300
"""Damaged files in the suite; WINDSCREEN_DAMAGED=10000 makes that many (docs/measure.md)."""
NUMBER = int(os.environ.get("WINDSCREEN_DAMAGED") or FEW)
WHOLLY = 3
"""Every so many files go through the whole answer, with what would change it and what would settle it."""
EACH = 12
"""Worked cases, two of each pack, whose every answer is changed to every other kind; else a tenth of the files."""
WHOLE = [data for file in sorted(FILES.glob("windscreen-case*/*.json")) if not is_locked(data := file.read_bytes())]
DRAFTS = [file.read_bytes() for file in sorted(FILES.glob("windscreen-draft*/*.json"))]
WORKED = [("", PACKS.national.cases), *((area.id, area.cases) for area in PACKS.areas.values())]
"""Id of each area, "" for what holds everywhere, and its worked cases as written."""
Answer = Callable[[Case, Packs, datetime], Decision]
Reader = Callable[[bytes, Answer], Outcome | None]


def core(case: Case, packs: Packs, now: datetime) -> Decision:
    """The answer without the changes that would follow, which cost most."""
    return decide(read(case, packs), now)


def worked(seed: int) -> Case:
    """A worked case of one pack after the other."""
    area_id, cases = WORKED[seed % len(WORKED)]
    return expand(cases[seed // len(WORKED) % len(cases)], area_id, PACKS).case


def sparse(data: Any) -> bytes:
    """A document without what was not answered, so that damage meets an answer more often."""
    case = Case.model_validate(data["case"]).model_dump(mode="json", exclude_defaults=True)
    return json.dumps({**data, "case": {"format": data["case"]["format"], **case}}).encode()


def whole_file(seed: int) -> bytes:
    """A case file: one that was written at some time, or a worked case as it is written now, with or without blanks."""
    if seed % 4 == 0:
        return WHOLE[seed // 4 % len(WHOLE)]
    data = write(worked(seed), Details(), PACKS)
    return data if seed % 4 == 1 else sparse(json.loads(data))


def whole_draft(seed: int) -> bytes:
    """A draft in the same way."""
    if seed % 4 == 0:
        return DRAFTS[seed // 4 % len(DRAFTS)]
    data = draft.to_json(worked(seed), Details(), draft.Progress(), NOW).encode()
    return data if seed % 4 == 1 else sparse(json.loads(data))


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands with packs that are loaded once, and papers that are not drawn."""
    monkeypatch.setattr(commands, "load_packs", lambda *_: PACKS)
    monkeypatch.setattr(papers, "load_packs", lambda *_: PACKS)
    monkeypatch.setattr(papers, "make", lambda *_, **__: b"")
    monkeypatch.setattr(st, "session_state", {})


@contextlib.contextmanager
def said() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    """What is written to standard output and to standard error."""
    out, wrong = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(wrong):
        yield out, wrong


def assessed(content: bytes, answer: Answer) -> Outcome | None:
    """The outcome by `python -m decision assess -`; None where it refuses with words."""
    with pytest.MonkeyPatch.context() as patch, said() as (out, wrong):
        patch.setattr(commands, "assess", answer)
        patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
        code = commands.main(["assess", "-", "--now", "2026-11-26T10:30"])
    return _outcome(code, wrong.getvalue(), lambda: json.loads(out.getvalue())["outcome"])


def for_a_paper(content: bytes, folder: Path, answer: Answer) -> Outcome | None:
    """The outcome by `python -m exports`, from a file to where a paper would be drawn; None where it refuses."""
    found: list[Outcome] = []

    def noted(case: Case, packs: Packs, now: datetime) -> Decision:
        decision = answer(case, packs, now)
        found.append(decision.outcome)
        return decision

    file = folder / "case.json"
    file.write_bytes(content)
    with pytest.MonkeyPatch.context() as patch, said() as (_, wrong):
        patch.setattr(papers, "assess", noted)
        code = papers.main(["referral", str(file), "-o", str(folder / "out.pdf"), "--now", "2026-11-26T10:30"])
    return _outcome(code, wrong.getvalue(), lambda: found[0])


def _outcome(code: int, words: str, outcome: Callable[[], Outcome]) -> Outcome | None:
    """Only 0 with an outcome and 2 with a message to mend by are answers."""
    if code == 0:
        return outcome()
    assert code == 2
    return _refused(words)


def _refused(words: str) -> None:
    """A refusal says why, and not by a traceback."""
    assert words.strip()
    assert "Traceback" not in words


def in_the_app(content: bytes, answer: Answer) -> Outcome | None:
    """The outcome of a draft as the app opens it; None where it is put aside with words."""
    try:
        _, (case, _, _) = draft.opened(content.decode("utf-8", "replace"), NOW)
    except draft.DraftProblem as problem:
        return _refused(str(problem))
    return answer(fit(case, PACKS)[0], PACKS, NOW).outcome


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no name stands twice."""
    found = dict(pairs)
    assert len(found) == len(pairs), "of two answers under one name one was chosen"
    return found


def compared(kind: str, whole: bytes, content: bytes, before: Outcome, after: Outcome) -> str:
    """What held of a damaged file that was read."""
    assert kind != "twice"
    document = json.loads(content.decode("utf-8", "replace").removeprefix("\ufeff"), object_pairs_hook=once)
    holds = must_hold(json.loads(whole), document, kind)
    if holds == "the same document":
        assert after == before
    elif holds == "at least as urgent":
        assert urgency(after) >= urgency(before)
    return holds


@cache
def before_damage(content: bytes, reader: Reader) -> Outcome:
    """The outcome of a file that is whole."""
    outcome = reader(content, core)
    assert outcome
    return outcome


@contextlib.contextmanager
def numbered(seed: int) -> Iterator[None]:
    """Name the file at which something went wrong."""
    try:
        yield
    except BaseException as error:
        error.add_note(f"The file was damaged by the number {seed}.")
        raise


def tried(reader: Reader, whole_of: Callable[[int], bytes], refused: str) -> Counter[str]:
    """What became of each damaged file, by what was done to it; `whole_of` gives the file that a number damages."""
    counts: Counter[str] = Counter()
    for seed in range(NUMBER):
        with numbered(seed):
            whole = whole_of(seed)
            kind, content = damaged(whole, seed)
            answer = assess if seed % WHOLLY == 0 else core
            after = reader(content, answer)
            became = compared(kind, whole, content, before_damage(whole, reader), after) if after else refused
        counts[f"{kind}: {became}"] += 1
        counts["answered in whole"] += bool(after) and answer is assess
    assert sum(counts.values()) - counts["answered in whole"] == NUMBER
    assert counts[f"twice: {refused}"] > NUMBER / 20
    print(json.dumps(counts, indent=1, sort_keys=True))   # noqa: T201 - the figures, shown with -s
    return counts


@pytest.mark.usefixtures("quick")
def test_a_damaged_case_is_refused_or_at_least_as_urgent(tmp_path: Path) -> None:
    """By both commands, which agree; what is read is the same document, at least as urgent, or another case by rule."""
    def both(content: bytes, answer: Answer) -> Outcome | None:
        after, on_paper = assessed(content, answer), for_a_paper(content, tmp_path, answer)
        assert on_paper in (None, after), "a paper was made of a case that is refused, or of another one"
        return after

    counts = tried(both, whole_file, "refused")
    assert all(counts[name] for name in ("order: the same document", "type: at least as urgent", "type: refused"))


@pytest.mark.usefixtures("quick")
def test_a_damaged_draft_is_put_aside_or_at_least_as_urgent() -> None:
    """Nothing but a reason in words comes out of the reader of drafts, or what a case file would have to hold too."""
    counts = tried(in_the_app, whole_draft, "put aside")
    assert all(counts[name] for name in ("order: the same document", "again: at least as urgent", "type: put aside"))


def test_no_answer_of_another_kind_is_calmer() -> None:
    """Each answer of worked cases in turn, as each other kind: refused, or the case is at least as urgent."""
    counts: Counter[str] = Counter()
    for seed in range(max(EACH, NUMBER // 10)):
        data = json.loads(sparse(json.loads(write(worked(seed), Details(), PACKS))))
        del data["details"]   # of which the engine sees nothing
        case = commands.read_case(json.dumps(data).encode(), PACKS)[0]
        before = urgency(core(case, PACKS, NOW).outcome)
        for content in of_other_kinds(data, commands.FIELDS):
            try:
                after = commands.read_case(content, PACKS)[0]
            except (commands.CommandProblem, CaseProblem) as problem:
                counts["refused" if str(problem).strip() else "refused without a word"] += 1
                continue
            counts["the same case" if after == case else "at least as urgent"] += 1
            assert after == case or urgency(core(after, PACKS, NOW).outcome) >= before, (seed, content)
    assert counts["refused"] > counts["the same case"] > 0
    assert not counts["refused without a word"]
    print(json.dumps(counts, indent=1, sort_keys=True))   # noqa: T201 - the figures, shown with -s


@pytest.mark.parametrize("value", [True, False, 6, 1.5, "yes", "no", "not_sure", "words", ["A"], ["A", "B"], [], {},
                                   {"answer": "yes"}])
def test_another_kind_is_seen_as_that(value: object) -> None:
    """Whatever a value is turned into differs in kind, so that its urgency is compared; true is not one."""
    for other in other_kinds(value):
        if type(other) is not type(value):
            assert must_hold({"a": [value]}, {"a": [other]}, "type") == "at least as urgent"
    assert must_hold({"a": 1}, {"a": True}, "flip") == "at least as urgent"
    assert must_hold({"a": 1}, {"a": None}, "flip") == must_hold({"a": 1}, {"a": 2}, "flip") == "another case"
    assert must_hold({"a": 1, "b": 2}, {"b": 2, "a": 1}, "order") == "the same document"
