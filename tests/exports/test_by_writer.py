"""What a pack says to the user is said on a paper as the writer says it, and instructions to the writer stay off it."""
import re

import pytest

from decision.assess import assess
from decision.case import Case, SignAnswer
from exports.details import Details
from exports.findings import by_writer
from exports.make import plain_text
from guidance.load import load_packs
from guidance.words import say
from tests.exports.samples import NOW

PACKS = load_packs()
WRONG = re.compile(r"\byou(?:r|rs)?\b|\bI (?:were|are)\b|\bI(?=[.,;:)]|$)|\b(?:advises?|for|leaves|of|by) I\b",
                   re.IGNORECASE)
"""What is no English of somebody who speaks of himself."""


def test_every_statement_that_speaks_to_the_user_can_be_said_by_the_writer() -> None:
    """Signs, indicators and circumstances of every pack."""
    said = {sign.says for area in ("", *PACKS.areas) for sign in PACKS.signs(area)}
    said |= {item.says for pack in PACKS.areas.values() for item in (*pack.indicators, *pack.factors)}
    spoken_to = [words for words in said if re.search(r"\byou(?:r|rs)?\b", words, re.IGNORECASE)]
    assert spoken_to
    assert [words for words in spoken_to if WRONG.search(by_writer(words))] == []


@pytest.mark.parametrize("area", PACKS.areas)
def test_the_reasons_on_a_referral_are_no_instructions(area: str) -> None:
    """What a sign tells the user to do is nothing that the reader of a referral could do: for every sign of an area."""
    for sign in PACKS.signs(area):
        case = Case(home_area=area, danger="no", signs={sign.id: SignAnswer(answer="yes")})
        paper = plain_text("referral", case, Details(), assess(case, PACKS, NOW), PACKS, NOW)
        reasons = " ".join(paper.split()).rpartition(say("papers.view.reasons"))[2]
        assert reasons, sign.id
        assert sign.then not in reasons, sign.id
