"""Why somebody is not sure about a statement, for every row and factor of every pack: what each reason counts as."""
from typing import Any, get_args

import pytest

from decision.case import Case, Finding, NotSureWhy, SignAnswer
from decision.core import core
from decision.known import Known, answered, asks_for, asks_why, read, so
from decision.outcome import find_reasons
from decision.place import place_findings
from decision.result import DutyFound, Place, Reason, Telling
from decision.unsure import NOT_SURE, SUSPECTED, in_doubt
from decision.urgency import urgency
from guidance.models import Factor, Indicator
from guidance.packs import Packs
from guidance.vocabulary import OUTCOMES, Outcome
from guidance.words import say
from tests.decision.every import all_packs, areas, asked

AREAS = areas()
DOUBTS: tuple[NotSureWhy, ...] = ("do_not_understand", "could_not_find_out")
FAMILY = ({"key": "mother", "relation": "mother"}, {"key": "father", "relation": "father"})
CONTEXTS: dict[str, dict[str, Any]] = {
    "nobody described": {},
    "a father suspected, of a child of nine": {
        "children": ({"label": "A", "age_years": 9},), "family": FAMILY,
        "source_of_harm": {"kinds": ("parent_or_carer",), "members": ("father",)}},
    "a baby, and a cause not known": {
        "children": ({"label": "A", "age_months": 4, "moves_about": "no"},), "family": FAMILY,
        "source_of_harm": {"kinds": ("not_known",)}},
}
TODAY = OUTCOMES.index("consult_today")
Followed = tuple[Outcome, Place, tuple[Telling, ...], tuple[DutyFound, ...], tuple[Reason, ...]]


def items(packs: Packs, area_id: str) -> tuple[Indicator | Factor, ...]:
    """Everything in an area's pack that a finding can name."""
    return (*packs.areas[area_id].indicators, *packs.areas[area_id].factors)


def finding(id_: str, why: NotSureWhy | None = None) -> dict[str, Any]:
    """The field of a case with one finding, a plain yes or not sure for a reason."""
    return {"findings": ({"id": id_, "why": why},)}


def follows(data: dict[str, Any], packs: Packs) -> Followed:
    """What follows from the answers. How a mark or the rim is known is left out: a suspicion says that it is one."""
    seen = core(read(Case.model_validate(data), packs))
    marks = tuple(mark.model_copy(update={"basis": None}) for mark in seen.place.marks)
    plain = tuple(reason.model_copy(update={"why": reason.why.removeprefix(say(SUSPECTED)).strip()})
                  for reason in seen.reasons)
    rim = tuple(one.model_copy(update={"suspected": False}) for one in seen.place.rim)
    place = seen.place.model_copy(update={"marks": marks, "rim": rim, "asks": None})   # the outcome, which comes first
    return seen.outcome, place, seen.telling, seen.duties, plain


TRIED = [(name, area_id, context) for name, area_id in AREAS for context in CONTEXTS]


@pytest.mark.parametrize(("name", "area_id", "context"), TRIED)
def test_a_suspicion_of_harm_that_cannot_be_proved_is_a_yes(name: str, area_id: str, context: str) -> None:
    """Outcome, place, who is told, duties and reasons are those of a yes wherever "not sure" is a talk today."""
    packs, base = all_packs()[name], asked(all_packs()[name], area_id, **CONTEXTS[context])
    tried = [item for item in items(packs, area_id)
             if urgency(follows({**base, "answers": {item.id: "not_sure"}}, packs)[0]) >= TODAY]
    differs = [item.id for item in tried if follows({**base, **finding(item.id)}, packs)
               != follows({**base, **finding(item.id, "cannot_prove")}, packs)]
    assert tried
    assert differs == []


@pytest.mark.parametrize(("name", "area_id", "context"), TRIED)
def test_a_suspicion_of_anything_counts_as_yes_and_is_talked_through(name: str, area_id: str, context: str) -> None:
    """Place, telling and duties are those of a yes for every row; the outcome is the higher of a yes and a doubt."""
    packs, base = all_packs()[name], asked(all_packs()[name], area_id, **CONTEXTS[context])
    differs = []
    for item in items(packs, area_id):
        yes, suspected = (follows({**base, **finding(item.id, why)}, packs) for why in (None, "cannot_prove"))
        unsure = follows({**base, "answers": {item.id: "not_sure"}}, packs)
        if suspected[1:4] != yes[1:4] or urgency(suspected[0]) != max(urgency(yes[0]), urgency(unsure[0])):
            differs.append(item.id)
    assert differs == []


@pytest.mark.parametrize(("name", "area_id", "context"), TRIED)
def test_another_reason_changes_nothing_of_a_not_sure(name: str, area_id: str, context: str) -> None:
    """Not understood, or not for the user to find out: outcome, place, telling and duties stay, for every row."""
    packs, base = all_packs()[name], asked(all_packs()[name], area_id, **CONTEXTS[context])
    differs = []
    for item in items(packs, area_id):
        before = follows({**base, "answers": {item.id: "not_sure"}}, packs)[:4]
        differs += [(item.id, why) for why in DOUBTS if follows({**base, **finding(item.id, why)}, packs)[:4] != before]
    assert differs == []


@pytest.mark.parametrize(("name", "area_id", "context"), TRIED)
def test_no_reason_makes_a_not_sure_calmer(name: str, area_id: str, context: str) -> None:
    """Each reason asks for at least what "not sure" without one asks for."""
    packs, base = all_packs()[name], asked(all_packs()[name], area_id, **CONTEXTS[context])
    calmer = []
    for item in items(packs, area_id):
        limit = urgency(follows({**base, "answers": {item.id: "not_sure"}}, packs)[0])
        calmer += [(item.id, why) for why in get_args(NotSureWhy)
                   if urgency(follows({**base, **finding(item.id, why)}, packs)[0]) < limit]
    assert calmer == []


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_not_sure_of_harm_is_a_talk_today_at_least(name: str, area_id: str) -> None:
    """With a reason or without: where the row states significant harm, or asks for a talk today by itself."""
    packs, base = all_packs()[name], asked(all_packs()[name], area_id)
    calm = []
    for item in items(packs, area_id):
        harm = isinstance(item, Indicator) and item.harm == "significant"
        if harm or urgency(item.at_least or "universal") >= TODAY:
            said = [{"answers": {item.id: "not_sure"}}, *(finding(item.id, why) for why in get_args(NotSureWhy))]
            calm += [(item.id, one) for one in said if urgency(follows({**base, **one}, packs)[0]) < TODAY]
    assert calm == []


@pytest.mark.parametrize(("name", "area_id", "context"), TRIED)
def test_why_is_asked_wherever_not_sure_is_a_talk_today(name: str, area_id: str, context: str) -> None:
    """No statement of harm is left without the question, whoever the children are."""
    packs, base = all_packs()[name], asked(all_packs()[name], area_id, **CONTEXTS[context])
    unasked = [item.id for item in items(packs, area_id) if not asks_why(item, packs, area_id)
               and urgency(follows({**base, "answers": {item.id: "not_sure"}}, packs)[0]) >= TODAY]
    assert unasked == []


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_why_is_not_asked_of_a_need(name: str, area_id: str) -> None:
    """A statement that asks for less than a talk today, by itself and through its duties, is only talked through."""
    packs = all_packs()[name]
    asked_of = [item.id for item in items(packs, area_id) if asks_why(item, packs, area_id)
                and getattr(item, "harm", None) != "significant"
                and urgency(asks_for(item, packs, area_id) or "universal") < TODAY]
    assert asked_of == []


def known(**fields: Any) -> Known:
    """A case of the made-up area, read against its packs."""
    return read(Case.model_validate({"home_area": "testshire", **fields}), all_packs()["made up"])


HARM = "TST-4-CHILD-01"
URGENT = next(factor.id for factor in all_packs()["made up"].areas["testshire"].factors if factor.at_least)


def test_of_two_answers_about_one_statement_the_more_open_one_holds() -> None:
    """A reason for doubt beside a yes, in whichever field, is a yes; beside a no it is not sure."""
    doubt, yes = Finding(id=HARM, why="could_not_find_out"), Finding(id=HARM, note="seen")
    for both in ((doubt, yes), (yes, doubt)):
        assert [(row.answer, row.finding) for row in known(findings=both).rows] == [("yes", yes)]
    assert known(findings=(doubt,), answers={HARM: "yes"}).rows[0].answer == "yes"
    assert known(findings=(doubt,), answers={HARM: "no"}).rows[0].answer == "not_sure"


def test_what_is_so_is_one_list_for_every_page_and_paper() -> None:
    """A yes and a suspicion are in it, a doubt is not, and each has the answer that it counts as."""
    doubt = Finding(id="c", why="do_not_understand")
    case = Case(findings=(Finding(id="a"), Finding(id="b", why="cannot_prove"), doubt))
    assert [item.id for item in so(case)] == ["a", "b"]
    assert answered(case) == {"a": "yes", "b": "yes", "c": "not_sure"}


@pytest.mark.parametrize("why", get_args(NotSureWhy))
def test_a_reason_says_why(why: NotSureWhy) -> None:
    """What the user said stands in the reason, so that nobody reads a suspicion as a fact."""
    found = follows_reasons(known(findings=(Finding(id=HARM, why=why),)))
    assert any(reason.why.startswith(say(NOT_SURE[why])) for reason in found if reason.id == HARM)


def test_a_suspected_sign_and_factor_say_that_they_are_suspected() -> None:
    """What makes the result urgent is not stated as a fact, wherever it stands."""
    sign = SignAnswer(answer="not_sure", why="cannot_prove")
    found = follows_reasons(known(signs={"disclosure": sign}, findings=(Finding(id=URGENT, why="cannot_prove"),)))
    said = {(reason.kind, reason.id): in_doubt(reason) for reason in found}
    assert said["sign", "disclosure"] == said["at_least", URGENT] == say(SUSPECTED)
    ticked = follows_reasons(known(findings=(Finding(id=URGENT),)))
    assert [in_doubt(reason) for reason in ticked if reason.id == URGENT] == [""]


def follows_reasons(known: Known) -> tuple[Reason, ...]:
    """The reasons for a case, without duties and telling."""
    return find_reasons(known, place_findings(known), (), ())


def test_a_suspicion_is_marked_as_one_whatever_it_rests_on() -> None:
    """On the windscreen it is suspected, also where somebody told the user."""
    marks = place_findings(known(findings=(Finding(id=HARM, why="cannot_prove", basis="told"),))).marks
    assert [(mark.state, mark.basis) for mark in marks] == [("found", "suspected")]
