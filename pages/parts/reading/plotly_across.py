"""The same worry in each area as a chart: a strip for each area, cut into its own levels, a mark for each statement.

The strips share no scale: each has its own levels and their names. Imported only when somebody asks for it.
"""
from math import ceil
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from exports.windscreen_shapes import colour_of, wrap
from guidance.packs import Packs
from pages.parts.display.words import source_words
from pages.parts.reading.across import Across, Row, in_words, is_worry
from pages.parts.visit import draft

INK, PAPER = "#0b0c0c", "#ffffff"
CHART = "across_chart"
COLUMNS = 6
"""Marks beside each other in one level."""
LINE, TITLE, GAP = 20, 26, 18
"""Heights in pixels: of a row of marks or words, of the name of an area, between two strips."""
LETTERS = 11
"""Letters of a level's name in a line, so that it fits on a small telephone."""
LINE_LENGTH = 30
"""Characters in a line of the box that shows beside a mark, so that it fits on a small telephone."""


def chart(found: tuple[Across, ...], packs: Packs) -> None:
    """Show the chart. All that it says stands in the table and in its alternative text."""
    st.plotly_chart(
        figure(found, packs), key=draft.widget_key(CHART), theme=None, config={"displayModeBar": False},
        alt=" ".join(in_words(found)),
    )


def figure(found: tuple[Across, ...], packs: Packs) -> go.Figure:
    """Strips from top to bottom in the order of the packs; across, each level takes an equal part of the width."""
    drawn = go.Figure()
    top = 0
    for one in found:
        top = _strip(drawn, one, packs, top) + GAP
    drawn.update_layout(
        margin={"l": 0, "r": 0, "t": 0, "b": 0}, showlegend=False, plot_bgcolor=PAPER, paper_bgcolor=PAPER,
        hoverlabel={"bgcolor": PAPER, "bordercolor": INK, "font": {"color": INK, "size": 14}}, dragmode=False,
        height=max(top, LINE),
    )
    drawn.update_xaxes(visible=False, fixedrange=True, range=[0, 1])
    drawn.update_yaxes(visible=False, fixedrange=True, range=[max(top, LINE), 0])
    return drawn


def _strip(drawn: go.Figure, one: Across, packs: Packs, top: int) -> int:
    """One area from `top` down; gives back where it ends."""
    rows = [row for row in one.rows if row.level]
    words = one.area.name if rows else f"{one.area.name}: no levels in this document"
    _write(drawn, 0, top, f"<b>{wrapped(words)}</b>", 15)
    start = top + TITLE + (0 if rows else LINE)
    if not rows:
        return start
    names = [wrap(row.level.name if row.level else "", LETTERS) for row in rows]
    marks_from = start + LINE * max(len(lines) for lines in names)
    end = marks_from + LINE * (max(ceil(len(row.lines) / COLUMNS) for row in rows) or 1)
    for number, row in enumerate(rows):
        left, width = number / len(rows), 1 / len(rows)
        drawn.add_trace(_box(row, number, len(rows), (left, left + width, start, end)))
        _write(drawn, left + width * 0.04, start, wrapped(" ".join(names[number]), LETTERS), 11)
        drawn.add_trace(_marks(row, packs, left, width, marks_from))
    return end


def _box(row: Row, number: int, count: int, edges: tuple[float, float, int, int]) -> go.Scatter:
    left, right, start, end = edges
    assert row.level
    return go.Scatter(
        x=[left, right, right, left], y=[start, start, end, end], fill="toself", mode="lines", hoverinfo="skip",
        fillcolor=colour_of(row.level, number, count), line={"color": PAPER, "width": 2},
    )


def _marks(row: Row, packs: Packs, left: float, width: float, top: int) -> go.Scatter:
    numbers = range(len(row.lines))
    step = width / (COLUMNS + 1)
    return go.Scatter(
        x=[left + step * (number % COLUMNS + 1) for number in numbers],
        y=[top + LINE * (number // COLUMNS + 0.5) for number in numbers], mode="markers",
        hoverinfo="text",
        marker={"size": 7, "color": [INK if is_worry(line) else PAPER for line in row.lines],
                "line": {"color": INK, "width": 1}},
        hovertext=[f"{wrapped(line.says)}<br>{wrapped(row.name)}<br>{wrapped(source_words(packs, line.source))}"
                   for line in row.lines],
    )


def _write(drawn: go.Figure, x: float, y: float, text: str, size: int) -> None:
    look: dict[str, Any] = {"showarrow": False, "xanchor": "left", "yanchor": "top", "align": "left"}
    drawn.add_annotation(x=x, y=y, text=text, font={"size": size, "color": INK}, **look)


def wrapped(text: str, length: int = LINE_LENGTH) -> str:
    """Escaped text in lines of no more than about this many characters."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= length:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(_escaped(line) for line in lines)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
