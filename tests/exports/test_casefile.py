"""Case files, plain and locked."""
import json
from typing import Any

import pytest

from decision.case import Case, Finding, HeldBack
from decision.unknown_ids import CaseProblem
from exports import casefile
from exports.casefile import CaseFile, CaseFileError, fitted, is_locked, lock, read, unlock, write
from exports.details import Details, Narrative
from exports.hiding.held_back import open_copy
from tests.exports import samples

PLAIN = write(samples.CASE, samples.DETAILS, samples.PACKS)
PASSPHRASE = "three owls on a wall"


@pytest.fixture(scope="module")
def locked() -> bytes:
    """A locked case file."""
    return lock(PLAIN, PASSPHRASE)


def changed(**changes: Any) -> bytes:
    """The sample file with some of its top fields changed."""
    return json.dumps({**json.loads(PLAIN), **changes}).encode()


def test_what_is_written_is_read() -> None:
    """Case and details come back equal, names in other scripts included."""
    file = read(PLAIN)
    assert file.case == samples.CASE
    assert file.details == samples.DETAILS


def test_a_file_says_which_packs_it_was_made_with() -> None:
    """The editions of the packs stand in it, so that a statement that goes later is told apart from a slip."""
    packs = samples.PACKS
    assert dict(read(PLAIN).pack_versions) == {
        "national": packs.national.edition, **{id_: packs.areas[id_].edition for id_ in samples.CASE.areas()}}


def test_a_statement_that_is_gone_becomes_a_note() -> None:
    """In a file of older packs; in one of these very packs an unknown id is refused."""
    case = samples.CASE.model_copy(update={"findings": (Finding(id="CBC-9-GONE-01", note="Cold hands"),), "asked": ()})
    file = CaseFile(case=case)
    opened, gone = fitted(file, samples.PACKS)
    assert len(gone) == 1
    assert "Cold hands" in opened.case.other_worry_note
    made_now = read(write(case, samples.DETAILS, samples.PACKS))
    with pytest.raises(CaseProblem, match="CBC-9-GONE-01"):
        fitted(made_now, samples.PACKS)


def test_what_was_held_back_under_a_statement_that_is_gone_is_in_no_open_copy() -> None:
    """Nor is a copy of it in another answer: the note that holds it now is held back, line by line."""
    said = "The lady next door hears it every night"
    case = Case(findings=(Finding(id="CBC-9-GONE-01", words=said),),
                held_back={"findings.CBC-9-GONE-01": HeldBack(why="source_unnamed")})
    opened, _ = fitted(CaseFile(case=case, details=Details(narrative=Narrative(worry=f"{said}.")),), samples.PACKS)
    for family in (True, False):
        shown = open_copy(opened.case, opened.details, family)
        assert said not in shown[0].model_dump_json() + shown[1].model_dump_json()


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    """A file that an editor has saved with a mark at its beginning is still a case file."""
    assert read(b"\xef\xbb\xbf" + PLAIN).case == samples.CASE


@pytest.mark.parametrize(("data", "message"), [
    (b"not json", "cannot be read as JSON"), (b"\xff\xfe\x00", "cannot be read as JSON"), (b"[1]", "holds no case"),
    (b"[" * 100_000, "nested too deeply"), (b"x" * 2_000_001, "larger than 2 MB"),
    (changed(format="windscreen-case-file/9"), "newer version"), (b"{}", "another version"),
    (b'{"case": {}, "case": {}}', "same name twice"),
    (b'{"format": "windscreen-case-file/2", "case": ' + b"1" * 5_000 + b"}", r"number that cannot be used \(at case\)"),
])
def test_what_is_no_case_file_is_refused_clearly(data: bytes, message: str) -> None:
    """Other files, versions and sizes are each refused with their own reason."""
    with pytest.raises(CaseFileError, match=message):
        read(data)


def test_wrong_fields_are_named_and_their_content_is_not() -> None:
    """The message names our own fields, never a value and never a field name that somebody made up."""
    case = json.loads(PLAIN)["case"] | {"danger": "Secret Name", "Secret Field": 1, "signs": {"Secret Key": 3}}
    with pytest.raises(CaseFileError) as problem:
        read(changed(case=case))
    assert "danger has a value that cannot be used" in str(problem.value)
    assert "something that this app does not know" in str(problem.value)
    assert "Secret" not in str(problem.value)


def test_an_answer_that_is_too_long_is_named() -> None:
    """A pasted text of 200 kB is refused with the name of its field."""
    details = json.loads(PLAIN)["details"]
    details["narrative"]["worry"] = "x" * 200_000
    with pytest.raises(CaseFileError, match=r"details\.narrative\.worry is too long"):
        read(changed(details=details))


def test_a_case_that_could_not_be_opened_again_is_not_written() -> None:
    """A file over the limit is refused when it is saved, while everything is still on the screen."""
    child = samples.CASE.children[0].model_copy(update={"communication": "x" * 20_000})
    children = tuple(child.model_copy(update={"label": chr(65 + number)}) for number in range(26))
    findings = tuple(samples.CASE.findings[0].model_copy(update={"note": "y" * 20_000, "words": "z" * 20_000})
                     for _ in range(60))
    with pytest.raises(CaseFileError, match="too large for one file"):
        write(Case(children=children, findings=findings), Details(), samples.PACKS)


def test_locking_hides_and_unlocking_restores(locked: bytes) -> None:
    """A locked file shows nothing of the case, and the passphrase gives the very same bytes back."""
    assert is_locked(locked)
    assert not is_locked(PLAIN)
    assert b"KESTREL" not in locked
    assert unlock(locked, PASSPHRASE) == PLAIN


def test_the_same_case_is_locked_differently_each_time(locked: bytes) -> None:
    """Salt and nonce are new for each file."""
    first, second = json.loads(locked), json.loads(lock(PLAIN, PASSPHRASE))
    assert first["salt"] != second["salt"]
    assert first["nonce"] != second["nonce"]
    assert first["data"] != second["data"]


def test_a_wrong_passphrase_is_said_to_be_wrong(locked: bytes) -> None:
    """A wrong passphrase gives a clear message and loses nothing."""
    with pytest.raises(CaseFileError, match=r"passphrase is wrong.*nothing was lost"):
        unlock(locked, "another")


@pytest.mark.parametrize("change", [
    lambda file: file | {"data": file["data"][:-8]}, lambda file: file | {"data": "AAAA" + file["data"][4:]},
    lambda file: file | {"salt": file["salt"][::-1]}, lambda file: file | {"r": 9}, lambda file: file | {"extra": 1},
    lambda file: file | {"n": "many"}, lambda file: file | {"n": 2**30}, lambda file: file | {"p": 0},
    lambda file: {key: item for key, item in file.items() if key != "nonce"}, lambda file: file | {"nonce": "!!"},
    lambda file: file | {"data": None}, lambda file: file | {"n": 1000},
])
def test_an_altered_file_is_refused(locked: bytes, change: Any) -> None:
    """Cut short, altered in any part, or asking for too much work: each is refused with a message."""
    with pytest.raises(CaseFileError):
        unlock(json.dumps(change(json.loads(locked))).encode(), PASSPHRASE)


def test_a_truncated_file_is_refused(locked: bytes) -> None:
    """Half a file is not a case file."""
    with pytest.raises(CaseFileError, match="cannot be read as JSON"):
        unlock(locked[:len(locked) // 2], PASSPHRASE)


def test_a_plain_file_is_not_unlocked_and_a_locked_one_not_read(locked: bytes) -> None:
    """Each kind of file says which it is."""
    with pytest.raises(CaseFileError, match="not a locked case file"):
        unlock(PLAIN, PASSPHRASE)
    with pytest.raises(CaseFileError, match="locked: give its passphrase"):
        read(locked)


def test_an_empty_passphrase_locks_nothing() -> None:
    """A file is never locked with nothing."""
    with pytest.raises(CaseFileError, match="Choose a passphrase"):
        lock(PLAIN, "")


def test_a_huge_locked_file_is_not_even_tried() -> None:
    """A file over the limit is refused before any work."""
    with pytest.raises(CaseFileError, match="too large"):
        unlock(b"x" * (casefile.LARGEST_LOCKED + 1), PASSPHRASE)
