"""A contact as the document prints it: for what, when it answers, how far each number can be trusted."""
from datetime import datetime

from decision.hours import Open, opening
from decision.result import Route
from guidance.models import Address, Contact, Number
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import apart, capital, listed, weekday_and_day, weekday_and_time
from pages.parts.display.markup import Markup, join, paragraph, strong, tag, telephone
from pages.parts.display.words import source_line
from pages.parts.result.action_view import TRUST

NO_NAMES = {
    "yes": "They give advice without names.", "no": "They give no advice without names.",
    "not_printed": "The document does not say whether they give advice without names.",
}
PROFESSIONALS = "professionals"
THEN = {
    "ring_now": "Answers then", "ring_when_open": "Opens next", "switchboard": "If you cannot get through",
    "police": "No number answers then", "advice": "For what can wait",
}


def one_contact(contact: Contact, packs: Packs, area_id: str, at: datetime, heading: str = "h3") -> Markup:
    """Everything about a contact, with whether it answers at a moment. A suspect number is never a link."""
    purpose = listed(one.replace("_", " ") for one in contact.purpose)
    return tag(
        "section",
        tag(heading, contact.name),
        paragraph(contact.says),
        paragraph(strong("For: "), purpose, f" (for {contact.audience})" if contact.audience != PROFESSIONALS else ""),
        *(_number(one, packs) for one in contact.numbers),
        "" if contact.dial() else paragraph("There is no number that can be relied on."),
        paragraph(strong("Hours: "), _printed(contact), " ", open_words(opening(contact, at, packs, area_id), at)),
        paragraph("An answerphone takes messages.") if contact.answerphone else "",
        paragraph(strong("When it is closed: "), _instead(contact, packs, area_id)) if contact.outside else "",
        *(_address("E-mail: ", one.at, one, packs) for one in contact.emails),
        *(_address("Web page: ", _outside(one.at), one, packs) for one in contact.web),
        paragraph(contact.note),
        _no_names(contact, packs, area_id),
        paragraph(f"Looked at on {weekday_and_day(contact.checked_on)}.", class_="source"),
        source_line(packs, contact.source),
        class_="duty",
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
        ". Check it before use." if number or address or page else ".",
    )


def _no_names(contact: Contact, packs: Packs, area_id: str) -> Markup:
    """Whether advice is given without names: said where it is printed, and of the front door also where it is not."""
    area = packs.area(area_id)
    wanted = contact.no_names_advice != "not_printed" or (area is not None and contact.id == area.front_door)
    return paragraph(NO_NAMES[contact.no_names_advice]) if wanted else join()


def open_words(hours: Open, at: datetime) -> str:
    """Whether somebody answers at that moment, and until or from when."""
    then = f"On {weekday_and_time(at)}"
    if hours.now is None:
        return f"{then}: not known whether they answer."
    if hours.now:
        return f"{then}: open, until {weekday_and_time(hours.until)}." if hours.until else f"{then}: open."
    opens = f"Opens {weekday_and_time(hours.opens)}." if hours.opens else "It is not known when it opens."
    return f"{then}: closed. {opens}"


def answers_then(one: Route, packs: Packs) -> Markup:
    """Who answers at a moment that is not now: worded so that nobody takes it for the number to ring now."""
    opens = f"Opens {weekday_and_time(one.opens)}." if one.opens else ""
    when = f"Until {weekday_and_time(one.until)}." if one.until else opens
    unknown = say("hours.year_unknown") if one.year_unknown else "Its hours are not known."
    unknown = unknown if one.open_now is None and one.dial else ""
    return join(
        paragraph(strong(f"{THEN.get(one.kind, 'Then')}: {capital(one.name)}")),
        paragraph(telephone(one.dial), " ", when or unknown) if one.dial else paragraph(when),
        paragraph(one.says) if one.kind == "switchboard" else "",
        paragraph(f"The document prints {one.printed}. Do not rely on this number. {one.warning}", class_="warn")
        if one.printed else "",
        paragraph(one.instead),
        paragraph(TRUST[one.trust], class_="source") if one.trust and one.dial else "",
        source_line(packs, one.source),
    )


def _instead(contact: Contact, packs: Packs, area_id: str) -> Markup:
    """Who answers when this contact is closed; an answerphone answers nobody."""
    other = packs.contact(area_id, contact.outside)
    if other is None:
        return Markup("")
    number = other.dial()
    machine = " It only takes messages." if other.answerphone else ""
    return join(other.name, join(", ", telephone(number.dial)) if number and not machine else "", f".{machine}")


def _number(one: Number, packs: Packs) -> Markup:
    if one.trust == "suspect":
        says = f"The document prints {one.printed}. Do not dial it. {one.note}"
        return join(paragraph(says, class_="warn"), source_line(packs, one.source))
    printed = f" (printed as {one.printed})" if one.printed.replace(" ", "") != one.dial.replace(" ", "") else ""
    return join(
        paragraph(telephone(one.dial), printed),
        paragraph(one.note),
        paragraph(TRUST[one.trust], class_="source"),
        source_line(packs, one.source),
    )


def _printed(contact: Contact) -> str:
    hours = contact.hours
    printed = f"as printed: {apart(hours.as_printed.splitlines())}." if hours.as_printed else ""
    if not printed and hours.kind == "unknown":
        printed = "none are printed."
    return " ".join(part for part in (printed, hours.note) if part)


def _outside(address: str) -> Markup:
    return tag("a", address, href=address, rel="noreferrer", target="_blank")


def _address(kind: str, shown: str, one: Address, packs: Packs) -> Markup:
    if one.trust == "suspect":
        says = f"{kind}{one.at}. Do not use it. {one.note}"
        return join(paragraph(says, class_="warn"), source_line(packs, one.source))
    return join(paragraph(kind, shown), paragraph(one.note), source_line(packs, one.source))
