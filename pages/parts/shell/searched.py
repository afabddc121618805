"""What a search says beside what it has found: how words were read, and what is true where it has found nothing."""
from datetime import datetime

from decision.doors import front_door_now
from guidance.packs import Packs
from guidance.search import Found
from guidance.words import say
from guidance.words.forms import capital, listed
from pages.parts.display.markup import Markup, join, paragraph, tag
from pages.parts.display.pieces import call_button, panel
from pages.parts.shell.number_card import hours


def how_read(how: Found) -> Markup:
    """Words that were read as another, and words that nothing holds: what is shown is for the rest of them."""
    return join(*(paragraph(say("search.read_as", typed=typed, read=read)) for typed, read in how.read_as),
                paragraph(say("search.missed", words=listed(f"“{word}”" for word in how.missed))) if how.missed else "")


def nothing(area_id: str, packs: Packs, now: datetime, own_words: Markup) -> Markup:
    """Nothing was found: that says nothing about the worry. `own_words`: where it is put in one's own words."""
    first, *_ = front_door_now(area_id, packs, now)
    return panel("today", tag("p", tag("strong", say("search.nothing")), role="status"),
                 paragraph(say("search.nothing_means")), paragraph(own_words),
                 call_button(capital(first.name), first.dial, hours(first, now)))
