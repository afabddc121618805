"""How English is read where code has to know what a sentence does: of packs, and of what somebody typed.

None of these words is said by us. They are English because packs and users write it; a second language needs its own
(docs/decisions/0018-words-in-one-catalogue.md).
"""
import re

SENTENCE = re.compile(r"(?<=[.!?])\s+")
"""Between two sentences of a text."""
_SPEAKS_TO_YOU = r"\b(?:you|yours?|our reading)\b"
_BEGINS = r"(?:^|[.:;,] |\b(?:and|then|so) )"
_DO = ("answer", "ask", "be", "call", "check", "do not", "find", "give", "keep", "let", "listen", "look", "never",
       "phone", "put", "report", "ring", "say", "show", "speak", "talk", "tell", "think", "tick", "treat", "try", "use",
       "wait", "write")
_INSTRUCTS = re.compile(rf"{_SPEAKS_TO_YOU}|{_BEGINS}(?:{'|'.join(_DO)})\b", re.IGNORECASE)
_HIDES_FROM = re.compile(
    r"\b(?:must|should|can|may)(?: not|n['’]t|not) (?:know|find out|hear|be told)\b"
    r"|\b(?:do not|don['’]t|not to|never|without) (?:let|tell|telling)\b", re.IGNORECASE)


def instructs(sentence: str) -> bool:
    """Whether a sentence of a pack's note speaks to the practitioner: it says "you", or begins with what to do."""
    return _INSTRUCTS.search(sentence) is not None


def asks_to_keep_from(sentence: str) -> bool:
    """Whether a sentence, such as a child's, asks that somebody is not told."""
    return _HIDES_FROM.search(sentence) is not None
