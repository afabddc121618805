"""The children, by letter."""
from datetime import date

import pytest

from decision.case import Case, Child, Finding, SignAnswer
from guidance.packs import Packs
from pages.parts.visit import knowledge
from tests.pages.asking import HOME, case_of, field, fill, has_field, open_step, press, step_of, to_answers, words

pytestmark = pytest.mark.usefixtures("packs")


def child(screen: object, number: int = 0) -> Child:
    """One of the children in the case of a screen."""
    return case_of(screen).children[number]  # type: ignore[arg-type]


def test_a_first_child_is_there_to_be_filled_in() -> None:
    """Continue with everything empty notes a child about whom nothing is known."""
    assert child(press(open_step("children"), "Continue")) == Child(label="A")


def test_what_is_known_about_a_child_is_kept() -> None:
    """Age in years, moving about, disability with its note, communication and status."""
    screen = fill(open_step("children"), age_kind__A="years", age__A="7", moves__A="yes", disability__A="yes",
                  disability_note__A="Hearing", communication__A="Sign language", status__A__social_worker=True)
    assert child(press(screen, "Continue")) == Child(
        label="A", age_years=7, moves_about="yes", disability="yes", disability_note="Hearing",
        communication="Sign language", status=("social_worker",))


@pytest.mark.parametrize(("kind", "typed", "message"), [
    ("years", "26", "must be 25 or under"), ("years", "seven", "whole number"), ("years", "", "Enter the age"),
    ("months", "61", "in years"), ("years", "7.5", "whole number"), ("years", "٧", "whole number"),
])
def test_an_age_that_cannot_be_is_refused(kind: str, typed: str, message: str) -> None:
    """Each kind of wrong age has its own words, and the page stays."""
    screen = press(fill(open_step("children"), age_kind__A=kind, age__A=typed), "Continue")
    assert message in words(screen)
    assert case_of(screen) == HOME
    assert step_of(screen)[0] == "children"


def test_a_young_person_of_eighteen_is_accepted_and_the_user_is_told() -> None:
    """The age is kept, and the next page says that other rules hold."""
    screen = press(fill(open_step("children"), age_kind__A="years", age__A="18"), "Continue")
    assert child(screen).age_years == 18
    assert "Already 18" in words(screen)
    assert "Already 18" not in words(press(fill(open_step("children"), age_kind__A="years", age__A="17"), "Continue"))


def test_an_unborn_child_has_a_due_date_or_none_that_is_known() -> None:
    """A due date is kept; not knowing it does not make the child born."""
    screen = open_step("children")
    fill(screen, age_kind__A="unborn", due__A__day="1", due__A__month="3", due__A__year="2027")
    assert child(press(screen, "Continue")).due_date == date(2027, 3, 1)
    unknown = child(press(fill(open_step("children"), age_kind__A="unborn"), "Continue"))
    assert (unknown.unborn, unknown.due_date, unknown.months) == (True, None, 0)


@pytest.mark.parametrize(("day", "month", "year", "says", "kept"), [
    ("20", "11", "2026", "which is in the past; if the baby has been born, give the age", date(2026, 11, 20)),
    ("20", "10", "27", "which is more than ten months away", date(2027, 10, 20)),
])
def test_a_due_date_that_is_odd_is_asked_about_once(day: str, month: str, year: str, says: str, kept: date) -> None:
    """The first time it is questioned in words; pressed again it is kept, because a baby may be late."""
    screen = open_step("children")
    fill(screen, age_kind__A="unborn", due__A__day=day, due__A__month=month, due__A__year=year)
    press(screen, "Continue")
    assert says in words(screen)
    assert case_of(screen) == HOME
    assert child(press(screen, "Continue")).due_date == kept


@pytest.mark.parametrize("year", ["2062", "18", "0027"])
def test_a_due_date_that_cannot_be_is_refused_however_often(year: str) -> None:
    """No baby is due in 2062 or was due in 2018: pressing again does not keep it."""
    screen = fill(open_step("children"), age_kind__A="unborn", due__A__day="1", due__A__month="3", due__A__year=year)
    press(press(screen, "Continue"), "Continue")
    assert "give the day on which the baby is due" in words(screen)
    assert case_of(screen) == HOME


def test_a_due_date_is_read_back_in_words() -> None:
    """Typed as people type it, and shown as it was understood on the next page and when the page is opened again."""
    screen = fill(open_step("children"), age_kind__A="unborn", due__A__day="1", due__A__month="Mar", due__A__year="27")
    screen = press(screen, "Continue")
    assert child(screen).due_date == date(2027, 3, 1)
    assert "The due date of child A: Monday 1 March 2027" in words(screen)
    assert "Kept as Monday 1 March 2027" in words(open_step("children", case_of(screen)))


def test_a_date_that_does_not_exist_is_refused() -> None:
    """The thirty-first of February is no due date."""
    screen = fill(open_step("children"), age_kind__A="unborn", due__A__day="31", due__A__month="2", due__A__year="2027")
    assert "must be a real date" in words(press(screen, "Continue"))


def test_a_child_can_be_added_without_losing_the_first() -> None:
    """Adding keeps what is in the form and offers the next letter."""
    screen = press(fill(open_step("children"), age_kind__A="months", age__A="3"), "Add another child")
    assert [one.label for one in case_of(screen).children] == ["A", "B"]
    assert child(screen).age_months == 3
    assert has_field(screen, "age_kind-B")
    assert field(screen, "age-A").value == "3"


def test_removing_a_child_keeps_what_was_said() -> None:
    """A statement about a removed child stays, says of nobody, and the user is told."""
    case = HOME.model_copy(update={"children": (Child(label="A"), Child(label="B", age_years=2)),
                                   "findings": (Finding(id="TST-3-CHILD-01", about=("B",), note="Cold"),)})
    screen = press(open_step("children", case), "Remove child B")
    assert [one.label for one in case_of(screen).children] == ["A"]
    assert case_of(screen).findings == (Finding(id="TST-3-CHILD-01", note="Cold"),)
    assert "1 of your statements named this child" in words(screen)


def test_beside_a_status_none_means_none_of_the_others() -> None:
    """Both are kept: one tick alone says nothing of the others. Beside "not known" it says nothing."""
    screen = press(fill(open_step("children"), status__A__none=True, status__A__looked_after=True), "Continue")
    assert case_of(screen).children[0].status == ("looked_after", "none")
    screen = press(fill(open_step("children"), status__A__none=True, status__A__not_known=True), "Continue")
    assert case_of(screen).children[0].status == ("not_known",)


def test_a_blank_case_may_have_no_child() -> None:
    """Leaving the step without Continue leaves the children unanswered."""
    assert case_of(to_answers(open_step("children", Case()))).children == ()


def test_on_what_ground_a_looked_after_child_is_looked_after() -> None:
    """It is kept, read back, and left open where nobody answers it."""
    screen = fill(open_step("children"), status__A__looked_after=True, cared_for_by__A="voluntary")
    case = case_of(press(screen, "Continue"))
    assert case.children[0].cared_for_by == "voluntary"
    assert "Looked after by: the parents agreed to it (section 20)" in words(open_step("answers", case))
    open_ = press(fill(open_step("children"), status__A__looked_after=True), "Continue")
    assert child(open_).cared_for_by is None


@pytest.mark.parametrize(("typed", "expected"), [
    ("7 years", {"age_years": 7}), ("9 months", {"age_months": 9}), ("6 weeks", {"age_months": 1}),
    ("2 years 3 months", {"age_months": 27}),
])
def test_an_age_with_its_unit_needs_no_choice(typed: str, expected: dict[str, int]) -> None:
    """Whoever types the unit is asked nothing more, and finds it as a choice on return."""
    screen = press(fill(open_step("children"), age__A=typed), "Continue")
    assert child(screen) == Child(label="A", **expected)
    assert field(open_step("children", case_of(screen)), "age_kind-A").value in ("years", "months")


def test_a_bare_number_is_asked_about_and_never_taken_for_years() -> None:
    """Nine may be months: the page asks which, and one choice answers."""
    screen = press(fill(open_step("children"), age__A="9"), "Continue")
    assert "Is child A 9 years or 9 months old" in words(screen)
    assert case_of(screen) == HOME
    assert child(press(fill(screen, age_kind__A="months"), "Continue")).age_months == 9


@pytest.mark.parametrize(("typed", "chosen", "kept", "read_back"), [
    ("17 years", "months", Child(label="A", age_years=17), "The age of child A: 17 years"),
    ("9 months", "years", Child(label="A", age_months=9), "The age of child A: 9 months"),
    ("17 years", "years", Child(label="A", age_years=17), ""), ("17", "years", Child(label="A", age_years=17), ""),
])
def test_a_unit_that_was_typed_counts_and_is_read_back(typed: str, chosen: str, kept: Child, read_back: str) -> None:
    """Nobody is told that they contradict themselves: what was typed counts, and the next page says how it was read."""
    screen = press(fill(open_step("children"), age__A=typed, age_kind__A=chosen), "Continue")
    assert child(screen) == kept
    assert ("The age of child A" in words(screen), read_back in words(screen)) == (bool(read_back), True)
    again = open_step("children", case_of(screen))
    assert field(again, "age_kind-A").value == ("years" if kept.age_years else "months")


def test_not_known_needs_no_number() -> None:
    """What stood in the line before is not read."""
    screen = press(fill(open_step("children"), age__A="7", age_kind__A="not_known"), "Continue")
    assert child(screen) == Child(label="A")


@pytest.mark.parametrize(("known", "openly"), [
    (Child(label="A"), False), (Child(label="A", age_months=3), True), (Child(label="A", age_years=1), True),
    (Child(label="A", age_years=3), False), (Child(label="A", age_years=3, disability="yes"), True),
    (Child(label="A", age_years=9), False),
    (Child(label="A", age_years=9, disability="yes"), True), (Child(label="A", age_years=9, moves_about="no"), False),
])
def test_moving_about_is_asked_openly_of_those_who_may_not(known: Child, openly: bool, packs: Packs,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a baby and of one who is disabled; of others, and while no age is given yet, it stands folded, with its answer
    in the line, and is never gone."""
    national = packs.national.model_copy(update={"moves_about_from": 5})
    monkeypatch.setattr(knowledge, "packs", lambda: Packs(national=national, areas=packs.areas))
    screen = open_step("children", HOME.model_copy(update={"children": (known,)}))
    assert has_field(screen, "moves-A")
    behind = {widget.key for fold in screen.expander for widget in fold.radio}
    assert (field(screen, "moves-A").key not in behind) == openly
    if known.moves_about:
        assert any("Moves about alone: no" in fold.label for fold in screen.expander)


def test_of_an_unborn_child_it_is_not_asked_and_what_was_answered_stays() -> None:
    """It can be taken back where it was said before."""
    unborn = Child(label="A", not_born=True)
    screen = open_step("children", HOME.model_copy(update={"children": (unborn,)}))
    assert not has_field(screen, "moves-A")
    assert child(press(screen, "Continue")) == unborn
    said = unborn.but(moves_about="no")
    screen = open_step("children", HOME.model_copy(update={"children": (said,)}))
    assert has_field(screen, "moves-A")
    assert child(press(screen, "Continue")) == said


def test_an_age_that_is_changed_keeps_what_was_ticked() -> None:
    """A sign of a baby stays a yes when the baby turns out to be nine, and stands in the answers."""
    case = HOME.model_copy(update={"children": (Child(label="A", age_months=3),),
                                   "signs": {"non_mobile_injury": SignAnswer(answer="yes")},
                                   "findings": (Finding(id="TST-3-CHILD-01", about=("A",)),)})
    screen = press(fill(open_step("children", case), age__A="9", age_kind__A="years"), "Continue")
    after = case_of(screen)
    assert child(screen).age_years == 9
    assert (after.signs, after.findings) == (case.signs, case.findings)


def test_a_fold_with_something_wrong_in_it_is_open() -> None:
    """What cannot be taken is never out of sight, and its message can be followed."""
    screen = press(fill(open_step("children"), communication__A="x" * 25_000), "Continue")
    assert "20,000 characters or fewer. You have written 25,000" in words(screen)
    assert screen.expander[-1].proto.expanded is True
    assert field(screen, "communication-A").value == "x" * 25_000
