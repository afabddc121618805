"""The catalogue of what the app says, and how dates and lists are formed from it."""
import copy
import pickle
import re
from datetime import date, datetime

import pytest

from guidance.vocabulary import Fact
from guidance.words import CATALOGUE, Said, Words, load_words, ours, say, say_again
from guidance.words.again import retell
from guidance.words.forms import (
    all_of, any_of, apart, at, capital, children, clock_time, counted, day, following, listed, mid, moment, soon,
    weekday_and_day, weekday_and_moment, weekday_and_time, weekday_in_year,
)

FRAMED = {key: f"[{text}]" for key, text in ours().items()}


class Told(Fact):
    """A model with texts as a decision has them."""

    says: Words
    all: tuple[Words, ...] = ()


def test_each_key_stands_once_and_has_a_sentence() -> None:
    """Of two entries with one key YAML would keep the last in silence; a key with nothing would say nothing."""
    keys = [key for file in CATALOGUE.glob("*.yaml")
            for key in re.findall(r"^([a-z0-9_.]+):", file.read_text(encoding="utf-8"), re.MULTILINE)]
    assert len(keys) == len(set(keys)) == len(ours())
    assert all(text.strip() for text in ours().values())


def test_a_key_without_a_sentence_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """A translator's file with a hole is not read as one that says nothing."""
    (tmp_path / "xx.yaml").write_text("one: Words\ntwo:\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"xx\.yaml: no sentence stands at two"):
        load_words(tmp_path)


def test_a_key_stands_in_one_file(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """Of two files with one key the later would win in silence."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text("one: Words\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"b\.yaml: another file has a sentence at one"):
        load_words(tmp_path)


def test_a_sentence_keeps_its_key_and_what_was_filled_in() -> None:
    """It reads as English, equals its English, and can be copied, kept and sent on without losing its key."""
    said = weekday_and_day(date(2026, 11, 21))
    assert said == "Saturday 21 November 2026"
    for same in (said, copy.deepcopy(said), pickle.loads(pickle.dumps(said))):  # noqa: S301 - our own bytes
        assert isinstance(same, Said)
        assert (same.key, set(same.filled)) == ("form.weekday_and_day", {"weekday", "day"})


def test_a_model_keeps_what_is_said_and_writes_its_words() -> None:
    """In a model a sentence stays one, the words of a pack stay as they are, and JSON has the plain text of both."""
    told = Told(says=say("now.heading"), all=("as printed", say("now.heading")))
    assert isinstance(told.says, Said)
    assert told.model_dump_json() == '{"says":"Now","all":["as printed","Now"]}'
    assert retell(told, FRAMED) == Told(says="[Now]", all=("as printed", "[Now]"))


def test_another_catalogue_says_it_again_at_any_depth() -> None:
    """What was filled in is said again too where it is ours, and is left as it is where it is not."""
    assert say_again(at(day(date(2026, 3, 2)), "10:05"), FRAMED) == "[[2 [March] 2026], 10:05]"
    assert say_again("as printed", FRAMED) == "as printed"


@pytest.mark.parametrize(("items", "said"), [
    ((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c"),
])
def test_a_list_ends_with_and(items: tuple[str, ...], said: str) -> None:
    """Nothing, one, two and more; "or" for a choice, and commas or semicolons alone where no word is wanted."""
    assert all_of(items) == said
    assert any_of(items) == said.replace(" and ", " or ")
    assert listed(items) == said.replace(" and ", ", ")
    assert apart(items) == said.replace(" and ", "; ").replace(", ", "; ")


def test_texts_follow_each_other_and_empty_ones_are_left_out() -> None:
    """No space stands where nothing was said."""
    assert following("One.", "", "Two.") == "One. Two."
    assert following("", "") == ""


@pytest.mark.parametrize(("hour", "minute", "said"), [
    (0, 0, "midnight"), (12, 0, "midday"), (9, 0, "9am"), (12, 5, "12:05pm"), (17, 20, "5:20pm"), (0, 30, "12:30am"),
])
def test_a_time_of_day_is_said_as_people_say_it(hour: int, minute: int, said: str) -> None:
    """Midday and midnight by name, whole hours without minutes."""
    assert clock_time(datetime(2026, 11, 21, hour, minute)) == said  # noqa: DTZ001 - any day


FRIDAY = datetime(2026, 4, 3, 17, 5)  # noqa: DTZ001 - any day


def test_days_and_moments_are_written_out() -> None:
    """A date with its weekday or without, and the time beside it where there is one: in figures, or as it is said."""
    assert (day(FRIDAY), weekday_and_day(FRIDAY), weekday_in_year(FRIDAY)) == (
        "3 April 2026", "Friday 3 April 2026", "Friday 3 April")
    assert (moment(FRIDAY), weekday_and_moment(FRIDAY)) == ("3 April 2026, 17:05", "Friday 3 April 2026, 17:05")
    assert weekday_and_time(FRIDAY) == "Friday 3 April 2026, 5:05pm"
    assert weekday_and_moment(FRIDAY.date()) == weekday_and_time(FRIDAY.date()) == "Friday 3 April 2026"


def test_every_month_and_weekday_has_its_own_name() -> None:
    """Each as the calendar of English has it."""
    days = [date(2026, number, number) for number in range(1, 13)]
    assert [weekday_and_day(one) for one in days] == [f"{one:%A} {one.day} {one:%B} 2026" for one in days]


def test_today_is_called_today() -> None:
    """A time later today needs no date, and one of these weeks no year."""
    assert soon(FRIDAY.replace(minute=0), FRIDAY) == "5pm today"
    assert soon(FRIDAY, FRIDAY.replace(day=2)) == "Friday 3 April, 5:05pm"
    assert soon(FRIDAY, FRIDAY.replace(year=2025)) == "Friday 3 April 2026, 5:05pm"


def test_children_are_named_by_letter() -> None:
    """One child, several, or nobody in particular."""
    assert [children(labels) for labels in ((), ("A",), ("A", "B", "C"))] == ["", "child A", "children A, B and C"]


def test_one_of_a_thing_has_its_own_word() -> None:
    """The catalogue has what is said of one, and of none or more."""
    assert [counted("age.years", number) for number in (0, 1, 2)] == ["0 years old", "1 year old", "2 years old"]


def test_a_sentence_can_begin_with_what_is_filled_in() -> None:
    """`{name:begin}` gives it the large letter of a beginning; the words themselves stay as they are."""
    noon = clock_time(FRIDAY.replace(hour=12, minute=0))
    said = say("typed.passed", time=noon)
    assert (said, said.filled["time"]) == ("Midday, has passed.", "midday")
    assert f"{noon:>8}" == "  midday"


def test_a_first_letter_is_made_large_or_small_and_nothing_else() -> None:
    """The rest of a text stays as it is, and an empty text stays empty."""
    assert (capital("an EHC plan"), capital("")) == ("An EHC plan", "")
    assert (mid("The Front Door"), mid("GP or practice nurse"), mid("")) == (
        "the Front Door", "GP or practice nurse", "")
