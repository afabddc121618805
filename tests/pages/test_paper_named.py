"""A paper that the result names is one of its documents, or it is said why it is not written now: over all worked cases
of all packs."""
from collections.abc import Iterator
from functools import cache

import pytest

from decision.assess import assess
from decision.documents import CALL_SHEET, RECORD
from decision.result import Decision
from decision.worked import expand
from exports.two_answers import first_paths
from guidance.load import load_packs
from guidance.words import say
from pages.parts.result.fold_answers import papers
from pages.parts.result.then_behind import at_levels
from pages.parts.result.then_view import on_paper, then_section
from pages.parts.visit import knowledge
from pages.parts.visit.which_paper import leads_to

PACKS = load_packs()
WITH_CASES = ("national", *PACKS.areas)


@pytest.fixture(autouse=True)
def shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The packs that the page reads are the shipped ones."""
    monkeypatch.setattr(knowledge, "packs", lambda: PACKS)


def _cases(pack: str) -> Iterator[tuple[str, Decision, str]]:
    """What a worked case is called, its result, and the second answer of the page."""
    held = PACKS.national if pack == "national" else PACKS.areas[pack]
    for raw in held.cases:
        worked = expand(raw, pack, PACKS)
        decision = assess(worked.case, PACKS, worked.on)
        yield worked.name, decision, str(then_section(worked.case, decision, PACKS))


@cache
def found(pack: str) -> tuple[tuple[str, Decision, str], ...]:
    """The results of the worked cases of a pack."""
    return tuple(_cases(pack))


def _ours(decision: Decision) -> dict[str, str]:
    """Name of a form of the area → which paper of ours stands in its place."""
    area = PACKS.area(decision.home_area)
    return {form.name: form.ours for form in (area.documents if area else ())}


@pytest.mark.parametrize("pack", WITH_CASES)
def test_the_paper_that_the_card_names_is_listed_among_the_documents(pack: str) -> None:
    """By the same words; it is due, or it is the form of the first help of a child that waits for nothing."""
    for name, decision, _ in found(pack):
        paper = leads_to(decision)
        if not paper:
            assert not on_paper(decision), name
            continue
        assert str(say(f"result.paper.{paper}")).casefold() in str(papers(decision)).casefold(), name
        open_ = {_ours(decision).get(path.document) for path in first_paths(decision) if not path.not_due}
        assert paper in {one.ours for one in decision.documents} | open_, name


@pytest.mark.parametrize("pack", WITH_CASES)
def test_a_form_of_the_help_is_due_or_it_is_said_why_not(pack: str) -> None:
    """The form of each child's first help is among the documents, or the one that the page leads to, or says why it is
    neither; and what is not written now is never what the card names for that help."""
    for name, decision, _ in found(pack):
        due = {one.name for one in decision.documents}
        for path in first_paths(decision):
            ours = _ours(decision).get(path.document)
            if ours is None or path.document in due:
                assert not path.not_due, name
                continue
            kept = ours in (CALL_SHEET.ours, RECORD.ours)
            others = {_ours(decision).get(one.document) for one in first_paths(decision) if not one.not_due}
            listed = ours == leads_to(decision) or ours in others or kept
            assert path.not_due or listed, (name, path.document)
            assert not (path.not_due and leads_to(decision) == ours) or ours in {
                one.ours for one in decision.documents} | others, name


@pytest.mark.parametrize("pack", WITH_CASES)
def test_the_card_says_why_an_assessment_that_the_help_names_is_not_written_now(pack: str) -> None:
    """In sight, beside the help that names it; where the reason is not the same for every child, with the form."""
    for name, decision, seen in found(pack):
        first = first_paths(decision)
        for path in first:
            if path.not_due and _ours(decision)[path.document] == "early_help_assessment":
                same = {one.not_due for one in first} == {path.not_due}
                behind = seen + "".join(map(str, at_levels(decision, PACKS).values()))
                assert str(path.not_due) in (seen.partition("<details")[0] if same else behind), name
