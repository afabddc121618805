"""The search over all signs and statements: what is ticked among those found counts at once, and is asked about later.
"""
import streamlit as st

from decision import changes
from decision.case import Case
from decision.known import so
from guidance.models import Sign
from guidance.words import say
from pages.parts.asking import leaving
from pages.parts.asking.questions import Sent, group, line, set_errors, tick
from pages.parts.asking.statements import Asked, search
from pages.parts.display.markup import paragraph, show
from pages.parts.visit import draft, knowledge
from pages.parts.visit.draft import Parts
from pages.parts.visit.whole import whole
from pages.parts.wizard.chosen import with_topics
from pages.parts.wizard.signs import answered

SEARCH = "search"


def ask() -> None:
    """The search, and below it what it has found."""
    with st.form(draft.widget_key("search_form")), st.container(horizontal=True, vertical_alignment="bottom",
                                                                key="search_statements"):
        query = st.session_state.get(SEARCH, "")
        line("search", say("statements.search.label"), query)
        st.form_submit_button(say("statements.search.button"), on_click=whole(_look))
    if query:
        _show(search(query, knowledge.packs(), draft.case().home_area))


def _look() -> None:
    """Other statements are shown: what was ticked among those before is taken over first."""
    leaving.collect_now()
    sent = Sent()
    st.session_state[SEARCH] = sent.words("search", say("statements.search.called"))
    set_errors(draft.page(), sent.wrong)


def _show(items: tuple[Asked | Sign, ...]) -> None:
    if not items:
        st.info(say("statements.search.nothing"))
        return
    case = draft.case()
    with leaving.answers("found_form"):
        show(paragraph(say("statements.search.found")))
        with group("found"):
            for item in items:
                tick(_field(item), item.says, _is_so(item, case))
        leaving.reads(lambda parts, fields: _taken(items, parts, fields))


def _field(item: Asked | Sign) -> str:
    return f"found-{item.id if isinstance(item, Sign) else item.name}"


def _is_so(item: Asked | Sign, case: Case) -> bool:
    """Whether a sign or statement is answered yes."""
    if isinstance(item, Sign):
        return item.id in case.signs and case.signs[item.id].answer == "yes"
    return any(finding.id in item.ids for finding in so(case))


def _taken(items: tuple[Asked | Sign, ...], parts: Parts, fields: Sent) -> Parts:
    """Statements newly ticked become findings, signs become yes, and the first topic of each is asked later; a tick
    that was taken away takes its answers with it."""
    case, details, progress = parts
    new = [item for item in items if fields.ticked(_field(item)) and not _is_so(item, case)]
    gone = [item for item in items if not fields.ticked(_field(item)) and _is_so(item, case)]
    topics = tuple(item.topics[0] for item in new if item.topics)
    changed = _with(_without(case, gone), new)
    return changed, details, with_topics(progress, (*progress.topics, *topics), changed, again=bool(topics))


def _with(case: Case, items: list[Asked | Sign]) -> Case:
    rows = [id_ for item in items if isinstance(item, Asked) for id_ in item.ids]
    return answered(changes.tick(case, rows) if rows else case,
                    {item.id: "yes" for item in items if isinstance(item, Sign)})


def _without(case: Case, items: list[Asked | Sign]) -> Case:
    rows = {id_ for item in items if isinstance(item, Asked) for id_ in item.ids}
    left = changes.untick(case, rows) if rows else case
    return changes.untick_signs(left, (item.id for item in items if isinstance(item, Sign)))
