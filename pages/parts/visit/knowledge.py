"""What pages know: the packs, loaded once a process, and the decision for the answers so far."""
import os
from datetime import date, datetime
from functools import cache
from pathlib import Path

import streamlit as st

from decision.after import since_the_call
from decision.assess import decide, with_changes
from decision.case import Case
from decision.hours import find_next_acting
from decision.known import answered, read
from decision.result import Decision
from decision.said_again import open_again as reopened, said_as_sign
from guidance.load import load_packs
from guidance.models import Process
from guidance.packs import AreaPack, Packs
from guidance.places import PACKS, ROOT
from guidance.vocabulary import ProcessUse
from pages.parts.visit import clock, draft


_IN_FORCE, _DECIDED, _ASSESSED = "packs_in_force", "decided", "assessed"


@cache
def _held() -> Packs:
    """All packs, loaded once and shared by every session; they cannot change."""
    return load_packs(Path(os.environ.get(PACKS) or ROOT))


def packs() -> Packs:
    """The packs in force when this page was run: no page mixes two editions, and callbacks know its fields."""
    held = _held()
    return st.session_state.get(_IN_FORCE) or held.at(clock.now()) if held.turns else held


def renewed() -> Packs | None:
    """Take the packs that are in force now, at the beginning of a run; those before, where they were others.

    So a new edition is used from its day on, without a restart and in the middle of a visit.
    """
    held = _held()
    if not held.turns:
        return None
    before: Packs | None = st.session_state.get(_IN_FORCE)
    now = st.session_state[_IN_FORCE] = held.at(clock.now())
    return before if before is not now else None


def decide_now() -> Decision:
    """The decision for the current answers at this moment, with what would change it: once for the same brief one."""
    brief, case = decide_about(draft.case()), draft.case()
    kept: tuple[Decision, Decision] | None = st.session_state.get(_ASSESSED)
    if kept and kept[0] is brief:
        return kept[1]
    decision = with_changes(read(case, packs(), brief.made_at.date()), brief)
    st.session_state[_ASSESSED] = (brief, decision)
    return decision


def decide_briefly() -> Decision:
    """The same decision without what would change it: for the questions, which only need to know what holds so far."""
    return decide_about(draft.case())


def decide_about(case: Case) -> Decision:
    """The same for answers that are not, or not yet, those of this tab. Worked out once for the same answers, packs and
    minute: a page and what stands on every page ask for it one after the other, and so does the next run."""
    held, now = packs(), clock.now()
    of = (case, held, now.replace(second=0, microsecond=0))
    kept: tuple[Case, Packs, datetime, Decision] | None = st.session_state.get(_DECIDED)
    if kept and kept[0] is case and kept[1] is held and kept[2] == of[2]:
        return kept[3]
    decision = decide(read(case, held, now.date()), now)
    st.session_state[_DECIDED] = (*of, decision)
    return decision


def without_old_calls(before: Case, after: Case) -> Case:
    """The answers `after` a change, without the calls that do not know of what is new in them; the record of a call
    itself is none that is older."""
    if any(getattr(after, name) != getattr(before, name) for name in ("call", "earlier_calls", "events", "rung")):
        return after
    return since_the_call(before, after, packs(), decide_about)


def open_again(before: Case, after: Case) -> Case:
    """The answers `after` a change, without the No to a sign of what that has made so in other words."""
    if after is before or after == before:
        return after
    signs = packs().signs(after.home_area)
    was, now = (said_as_sign(signs, case, packs().area(case.home_area), answered(case)) for case in (before, after))
    return reopened(was, now, signs, after)


def next_acting() -> date | None:
    """The day by whose end somebody would next act; None where later bank holidays are not known."""
    return find_next_acting(clock.now(), packs().national.holidays)


def area() -> AreaPack | None:
    """The pack of the area where the child lives, if there is one."""
    return packs().area(draft.case().home_area)


def process(use: ProcessUse) -> Process:
    """The national process that does a job."""
    return packs().national.process_for(use)
