"""Dates of the details: what cannot be, what does not fit, and how it is printed."""
import json
import re
from datetime import date, datetime
from functools import reduce
from operator import getitem
from pathlib import Path
from types import UnionType
from typing import Any, get_args

import pytest

from decision.assess import assess
from decision.case import Case, Child
from decision.consistency import EVENTS
from exports.casefile import read
from exports.checks import checks
from exports.dates import LISTS, SINGLE, against, birth, dated, doubts, marked, year_group
from exports.details import (
    NOT_KNOWN, Allegation, Assessment, ChildDetails, ChronologyEntry, Details, HouseholdMember, MissingEducation,
)
from exports.make import DOCUMENTS, make
from exports.material import Material, known
from guidance.load import load_packs
from guidance.vocabulary import Fact
from tests.exports import samples
from tests.exports.reading import tagged_text

NOW = samples.NOW
TODAY = NOW.date()
FIELD = Path(__file__).parents[1] / "field"


def said(case: Case, details: Details) -> list[str]:
    """What does not fit, in words."""
    return [doubt.says for doubt in doubts(case, details, NOW)]


def eight(**fields: Any) -> tuple[Case, Details]:
    """A child of eight, and what the details say of the child."""
    return (Case(children=(Child(label="A", age_years=8),)),
            Details(children=(ChildDetails.model_validate({"label": "A", **fields}),)))


def dates_of(model: type[Fact], path: tuple[str, ...] = ()) -> set[tuple[tuple[str, ...], str]]:
    """Every attribute that can hold a date, with the path to its record, read from the types."""
    found = set()
    for name, field in model.model_fields.items():
        kinds = list(flat(field.annotation))
        if date in kinds or datetime in kinds:
            found.add((path, name))
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, Fact):
                found |= dates_of(kind, (*path, name))
    return found


def flat(annotation: Any) -> Any:
    """The plain types in an annotation."""
    inside = get_args(annotation)
    if isinstance(annotation, UnionType) or inside:
        for one in inside:
            yield from flat(one)
    else:
        yield annotation


def test_no_date_of_the_details_is_left_unchecked() -> None:
    """A date that is added to the details is added here, or this fails."""
    checked = {(path, name) for path, name, *_ in (*SINGLE, *LISTS)}
    assert dates_of(Details) == checked


@pytest.mark.parametrize("wrong", [date(18, 3, 27), date(2062, 3, 27)])
def test_every_date_that_cannot_be_is_kept_and_named(wrong: date) -> None:
    """From a file any date opens; each one is in the details still, and a check points to it."""
    details = Details.model_validate(_filled(Details, wrong))
    again = Details.model_validate_json(details.model_dump_json())
    assert again == details
    items = list(dated(again))
    assert len(items) == len(SINGLE) + len(LISTS)
    named = {(doubt.path, doubt.attribute) for doubt in doubts(Case(), again, NOW)}
    assert named >= {(item.path, item.attribute) for item in items}


def _filled(model: type[Fact], value: date) -> dict[str, Any]:
    """A model with this date wherever one fits, and one row in every list that holds dates."""
    made: dict[str, Any] = {}
    paths = dates_of(model)
    for name, field in model.model_fields.items():
        inner = [kind for kind in flat(field.annotation) if isinstance(kind, type) and issubclass(kind, Fact)]
        if ((), name) in paths:
            made[name] = datetime(*value.timetuple()[:3]) if datetime in flat(field.annotation) else value  # noqa: DTZ001
        elif inner and any(path[:1] == (name,) for path, _ in paths):
            row = _filled(inner[0], value) | ({"label": "A"} if "label" in inner[0].model_fields else {})
            row |= {"key": "mother"} if "key" in inner[0].model_fields else {}
            made[name] = [row] if "tuple" in str(field.annotation) else row
    return made


@pytest.mark.parametrize(("fields", "says"), [
    ({"born": "2026-08-01"}, "the date of birth makes the child 3 months old, and the age given is 8 years old"),
    ({"born": "2062-03-27"}, "it cannot be this date"), ({"born": "0018-03-27"}, "it cannot be this date"),
    ({"due": "2027-03-01"}, "a due date, and an age as if already born"),
    ({"born": "2018-03-27", "due": "2027-03-01"}, "a date of birth and a due date that is still to come"),
])
def test_a_childs_dates_are_held_against_the_age(fields: dict[str, str], says: str) -> None:
    """Each contradiction has words, and the words repeat no date."""
    found = said(*eight(**fields))
    assert any(says in one for one in found)
    assert not any(str(date.fromisoformat(value).year) in one for one in found for value in fields.values())


@pytest.mark.parametrize("fields", [
    {"born": "2018-03-27"}, {"born": NOT_KNOWN}, {}, {"born": "2017-11-01", "born_estimated": True},
])
def test_what_fits_is_left_alone(fields: dict[str, Any]) -> None:
    """An age and a date of birth that agree, an estimate near it, and what is not known."""
    assert said(*eight(**fields)) == []


def test_two_due_dates_are_compared() -> None:
    """The one of the questions and the one of the details are the same, or somebody is asked."""
    case = Case(children=(Child(label="A", due_date=date(2027, 3, 1)),))
    same = Details(children=(ChildDetails(label="A", due=date(2027, 3, 1)),))
    other = Details(children=(ChildDetails(label="A", due=date(2027, 4, 1)),))
    assert said(case, same) == []
    assert any("not the one given with the questions" in one for one in said(case, other))


@pytest.mark.parametrize(("relation", "born", "fits"), [
    ("Mother", date(2010, 1, 1), False), ("mum", date(2018, 1, 1), False), ("Father (step)", date(1990, 1, 1), True),
    ("Brother", date(2010, 1, 1), True), ("Grandmother", date(2010, 1, 1), True), ("Mother", date(2005, 1, 1), True),
])
def test_a_parent_is_older_than_the_child(relation: str, born: date, fits: bool) -> None:
    """A mother who was eight when the child was born has somebody else's date of birth."""
    case, details = eight(born="2018-03-27")
    home = details.model_copy(update={"household": (HouseholdMember(relation=relation, born=born),)})
    assert (said(case, home) == []) == fits


@pytest.mark.parametrize(("group", "fits"), [
    ("Year 4", True), ("Y3", True), ("4", True), ("year 5", True), ("Year 9", False), ("Reception", False),
    ("not known", True), ("", True), ("mixed", True), ("Nursery", False),
])
@pytest.mark.parametrize("born", ["2018-03-27", None])
def test_a_year_group_fits_the_age(group: str, fits: bool, born: str | None) -> None:
    """By the date of birth or, without one, by the age; a year above or below may be so."""
    case, details = eight(born=born)
    taught = details.model_copy(update={"missing_education": MissingEducation(year_group=group)})
    assert (said(case, taught) == []) == fits


def test_a_year_group_is_a_number() -> None:
    """However it is written."""
    assert [year_group(one) for one in ("Reception", "nursery class", "Yr 11", "Y1", "13", "sixth form")] == [
        0, -1, 11, 1, 13, None]


def test_what_comes_later_is_not_earlier() -> None:
    """An assessment does not end before it starts, and nobody is told before it is said."""
    details = Details(
        assessment=Assessment(started_on=date(2026, 11, 10), completed_on=date(2026, 11, 1)),
        allegation=Allegation(said_on=date(2026, 11, 10), officer_told_on=date(2026, 11, 9)),
    )
    assert said(Case(), details) == ["The assessment ends before it starts. Look at both again.",
                                     "The officer was told before it was said. Look at both again."]


@pytest.mark.parametrize(("when", "fits"), [
    ("27 March 2018", True), ("summer 2025", True), ("27 3 2062", False), ("about 3 years ago", True), ("", True),
    ("1 1 0018", False),
])
def test_an_event_whose_text_is_a_date_is_checked_too(when: str, fits: bool) -> None:
    """A period or any other text is left as it is."""
    assert (said(Case(), Details(chronology=(ChronologyEntry(when=when),))) == []) == fits


def test_a_date_that_cannot_be_is_printed_with_a_mark() -> None:
    """Not as a fact; one that can be is printed plainly, and what is not known as that."""
    assert marked(date(2062, 3, 27), "child_born", TODAY).said == "27 March 2062 [check: this date cannot be right]"
    for shown in (known(date(18, 3, 27)), marked(date(18, 3, 27), "born", TODAY)):
        assert shown.said.count("[check:") == 1
    assert marked(date(2018, 3, 27), "child_born", TODAY, estimated=True).said == "27 March 2018 (estimated)"
    assert marked(NOT_KNOWN, "born", TODAY) == known(NOT_KNOWN)


def test_a_date_of_birth_that_does_not_fit_is_marked_beside_the_age() -> None:
    """The reader sees what speaks against it."""
    case, details = eight(born="2026-08-01")
    m = Material(case, details, samples.decision(), samples.PACKS, NOW)
    assert birth(m, details.child("A")).said == (
        "1 August 2026 [check: the date of birth makes the child 3 months old, and the age given is 8 years old]")


def test_against_leaves_out_what_is_wrong_alone() -> None:
    """A page asks about one date at its field, and about two only when both are there."""
    case, details = eight(born="2062-03-27")
    assert against(case, details, NOW) == ()


def test_a_child_of_eight_born_this_year_is_warned_about_and_marked() -> None:
    """The file in which a child of eight was born on 1 August 2026: the checks say it, and the referral marks it."""
    file = read((FIELD / "born_this_year.json").read_bytes())
    packs = load_packs()
    decision = assess(file.case, packs, NOW)
    found = [message for field, message in checks(file.case, file.details, decision)
             if field == "details.children.born"]
    assert any("makes the child 3 months old, and the age given is 8 years old" in one for one in found)
    story = file.details.narrative.model_copy(update={"why_now": "Short.", "exact_words": "", "worry": ""})
    short = file.details.model_copy(update={"narrative": story})
    printed = " ".join(tagged_text(make("referral", file.case, short, decision, packs, NOW)).split())
    assert "1 August 2026 [check:" in printed


@pytest.mark.parametrize("born", ["0018-03-27", "2062-03-27"])
def test_a_file_with_a_date_of_birth_that_cannot_be_still_opens(born: str) -> None:
    """Nothing in it is lost, and nothing in it is taken for a fact."""
    raw = json.loads((FIELD / "born_this_year.json").read_text(encoding="utf-8"))
    raw["details"]["children"][0]["born"] = born
    file = read(json.dumps(raw).encode())
    assert file.details.children[0].born == date.fromisoformat(born)
    assert any("cannot be this date" in one for one in said(file.case, file.details))


@pytest.mark.parametrize("place", ["school_or_nursery", "with_me"])
def test_a_time_that_cannot_be_right_is_not_printed_as_one(place: str) -> None:
    """The paper for the front door says that home time has to be asked, and a long note never cuts that short."""
    packs, now = load_packs(), datetime.fromisoformat("2026-11-26T10:00:00+00:00")
    raw = json.loads((FIELD / "leaves_0315.json").read_text(encoding="utf-8"))
    raw["case"]["where_now"] |= {"place": place, "with_whom": "person_suspected", "note": "She waits. " * 60}
    file = read(json.dumps(raw).encode())
    for document in ("referral", "call_sheet"):
        paper = make(document, file.case, file.details, assess(file.case, packs, now), packs, now)
        printed = " ".join(tagged_text(paper).split())
        assert "03:15" not in printed
        assert "ask when the child leaves: quarter past three at night, as given, cannot be right" in printed


def test_a_time_for_leaving_that_has_passed_is_printed_with_a_mark() -> None:
    """It is what the user gave, and a reader is warned."""
    file, packs = read((FIELD / "leaves_1515.json").read_bytes()), load_packs()
    for hour, mark in (("10:00", ""), ("15:20", " [check: this time has passed]")):
        now = datetime.fromisoformat(f"2026-11-26T{hour}:00+00:00")
        paper = make("referral", file.case, file.details, assess(file.case, packs, now), packs, now)
        printed = " ".join(tagged_text(paper).split())
        assert f"26 November 2026, 15:15{mark}" in printed
        assert bool(mark) == ("this time has passed" in printed)


@pytest.mark.parametrize("document", sorted(DOCUMENTS))
@pytest.mark.parametrize("wrong", [date(2062, 3, 25), date(2027, 3, 25)])
def test_no_paper_prints_a_date_that_cannot_be_without_a_mark(document: str, wrong: date) -> None:
    """With every date far off, or what should have been still to come: a mark stands beside each one printed."""
    near = wrong.year < 2030
    filled = _filled(Details, wrong)
    for path, name, *_, of in SINGLE:
        if near and of == "ahead":
            reduce(getitem, path, filled)[name] = None
    for child in filled["children"]:
        child["due"] = None if near else child["due"]
    raw = samples.CASE.model_dump(mode="json")
    raw["history"] |= {"earlier_referral": "yes", "earlier_referral_on": f"{wrong}"}
    raw |= {"events": dict.fromkeys(EVENTS, f"{wrong}T10:00"), "held_back": {},
            "where_now": {"place": "with_me", "leaves_at": f"{wrong}T10:00"},
            "sight": {"home_education": "yes", "on": None if near else f"{wrong}"}}
    made = make(document, Case.model_validate(raw), Details.model_validate(filled),
                samples.decision(outcome="early_help", telling=()), samples.PACKS, NOW)
    printed = " ".join((tagged_text(made) if made.startswith(b"%PDF") else made.decode()).split())
    after = [printed[one.end():one.end() + 40] for one in re.finditer(f"25 March {wrong.year}", printed)]
    assert [rest for rest in after if not re.match(r"(, 10:00|, 00:00)? \[check: ", rest)] == []
    assert after or document in ("exploitation_grid", "text_blocks")
