"""Is anybody in danger now, where is the child, with whom, and until when. Danger leads to the 999 panel."""
from contextlib import AbstractContextManager, nullcontext
from pathlib import PurePath

import streamlit as st

from decision.case import Case, WhereNow
from decision.conditions import is_for
from decision.consistency import leaves_at_night
from decision.hours import local
from decision.spoken import read_back, time_of_day
from guidance.words import say
from guidance.words.forms import capital, weekday_and_time
from pages.parts.asking import leaving, moments
from pages.parts.asking.choices import DANGER, PLACE, WITH, YES_NO, YES_NO_NOT_SURE, word
from pages.parts.asking.folding import started
from pages.parts.asking.questions import Sent, choose, clock_line, reveal
from pages.parts.asking.said import notice, withdraw
from pages.parts.display.markup import numbered, paragraph, show, strong, tag, telephone
from pages.parts.shell.header import EMERGENCY
from pages.parts.shell.other_page import RESULT_PAGE
from pages.parts.shell.ring_bar import with_new_signs
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.whole import whole
from pages.parts.wizard import steps
from pages.parts.wizard.steps import Here, Row, SoFar, Step

MISSING = list(PLACE).index("missing")
WHERE_WITH_SOMEBODY = tuple(number for number, place in enumerate(PLACE) if place not in ("missing", "not_known"))
"""The places beside which it matters who is with the child."""
WHERE_LEFT_TODAY = tuple(number for number, place in enumerate(PLACE) if place in (
    "with_me", "school_or_nursery", "hospital", "somewhere_else"))
"""The places that a child leaves for home, so that a call has to be made before."""
IN_DOUBT = (list(DANGER).index("yes"), list(DANGER).index("not_sure"))
"""The answers beside which it matters whether somebody has the child safe."""
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
        choose("danger", say("steps.safety.danger"), DANGER, case.danger, across=True)
        with reveal("confirmed_safe", "danger", *IN_DOUBT):
            choose("confirmed_safe", say("steps.safety.confirmed"), YES_NO, case.confirmed_safe, across=True)
        choose("place", say("steps.safety.place"), PLACE, where.place)
        with reveal("missing_since", "place", MISSING):
            moments.ask(moments.LAST_SEEN, case.events)
        with _beside("with_whom", WHERE_WITH_SOMEBODY, where.with_whom):
            choose("with_whom", say("steps.safety.with_whom"), WITH, where.with_whom)
        with _beside("leaves_at", WHERE_LEFT_TODAY, where.leaves_at):
            clock_line("leaves_at", say("steps.safety.leaves"), where.leaves_at, say("steps.safety.leaves.hint"))
        steps.buttons(place, take, then=_then)


def _beside(name: str, places: tuple[int, ...], answer: object) -> AbstractContextManager[None]:
    """Fields that have a meaning only at some places. One that was answered, or not taken, is never out of sight."""
    return nullcontext() if answer is not None or started(name) else reveal(name, "place", *places)


def take(case: Case, sent: Sent) -> Case:
    """The form into the case. Nobody leaves a school or nursery at night, so that is asked about."""
    now = case.where_now
    place = sent.choice("place", now.place)
    leaves_at = sent.time("leaves_at", say("steps.safety.leaves.called"), "ahead", daytime=place == "school_or_nursery",
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
        notice(say("steps.safety.leaves.notice", when=read_back(leaves_at, clock.now())))
    steps.move_on("safety")


def _in_danger() -> bool:
    reasons = knowledge.decide_briefly().reasons
    return any(reason.kind == "danger" and reason.outcome == "call_999" for reason in reasons)


def _panel() -> None:
    """What to say and do now; the questions wait."""
    role = knowledge.packs().national.role.get(draft.case().practitioner.role)
    parts = [numbered(*(step.says for step in knowledge.process("emergency").steps if is_for(step, role)))]
    ring = paragraph(strong(say("steps.safety.ring")), telephone(EMERGENCY), strong(say("steps.safety.stop")))
    show(tag("div", ring, *parts, class_="panel urgent", role="alert"))
    st.button(say("steps.safety.carry_on"), key=draft.widget_key("carry_on"), type="primary", on_click=whole(_carry_on))
    st.button(say("steps.safety.back"), key=draft.widget_key("back_to_safety"), on_click=whole(steps.go),
              args=("safety",))


def _rows(so_far: SoFar) -> list[Row]:
    case = so_far.case
    where = case.where_now
    return [
        Row(say("steps.safety.said.danger"), word(DANGER, case.danger)),
        Row(say("steps.safety.said.confirmed"), word(YES_NO, case.confirmed_safe)),
        Row(say("steps.safety.said.place"), word(PLACE, where.place)),
        Row(say("steps.safety.said.with_whom"), word(WITH, where.with_whom)),
        Row(say("steps.safety.said.leaves"), _leaves(where)),
        *(Row(*said) for said in moments.in_words((moments.LAST_SEEN,), case) if where.place == "missing"),
        *_until_open(case),
    ]


def _until_open(case: Case) -> list[Row]:
    """Whether the child was said to be safe until the front door opens, and when that is; it is changed on the result.
    """
    if case.safe_until is None or case.safe_until_open is None:
        return []
    return [Row(say("result.safe_until", when=weekday_and_time(local(case.safe_until))),
                word(YES_NO_NOT_SURE, case.safe_until_open), elsewhere=PurePath(RESULT_PAGE).stem)]


def _leaves(where: WhereNow) -> str:
    """The time in words and figures; one of the night that cannot be meant says that it has to be asked."""
    if where.leaves_at is None:
        return ""
    words = f"{capital(time_of_day(where.leaves_at))}, {local(where.leaves_at):%H:%M}"
    wrong = leaves_at_night(where, clock.now())
    return say("steps.safety.leaves.wrong", when=words) if wrong else words


STEP = Step("safety", say("steps.safety"), 100, view, _rows, waits=False)
