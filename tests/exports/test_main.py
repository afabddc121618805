"""The command: `python -m exports`."""
import json
import os
from pathlib import Path

import pytest

from decision.case import Case
from exports.__main__ import main
from exports.casefile import lock, write
from exports.details import Details
from exports.make import DOCUMENTS
from tests.exports import samples

CASE = Case(reference="KESTREL-17", home_area="central_bedfordshire", children=samples.CASE.children)


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    """A plain case file on disk."""
    file = tmp_path / "case.json"
    file.write_bytes(write(CASE, samples.DETAILS, samples.PACKS))
    return file


def test_list_names_every_document(capsys: pytest.CaptureFixture[str]) -> None:
    """`list` prints one line a document, with its id and what it is."""
    assert main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(DOCUMENTS)


def test_list_refuses_a_folder_without_packs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip in the path is said here as well, and not only where a document is made."""
    assert main(["list", "--packs", str(tmp_path / "nowhere")]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "There is no pack in this folder" in shown.err


def test_a_case_file_becomes_a_document(case_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A real case file is decided with the real packs and printed; the checks' warnings go to the error output."""
    out = case_file.with_name("out.pdf")
    assert main(["referral", str(case_file), "-o", str(out), "--now", "2026-11-20T10:05"]) == 0
    assert out.read_bytes().startswith(b"%PDF-1.7")
    assert "case.voice:" in capsys.readouterr().err


def test_a_locked_file_asks_for_its_passphrase(case_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked case file is opened with the passphrase that is typed."""
    case_file.write_bytes(lock(case_file.read_bytes(), "owl"))
    monkeypatch.setattr("getpass.getpass", lambda _: "owl")
    out = case_file.with_name("out.txt")
    assert main(["text_blocks", str(case_file), "-o", str(out)]) == 0
    assert "KESTREL-17" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(("content", "message"), [
    (b"not json", "cannot be read as JSON"), (json.dumps({"format": "other"}).encode(), "another version"),
    (b"x" * 3_100_000, "too large"),
])
def test_a_bad_file_is_explained_without_its_content(
    case_file: Path, capsys: pytest.CaptureFixture[str], content: bytes, message: str
) -> None:
    """A file that cannot be used ends the command with a sentence and no document."""
    case_file.write_bytes(content)
    assert main(["referral", str(case_file), "-o", str(case_file.with_name("o.pdf"))]) == 2
    assert message in capsys.readouterr().err
    assert not case_file.with_name("o.pdf").exists()


def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe with a name, which nobody writes to, and a device without an end do not keep us waiting."""
    os.mkfifo(tmp_path / "pipe")
    for path in (str(tmp_path / "pipe"), "/dev/zero"):
        assert main(["referral", path, "-o", str(tmp_path / "o.pdf")]) == 2
        assert "no ordinary file" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "message"), [
    (["referral"], "Give a case file"), (["referral", "nowhere.json", "-o", "x.pdf"], "FileNotFoundError"),
])
def test_what_is_missing_is_said(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing argument or file is named, without a trace."""
    assert main(arguments) == 2
    assert message in capsys.readouterr().err


def test_a_wrong_moment_is_explained(case_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A moment that is none says what one looks like."""
    assert main(["referral", str(case_file), "-o", "x.pdf", "--now", "tomorrow"]) == 2
    assert "2026-11-20T10:05" in capsys.readouterr().err


def test_a_document_that_is_not_for_now_says_why(case_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The refusal of a family paper reaches the user as a sentence, and nothing is written."""
    case = CASE.model_copy(update={"danger": "yes", "confirmed_safe": "no"})
    case_file.write_bytes(write(case, Details(), samples.PACKS))
    out = case_file.with_name("eha.pdf")
    assert main(["early_help_assessment", str(case_file), "-o", str(out), "--now", "2026-11-20T10:05"]) == 2
    assert "not for now" in capsys.readouterr().err
    assert not out.exists()
