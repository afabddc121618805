"""Somebody who walks through the app in Chromium and counts: presses, controls met, words seen, screens of a telephone.

What counts: `press` is a click or a tap; typing is none. A control is what can be operated and is in sight when a page
is shown or something on it is opened, each once a page. A question with choices of which one is chosen is one control;
`choices` counts each of its choices. The strip, the header and the foot, which are the same on all pages, are left out,
and so are their words; `around` counts them, once. A word counts when its line is first seen on a page. A screen is the
height of the window; a page is as long as it was at its longest.

A fold is one control, open or closed: its arrow is drawn with a word that nobody sees, which is no part of its name. A
list that opens counts as its field and its arrow, and once something is chosen as the cross that clears it; `plainly`
counts it as the one thing that it is.
"""
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page

from guidance.words import say
from tests.browser.driving import settle

PATIENCE = 10_000
"""Milliseconds to wait for something to press."""
STAYS = 600
"""Milliseconds in which nothing changes any more."""
_ARROW = re.compile(r"keyboard_arrow_\w+\s*")
"""How the arrow of a fold is named, which points elsewhere once it is open."""
_LOOK = """() => {
  const main = document.querySelector('[data-testid=stMainBlockContainer]');
  const outside = '.st-key-strip, .st-key-header, .st-key-menu, .st-key-foot, .ring-bar';
  const every = (place, what) => [...place.querySelectorAll(what), ...[...place.querySelectorAll('*')]
    .filter(one => one.shadowRoot).flatMap(one => every(one.shadowRoot, what))];
  const seen = one => one.checkVisibility({checkVisibilityCSS: true}) && !one.closest(outside)
    && !one.getRootNode().host?.closest(outside);
  const shown = one => one.closest('label') || one;
  const controls = every(main, 'a[href], button, input, textarea, select, summary, [role=combobox], [role=button]')
    .filter(one => seen(shown(one)))
    .map(one => [one.tagName, one.type || '', one.type === 'radio' ? one.name : '',
                 (shown(one).innerText || one.getAttribute('aria-label') || '').trim()].join('|'));
  const lines = [];
  const walk = node => { for (const child of node.children) { if (child.matches(outside)) continue;
    if (!child.checkVisibility()) continue;
    const own = [...child.childNodes].some(one => one.nodeType === 3 && one.textContent.trim());
    if (own) lines.push(child.innerText); else walk(child); } };
  walk(main);
  const scroller = document.querySelector('[data-testid=stMain]');
  const heading = document.querySelector('h1');
  const around = [...document.querySelectorAll(outside.split(', ').map(one => `${one} a[href], ${one} button, ` +
      `${one} summary`).join(', '))].filter(one => one.checkVisibility({checkVisibilityCSS: true})).length;
  return {controls, lines, around, height: scroller.scrollHeight, heading: heading ? heading.innerText : '',
          at: location.pathname + location.search};
}"""


@dataclass
class Walk:
    """One journey on one page."""

    page: Page
    presses: int = 0
    met: dict[tuple[str, str], int] = field(default_factory=dict)
    lines: set[tuple[str, str]] = field(default_factory=set)
    heights: dict[str, int] = field(default_factory=dict)
    around: int = 0

    def look(self) -> None:
        """Take in what is shown now, once it has stayed the same for a moment: a press may be slow to be answered."""
        before, found = None, settle(self.page).evaluate(_LOOK)
        while found != before:
            self.page.wait_for_timeout(STAYS)
            before, found = found, settle(self.page).evaluate(_LOOK)
        where = str(found["heading"])
        for control, many in Counter(_ARROW.sub("", control) for control in found["controls"]).items():
            self.met[where, control] = max(self.met.get((where, control), 0), many)
        self.lines |= {(where, line) for text in found["lines"] for line in str(text).splitlines() if line.strip()}
        self.around = max(self.around, int(found["around"]))
        self.heights[where] = max(self.heights.get(where, 0), int(found["height"]))

    def press(self, words: str, within: str = "", which: int = 0) -> None:
        """Press what is called so: a button, a link, a choice, a tick or a fold. Fails where nothing is."""
        place: Page | Locator = self.page.locator(within).first if within else self.page.locator(
            "[data-testid=stMainBlockContainer]")
        name = re.compile(rf"^\s*(keyboard_arrow_\w+\s*)?{re.escape(words)}", re.IGNORECASE)
        found = place.locator("button, a[href], label, summary").filter(has_text=name, visible=True).nth(which)
        found.click(timeout=PATIENCE)
        self.presses += 1
        self.look()

    def stands_at(self, heading: str) -> None:
        """Fail where another page is shown."""
        shown = self.page.locator("h1").first.inner_text()
        if shown != heading:
            raise ValueError(f"instead of {heading} stands {shown}")

    def answer(self, question: str, answer: str) -> None:
        """Choose one of the answers that stand beside each other under a question."""
        group = self.page.get_by_role("radiogroup", name=re.compile(rf"^{re.escape(question)}")).first
        group.locator("label").filter(has_text=re.compile(rf"^\s*{re.escape(answer)}")).first.click(timeout=PATIENCE)
        self.presses += 1
        self.look()

    def download(self) -> None:
        """Press the button that hands over the paper, and wait for the file. Fails where it is no PDF."""
        button = self.page.get_by_role("button", name=say("documents.download")).or_(
            self.page.get_by_role("link", name=say("documents.download"))).first
        with self.page.expect_download(timeout=60_000) as waiting:
            button.click(timeout=PATIENCE)
        self.presses += 1
        if not Path(waiting.value.path()).read_bytes().startswith(b"%PDF"):
            raise ValueError("what came is no PDF")

    def choose(self, question: str, answer: str) -> None:
        """Choose from a list that opens: two presses."""
        self.page.get_by_label(question).first.click()
        self.page.get_by_role("option", name=re.compile(rf"^{re.escape(answer)}", re.IGNORECASE)).first.click()
        self.presses += 2
        self.look()

    def type(self, question: str, text: str) -> None:
        """Write into a field; no press."""
        self.page.get_by_label(re.compile(rf"^{re.escape(question)}")).first.fill(text)
        self.page.keyboard.press("Tab")
        self.look()

    @property
    def choices(self) -> int:
        """How many controls were met, every choice of a question counted."""
        return sum(self.met.values())

    @property
    def controls(self) -> int:
        """How many controls were met, a question with choices counted once."""
        questions = {(where, control.split("|")[2]) for where, control in self.met if control.startswith("INPUT|radio")}
        return len(questions) + sum(many for (_, control), many in self.met.items()
                                    if not control.startswith("INPUT|radio"))

    @property
    def plainly(self) -> int:
        """The same, a list that opens counted as one."""
        part_of_a_list = {("button", "Open"), ("button", "Clear value")}
        lists = sum(many for (_, control), many in self.met.items()
                    if (control.split("|")[1], control.split("|")[3]) in part_of_a_list)
        return self.controls - lists

    @property
    def but_back(self) -> int:
        """The same without Back, which stands at one place above the heading of each page of questions."""
        return self.plainly - sum(many for (_, control), many in self.met.items()
                                  if control == f"BUTTON|submit||{say('steps.back')}")

    @property
    def words(self) -> int:
        """How many words were seen."""
        return sum(len(line.split()) for _, line in self.lines)

    @property
    def screens(self) -> float:
        """How many screens of this window the pages were long, together."""
        height = self.page.viewport_size["height"] if self.page.viewport_size else 1
        return sum(one / height for one in self.heights.values())
