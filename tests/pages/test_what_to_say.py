"""Whoever is given a number is given the words for the call, and they ask for no more than the outcome does."""
import html
import re
from functools import cache

from decision.assess import assess
from decision.case import Case
from decision.headline import ASKS_ADVICE
from decision.result import Decision
from decision.settled import open_doubts
from guidance.vocabulary import OUTCOMES
from pages.parts.result.fold_answers import what_to_say
from guidance.words import say
from pages.parts.result.doubt_headings import heading_of
from pages.parts.result.now_view import AROUND, now_section
from pages.parts.result.reasons_view import elsewhere, reasons
from pages.parts.result.result_folds import folds
from pages.parts.result.settle_view import doubts_section
from tests.decision.build import PACKS
from tests.decision.test_own_lead import worked

FOLD = 'id="fold-say"'
REFERS = re.compile(r"make a referral|want to refer|child is being harmed", re.IGNORECASE)
"""What a call is for that asks for more than advice."""
BUTTON = 'class="call"'
NO_TEAM = {"your_lead", *AROUND, "emergency", "police"}


def papers(decision: Decision) -> set[str]:
    """What is due to ring or write with."""
    return {one.ours for one in decision.documents}


@cache
def uncalled() -> tuple[tuple[str, Case, Decision], ...]:
    """Every second worked case of all packs, as before any call."""
    found = []
    for one in tuple(worked())[::2]:
        case = one.case.but(rung=(), call=Case(home_area=one.case.home_area).call)
        found.append((one.name, case, assess(case, PACKS.at(one.on), one.on)))
    return tuple(found)


def test_a_number_of_a_team_comes_with_the_words_for_it() -> None:
    """A call button that is not 999's or the police's stands with a fold of what to say; without one there is none."""
    seen = set()
    for name, case, decision in uncalled():
        page = now_section(case, decision, PACKS, decision.made_at)
        button = BUTTON in page and any((one.dial or one.web) and one.kind not in NO_TEAM for one in decision.routes)
        fold = FOLD in folds(case, decision, PACKS, (), decision.made_at)
        assert not button or (fold and decision.say), name
        assert not fold or BUTTON in page or decision.say_999 or "call_sheet" in papers(decision), name
        seen |= {decision.outcome} if button else set()
    assert seen == set(OUTCOMES)


def test_the_words_ask_for_no_more_than_the_outcome() -> None:
    """Where only advice, a talk or early help is asked for nobody says that they want to refer, or that a child is
    harmed; and what the call is for stands in the heading of the fold."""
    for name, case, decision in uncalled():
        if decision.outcome in ASKS_ADVICE and decision.say:
            assert not REFERS.search(" ".join(decision.say)), name
            assert what_to_say(case, decision, PACKS), name


def test_what_is_said_to_stand_further_up_stands_there() -> None:
    """A doubt that the fold of reasons points at stands before it, below the heading that is named; and no question
    without an answer is counted among what was weighed."""
    pointed = blanks = 0
    for name, case, decision in uncalled():
        why = html.unescape(str(reasons(case, decision, PACKS)))
        for item in decision.settle:
            heading = heading_of(item, case, decision)
            if item.id in {one.id for one in elsewhere(decision)[0]}:
                assert f"under “{heading}”" in why, name
                pointed += 1
                if item not in open_doubts(decision):
                    above = html.unescape(str(doubts_section(case, decision, PACKS)))
                    assert above.index(heading) < above.index(html.unescape(str(item.says))), name
        blanks += say("result.why.open") in why
        weighed = why.partition("that was weighed")[2] or why.partition("that were weighed")[2]
        assert not any(one.says in weighed for one in decision.reasons if one.kind == "blank"), name
    assert pointed > 10
    assert blanks > 10
