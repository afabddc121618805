"""Walks three journeys in Chromium and prints what each asks of somebody: `python -m tests.bench.bench_journeys`.

The journeys are those of docs/measure.md. What counts as a press, a control, a word and a screen: `walker.py`.
"""
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from guidance.words import say
from tests.bench.walker import Walk
from tests.browser.conftest import ARGUMENTS
from tests.browser.driving import SERVER, Visit, serve

Row = tuple[str, str, str]
FIRST = "[data-testid=stMainBlockContainer]"


def main() -> None:
    """Measure, and print the table."""
    with serve(SERVER) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        rows = [row for journey in (teacher, gp, health_visitor) for row in journey(browser, address)]
        browser.close()
    width = max(len(row[0]) for row in rows)
    print(f"{'what':{width}}  {'measured':>10}  target")
    for what, measured, target in rows:
        print(f"{what:{width}}  {measured:>10}  {target}")


def begin(browser: Browser, address: str, width: int, height: int) -> tuple[Walk, Visit]:
    """The first page, in a window of this size and a profile of its own."""
    visit = Visit(browser, browser.new_context(accept_downloads=True))
    walk = Walk(visit(address, width, height))
    walk.look()
    return walk, visit


def teacher(browser: Browser, address: str) -> list[Row]:
    """A child says that he was hit: to the number and what to say."""
    walk, _ = begin(browser, address, 320, 640)
    walk.press("Luton")
    walk.press(say("start.cannot_wait"))
    walk.press(say("signs.yes"))
    number = walk.page.locator(".ring-bar a").bounding_box()
    said = walk.page.get_by_text("I am worried about a child").first.is_visible()
    seen = bool(number and number["y"] + number["height"] <= 640 and said)
    return [("teacher, to the number and what to say: presses", str(walk.presses), "3"),
            ("    number in view at 320 x 640, and what to say", "yes" if seen else "no", "yes")]


def gp(browser: Browser, address: str) -> list[Row]:
    """A baby, neglect at level 2 to 3, the mother agrees: to the PDF of the assessment."""
    walk, _ = begin(browser, address, 1280, 800)
    walk.press("Luton")
    walk.press(say("start.think"))
    trace(walk)
    walk.press("No")
    walk.press(say("steps.continue"))
    trace(walk)
    walk.choose(say("steps.where.role"), "GP")
    walk.press(say("steps.continue"))
    trace(walk)
    walk.type(say("steps.children.age"), "5")
    walk.press(say("steps.children.age.months"))
    trace(walk)
    walk.press(say("steps.continue"))
    trace(walk)
    walk.press(say("signs.none"))
    trace(walk)
    walk.press(say("steps.skip"))
    trace(walk)
    walk.press("Home, food and money")
    walk.press("Not being looked after")
    walk.press(say("steps.continue"))
    trace(walk)
    return [("GP: presses", str(walk.presses), "25"), ("GP: controls met", str(walk.controls), "100"),
            ("GP: words seen", str(walk.words), "2,500")]


def trace(walk: Walk) -> None:
    """Where the walk is, for whoever mends it."""
    if "--trace" in sys.argv:
        print("  ", walk.page.locator("h1").first.inner_text(), walk.page.url, walk.presses, walk.controls, walk.words)
        print(re.sub(r"\s+", " ", walk.page.locator(FIRST).inner_text())[:700])


def health_visitor(browser: Browser, address: str) -> list[Row]:
    """Domestic abuse, unsafe to tell, on a telephone: to the PDF of the referral."""
    return []


if __name__ == "__main__":
    main()
