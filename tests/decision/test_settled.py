"""A doubt that somebody's knowledge settles: only one that the result offers, nothing calmer without whose, all on
record; and in a file an answer without whose knowledge it is counts as the doubt.
"""
from collections.abc import Iterator

import pytest

from hypothesis import given
from hypothesis import strategies as st

from decision.assess import assess, decide
from decision.basis import same_statement
from decision.case import TEXT_LIMIT, Case, Finding, HeldBack, Settled
from decision.known import answered, read
from decision.result import Decision
from decision.settle import LISTED
from decision.settled import KEPT, NotSettled, Said, in_words, open_doubts, says, settled, with_answer
from decision.urgency import urgency
from guidance.packs import AreaPack
from tests.decision.build import AREA, CBC, FRIDAY, PACKS, case
from tests.decision.strategies import CASES, ENOUGH

ROW = next(row for row in AREA.indicators if row.found_in == "colleague" and row.level == "2" and row.kind == "need"
           and not row.at_least and not row.duty and not row.ask_first)


def unsure(*ids: str, **more: object) -> Case:
    """Everything asked and answered no, but for these statements, of which the user is not sure."""
    made = case()
    return made.model_copy(update={"answers": {**made.answers, **dict.fromkeys(ids, "not_sure")}} | more)


def result(made: Case) -> Decision:
    """The result of a case on a Friday."""
    return assess(made, PACKS, FRIDAY)


def after(made: Case, answer: Said, whose: str = "our records of May", id_: str = ROW.id) -> Case:
    """The case once one doubt is settled."""
    return settled(made, result(made), AREA, id_, answer, whose, FRIDAY)


def doubted() -> Iterator[str]:
    """Each statement of the area that a record or a colleague may settle."""
    return (row.id for row in AREA.indicators if row.found_in in LISTED)


def test_settling_gives_the_result_that_was_named() -> None:
    """For every statement that records or a colleague may settle, the answer leads exactly where the page said."""
    offered = 0
    for id_ in doubted():
        made = unsure(id_)
        before = result(made)
        for doubt in open_doubts(before):
            offered += 1
            for answer, named in (("yes", doubt.if_so), ("no", doubt.if_not)):
                now = settled(made, before, AREA, doubt.id, answer, "a record", FRIDAY)  # type: ignore[arg-type]
                assert decide(read(now, PACKS), FRIDAY).outcome == named
    assert offered > 5


def test_the_record_says_whose_knowledge_when_and_what_stood_before() -> None:
    """Whoever reads the case later sees the answer, whose it is, the moment, and the earlier result."""
    made = unsure(ROW.id)
    before = result(made)
    record = after(made, "no", "  our records of May ").settled[-1]
    assert (record.id, record.answer, record.whose, record.before) == (ROW.id, "no", "our records of May",
                                                                      before.outcome)
    words = in_words(record, PACKS)
    for said in ("It is not so.", "Known from: our records of May.", record.when,
                 f"Before that the result was: {PACKS.national.words[before.outcome].name}."):
        assert said in words
    assert record.when.startswith(f"{FRIDAY.day} {FRIDAY:%B %Y}, ")


@pytest.mark.parametrize("whose", ["", "  \n"])
def test_nothing_becomes_calmer_without_whose_knowledge_it_is(whose: str) -> None:
    """Neither a no nor a yes that ends the doubt that asked for the talk; a yes that keeps the talk needs nobody's."""
    made = unsure(ROW.id)
    for answer in ("no", "yes"):
        with pytest.raises(NotSettled) as caught:
            after(made, answer, whose)  # type: ignore[arg-type]
        assert caught.value.reason == "whose"
    assert decide(read(after(made, "yes"), PACKS), FRIDAY).outcome == "early_help"
    keeps = next(id_ for id_ in doubted() for doubt in open_doubts(result(unsure(id_))) if doubt.if_so == "consult")
    assert after(unsure(keeps), "yes", whose, keeps).settled[-1].whose == ""


def without_whose(made: Case, id_: str, answer: Said, area: AreaPack = AREA) -> Case:
    """A file in which a doubt is answered and its record does not say whose knowledge it was."""
    record = Settled(id=id_, answer=answer)
    return with_answer(made, same_statement(id_, area), answer).model_copy(update={"settled": (record,)})


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_in_a_file_an_answer_without_whose_knowledge_counts_as_the_doubt(answer: Said) -> None:
    """For every statement that may be settled, not sure before: no answer without basis is calmer than the doubt."""
    calmer_with_basis = 0
    for id_ in doubted():
        before = decide(read(unsure(id_), PACKS), FRIDAY).outcome
        bare = without_whose(unsure(id_), id_, answer)
        assert urgency(decide(read(bare, PACKS), FRIDAY).outcome) >= urgency(before), id_
        known_from = bare.settled[0].model_copy(update={"whose": "our records"})
        founded = decide(read(bare.model_copy(update={"settled": (known_from,)}), PACKS), FRIDAY).outcome
        calmer_with_basis += urgency(founded) < urgency(before)
    assert calmer_with_basis


@ENOUGH
@given(made=CASES, data=st.data())
def test_beside_anything_else_an_answer_without_its_basis_is_never_calmer(made: Case, data: st.DataObject) -> None:
    """Any case with a doubt in it, and the same with that doubt answered on nobody's word."""
    doubts = sorted(id_ for id_, said in answered(made).items() if said == "not_sure")
    if doubts:
        id_, answer = data.draw(st.sampled_from(doubts)), data.draw(st.sampled_from(("yes", "no")))
        bare = without_whose(made, id_, answer, PACKS.areas[made.home_area])
        before = decide(read(made, PACKS), FRIDAY).outcome
        assert urgency(decide(read(bare, PACKS), FRIDAY).outcome) >= urgency(before)


def test_a_yes_on_nobodys_word_stays_a_doubt_until_somebody_knows() -> None:
    """It is offered again, its words lead where the result says, and with whose knowledge it counts alone."""
    bare = without_whose(unsure(ROW.id), ROW.id, "yes")
    before = result(bare)
    assert before.outcome == "consult"
    assert [(item.id, item.if_so) for item in open_doubts(before)] == [(ROW.id, "early_help")]
    assert decide(read(after(bare, "yes"), PACKS), FRIDAY).outcome == "early_help"


def test_what_the_result_does_not_offer_is_not_settled() -> None:
    """An answered statement, one that was never asked, and one that only the child could say stay as they are."""
    made = unsure(ROW.id)
    only_seen = next(row.id for row in AREA.indicators if row.found_in == "observation" and row.kind == "need")
    for id_ in (AREA.indicators[0].id, "no_such_row", only_seen):
        with pytest.raises(NotSettled) as caught:
            settled(made, result(made), AREA, id_, "no", "a record", FRIDAY)
        assert caught.value.reason == "not_open"


def test_from_a_talk_today_up_nothing_is_settled() -> None:
    """Beside a danger that asks for a talk today the same doubt is said on the phone and cannot be answered away."""
    made = unsure(ROW.id, other_worry=True, harm_before_next="yes")
    found = result(made)
    assert urgency(found.outcome) >= urgency("consult_today")
    assert open_doubts(found) == ()
    with pytest.raises(NotSettled):
        after(made, "no")


def test_words_longer_than_a_text_may_be_are_refused() -> None:
    """Nothing is cut."""
    with pytest.raises(NotSettled) as caught:
        after(unsure(ROW.id), "no", "x" * (TEXT_LIMIT + 1))
    assert caught.value.reason == "too_long"


def test_rows_that_print_one_statement_are_settled_together() -> None:
    """A statement that the document prints more than once is one doubt, and one answer settles it."""
    twice = next(rows for row in AREA.indicators
                 if len(rows := [one for one in AREA.indicators if (one.concern, one.says) == (row.concern, row.says)])
                 > 1)
    ids = tuple(row.id for row in twice)
    said = answered(with_answer(unsure(*ids), ids, "no"))
    assert {said[id_] for id_ in ids} == {"no"}
    doubts = [doubt.says for doubt in result(unsure(*ids)).settle]
    assert len(doubts) == len(set(doubts))


def test_what_was_written_of_a_statement_is_never_lost() -> None:
    """With a yes it stays where it is; with a no its words stand beside the answers, held back where they were."""
    found = Finding(id=ROW.id, why="could_not_find_out", about=("A",), when="in May", note="Seen once", words="Tired")
    held = {f"findings.{ROW.id}": HeldBack(why="safety", note="The aunt")}
    made = case(children=[{"label": "A"}]).but(findings=(found,), held_back=held)
    so = with_answer(made, (ROW.id,), "yes")
    assert so.findings == (found.model_copy(update={"why": None}),)
    assert so.held_back == held
    not_so = with_answer(made, (ROW.id,), "no")
    assert not_so.findings == ()
    assert not_so.earlier_answers == ("in May", "Seen once", "Tired")
    assert not_so.held_back == {KEPT: held[f"findings.{ROW.id}"]}


def test_a_record_of_a_statement_that_is_gone_can_be_read() -> None:
    """A pack may lose a statement: its id stands in its place, and nothing is raised."""
    assert says("GONE-1", Case(home_area=CBC), PACKS) == "GONE-1"
    assert says(ROW.id, Case(home_area=CBC), PACKS) == ROW.says
    assert says("disclosure", Case(), PACKS) != "disclosure"
