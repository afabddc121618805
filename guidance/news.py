"""What today's format asks of a folder that is written in an older one: which file gets which new key, and why.

What is new of each format stands here in sentences, beside how it is written where that is safe. Safe is what says in
the file what is read there anyway (guidance/formats.py); everything else is for a person to decide.
"""
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from guidance.folder import AREA, DOCUMENT_CITED, Folder, csv_columns
from guidance.formats import CURRENT, FORMAT
from guidance.models import Sign
from guidance.problems import Place, Problem, shown
from guidance.read import read_csv, read_yaml
from guidance.splice import with_column, with_entries, with_key, without_key
from guidance.vocabulary import NO_RULE, QUIETEST
from guidance.words.forms import listed

TEMPLATE = Path(__file__).parent / "template"
COMMAND = "python -m guidance migrate"
Edit = Callable[[str], str]


@dataclass(frozen=True)
class News:
    """One thing that a newer format asks of a file.

    `why`: what is new and what for; `does`: what is written, in words; `edit`: the file's text with it; `decide`: what
    only a person can know, and what to write then.
    """

    file: str
    key: str
    why: str
    does: str
    edit: Edit
    decide: str = ""


def news(folder: Folder[Any]) -> tuple[News, ...]:
    """What is to be written into a folder of an older format, file by file; nothing into one of today's."""
    if folder.number >= CURRENT:
        return ()
    found = [one for step in SINCE[folder.number - 1:] for one in step(folder.path)]
    may = " ".join(says for number, says in MAY_SAY.items() if number > folder.number)
    return (*found, News(
        folder.format.head, "format",
        "The first line says how the folder is written, so that no later version has to guess.",
        f"format: {FORMAT}", partial(with_key, key="format", value=FORMAT), may))


def old_format(folder: Folder[Any], to_decide: tuple[Problem, ...]) -> Iterator[Problem]:
    """The news as warnings of the check, then what must be decided before the folder can be of today's format.

    The command is named only beside an area: it never rewrites what holds everywhere.
    """
    command = f", or run: {COMMAND} FOLDER" if folder.format is AREA else ""
    for one in news(folder):
        place = Place(shown(folder.path / one.file))
        instead = f"Write {one.does}{command}."
        yield place.problem("old_format", one.why, f"{instead} {one.decide}".rstrip(), (one.key,) if one.key else (),
                            "warning")
    for problem in to_decide:
        yield problem.but(
            severity="warning", kind="old_format",
            says=f"Before this folder can be of format {CURRENT}, a person must decide: {problem.says}")


def not_read(folder: Folder[Any]) -> Iterator[Problem]:
    """Files that may still lie in a folder although nothing reads them any more."""
    for name in folder.format.unread:
        if (folder.path / name).exists():
            yield Place(shown(folder.path / name)).problem(
                "unread", "This file is not read any more: what stood in it comes with the app.",
                "You may delete it.", severity="warning")


def _since_1(path: Path) -> Iterator[News]:
    """What format 2 asks of a folder of format 1."""
    yield from _every_file(path)
    yield from _telling(path)
    for name in ("indicators.csv", "signs.csv"):
        if (path / name).exists() and "found_in" not in _columns(path / name):
            yield News(
                name, "found_in",
                "A new column says where an honest answer is held, so that nobody is sent to find out what only the "
                "child can say.",
                "found_in into the first row, with empty cells below", partial(with_column, name="found_in", value=""),
                "Fill in records, colleague, observation or only_the_child, row by row; when torn, the later. Until "
                f"then each is read as {QUIETEST}, so nothing about it is offered for looking up.")
    if words := _signatures(path):
        yield News(
            "documents.yaml", "signatures",
            "Who signs stands beside the words, because a line of the family is left out where it is not to be told.",
            f"by: family beside {listed(words)}", partial(with_entries, key="signatures", before="by: family"),
            "Where it is somebody else who signs, write by: young_person or by: worker.")
    if "switchboard" in _head(path):
        yield News(
            AREA.head, "switchboard",
            "No switchboard is named any more: where no number of the pack is open, 101 and 999 are given. Its number "
            "stays among the contacts.",
            "nothing here, and take the line out", partial(without_key, key="switchboard"))


def _every_file(path: Path) -> Iterator[News]:
    """Files that could be left out where the document had nothing for them."""
    id_ = str(_head(path).get("id", ""))
    for name in (*AREA.files, *AREA.inside):
        if not (path / name).exists():
            yield News(name, "", "Every file of a pack is there, also one without entries, so that one that is lost is "
                       "missed.", "an empty file", lambda _, name=name: _empty(name, id_))  # type: ignore[misc]


def _telling(path: Path) -> Iterator[News]:
    """Signs of which nothing said whether a telling rule holds."""
    file = path / "signs.csv"
    if not file.exists():
        return
    rows = _rows(file)
    without = [cells.get("id", "") for cells in rows if not cells.get("telling")]
    if without or "telling" not in _columns(file):
        yield News(
            file.name, "telling",
            "A sign without a rule on telling the family says so, because an empty cell may be a rule that was lost.",
            f"{NO_RULE} into the cells that are empty ({listed(without) or 'there are none'})",
            partial(with_column, name="telling", value=NO_RULE),
            "If one of these signs had a rule, write its id instead." if without else "")


def _rows(file: Path) -> list[Mapping[str, str]]:
    """The cells of each sign."""
    return [cells for _, cells in read_csv(file, csv_columns(Sign, False, AREA.checked), tuple(Sign.model_fields)).rows]


def _empty(name: str, area_id: str) -> str:
    """A file of a pack without any entry: the names of its columns, or the notes of a new one."""
    model = AREA.model(AREA.files.get(name, "")) if name.endswith(".csv") else None
    if model:
        return ",".join(csv_columns(model, AREA.files[name] in DOCUMENT_CITED, AREA.checked)) + "\n"
    lines = (TEMPLATE / name).read_text(encoding="utf-8").replace("{{area_id}}", area_id).splitlines(keepends=True)
    return "".join(line for line in lines if line.startswith("#") or not line.strip())


def _head(path: Path) -> Mapping[str, Any]:
    value = read_yaml(path / AREA.head).value
    return value if isinstance(value, dict) else {}


def _columns(file: Path) -> list[str]:
    return [name.strip().strip('"') for name in file.read_text(encoding="utf-8-sig").split("\n", 1)[0].split(",")]


def _signatures(path: Path) -> list[str]:
    """The signatures that are only words, each once."""
    file = path / "documents.yaml"
    entries = read_yaml(file).value if file.exists() else None
    forms = [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    signatures = (one for form in forms for one in form.get("signatures") or ())
    return list(dict.fromkeys(f'"{one}"' for one in signatures if isinstance(one, str)))


def _since_2(path: Path) -> Iterator[News]:
    """What format 3 asks of a folder of format 2: nothing but to say so in the first line."""
    return iter(())


def _since_3(path: Path) -> Iterator[News]:
    """What format 4 asks of a folder of format 3: of every sign a national group and a few words."""
    file = path / "signs.csv"
    if file.exists() and _rows(file) and "in_short" not in _columns(file):
        yield News(
            file.name, "in_short",
            "Signs are asked group by group, and one No answers all of a group, so each is named in its line in a few "
            "words.",
            "in_short into the first row, with empty cells below", partial(with_column, name="in_short", value=""),
            "Fill in one to five plain words for each sign, such as locked in. Until then it stands there in its whole "
            "words.")


SINCE: tuple[Callable[[Path], Iterator[News]], ...] = (_since_1, _since_2, _since_3)
"""What is new after each format, the first format first."""
MAY_SAY: Mapping[int, str] = {
    3: "A pack may also say there from which day it holds, as holds_from. It need not.",
    4: "Rows may also say from or under which age in months they can be so, and which of them are alike and in what "
       "they differ, and that their own words say how they are known; a form may name the call before it, as "
       "call_first. They need not.",
}
"""Format → what may be written since then, but need not."""
