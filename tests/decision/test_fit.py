"""A case that was answered earlier against the packs of today."""
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.assess import assess
from decision.case import TEXT_LIMIT, Case, Finding, HeldBack, SignAnswer
from decision.fit import LONGEST_ID, fit, opened, versions
from decision.unknown_ids import CaseProblem, unknown_ids
from guidance.vocabulary import Answer, ELSEWHERE, OUTCOMES
from tests.decision.build import CBC, FRIDAY, PACKS, case

ROW = PACKS.areas[CBC].indicators[0].id
SIGN = PACKS.signs(CBC)[0].id
IDS = st.sampled_from(["gone", "GONE-1", ROW, SIGN, "x" * 300, "Ällö", "", "neglect"])
ANSWERS = st.sampled_from(get_args(Answer))
TEXTS = st.sampled_from(["", "short", "w" * (TEXT_LIMIT - 30), "x" * TEXT_LIMIT])
SAID = st.builds(lambda when, note, words: {"when": when, "note": note, "words": words}, TEXTS, TEXTS, TEXTS)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any mixture of ids that a pack has and ids that none has, with notes up to their limit."""
    answered = st.dictionaries(IDS, ANSWERS, max_size=4)
    topics = st.lists(IDS, max_size=3).map(tuple)
    return Case.model_validate({
        "home_area": draw(st.sampled_from(["", CBC, "atlantis", ELSEWHERE])),
        "area_now": draw(st.sampled_from(["", "atlantis"])), "work_area": draw(st.sampled_from(["", "atlantis"])),
        "findings": [{"id": id_, **draw(SAID)} for id_ in draw(st.lists(IDS, max_size=3, unique=True))],
        "signs": {id_: {"answer": answer, **draw(SAID)} for id_, answer in draw(answered).items()},
        "answers": draw(answered), "factors": draw(answered), "asked": draw(topics), "unsure_topics": draw(topics),
        "practitioner": {"role": draw(st.sampled_from(["", "teacher", "gone_role"]))},
        "other_worry_note": draw(TEXTS), "harm_before_next": draw(st.sampled_from([None, "yes", "no", "not_sure"])),
    })


def words(fitted: Case) -> str:
    """Everything that was put into words."""
    return "\n".join((fitted.other_worry_note, *fitted.earlier_answers))


@given(cases())
def test_whatever_is_gone_the_case_can_be_read_and_nothing_is_lost(old: Case) -> None:
    """The result names only what packs have, is a valid case, and holds every text and every id that is gone."""
    fitted, gone = fit(old, PACKS)
    assert unknown_ids(fitted, PACKS) == ()
    assert gone == unknown_ids(old, PACKS)
    assert Case.model_validate(fitted.model_dump()) == fitted
    said = (*old.findings, *old.signs.values())
    everything = fitted.model_dump_json()
    for text in (old.other_worry_note, *(text for item in said for text in (item.when, item.note, item.words))):
        assert text in everything
    left = {item.id for item in fitted.findings} | {*fitted.signs, *fitted.answers, *fitted.factors}
    for id_ in {item.id for item in old.findings} | {*old.signs, *old.answers, *old.factors}:
        assert id_ in left or id_ in words(fitted) or len(id_) > LONGEST_ID


@given(cases())
def test_fitting_twice_is_fitting_once(old: Case) -> None:
    """What has been put into words stays as it is."""
    fitted, _ = fit(old, PACKS)
    assert fit(fitted, PACKS) == (fitted, ())


@pytest.mark.parametrize("lost", [
    {"findings": [{"id": "gone"}]}, {"answers": {"gone": "yes"}}, {"answers": {"gone": "not_sure"}},
    {"factors": {"gone": "yes"}}, {"signs": {"gone": {"answer": "yes"}}}, {"signs": {"gone": {"answer": "not_sure"}}},
    {"signs": {"gone": {"answer": "not_known"}}}, {"unsure_topics": ["gone"]},
])
def test_a_worry_stays_a_worry(lost: dict[str, Any]) -> None:
    """A yes or a doubt under something that is gone asks for a talk today, and asks anew whether harm could come."""
    old = Case.model_validate({"home_area": CBC, "other_worry": True, "other_worry_note": "Mine",
                               "harm_before_next": "no", **lost})
    fitted, _ = fit(old, PACKS)
    assert fitted.other_worry is True
    assert fitted.other_worry_note.startswith("Mine\n")
    assert "gone" in fitted.other_worry_note
    assert fitted.harm_before_next is None
    assert "answered no before" in words(fitted)
    decision = assess(fitted, PACKS, FRIDAY)
    assert OUTCOMES.index(decision.outcome) >= OUTCOMES.index("consult_today")
    assert decision.gaps[0].id == "harm_before_next"


@pytest.mark.parametrize("lost", [
    {"answers": {"gone": "no"}}, {"answers": {"gone": "not_known"}}, {"factors": {"gone": "no"}},
    {"signs": {"gone": {"answer": "no"}}}, {"asked": ["gone"]}, {"practitioner": {"role": "gone"}},
])
def test_what_is_no_worry_raises_nothing(lost: dict[str, Any]) -> None:
    """It is kept in words that count for nothing."""
    merged = {"signs": case().model_dump()["signs"] | lost.get("signs", {})}
    old = Case.model_validate(case().model_dump() | lost | merged)
    fitted, gone = fit(old, PACKS)
    assert len(gone) == 1
    assert (fitted.other_worry, fitted.other_worry_note) == (None, "")
    assert "gone" in fitted.earlier_answers[0]
    same = fitted.model_copy(update={"earlier_answers": ()})
    assert assess(fitted, PACKS, FRIDAY) == assess(same, PACKS, FRIDAY)


def test_whether_harm_could_come_stays_answered_where_it_was_not_no() -> None:
    """Yes and not sure are no calmer with one more worry."""
    for answer in ("yes", "not_sure"):
        old = Case.model_validate({"findings": [{"id": "gone"}], "harm_before_next": answer})
        assert fit(old, PACKS)[0].harm_before_next == answer


def test_everything_that_was_said_about_a_sign_is_kept() -> None:
    """Which child, how it is known, where on the body, when, the note and the child's words."""
    old = Case.model_validate({
        "children": [{"label": "A"}, {"label": "B"}],
        "signs": {"gone": {"answer": "not_sure", "why": "could_not_find_out", "about": ["A", "B"], "basis": "told",
                           "body": ["lower_legs"], "when": "Monday", "note": "Cold", "words": "I am cold"}}})
    note = fit(old, PACKS)[0].other_worry_note
    for part in ("not sure", "could not find out", "child A, B", "told", "lower legs", "Monday", "Cold", "I am cold"):
        assert part in note


def test_why_a_statement_was_not_sure_is_kept_in_words() -> None:
    """A doubt about a statement that is gone stays a worry, and is not turned into a plain yes."""
    fitted, _ = fit(case(findings=[{"id": "gone", "why": "cannot_prove"}]), PACKS)
    assert fitted.other_worry is True
    assert "(gone): not sure; cannot prove" in words(fitted)


def test_an_area_that_is_gone_is_somewhere_else() -> None:
    """The national part still works, its statements are kept in words, and which area it was is written down."""
    old = Case(home_area="atlantis", area_now="atlantis", work_area="atlantis", findings=(Finding(id="ATL-1"),))
    fitted, _ = fit(old, PACKS)
    assert (fitted.home_area, fitted.area_now, fitted.work_area) == (ELSEWHERE,) * 3
    assert "ATL-1" in fitted.other_worry_note
    assert sum("atlantis" in line for line in fitted.earlier_answers) == 3


def test_what_was_held_back_stays_held_back() -> None:
    """The note that now holds the words of a source who must not be named is held back as a whole."""
    held = HeldBack(why="source_unnamed", note="A neighbour")
    old = Case(findings=(Finding(id="gone", words="My neighbour hears it"),), signs={SIGN: SignAnswer(answer="no")},
               held_back={"findings.gone": held, "case.note": HeldBack(why="safety")})
    fitted, _ = fit(old, PACKS)
    assert fitted.held_back == {"other_worry_note": held, "case.note": HeldBack(why="safety")}
    assert "My neighbour hears it" in fitted.other_worry_note.splitlines()


def test_of_two_reasons_to_hold_back_none_is_lost() -> None:
    """One stands for the note, the other is given back in words."""
    old = Case(findings=(Finding(id="gone"),), held_back={
        "findings.gone": HeldBack(why="source_unnamed", note="A neighbour"),
        "other_worry_note": HeldBack(why="safety", note="He reads everything"),
    })
    fitted, _ = fit(old, PACKS)
    assert fitted.held_back["other_worry_note"] == HeldBack(why="safety", note="He reads everything")
    assert "A neighbour" in fitted.earlier_answers
    assert any("source unnamed" in line for line in fitted.earlier_answers)


def test_a_file_of_these_very_packs_is_not_forgiven_a_slip() -> None:
    """Where the versions are those of today an unknown id is a mistake in the file, and the engine says so."""
    old = Case(home_area=CBC, signs={"disclosur": SignAnswer(answer="yes")})
    with pytest.raises(CaseProblem, match="disclosur"):
        opened(old, PACKS, versions(old, PACKS))
    for made_with in ({}, {"national": "0"}, {**versions(old, PACKS), CBC: "0"}):
        assert opened(old, PACKS, made_with)[1]


def test_the_sentences_repeat_nothing_that_was_typed() -> None:
    """An id that can be no id is not quoted to the reader of a message; the case itself keeps it."""
    old = Case(findings=(Finding(id="Jane Smith", note="Secret"),))
    fitted, gone = fit(old, PACKS)
    assert "Jane" not in " ".join(gone)
    assert "Secret" not in " ".join(gone)
    assert "Jane Smith" in fitted.other_worry_note
