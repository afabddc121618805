"""Topics, search, where to start, and a worry in the user's own words."""
import re

import pytest

from decision.case import Finding, SignAnswer
from tests.pages.asking import (
    EVERYTHING, HOME, case_of, field, fill, has_field, open_step, press, progress_of, step_of, words,
)

pytestmark = pytest.mark.usefixtures("packs")


def test_topics_chosen_are_asked_next_in_the_national_order() -> None:
    """The pages of the chosen topics come next, the first of them first."""
    screen = press(fill(open_step("topics"), topic__neglect=True, topic__injury=True), "Continue")
    assert progress_of(screen).topics == ("injury", "neglect")
    assert step_of(screen) == ("know", "")
    assert "Injury" in words(screen)


def test_a_worry_in_ones_own_words_counts() -> None:
    """The free line becomes a worry of the case; an empty one is no answer."""
    screen = press(fill(open_step("topics"), other_worry_note="Something is not right"), "Continue")
    assert (case_of(screen).other_worry, case_of(screen).other_worry_note) == (True, "Something is not right")
    assert case_of(press(open_step("topics"), "Continue")).other_worry is None


def test_harm_before_anybody_would_act_belongs_to_a_worry_in_ones_own_words() -> None:
    """It is asked with its day and kept beside the free line; without a worry it is no answer."""
    screen = open_step("topics")
    assert re.search(r"before \w+day \d+ \w+, when somebody would next act", field(screen, "harm_before_next").label)
    with_worry = fill(screen, other_worry_note="Something", harm_before_next="not_sure")
    assert case_of(press(with_worry, "Continue")).harm_before_next == "not_sure"
    alone = fill(open_step("topics"), harm_before_next="no")
    assert case_of(press(alone, "Continue")).harm_before_next is None


def test_search_finds_statements_and_signs_by_their_words_and_topics() -> None:
    """A word of the statement, a form of it, or a word of its topic leads to it."""
    screen = press(fill(open_step("topics"), search="hungry"), "Search")
    assert has_field(screen, "found-TST-2-TWICE-01")
    screen = press(fill(screen, search="sexual images"), "Search")
    assert has_field(screen, "found-sexual_abuse")
    assert has_field(screen, "found-TST-3-CHILD-02")
    assert "No statement has these words" in words(press(fill(screen, search="helicopter"), "Search"))


def test_what_is_ticked_in_the_search_becomes_an_answer() -> None:
    """Statements become findings with all rows of the same words, signs become yes, and their topic is asked."""
    screen = press(fill(open_step("topics"), search="hungry abused"), "Search")
    fill(screen, found__sexual_abuse=True, found__TST__2__TWICE__01=True)
    press(screen, "Add what is ticked")
    case = case_of(screen)
    assert {item.id for item in case.findings} == {"TST-2-TWICE-01", "TST-3-TWICE-01"}
    assert case.signs == {"sexual_abuse": SignAnswer(answer="yes")}
    assert "neglect" in progress_of(screen).topics
    assert "know" not in progress_of(screen).seen


def test_adding_from_a_search_keeps_notes_already_written() -> None:
    """A statement that is a finding already keeps what was said about it."""
    case = HOME.model_copy(update={"findings": (Finding(id="TST-3-CHILD-01", note="Twice"),)})
    screen = press(fill(open_step("topics", case), search="unwell"), "Search")
    assert case_of(press(screen, "Add what is ticked")).findings == case.findings


def test_not_sure_where_to_start_asks_each_part_of_life_briefly() -> None:
    """Every group of topics is asked; a worry opens its topics, doubt without a tick stays an open question."""
    screen = press(fill(open_step("topics"), not_sure_where_to_start=True), "Continue")
    assert step_of(screen) == ("topics", "2")
    press(fill(screen, brief__0="yes", brief__1="not_sure", brief__2="no"), "Continue")
    assert step_of(screen) == ("topics", "3")
    assert has_field(screen, "topic-neglect")
    assert not has_field(screen, "topic-housing_money")
    press(fill(screen, topic__injury=True), "Continue")
    assert case_of(screen).not_sure_where_to_start is True
    assert case_of(screen).unsure_topics == ("neglect", "parenting")
    assert progress_of(screen).topics == ("injury",)
    assert step_of(screen)[0] == "know"


def test_nothing_chosen_asks_nothing() -> None:
    """Without a topic the next page says so, and the user can carry on."""
    screen = press(open_step("topics", HOME, EVERYTHING), "Continue")
    assert step_of(screen)[0] == "answers"
    assert "nothing to ask" in words(open_step("know"))
