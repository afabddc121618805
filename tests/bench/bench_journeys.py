"""Walks three journeys in Chromium and prints what each asks of somebody: `python -m tests.bench.bench_journeys`.

The journeys are those of docs/measure.md. What counts as a press, a control, a word and a screen: `walker.py`.
"""
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from decision.__main__ import read_case
from decision.case import Case
from guidance.load import load_packs
from guidance.packs import Packs
from guidance.words import say
from pages.parts.visit.clock import TEST_TIME
from pages.parts.visit.draft import Progress
from tests.bench.walker import Walk
from tests.browser.conftest import ARGUMENTS
from tests.browser.driving import ROOT, SERVER, Visit, serve, settle
from tests.browser.keeping import with_case
from tests.steps import STEPS

Row = tuple[str, str, str]
PHONE, DESKTOP = (360, 640), (1280, 800)
SMALLEST = (320, 640)
NOW = "2026-11-20T10:05:00"
"""A Friday morning, with every front door open; at night a result has one question more."""


def main() -> None:
    """Measure, and print the table."""
    with serve(SERVER, **{TEST_TIME: NOW}) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        rows = [row for journey in (teacher, gp, health_visitor, results, signs) for row in journey(browser, address)]
        browser.close()
    width = max(len(row[0]) for row in rows)
    print(f"{'what':{width}}  {'measured':>10}  target")
    for what, measured, target in rows:
        print(f"{what:{width}}  {measured:>10}  {target}")


def begin(browser: Browser, address: str, window: tuple[int, int]) -> Walk:
    """The first page, in a window of this size and a profile of its own."""
    visit = Visit(browser, browser.new_context(accept_downloads=True))
    walk = Walk(visit(address, *window))
    walk.look()
    return walk


def teacher(browser: Browser, address: str) -> Iterator[Row]:
    """A child says that he was hit: to the number and what to say."""
    walk = begin(browser, address, SMALLEST)
    walk.press("Luton")
    walk.press(say("start.cannot_wait"))
    walk.press(say("signs.yes"))
    number = walk.page.locator(".ring-bar a[href^='tel:']").bounding_box()
    bar, said = (walk.page.locator(one).first.bounding_box() for one in (".ring-bar", ".say"))
    in_view = bool(number and bar and said and number["y"] + number["height"] <= SMALLEST[1]
                   and said["y"] + said["height"] <= bar["y"])
    yield "teacher, a child was hit, to number and what to say: presses", str(walk.presses), "3"
    yield "  number and the whole of what to say in view at 320 x 640", "yes" if in_view else "no", "yes"


def gp(browser: Browser, address: str) -> Iterator[Row]:
    """A baby, neglect at level 2 to 3, the mother agrees: to the PDF of the assessment."""
    walk = begin(browser, address, DESKTOP)
    first_steps(walk, "Central Bedfordshire", "GP", "5 months")
    walk.press(say("signs.none"))
    walk.press("Home, food and money")
    walk.press("Not being looked after")
    walk.press(say("steps.continue"))
    walk.press("There are some concerns about the child's diet")
    walk.press("The child is under-stimulated")
    walk.press("I saw or heard it")
    walk.press(say("steps.continue"))
    walk.type(say("steps.family.relation"), "mother")
    walk.press("Agrees")
    walk.answer(say("steps.family.responsibility"), "Yes")
    walk.press(say("menu.result"), ".st-key-menu")
    walk.press("Make the")
    walk.stands_at("Early Help Assessment")
    walk.download()
    yield "GP, baby, neglect at level 2, mother agrees, to the assessment's PDF: presses", str(walk.presses), "25"
    yield "  controls met, a question counted once", str(walk.plainly), "100"
    yield "  controls met, the arrow and the cross of a list that opens counted beside it", str(walk.controls), ""
    yield "  and without Back, at the same place on each page of questions", str(walk.but_back), ""
    yield "  beside them in strip, menu and foot, the same on every page", str(walk.around), ""
    yield "  controls met, each choice counted", str(walk.choices), ""
    yield "  words seen", f"{walk.words:,}", "2,500"


def health_visitor(browser: Browser, address: str) -> Iterator[Row]:
    """Domestic abuse, unsafe to tell, on a telephone: to the PDF of the referral."""
    walk = begin(browser, address, PHONE)
    first_steps(walk, "Central Bedfordshire", "Health visitor", "5 months")
    walk.press(say("signs.none"))
    walk.press("Hurt or frightened")
    walk.press("Domestic abuse")
    walk.press(say("steps.continue"))
    walk.press("There is domestic abuse")
    walk.press("evidence that it affects")
    walk.press(say("steps.continue"))
    walk.press(say("steps.continue"))
    walk.type(say("steps.family.relation"), "mother")
    walk.answer(say("steps.family.harmed"), "Yes")
    walk.press(say("menu.name"), ".st-key-small_menu")
    walk.press(say("menu.result"), ".st-key-small_menu")
    walk.press("Make the referral")
    walk.stands_at("Referral to children's services")
    walk.download()
    yield "health visitor, 360 px, domestic abuse, to the referral's PDF: presses", str(walk.presses), "22"
    yield "  screens of 360 x 640", f"{walk.screens:.0f}", "30"


def first_steps(walk: Walk, area: str, role: str, age: str) -> None:
    """From the start to the signs: the area, no danger, the role, one child of this age."""
    walk.press(area)
    walk.press(say("start.think"))
    walk.answer(say("steps.safety.danger"), "No")
    walk.press(say("steps.continue"))
    walk.choose(say("steps.where.role"), role)
    walk.press(say("steps.continue"))
    walk.type(say("steps.children.age"), age)
    walk.press(say("steps.continue"))


def results(browser: Browser, address: str) -> Iterator[Row]:
    """The result of each example case on a telephone before anything is unfolded."""
    packs = load_packs()
    for area in packs.areas.values():
        visit = Visit(browser, browser.new_context())
        page = with_case(visit, address, "result", example(area.id, packs), Progress(seen=tuple(STEPS)), f"{NOW}+00:00")
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        tall = settle(page).evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        yield f"result of the example of {area.name} on a telephone: screens of 640", f"{tall / PHONE[1]:.1f}", "3"
        visit.close()


def example(area: str, packs: Packs) -> Case:
    """The example case of an area, as the command prints it."""
    with tempfile.TemporaryFile() as written:
        subprocess.run([sys.executable, "-m", "decision", "example", area], cwd=Path(ROOT), stdout=written, check=True)
        written.seek(0)
        return read_case(written.read(), packs)[0]


def signs(browser: Browser, address: str) -> Iterator[Row]:
    """What stands first on the page of signs."""
    walk = begin(browser, address, PHONE)
    walk.press("Luton")
    walk.press(say("start.cannot_wait"))
    groups = walk.page.get_by_role("radiogroup").filter(visible=True).count()
    ticks = walk.page.locator("label:has(input[type=checkbox])").filter(visible=True).count()
    yield "signs seen first: rows of a group, and boxes", f"{groups} and {ticks}", "8 and 0"


def trace(walk: Walk) -> None:
    """Where a walk is, for whoever mends one."""
    title = re.sub(r"\s+", " ", walk.page.locator("h1").first.inner_text())
    print(title, walk.presses, walk.controls, walk.choices, walk.words, f"{walk.screens:.1f}", file=sys.stderr)


if __name__ == "__main__":
    main()
