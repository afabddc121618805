"""What a document is made of, as plain data: a document says what stands in it, `exports.document` how it looks."""
from dataclasses import dataclass

from decision.result import Place
from guidance.packs import AreaPack
from guidance.words import say


@dataclass(frozen=True)
class Value:
    """A short answer. `muted`: nobody has answered; `confidential`: printed with that mark."""

    said: str
    muted: bool = False
    confidential: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading of a section (2) or of a part of one (3); `tight`: smaller, for a first page."""

    said: str
    level: int = 2
    new_page: bool = False
    tight: bool = False


@dataclass(frozen=True)
class Led:
    """A line that begins with words in bold, such as a label or a name."""

    lead: str
    said: str

    def __str__(self) -> str:
        return f"{self.lead} {self.said}".strip()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: body, tight (on a first page), small, big (what must be seen from arm's length), or `gaps`: what
    nobody has answered. `keeps`: stands whole on the page on which the next block begins."""

    said: str | Led
    kind: str = "body"
    keeps: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list, in small letters where it is for reference."""

    items: tuple[str, ...]
    small: bool = False


@dataclass(frozen=True)
class Rows:
    """Labels with short answers, in one or two columns. `open`: without lines and grounds, as on a first page."""

    rows: tuple[tuple[str, Value], ...]
    columns: int = 1
    open: bool = False


@dataclass(frozen=True)
class Grid:
    """A table with headings. `shares` are the widths of its columns; `least` the least height of a row, to write in;
    `tight`: lower rows, for a first page."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    shares: tuple[float, ...] = ()
    least: float = 0
    tight: bool = False


@dataclass(frozen=True)
class Long:
    """A written answer of any length under its question. `least`: height of the box where it is empty, to write in."""

    label: str
    answer: Value
    hint: str = ""
    least: float = 0


@dataclass(frozen=True)
class Ticks:
    """Things that are ticked or not."""

    items: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Callout:
    """A box that stands out: `stop` (red) or `note` (teal); `tight`: smaller, for a first page."""

    kind: str
    title: str
    lines: tuple[str | Led, ...] = ()
    tight: bool = False


@dataclass(frozen=True)
class Windscreen:
    """The windscreen as picture, sentence and table; `small`: only the picture, with its words as its alternative."""

    place: Place
    area: AreaPack
    small: bool = False


@dataclass(frozen=True)
class Beside:
    """Blocks with a small windscreen at their right; `share` of the width is theirs."""

    blocks: tuple["Block", ...]
    picture: Windscreen
    share: float = 0.565


@dataclass(frozen=True)
class Signatures:
    """Lines to sign on, one a person."""

    people: tuple[str, ...]


Block = Heading | Paragraph | Bullets | Rows | Grid | Long | Ticks | Callout | Windscreen | Beside | Signatures
NOT_ANSWERED = Value(say("papers.answer_missing"), muted=True)


def value(said: str) -> Value:
    """A short answer, or that there is none."""
    return Value(said) if said.strip() else NOT_ANSWERED
