"""The parts of the page on missing education. Everything that it says comes from the packs."""
import streamlit as st

from decision.case import Case
from decision.timescales import rule_words
from guidance.models import Duty, Process, Statement, Timescale
from guidance.packs import AreaPack
from guidance.words import say
from guidance.words.forms import capital, children, counted, following, listed
from pages.parts.asking import evidence, folding, leaving
from pages.parts.asking.choices import STATUS
from pages.parts.asking.questions import errors
from pages.parts.display.markup import Markup, bullets, folded, join, numbered, paragraph, show, strong, tag
from pages.parts.display.pieces import fold
from pages.parts.display.words import source_line
from pages.parts.result.duties_view import one_duty
from pages.parts.shell import area_tools
from pages.parts.shell.other_page import CHECK_PAGE
from pages.parts.tools.safety_first import safety_first
from pages.parts.visit import draft, knowledge

REGISTER = "register"
DEFINITION = "definition"
LOOKING = ("enquiries", "tracing")
"""Kinds of process that are about looking for a family, as a whole."""
GAPS = ("contradictory", "out_of_date", "silent", "our_reading")
"""Kinds of gap, in the order in which they are shown."""


def first() -> None:
    """A worry for the child's safety comes before everything on this page."""
    safety_first(say("education.safety_first"))


def entries(area: AreaPack | None) -> tuple[Duty, ...]:
    """What the national pack and the area's say of the duty."""
    return knowledge.packs().duties(area.id if area else "", area_tools.education().id)


def definition(area: AreaPack | None) -> None:
    """Who counts, by each of the packs."""
    packs, said = knowledge.packs(), entries(area)
    show(fold(
        say("education.who_counts"), said[-1].says if said else "",
        *(join(paragraph(duty.says), source_line(packs, duty.source)) for duty in said),
        *(_process(one) for one in area_tools.education_processes(area) if one.kind == DEFINITION),
    ))


def reasons(area: AreaPack | None) -> None:
    """The area's reasons and routes as ticks, in a fold that says how many are ticked; a circumstance stands apart."""
    worries, beside = area_tools.education_rows(area)
    if not worries and not beside:
        show(paragraph(say("education.no_reasons")))
        return
    case = draft.case()
    found = {finding.id for finding in case.findings}
    number = sum(bool(found & set(one.ids)) for one in worries + beside)
    said = counted("education.ticked", number) if number else say("education.none_ticked")
    with folding.fold("education", said, open_=bool(errors())), leaving.answers("education_form"):
        show(paragraph(say("education.tick")))
        evidence.ask(worries, case)
        if beside:
            st.header(say("education.beside"), anchor=False)
            evidence.ask(beside, case)
        evidence.reads(worries + beside)
        leaving.save_button(say("education.save"), primary=False)


def duties(area: AreaPack | None) -> None:
    """The duties that the answers bring in sight, then what else the document says, folded away."""
    packs, decision = knowledge.packs(), knowledge.decide_now()
    ours, hides = area_tools.about_education(area), decision.withholds_place
    met = sorted((duty for duty in decision.duties if duty.id in ours), key=lambda duty: not duty.withholds_place)
    shown = {duty.id for duty in met}
    general = (*(duty for duty in entries(area) if duty.id not in shown),
               *(duty for duty in area_tools.education_duties(area) if duty.id not in shown))
    others = (*(_duty(duty, hides) for duty in general), *(
        _process(one, hides) for one in area_tools.education_processes(area)
        if one.kind not in (DEFINITION, REGISTER) and not (hides and one.kind in LOOKING)))
    if hides:
        show(tag("div", paragraph(strong(say("education.hides"))), class_="panel urgent"))
    st.header(say("education.told"), anchor=False)
    _statuses(draft.case())
    show(*(one_duty(duty, decision, packs) for duty in met),
         fold(say("education.general"), say("education.in_document" if met else "education.in_general"), *others))


def _statuses(case: Case) -> None:
    """What is known of each child's plans: it decides who is told today."""
    known = tuple(
        say("education.status", child=capital(children((child.label,))),
            status=listed(STATUS[item] for item in child.status) or say("education.not_answered"))
        for child in case.children
    )
    show(paragraph(say("education.plan_decides")), bullets(*known))
    st.page_link(CHECK_PAGE, label=say("education.say_plans"), query_params={"step": "children"})


def _duty(duty: Duty, hides: bool) -> Markup:
    packs = knowledge.packs()
    return folded(
        duty.name, paragraph(duty.says), *(paragraph(warning, class_="warn") for warning in duty.warn),
        numbered(*(step.says for step in duty.steps if not (hides and step.seeks_place))),
        join(paragraph(strong(say("education.do_not"))), bullets(*(step.says for step in duty.do_not)))
        if duty.do_not else "",
        source_line(packs, duty.source),
    )


def _process(process: Process, hides: bool = False) -> Markup:
    packs = knowledge.packs()
    return folded(
        process.name, paragraph(process.says),
        numbered(*(join(step.says, say("education.by", who=step.who) if step.who else "",
                        source_line(packs, step.source if step.source != process.source else None))
                   for step in process.steps if not (hides and step.seeks_place))),
        paragraph(process.note), source_line(packs, process.source),
    )


def by_when(area: AreaPack | None) -> None:
    """The rules in words, what is done at once first. School days are never turned into dates.

    Of two times that disagree the earlier one counts. Where the family hides, no time for looking runs.
    """
    packs, hides = knowledge.packs(), knowledge.decide_now().withholds_place
    ours = set(area_tools.about_education(area))
    rules = [one for one in packs.timescales(area.id if area else "")
             if ours & set(one.when.duties) and one.do_by and not (hides and one.seeks_place)]
    rules.sort(key=lambda one: one.kind != "at_once")
    first_ = following(*(one.says for one in rules if one.kind == "at_once")) or say("education.no_dates")
    show(fold(say("education.by_when"), first_, paragraph(say("education.no_dates")),
              bullets(*(_rule(one) for one in rules))))


def _rule(one: Timescale) -> Markup:
    packs = knowledge.packs()
    return join(
        strong(say("education.rule", rule=rule_words(one))), " ", one.says, " ", say(f"duty.owner.{one.owner}"),
        paragraph(say("education.earlier_counts"))
        if one.disagrees_with else "",
        paragraph(one.note), source_line(packs, one.source),
    )


def register(area: AreaPack | None) -> None:
    """No date is worked out: what the law asks for, what the document says, and that the authority is asked."""
    packs = knowledge.packs()
    after = tuple(one for one in packs.timescales(area.id if area else "")
                  if area_tools.education().id in one.when.duties and not one.do_by)
    show(fold(
        say("education.register"), say("education.no_date"), paragraph(say("education.stays_on")),
        *(_process(one) for one in area_tools.education_processes(area) if one.kind == REGISTER),
        bullets(*(join(one.says, paragraph(one.note), source_line(packs, one.source)) for one in after)),
    ))


def what_is_unsure(area: AreaPack | None) -> None:
    """What the document contradicts, has out of date or leaves out."""
    found = area_tools.gaps_of(area, area_tools.about_education(area)) if area else ()
    answer = counted("education.gaps", len(found)) if found else say("education.no_gap")
    show(fold(say("education.unsure"), answer,
              bullets(*(_gap(gap) for gap in sorted(found, key=lambda gap: GAPS.index(gap.kind))))))
    if not found:
        show(paragraph(answer))


def _gap(gap: Statement) -> Markup:
    return join(strong(say(f"education.gap.{gap.kind}")), " ", gap.says, source_line(knowledge.packs(), gap.source))
