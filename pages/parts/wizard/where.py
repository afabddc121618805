"""The council where the child lives, where the child is now, and who is asking."""

from decision.known import ELSEWHERE
from guidance.packs import Packs
from pages.parts.asking import leaving
from pages.parts.asking.choices import LEAD, word
from pages.parts.asking.questions import Sent, choose, line
from pages.parts.visit import draft, knowledge
from pages.parts.visit.draft import Parts
from pages.parts.wizard import steps
from pages.parts.wizard.area_change import move, say_moved
from pages.parts.wizard.steps import Here, Row, SoFar, Step

SAME = "same"


def area_options() -> dict[str, str]:
    """Area id → name, and a way in for everybody else. None of them is chosen beforehand.

    An area whose pack is set aside can be chosen too: what holds everywhere helps, and the answer is right when it is
    mended.
    """
    packs = knowledge.packs()
    return {**{id_: area.name for id_, area in packs.areas.items()},
            **{aside.id: f"{packs.name_of(aside.id)} (its guidance cannot be used now)" for aside in packs.set_aside},
            ELSEWHERE: "Somewhere else, or I am not sure"}


def role_options() -> dict[str, str]:
    """Role id → name."""
    return {role.id: role.name for role in knowledge.packs().national.roles}


def view(place: Here) -> None:
    """One form."""
    case = draft.case()
    areas = area_options()
    now = SAME if case.area_now and case.area_now == case.home_area else case.area_now
    with leaving.answers("where_form"):
        choose("home_area", "Which council area does the child live in?", areas, case.home_area,
               "Where the child’s home is, not where you work.")
        choose("area_now", "Which area is the child in now?", {SAME: "The same area", **areas}, now)
        choose("role", "What is your role?", role_options(), case.practitioner.role)
        line("relationship", "How do you know the child?", case.practitioner.relationship,
             "For example: class teacher for two years. Do not write names.")
        choose("lead", "Have you spoken to your own safeguarding lead?", LEAD, case.practitioner.lead,
               "You never have to wait for them if a child may be harmed.")
        steps.buttons(place, lambda case, _: case, then=lambda: _then(case.home_area))
        leaving.reads(take)


def take(parts: Parts, sent: Sent) -> Parts:
    """The page into the case. A change of area keeps the old area's statements as notes."""
    case, details, progress = parts
    you = case.practitioner
    practitioner = you.but(
        role=sent.choice("role", you.role), lead=sent.choice("lead", you.lead),
        relationship=sent.words("relationship", "How you know the child", you.relationship),
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
        Row("Council area of the child’s home", area_name(case.home_area, packs)),
        Row("Area where the child is now", area_name(case.area_now, packs)),
        Row("Your role", role.name if role else ""),
        Row("How you know the child", person.relationship),
        Row("Spoken to your lead", word(LEAD, person.lead)),
    ]


def area_name(area_id: str, packs: Packs) -> str:
    """The name of an area; empty where none was chosen."""
    area = packs.area(area_id)
    return area.name if area else "Somewhere else, or not sure" if area_id else ""


STEP = Step("where", "Where the child lives, and who you are", 200, view, _rows, waits=False)
