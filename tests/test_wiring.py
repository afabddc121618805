"""Nothing is in vain: what a case can hold is asked, what a decision says is shown, what a pack publishes is read.

What is asked is watched: every page is filled in with other answers, and what they change is noted. What is shown and
what is read is taken from the names in the code. An exception stands here with its reason, and goes when it is none.
"""
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from decision.case import Case, Child, EarlierCall
from decision.result import Decision
from exports.details import Details
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
from tests.pages.opening import open_page
from tests.pages.test_unchanged import NUMBERED, _section, _step, all_seen, answered, go_on, shown
from tests.wiring import Field, change, differing, fields_of, named_in

pytestmark = pytest.mark.long
PACKS = full.packs()
NOT_ASKED: dict[Field, str] = {
    ("Case", "format"): "the code writes it",
    ("Details", "format"): "the code writes it",
    ("Case", "earlier_answers"): "answers to what the guidance no longer has, kept in words (decision/fit.py)",
    ("Child", "status_note"): "only a file holds it, and papers print it: the page stays short",
    ("WhereNow", "note"): "only a file holds it, and papers print it: nothing may keep anybody on the first page",
    ("Case", "earlier_calls"): "the record of a call goes there when another one is written down (decision/calls.py)",
    **{("EarlierCall", name): "it was asked while it was the last one" for name in EarlierCall.model_fields},
    ("LogEntry", "when"): "only a file holds a moment; a page asks for its day and its time apart",
}
"""Fields of a case or of its details that no page asks for, each with the reason."""
NOT_SHOWN: dict[Field, str] = {
    ("Consent", "afterwards"): "for whoever reads the decision as data; `then` says it for each child",
    ("LevelMeaning", "needs_agreement"): "said in words by `agreement`",
    ("Step", "finds_due_date"): "by it a step is left out before anything is shown",
    ("Place", "highest_order"): "for whoever reads the decision as data; a raise in it is drawn as an arrow",
    ("AfterCall", "talked"): "by it papers and paths know that the talk was had, and say so in words of their own",
    ("Path", "led_by"): "said by `Place.led`, which is made from it and is drawn as an arrow with its reason",
    ("Mark", "printed_level"): "for whoever reads the decision as data; the gap about it says both levels in words",
}
"""Fields of a decision that no page shows and no paper prints, each with the reason."""
NOT_READ: dict[Field, str] = {
    ("Band", "timescale"): "held for the check of a pack and its comparison; no page shows it yet",
    ("NationalPack", "everyday"): "read through `spoken` of the national pack, for the search",
    ("NationalPack", "misprints"): "read by the check: no pack may offer such a number",
    ("NationalPack", "own_rules"): "read through `own_rule` of the national pack",
    ("NationalPack", "sign_groups"): "read in the order that the pack gives them, as sign_group",
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
WAITS = ORDINARY.but(own_view="refer_now")
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
    """What other answers in every field of a page beyond the questions change, once each of its buttons is pressed;
    on a page without one they count as they are given."""
    found = set[Field]()
    buttons = [one.label for one in open_page(name, case).button if one.label.startswith(("Save", "Use"))]
    for label in dict.fromkeys(buttons or [""]):
        screen = open_page(name, case)
        change(screen, turn)
        for _ in range(2):   # a day or time that is odd is asked about once
            if button := next((one for one in screen.button if one.label == label), None):
                button.click().run()
            elif not label:
                screen.run()
            assert not screen.exception, screen.exception
        state = screen.session_state
        found.update(differing(case, state["case"]))
        found.update(differing(Details(), state["details"] if "details" in state else Details()))
    return iter(found)


def asked() -> set[Field]:
    """Every field of a case and of its details that some page changes."""
    case, *rest = answered()
    everything, found = (case.but(rung=()), *rest), set[Field]()   # beside a call each answer is asked if it knew of it
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
    for name, case in (("rang", AT_3), ("result", TODAY), ("result", WAITS), ("result", DOUBT), ("documents", AT_3)):
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


def not_named(fields: set[Field], *layers: str) -> set[Field]:
    """The fields whose name no code of these layers reads. A name that several models have is read if it is of one."""
    names = named_in(*layers)
    return {(model, name) for model, name in fields if name not in names}


def test_every_word_of_a_decision_is_shown() -> None:
    """Each field of a decision has a name that a page or a paper reads, or is an exception with a reason."""
    held(not_named(fields_of(Decision), "pages", "exports"), NOT_SHOWN, "no page shows and no paper prints")


def test_every_fact_of_a_pack_is_read() -> None:
    """Each field of a pack has a name that is read beyond its loading, or is an exception with a reason."""
    held(not_named(fields_of(AreaPack, NationalPack), "pages", "exports", "decision"), NOT_READ, "nothing reads")


def test_a_field_that_nothing_reads_is_found() -> None:
    """A field that somebody adds to a decision or a pack, and forgets, is named."""
    class WiderDecision(Decision):
        forgotten_by_all: str = ""

    assert ("WiderDecision", "forgotten_by_all") in not_named(fields_of(WiderDecision), "pages", "exports")
