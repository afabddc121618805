"""Everything about one special circumstance or duty: what it is, who does what, by when, what not to do, with what."""
import streamlit as st

from decision.timescales import rule_words
from exports.pdf.text import sentences
from exports.windscreen import level_name
from guidance.models import Duty, Factor, Sign, Step
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import ROLE_PROPERTIES, Citation
from guidance.words import say
from guidance.words.forms import listed, weekday_and_day
from pages.parts.display.markup import Markup, bullets, join, link, numbered, paragraph, show, strong, tag
from pages.parts.display.pieces import fold
from pages.parts.display.words import source_line
from pages.parts.reading.catalogue_view import duty_link, who_and_when
from pages.parts.reading.contact_view import one_contact
from pages.parts.reading.currency_view import certainty
from pages.parts.visit import clock


def duty_page(entries: tuple[Duty, ...], area: AreaPack | None, packs: Packs) -> None:
    """The national entry and the area's own, told together, each statement with its source."""
    _what(entries, area, packs)
    st.header(say("duty.who_does_what"), anchor=False)
    for one in entries:
        show(_titled(one, area, numbered(*(_step(step, one, packs) for step in one.cited_steps))))
    show(_times(entries, area, packs))
    _do_not(entries, packs)
    _telling(entries, area, packs)
    _tools(entries, packs)
    _contacts(entries, area, packs)
    _gaps(entries, area, packs)
    _law(entries, packs)
    if area:
        _starts(entries[0].id, area, packs)
    _elsewhere(entries[0].id, area, packs)


def _what(entries: tuple[Duty, ...], area: AreaPack | None, packs: Packs) -> None:
    for one in entries:
        letter = say("duty.section", letter=one.letter) if one.letter else ""
        sure = certainty(one.checked.certainty) if one.checked else ""
        show(_titled(one, area, join(paragraph(one.says), paragraph(letter), paragraph(sure))),
             *(paragraph(strong(say("duty.take_care")), " ", warning, class_="warn") for warning in one.warn),
             source_line(packs, one.source))


def _titled(one: Duty, area: AreaPack | None, inside: Markup) -> Markup:
    own = area is not None and one in area.duties
    name = say("duty.of_area", area=area.name, duty=one.name) if area and own else say("reading.england")
    return join(tag("h3", name), inside) if inside else Markup("")


def _step(step: Step, duty: Duty, packs: Packs) -> Markup:
    """One step, with who does it, by when, for whom, and its source where that is not the duty's own."""
    extra = sentences(part for part in (
        who_and_when(step),
        say("duty.only_for", roles=roles(step.for_roles, packs)) if step.for_roles else "",
        say("duty.not_for", roles=roles(step.not_for_roles, packs)) if step.not_for_roles else "",
    ) if part)
    own = step.source if step.source != duty.source else None
    return join(step.says, paragraph(extra), source_line(packs, own))


def roles(ids: tuple[str, ...], packs: Packs) -> str:
    """Roles and properties of roles in words."""
    return listed(say(f"duty.role.{id_}") if id_ in ROLE_PROPERTIES else packs.national.role[id_].name for id_ in ids)


def _times(entries: tuple[Duty, ...], area: AreaPack | None, packs: Packs) -> Markup:
    wanted = {id_ for one in entries for id_ in one.timescales}
    found = [item for item in packs.timescales(area.id if area else "") if item.id in wanted]
    lines = (
        join(say("duty.limit", limit=item.says, rule=rule_words(item)) if rule_words(item) else item.says,
             paragraph(say(f"duty.owner.{item.owner}"), " ", item.note), source_line(packs, item.source))
        for item in found
    )
    return join(tag("h3", say("duty.limits")), bullets(*lines)) if found else Markup("")


def _do_not(entries: tuple[Duty, ...], packs: Packs) -> None:
    lines = [join(step.says, source_line(packs, step.source)) for one in entries for step in one.cited_do_not]
    if lines:
        st.header(say("duty.do_not"), anchor=False)
        show(bullets(*lines))


def _telling(entries: tuple[Duty, ...], area: AreaPack | None, packs: Packs) -> None:
    """The rule on telling the family that belongs to it, and the rules on agreement and sharing."""
    area_id = area.id if area else ""
    ids = dict.fromkeys(one.telling for one in entries if one.telling)
    rules = [rule for rule in (packs.telling(area_id, id_) for id_ in ids) if rule]
    about = entries[0].id
    consent = [rule for rule in packs.consent(area_id) if about in rule.duties]
    if not rules and not consent:
        return
    st.header(say("duty.telling"), anchor=False)
    for rule in rules:
        who = say("duty.suspected") if rule.scope == "suspected" else say("duty.family")
        show(tag(
            "div", paragraph(strong(say("duty.telling_of", who=who, what=say(f"duty.effect.{rule.effect}")))),
            paragraph(rule.says),
            paragraph(rule.unless), paragraph(rule.others_says), paragraph(say("duty.until", when=rule.lifted_by)),
            source_line(packs, rule.source),
            class_=f"person {rule.effect}",
        ))
    show(bullets(*(
        join(one.says, paragraph(say("duty.refused", then=one.if_refused)) if one.if_refused else "",
             source_line(packs, one.source)) for one in consent
    )))


def _tools(entries: tuple[Duty, ...], packs: Packs) -> None:
    tools = [one.tool for one in entries if one.tool]
    if tools:
        st.header(say("duty.tools"), anchor=False)
        show(*(
            join(tag("h3", tool.name), paragraph(tool.says), paragraph(strong(say("duty.who_may")), " ", tool.who_may),
                 source_line(packs, tool.source)) for tool in tools
        ), paragraph(say("duty.without_tool")))


def _contacts(entries: tuple[Duty, ...], area: AreaPack | None, packs: Packs) -> None:
    area_id = area.id if area else ""
    ids = dict.fromkeys(one.contact for one in entries if one.contact)
    found = [contact for contact in (packs.contact(area_id, id_) for id_ in ids) if contact]
    st.header(say("duty.ring"), anchor=False)
    show(paragraph(say("numbers.trust")))
    show(*(one_contact(one, packs, area_id, clock.now()) for one in found))
    if not found:
        show(paragraph(say("duty.no_contact")))
    show(paragraph(tag("a", say("duty.answers_now"), href=link("contacts", area=area_id), class_="within")))


def _gaps(entries: tuple[Duty, ...], area: AreaPack | None, packs: Packs) -> None:
    lines = [join(one.gap, source_line(packs, one.source)) for one in entries if one.gap]
    gaps = [gap for gap in area.gaps if entries[0].id in gap.duties] if area else []
    lines += [join(gap.says, source_line(packs, gap.source)) for gap in gaps]
    if lines:
        st.header(say("duty.gaps"), anchor=False)
        show(bullets(*lines))


def _law(entries: tuple[Duty, ...], packs: Packs) -> None:
    """What has changed in law: what names this duty, and what has replaced a document that its entries cite."""
    cited = {citation.source for one in entries for citation in _cited(one)}
    newer = {packs.sources[id_].superseded_by for id_ in cited} - {""}
    laws = [law for law in packs.national.law if entries[0].id in law.duties or law.source.source in newer]
    if laws:
        st.header(say("duty.law"), anchor=False)
        show(bullets(*(
            join(strong(law.name), paragraph(law.says),
                 paragraph("" if law.status == "in_force" else say(f"duty.law.{law.status}")),
                 paragraph(say("law.since", day=weekday_and_day(law.in_force)) if law.in_force else ""),
                 paragraph(certainty(law.checked.certainty)), source_line(packs, law.source)) for law in laws
        )))


def _cited(one: Duty) -> tuple[Citation, ...]:
    steps = tuple(step.source for step in (*one.steps, *one.do_not) if step.source)
    return (one.source, *steps, *((one.tool.source,) if one.tool else ()))


def _starts(duty_id: str, area: AreaPack, packs: Packs) -> None:
    """The statements and signs of the area that lead to this."""
    rows = [
        join(row.says, paragraph(level_name(area.level[place])) if (place := row.stands_at or row.level) in area.level
             and not row.scale else "", source_line(packs, row.source))
        for row in area.indicators if duty_id in row.duty
    ]
    beside: list[Sign | Factor] = [*packs.signs(area.id), *area.factors]
    others = [join(one.says, source_line(packs, one.source)) for one in beside if duty_id in one.duty]
    if rows or others:
        show(fold(say("duty.leads_to"), say("duty.leads_to_says"), bullets(*others, *rows)))


def _elsewhere(duty_id: str, area: AreaPack | None, packs: Packs) -> None:
    links = [
        duty_link(one, other.id, other.name) for other in packs.areas.values() if other is not area
        for one in other.duties if one.id == duty_id
    ]
    if links:
        st.header(say("duty.elsewhere") if area else say("duty.each_area"), anchor=False)
        show(bullets(*links))
