"""Each part that pages are made of, with when it is used: docs/design.md as it looks. In no menu; all is made up."""
import streamlit as st

from decision.case import Case, Child, Finding
from exports.windscreen_shapes import colour_of
from guidance.packs import AreaPack
from guidance.words import say
from pages.parts.display.markup import Markup, join, paragraph, show, strong, tag, telephone
from pages.parts.display.pieces import (
    big, call_button, card, fold, hint, more, notice, panel, pill, section, summary_row, summary_rows, task_row,
)
from pages.parts.result.windscreen_view import windscreen
from pages.parts.shell.frame import done, frame, heading
from pages.parts.visit import knowledge

frame(say("design.title"))
SCALES = {
    "space": tuple(f"space-{number}" for number in range(1, 7)),
    "size": ("title", "lead", "number", "large", "text", "small"),
    "weight": ("normal", "strong", "heavy"),
    "colour": ("ink", "quiet", "accent", "line", "edge", "soft", "urgent", "today", "wrong"),
}
"""The scales of docs/design.md, and the names of their measures in 0_tokens.css."""
SHOWN = 3
"""Statements of each level that the made-up case of the drawing holds at most."""


def part(name: str) -> None:
    """The name of a part, and when it is used."""
    show(tag("h2", say(f"design.{name}")), hint(say(f"design.{name}.when")))


def text(name: str) -> str:
    """Made-up words."""
    return say(f"design.example.{name}")


def scales() -> None:
    """Spaces, sizes, weights and colours, each as large as it is."""
    part("scales")
    show(*(tag("div", tag("h3", say(f"design.scale.{scale}")), *(_measure(scale, name) for name in names))
           for scale, names in SCALES.items()))


def _measure(scale: str, name: str) -> Markup:
    """One measure: a sample, its name in the sheets, and what it is for."""
    what = say(f"design.scale.{name.replace('-', '_')}")
    return tag("p", _sample(scale, name), tag("code", f"--{name}"), " ", what, class_="scale")


def _sample(scale: str, name: str) -> Markup:
    """One measure, shown by the part of the style that it is for."""
    if scale == "space":
        return tag("span", class_="scale-space", style=f"width:var(--{name})")
    if scale == "colour":
        return tag("span", class_="scale-colour", style=f"background:var(--{name})")
    how = "font-size" if scale == "size" else "font-weight"
    return tag("span", text("letters"), class_="scale-letters", style=f"{how}:var(--{name})")


def cards(level: tuple[str, str]) -> None:
    """What carries the answer of a page."""
    part("card")
    show(card(
        section(text("now"), big(text("big")), paragraph(text("who")), tone="today"),
        section(text("then"), paragraph(pill(*level), " ", text("help"))),
        section("", paragraph(strong(text("say")), " ", text("unknown")), tone="quiet"),
    ))
    part("panel")
    show(panel("urgent", paragraph(strong(text("panel")))))
    part("call_button")
    show(call_button(text("team"), text("number"), text("until")))
    part("pill")
    show(paragraph(pill(*level), " ", pill(text("agree"))))
    part("notice")
    show(notice(paragraph(text("notice"))))


def folds() -> None:
    """What answers in one line and says more on demand."""
    part("fold")
    inside = paragraph(text("inside"))
    show(fold(text("fold"), text("fold_answer"), inside),
         fold(text("fold2"), text("fold2_answer"), inside, more(text("more"), inside)))
    with st.container(key="fold_sample"), st.expander(f"**{text('fold3')}** {text('fold3_answer')}"):
        st.text_input(text("field"), key="sample_in_fold")


def asking() -> None:
    """Fields and buttons, which are Streamlit's own."""
    part("seg")
    with st.container(key="seg_sample"):
        st.radio(text("question"), [text("no"), text("yes"), text("not_sure")], index=None, horizontal=True,
                 key="sample_seg")
    part("fields")
    st.text_input(text("field"), key="sample_text")
    st.selectbox(text("list"), [text("level"), text("help")], index=None, placeholder=text("choose"), key="sample_list")
    st.checkbox(text("tick"), key="sample_tick")
    part("buttons")
    with st.container(key="buttons_sample", horizontal=True):
        st.button(text("primary"), type="primary", key="sample_primary")
        st.button(text("secondary"), key="sample_secondary")
        st.button(text("tertiary"), type="tertiary", key="sample_tertiary")


def rows() -> None:
    """Answers read back, and what is still to do."""
    part("summary_row")
    show(summary_rows((summary_row(text("question"), text("yes"), text("change"), "?"),
                       summary_row(text("field"), text("unknown"), text("change"), "?"))))
    part("task_row")
    show(task_row(text("task"), text("from_answers"), "done"), task_row(text("task2"), text("add_names")),
         task_row(text("task3"), text("optional"), "optional"))


def a_level(areas: list[AreaPack]) -> tuple[str, str]:
    """The words and colour of the third level, as the first area that has levels draws it; made up where none has."""
    if not areas:
        return text("level"), ""
    levels = areas[0].levels
    number = min(2, len(levels) - 1)
    return text("level"), colour_of(levels[number], number, len(levels))


def drawing(area: AreaPack) -> None:
    """The windscreen of a made-up case in the first area that has levels."""
    part("fan")
    rows = [[row.id for row in area.indicators if row.level == level.id][:SHOWN] for level in area.levels]
    case = Case(home_area=area.id, children=(Child(label="A", age_years=8),),
                findings=tuple(Finding(id=id_) for ids in rows for id_ in ids))
    windscreen(knowledge.decide_about(case), knowledge.packs())


def foot_bar() -> None:
    """The bar at the foot, as it stands in the flow of this page."""
    part("foot_bar")
    line = join(tag("span", text("ring"), class_="who"), " ", telephone(text("number")))
    show(tag("div", tag("div", tag("p", line), class_="ring-bar"), class_="sample"))


heading(say("design.title"))
show(paragraph(say("design.what")))
scales()
part("strip")
part("header")
with_levels = [one for one in knowledge.packs().areas.values() if one.levels]
cards(a_level(with_levels))
folds()
asking()
rows()
if with_levels:
    drawing(with_levels[0])
foot_bar()
done()
