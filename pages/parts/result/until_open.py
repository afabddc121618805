"""Where the front door is closed and the result asks for a talk today: is the child safe until it opens?"""
from datetime import datetime
from functools import partial

from decision.case import Case
from decision.gaps import BEFORE_NEXT
from decision.result import Decision
from decision.until_open import is_about, night_is_over, waits_for_door
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import weekday_and_time
from pages.parts.asking import leaving
from pages.parts.asking.choices import YES_NO, YES_NO_NOT_SURE
from pages.parts.asking.questions import Sent, choose

FIELD, AFTERWARDS = "safe_until_open", "safe_after_the_night"


def is_asked(case: Case, decision: Decision, packs: Packs, asked: Decision) -> bool:
    """Whether the result asks this. While it asks first (`asked`) of harm before anybody would next act, it does not:
    that is the same thing the other way round, and nobody is to mistake the one Yes for the other. An answer that was
    given can always be changed."""
    door = waits_for_door(case, decision, packs)
    if door is None or door.opens is None:
        return night_is_over(case, decision.made_at)
    answered = is_about(case, door.opens) and case.safe_until_open is not None
    return answered or not any(gap.kind == "ask_now" and gap.id == BEFORE_NEXT for gap in asked.gaps)


def until_open(case: Case, decision: Decision, packs: Packs) -> None:
    """The question, after the numbers and never before them; nothing where no door is waited for.

    A no about a night that has passed is asked again, since it would stand beside every result of the day.
    """
    door = waits_for_door(case, decision, packs)
    if door is not None and door.opens is not None:
        answer = case.safe_until_open if is_about(case, door.opens) else None
        with leaving.answers("until_open_form"):
            choose(FIELD, say("ask.safe_until_open", name=door.name, when=weekday_and_time(door.opens)),
                   YES_NO_NOT_SURE, answer, say("ask.safe_until_open.hint"), across=True)
            leaving.reads_case(partial(take, opens=door.opens))
    elif night_is_over(case, decision.made_at):
        with leaving.answers("until_open_form"):
            choose(AFTERWARDS, say("ask.safe_after_the_night"), YES_NO, None, say("ask.safe_until_open.hint_now"),
                   across=True)
            leaving.reads_case(take_afterwards)


def take(case: Case, sent: Sent, opens: datetime) -> Case:
    """The answer into the case, with the opening that it is about; without one nothing changes."""
    said = sent.choice(FIELD)
    return case.but(safe_until_open=said, safe_until=opens) if said else case


def take_afterwards(case: Case, sent: Sent) -> Case:
    """With a yes what was said of the night is over; everything else leaves it as it is."""
    return case.but(safe_until_open=None, safe_until=None) if sent.choice(AFTERWARDS) == "yes" else case
