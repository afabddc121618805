"""Where four signs that cannot wait are so at once the result on a telephone is no longer than three screens."""
from datetime import datetime

import pytest
from playwright.sync_api import Page

from decision.assess import assess
from decision.case import Case, Child, Practitioner, SignAnswer
from decision.worked import expand
from exports.windscreen import raise_in_words
from exports.windscreen_around import arrows
from guidance.load import load_packs
from pages.parts.result.instructions import in_sight
from tests.browser.driving import SERVER, Visit, overflow, serve
from tests.browser.test_result_size import HEIGHT, MOMENTS, SCREENS, WIDTH, shown
from tests.decision.build import at

pytestmark = pytest.mark.long
PACKS = load_packs()
SHARED = [sign for sign in PACKS.national.signs if sign.outcome in ("refer_now", "call_999")]
FIRST_OF_ALL = ("999", "police", "hospital")


def sets_of_four() -> dict[str, tuple[str, ...]]:
    """Four signs by what they ask: those that ask for 999, a sign for each first call, those with the longest words,
    and told or shown harm, the neck, FGM and a missing child, which between them ask most duties."""
    by_999 = [sign.id for sign in SHARED if sign.outcome == "call_999"][:4]
    each = [next(sign.id for sign in SHARED if sign.first_call == call) for call in (*FIRST_OF_ALL, "front_door")]
    longest = [sign.id for sign in sorted(SHARED, key=lambda one: -len(one.then + one.says))][:4]
    duties = ["disclosure", "strangulation", "fgm_done", "missing_now"]
    return {"999": tuple(by_999), "each": tuple(each), "longest": tuple(longest), "duties": tuple(duties)}


def with_signs(area: str, ids: tuple[str, ...]) -> Case:
    """A case in which these signs are so and every other one is not."""
    so = {id_: SignAnswer(answer="yes", basis="seen") for id_ in ids}
    no = {sign.id: SignAnswer(answer="no") for sign in PACKS.signs(area)}
    return Case(home_area=area, reference="FOUR", danger="no", practitioner=Practitioner(role="teacher"),
                children=(Child(label="A", age_years=8),), signs={**no, **so})


def beside_a_raise(area: str, when: datetime) -> Case:
    """The same beside what an area's worked case with most statements among those with a raise has answered."""
    worked = [expand(raw, area, PACKS).case for raw in PACKS.areas[area].cases]
    most = max((one for one in worked if assess(one, PACKS, when).place.raised), key=lambda one: len(one.findings))
    return most.but(danger="no", signs=with_signs(area, sets_of_four()["longest"]).signs)


def names_that_are_hard_to_read(page: Page) -> list[str]:
    """The names of levels with letters under 12 pixels, or which reach beyond their band."""
    return list(page.locator(".bands .band-name").evaluate_all("""names => names.filter(name => {
        const words = document.createRange(), band = name.closest('li').getBoundingClientRect();
        words.selectNodeContents(name);
        const box = words.getBoundingClientRect();
        return parseFloat(getComputedStyle(name).fontSize) < 12 || box.right > band.right + 0.5
            || box.left < band.left || box.bottom > band.bottom + 0.5 || name.scrollWidth > name.clientWidth + 1;
    }).map(name => name.innerText)"""))


@pytest.mark.parametrize("area", [area for area, pack in PACKS.areas.items() if pack.levels])
def test_beside_a_raise_four_signs_are_three_screens_and_every_level_is_read(visit: Visit, area: str) -> None:
    """The levels in their row, with the arrow and below it its reason; on the smallest telephone, and so at 400 % of
    a desktop, two by two or in one row, never three and one. Alone each band has its arrow and reason."""
    when = at(MOMENTS["day"].replace("T", " "))
    crowd = beside_a_raise(area, when)
    decided = assess(crowd, PACKS, when)
    said, wrong = raise_in_words(decided.place, PACKS.areas[area]), []
    assert said
    with serve(SERVER, WINDSCREEN_NOW=MOMENTS["day"]) as url:
        page = visit(str(url), WIDTH, HEIGHT)
        for width in (WIDTH, 320):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            shown(page, str(url), crowd, MOMENTS["day"])
            tall = page.locator("[data-testid=stMain]").evaluate("main => main.scrollHeight")
            rows = page.locator(".bands li.band").evaluate_all(
                "bands => Object.values(Object.groupBy(bands, band => band.offsetTop)).map(row => row.length)")
            found = {"pixels": tall if width == WIDTH and tall > SCREENS * HEIGHT else 0, "sideways": overflow(page),
                     "names": names_that_are_hard_to_read(page), "rows": rows if len(set(rows)) > 1 else [],
                     "reason": said not in page.locator(".windscreen-says").inner_text(),
                     "arrow": page.locator(".band-arrow:visible").count() != len(arrows(decided.place,
                                                                                       PACKS.areas[area]))}
            shown(page, str(url), crowd.but(signs={}), MOMENTS["day"])
            found |= {"alone: names": names_that_are_hard_to_read(page), "alone: sideways": overflow(page)}
            wrong += [(width, what, how) for what, how in found.items() if how]
    assert wrong == []


@pytest.mark.parametrize("moment", ["day", "evening"])
def test_four_signs_at_once_are_no_longer_than_three_screens(visit: Visit, moment: str) -> None:
    """In every area, with 999 and the call in sight, every instruction that stands in the first answer in full, and
    around the levels every sign by name."""
    wrong, when = [], at(MOMENTS[moment].replace("T", " "))
    with serve(SERVER, WINDSCREEN_NOW=MOMENTS[moment]) as url:
        page = visit(str(url), WIDTH, HEIGHT)
        for area, pack in PACKS.areas.items():
            for name, ids in sets_of_four().items():
                case = with_signs(area, ids)
                shown(page, str(url), case, MOMENTS[moment])
                tall = page.locator("[data-testid=stMain]").evaluate("main => main.scrollHeight")
                seen = page.locator("#now").inner_text()
                said = in_sight(assess(case, PACKS, when), PACKS)
                rim = page.locator(".band-rim").inner_text().casefold() if pack.levels else ""
                shorts = [sign.short.casefold() for sign in PACKS.signs(area) if sign.id in ids]
                number = page.locator("#now .call a.number").first.bounding_box()
                found = {
                    "pixels": tall if tall > SCREENS * HEIGHT else 0, "sideways": overflow(page),
                    "no 999": not page.locator(".danger a[href='tel:999']").is_visible(),
                    "number too low": number is None or number["y"] + number["height"] > HEIGHT,
                    "instructions": [one.sign for one in said if one.then not in seen],
                    "rim": [short for short in shorts if short not in rim] if pack.levels else [],
                }
                wrong += [(area, name, what, how) for what, how in found.items() if how]
    assert wrong == []
