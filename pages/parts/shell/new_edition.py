"""Answers that were given under other packs: an earlier visit's, or those of a visit during which an edition begins."""
import streamlit as st

from decision.fit import versions
from guidance.words import say
from pages.parts.asking.said import notice
from pages.parts.visit import draft, knowledge, opened
from pages.parts.visit.fit import fit


def fit_kept(changed: str) -> None:
    """The answers as the packs of now take them; `changed` begins what is said where one of them is gone."""
    case, progress, gone = fit(draft.case(), draft.progress(), knowledge.packs())
    draft.keep(case=case, progress=progress)
    if gone:
        notice(say("edition.no_place", changed=changed, gone=gone))


def take_new_edition() -> None:
    """At the beginning of a run: where the guidance that these answers rest on has changed, go on with the new one."""
    before = knowledge.renewed()
    if before is None or draft.CASE not in st.session_state or draft.blank():   # nothing given back, nothing answered
        return
    if versions(draft.case(), before) == versions(draft.case(), knowledge.packs()):
        return
    changed = say("edition.new")
    notice(say("edition.read_with", changed=changed))
    fit_kept(changed)
    opened.turn_over()
    draft.renew()
