"""Who might be causing this, and whether they can reach the child today."""

from decision.case import Case
from pages.parts.asking import leaving, none_box
from pages.parts.asking.choices import ACCESS, HARM_BY, each_word, word
from pages.parts.asking.questions import LIMIT_HINT, Sent, choose, lines, reveal, ticks
from pages.parts.display.markup import paragraph, show
from pages.parts.visit import draft
from pages.parts.wizard import steps
from pages.parts.wizard.steps import Here, Row, SoFar, Step
from pages.parts.wizard.where import area_name, area_options

WORKS_AT_HOME = "A foster carer or a worker in a children’s home counts too. Leave it empty if it does not apply."


def view(place: Here) -> None:
    """One form. No names: what the person is to the child is enough."""
    case = draft.case()
    source = case.source_of_harm
    show(paragraph("You need not know. Do not try to find out by asking the child or the family."))
    with leaving.answers("who_form"):
        ticks("kinds", "Who might be causing this?", HARM_BY, source.kinds, "Tick all that may be so.")
        with reveal("work_area", tuple(f"kinds-{kind}" for kind in _asks_for_work(case))):
            choose("work_area", "In which area does that adult work or volunteer?", area_options(), case.work_area,
                   WORKS_AT_HOME if _in_care(case) else "")
        choose("access", "Can they reach the child today?", ACCESS, source.access, "In person, by telephone or online.")
        lines("who_note", "Anything else about this, without names", source.note, LIMIT_HINT)
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
        note=sent.words("who_note", "What you write", before.note),
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
        Row("Who might be causing this", each_word(HARM_BY, source.kinds)),
        Row("Where that adult works with children", area_name(so_far.case.work_area, so_far.packs)),
        Row("Can reach the child today", word(ACCESS, source.access)),
        Row("More about this", source.note),
    ]


STEP = Step("who", "Who might be causing this", 500, view, _rows, waits=False)
