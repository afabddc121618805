"""One answer tried on a copy of the case: what comes out is what would come out, and the case stays as it is."""
import pytest

from decision.assess import assess, decide
from decision.case import Case
from decision.changes import answer
from decision.known import read
from decision.what_if import to_try, with_said
from decision.worked import expand
from guidance.load import load_packs
from tests.decision.build import FRIDAY, PACKS, case, result, yes

EVERY = load_packs()
CASES = [(pack_id, number) for pack_id, pack in EVERY.areas.items() for number in range(0, len(pack.cases), 9)]


@pytest.mark.parametrize(("pack_id", "number"), CASES)
def test_every_answer_can_be_tried_and_the_case_stays_the_same(pack_id: str, number: int) -> None:
    """Whatever is offered can be answered in each of three ways; the result is that of the changed case, and neither
    the case nor its own result changes."""
    worked = expand(EVERY.areas[pack_id].cases[number], pack_id, EVERY)
    before = worked.case.model_dump_json()
    decision = assess(worked.case, EVERY, worked.on)
    offered = to_try(worked.case, decision, EVERY)
    now = worked.case.where_now.place
    by_place = {sign.id for sign in EVERY.signs(pack_id) if now and sign.place_now == now}
    for one in offered[:6]:
        for said in ("yes", "no", "not_sure"):
            changed = with_said(worked.case, EVERY, one.id, said)  # type: ignore[arg-type]  # the three in turn
            assert Case.model_validate_json(changed.model_dump_json()) == changed
            after = decide(read(changed, EVERY), worked.on)
            stands = {again.id: again.answer for again in to_try(changed, after, EVERY)}
            same = EVERY.areas[pack_id].same_statement.get(one.id, (one.id,))   # printed twice, it is one statement
            answer_ = next((stands[id_] for id_ in same if id_ in stands), None)
            assert one.id in by_place or answer_ == (None if said == "no" else said)
    assert worked.case.model_dump_json() == before
    assert assess(worked.case, EVERY, worked.on) == decision


def test_a_statement_tried_is_the_same_as_one_answered() -> None:
    """The copy is the case that the questions would make."""
    said = case(ticked=("CBC-2-CHILD-04",))
    assert with_said(said, PACKS, "CBC-2-CHILD-04", "no") == answer(said, ("CBC-2-CHILD-04",), "no")
    assert with_said(said, PACKS, "CBC-2-CHILD-05", "yes") == answer(said, ("CBC-2-CHILD-05",), "yes")


def test_a_sign_tried_is_the_same_as_one_answered() -> None:
    """Tried as so, what follows is what follows from the sign; tried as not so, from the rest."""
    with_sign, without = case(signs=yes("strangulation")), case()
    so = decide(read(with_said(without, PACKS, "strangulation", "yes"), PACKS), FRIDAY)
    not_so = decide(read(with_said(with_sign, PACKS, "strangulation", "no"), PACKS), FRIDAY)
    assert so.outcome == result(signs=yes("strangulation")).outcome == "refer_now"
    assert not_so == result()


def test_signs_and_doubts_are_offered_and_nothing_that_was_never_said() -> None:
    """What was said comes first, each once; beyond it only what the result itself names as changing it."""
    said = case(ticked=("CBC-2-CHILD-04",), signs=yes("strangulation"))
    decision = assess(said, PACKS, FRIDAY)
    assert [(one.id, one.answer) for one in to_try(said, decision, PACKS)] == [
        ("strangulation", "yes"), ("CBC-2-CHILD-04", "yes")]
    calm = case(ticked=("CBC-2-CHILD-04",))
    decision = assess(calm, PACKS, FRIDAY)
    offered = to_try(calm, decision, PACKS)
    assert {one.id for one in offered if one.answer is None} <= {change.id for change in decision.would_change}
    assert len({one.id for one in offered}) == len(offered)
