"""The copy of a case that a paper for the family is built from: only what the paper names, and nothing confidential.

A paper names the parts of the case and its details that it is given; every other is empty in the copy, also one that
somebody adds tomorrow. Of what is given confidential answers are emptied, and where the same name, address or number
stands in another answer it is left out there too. The paper cannot leak what it is not given.
"""
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic_core import PydanticUndefined

from decision.case import Case, Finding
from exports.details import NOT_KNOWN, Details, Held
from exports.hiding.written import rewritten, to_print
from guidance.vocabulary import Fact
from guidance.words import say
from guidance.words.forms import listed

F = TypeVar("F", bound=Fact)
LEFT_OUT: str = say("papers.left_out")
SHORTEST = 3
"""Letters of a word of a confidential name that is worth looking for elsewhere."""


Tree = dict[str, "Tree | None"]
"""Field → the fields below it that are given, or None where it is given whole."""
DETAILS = "details."
"""What the path of a part of the details begins with; that of a part of the case begins with its field."""


def family_copy(case: Case, details: Details, given: tuple[str, ...]) -> tuple[Case, Details]:
    """Case and details with the parts that are `given`, and of them nothing that is confidential or tells of it.

    A part is a path of fields: "reference", "children.label", "details.assessment"; a list is gone through. Without a
    path to it a field is empty. Raises ValueError for a path that leads nowhere, or that leaves out what a row needs.

    A member of the household whose name is confidential is left out whole; so is how a finding is known that somebody
    told, and the child's own words where the child told something.
    """
    answers = tuple(_answers(details))
    open_words = {word for item in answers if not item.confidential for word in words_of(item.text)}
    pattern = pattern_of((item.text for item in answers if item.confidential), open_words)
    seen = tuple(member for member in details.household if not member.name.confidential)
    told = tuple(_without_source(finding) for finding in case.findings)
    bases = {one.basis for one in case.findings} | {one.basis for one in case.signs.values()}
    if "child_said" in bases:
        case = to_print(case, voice=to_print(case.voice, words=""))
    of_details = tuple(path for path in given if path.startswith(DETAILS))
    of_case = tuple(path for path in given if path not in of_details)
    open_case = keep_only(to_print(case, findings=told), of_case)
    open_details = keep_only(to_print(details, household=seen), (path.removeprefix(DETAILS) for path in of_details))
    return swept(open_case, pattern), swept(_emptied(open_details), pattern)


def keep_only(model: F, paths: Iterable[str]) -> F:
    """The model with the fields that paths lead to, and every other field as if nobody had answered."""
    tree: Tree = {}
    for path in paths:
        *way, last = path.split(".")
        below = tree
        for name in way:
            step = below.setdefault(name, {})
            if step is None:
                raise ValueError(f"{path} is given already, with all of {name}")
            below = step
        if below.setdefault(last, None) is not None:
            raise ValueError(f"{path} is given whole and in parts")
    return _only(model, tree)  # type: ignore[no-any-return]


def _only(node: Any, tree: "Tree | None") -> Any:
    """Of a record the fields in `tree`, of a list or a map the same of each; None is the whole."""
    if tree is None:
        return node
    if isinstance(node, tuple):
        return tuple(_only(item, tree) for item in node)
    if isinstance(node, Mapping):
        return {key: _only(item, tree) for key, item in node.items()}
    kind = type(node)
    if not isinstance(node, Fact):
        raise ValueError(f"no path leads into {kind.__name__}: {listed(tree)}")
    if unknown := tree.keys() - kind.model_fields:
        raise ValueError(f"{kind.__name__} has no {listed(sorted(unknown))}")
    empty = {name: field.get_default(call_default_factory=True) for name, field in kind.model_fields.items()
             if name not in tree}
    if needed := [name for name, value in empty.items() if value is PydanticUndefined]:
        raise ValueError(f"{kind.__name__} cannot be without {listed(needed)}")
    return to_print(node, **empty | {name: _only(getattr(node, name), below) for name, below in tree.items()})


def _without_source(finding: Finding) -> Finding:
    """Whoever told the user is a source: of what the child or somebody else told the statement alone stays. Who told,
    when, and what the writer noted of it do not, since the family would know by them who it was."""
    suspicion = finding.basis if finding.basis == "suspected" else None   # no source: it keeps the statement out
    return finding if finding.basis == "seen" else Finding(
        id=finding.id, why=finding.why, about=finding.about, basis=suspicion)


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
        return to_print(node, **{name: _emptied(getattr(node, name)) for name in type(node).model_fields})
    return tuple(map(_emptied, node)) if isinstance(node, tuple) else node


def words_of(said: str) -> set[str]:
    """The words of a text, folded to small letters; figures are none."""
    return {word.casefold() for word in re.findall(r"[^\W\d_]+", said)}


def _loose(said: str) -> str:
    """A pattern for the same words, and no part of a longer one, whatever the spaces between them."""
    words = r"\s+".join(re.escape(word) for word in said.split())
    return rf"(?<!\w){words}(?!\w)"
