"""Where the front door is closed and the result asks for a talk today: is the child safe until it opens?"""
from decision.case import Case
from decision.result import Decision
from decision.until_open import waits_for_door
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import weekday_and_time
from pages.parts.asking import leaving
from pages.parts.asking.choices import YES_NO_NOT_SURE
from pages.parts.asking.questions import Sent, choose

FIELD = "safe_until_open"


def until_open(case: Case, decision: Decision, packs: Packs) -> None:
    """The question, after the numbers and never before them; nothing where no door is waited for."""
    door = waits_for_door(case, decision, packs)
    if door is None or door.opens is None:
        return
    with leaving.answers("until_open_form"):
        choose(FIELD, say("ask.safe_until_open", name=door.name, when=weekday_and_time(door.opens)), YES_NO_NOT_SURE,
               case.safe_until_open, say("ask.safe_until_open.hint"), across=True)
        leaving.reads_case(take)


def take(case: Case, sent: Sent) -> Case:
    """The answer into the case; without one it stays open."""
    return case.but(safe_until_open=sent.choice(FIELD, case.safe_until_open))
