"""An older folder is brought up wherever it lies and whoever may write there: nothing is lost, and all is said."""
import os
import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from guidance.__main__ import main
from guidance.folder import AREA, NATIONAL, read_folder
from guidance.formats import CURRENT
from guidance.migrate import copy_below, migrate
from tests.made_up import PACKS, older_testshire

TODAY = date(2026, 11, 27)
EVERYWHERE = read_folder(PACKS / "national", NATIONAL)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Testshire as if it were of the first format."""
    return older_testshire(tmp_path)


def texts(folder: Path) -> dict[str, bytes]:
    """Every file with its content."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize("path", ["/pack", "/srv/pack", "/srv/packs/pack", "/srv/packs/areas/pack", "/a/b/c/d/pack"])
def test_the_copy_never_is_the_folder_itself(tmp_path: Path, path: str) -> None:
    """However few folders it lies in: new texts are tried below the other folder, in one that is called the same."""
    copy = copy_below(tmp_path, Path(path))

    assert tmp_path in copy.parents
    assert copy.parts[-min(4, len(Path(path).parts) - 1):] == Path(path).parts[1:][-4:]


@pytest.mark.parametrize("deep", [(), ("testshire",)], ids=["itself", "one below"])
def test_a_folder_that_lies_near_the_top_is_brought_up_too(old: Path, deep: tuple[str, ...]) -> None:
    """Where a folder for passing files is two names long, its packs have two or three."""
    with TemporaryDirectory() as top:
        folder = Path(shutil.copytree(old, Path(top).joinpath(*deep), dirs_exist_ok=True))
        (found,) = migrate(folder, EVERYWHERE)

        assert found.ok is True, found.says
        assert read_folder(folder, AREA).number == CURRENT


def test_a_folder_that_is_read_only_is_tried_without_its_modes(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may only be read can still be said; its modes are not copied, as then the copy could not be changed."""
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    for name in ("copystat", "copymode", "copy2", "copytree"):
        monkeypatch.setattr(shutil, name, refused)
    (found,) = migrate(old, EVERYWHERE, write=False)

    assert found.ok is True
    assert "would be of format" in found.says[-1]


def test_a_folder_that_cannot_be_copied_is_said(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence and exit code 1, and every file as it was."""
    def refused(*_: object, **__: object) -> None:
        raise OSError

    before = texts(old)
    with monkeypatch.context() as patched:
        patched.setattr("guidance.migrate.TemporaryDirectory", refused)
        (found,) = migrate(old, EVERYWHERE, write=False)

    assert found.ok is False
    assert found.says == ("Nothing was written: the folder could not be read and tried in a copy (OSError).",)
    assert texts(old) == before


@pytest.mark.parametrize("allowed", [0, 1, 2])
def test_a_folder_that_cannot_be_written_is_said_and_no_file_is_half_written(
    old: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], allowed: int
) -> None:
    """Which files are written is said; the one with the format comes last, so that the command can be run again."""
    before, meant = texts(old), read_folder(old, AREA).pack
    put = os.replace
    done: list[str] = []

    def some(new: Path, file: Path) -> None:
        if len(done) == allowed:
            raise PermissionError
        put(new, file)
        done.append(file.name)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", some)
        assert main(["migrate", str(old)], TODAY, old.parents[1]) == 1
    said = capsys.readouterr().out

    assert "could not be written (PermissionError). See who may write there, then run this again." in said
    assert ("Nothing was written: " in said) == (not allowed)
    assert all(name in said for name in done)
    after = texts(old)
    assert {name for name in after if after[name] != before.get(name)} == set(done)
    assert "area.yaml" not in done
    assert [one.ok for one in migrate(old, EVERYWHERE)] == [True]
    assert read_folder(old, AREA).pack == meant


def test_where_no_file_can_be_made_nothing_is_written(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may only be read ends in a sentence, and nothing new lies in it."""
    before, write = texts(old), Path.write_bytes

    def refused(file: Path, data: bytes) -> int:
        if file.parent == old:
            raise PermissionError
        return write(file, data)

    monkeypatch.setattr(Path, "write_bytes", refused)
    (found,) = migrate(old, EVERYWHERE)

    assert found.ok is False
    assert "Nothing was written: " in found.says[0]
    assert texts(old) == before


def test_a_file_that_is_marked_as_read_only_is_not_replaced(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its keeper has said that it stays; the others stay as well."""
    before, opened = texts(old), Path.open

    def refused(file: Path, mode: str = "r", *rest: object, **more: object) -> object:
        if file == old / "signs.csv" and "+" in mode:
            raise PermissionError
        return opened(file, mode, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refused)
    (found,) = migrate(old, EVERYWHERE)

    assert found.says[0].startswith("Nothing was written: signs.csv could not be written (PermissionError).")
    assert texts(old) == before


def test_who_may_read_a_file_stays_as_it_was(old: Path) -> None:
    """A file that is written anew has the mode of the one before."""
    (old / "area.yaml").chmod(0o640)
    migrate(old, EVERYWHERE)

    assert (old / "area.yaml").stat().st_mode & 0o777 == 0o640
