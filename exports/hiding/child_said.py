"""What a child or parent said, and what the writer noted: in a family's paper only where the writer says so.

Whoever told something must not be known by it, and a note may hold what a family must not read, so nothing that was
written in the check is taken over by itself. The writer reads each of these answers and says of each whether it may
stand. That holds for the words that were read: words that were changed since are asked about anew, and an answer that
is held back is never offered.
"""
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from decision.case import Case, Finding, SignAnswer
from decision.known import is_unsure, is_yes
from decision.telling import talks
from exports.details import NOT_KNOWN, NOT_SAID, Details, LivedDay, MayStand
from exports.hiding.hold_places import places, said_at, without_words
from exports.hiding.written import to_print
from exports.relations import PARENTS, parents_in
from guidance.models import Indicator, Sign
from guidance.packs import Packs
from guidance.words import say

VOICE = ("words", "behaviour", "observed")
"""What of the child's voice is theirs: who helps them, and why they were not asked, are the writer's."""
SHOWN = frozenset({"voice.behaviour", "voice.observed"})
"""Places of what a child showed and did not say."""
NOTED = frozenset({
    "children.*.disability_note", "children.*.communication", "findings.*", "strengths_note", "safe_people",
    "history.help", "history.how_long", "history.how_often",
})
"""Places, by their form, of the writer's own words for which a family's paper has room. Every other text of the check
stays out of it whatever was chosen (`only_chosen`)."""
LANGUAGES = ("family.*.language", "young_person.language")
"""The language of an interpreter: no place of an answer that can be held back, and free text all the same, so the
family's paper asks about it like the others."""
LETTER = re.compile(r"\s*([A-Z]):\s")
"""What says of a line whose words it has."""
MARK = 16
"""Letters of a mark: enough that no two answers share one."""


@dataclass(frozen=True)
class ChildSaid:
    """One such answer: its place among the answers, whose it is (a child's letter, or the word for a parent; empty
    where nobody said which child), its words, and for the writer's own words the form of their place."""

    place: str
    whose: str
    said: str
    noted: str = ""

    @property
    def mark(self) -> str:
        """What tells these words from others, without holding them."""
        return sha256(self.said.encode()).hexdigest()[:MARK]

    @property
    def choice(self) -> MayStand:
        """The choice about it before anybody has made one."""
        return MayStand(place=self.place, words=self.mark)


NOBODYS = to_print(LivedDay(label="A"), label=NOT_SAID)
"""What one of several children said; never an answer, so no letter is asked of it."""


def told_by_others(packs: Packs, area_id: str) -> frozenset[str]:
    """Ids of the statements and signs that by their own words somebody else told, in this area."""
    area = packs.area(area_id)
    rows: tuple[Indicator | Sign, ...] = (*(area.indicators if area else ()), *packs.signs(area_id))
    return frozenset(one.id for one in rows if one.known_by == "told")


def what_was_said(case: Case, details: Details, told: frozenset[str]) -> tuple[ChildSaid, ...]:
    """Every answer that the writer is asked about, the child's own words first; nothing that is held back. `told`: ids
    of the statements that somebody else told where nobody has said how they are known (`told_by_others`)."""
    all_ = (*_said(case, details, told), *_noted(case))
    found = (one for one in all_ if one.said.strip() and one.said.strip() != NOT_KNOWN)
    each = {(one.noted and one.place, one.whose, one.said): one for one in reversed(tuple(found))}
    # what was said twice is asked once, at the first place; a note stands in its own place
    return tuple(reversed(each.values()))


def _said(case: Case, details: Details, told: frozenset[str]) -> Iterator[ChildSaid]:
    for name in VOICE:
        place = f"voice.{name}"
        if place not in case.held_back:
            said = getattr(case.voice, name)
            yield ChildSaid(place, _whose(case, _named(said), place not in SHOWN), said)
    if "young_person.view" not in case.held_back:
        yield ChildSaid("young_person.view", _whose(case), case.young_person.view)
    for place, one in _statements(case):
        if place not in case.held_back:
            yield from _of_statement(case, place, one, place.rpartition(".")[2] in told)
    relations = {member.key: parents_in(member.relation) for member in case.family}
    for record in details.agreement.records:
        place = f"details.agreement.records.{record.key}"
        for parent in relations.get(record.key, ()):
            if place not in case.held_back:
                yield ChildSaid(place, parent, record.said)


def _noted(case: Case) -> Iterator[ChildSaid]:
    """The writer's own words, each whole place once. Of what somebody told, the family's copy has no note at all."""
    seen = {f"findings.{one.id}" for one in case.findings if one.basis == "seen"}
    for place in dict.fromkeys(places(case, Details())):
        if place.form in NOTED and place.path not in case.held_back and (place.form != "findings.*"
                                                                         or place.path in seen):
            said = (text for name, text in said_at(case, Details(), place.path) if name != "words")
            yield ChildSaid(place.path, "", "\n".join(said), place.form)
    of_family, of_young = LANGUAGES
    for one in (member for member in case.family if member.interpreter == "yes"):
        if f"family.{one.key}" not in case.held_back:
            yield ChildSaid(of_family.replace("*", one.key), "", one.language, of_family)
    if case.young_person.interpreter == "yes":
        yield ChildSaid(of_young, "", case.young_person.language, of_young)


def _statements(case: Case) -> Iterator[tuple[str, Finding | SignAnswer]]:
    """The statements and signs that are so or in doubt, each with its place."""
    for finding in case.findings:
        yield f"findings.{finding.id}", finding
    for id_, answer in case.signs.items():
        if is_yes(answer) or is_unsure(answer):
            yield f"signs.{id_}", answer


def _of_statement(case: Case, place: str, one: Finding | SignAnswer, by_others: bool) -> Iterator[ChildSaid]:
    whose = _whose(case, one.about)
    if one.basis != "told" and (one.basis or not by_others):   # whoever told it must not be known by them
        yield ChildSaid(f"{place}.words", whose, one.words)
    if one.basis == "child_said":
        yield ChildSaid(f"{place}.note", whose, one.note)


def _named(said: str) -> tuple[str, ...]:
    """The letter with which each line of a text begins ("B: I am tired"), where it is one and the same letter."""
    begun = [LETTER.match(line) for line in said.splitlines() if line.strip()]
    letters = {found[1] if found else "" for found in begun}
    return tuple(letters) if len(letters) == 1 and "" not in letters else ()


def _whose(case: Case, about: tuple[str, ...] = (), spoken: bool = True) -> str:
    """Whose something is: an only child's; of several the one whom the statement is `about`, or where it is about none
    of them alone and was `spoken` the one who can talk, if that is certain. Nobody's words stand under another child,
    and none under a child who cannot talk: then it is one of theirs, and nobody has said whose."""
    if len(case.children) == 1:
        return case.children[0].label
    can = {child.label: talks(child) for child in case.children}
    if len(about) == 1:
        return about[0] if can.get(about[0]) else NOT_SAID
    known = tuple(child.label for child in case.children if can[child.label] and child.months is not None)
    return known[0] if spoken and len(known) == 1 and sum(can.values()) == 1 else NOT_SAID


def chosen(case: Case, details: Details, told: frozenset[str]) -> tuple[tuple[ChildSaid, MayStand], ...]:
    """Each of them with what the writer chose of it; a choice about other words counts for nothing."""
    choices = {(one.place, one.words): one for one in details.assessment.may_stand}
    return tuple((one, choices.get((one.place, one.mark), one.choice)) for one in what_was_said(case, details, told))


def with_what_may_stand(case: Case, details: Details, told: frozenset[str]) -> Details:
    """The details for a paper that the family reads: what may stand is added to the view of whoever said it.

    Of several children what nobody said whose it is stands under none of them, but once in a place of its own.
    """
    days = {day.label: day for day in details.assessment.children}
    parents = {parent: getattr(details.assessment, parent) for parent in PARENTS}
    for one, choice in chosen(case, details, told):
        if choice.may != "stands" or one.noted:
            continue
        words = say("papers.eha.shown", what=one.said) if one.place in SHOWN else one.said
        if one.whose in parents:
            parents[one.whose] = _after(parents[one.whose], words)
        elif case.children:
            day = days.get(one.whose) or (LivedDay(label=one.whose) if one.whose else NOBODYS)
            days[one.whose] = to_print(day, view=_after(day.view, words))
    views = to_print(details.assessment, children=tuple(days.values()), may_stand=(), **parents)
    return to_print(details, assessment=views)


def only_chosen(copy: Case, case: Case, details: Details) -> Case:
    """The copy of a case with those of its texts alone of which the writer chose that they may stand in their place.

    What is asked about is the `case` as it was written; every other text is emptied, also one that is added tomorrow.
    """
    may = {one.place for one, choice in chosen(case, details, frozenset()) if one.noted and choice.may == "stands"}
    for place in dict.fromkeys(places(copy, Details())):
        if place.path not in may:
            copy = without_words(copy, place.path)
    of_family, of_young = LANGUAGES
    family = tuple(one if of_family.replace("*", one.key) in may else to_print(one, language="") for one in copy.family)
    young = copy.young_person if of_young in may else to_print(copy.young_person, language="")
    return to_print(copy, family=family, young_person=young)


def _after(before: str, words: str) -> str:
    """What was written, and then the words, unless they stand in it already."""
    if words in before:
        return before
    written = before if before.strip() != NOT_KNOWN else ""
    return f"{written}\n{words}" if written.strip() else words
