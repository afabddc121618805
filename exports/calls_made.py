"""The talks and calls on record as a paper says them: when, with whom, what came of it; the last and those before."""
from decision.after import CARE
from decision.calls import OFFICER, TALKED, calls, last
from decision.case import OWN_LEAD, SOMEBODY_ELSE, EarlierCall
from exports.blocks import Value, value
from exports.dates import event
from exports.material import Material, when
from exports.pdf.text import sentences
from exports.words import CALL
from guidance.vocabulary import FirstCall
from guidance.words import say
from guidance.words.forms import listed

NONE = EarlierCall()
POLICE: tuple[FirstCall, ...] = ("999", "police")
"""Calls to those who take a report and no referral."""
TALKS: dict[str, str] = {OWN_LEAD: say("papers.call.lead_talk"), SOMEBODY_ELSE: say("papers.call.other_talk")}
"""Whom a record names with whom a talk is none of the calls → what it is called."""


def the_last_record(m: Material) -> EarlierCall:
    """The last one on record that says what came of it, or else the last; an empty one where there is none."""
    return last(m.case) or NONE


def the_last_call(m: Material) -> EarlierCall:
    """The last one on record that was no talk with the user's own lead or somebody else; an empty one where there is
    none."""
    return next((one for one in reversed(calls(m.case)) if one.contact not in TALKS), NONE)


def the_last_talk(m: Material) -> EarlierCall:
    """The last such call in which somebody was spoken to; an empty one where there is none."""
    return next((one for one in reversed(calls(m.case)) if one.outcome in TALKED and one.contact not in TALKS), NONE)


def made_on(m: Material, one: EarlierCall) -> Value:
    """When it was, with a mark where that cannot be right."""
    return event(m, "call_made") if one.made == m.case.events.call_made else when(one.made)


def told_on(m: Material) -> tuple[tuple[str, Value], ...]:
    """When the writer was told, with its label; nothing where that was not answered."""
    return ((say("papers.told_on"), event(m, "told")),) if m.case.events.told else ()


def whom(m: Material, one: EarlierCall) -> str:
    """Who was rung or spoken to, as far as the record names somebody; empty otherwise."""
    if one.contact == OWN_LEAD:
        return say("papers.call.own_lead")
    if one.contact == SOMEBODY_ELSE:
        return say("papers.call.somebody_else")
    if one.to == CARE:
        return say("people.medical")
    areas = (m.case.work_area if one.to == OFFICER else "", m.case.area_now, m.decision.home_area, m.case.work_area)
    contact = next((found for area in (*filter(None, areas), "")
                    if (found := m.packs.contact(area, one.contact))), None)
    return contact.name if contact else say(f"papers.call.to.{one.to}") if one.to in (*POLICE, OFFICER) else ""


def came_of(m: Material, one: EarlierCall) -> str:
    """What came of it, in the words that fit whom it was with: a lead takes it on, the police take a report, somebody
    else takes it on, and a council's team takes a referral."""
    if one.outcome == "taken" and (one.contact in TALKS or is_police(m, one)):
        return say("papers.call.taken_by_lead" if one.contact == OWN_LEAD else "papers.call.taken_by_police")
    return CALL[one.outcome] if one.outcome else ""


def is_police(m: Material, one: EarlierCall) -> bool:
    """Whether it was to 999 or the police, as it stood among the calls of the result or as the number itself says."""
    national = m.packs.national
    return one.to in POLICE or (bool(one.contact) and one.contact in (national.police, national.emergency))


def in_a_line(m: Material, one: EarlierCall, short: bool = False) -> str:
    """All that is known of it, as sentences; `short` without whom, where its label says that."""
    made = made_on(m, one)
    parts = ("" if made.muted else made.said, "" if short else whom(m, one),
             say("papers.rung.spoke_to", who=one.spoke_to_role) if one.spoke_to_role else "",
             say("papers.rung.reference", reference=one.reference) if one.reference else "",
             came_of(m, one))
    return sentences((listed(part for part in parts if part), one.note))


def besides(m: Material, shown: EarlierCall) -> tuple[tuple[str, Value], ...]:
    """Those beside the one that stands by itself, a labelled row each, the latest first: a talk with the user's own
    lead or somebody else goes by that name, and is never taken for a call."""
    return tuple(_row(m, one) for one in reversed(calls(m.case)) if one != shown)


def on_record(m: Material) -> str:
    """Every talk and call on record in lines, the latest first, for whoever rings again."""
    return "\n".join(in_a_line(m, one) for one in reversed(calls(m.case)))


def _row(m: Material, one: EarlierCall) -> tuple[str, Value]:
    talk = TALKS.get(one.contact)
    return talk or say("papers.call.before"), value(in_a_line(m, one, short=talk is not None))
