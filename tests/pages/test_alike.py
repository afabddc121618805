"""Statements that say nearly the same: one tick, then the choice that tells them apart; no choice leaves open which."""
import pytest

from decision import changes
from decision.assess import assess
from decision.case import Case, Child, Finding
from decision.known import answered
from guidance.packs import Packs
from guidance.words import say
from pages.parts.asking.choices import ANSWER
from pages.parts.visit import clock, knowledge
from pages.parts.visit.draft import Progress
from pages.parts.wizard import topic_pages
from pages.parts.wizard.step import SoFar
from tests.pages.asking import EVERYTHING, HOME, case_of, field, fill, has_field, open_step, press, words

UNWELL, LEFT, TWICE = "TST-3-CHILD-01", "TST-4-PARENT-01", ("TST-2-TWICE-01", "TST-3-TWICE-01")
PAGE = Progress(seen=EVERYTHING.seen, topics=("neglect", "injury"))
UNLIKE = "TST-2-PARENT-01"


@pytest.fixture(autouse=True)
def alike(packs: Packs, monkeypatch: pytest.MonkeyPatch) -> Packs:
    """The made-up packs, in which being unwell, being left and coming hungry are said to be alike."""
    same = {UNWELL: "unwell", LEFT: "left", **dict.fromkeys(TWICE, "hungry")}
    area = packs.areas["testshire"]
    rows = tuple(one.model_copy(update={"alike": "Care is lacking", "differs": same[one.id]}) if one.id in same else one
                 for one in area.indicators)
    changed = area.but(indicators=rows)
    found = packs.but(areas={**packs.areas, "testshire": changed})
    monkeypatch.setattr(knowledge, "packs", lambda: found)
    return found


def opened(case: Case = HOME) -> tuple[object, str]:
    """The page of neglect, and the field of the question that stands for all of them."""
    screen = open_step("know", case, PAGE, number=1)
    names = [one.key[2:].rsplit("_", 1)[0] for one in screen.checkbox if str(one.key).startswith("w_alike-")]
    assert len(names) == 1
    return screen, names[0]


def doubted(case: Case) -> set[str]:
    """The statements of which the user is not sure."""
    return {id_ for id_, answer in answered(case).items() if answer == "not_sure"}


def test_they_are_one_tick_and_what_differs_is_chosen_below_it() -> None:
    """Each keeps its own id; several may be chosen, rows with identical words together; the words differ in few."""
    screen, name = opened()
    assert field(screen, name).label == "Care is lacking.", "a sentence like those beside it"
    assert [field(screen, f"row-{id_}").label for id_ in (UNWELL, LEFT, TWICE[0])] == ["Unwell", "Left", "Hungry"]
    press(fill(screen, **{name: True, f"row-{LEFT}": True, f"row-{TWICE[0]}": True}), "Continue")
    assert {item.id for item in case_of(screen).findings} == {LEFT, *TWICE}
    assert case_of(screen).answers == {}


def test_a_doubt_about_them_is_asked_together_too() -> None:
    """Under the statement that they share each stands once, in the words that tell it apart, and keeps its own id."""
    case = HOME.model_copy(update={"unsure_topics": ("neglect",)})
    screen = open_step("know", case, PAGE, number=2)
    assert [field(screen, f"might-{id_}").label for id_ in (UNWELL, LEFT, TWICE[0])] == ["Unwell", "Left", "Hungry"]
    assert words(screen).count("Care is lacking") >= 1
    assert doubted(case_of(press(fill(screen, **{f"might-{UNWELL}": True}), "Continue"))) == {UNWELL}


def test_a_statement_stands_beside_the_sign_that_it_repeats(alike: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the next tick after the sign on the page of their topic."""
    sign = next(sign for sign in alike.national.signs if sign.id == "non_mobile_injury")
    area = alike.areas["testshire"]
    rows = tuple(row.but(alike=sign.says, differs="an injury") if row.id == "TST-4-CHILD-01" else row
                 for row in area.indicators)
    changed = alike.but(areas={"testshire": area.but(indicators=rows)})
    monkeypatch.setattr(knowledge, "packs", lambda: changed)
    keys = [str(box.key) for box in open_step("know", HOME, PAGE, number=3).checkbox]
    place = next(number for number, key in enumerate(keys) if "sign-non_mobile_injury" in key)
    assert "row-TST-4-CHILD-01" in keys[place + 1]


def test_a_tick_without_a_choice_is_one_of_them() -> None:
    """Nobody has said which: each is a doubt, the tick stands on return, and going on changes nothing."""
    screen, name = opened()
    case = case_of(press(fill(screen, **{name: True}), "Continue"))
    assert doubted(case) == {UNWELL, LEFT, *TWICE}
    assert [set(ids) for ids in case.one_of] == [{UNWELL, LEFT, *TWICE}]
    again, name = opened(case)
    assert field(again, name).value is True
    assert case_of(press(again, "Continue")) == case


def test_not_sure_which_is_never_calmer_than_any_of_them_not_sure(alike: Packs) -> None:
    """The most serious of them asks for the talk, as if it alone were not sure; "None of these" does not answer it."""
    screen, name = opened()
    case = case_of(press(fill(screen, **{name: True, "none-neglect": True}), "Continue"))
    assert doubted(case) == {UNWELL, LEFT, *TWICE}
    assert case.answers[UNLIKE] == "no"
    alone = HOME.model_copy(update={"answers": {LEFT: "not_sure"}})
    outcomes = [assess(one, alike, clock.now()).outcome for one in (case, alone)]
    assert outcomes == ["consult_today", "consult_today"]


def test_choosing_one_later_ends_the_doubt_about_the_others() -> None:
    """They are unanswered then, and never a no; with the choice taken away it is not known which again."""
    screen, name = opened()
    case = case_of(press(fill(screen, **{name: True}), "Continue"))
    chosen = case_of(press(fill(opened(case)[0], **{f"row-{UNWELL}": True}), "Continue"))
    assert ([(item.id, item.why) for item in chosen.findings], chosen.one_of) == ([(UNWELL, None)], ())
    back = case_of(press(fill(opened(chosen)[0], **{f"row-{UNWELL}": False}), "Continue"))
    assert ({item.why for item in back.findings}, doubted(back)) == ({"one_of"}, {UNWELL, LEFT, *TWICE})


def test_the_tick_taken_away_takes_the_choice_and_the_doubt_with_it() -> None:
    """Nothing of it is answered, also where a choice still stands below it, out of sight."""
    ids = (UNWELL, LEFT, *TWICE)
    for start in (HOME.but(findings=(Finding(id=LEFT, note="Once"),)), changes.one_of(HOME, ids)):
        screen, name = opened(start)
        case = case_of(press(fill(screen, **{name: False}), "Continue"))
        assert (case.findings, case.answers, case.one_of) == ((), {}, ())


def test_a_doubt_with_its_reason_stays_where_nobody_has_said_which() -> None:
    """What was said of one of them apart is not written over."""
    why = Finding(id=LEFT, why="could_not_find_out")
    screen, name = opened(HOME.model_copy(update={"findings": (why,)}))
    assert field(screen, name).value is False
    case = case_of(press(fill(screen, **{name: True}), "Continue"))
    assert why in case.findings
    assert doubted(case) == {UNWELL, LEFT, *TWICE}


def test_a_doubt_about_each_is_no_tick() -> None:
    """Somebody who is not sure about any of them has not said that one of them is so."""
    screen, name = opened(HOME.model_copy(update={"answers": dict.fromkeys((UNWELL, LEFT, *TWICE), "not_sure")}))
    assert field(screen, name).value is False


def test_the_list_of_answers_says_what_they_share() -> None:
    """Once, and none of them as a doubt of its own."""
    case = changes.one_of(HOME, (UNWELL, LEFT, *TWICE))
    rows = [(one.question, one.answer) for one in topic_pages.rows(SoFar(case, PAGE, knowledge.packs()))]
    assert ("Care is lacking.", say("statements.row.one_of")) in rows
    assert not [answer for _, answer in rows if answer == ANSWER["not_sure"]]


def test_one_found_by_the_search_shows_its_question_ticked() -> None:
    """The search adds a statement by itself; on its page the choice stands."""
    screen = press(fill(open_step("topics"), search="hungry"), "Search")
    screen = fill(screen, **{f"found-{TWICE[0]}": True}).run()
    again, name = opened(case_of(screen))
    assert (field(again, name).value, field(again, f"row-{TWICE[0]}").value) == (True, True)


def test_one_that_does_not_fit_the_age_is_folded_and_the_others_stay_together(alike: Packs) -> None:
    """What was ticked stays in sight after the age is changed."""
    area = alike.areas["testshire"]
    rows = tuple(one.model_copy(update={"from_months": 120}) if one.id == LEFT else one for one in area.indicators)
    changed = area.but(indicators=rows)
    packs = alike.model_copy(update={"areas": {**alike.areas, "testshire": changed}})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(knowledge, "packs", lambda: packs)
        baby = HOME.model_copy(update={"children": (Child(label="A", age_months=5),)})
        screen, name = opened(baby)
        assert "1 about older children" in " ".join(one.label for one in screen.expander)
        assert field(screen, f"row-{LEFT}").label == "The parents have left the child."
        ticked, _ = opened(baby.model_copy(update={"findings": (Finding(id=LEFT),)}))
        assert "older children" not in " ".join(one.label for one in ticked.expander)
        assert field(ticked, f"row-{LEFT}").value is True
        assert has_field(screen, name)
        assert "problem" not in words(screen)


def test_what_is_written_beside_what_they_share_is_kept_and_goes_on_with_the_one_that_is_chosen() -> None:
    """How it is known, the words and that somebody must not be named: none of it waits for the choice."""
    screen, name = opened()
    said = {name: True, "basis-subject-neglect": "told", "note-subject-neglect": "Cold hands",
            "unnamed-subject-neglect": True}
    case = case_of(press(fill(screen, **said), "Continue"))
    assert {(item.why, item.basis, item.note) for item in case.findings} == {("one_of", "told", "Cold hands")}
    assert set(case.held_back) == {f"findings.{id_}" for id_ in (UNWELL, LEFT, *TWICE)}
    again, name = opened(case)
    assert field(again, "note-subject-neglect").value == "Cold hands"
    chosen = case_of(press(fill(again, **{f"row-{UNWELL}": True}), "Continue"))
    assert [(item.id, item.why, item.basis, item.note) for item in chosen.findings] == [
        (UNWELL, None, "told", "Cold hands")]
