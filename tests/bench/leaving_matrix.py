"""Leaves every page in every way, in a real Chromium, at once after a tick, a choice and a text, and prints a table.

`python -m tests.bench.leaving_matrix [PART OF A PAGE'S NAME …]`. A cell says what arrived in the tab's answers, beside
the same changes made slowly: `all`; `said` where the page that is shown says what is not read, and links to where it
then counts; `LOST` with what is missing. It takes about an hour; docs/measure.md.
"""
import json
import shutil
import sys
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import BrowserContext, Page, sync_playwright

from decision.case import Case, Child, Finding, SignAnswer
from exports.details import Details
from guidance.load import load_packs
from pages.parts.papers.detail_sections import SECTIONS
from pages.parts.visit import clock, draft
from pages.parts.visit.draft import Progress
from tests.browser.conftest import ARGUMENTS
from tests.browser.driving import SERVER, serve, settle
from tests.browser.test_journey_check import PAGES, answered
from tests.steps import STEPS

CHANGE = """async () => {
  const moment = () => new Promise(done => setTimeout(done, 0));   // a person's two clicks are never one task
  const main = document.querySelector('[data-testid="stMain"]');
  main.querySelectorAll('details').forEach(part => { part.open = true; });
  const seen = field => field.closest('label, div').getClientRects().length && !field.closest('[inert]');
  const ours = (of) => [...main.querySelectorAll('[class*="st-key-answers_"] ' + of)].filter(seen);
  const name = field =>
    field.closest('[class*="st-key-w_"]')?.className.match(/st-key-w_(\\S+)_[0-9a-f]{8}/)?.[1] ?? '';
  const changed = {};
  const box = ours('input[type=checkbox]').find(one => !/^(none|unsure|rest)-/.test(name(one)) && !one.checked);
  if (box) { box.click(); changed.tick = name(box); await moment(); }
  const radio = ours('input[type=radio]').find(one => !one.checked && !/^(works|basis)/.test(name(one)));
  if (radio) { radio.click(); changed.choice = name(radio); await moment(); }
  const texts = ours('textarea, input[type=text]').filter(
    one => one.role !== 'combobox' && !/-(day|month|year)$/.test(name(one)));
  const text = texts.find(one => one.tagName === 'TEXTAREA') ?? texts[0];
  if (text) {
    text.focus(); text.select();
    document.execCommand('insertText', false, /time|leaves|clock/.test(name(text)) ? '9:05'
      : /^age/.test(name(text)) ? '7' : /reference/.test(name(text)) ? 'ABC-7' : 'Seven words that nobody else typed');
    changed.text = name(text);
    await moment();
  }
  return changed;
}"""
SAID = ".panel.urgent a.within"
PATIENCE = 12
"""Looks at what has arrived, about half a second apart."""
WAYS = {
    "slowly": "",
    "menu": "document.querySelectorAll('.st-key-menu a')[4].click();",
    "to the result": "document.querySelectorAll('.st-key-menu a')[1].click();",
    "back": "history.back();",
    "back and on": "history.back(); setTimeout(() => history.forward(), 400);",
    "our Back": "[...document.querySelectorAll('[data-testid=stMain] button')]"
                ".find(one => one.innerText.trim() === 'Back')?.click() ?? history.back();",
    "a link": "(document.querySelector('[data-testid=stMain] .stPageLink a')"
              " ?? document.querySelectorAll('.st-key-menu a')[0]).click();",
    "address": "location.href = location.origin + '/result';",
    "refresh": "location.reload();",
    "hidden": "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true}));"
              "setTimeout(() => document.querySelector('#windscreen-cover button').click(), 300);",
}
"""Way → what the browser does in the same moment as the last change."""


@dataclass(frozen=True)
class Start:
    """A page to open: its address, and the answers that are kept in the tab."""

    address: str
    case: Case
    progress: Progress


def starts() -> dict[str, Start]:
    """Name → every page that has fields."""
    case, progress = answered()
    case = case.model_copy(update={"reference": "TEST"})
    progress = progress.model_copy(update={"seen": tuple(STEPS)})
    packs = load_packs()
    area = packs.areas[case.home_area]
    sign = next(sign for sign in packs.signs(area.id))
    doubt = case.model_copy(update={"signs": {sign.id: SignAnswer(answer="not_sure", why="do_not_understand")}})
    worry = Case(home_area=area.id, children=(Child(label="A", age_years=8),), other_worry=True,
                 other_worry_note="Something", reference="TEST")
    scaled = next((one for one in packs.areas.values() if one.rows_of_scale), area)
    told = case.model_copy(update={"findings": (*case.findings, Finding(id=area.indicators[0].id))})
    return {
        **{address: Start(f"check?step={address}", case, progress) for address in PAGES
           if address not in ("answers", "safety&n=2", "signs&n=3")},
        "start": Start("", case, progress),
        "signs&n=3": Start("check?step=signs&n=3", doubt, progress),
        "result, asked first": Start("result", worry, progress),
        "rang": Start("rang", told, progress),
        "documents": Start("documents", told, progress),
        "held back": Start("documents?section=held_back", worry, progress),
        **{f"details {section.id}": Start(f"documents?section={section.id}", told, progress) for section in SECTIONS},
        "missing education": Start("missing_education", told, progress),
        "indicator": Start("exploitation?n=1", Case(home_area=scaled.id, reference="TEST"), progress),
    }


def opened(context: BrowserContext, address: str, start: Start) -> Page:
    """A tab in which these answers are kept and another page was shown before."""
    page = context.new_page()
    page.goto(f"{address}/_stcore/health")
    text = draft.to_json(start.case, Details(), start.progress, clock.now())
    page.evaluate("text => sessionStorage.setItem('windscreen.draft', text)", text)
    page.goto(f"{address}/check?step=answers")
    settle(page)
    page.evaluate("to => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate', {state: {}})); }",
                  "/" + start.address)
    page.wait_for_timeout(300)
    return settle(page)


def kept(page: Page) -> dict[str, Any]:
    """The answers of a tab, without the moment at which they were saved."""
    found: dict[str, Any] = json.loads(page.evaluate("sessionStorage.getItem('windscreen.draft')") or "{}")
    found.pop("saved_at", None)
    return found


def leave(page: Page, way: str, wanted: dict[str, Any] | None = None) -> tuple[dict[str, str], dict[str, Any]]:
    """Change one field of each kind and go in the same moment; what was changed, and what the tab keeps then.

    Waits for what is `wanted`, because a busy machine is slow; what is lost stays lost.
    """
    changed: dict[str, str] = {}
    if way == "slowly":
        changed = page.evaluate(CHANGE)
        page.wait_for_timeout(300)
        page.evaluate("document.activeElement.blur()")
    else:   # not waited for: nobody answers from a page that has gone
        page.evaluate(f"() => {{ setTimeout(async () => {{ await ({CHANGE})(); {WAYS[way]} }}, 0); }}")
    page.wait_for_timeout(900)
    settle(page)
    for _ in range(PATIENCE):
        page.wait_for_timeout(300)
        settle(page)
        if wanted is None or not missing(wanted, kept(page)) or page.locator(SAID).count():
            break
    return changed, kept(page)


def missing(wanted: dict[str, Any], got: dict[str, Any]) -> list[str]:
    """The paths of answers that are not as they are after the same changes made slowly."""
    def paths(one: Any, other: Any, path: str = "") -> list[str]:
        if isinstance(one, dict) and isinstance(other, dict):
            return [found for key in sorted({*one, *other})
                    for found in paths(one.get(key), other.get(key), f"{path}.{key}")]
        return [] if one == other else [path.lstrip(".")]

    return paths(wanted, got)


def cell(context: BrowserContext, address: str, start: Start, way: str, wanted: dict[str, Any]) -> str:
    """What arrived when a page was left in one way."""
    page = opened(context, address, start)
    try:
        _, got = leave(page, way, wanted)
        lost = missing(wanted, got)
        if not lost:
            return "all"
        links = page.locator(SAID)
        if links.count():
            links.first.click()
            page.wait_for_timeout(500)
            settle(page)
            lost = missing(wanted, kept(page))
            return f"said, but LOST {lost}" if lost else "said"
        return f"LOST {lost}"
    finally:
        page.close()


def main() -> int:
    """Print the table; 1 where anything is lost."""
    chosen = {name: start for name, start in starts().items()
              if not sys.argv[1:] or any(part in name for part in sys.argv[1:])}
    wrong = 0
    with serve(SERVER) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        context = browser.new_context()
        print("| page | changed |", " | ".join(way for way in WAYS if way != "slowly"), "|")
        for name, start in chosen.items():
            page = opened(context, address, start)
            before = kept(page)
            changed, wanted = leave(page, "slowly")
            page.close()
            if wanted == before:
                print(f"| {name} | nothing changes slowly either: {changed} |", flush=True)
                continue
            cells = [cell(context, address, start, way, wanted) for way in WAYS if way != "slowly"]
            wrong += sum("LOST" in one for one in cells)
            print(f"| {name} | {', '.join(changed.values())} |", " | ".join(cells), "|", flush=True)
        browser.close()
    print(f"{wrong} lost")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
