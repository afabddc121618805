"""What the app says of itself, by key: a decision, the pages, and how dates, times, lists and numbers are formed.

What the commands print of packs still stands in `guidance`, and of case files in `exports/__main__.py`. No code of the
app chooses a second catalogue yet; `retell` would say a decision from one. Typed times and the texts of packs are read
in English, since they are written in it. What is in, what is out and what a translation takes:
docs/decisions/0018-words-in-one-catalogue.md.

The files of `en` hold one sentence a key; `{names}` in braces are filled in, in one of the `FORMS` where one asks
for it. Whoever decides gives a key and what belongs in it, and gets a `Said`: it reads as its English sentence and
remembers both, so that `say_again` says it from another catalogue. What is published stands in the packs and is no
`Said`; it is quoted as it is. Dates and lists are formed in `guidance/words/forms.py`.
"""
import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any

import yaml
from pydantic import GetCoreSchemaHandler, GetPydanticSchema
from pydantic_core import core_schema

from guidance.loader import Loader

CATALOGUE = Path(__file__).parent / "en"
Catalogue = Mapping[str, str]
Filled = str | int


class Said(str):
    """A sentence, the key that it has in every catalogue, and what was filled in: other words of ours, or names."""

    __slots__ = ("filled", "key")
    key: str
    filled: Mapping[str, Filled]

    def __new__(cls, key: str, filled: Mapping[str, Filled], catalogue: Catalogue) -> "Said":
        """Raises KeyError for a key that the catalogue lacks, and for a name that its sentence needs."""
        sentence = catalogue[key]
        said = super().__new__(cls, sentence.format_map(_placed(filled) if _asks_for_a_form(sentence) else filled))
        said.key, said.filled = key, filled
        return said

    def __reduce__(self) -> tuple[Callable[..., "Said"], tuple[object, ...]]:
        return _said_from, (self.key, dict(self.filled), str(self))


class _Placed(str):
    """A text that is filled into a sentence which asks for it in a certain form."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return FORMS[spec](self) if spec in FORMS else super().__format__(spec)


def _placed(filled: Mapping[str, Filled]) -> dict[str, Filled]:
    return {name: value if isinstance(value, int) else _Placed(value) for name, value in filled.items()}


def begun(text: str) -> str:
    """A text as a sentence begins with it: its first letter large, but for a name such as iPad, and for an address."""
    return text if text[1:2].isupper() or ADDRESS.match(text) else text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """A text as a sentence ends with it: with a full stop, unless it has a mark that ends it, or goes on, already."""
    return text if not text or ENDS.search(text) else f"{text}."


def opened(text: str) -> str:
    """A text as it stands where the sentence goes on after it: without a full stop at its end."""
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


ADDRESS = re.compile(r"(www\.|\S+(@|:/))")
ENDS = re.compile(r"[.?!:…][”’\"')]*$|^\(.*\)$", re.DOTALL)
"""What ends a sentence: a mark, with what closes a quotation behind it; a sentence all in brackets needs none."""
FORMS: Mapping[str, Callable[[str], str]] = {"begin": begun, "open": opened, "end": ended}
"""How a sentence of the catalogue can ask for what is filled in, so that joined texts read as one: `{name:begin}`."""
FORM = re.compile(r":(?:begin|open|end)\}")


@lru_cache(maxsize=8192)
def _asks_for_a_form(sentence: str) -> bool:
    """Whether a sentence of a catalogue asks for a form; of the catalogue alone, never of what is filled in."""
    return FORM.search(sentence) is not None


def _said_from(key: str, filled: dict[str, Filled], words: str) -> Said:
    """A sentence as it was said, whatever the catalogue says today."""
    said = str.__new__(Said, words)
    said.key, said.filled = key, filled
    return said


def _as_it_is(_: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
    text = handler(str)
    said_or_text = core_schema.union_schema([core_schema.is_instance_schema(Said), text], mode="left_to_right")
    return core_schema.json_or_python_schema(text, said_or_text, serialization=core_schema.to_string_ser_schema())


Words = Annotated[str, GetPydanticSchema(_as_it_is)]
"""A text of a decision: a `Said`, which stays one, or the words of a pack."""


def load_words(folder: Path = CATALOGUE) -> Catalogue:
    """The catalogue of a folder, from all its files: key → sentence.

    Raises ValueError where something in a file is no sentence, or a key stands in two files.
    """
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.yaml")):
        read = yaml.load(file.read_text(encoding="utf-8"), Loader=Loader) or {}  # noqa: S506 - it makes nothing but texts
        wrong = sorted(str(key) for key, text in read.items() if not isinstance(text, str) or not text.strip())
        if wrong:
            raise ValueError(f"{file.name}: no sentence stands at {', '.join(wrong)}")
        if twice := sorted(set(found) & set(read)):
            raise ValueError(f"{file.name}: another file has a sentence at {', '.join(twice)}")
        found |= read
    return MappingProxyType(found)


@cache
def ours() -> Catalogue:
    """The catalogue that the app speaks from, read once a process."""
    return load_words()


def say(key: str, **filled: Filled) -> Said:
    """The sentence of a key. Raises KeyError for a key that is not there, or a name that the sentence needs."""
    return Said(key, filled, ours()) if filled else _plain(key)


@cache
def _plain(key: str) -> Said:
    return Said(key, {}, ours())


BEFORE_BIRTH = "before_birth."
"""How the key of a sentence begins that stands in the place of another where every child is unborn."""


def key_of(said: str) -> str:
    """The key of a sentence of ours, and of one that stands in the place of another before a birth that one's; empty
    for the words of a pack, or of a person."""
    return said.key.removeprefix(BEFORE_BIRTH) if isinstance(said, Said) else ""


def say_again(said: str, catalogue: Catalogue) -> str:
    """The same from another catalogue, at any depth; words that are not ours stay as they are."""
    if not isinstance(said, Said):
        return said
    filled = {name: say_again(value, catalogue) if isinstance(value, str) else value
              for name, value in said.filled.items()}
    return Said(said.key, filled, catalogue)


def reworded(said: str, change: Callable[[str], str]) -> str:
    """The same with the words that are not ours changed, at any depth."""
    if not isinstance(said, Said):
        return change(said)
    filled = {name: reworded(value, change) if isinstance(value, str) else value
              for name, value in said.filled.items()}
    return Said(said.key, filled, ours())
