"""Signs that cannot wait: none is calmer than a talk today, the first call is one that fits, and each has its place.

The place is a national group and a few words in the line of it: one "No" answers all that the line names.
"""
from collections.abc import Iterator
from typing import Any

from guidance.check_uses import MISSING
from guidance.folder import Folder, Row
from guidance.formats import GROUPED
from guidance.models import Sign
from guidance.problems import Problem, choose
from guidance.vocabulary import OUTCOMES, Outcome

CALMEST: Outcome = "consult_today"
"""The calmest outcome of a sign (design/2, Signs that cannot wait)."""
FEW = 5
"""The most words of a sign in the line of its group."""


def sign_problems(folder: Folder[Any], national: Folder[Any]) -> Iterator[Problem]:
    """Signs whose outcome or first call cannot be meant, and signs that no group names."""
    known = [one for one in (folder, national) if "duties" in one.whole]
    duties = {row.item.id: row.item for one in known for row in one.rows["duties"] if row.item.first_call}
    for row in folder.rows.get("signs", ()):
        yield from _outcome(row)
        yield from _first_call(row, {duties[id_].first_call for id_ in row.item.duty if id_ in duties})
    if folder.number >= GROUPED and "sign_groups" in national.whole:
        everywhere = () if folder is national else national.rows.get("signs", ())
        said = {_said(row) for row in everywhere}
        for row in folder.rows.get("signs", ()):
            yield from _in_group(row, [one.item.id for one in national.rows["sign_groups"]])
            if row.item.in_short and _said(row) in said:
                yield row.place.problem("in_short", f'Another sign of this group is "{row.item.in_short}" too.',
                                        "Write other words in one of them.", ("in_short",))
            said.add(_said(row))


def _said(row: Row) -> tuple[str, str]:
    return row.item.group, row.item.in_short.casefold()


def _in_group(row: Row, groups: list[str]) -> Iterator[Problem]:
    """One of the national groups, and one to five words without a comma, which parts the signs of a line."""
    if row.item.group not in groups:
        yield row.place.problem("sign_group", f'There is no group of signs "{row.item.group}".',
                                choose(row.item.group, groups, "national/national.yaml"), ("group",))
    if not 1 <= len(row.item.in_short.split()) <= FEW or "," in row.item.in_short:
        says = "Nothing names this sign in the line of its group." if not row.item.in_short else (
            f'The sign is "{row.item.in_short}" in the line of its group: more than {FEW} words, or with a comma.')
        yield row.place.problem(
            "in_short", says, "Write one to five plain words without a comma, such as locked in. They say no less than "
            "the sign, since one No in that line answers it.", ("in_short",))


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
