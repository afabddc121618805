"""Changes in the text of a pack's file that leave every other character as it was: comments, quotes, order, line ends.

All are text in, text out, without a byte order mark.
"""
import csv
import json
from collections.abc import Iterable, Iterator

import yaml

Span = tuple[int, int]
"""From which character to which, the last not included."""


def replaced(text: str, edits: Iterable[tuple[Span, str]]) -> str:
    """The text with other words at some places that do not overlap."""
    for (start, end), new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def records(text: str) -> Iterator[list[Span]]:
    """Where each cell of each record of a CSV text stands, with its quotes; a blank line has none.

    The text must be one that the strict reader takes.
    """
    cells: list[Span] = []
    at = begin = 0
    while at < len(text):
        if text[at] == '"' and at == begin:
            at = _closing(text, at) + 1
        elif text[at] == ",":
            cells.append((begin, at))
            at = begin = at + 1
        elif text[at] in "\r\n":
            yield [*cells, (begin, at)] if cells or at > begin else []
            at += 2 if text[at:at + 2] == "\r\n" else 1
            cells, begin = [], at
        else:
            at += 1
    if cells or at > begin:
        yield [*cells, (begin, at)]


def _closing(text: str, at: int) -> int:
    """Where the quotation mark that opens at `at` is closed; one that is doubled stands for itself."""
    at = text.index('"', at + 1)
    while text[at + 1:at + 2] == '"':
        at = text.index('"', at + 2)
    return at


def with_column(text: str, name: str, value: str) -> str:
    """The CSV text with a value in every empty cell of a column, which is added at the end where there is none.

    A line in which nothing stands stays so.
    """
    spans = list(records(text))
    rows = [[_cell(text, span) for span in row] for row in spans]
    header = rows[0]
    place = header.index(name) if name in header else len(header)
    edits: list[tuple[Span, str]] = []
    if place == len(header):
        edits.append((_after(spans[0]), f",{name}"))
    for row, cells in zip(spans[1:], rows[1:], strict=True):
        if not any(cells):
            continue
        if place >= len(row):
            edits.append((_after(row), "," * (place - len(row) + 1) + value))
        elif not cells[place]:
            edits.append((row[place], value))
    return replaced(text, edits)


def _cell(text: str, span: Span) -> str:
    return next(csv.reader([text[slice(*span)]]), [""])[0].strip() if span[0] < span[1] else ""


def _after(row: list[Span]) -> Span:
    return row[-1][1], row[-1][1]


def with_key(text: str, key: str, value: str) -> str:
    """The YAML text with a plain value under a key at its top: in place of the old one, else before the first key."""
    pairs = _top(text)
    old = next((node for name, node in pairs if name.value == key), None)
    if old:
        return replaced(text, [((old.start_mark.index, old.end_mark.index), value)])
    first = pairs[0][0].start_mark.index
    return replaced(text, [((first, first), f"{key}: {value}{line_end(text)}")])


def without_key(text: str, key: str) -> str:
    """The YAML text without a key at its top and the lines of its value."""
    found = [(name, node) for name, node in _top(text) if name.value == key]
    lines = text.splitlines(keepends=True)
    for name, node in found:
        end = node.end_mark
        del lines[name.start_mark.line:end.line + (0 if end.column == 0 and end.line > name.start_mark.line else 1)]
    return "".join(lines)


def with_entries(text: str, key: str, before: str) -> str:
    """The YAML text in which each plain text of a list under `key` of an entry stands as `{<before>, says: "…"}`."""
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    entries = root.value if isinstance(root, yaml.SequenceNode) else []
    items = [
        item for entry in entries if isinstance(entry, yaml.MappingNode)
        for name, node in entry.value if name.value == key and isinstance(node, yaml.SequenceNode)
        for item in node.value if isinstance(item, yaml.ScalarNode)
    ]
    edits = []
    for item in items:
        span = item.start_mark.index, item.end_mark.index
        ends = line_end(text) if text[slice(*span)].endswith("\n") else ""
        says = json.dumps(item.value.strip(), ensure_ascii=False)
        edits.append((span, f"{{{before}, says: {says}}}{ends}"))
    return replaced(text, edits)


def line_end(text: str) -> str:
    """How the lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n"


def _top(text: str) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    return list(root.value) if isinstance(root, yaml.MappingNode) else []
