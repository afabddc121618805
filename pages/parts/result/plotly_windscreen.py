"""The windscreen to explore: each mark tells its statement, how it is known and its source; a click opens that answer.

Imported only when somebody asks for it: Plotly weighs more than the rest of the page.
"""
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from decision.result import Place
from exports.windscreen import figure_data, in_words, level_name
from exports.windscreen_shapes import RING_NAMES
from guidance.packs import AreaPack, Packs
from pages.parts.display.words import source_words
from pages.parts.visit import draft

INK, BAND, PAPER = "#0b0c0c", "#00566b", "#ffffff"
CHART = "windscreen_chart"
LINE_LENGTH = 30
"""Characters in a line of the box that shows beside a mark, so that it fits on a small telephone."""
HEIGHT = 340
"""Pixels; on a narrow screen the picture is as wide as the screen and stands in the middle of this."""


def figure(place: Place, area: AreaPack, packs: Packs) -> go.Figure:
    """The same shapes as the picture. A mark's `customdata` is the finding's id."""
    data = figure_data(place, area)
    drawn = go.Figure()
    names = {level.id: level_name(level) for level in area.levels}
    for segment in data["segments"]:
        drawn.add_trace(_area(segment, f"{names[segment['level']]}: {RING_NAMES[segment['ring']]}"))
    for band in data["bands"]:
        drawn.add_trace(_band(band))
    sources = {mark.id: source_words(packs, mark.source) for mark in place.marks}
    drawn.add_trace(_marks(data["marks"], sources))
    drawn.update_layout(
        margin={"l": 0, "r": 0, "t": 0, "b": 0}, showlegend=False, plot_bgcolor=PAPER, paper_bgcolor=PAPER,
        hoverlabel={"bgcolor": PAPER, "bordercolor": INK, "font": {"color": INK, "size": 14}}, clickmode="event+select",
        dragmode=False, height=HEIGHT,
    )
    drawn.update_xaxes(visible=False, fixedrange=True, range=[0, data["width"]])
    drawn.update_yaxes(visible=False, fixedrange=True, range=[0, data["height"]], scaleanchor="x")
    return drawn


def chosen(place: Place, area: AreaPack, packs: Packs) -> str:
    """Show the chart; the id of the finding whose mark was just pressed, or an empty text."""
    event: Any = st.plotly_chart(
        figure(place, area, packs), key=draft.widget_key(CHART), on_select="rerun", selection_mode="points",
        theme=None, config={"displayModeBar": False}, alt=in_words(place, area),
    )
    points = event.selection.points
    return str(points[0]["customdata"][0]) if points else ""


def _area(segment: dict[str, Any], name: str) -> go.Scatter:
    """A part of the windscreen. Its name shows beside the pointer: written on it, it would not fit a telephone."""
    points = segment["points"]
    return go.Scatter(
        x=[x for x, _ in points], y=[y for _, y in points], fill="toself", fillcolor=segment["colour"], mode="lines",
        line={"color": PAPER, "width": 2}, hoveron="fills", hoverinfo="text", text=wrapped(name),
    )


def _band(band: dict[str, Any]) -> go.Scatter:
    return go.Scatter(
        x=[x for x, _ in band["points"]], y=[y for _, y in band["points"]], mode="lines", hoverinfo="skip",
        line={"color": BAND, "width": 8, "dash": "dot" if band["reaching"] else "solid"},
    )


def _marks(marks: list[dict[str, Any]], sources: dict[str, str]) -> go.Scatter:
    return go.Scatter(
        x=[mark["x"] for mark in marks], y=[mark["y"] for mark in marks], mode="markers+text",
        text=[f"{mark['letter']}?" if mark["open"] else mark["letter"] for mark in marks],
        textfont={"size": 13, "color": [INK if mark["open"] else PAPER for mark in marks]},
        marker={"size": 24, "color": [PAPER if mark["open"] else INK for mark in marks],
                "line": {"color": INK, "width": 2}},
        customdata=[[mark["id"]] for mark in marks],
        hovertext=[_hover(mark, sources.get(mark["id"], "")) for mark in marks], hoverinfo="text",
        selected={"marker": {"color": BAND}}, unselected={"marker": {"opacity": 1}, "textfont": {"color": INK}},
    )


def _hover(mark: dict[str, Any], source: str) -> str:
    said = [f"<b>{mark['letter']}</b> {wrapped(mark['says'])}"]
    said += [wrapped(text) for text in (mark["level"], mark["known"], source and f"Source: {source}") if text]
    return "<br>".join(said)


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
