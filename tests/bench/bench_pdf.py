"""Measures documents against a plain ReportLab document of the same content: `python -m tests.bench.bench_pdf`.

The plain one is what ReportLab makes by itself: its own paragraphs and tables, its built-in Helvetica, no tags, no page
numbers, no picture. Both are made in turn in one process and measured by the processor time they take, so only the
ratio travels to another machine.
"""
import statistics
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

from exports import blocks as kinds
from exports.blocks import Heading, Long, Value
from exports.document import Paper, render
from exports.documents import DOCUMENTS
from exports.make import make
from exports.material import Material
from exports.pdf.paging import Chrome
from exports.windscreen import TABLE_HEADS, table
from tests.exports import samples

STYLES = getSampleStyleSheet()
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
ROUNDS = 25


def plain(said: str) -> Paragraph:
    """A paragraph of escaped text."""
    return Paragraph(escape(said), STYLES["Normal"])


def grid(rows: list[list[str]], head: int = 0) -> LongTable:
    """A plain table of paragraphs."""
    return LongTable([[plain(cell) for cell in row] for row in rows], repeatRows=head, style=GRID, splitInRow=1)


def flowables(block: Any) -> list[Any]:
    """A block as ReportLab's own flowables."""
    match block:
        case kinds.Heading(said=said):
            return [Paragraph(escape(said), STYLES["Heading2"])]
        case kinds.Paragraph(said=said):
            return [plain(said)]
        case kinds.Bullets(items=items):
            return [plain(item) for item in items]
        case kinds.Rows(rows=rows):
            return [grid([[label, answer.said] for label, answer in rows])]
        case kinds.Grid(heads=heads, rows=rows):
            return [grid([list(heads), *([cell.said for cell in row] for row in rows)], 1)]
        case kinds.Long(label=label, answer=answer):
            return [grid([[label], *([line] for line in answer.said.split("\n"))], 1)]
        case kinds.Callout(title=title, lines=lines):
            return [grid([[title], *([line] for line in lines)])]
        case kinds.Windscreen(place=place, area=area):
            return [grid([list(TABLE_HEADS), *(list(row) for row in table(place, area))], 1)]
        case kinds.Signatures(people=people):
            return [grid([[person, "", ""] for person in people])]
        case _:
            raise TypeError(type(block))


def plain_document(content: tuple[Any, ...]) -> bytes:
    """The untagged document of these blocks."""
    stream = BytesIO()
    SimpleDocTemplate(stream, pagesize=A4, invariant=1).build([part for block in content for part in flowables(block)])
    return stream.getvalue()


def seconds(*makers: Callable[[], bytes]) -> list[tuple[float, int]]:
    """Median processor seconds of each maker, taken in turns, and the size of what it made."""
    taken: list[list[float]] = [[] for _ in makers]
    sizes = [0 for _ in makers]
    for _ in range(ROUNDS):
        for place, made in enumerate(makers):
            started = time.process_time()
            sizes[place] = len(made())
            taken[place].append(time.process_time() - started)
    return [(statistics.median(times), size) for times, size in zip(taken, sizes, strict=True)]


def ours(content: tuple[Any, ...]) -> bytes:
    """The tagged document of these blocks."""
    return render(Paper("T", "S", content), Chrome("M", "R", ("f",)), samples.NOW)


def main() -> None:
    """Measure, and print the table."""
    material = Material(samples.CASE, samples.DETAILS, samples.DECISION, samples.PACKS, samples.NOW)
    referral = DOCUMENTS["referral"].build
    if referral is None:
        raise SystemExit("the referral is no paper")
    started = time.perf_counter()
    make("referral", samples.CASE, samples.DETAILS, samples.DECISION, samples.PACKS, samples.NOW)
    first = time.perf_counter() - started
    lines = "\n".join(f"line {number}" for number in range(999))
    contents = {
        "referral": referral(material),
        "one answer of 20,000 characters": (Heading("H"), Long("Q", Value("word " * 4_000))),
        "one answer of 999 lines": (Heading("H"), Long("Q", Value(lines))),
    }
    print(f"first referral of a process: {first * 1000:.0f} ms\n")
    print(f"{'document':34}{'ours ms':>9}{'plain ms':>10}{'ratio':>7}{'ours kB':>9}{'plain kB':>10}")
    for name, content in contents.items():
        (tagged, size), (untagged, plain_size) = seconds(partial(ours, content), partial(plain_document, content))
        print(f"{name:34}{tagged * 1000:9.0f}{untagged * 1000:10.0f}{tagged / untagged:7.2f}"
              f"{size / 1000:9.0f}{plain_size / 1000:10.0f}")
    print("\ntarget for the referral: at most 2 times the plain document")


if __name__ == "__main__":
    main()
