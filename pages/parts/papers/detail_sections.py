"""The sections of the details: which records each one fills, and how a record is read from Details and put back."""
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from decision.case import Case
from decision.result import Decision
from exports.declaration import Document
from exports.details import (
    DOMAINS, AgreementRecord, AttachedPaper, ChildDetails, ChildText, ChronologyEntry, Details, DomainAnswer,
    HouseholdMember, LivedDay, LogEntry, PlanRow, Professional, UnnamedSource,
)
from guidance.vocabulary import Fact
from pages.parts.papers import detail_questions as asks
from pages.parts.papers.detail_fields import Field
from pages.parts.visit import knowledge

YOUNG_PERSON = "young_person"
CHILD_DOMAINS, PARENTING_DOMAINS, FAMILY_DOMAINS = DOMAINS[:6], DOMAINS[6:12], DOMAINS[12:]


@dataclass(frozen=True)
class Record:
    """One record of the details: its heading, the path to it, and its fields.

    A row of a list has a `blank` to start from, and is found by `key` (attribute, value) or by its number `row`; the
    number after the last one adds a row.
    """

    name: str
    heading: str
    path: tuple[str, ...]
    fields: tuple[Field, ...]
    blank: Fact | None = None
    key: tuple[str, str] | None = None
    row: int = 0


Records = Callable[[Case, Details, Decision], tuple[Record, ...]]


@dataclass(frozen=True)
class Section:
    """A part of the details. `adds` is set where rows can be added. One that is `special` is asked only for a document
    that names it in its `needs`; the others are asked for every document that names none.

    With `one_a_page` each record has a page to itself, numbered from 1; otherwise all stand on one page.
    """

    id: str
    title: str
    says: str
    records: Records
    adds: str = ""
    special: bool = False
    one_a_page: bool = False


def read(details: Details, record: Record) -> Fact:
    """The record as it stands, or its blank."""
    found = _at(details, record.path)
    if record.blank is None:
        return found  # type: ignore[no-any-return]
    if record.key:
        attribute, value = record.key
        return next((row for row in found if getattr(row, attribute) == value), record.blank)
    return found[record.row] if record.row < len(found) else record.blank


def write(details: Details, record: Record, new: Fact) -> Details:
    """Details with the record replaced or added; a row in which nothing is said is taken out.

    Of what is no row only the fields that are asked are replaced: another record of the page may lie within it.
    Raises ValidationError where a list holds as many rows as it may.
    """
    if record.blank is None:
        said = {field.attribute: getattr(new, field.attribute) for field in record.fields}
        return _replaced(details, record.path, _at(details, record.path).but(**said))
    rows = _at(details, record.path)
    old = read(details, record)
    if new == old:
        return details
    kept = tuple(new if row is old else row for row in rows)
    if not any(row is old for row in rows):
        kept = (*rows, new)
    return _replaced(details, record.path, tuple(row for row in kept if row is not new or new != record.blank))


def begun(case: Case, details: Details, decision: Decision, section: Section) -> bool:
    """Whether anything has been said in a section."""
    return any(read(details, record) != _empty(record) for record in section.records(case, details, decision))


def _empty(record: Record) -> Fact:
    return record.blank if record.blank is not None else _at(Details(), record.path)


def _at(model: Any, path: tuple[str, ...]) -> Any:
    for attribute in path:
        model = getattr(model, attribute)
    return model


def _replaced(details: Details, path: tuple[str, ...], new: Any) -> Details:
    for length in reversed(range(len(path))):
        new = _at(details, path[:length]).but(**{path[length]: new})
    whole: Details = new
    return whole


def labels(case: Case) -> tuple[str, ...]:
    """The letters of the children; A where none has been named yet."""
    return tuple(child.label for child in case.children) or ("A",)


def _one(*records: Record) -> Records:
    return lambda case, details, decision: records


def _children(case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
    return tuple(
        Record(f"child-{label}", f"Child {label}", ("children",), asks.CHILD, ChildDetails(label=label),
               ("label", label))
        for label in labels(case)
    )


def _household(case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
    """Those of the family who were named by relation in the questions, then those who have been added here."""
    named = tuple(
        Record(f"home-{member.key}", member.relation or "Family member", ("household",), asks.MEMBER,
               HouseholdMember(key=member.key, relation=member.relation), ("key", member.key))
        for member in case.family
    )
    keys = {member.key for member in case.family}
    others = [number for number, member in enumerate(details.household) if member.key not in keys]
    return (*named, *(_person(number) for number in others), _person(len(details.household)))


def _person(number: int) -> Record:
    return Record(f"home-{number}", "Another person", ("household",), asks.MEMBER, HouseholdMember(), row=number)


def _rows(name: str, heading: str, path: tuple[str, ...], fields: tuple[Field, ...], blank: Fact,
          ) -> Records:
    """The rows there are, and one more to fill in."""
    return lambda case, details, decision: tuple(
        Record(f"{name}-{number}", f"{heading} {number + 1}", path, fields, blank, row=number)
        for number in range(len(_at(details, path)) + 1)
    )


def _story(case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
    effects = tuple(
        Record(f"effect-{label}", f"Child {label}", ("narrative", "effects"), asks.EFFECT, ChildText(label=label),
               ("label", label))
        for label in labels(case)
    )
    return (Record("happened", "What happened", ("narrative",), asks.HAPPENED), *effects)


def _agreement(case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
    """Only those who may be told now are asked about; for the others there is the reason why nobody asked them."""
    names = {member.key: member.relation for member in case.family} | {YOUNG_PERSON: "The child or young person"}
    asked = tuple(
        Record(f"asked-{one.person}", names[one.person], ("agreement", "records"), asks.AGREEMENT,
               AgreementRecord(key=one.person), ("key", one.person))
        for one in decision.telling if one.state == "tell" and one.person in names
    )
    return (*asked, Record("not_asked", "If somebody was not asked", ("agreement",), asks.NOT_ASKED))


def _domains(ids: tuple[str, ...]) -> Records:
    return _one(*(
        Record(f"domain-{id_}", asks.DOMAIN_NAMES[id_], ("assessment", "domains"), asks.DOMAIN,
               DomainAnswer.model_validate({"domain": id_}), ("domain", id_))
        for id_ in ids
    ))


def _lived(case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
    days = tuple(
        Record(f"lived-{label}", f"Child {label}", ("assessment", "children"), asks.LIVED, LivedDay(label=label),
               ("label", label))
        for label in labels(case)
    )
    return (*days, Record("voices", "The parents, and what you think", ("assessment",), asks.VOICES))


def _tests(case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
    """The four tests as ticks, in the words of the pack."""
    process = knowledge.process("allegation_tests")
    tests = tuple((step.id, step.says) for step in process.steps)
    return (Record("tests", process.name, ("allegation",), (Field("criteria", process.says, "ticks", options=tests),)),)


SECTIONS: tuple[Section, ...] = (
    Section("children", "The children", "Give what you have. A gap is passed on as “not known”.", _children,
            one_a_page=True),
    Section("home", "Family and household", "Everybody who lives in the home or matters to the child, men too. Include "
            "parents who live elsewhere, partners and regular overnight visitors.", _household, "person",
            one_a_page=True),
    Section("professionals", "Who works with the family", "GP, health visitor, school, social worker and others.",
            _rows("professional", "Professional", ("professionals",), asks.PROFESSIONAL, Professional()),
            "professional", one_a_page=True),
    Section("you", "You", "So that somebody can ring you back today.",
            _one(Record("you", "", ("referrer",), asks.REFERRER))),
    Section("story", "What has happened", "Short and plain is best.", _story),
    Section("background", "Before now", "History, strengths and help.",
            _one(Record("background", "", ("narrative",), asks.BACKGROUND))),
    Section("unnamed", "Somebody who asks not to be named",
            "Their name is on one sheet for the front door, and is left out of everything else, wherever you wrote it.",
            _rows("unnamed", "Source", ("sources",), asks.UNNAMED, UnnamedSource()), "source", one_a_page=True),
    Section("thinking", "What you think and what you ask for", "Your own judgement, with its reasons.",
            _one(Record("thinking", "", ("narrative",), asks.THINKING))),
    Section("contact", "Reaching the family safely", "For whoever rings, writes or visits.",
            _one(Record("contact", "", ("narrative",), asks.CONTACT))),
    Section("chronology", "Events in order", "Only events that matter, good ones too.",
            _rows("event", "Event", ("chronology",), asks.CHRONOLOGY, ChronologyEntry()), "event",
            one_a_page=True),
    Section("papers", "What goes with it", "Nothing has to be attached. A missing paper never holds up a referral.",
            _rows("paper", "Paper", ("attachments",), asks.PAPER, AttachedPaper(name="")), "paper",
            one_a_page=True),
    Section("agreement", "Who was asked, and who agreed", "Only for people who may be told now.", _agreement),
    Section("assess_start", "The assessment and agreement to it", "Early help is a choice for the family.",
            _one(Record("start", "About the assessment", ("assessment",), asks.START),
                 Record("agreed", "Agreement at the start", ("assessment", "start"), asks.AGREED)),
            special=True),
    Section("assess_child", "The child’s development", "What goes well, what is hard, how you know.",
            _domains(CHILD_DOMAINS), special=True),
    Section("assess_parenting", "Parenting", "What goes well, what is hard, how you know.",
            _domains(PARENTING_DOMAINS), special=True),
    Section("assess_family", "Family and surroundings", "What goes well, what is hard, how you know.",
            _domains(FAMILY_DOMAINS), special=True),
    Section("assess_voice", "Views and meaning", "The child’s own view comes first.", _lived, special=True),
    Section("assess_plan", "The plan", "One row for each need.",
            _rows("plan", "Row", ("assessment", "plan"), asks.PLAN, PlanRow()), "row", special=True, one_a_page=True),
    Section("assess_close", "Review and agreement to share", "Agreed with the family at the time.",
            _one(Record("close", "Review", ("assessment",), asks.CLOSE),
                 Record("shared", "Agreement to share", ("assessment", "end"), asks.AGREED)),
            special=True),
    Section("log", "What has been done, step by step", "Calls, messages, visits and enquiries, each with its result.",
            _rows("log", "Step", ("log",), asks.LOG, LogEntry()), "step", one_a_page=True),
    Section("attendance", "School and attendance", "Give what you have. A gap is passed on as “not known”.",
            _one(Record("attendance", "", ("missing_education",), asks.ATTENDANCE)), special=True),
    Section("told", "Who has been told, and safety", "A worry for the child’s safety never waits for school days.",
            _one(Record("told", "", ("missing_education",), asks.TOLD)), special=True),
    Section("school_file", "School file, leaver form and register", "No date for the register is worked out here.",
            _one(Record("file", "", ("missing_education",), asks.SCHOOL_FILE)), special=True),
    Section("tests", "The four tests", "If you are not sure that one is met, ask the officer. One form for each adult.",
            _tests, special=True),
    Section("adult", "The adult", "What you already know. Do not ask the adult or anybody else to find out more.",
            _one(Record("adult", "", ("allegation",), asks.ADULT)), special=True),
    Section("alleged", "What is said", "Short, and only facts. Nobody is interviewed for this.",
            _one(Record("alleged", "", ("allegation",), asks.ALLEGED)), special=True),
    Section("done_so_far", "What has been done so far", "The officer is told before anybody looks into it.",
            _one(Record("done", "", ("allegation",), asks.DONE_SO_FAR)), special=True),
    Section("talk", "The conversation, and both views", "Write it down while it is fresh.",
            _one(Record("talk", "", ("conversation",), asks.TALK)), special=True),
    Section("decided", "What was decided, and why", "Also where it was decided not to refer.",
            _one(Record("decided", "", ("conversation",), asks.DECIDED)), special=True),
)
SECTION: dict[str, Section] = {section.id: section for section in SECTIONS}


def sections_for(document: Document) -> tuple[Section, ...]:
    """The sections that a document asks for: those it names, in its order, or all that are not special."""
    if document.needs:
        return tuple(SECTION[id_] for id_ in document.needs)
    return tuple(section for section in SECTIONS if not section.special)
