"""Strict reading of a pack's files. Every value stays the text that was written; `guidance.admit` gives it a type.

YAML: 17:00, 0300 and no stay text, a repeated key is refused, and so are anchors, aliases and tags. A key without a
value counts as absent, and a file without content as an empty list.
CSV: UTF-8 with commas, the columns as expected, empty cells absent. Rows are numbered as a spreadsheet numbers them.
"""
import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent, DocumentStartEvent, Event, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent,
    SequenceStartEvent,
)

from guidance.loader import Loader
from guidance.problems import KeyPath, Place, Problem, choose, key_in_words, shown
from guidance.words.forms import counted, listed

YAML_WORDS: tuple[tuple[str, str, str], ...] = (
    ("found a tab", "There is a tab here.", "Indent with spaces: two for each step."),
    ("mapping values are not allowed", "A colon stands in the middle of a text, or a line is indented too far.",
     'Put the whole text in "double quotes", or line it up with the lines above.'),
    ("could not find expected ':'", "A key has no colon after it.", "Write the key, a colon, a space, and the value."),
    ("unexpected end of stream", "A quotation mark is opened here and never closed.", "Close it."),
    ("flow", "A list in [square] or {curly} brackets is not closed, or a comma is missing in it.",
     "Close the bracket, and separate the items with commas."),
    ("unknown escape character", "A backslash stands inside double quotes.", "Use 'single quotes' for this text."),
    ("while scanning a", "A text begins with a character that has a meaning of its own here.",
     'Put the text in "double quotes".'),
    ("cannot start any token", "A text begins with a character that has a meaning of its own here.",
     'Put the text in "double quotes".'),
    ("", "The lines are not indented evenly here.",
     "Line up the keys of one entry, and begin each entry of a list with a dash and a space."),
)
"""What the YAML reader says (a part of it), what that means, and what to do. The first that fits is used."""


DEEPEST = 40
"""How deep lists and entries may lie in one another; a pack needs seven."""


class _TooDeep(Exception):
    """A file whose brackets lie too deep in one another, with the event at which that is seen."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.event = event


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file: its value, the line of each key and entry, and what is wrong. `readable`: the value can be used."""

    value: Any
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file: (row number, cells that are not empty) of each row, and what is wrong."""

    rows: tuple[tuple[int, dict[str, str]], ...] = ()
    problems: tuple[Problem, ...] = ()
    readable: bool = True


def read_yaml(path: Path) -> Document:
    """Read a YAML file as text, lists and mappings. Never raises for what is in the file: problems are returned."""
    place = Place(shown(path))
    text = _text(path, place, "Save it again as UTF-8.")
    if isinstance(text, Problem):
        return Document(None, problems=(text,), readable=False)
    builder = _Builder(place)
    try:
        value = builder.document(iter(yaml.parse(text, Loader=Loader)))
    except yaml.MarkedYAMLError as error:
        return Document(None, problems=(*builder.problems, _yaml_problem(place, text, error)), readable=False)
    except _TooDeep as error:
        says = f"More than {DEEPEST} brackets or steps lie in one another here."
        deep = _at_line(place, error.event.start_mark).problem("yaml", says, "Take out those that are too many.")
        return Document(None, problems=(*builder.problems, deep), readable=False)
    except yaml.reader.ReaderError:
        says = "There is a character that cannot be read."
        problem = place.problem("yaml", says, "Look for odd signs pasted from another program, and delete them.")
        return Document(None, problems=(problem,), readable=False)
    return Document(value, builder.lines, tuple(builder.problems))


def read_csv(path: Path, columns: Sequence[str], optional: Collection[str] = ()) -> Table:
    """Read a CSV file that has `columns` and no others, in any order; an `optional` one may be absent.

    Problems are returned, not raised.
    """
    place = Place(shown(path))
    text = _text(path, place, 'In Excel choose "Save as", then "CSV UTF-8 (comma delimited)".')
    if isinstance(text, Problem):
        return Table(problems=(text,), readable=False)
    lines: list[list[str]] = []
    try:
        lines.extend(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        row = Place(place.file, row=len(lines) + 1)
        says = "A quotation mark is opened and never closed, or stands alone inside a cell."
        return Table(problems=(row.problem("csv", says, 'Close it; write a " inside a cell as "".'),), readable=False)
    header = [name.strip() for name in lines[0]] if lines else []
    if problems := tuple(_header_problems(place, header, columns, optional)):
        return Table(problems=problems, readable=False)
    return _table(place, header, lines)


def _table(place: Place, header: list[str], lines: list[list[str]]) -> Table:
    rows: list[tuple[int, dict[str, str]]] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines[1:], 2):
        cells = [cell.strip() for cell in line]
        named = {name: cell for name, cell in zip(header, cells, strict=False) if cell}
        if any(cells[len(header):]):
            row = Place(place.file, id=named.get("id", ""), row=number)
            says = f"This row has {len(cells)} cells, but there are {len(header)} columns."
            problems.append(row.problem("cells", says, 'Put a text that holds a comma in "double quotes".'))
        elif named:
            rows.append((number, named))
    return Table(tuple(rows), tuple(problems))


def _header_problems(
    place: Place, header: list[str], columns: Sequence[str], optional: Collection[str]
) -> Iterator[Problem]:
    top = Place(place.file, row=1)
    if len(header) == 1 and header[0].count(";") > 1:
        yield top.problem("csv", "The cells are separated by semicolons.", "Save the file with commas between cells.")
        return
    missing = [name for name in columns if name not in header and name not in optional]
    for name in dict.fromkeys(header):
        if not name:
            yield top.problem("unknown_column", "A column has no name.", "Delete the empty column, or name it.")
        elif name not in columns:
            yield top.problem("unknown_column", f'There is no column "{name}".', choose(name, missing or columns))
        elif header.count(name) > 1:
            yield top.problem("repeated_column", f'The column "{name}" stands here twice.', "Delete one of them.")
    if missing:
        says = f"Missing: {counted('packs.columns', len(missing))} {listed(missing)}."
        yield top.problem("missing_column", says, "Write the name into the first row; the cells below may be empty.")


def _text(path: Path, place: Place, advice: str) -> str | Problem:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError:
        return place.problem("unreadable", "This file cannot be opened.", "See that it is a file, and who may read it.")
    except UnicodeDecodeError:
        return place.problem("encoding", "This file is not saved as UTF-8 text.", advice)


def _yaml_problem(place: Place, text: str, error: yaml.MarkedYAMLError) -> Problem:
    lines = text.splitlines()
    tab = error.problem_mark is not None and "\t" in "".join(lines[error.problem_mark.line:][:1])
    said = "found a tab" if tab else f"{error.context or ''} {error.problem or ''}"
    part, says, instead = next(row for row in YAML_WORDS if row[0] in said)
    begins = part in ("could not find expected ':'", "unexpected end of stream", "flow")
    mark = (error.context_mark if begins else error.problem_mark) or error.problem_mark
    return _at_line(place, mark).problem("yaml", says, instead)


def _at_line(place: Place, mark: Any) -> Place:
    """The place of a mark of the YAML reader, whose lines count from nought."""
    return Place(place.file, lines={(): mark.line + 1} if mark else {})


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Builder:
    """Builds one document from YAML events, noting lines, repeated keys and what is refused."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.lines: dict[KeyPath, int] = {}
        self.problems: list[Problem] = []

    def document(self, events: Iterator[Event]) -> Any:
        value: Any = None
        started = False
        for event in events:
            if isinstance(event, DocumentStartEvent) and started:
                self._refuse(event, (), "A line of three dashes starts a second document.", "Delete that line.")
                break
            if isinstance(event, DocumentStartEvent):
                started = True
            elif isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent | AliasEvent):
                value = self._value(event, events, ())
        return value

    def _value(self, event: Event, events: Iterator[Event], path: KeyPath) -> Any:
        if len(path) > DEEPEST:
            raise _TooDeep(event)
        self.lines.setdefault(path, _line(event))
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            self._refuse(event, path, "A text begins with & or *, which would copy a part of the file.",
                         'Write the value out, or put the text in "double quotes".')
        elif getattr(event, "tag", None) not in (None, "!"):
            self._refuse(event, path, "A text begins with an exclamation mark.", 'Put the text in "double quotes".')
        if isinstance(event, MappingStartEvent):
            return self._mapping(events, path)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(events, path)
        return event.value.strip() or None if isinstance(event, ScalarEvent) else None

    def _mapping(self, events: Iterator[Event], path: KeyPath) -> dict[str, Any]:
        found: dict[str, Any] = {}
        seen: set[str] = set()
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            key = str(self._value(event, events, (*path, "?")))
            del self.lines[(*path, "?")]
            here = (*path, key)
            if key in seen:
                self._refuse(event, here, f'The key "{key}" stands twice in this entry.', "Keep one of the two.",
                             "repeated_key")
            else:
                self.lines[here] = _line(event)
            value = self._value(next(events), events, here)
            if value is not None and key not in seen:
                found[key] = value
            seen.add(key)
        return found

    def _sequence(self, events: Iterator[Event], path: KeyPath) -> list[Any]:
        found: list[Any] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            value = self._value(event, events, (*path, len(found)))
            if value is None:
                self._refuse(event, path, "An entry of this list is empty.", "Fill it in, or delete its dash.", "empty")
            else:
                found.append(value)
        return found

    def _refuse(self, event: Event, path: KeyPath, says: str, instead: str, kind: str = "yaml") -> None:
        problem = _at_line(self.place, event.start_mark).problem(kind, says, instead)
        self.problems.append(problem.but(key=key_in_words(path)))
