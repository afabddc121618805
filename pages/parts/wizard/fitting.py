"""What fits the children's ages: a topic of which every statement is about another age is folded away, and named; the
line of whatever is folded away so says the reason first."""
from collections.abc import Iterable
from datetime import date

from decision.ages import may_have_signs, ruled_out, still_unborn
from decision.case import Case
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import apart
from pages.parts.asking.statements import circumstances, signs_about, worries

FEW = 8
"""Topics of a statement that is about each of them; one with more is about anything, and so of no age."""


def not_asked(what: Iterable[str], case: Case, today: date) -> str:
    """The line of what is folded away because it can be so of none of the children: the reason, then what it is."""
    unborn = bool(case.children) and all(still_unborn(child, today) for child in case.children)
    key = "_unborn" if unborn else "_ages" if len(case.children) > 1 else ""
    return say(f"fit.not_asked{key}", what=apart(what))


def out_of_age(case: Case, chosen: tuple[str, ...], packs: Packs, today: date) -> frozenset[str]:
    """The topics of which nothing can be so of any child: no statement about them, and no sign that is first of all.

    Never one that is `chosen`, nor one of which no statement of the area is first of all.
    """
    return frozenset(topic.id for topic in packs.national.topics if topic.id not in chosen
                     and _none_can_be(topic.id, case, packs, today))


def _none_can_be(topic: str, case: Case, packs: Packs, today: date) -> bool:
    area = packs.area(case.home_area)
    about = (row for row in (*worries(area), *circumstances(area)) if topic in row.topics and len(row.topics) <= FEW)
    signs = (sign for sign in signs_about(topic, packs, case.home_area) if sign.topics[0] == topic)
    mine = False
    for row in about:   # the first that can be so answers for the topic
        if not ruled_out(row, case.children, today):
            return False
        mine = mine or row.topics[0] == topic
    return mine and all(ruled_out(sign, may_have_signs(case), today) for sign in signs)
