"""The tools that the chosen area's pack has data for: a page appears wherever there is something to show on it."""
from pathlib import Path

import streamlit as st

from guidance.models import Duty, Process, Scale, Statement
from guidance.packs import AreaPack
from guidance.words import say
from pages.parts.asking.statements import Asked, circumstances, worries
from pages.parts.visit import knowledge

EXPLOITATION_PAGE, EDUCATION_PAGE = "pages/exploitation.py", "pages/missing_education.py"
INDICATOR = Path(EXPLOITATION_PAGE).stem
"""The address of the page where the statements of an area's indicator are ticked."""
EDUCATION_KINDS = ("definition", "enquiries", "tracing", "education", "register", "returns")
"""Kinds of process that the page on missing education shows, in this order (docs/add_an_area.md)."""


def scales(area: AreaPack | None) -> tuple[Scale, ...]:
    """The area's scales that have rows to tick."""
    return tuple(scale for scale in area.scales if scale.id in area.rows_of_scale) if area else ()


def duties_of(area: AreaPack, scale: Scale) -> tuple[Duty, ...]:
    """The area's duties that the scale is the tool of: named by a row of the scale, and with a tool."""
    named = {id_ for row in area.rows_of_scale[scale.id] for id_ in row.duty}
    return tuple(duty for duty in area.duties if duty.tool and duty.id in named)


def gaps_of(area: AreaPack, duties: tuple[str, ...]) -> tuple[Statement, ...]:
    """What the document does not say, contradicts or has out of date about some duties."""
    return tuple(gap for gap in area.gaps if set(gap.duties) & set(duties))


def education() -> Duty:
    """The national duty for a child who is missing education."""
    return knowledge.packs().national.duty_for("missing_education")


def education_rows(area: AreaPack | None) -> tuple[tuple[Asked, ...], tuple[Asked, ...]]:
    """The area's own statements about missing education and what goes with it: worries, and circumstances."""
    if area is None:
        return (), ()
    duties = set(about_education(area))
    ids = {row.id for row in area.indicators if duties & set(row.duty)}
    return tuple(  # type: ignore[return-value]
        tuple(one for one in group if ids & set(one.ids)) for group in (worries(area), circumstances(area))
    )


def education_processes(area: AreaPack | None) -> tuple[Process, ...]:
    """The area's own steps about missing education, in the order in which they are needed."""
    if area is None:
        return ()
    return tuple(one for kind in EDUCATION_KINDS for one in area.processes if one.kind == kind)


def education_duties(area: AreaPack | None) -> tuple[Duty, ...]:
    """The area's own duties about education: who is told, school files, home education, hidden addresses.

    Its entry for a national duty is about that duty, such as disability, though education may be a topic of it.
    """
    if area is None:
        return ()
    national = {duty.id for duty in knowledge.packs().national.duties}
    return tuple(duty for duty in area.duties if education().topics[0] in duty.topics and duty.id not in national)


def about_education(area: AreaPack | None) -> tuple[str, ...]:
    """The ids of all duties that the page on missing education is about, the national one first."""
    return (education().id, *(duty.id for duty in education_duties(area)))


def pages_for(area: AreaPack | None) -> dict[str, str]:
    """Page → its name, for each tool that the area has data for."""
    found: dict[str, str] = {}
    for scale in scales(area)[:1]:
        found[EXPLOITATION_PAGE] = scale.name
    has_duty = area is not None and any(duty.id == education().id for duty in area.duties)
    if has_duty and (education_processes(area) or any(education_rows(area))):
        found[EDUCATION_PAGE] = say("education.heading")
    return found


def page_of_duty(area: AreaPack | None, duty_id: str) -> str:
    """The page of the tool that a duty asks for; empty where the area has none."""
    with_tool = area is not None and any(duty.id == duty_id and duty.tool for duty in area.duties)
    if area and with_tool and any(duty.id == duty_id for scale in scales(area) for duty in duties_of(area, scale)):
        return EXPLOITATION_PAGE
    return EDUCATION_PAGE if duty_id == education().id and EDUCATION_PAGE in pages_for(area) else ""


def tool_links() -> None:
    """A link to each tool of the area where the child lives; nothing where it has none."""
    for page, name in pages_for(knowledge.area()).items():
        st.page_link(page, label=name)
