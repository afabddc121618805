"""Bringing a folder of an older format up to today's: what is safe is written, and every change is said.

Before anything is written the new texts are read in a copy, and must give the very pack that the old ones are read as.
"""
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from guidance.check import problems_alone
from guidance.editions import format_of
from guidance.folder import AREA, NATIONAL, Folder, read_folder
from guidance.formats import CURRENT, FORMAT, WRITTEN
from guidance.news import News, news, not_read
from guidance.packs import AreaPack, NationalPack
from guidance.problems import Problem, grouped
from guidance.read import read_yaml
from guidance.vocabulary import EDITIONS, Fact
from guidance.words.forms import listed

NOT_THE_SAME = ("Nothing was written: it would not be read as what stands there now, which is a mistake of this app. "
                "Please write the new keys by hand; the check names them.")
MARK = "\ufeff"
"""What some programs write before the first letter of a file."""


class Migrated(Fact):
    """What became of one folder, in sentences. `ok`: it is of today's format now, or was before."""

    folder: str
    says: tuple[str, ...]
    ok: bool


def migrate(path: Path, national: Folder[NationalPack], write: bool = True) -> tuple[Migrated, ...]:
    """Bring a pack's folder and its editions up to today's format. Without `write` only what would be done is said."""
    shelf = path / EDITIONS
    editions = sorted(one for one in shelf.iterdir() if one.is_dir()) if shelf.is_dir() else []
    return tuple(_readable(folder, national, write) for folder in (path, *editions))


def _readable(path: Path, national: Folder[NationalPack], write: bool) -> Migrated:
    try:
        return _one(path, national, write)
    except OSError as error:
        says = f"Nothing was written: the folder could not be read and tried in a copy ({type(error).__name__})."
        return Migrated(folder=str(path), says=(says,), ok=False)


def _one(path: Path, national: Folder[NationalPack], write: bool) -> Migrated:
    format_ = format_of(path)
    folder = read_folder(path, format_)
    if refused := _newer(path / format_.head):
        return Migrated(folder=str(path), says=(refused,), ok=False)
    if format_ is NATIONAL:
        aside = tuple(str(problem) for problem in (*folder.problems, *not_read(folder)))
        number = folder.number
        done = f"This is what holds everywhere, of format {number}. It comes with the app and is never rewritten."
        return Migrated(folder=str(path), says=(done, *aside), ok=not folder.problems)
    if folder.pack is None:
        first = "Nothing was written: the folder has errors in its own format. Mend these first:"
        return Migrated(folder=str(path), says=(first, *grouped(folder.problems)), ok=False)
    if folder.number >= CURRENT:
        return Migrated(folder=str(path), says=(f"Of format {CURRENT} already. Nothing was written.",), ok=True)
    return _brought_up(folder, national, write)


def _newer(head: Path) -> str:
    """Why a folder of a newer format is left alone; empty for any other."""
    values = read_yaml(head).value if head.exists() else None
    written = values.get("format") if isinstance(values, dict) else None
    found = WRITTEN.fullmatch(written) if isinstance(written, str) else None
    if found and int(found[1]) > CURRENT:
        return (f"Nothing was written: the folder is of {written}, which is newer than this version of the app "
                f"({FORMAT}). Use the version of the app that it was made for.")
    return ""


def _brought_up(folder: Folder[AreaPack], national: Folder[NationalPack], write: bool) -> Migrated:
    found = news(folder)
    texts = _texts(folder.path, found)
    to_decide = _left(folder, texts, national)
    if to_decide:
        found = tuple(one for one in found if (one.file, one.key) != (AREA.head, "format"))
        texts = _texts(folder.path, found)
    if _read(folder, texts).pack != folder.pack:
        return Migrated(folder=str(folder.path), says=(NOT_THE_SAME,), ok=False)
    if write and (failed := _not_written(folder.path, texts)):
        return Migrated(folder=str(folder.path), says=(failed,), ok=False)
    said = [_said(one, write) for one in found]
    if to_decide:
        said.append(f"Not of format {CURRENT} yet. A person must decide what follows; then run this again:")
        said += grouped(to_decide)
    elif write:
        said.append(f"The folder is of format {CURRENT} now.")
    else:
        said.append(f"The folder would be of format {CURRENT} then. Nothing was written.")
    return Migrated(folder=str(folder.path), says=tuple(said), ok=not to_decide)


def _not_written(path: Path, texts: Mapping[str, str]) -> str:
    """Write the files, each whole or not at all. What failed and which are written, in a sentence; empty if all are.

    The head, which says of which format the folder is, comes last: until then this can be run again.
    """
    files = {name: (path / name).resolve() for name in sorted(texts, key=lambda name: name == AREA.head)}
    beside = {name: file.with_name(f".{file.name}.new") for name, file in files.items()}
    done: list[str] = []
    try:
        for name, file in files.items():
            beside[name].write_bytes(texts[name].encode())
            if file.exists():
                file.open("r+b").close()   # one that is marked as read-only is not replaced
                shutil.copymode(file, beside[name])
        for name, file in files.items():
            os.replace(beside[name], file)
            done.append(name)
    except OSError as error:
        failed = f"could not be written ({type(error).__name__}). See who may write there, then run this again."
        return f"Written: {listed(done)}. The rest {failed}" if done else f"Nothing was written: {name} {failed}"
    finally:
        for file in beside.values():
            with suppress(OSError):
                file.unlink(missing_ok=True)
    return ""


def _texts(path: Path, found: tuple[News, ...]) -> dict[str, str]:
    """File → its new text, of the files that change. A mark at the beginning stays where it is."""
    texts: dict[str, str] = {}
    for one in found:
        file = path / one.file
        before = texts[one.file] if one.file in texts else file.read_bytes().decode() if file.exists() else ""
        mark = MARK if before.startswith(MARK) else ""
        texts[one.file] = mark + one.edit(before.removeprefix(MARK))
    return {name: text for name, text in texts.items()
            if not (path / name).exists() or text.encode() != (path / name).read_bytes()}


def _left(
    folder: Folder[AreaPack], texts: Mapping[str, str], national: Folder[NationalPack]
) -> tuple[Problem, ...]:
    """What the check would refuse if the folder were of today's format with these texts."""
    read = _read(folder, texts)
    return problems_alone(replace(read, called=read.says_id), national)


def _read(folder: Folder[AreaPack], texts: Mapping[str, str]) -> Folder[AreaPack]:
    """The folder with other texts, read from a copy that is called the same."""
    with TemporaryDirectory() as below:
        copy = copy_below(Path(below), folder.path)
        copy.mkdir(parents=True, exist_ok=True)
        for file in folder.path.iterdir():
            if file.is_file() and not file.name.startswith("."):
                (copy / file.name).write_bytes(file.read_bytes())   # without its mode, which may be read-only
        for name, text in texts.items():
            (copy / name).write_bytes(text.encode())
        return read_folder(copy, AREA)


def copy_below(below: Path, path: Path) -> Path:
    """Where the copy of a folder lies below another: by its last four names, which problems and days are read from."""
    return below.joinpath(*path.resolve().parts[1:][-4:])


def _said(one: News, written: bool) -> str:
    did = "written" if written else "would be written"
    key = f", {one.key}" if one.key else ""
    return f"{one.file}{key}: {did}: {one.does}. {one.why} {one.decide}".rstrip()
