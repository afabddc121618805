"""Signs that cannot wait, asked in groups."""
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from decision.case import Case, Child, SignAnswer
from guidance.load import load_packs
from guidance.models import Sign
from guidance.packs import Packs
from pages.parts.visit import clock
from pages.parts.visit.draft import Progress
from pages.parts.wizard import sign_groups
from tests.pages.asking import (
    GROWN, HOME, case_of, checked, fill, has_field, open_step, press, step_of, title, words,
)

YES = HOME.model_copy(update={"signs": {"disclosure": SignAnswer(answer="yes")}})
SAID = ("disclosure", "suicide_or_self_harm")
"""The signs of the first group of the made-up packs."""
SEE = "See what to do now"
NONE = "None of these at all"


@pytest.fixture(autouse=True)
def _packs(packs: Packs) -> None:
    """Every test here uses the made-up packs."""


def answer(screen: AppTest, **values: Any) -> AppTest:
    """Fill fields in; each counts as soon as it is changed, and the page is drawn again."""
    return checked(fill(screen, **values).run())


def test_every_sign_of_the_nation_and_the_area_is_there(packs: Packs) -> None:
    """Each sign can be ticked, its definition stands beside it, and one line of a group names it."""
    screen = open_step("signs")
    for sign in packs.signs("testshire"):
        assert has_field(screen, f"sign-{sign.id}")
        assert sign.means in words(screen)
        assert sign.in_short in words(screen)


def test_a_tick_and_one_press_lead_to_what_to_do() -> None:
    """The shortest way to a statement: one group, one sign, one button; nothing before has been answered."""
    screen = press(fill(open_step("signs", HOME, Progress()), group__0="yes", sign__disclosure=True), SEE)
    assert case_of(screen).signs == {"disclosure": SignAnswer(answer="yes")}
    assert title(screen) == "Result"


def test_a_yes_to_a_group_is_enough_to_be_told_whom_to_ring() -> None:
    """Without any statement the number is at the foot of the page, with what to say, and nothing counts as no."""
    screen = answer(open_step("signs", HOME, Progress()), group__0="yes")
    assert case_of(screen).signs_some == ("child_says",)
    assert case_of(screen).signs == {}
    assert "01632" in words(screen)
    assert "I am worried about a child" in words(screen)


def test_a_statement_takes_the_place_of_the_yes_to_its_group() -> None:
    """A Yes without a statement is open only until one is ticked; it is open again when the tick is taken away."""
    screen = answer(open_step("signs"), group__0="yes")
    assert case_of(answer(screen, sign__disclosure=True)).signs_some == ()
    taken_away = case_of(answer(screen, sign__disclosure=False))
    assert (taken_away.signs_some, taken_away.signs) == (("child_says",), {})


def test_unticked_is_never_no() -> None:
    """Signs of a group that nobody answered stay unanswered."""
    case = case_of(press(open_step("signs"), "Continue"))
    assert (case.signs, case.signs_none, case.signs_some) == ({}, {}, ())


def test_no_covers_the_signs_of_its_own_group_only() -> None:
    """It is kept with the ids that it covered, and as no answer to any one sign."""
    case = case_of(press(fill(open_step("signs"), group__0="no"), "Continue"))
    assert dict(case.signs_none) == {"child_says": SAID}
    assert case.signs == {}


def test_none_at_all_answers_what_is_open_and_goes_on(packs: Packs) -> None:
    """Every sign is covered by a No then, and the next page is shown by the same press."""
    screen = press(open_step("signs"), NONE)
    covered = {id_ for ids in case_of(screen).signs_none.values() for id_ in ids}
    assert covered == {sign.id for sign in packs.signs("testshire")}
    assert step_of(screen)[0] != "signs"


def test_none_at_all_never_changes_a_yes_or_a_doubt() -> None:
    """What was answered stays; the rest of those groups is not answered by it."""
    screen = press(fill(open_step("signs"), group__0="yes", group__2="not_sure"), NONE)
    case = case_of(screen)
    assert (case.signs_some, case.signs_unsure) == (("child_says",), ("sexual",))
    assert {"child_says", "sexual"} & set(case.signs_none) == set()
    assert "injury" in case.signs_none


def test_a_tick_wins_over_a_no_to_its_group() -> None:
    """Where both stand the sign is a yes, in sight, and No speaks of the others: no error before the telephone."""
    screen = fill(open_step("signs"), group__0="yes", sign__disclosure=True)
    case = case_of(press(fill(screen, group__0="no"), SEE))
    assert case.signs["disclosure"].answer == "yes"
    assert dict(case.signs_none) == {"child_says": ("suicide_or_self_harm",)}


def test_not_sure_asks_why_of_each_statement_beside_it() -> None:
    """Each reason leads to its own answer: a suspicion, something not found out."""
    screen = answer(open_step("signs"), group__0="not_sure")
    assert case_of(screen).signs_unsure == ("child_says",)
    press(fill(screen, why__disclosure="cannot_prove", why__suicide_or_self_harm="could_not_find_out"), "Continue")
    assert case_of(screen).signs == {
        "disclosure": SignAnswer(answer="not_sure", why="cannot_prove"),
        "suicide_or_self_harm": SignAnswer(answer="not_sure", why="could_not_find_out"),
    }


def test_why_is_not_asked_where_nobody_is_not_sure() -> None:
    """Behind a Yes stand statements and no further question."""
    assert not has_field(answer(open_step("signs"), group__0="yes"), "why-disclosure")


def test_not_understood_is_asked_again_with_the_definition() -> None:
    """The definition is shown once more; an answer replaces the doubt, and doubt stays doubt."""
    screen = answer(open_step("signs"), group__0="not_sure")
    press(fill(screen, why__disclosure="do_not_understand", why__suicide_or_self_harm="do_not_understand"), "Continue")
    assert step_of(screen) == ("signs", "3")
    press(fill(screen, again__disclosure="yes", again__suicide_or_self_harm="not_sure"), "Continue")
    assert case_of(screen).signs["disclosure"].answer == "yes"
    assert case_of(screen).signs["suicide_or_self_harm"].why == "do_not_understand"


def test_no_takes_a_doubt_back_and_a_doubt_takes_a_no_back() -> None:
    """The last answer to a group holds; what was said of its statements as a doubt goes with the doubt."""
    screen = answer(open_step("signs"), group__0="not_sure")
    answer(screen, why__disclosure="could_not_find_out")
    case = case_of(answer(screen, group__0="no"))
    assert (case.signs, case.signs_unsure, dict(case.signs_none)) == ({}, (), {"child_says": SAID})
    case = case_of(answer(screen, group__0="not_sure"))
    assert (case.signs_unsure, dict(case.signs_none)) == (("child_says",), {})


def test_a_sign_that_is_so_is_written_down_after_the_call() -> None:
    """Continue asks how the user knows it; the only child is the one it is about."""
    screen = press(fill(open_step("signs"), group__0="yes", sign__disclosure=True), "Continue")
    assert step_of(screen) == ("signs", "4")
    fill(screen, basis__disclosure="child_said", when__disclosure="Today", words__disclosure="He hits me")
    press(screen, "Continue")
    answer = case_of(screen).signs["disclosure"]
    assert (answer.basis, answer.when, answer.words) == ("child_said", "Today", "He hits me")


def test_answering_the_page_again_keeps_what_was_written() -> None:
    """Ticks that stay keep their notes; a tick taken away is unanswered again, and its group's Yes stays a yes."""
    case = HOME.model_copy(update={"signs": {"disclosure": SignAnswer(answer="yes", note="At lunch"),
                                             "missing_now": SignAnswer(answer="yes")}})
    screen = press(fill(open_step("signs", case), sign__missing_now=False), "Continue")
    assert case_of(screen).signs == {"disclosure": SignAnswer(answer="yes", note="At lunch")}
    assert case_of(screen).signs_some == ("gone",)


def test_single_answers_of_an_older_draft_stay(packs: Packs) -> None:
    """Every sign answered no alone shows as a No to the group and stays as it is; so does a doubt with its reason."""
    signs = {"disclosure": SignAnswer(answer="no"), "suicide_or_self_harm": SignAnswer(answer="no"),
             "sexual_abuse": SignAnswer(answer="not_sure", why="could_not_find_out")}
    case = HOME.model_copy(update={"signs": signs})
    groups = {group.id: sign_groups.chosen(group, case) for group in sign_groups.groups(case, packs)}
    assert (groups["child_says"], groups["sexual"], groups["gone"]) == ("no", "not_sure", None)
    after = case_of(press(open_step("signs", case), "Continue"))
    assert dict(after.signs) == signs
    assert (after.signs_none, after.signs_some, after.signs_unsure) == ({}, (), ())


def test_a_tick_elsewhere_after_a_no_to_the_group_is_shown_with_it(packs: Packs) -> None:
    """The tick is in sight on the page and in the answers; the No goes on covering the others, and nothing moves."""
    case = YES.model_copy(update={"signs_none": {"child_says": SAID}})
    screen = open_step("signs", case)
    after = case_of(press(screen, "Continue"))
    assert (dict(after.signs), dict(after.signs_none)) == (dict(case.signs), {"child_says": SAID})
    answers = words(open_step("answers", after))
    assert "None of: suicide or serious self-harm" in answers
    assert "The child has told you that someone hurts them." in answers


def test_a_sign_that_a_newer_pack_adds_is_asked(packs: Packs) -> None:
    """The old No does not cover it, its group is open, and the page says what was not covered."""
    case = HOME.model_copy(update={"signs_none": {"child_says": ("disclosure",)}})
    screen = open_step("signs", case)
    assert "Not covered by your No: suicide or serious self-harm" in words(screen)
    assert "The child said or showed it" in words(open_step("answers", case))
    assert dict(case_of(press(screen, "Continue")).signs_none) == {"child_says": ("disclosure",)}
    assert set(case_of(press(open_step("signs", case), NONE)).signs_none["child_says"]) == set(SAID)


def test_where_on_the_body_is_asked_of_the_user_beside_a_mark_only() -> None:
    """What was seen in ordinary care is kept; a sign about words or acts does not ask for a place."""
    case = HOME.model_copy(update={"signs": {"non_mobile_injury": SignAnswer(answer="yes"),
                                             "disclosure": SignAnswer(answer="yes")}})
    screen = open_step("signs", case, number=4)
    assert "Do not undress the child" in words(screen)
    assert not has_field(screen, "body-disclosure-thighs")

    fill(screen, body__non_mobile_injury__thighs=True, body__non_mobile_injury__back=True)
    assert case_of(press(screen, "Continue")).signs["non_mobile_injury"].body == ("back", "thighs")


def test_groups_that_the_age_rules_out_are_folded_away_with_the_reason(packs: Packs) -> None:
    """Of a baby who is not born nobody is asked what it said; the reason is there, and the group can be opened."""
    case = HOME.but(children=(Child(label="A", not_born=True),), family=(GROWN,))
    screen = open_step("signs", case)
    (line,) = [fold.label for fold in screen.expander if sign_groups.groups(case, packs)[0].name in fold.label]
    assert line.startswith("Not asked of a child who is not born: ")
    assert case_of(answer(screen, group__0="yes")).signs_some == ("child_says",)


@pytest.mark.parametrize("child", [
    Child(label="A"), Child(label="A", age_years=3), Child(label="A", due_date=date(2026, 1, 1)),
])
def test_an_age_that_is_not_known_folds_nothing_away(child: Child, packs: Packs) -> None:
    """Nor does a birth that was expected for yesterday, or one child of another age beside it."""
    today = clock.now().date()
    unborn = Child(label="B", not_born=True)
    for children in ((), (child,), (child, unborn)):
        case = HOME.model_copy(update={"children": children})
        assert not [group for group in sign_groups.groups(case, packs) if sign_groups.out_of_age(group, case, today)]


def test_a_tick_stays_in_sight_when_the_age_changes(packs: Packs) -> None:
    """A sign that is so is drawn and counts, whatever age is given afterwards, and its group is not folded away."""
    case = YES.model_copy(update={"children": (Child(label="A", not_born=True),)})
    today = clock.now().date()
    assert not sign_groups.out_of_age(sign_groups.groups(case, packs)[0], case, today)
    screen = open_step("signs", case)
    assert case_of(press(screen, "Continue")).signs == YES.signs


def test_a_pack_without_groups_asks_every_sign(packs: Packs) -> None:
    """In a pack of an older format a sign stands under its own heading, in its whole words, and nothing is lost."""
    bare = tuple(sign.but(group="A heading of its own", in_short="") for sign in packs.national.signs)
    older = packs.but(national=packs.national.but(signs=bare, sign_groups=()))
    (group, *others) = sign_groups.groups(Case(), older)
    assert (group.name, others) == ("A heading of its own", [])
    assert all(sign.says.rstrip(".") in group.line for sign in bare)


def test_a_sign_of_an_older_pack_stands_in_the_group_that_took_its_heading_over(packs: Packs) -> None:
    """So an area's pack that has not been brought up to date brings no ninth question."""
    groups = tuple(one.but(formerly=("What a child has said",)) if one.id == "child_says" else one
                   for one in packs.national.sign_groups)
    signs = tuple(sign.but(group="What a child has said") if sign.id == "disclosure" else sign
                  for sign in packs.national.signs)
    older = packs.but(national=packs.national.but(signs=signs, sign_groups=groups))
    assert [sign.id for sign in sign_groups.groups(Case(), older)[0].signs] == list(SAID)


def test_a_doubt_under_an_older_heading_is_a_doubt_about_each_group_that_took_it_over(packs: Packs) -> None:
    """Answering one of them leaves the doubt about the other; nothing of it goes without an answer."""
    groups = tuple(one.but(formerly=("Told or seen",)) if one.id in ("child_says", "injury") else one
                   for one in packs.national.sign_groups)
    newer = packs.but(national=packs.national.but(sign_groups=groups))
    case = HOME.model_copy(update={"signs_unsure": ("Told or seen",)})
    asked = sign_groups.groups(case, newer)
    assert [sign_groups.chosen(group, case) for group in asked[:3]] == ["not_sure", "not_sure", None]
    after = sign_groups.take(case, _Page({"group-0": "no"}), asked)
    assert after.signs_unsure == ("injury",)


class _Page:
    """What stands in the fields of a page."""

    def __init__(self, held: dict[str, object]) -> None:
        self.held = held

    def choice(self, name: str, before: object = None) -> object:
        return self.held.get(name, before)

    def ticked(self, name: str) -> bool:
        return bool(self.held.get(name))


def test_every_sign_of_every_pack_is_named_in_one_line() -> None:
    """One No answers all that the line of a group names, so no sign of the nation or of an area is missing there."""
    shipped = load_packs()
    for area_id in ("", *shipped.areas):
        asked = sign_groups.groups(Case(home_area=area_id), shipped)
        held: list[Sign] = [sign for group in asked for sign in group.signs]
        assert len(asked) == 8
        assert sorted(sign.id for sign in held) == sorted(sign.id for sign in shipped.signs(area_id))
        for group in asked:
            assert group.line.split(", ") == [sign.in_short for sign in group.signs]
            assert len(set(group.line.split(", "))) == len(group.signs)
