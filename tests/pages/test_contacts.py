"""Numbers: who answers in each area now or at another moment, and every contact."""
import re

import pytest

from decision.case import Case
from guidance.vocabulary import ELSEWHERE
from guidance.load import load_packs
from guidance.packs import Packs
from guidance.words import say
from pages.parts.visit import knowledge
from tests.pages.asking import fill, press
from tests.pages.opening import open_page
from tests.pages.screen import source, words

pytestmark = pytest.mark.usefixtures("packs")


def at(day: str, month: str, year: str, time: str):  # type: ignore[no-untyped-def]
    """The page for another moment."""
    screen = fill(open_page("contacts"), at_day__day=day, at_day__month=month, at_day__year=year, at_time=time)
    return press(screen, "Show who answers then")


def test_it_opens_with_who_answers_now() -> None:
    """On a Monday morning the front door, with no question asked, and the national contacts below."""
    seen = words(open_page("contacts"))
    assert "Ring now: Testshire Front Door" in seen
    assert "Now, Monday 23 November 2026, 10am" in seen
    assert seen.index("Testshire Front Door") < seen.index("All England")


def test_where_no_pack_is_held_it_opens_on_the_council_that_knows_the_number() -> None:
    """No area that the child does not live in is named with a number to ring; each is one choice away."""
    screen = open_page("contacts", Case(home_area=ELSEWHERE))
    assert say("result.now.find") in words(screen)
    assert "Testshire Front Door" not in words(screen)
    area = next(box for box in screen.selectbox if box.label == say("reading.area"))
    assert "Ring now: Testshire Front Door" in words(area.set_value("testshire").run())


def test_another_moment_is_never_taken_for_now() -> None:
    """Out of hours the duty team answers; the page says for when that is, and nowhere to ring now."""
    seen = words(at("28", "11", "2026", "3:15"))
    assert "This is for Saturday 28 November 2026, 3:15am. It is not for now." in seen
    assert "Answers then: Testshire Duty Team" in seen
    assert "Ring now" not in seen


def test_one_press_leads_back_to_now() -> None:
    """The button shows this moment again, and so do the fields."""
    screen = press(at("28", "11", "2026", "3:15"), "Show who answers now")
    assert "Ring now: Testshire Front Door" in words(screen)
    assert next(box for box in screen.text_input if box.label == "Day").value == "23"


@pytest.mark.parametrize(("field", "value", "message"), [
    ("at_day-day", "31", "The day must be a real date"), ("at_time", "25:00", "Enter a time like 3.15pm or 15:15"),
])
def test_a_wrong_moment_is_said_and_now_stays(field: str, value: str, message: str) -> None:
    """The error names what to write, and what is shown is still for now."""
    screen = press(fill(open_page("contacts"), **{field: value}), "Show who answers then")
    assert "There is a problem" in words(screen)
    assert message in words(screen)
    assert "Ring now: Testshire Front Door" in words(screen)


def test_a_year_whose_holidays_are_not_known_is_said() -> None:
    """Nobody relies on hours that a bank holiday may change."""
    assert "are not known yet, so hours may differ" in words(at("25", "12", "2099", "10:00"))


def test_on_the_last_days_of_the_last_known_year_no_opening_is_named() -> None:
    """The front door is closed, and it is said that nobody knows which day is the next that it works on."""
    year = str(load_packs().national.holidays.known_until)
    seen = words(at("31", "12", year, "11:00"))
    assert f"Bank holidays after {year} are not known yet, so it may not be known who opens next and when" in seen
    assert "11am: closed. It is not known when it opens." in seen
    assert f"January {int(year) + 1}" not in seen


def test_a_suspect_number_is_never_a_link() -> None:
    """The misprinted number stands there with its warning only."""
    screen = open_page("contacts")
    assert "Do not dial it" in words(screen)
    assert "tel:0163296002\"" not in source(screen)


def test_the_address_chooses_an_area(packs: Packs) -> None:
    """A link can lead to one area's numbers, and then the national ones are left out."""
    assert "All England" not in [one.value for one in open_page("contacts", area="testshire").header]


def test_it_asks_for_the_area_first_and_keeps_every_number_within_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    """No area is guessed: each stands folded under its name, with all the numbers that a list of every area shows."""
    real = load_packs()
    monkeypatch.setattr(knowledge, "packs", lambda: real)
    screen = open_page("contacts")
    assert next(box for box in screen.selectbox if box.label == say("reading.area")).value == ""
    assert calls(outside_folds(source(screen))) == []
    assert set(calls(source(screen))) == set(calls(source(open_page("contacts", area="all"))))


def test_the_chosen_area_is_the_one_that_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the address or by the case, with its number in sight and no other area's."""
    real = load_packs()
    monkeypatch.setattr(knowledge, "packs", lambda: real)
    for screen in (open_page("contacts", area="luton"), open_page("contacts", Case(home_area="luton"))):
        shown = source(screen)
        assert calls(outside_folds(shown))
        assert "Telford" not in shown


def calls(shown: str) -> list[str]:
    """The numbers of a page that can be rung from it, but that of the strip."""
    return [number for number in re.findall(r'href="tel:([0-9+]+)"', shown) if number != "999"]


def outside_folds(shown: str) -> str:
    """A page without what is folded."""
    while "<details" in shown:
        shown = re.sub(r"<details(?:(?!<details).)*?</details>", "", shown, flags=re.DOTALL)
    return shown
