"""Whom to ring, in a line of a paper: the number, its warning, and what to ask for where it is a way round another."""
from decision.result import Route
from exports.pdf.text import sentences
from exports.words import TRUST
from guidance.packs import Packs
from guidance.words import key_of, say
from guidance.words.forms import weekday_and_moment


def contact_line(route: Route, packs: Packs) -> str:
    """Whom to ring in one line: name, number, e-mail, what else to do, and how far the number can be trusted.
    Of whoever is rung only if it gets worse, that too, and until when; of a way round another number, what to ask for
    there and after whom."""
    name = say("papers.labelled", who=route.name, said=route.dial) if route.dial else route.name
    email = say("papers.sheet.email", address=route.email) if route.email else ""
    (worse, until), way = _worse(route), way_words(route)
    instead = "" if route.instead in way else route.instead
    return sentences((worse, name, way, until, email, instead, number_note(route, packs)))


def way_words(route: Route) -> str:
    """What to ask for on a number that is a way round another, and after whom it is rung; empty of any other."""
    is_way = route.kind in ("police", "switchboard") or key_of(route.says) == "ring.if_no_answer"
    return route.says if is_way else ""


def _worse(route: Route) -> tuple[str, str]:
    if route.kind != "if_worse":
        return "", ""
    return route.says, say("papers.sheet.until", time=weekday_and_moment(route.until)) if route.until else ""


def opens(route: Route) -> str:
    """When a number that is closed opens; nothing of any other."""
    closed = route.open_now is False and route.opens is not None
    return say("papers.sheet.opens", time=weekday_and_moment(route.opens)) if closed and route.opens else ""


def number_note(route: Route, packs: Packs) -> str:
    """The warning of a number, or that it has not been confirmed; nothing of those that everybody knows."""
    noted = route.trust and route.dial and not packs.everybody_knows(route.dial)
    return route.warning or (TRUST[route.trust] if route.trust and noted else "")
