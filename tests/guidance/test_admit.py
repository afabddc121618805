"""Typing text: what is admitted, and what a pack's keeper reads where something is not."""
from datetime import date, time
from typing import Any

import pytest

from guidance.admit import admit
from guidance.models import Condition, Contact, Duty, Hours, Indicator, Level, Number, Source, Timescale
from guidance.problems import Place

CITED = {"source": "tst_thresholds", "where": "section 7"}
PLACE = Place("areas/testshire/contacts.yaml", "front_door", lines={(0,): 1}, prefix=(0,))
CONTACT = {
    "id": "front_door", "name": "Front door", "purpose": ["front_door"], "says": "Ring.", "checked_on": "2026-11-21",
    "hours": {"kind": "weekly", "periods": [{"days": ["mon"], "opens": "08:45", "closes": "17:20"}]}, "source": CITED,
}
NUMBER = {"printed": "01632 960001", "dial": "01632960001", "trust": "printed", "source": CITED}


def _message(model: Any, data: Any) -> str:
    item, problems = admit(model, data, PLACE)
    assert item is None
    (problem,) = problems
    return str(problem).removeprefix("areas/testshire/contacts.yaml, line 1 (front_door)").lstrip(":, ")


def test_text_becomes_dates_times_numbers_and_yes_or_no() -> None:
    """Every typed value is read from its text."""
    contact, problems = admit(Contact, CONTACT | {"answerphone": "yes"}, PLACE)
    timescale, _ = admit(Timescale, {
        "id": "a", "says": "b", "kind": "days", "amount": "20", "start": "sent", "when": {"always": "Yes"},
        "owner": "you", "do_by": "no", "source": CITED,
    }, PLACE)

    assert not problems
    assert contact is not None
    assert timescale is not None
    assert contact.checked_on == date(2026, 11, 21)
    assert contact.hours.periods[0].closes == time(17, 20)
    assert (contact.answerphone, timescale.amount, timescale.do_by, timescale.when.always) == (True, 20, False, True)


def test_an_admitted_entry_cannot_be_changed() -> None:
    """Entries are frozen and their lists are tuples."""
    contact, _ = admit(Contact, CONTACT, PLACE)

    assert contact is not None
    assert isinstance(contact.purpose, tuple)
    with pytest.raises(ValueError, match="frozen"):
        contact.name = "Another"  # type: ignore[misc]


@pytest.mark.parametrize("written", ["9:00", "1700", "17.20", "25:00", "5pm", "17:20:30"])
def test_a_time_that_is_not_hours_and_minutes_is_refused(written: str) -> None:
    """A time is two figures, a colon and two figures; 1700 is not taken for seconds."""
    hours = {"kind": "weekly", "periods": [{"days": ["mon"], "opens": written, "closes": "17:20"}]}

    assert _message(Hours, hours) == (
        f'periods 1, opens: "{written}" is not a time that can be read. Write hours and minutes of the 24-hour clock, '
        "for example 08:45 or 17:20."
    )


@pytest.mark.parametrize("written", ["21/11/2026", "21 November 2026", "20261121", "1795219200", "2026-02-30"])
def test_a_date_that_is_not_year_month_day_is_refused(written: str) -> None:
    """A date is written 2026-11-21 and stands in the calendar; a number is not taken for seconds."""
    assert _message(Contact, CONTACT | {"checked_on": written}) == (
        f'checked_on: "{written}" is not a date that can be read. Write year-month-day, for example 2026-11-21.'
    )


@pytest.mark.parametrize("written", ["1", "on", "y", "maybe"])
def test_yes_or_no_is_written_in_words(written: str) -> None:
    """A figure or a letter is not taken for yes."""
    assert _message(Condition, {"always": written}) == f'always: "{written}" is neither yes nor no. Write yes or no.'


@pytest.mark.parametrize("written", ["two", "2.0", "-1", "1_000"])
def test_an_amount_is_written_in_figures(written: str) -> None:
    """Only whole numbers in figures are amounts."""
    assert _message(Condition, {"under_years": written}) == (
        f'under_years: "{written}" is not a whole number. Write it in figures, for example 20.'
    )


def test_an_unknown_key_names_the_nearest_one() -> None:
    """A misspelt key is not passed over: the message offers the right spelling."""
    assert _message(Contact, CONTACT | {"purposes": ["front_door"]}).startswith(
        'purposes: There is no key "purposes" here. Did you mean "purpose"? Write id, name, purpose, says,'
    )


def test_an_unknown_key_deep_inside_lists_the_keys_of_that_place() -> None:
    """Below the top, the keys that belong there are listed, not those of the whole entry."""
    number = NUMBER | {"dail": "01632960001"}

    assert _message(Contact, CONTACT | {"numbers": [number]}) == (
        'numbers 1, dail: There is no key "dail" here. Did you mean "dial"? Write printed, dial, trust, note or source.'
    )


def test_a_missing_key_is_named() -> None:
    """What must be there and is not is said by name."""
    without = {key: value for key, value in CONTACT.items() if key != "says"}

    assert _message(Contact, without) == 'says: "says" is missing. Fill it in: nothing else can stand for it.'


def test_a_fact_without_a_source_is_refused() -> None:
    """No fact ships without where it stands."""
    without = {key: value for key, value in CONTACT.items() if key != "source"}

    assert _message(Contact, without) == (
        "source: This fact has no source. Write where it stands: the id of the document, and the section and item in "
        "it."
    )


def test_a_source_without_its_section_is_refused() -> None:
    """A document alone is no citation."""
    assert _message(Contact, CONTACT | {"source": {"source": "tst_thresholds"}}) == (
        "source, where: The source does not say where in the document this stands. Write the section and item, for "
        "example: section 11, second list, item 3."
    )


INDICATOR = {
    "id": "TST-1", "level": "extra", "domain": ["child"], "ring": "child", "kind": "need", "concern": "a",
    "topics": ["overall"], "says": "b", "source": CITED,
}


@pytest.mark.parametrize(("key", "written", "advice"), [
    ("ring", "parents", 'Did you mean "parenting"? Write child, parenting, family, outside or whole.'),
    ("kind", "needs", 'Did you mean "need"? Write need, strength, context, status, pointer or scale.'),
    ("harm", "serious", "Write significant or need."),
    ("at_least", "refer", 'Did you mean "refer_now"? Write universal, early_help, consult, refer_with_agreement, '
                          "consult_today, refer_now or call_999."),
])
def test_a_value_that_is_not_allowed_lists_those_that_are(key: str, written: str, advice: str) -> None:
    """A wrong ring, kind, harm or outcome says what may stand there."""
    assert _message(Indicator, INDICATOR | {key: written}) == f'{key}: "{written}" cannot stand here. {advice}'


def test_a_value_out_of_a_fixed_list_of_words_lists_those_that_are() -> None:
    """The kinds of hours are listed too."""
    assert _message(Hours, {"kind": "daily"}) == (
        'kind: "daily" cannot stand here. Write weekly, always, outside or unknown.'
    )


@pytest.mark.parametrize(("number", "message"), [
    ({"trust": "suspect"}, "A number with trust 'suspect' has no 'dial': it is shown with its warning, never offered."),
    ({"dial": ""}, "A number that is not 'suspect' says what to 'dial'."),
])
def test_a_suspect_number_is_never_dialled_and_any_other_is(number: dict[str, str], message: str) -> None:
    """A contradiction inside an entry is told in a sentence."""
    assert _message(Number, NUMBER | number) == message


def test_a_single_text_where_a_list_belongs_is_explained() -> None:
    """One item still stands in brackets."""
    assert _message(Contact, CONTACT | {"purpose": "front_door"}) == (
        "purpose: This should be a list. Write the items in [square brackets], with commas between."
    )


def test_a_list_where_a_text_belongs_is_explained() -> None:
    """A text is one text."""
    assert _message(Contact, CONTACT | {"says": ["a", "b"]}) == (
        "says: This should be one text. Write it on one line, without keys or dashes."
    )


def test_a_text_where_an_entry_belongs_says_what_it_needs() -> None:
    """A citation written as one text is told its keys."""
    assert _message(Contact, CONTACT | {"source": "section 7"}) == (
        "source: This should be an entry with keys of its own. Write at least source and where."
    )


def test_an_empty_list_that_needs_an_item_is_explained() -> None:
    """A period without days is no period."""
    hours = {"kind": "weekly", "periods": [{"days": [], "opens": "08:45", "closes": "17:20"}]}

    assert _message(Hours, hours) == "periods 1, days: This list is empty. Write at least one item."


def test_a_number_below_the_least_is_explained() -> None:
    """A reading rule asks for one concern or more."""
    reading = {"concerns": "0", "says": "Our reading."}
    level = {"id": "a", "name": "b", "colour": "early", "means": "c", "leads": "d", "response": "e",
             "outcome": "early_help", "agreement": "f", "reading": reading, "source": CITED}

    assert _message(Level, level) == 'reading, concerns: "0" is too small. Write 1 or more.'


def test_an_entry_that_is_no_entry_is_explained() -> None:
    """A bare text in a list of entries says which keys an entry has."""
    assert _message(Source, "thresholds") == (
        "This should be an entry with keys, but it is a single text or a list. Write it as key: value, with id, title, "
        "publisher, date, checked_on and review_by."
    )


def test_every_problem_of_an_entry_is_told_at_once() -> None:
    """Somebody who mends one mistake does not meet the next only afterwards."""
    _, problems = admit(Duty, {"id": "a", "names": "b", "says": "c", "at_least": "now", "leads": "perhaps",
                               "steps": [{"say": "d"}]}, PLACE)

    assert {problem.key for problem in problems} == {
        "name", "names", "at_least", "leads", "steps 1, say", "steps 1, says", "source",
    }


def test_nothing_that_pydantic_says_is_shown() -> None:
    """No message holds the library's own words."""
    hostile = {key: ["x"] if key != "purpose" else {"y": "z"} for key in Contact.model_fields}
    _, problems = admit(Contact, hostile, PLACE)

    assert problems
    for problem in problems:
        assert not {"input", "valid", "tuple", "dictionary", "validation"} & set(problem.says.lower().split())
