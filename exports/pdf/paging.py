"""Puts parts on pages, one below the other, and draws what repeats on each: marking, title, source, page number."""
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from exports.pdf.layout import Part, Text, text
from exports.pdf.style import BOTTOM, FOOTER, HEIGHT, LINE, MARGIN, MARKING, PAGE, TOP, WIDTH
from exports.pdf.tagged import TaggedCanvas
from guidance.words import say
from guidance.words.forms import following

STEP = 12.0
"""By how much more room is tried for the beginning of a part, until some of it can stand there; points."""


@dataclass(frozen=True)
class Chrome:
    """What repeats: the marking at top and foot, a line at the top, and lines at the foot."""

    marking: str
    running: str
    foot: tuple[str, ...]


@dataclass(frozen=True)
class Placed:
    """A part with the space around it. `with_next`: how much of what follows must stand on the same page.

    `whole`: not divided where it would fit on a page of its own.
    """

    part: Part
    before: float = 0
    after: float = 0
    with_next: float = 0
    whole: bool = False
    new_page: bool = False


def paginate(canvas: TaggedCanvas, placed: Sequence[Placed], chrome: Chrome, stream: BytesIO) -> bytes:
    """Draw all parts and finish the canvas; the bytes it has written (not yet sealed)."""
    room = HEIGHT
    for number, item in enumerate(placed):
        if item.new_page and room < HEIGHT:
            canvas.showPage()
            room = HEIGHT
        room = _place(canvas, item, room, _below(placed, number))
    canvas.showPage()
    for number, total in canvas.held_pages():
        _chrome(canvas, chrome, number, total)
    canvas.save()
    return stream.getvalue()


def _below(placed: Sequence[Placed], number: int) -> float:
    """The room that a heading needs under it: for the whole of what may not be divided, else for its beginning, as much
    of it as can stand alone, such as the head of a table with its first row."""
    item = placed[number]
    if not item.with_next or number + 1 == len(placed):
        return 0
    after = placed[number + 1]
    high = after.part.height(WIDTH)
    wanted = high if after.whole else min(high, item.with_next)
    while wanted < high and after.part.divide(WIDTH, wanted) is None:
        wanted = min(high, wanted + STEP)
    return min(item.after + after.before + wanted + _below(placed, number + 1), HEIGHT / 2)


def _place(canvas: TaggedCanvas, item: Placed, room: float, below: float) -> float:
    """Draw one part, on as many pages as it needs; the room left on the last of them."""
    part: Part = item.part
    room -= item.before if room < HEIGHT else 0
    while True:
        high = part.height(WIDTH)
        if high + below <= room or (high <= room and room >= HEIGHT):
            break
        fresh = room >= HEIGHT
        cut = None if item.whole and not fresh else part.divide(WIDTH, room)
        if cut is None and fresh:
            break
        if cut is not None:
            cut[0].paint(canvas, MARGIN, BOTTOM + room, WIDTH)
            part = cut[1]
        canvas.showPage()
        room = HEIGHT
    part.paint(canvas, MARGIN, BOTTOM + room, WIDTH)
    return room - high - item.after


def _chrome(canvas: TaggedCanvas, chrome: Chrome, number: int, total: int) -> None:
    with canvas.artifact("Pagination"):
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        canvas.line(MARGIN, PAGE[1] - TOP + 10, PAGE[0] - MARGIN, PAGE[1] - TOP + 10)
        canvas.line(MARGIN, BOTTOM - 10, PAGE[0] - MARGIN, BOTTOM - 10)
    _repeat(canvas, text(chrome.marking, MARKING, None), PAGE[1] - 20)
    _repeat(canvas, text(chrome.running, FOOTER, None), PAGE[1] - 33)
    foot = BOTTOM - 13
    for line in (following(say("papers.page", number=number, total=total), chrome.foot[0]), *chrome.foot[1:]):
        part = text(line, FOOTER, None)
        _repeat(canvas, part, foot)
        foot -= part.height(WIDTH)
    _repeat(canvas, text(chrome.marking, MARKING, None), min(foot, 22))


def _repeat(canvas: TaggedCanvas, part: Text, top: float) -> None:
    part.paint(canvas, MARGIN, top, WIDTH)
