"""What changed between two folders of a pack, in sentences, for the second person who checks an update.

Entries are told apart by their id (a term, a name or their words where they have none), so that a new id is one entry
removed and one added.
"""
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from guidance.editions import BEGINNING, format_of, in_force, read_editions
from guidance.folder import Format, day_written, read_folder
from guidance.models import Condition, Hours, Indicator, Number, Period, Raise, Step, Timescale
from guidance.packs import Pack
from guidance.places import pack_folder
from guidance.problems import PackError, Place, shown
from guidance.vocabulary import Citation, Fact
from guidance.words.forms import apart, listed

NAMED_BY = ("id", "term", "name", "printed", "at", "says")
"""What an entry is told apart by: the first of these fields that it has and that is filled."""
LABELS: Mapping[str, str] = {
    "says": "the words", "means": "what it means", "kind": "the kind", "harm": "harm", "at_least": "at least",
    "concern": "the concern", "duty": "duties", "duties": "duties", "where": "where it stands",
    "hours": "opening hours", "numbers": "number", "emails": "e-mail address", "web": "web address", "steps": "step",
    "do_not": "do-not line", "bands": "band", "source": "where it stands", "when": "when it applies",
    "owner": "whose task it is", "start": "from when it counts", "reading": "the reading rule", "name": "the name",
    "attachments": "attachment", "duration": "how long it may take",
}
DURATION = ("amount", "kind")
"""The fields of a timescale that are said together: 2 working days."""
LEVELS = ("level", "stands_at")
Names = Mapping[str, str]
"""Level id → the level as its document names it."""


class FileChanges(Fact):
    """The changes in one file, a sentence each."""

    file: str
    says: tuple[str, ...]


class DiffError(ValueError):
    """What was to be compared cannot be told; the text says how to write it."""


def two_folders(what: Sequence[str], root: Path) -> tuple[Path, Path]:
    """The folders meant: two that are named, or those of one pack's editions that hold on two days.

    The pack is a folder, the id of an area below `root`, or `national`. Raises DiffError and NoSuchPack.
    """
    if len(what) == 2:
        return Path(what[0]), Path(what[1])
    days = [day_written(text) for text in what[1:]]
    if len(what) != 3 or None in days:
        raise DiffError("Name two folders, or a pack and two days: python -m guidance diff AREA 2026-12-01 2027-03-01")
    path = pack_folder(what[0], root)
    editions = read_editions(path, format_of(path))
    old, new = (in_force(editions, day or BEGINNING) for day in days)
    if old is None or new is None:
        raise DiffError(f"No edition of {what[0]} holds on {what[1] if old is None else what[2]}. Those that are held: "
                        + listed(f"from {one.day}" if one.day else "the first" for one in editions) + ".")
    return old.path, new.path


def compare_folders(old: Path, new: Path) -> tuple[FileChanges, ...]:
    """What changed from one pack's folder to another's, by file. Raises PackError where one of them cannot be read."""
    formats: list[Format[Any]] = [format_of(path) for path in (old, new)]
    folders = [read_folder(path, format_) for path, format_ in zip((old, new), formats, strict=True)]
    problems = [problem for folder in folders for problem in folder.problems]
    if not problems and formats[0] is not formats[1]:
        says = "One of these folders is an area's and the other holds what is national."
        problems.append(Place(shown(new)).problem("shape", says, "Name two folders of the same kind."))
    before, after = (folder.pack for folder in folders)
    if problems or before is None or after is None:
        raise PackError(problems)
    return compare(before, after, formats[0])


def compare(old: Pack, new: Pack, format_: Format[Any]) -> tuple[FileChanges, ...]:
    """What changed between two packs of one format, in the order of the files."""
    parts = set(format_.parts())
    found: dict[str, list[str]] = {format_.head: []}
    for name in type(old).model_fields:
        before, after = getattr(old, name), getattr(new, name)
        if name not in parts:
            found[format_.head] += [_sentence(text) for text in _value(name, before, after)]
        else:
            says = _entries(name, before, after, _level_names(old), _level_names(new))
            found.setdefault(format_.file_of(name), []).extend(says)
    return tuple(FileChanges(file=file, says=tuple(says)) for file, says in found.items() if says)


def in_words(changes: Iterable[FileChanges]) -> str:
    """The changes as plain text, each file with its sentences; a sentence that says so where there are none."""
    blocks = ["\n".join((change.file, *(f"  - {says}" for says in change.says))) for change in changes]
    return "\n\n".join(blocks) or "Nothing has changed: both folders say the same."


def _level_names(pack: Pack) -> Names:
    return {level.id: f"{level.printed}, {level.name}" if level.printed else level.name
            for level in getattr(pack, "levels", ())}


def _entries(part: str, old: Iterable[Any], new: Iterable[Any], was: Names, now: Names) -> Iterator[str]:
    """Sentences about the entries of one part: added, removed, changed, and put in another order."""
    before, after = _named(old), _named(new)
    what = "worked case " if part == "cases" else ""
    for name, item in before.items():
        if name not in after:
            yield _sentence(f"Removed: {what}{_shown(name, item, was)}")
    for name, item in after.items():
        if name not in before:
            yield _sentence(f"Added: {what}{_shown(name, item, now)}")
        else:
            yield from (_sentence(f"{name}: {text}") for text in _changes(before[name], item, was, now))
    if _reordered(before, after):
        yield f"The order of {part} has changed."


def _changes(old: Any, new: Any, was: Names, now: Names) -> Iterator[str]:
    """What differs between two states of one entry."""
    if not isinstance(old, BaseModel):
        for key in dict.fromkeys((*old, *new)):
            yield from _value(str(key), old.get(key), new.get(key))
        return
    said: tuple[str, ...] = ()
    if isinstance(old, Indicator):
        said = LEVELS
        if old.level != new.level:
            yield f"moved from {_level(old.level, was)} to {_level(new.level, now)}"
        if old.stands_at != new.stands_at:
            yield f"stood at {_stood(old, was)} and now stands at {_stood(new, now)}"
    if isinstance(old, Timescale):
        said = DURATION
        yield from _value("duration", _duration(old), _duration(new))
    for field in type(old).model_fields:
        if field not in said:
            yield from _value(field, getattr(old, field), getattr(new, field))


def _value(field: str, old: Any, new: Any) -> Iterator[str]:
    """What differs in one field: of a list what came and went, of anything else the old words and the new."""
    if old == new:
        return
    label = LABELS.get(field, field.replace("_", " "))
    if isinstance(old, tuple) and isinstance(new, tuple):
        yield from _listed(label, old, new)
    elif not old and old is not False and old != 0:
        yield f"{label} is now {_quoted(new)}; it was empty"
    elif not new and new is not False and new != 0:
        yield f"{label} is now empty; it was {_quoted(old)}"
    else:
        yield f"{label} changed from {_quoted(old)} to {_quoted(new)}"


def _listed(label: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[str]:
    before, after = _named(old), _named(new)
    for name, item in before.items():
        if name not in after:
            yield f"{label} removed: {_quoted(item)}"
    for name, item in after.items():
        if name not in before:
            yield f"{label} added: {_quoted(item)}"
        elif before[name] != item:
            yield f"{label} changed from {_quoted(before[name])} to {_quoted(item)}"
    if _reordered(before, after):
        yield f"{label}: the order has changed to {listed(after)}"


def _named(items: Iterable[Any]) -> dict[str, Any]:
    """Name → item; a name that stands more than once is counted."""
    found: dict[str, Any] = {}
    for item in items:
        name = said = _name(item)
        number = 1
        while name in found:
            number += 1
            name = f"{said} ({number})"
        found[name] = item
    return found


def _name(item: Any) -> str:
    if isinstance(item, Raise):
        return item.kind
    read: Callable[[str], Any] = item.get if isinstance(item, Mapping) else lambda key: getattr(item, key, "")
    return next((str(value) for key in NAMED_BY if (value := read(key))), _words(item))


def _reordered(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    return [name for name in before if name in after] != [name for name in after if name in before]


def _shown(name: str, item: Any, levels: Names) -> str:
    """An entry that came or went: its name, its level and its words."""
    level = f" at {_level(item.level, levels)}" if isinstance(item, Indicator) and item.level else ""
    said = next((text for key in ("says", "means", "title", "name") if (text := getattr(item, key, ""))), "")
    return f"{name}{level}" + (f': "{said}"' if said and said != name else "")


def _level(id_: str, levels: Names) -> str:
    return f'"{levels.get(id_, id_)}"' if id_ else "no level"


def _stood(item: Indicator, levels: Names) -> str:
    return _level(item.stands_at or item.level, levels)


def _duration(item: Timescale) -> str:
    return f"{item.amount} {item.kind.replace('_', ' ')}" if item.amount is not None else item.kind.replace("_", " ")


def _quoted(value: Any) -> str:
    return f'"{_words(value)}"'


def _words(value: Any) -> str:
    """Any value of a pack in a few words."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Citation():
            return f"{value.source}, {value.where}"
        case Hours():
            periods = apart(_words(period) for period in value.periods)
            return listed(text for text in (periods or value.kind, value.outside_of and f"of {value.outside_of}",
                                               f"bank holidays {value.bank_holidays}", value.as_printed, value.note)
                             if text)
        case Period():
            return f"{listed(value.days)} {value.opens:%H:%M} to {value.closes:%H:%M}"
        case Number():
            dial = f"dial {value.dial}" if value.dial else "not to be dialled"
            cited = f"from {_words(value.source)}"
            said = (f"printed {value.printed}", dial, f"trust {value.trust}", value.note, cited)
            return listed(text for text in said if text)
        case Step():
            cited = f"from {_words(value.source)}" if value.source else ""
            return apart(text for text in (value.says, value.who, value.by, _roles(value), cited) if text)
        case Condition() if value == Condition(always=True):
            return "always"
        case BaseModel():
            return _words({name: getattr(value, name) for name in type(value).model_fields})
        case Mapping():
            filled = {key: item for key, item in value.items() if item not in (None, "", ())}
            return apart(f"{key}: {_words(item)}" for key, item in filled.items())
        case tuple() | list():
            return listed(_words(item) for item in value)
    return str(value)


def _roles(step: Step) -> str:
    return apart(f"{words} {listed(roles)}" for words, roles in
                     (("for", step.for_roles), ("not for", step.not_for_roles)) if roles)


def _sentence(text: str) -> str:
    return text if text.endswith((".", '."')) else f"{text}."
