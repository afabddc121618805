"""The copy of a case that a paper for the family is built from: nothing held as confidential is in it.

Confidential answers are emptied, and where the same name, address or number stands in another answer it is left out
there too. The paper cannot leak what it is not given.
"""
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from decision.case import Call, Case, Finding, Sight, SourceOfHarm
from exports.details import (
    NOT_KNOWN, AgreementBlock, Allegation, Conversation, Details, Held, MissingEducation, Narrative,
)
from exports.hiding.written import rewritten
from guidance.vocabulary import Fact

F = TypeVar("F", bound=Fact)
LEFT_OUT = "[left out]"
SHORTEST = 3
"""Letters of a word of a confidential name that is worth looking for elsewhere."""


def family_copy(case: Case, details: Details) -> tuple[Case, Details]:
    """Case and details without anything confidential, in any answer, and without what is for professionals only.

    A member of the household whose name is confidential is left out whole. So are the signs, who might be causing harm,
    the call, whose knowledge settled a doubt, the written answers of the referral, the record of who was asked what,
    and how a finding is known that the child told.
    """
    answers = tuple(_answers(details))
    open_words = {word for item in answers if not item.confidential for word in words_of(item.text)}
    pattern = pattern_of((item.text for item in answers if item.confidential), open_words)
    seen = tuple(member for member in details.household if not member.name.confidential)
    open_details = details.model_copy(update={
        "household": seen, "narrative": Narrative(), "agreement": AgreementBlock(), "log": (), "attachments": (),
        "missing_education": MissingEducation(), "allegation": Allegation(), "conversation": Conversation(),
    })
    earlier = {"earlier_referral": None, "earlier_referral_on": None, "earlier_referral_answer": None}
    open_case = case.model_copy(update={
        "signs": {}, "source_of_harm": SourceOfHarm(), "call": Call(), "own_view_reason": "", "held_back": {},
        "sight": Sight(), "harm_before_next": None, "settled": (), "history": case.history.model_copy(update=earlier),
        "findings": tuple(_without_source(finding).model_copy(update={"body": ()}) for finding in case.findings),
    })
    return swept(open_case, pattern), swept(_emptied(open_details), pattern)


def _without_source(finding: Finding) -> Finding:
    """A child who told the user is a source too: the statement stays, what would show that the child told does not."""
    if finding.basis != "child_said":
        return finding
    return Finding(id=finding.id, why=finding.why, about=finding.about)


def swept(model: F, pattern: re.Pattern[str] | None) -> F:
    """The same answers with whatever matches left out of every free text, at any depth."""
    return model if pattern is None else rewritten(model, lambda _, said: pattern.sub(LEFT_OUT, said))


def pattern_of(hidden: Iterable[str], open_words: Iterable[str] | None = None) -> re.Pattern[str] | None:
    """What to leave out wherever it stands: whole answers, parts of addresses, telephone numbers.

    With `open_words` each other word of an answer without digits as well, as of a name; an answer that has none but
    open words ("not sure", "school") hides nothing.
    """
    parts: set[str] = set()
    words_too, kept = open_words is not None, set(open_words or ())
    for said in (said for said in hidden if said.strip() and said != NOT_KNOWN):
        digits = re.sub(r"\D", "", said)
        if len(said.strip()) >= SHORTEST and (digits or words_of(said) - kept):
            parts.add(_loose(said))
        pieces = [piece.strip() for piece in re.split(r"[,;\n]", said)]
        parts |= {_loose(piece) for piece in pieces if any(mark.isdigit() for mark in piece) and len(piece) >= SHORTEST}
        if len(digits) >= 6 and not re.search(r"[^\W\d_]", said):
            parts.add(r"[\s().-]*".join(digits))
        if words_too and not digits:
            parts |= {rf"\b{re.escape(word)}\b" for word in words_of(said) - kept if len(word) >= SHORTEST}
    if not parts:
        return None
    return re.compile("|".join(sorted(parts, key=len, reverse=True)), re.IGNORECASE)


def _answers(node: Any) -> Iterator[Held]:
    """Every answer that can be confidential."""
    if isinstance(node, Held):
        yield node
    elif isinstance(node, Fact):
        for name in type(node).model_fields:
            yield from _answers(getattr(node, name))
    elif isinstance(node, tuple):
        for item in node:
            yield from _answers(item)


def _emptied(node: Any) -> Any:
    """The same with every confidential answer empty."""
    if isinstance(node, Held):
        return Held() if node.confidential else node
    if isinstance(node, Fact):
        return node.model_copy(update={name: _emptied(getattr(node, name)) for name in type(node).model_fields})
    return tuple(map(_emptied, node)) if isinstance(node, tuple) else node


def words_of(said: str) -> set[str]:
    """The words of a text, folded to small letters; figures are none."""
    return {word.casefold() for word in re.findall(r"[^\W\d_]+", said)}


def _loose(said: str) -> str:
    """A pattern for the same words, and no part of a longer one, whatever the spaces between them."""
    words = r"\s+".join(re.escape(word) for word in said.split())
    return rf"(?<!\w){words}(?!\w)"
