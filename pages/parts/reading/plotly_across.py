"""The same worry in areas as a chart: a strip for each, cut into its own levels; those that speak of it are filled.

There is a shade a level and no mark a statement: marks would be counted. The strips share no scale, each has its own
levels and their names. Imported only when somebody asks for it.
"""
from textwrap import wrap as fold
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from exports.windscreen_shapes import colour_of
from guidance.packs import Packs
from guidance.words import say
from pages.parts.display.words import source_words
from pages.parts.reading.across import Across, Row, in_words
from pages.parts.visit import draft

INK, PAPER, EMPTY = "#10181c", "#ffffff", "#f4f6f7"
CHART = "across_chart"
LINE, TITLE, GAP = 20, 28, 20
"""Heights in pixels: of a row of words, of the name of an area, between two strips."""
LETTERS, TOLD = 14, 60
"""Letters in a line: of a level's name, so that it fits on a small telephone, and of what a pointer is told."""


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
    title = one.area.name if rows else say("across.chart.no_levels", area=one.area.name)
    _write(drawn, 0, top, f"<b>{broken(title, TOLD)}</b>", 15)
    start = top + TITLE
    if not rows:
        return start + LINE
    names = [broken(row.level.name if row.level else "", LETTERS) for row in rows]
    end = start + LINE * (1 + max(name.count("<br>") + 1 for name in names))
    for number, (row, name) in enumerate(zip(rows, names, strict=True)):
        left, width = number / len(rows), 1 / len(rows)
        drawn.add_trace(_box(row, number, len(rows), (left, left + width, start, end), packs))
        _write(drawn, left + width * 0.05, start + LINE * 0.4, f"<b>{name}</b>" if row.lines else name, 12)
    return end


def _box(row: Row, number: int, count: int, edges: tuple[float, float, int, int], packs: Packs) -> go.Scatter:
    """A level: in its own colour where the document speaks of the worry there, else empty; it tells what stands there.
    """
    left, right, start, end = edges
    assert row.level
    told = "<br><br>".join(f"{broken(line.says, TOLD)}<br><i>{broken(source_words(packs, line.source), TOLD)}</i>"
                           for line in row.lines)
    return go.Scatter(
        x=[left, right, right, left], y=[start, start, end, end], fill="toself", mode="lines", hoveron="fills",
        fillcolor=colour_of(row.level, number, count) if row.lines else EMPTY, line={"color": PAPER, "width": 2},
        hoverinfo="text", text=f"<b>{row.name}</b><br>{told or say('across.nothing')}",
    )


def broken(words: str, letters: int) -> str:
    """Words in lines of so many letters, as the chart reads them."""
    return "<br>".join(fold(words.replace("<", "&lt;"), letters))


def _write(drawn: go.Figure, x: float, y: float, text: str, size: int) -> None:
    look: dict[str, Any] = {"showarrow": False, "xanchor": "left", "yanchor": "top", "align": "left"}
    drawn.add_annotation(x=x, y=y, text=text, font={"size": size, "color": INK}, **look)
