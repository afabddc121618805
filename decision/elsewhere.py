"""A child who is now in another area than home: what goes with an urgent call goes there, and so do the words about it.

The home area's steps call its own front door by name. Where the call goes elsewhere, they mean the one over there.
"""
import re
from functools import partial

from decision.known import Known
from decision.outcome import urgency
from decision.result import Deadline, DutyFound
from guidance.models import Step
from guidance.vocabulary import Outcome

FRONT_DOOR = "the front door where the child is now"
DUTY_TEAM = "the duty team there"
WHEN = re.compile(rf"({FRONT_DOOR}) (now|today|at once|the same day|first|again)\b", re.IGNORECASE)
"""Words on when to ring that would run into the "now" of the name."""


def calls_elsewhere(known: Known, result: Outcome) -> bool:
    """Whether the call, and what goes with it, is for another area than the one where the child lives."""
    here = known.case.area_now
    return bool(here) and here != known.case.home_area and urgency(result) >= urgency("consult_today")


def duties_elsewhere(duties: tuple[DutyFound, ...], known: Known) -> tuple[DutyFound, ...]:
    """The duties with steps that name the front door where the child is, and not the one at home."""
    return tuple(duty.but(
        says=in_words(duty.says, known), steps=_steps(duty.steps, known), do_not=_steps(duty.do_not, known),
    ) for duty in duties)


def deadlines_elsewhere(found: tuple[Deadline, ...], known: Known) -> tuple[Deadline, ...]:
    """The same for what is to be done by a time. A time of the area that is rung names nobody at home."""
    return tuple(item.but(says=in_words(item.says, known), note=in_words(item.note, known))
                 for item in found)


def in_words(said: str, known: Known) -> str:
    """A sentence of the home area in which its front door and duty team are those of the area where the child is."""
    for name, instead in _names(known):
        said = re.sub(rf"\b([Tt]he )?{re.escape(name)}\b", partial(_fitting, instead), said)
    return WHEN.sub(lambda found: f"{found[1]}, {'at once' if found[2] == 'now' else found[2]}", said)


def _fitting(instead: str, found: re.Match[str]) -> str:
    """The replacement, with a capital where a sentence begins."""
    before = found.string[:found.start()].rstrip()
    begins = not before or before[-1] in ".?!"
    return instead[0].upper() + instead[1:] if begins else instead


def _names(known: Known) -> list[tuple[str, str]]:
    """What the home area calls its front door and its duty team, the longest names first."""
    area = known.area
    if area is None:
        return []
    found = [(name, instead) for id_, instead in ((area.front_door, FRONT_DOOR), (area.duty_team, DUTY_TEAM))
             if (contact := known.packs.contact(area.id, id_)) for name in (contact.name, *contact.also_called)]
    return sorted(found, key=lambda pair: -len(pair[0]))


def _steps(steps: tuple[Step, ...], known: Known) -> tuple[Step, ...]:
    return tuple(step.but(says=in_words(step.says, known), who=in_words(step.who, known))
                 for step in steps)
