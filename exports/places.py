"""Where a family is, for a paper that may be passed on and read by many: left out, wherever it was written.

What is held as confidential is left out of every answer. Where a duty says that the family hides (or may), nobody has
to have ticked anything: all addresses, numbers, schools and GPs are held back by default, and so is what looks like one
in free text. It leaves out too much rather than too little; what is missing is asked for by telephone.
"""
import re
from collections.abc import Iterable
from typing import TypeVar

from decision.case import Case, Finding
from exports.details import NOT_KNOWN, Details, Held, Referrer
from exports.family import LEFT_OUT, pattern_of, swept
from exports.words import BY_TELEPHONE
from guidance.vocabulary import Fact

F = TypeVar("F", bound=Fact)
CHILD_PLACES = ("address", "where_now", "phone", "school", "gp")
MEMBER_PLACES = ("address", "phone")
ASKS_FOR_A_PLACE = ("brothers_sisters", "last_seen_by", "signs_of_a_move")
"""Questions of the missing-education referral whose answers name a school or a place: none of them is printed."""
TELLS_A_STORY = ("risk", "summary", "safeguarding_result")
"""Its answers in free words: "a refuge in such a town" looks like nothing that can be found, so they are told too."""
WRITTEN_OF_ME = ("agency", "job", "best_times", "known_since")

STREETS = ("avenue", "crescent", "gardens", "grove", "lane", "road", "street", "terrace")
BUILDINGS = (
    "academy", "children's centre", "clinic", "college", "health centre", "hospital", "hostel", "infants", "juniors",
    "medical centre", "nursery", "refuge", "school", "shelter", "surgery",
)
ALSO_ORDINARY = (
    "Close", "Cottage", "Court", "Drive", "Farm", "House", "Infant", "Junior", "Lodge", "Place", "Practice", "Primary",
    "Row", "Secondary", "Square", "Walk", "Way",
)
"""Kinds of place that are ordinary words too: they count only where they are written with a capital letter."""
BEGINS = (
    "A", "After", "All", "An", "And", "Asked", "At", "Before", "Both", "But", "Called", "Each", "Every", "From", "He",
    "Her", "His", "I", "In", "Is", "Last", "My", "Near", "No", "Not", "On", "One", "Our", "Rang", "She", "Spoke",
    "That", "The", "Their", "Then", "There", "They", "This", "To", "Told", "Visited", "Was", "We", "Went", "When",
    "Your",
)
"""Words that begin a sentence and no name."""
EVERYDAY = frozenset(word.casefold() for words in (
    *STREETS, *BUILDINGS, *ALSO_ORDINARY, *BEGINS, "centre children church confidential council doctor dr east",
    "education father first flat floor for ground group hall here high hill home known main medical mother mr mrs ms",
    "new next none north number of old or park parents phone please room same see short south st staff sure telephone",
    "two unknown unit upper west who with women yes yet you",
) for word in words.split())
"""Words that stand in the names of many places, or in the place of an answer, and do not say which place it is."""

_NAME = rf"(?!(?:{'|'.join(BEGINS)})\b)[A-Z][\w'’.-]*"
_KIND = rf"(?:(?i:{'|'.join((*STREETS, *BUILDINGS))})|{'|'.join(ALSO_ORDINARY)})\b"
_TOWN = r"(?:,\s*[A-Z][\w'’-]+(?:[ \t]+[A-Z][\w'’-]+)*)*"
SHAPES = re.compile("|".join((
    r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b",
    r"(?<![\w/])(?:\+44|\(?0)(?:[\s().-]*\d){9,10}|\b\d{6}\b",
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    rf"\b\d+[A-Za-z]?,?\s+(?:[\w'’.-]+\s+){{1,3}}(?:(?i:{'|'.join(STREETS)})|{'|'.join(ALSO_ORDINARY)})\b{_TOWN}",
    rf"\b(?:{_NAME}\s+(?:(?:of|and|the)\s+)?){{1,4}}(?:{_KIND}\s*)+{_TOWN}",
)))
"""What a postcode, a telephone number, an e-mail address, a street, and the name of a school or refuge look like."""


def hold(details: Details) -> Details:
    """Details in which every place and number of the children and their family is held as confidential."""
    return details.model_copy(update={
        "children": tuple(_held(child, CHILD_PLACES) for child in details.children),
        "household": tuple(_held(member, MEMBER_PLACES) for member in details.household),
    })


def left_out(case: Case, details: Details, hides: bool) -> tuple[Case, Details]:
    """Case and details for a paper that may be passed on. `hides`: the family hides, or may."""
    if not hides:
        known = pattern_of(item.text for item in _places(details) if item.confidential)
        return swept(case, known), swept(details, known)
    held = _unasked(hold(details))
    said = [item.text for item in _places(held)]
    known = pattern_of((*said, *map(_letters, said)), EVERYDAY)
    silent = case.model_copy(update={"findings": tuple(_without_story(finding) for finding in case.findings)})
    return swept(swept(silent, known), SHAPES), swept(swept(held, known), SHAPES, beside=(Held, Referrer))


def _without_story(finding: Finding) -> Finding:
    """A finding whose facts and words are told by telephone: the statement itself stays."""
    return finding.model_copy(update={name: _told(getattr(finding, name)) for name in ("note", "words")})


def _held(record: F, fields: Iterable[str]) -> F:
    return record.model_copy(update={
        name: getattr(record, name).model_copy(update={"confidential": True}) for name in fields})


def _places(details: Details) -> list[Held]:
    found: list[Held] = [getattr(child, name) for child in details.children for name in CHILD_PLACES]
    return found + [getattr(member, name) for member in details.household for name in MEMBER_PLACES]


def _letters(said: str) -> str:
    """The words of a place without those that have digits: a street is known without the number of the house."""
    return " ".join(word for word in said.split() if not re.search(r"\d", word))


def _unasked(details: Details) -> Details:
    """Without the answers that are places by their question or could hold one in free words, and without the writer's.

    The writer's name, telephone number and e-mail address stay: what is left out is asked for there.
    """
    said, me = details.missing_education, details.referrer
    return details.model_copy(update={
        "missing_education": said.model_copy(update={
            name: _told(getattr(said, name)) for name in (*ASKS_FOR_A_PLACE, *TELLS_A_STORY)}),
        "referrer": me.model_copy(update={
            "address": _told(me.address), **{name: SHAPES.sub(LEFT_OUT, getattr(me, name)) for name in WRITTEN_OF_ME},
        }),
    })


def _told(said: str) -> str:
    return BY_TELEPHONE if said.strip() and said != NOT_KNOWN else said
