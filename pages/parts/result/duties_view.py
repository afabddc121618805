"""Duties that hold whatever the level, each with who, how and by when."""
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from decision.headline import medical_care
from decision.own_lead import OF_A_LEAD
from decision.result import Deadline, Decision, DutyFound, Route
from decision.urgency import urgency
from guidance.models import Contact, Step, Tool
from guidance.packs import Packs
from guidance.vocabulary import Citation
from guidance.words import say
from guidance.words.forms import any_of, capital, children, listed
from pages.parts.display.links import within
from pages.parts.display.markup import Markup, bullets, join, numbered, paragraph, strong, tag, telephone
from pages.parts.display.pieces import more
from pages.parts.display.words import source_line
from pages.parts.result.deadlines_view import by_when, counted_once
from pages.parts.result.instructions import all_of_them, instructions, left_over
from pages.parts.result.once import once
from pages.parts.result.sources_view import places
from pages.parts.shell import area_tools

YOU = "you"
"""Who a step is for where it is the reader; then it needs no name."""


def duties(decision: Decision, packs: Packs, rung: bool = False) -> Markup:
    """What the signs ask that the first answer does not say; every duty in turn, the leading ones first, with the tool
    that the area has for it; those that hold only if a sign turns out to be so, folded; then where all that stands.
    `rung`: the call was made, so that all the signs stand there."""
    signs, care = left_over(decision, packs, rung), care_first(decision, packs)
    first = paragraph(say("result.duties.care_first", care=care.name)) if care else Markup("")
    if not decision.duties and not signs:
        return join(first, paragraph(say("result.duties.come_back")))
    met = sorted((one for one in decision.duties if not one.doubted), key=lambda one: not one.leads)
    doubted = tuple(one for one in decision.duties if one.doubted)
    said = {reason.says.casefold() for reason in decision.reasons}
    new = _new((*met, *doubted), decision, packs)
    return join(
        first,
        join(tag("h3", say("result.duties.of_signs")), all_of_them(signs)) if signs else "",
        *(join(one_duty(duty, decision, packs, one, _without(said, duty)), _open_tool(duty, decision, packs))
          for duty, one in zip(met, new, strict=False)),
        *(more(_if_it_is(duty), one_duty(duty, decision, packs, one, because=()))
          for duty, one in zip(doubted, new[len(met):], strict=True)),
        places(packs, tuple(cited(duty) for duty in (*met, *doubted))),
    )


def care_first(decision: Decision, packs: Packs) -> Route | None:
    """The medical care that comes before all that a sign asks; None where there is none."""
    care = medical_care(decision)
    return care.route if care and care.first and instructions(decision, packs) else None


def _if_it_is(duty: DutyFound) -> str:
    """What would have to be so for a duty that is only in doubt."""
    if not duty.because:
        return say("result.duties.if_so", name=duty.name)
    return say("result.duties.if_it_is", signs=any_of(duty.because), name=duty.name)


def _without(said: set[str], duty: DutyFound) -> tuple[str, ...]:
    """What a duty rests on that the reasons of the result do not say already."""
    return tuple(one for one in duty.because if one.casefold() not in said)


def _open_tool(duty: DutyFound, decision: Decision, packs: Packs) -> Markup:
    area = packs.area(decision.home_area)
    page = area_tools.page_of_duty(area, duty.id)
    if not page:
        return Markup("")
    words = say("result.duties.open_tool", name=area_tools.pages_for(area)[page])
    return paragraph(within(words, page))


class New(NamedTuple):
    """What a duty says that none above it in the list has said: its words, those of its tools, its gaps. `noted`: whose
    number has a note there already."""

    says: str
    tools: tuple[str, ...]
    gaps: tuple[str, ...]
    noted: frozenset[str] = frozenset()


def _new(found: tuple[DutyFound, ...], decision: Decision, packs: Packs) -> tuple[New, ...]:
    """The same of each duty of a list."""
    left = iter(once(words for duty in found for words in (duty.says, *_of_tools(duty), *duty.gaps)))
    new: list[New] = []
    noted: frozenset[str] = frozenset()
    for duty in found:
        tools, gaps = len(_of_tools(duty)), len(duty.gaps)
        new.append(New(next(left), tuple(islice(left, tools)), tuple(islice(left, gaps)), noted))
        noted |= {one.id for one in _contacts(duty, decision, packs)}
    return tuple(new)


def one_duty(duty: DutyFound, decision: Decision, packs: Packs, new: New | None = None,
             because: tuple[str, ...] | None = None) -> Markup:
    """One duty: why it applies, what to do, what not to do, by when, with which tool, whom to ring. `new`: what it says
    that has not been said in the list in which it stands, which says below where all that stands; None of a duty that
    stands alone. `because`: what it rests on, where that is less than the duty says."""
    says, tools, gaps, noted = new or _new((duty,), decision, packs)[0]
    about = f" ({children(duty.about)})" if duty.about else ""
    return tag(
        "section",
        tag("h3", duty.name, about),
        paragraph(says),
        _because(duty.because if because is None else because),
        *(paragraph(strong(say("result.duty.care")), " ", warning, class_="warn") for warning in duty.warnings),
        numbered(*(_step(one, decision) for one in duty.steps)),
        _do_not(duty.do_not),
        _by_when(_timescales(duty, decision, packs)),
        *(_tool(tool, *tools[2 * number:2 * number + 2]) for number, tool in enumerate(duty.tools)),
        *(_contact(contact, contact.id not in noted) for contact in _contacts(duty, decision, packs)),
        *(paragraph(say("result.duty.unknown", fact=fact)) for fact in duty.unknown),
        *(paragraph(strong(say("result.duty.gap")), " ", gap) for gap in gaps if gap),
        source_line(packs, *cited(duty)) if new is None else "",
        class_="duty",
    )


def cited(duty: DutyFound) -> tuple[Citation | None, ...]:
    """What a duty, its steps and its tools rest on."""
    return (duty.source, duty.also, *(one.source for one in duty.steps), *(one.source for one in duty.tools))


def lead_told_now(words: str, decision: Decision) -> bool:
    """Whether words are about a talk with the user's own lead, and the first answer has them told now."""
    return urgency(decision.outcome) > urgency("consult_today") and OF_A_LEAD.search(words) is not None


def _step(one: Step, decision: Decision) -> str:
    """One step: what, who if it is not the user, and by when. Where the first answer has the user's own lead told now,
    a talk with them today is that."""
    by = say("result.duties.lead_now") if one.by == "today" and lead_told_now(one.says, decision) else one.by
    extra = listed(part for part in (one.who if one.who != YOU else "", by) if part)
    return join(one.says, f" ({extra})" if extra else "")


def _because(because: tuple[str, ...]) -> Markup:
    if not because:
        return Markup("")
    if len(because) == 1:
        return paragraph(say("result.duty.because", what=because[0]))
    return join(paragraph(say("result.duty.because_several")), bullets(*(capital(one) for one in because)))


def _do_not(steps: Iterable[Step]) -> Markup:
    lines = tuple(one.says for one in steps)
    return join(paragraph(strong(say("result.duty.do_not"))), bullets(*lines)) if lines else Markup("")


def _timescales(duty: DutyFound, decision: Decision, packs: Packs) -> tuple[Deadline, ...]:
    wanted = {id_ for one in packs.duties(decision.home_area, duty.id) for id_ in one.timescales}
    return tuple(deadline for deadline in decision.deadlines if deadline.id in wanted)


def _by_when(deadlines: tuple[Deadline, ...]) -> Markup:
    lines = tuple(say("result.duty.line", what=one.says.rstrip("."), when=by_when(one)) for one in deadlines)
    if not lines:
        return Markup("")
    shown = numbered(*lines) if len(lines) > 1 else bullets(*lines)
    return join(paragraph(strong(say("result.duty.by_when"))), shown, counted_once(deadlines))


def _of_tools(duty: DutyFound) -> tuple[str, ...]:
    """What each tool of a duty is, and that nothing waits for it."""
    return tuple(words for tool in duty.tools for words in (tool.says, say("result.duty.without_tool")))


def _tool(tool: Tool, says: str, without: str) -> Markup:
    return more(say("result.duty.tool", name=tool.name), paragraph(says),
                paragraph(say("result.duty.who_may", who=tool.who_may)), paragraph(without))


def _contacts(duty: DutyFound, decision: Decision, packs: Packs) -> tuple[Contact, ...]:
    found = (packs.contact(decision.home_area, id_) for id_ in dict.fromkeys(duty.contacts))
    return tuple(contact for contact in found if contact)


def _contact(contact: Contact, with_note: bool) -> Markup:
    number = contact.dial()
    return join(
        paragraph(strong(f"{contact.name}: "),
                  telephone(number.dial) if number else say("result.duty.no_number"),
                  f". {number.note}" if number and number.note and with_note else ""),
        *(paragraph(say("result.now.misprint", number=one.printed), f" {one.note}", class_="warn")
          for one in contact.suspects()),
    )
