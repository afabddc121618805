"""What a paper asks for is what the result asks for: never early help anew where the result says that none is begun."""
from functools import cache

import pytest

from decision.assess import assess
from decision.case import Case
from decision.headline import of_no_family
from decision.result import Decision
from decision.worked import expand
from exports import from_check
from exports.asked_for import asked_for
from exports.details import Conversation, Details
from exports.documents import DOCUMENTS
from exports.documents.text_blocks import lines_of
from exports.material import Material
from exports.two_answers import first_paths
from guidance.load import load_packs
from guidance.words import key_of, say

ANEW = say("papers.ask.early_help")
FOR_SOME = say("papers.ask.early_help_for", children="A").partition(" for:")[0]


@cache
def worked() -> tuple[tuple[str, Case, Decision], ...]:
    """Name, case and decision of every worked case of every pack, at its own time."""
    packs = load_packs()
    ones = (expand(raw, "" if pack_id == "national" else pack_id, packs)
            for pack_id, pack in (("national", packs.national), *packs.areas.items()) for raw in pack.cases)
    return tuple((one.name, one.case, assess(one.case, packs, one.on)) for one in ones)


def test_no_paper_asks_for_early_help_anew_where_it_is_not_begun() -> None:
    """In every worked case: where the headline plans the next step, or the help asks no family, none is asked for."""
    not_begun = [(name, decision) for name, _, decision in worked()
                 if key_of(decision.headline) == "headline.next_step" or of_no_family(decision.outcome, decision.then)]
    assert len(not_begun) > 20
    assert [name for name, decision in not_begun if FOR_SOME in asked_for(decision)] == []


def test_early_help_is_asked_for_by_name_where_it_begins_for_some() -> None:
    """Beside a child for whom it does not begin, those for whom it does are named, and nobody else."""
    mixed = [decision for _, _, decision in worked() if decision.outcome == "early_help"
             and len({path.kind == "early_help" for path in first_paths(decision)}) == 2]
    assert mixed
    for decision in mixed:
        said = asked_for(decision)
        assert said != ANEW
        assert all(label in said for path in first_paths(decision) if path.kind == "early_help" for label in path.about)


@pytest.mark.parametrize("document", ["referral", "call_sheet", "conversation_record"])
def test_the_papers_of_north_lincolnshire_ask_for_the_next_step(document: str) -> None:
    """Help was tried there without change, and the writer thinks of early help: their view stands as their view."""
    packs = load_packs()
    _, case, decision = next(one for one in worked() if one[1].home_area == "north_lincolnshire"
                             and key_of(one[2].headline) == "headline.next_step")
    case = case.but(own_view="early_help")
    decision = assess(case, packs, decision.made_at)
    m = Material(case, Details(conversation=Conversation()), decision, packs, decision.made_at)
    assert key_of(decision.headline) == "headline.next_step"
    assert from_check.ask(m).said.startswith(say("papers.ask.next_step"))
    build = DOCUMENTS[document].build
    assert build
    said = " ".join(line for block in build(m) for line in lines_of(block))
    assert say("papers.ask.early_help") not in said
