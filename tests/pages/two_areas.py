"""The made-up packs with a second area, which has other levels in a second place and a third that has none."""
from guidance.packs import AreaPack, Packs


def with_neighbours(packs: Packs) -> Packs:
    """Testshire, its copy Otherton with fewer and differently named levels, and Plainham, whose document has none."""
    first = packs.areas["testshire"]
    levels = tuple(level.model_copy(update={"printed": "", "name": f"{level.name} in Otherton"})
                   for level in first.levels if level.id != "complex")
    rows = tuple(row.model_copy(update={"level": "urgent", "stands_at": ""}) for row in first.indicators
                 if row.level in ("complex", "urgent"))
    other = first.model_copy(update={"id": "otherton", "name": "Otherton", "levels": levels, "indicators": rows})
    plain = first.model_copy(update={"id": "plainham", "name": "Plainham", "levels": (), "indicators": ()})
    areas = {area.id: AreaPack.model_validate(area.model_dump()) for area in (first, other, plain)}
    return Packs(national=packs.national, areas=areas)
