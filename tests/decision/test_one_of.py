"""Statements that say nearly the same: what they share is so, and which is not said. It is never calmer than the one
that was meant, whichever that is; over every pack, age and family."""
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from decision import changes
from decision.after import since_the_call
from decision.assess import assess, decide
from decision.case import Case
from decision.core import core
from decision.formats import raised
from decision.known import read
from decision.open_signs import asked_first
from decision.urgency import urgency
from guidance.packs import Packs
from pages.parts.asking.statements import worries
from tests.decision.every import all_packs, areas, asked, outcome_in, representatives
from tests.decision.test_never_calmer import CONTEXTS

AREAS = areas()
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
Sets = list[tuple[tuple[str, ...], ...]]


def sets(packs: Packs, area_id: str) -> Sets:
    """The statements of each question that is asked as one, each with its ids."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in worries(packs.areas[area_id]):
        if row.alike:
            found[row.alike] = (*found.get(row.alike, ()), row.ids)
    return [statements for statements in found.values() if len(statements) > 1]


def flat(statements: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """All of their ids."""
    return tuple(id_ for ids in statements for id_ in ids)


def not_sure(case: Case, ids: tuple[str, ...]) -> Case:
    """The case in which the user is not sure about each of them."""
    return case.but(answers={**case.answers, **dict.fromkeys(ids, "not_sure")})


@pytest.mark.parametrize("context", list(CONTEXTS))
@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_what_they_share_is_no_calmer_than_the_calmest_of_them(name: str, area_id: str, context: str) -> None:
    """Nor than not being sure about each; and choosing one is no calmer than that one alone."""
    packs = all_packs()[name]
    base = Case.model_validate(asked(packs, area_id, **CONTEXTS[context]))
    calmer = []
    for statements in sets(packs, area_id):
        alone = [urgency(outcome_in(changes.tick(base, ids), packs)) for ids in statements]
        doubted = urgency(outcome_in(not_sure(base, flat(statements)), packs))
        shared = changes.one_of(base, flat(statements))
        if urgency(outcome_in(shared, packs)) < max(min(alone), doubted):
            calmer.append(statements)
        chosen = [urgency(outcome_in(changes.tick(changes.take_back_one_of(shared, flat(statements)), ids), packs))
                  for ids in statements]
        assert chosen == alone
    assert calmer == []


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_two_of_them_are_no_calmer_than_either_nor_than_the_calmest_two(name: str, area_id: str) -> None:
    """Two findings may ask for more than one; so may two of which it is not said which they are."""
    packs = all_packs()[name]
    base = Case.model_validate(asked(packs, area_id))
    for one, other in pairwise(sets(packs, area_id)):
        first = changes.one_of(base, flat(one))
        both = urgency(outcome_in(changes.one_of(first, flat(other)), packs))
        assert both >= urgency(outcome_in(first, packs)), (one, other)
        assert both >= min(urgency(outcome_in(changes.tick(changes.tick(base, a), b), packs))
                           for a in one for b in other), (one, other)


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_nothing_added_beside_it_makes_it_calmer(name: str, area_id: str) -> None:
    """A statement for each way in which one can count, beside one set for each urgency of those in it."""
    packs = all_packs()[name]
    base = Case.model_validate(asked(packs, area_id))
    more = representatives(packs, area_id)
    each = {tuple(sorted(outcome_in(changes.tick(base, ids), packs) for ids in statements)): statements
            for statements in sets(packs, area_id)}
    for statements in each.values():
        shared = changes.one_of(base, flat(statements))
        limit = urgency(outcome_in(shared, packs))
        found = [added.id for added in more if added.id not in flat(statements)
                 and urgency(outcome_in(added.into(shared), packs)) < limit]
        assert found == [], statements


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_a_no_to_one_of_them_leaves_the_others_and_a_no_to_all_takes_nothing_back(name: str, area_id: str) -> None:
    """Two answers that do not fit stay as urgent as the one that asks for more."""
    packs = all_packs()[name]
    base = Case.model_validate(asked(packs, area_id))
    for statements in sets(packs, area_id):
        shared = changes.one_of(base, flat(statements))
        limit = min(urgency(outcome_in(changes.tick(base, ids), packs)) for ids in statements)
        for said_no in (*statements, flat(statements)):
            assert urgency(outcome_in(changes.answer_no(shared, said_no), packs)) >= limit, (statements, said_no)


@pytest.mark.parametrize("context", list(CONTEXTS))
@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_it_stands_where_the_lowest_of_them_stands_and_what_all_bring_follows(
        name: str, area_id: str, context: str) -> None:
    """The level, the help and the deadlines are those that hold whichever of them it is."""
    packs = all_packs()[name]
    base = Case.model_validate(asked(packs, area_id, **CONTEXTS[context]))
    for statements in sets(packs, area_id):
        each = [decide(read(changes.tick(base, ids), packs), NOON) for ids in statements]
        shared = decide(read(changes.one_of(base, flat(statements)), packs), NOON)
        assert shared.place.supported_order == min(one.place.supported_order for one in each), statements
        assert shared.place.highest_order == min(one.place.highest_order for one in each), statements
        calmest = min(each, key=lambda alone: urgency(alone.outcome))
        if shared.outcome == calmest.outcome:
            due = set.intersection(*({(one.id, one.says) for one in alone.deadlines} for alone in each))
            assert due <= {(one.id, one.says) for one in shared.deadlines}, statements
        assert bool(shared.then) or not all(one.then for one in each), statements
        ways = [[(path.level, path.help) for path in one.then] for one in each]
        assert [(path.level, path.help) for path in shared.then] in ways, (statements, shared.outcome)


def test_where_a_higher_one_may_be_meant_the_level_is_said_to_be_open() -> None:
    """Of statements that stand at one level nothing is open but which it is."""
    packs = all_packs()["shipped"]
    for ids, higher in ((("CBC-3-CHILD-02", "CBC-2-PARENT-07"), True), (("CBC-3-CHILD-04", "CBC-3-FAMILY-02"), False)):
        base = Case.model_validate(asked(packs, "central_bedfordshire"))
        assert ("may be higher" in core(read(changes.one_of(base, ids), packs)).place.may_be_higher) is higher


HARM = ("TEL-4-BASICCARE-17", "TEL-4-WARMTH-02")


def of_harm(packs: Packs) -> Case:
    """One of two statements of harm is so, and it is not said which."""
    return changes.one_of(Case.model_validate(asked(packs, "telford_wrekin")), HARM)


def test_two_statements_of_harm_of_which_one_is_so_are_a_call_now() -> None:
    """The reason says what they share, once, and what they may be; the picture says that it cannot wait."""
    packs = all_packs()["shipped"]
    decision = assess(of_harm(packs), packs, NOON)
    assert (decision.outcome, decision.first_call) == ("refer_now", "front_door")
    reason, = (one for one in decision.reasons if set(HARM) & set(one.id.split("/")))
    assert (reason.says, reason.outcome) == ("The child is criticised and shown little warmth", "refer_now")
    assert "low warmth and high criticism" in reason.why
    assert [(one.says, one.doubted) for one in decision.place.rim] == [(reason.says, False)]
    assert [mark.state for mark in decision.place.marks] == ["not_sure", "not_sure"]


def test_a_duty_that_each_of_them_has_is_met() -> None:
    """Whichever it is, the duty holds; what only one of them has is not said to hold."""
    for (name, area_id) in AREAS:
        packs = all_packs()[name]
        base = Case.model_validate(asked(packs, area_id))
        for statements in sets(packs, area_id):
            each = [{duty.id for duty in core(read(changes.tick(base, ids), packs)).duties} for ids in statements]
            met = {duty.id for duty in core(read(changes.one_of(base, flat(statements)), packs)).duties}
            assert met >= set.intersection(*each), statements


def test_said_after_a_call_it_asks_for_the_call_again() -> None:
    """The call on record did not know of it."""
    packs = all_packs()["shipped"]
    before = Case.model_validate(asked(packs, "telford_wrekin", rung=("front_door",)))
    after = changes.one_of(before, HARM)
    assert since_the_call(before, after, packs, lambda case: decide(read(case, packs), NOON)).rung == ()


def test_a_case_of_the_format_before_keeps_its_doubts() -> None:
    """There each was not sure, and nobody had said that one of them is so."""
    old = {"format": "windscreen-case/5", "home_area": "telford_wrekin", "answers": dict.fromkeys(HARM, "not_sure")}
    case = Case.model_validate(raised("windscreen-case", old))
    assert (case.one_of, dict(case.answers)) == ((), dict.fromkeys(HARM, "not_sure"))


def test_statements_that_a_newer_pack_no_longer_has_go_with_their_answers() -> None:
    """What is left of the set is still said; of one that is gone altogether the doubt becomes words."""
    packs = all_packs()["shipped"]
    known = read(of_harm(packs).but(one_of=(("GONE-1", HARM[0]), ("GONE-2",))), packs)
    assert known.one_of == ((HARM[0],),)


def test_a_sign_that_each_of_them_asks_about_is_asked() -> None:
    """As it is where one of them is chosen: nobody is told more openly than beside the most careful of them."""
    for name, area_id in AREAS:
        packs = all_packs()[name]
        area = packs.areas[area_id]
        rows = {**area.indicator, **area.factor}
        for statements in sets(packs, area_id):
            first = {rows[id_].ask_first for id_ in flat(statements)}
            known = read(changes.one_of(Case(home_area=area_id), flat(statements)), packs)
            asked_ = {sign.id for sign in asked_first(known)}
            assert (first <= asked_) or len(first) > 1 or first == {""}, statements


def test_on_the_phone_it_is_said_that_one_is_so_and_which_is_not_known() -> None:
    """Not that each is in doubt: that would say less than the user does."""
    packs = all_packs()["shipped"]
    said = [one.says for one in assess(of_harm(packs), packs, NOON).settle]
    assert len(said) == 1
    assert said[0].startswith("The child is criticised and shown little warmth: one of these is so")


def test_possible_serious_harm_among_them_asks_for_no_agreement_before_the_talk() -> None:
    """As a doubt about each of them does: the talk is about harm, and nobody is asked to agree to help first."""
    packs = all_packs()["shipped"]
    for area_id in ("central_bedfordshire", "luton", "telford_wrekin"):
        area = packs.areas[area_id]
        base = Case.model_validate(asked(packs, area_id))
        for statements in sets(packs, area_id):
            harm = any(id_ in area.indicator and area.indicator[id_].harm == "significant" for id_ in flat(statements))
            shared = assess(changes.one_of(base, flat(statements)), packs, NOON)
            doubted = assess(not_sure(base, flat(statements)), packs, NOON)
            calmest = min(urgency(outcome_in(changes.tick(base, ids), packs)) for ids in statements)
            if harm and doubted.outcome == "consult_today" and calmest < urgency("consult_today"):
                assert {one.agreement for one in shared.then} <= {"not_sought", "after_talk"}, statements
