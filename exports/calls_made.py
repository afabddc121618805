"""The talks and calls on record as a paper says them: when, with whom, what came of it; the last and those before."""
from decision.calls import TALKED, calls
from decision.case import OWN_LEAD, EarlierCall
from exports.blocks import Value, value
from exports.dates import event
from exports.material import Material, when
from exports.pdf.text import sentences
from exports.words import CALL
from guidance.words import say
from guidance.words.forms import listed

NONE = EarlierCall()


def the_last(m: Material) -> EarlierCall:
    """The last call on record; an empty one before any."""
    return next(reversed(calls(m.case)), NONE)


def the_last_talk(m: Material) -> EarlierCall:
    """The last one in which somebody but the user's own lead was spoken to; an empty one where there is none."""
    return next((one for one in reversed(calls(m.case)) if one.outcome in TALKED and one.contact != OWN_LEAD), NONE)


def made_on(m: Material, one: EarlierCall) -> Value:
    """When it was, with a mark where that cannot be right."""
    return event(m, "call_made") if one.made == m.case.events.call_made else when(one.made)


def whom(m: Material, one: EarlierCall) -> str:
    """Who was rung or spoken to, as far as the record names somebody; empty otherwise."""
    if one.contact == OWN_LEAD:
        return say("papers.call.own_lead")
    contact = m.packs.contact(m.decision.home_area, one.contact)
    return contact.name if contact else ""


def in_a_line(m: Material, one: EarlierCall) -> str:
    """All that is known of it, as sentences."""
    made = made_on(m, one)
    parts = ("" if made.muted else made.said, whom(m, one),
             say("papers.rung.spoke_to", who=one.spoke_to_role) if one.spoke_to_role else "",
             say("papers.rung.reference", reference=one.reference) if one.reference else "",
             CALL[one.outcome] if one.outcome else "")
    return sentences((listed(part for part in parts if part), one.note))


def before(m: Material) -> tuple[tuple[str, Value], ...]:
    """Those before the last one, a labelled row each, the latest first."""
    return tuple((say("papers.call.before"), value(in_a_line(m, one))) for one in reversed(calls(m.case)[:-1]))
