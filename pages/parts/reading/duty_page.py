"""Everything about one special circumstance or duty: what it is, who does what, by when, what not to do, with what."""
import streamlit as st

from decision.timescales import rule_words
from exports.windscreen import level_name
from guidance.models import Duty, Factor, Sign, Step
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import Citation
from guidance.words.forms import listed, weekday_and_day
from pages.parts.display.markup import Markup, bullets, folded, join, numbered, paragraph, show, strong, tag
from pages.parts.display.words import OWNER, source_line
from pages.parts.reading.address import link
from pages.parts.reading.catalogue_view import duty_link
from pages.parts.reading.contact_view import one_contact
from pages.parts.reading.currency_view import CERTAINTY
from pages.parts.result.telling_view import STATE
from pages.parts.visit import clock

PROPERTY = {
    "internal_lead": "those who have a safeguarding lead", "works_alone": "those who work alone",
    "fgm_duty": "teachers and regulated health and social care professionals",
    "first_responder": "first responders",
}
"""The properties of roles that a step may be for (guidance.vocabulary.ROLE_PROPERTIES), in words."""
LAW_STATUS = {
    "in_force": "", "reported": "Reported to be in force: check before you rely on it.",
    "not_in_force": "Not in force.", "not_known": "Not known whether it is in force.",
}


def duty_page(entries: tuple[Duty, ...], area: AreaPack | None, packs: Packs) -> None:
    """The national entry and the area's own, told together, each statement with its source."""
    _what(entries, area, packs)
    st.header("Who does what, and by when", anchor=False)
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
    st.header("What it is", anchor=False)
    for one in entries:
        letter = f"Section {one.letter} of the special circumstances." if one.letter else ""
        sure = CERTAINTY[one.checked.certainty] if one.checked else ""
        show(_titled(one, area, join(paragraph(one.says), paragraph(letter), paragraph(sure))),
             *(paragraph(strong("Take care: "), warning, class_="warn") for warning in one.warn),
             source_line(packs, one.source))


def _titled(one: Duty, area: AreaPack | None, inside: Markup) -> Markup:
    own = area is not None and one in area.duties
    name = area.name if area and own else "All England"
    return join(tag("h3", f"{name}: {one.name}" if own else name), inside) if inside else Markup("")


def _step(step: Step, duty: Duty, packs: Packs) -> Markup:
    """One step, with who does it, by when, for whom, and its source where that is not the duty's own."""
    extra = ". ".join(part for part in (
        f"Who: {step.who}" if step.who else "",
        f"By when: {step.by}" if step.by else "",
        f"Only for: {roles(step.for_roles, packs)}" if step.for_roles else "",
        f"Not for: {roles(step.not_for_roles, packs)}" if step.not_for_roles else "",
    ) if part)
    own = step.source if step.source != duty.source else None
    return join(step.says, paragraph(extra), source_line(packs, own))


def roles(ids: tuple[str, ...], packs: Packs) -> str:
    """Roles and properties of roles in words."""
    return listed(PROPERTY.get(id_) or packs.national.role[id_].name for id_ in ids)


def _times(entries: tuple[Duty, ...], area: AreaPack | None, packs: Packs) -> Markup:
    wanted = {id_ for one in entries for id_ in one.timescales}
    found = [item for item in packs.timescales(area.id if area else "") if item.id in wanted]
    lines = (
        join(f"{item.says}: {rule_words(item)}" if rule_words(item) else item.says, f" ({OWNER[item.owner].lower()})",
             paragraph(item.note), source_line(packs, item.source))
        for item in found
    )
    return join(tag("h3", "Time limits"), bullets(*lines)) if found else Markup("")


def _do_not(entries: tuple[Duty, ...], packs: Packs) -> None:
    lines = [join(step.says, source_line(packs, step.source)) for one in entries for step in one.cited_do_not]
    if lines:
        st.header("Do not", anchor=False)
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
    st.header("Telling the family, and agreement", anchor=False)
    for rule in rules:
        who = "the person suspected" if rule.scope == "suspected" else "the family"
        show(tag(
            "div", paragraph(strong(f"For {who}: {STATE[rule.effect].lower()}")), paragraph(rule.says),
            paragraph(rule.unless), paragraph(rule.others_says), paragraph(f"Until when: {rule.lifted_by}"),
            source_line(packs, rule.source),
            class_=f"person {rule.effect}",
        ))
    show(bullets(*(
        join(one.says, paragraph(f"If refused: {one.if_refused}") if one.if_refused else "",
             source_line(packs, one.source)) for one in consent
    )))


def _tools(entries: tuple[Duty, ...], packs: Packs) -> None:
    tools = [one.tool for one in entries if one.tool]
    if tools:
        st.header("Tools, and who may use them", anchor=False)
        show(*(
            join(tag("h3", tool.name), paragraph(tool.says), paragraph(strong("Who may use it: "), tool.who_may),
                 source_line(packs, tool.source)) for tool in tools
        ), paragraph("Not having a tool never holds up a referral."))


def _contacts(entries: tuple[Duty, ...], area: AreaPack | None, packs: Packs) -> None:
    area_id = area.id if area else ""
    ids = dict.fromkeys(one.contact for one in entries if one.contact)
    found = [contact for contact in (packs.contact(area_id, id_) for id_ in ids) if contact]
    st.header("Whom to ring", anchor=False)
    show(*(one_contact(one, packs, area_id, clock.now()) for one in found))
    if not found:
        show(paragraph("No contact of its own is named. Ring the front door of the area where the child lives."))
    show(paragraph(tag("a", "Who answers now, in each area", href=link("contacts", area=area_id), class_="within")))


def _gaps(entries: tuple[Duty, ...], area: AreaPack | None, packs: Packs) -> None:
    lines = [join(one.gap, source_line(packs, one.source)) for one in entries if one.gap]
    gaps = [gap for gap in area.gaps if entries[0].id in gap.duties] if area else []
    lines += [join(gap.says, source_line(packs, gap.source)) for gap in gaps]
    if lines:
        st.header("Gaps", anchor=False)
        show(bullets(*lines))


def _law(entries: tuple[Duty, ...], packs: Packs) -> None:
    """What has changed in law: what names this duty, and what has replaced a document that its entries cite."""
    cited = {citation.source for one in entries for citation in _cited(one)}
    newer = {packs.sources[id_].superseded_by for id_ in cited} - {""}
    laws = [law for law in packs.national.law if entries[0].id in law.duties or law.source.source in newer]
    if laws:
        st.header("What has changed in law", anchor=False)
        show(bullets(*(
            join(strong(f"{law.name}. "), law.says, paragraph(LAW_STATUS[law.status]),
                 paragraph(f"Since {weekday_and_day(law.in_force)}." if law.in_force else ""),
                 paragraph(CERTAINTY[law.checked.certainty]), source_line(packs, law.source)) for law in laws
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
        st.header("What leads to it", anchor=False)
        show(folded(f"Signs and statements: {len(rows) + len(others)}", bullets(*others, *rows)))


def _elsewhere(duty_id: str, area: AreaPack | None, packs: Packs) -> None:
    links = [
        duty_link(one, other.id, f"{other.name}: ") for other in packs.areas.values() if other is not area
        for one in other.duties if one.id == duty_id
    ]
    if links:
        st.header("In other areas" if area else "What each area adds", anchor=False)
        show(bullets(*links))
