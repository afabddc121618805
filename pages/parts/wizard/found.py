"""The search over all signs and statements: what is ticked among those found counts at once, and is asked about later.
"""
import streamlit as st

from decision import changes
from decision.case import Case
from decision.known import so
from guidance.models import Sign
from guidance.words import say
from guidance.words.forms import capital, counted
from pages.parts.asking import leaving
from pages.parts.asking.questions import Sent, group, line, set_errors, tick
from pages.parts.asking.statements import Asked, Hits, Item, in_choice, search, together
from pages.parts.display.markup import Markup, paragraph, show, strong, tag
from pages.parts.shell.searched import how_read, nothing
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.draft import Parts
from pages.parts.visit.whole import whole
from pages.parts.wizard.chosen import with_topics
from pages.parts.wizard.signs import answered

SEARCH = "search"


def ask() -> bool:
    """The search, and below it what it has found. Whether it has found nothing: then one's own words are at hand."""
    with st.form(draft.widget_key("search_form")), st.container(horizontal=True, vertical_alignment="bottom",
                                                                key="search_statements"):
        query = st.session_state.get(SEARCH, "")
        line("search", say("statements.search.label"), query)
        st.form_submit_button(say("statements.search.button"), on_click=whole(_look))
    case = draft.case()
    hits = search(query, knowledge.packs(), case.home_area, case, clock.now().date())
    if query:
        _show(hits)
    return bool(query and not hits.items)


def _look() -> None:
    """Other statements are shown: what was ticked among those before is taken over first."""
    leaving.collect_now()
    sent = Sent()
    st.session_state[SEARCH] = sent.words("search", say("statements.search.called"))
    set_errors(draft.page(), sent.wrong)


def _show(hits: Hits) -> None:
    case, packs = draft.case(), knowledge.packs()
    if not hits.items:
        show(nothing(case.home_area, packs, clock.now(), Markup(say("search.own_words_below"))))
        return
    with leaving.answers("found_form"):
        show(how_read(hits.how), tag("p", strong(counted("search.found", len(hits.items))), role="status"),
             paragraph(say("statements.search.found")))
        with group("found"):
            for items in questions(hits.held):
                _question(items, case)
        _apart("near", hits.near, counted("search.near", len(hits.near)), case)
        _apart("away", hits.away, counted("statements.part.other_age", len(hits.away)), case,
               say("statements.part.other_age.reason"))
        leaving.reads(lambda parts, fields: _taken(hits.items, parts, fields))


def _apart(name: str, some: tuple[Item, ...], heading: str, case: Case, why: str = "") -> None:
    """What was found and stands apart from the rest, below a line that counts it and says what it is."""
    if some:
        with group(name):
            show(paragraph(strong(heading), class_="question"), paragraph(why, class_="hint"))
            for items in questions(some):
                _question(items, case)


def questions(items: tuple[Item, ...]) -> tuple[tuple[Item, ...], ...]:
    """What says nearly the same stands together, where the best of it stands, in the order that it has on its page; a
    sign comes before what repeats it."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(together(item), []).append(item)
    return tuple((*(one for one in some if isinstance(one, Sign)),
                  *in_choice(one for one in some if isinstance(one, Asked))) for some in found.values())


def _question(items: tuple[Item, ...], case: Case) -> None:
    """One tick; of several the statement or the sign that they share, and set in below it a tick for each in the words
    that tell it apart."""
    first, *others = items
    if not others:
        return _tick(first, first.says, case)
    if isinstance(first, Sign):
        _tick(first, first.says, case)
    else:
        show(paragraph(strong(together(first)), class_="question"))
    with group(f"which-{_field(first)}", together(first)):
        for item in items if isinstance(first, Asked) else others:
            _tick(item, capital((item.differs if isinstance(item, Asked) else "") or item.says), case)
    return None


def _tick(item: Item, says: str, case: Case) -> None:
    tick(_field(item), says, _is_so(item, case))


def _field(item: Item) -> str:
    return f"found-{item.id if isinstance(item, Sign) else item.name}"


def _is_so(item: Item, case: Case) -> bool:
    """Whether a sign or statement is answered yes."""
    if isinstance(item, Sign):
        return item.id in case.signs and case.signs[item.id].answer == "yes"
    return any(finding.id in item.ids for finding in so(case))


def _taken(items: tuple[Item, ...], parts: Parts, fields: Sent) -> Parts:
    """Statements newly ticked become findings, signs become yes, and the first topic of each is asked later; a tick
    that was taken away takes its answers with it."""
    case, details, progress = parts
    new = [item for item in items if fields.ticked(_field(item)) and not _is_so(item, case)]
    gone = [item for item in items if not fields.ticked(_field(item)) and _is_so(item, case)]
    topics = tuple(item.topics[0] for item in new if item.topics)
    changed = _with(_without(case, gone), new)
    return with_topics((changed, details, progress), (*progress.topics, *topics), again=bool(topics))


def _with(case: Case, items: list[Item]) -> Case:
    rows = [id_ for item in items if isinstance(item, Asked) for id_ in item.ids]
    return answered(changes.tick(case, rows) if rows else case,
                    {item.id: "yes" for item in items if isinstance(item, Sign)})


def _without(case: Case, items: list[Item]) -> Case:
    rows = {id_ for item in items if isinstance(item, Asked) for id_ in item.ids}
    left = changes.untick(case, rows) if rows else case
    return changes.untick_signs(left, (item.id for item in items if isinstance(item, Sign)))
