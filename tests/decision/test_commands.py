"""The commands: good input, bad input, and never a word of what somebody typed about a child."""
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from decision import __main__ as commands
from decision.case import Case
from decision.formats import CASE_FILE, current
from decision.result import Decision
from guidance.problems import PackError
from tests.decision.altered import with_area, with_few_cases
from tests.decision.build import CBC, PACKS, case, yes

SECRET = "Jane Smith of 4 Mill Lane"
NOW = "2026-11-20T10:05"


def written(tmp_path: Path, content: Any) -> str:
    """The path of a file with this content, as text or as JSON."""
    file = tmp_path / "case.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(file)


def told() -> dict[str, Any]:
    """A case as JSON in which a child has told."""
    return case(signs=yes("disclosure")).model_dump(mode="json")


def run(*arguments: str) -> int:
    """The exit code of one command."""
    return commands.main(list(arguments))


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_case_and_a_case_file_are_assessed(tmp_path: Path, capsys: pytest.CaptureFixture[str], wrapped: bool) -> None:
    """A bare case and a case file with details give the same Decision as JSON."""
    content = {"format": current(CASE_FILE), "case": told(), "details": {}} if wrapped else told()
    assert run("assess", written(tmp_path, content), "--now", NOW) == 0
    decision = Decision.model_validate_json(capsys.readouterr().out)
    assert decision.outcome == "refer_now"
    assert f"{decision.made_at:%Y-%m-%dT%H:%M}" == NOW


def test_a_case_can_come_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A dash reads the case from another program."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(told()).encode())))
    assert run("assess", "-", "--now", NOW) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "refer_now"


def test_without_a_time_it_is_now(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The clock is read here and nowhere else in the engine."""
    assert run("assess", written(tmp_path, told())) == 0
    assert json.loads(capsys.readouterr().out)["made_at"]


BAD_CONTENT: list[Any] = [
    '{"danger": "Jane Smith of 4 Mill Lane"', f'["{SECRET}"]', {"danger": SECRET}, {SECRET: "yes"},
    {"children": [{"label": "A", "name": SECRET}]}, {"signs": {SECRET: {"answer": "perhaps"}}},
    {"answers": {SECRET: "perhaps"}}, {"home_area": SECRET}, {"findings": [{"id": SECRET}]},
    {"format": SECRET, "case": {}}, {"practitioner": {"role": SECRET}}, {"events": {"noticed": SECRET}},
    {"family": [{"key": "mother", "relation": "mother", SECRET: "yes"}]}, {"asked": [SECRET]},
    {"home_area": CBC, "factors": {SECRET: "yes"}}, f'{{"{SECRET}": 1, "{SECRET}": 2}}',
    {"case": {"findings": [{"id": SECRET}]}}, {"format": current(CASE_FILE), "case": {SECRET: 1}},
    {"format": current(CASE_FILE), "case": SECRET}, {"format": "windscreen-case/99", "danger": SECRET},
]


@pytest.mark.parametrize("content", BAD_CONTENT, ids=range(len(BAD_CONTENT)))
def test_bad_input_is_refused_in_words_and_not_repeated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: Any
) -> None:
    """Exit code 2 and what to mend, on the error channel, without a word of what stands in the file."""
    assert run("assess", written(tmp_path, content)) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.strip()
    assert not [word for word in ("Jane", "Smith", "Mill") if word in shown.err]
    assert "Traceback" not in shown.err


@pytest.mark.parametrize(("format_", "home"), [("windscreen-case-file/1", CBC), (current(CASE_FILE), "atlantis")])
def test_a_statement_that_is_gone_is_said_and_becomes_a_worry(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], format_: str, home: str
) -> None:
    """A file made with older packs is assessed; what they no longer have asks for a talk today and is named."""
    old = {"format": format_, "case": {"home_area": home, "findings": [{"id": "GONE-1", "note": SECRET}]}}
    assert run("assess", written(tmp_path, old), "--now", NOW) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["outcome"] == "consult_today"
    assert "GONE-1" in shown.err
    assert "Jane" not in shown.err


def test_a_slip_in_a_file_of_these_very_packs_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody who changes the printed example and mistypes an id is told so; nothing is decided without it."""
    assert run("example", CBC) == 0
    file = json.loads(capsys.readouterr().out)
    file["case"]["findings"].append({"id": "CBC-SLIP-1"})
    assert run("assess", written(tmp_path, file)) == 2
    assert "CBC-SLIP-1" in capsys.readouterr().err


def test_a_case_with_a_byte_order_mark_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that an editor has saved with a mark at its beginning is still a case."""
    assert run("assess", written(tmp_path, "\ufeff" + json.dumps(told())), "--now", NOW) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "refer_now"


@pytest.mark.parametrize("content", ["[" * 100_000, "\x00", "", "null", "7", '"text"'])
def test_what_is_no_case_at_all_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str) -> None:
    """Deep nesting, an empty file or a bare value ends in a message, not in a crash."""
    assert run("assess", written(tmp_path, content)) == 2
    assert capsys.readouterr().err.strip()


def test_a_file_that_is_not_there_too_large_or_not_text_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each says what is wrong with the file."""
    assert run("assess", str(tmp_path / "Jane Smith.json")) == 2
    assert "could not be read" in (missing := capsys.readouterr().err)
    assert "Jane" not in missing

    binary = tmp_path / "binary.json"
    binary.write_bytes(b"\xff\xfe\x00")
    assert run("assess", str(binary)) == 2
    assert "not in UTF-8" in capsys.readouterr().err

    assert run("assess", written(tmp_path, " " * 2_000_001)) == 2
    assert "larger than 2 MB" in capsys.readouterr().err


@pytest.mark.parametrize("versions", [None, "1", [], ["national"], {"national": 1}, {"national": None}, True])
def test_versions_of_packs_that_are_none_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], versions: Any
) -> None:
    """Without them a slip in this very file would pass for a statement of long ago."""
    file = {"format": current(CASE_FILE), "pack_versions": versions, "case": told()}
    assert run("assess", written(tmp_path, file)) == 2
    assert "pack_versions" in capsys.readouterr().err


def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe with a name, which nobody writes to, a device without an end and a folder do not keep us waiting."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    for path in (tmp_path / "pipe", tmp_path / "link", "/dev/zero", tmp_path):
        assert run("assess", str(path)) == 2
        assert "no ordinary file" in capsys.readouterr().err


@pytest.mark.parametrize("now", ["tomorrow", "2026-13-01T10:00", "10:05", "9999-12-31T23:59"])
def test_a_time_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], now: str) -> None:
    """The message shows how a time is written."""
    assert run("assess", written(tmp_path, told()), "--now", now) == 2
    assert "2026-11-20T10:05" in capsys.readouterr().err


def test_the_schema_is_that_of_a_case(capsys: pytest.CaptureFixture[str]) -> None:
    """`schema` prints the JSON Schema with every allowed value."""
    assert run("schema") == 0
    assert json.loads(capsys.readouterr().out) == Case.model_json_schema()


@pytest.mark.parametrize("failing", [0, 1])
def test_the_check_reports_every_worked_case(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], failing: int
) -> None:
    """As JSON: every case of every pack by name, how many are not as expected, and 1 as the exit code if any."""
    wrong = {"name": "A child tells", "on": NOW, "facts": [{"id": "disclosure"}], "expect": {"outcome": "universal"}}
    packs = with_few_cases(PACKS)
    packs = with_area(packs, CBC, cases=(*packs.areas[CBC].cases, *[wrong] * failing))
    monkeypatch.setattr(commands, "load_packs", lambda *_: packs)
    code = run("check", "--json")
    report = json.loads(capsys.readouterr().out)
    holders = {"national": packs.national, **packs.areas}
    named = [(pack_id, raw["name"]) for pack_id, pack in holders.items() for raw in pack.cases]
    assert [(row["pack"], row["name"]) for row in report["results"]] == named
    assert report["cases"] == len(named)
    assert report["failed"] == sum(bool(row["differs"]) for row in report["results"]) == failing
    assert code == failing


def test_the_check_names_a_worked_case_that_is_not_as_expected(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In words: the pack, the case and what differs; exit code 1."""
    wrong = {"name": "A child tells", "on": NOW, "facts": [{"id": "disclosure"}], "expect": {"outcome": "universal"}}
    monkeypatch.setattr(commands, "load_packs", lambda *_: with_area(with_few_cases(PACKS), CBC, cases=(wrong,)))
    assert run("check") == 1
    shown = capsys.readouterr().out
    assert f"{CBC}: A child tells" in shown
    assert "expected universal, found refer_now" in shown


def test_the_check_is_content_when_all_is_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 0 and the number of cases."""
    right = {"name": "A child tells", "on": NOW, "facts": [{"id": "disclosure"}], "expect": {"outcome": "refer_now"}}
    only = with_area(with_few_cases(PACKS), CBC, cases=(right,))
    monkeypatch.setattr(commands, "load_packs", lambda *_: only.model_copy(
        update={"national": only.national.model_copy(update={"cases": ()})}))
    assert run("check") == 0
    assert capsys.readouterr().out.strip().endswith("0 of them not as expected.")


def test_the_example_is_a_case_file_that_can_be_assessed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The printed file holds a case and details, and `assess` takes it."""
    assert run("example", CBC) == 0
    printed = capsys.readouterr().out
    file = json.loads(printed)
    assert file["format"] == current(CASE_FILE)
    assert len(file["case"]["children"]) >= 2
    assert file["details"]
    assert run("assess", written(tmp_path, printed), "--now", NOW) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "consult_today"


@pytest.mark.parametrize("area", ["atlantis", SECRET, ""])
def test_an_example_of_no_area_names_those_that_have_one(capsys: pytest.CaptureFixture[str], area: str) -> None:
    """The message lists the areas, and repeats nothing that cannot be an id."""
    assert run("example", area) == 2
    shown = capsys.readouterr().err
    assert CBC in shown
    assert "Jane" not in shown


@pytest.mark.parametrize("arguments", [(), ("guess",), ("assess",), ("assess", "a", "b")])
def test_a_command_that_does_not_exist_is_refused_with_its_usage(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    """argparse's usage and exit code 2."""
    with pytest.raises(SystemExit) as caught:
        run(*arguments)
    assert caught.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_packs_that_cannot_be_loaded_end_the_command_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever is wrong with the guidance is said, and nothing is decided with half of it."""
    def broken(*_: object) -> None:
        raise PackError(())

    monkeypatch.setattr(commands, "load_packs", broken)
    assert run("schema") == 2
    assert capsys.readouterr().err.strip()
