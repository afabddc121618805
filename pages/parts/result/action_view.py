"""Part 1 of the result: what to do now, whom to ring, and what to say."""
from datetime import datetime

from decision.result import Decision, Reason, Route
from decision.headline import meaning
from decision.then import before_ringing
from decision.unsure import in_doubt
from guidance.packs import Packs
from guidance.vocabulary import Outcome, Trust
from guidance.words import say
from guidance.words.forms import capital, soon
from pages.parts.display.markup import Markup, bullets, join, numbered, paragraph, show, strong, tag, telephone
from pages.parts.display.words import source_line

TONE: dict[Outcome, str] = {
    "call_999": "urgent", "refer_now": "urgent", "consult_today": "today", "refer_with_agreement": "today",
    "consult": "steady", "early_help": "steady", "universal": "steady",
}
"""How strongly the panel is drawn. The words say the same, so the drawing is never the only signal."""

KIND = {
    "emergency": "In danger now",
    "police": "",
    "your_lead": "",
    "ring_now": "Ring now",
    "ring_when_open": "Ring when it opens",
    "tell_too": "Tell as well",
    "switchboard": "If you cannot get through",
    "advice": "For advice",
    "worker": "The child's worker",
    "send_to": "Where the form goes",
}
TRUST: dict[Trust, str] = {
    "printed": "Number as the document prints it. Check it before use.",
    "reported": "This number comes from a second source, and nobody has rung it for us. Check it before use.",
    "confirmed": "",
    "suspect": "",
}
SHORT = 3
"""Digits of the numbers that everybody knows, such as 999 and 101: nobody needs to check those before use."""
REASONS_SHOWN = 2


def action(decision: Decision, packs: Packs, now: datetime) -> None:
    """The action panel: the outcome in words, and the routes in order."""
    name, says = meaning(decision, packs)
    show(tag(
        "div",
        paragraph(name, class_="outcome"),
        paragraph(decision.headline, class_="headline"),
        paragraph(says),
        numbered(*(route(one, packs, now) for one in decision.routes)),
        paragraph(strong(said)) if (said := before_ringing(decision, packs)) else "",
        class_=f"panel {TONE[decision.outcome]}",
    ))


def because(decision: Decision, packs: Packs) -> None:
    """What to say when the call is answered, and why this is asked for."""
    show(_say(decision), _because(decision, packs))


def route(one: Route, packs: Packs, now: datetime) -> Markup:
    """One person or service to ring: who, the number as a link, until when, and what to watch out for."""
    return join(
        paragraph(strong(f"{KIND[one.kind]}: {one.name}" if KIND[one.kind] else capital(one.name))),
        paragraph(telephone(one.dial), " ", _hours(one, now)) if one.dial else paragraph(_hours(one, now)),
        paragraph(one.says),
        paragraph(strong(f"Before the child leaves, {soon(one.before, now)}.")) if one.before else "",
        _suspect(one),
        paragraph(one.warning, class_="warn"),
        paragraph(one.instead),
        paragraph(f"E-mail: {one.email}") if one.email else "",
        paragraph("Web form: ", tag("a", one.web, href=one.web, rel="noreferrer", target="_blank")) if one.web else "",
        paragraph(TRUST[one.trust], class_="source") if one.trust and len(one.dial) > SHORT else "",
        source_line(packs, one.source),
    )


def _hours(one: Route, now: datetime) -> str:
    if one.open_now and one.until:
        return f"Open until {soon(one.until, now)}."
    if one.open_now:
        return "Open now."
    if one.opens:
        closed = "Closed now. " if one.open_now is False else ""
        return f"{closed}Opens {soon(one.opens, now)}."
    if one.open_now is False:
        return "Closed now. It is not known when it opens."
    if one.year_unknown:
        return say("hours.year_unknown")
    return "Its hours are not known." if one.dial else ""


def _suspect(one: Route) -> Markup:
    if not one.printed or one.printed == one.dial:
        return Markup("")
    return paragraph(f"The document prints {one.printed}. Do not rely on this number.", class_="warn")


def _say(decision: Decision) -> Markup:
    return join(tag("h3", "What to say"), bullets(*decision.say)) if decision.say else Markup("")


def _because(decision: Decision, packs: Packs) -> Markup:
    leading = deciding(decision)[:REASONS_SHOWN]
    if not leading:
        return Markup("")
    return join(tag("h3", "Why"), bullets(*(
        join(one.says, paragraph(in_doubt(one)), source_line(packs, one.source)) for one in leading)))


def deciding(decision: Decision) -> tuple[Reason, ...]:
    """The reasons that by themselves ask for this outcome."""
    return tuple(reason for reason in decision.reasons if reason.outcome == decision.outcome)
