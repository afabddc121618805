"""A result says a thing once, where it is acted on: Now, Then, why, what the signs ask and the duties compared."""
import re
from collections.abc import Iterator

import pytest

from decision.after import COUNCIL
from decision.assess import assess
from decision.case import Case, SignAnswer
from decision.own_lead import OF_A_LEAD
from decision.result import Decision
from guidance.words import say
from pages.parts.result.instructions import instructions
from pages.parts.result.now_view import now_section
from pages.parts.result.result_folds import folds
from pages.parts.result.settle_view import doubts_section
from pages.parts.result.then_view import then_section
from tests.decision.build import FRIDAY
from tests.pages.test_folds_worked import FOLD, sentences
from tests.pages.test_result_worked import packs, whole_page, worked

pytestmark = pytest.mark.long
COMPARED = ("why", "duties")
"""The folds that say why and what is done, beside what stands in sight and behind it."""
PILL = re.compile(r'<span class="pill".*?</span>')
"""The state of each help, in one or two words such as that it needs agreement."""
OF_NUMBER = re.compile(
    r"misprint|^Opens |^Its hours |digit|^It cannot be right|^Check it before use|printed |^This number ")
"""What is said of a number stands with it wherever the number stands."""
OF_SOMEBODY = ("Do not wait for them before you ring.",)
"""What is said of each of two people who are told stands with each."""


def parts(case: Case, decision: Decision) -> Iterator[tuple[str, str]]:
    """Name and markup of all that is compared; what stands in sight of *Then* stands whole for each group of children.
    """
    at = decision.made_at
    for name, shown in (("now", now_section(case, decision, packs(), at)),
                        ("then", then_section(case, decision, packs()))):
        seen, _, behind = str(shown).partition("<details")
        yield name, seen
        yield f"behind {name}", f"<details{behind}" if behind else ""
    yield "doubts", doubts_section(case, decision, packs())
    found = FOLD.split(folds(case, decision, packs(), (), at))
    yield from ((name, body) for name, body in zip(found[1::2], found[2::2], strict=True) if name in COMPARED)


def said(case: Case, decision: Decision) -> dict[str, list[str]]:
    """Sentence → the parts in which it stands, as often as it does."""
    where: dict[str, list[str]] = {}
    for name, body in parts(case, decision):
        found = sentences(PILL.sub("", body))
        for one in (dict.fromkeys(found) if name == "then" else found):
            if not OF_NUMBER.search(one) and one not in OF_SOMEBODY:
                where.setdefault(one.casefold(), []).append(name)
    return where


def rung(case: Case) -> tuple[Case, Decision]:
    """The same case once the call was made, and its decision."""
    first = assess(case, packs(), FRIDAY).first_call or COUNCIL
    after = case.but(rung=(first,))
    return after, assess(after, packs(), FRIDAY)


def test_no_sentence_stands_twice_among_what_is_done_and_why() -> None:
    """In every worked case: headline, Now, Then, what stands behind them, reasons, what signs ask, duties."""
    wrong = [(name, one, where) for name, case, decision in worked()
             for one, where in said(case, decision).items() if len(where) > 1]
    assert wrong == [], wrong


def test_every_sign_is_answered_by_its_words_once_on_the_page() -> None:
    """In every worked case with signs, before the call and after it; and what it says stands before a fold where the
    first answer has room for it."""
    number = 0
    for name, case, decision in worked():
        for one in instructions(decision, packs()):
            number += 1
            assert times(one.then, case, decision) == 1, (name, one.sign)
    assert number


@pytest.mark.parametrize("area", ["", *packs().areas])
def test_every_sign_of_every_pack_alone_and_all_of_them_say_their_words_once(area: str) -> None:
    """Alone, suspected, and all of the area together, the words of each stand on the page once, and nowhere not."""
    signs = packs().signs(area)
    every = Case(home_area=area, signs={sign.id: SignAnswer(answer="yes") for sign in signs})
    together = assess(every, packs(), FRIDAY)
    for one in instructions(together, packs()):
        assert times(one.then, every, together) == 1, one.sign
    for sign in signs:
        alone = Case(home_area=area, signs={sign.id: SignAnswer(answer="not_sure", why="cannot_prove")})
        decision = assess(alone, packs(), FRIDAY)
        assert times(sign.then, alone, decision) == 1, sign.id
        assert times(sign.then, *rung(alone)) == 1, sign.id


def test_whoever_is_the_lead_reads_once_who_your_lead_is() -> None:
    """In every worked case, answered by a lead: the line stands once wherever a sentence of a pack names the reader's
    lead, and nowhere else; no sentence of ours on the page sends a lead to a lead."""
    found = 0
    for name, before, _ in worked()[::3]:
        case = before.but(practitioner=before.practitioner.but(lead="i_am_the_lead"))
        page = whole_page(case, assess(case, packs(), FRIDAY))
        line = say("own_lead.is_lead")
        named = OF_A_LEAD.search(page.replace(line, ""))
        assert page.count(line) == bool(named), name
        assert say("result.view.lead") not in page, name
        found += bool(named)
    assert found


def times(words: str, case: Case, decision: Decision) -> int:
    """How often a text stands on the page."""
    return whole_page(case, decision).count(words)
