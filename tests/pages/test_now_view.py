"""The first answer: six words, whom to ring, and nothing that is due at once only in a fold."""
import html
import re

import pytest

from decision.case import Case
from decision.result import Decision, Route
from guidance.load import load_packs
from guidance.vocabulary import OUTCOMES
from guidance.words import say
from pages.parts.result.now_view import now_section
from tests.pages.sample import BLANK, CITE, FULL, NOW, PACKS, RING

FOLDED = re.compile(r"<details.*?</details>", re.DOTALL)
LEAD = Route(kind="your_lead", name="Your safeguarding lead", source=CITE, before=NOW.replace(hour=15, minute=15),
             says=say("people.lead.consult_today", lead="safeguarding lead"))


def shown(decision: Decision) -> str:
    """The HTML of the section."""
    return str(now_section(Case(), decision, PACKS, NOW))


def in_sight(decision: Decision) -> str:
    """The same without what is folded away, its signs as one reads them."""
    return html.unescape(FOLDED.sub("", shown(decision)))


def test_every_outcome_has_a_name_of_at_most_six_words() -> None:
    """Somebody who reads one line knows what to do."""
    names = {id_: words.name for id_, words in load_packs().national.words.items()}
    assert set(names) == set(OUTCOMES)
    assert {name for name in names.values() if len(name.split()) > 6} == set()


@pytest.mark.parametrize("decision", [FULL, BLANK])
def test_there_is_one_call_button_at_most(decision: Decision) -> None:
    """One number is the biggest; the others are lines or stand in the fold."""
    assert shown(decision).count('class="call"') == bool(any(one.dial for one in decision.routes))


def test_the_lead_is_spoken_to_first_and_the_number_is_for_when_they_are_not_reached() -> None:
    """Who, by when, and the number that does not wait for them."""
    seen = in_sight(FULL.but(outcome="consult_today", routes=(LEAD, RING)))
    assert "Your safeguarding lead first, before the child leaves at 3:15pm." in seen
    assert seen.index("Not reached in minutes?") < seen.index("01632 960001")


def test_a_number_comes_before_whoever_is_told_as_well() -> None:
    """Beside a call that is made now the lead is one line under it."""
    lead = LEAD.but(says=say("people.lead.refer_now", lead="safeguarding lead"), before=None)
    seen = in_sight(FULL.but(routes=(RING, lead)))
    assert seen.index("01632 960001") < seen.index("Tell your safeguarding lead now")


def test_a_misprinted_number_is_said_in_one_line_beside_the_number_that_works() -> None:
    """The misprint is no link, and what else is to be said of it waits in the fold."""
    seen = in_sight(FULL)
    assert "The document prints 01632 96000111: do not ring that." in seen
    assert RING.warning
    assert RING.warning not in seen
    assert RING.warning in now_section(FULL, PACKS, NOW)
    assert 'href="tel:0163296000111"' not in seen


def test_a_blank_case_still_says_whom_to_talk_to() -> None:
    """With nothing answered there is somebody, and no hurry that nobody asked for."""
    seen = in_sight(BLANK)
    assert "Tell your lead first." in seen
    assert "do not wait" in seen
