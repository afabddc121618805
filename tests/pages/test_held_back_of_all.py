"""While somebody of the family is held back, neither the result nor a paper sends anybody to the family as a whole."""
import html
import re
from collections.abc import Iterator
from functools import cache

import pytest

from decision.assess import assess
from decision.case import Case, FamilyMember, SourceOfHarm
from decision.lint_words import to_all
from decision.result import Decision
from exports.details import Details
from exports.documents import DOCUMENTS
from exports.make import DocumentNotForNow, plain_text
from pages.parts.result.result_folds import folds
from pages.parts.result.now_view import now_section
from pages.parts.result.settle_view import doubts_section
from pages.parts.result.then_view import then_section
from tests.pages.test_result_worked import packs, worked

pytestmark = pytest.mark.long
EACH = 8
"""Every so many of the worked cases has each of the families."""
MOTHER = FamilyMember(key="mother", relation="mother", role="parent", risk="no", harmed="yes")
FATHER = FamilyMember(key="father", relation="father", role="parent", risk="no")
STEPFATHER = FamilyMember(key="stepfather", relation="stepfather", risk="yes")
FAMILIES = ((MOTHER, STEPFATHER), (MOTHER.but(harmed="no"), FATHER, STEPFATHER), (MOTHER, FATHER))
OTHERS = ("young_person", "suspected")
"""Who is not of the family of whom a sentence speaks."""


@cache
def held_back() -> tuple[tuple[str, Case, Decision], ...]:
    """Worked cases of every pack in which somebody of the family is held back, as they are and with other families."""
    found = [one for one in worked() if _is_held(one[2])][::EACH]
    for name, case, decision in worked()[::EACH]:
        for family in FAMILIES:
            named = tuple(one.key for one in family if one.key == STEPFATHER.key)
            other = case.but(family=family, source_of_harm=SourceOfHarm(kinds=case.source_of_harm.kinds, members=named))
            found.append((name, other, assess(other, packs(), decision.made_at)))
    return tuple(one for one in found if _is_held(one[2]))


def _is_held(decision: Decision) -> bool:
    return any(one.state != "tell" for one in decision.telling if one.person not in OTHERS)


def _papers(case: Case, decision: Decision) -> Iterator[str]:
    """The text of each paper that can be made."""
    for id_ in DOCUMENTS:
        try:
            yield plain_text(id_, case, Details(), decision, packs(), decision.made_at)
        except DocumentNotForNow:
            continue


def _page(case: Case, decision: Decision) -> str:
    """All that the result says, folds included, a line each piece."""
    parts = (now_section(case, decision, packs(), decision.made_at), then_section(case, decision, packs()),
             doubts_section(case, decision, packs()), folds(case, decision, packs(), (), decision.made_at))
    return html.unescape(re.sub(r"<[^>]+>", "\n", "\n".join(parts)))


def test_nothing_sends_to_the_family_as_a_whole_while_somebody_is_held_back() -> None:
    """On the result and on every paper, for worked cases of every pack and with a family in which one is suspected, one
    is harmed too, and one may be told."""
    cases = held_back()
    assert len(cases) > 100
    wrong = {to_all(line) for _, case, decision in cases for text in (_page(case, decision), *_papers(case, decision))
             for line in text.split("\n")} - {""}
    assert wrong == set()
