"""The formats that a case, its details, a case file and the browser's draft have had, and each step from old to new.

Pure: dict in, dict out, nothing changed in place. A step names every key that it moves, renames or rewrites, and passes
on the others as they are; what the model of today then does not know is refused with the name of its field. So an
answer is carried over, moved in sight or refused aloud, and never dropped. A question that an older format did not
have is left out, which the model reads as not asked. How to change a format: docs/change_a_format.md.
"""
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from guidance.words import say

Json = dict[str, Any]
Step = Callable[[Json], Json]

CASE, DETAILS, CASE_FILE, DRAFT = "windscreen-case", "windscreen-details", "windscreen-case-file", "windscreen-draft"


class FormatProblem(ValueError):
    """Something that cannot be brought to the formats of today. What is said repeats nothing of it.

    `says` goes on from "it cannot be read:". `newer`: it was written by a later version of this app, so it may be
    whole and is only not for us to read.
    """

    def __init__(self, says: str, newer: bool = False) -> None:
        super().__init__(says)
        self.says, self.newer = says, newer


def current(kind: str) -> str:
    """The format of this kind that the app writes, such as "windscreen-case/6"."""
    return f"{kind}/{len(STEPS[kind]) + 1}"


def raised(kind: str, data: Json) -> Json:
    """The same answers in the format of today, with everything inside it too.

    `data` without a `format` is taken as of today: it was written by hand. Raises FormatProblem.
    """
    number = _number(kind, data.get("format", current(kind)))
    for step in STEPS[kind][number - 1:]:
        data = step(data)
    return _INSIDE[kind]({**data, "format": current(kind)})


def _number(kind: str, given: object) -> int:
    """Which format of its kind this is, from 1 to the one of today."""
    found = re.fullmatch(rf"{kind}/([1-9][0-9]{{0,5}})", given) if isinstance(given, str) else None
    if not found:
        raise FormatProblem(say("input.other_format", format=current(kind)))
    number = int(found[1])
    if number > len(STEPS[kind]) + 1:
        raise FormatProblem(say("input.newer_format", format=current(kind)), newer=True)
    return number


def _case_1_to_2(case: Json) -> Json:
    """New questions only: body places, who is ruled out, a carer's role, an earlier referral, who sees the child,
    whether harm could come before somebody next acts, what is held back. None of them has been asked."""
    return case


def _case_2_to_3(case: Json) -> Json:
    """A new question: why the user is not sure about a statement of harm. It has not been asked.

    And a new list, of the calls that were made: one that is on record, and that somebody answered, was to a council.
    """
    call, events = (part if isinstance(part := case.get(name), dict) else {} for name in ("call", "events"))
    made = call.get("outcome") != "no_answer" and (call.get("outcome") or events.get("call_made"))
    return {"rung": ["front_door"], **case} if made else case


def _case_3_to_4(case: Json) -> Json:
    """A new question: until when the child was said to be safe. A yes that does not say takes no number away."""
    return case


def _case_4_to_5(case: Json) -> Json:
    """New answers only: a No or a Yes to a whole group of signs, and whether somebody in the family is harmed too.

    Groups of which the user was not sure have other names today; each is kept as it is and stays a doubt.
    """
    return case


def _case_5_to_6(case: Json) -> Json:
    """A new answer only: that one of several statements which say nearly the same is so. Until then each of them was
    not sure, which it stays: nobody has said more."""
    return case


def _case_6_to_7(case: Json) -> Json:
    """A new list: the calls that were written down before the last. The one on record stood for the call of the result
    that was made, where that was one alone and it was no talk with the own lead or somebody else; of any other it is
    not known. Somebody whom the result did not name has an id as everybody else."""
    call, rung = case.get("call"), case.get("rung")
    if not isinstance(call, dict):
        return case
    if str(call.get("contact")).casefold().replace(" ", "_") == "somebody_else":
        return {**case, "call": {**call, "contact": "somebody_else"}}
    stood = call.get("outcome") not in (None, "no_answer") and call.get("contact") != "own_lead"
    return {**case, "call": {**call, "to": rung[0]}} if stood and isinstance(rung, list) and len(rung) == 1 else case


def _details_1_to_2(details: Json) -> Json:
    """A new list only: the sources of information who must not be named. Nobody has been asked for them."""
    return details


def _details_2_to_3(details: Json) -> Json:
    """A new question only: which words of a child or parent may stand in a paper that the family reads. Until it is
    asked, none of them does."""
    return details


def _case_file_1_to_2(file: Json) -> Json:
    """The versions of the packs that the file was made with were not written down, and stay unknown."""
    return file


def _draft_1_to_2(draft: Json) -> Json:
    """The same parts. Those inside have a number of their own, which is looked at afterwards."""
    return draft


def _case_file_inside(file: Json) -> Json:
    return _each(file, {"case": CASE, "details": DETAILS})


def _draft_inside(draft: Json) -> Json:
    draft = _each(draft, {"case": CASE, "details": DETAILS})
    progress = draft.get("progress")
    aside = progress.get("set_aside") if isinstance(progress, dict) else None
    if not isinstance(progress, dict) or not isinstance(aside, dict):
        return draft
    put = {area: _each(item, {"case": CASE}) if isinstance(item, dict) else item for area, item in aside.items()}
    return {**draft, "progress": {**progress, "set_aside": put}}


def _each(data: Json, kinds: dict[str, str]) -> Json:
    """`data` with the parts under these keys in the format of today. What is no object is left for the model."""
    parts = {key: raised(kind, data[key]) for key, kind in kinds.items() if isinstance(data.get(key), dict)}
    return {**data, **parts}


STEPS: Mapping[str, tuple[Step, ...]] = MappingProxyType({
    CASE: (_case_1_to_2, _case_2_to_3, _case_3_to_4, _case_4_to_5, _case_5_to_6, _case_6_to_7),
    DETAILS: (_details_1_to_2, _details_2_to_3),
    CASE_FILE: (_case_file_1_to_2,),
    DRAFT: (_draft_1_to_2,),
})
"""Kind → its steps; the first leads from format 1 to 2. The number of today is one more than the steps."""

_INSIDE: Mapping[str, Step] = MappingProxyType({
    CASE: lambda case: case,
    DETAILS: lambda details: details,
    CASE_FILE: _case_file_inside,
    DRAFT: _draft_inside,
})
"""Kind → what brings the parts inside it, which have a number of their own, to the formats of today."""
