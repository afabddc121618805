"""A problem in a pack, in words for the person who keeps the pack: which file, which row or key, what is wrong, what to
write instead."""
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from guidance.vocabulary import EDITIONS, Fact
from guidance.words.forms import any_of, counted, listed

Severity = Literal["error", "warning"]
KeyPath = tuple[str | int, ...]
"""The way to a value inside an entry: `("numbers", 0, "dial")` is the first number's `dial`."""

LISTED = 16
"""How many allowed values a message lists before it says only which are nearest."""


class Problem(Fact):
    """One thing to mend. A pack with an `error` is not used; a `warning` does not matter to that."""

    severity: Severity = "error"
    kind: str
    file: str
    row: int | None = None
    line: int | None = None
    id: str = ""
    key: str = ""
    says: str
    instead: str = ""

    def spot(self) -> str:
        """The row or line: `row 4`, `line 12`, or nothing for a whole file."""
        return f"row {self.row}" if self.row else f"line {self.line}" if self.line else ""

    def where(self) -> str:
        """The place as a reader finds it: `areas/testshire/contacts.yaml, line 12 (front_door), numbers 1, dial`."""
        named = f"{self.spot()} ({self.id})".strip() if self.id else self.spot()
        key = f"column {self.key}" if self.key and self.row else self.key
        return listed(part for part in (self.file, named, key) if part)

    def __str__(self) -> str:
        return f"{self.where()}: {self.says} {self.instead}".rstrip()


class PackError(Exception):
    """Packs that cannot be used. The text is the whole list of problems."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        title = counted("packs.unusable", len(self.problems))
        super().__init__("\n".join((title, *(f"  - {text}" for text in grouped(self.problems)))))


def grouped(problems: Iterable[Problem]) -> list[str]:
    """Problems in words, each once: the same one at other places of a file names them behind the first."""
    same: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        same.setdefault((problem.file, problem.says, problem.instead), []).append(problem)
    return [str(group[0]) + _also(group[1:]) for group in same.values()]


def _also(others: Sequence[Problem]) -> str:
    spots = [problem.spot() or problem.where() for problem in others]
    if not spots:
        return ""
    more = f" and {len(spots) - LISTED} more" if len(spots) > LISTED else ""
    return f" The same at {listed(spots[:LISTED])}{more}."


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: a row of a CSV file, or the lines of a YAML file below `prefix`."""

    file: str
    id: str = ""
    row: int | None = None
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    prefix: KeyPath = ()

    def problem(
        self, kind: str, says: str, instead: str = "", key: KeyPath = (), severity: Severity = "error"
    ) -> Problem:
        """A problem of this entry at `key`; a CSV names the column, YAML the line and the way to the key."""
        return Problem(
            severity=severity, kind=kind, file=self.file, row=self.row, line=self._line(key), id=self.id,
            key=self._column(key) if self.row else key_in_words(key), says=says, instead=instead,
        )

    def words(self) -> str:
        """The place in words: `areas/testshire/signs.csv, row 4`."""
        line = self._line(())
        return f"{self.file}, row {self.row}" if self.row else f"{self.file}, line {line}" if line else self.file

    def _line(self, key: KeyPath) -> int | None:
        """The line of the key, or of the nearest thing around it that is less than the whole file."""
        whole = path = self.prefix + key
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path) if path or not whole else None

    @staticmethod
    def _column(key: KeyPath) -> str:
        """`source` and `checked` are spread over columns of their own; the place in a list is not a column."""
        if key == ("source",):
            return "where"
        names = [str(part) for part in key if isinstance(part, str)]
        return names[-1] if names else ""


def shown(path: Path) -> str:
    """A file by its last three names, such as `areas/luton/contacts.yaml`: the same on every machine.

    One of another edition has two more: `areas/luton/editions/2027-03-01/contacts.yaml`.
    """
    return "/".join(path.parts[-5 if path.suffix and EDITIONS in path.parts[-3:-2] else -3:])


def key_in_words(key: KeyPath) -> str:
    """`("numbers", 0, "dial")` as `numbers 1, dial`: lists are counted from one, as people do."""
    words: list[str] = []
    for part in key:
        if isinstance(part, int) and words:
            words[-1] += f" {part + 1}"
        else:
            words.append(f"entry {part + 1}" if isinstance(part, int) else part)
    return listed(words)


def choose(value: str, allowed: Collection[str], where: str = "") -> str:
    """What to write instead of `value`: the nearest of `allowed`, and all of them where they are few.

    `where` is the file in which longer lists stand, such as `topics.yaml`.
    """
    if not allowed:
        return f"There are none in {where} yet: add it there, or leave this empty."
    near = get_close_matches(value, sorted(allowed), n=1, cutoff=0.6)
    hint = f'Did you mean "{near[0]}"? ' if near else ""
    if len(allowed) <= LISTED or not where:
        return f"{hint}Write {any_of(allowed)}."
    return f"{hint}The {len(allowed)} that exist are in {where}."
