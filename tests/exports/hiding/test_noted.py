"""What the writer noted in the check stands in a family's paper only where it was chosen, word by word."""
import re
from dataclasses import replace

import pytest

from decision.case import Case, FamilyMember, Finding, HeldBack
from exports.copies import for_readers
from exports.declaration import Document
from exports.details import DOMAINS, Details
from exports.documents import DOCUMENTS
from exports.hiding.child_said import NOTED, ChildSaid, what_was_said
from exports.hiding.family import keep_only
from exports.hiding.hold_places import places, said_at
from exports.hiding.written import rewritten
from exports.material import Material
from exports.prefilled import answered, seen_in
from guidance.vocabulary import Basis
from tests.exports.test_from_check import BASES, EHA, WITH_FORM, choosing, early_help, paper

SENTINEL = re.compile(r"sentinel\d{3}word")
FAMILYS = [document for document in DOCUMENTS.values() if document.audience == "family"]


def every_text(case: Case) -> Case:
    """The case with a word of its own in every text, but for the reference of a paper and what a person is called."""
    number = iter(range(1000))
    child = case.children[0].but(disability_note="x", communication="x", status_note="x")
    spoken = {"interpreter": "yes", "language": "x"}
    family = tuple(one.but(**spoken) for one in case.family)
    case = case.but(children=(child,), family=family, young_person=case.young_person.but(**spoken))
    return rewritten(case, lambda *_: f"sentinel{next(number):03}word",
                     frozenset({(FamilyMember, "relation"), (Case, "reference")}))


def made(area_id: str, basis: Basis) -> Material:
    """Early help in an area with each of three needs known in this way."""
    m = early_help(area_id, basis)
    return replace(m, case=every_text(m.case))


def offered(m: Material) -> list[ChildSaid]:
    """What the writer noted and is asked about."""
    return [one for one in what_was_said(m.case, m.details, frozenset()) if one.noted]


def in_copy(m: Material) -> set[str]:
    """The texts of the check in what the assessment is built from."""
    return set(SENTINEL.findall(for_readers(DOCUMENTS[EHA], m).case.model_dump_json()))


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("area_id", WITH_FORM)
def test_no_words_of_the_check_reach_the_family_unless_chosen(area_id: str, basis: Basis) -> None:
    """Nothing chosen, nothing is there; of each that is chosen its own words alone, and they are printed."""
    m = made(area_id, basis)
    assert in_copy(m) == set()
    assert SENTINEL.findall(paper(EHA, m).casefold()) == []
    assert len(offered(m)) >= 6
    for one in offered(m):
        only = choosing(m, one.place)
        assert in_copy(only) == set(SENTINEL.findall(one.said)) != set()
        assert set(SENTINEL.findall(paper(EHA, only).casefold())) == in_copy(only)


@pytest.mark.parametrize("area_id", WITH_FORM)
def test_the_pages_say_what_the_paper_says_of_it(area_id: str) -> None:
    """A page beside the parts of the assessment shows a note that was chosen, and none that was not."""
    m = made(area_id, "seen")

    def shown(one: Material) -> set[str]:
        said = "".join(line for id_ in DOMAINS for line in seen_in(one, id_))
        said += "".join(answer.words for place, answer in answered(one).items() if place.path[0] == "assessment")
        return set(SENTINEL.findall(said.casefold()))

    assert shown(m) == set()
    chosen = choosing(m)
    assert shown(chosen)
    assert shown(chosen) <= set(SENTINEL.findall(paper(EHA, chosen).casefold()))


@pytest.mark.parametrize("document", FAMILYS, ids=lambda document: document.id)
def test_each_text_that_a_family_paper_has_room_for_can_be_chosen(document: Document) -> None:
    """Whatever a paper is given of the check, but for what says whose row it is; nothing is offered in vain."""
    case = every_text(early_help(WITH_FORM[0], "seen").case)
    kept = keep_only(case, tuple(path for path in document.given if not path.startswith("details.")))
    forms = {place.form for place in places(kept, Details()) if said_at(kept, Details(), place.path)}
    assert forms - {"family.*"} == NOTED


def test_a_note_that_was_changed_is_asked_about_anew() -> None:
    """What was chosen is about the words that were read."""
    m = choosing(made(WITH_FORM[0], "seen"))
    changed = replace(m, case=m.case.but(strengths_note="sentinel999word"))
    assert "sentinel999word" not in in_copy(changed)


def test_a_held_note_is_not_offered_and_what_others_told_has_none() -> None:
    """A held answer stays out whatever was chosen; beside a statement that somebody told there is no note to choose."""
    m = choosing(made(WITH_FORM[0], "seen"))
    held = replace(m, case=m.case.but(held_back={"strengths_note": HeldBack(why="safety")}))
    assert "strengths_note" not in [one.place for one in offered(held)]
    assert m.case.strengths_note not in in_copy(held)
    told = Case(findings=(Finding(id="x", basis="told", note="No coat"),))
    assert [one for one in what_was_said(told, Details(), frozenset()) if one.noted] == []
