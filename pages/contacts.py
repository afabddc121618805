"""Numbers: who answers in each area at this moment or at any other, and every contact with how far to trust it."""
from datetime import datetime, time

import streamlit as st

from decision.doors import front_door_now
from decision.hours import find_next_acting
from guidance.packs import AreaPack
from guidance.words.forms import weekday_and_day, weekday_and_time
from pages.parts.asking.questions import Sent, clear_errors, day, error_summary, errors, line, set_errors
from pages.parts.asking.said import sent
from pages.parts.display.markup import folded, paragraph, show, strong, tag
from pages.parts.reading.address import ALL, ENGLAND, begin, choice
from pages.parts.reading.catalogue import area_options
from pages.parts.reading.contact_view import answers_then, one_contact
from pages.parts.reading.guides import guides
from pages.parts.result.action_view import route
from pages.parts.shell.frame import done, frame, heading, showing
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.whole import whole

frame("Numbers")

PAGE = "numbers"
AT = "numbers_at"


def take(fields: Sent, now: datetime) -> datetime:
    """The moment that was asked for; a day without a time counts from its beginning. What is wrong goes to `fields`."""
    on = fields.day("at_day", "The day", "any") or now.date()
    return fields.time("at_time", "The time", on=on) or datetime.combine(on, time(), tzinfo=now.tzinfo)


def another_time() -> None:
    """Callback: show the moment that the fields name."""
    fields = Sent()
    at = take(fields, clock.now())
    if fields.wrong:
        set_errors(PAGE, fields.wrong)
        return
    clear_errors()
    sent(PAGE)
    st.session_state[AT] = at


def back_to_now() -> None:
    """Callback: show this moment again."""
    st.session_state.pop(AT, None)
    clear_errors()
    sent(PAGE)
    draft.renew()


def choose_moment() -> datetime | None:
    """Another moment than now, if somebody has asked for one."""
    at: datetime | None = st.session_state.get(AT)
    start = at or clock.now()
    if at:
        show(paragraph(strong(f"This is for {weekday_and_time(at)}. It is not for now."), class_="warn"))
        st.button("Show who answers now", on_click=whole(back_to_now))
    with st.expander("Who answers at another time", expanded=bool(errors())), \
            st.form("moment"):
        day("at_day", "On which day?", start.date(), kept=False)
        line("at_time", "At what time?", f"{start:%H:%M}", "On the 24-hour clock, such as 15:15, or 3.15pm", width=150)
        st.form_submit_button("Show who answers then", on_click=whole(another_time))
    return at


def show_area(area: AreaPack, at: datetime | None) -> None:
    """Who answers in an area, and all of its contacts."""
    packs, now = knowledge.packs(), clock.now()
    st.header(area.name, anchor=False)
    routes = front_door_now(area.id, packs, at or now)
    answering = (tag("li", route(one, packs, now) if at is None else answers_then(one, packs)) for one in routes)
    words = f"Now, {weekday_and_time(now)}" if at is None else f"On {weekday_and_time(at)}"
    show(tag("div", paragraph(strong(words)), tag("ol", *answering), class_="panel today" if at is None else "panel"))
    show(folded(f"Every contact of {area.name}: {len(area.contacts)}",
                *(one_contact(one, packs, area.id, at or now) for one in area.contacts)))


def holidays_unknown(at: datetime) -> None:
    """Say where the bank holidays of a day, or of the next working day, are not known yet."""
    holidays = knowledge.packs().national.holidays
    if find_next_acting(at, holidays) is None:
        on_the_day = at.year > holidays.known_until
        so = (f"hours may differ on {weekday_and_day(at)}" if on_the_day
              else "it may not be known who opens next and when")
        show(paragraph(f"Bank holidays after {holidays.known_until} are not known yet, so {so}.", class_="warn"))


def national(at: datetime) -> None:
    """The contacts for all England."""
    packs = knowledge.packs()
    st.header("All England", anchor=False)
    show(*(one_contact(one, packs, "", at) for one in packs.national.contacts))


begin()
showing(PAGE)
error_summary()
heading("Numbers")
guides()
show(paragraph("Each number says how far it can be trusted. One that looks misprinted is shown with a warning and is "
               "never a link. In danger now: 999."))
packs = knowledge.packs()
area_id = choice("area", "Area", area_options(packs), ALL)
at = choose_moment()
holidays_unknown(at or clock.now())
for area in packs.areas.values():
    if area_id in (ALL, area.id):
        show_area(area, at)
if area_id in (ALL, ENGLAND):
    national(at or clock.now())
done(PAGE)
