"""The level of the help that comes first, for the picture, where it is another than the findings and a raise show."""
from decision.path import Path
from decision.result import Led, Place
from guidance.packs import AreaPack


def find_led(paths: tuple[Path, ...], place: Place, area: AreaPack | None) -> tuple[Led, ...]:
    """From the paths themselves, so that the picture never shows another level than the second answer names: each level
    that a first path is at and neither the support nor a raise above it reaches, once. Empty without levels."""
    order = area.order if area else {}
    there = {place.supported, *(one.to_level for one in place.raised)}
    first: dict[tuple[str, ...], Path] = {}
    for path in paths:
        first.setdefault(path.about, path)
    found = {path.level: Led(by=path.led_by, to_level=path.level, source=path.source) for path in first.values()
             if path.led_by and path.level in order and path.level not in there}
    return tuple(sorted(found.values(), key=lambda one: -order[one.to_level]))
