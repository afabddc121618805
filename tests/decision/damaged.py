"""Files that were damaged on their way, made from whole ones by a seed, and what must hold of each.

A damaged file is refused in words, or it is read as what it is. Where it still holds the same document, its outcome is
the same; where an entry of a list only stands twice, or a value only changed its kind (yes for true, "6" for 6, one for
a list of one), the outcome is at least as urgent; a name that stands twice in an object is always refused. What leaves
a different but whole document (another valid value, an answer gone or null) is another case: nothing can be compared,
and it is counted.
"""
import json
import random
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

Held = Literal["the same document", "at least as urgent", "another case"]

NOTHING: tuple[Any, ...] = (None, "", [], {})
"""What an answer that was never given looks like: a file that holds these was not asked, or has lost an answer."""
VALUES: tuple[Any, ...] = (None, True, 7, -1, 1.5, "", "x", [], {}, [[]], 10**400,
                           "9999-12-31", "0001-01-01T00:00:00+14:00")
RAW = (b"NaN", b"1e999", b"9" * 5_000, b'"\\ud800"', b"[" * 2_000, b"\xff", b"\x00", b"{}",
       b'{"case": {}}', b"\xef\xbb\xbf")
KINDS = ("flip", "cut", "insert", "raw", "twice", "type", "type", "value", "again", "order", "encoding", "gone", "key")
DEEPER = 0.75
"""How often the walk to a damaged place goes on into what it finds there."""


class Damaged(NamedTuple):
    """What was done to a file, and the file afterwards."""

    kind: str
    content: bytes


def damaged(whole: bytes, seed: int) -> Damaged:
    """The file with one thing wrong with it; the same for the same seed."""
    chance = random.Random(seed)
    kind = chance.choice(KINDS)
    if kind in ("flip", "cut", "insert", "raw"):
        return Damaged(kind, _bytes(kind, whole, chance))
    data = json.loads(whole)
    if kind == "order":
        return Damaged(kind, json.dumps(_turned(data), indent=chance.choice((None, 3))).encode())
    if kind == "encoding":
        coding = chance.choice(("utf-16", "utf-8-sig", "utf-32", "utf-16-le", "cp500"))
        return Damaged(kind, json.dumps(data).encode(coding))
    if kind == "twice":
        return Damaged(kind, _twice(data, chance))
    holder, name = _place(data, chance)
    if kind == "type":
        holder[name] = chance.choice(other_kinds(holder[name]))
    elif kind == "value":
        holder[name] = chance.choice(VALUES)
    elif kind == "again":
        lists = [inside for inside in _containers(data) if isinstance(inside, list) and inside]
        if lists:
            chosen = chance.choice(lists)
            chosen.append(chance.choice(chosen))
    elif kind == "gone":
        del holder[name]
    elif isinstance(holder, dict):
        holder[chance.choice(("Jane", "case", "", "findings", "\U0001f989"))] = holder.pop(name)
    return Damaged(kind, json.dumps(data).encode())


def must_hold(before: Any, after: Any, kind: str) -> Held:
    """What must hold of a document that was read although it was damaged."""
    differing = list(_differing(before, after))
    if not differing:
        return "the same document"
    if kind == "again" or all(old is not None and new not in NOTHING and type(old) is not type(new)
                              for old, new in differing):
        return "at least as urgent"
    return "another case"


def of_other_kinds(data: Any, names: frozenset[str]) -> Iterator[bytes]:
    """The document once for each value in it and each other kind that it could be of.

    Of values that say the same in places of the same shape only the first is changed; `names` are those of fields, and
    any other name or position is like the next one.
    """
    done = set()
    for holder, name, shape in list(_places(data, (), names)):
        value = holder[name]
        if (shape, json.dumps(value)) in done:
            continue
        done.add((shape, json.dumps(value)))
        for holder[name] in other_kinds(value):
            yield json.dumps(data).encode()
        holder[name] = value


def other_kinds(value: Any) -> list[Any]:
    """The same said with another kind of value, as other programs, spreadsheets and hands write it; never nothing."""
    wrapped = [[value], {"value": value}, [[value]]]
    if value is None:
        return ["null", "None", "not_known", 0, False, [None]]
    if isinstance(value, bool):
        return [*wrapped, str(value), "yes" if value else "no", int(value), float(value), json.dumps(value)]
    if isinstance(value, int | float):
        return [*wrapped, str(value), float(value), f"{value}.0", value + 0.5, f" {value}", bool(value)]
    if isinstance(value, str):
        truth = {"yes": (True, 1), "no": (False, 0), "not_sure": (None, 0.5)}.get(value, (True, 0))
        return [*wrapped, *(one for one in truth if one is not None), list(value[:40]), {value: True}, len(value)]
    if isinstance(value, list):
        first = value[0] if value else False
        return [first, ", ".join(map(str, value)) or "none", dict(enumerate(value)) or 0, wrapped[1], len(value), True,
                dict.fromkeys(map(str, value), True) or "[]", json.dumps(value)]
    return [list(value.values()) or False, list(value) or 0, [list(pair) for pair in value.items()] or "{}",
            next(iter(value.values()), True), json.dumps(value), wrapped[0], True, len(value)]


def _bytes(kind: str, whole: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(whole))
    if kind == "flip":
        return whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1:]
    if kind == "cut":
        return whole[:at] if chance.random() < 0.5 else whole[:at] + whole[chance.randrange(at, len(whole)):]
    more = chance.randbytes(chance.randrange(1, 9)) if kind == "insert" else chance.choice(RAW)
    return whole[:at] + more + whole[at:]


def _twice(data: Any, chance: random.Random) -> bytes:
    """One name of some object a second time, with an empty answer: after the first it would be the calmer one."""
    chosen = chance.choice([one for one in (data, *_containers(data)) if isinstance(one, dict) and one])
    name = chance.choice(list(chosen))
    mark = "a name that is not in any file"
    chosen[mark] = chance.choice((None, {}, [], "no"))
    return json.dumps(data).replace(json.dumps(mark), json.dumps(name)).encode()


def _turned(item: Any) -> Any:
    """The same document with the names of every object in the other order."""
    if isinstance(item, dict):
        return {name: _turned(item[name]) for name in reversed(item)}
    return [_turned(one) for one in item] if isinstance(item, list) else item


def _place(data: Any, chance: random.Random) -> tuple[Any, Any]:
    """Some place of a document, what holds it and its name there: found by walking in, so that what is long, such as
    the answers to all signs, does not draw all damage to itself.
    """
    holder = data
    while True:
        name = chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
        if holder is data and "case" in data and chance.random() < 0.5:
            name = "case"
        inside = holder[name]
        if not (isinstance(inside, dict | list) and inside and chance.random() < DEEPER):
            return holder, name
        holder = inside


def _places(item: Any, shape: tuple[str, ...], names: frozenset[str]) -> Iterator[tuple[Any, Any, tuple[str, ...]]]:
    """Every place of a document: what holds it, its name or number there, and the shape of the way to it."""
    inside = item.items() if isinstance(item, dict) else enumerate(item) if isinstance(item, list) else ()
    for name, value in inside:
        way = (*shape, name if name in names else "")
        yield item, name, way
        yield from _places(value, way, names)


def _containers(item: Any) -> Iterator[Any]:
    """Every object and list in a document, at any depth."""
    for value in item.values() if isinstance(item, dict) else item if isinstance(item, list) else ():
        if isinstance(value, dict | list):
            yield value
            yield from _containers(value)


def _differing(before: Any, after: Any) -> Iterator[tuple[Any, Any]]:
    """Each place at which two documents differ: what stood there, and what stands there now."""
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        for name in before:
            yield from _differing(before[name], after[name])
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for one, other in zip(before, after, strict=True):
            yield from _differing(one, other)
    elif type(before) is not type(after) or before != after:
        yield before, after
