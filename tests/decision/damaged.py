"""Files that were damaged on their way, made from whole ones by a seed, and what must hold of each.

A damaged file is refused in words, or it is read as what it is. Where it still holds the same document, its outcome is
the same; where an entry of a list only stands twice, the outcome is at least as urgent; a name that stands twice in an
object is always refused. What leaves a different but whole document (another valid value, an answer gone or null) is
another case: nothing can be compared, and it is counted.
"""
import json
import random
from typing import Any

TYPES: tuple[Any, ...] = (None, True, 7, -1, 1.5, "", "x", [], {}, [[]], 10**400,
                         "9999-12-31", "0001-01-01T00:00:00+14:00")
RAW = (b"NaN", b"1e999", b"9" * 5_000, b'"\\ud800"', b"[" * 2_000, b"\xff", b"\x00", b"{}",
       b'{"case": {}}', b"\xef\xbb\xbf")


def damaged(whole: bytes, seed: int) -> tuple[str, bytes]:
    """What was done to the file, and the file afterwards."""
    chance = random.Random(seed)
    kind = chance.choice(("flip", "cut", "insert", "raw", "twice", "type", "again", "order", "encoding", "gone", "key"))
    if kind in ("flip", "cut", "insert", "raw"):
        return kind, _bytes(kind, whole, chance)
    data = json.loads(whole)
    if kind == "order":
        return kind, json.dumps(_turned(data), indent=chance.choice((None, 3))).encode()
    if kind == "encoding":
        coding = chance.choice(("utf-16", "utf-8-sig", "utf-32", "utf-16-le", "cp500"))
        return kind, json.dumps(data).encode(coding)
    places = list(_places(data))
    holder, name = chance.choice(places)
    if kind == "twice":
        return kind, _twice(data, chance)
    if kind == "type":
        holder[name] = chance.choice(TYPES)
    elif kind == "again":
        lists = [(one, key) for one, key in places if isinstance(one, list)]
        if lists:
            holder, name = chance.choice(lists)
            holder.append(holder[name])
    elif kind == "gone":
        del holder[name]
    elif isinstance(holder, dict):
        holder[chance.choice(("Jane", "case", "", "findings", "\U0001f989"))] = holder.pop(name)
    return kind, json.dumps(data).encode()


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
    inside = (holder[name] for holder, name in _places(data))
    objects = [one for one in (data, *inside) if isinstance(one, dict) and one]
    chosen = chance.choice(objects)
    name = chance.choice(list(chosen))
    mark = "a name that is not in any file"
    chosen[mark] = chance.choice((None, {}, [], "no"))
    return json.dumps(data).replace(json.dumps(mark), json.dumps(name)).encode()


def _turned(item: Any) -> Any:
    """The same document with the names of every object in the other order."""
    if isinstance(item, dict):
        return {name: _turned(item[name]) for name in reversed(item)}
    return [_turned(one) for one in item] if isinstance(item, list) else item


def _places(item: Any) -> Any:
    """Every place of a document: what holds it, and its name or number there."""
    inside = item.items() if isinstance(item, dict) else enumerate(item) if isinstance(item, list) else ()
    for name, value in inside:
        yield item, name
        yield from _places(value)
