"""Numbers: who answers in the chosen area, now or at another moment, and every contact with how far to trust it."""
from datetime import datetime, time

import streamlit as st

from decision.after import team_rung
from decision.doors import front_door_now
from decision.hours import find_next_acting
from guidance.packs import AreaPack
from guidance.words import say
from guidance.words.forms import apart, capital, weekday_and_day, weekday_and_time
from pages.parts.asking.questions import Sent, clear_errors, day, error_summary, errors, line, set_errors
from pages.parts.asking.said import sent
from pages.parts.display.markup import Markup, join, paragraph, show, strong, tag
from pages.parts.display.pieces import card, fold, section
from pages.parts.reading.address import ALL, ENGLAND, begin, choice
from pages.parts.reading.contact_view import answering, one_contact
from pages.parts.reading.guides import open_areas
from pages.parts.shell.frame import done, frame, heading, showing
from pages.parts.shell.number_card import number_card
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.whole import whole
from pages.parts.wizard.where import area_options

frame(say("menu.numbers"))

PAGE = "numbers"
AT = "numbers_at"
FEW = 8
"""So many areas stand below one another, folded, where none is chosen; of more, one has to be."""


def take(fields: Sent, now: datetime) -> datetime:
    """The moment that was asked for; a day without a time counts from its beginning. What is wrong goes to `fields`."""
    on = fields.day("at_day", say("numbers.at.day_called"), "any") or now.date()
    return fields.time("at_time", say("numbers.at.time_called"), on=on) or datetime.combine(
        on, time(), tzinfo=now.tzinfo)


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


def not_now(at: datetime | None) -> None:
    """Say that what follows is for another moment, and lead back to this one."""
    if at:
        show(paragraph(strong(say("numbers.not_now", when=weekday_and_time(at))), class_="warn"))
        st.button(say("numbers.back_to_now"), on_click=whole(back_to_now))


def choose_moment(at: datetime | None) -> None:
    """The fields for another moment than now."""
    start = at or clock.now()
    with st.container(key="fold_moment"), st.expander(say("numbers.at.heading"), expanded=bool(errors())), \
            st.form("moment"):
        day("at_day", say("numbers.at.day"), start.date(), kept=False)
        line("at_time", say("numbers.at.time"), f"{start:%H:%M}", say("numbers.at.time_hint"), width=150)
        st.form_submit_button(say("numbers.at.show"), on_click=whole(another_time))


def of_area(area: AreaPack, at: datetime | None, folded: bool = False) -> Markup:
    """Who answers in an area, and all of its contacts; `folded` under its name where no area is chosen yet."""
    case, packs, now = draft.case(), knowledge.packs(), clock.now()
    rung = team_rung(case) and (case.area_now or case.home_area) == area.id and at is None
    first, *others = front_door_now(area.id, packs, at or now)
    words = say("numbers.now", when=weekday_and_time(now)) if at is None else say(
        "numbers.then", when=weekday_and_time(at))
    inside = (
        card(section(words, paragraph(say("result.after.rung_says")) if rung else "",
                     answering(first, packs, now, at, rung=rung))),
        fold(say("numbers.else"), apart(one.name for one in others),
             *(section("", answering(one, packs, now, at, small=True, rung=rung)) for one in others)),
        fold(say("numbers.every", area=area.name), apart(one.name for one in area.contacts),
             *(one_contact(one, packs, area.id, at or now) for one in area.contacts)),
    )
    return fold(area.name, capital(first.name), *inside) if folded else join(tag("h2", area.name), *inside)


def holidays_unknown(at: datetime) -> None:
    """Say where the bank holidays of a day, or of the next working day, are not known yet."""
    holidays = knowledge.packs().national.holidays
    if find_next_acting(at, holidays) is None:
        on_the_day = at.year > holidays.known_until
        show(paragraph(say("numbers.holidays.day", year=holidays.known_until, day=weekday_and_day(at)) if on_the_day
                       else say("numbers.holidays.next", year=holidays.known_until), class_="warn"))


def national(at: datetime, opened: bool) -> None:
    """The contacts for all England."""
    packs = knowledge.packs()
    contacts = packs.national.contacts
    show(fold(say("numbers.england"), say("numbers.england_says"),
              *(one_contact(one, packs, "", at) for one in contacts), opened=opened))


begin()
showing(PAGE)
error_summary()
heading(say("numbers.heading"))
packs = knowledge.packs()
home = draft.case().home_area
few = len(packs.areas) <= FEW
away = {home: area_options().get(home, home)} if home and home not in packs.areas else {}
area_id = choice("area", say("reading.area"), {**away, **open_areas(packs, every=few, none=True)}, home)
at: datetime | None = st.session_state.get(AT)
not_now(at)
holidays_unknown(at or clock.now())
if area_id in away:
    show(number_card(area_id, packs, at or clock.now()))
if area_id or few:
    show(*(of_area(area, at, folded=not area_id) for area in packs.areas.values() if area_id in ("", ALL, area.id)))
show(paragraph(say("numbers.trust")))
national(at or clock.now(), opened=area_id == ENGLAND)
choose_moment(at)
done(PAGE)
