"""Helpers for tests of pages: run a part on its own, and read what stands on the screen."""
import html
import re
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

_TAG = re.compile(r"<[^>]+>")
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


def part(function: Callable[..., None], *arguments: object) -> AppTest:
    """Run one part of a page with these arguments, and return the screen. Fails if the part raised."""
    screen = AppTest.from_function(_call, args=(function, arguments), default_timeout=20).run()
    assert not screen.exception, screen.exception
    return screen


def _call(function, arguments):  # type: ignore[no-untyped-def]  # its source runs alone, without our imports
    function(*arguments)


def source(screen: AppTest) -> str:
    """The HTML that the parts have put on the screen, without style sheets."""
    return _STYLE.sub("", "\n".join(block.proto.body for block in screen.get("html")))


def read(shown: str) -> str:
    """The words of some HTML, in one line."""
    return " ".join(html.unescape(_TAG.sub(" ", shown)).split())


def words(screen: AppTest) -> str:
    """Every word on the screen that a reader would see, in one line."""
    blocks = [html.unescape(_TAG.sub(" ", source(screen)))]
    for kind in ("title", "header", "subheader", "markdown", "text", "caption", "info", "warning", "error", "success"):
        blocks += [element.value for element in screen.get(kind)]
    blocks += [str(element.value) for element in screen.get("table")]
    return " ".join(" ".join(blocks).split())


def picture(screen: AppTest) -> tuple[str, str]:
    """The address of the first picture and its words; both empty where there is none."""
    found = re.search(r'<img [^>]*>', source(screen))
    if found is None:
        return "", ""
    given = dict(re.findall(r'(\w+)="([^"]*)"', found[0]))
    return given["src"], html.unescape(given["alt"])
