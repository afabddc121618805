"""Is anybody in danger now, where is the child, with whom, and until when. Danger leads to the 999 panel."""
import streamlit as st

from decision.case import Case, WhereNow
from decision.consistency import leaves_at_night
from decision.hours import local
from decision.spoken import read_back, time_of_day
from guidance.words.forms import capital
from pages.parts.asking import leaving, moments
from pages.parts.asking.choices import DANGER, PLACE, WITH, YES_NO, word
from pages.parts.asking.questions import Sent, choose, clock_line, reveal
from pages.parts.asking.said import notice, withdraw
from pages.parts.display.markup import numbered, paragraph, show, strong, tag, telephone
from pages.parts.shell.header import EMERGENCY
from pages.parts.shell.ring_bar import with_new_signs
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.whole import whole
from pages.parts.wizard import steps
from pages.parts.wizard.steps import Here, Row, SoFar, Step

MISSING = list(PLACE).index("missing")
PANEL = 2
"""Running number of the page that says what to do while 999 is on its way."""


def view(place: Here) -> None:
    """The questions, or the panel once danger has been said."""
    if place.number == PANEL and _in_danger():
        _panel()
    else:
        _ask(place)


def _ask(place: Here) -> None:
    case = draft.case()
    where = case.where_now
    with leaving.answers("safety_form"):
        choose("danger", "Is anybody in danger now, in need of urgent medical help, or is a crime going on?", DANGER,
               case.danger, across=True)
        choose("confirmed_safe", "Has somebody confirmed that the child is safe now, with a named adult?", YES_NO,
               case.confirmed_safe, across=True)
        choose("place", "Where is the child now?", PLACE, where.place)
        with reveal("missing_since", "place", MISSING):
            moments.ask(moments.LAST_SEEN, case.events)
        choose("with_whom", "Who is with the child?", WITH, where.with_whom)
        clock_line("leaves_at", "When does the child leave you, or leave for home, today?", where.leaves_at,
                   "Such as 3.15pm or 15:15. Leave it empty if you do not know.")
        steps.buttons(place, take, then=_then)


def take(case: Case, sent: Sent) -> Case:
    """The form into the case. Nobody leaves a school or nursery at night, so that is asked about."""
    now = case.where_now
    place = sent.choice("place", now.place)
    leaves_at = sent.time("leaves_at", "The child leaves", "ahead", daytime=place == "school_or_nursery",
                          kept=now.leaves_at)
    where = now.but(place=place, with_whom=sent.choice("with_whom", now.with_whom), leaves_at=leaves_at)
    return with_new_signs(case, case.but(
        danger=sent.choice("danger", case.danger),
        confirmed_safe=sent.choice("confirmed_safe", case.confirmed_safe), where_now=where,
        events=moments.take((moments.LAST_SEEN,), case.events, sent),
    ))


def _then() -> None:
    if _in_danger():
        withdraw()
        steps.go("safety", PANEL)
    else:
        steps.move_on("safety")


def _carry_on() -> None:
    """Go on with the questions, and read back now what could wait."""
    if leaves_at := draft.case().where_now.leaves_at:
        notice(f"The child leaves: {read_back(leaves_at, clock.now())}.")
    steps.move_on("safety")


def _in_danger() -> bool:
    reasons = knowledge.decide_briefly().reasons
    return any(reason.kind == "danger" and reason.outcome == "call_999" for reason in reasons)


def _panel() -> None:
    """What to say and do now; the questions wait."""
    process = knowledge.process("emergency")
    parts = [numbered(*(step.says for step in process.steps))]
    ring = paragraph(strong("Ring "), telephone(EMERGENCY), strong(" now. Stop here until it is safe."))
    show(tag("div", ring, *parts, class_="panel urgent", role="alert"))
    st.button("It is safe: carry on", key=draft.widget_key("carry_on"), type="primary", on_click=whole(_carry_on))
    st.button("Back to these questions", key=draft.widget_key("back_to_safety"), on_click=whole(steps.go),
              args=("safety",))


def _rows(so_far: SoFar) -> list[Row]:
    case = so_far.case
    where = case.where_now
    return [
        Row("Danger now", word(DANGER, case.danger)),
        Row("Confirmed safe with a named adult", word(YES_NO, case.confirmed_safe)),
        Row("Where the child is now", word(PLACE, where.place)),
        Row("Who is with the child", word(WITH, where.with_whom)),
        Row("Leaves at", _leaves(where)),
        *(Row(*said) for said in moments.in_words((moments.LAST_SEEN,), case) if where.place == "missing"),
    ]


def _leaves(where: WhereNow) -> str:
    """The time in words and figures; one of the night that cannot be meant says that it has to be asked."""
    if where.leaves_at is None:
        return ""
    words = f"{capital(time_of_day(where.leaves_at))}, {local(where.leaves_at):%H:%M}"
    wrong = leaves_at_night(where, clock.now())
    return f"{words}. This cannot be right: ask when the child leaves." if wrong else words


STEP = Step("safety", "Is the child safe now?", 100, view, _rows, waits=False)
