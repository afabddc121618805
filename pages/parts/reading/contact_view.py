"""A contact as the document prints it: for what, when it answers, how far each number can be trusted."""
from datetime import datetime

from decision.hours import Open, opening
from decision.result import Route, RouteKind
from guidance.models import Address, Contact, Number
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import apart, capital, listed, soon, weekday_and_day, weekday_and_time
from pages.parts.display.markup import Markup, join, paragraph, strong, tag, telephone
from pages.parts.display.pieces import call_button, more
from pages.parts.display.words import source_line

PROFESSIONALS = "professionals"
NAMED: frozenset[RouteKind] = frozenset({"police", "your_lead"})
"""Kinds of route whose name says already what it is for."""
TOLD: frozenset[RouteKind] = frozenset({"police", "your_lead", "switchboard", "advice", "emergency", "worker"})
"""Kinds of route of which more is to be said than who answers until when."""


def one_contact(contact: Contact, packs: Packs, area_id: str, at: datetime, heading: str = "h3") -> Markup:
    """Everything about a contact, with whether it answers at a moment. A suspect number is never a link."""
    return tag(
        "section",
        tag(heading, contact.name),
        paragraph(contact.says),
        *(_number(one, packs) for one in contact.numbers),
        "" if contact.dial() else paragraph(say("contact.no_number")),
        paragraph(open_words(opening(contact, at, packs, area_id), at)),
        paragraph(strong(say("contact.closed")), " ", _instead(contact, packs, area_id)) if contact.outside else "",
        *(_address(say("contact.email"), one.at, one, packs) for one in contact.emails),
        more(say("contact.more", contact=contact.name), *_more(contact, packs, area_id)),
        class_="contact",
    )


def _more(contact: Contact, packs: Packs, area_id: str) -> tuple[Markup, ...]:
    """What is read once: whom it is for, its hours as printed, its pages, when it was looked at, where it stands."""
    purpose = listed(one.replace("_", " ") for one in contact.purpose)
    for_whom = purpose if contact.audience == PROFESSIONALS else say(
        "contact.for_audience", purpose=purpose, audience=contact.audience)
    return (
        paragraph(strong(say("contact.for")), " ", for_whom),
        paragraph(strong(say("contact.hours")), " ", _printed(contact)),
        paragraph(say("contact.answerphone")) if contact.answerphone else Markup(""),
        *(_address(say("contact.web"), _outside(one.at), one, packs) for one in contact.web),
        paragraph(contact.note),
        _no_names(contact, packs, area_id),
        paragraph(say("contact.looked_at", day=weekday_and_day(contact.checked_on)), class_="source"),
        source_line(packs, contact.source),
    )


def reach(label: str, contact: Contact | None) -> Markup:
    """A contact in one line: its name, the number that may be dialled, its e-mail or its page."""
    if contact is None:
        return Markup("")
    number = contact.dial()
    address = next(iter(contact.emails), None)
    page = next(iter(contact.web), None)
    return paragraph(
        strong(label), contact.name, join(", ", telephone(number.dial)) if number else "",
        f", {address.at}" if address else "", join(", ", _outside(page.at)) if page and not address else "",
        say("contact.check") if number or address or page else ".",
    )


def answering(one: Route, packs: Packs, now: datetime, at: datetime | None, small: bool = False,
              rung: bool = False) -> Markup:
    """Who answers: now with a button that rings, or at another moment `at`, worded so that nobody takes it for now.

    `small`: not the first to ring, so without the button. `rung`: they were rung about this case, so that nothing says
    to ring them now.
    """
    when = _when(one, now) if at is None else _then(one)
    name = capital(one.name)
    named = at is None and (one.kind in NAMED or (rung and one.kind == "ring_now"))
    kind = "" if named else say(f"contact.{'now' if at is None else 'then'}.{one.kind}")
    title = say("contact.kind", kind=kind, name=name) if kind else name
    if small or at is not None:
        head = join(paragraph(strong(title)),
                    paragraph(telephone(one.dial), " ", when) if one.dial else paragraph(when))
    else:
        head = call_button(title, one.dial, when)
    misprinted = bool(one.printed and one.printed != one.dial)
    return join(
        head,
        paragraph(one.says) if one.kind in TOLD else "",
        paragraph(say("contact.misprint", printed=one.printed), class_="warn") if misprinted else "",
        paragraph(one.warning, class_="warn") if not misprinted else "",
        paragraph(one.instead),
        more(say("contact.source"), paragraph(one.warning) if misprinted else "",
             paragraph(say("contact.email"), " ", one.email) if one.email else "",
             _second_source(one, packs), source_line(packs, one.source)),
    )


def _second_source(one: Route | Number, packs: Packs, **look: str) -> Markup:
    """That a number comes from a second source; nothing of those that everybody knows."""
    noted = one.trust == "reported" and not packs.everybody_knows(one.dial)
    return paragraph(say("contact.reported"), **look) if noted else Markup("")


def _when(one: Route, now: datetime) -> str:
    """Until or from when, seen from this moment."""
    if one.open_now:
        return say("contact.open_until", when=soon(one.until, now)) if one.until else say("contact.open")
    if one.opens:
        opens = say("contact.opens", when=soon(one.opens, now))
        return say("form.following", first=say("contact.closed_now"), then=opens) if one.open_now is False else opens
    if one.open_now is False:
        return say("contact.opens_unknown")
    return _unknown(one)


def _then(one: Route) -> str:
    """Until or from when, at a moment that is not this one."""
    if one.until:
        return say("contact.until", when=weekday_and_time(one.until))
    return say("contact.opens", when=weekday_and_time(one.opens)) if one.opens else _unknown(one)


def _unknown(one: Route) -> str:
    if one.open_now is not None or not one.dial:
        return ""
    return say("hours.year_unknown") if one.year_unknown else say("contact.hours_unknown")


def _no_names(contact: Contact, packs: Packs, area_id: str) -> Markup:
    """Whether advice is given without names: said where it is printed, and of the front door also where it is not."""
    area = packs.area(area_id)
    wanted = contact.no_names_advice != "not_printed" or (area is not None and contact.id == area.front_door)
    return paragraph(say(f"contact.no_names.{contact.no_names_advice}")) if wanted else join()


def open_words(hours: Open, at: datetime) -> str:
    """Whether somebody answers at that moment, and until or from when."""
    when = weekday_and_time(at)
    if hours.now is None:
        return say("contact.at.unknown", when=when)
    if hours.now:
        return say("contact.at.open_until", when=when, until=weekday_and_time(hours.until)) if hours.until else say(
            "contact.at.open", when=when)
    if hours.opens:
        return say("contact.at.closed_opens", when=when, opens=weekday_and_time(hours.opens))
    return say("contact.at.closed", when=when)


def _instead(contact: Contact, packs: Packs, area_id: str) -> Markup:
    """Who answers when this contact is closed; an answerphone answers nobody."""
    other = packs.contact(area_id, contact.outside)
    if other is None:
        return Markup("")
    number = other.dial()
    if other.answerphone:
        return join(say("contact.only_messages", name=other.name))
    return join(other.name, join(", ", telephone(number.dial)) if number else "", ".")


def _number(one: Number, packs: Packs) -> Markup:
    if one.trust == "suspect":
        says = say("contact.suspect", printed=one.printed, note=one.note)
        return join(paragraph(says, class_="warn"), source_line(packs, one.source))
    as_printed = say("contact.printed_as", printed=one.printed)
    printed = f" {as_printed}" if one.printed.replace(" ", "") != one.dial.replace(" ", "") else ""
    return join(
        paragraph(telephone(one.dial), printed),
        paragraph(one.note),
        _second_source(one, packs, class_="source"),
        source_line(packs, one.source),
    )


def _printed(contact: Contact) -> str:
    hours = contact.hours
    printed = say("contact.hours_printed", hours=apart(hours.as_printed.splitlines())) if hours.as_printed else ""
    if not printed and hours.kind == "unknown":
        printed = say("contact.no_hours")
    return " ".join(part for part in (printed, hours.note) if part)


def _outside(address: str) -> Markup:
    return tag("a", address, href=address, rel="noreferrer", target="_blank")


def _address(kind: str, shown: str, one: Address, packs: Packs) -> Markup:
    if one.trust == "suspect":
        says = say("contact.address_suspect", kind=kind, address=one.at, note=one.note)
        return join(paragraph(says, class_="warn"), source_line(packs, one.source))
    return join(paragraph(kind, " ", shown), paragraph(one.note))
