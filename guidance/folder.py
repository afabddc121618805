"""One folder of a pack, read and typed: which file fills which part, and where every entry stands.

A folder that has problems is still read to its end, so that all of them can be listed at once.
"""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from guidance import formats
from guidance.admit import admit, is_list
from guidance.packs import AreaPack, NationalPack, Pack
from guidance.problems import KeyPath, Place, Problem, choose, shown
from guidance.read import Document, read_csv, read_yaml
from guidance.vocabulary import EDITIONS, Checked, Citation

P = TypeVar("P", bound=Pack)
NOTES = "README.md"
"""The one file of a folder that is for people only."""


@dataclass(frozen=True)
class Format(Generic[P]):
    """The files of a pack. `files`: file → part; `inside`: file → key → part; `head`: the file of single values."""

    pack: type[P]
    head: str
    files: Mapping[str, str]
    inside: Mapping[str, Mapping[str, str]]
    checked: bool
    """Whether CSV rows say when they were checked; otherwise the head does, for the whole document."""
    unread: tuple[str, ...] = ()
    """Files that a pack had before, and that nothing reads any more: they may lie there (guidance/news.py)."""
    since: Mapping[str, int] = field(default_factory=dict)
    """Files that came later → the number of the format from which they are there."""

    def file_of(self, part: str) -> str:
        """The file in which a part stands."""
        own = next((name for name, filled in self.files.items() if filled == part), "")
        return own or next((name for name, keys in self.inside.items() if part in keys.values()), self.head)

    def model(self, part: str) -> type[BaseModel] | None:
        """The class of a part's entries; None for worked cases, which `decision` types."""
        entry: Any = self.pack.model_fields[part].annotation.__args__[0]  # type: ignore[union-attr]
        return entry if isinstance(entry, type) and issubclass(entry, BaseModel) else None

    def parts(self) -> tuple[str, ...]:
        """Every part that entries fill."""
        return (*self.files.values(), *(part for keys in self.inside.values() for part in keys.values()))


AREA = Format(
    pack=AreaPack,
    head="area.yaml",
    files={
        "indicators.csv": "indicators", "signs.csv": "signs", "factors.csv": "factors", "contacts.yaml": "contacts",
        "timescales.yaml": "timescales", "circumstances.yaml": "duties", "processes.yaml": "processes",
        "scales.yaml": "scales", "documents.yaml": "documents", "sources.yaml": "sources",
        "glossary.yaml": "glossary", "cases.yaml": "cases",
    },
    inside={
        "area.yaml": {
            "levels": "levels", "domains": "domains", "reading": "reading", "raises": "raises", "gaps": "gaps",
            "paths": "paths",
        },
        "consent.yaml": {"rules": "consent", "telling": "telling"},
    },
    checked=False,
)
NATIONAL = Format(
    pack=NationalPack,
    head="national.yaml",
    files={
        "signs.csv": "signs", "duties.yaml": "duties", "roles.yaml": "roles", "topics.yaml": "topics",
        "everyday_words.yaml": "everyday", "law.yaml": "law", "outcomes.yaml": "outcomes", "contacts.yaml": "contacts",
        "timescales.yaml": "timescales",
        "processes.yaml": "processes", "glossary.yaml": "glossary", "sources.yaml": "sources", "cases.yaml": "cases",
    },
    inside={
        "national.yaml": {"sign_groups": "sign_groups"},
        "consent.yaml": {"rules": "consent", "telling": "telling"},
        "agreement.yaml": {"carers": "carers", "paths": "path_rules"},
    },
    checked=True,
    unread=("words.yaml",),
    since={"everyday_words.yaml": 4},
)
DOCUMENT_CITED = ("indicators", "factors")
"""Parts whose rows all stand in the area's own document, so that the CSV says only where."""
MAY_BE_BLANK: Mapping[str, Mapping[str, Any]] = {"indicators": {"level": "", "domain": ()}}
"""Cells that a document may leave open: a list of circumstances has neither levels nor domains."""
LIST_SEPARATOR = ";"
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Row:
    """An admitted entry of a pack and where it stands."""

    place: Place
    item: Any


@dataclass(frozen=True)
class Folder(Generic[P]):
    """A folder as read. `pack` is None where it has problems; `ids` holds also the ids of entries that have some.

    `whole` are the parts of which every entry was admitted; a part that could not be read has no `ids`. `name`,
    `says_id` and `day` (from which it holds; None for one that always did) are what the head gives, as far as it can
    be read; `number` is that of the format which the folder is written in. `called` is the name of the pack's own
    folder, which is not this one where this is another edition (guidance/editions.py).
    """

    path: Path
    format: Format[P]
    head: Row | None
    pack: P | None
    rows: Mapping[str, tuple[Row, ...]]
    ids: Mapping[str, frozenset[str]]
    whole: frozenset[str]
    problems: tuple[Problem, ...]
    name: str = ""
    number: int = formats.CURRENT
    says_id: str = ""
    day: date | None = None
    called: str = ""

    def entries(self) -> Iterator[Row]:
        """Every typed entry of every part."""
        for part, rows in self.rows.items():
            yield from rows if self.format.model(part) else ()


@dataclass
class _Found:
    """What reading has gathered so far."""

    rows: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    number: int = formats.CURRENT
    """The number of the format that the folder is written in."""


def read_folder(path: Path, format_: Format[P]) -> Folder[P]:
    """Read every file of a folder. Problems are gathered, never raised; a file that is absent cannot be read."""
    found = _Found()
    found.problems += _unknown_files(path, format_)
    head = _document(path / format_.head, found)
    values = head.value if isinstance(head.value, dict) else {}
    _note_format(path / format_.head, head, values, format_, found)
    found.problems += _missing_files(path, format_, found.number)
    for name, part in format_.files.items():
        _read_part(path / name, part, str(values.get("document", "")), format_, found)
    for name, parts in format_.inside.items():
        document = head if name == format_.head else _document(path / name, found)
        _read_inside(path / name, document, parts, format_, found)
    pack = _assemble(path, head, format_, found)
    place = Place(shown(path / format_.head), lines=head.lines)
    return Folder(
        path, format_, Row(place, pack) if pack else None, pack if pack and not found.problems else None, found.rows,
        found.ids, frozenset(found.whole), tuple(found.problems), _short(values.get("name")),
        found.number, _short(values.get("id")), day_written(values.get("holds_from")), path.name,
    )


def _note_format(
    path: Path, head: Document, values: Mapping[str, Any], format_: Format[P], found: _Found
) -> None:
    """How the folder is written. Newer ones cannot be read, nor a national pack of the first, which lacks too much."""
    written = values.get("format")
    number = formats.number_of(written)
    found.number = formats.CURRENT if number is None else number
    place = Place(shown(path), lines=head.lines)
    if number is None:
        says = f'The format "{written}" is none that this version of the app can read.'
        instead = f"Write {formats.FORMAT}. If the pack was made for a newer version of the app, use that version."
        found.problems.append(place.problem("format", says, instead, ("format",)))
    elif values and format_ is NATIONAL and number < formats.WHOLE:
        says = "This national pack was made for an older version of the app."
        instead = f"Use the one that came with this version. Its first line is format: {formats.FORMAT}."
        found.problems.append(place.problem("format", says, instead, ("format",)))


def day_written(text: object) -> date | None:
    """A day as it is written in a file, such as 2027-03-01; None for anything else."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) and len(text) == len("2027-03-01") else None
    except ValueError:
        return None


def _short(name: object) -> str:
    """A name that may stand on a page whatever is in the file: one text, not long."""
    return name[:LONGEST_NAME] if isinstance(name, str) else ""


def _unknown_files(path: Path, format_: Format[P]) -> Iterator[Problem]:
    """A misspelt file name would leave its facts out in silence."""
    known = {format_.head, NOTES, *format_.files, *format_.inside}
    names = sorted(entry.name for entry in path.iterdir()) if path.is_dir() else []
    for name in names:
        if name not in (*known, *format_.unread) and not name.startswith((".", "~")) and not is_shelf(path / name):
            yield Place(shown(path / name)).problem(
                "unknown_file", "No file of a pack has this name.", choose(name, sorted(known), NOTES))
    if format_.head not in names:
        yield Place(shown(path / format_.head)).problem(
            "missing_file", "This file is missing, and a pack begins with it.",
            "Copy it from another pack, or make a new one: python -m guidance new AREA_ID.")


def is_shelf(path: Path) -> bool:
    """Whether this is where the other editions of a pack lie. An edition has none below it."""
    nested = path.parent.parent.name == EDITIONS and day_written(path.parent.name) is not None
    return path.name == EDITIONS and path.is_dir() and not nested


def _missing_files(path: Path, format_: Format[P], number: int) -> Iterator[Problem]:
    """A file that is lost would take its facts along in silence. In older formats an empty one could be left out."""
    for name in (*format_.files, *format_.inside):
        from_ = max(formats.WHOLE, format_.since.get(name, 0))
        if number >= from_ and name != format_.head and path.is_dir() and not (path / name).exists():
            yield Place(shown(path / name)).problem(
                "missing_file", "This file is missing. Every file of a pack is there, also one that has no entries.",
                "Bring it back. If the document has nothing for it, copy the empty one from guidance/template.")


def _document(path: Path, found: _Found) -> Document:
    if not path.exists():
        return Document(None, readable=found.number < formats.WHOLE)
    document = read_yaml(path)
    found.problems += document.problems
    return document


def _read_part(path: Path, part: str, cited: str, format_: Format[P], found: _Found) -> None:
    """Read one file whose whole content is one part."""
    if path.suffix == ".csv":
        _read_rows(path, part, cited, format_, found)
    else:
        document = _document(path, found)
        _admit_list(path, part, document, document.value, (), format_, found)


def _read_inside(
    path: Path, document: Document, parts: Mapping[str, str], format_: Format[P], found: _Found
) -> None:
    """Read the parts that stand under keys of one file."""
    values = document.value if isinstance(document.value, dict) else {}
    if document.value is not None and not isinstance(document.value, dict):
        says = f"This file should have keys at its top, such as {next(iter(parts))}."
        found.problems.append(Place(shown(path)).problem("shape", says, "Write each key, a colon, and its list below."))
    for key, part in parts.items():
        _admit_list(path, part, document, values.get(key), (key,), format_, found)
    if path.name != format_.head:
        for key in sorted(values.keys() - parts.keys()):
            place = Place(shown(path), lines=document.lines)
            found.problems.append(
                place.problem("unknown_key", f'There is no key "{key}" here.', choose(key, tuple(parts)), (key,)))


def _admit_list(
    path: Path, part: str, document: Document, value: Any, prefix: KeyPath, format_: Format[P], found: _Found
) -> None:
    place = Place(shown(path), lines=document.lines, prefix=prefix)
    if not document.readable:
        return
    if value is not None and not isinstance(value, list):
        says = "This should be a list of entries."
        found.problems.append(place.problem("shape", says, "Begin each entry with a dash and a space."))
        return
    entries = [
        (Place(place.file, _name(entry), lines=document.lines, prefix=(*prefix, number)), entry)
        for number, entry in enumerate(value or ())
    ]
    _admit_all(part, entries, format_, found)


def _read_rows(path: Path, part: str, cited: str, format_: Format[P], found: _Found) -> None:
    model = format_.model(part)
    if not path.exists() or model is None:
        if found.number < formats.WHOLE:
            _admit_all(part, [], format_, found)
        return
    own_document = part in DOCUMENT_CITED
    older = found.number < formats.WHOLE
    optional = [name for name, field in model.model_fields.items() if older or not field.is_required()]
    table = read_csv(path, csv_columns(model, own_document, format_.checked), optional)
    found.problems += table.problems
    if table.readable:
        blank = MAY_BE_BLANK.get(part, {})
        entries = [
            (Place(shown(path), cells.get("id", ""), row=number),
             dict(blank) | _from_cells(cells, model, {"source": cited} if own_document else {}))
            for number, cells in table.rows
        ]
        _admit_all(part, entries, format_, found, bool(table.problems))


def csv_columns(model: type[BaseModel], own_document: bool, checked: bool) -> tuple[str, ...]:
    """The columns of a CSV file, in order: the model's fields, with the citation and the check spread out.

    `own_document`: every row stands in the area's own document, so there is no column `source`.
    """
    spread = {
        "source": ("where",) if own_document else tuple(Citation.model_fields),
        "checked": tuple(Checked.model_fields) if checked else (),
    }
    return tuple(column for name in model.model_fields for column in spread.get(name, (name,)))


def _from_cells(cells: Mapping[str, str], model: type[BaseModel], cited: Mapping[str, str]) -> dict[str, Any]:
    """A row's cells as an entry: lists split, and the citation and the check put together.

    `cited` is the source of rows that have no column for it.
    """
    entry: dict[str, Any] = {}
    for name in model.model_fields:
        if name == "source":
            group = {key: cells[key] for key in Citation.model_fields if key in cells}
            value: Any = group and dict(cited) | group
        elif name == "checked":
            value = {key: cells[key] for key in Checked.model_fields if key in cells}
        elif is_list(model, name):
            value = [item.strip() for item in cells.get(name, "").split(LIST_SEPARATOR) if item.strip()]
        else:
            value = cells.get(name)
        if value:
            entry[name] = value
    return entry


def _admit_all(
    part: str, entries: list[tuple[Place, Any]], format_: Format[P], found: _Found, rows_lost: bool = False
) -> None:
    model = format_.model(part)
    rows: list[Row] = []
    for place, entry in entries:
        raised = formats.raised(found.number, part, entry)
        item, problems = admit(model, raised, place) if model else _raw(raised, place)
        found.problems += problems
        if item is not None:
            rows.append(Row(place, item))
    found.rows[part] = tuple(rows)
    found.ids[part] = frozenset(place.id for place, _ in entries if place.id)
    if len(rows) == len(entries) and not rows_lost:
        found.whole.add(part)


def _raw(entry: Any, place: Place) -> tuple[Any, list[Problem]]:
    """A worked case as it is written."""
    if isinstance(entry, dict):
        return entry, []
    return None, [place.problem("shape", "This should be a case with keys.", "Begin with its name: and on: keys.")]


def _name(entry: Any) -> str:
    """What an entry is called: its id, else its term or name."""
    if not isinstance(entry, dict):
        return ""
    return next((str(entry[key]) for key in ("id", "term", "name", "key") if key in entry), "")


def _assemble(path: Path, head: Document, format_: Format[P], found: _Found) -> P | None:
    """The pack from its head and its admitted entries; None where the head has problems."""
    if not isinstance(head.value, dict):
        return None
    place = Place(shown(path / format_.head), lines=head.lines)
    inside = format_.inside.get(format_.head, {})
    own = {key: value for key, value in formats.raised(found.number, "", head.value).items() if key not in inside}
    for key in sorted(own.keys() & set(format_.parts())):
        says = f'"{key}" does not belong in this file.'
        found.problems.append(place.problem("unknown_key", says, f"Write it in {format_.file_of(key)}.", (key,)))
        del own[key]
    parts = {part: [row.item for row in rows] for part, rows in found.rows.items()}
    elsewhere = set(format_.parts()) - set(inside.values())
    pack, problems = admit(format_.pack, own | parts, place, elsewhere)
    found.problems += problems
    return pack
