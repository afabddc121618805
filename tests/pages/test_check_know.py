"""Statements of a topic, and what lies behind those that are so."""
import pytest
from streamlit.testing.v1 import AppTest

from decision.case import Case, Child, Finding, SignAnswer
from guidance.packs import Packs
from pages.parts.visit import knowledge
from pages.parts.visit.draft import Progress
from tests.pages.asking import (
    EVERYTHING, HOME, case_of, field, fill, has_field, open_step, press, progress_of, step_of, title, words,
)

UNWELL, LEFT, TWICE = "TST-3-CHILD-01", "TST-4-PARENT-01", ("TST-2-TWICE-01", "TST-3-TWICE-01")


@pytest.fixture(autouse=True)
def _packs(packs: Packs) -> None:
    """Every test here uses the made-up packs."""


def about(*topics: str, seen: tuple[str, ...] = EVERYTHING.seen) -> Progress:
    """All steps seen and these topics chosen."""
    return Progress(seen=seen, topics=topics)


def topic_page(topic: str, case: Case = HOME) -> AppTest:
    """The page with the statements of one topic."""
    return open_step("know", case, about(topic), number=1)


def test_the_statements_of_a_topic_are_asked_without_their_level(packs: Packs) -> None:
    """Every worry of the topic can be ticked; no level's name or number is on the page."""
    screen = topic_page("neglect")
    assert has_field(screen, f"row-{UNWELL}")
    assert has_field(screen, f"row-{LEFT}")
    shown = words(screen)
    assert not [level.name for level in packs.areas["testshire"].levels if level.name in shown]


def test_identical_rows_are_asked_once_and_answered_together() -> None:
    """Two rows of one concern with the same words are one question, and both become findings."""
    screen = topic_page("neglect")
    assert not has_field(screen, f"row-{TWICE[1]}")
    press(fill(screen, **{f"row-{TWICE[0]}": True}), "Continue")
    assert tuple(item.id for item in case_of(screen).findings) == TWICE


def test_strengths_and_circumstances_do_not_stand_among_the_worries() -> None:
    """A strength is not asked here; a circumstance is asked apart, and "None of these" does not speak of it."""
    assert not has_field(topic_page("overall"), "row-TST-1-CHILD-01")
    screen = topic_page("housing_money")
    assert any("Not a worry" in fold.label for fold in screen.expander)
    press(fill(screen, **{"none-housing_money": True, "row-TST-2-HOME-01": True}), "Continue")
    assert case_of(screen).findings == (Finding(id="TST-2-HOME-01"),)
    assert case_of(screen).answers == {"TST-2-HOME-02": "no"}


def test_unticked_is_never_no() -> None:
    """Ticking one statement says nothing about the others."""
    screen = press(fill(topic_page("neglect"), **{f"row-{UNWELL}": True}), "Continue")
    assert case_of(screen).answers == {}
    assert case_of(screen).asked == ("neglect",)


def test_continue_with_nothing_said_leaves_the_topic_not_asked() -> None:
    """Opening a page is not answering it."""
    assert case_of(press(topic_page("neglect"), "Continue")).asked == ()


def test_none_of_these_is_a_no_for_each_statement() -> None:
    """Every worry of the topic is answered no, and untaking it makes them unanswered again."""
    screen = press(fill(topic_page("neglect"), **{"none-neglect": True}), "Continue")
    case = case_of(screen)
    assert set(case.answers.values()) == {"no"}
    assert {UNWELL, LEFT, *TWICE} <= set(case.answers)
    again = open_step("know", case, about("neglect"), number=1)
    assert field(again, "none-neglect").value is True
    assert case_of(press(fill(again, **{"none-neglect": False}), "Continue")).answers == {}


def test_none_of_these_beside_a_tick_means_none_of_the_others() -> None:
    """The tick is a finding, every other statement is a no, and both boxes are shown ticked again."""
    screen = press(fill(topic_page("neglect"), **{"none-neglect": True, f"row-{UNWELL}": True}), "Continue")
    case = case_of(screen)
    assert [item.id for item in case.findings] == [UNWELL]
    assert UNWELL not in case.answers
    assert set(case.answers.values()) == {"no"}
    again = topic_page("neglect", case)
    assert (field(again, "none-neglect").value, field(again, f"row-{UNWELL}").value) == (True, True)


def test_none_of_these_beside_a_doubt_is_no_answer_to_anything() -> None:
    """Somebody who does not know about some of these has said no to none of them."""
    case = case_of(press(fill(topic_page("neglect"), **{"none-neglect": True, "unsure-neglect": True}), "Continue"))
    assert "no" not in {*case.answers.values(), *(answer.answer for answer in case.signs.values())}
    assert case.unsure_topics == ("neglect",)


TWO = HOME.model_copy(update={"children": (Child(label="A"), Child(label="B"))})
SUBJECT = "subject-neglect"


def test_how_one_knows_is_asked_once_for_all_that_is_ticked() -> None:
    """About whom, how known, when, the facts and the child's words, on the page of the ticks: each finding has them,
    rows asked once as well, and the next page is another topic."""
    screen = open_step("know", TWO, about("neglect", "injury"), number=1)
    fill(screen, **{f"row-{TWICE[0]}": True, f"row-{UNWELL}": True, f"about-{SUBJECT}-B": True,
                    f"basis-{SUBJECT}": "child_said", f"when-{SUBJECT}": "Daily", f"note-{SUBJECT}": "Asks for food",
                    f"words-{SUBJECT}": "There is nothing at home"})
    press(screen, "Continue")
    assert step_of(screen) == ("know", "3")
    assert {item.id: item for item in case_of(screen).findings} == {
        id_: Finding(id=id_, about=("B",), basis="child_said", when="Daily", note="Asks for food",
                     words="There is nothing at home") for id_ in (*TWICE, UNWELL)}


def test_a_statement_ticked_later_is_given_what_was_said_of_the_others() -> None:
    """It stands on the page as it is ticked; going on without a tick gives nobody anything."""
    case = HOME.model_copy(update={"findings": (Finding(id=UNWELL, basis="seen", when="Today"), Finding(id=LEFT))})
    assert case_of(press(topic_page("neglect", case), "Continue")).findings == case.findings
    screen = press(fill(topic_page("neglect", case), **{f"row-{TWICE[0]}": True}), "Continue")
    assert case_of(screen).findings == (*case.findings, *(Finding(id=id_, basis="seen", when="Today")
                                                          for id_ in TWICE))


def test_what_differs_for_one_statement_stays_when_the_others_are_changed() -> None:
    """An answer given for one of them apart is never written over; what was shown of the rest changes with it."""
    case = HOME.model_copy(update={"findings": (Finding(id=UNWELL, basis="seen"), Finding(id=LEFT, basis="told"))})
    screen = topic_page("neglect", case)
    assert field(screen, f"basis-{SUBJECT}").value is None
    press(fill(screen, **{f"basis-{SUBJECT}": "suspected", f"when-{SUBJECT}": "Today"}), "Continue")
    assert case_of(screen).findings == (Finding(id=UNWELL, basis="seen", when="Today"),
                                        Finding(id=LEFT, basis="told", when="Today"))
    screen = press(fill(topic_page("neglect", case_of(screen)), **{f"when-{SUBJECT}": "This week"}), "Continue")
    assert [item.when for item in case_of(screen).findings] == ["This week", "This week"]


def test_different_for_one_of_these_opens_each_by_itself() -> None:
    """One press leads to a line for each statement; what is said there is of that one alone."""
    screen = fill(topic_page("neglect"), **{f"row-{UNWELL}": True, f"row-{LEFT}": True, f"basis-{SUBJECT}": "seen"})
    press(screen, "Different for one of these")
    assert step_of(screen) == ("know", "2")
    press(fill(screen, **{f"basis-{LEFT}": "child_said", f"words-{LEFT}": "They went"}), "Continue")
    assert {(item.id, item.basis, item.words) for item in case_of(screen).findings} == {
        (UNWELL, "seen", ""), (LEFT, "child_said", "They went")}


def test_somebody_who_must_not_be_named_is_held_back_with_all_that_they_told() -> None:
    """The tick holds each statement, one that is ticked later too, and only taking it away ends that."""
    screen = fill(topic_page("neglect"), **{f"row-{UNWELL}": True, f"basis-{SUBJECT}": "told",
                                            f"unnamed-{SUBJECT}": True})
    case = case_of(press(screen, "Continue"))
    assert set(case.held_back) == {f"findings.{UNWELL}"}
    screen = press(fill(topic_page("neglect", case), **{f"row-{LEFT}": True}), "Continue")
    assert set(case_of(screen).held_back) == {f"findings.{UNWELL}", f"findings.{LEFT}"}
    screen = press(fill(topic_page("neglect", case_of(screen)), **{f"unnamed-{SUBJECT}": False}), "Continue")
    assert dict(case_of(screen).held_back) == {}


def test_a_text_that_is_too_long_is_refused_and_stands_as_it_was_typed() -> None:
    """25,000 characters pasted under a subject: the tick counts, the text is asked about and nothing of it is cut."""
    screen = fill(topic_page("neglect"), **{f"row-{UNWELL}": True, f"note-{SUBJECT}": "x" * 25_000})
    press(screen, "Continue")
    assert "must be 20,000 characters or fewer" in words(screen)
    assert case_of(screen).findings == (Finding(id=UNWELL),)
    assert field(screen, f"note-{SUBJECT}").value == "x" * 25_000


def test_the_only_child_is_the_one_it_is_about() -> None:
    """With one child nobody has to say which."""
    case = HOME.model_copy(update={"children": (Child(label="A"),)})
    screen = press(fill(topic_page("neglect", case), **{f"row-{UNWELL}": True}), "Continue")
    assert case_of(screen).findings[0].about == ("A",)
    assert not has_field(topic_page("neglect", case_of(screen)), f"about-{SUBJECT}-A")


def test_what_is_not_known_is_asked_apart() -> None:
    """Those that might be so are not sure, the others are not known only if the user says so."""
    screen = press(fill(topic_page("neglect"), **{"unsure-neglect": True}), "Continue")
    assert case_of(screen).unsure_topics == ("neglect",)
    press(fill(screen, **{f"might-{LEFT}": True}), "Continue")
    assert case_of(screen).answers == {LEFT: "not_sure"}
    again = open_step("know", case_of(screen), about("neglect"), number=2)
    press(fill(again, **{"rest-neglect": True}), "Continue")
    assert case_of(again).answers[UNWELL] == "not_known"
    assert case_of(again).answers[LEFT] == "not_sure"


def test_signs_left_open_are_asked_with_their_topic() -> None:
    """A sign that was skipped is offered again beside the statements; one that was answered no is not."""
    assert has_field(topic_page("injury"), "sign-disclosure")
    answered = HOME.model_copy(update={"signs": {"disclosure": SignAnswer(answer="no")}})
    assert not has_field(topic_page("injury", answered), "sign-disclosure")
    covered = HOME.model_copy(update={"signs_none": {"told": ("disclosure",)}})
    assert not has_field(topic_page("injury", covered), "sign-disclosure")
    screen = fill(topic_page("injury"), **{"sign-disclosure": True, "basis-subject-injury": "child_said"})
    assert case_of(press(screen, "Continue")).signs["disclosure"] == SignAnswer(answer="yes", basis="child_said")


def test_a_statement_that_calls_for_a_sign_has_it_asked_before_anything_else() -> None:
    """The sign comes next; its answer is kept, and the questions go on where they were."""
    screen = open_step("know", HOME, about("sexual_harm", "neglect"), number=1)
    press(fill(screen, **{"row-TST-3-CHILD-02": True}), "Continue")
    assert title(screen) == "Before anything else"
    press(fill(screen, first__sexual_abuse="cannot_prove"), "Continue")
    assert case_of(screen).signs["sexual_abuse"] == SignAnswer(answer="not_sure", why="cannot_prove")
    assert title(screen) == "What you know"


def test_a_sign_asked_first_can_be_put_off_once() -> None:
    """Continue without an answer leaves it unanswered and does not ask again on every page."""
    screen = open_step("know", HOME, about("sexual_harm", "neglect"), number=1)
    press(fill(screen, **{"row-TST-3-CHILD-02": True}), "Continue")
    press(screen, "Continue")
    assert "sexual_abuse" not in case_of(screen).signs
    assert title(screen) == "What you know"


def test_topics_follow_each_other_and_one_that_was_left_empty_stays_open() -> None:
    """Continue with nothing ticked leads to the next topic, and after the last to the next step."""
    seen = ("safety", "where", "children", "signs", "topics", "who")
    screen = open_step("know", HOME, about("injury", "neglect", seen=seen))
    press(screen, "Continue")
    assert step_of(screen) == ("know", "3")
    press(screen, "Continue")
    assert step_of(screen)[0] == "family"
    assert case_of(screen).asked == ()


def test_without_a_number_the_first_topic_still_open_is_shown() -> None:
    """Coming back leads to the topic that has not been asked yet."""
    case = HOME.model_copy(update={"asked": ("injury",)})
    assert has_field(open_step("know", case, about("injury", "neglect")), f"row-{UNWELL}")


def test_without_an_area_a_topic_is_no_dead_end() -> None:
    """No guidance is held: that is said, the national signs and one's own words stand there, and so does the result."""
    screen = open_step("know", Case(home_area="elsewhere", reference="TEST"), about("injury"), number=1)
    assert "We hold no guidance for this council" in words(screen)
    assert has_field(screen, "sign-non_mobile_injury")
    screen = fill(screen, other_worry_note="He is always hurt", sign__disclosure=True)
    press(screen, "See what to do now")
    case = case_of(screen)
    assert (case.other_worry, case.other_worry_note) == (True, "He is always hurt")
    assert case.signs["disclosure"].answer == "yes"
    assert progress_of(screen).topics == ("injury",)


def test_a_topic_on_which_the_areas_document_is_silent_asks_for_ones_own_words() -> None:
    """The area is held and says nothing of it: that is said, and the words written here are the worry of the case."""
    screen = open_step("know", HOME, about("education"), number=1)
    assert "says nothing about this" in words(screen)
    assert case_of(press(fill(screen, other_worry_note="Never there"), "Continue")).other_worry_note == "Never there"


def test_what_was_said_once_about_a_subject_stands_once_in_the_answers() -> None:
    """Two statements with the same facts: the first has them, the second says that they stand above."""
    about_both = tuple(Finding(id=id_, basis="seen", note="Bare cupboards on Monday") for id_ in (UNWELL, LEFT))
    shown = words(open_step("answers", HOME.model_copy(update={"findings": about_both}), about("neglect")))
    assert shown.count("Bare cupboards on Monday") == 1
    assert shown.count("How you know it, as above") == 1
    apart = (about_both[0], about_both[1].but(note="She went on Tuesday"))
    both = words(open_step("answers", HOME.model_copy(update={"findings": apart}), about("neglect")))
    assert "as above" not in both
    assert "She went on Tuesday" in both


@pytest.mark.parametrize(("child", "asked"), [
    (Child(label="A"), True), (Child(label="A", age_months=9), True), (Child(label="A", age_years=3), True),
    (Child(label="A", age_months=5), False), (Child(label="A", age_years=9), False),
    (Child(label="A", age_years=9, disability="yes"), True), (Child(label="A", not_born=True), False),
])
def test_whether_the_child_moves_about_is_asked_beside_a_mark(child: Child, asked: bool, packs: Packs,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    """Of whom an age leaves it open; the answer is the child's. On a page about no mark it is no question."""
    national = packs.national.model_copy(update={"moves_about_from": 5})
    monkeypatch.setattr(knowledge, "packs", lambda: Packs(national=national, areas=packs.areas))
    case = HOME.model_copy(update={"children": (child,)})
    assert not has_field(topic_page("neglect", case), "moves-A")
    screen = topic_page("injury", case)
    assert has_field(screen, "moves-A") == asked
    if asked:
        assert case_of(press(fill(screen, moves__A="no"), "Continue")).children[0].moves_about == "no"
