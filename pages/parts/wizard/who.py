"""Who might be causing this, and whether they can reach the child today; asked once something calls for it.

It comes behind the statements, and is passed over where nothing that was said is about harm by a person, nobody is to
be talked to today, and every group of signs is answered: that of an adult who works with children is one of them.
"""

from decision.case import Case, SourceOfHarm
from decision.core import core
from decision.known import read
from decision.who_caused import who_matters
from guidance.words import say
from pages.parts.asking import leaving, none_box
from pages.parts.asking.choices import ACCESS, HARM_BY, each_word, word
from pages.parts.asking.folding import folded
from pages.parts.asking.questions import Sent, choose, lines, pick, reveal, ticks
from pages.parts.display.markup import paragraph, show
from pages.parts.visit import clock, draft
from pages.parts.wizard import steps
from pages.parts.wizard.steps import Here, Row, SoFar, Step
from pages.parts.wizard.where import area_name, area_options


def view(place: Here) -> None:
    """One form. No names: what the person is to the child is enough."""
    case = draft.case()
    source = case.source_of_harm
    show(paragraph(say("steps.who.says")))
    with leaving.answers("who_form"):
        ticks("kinds", say("steps.who.kinds"), HARM_BY, source.kinds, say("steps.who.kinds.hint"))
        with reveal("work_area", tuple(f"kinds-{kind}" for kind in _asks_for_work(case))):
            pick("work_area", say("steps.who.work_area"), area_options(), case.work_area,
                 say("steps.who.work_area.hint") if _in_care(case) else "")
        choose("access", say("steps.who.access"), ACCESS, source.access, across=True)
        with folded("who_note", say("steps.who.note"), source.note, "who_note"):
            lines("who_note", say("steps.who.note"), source.note)
        steps.buttons(place, take)


def _in_care(case: Case) -> bool:
    """Whether a child is looked after: then a carer at home may care for them as their work."""
    return any("looked_after" in child.status for child in case.children)


def _asks_for_work(case: Case) -> tuple[str, ...]:
    """The answers beside which the area of work is asked: the LADO is the one for that area."""
    return ("works_with_children", "parent_or_carer") if _in_care(case) else ("works_with_children",)


def take(case: Case, sent: Sent) -> Case:
    """The form into the case. The area of work goes only where an answer that asks for it has been taken back."""
    before = case.source_of_harm
    kinds = none_box.beside(sent.chosen("kinds", HARM_BY, before.kinds), before.kinds, "nobody")
    source = before.but(
        kinds=kinds, access=sent.choice("access", before.access),
        note=sent.words("who_note", say("steps.who.said.note"), before.note),
    )
    asks, work_area = set(_asks_for_work(case)), case.work_area
    if asks & set(kinds):
        work_area = sent.choice("work_area", work_area)
    elif asks & set(before.kinds):
        work_area = ""
    return case.but(source_of_harm=source, work_area=work_area)


def _rows(so_far: SoFar) -> list[Row]:
    source = so_far.case.source_of_harm
    return [
        Row(say("steps.who.said.kinds"), each_word(HARM_BY, source.kinds)),
        Row(say("steps.who.said.work_area"), area_name(so_far.case.work_area, so_far.packs)),
        Row(say("steps.who.said.access"), word(ACCESS, source.access)),
        Row(say("steps.who.said.note"), source.note),
    ]


def _asked(so_far: SoFar) -> bool:
    """Whether the decision needs it. Where it was looked at or something of it was answered, it keeps its place."""
    case, packs = so_far.case, so_far.packs
    if "who" in so_far.progress.seen or case.source_of_harm != SourceOfHarm():
        return True
    return who_matters(core(read(case, packs, clock.now().date())))


STEP = Step("who", say("steps.who"), 720, view, _rows, asked=_asked)
