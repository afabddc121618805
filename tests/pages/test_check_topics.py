"""Topics, search, where to start, and a worry in the user's own words."""
import re

import pytest

from decision.case import Case, Finding, SignAnswer
from decision.known import read
from decision.sign_groups import answers
from guidance.load import load_packs
from guidance.packs import Packs
from pages.parts.wizard import sign_groups
from tests.pages.asking import (
    EVERYTHING, HOME, case_of, field, fill, has_field, open_step, press, progress_of, step_of, words,
)
from tests.pages.screen import source

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
    nothing = press(fill(screen, search="helicopter"), "Search")
    for said in ("These words are not in our list", "says nothing about your worry", "in your own words below"):
        assert said in words(nothing)
    assert 'href="tel:' in source(nothing)


def test_what_is_ticked_in_the_search_becomes_an_answer() -> None:
    """Statements become findings with all rows of the same words, signs become yes, and their topic is asked: at once,
    with nothing pressed."""
    screen = press(fill(open_step("topics"), search="hungry abused"), "Search")
    fill(screen, found__sexual_abuse=True, found__TST__2__TWICE__01=True).run()
    case = case_of(screen)
    assert {item.id for item in case.findings} == {"TST-2-TWICE-01", "TST-3-TWICE-01"}
    assert case.signs == {"sexual_abuse": SignAnswer(answer="yes")}
    assert "neglect" in progress_of(screen).topics
    assert "know" not in progress_of(screen).seen


def test_adding_from_a_search_keeps_notes_already_written() -> None:
    """A statement that is a finding already keeps what was said about it."""
    case = HOME.model_copy(update={"findings": (Finding(id="TST-3-CHILD-01", note="Twice"),)})
    screen = press(fill(open_step("topics", case), search="unwell"), "Search")
    assert field(screen, "found-TST-3-CHILD-01").value is True
    assert case_of(press(screen, "Search")).findings == case.findings


def test_a_tick_taken_away_in_a_search_takes_its_answers_with_it() -> None:
    """What was ticked and unticked on one visit leaves nothing, and what stood before goes when its tick goes."""
    screen = press(fill(open_step("topics"), search="hungry abused"), "Search")
    before = (case_of(screen).findings, dict(case_of(screen).signs), progress_of(screen).topics)
    fill(fill(screen, found__TST__2__TWICE__01=True).run(), found__TST__2__TWICE__01=False).run()
    assert (case_of(screen).findings, dict(case_of(screen).signs), progress_of(screen).topics) == before
    case = HOME.model_copy(update={"findings": (Finding(id="TST-3-CHILD-01", note="Twice"),)})
    screen = press(fill(open_step("topics", case), search="unwell"), "Search")
    assert case_of(fill(screen, found__TST__3__CHILD__01=False).run()).findings == ()


def test_a_sign_found_after_the_no_to_its_group_is_so_and_never_a_no_again(packs: Packs) -> None:
    """The No was given to the line of the group; what is ticked by itself stands above it, and when that tick is taken
    away on another visit the sign is not answered, while the rest of the No stands."""
    sign = next(sign for sign in packs.signs(HOME.home_area) if sign.id == "sexual_abuse")
    case = HOME.model_copy(update={"signs_none": {sign.group: (sign.id, "disclosure")}})
    screen = press(fill(open_step("topics", case), search="abused"), "Search")
    ticked = case_of(fill(screen, found__sexual_abuse=True).run())
    assert [one.id for one, _ in read(ticked, packs).yes_signs] == ["sexual_abuse"]
    again = press(fill(open_step("topics", ticked), search="abused"), "Search")
    left = case_of(fill(again, found__sexual_abuse=False).run())
    assert "sexual_abuse" not in answers(left)
    assert answers(left)["disclosure"].answer == "no"


def test_a_sign_ticked_in_the_search_opens_its_group_on_the_page_of_signs_and_stays(packs: Packs) -> None:
    """After a No to the group it stands at Yes, the box is ticked, and going on keeps that and the rest of the No."""
    sign = next(sign for sign in packs.signs(HOME.home_area) if sign.id == "suicide_or_self_harm")
    no = HOME.model_copy(update={"signs_none": {sign.group: (sign.id, "disclosure")}})
    screen = press(fill(open_step("topics", no), search="end their life"), "Search")
    case = case_of(fill(screen, found__suicide_or_self_harm=True).run())
    page = open_step("signs", case)
    group = next(number for number, one in enumerate(sign_groups.groups(case, packs)) if one.id == sign.group)
    assert field(page, f"group-{group}").value == "yes"
    assert field(page, "sign-suicide_or_self_harm").value is True
    after = answers(case_of(press(page, "Continue")))
    assert (after["suicide_or_self_harm"].answer, after["disclosure"].answer) == ("yes", "no")


def test_a_search_for_a_pasted_page_is_refused_with_words_and_loses_nothing() -> None:
    """25,000 characters are no search: the message says so, and what was ticked before is still ticked."""
    screen = press(fill(open_step("topics"), topic__neglect=True, search="x" * 25_000), "Search")
    assert "must be 20,000 characters or fewer" in words(screen)
    assert progress_of(screen).topics == ("neglect",)


def test_at_first_sight_there_are_few_lines_and_each_names_its_topics(packs: Packs) -> None:
    """A subject is one line; its ticks stand behind it, and a subject with a chosen topic is open."""
    screen = open_step("topics", HOME, EVERYTHING.model_copy(update={"topics": ("neglect",)}))
    groups = {topic.group for topic in packs.national.topics}
    lines = [fold for fold in screen.expander if any(f"**{name}**" in fold.label for name in groups)]
    assert len(lines) == len(groups)
    assert all(any(topic.name in line.label for line in lines) for topic in packs.national.topics)
    assert [line.proto.expanded for line in lines].count(True) == 1


def test_the_shipped_subjects_are_eight_or_fewer() -> None:
    """All that is seen first of the topics are the names of a few everyday subjects."""
    topics = sorted(load_packs().national.topics, key=lambda topic: topic.order)
    names = [topic.group for topic in topics]
    assert len(set(names)) <= 8
    assert [name for number, name in enumerate(names) if name != names[number - 1] or not number] == list(
        dict.fromkeys(names))


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


def test_a_part_of_life_without_a_worry_has_been_asked_and_another_answer_takes_that_back() -> None:
    """The line names the topics, so a No answers them; a Yes with nothing ticked is an open question, never a no."""
    screen = press(fill(open_step("topics"), not_sure_where_to_start=True), "Continue")
    screen = fill(screen, brief__1="no").run()
    assert case_of(screen).asked == ("neglect", "parenting")
    assert case_of(fill(screen, brief__1="yes").run()).asked == ()
    press(press(screen, "Continue"), "Continue")
    assert case_of(screen).unsure_topics == ("neglect", "parenting")


def test_nothing_chosen_asks_only_the_short_questions() -> None:
    """Without a topic the next page asks them alone; where no document is held it has nothing to ask."""
    screen = press(open_step("topics", HOME, EVERYTHING), "Continue")
    assert step_of(screen)[0] == "answers"
    assert has_field(open_step("know"), "ring-child")
    assert "nothing to ask" in words(open_step("know", Case(home_area="elsewhere")))
