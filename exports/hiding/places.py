"""Where a family is, for a paper that may be passed on and read by many: left out, wherever it was written.

What is held as confidential is left out of every answer. Where a duty says that the family hides (or may), nobody has
to have ticked anything: every answer in free words is left out, since "a refuge in such a town" looks like nothing that
can be found. Only a short list of fields stays, and an answer that is one plain word of a kind that is no place. What
is missing is told by telephone.
"""
import re
from collections.abc import Iterable
from typing import TypeVar

from decision.case import Case
from decision.result import Decision, Route
from exports.details import ChildDetails, Details, Held, HouseholdMember, Referrer
from exports.hiding.family import LEFT_OUT, pattern_of, swept
from exports.hiding.written import rewritten, to_print
from guidance.packs import Packs
from guidance.vocabulary import Fact

F = TypeVar("F", bound=Fact)
CHILD_PLACES = ("address", "where_now", "phone", "school", "gp")
MEMBER_PLACES = ("address", "phone")
STAYS = frozenset((kind, name) for kind, names in (
    (ChildDetails, ("name", "other_names")), (HouseholdMember, ("name",)),
    (Referrer, ("name", "job", "agency", "phone", "email", "lead_name", "lead_phone")),
) for name in names)
"""The fields in free words that stay where a family hides: names, and the writer's own, who is asked for the rest."""
PLAIN = re.compile(
    r"(?:step|half|foster|adoptive|grand)?[- ]?(?:mother|father|parent|brother|sister|son|daughter|mum|dad)"
    r"|girl|boy|female|male|woman|man|yes|no|none|reception|(?:year|yr|y)?\s*\d{1,2}|\d{1,2}[:.]\d{2}"
    r"|[A-Z]\d{11}[A-Z\d]", re.IGNORECASE)
"""An answer that is nothing but one of these is no place: a relation, a gender, a year group, a time of day, a UPN."""

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
    return to_print(
        details,
        children=tuple(_held(child, CHILD_PLACES) for child in details.children),
        household=tuple(_held(member, MEMBER_PLACES) for member in details.household),
    )


def left_out(case: Case, details: Details, hides: bool) -> tuple[Case, Details]:
    """Case and details for a paper that may be passed on. `hides`: the family hides, or may."""
    if not hides:
        known = pattern_of(item.text for item in _places(details) if item.confidential)
        return swept(case, known), swept(details, known)
    said = [item.text for item in _places(details)]
    known = pattern_of((*said, *map(_letters, said)), EVERYDAY)
    me = details.referrer
    writer = to_print(me, **{name: SHAPES.sub(LEFT_OUT, getattr(me, name)) for name in ("job", "agency")})
    silent = rewritten(to_print(hold(details), referrer=writer), _plain_only, STAYS)
    return to_print(rewritten(case, _plain_only, STAYS), reference=""), swept(silent, known)


def unplaced(decision: Decision, case: Case, packs: Packs) -> Decision:
    """The result without what names the area where a hidden child is now: whom to ring there, its forms and dates."""
    area = packs.area(case.area_now)
    if area is None or area.id == decision.home_area or not decision.withholds_place:
        return decision
    contacts, names = {one.id for one in area.contacts}, {one.name for one in area.contacts}
    own = {source.id for source in area.sources}

    def elsewhere(routes: tuple[Route, ...]) -> tuple[Route, ...]:
        return tuple(one for one in routes if one.contact not in contacts and one.source.source not in own)

    return decision.but(
        routes=elsewhere(decision.routes), if_worse=elsewhere(decision.if_worse),
        deadlines=tuple(one for one in decision.deadlines if one.source.source not in own),
        documents=tuple(one for one in decision.documents if one.area != area.id),
        then=tuple(path.but(goes_to="") if path.goes_to in names else path
                   for path in decision.then),
    )


def _plain_only(_: str, said: str) -> str:
    return said if not said.strip() or PLAIN.fullmatch(said.strip()) else LEFT_OUT


def _held(record: F, fields: Iterable[str]) -> F:
    return to_print(record, **{name: to_print(getattr(record, name), confidential=True) for name in fields})


def _places(details: Details) -> list[Held]:
    found: list[Held] = [getattr(child, name) for child in details.children for name in CHILD_PLACES]
    return found + [getattr(member, name) for member in details.household for name in MEMBER_PLACES]


def _letters(said: str) -> str:
    """The words of a place without those that have digits: a street is known without the number of the house."""
    return " ".join(word for word in said.split() if not re.search(r"\d", word))
