"""Nothing is in vain: what a case can hold is asked, what a decision says is shown, what a pack publishes is read.

It is watched and not read off the code: every page is filled in with other answers, and every page and paper is made
while each read of a field is noted. An exception stands here with its reason, and goes when it is none any more.
"""
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

import pytest

from decision.assess import assess, decide
from decision.case import Case, Child
from decision.hours import LONDON
from decision.known import read
from decision.result import Decision
from decision.worked import expand
from exports.calendar import calendar
from exports.details import Details
from exports.documents import DOCUMENTS
from exports.make import make
from exports.material import DocumentNotForNow
from guidance.packs import AreaPack, NationalPack
from guidance.vocabulary import Fact
from pages.parts.papers.held_back import SECTION
from pages.parts.papers.detail_sections import SECTIONS
from pages.parts.visit import knowledge
from pages.parts.visit.clock import TEST_TIME
from pages.parts.visit.draft import Progress
from pages.parts.wizard import signs
from tests.steps import LAST, STEPS
from tests.decision import build
from tests.formats import full
from tests.pages.asking import open_step
from tests.pages.opening import open_page
from tests.pages.test_unchanged import NUMBERED, _section, _step, all_seen, answered, go_on, shown
from tests.wiring import Field, change, differing, fields_of, named_in, reads

pytestmark = pytest.mark.long
PACKS = full.packs()
NOT_ASKED: dict[Field, str] = {
    ("Case", "format"): "the code writes it",
    ("Details", "format"): "the code writes it",
    ("Case", "earlier_answers"): "answers to what the guidance no longer has, kept in words (decision/fit.py)",
    ("Child", "status_note"): "only a file holds it, and papers print it: the page stays short",
    ("WhereNow", "note"): "only a file holds it, and papers print it: nothing may keep anybody on the first page",
    ("LogEntry", "when"): "only a file holds a moment; a page asks for its day and its time apart",
}
"""Fields of a case or of its details that no page asks for, each with the reason."""
NOT_SHOWN: dict[Field, str] = {
}
"""Fields of a decision that no page shows and no paper prints, each with the reason."""
NOT_READ: dict[Field, str] = {
}
"""Fields of a pack that nothing reads but its loading and its check, each with the reason."""
EVENING = "2026-11-26T20:30"
BY_TURN = ("children", "signs", "family")
"""Steps with a choice that hides another answer: they are filled in with one choice after another."""
TURNS = 4
AREA = PACKS.areas[full.AREA]
ORDINARY = Case(home_area=full.AREA)
AT_3 = ORDINARY.but(findings=[{"id": row.id} for row in AREA.indicators if row.level == "3"][:3])
TODAY = ORDINARY.but(own_view="refer_now", other_worry=True)
DOUBT = build.case(answers={next(row.id for row in AREA.indicators if row.found_in == "colleague" and row.level == "2"
                                 and row.kind == "need" and row.concern): "not_sure"})
MARK = next(sign.id for sign in PACKS.signs(full.AREA)
            if sign.topics and PACKS.national.topic[sign.topics[0]].where_on_body)
MARKED = ORDINARY.but(signs={MARK: {"answer": "yes"}})
EXPECTING = ORDINARY.but(children=(Child(label="A", not_born=True), Child(label="B", age_years=15)))


@pytest.fixture(autouse=True)
def _evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the front door has closed, when most is asked; the packs of today."""
    monkeypatch.setenv(TEST_TIME, EVENING)
    monkeypatch.setattr(knowledge, "packs", lambda: PACKS)


def held(left_over: set[Field], exceptions: dict[Field, str], what: str) -> None:
    """Whatever is left over is an exception with its reason, and every exception is still left over."""
    assert left_over <= set(exceptions), f"{what}: {sorted(left_over - set(exceptions))}"
    assert set(exceptions) <= left_over, f"no exceptions any more: {sorted(set(exceptions) - left_over)}"


def filled_in(page: Callable[..., None], name: str, number: int, answers: Any, turn: int = 1) -> Iterator[Field]:
    """What other answers in every field of one page change, once they are sent."""
    screen = shown(page, name, number, answers)
    change(screen, turn)
    for before, after in zip(answers[:2], go_on(screen)[:2], strict=True):
        yield from differing(before, after)


def left(name: str, case: Case, turn: int) -> Iterator[Field]:
    """What other answers in every field of a page beyond the questions change, once each of its buttons is pressed."""
    found = set[Field]()
    buttons = [one.label for one in open_page(name, case).button if one.label.startswith(("Save", "Use"))]
    for label in dict.fromkeys(buttons):
        screen = open_page(name, case)
        change(screen, turn)
        for _ in range(2):   # a day or time that is odd is asked about once
            if button := next((one for one in screen.button if one.label == label), None):
                button.click().run()
            assert not screen.exception, screen.exception
        state = screen.session_state
        found.update(differing(case, state["case"]))
        found.update(differing(Details(), state["details"] if "details" in state else Details()))
    return iter(found)


def asked() -> set[Field]:
    """Every field of a case and of its details that some page changes."""
    everything, found = answered(), set[Field]()
    nothing = (ORDINARY, Details(), all_seen(Progress(), PACKS))
    for step in (one for one in STEPS if one != LAST):
        for number in (1, 2) if step == "know" else NUMBERED.get(step, (0,)):
            for turn in range(1, TURNS + 1 if step in BY_TURN else 2):
                found.update(filled_in(_step, step, number, everything, turn))
    for case, step, number in ((EXPECTING, "family", 0), (MARKED, "signs", signs.DETAILS), *(
            (ORDINARY, step, 0) for step in ("who", "topics", "safety", "children"))):
        found.update(filled_in(_step, step, number, (case, *nothing[1:])))
    for section in (*(one.id for one in SECTIONS), SECTION):
        found.update(filled_in(_section, section, 1, everything))
        found.update(filled_in(_section, section, 1, nothing))
    for name, case in (("rang", AT_3), ("result", TODAY), ("result", DOUBT), ("documents", AT_3)):
        for turn in (1, 2):
            found.update(left(name, case, turn))
    return found


def test_every_answer_that_a_case_can_hold_is_asked() -> None:
    """Each field of a case and of its details is changed by some page, or is an exception with a reason."""
    every, found = fields_of(Case, Details), asked()
    held(every - found, NOT_ASKED, "no page asks for")


def test_a_field_that_no_page_asks_for_is_found() -> None:
    """A field that somebody adds to a model is not taken for asked, at the top or inside."""
    class Wider(Fact):
        new: str = ""

    class WiderCase(Case):
        wider: Wider = Wider()

    unasked = fields_of(WiderCase) - {(WiderCase.__name__, name) for _, name in fields_of(Case)} - fields_of(Case)
    assert unasked == {("WiderCase", "wider"), ("Wider", "new")}
    assert ("Wider", "new") in set(differing(WiderCase(), WiderCase(wider=Wider(new="Said"))))


def results() -> Iterator[tuple[Case, Decision]]:
    """Worked cases of every pack with their decisions, each of which has something in it that none before had, and one
    with everything.
    """
    had = set[Field]()
    for pack_id, pack in (("national", PACKS.national), *PACKS.areas.items()):
        for raw in pack.cases:
            worked = expand(raw, "" if pack_id == "national" else pack_id, PACKS)
            new = set(differing(None, decide(read(worked.case, PACKS), worked.on))) - had
            if new:
                had |= new
                yield worked.case, assess(worked.case, PACKS, worked.on)
    for case in (DOUBT, full.full_case(PACKS)):
        yield case, assess(case, PACKS, datetime.fromisoformat(EVENING).replace(tzinfo=LONDON))


PAGES = ("contacts", "look_up", "sources", "compare", "exploitation", "missing_education", "rang", "documents", "check")


FEW = 2
"""A name that so few models share is taken for read where the code has it; a commoner one is watched."""


def use_everything(made: list[tuple[Case, Decision]]) -> None:
    """Every paper and the calendar of some cases, the result of each, and every other page."""
    for case, decision in made:
        for document in DOCUMENTS:
            with suppress(DocumentNotForNow):
                make(document, case, Details(), decision, PACKS, decision.made_at)
        calendar(decision, "TEST", decision.made_at)
        open_page("result", case)
    for name in PAGES:
        open_page(name, full.full_case(PACKS))
    for step in STEPS:
        open_step(step, full.full_case(PACKS), all_seen(full.full_progress(PACKS), PACKS))


def test_every_word_of_a_decision_is_shown_and_every_fact_of_a_pack_is_read() -> None:
    """Each field of a decision is read by a page or paper, and each field of a pack by anything beyond its loading."""
    decided, published = fields_of(Decision), fields_of(AreaPack, NationalPack)
    made = list(results())
    show = frozenset(("pages", "exports", "app.py"))
    with reads((show, "decision/assess.py"), (show | {"decision"}, "")) as (shown_, read_):
        use_everything(made)
    rare = Counter(name for _, name in published)
    read_ |= {(model, name) for model, name in published if rare[name] <= FEW and name in named_in(*show, "decision")}
    held(decided - shown_, NOT_SHOWN, "no page shows and no paper prints")
    held(published - read_, NOT_READ, "nothing reads")
