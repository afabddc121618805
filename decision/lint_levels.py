"""What no case of the lint reaches: a level, a duty or a telling rule that stands in a pack and never comes out."""
from collections.abc import Collection, Iterator

from decision.known import counts, stands
from guidance.models import Indicator, Level
from guidance.packs import AreaPack, Pack, Packs
from guidance.words import Said, say


def just_enough(area: AreaPack | None) -> Iterator[tuple[Level, tuple[Indicator, ...]]]:
    """For each level, as many of its rows as it asks for and no more: those that ask for least by themselves."""
    for number, level in enumerate(area.levels if area else (), 1):
        assert area
        wanted = level.reading.concerns if level.reading else 1
        chosen: dict[str, Indicator] = {}
        for row in sorted(_rows(area, number), key=_asks_for_more):
            chosen.setdefault(row.concern, row)
        if len(chosen) >= wanted:
            yield level, tuple(chosen.values())[:wanted]


def _rows(area: AreaPack, number: int) -> list[Indicator]:
    return [row for row in area.indicators if counts(row) and stands(row, area) == number]


def _asks_for_more(row: Indicator) -> int:
    return (row.harm == "significant") + bool(row.at_least) + bool(row.duty) + bool(row.ask_first)


def out_of_reach(packs: Packs, area_id: str, met: Collection[str]) -> Iterator[tuple[str, Said]]:
    """(id, what is wrong) of levels, duties and telling rules that nothing leads to. `met`: duties that were found."""
    area = packs.area(area_id)
    if area:
        yield from _levels(area)
        for duty in area.duties:
            if duty.id not in met:
                yield duty.id, say("lint.duty_not_started")
    else:
        yield from _duties(packs)
    pointed = _pointed(packs)
    for rule in (area or packs.national).telling:
        if rule.id not in pointed:
            yield rule.id, say("lint.rule_not_reached")


def _duties(packs: Packs) -> Iterator[tuple[str, Said]]:
    """National duties that no sign, row or factor of any pack names and no fact starts."""
    led = {id_ for pack in _all(packs) for part in ("signs", "indicators", "factors")
           for item in getattr(pack, part, ()) for id_ in item.duty}
    for duty in packs.national.duties:
        if duty.id not in led and not duty.triggers:
            yield duty.id, say("lint.duty_not_started")


def _all(packs: Packs) -> tuple[Pack, ...]:
    return packs.national, *packs.areas.values()


def _pointed(packs: Packs) -> set[str]:
    """Rules that a sign or duty leads to or the engine looks for; an area gives its own words under the same id."""
    found = {sign.telling for pack in _all(packs) for sign in pack.signs}
    found |= {duty.telling for pack in _all(packs) for duty in pack.duties}
    return found | {rule.id for rule in packs.national.telling if rule.use or rule.body}


def _levels(area: AreaPack) -> Iterator[tuple[str, Said]]:
    """Levels that their own rows cannot support, and an urgent acting level without a row of significant harm."""
    for number, level in enumerate(area.levels, 1):
        rows = _rows(area, number)
        wanted = level.reading.concerns if level.reading else 1
        if rows and len({row.concern for row in rows}) < wanted:
            yield say("lint.level", level=level.id), say("lint.too_few_concerns", number=wanted)
        if level.acting and level.outcome == "refer_now" and not any(row.harm == "significant" for row in rows):
            yield say("lint.level", level=level.id), say("lint.no_harm")
