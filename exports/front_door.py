"""What is held back, for the front door alone: named on page one of the referral, its words on a sheet of their own."""
from exports.blocks import Block, Callout, Grid, Heading, Led, Long, value
from exports.hiding.held_back import Answer
from exports.material import Material
from exports.pdf.text import sentences
from exports.words import HELD_BACK
from guidance.words import say
from guidance.words.forms import capital, counted


def held_lines(m: Material) -> tuple[Led, ...]:
    """On page one, for the hub: what is held back and why, without a word of it."""
    if not (m.sheet.answers or m.sheet.sources):
        return ()
    lines = tuple(Led(sentences((item.called,)), sentences((capital(HELD_BACK[item.held.why]),)))
                  for item in m.sheet.answers if item.held)
    unnamed = len(m.sheet.sources)
    count = (Led("", counted("front_door.unnamed", unnamed)),) if unnamed else ()
    return (Led(say("papers.held_back"), say("papers.held_back.take_off")), *lines, *count)


def _why(item: Answer) -> str:
    """Why it is held back, and what the user adds about that: it may name the source, so it stands on the sheet."""
    return sentences((capital(HELD_BACK[item.held.why]), item.held.note)) if item.held else ""


def front_door_sheet(m: Material) -> tuple[Block, ...]:
    """The words that are held back, and who must not be named, on a sheet of their own."""
    if not (m.sheet.answers or m.sheet.sources):
        return ()
    who = tuple((value(item.name), value(item.relation), value(item.contact), value(item.told_what))
                for item in m.sheet.sources)
    heads = tuple(say(f"papers.front_door.{name}") for name in ("who", "relation", "reach", "told"))
    return (
        Heading(say("papers.front_door"), new_page=True),
        Callout("stop", say("papers.front_door.take_off"), (say("papers.front_door.no_secret"),)),
        *(Long(item.called, value(item.said), _why(item)) for item in m.sheet.answers),
        *([Grid(heads, who, (0.25, 0.2, 0.25, 0.3))] if who else []),
    )
