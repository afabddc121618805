"""What a document is built from, and the sentences that several documents share. Decides nothing."""
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from decision.after import untried
from decision.case import Case, Child, FamilyMember
from decision.documents import how_sent
from decision.result import Decision, DocumentDue, Route, Telling
from exports.blocks import NOT_ANSWERED, Value, value
from exports.details import NOT_KNOWN, Details, Held, Known, LogEntry
from exports.hiding.held_back import NOTHING_HELD, FrontDoorSheet
from exports.words import BY_TELEPHONE, DRAFT, HALF, YES_NO
from guidance.models import LocalDocument, Number, Source
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import Citation
from guidance.words import say
from guidance.words.forms import capital, counted, day, following, listed, moment

HIDDEN_AREA: str = say("papers.hidden_area")
CANNOT_BE: str = say("papers.cannot_be")
YEARS = range(1900, 2100)
"""Years that a date of these answers can lie in."""


class DocumentNotForNow(ValueError):
    """This document must not be made from this case now. The text says why, without anything a user typed."""


@dataclass(frozen=True)
class TextBlock:
    """Plain text to copy into a form, with its title."""

    title: str
    text: str

    @property
    def count(self) -> int:
        """Characters of the text."""
        return len(self.text)


@dataclass(frozen=True)
class Material:
    """A case, its details and its result, with the packs and the moment.

    `sheet`: what is held back, for the one document that has a sheet for the front door only. `unseen`: keys of the
    people of the family whom the household of this paper leaves out, because their name is confidential.
    """

    case: Case
    details: Details
    decision: Decision
    packs: Packs
    now: datetime
    sheet: FrontDoorSheet = NOTHING_HELD
    unseen: frozenset[str] = frozenset()

    @cached_property
    def area(self) -> AreaPack | None:
        """The pack of the home area, or None."""
        return self.packs.area(self.decision.home_area)

    @property
    def area_name(self) -> str:
        """The home area's name, also where its pack is set aside, or that it has not been said."""
        home = self.decision.home_area
        if self.packs.aside(home):
            return self.packs.name_of(home)
        return self.area.name if self.area else say("papers.no_area")

    @property
    def draft(self) -> bool:
        """Whether the home area's pack is a draft, so that every paper says so."""
        return self.area is not None and self.area.status == "draft"

    @property
    def other_drafts(self) -> tuple[str, ...]:
        """Names of the other areas on whose draft packs the result rests. A place that stays secret is not named."""
        found = self.packs.drafts(self.case.areas())
        return tuple(HIDDEN_AREA if pack.id == self.case.area_now and self.decision.withholds_place else pack.name
                     for pack in found if pack is not self.area)

    @property
    def source(self) -> Source | None:
        """The area's own threshold document."""
        return self.packs.sources.get(self.area.document) if self.area else None

    def local(self, document_id: str) -> LocalDocument | None:
        """The form that a document of ours stands for: the one that the result calls for, otherwise the area's first.

        None where the result calls for the document and no form stands for it.
        """
        due = self.due(document_id)
        area = self.packs.area(due.area) if due else self.area
        forms = [item for item in (area.documents if area else ()) if item.ours == document_id]
        return next((item for item in forms if due is None or item.id == due.form), None)

    def due(self, document_id: str) -> DocumentDue | None:
        """What the result says of a document of ours, where it calls for it."""
        return next((item for item in self.decision.documents if item.ours == document_id), None)

    def stands_for(self, document_id: str, called: bool = False) -> tuple[str, tuple[str, ...]]:
        """The name of the form that a document stands for, how it is sent, and to whom; empty where there is none, or
        the result does not call for it, as the page says. `called`: the call before it was made, so that nothing asks
        for it anew."""
        form = self.local(document_id)
        if form is None or self.due(document_id) is None:
            return "", ()
        area_id = next((area.id for area in self.packs.areas.values() if form in area.documents), "")
        contact = self.packs.contact(area_id, form.sent_to)
        address = next((item.at for item in (*contact.emails, *contact.web)), "") if contact else ""
        where = say("papers.form.address", address=address) if address else ""
        to = say("papers.form.to", contact=following(contact.name, where)) if contact else ""
        return form.name, tuple(line for line in (form.channel if called else how_sent(form), to) if line)

    def cite(self, citation: Citation | None) -> str:
        """A source in a few words: its title, its date, and where in it."""
        if citation is None:
            return ""
        if self.area and citation.source == self.area.document:
            return say("papers.cite.area", area=self.area.name, where=citation.where)
        source = self.packs.sources.get(citation.source)
        return (say("papers.cite", title=source.title, date=source.date, where=citation.where) if source
                else citation.where)

    def where(self, citation: Citation | None) -> str:
        """Where in its document a statement stands; the area's own document needs no name."""
        own = citation and self.area and citation.source == self.area.document
        return citation.where if citation and own else self.cite(citation)

    def used(self) -> tuple[Source, ...]:
        """The sources of what a paper prints, each once: the area's document, of each statement that was answered, of
        each reason, and of the help that follows."""
        ids = dict.fromkeys([self.area.document] if self.area else [])
        ids |= dict.fromkeys(sign.source.source for sign in self.packs.signs(self.decision.home_area)
                             if (answer := self.case.signs.get(sign.id)) and answer.answer != "no")
        ids |= dict.fromkeys(one.source.source for one in self.decision.reasons if one.source)
        ids |= dict.fromkeys(path.source.source for path in self.decision.then)
        return tuple(self.packs.sources[id_] for id_ in ids if id_ in self.packs.sources)

    def emergency_number(self) -> str:
        """The emergency number of the national pack, or words where the pack has none."""
        contact = self.packs.contact("", self.packs.national.emergency)
        number: Number | None = contact.dial() if contact else None
        return number.dial if number else say("papers.emergency")

    def telling(self, key: str) -> Telling | None:
        """Whether a person may be told: that of the family as a whole where there is none for the person."""
        found = {item.person: item for item in self.decision.telling}
        return found.get(key) or (found.get("family") if key not in ("young_person", "suspected") else None)

    def held_back(self) -> tuple[Telling, ...]:
        """Everybody who is not to be told yet, or only after asking."""
        return tuple(item for item in self.decision.telling if item.state != "tell")

    def knows(self, key: str) -> bool:
        """Whether somebody of the family, or the young person, was told already."""
        one = self.case.young_person if key == "young_person" else next(
            (member for member in self.case.family if member.key == key), None)
        return one is not None and one.told == "yes"

    def may_be_prompted(self, key: str) -> bool:
        """Whether a document may ask something of this person: only where the result says that they may be told."""
        telling = self.telling(key)
        return telling is not None and telling.state == "tell"

    def person(self, member: FamilyMember) -> str:
        """A family member by relation, with the name where one was given that is not confidential."""
        row = self.details.member(member.key)
        name = row.name.text if row and row.name.text and not row.name.confidential else ""
        relation = self.relation(member)
        return say("papers.with_more", said=relation, more=name) if name and name != NOT_KNOWN else relation

    def relation(self, member: FamilyMember) -> str:
        """A family member's relation to the child, to begin a cell or line with."""
        return capital(member.relation) if member.relation.strip() else say("papers.family_member")

    def child_title(self, child: Child) -> str:
        """Child A, with the name where one was given that is not confidential."""
        name = self.details.child(child.label).name
        shown = name.text if name.text and not name.confidential and name.text != NOT_KNOWN else ""
        title = say("papers.child_title", child=child.label)
        return say("papers.labelled", who=title, said=shown) if shown else title

    def ring(self, most: int) -> tuple[Route, ...]:
        """At most so many of those to ring, in the order of the page: those still to be rung first, and whoever did not
        answer after the next. Those with a number are kept before those without."""
        every = (*untried(self.case, self.decision), *self.decision.if_worse)
        routes = tuple(route for route in every if route.kind != "send_to")
        kept = sorted(range(len(routes)), key=lambda number: (not routes[number].dial, number))[:most]
        return tuple(routes[number] for number in sorted(kept))

    def role_name(self) -> str:
        """The user's role in words."""
        role = self.packs.national.role.get(self.case.practitioner.role)
        return role.name if role else ""


def subtitle(m: Material) -> str:
    """The line under the title of every paper: the area, whether it is a draft, the reference, and when it was made."""
    parts = [m.area_name, DRAFT if m.draft else "", *(say("papers.draft.other", area=name) for name in m.other_drafts),
             say("papers.reference", reference=m.case.reference) if m.case.reference else "",
             say("papers.made", when=moment(m.now))]
    return " · ".join(part for part in parts if part)


def held(item: Held) -> Value:
    """An answer that may be confidential; what is not known hides nothing."""
    shown = value(item.text)
    return Value(shown.said, shown.muted, item.confidential and not shown.muted and item.text != NOT_KNOWN)


def marked(answer: Value) -> str:
    """An answer within a line of others; a confidential one after that word."""
    return say("papers.confidential", said=answer.said) if answer.confidential else answer.said


def known(item: Known, estimated: bool = False) -> Value:
    """A date, that it is not known, or that nobody has answered. A year that cannot be is marked here, what else cannot
    be in exports/dates.py.
    """
    if isinstance(item, date):
        mark = "" if item.year in YEARS else say("papers.check_day", doubt=CANNOT_BE)
        return Value(following(say("papers.estimated", day=day(item)) if estimated else day(item), mark))
    return value(item or "")


def when(item: datetime | None) -> Value:
    """A moment, or that nobody has answered."""
    return Value(moment(item)) if item else NOT_ANSWERED


def logged(item: LogEntry) -> Value:
    """When something was done: the moment, or the day with what is known of the time."""
    if item.when:
        return when(item.when)
    half = HALF[item.half] if item.half else ""
    day_ = known(item.on)
    parts = [part for part in ("" if day_.muted else day_.said, item.time, half) if part]
    return value(listed(parts))


def withheld(item: Held) -> Value:
    """An answer for a paper that may be passed on: what is confidential is not printed, and is told by telephone."""
    shown = held(item)
    return Value(BY_TELEPHONE) if shown.confidential else shown


def one_of(words: dict[str, str], item: str | None) -> Value:
    """The words for one of a closed list of values."""
    return Value(words[item]) if item else NOT_ANSWERED


def yes_no(item: str | None) -> Value:
    """Yes, no, not known, or not answered."""
    return one_of(YES_NO, item)


def age(child: Child) -> Value:
    """A child's age, or the date a birth is due."""
    if child.due_date:
        return Value(say("papers.unborn_due", day=day(child.due_date)))
    if child.not_born:
        return Value(say("papers.unborn"))
    if child.age_months is not None:
        return Value(counted("papers.months", child.age_months))
    return Value(counted("papers.years", child.age_years) if child.age_years is not None else NOT_KNOWN)


def joined(said: str, answer: Value) -> str:
    """Two answers in one line; the second only where somebody gave it."""
    return in_one((said, answer.said)) if said and not answer.muted else said


def in_one(answers: Iterable[str], between: str = ", ") -> str:
    """Several answers in one cell, without those that are not known; that they are where all of them are."""
    said = [one for one in answers if one.strip()]
    return between.join(one for one in said if one != NOT_KNOWN) or (NOT_KNOWN if said else "")
