"""Jobs that the app gives to single entries: each is done by exactly one national entry, and by none of an area's.

The app finds these entries by what they do (`use`, `after`, `place_now`) and never by their id. An entry that loses its
job, by a slip or by being renamed, would be missed only when somebody needs it, so the check refuses it here.
"""
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_args

from guidance.folder import Folder, Row
from guidance.packs import AreaPack, NationalPack
from guidance.problems import Place, Problem, shown
from guidance.vocabulary import CallOutcome, ConsentUse, DutyUse, PlaceNow, ProcessUse, TellingUse

MISSING: PlaceNow = "missing"
"""The one answer about where the child is that a sign has to stand for."""


class Job(NamedTuple):
    """Something that entries of a part may be for: the field that says so, what such an entry is, and each value."""

    part: str
    field: str
    entry: str
    values: Mapping[Any, str]


_TELLING: dict[TellingUse, str] = {
    "harm": "what is said where a finding of harm has no rule of its own",
    "harm_at_home": "the same, where it is about the care that the child gets or the home",
    "unread": "where a sign was yes and its area cannot be read now",
    "risk_raised": "where telling somebody would raise the risk",
    "source_unknown": "where it is not known who caused the harm",
    "child_beside_family": "what the child is told where nobody in the family is simply told",
    "small_child": "what a small child is told where somebody at home may be dangerous",
}
_CONSENT: dict[ConsentUse, str] = {"be_open": "being open with the family where nothing speaks against it"}
_PROCESS: dict[ProcessUse, str] = {
    "emergency": "ringing 999",
    "what_to_say": "what to say when the call is answered",
    "asking_advice": "what to say where only advice is asked for",
    "asking_for_help": "what to say where help is asked for and nothing is of harm",
    "about_an_adult": "what to say about somebody of 18 or over",
    "a_child_tells": "how to listen to a child who tells something",
    "disagreement": "what to do where somebody decided not to act and you still worry",
    "allegation_tests": "the tests for telling the designated officer about an adult",
}
_AFTER: dict[CallOutcome, str] = {
    "taken": "the front door has taken it on", "advice": "advice was given",
    "no_further_action": "they will not act", "no_answer": "nobody answered",
    "get_agreement": "they ask for the family's agreement first",
}
_DUTY: dict[DutyUse, str] = {
    "open_case": "a child who has a social worker", "adult": "a young person of 18 or over",
    "missing_education": "a child who is missing from education",
}
JOBS = (
    Job("telling", "use", "telling rule", _TELLING),
    Job("consent", "use", "rule", _CONSENT),
    Job("processes", "use", "process", _PROCESS),
    Job("processes", "after", "process", _AFTER),
    Job("duties", "use", "duty", _DUTY),
    Job("signs", "place_now", "sign", {MISSING: "a child whom nobody can find"}),
)
"""Every job, with what each value stands for in words."""
UNCHECKED = tuple(value for value in get_args(PlaceNow) if value != MISSING)
"""Answers about where the child is that a sign of any pack may stand for, and need not."""
NATIONAL_ONLY = tuple(dict.fromkeys([*((job.part, job.field) for job in JOBS), ("telling", "body")]))
"""Fields that only a national entry may fill; `body` switches a rule on by itself, the same way in every area."""


def job_problems(folder: Folder[NationalPack]) -> Iterator[Problem]:
    """Jobs that no entry of the national pack does, or more than one."""
    for job in JOBS:
        if job.part in folder.whole:
            for value, words in job.values.items():
                doing = [row for row in folder.rows[job.part] if getattr(row.item, job.field) == value]
                yield from _none(folder, job, value, words) if not doing else _more(job, value, doing)


def _none(folder: Folder[NationalPack], job: Job, value: str, words: str) -> Iterator[Problem]:
    place = Place(shown(folder.path / folder.format.file_of(job.part)))
    written = f"{value} in the column {job.field}" if job.part == "signs" else f"{job.field}: {value}"
    says = f'No {job.entry} is marked as the one for this: {words} ("{value}"). The app would not find it.'
    yield place.problem("no_job", says, f"Write {written} in the {job.entry} that is meant.", (job.field,))


def _more(job: Job, value: str, doing: list[Row]) -> Iterator[Problem]:
    first = doing[0]
    for row in doing[1:]:
        says = f'"{first.item.id}" ({first.place.words()}) is marked as "{value}" already, and there can be one only.'
        yield row.place.problem("two_jobs", says, "Take it out of one of the two.", (job.field,))


def national_only_problems(folder: Folder[AreaPack]) -> Iterator[Problem]:
    """Jobs that an area gives to entries of its own."""
    for part, field in NATIONAL_ONLY:
        for row in folder.rows.get(part, ()):
            value = getattr(row.item, field)
            if value and value not in UNCHECKED:
                yield row.place.problem(
                    "national_only", f'"{field}" is for the national pack, whose entry holds in every area.',
                    "Leave it out. To give this area's own words, write an entry with the id of the national one.",
                    (field,))


def emergency_problems(folder: Folder[NationalPack]) -> Iterator[Problem]:
    """The contacts for an emergency and for the police, which the whole app leans on, have a number to ring."""
    contacts = {row.item.id: row.item for row in folder.rows.get("contacts", ())}
    for field in ("emergency", "police"):
        contact = contacts.get(getattr(folder.head.item, field)) if folder.head else None
        if folder.head and contact and contact.dial() is None:
            yield folder.head.place.problem("no_number", f'The contact "{contact.id}" has no number to dial.',
                                            "Name another contact, or give its number in contacts.yaml.", (field,))
