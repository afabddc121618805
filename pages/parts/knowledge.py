"""What pages know: the packs, loaded once a process, and the decision for the answers so far."""
from functools import cache

from decision.assess import assess
from decision.result import Decision
from guidance.load import load_packs
from guidance.packs import Packs
from pages.parts import clock, draft


@cache
def packs() -> Packs:
    """All packs, loaded once and shared by every session; they cannot change."""
    return load_packs()


def decide_now() -> Decision:
    """The decision for the current answers at this moment."""
    return assess(draft.case(), packs(), clock.now())
