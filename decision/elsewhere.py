"""A child who is now in another area than home: what goes with an urgent call goes there, and so do the words about it.

The home area's steps call its own front door by name. Where the call goes elsewhere, they mean the one over there.
"""
import re
from collections.abc import Mapping
from functools import cache, partial

from decision.known import Known
from decision.result import Deadline, DutyFound
from decision.urgency import urgency
from guidance.models import Step
from guidance.vocabulary import Outcome
from guidance.words import reworded, say
from guidance.words.forms import run_on

FRONT_DOOR, DUTY_TEAM = "elsewhere.front_door", "elsewhere.duty_team"
"""Keys of what the steps of home then call them."""
BEGINS = {FRONT_DOOR: "elsewhere.front_door_begins", DUTY_TEAM: "elsewhere.duty_team_begins"}
"""The same where a sentence begins."""
ENDS = ".?!"
"""What ends a sentence in a pack."""


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
    names = _names(known)
    return reworded(said, partial(_replaced, names=names, pattern=_pattern(tuple(names)))) if names else said


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the names in English words, with its article; and a word on when to ring, with which it would run on."""
    # Published steps are in English, so this is about their language and not about that of the screen.
    return re.compile(rf"\b(?:[Tt]he )?(?P<name>{'|'.join(map(re.escape, names))})\b"
                      r"(?: (?P<when>(?i:now|today|at once|the same day|first|again))\b)?")


def _replaced(said: str, names: Mapping[str, str], pattern: re.Pattern[str]) -> str:
    """The words of a pack with ours in the place of each name."""
    found, end = [], 0
    for match in pattern.finditer(said):
        before = said[:match.start()].rstrip()
        key = names[match["name"]]
        name = say(key if before and before[-1] not in ENDS else BEGINS[key])
        timed = key == FRONT_DOOR and match["when"]
        when = say("elsewhere.at_once") if match["when"] == "now" else match["when"]
        found += [said[end:match.start()], say("elsewhere.when", name=name, when=when) if timed else name]
        end = match.end() if timed else match.end("name")
    return run_on(*found, said[end:])


def _names(known: Known) -> dict[str, str]:
    """What the home area calls its front door and its duty team, the longest names first → the key in its place.

    A name that both have is the front door's.
    """
    area = known.area
    if area is None:
        return {}
    found = [(name, instead) for id_, instead in ((area.duty_team, DUTY_TEAM), (area.front_door, FRONT_DOOR))
             if (contact := known.packs.contact(area.id, id_)) for name in (contact.name, *contact.also_called)]
    return dict(sorted(found, key=lambda pair: -len(pair[0])))


def _steps(steps: tuple[Step, ...], known: Known) -> tuple[Step, ...]:
    return tuple(step.but(says=in_words(step.says, known), who=in_words(step.who, known))
                 for step in steps)
