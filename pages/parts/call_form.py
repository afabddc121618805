"""What happened on the telephone: the form that records a call, and the steps that follow from it."""
from datetime import datetime
from typing import get_args

import streamlit as st

from decision.case import Call, CallOutcome, Case
from decision.result import Decision
from guidance.packs import Packs
from pages.parts import clock, draft
from pages.parts.frame import sent
from pages.parts.markup import bullets, numbered, paragraph, show, strong
from pages.parts.words import moment, source_line

PAGE = "rang"
OUTCOME: dict[CallOutcome, str] = {
    "taken": "They took the referral",
    "advice": "They gave advice",
    "no_further_action": "They will take no further action",
    "no_answer": "Nobody answered",
    "get_agreement": "They told me to get agreement first",
}
SOMEONE_ELSE = ""


def call_form(case: Case, decision: Decision) -> None:
    """Whom the user rang, when, and what came of it. Everything is optional; Save replaces the record of the call."""
    names = {route.contact: route.name for route in decision.routes if route.contact}
    names.setdefault(case.call.contact, case.call.contact)
    names[SOMEONE_ELSE] = "Somebody else, or not known"
    with st.form("call"):
        outcomes = get_args(CallOutcome)
        st.radio(
            "What happened?", outcomes, format_func=lambda id_: OUTCOME[id_], key=draft.widget_key("call_outcome"),
            index=outcomes.index(case.call.outcome) if case.call.outcome else None,
        )
        st.selectbox(
            "Whom did you ring?", tuple(names), format_func=lambda id_: names[id_], key=draft.widget_key("call_contact"),
            index=tuple(names).index(case.call.contact) if case.call.outcome else 0,
        )
        st.text_input("Their role (not their name)", case.call.spoke_to_role, key=draft.widget_key("call_role"))
        st.text_input("Their reference for the call", case.call.reference, key=draft.widget_key("call_reference"))
        st.datetime_input(
            "When did you ring?", case.events.call_made or clock.now().replace(tzinfo=None, second=0, microsecond=0),
            format="DD/MM/YYYY", step=60, key=draft.widget_key("call_made"),
        )
        st.text_area("What was said and agreed. Do not write names here.", case.call.note, key=draft.widget_key("call_note"))
        st.checkbox("I do not agree with what they decided", case.events.disagreement is not None,
                    key=draft.widget_key("call_disagree"))
        st.form_submit_button("Save what happened", type="primary", on_click=_save)
