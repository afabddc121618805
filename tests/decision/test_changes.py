"""What a user does to a case: properties that hold for every case and every change, without a page."""
from collections.abc import Callable
from string import ascii_uppercase
from typing import Any, get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from decision.case import Case, Child, FamilyMember, Finding, HeldBack, NotSureWhy, SignAnswer, SourceOfHarm
from decision.changes import (
    MOST_CHILDREN, about_these, add_child, add_member, answer, answer_no, answer_signs, as_so, ask_topic,
    children_asked, doubt_topics, hold_unnamed, let_go_unnamed, naming, only_child, remove_child, remove_member,
    sign_answer, sign_chosen, take_back_no, tick, tick_strength, tick_with_evidence, untick, untick_strength,
    write_about, write_about_sign, write_worry,
)
from decision.known import answered, is_yes
from guidance.vocabulary import Answer
from tests.decision.build import AREA, CBC, PACKS
from tests.decision.strategies import cases_in

Change = Callable[[Case], Case]
CASES = cases_in(AREA)
ROWS = st.sampled_from([row.id for row in AREA.indicators])
FACTORS = st.sampled_from([factor.id for factor in AREA.factors])
SIGNS = st.sampled_from([sign.id for sign in PACKS.signs(CBC)])
IDS = st.lists(ROWS, min_size=1, max_size=3, unique=True).map(tuple)
STRENGTHS = st.lists(st.one_of(ROWS, FACTORS), min_size=1, max_size=3, unique=True).map(tuple)
ANSWERS: tuple[Answer, ...] = get_args(Answer)
WHYS: tuple[NotSureWhy, ...] = get_args(NotSureWhy)
CHOSEN = st.sampled_from((None, *ANSWERS, *WHYS))
OF_A_SIGN = st.sampled_from((None, "yes", "no", *WHYS))
PLACES = st.lists(st.sampled_from(("findings.a", "signs.b", "other_worry_note")), max_size=3, unique=True)
LABELS = st.sampled_from("ABC")
KEYS = st.sampled_from(("parent_1", "parent_2", "carer_1"))
FACTOR_IDS = frozenset(factor.id for factor in AREA.factors)


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Anything that a user may do."""
    ids, strengths, sign, places = draw(IDS), draw(STRENGTHS), draw(SIGNS), draw(PLACES)
    chosen, said, label, key = draw(CHOSEN), draw(OF_A_SIGN), draw(LABELS), draw(KEYS)
    done: tuple[Change, ...] = (
        lambda case: add_child(case) if len(case.children) < MOST_CHILDREN else case,
        lambda case: remove_child(case, label), add_member, lambda case: remove_member(case, key),
        lambda case: tick(case, ids), lambda case: untick(case, ids), lambda case: answer(case, ids, chosen),
        lambda case: answer_no(case, ids), lambda case: take_back_no(case, ids),
        lambda case: write_about(case, ids, {"note": "Seen", "about": only_child(case)}),
        lambda case: tick_with_evidence(case, ids, {ids[:1]: {"words": "It hurts"}}),
        lambda case: tick_strength(case, strengths, FACTOR_IDS), lambda case: untick_strength(case, strengths),
        lambda case: answer_signs(case, {sign: said}),
        lambda case: write_about_sign(case, sign, {"note": "Seen"}) if sign in case.signs else case,
        lambda case: hold_unnamed(case, places), lambda case: let_go_unnamed(case, places),
        lambda case: doubt_topics(case, ids),
    )
    return draw(st.sampled_from(done))


@given(CASES, st.lists(changes(), max_size=8))
def test_no_change_makes_a_case_that_could_not_be_read(case: Case, done: list[Change]) -> None:
    """After any changes the case is what it reads back as, and every label in it is that of a child in it."""
    for change in done:
        case = change(case)
        assert Case.model_validate(case.model_dump()) == case
        assert Case.model_validate_json(case.model_dump_json()) == case


@given(CASES, changes())
def test_a_change_leaves_alone_what_it_is_not_about(case: Case, change: Change) -> None:
    """Danger, dates, the history, the words of the child and the call are touched by none of these."""
    after = change(case)
    for name in ("danger", "events", "history", "voice", "call", "rung", "settled", "home_area", "practitioner",
                 "other_worry_note", "own_view", "where_now", "earlier_answers", "asked"):
        assert getattr(after, name) == getattr(case, name)


@given(CASES)
def test_a_child_that_is_added_and_removed_leaves_the_case_as_it_was(case: Case) -> None:
    """Adding takes the first free letter and nothing else."""
    assume(case.children)
    added = add_child(case)
    new = added.children[-1]
    assert new == Child(label=new.label)
    assert remove_child(added, new.label) == case


def test_the_questions_begin_with_a_first_child_and_carer() -> None:
    """Where nobody has been named, a block stands there already, so one more is the second."""
    assert [child.label for child in children_asked(Case())] == ["A"]
    assert [child.label for child in add_child(Case()).children] == ["A", "B"]
    assert [member.key for member in add_member(Case()).family] == ["carer_1", "carer_2"]
    assert remove_child(Case(), "A") == Case()


def test_a_letter_that_is_free_again_is_used_before_a_later_one() -> None:
    """There are as many letters as children may be, and no two children have one."""
    case = Case(children=(Child(label="A"), Child(label="C")))
    assert [child.label for child in add_child(case).children] == ["A", "C", "B"]
    while len(case.children) < MOST_CHILDREN:
        case = add_child(case)
    assert {child.label for child in case.children} == set(ascii_uppercase)


@given(CASES, LABELS)
def test_a_child_that_is_removed_stands_nowhere(case: Case, label: str) -> None:
    """No statement and no sign names it any more; what was said and who else it is about stays, and so does all else.
    """
    after = remove_child(case, label)
    assert naming(after, label) == 0
    assert after.child(label) is None
    for old, new in zip((*case.findings, *case.signs.values()), (*after.findings, *after.signs.values()), strict=True):
        assert new == about_these(old, set(new.about))
        assert set(old.about) - {label} == set(new.about)
    assert after.but(children=case.children, findings=case.findings, signs=case.signs) == case


def test_it_is_counted_how_much_named_a_child() -> None:
    """Statements and signs alike."""
    case = Case(children=(Child(label="A"), Child(label="B")), findings=(Finding(id="one", about=("A", "B")),),
                signs={"sign": SignAnswer(answer="yes", about=("A",))})
    assert (naming(case, "A"), naming(case, "B"), naming(case, "C")) == (2, 1, 0)


def test_what_is_held_back_stays_so_without_its_child() -> None:
    """A hold never ends by itself: whoever has the letter next may be the same child."""
    held = {"children.A.communication": HeldBack(why="safety")}
    case = Case(children=(Child(label="A"), Child(label="B")), held_back=held)
    assert remove_child(case, "A").held_back == held


@given(CASES)
def test_a_carer_who_is_added_and_removed_leaves_the_case_as_it_was(case: Case) -> None:
    """The key is new, so nobody else goes with it."""
    assume(case.family)
    added = add_member(case)
    assert remove_member(added, added.family[-1].key) == case


def test_a_carer_who_is_removed_is_neither_suspected_nor_ruled_out() -> None:
    """Others stay what they are."""
    people = tuple(FamilyMember(key=key, relation=key) for key in ("mother", "father", "uncle"))
    source = SourceOfHarm(members=("mother", "father"), ruled_out=("uncle",))
    case = Case(family=people, source_of_harm=source)
    assert remove_member(case, "father").source_of_harm == SourceOfHarm(members=("mother",), ruled_out=("uncle",))
    assert remove_member(case, "uncle").source_of_harm == SourceOfHarm(members=("mother", "father"))


@given(CASES, IDS)
def test_what_is_ticked_is_so_and_nothing_else(case: Case, ids: tuple[str, ...]) -> None:
    """Each statement is a finding that counts as yes, is answered nowhere else, and keeps what was written of it."""
    after = tick(case, ids)
    before = {item.id: item for item in case.findings}
    found = {item.id: item for item in after.findings if item.id in ids}
    assert set(found) == set(ids)
    assert not set(ids) & {*after.answers, *after.factors}
    for id_, item in found.items():
        assert is_yes(item)
        old = before.get(id_)
        assert item == (Finding(id=id_, about=only_child(case)) if old is None else old if is_yes(old)
                        else old.but(why=None))
    assert untick(after, ids) == untick(case, ids)


@given(CASES, IDS)
def test_what_is_unticked_is_not_answered(case: Case, ids: tuple[str, ...]) -> None:
    """Nothing is left of the answer, so it is no "no"; the other answers stay, in their order."""
    after = untick(case, ids)
    assert not set(ids) & set(answered(after))
    others = {id_: said for id_, said in answered(case).items() if id_ not in ids}
    assert list(answered(after).items()) == list(others.items())


def test_something_new_is_about_the_only_child() -> None:
    """Nobody has to say it where there is one child; where there are more, nobody is named for them."""
    one, two = Case(children=(Child(label="A"),)), Case(children=(Child(label="A"), Child(label="B")))
    assert [tick(case, ["row"]).findings[0].about for case in (Case(), one, two)] == [(), ("A",), ()]
    assert [sign_answer(case, "sign", "yes").about for case in (Case(), one, two)] == [(), ("A",), ()]
    assert sign_answer(one, "sign", "no").about == ()


def test_a_suspicion_without_proof_stays_one_where_it_is_ticked() -> None:
    """It counts as so; only a doubt becomes a plain yes."""
    case = Case(findings=(Finding(id="a", why="cannot_prove"), Finding(id="b", why="do_not_understand", note="Seen")))
    assert as_so(("a", "b"), case) == (case.findings[0], Finding(id="b", note="Seen"))


@given(CASES, IDS, CHOSEN)
def test_an_answer_stands_in_the_place_of_what_was_said_before(case: Case, ids: tuple[str, ...], chosen: str) -> None:
    """Each answer and each reason reads back as itself, nothing chosen is no answer, and the other statements stay."""
    after = answer(case, ids, chosen)
    said = answered(after)
    counts = {None: None, "cannot_prove": "yes", "do_not_understand": "not_sure", "could_not_find_out": "not_sure"}
    assert {said.get(id_) for id_ in ids} == {counts.get(chosen, chosen)}
    assert {item.why for item in after.findings if item.id in ids} <= {chosen if chosen in WHYS else None}
    assert untick(after, ids) == untick(case, ids)


@given(CASES, IDS)
def test_none_of_these_is_a_no_that_can_be_taken_back(case: Case, ids: tuple[str, ...]) -> None:
    """Each is answered no and nothing else; taken back, none of them is answered no."""
    said_no = answer_no(case, ids)
    assert all(said_no.answers[id_] == "no" for id_ in ids)
    assert not {item.id for item in said_no.findings} & set(ids)
    taken_back = take_back_no(said_no, ids)
    assert not set(ids) & set(taken_back.answers)
    assert take_back_no(case, ids).findings == case.findings


@given(CASES, IDS)
def test_evidence_goes_to_the_statements_it_is_about(case: Case, ids: tuple[str, ...]) -> None:
    """Of those that are asked the ticked ones are so with what is said; a doubt about another one stays."""
    ticked, others = ids[:1], ids[1:]
    after = tick_with_evidence(case, set(ids), {ticked: {"note": "Seen at the gate"}})
    notes = {item.id: item.note for item in after.findings}
    assert notes[ticked[0]] == "Seen at the gate"
    doubts = [item for item in case.findings if item.id in others and not is_yes(item)]
    assert [item for item in after.findings if item.id in others] == doubts
    assert [item for item in after.findings if item.id not in ids] == [
        item for item in case.findings if item.id not in ids]
    assert not set(ticked) & set(after.answers)


@given(CASES, STRENGTHS)
def test_a_strength_is_kept_in_its_own_place_and_taken_back_from_both(case: Case, ids: tuple[str, ...]) -> None:
    """A factor among the factors, an indicator among the answers; unticked, neither is a yes, and no other goes."""
    after = tick_strength(case, ids, FACTOR_IDS)
    assert all((after.factors if id_ in FACTOR_IDS else after.answers)[id_] == "yes" for id_ in ids)
    back = untick_strength(after, ids)
    for place, before in ((back.factors, case.factors), (back.answers, case.answers)):
        assert all(place.get(id_) != "yes" for id_ in ids)
        assert {id_: said for id_, said in place.items() if id_ not in ids} == {
            id_: said for id_, said in before.items() if id_ not in ids}


@given(CASES, SIGNS, OF_A_SIGN)
def test_a_sign_reads_back_as_it_was_answered(case: Case, sign: str, said: str | None) -> None:
    """Nothing chosen leaves it as it was; whatever was written about it stays."""
    after = answer_signs(case, {sign: said})
    assert sign_chosen(after, sign) == (said or sign_chosen(case, sign))
    assert answer_signs(after, {sign: said}) == after
    if sign in case.signs and sign in after.signs:
        old, new = case.signs[sign], after.signs[sign]
        assert new.but(answer=old.answer, why=old.why) == old


def test_what_is_written_about_a_sign_stays_with_it() -> None:
    """Only the answer changes, and what was written changes nothing of the answer."""
    case = Case(signs={"sign": SignAnswer(answer="not_sure", why="cannot_prove", note="A bruise")})
    assert sign_answer(case, "sign", "yes") == SignAnswer(answer="yes", note="A bruise")
    written = write_about_sign(case, "sign", {"when": "Monday"}).signs["sign"]
    assert written == SignAnswer(answer="not_sure", why="cannot_prove", note="A bruise", when="Monday")


@pytest.mark.parametrize("why", ["safety", "source_unnamed"])
def test_a_hold_for_another_reason_stays(why: str) -> None:
    """Only what was held back because somebody must not be named is let go with that tick."""
    held = HeldBack.model_validate({"why": why, "note": "The neighbour"})
    case = Case(held_back={"findings.a": held, "findings.c": held})
    both = hold_unnamed(case, ("findings.a", "findings.b"))
    assert both.held_back == {"findings.a": held, "findings.b": HeldBack(why="source_unnamed"), "findings.c": held}
    left = {"findings.a": held} if why == "safety" else {}
    assert let_go_unnamed(both, ("findings.a", "findings.b")).held_back == left | {"findings.c": held}


@given(CASES, st.sampled_from(("neglect", "injury")), st.booleans(), st.booleans())
def test_a_topic_is_asked_once_and_others_stay(case: Case, topic: str, asked: bool, unsure: bool) -> None:
    """In the order in which they were asked; asked again, nothing moves."""
    after = ask_topic(case, topic, asked, unsure)
    assert ((topic in after.asked), (topic in after.unsure_topics)) == (asked, unsure)
    assert after.asked.count(topic) == asked or case.asked.count(topic) > 1
    assert [one for one in after.asked if one != topic] == [one for one in case.asked if one != topic]
    assert ask_topic(after, topic, asked, unsure) == after


@pytest.mark.parametrize(("before", "note", "harm", "worry", "asked"), [
    ({}, "Mine", "no", True, "no"), ({}, "Mine", None, True, None), ({}, "", None, None, None),
    ({}, "", "no", None, None),
    ({"other_worry": True, "other_worry_note": "Mine", "harm_before_next": "no"}, "", "no", None, None),
    ({"other_worry": True, "other_worry_note": "Mine", "harm_before_next": "no"}, "More", "no", True, "no"),
    ({"other_worry": True, "harm_before_next": "yes"}, "", "no", True, "no"),
    ({"harm_before_next": "yes"}, "", "no", None, "yes"),
])
def test_a_worry_in_own_words_goes_with_its_words(
    before: dict[str, Any], note: str, harm: str | None, worry: bool | None, asked: str | None,
) -> None:
    """With them goes whether harm could come before; without words, only a worry that stood without them is asked."""
    after = write_worry(Case.model_validate(before), note, harm)
    assert (after.other_worry_note, after.other_worry, after.harm_before_next) == (note, worry, asked)


def test_a_doubted_topic_stands_once() -> None:
    """In the order in which the doubts were said."""
    assert doubt_topics(Case(unsure_topics=("a", "b")), ("c", "a")).unsure_topics == ("a", "b", "c")
