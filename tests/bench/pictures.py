"""Makes the two pictures of the README: `python -m tests.bench.pictures`. The case is a pack's own made-up example."""
import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from decision.worked import expand
from guidance.load import load_packs
from pages.parts.visit.clock import TEST_TIME
from pages.parts.visit.draft import Progress
from tests.browser.conftest import ARGUMENTS
from tests.browser.driving import ROOT, SERVER, Visit, serve
from tests.browser.keeping import with_case

NOW = "2026-11-19T14:10:00"
"""The moment at which the example is told: an afternoon, before the child leaves school."""
AREA = "central_bedfordshire"
PICTURES = {"result_desktop.png": (1280, 800), "result_phone.png": (390, 844)}
"""File in docs/ → the window, in pixels."""
COLOURS = 256
"""So many are enough for letters and levels, and keep a file small; those that are rare are kept too."""


def main() -> None:
    """Make both, and say how large they are."""
    with serve(SERVER, **{TEST_TIME: NOW}) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for name, window in PICTURES.items():
            file = ROOT / "docs" / name
            make(browser, address, window, file)
            print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1000} kB")
        browser.close()


def make(browser: Browser, address: str, window: tuple[int, int], file: Path) -> None:
    """The result of the example in a window of this size, as a small PNG."""
    packs = load_packs()
    case = expand(packs.areas[AREA].cases[0], AREA, packs).case.model_copy(update={"reference": "K7TM2Q"})
    page = with_case(Visit(browser, browser.new_context()), address, "result", case, Progress(), f"{NOW}+00:00")
    page.set_viewport_size({"width": window[0], "height": window[1]})
    page.wait_for_timeout(500)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main()
