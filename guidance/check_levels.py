"""Levels and the indicators that stand at them: one acting level, none unreachable, harm stated where it decides."""
from collections.abc import Iterator, Sequence

from guidance import formats
from guidance.folder import AREA, Folder, Row
from guidance.models import Indicator, Level
from guidance.packs import AreaPack
from guidance.problems import Problem, choose
from guidance.vocabulary import OUTCOMES
from guidance.words.forms import all_of


def level_problems(folder: Folder[AreaPack]) -> Iterator[Problem]:
    """Errors in an area's levels, indicators and factors."""
    levels = [row.item for row in folder.rows.get("levels", ())]
    if "levels" in folder.whole:
        yield from _levels(folder, levels)
        for row in folder.rows.get("indicators", ()):
            yield from _indicator_level(row, folder, levels)
    for row in folder.rows.get("indicators", ()):
        yield from _indicator(row)
    for row in (*folder.rows.get("indicators", ()), *folder.rows.get("factors", ())):
        yield from _unexplained(row)
    for row in folder.rows.get("raises", ()):
        if row.item.kind == "young_child" and row.item.under_years is None:
            yield row.place.problem("raise", "This raise is about young children and gives no age.",
                                    "Write under_years.", ("under_years",))


def _levels(folder: Folder[AreaPack], levels: list[Level]) -> Iterator[Problem]:
    """One level is for significant harm, levels go from calm to urgent, and a row stands at each."""
    rows = folder.rows["levels"]
    acting = [level.id for level in levels if level.acting]
    if levels and len(acting) != 1:
        says = f"{'No level is' if not acting else f'The levels {all_of(acting)} are all'} marked as acting."
        yield rows[0].place.problem(
            "acting", says, "Write acting: yes at one level only: the one for significant harm.", ("acting",))
    for row, before in zip(rows[1:], levels, strict=False):
        if OUTCOMES.index(row.item.outcome) < OUTCOMES.index(before.outcome):
            says = f'The outcome "{row.item.outcome}" is calmer than "{before.outcome}" of the level before it.'
            yield row.place.problem("level_order", says, "List the levels from calm to urgent.", ("outcome",))
    yield from _need_path(folder, rows)
    yield from _unreachable(folder, rows)
    for row in folder.rows.get("gaps", ()):
        kind, _, id_ = row.item.id.partition(":")
        if kind == "level" and id_ not in {level.id for level in levels}:
            yield row.place.problem("unknown_levels", f'There is no level "{id_}".',
                                    choose(id_, [level.id for level in levels], AREA.head), ("id",))


def _need_path(folder: Folder[AreaPack], rows: Sequence[Row]) -> Iterator[Problem]:
    """The level for significant harm says what help there is where only needs stand there; older packs did not."""
    for row in rows:
        if row.item.acting and row.item.need_path is None and folder.number >= formats.WHOLE:
            yield row.place.problem(
                "need_path", "This level does not say what help there is where only needs, and no harm, stand here.",
                "Write need_path, with means, leads, help, document, needs_agreement, agreement and source.",
                ("need_path",))


def _unreachable(folder: Folder[AreaPack], rows: Sequence[Row]) -> Iterator[Problem]:
    if not {"indicators", "gaps"} <= folder.whole:
        return
    indicators = [row.item for row in folder.rows["indicators"] if not row.item.scale]
    gaps = {row.item.id for row in folder.rows["gaps"]}
    for number, row in enumerate(rows):
        id_ = row.item.id
        calmest = number == 0
        reached = any(_stands(item) == id_ and (calmest or item.kind == "need") for item in indicators)
        if not reached and not (calmest and f"level:{id_}" in gaps):
            instead = "Add the document's indicators for it to indicators.csv, or take the level out."
            if calmest:
                instead = f'Add them, or say in gaps, with the id "level:{id_}", that the document prints none.'
            what = "indicator" if calmest else "indicator of kind need"
            yield row.place.problem("unreachable_level", f'No {what} stands at the level "{id_}".', instead)


def _stands(item: Indicator) -> str:
    return item.stands_at or item.level


def _indicator_level(row: Row, folder: Folder[AreaPack], levels: list[Level]) -> Iterator[Problem]:
    """The level exists: the area's, or a band of the row's own scale."""
    item: Indicator = row.item
    order = [level.id for level in levels]
    bands = {band.id for scale in folder.rows.get("scales", ()) if scale.item.id == item.scale
             for band in scale.item.bands}
    if item.level not in order and not (item.scale and item.level in {"", *bands}) and (levels or item.level):
        says = f'There is no level "{item.level}".' if item.level else "The level is missing."
        yield row.place.problem("unknown_levels", says, choose(item.level, [*order, *sorted(bands)], AREA.head),
                                ("level",))
    elif not item.stands_at or item.stands_at in order:
        yield from _harm(row, levels)


def _harm(row: Row, levels: list[Level]) -> Iterator[Problem]:
    """Harm is stated where it decides: on a need at the acting level, and nowhere else."""
    item: Indicator = row.item
    acting = {level.id for level in levels if level.acting}
    decides = item.kind == "need" and _stands(item) in acting
    if decides and item.harm is None:
        yield row.place.problem(
            "harm", "This row stands at the level for significant harm and does not say which it states.",
            "Write significant if it states significant harm, need if it states a need.", ("harm",))
    elif item.harm is not None and not decides:
        yield row.place.problem(
            "harm", "Harm is stated here, but only a row of kind need at the acting level decides by it.",
            "Leave this cell empty.", ("harm",))


def _indicator(row: Row) -> Iterator[Problem]:
    """Only a need counts for the levels, and only without a scale of its own."""
    item: Indicator = row.item
    if item.kind == "need" and item.scale:
        says = f'A row of the scale "{item.scale}" does not count for the levels, so its kind cannot be need.'
        yield row.place.problem("kind", says, "Write scale as its kind, or leave the scale empty.", ("kind",))
    if item.kind == "scale" and not item.scale:
        says = "The kind is scale, but no scale is named."
        yield row.place.problem("kind", says, "Write the id of a scale of scales.yaml.", ("scale",))


def _unexplained(row: Row) -> Iterator[Problem]:
    """A row that stands elsewhere, or asks for more, than is printed says why."""
    for name in ("stands_at", "at_least"):
        if getattr(row.item, name, None) and not row.item.note:
            says = f"{name} is not printed in the document, and no note says why it is set."
            yield row.place.problem("no_note", says, "Write the reason in one sentence.", ("note",))
