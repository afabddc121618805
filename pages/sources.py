"""What this rests on: for an area or all England, every document, its dates, and what in it cannot be relied on."""
from guidance.words import say
from guidance.packs import AreaPack
from pages.parts.display.markup import paragraph, show
from pages.parts.reading.address import ENGLAND, begin, choice
from pages.parts.reading.currency_view import (
    area_documents, area_state, further_documents, law, not_covered, not_held, numbers, readings, sources,
)
from pages.parts.reading.guides import guides
from pages.parts.shell.frame import done, frame, heading
from pages.parts.visit import clock, draft, knowledge

frame(say("guides.sources"))


def choose() -> str:
    """The area to show: from the address, else where the child of this draft lives, else all England."""
    packs = knowledge.packs()
    options = {ENGLAND: say("reading.england"), **{area.id: area.name for area in packs.areas.values()}}
    home = draft.case().home_area
    return choice("area", say("reading.area"), options, home if home in packs.areas else ENGLAND)


def show_area(area: AreaPack) -> None:
    """Everything about one area's document."""
    packs, today = knowledge.packs(), clock.now().date()
    area_documents(area, packs, today)
    area_state(area, today)
    further_documents(area, packs, today)
    not_covered(area, packs)
    readings(area, packs)
    numbers(area, packs)


def show_england() -> None:
    """What holds everywhere: law and guidance, and how sure we are of each."""
    packs, today = knowledge.packs(), clock.now().date()
    show(paragraph(say("sources.version", version=packs.national.version)))
    law(packs.national, packs, today)
    numbers(packs.national, packs)
    sources(packs.national, packs, today)


begin()
heading(say("sources.heading"))
guides()
area = knowledge.packs().area(choose())
if area:
    show_area(area)
else:
    show_england()
not_held(knowledge.packs())
done("sources")
