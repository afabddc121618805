"""Part 5 of the result: duties that hold whatever the level, each with who, how and by when."""
from collections.abc import Iterable

import streamlit as st

from decision.result import Deadline, Decision, DutyFound
from guidance.models import Contact, Step, Tool
from guidance.packs import Packs
from guidance.words.forms import capital, children, listed
from pages.parts.display.markup import Markup, bullets, folded, join, numbered, paragraph, show, strong, tag, telephone
from pages.parts.display.words import source_line
from pages.parts.result.deadlines_view import with_start
from pages.parts.shell import area_tools

YOU = "you"
"""Who a step is for where it is the reader; then it needs no name."""


def duties(decision: Decision, packs: Packs) -> None:
    """Every duty in turn, the leading ones first."""
    if not decision.duties:
        show(paragraph("What you have told us brings no further duty. If more comes to light, come back to this page."))
    for duty in sorted(decision.duties, key=lambda one: not one.leads):
        show(one_duty(duty, decision, packs))
        if page := area_tools.page_of_duty(packs.area(decision.home_area), duty.id):
            st.page_link(page, label=f"Open the tool: {area_tools.pages_for(packs.area(decision.home_area))[page]}")


def one_duty(duty: DutyFound, decision: Decision, packs: Packs) -> Markup:
    """One duty: why it applies, what to do, what not to do, by when, with which tool, whom to ring."""
    about = f" ({children(duty.about)})" if duty.about else ""
    return tag(
        "section",
        tag("h3", duty.name, about),
        paragraph(duty.says),
        _because(duty),
        *(paragraph(strong("Take care: "), warning, class_="warn") for warning in duty.warnings),
        numbered(*(_step(one, duty, packs) for one in duty.steps)),
        _do_not(duty.do_not),
        _by_when(_timescales(duty, decision, packs)),
        *(_tool(tool, packs) for tool in duty.tools),
        *(_contact(contact) for contact in _contacts(duty, decision, packs)),
        *(paragraph(f"Not known, so taken as if it were so: {fact}") for fact in duty.unknown),
        *(paragraph(strong("Gap: "), gap) for gap in duty.gaps),
        source_line(packs, duty.source, duty.also),
        class_="duty",
    )


def _step(one: Step, duty: DutyFound, packs: Packs) -> Markup:
    """One step: what, who if it is not the user, by when, and its source where that is not the duty's own."""
    extra = listed(part for part in (one.who if one.who != YOU else "", one.by) if part)
    own = one.source if one.source not in (duty.source, duty.also) else None
    return join(one.says, f" ({extra})" if extra else "", source_line(packs, own))


def _because(duty: DutyFound) -> Markup:
    if not duty.because:
        return Markup("")
    if len(duty.because) == 1:
        return paragraph(f"Because: {duty.because[0]}")
    return join(paragraph("Because:"), bullets(*(capital(one) for one in duty.because)))


def _do_not(steps: Iterable[Step]) -> Markup:
    lines = tuple(one.says for one in steps)
    return join(paragraph(strong("Do not:")), bullets(*lines)) if lines else Markup("")


def _timescales(duty: DutyFound, decision: Decision, packs: Packs) -> tuple[Deadline, ...]:
    wanted = {id_ for one in packs.duties(decision.home_area, duty.id) for id_ in one.timescales}
    return tuple(deadline for deadline in decision.deadlines if deadline.id in wanted)


def _by_when(deadlines: tuple[Deadline, ...]) -> Markup:
    lines = tuple(f"{one.says}: {with_start(one)}" for one in deadlines)
    return join(paragraph(strong("By when:")), bullets(*lines)) if lines else Markup("")


def _tool(tool: Tool, packs: Packs) -> Markup:
    return folded(
        f"Tool: {tool.name}",
        paragraph(tool.says),
        paragraph(f"Who may use it: {tool.who_may}"),
        paragraph("Not having it never holds up a referral."),
        source_line(packs, tool.source),
    )


def _contacts(duty: DutyFound, decision: Decision, packs: Packs) -> tuple[Contact, ...]:
    found = (packs.contact(decision.home_area, id_) for id_ in dict.fromkeys(duty.contacts))
    return tuple(contact for contact in found if contact)


def _contact(contact: Contact) -> Markup:
    number = contact.dial()
    return join(
        paragraph(strong(f"{contact.name}: "), telephone(number.dial) if number else "no number that can be relied on",
                  f". {number.note}" if number and number.note else ""),
        *(paragraph(f"The document prints {one.printed}. Do not rely on this number. {one.note}", class_="warn")
          for one in contact.suspects()),
    )
