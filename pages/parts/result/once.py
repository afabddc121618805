"""What a fold says, each sentence once."""
import re
from collections.abc import Iterable

from guidance.words.forms import capital, following
from pages.parts.display.markup import join

_END = re.compile(r"(?<=[a-z0-9)][.?!])\s+(?=[A-Z])")
SHORT = 5
"""Words of a sentence that is an answer to its label, such as "Do it today.", and may stand under several."""


def each_sentence(words: str) -> list[str]:
    """The sentences of a text, one by one."""
    return [one for one in _END.split(capital(words)) if one]


def once(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts in order, each without the longer sentences that one before it has said; empty where nothing is left.
    """
    said: set[str] = set()
    left = []
    for text in texts:
        sentences = each_sentence(text)
        new = [one for one in dict.fromkeys(sentences) if one not in said]
        left.append(text if new == sentences else following(*new))
        said |= {one for one in new if len(one.split()) > SHORT}
    return tuple(left)


def not_in(seen: str, words: str) -> str:
    """A text without its sentences that stand in `seen`, the markup that is read before it; empty where nothing is left
    over, and the same text where all of it is."""
    left = [one for one in each_sentence(words) if join(one) not in seen]
    return words if left == each_sentence(words) else following(*left)


def by_cause(words: str) -> list[str]:
    """The sentences of a text, a short one together with the longer one that it follows."""
    found: list[str] = []
    for one in each_sentence(words):
        if found and len(one.split()) <= SHORT:
            found[-1] = following(found[-1], one)
        else:
            found.append(one)
    return found


def apart_from_common(texts: Iterable[str]) -> tuple[tuple[str, ...], str]:
    """Texts without the sentences that stand in every one of them, and these sentences; of one text alone none."""
    found = [each_sentence(text) for text in texts]
    common = [one for one in found[0] if all(one in other for other in found[1:])] if len(found) > 1 else []
    return tuple(following(*(one for one in each if one not in common)) for each in found), following(*common)
