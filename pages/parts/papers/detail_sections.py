"""The sections of the details: which records each one fills, for the children of the case."""
from collections.abc import Callable
from dataclasses import dataclass, replace

from decision.case import Case
from decision.result import Decision
from exports.declaration import Document
from exports.details import (
    DOMAINS, AgreementRecord, AttachedPaper, ChildDetails, ChildText, ChronologyEntry, Details, DomainAnswer,
    HouseholdMember, LivedDay, LogEntry, PlanRow, Professional, UnnamedSource,
)
from exports.hiding.child_said import LANGUAGES, ChildSaid, told_by_others, what_was_said
from exports.hiding.hold_labels import CALLED
from exports.material import Material
from exports.not_yet import is_unborn, not_asked
from exports.prefilled import is_blank
from exports.relations import PARENTS, views_of
from guidance.vocabulary import Fact
from guidance.words import say
from guidance.words.forms import capital
from pages.parts.papers import detail_questions as asks
from pages.parts.papers.detail_fields import Field
from pages.parts.papers.detail_record import Record, at, read
from pages.parts.visit import clock, knowledge

YOUNG_PERSON = "young_person"
CHILD_DOMAINS, PARENTING_DOMAINS, FAMILY_DOMAINS = DOMAINS[:6], DOMAINS[6:12], DOMAINS[12:]

Records = Callable[[Case, Details, Decision], tuple[Record, ...]]


@dataclass(frozen=True)
class Section:
    """A part of the details. `adds`: rows can be added. One that is `special` is asked only for a document
    that names it in its `needs`; the others are asked for every document that names none.

    With `one_a_page` each record has a page to itself, numbered from 1; otherwise all stand on one page.
    `every`: its records, with all that can be asked of anybody. `of`: the paper that it is asked for, of which it asks
    nothing that does not stand there.
    """

    id: str
    every: Records
    adds: bool = False
    special: bool = False
    one_a_page: bool = False
    of: Document | None = None

    @property
    def title(self) -> str:
        """What it is called on its page and in the list."""
        return say(f"documents.section.{self.id}")

    @property
    def says(self) -> str:
        """What it is about, in a line."""
        return say(f"documents.section.{self.id}.says")

    def records(self, case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
        """Its records without what the paper does not print, and what no child of that age can have; of that, what
        somebody has written stands all the same.
        """
        m = Material(case, details, decision, knowledge.packs(), clock.now())
        left = (_possible(m, self._printed(record)) for record in self.every(case, details, decision))
        return tuple(record for record in left if record.fields)

    def _printed(self, record: Record) -> Record:
        paper = self.of
        fields = tuple(field for field in record.fields if paper is None or paper.prints(record.path, field.attribute))
        return replace(record, fields=fields) if len(fields) < len(record.fields) else record


def _possible(m: Material, record: Record) -> Record:
    """A record without the questions that cannot be answered at the ages of the case and are still blank."""
    without, said = not_asked(m, record.path, record.key[1] if record.key else ""), read(m.details, record)
    fields = tuple(field for field in record.fields
                   if field.attribute not in without or not is_blank(getattr(said, field.attribute)))
    child = m.case.child(record.key[1]) if record.path == ("children",) and record.key else None
    if child and is_unborn(m, child):
        fields = tuple(replace(field, called=say("documents.child.name.unborn")) if field.attribute == "name" else field
                       for field in fields)
    return replace(record, fields=fields) if fields != record.fields else record


def labels(case: Case) -> tuple[str, ...]:
    """The letters of the children; A where none has been named yet."""
    return tuple(child.label for child in case.children) or ("A",)


def _one(*records: Record) -> Records:
    return lambda case, details, decision: records


def _children(case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
    return tuple(
        Record(f"child-{label}", _child(label), ("children",), asks.CHILD, ChildDetails(label=label),
               ("label", label))
        for label in labels(case)
    )


def _household(case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
    """Those of the family who were named by relation in the questions, then those who have been added here."""
    named = tuple(
        Record(f"home-{member.key}", capital(member.relation) or say("documents.heading.member"), ("household",),
               asks.MEMBER, HouseholdMember(key=member.key, relation=member.relation), ("key", member.key))
        for member in case.family
    )
    keys = {member.key for member in case.family}
    others = [number for number, member in enumerate(details.household) if member.key not in keys]
    return (*named, *(_person(number, details) for number in others), _person(len(details.household), details))


def _person(number: int, details: Details) -> Record:
    """Somebody who was added here; the row to add another is folded."""
    new = number == len(details.household)
    said = "" if new else capital(details.household[number].relation)
    return Record(f"home-{number}", said or say("documents.heading.person"), ("household",), asks.MEMBER,
                  HouseholdMember(), row=number, folded=new)


def _child(label: str) -> str:
    return say("documents.heading.child", label=label)


def _rows(name: str, path: tuple[str, ...], fields: tuple[Field, ...], blank: Fact) -> Records:
    """The rows there are, and one more to fill in."""
    return lambda case, details, decision: tuple(
        Record(f"{name}-{number}", say(f"documents.heading.{name}", number=number + 1), path, fields, blank, row=number)
        for number in range(len(at(details, path)) + 1)
    )


def _story(case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
    effects = tuple(
        Record(f"effect-{label}", _child(label), ("narrative", "effects"), asks.EFFECT, ChildText(label=label),
               ("label", label))
        for label in labels(case)
    )
    return (Record("happened", say("documents.heading.happened"), ("narrative",), asks.HAPPENED), *effects)


def _agreement(case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
    """Only those who may be told now are asked about; for the others there is the reason why nobody asked them."""
    names = {member.key: capital(member.relation) for member in case.family}
    names |= {YOUNG_PERSON: say("documents.heading.young")}
    asked = tuple(
        Record(f"asked-{one.person}", names[one.person], ("agreement", "records"), asks.AGREEMENT,
               AgreementRecord(key=one.person), ("key", one.person))
        for one in decision.telling if one.state == "tell" and one.person in names
    )
    return (*asked, Record("not_asked", say("documents.heading.not_asked"), ("agreement",), asks.NOT_ASKED))


def _domains(ids: tuple[str, ...]) -> Records:
    return _one(*(
        Record(f"domain-{id_}", asks.DOMAIN_NAMES[id_], ("assessment", "domains"), asks.DOMAIN,
               DomainAnswer.model_validate({"domain": id_}), ("domain", id_), folded=True)
        for id_ in ids
    ))


def _may_stand(case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
    """What a child or parent said, and what was noted: each with its words, and whether they may stand."""
    return tuple(
        Record(f"said-{number}", _said_where(one, case), ("assessment", "may_stand"), asks.MAY_STAND, one.choice,
               ("key", one.choice.key), shows=one.said)
        for number, one in enumerate(what_was_said(case, details, told_by_others(knowledge.packs(), case.home_area)))
    )


def _said_where(one: ChildSaid, case: Case) -> str:
    """What an answer is called: by its question, by the statement that it stands beside, or by whoever said it."""
    if one.whose in PARENTS:
        return say(f"documents.said.by_{one.whose}")
    if one.noted in LANGUAGES:
        keys = {member.key: member.relation for member in case.family}
        return say("documents.said.language", who=keys.get(one.place.split(".")[1], "") or say("papers.young_person"))
    if one.noted and not one.place.startswith("findings."):
        return say(CALLED[one.noted], who=one.place.split(".")[1] if "*" in one.noted else "")
    if (group := one.place.partition(".")[0]) in ("signs", "findings"):
        packs, id_ = knowledge.packs(), one.place.split(".")[1]
        area = packs.area(case.home_area)
        rows = {sign.id: sign.says for sign in packs.signs(case.home_area)}
        rows |= {row.id: row.says for row in area.indicators} if area else {}
        return say(f"documents.said.{'noted' if one.noted else group}", statement=rows.get(id_, id_))
    where = say(f"documents.said.{one.place.replace('.', '_')}")
    return where if len(case.children) < 2 else say("documents.said.of_several", what=where)


def _lived(case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
    days = tuple(
        Record(f"lived-{label}", _child(label), ("assessment", "children"), asks.LIVED, LivedDay(label=label),
               ("label", label))
        for label in labels(case)
    )
    left_out = set(PARENTS) - views_of(case, details)
    fields = tuple(field for field in asks.VOICES if field.attribute not in left_out)
    return (*days, Record("voices", say("documents.heading.voices"), ("assessment",), fields))


def _tests(case: Case, details: Details, decision: Decision) -> tuple[Record, ...]:
    """The four tests as ticks, in the words of the pack."""
    process = knowledge.process("allegation_tests")
    tests = tuple((step.id, step.says) for step in process.steps)
    asked = Field("criteria", process.says, "ticks", options=tests, still="yours")
    return (Record("tests", process.name, ("allegation",), (asked,)),)


SECTIONS: tuple[Section, ...] = (
    Section("children", _children),
    Section("home", _household, adds=True),
    Section("you", _one(Record("you", "", ("referrer",), asks.REFERRER))),
    Section("story", _story),
    Section("background", _one(Record("background", "", ("narrative",), asks.BACKGROUND))),
    Section("contact", _one(Record("contact", "", ("narrative",), asks.CONTACT))),
    Section("agreement", _agreement),
    Section("thinking", _one(Record("thinking", "", ("narrative",), asks.THINKING))),
    Section("unnamed", _rows("unnamed", ("sources",), asks.UNNAMED, UnnamedSource()), adds=True, one_a_page=True),
    Section("professionals", _rows("professional", ("professionals",), asks.PROFESSIONAL, Professional()), adds=True,
            one_a_page=True),
    Section("chronology", _rows("event", ("chronology",), asks.CHRONOLOGY, ChronologyEntry()), adds=True,
            one_a_page=True),
    Section("papers", _rows("paper", ("attachments",), asks.PAPER, AttachedPaper(name="")), adds=True, one_a_page=True),
    Section("assess_said", _may_stand, special=True),
    Section("assess_start", _one(
        Record("start", say("documents.heading.start"), ("assessment",), asks.START),
        Record("agreed", say("documents.heading.agreed"), ("assessment", "start"), asks.AGREED)), special=True),
    Section("assess_child", _domains(CHILD_DOMAINS), special=True),
    Section("assess_parenting", _domains(PARENTING_DOMAINS), special=True),
    Section("assess_family", _domains(FAMILY_DOMAINS), special=True),
    Section("assess_voice", _lived, special=True),
    Section("assess_plan", _rows("plan", ("assessment", "plan"), asks.PLAN, PlanRow()), adds=True, special=True,
            one_a_page=True),
    Section("assess_close", _one(
        Record("close", say("documents.heading.close"), ("assessment",), asks.CLOSE),
        Record("shared", say("documents.heading.shared"), ("assessment", "end"), asks.AGREED)), special=True),
    Section("log", _rows("log", ("log",), asks.LOG, LogEntry()), adds=True, one_a_page=True),
    Section("attendance", _one(Record("attendance", "", ("missing_education",), asks.ATTENDANCE)), special=True),
    Section("told", _one(Record("told", "", ("missing_education",), asks.TOLD)), special=True),
    Section("school_file", _one(Record("file", "", ("missing_education",), asks.SCHOOL_FILE)), special=True),
    Section("tests", _tests, special=True),
    Section("adult", _one(Record("adult", "", ("allegation",), asks.ADULT)), special=True),
    Section("alleged", _one(Record("alleged", "", ("allegation",), asks.ALLEGED)), special=True),
    Section("done_so_far", _one(Record("done", "", ("allegation",), asks.DONE_SO_FAR)), special=True),
    Section("talk", _one(Record("talk", "", ("conversation",), asks.TALK)), special=True),
    Section("decided", _one(Record("decided", "", ("conversation",), asks.DECIDED)), special=True),
)
SECTION: dict[str, Section] = {section.id: section for section in SECTIONS}


def sections_for(document: Document) -> tuple[Section, ...]:
    """The sections that a document asks for, each with what it prints: those it names, in its order, or all that are
    not special."""
    needs = document.needs or tuple(section.id for section in SECTIONS if not section.special)
    return tuple(replace(SECTION[id_], of=document) for id_ in needs)


def section_of(document: Document, section: Section) -> Section:
    """A section as a document asks it; whole where it does not ask it at all."""
    return next((one for one in sections_for(document) if one.id == section.id), section)
