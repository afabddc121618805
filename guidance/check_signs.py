"""Signs that cannot wait: none is calmer than a talk today, and the first call is one that fits."""
from collections.abc import Iterator
from typing import Any

from guidance.check_uses import MISSING
from guidance.folder import Folder, Row
from guidance.models import Sign
from guidance.problems import Problem
from guidance.vocabulary import OUTCOMES, Outcome

CALMEST: Outcome = "consult_today"
"""The calmest outcome of a sign (design/2, Signs that cannot wait)."""


def sign_problems(folder: Folder[Any], national: Folder[Any]) -> Iterator[Problem]:
    """Signs whose outcome or first call cannot be meant."""
    known = [one for one in (folder, national) if "duties" in one.whole]
    duties = {row.item.id: row.item for one in known for row in one.rows["duties"] if row.item.first_call}
    for row in folder.rows.get("signs", ()):
        yield from _outcome(row)
        yield from _first_call(row, {duties[id_].first_call for id_ in row.item.duty if id_ in duties})


def _outcome(row: Row) -> Iterator[Problem]:
    if OUTCOMES.index(row.item.outcome) < OUTCOMES.index(CALMEST):
        says = f'A sign cannot wait, and "{row.item.outcome}" would let it wait.'
        instead = "Write call_999, refer_now or consult_today. What can wait is a row of indicators.csv."
        yield row.place.problem("sign_outcome", says, instead, ("outcome",))


def _first_call(row: Row, of_duties: set[Any]) -> Iterator[Problem]:
    """A named doctor gives advice and cannot act; the designated officer is for adults who work with children."""
    sign: Sign = row.item
    says = instead = ""
    if sign.first_call == "named_doctor" and sign.outcome != CALMEST:
        says = f"A named doctor gives advice, and this sign asks for {sign.outcome}."
        instead = f"Write who can act: 999, police, hospital or front_door; or {CALMEST} as its outcome."
    elif sign.first_call == "lado" and "lado" not in of_duties:
        says = "The designated officer (lado) is rung first only for an adult who works with children."
        instead = "Write front_door or police; or name in duty the one whose own first call is lado."
    elif sign.place_now == MISSING and sign.first_call != "police":
        says = "For a child whom nobody can find the police are rung first."
        instead = "Write police."
    if says:
        yield row.place.problem("first_call", says, instead, ("first_call",))
