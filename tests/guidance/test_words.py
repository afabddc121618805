"""The catalogue of what the app says, and how dates and lists are formed from it."""
import copy
import pickle
import re
from datetime import date, datetime

import pytest

from guidance.vocabulary import Fact
from guidance.words import CATALOGUE, Said, Words, load_words, ours, retell, say, say_again
from guidance.words.forms import all_of, at, clock_time, day, following, listed, weekday_and_day

FRAMED = {key: f"[{text}]" for key, text in ours().items()}


class Told(Fact):
    """A model with texts as a decision has them."""

    says: Words
    all: tuple[Words, ...] = ()


def test_each_key_stands_once_and_has_a_sentence() -> None:
    """Of two entries with one key YAML would keep the last in silence; a key with nothing would say nothing."""
    keys = re.findall(r"^([a-z0-9_.]+):", CATALOGUE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(ours())
    assert all(text.strip() for text in ours().values())


def test_a_key_without_a_sentence_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """A translator's file with a hole is not read as one that says nothing."""
    file = tmp_path / "xx.yaml"
    file.write_text("one: Words\ntwo:\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"xx\.yaml: no sentence stands at two"):
        load_words(file)


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
    """Nothing, one, two and more; with commas alone where no "and" is wanted."""
    assert all_of(items) == said
    assert listed(items) == said.replace(" and ", ", ")


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
