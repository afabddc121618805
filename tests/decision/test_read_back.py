"""What is read back, asked again or refused is said from the catalogue alone: in another not a word of it is left."""
import re
import string
from collections.abc import Iterator
from datetime import date, datetime
from itertools import product
from typing import get_args

import pytest
from pydantic import ValidationError

from decision.case import Case
from decision.consistency import EVENTS, age_doubt, day_mark, event_mark, find_inconsistencies, leaving_doubt
from decision.fit import fit
from decision.formats import CASE, FormatProblem, raised
from decision.hours import LONDON
from decision.unknown_ids import unknown_ids
from decision.reading import explained, parsed
from decision.spoken import age_words
from decision.worked import expand, run
from decision.written import Expects, read_time
from decision.written_day import DayKind, read_day
from guidance.words import ours, say, say_again
from tests.decision.build import CBC, PACKS

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 10, 5, tzinfo=LONDON)
TIMES = ("3", "3.15", "15:15", "11pm", "01:30", "noon", "midnight", "quarter to 4", "rubbish", "9", "12", "7", "2am")
DATES = ("27 3 18", "30 2 2020", "30 2 20", "5 13 2020", "1 1", "1 1 3", "yesterday", "Monday 27 3 2018", "31.12.1999",
         "1 5 1910", "1 5 1930", "1 5 2015", "1 1 2028", "1 1 2040", "1 9 2027", "rubbish")


def _bare(text: str) -> str:
    return " ".join(f"{{{name}}}" for _, name, _, _ in string.Formatter().parse(text) if name)


BARE = {key: _bare(text) for key, text in ours().items()}
"""A catalogue that says nothing: what is left in it is what was filled in, and did not come from a catalogue."""


def left(said: str) -> set[str]:
    """The words of a text that come from no catalogue."""
    return set(re.findall(r"[A-Za-z_]+", say_again(said, BARE)))


@pytest.mark.parametrize("typed", TIMES)
def test_a_time_is_read_back_from_the_catalogue(typed: str) -> None:
    """At any time of the day, for what is to come and what has been, and at the hour that the clocks leave out."""
    nows = [NOW.replace(hour=hour) for hour in (3, 10, 15, 22)] + [datetime(2026, 3, 29, 0, 30, tzinfo=LONDON)]
    for now, expects, daytime in product(nows, get_args(Expects), (True, False)):
        read = read_time(typed, now, expects, daytime)
        assert left(read.words) == left(read.doubt) == set()


@pytest.mark.parametrize("typed", DATES)
def test_a_date_is_read_back_from_the_catalogue(typed: str) -> None:
    """Whatever it is a date of, and whatever is doubtful about it."""
    for kind in get_args(DayKind):
        read = read_day(typed, TODAY, kind)
        assert left(read.words) == left(read.doubt) == set()


def odd_cases() -> Iterator[Case]:
    """Cases in which nothing fits together."""
    for leaves, on, age in product(("2026-11-20T02:15", "2026-11-20T09:00", "2026-11-25T15:00"),
                                   ("1990-01-01", "2018-01-01", "2026-11-30"),
                                   ({"age_months": 3}, {"age_years": 2}, {"due_date": "2020-01-01"})):
        for place in ("missing", "school_or_nursery"):
            yield Case.model_validate({
                "children": [{"label": "A", **age, "moves_about": "yes", "status": ["care_leaver"]}],
                "where_now": {"place": place, "leaves_at": leaves}, "history": {"earlier_referral_on": on},
                "sight": {"on": on}, "young_person": {"agrees": "agrees"},
                "events": {event: f"{on}T{10 + number}:00" for number, event in enumerate(reversed(EVENTS))}})


def test_what_does_not_fit_is_said_from_the_catalogue() -> None:
    """Beside the letter of a child nothing is left of it, on screen or on paper."""
    found = set()
    for one in odd_cases():
        items = find_inconsistencies(one, NOW)
        found |= {item.id for item in items}
        said = [*(item.says for item in items), leaving_doubt(one.where_now, NOW)]
        said += [age_doubt(one.children[0], date(2015, 3, 1), TODAY), age_words(date(2026, 11, 1), TODAY)]
        said += [day_mark("sight.on", one.sight.on, one, TODAY) for _ in (1,) if one.sight.on]
        said += [event_mark(one.events.told, NOW) for _ in (1,) if one.events.told]
        assert set().union(*map(left, said)) <= {"A"}
    assert len(found) > 15


def test_what_is_refused_is_said_from_the_catalogue() -> None:
    """Nothing is left but the names of fields and of values that may stand in them."""
    for text in ('{"danger":1,"danger":2}', '{"danger":NaN}', "[]", '{"a":"\\ud800"}', '{"a":' * 40, b"\xff"):
        with pytest.raises(FormatProblem) as caught:
            parsed(text, frozenset({"danger"}))
        assert left(caught.value.says) <= {"danger"}
    with pytest.raises(FormatProblem) as caught:
        raised(CASE, {"format": "windscreen-case/99"})
    assert left(caught.value.says) == {"windscreen", "case"}
    wrong = ({"children": [{"label": "A"}] * 2}, {"zzz": 1}, {"danger": "perhaps"}, {"events": {"noticed": 5}},
             {"events": {"noticed": "0001-01-01"}}, {"children": [{"label": "A", "age_years": True}]})
    for raw in wrong:
        with pytest.raises(ValidationError) as refused:
            Case.model_validate(raw)
        says = explained(refused.value, frozenset({"danger", "children", "events", "noticed", "age_years"}), "")
        assert set().union(*map(left, says)) <= {
            "danger", "children", "events", "noticed", "age_years", "yes", "no", "not_sure", "or"}


def test_what_no_pack_has_is_said_from_the_catalogue() -> None:
    """Beside ids nothing is left of what a case is refused for; what becomes a note is of the user's own file."""
    case = Case.model_validate({
        "home_area": CBC, "area_now": "a_place", "children": [{"label": "A"}], "asked": ["gone"], "signs": {
            "gone": {"answer": "not_sure", "about": ["A"], "basis": "seen", "body": ["back", "head_or_face"]}},
        "answers": {"gone": "yes"}, "practitioner": {"role": "gone"}, "harm_before_next": "no"})
    ids = {"gone", "a_place", "asked", "answers", "area_now", *re.findall(r"[A-Za-z_]+", " ".join(PACKS.areas)),
           *PACKS.national.role, *re.findall(r"[A-Za-z_]+", PACKS.areas[CBC].name)}
    assert set().union(*map(left, unknown_ids(case, PACKS))) <= ids
    assert {say("earlier.topic", id="gone"), say("earlier.role", id="gone"), say("earlier.area_now", id="a_place"),
            say("earlier.before_next")} <= set(fit(case, PACKS)[0].earlier_answers)


def test_what_differs_from_a_worked_case_is_said_from_the_catalogue() -> None:
    """Nothing is left but what a worked case and the engine write: ids, values and numbers."""
    raw = {"name": "A child tells", "on": "2026-11-20 10:05", "facts": [{"id": "disclosure"}], "expect": {
        "outcome": "refer_now", "first": "x", "duties": ["x"], "telling": {"x": "x"}, "telling_rules": {"x": "x"},
        "route_order": ["x", "x"], "due": {"x": "x"}, "forms": {"x": "x"}, "sent_to": {"x": "x"}, "settle": ["x"],
        "documents_absent": ["call_sheet"]}}
    found = run(expand(raw, CBC, PACKS), PACKS)
    assert len(found) == 10
    ours_alone = {"expected", "found", "not", "telling", "rule", "for", "routes", "order", "due", "form", "sent"}
    assert not ours_alone & set().union(*map(left, found))
    assert "due x: expected x, found not among the deadlines" in found
