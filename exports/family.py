"""The copy of a case that a paper for the family is built from: nothing held as confidential is in it.

Confidential answers are emptied, and where the same name, address or number stands in another answer it is left out
there too. The paper cannot leak what it is not given.
"""
import re
from collections.abc import Iterable, Iterator
from typing import Any

from decision.case import Call, Case, Finding, Sight, SourceOfHarm
from exports.details import (
    NOT_KNOWN, AgreementBlock, Allegation, Conversation, Details, MissingEducation, Narrative,
)

LEFT_OUT = "[left out]"
SHORTEST = 3
"""Letters of a word of a confidential name that is worth looking for elsewhere."""


def family_copy(case: Case, details: Details) -> tuple[Case, Details]:
    """Case and details without anything confidential, in any answer, and without what is for professionals only.

    A member of the household whose name is confidential is left out whole. So are the signs, who might be causing harm,
    the call, the written answers of the referral, the record of who was asked what, and how a
    finding is known that the child told.
    """
    data = details.model_dump(mode="json")
    hidden = list(_confidential(data))
    open_words = {word for said, secret in _held(data) if not secret for word in _words(said)}
    pattern = _pattern(hidden, open_words)
    seen = tuple(member for member in details.household if not member.name.confidential)
    open_details = details.model_copy(update={
        "household": seen, "narrative": Narrative(), "agreement": AgreementBlock(), "log": (), "attachments": (),
        "missing_education": MissingEducation(), "allegation": Allegation(), "conversation": Conversation(),
    })
    earlier = {"earlier_referral": None, "earlier_referral_on": None, "earlier_referral_answer": None}
    open_case = case.model_copy(update={
        "signs": {}, "source_of_harm": SourceOfHarm(), "call": Call(), "own_view_reason": "", "held_back": {},
        "sight": Sight(), "harm_before_next": None, "history": case.history.model_copy(update=earlier),
        "findings": tuple(_without_source(finding).model_copy(update={"body": ()}) for finding in case.findings),
    })
    return (Case.model_validate(_swept(open_case.model_dump(mode="json"), pattern)),
            Details.model_validate(_without(open_details.model_dump(mode="json"), pattern)))


def _without_source(finding: Finding) -> Finding:
    """A child who told the user is a source too: the statement stays, what would show that the child told does not."""
    return Finding(id=finding.id, about=finding.about) if finding.basis == "child_said" else finding


def without(secrets: Iterable[str], details: Details) -> Details:
    """Details in which these addresses and numbers stand in no answer, however they are spaced."""
    hidden = [said for said in secrets if said.strip() and said != NOT_KNOWN]
    whole = _pattern(hidden, set().union(*map(_words, hidden)))
    return Details.model_validate(_swept(details.model_dump(mode="json"), whole))


def _held(node: Any) -> Iterator[tuple[str, bool]]:
    """Every answer that can be confidential, and whether it is."""
    if isinstance(node, dict):
        if set(node) == {"text", "confidential"}:
            yield node["text"], node["confidential"]
        for item in node.values():
            yield from _held(item)
    elif isinstance(node, list):
        for item in node:
            yield from _held(item)


def _confidential(data: Any) -> Iterator[str]:
    return (said for said, secret in _held(data) if secret and said.strip() and said != NOT_KNOWN)


def _words(said: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W\d_]+", said)}


def _pattern(hidden: list[str], open_words: set[str]) -> re.Pattern[str] | None:
    """What to leave out wherever it stands: whole answers, parts of addresses, telephone numbers, words of names."""
    parts: set[str] = set()
    for said in hidden:
        parts.add(_loose(said))
        pieces = [piece.strip() for piece in re.split(r"[,;\n]", said)]
        parts |= {_loose(piece) for piece in pieces if any(mark.isdigit() for mark in piece) and len(piece) >= SHORTEST}
        digits = re.sub(r"\D", "", said)
        if len(digits) >= 6 and not re.search(r"[^\W\d_]", said):
            parts.add(r"[\s().-]*".join(digits))
        if not any(mark.isdigit() for mark in said):
            parts |= {rf"\b{re.escape(word)}\b" for word in _words(said) - open_words if len(word) >= SHORTEST}
    if not parts:
        return None
    return re.compile("|".join(sorted(parts, key=len, reverse=True)), re.IGNORECASE)


def _loose(said: str) -> str:
    """A pattern for the same words whatever the spaces between them."""
    return r"\s+".join(re.escape(word) for word in said.split())


def _without(node: Any, pattern: re.Pattern[str] | None) -> Any:
    if isinstance(node, dict) and set(node) == {"text", "confidential"} and node["confidential"]:
        return {"text": "", "confidential": False}
    if isinstance(node, dict):
        return {key: _without(item, pattern) for key, item in node.items()}
    if isinstance(node, list):
        return [_without(item, pattern) for item in node]
    return _swept(node, pattern)


def _swept(node: Any, pattern: re.Pattern[str] | None) -> Any:
    if isinstance(node, str):
        return pattern.sub(LEFT_OUT, node) if pattern else node
    if isinstance(node, dict):
        return {key: _swept(item, pattern) for key, item in node.items()}
    if isinstance(node, list):
        return [_swept(item, pattern) for item in node]
    return node
