"""Whom to ring, on the call sheet: every call of the result in its order, when each is made, and what to ask for.

The first few with all that is known of their number; of the others who is told as well, in a line. What a call is for,
and after whom, is never cut: a number without it sends somebody to the wrong one.
"""
import re
from collections.abc import Iterable
from datetime import datetime

from decision.result import Route, RouteKind
from exports.after_call import all_made, in_order, left, to_ring, was_made
from exports.blocks import Block, Paragraph
from exports.contact_lines import number_note, way_words
from exports.found import cut
from exports.material import Material
from exports.pdf.text import clean, sentences
from guidance.words import key_of, say
from guidance.words.forms import clock, weekday_and_moment

ROUTES = 4
"""Calls with all that is known of their number."""
EVERY = 1_000
"""More calls than any result has."""
NAME = 80
"""Letters of a contact's name beside its number: no name of a pack is longer. Less only where nothing else fits."""
LEAST = 100
"""Letters of a line to say, and of what stands under a number, as long as anything else can be cut."""
LAST_RESORT = 0.1
"""The share at which what the packs say is cut as well."""
SENTENCE = re.compile(r"(?<=[.!?])\s+")
NUMBER = re.compile(r"\d{3}|@|\w\.\w|\d\d:\d\d|\boption\b|\bpress\b", re.IGNORECASE)
"""What shows that a sentence says how to reach somebody, or by when."""
SAID_WHOLE: tuple[RouteKind, ...] = (
    "ring_now", "police", "switchboard", "tell_too", "worker", "your_lead", "if_worse")
"""Kinds of call of which it stands whole what they are for, and after whom."""
TOLD: tuple[RouteKind, ...] = ("worker", "your_lead")
"""Kinds whose first sentence says it, where many are rung."""


def calls(m: Material, share: float) -> tuple[Block, ...]:
    """Whom to ring, in the order of the result; the first number large, with its times under it."""
    blocks: list[Block] = []
    every, first, next_ = in_order(m, EVERY), in_order(m, ROUTES), left(m)
    large = next((number for number, route in enumerate(every) if route.dial and (
        route == next_ if next_ and next_.dial else route in first)), None)
    for number, route in enumerate(_before_once(_as_it_stands(m, one) for one in every)):
        name = short_name(route.name, NAME if share > LAST_RESORT else NAME / 4)
        whom = say("papers.labelled", who=name, said=route.dial) if route.dial else name
        if number == large:
            under = _under(m, route, 190, share)
            blocks += [Paragraph(whom, "big"), *([Paragraph(under, "tight")] if under else [])]
        elif route.kind == "if_worse":
            blocks.append(Paragraph(sentences((route.says, whom, _more(m, route, 130, share))), "tight"))
        else:   # words that name somebody need no name before them
            named = () if not route.dial and route.name.casefold() in route.says.casefold() else (whom,)
            said = _under(m, route, 130, share) if every[number] in first else _in_a_line(m, route, share)
            blocks.append(Paragraph(sentences((*named, said)), "tight"))
    return tuple(blocks)


def _as_it_stands(m: Material, route: Route) -> Route:
    """A call as it stands now: the number of one that was made is there to ring again, and the way round it says after
    whom, as before. Once nobody is left to be rung the own lead is told, if they were not."""
    if route.kind == "your_lead" and all_made(m):
        return route.but(says=say("result.after.lead"), before=None)
    if not was_made(m, route) or (way_words(route) and route.kind != "police"):
        return to_ring(m, route)
    return route.but(says=say("papers.sheet.again"), before=None)


def _before_once(routes: Iterable[Route]) -> tuple[Route, ...]:
    """The same with the time before which to ring on the first that has it: it is that of all of them."""
    found: list[Route] = []
    for route in routes:
        again = route.before in [one.before for one in found]
        found.append(route.but(before=None) if route.before and again else route)
    return tuple(found)


def _under(m: Material, route: Route, letters: float, share: float) -> str:
    """What the call is for, and what is to be known of the number."""
    return sentences((_for(route, share), _more(m, route, letters, share)))


def _for(route: Route, share: float) -> str:
    """What the call is for, and after whom it is made; of 999 the line to say to them says it."""
    if route.kind == "emergency" and route.dial and key_of(route.says) != "papers.sheet.again":
        return ""
    whole = route.kind in SAID_WHOLE or (not route.dial and route.kind == "advice")
    return route.says if whole else whole_sentences(route.says, max(130 * share, LEAST))


def _more(m: Material, route: Route, letters: float, share: float) -> str:
    """Times, trust, e-mail, and what else to do where the words of the call have not said it."""
    email = say("papers.sheet.email", address=route.email) if route.email else ""
    both = route.kind in ("police", "switchboard") and m.emergency_number() in route.says
    more = sentences((_times(m, route), number_note(route, m.packs), email, "" if both else route.instead))
    whole = route.kind == "if_worse" and share > LAST_RESORT
    return whole_sentences(more, len(more) if whole else packs_room(letters, share)) if more else ""


def _in_a_line(m: Material, route: Route, share: float) -> str:
    """What the call is for, of somebody who is told as well in one sentence, and when they are there."""
    said = SENTENCE.split(route.says)[0] if route.kind in TOLD else _for(route, share)
    return sentences((said, _times(m, route)))


def packs_room(letters: float, share: float) -> float:
    """Room for what a pack says: whom to ring and what to say go after everything that the user wrote."""
    return letters * share if share <= LAST_RESORT else max(letters * share, LEAST)


def short(said: str, room: float) -> str:
    """One line of at most so many letters, cut after a word, with three dots where there is more."""
    return cut(" ".join(clean(said).split()), int(room))


def short_name(name: str, room: float = NAME) -> str:
    """A contact's name on one or two lines; what stands in brackets at its end, such as what to press, is never cut."""
    words, bracket, option = name.rpartition(" (")
    if not bracket or not option.endswith(")"):
        return short(name, room)
    return f"{short(words, max(room - len(option), room / 2))} ({option}"


def whole_sentences(said: str, room: float) -> str:
    """The sentences that fit into so many letters, and each that holds a number or address: half a number is none."""
    kept: list[str] = []
    for sentence in SENTENCE.split(" ".join(clean(said).split())):
        if len(" ".join((*kept, sentence))) <= room or NUMBER.search(sentence):
            kept.append(sentence)
        elif not kept:
            kept.append(short(sentence, room))
        elif kept[-1][-1] != "…":
            kept.append("…")
    return " ".join(kept)


def _times(m: Material, route: Route) -> str:
    return sentences((
        say("papers.sheet.before", time=_clock(m, route.before)) if route.before else "",
        say("papers.sheet.until", time=_clock(m, route.until)) if route.open_now and route.until else "",
        say("papers.sheet.opens", time=_clock(m, route.opens)) if route.open_now is False and route.opens else "",
    ))


def _clock(m: Material, at: datetime) -> str:
    """The time where it is today, otherwise with its date."""
    return clock(at) if at.date() == m.now.date() else weekday_and_moment(at)
