"""What must always hold of the second answer, `then`: statement 12 and its rules.

Over every pack given: each level reached by its own rows; one statement for each way in which one can count, beside
families who answer in every way; and random cases in the shipped areas.
"""
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.assess import decide
from decision.case import Case, FamilyMember
from decision.known import counts, read
from decision.lint_words import prompts
from decision.path import Path
from decision.result import Decision
from decision.calls import TALKED
from decision.urgency import urgency
from guidance.models import Indicator, Level
from guidance.our_documents import our_documents
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import OUTCOMES, Outcome
from guidance.words import say
from tests.decision.build import FRIDAY
from tests.decision.every import all_packs, areas, asked, representatives
from tests.decision.strategies import CASES, MORE, PACKS

pytestmark = pytest.mark.long
AREAS = areas()
TODAY = urgency("consult_today")
REFERS: tuple[Outcome, ...] = ("refer_now", "call_999")
WORDS_OF_A_PATH = ("says", "leads", "help", "document", "says_agreement", "rule", "from_whom", "question", "if_refused",
                   "note")


def person(relation: str, agrees: str, **fields: Any) -> dict[str, Any]:
    """Somebody of the family who holds parental responsibility, unless it is said otherwise."""
    return {"key": relation, "relation": relation, "role": "parent", "responsibility": "yes", "told": "yes",
            "risk": "no", "agrees": agrees, **fields}


BOTH = ("early_help", "beyond_early_help")
ALONE = {"asked_alone": "yes", "agreed_to": BOTH}
FAMILIES: dict[str, tuple[dict[str, Any], ...]] = {
    "nobody named": (),
    "a mother says yes": (person("mother", "agrees", **ALONE),),
    "yes and no": (person("mother", "agrees"), person("father", "refuses")),
    "yes, and a father who is not safe": (person("mother", "agrees"), person("father", "refuses", risk="yes")),
    "yes alone, and a father who is not safe": (person("mother", "agrees", **ALONE),
                                                person("father", "agrees", risk="yes")),
    "nobody is known to hold it": (person("mother", "agrees", responsibility=None), person("father", "refuses",
                                                                                          responsibility="not_known")),
    "carers without it": (person("carer", "agrees", role="foster_carer"), person("aunt", "agrees", role="relative",
                                                                                responsibility="no")),
    "a special guardian": (person("guardian", "agrees", role="special_guardian", responsibility=None),
                           person("mother", "refuses")),
    "nobody may be told": (person("mother", "agrees", risk="not_sure"), person("father", "refuses", risk="yes")),
    "a pregnant woman": (person("mother", "agrees", expecting="yes", under_18="yes"), person("father", "refuses")),
}
CHILDREN: tuple[tuple[dict[str, Any], ...], ...] = (
    ({"label": "A", "age_years": 9},),
    ({"label": "A", "age_years": 17}, {"label": "B", "age_years": 9}),
    ({"label": "A", "age_years": 15, "expecting": "yes"}, {"label": "B", "not_born": True}),
    ({"label": "A", "age_years": 10, "status": ("looked_after",), "cared_for_by": "voluntary"},
     {"label": "B", "age_years": 10, "status": ("early_help",)}),
    ({"label": "A", "age_years": 19}, {"label": "B"}),
    ({"label": "A", "not_born": True},),
)
YOUNG = ({}, {"agrees": "agrees", "understanding": "understands"}, {"agrees": "refuses"}, {"agrees": "agrees"},
         {"agrees": "agrees", "risk": "yes"})
CALLS: tuple[dict[str, Any], ...] = ({}, {"outcome": "no_answer"}, {"outcome": "advice"})


def decision_for(data: dict[str, Any], packs: Packs) -> tuple[Case, Decision]:
    """The case and its decision, without what would change it."""
    case = Case.model_validate(data)
    return case, decide(read(case, packs), FRIDAY)


def only_by_telling(decision: Decision) -> bool:
    """Whether nothing but somebody who is not to be told yet makes this a referral at once."""
    return all(reason.outcome not in REFERS for reason in decision.reasons if reason.kind != "telling")


def talked(case: Case) -> bool:
    """Whether a talk is recorded."""
    return case.call.outcome in TALKED


def may_agree(member: FamilyMember, packs: Packs) -> bool:
    """Whether somebody is known to be able to agree, for a born child or for their own unborn one."""
    rule = packs.national.carer(member.role)
    never = rule is not None and rule.holds == "never"
    always = rule is not None and rule.holds == "always" and member.responsibility != "no"
    return member.expecting == "yes" or always or (member.responsibility == "yes" and not never)


def wrong(case: Case, decision: Decision, packs: Packs) -> Iterator[str]:
    """In words, what is promised of the paths of help and does not hold in this decision."""
    if not decision.then:
        yield "no path"
    for path in decision.then:
        yield from _not_whole(path, case, packs)
        yield from _too_early(path, case, decision)
        yield from _wrong_people(path, case, decision, packs)
        yield from _prompting(path, decision)
    refers = decision.outcome in REFERS and not only_by_telling(decision)
    once = len({path.about for path in decision.then}) == len(decision.then)
    if refers and not (once and not any(path.agreement_needed for path in decision.then)):
        yield "a referral at once has more than one path for a child, or one that needs agreement"
    for about in {path.about for path in decision.then}:
        of_child = [path for path in decision.then if path.about == about]
        if len(of_child) > 2 or len({(path.level, path.leads, path.help) for path in of_child}) < len(of_child):
            yield "more than two paths for a child, or one twice"


def _not_whole(path: Path, case: Case, packs: Packs) -> Iterator[str]:
    """Statement 12: a form or that none is needed, a lead, an agreement answer, and sources that exist."""
    area = packs.areas.get(case.home_area)
    ids = {source.id for source in (*packs.national.sources, *(area.sources if area else ()))}
    if not path.document or path.document in our_documents():
        yield f"no form in words: {path.document!r}"
    if not (path.leads and path.says and path.help and path.rule and path.says_agreement):
        yield "no lead, no help or no answer about agreement"
    if path.agreement_needed != bool(path.from_whom):
        yield "nobody is named from whom agreement is needed, or somebody is where none is"
    if not path.agreement_needed and (path.if_refused or path.not_counted or path.question or path.carers):
        yield "a warning about agreement where none is needed"
    if {path.source.source, path.agreement_source.source, *(one.source.source for one in path.carers)} - ids:
        yield "a source that no pack has"
    texts = [getattr(path, name) for name in WORDS_OF_A_PATH]
    if any("{" in text or "  " in text or ".." in text or text != text.strip() for text in (*texts, *path.not_counted)):
        yield "words that read badly"


def _too_early(path: Path, case: Case, decision: Decision) -> Iterator[str]:
    early = urgency(decision.outcome) >= TODAY and not talked(case)
    if early and path.agreement_needed and path.agreement not in ("after_talk", "not_sought"):
        yield f"{path.agreement} before the talk"
    if not path.agreement_needed and path.agreement != "not_sought":
        yield f"{path.agreement} where no agreement is needed"


def _wrong_people(path: Path, case: Case, decision: Decision, packs: Packs) -> Iterator[str]:
    young = say("then.the_young_person")
    told = {item.person for item in decision.telling if item.state == "tell"}
    names = {member.relation for member in case.family if member.key in told}
    names |= {young} if "young_person" in told else set()
    if (*path.given_by, *path.refused_by) and not {*path.given_by, *path.refused_by} <= names:
        yield "somebody counts who is not simply told"
    able = {member.relation for member in case.family if may_agree(member, packs)} | {young}
    if path.agreement == "have" and not (path.given_by and set(path.given_by) <= able):
        yield "agreed, and nobody is known who may agree"


def _prompting(path: Path, decision: Decision) -> Iterator[str]:
    """Where nobody of the family is told, no sentence asks to tell or to ask them."""
    family = [item for item in decision.telling if item.person not in ("young_person", "suspected")]
    if any(item.state == "tell" for item in family):
        return
    if path.agreement == "ask" and "young_person" not in {
            item.person for item in decision.telling if item.state == "tell"}:
        yield "asks, and nobody may be told"
    yield from (f"prompts: {words}" for name in WORDS_OF_A_PATH if (words := prompts(getattr(path, name))))


def rows_at(area: AreaPack, level: Level, harm: bool) -> list[Indicator]:
    """The rows that count at a level: at the acting one those of harm, or those of need."""
    return [row for row in area.indicators if counts(row) and (row.stands_at or row.level) == level.id
            and (row.harm == "significant") == harm]


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_every_level_names_a_form_a_lead_and_an_agreement_answer(name: str, area_id: str) -> None:
    """12. Each row of each level, with as many beside it as the level asks for, has whole paths of help."""
    packs = all_packs()[name]
    area = packs.areas[area_id]
    problems = []
    for level in area.levels:
        for harm in (False, True):
            rows = rows_at(area, level, harm)
            for row in rows:
                beside = {other.concern: other.id for other in rows if other.concern != row.concern}
                need = level.reading.concerns - 1 if level.reading else 0
                ids = (row.id, *list(beside.values())[:need])
                data = asked(packs, area_id, children=[{"label": "A", "age_years": 9}],
                             family=FAMILIES["a mother says yes"], findings=[{"id": id_} for id_ in ids])
                case, decision = decision_for(data, packs)
                problems += [f"{row.id}: {says}" for says in wrong(case, decision, packs)]
                if decision.outcome not in REFERS and decision.place.supported == level.id:
                    met = level.id in {path.level for path in decision.then}
                    problems += [] if met or level == area.levels[0] else [f"{row.id}: not the level's own help"]
    assert problems == []


@cache
def tried(name: str, area_id: str) -> tuple[tuple[str, Case, Decision], ...]:
    """One statement for each way to count, and none, beside families, children and calls of every kind."""
    packs = all_packs()[name]
    found = []
    for number, added in enumerate((None, *representatives(packs, area_id))):
        for other, (words, family) in enumerate(FAMILIES.items()):
            at = number + other
            data = asked(packs, area_id, children=CHILDREN[at % len(CHILDREN)], family=family,
                         young_person=YOUNG[at % len(YOUNG)], call=CALLS[other % len(CALLS)])
            if at % 4 == 1 and family:
                data["source_of_harm"] = {"kinds": ("parent_or_carer",), "members": (family[-1]["key"],)}
            if at % 4 == 2:
                data["history"] = {"help_tried": "yes", "changed": "no"}
            case, decision = decision_for(added.to(data) if added else data, packs)
            found.append((f"{added.id if added else 'nothing'}, {words}", case, decision))
    return tuple(found)


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_beside_every_family_the_paths_hold_what_is_promised(name: str, area_id: str) -> None:
    """Nobody is asked before the talk, nobody counts who is not told, nobody agrees who may not, nothing prompts."""
    packs = all_packs()[name]
    assert [f"{words}: {says}" for words, case, decision in tried(name, area_id)
            for says in wrong(case, decision, packs)] == []


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_the_families_that_are_tried_reach_every_state(name: str, area_id: str) -> None:
    """What is promised is tried on every state of agreement, or else it would be promised of nothing."""
    states = {path.agreement for _, _, decision in tried(name, area_id) for path in decision.then}
    assert states >= {"have", "ask", "after_talk", "not_sought"}


MEMBER = st.fixed_dictionaries({
    "role": st.sampled_from((None, "parent", "relative", "special_guardian", "foster_carer")),
    "responsibility": st.sampled_from(("yes", "yes", "no", "not_known", None)),
    "agrees": st.sampled_from(("agrees", "agrees", "refuses", "not_asked", None)),
    "asked_alone": st.sampled_from(("yes", "no", None)), "risk": st.sampled_from(("no", "no", "yes", "not_sure", None)),
    "agreed_to": st.lists(st.sampled_from(BOTH), max_size=2, unique=True),
    "expecting": st.sampled_from((None, None, "yes", "no")), "told": st.sampled_from(("yes", "no", None)),
})
MEMBERS = st.lists(MEMBER, max_size=3).map(lambda items: [
    {"key": f"parent_{n}", "relation": f"parent {n}", **item} for n, item in enumerate(items, 1)])
WHO = st.fixed_dictionaries({
    "family": MEMBERS, "call": st.sampled_from(CALLS), "children": st.sampled_from(CHILDREN),
    "young_person": st.fixed_dictionaries({
        "agrees": st.sampled_from(("agrees", "refuses", None)), "risk": st.sampled_from((None, "no", "yes")),
        "understanding": st.sampled_from(("understands", "does_not_understand", "not_sure", None))})})


def with_people(case: Case, people: dict[str, Any]) -> Case:
    """The case with other people, and findings about any of the children."""
    raw = case.model_dump()
    raw |= {"findings": [{**finding, "about": ()} for finding in raw["findings"]],
            "signs": {id_: {**answer, "about": ()} for id_, answer in raw["signs"].items()}}
    return Case.model_validate({**raw, **people})


@MORE
@given(case=CASES, people=WHO)
def test_random_cases_hold_what_is_promised(case: Case, people: dict[str, Any]) -> None:
    """Any findings, doubts, history and view, beside any people."""
    made = with_people(case, people)
    assert list(wrong(made, decide(read(made, PACKS), FRIDAY), PACKS)) == []


HELP = ("about", "level", "name", "says", "leads", "help", "document", "agreement_needed", "given_by", "refused_by")


@MORE
@given(case=CASES, people=WHO, words=st.text(max_size=9), view=st.sampled_from(("watch", "refer_now", "early_help")))
def test_names_notes_and_the_users_own_view_never_move_the_help(
    case: Case, people: dict[str, Any], words: str, view: str
) -> None:
    """Notes change nothing; the user's view may bring the talk forward, and then says so, and the help stays.

    "What to watch for" is only said at `universal`: where the user wants more, the talk decides. A talk that is asked
    for because somebody may not simply be told is no view of the need: beside it the user may think more all the same.
    """
    plain = with_people(case, people).model_copy(update={"own_view": None})
    before = decide(read(plain, PACKS), FRIDAY)
    noted = plain.model_copy(update={
        "other_worry_note": words, "strengths_note": words, "own_view_reason": words,
        "findings": tuple(one.model_copy(update={"note": words, "words": words}) for one in plain.findings)})
    assert decide(read(noted, PACKS), FRIDAY).then == before.then
    after = decide(read(plain.model_copy(update={"own_view": view}), PACKS), FRIDAY)
    if before.outcome != "universal":
        assert [[getattr(path, name) for name in HELP] for path in after.then] == [
            [getattr(path, name) for name in HELP] for path in before.then]
    moved = urgency(after.outcome) > urgency(before.outcome)
    words = say("then.own_view_again" if talked(plain) else "then.own_view")
    about_telling = any(one.kind == "telling" for one in before.reasons)
    assert {words in path.note for path in after.then} <= {moved, moved or about_telling}


def test_outcomes_that_are_talks_today_or_more_are_the_last_three() -> None:
    """The bound of this file is that of the design."""
    assert OUTCOMES[TODAY:] == ("consult_today", *REFERS)
