"""Finding the name, number or address of a source who must not be named, wherever it was written; and nothing else.

Two or more words of a name together are found however they are written. One word alone is found only where it is
written as a name, with a capital letter; an ordinary word that is a name too ("Will") not where a sentence begins.
Never found: small words, a house number, and what is also the name, number or address of a child, of somebody in the
family, of a professional or of the user.
"""
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exports.details import Details, Held
from exports.hiding.source_words import ALSO_ORDINARY, DATED, MONTHS, ORDINARY, TITLES
from guidance.words import say
from guidance.words.forms import capital

HELD_NAME: str = say("papers.held_name")
"""What a paper for professionals prints in place of a source's name or number."""
SOMEBODY: str = say("papers.somebody")
"""What a paper for the family prints in place of a source's name, so that nothing shows that anything is held."""
LABELS = frozenset({"relation", "role", "language"})
"""Answers of a word or two: for the family a name in them is simply not there."""
WORD = r"[^\W\d_]+(?:'[^\W\d_]+)*"
TOKEN = re.compile(rf"{WORD}|\d+\w?")
NUMBER = re.compile(r"(?<!\w)\+?\d[\d\s().-]{6,}\d(?!\w)")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b", re.IGNORECASE)
SPACED = r"[\s().-]*"
COUNTRY = rf"(?:(?:\+|00)\s?44{SPACED}(?:0{SPACED})?|\(?0)?"
"""How a number can begin: with the code of the country, with a nought, or with neither."""
DIGITS = 7
"""Digits that a telephone number has at least."""
LINE = 4
"""Words of what was written about a source that are looked for as a whole though none of them is a name."""
SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:;\n(•])[\s\"“‘'(•*-]*$")
DATE_BEFORE = re.compile(
    rf"(?i)(?:\b(?:{'|'.join(sorted(DATED))}|(?:end|start|beginning|middle|month) of)|\d(?:st|nd|rd|th)?(?: of)?)\s+$")
DATE_AFTER = re.compile(r"[\s,]*(?:\d|to\b|until\b|and\s+[A-Z])")
DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[.-]\d{1,2}[.-]\d{2,4}")
BRACKETS = re.compile(r"\s*\([^()]*\0[^()]*\)")


@dataclass(frozen=True)
class Names:
    """What is looked for. `pattern` is matched against text as `folded` gives it.

    `unsure`: names that are ordinary words too; `shared`: names that somebody else of the case has and that therefore
    stay; `unnamed`: there is a source of whom no name is known.
    """

    pattern: re.Pattern[str] | None = None
    unsure: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    unnamed: bool = False

    def found_in(self, text: str) -> bool:
        """Whether a source's name, number or address stands in a text."""
        return any(True for _ in self._spans(_composed(text)))

    def without(self, name: str, text: str, family: bool) -> str:
        """The text of a field with names left out. A text without any is given back as it is."""
        said = _composed(text)
        spans = list(self._spans(said))
        if not spans:
            return text
        parts, at = [], 0
        for start, end, reach in spans:
            put = HELD_NAME if not family else "\0" if reach or name in LABELS else _somebody(said[:start])
            parts += [said[at:start], put]
            at = end
        return _tidied("".join((*parts, said[at:])), family)

    def _spans(self, said: str) -> Iterator[tuple[int, int, bool]]:
        """Start and end of each match, and whether it is a number or an address."""
        if self.pattern is None:
            return
        text = folded(said)
        for match in self.pattern.finditer(text):
            kind = match.lastgroup
            if kind == "kept" or (kind == "unsure" and not _is_name(text, match)):
                continue
            opened = match.group().count("(") > match.group().count(")")
            yield match.start() + opened, match.end(), kind == "reach"


def names_of(details: Details) -> Names:
    """What to look for, so that no source of these details can be known."""
    made = _Made(details)
    for source in details.sources:
        made.add(source.name, source.contact)
    return made.names()


class _Made:
    """Collects the patterns of all sources, and what has to stay in the papers."""

    def __init__(self, details: Details) -> None:
        self.family = tuple(map(_words, _family_names(details)))
        self.others = tuple(map(_words, _other_names(details)))
        self.open_words = {word for words in self.family for word in words}
        self.open_words |= {words[0] for words in self.others if len(words) == 1}
        self.open_texts = tuple(folded(said) for said in (
            *_family_names(details), *_other_names(details), *_reached(details)))
        self.whole: set[str] = set()
        self.titled: set[str] = set()
        self.reach: set[str] = set()
        self.sure: set[str] = set()
        self.unsure: set[str] = set()
        self.unsure_pairs: set[str] = set()
        self.shared: dict[str, None] = {}
        self.unnamed = False

    def add(self, name: str, contact: str) -> None:
        """Everything by which one source could be known."""
        name, contact = folded(name), folded(contact)
        tokens = TOKEN.findall(name)
        runs = _name_runs(tokens)
        self.unnamed |= not runs
        for run in runs:
            self._run(run)
        self._phrase(tokens)
        for said in (name, contact):
            self._reach(said)

    def _run(self, run: tuple[tuple[str, bool], ...]) -> None:
        """Words of a name that stand together: each pair of them, and each alone."""
        words = [word for word, _ in run]
        same = {word.casefold() for word in words}
        if any(same <= set(one) for one in (*self.family, *(self.others if len(same) > 1 else ()))):
            self.shared[" ".join(words)] = None
            return
        for at, first in enumerate(words):
            for second in words[at + 1:]:
                for pair in ((first, second), (second, first)):
                    self._pair(pair)
        for word, titled in run:
            if titled:
                self.titled.add(_together((word,), ""))
            if word.casefold() in self.open_words:
                self.shared[word] = None
            elif word.casefold() in ALSO_ORDINARY or (titled and word.casefold() in ORDINARY):
                self.unsure.add(word.capitalize())
            else:
                self.sure.add(word)

    def _pair(self, words: tuple[str, str]) -> None:
        """Two words of a name together; two that are both ordinary ("Mark Will") only with capital letters."""
        if all(word.casefold() in ALSO_ORDINARY | ORDINARY for word in words):
            if not self._is_open(_together(words, r"[\s,-]+")):
                self.unsure_pairs.add(r"[\s,-]+".join(re.escape(word.capitalize()) for word in words))
        else:
            self._whole(words)

    def _whole(self, words: Iterable[str], between: str = r"[\s,-]+") -> None:
        pattern = _together(words, between)
        if not self._is_open(pattern):
            self.whole.add(pattern)

    def _phrase(self, tokens: list[str]) -> None:
        """What was written in place of a name, as a whole, where it says which house."""
        if len(tokens) >= LINE and any(token[0].isdigit() for token in tokens):
            self._whole(tokens, r"\W+")

    def _reach(self, said: str) -> None:
        """Telephone numbers however spaced, e-mail addresses, postcodes, and lines of an address."""
        for number in (one for one in NUMBER.findall(said) if not DATE.fullmatch(one)):
            digits = re.sub(r"^(?:0044|44(?=\d{10})|0)", "", re.sub(r"\D", "", number.replace("(0)", "")))
            if len(digits) >= DIGITS - 1:
                self._found(rf"(?<![\d+]){COUNTRY}{SPACED.join(digits)}(?!\d)")
        for exact in (*MAIL.findall(said), *POSTCODE.findall(said)):
            self._found(_together(exact.split(), r"\s*"))
        for piece in re.split(r"[,;\n]", said):
            tokens = TOKEN.findall(piece)
            figures = sum(token[0].isdigit() for token in tokens)
            if figures and len(tokens) - figures >= 2 and not (NUMBER.search(piece) or MAIL.search(piece)):
                named = any(token.casefold() not in ORDINARY and not token[0].isdigit() for token in tokens)
                if named or tokens[0][0].isdigit():
                    self._found(_together(tokens, r"\W+"))

    def _found(self, pattern: str) -> None:
        if not self._is_open(pattern):
            self.reach.add(pattern)

    def _is_open(self, pattern: str) -> bool:
        """Whether the same stands in an answer about the family or a professional, where it has to stay."""
        return any(re.search(pattern, said, re.IGNORECASE) for said in self.open_texts)

    def names(self) -> Names:
        """All of it as one pattern; what has to stay is matched first and left."""
        title = rf"(?:(?i:{'|'.join(sorted(TITLES))})\b\.?\s+)?"
        kept = {title + _together(said.split(), r"\s+") for said in self.open_texts if len(_words(said)) > 1}
        capital = {rf"{word[0].upper()}(?i:{re.escape(word[1:])})" if len(word) > 2 else word.capitalize()
                   for word in self.sure}
        groups = (
            ("kept", kept, "(?P<kept>(?i:{}))"), ("whole", self.whole, f"(?P<whole>{title}(?i:{{}}))"),
            ("titled", self.titled, f"(?P<titled>{title.removesuffix('?')}(?i:{{}}))"),
            ("pair", self.unsure_pairs, rf"(?P<pair>{title}(?<!\w)(?:{{}})(?!\w))"),
            ("reach", self.reach, "(?P<reach>(?i:{}))"),
            ("sure", capital, rf"(?P<sure>{title}(?<!\w)(?:{{}})(?!\w))"),
            ("unsure", set(self.unsure), rf"(?P<unsure>{title}(?<!\w)(?:{{}})(?!\w))"),
        )
        looked_for = self.reach or self.whole or self.unsure_pairs or self.titled or capital or self.unsure
        parts = [form.format("|".join(sorted(found, key=lambda one: (-len(one), one)))) for _, found, form in groups
                 if found]
        return Names(re.compile("|".join(parts)) if looked_for else None, tuple(sorted(self.unsure)),
                     tuple(self.shared), self.unnamed)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether an ordinary word is a name where it stands."""
    before, after, said = text[:match.start()], text[match.end():], match.group()
    if " " in said or re.match(r"'s\b", after):
        return True
    dated = said.casefold() in MONTHS and (DATE_BEFORE.search(before) or DATE_AFTER.match(after))
    return not dated and not SENTENCE_BEGINS.search(before)


def _name_runs(tokens: list[str]) -> list[tuple[tuple[str, bool], ...]]:
    """The words of an entry that can be a name, those that stand together as one; and whether a title is before each.

    Where some words that can be names have a capital letter, the others are none: "Ann from the choir".
    """
    runs: list[list[tuple[str, bool]]] = [[]]
    for before, token in zip(("", *tokens), tokens, strict=False):
        titled = before.casefold() in TITLES and token[0].isupper()
        if len(token) > 1 and not token[0].isdigit() and (titled or token.casefold() not in ORDINARY):
            runs[-1].append((token, titled))
        elif len(token) > 1:
            runs.append([])
    capital = any(word[0].isupper() for run in runs for word, _ in run)
    kept = (tuple(item for item in run if item[0][0].isupper() or not capital) for run in runs)
    return [run for run in kept if run]


def _words(said: str) -> list[str]:
    """The words of a name that can be names, in small letters."""
    return [word.casefold() for word in re.findall(WORD, folded(said)) if word.casefold() not in ORDINARY]


def _family_names(details: Details) -> Iterator[str]:
    """The names of the children and of the family."""
    yield from (held.text for child in details.children for held in (child.name, child.other_names))
    yield from (member.name.text for member in details.household)


def _other_names(details: Details) -> Iterator[str]:
    """Those of professionals, of the user, and of somebody about whom an allegation is: they are not anonymous."""
    yield from (details.referrer.name, details.referrer.lead_name, details.allegation.name.text)
    yield from (person.name for person in details.professionals)


def _reached(details: Details) -> Iterator[str]:
    """Where all of these live and how they are reached."""
    for record in (*details.children, *details.household, details.allegation):
        values = (getattr(record, name) for name in type(record).model_fields)
        yield from (value.text for value in values if isinstance(value, Held))
    me = details.referrer
    yield from (me.phone, me.email, me.lead_phone, me.address)
    yield from (said for person in details.professionals for said in (person.phone, person.email))


def _together(words: Iterable[str], between: str) -> str:
    """A pattern for these words one after the other, and no part of a longer word."""
    return rf"(?<!\w){between.join(map(re.escape, words))}(?!\w)"


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """Composed text with plain letters, one for each: accents gone, one kind of apostrophe."""
    plain = "".join(unicodedata.normalize("NFD", mark)[0] for mark in _composed(text))
    return plain.translate({ord("’"): "'", ord("‘"): "'"})


def _somebody(before: str) -> str:
    begins = not before.strip() or re.search(r"[.!?\n]\s*$", before)
    return capital(SOMEBODY) if begins else SOMEBODY


def _tidied(text: str, family: bool) -> str:
    """For the family, a text in which no gap shows where a number or a name was."""
    if not family or "\0" not in text:
        return text
    text = BRACKETS.sub("", text).replace("\0", "")
    text = re.sub(r"[ \t]+(?=[ \t,.;:)]|$)", "", text)
    return re.sub(r"^[\s,;:-]+|[\s,;:-]+$", "", text)
