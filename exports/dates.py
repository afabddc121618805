"""Every date of the details: what it is called, what it is a date of, and what does not fit. Warns and never blocks.

A date from a file can be anything; it is kept, named here, and printed with a mark instead of as a fact.
"""
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dateutil.relativedelta import relativedelta

from decision.case import Case
from decision.consistency import age_doubt, day_mark, event_mark
from decision.hours import local
from decision.written_day import DayKind, day_doubt, impossible, oddness, read_day
from exports.blocks import Value
from exports.details import NOT_KNOWN, ChildDetails, Details, Known, LogEntry
from exports.material import CANNOT_BE, Material, known, logged, when
from guidance.words import say

YOUNGEST_PARENT = 12
"""Years between a parent and a child below which one of two dates of birth is more likely wrong."""
PARENT = re.compile(r"\b(mother|mum|father|dad|parent|carer)\b", re.IGNORECASE)
NO_PARENT = re.compile(r"\b(god|birth partner|brother|sister)\b", re.IGNORECASE)
YEAR_GROUP = re.compile(r"\b(?:year|yr|y)?\s*(1[0-4]|[1-9])\b|\b(reception|nursery)\b", re.IGNORECASE)
RECEPTION_AGE = 4
"""Age in years at the end of August before a child's reception year; a year more for each year group."""
SCHOOL_YEAR_BEGINS = 9
SINGLE: tuple[tuple[tuple[str, ...], str, DayKind], ...] = (
    (("missing_education",), "last_attended", "past"),
    (("missing_education",), "last_seen", "past"),
    (("missing_education",), "safeguarding_on", "past"),
    (("missing_education",), "file_on", "past"),
    (("missing_education",), "leaver_form_on", "past"),
    (("allegation",), "born", "adult_born"),
    (("allegation",), "said_on", "past"),
    (("allegation",), "officer_told_on", "past"),
    (("agreement",), "approved_on", "past"),
    (("assessment",), "started_on", "past"),
    (("assessment",), "completed_on", "past"),
    (("assessment",), "review_on", "ahead"),
    (("assessment",), "signed_off_on", "past"),
    (("assessment", "start"), "on", "past"),
    (("assessment", "end"), "on", "past"),
    (("conversation",), "on", "past"),
    (("conversation",), "in_writing_by", "ahead"),
    (("conversation",), "look_again_on", "ahead"),
)
"""Path of a record, attribute, what it is a date of. What it is called stands in the catalogue under both."""
LISTS: tuple[tuple[tuple[str, ...], str, DayKind], ...] = (
    (("children",), "born", "child_born"),
    (("children",), "due", "due"),
    (("household",), "born", "born"),
    (("log",), "on", "past"),
    (("log",), "when", "past"),
    (("agreement", "records"), "asked_on", "past"),
)
"""Path of a list, attribute, what it is a date of. What a row and the date in it are called stands in the catalogue."""
IN_ORDER = (
    (("assessment", "started_on"), ("assessment", "completed_on"), "dates.order.ends_first"),
    (("assessment", "completed_on"), ("assessment", "signed_off_on"), "dates.order.signed_off_first"),
    (("assessment", "completed_on"), ("assessment", "review_on"), "dates.order.review_first"),
    (("missing_education", "last_attended"), ("missing_education", "last_seen"), "dates.order.seen_before_last_day"),
    (("allegation", "said_on"), ("allegation", "officer_told_on"), "dates.order.officer_first"),
    (("conversation", "on"), ("conversation", "in_writing_by"), "dates.order.writing_first"),
    (("conversation", "on"), ("conversation", "look_again_on"), "dates.order.look_first"),
)
"""Two dates of which the second cannot come first, and the key of what it means if it does."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One date: the record it stands in, its attribute, the key of its row (a letter, or a number from nought), what it
    is called, what it is a date of."""

    path: tuple[str, ...]
    attribute: str
    row: str
    called: str
    of: DayKind
    value: date


@dataclass(frozen=True, slots=True)
class Doubt:
    """What does not fit about a date, as a sentence that repeats no answer but an age; the date it is about."""

    path: tuple[str, ...]
    attribute: str
    row: str
    says: str

    @property
    def field(self) -> str:
        """The field as checks name it."""
        return ".".join(("details", *self.path, self.attribute))


def dated(details: Details) -> Iterator[Dated]:
    """Every date of the details that is a date, whether it can be so or not."""
    for path, attribute, of in SINGLE:
        if (value := _day(_at(details, (*path, attribute)))) is not None:
            yield Dated(path, attribute, "", say(_key(path, attribute)), of, value)
    for path, attribute, of in LISTS:
        for number, item in enumerate(_at(details, path)):
            if (value := _day(getattr(item, attribute))) is not None:
                key = getattr(item, "label", str(number))
                name = key if hasattr(item, "label") else str(number + 1)
                yield Dated(path, attribute, key, say(_key(path, attribute), row=name), of, value)


def _key(path: tuple[str, ...], attribute: str) -> str:
    """The key of what a date is called."""
    return f"dates.of.{'_'.join(path)}.{attribute}"


def doubts(case: Case, details: Details, now: datetime) -> tuple[Doubt, ...]:
    """All that does not fit: dates that cannot be or are odd, and dates against each other and the case."""
    today = local(now).date()
    alone = (Doubt(item.path, item.attribute, item.row, say("dates.odd", called=item.called, doubt=_alone(item, today)))
             for item in dated(details) if day_doubt(item.value, today, item.of))
    return (*alone, *_events(details, today), *against(case, details, now))


def _events(details: Details, today: date) -> Iterator[Doubt]:
    """Events whose date is text: what reads as a date, and cannot be or is still to come."""
    for number, entry in enumerate(details.chronology):
        read = read_day(entry.when, today, "event")
        if read.words and read.doubt:
            yield Doubt(("chronology",), "when", str(number), say("dates.odd_event", number=number + 1))


def _alone(item: Dated, today: date) -> str:
    if impossible(item.value, today, item.of):
        return say("dates.cannot_be_this")
    return say("dates.a_date", odd=oddness(item.value, today, item.of))


def against(case: Case, details: Details, now: datetime) -> tuple[Doubt, ...]:
    """Dates that do not fit each other, the ages in the case, the due date, the year group, or a parent's age."""
    today = local(now).date()
    return (*_children(case, details, today), *_parents(details), *_year_group(case, details, today), *_order(details))


def birth(m: Material, details: ChildDetails) -> Value:
    """A child's date of birth or due date for a paper, marked where it cannot be or does not fit the age given."""
    today = local(m.now).date()
    on, child = _day(details.born), m.case.child(details.label)
    if details.due:
        return marked(details.due, "due", today, details.born_estimated)
    if on is None or child is None or impossible(on, today, "child_born"):
        return marked(details.born, "child_born", today, details.born_estimated)
    doubt = age_doubt(child, on, today, details.born_estimated)
    return marked(details.born, "child_born", today, details.born_estimated, doubt)


def born(m: Material, item: Known, of: DayKind = "born") -> Value:
    """The date of birth of somebody else for a paper, marked where it cannot be."""
    return marked(item, of, local(m.now).date())


def marked(item: Known, of: DayKind, today: date, estimated: bool = False, doubt: str = "") -> Value:
    """A date for a paper; one that cannot be, or that something speaks against, with a mark instead of as a fact."""
    value = _day(item)
    if value is not None and not doubt:
        doubt = _mark(value, today, of)
    shown = known(item, estimated)
    return _beside(shown, doubt)


def _mark(value: date, today: date, of: DayKind) -> str:
    """What cannot be, and what is said to have been and is still to come or lies too far ahead."""
    if impossible(value, today, of):
        return CANNOT_BE
    return oddness(value, today, of).replace("which", "this", 1) if value > today else ""


def past(m: Material, item: Known) -> Value:
    """A day on which something was done, for a paper."""
    return marked(item, "past", local(m.now).date())


def ahead(m: Material, item: Known) -> Value:
    """A day that is planned, for a paper."""
    return marked(item, "ahead", local(m.now).date())


def step(m: Material, item: LogEntry) -> Value:
    """When something in the log was done, for a paper."""
    shown, on = logged(item), _day(item.when or item.on)
    mark = _mark(on, local(m.now).date(), "past") if on else ""
    return _beside(shown, mark)


def event(m: Material, name: str) -> Value:
    """An event of the case for a paper, by its name."""
    at = getattr(m.case.events, name)
    return _beside(when(at), event_mark(at, m.now) if at else "")


def case_day(m: Material, field: str, value: date) -> str:
    """A day of the case for a paper, by its field."""
    return _beside(known(value), day_mark(field, value, m.case, local(m.now).date())).said


def _beside(shown: Value, mark: str) -> Value:
    return Value(say("dates.check", said=shown.said, doubt=mark)) if mark and not shown.said.endswith("]") else shown


def _day(item: Known | datetime) -> date | None:
    if isinstance(item, datetime):
        return local(item).date()
    return item if isinstance(item, date) else None


def _at(details: Details, path: tuple[str, ...]) -> Any:
    found: Any = details
    for name in path:
        found = getattr(found, name)
    return found


def _children(case: Case, details: Details, today: date) -> Iterator[Doubt]:
    for item in details.children:
        child, born, due = case.child(item.label), _day(item.born), _day(item.due)
        if child and born and (doubt := age_doubt(child, born, today, item.born_estimated)):
            yield Doubt(("children",), "born", item.label, say("dates.age", child=item.label, doubt=doubt))
        if born and due and due < born - relativedelta(months=1):
            yield Doubt(("children",), "due", item.label, say("dates.due_before_born", child=item.label))
        elif born and due and due > today:
            yield Doubt(("children",), "due", item.label,
                        say("dates.born_and_due", child=item.label))
        if child and due and child.due_date not in (None, due):
            yield Doubt(("children",), "due", item.label,
                        say("dates.other_due", child=item.label))
        elif child and due and child.months is not None and not child.unborn:
            yield Doubt(("children",), "due", item.label,
                        say("dates.due_and_age", child=item.label))


def _parents(details: Details) -> Iterator[Doubt]:
    """Parents and carers too young for the eldest child."""
    births = [born for item in details.children if (born := _day(item.born))]
    for number, member in enumerate(details.household):
        born = _day(member.born)
        parent = PARENT.search(member.relation) and not NO_PARENT.search(member.relation)
        if parent and born and births and born + relativedelta(years=YOUNGEST_PARENT) > min(births):
            yield Doubt(("household",), "born", str(number), say("dates.young_parent", number=number + 1))


def _year_group(case: Case, details: Details, today: date) -> Iterator[Doubt]:
    """The year group against the ages and dates of birth; a child may be taught a year above or below their age."""
    group = year_group(details.missing_education.year_group)
    expected = [span for label in dict.fromkeys((*(one.label for one in case.children),
                                                 *(one.label for one in details.children)))
                if (span := _expected(case, details.child(label), today))]
    if group is None or not expected:
        return
    if not any(least - 1 <= group <= most + 1 for least, most in expected):
        yield Doubt(("missing_education",), "year_group", "",
                    say("dates.year_group"))


def year_group(said: str) -> int | None:
    """A year group as a number: reception 0, nursery -1, year 4 or Y4 or 4 as 4; None for anything else."""
    found = YEAR_GROUP.search(said) if said != NOT_KNOWN else None
    if found is None:
        return None
    return int(found[1]) if found[1] else {"reception": 0, "nursery": -1}[found[2].lower()]


def _expected(case: Case, details: ChildDetails, today: date) -> tuple[int, int] | None:
    """The year groups that a child of this birth or age can be in."""
    begins = date(today.year - (today.month < SCHOOL_YEAR_BEGINS), SCHOOL_YEAR_BEGINS, 1)
    born, child = _day(details.born), case.child(details.label)
    if born and not impossible(born, today, "child_born"):
        group = relativedelta(begins - relativedelta(days=1), born).years - RECEPTION_AGE
        return group, group
    if child is None or child.months is None or child.unborn:
        return None
    years = child.months // 12
    return years - RECEPTION_AGE - 1, years - RECEPTION_AGE


def _order(details: Details) -> Iterator[Doubt]:
    for first, second, says in IN_ORDER:
        one, other = _day(_at(details, first)), _day(_at(details, second))
        if one and other and other < one:
            yield Doubt(second[:-1], second[-1], "", say(says))
