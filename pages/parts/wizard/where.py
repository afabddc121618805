"""Who is asking, the council where the child lives, and where the child is now."""

from decision.case import Case
from guidance.packs import Packs
from guidance.vocabulary import ELSEWHERE
from guidance.words import say
from guidance.words.forms import apart
from pages.parts.asking import leaving
from pages.parts.asking.choices import LEAD, word
from pages.parts.asking.folding import folded
from pages.parts.asking.questions import Sent, choose, line, pick
from pages.parts.visit import draft, knowledge
from pages.parts.visit.draft import Parts
from pages.parts.wizard import steps
from pages.parts.wizard.area_change import move, say_moved
from pages.parts.wizard.steps import Here, Row, SoFar, Step

SAME = "same"
MOST_AT_ONCE = 8
"""Areas that are shown one under another; of more than these one is found by typing."""


def area_options() -> dict[str, str]:
    """Area id → name, and a way in for everybody else. None of them is chosen beforehand.

    An area whose pack is set aside can be chosen too: what holds everywhere helps, and the answer is right when it is
    mended.
    """
    packs = knowledge.packs()
    return {**{id_: area.name for id_, area in packs.areas.items()},
            **{aside.id: say("steps.where.set_aside", area=packs.name_of(aside.id)) for aside in packs.set_aside},
            ELSEWHERE: say("steps.where.elsewhere")}


def role_options() -> dict[str, str]:
    """Role id → name."""
    return {role.id: role.name for role in knowledge.packs().national.roles}


def view(place: Here) -> None:
    """One form: the role, and the area where the front page has not asked it; behind one line what few change."""
    case = draft.case()
    with leaving.answers("where_form"):
        if not case.home_area:
            _ask_areas(case)
        pick("role", say("steps.where.role"), role_options(), case.practitioner.role)
        you, area = case.practitioner, area_name(case.home_area, knowledge.packs())
        said = apart(part for part in (area, word(LEAD, you.lead), you.relationship) if part)
        with folded("more", say("steps.where.more" if area else "steps.where.more_of_you"), said, "relationship",
                    open_=steps.changing()):
            pick("lead", say("steps.where.lead"), LEAD, you.lead, say("steps.where.lead.hint"))
            line("relationship", say("steps.where.relationship"), you.relationship,
                 say("steps.where.relationship.hint"))
            if case.home_area:
                _ask_areas(case)
        steps.buttons(place, lambda case, _: case, then=lambda: _then(case.home_area))
        leaving.reads(take)


def _ask_areas(case: Case) -> None:
    areas = area_options()
    now = SAME if case.area_now and case.area_now == case.home_area else case.area_now
    ask = pick if len(areas) > MOST_AT_ONCE else choose
    ask("home_area", say("steps.where.home"), areas, case.home_area, say("steps.where.home.hint"))
    pick("area_now", say("steps.where.now"), {SAME: say("steps.where.same"), **areas}, now)


def take(parts: Parts, sent: Sent) -> Parts:
    """The page into the case. A change of area keeps the old area's statements as notes."""
    case, details, progress = parts
    you = case.practitioner
    practitioner = you.but(
        role=sent.choice("role", you.role), lead=sent.choice("lead", you.lead),
        relationship=sent.words("relationship", say("steps.where.said.relationship"), you.relationship),
    )
    home, now = sent.choice("home_area", case.home_area), sent.choice("area_now", case.area_now)
    case, progress = move(case.but(practitioner=practitioner), progress, home)
    return case.but(area_now=home if now == SAME else now), details, progress


def _then(before: str) -> None:
    say_moved(before, draft.case().home_area)
    steps.move_on("where")


def _rows(so_far: SoFar) -> list[Row]:
    case, packs = so_far.case, so_far.packs
    person = case.practitioner
    role = packs.national.role.get(person.role)
    return [
        Row(say("steps.where.said.home"), area_name(case.home_area, packs)),
        Row(say("steps.where.said.now"), area_name(case.area_now, packs)),
        Row(say("steps.where.said.role"), role.name if role else ""),
        Row(say("steps.where.said.relationship"), person.relationship),
        Row(say("steps.where.said.lead"), word(LEAD, person.lead)),
    ]


def area_name(area_id: str, packs: Packs) -> str:
    """The name of an area; empty where none was chosen."""
    area = packs.area(area_id)
    return area.name if area else say("steps.where.elsewhere.said") if area_id else ""


def _asked(so_far: SoFar) -> bool:
    """Not where the front page has asked it all already: who is asking, and where the child lives."""
    case = so_far.case
    return "where" in so_far.progress.seen or not (case.home_area and case.practitioner.role)


STEP = Step("where", say("steps.where"), 200, view, _rows, waits=False, asked=_asked)
