"""The front page: the area, the number there at this moment, and the ways in."""
import pytest
from streamlit.testing.v1 import AppTest

from decision import doors
from decision.case import Case, Finding
from guidance.vocabulary import ELSEWHERE
from guidance.load import load_packs
from guidance.packs import Packs
from guidance.words import say
from pages.parts.visit import knowledge
from pages.parts.visit.clock import TEST_TIME
from pages.parts.visit.draft import Progress
from tests.pages.asking import AREA, HOME, case_of, checked, field, has_field, open_app, press, words
from tests.pages.screen import source
from tests.pages.two_areas import with_neighbours

pytestmark = pytest.mark.usefixtures("packs")
ROW = "TST-2-HUNGRY-01"


def many(packs: Packs, number: int = 150) -> Packs:
    """So many areas: the made-up one under other names, and their front doors with it."""
    one = packs.areas[AREA]
    areas = {f"area_{count}": one.but(id=f"area_{count}", name=f"Council {count}") for count in range(1, number)}
    return Packs(national=packs.national, areas={AREA: one, **areas})


def area_links(screen: AppTest) -> list[str]:
    """Where the buttons of the page lead, with what stands after the question mark."""
    return [link.proto.label for link in screen.get("page_link")]


def test_no_area_is_chosen_beforehand_and_no_number_shown() -> None:
    """Before an area is chosen there is no number but 999, and both ways in are there."""
    screen = open_app(Case())
    assert field(screen, "home_area").value is None
    assert "01632" not in words(screen)
    assert {"Something that cannot wait", "Think it through (about ten minutes)"} <= set(area_links(screen))


def test_the_number_that_is_open_now_takes_the_place_of_the_list() -> None:
    """On a Monday morning the front door, with no other question asked; the list and what the page is are gone."""
    screen = open_app(Case())
    field(screen, "home_area").set_value(AREA)
    screen = checked(screen.run())
    shown = words(screen)
    assert "Testshire Front Door open until 5:20pm" in shown
    assert 'href="tel:01632960001"' in source(screen)
    assert not has_field(screen, "home_area")
    assert "never replaces your judgement" not in shown
    assert case_of(screen).home_area == AREA


def test_what_else_there_is_to_know_of_the_number_is_folded() -> None:
    """Where the number comes from, and who is rung if nobody answers, stand behind one line that says what it
    holds, and how far the number is to be trusted."""
    card = source(open_app(HOME)).split('class="number-card"')[1]
    assert card.count('<details class="fold"') == 1
    first = card.split("<details")[0]
    assert first.count("tel:") == 1
    assert "Source:" not in first


def test_out_of_hours_it_is_another_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a Saturday night the duty team stands first and the front door only with its next opening."""
    monkeypatch.setenv(TEST_TIME, "2026-11-21T23:00")
    shown = words(open_app(HOME))
    assert shown.index("Duty Team") < shown.index("Front Door opens Monday")
    assert "open until" in shown.split("Duty Team")[1][:20]


def test_another_area_is_one_press_away_and_the_same_one_too() -> None:
    """Change brings the list back with the area marked; keeping it, or choosing another one, brings the number."""
    screen = press(open_app(HOME), "Change")
    assert field(screen, "home_area").value == AREA
    kept = press(screen, "Keep Testshire")
    assert "Testshire Front Door" in words(kept)
    screen = press(kept, "Change")
    field(screen, "home_area").set_value(ELSEWHERE)
    screen = checked(screen.run())
    assert case_of(screen).home_area == ELSEWHERE
    assert not has_field(screen, "home_area")
    assert say("ring.find_council") in words(screen)


def test_what_was_answered_stays_when_the_area_is_changed(packs: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    """The statements of the old area stay as notes, which the card says; back in the old area they count again."""
    monkeypatch.setattr(knowledge, "packs", lambda: with_neighbours(packs))
    row = packs.areas[AREA].indicators[0].id
    screen = press(open_app(HOME.but(findings=(Finding(id=row),))), "Change")
    field(screen, "home_area").set_value("otherton")
    screen = checked(screen.run())
    assert "What you answered for Testshire is kept as notes" in words(screen)
    assert case_of(screen).other_worry
    screen = press(screen, "Change")
    field(screen, "home_area").set_value(AREA)
    screen = checked(screen.run())
    assert [item.id for item in case_of(screen).findings] == [row]
    assert "kept as notes" not in words(screen)


def test_elsewhere_is_an_answer() -> None:
    """Somebody without a pack is told what holds everywhere and who knows the number; nothing is borrowed from another
    area, and the link tells the other side nothing."""
    screen = open_app(HOME.but(home_area=ELSEWHERE))
    shown = words(screen)
    assert "101" in shown
    assert "01632960001" not in shown
    assert "Helpline for adults 01632 960099" in shown
    link = next(part for part in source(screen).split("<a ") if part.startswith('href="https://council.example/find"'))
    assert 'rel="noreferrer"' in link
    assert "Source: " in shown.split("GOV.UK")[-1]


def test_the_shipped_pack_knows_the_page_that_leads_to_any_council() -> None:
    """There is exactly one such page, with its source, and exactly one adviser with a number."""
    contacts = load_packs().national.contacts
    finder = [one for one in contacts if doors.FINDER in one.purpose]
    assert [page.at for one in finder for page in one.web] == ["https://www.gov.uk/report-child-abuse-to-local-council"]
    assert len([one for one in contacts if doors.ADVICE in one.purpose and one.dial()]) == 1


@pytest.mark.parametrize("area", load_packs().areas)
def test_every_area_has_a_number_by_day_and_by_night(area: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One big number for each shipped area, never one that is known to be wrong, and a misprint is named."""
    real = load_packs()
    monkeypatch.setattr(knowledge, "packs", lambda: real)
    for moment in ("2026-11-23T10:00", "2026-11-21T23:00"):
        monkeypatch.setenv(TEST_TIME, moment)
        card = source(open_app(HOME.but(home_area=area))).split('data-say="number"')[1].split("</details>")[0]
        dialled = card.split('href="tel:')[1].split('"')[0]
        suspects = {number.printed.replace(" ", "") for one in real.areas[area].contacts for number in one.suspects()}
        assert dialled not in suspects


def test_many_areas_are_found_by_typing(packs: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    """With 150 areas nobody scrolls through a list; none is chosen beforehand, and "somewhere else" is there."""
    monkeypatch.setattr(knowledge, "packs", lambda: many(packs))
    screen = open_app(Case())
    assert not screen.radio
    picker = screen.selectbox[0]
    assert picker.value is None
    assert len(picker.options) == 151
    assert "Somewhere else, or I am not sure" in picker.options
    picker.set_value("area_149")
    screen = checked(screen.run())
    assert case_of(screen).home_area == "area_149"
    assert "Council 149" in words(screen)
    assert "Testshire Front Door" in words(screen)


def test_one_can_carry_on_where_one_was() -> None:
    """With answers in the tab the next open step is named in the button that leads there."""
    assert "Carry on: About the children" in area_links(open_app(HOME, Progress(seen=("safety", "where", "who"))))
    assert not [label for label in area_links(open_app(HOME)) if "Carry on" in label]
