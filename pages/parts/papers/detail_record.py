"""One record of the details: how it is read from Details, put back, and which of its fields the check has answered."""
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from exports.details import Details
from exports.prefilled import FromCheck, Place, is_blank
from guidance.vocabulary import Fact
from pages.parts.papers.detail_fields import Field


@dataclass(frozen=True)
class Record:
    """One record of the details: its heading, the path to it, and its fields.

    A row of a list has a `blank` to start from, and is found by `key` (attribute, value) or by its number `row`; the
    number after the last one adds a row. One that is `folded` stands in a fold that goes by its heading. `shows`: the
    words that it asks about.
    """

    name: str
    heading: str
    path: tuple[str, ...]
    fields: tuple[Field, ...]
    blank: Fact | None = None
    key: tuple[str, str] | None = None
    row: int = 0
    folded: bool = False
    shows: str = ""

    def known(self, details: Details, found: Mapping[Place, FromCheck]) -> dict[str, FromCheck]:
        """What the check says of the fields that this record leaves blank, or that say the very same."""
        row = self.key[1] if self.key else ""
        mine = {place.attribute: answer for place, answer in found.items() if place[:2] == (self.path, row)}
        record = read(details, self)
        return {attribute: answer for attribute, answer in mine.items()
                if is_blank(value := getattr(record, attribute)) or answer.value == value}


def read(details: Details, record: Record) -> Fact:
    """The record as it stands, or its blank."""
    found = at(details, record.path)
    if record.blank is None:
        return found  # type: ignore[no-any-return]
    if record.key:
        attribute, value = record.key
        return next((row for row in found if getattr(row, attribute) == value), record.blank)
    return found[record.row] if record.row < len(found) else record.blank


def write(details: Details, record: Record, new: Fact) -> Details:
    """Details with the record replaced or added; a row in which nothing is said is taken out.

    Of what is no row only the fields that are asked are replaced: another record of the page may lie within it.
    Raises ValidationError where a list holds as many rows as it may.
    """
    if record.blank is None:
        said = {field.attribute: getattr(new, field.attribute) for field in record.fields}
        return _replaced(details, record.path, at(details, record.path).but(**said))
    rows = at(details, record.path)
    old = read(details, record)
    if new == old:
        return details
    kept = tuple(new if row is old else row for row in rows)
    if not any(row is old for row in rows):
        kept = (*rows, new)
    return _replaced(details, record.path, tuple(row for row in kept if row is not new or new != record.blank))


def blank_of(record: Record) -> Fact:
    """The record as it is before anything has been said."""
    return record.blank if record.blank is not None else at(Details(), record.path)


def at(model: Any, path: tuple[str, ...]) -> Any:
    """What stands at a path."""
    for attribute in path:
        model = getattr(model, attribute)
    return model


def _replaced(details: Details, path: tuple[str, ...], new: Any) -> Details:
    for length in reversed(range(len(path))):
        new = at(details, path[:length]).but(**{path[length]: new})
    whole: Details = new
    return whole
