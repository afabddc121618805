"""Whose yes to help counts: a parent who may be the cause, everybody where a document asks for all, a yes without a
named help, and the law on who may agree, said where it decided.
"""
from typing import Any

import pytest

from decision.core import core
from decision.entitled import between_adults
from decision.harm import of_harm
from decision.known import Known, read
from decision.path import Path
from decision.result import Decision
from guidance.words import say
from tests.decision.build import PACKS, result
from tests.decision.every import all_packs, areas, asked, representatives
from tests.decision.test_then import BOTH, decision_for, person

NL, LUTON = "north_lincolnshire", "luton"
ONE = [{"label": "A", "age_years": 9}]
MOTHER, FATHER = person("mother", "agrees"), person("father", "agrees")
TWICE = ("LUT-3-RELATIONSHIPS-01", "LUT-3-IDENTITY-03")
CALL = {"outcome": "advice"}


def harmful(known: Known) -> bool:
    """Whether anything of harm is so or in doubt in a case."""
    return of_harm(known, core(known).entries)


@pytest.mark.long
@pytest.mark.parametrize(("name", "area_id"), areas())
def test_a_parent_named_as_the_source_never_agrees_beside_harm_or_where_they_are_not_simply_told(
    name: str, area_id: str
) -> None:
    """Beside every way to count: their yes counts only of an ordinary worry, and there it does count."""
    packs = all_packs()[name]
    source = {"kinds": ("parent_or_carer",), "members": ("father",)}
    yes = person("father", "agrees", asked_alone="yes", agreed_to=BOTH)
    ordinary = 0
    for added in representatives(packs, area_id, each=2):
        for answer in ({}, {"outcome": "advice"}):
            data = added.to(asked(packs, area_id, children=ONE, family=(yes,), source_of_harm=source, call=answer))
            made, decision = decision_for(data, packs)
            counts = any("father" in path.given_by for path in decision.then)
            told = {one.person: one.state for one in decision.telling}["father"] == "tell"
            assert not (counts and (harmful(read(made, packs)) or not told)), added.id
            ordinary += counts
    assert ordinary or not packs.areas[area_id].levels


def nl(*family: dict[str, Any], child: dict[str, Any] | None = None, **fields: Any) -> Path:
    """The first path of help in an area whose document asks for everybody's agreement to early help."""
    return result(home_area=NL, ticked=("NL-ALERT-12",), children=[child or ONE[0]], family=list(family),
                  source_of_harm={"kinds": ["nobody"]}, **fields).then[0]


@pytest.mark.parametrize("person_", [{}, {"understanding": "understands"}, {"agrees": "not_asked"},
                                     {"understanding": "not_sure"}])
def test_where_all_are_asked_a_child_who_was_not_asked_is_still_missing(person_: dict[str, Any]) -> None:
    """Both parents' yes is not everybody's while the child has not been asked, and the words say who is missing."""
    found = nl(MOTHER, FATHER, young_person=person_)
    assert (found.agreement, found.given_by) == ("ask", ("mother", "father"))
    assert say("then.the_child") in found.says_agreement
    assert "mother" not in found.says_agreement


@pytest.mark.parametrize(("child", "person_"), [
    ({"label": "A", "age_years": 9}, {"understanding": "does_not_understand"}),
    ({"label": "A", "age_months": 8}, {}), ({"label": "A", "age_years": 9}, {"agrees": "agrees"}),
])
def test_where_all_are_asked_a_child_who_cannot_be_or_who_agrees_is_not_missing(
    child: dict[str, Any], person_: dict[str, Any]
) -> None:
    """A baby, and a child of whom it is said that they do not understand, are asked nothing."""
    assert nl(MOTHER, FATHER, child=child, young_person=person_).agreement == "have"


def test_where_all_are_asked_the_parent_who_is_missing_is_named() -> None:
    """The mother and the child have said yes; the father is named, and nobody else."""
    found = nl(MOTHER, person("father", "not_asked"), young_person={"agrees": "agrees"})
    assert found.agreement == "ask"
    assert "father" in found.says_agreement
    assert "young person" not in found.says_agreement


def test_where_all_are_asked_the_childs_no_is_a_refusal() -> None:
    """The document asks for the child's agreement too, at any age."""
    found = nl(MOTHER, FATHER, young_person={"agrees": "refuses"})
    assert (found.agreement, found.refused_by) == ("refused", ("the young person",))


@pytest.mark.parametrize("age", [16, 17])
def test_where_all_are_asked_a_young_persons_yes_does_not_stand_for_everybody(age: int) -> None:
    """At 16 and 17 their own yes is enough elsewhere; this document asks the parents too, and its rule is shown."""
    child = {"label": "A", "age_years": age}
    alone = nl(person("mother", "not_asked"), child=child, young_person={"agrees": "agrees"})
    assert (alone.agreement, alone.given_by) == ("ask", ("the young person",))
    assert "mother" in alone.says_agreement
    rule = next(one for one in PACKS.areas[NL].paths if one.everyone)
    assert (alone.rule, alone.from_whom, alone.agreement_source) == (rule.agreement, rule.from_whom, rule.source)
    assert nl(MOTHER, child=child, young_person={"agrees": "agrees"}).agreement == "have"


def test_where_all_are_asked_a_sibling_whose_answer_is_not_held_is_missing_by_letter() -> None:
    """A case holds one child's own answer; of another one who can be asked nobody has heard."""
    found = result(home_area=NL, ticked=("NL-ALERT-12",), family=[MOTHER, FATHER],
                   children=[{"label": "A", "age_years": 13}, {"label": "B", "age_years": 6}],
                   young_person={"agrees": "agrees"}, source_of_harm={"kinds": ["nobody"]}).then
    assert [(path.about, path.agreement) for path in found] == [(("A",), "have"), (("B",), "ask")]
    assert "child B" in found[1].says_agreement


def luton(*ticked: str, **fields: Any) -> Decision:
    """A result in Luton."""
    return result(home_area=LUTON, ticked=ticked, **{"children": ONE, "family": [MOTHER], **fields})


def test_a_yes_without_a_named_help_is_looked_at_again_where_the_help_is_beyond_early_help() -> None:
    """It still counts, and the words ask to make sure; not where the help was named, nor for early help."""
    words = say("then.state.yes_to_this")
    found = luton(*TWICE).then[0]
    assert (found.agreement, words in found.says_agreement) == ("have", True)
    named = luton(*TWICE, family=[person("mother", "agrees", agreed_to=["beyond_early_help"])]).then[0]
    assert (named.agreement, words in named.says_agreement) == ("have", False)
    early = luton("LUT-2-RELATIONSHIPS-01").then[0]
    assert (early.agreement, words in early.says_agreement) == ("have", False)
    young = luton(*TWICE, children=[{"label": "A", "age_years": 17}], young_person={"agrees": "agrees"}).then[0]
    assert (young.agreement, words in young.says_agreement) == ("have", True)


def test_where_no_agreement_is_needed_nobody_is_named_and_the_help_is_still_said() -> None:
    """A raise to the level for harm: whose agreement, what a no changes and whose yes does not count are all left out.
    """
    other = person("carer", "agrees", role="foster_carer", responsibility=None)
    for call in ({}, CALL):
        second = luton(*TWICE, family=[MOTHER, other], history={"getting_worse": "yes"}, call=call).then[1]
        assert not second.agreement_needed
        assert (second.from_whom, second.if_refused, second.not_counted, second.question) == ("", "", (), "")
        assert second.carers == ()
        assert all((second.says, second.leads, second.help, second.rule))


def test_a_special_guardians_rule_is_shown_with_its_source_where_it_decided() -> None:
    """She decides without the birth parents, by a section that the path names."""
    guardian = person("grandmother", "agrees", role="special_guardian", responsibility=None)
    found = luton("LUT-2-RELATIONSHIPS-01", family=[guardian, person("mother", "refuses")]).then[0]
    rule = next(one for one in PACKS.national.carers if one.alone)
    assert (found.agreement, found.refused_by) == ("have", ())
    assert [(one.says, one.source) for one in found.carers] == [(rule.says, rule.source)]
    assert found.from_whom == say("then.from_alone", names="grandmother")


def test_a_carer_without_responsibility_is_said_why_and_an_ordinary_parents_yes_needs_no_law() -> None:
    """The rule for a foster carer whose yes does not count; the questions of a father of whom nothing is known; else
    none."""
    says = {rule.id: rule.says for rule in PACKS.national.carers}
    carer = person("carer", "agrees", role="foster_carer", responsibility=None)
    found = luton("LUT-2-RELATIONSHIPS-01", family=[carer, MOTHER]).then[0]
    assert [one.says for one in found.carers] == [says["caring_without_responsibility"]]
    father = person("father", "agrees", responsibility=None)
    unknown = luton("LUT-2-RELATIONSHIPS-01", family=[father]).then[0]
    assert [one.says for one in unknown.carers] == [says["parent"]]
    assert luton("LUT-2-RELATIONSHIPS-01").then[0].carers == ()


def test_every_source_of_a_carers_rule_is_among_those_of_its_pack() -> None:
    """The citation leads somewhere, in every national pack."""
    for packs in all_packs().values():
        ids = {source.id for source in packs.national.sources}
        assert {rule.source.source for rule in packs.national.carers} <= ids


def test_an_own_view_after_a_talk_is_said_by_ringing_again() -> None:
    """Before the talk it is said in it; once a talk is recorded there is none left to say it in."""
    before = luton("LUT-2-RELATIONSHIPS-01", own_view="refer_now").then[0].note
    after = luton("LUT-2-RELATIONSHIPS-01", own_view="refer_now", call=CALL).then[0].note
    unheard = luton("LUT-2-RELATIONSHIPS-01", own_view="refer_now", call={"outcome": "no_answer"}).then[0].note
    assert (before, after, unheard) == (say("then.own_view"), say("then.own_view_again"), say("then.own_view"))


@pytest.mark.parametrize("agrees", ["agrees", "refuses", "not_asked"])
def test_where_only_the_talk_names_the_help_nobody_is_asked_before_it(agrees: str) -> None:
    """No answer names a level: there is no help by its name yet, so no prompt to ask and no yes or no to it. Where the
    user's own view names the help, and no talk comes before it, the family can be asked."""
    mother = person("mother", agrees, asked_alone="yes", agreed_to=BOTH)
    worry: dict[str, Any] = {"other_worry": True, "harm_before_next": "no"}
    before = luton(family=[mother], **worry).then[0]
    assert before.agreement == "after_talk"
    assert "Ask somebody" not in before.says_agreement
    assert luton(family=[mother], call=CALL, **worry).then[0].agreement != "after_talk"
    named = luton(family=[mother], own_view="early_help")
    assert (named.then[0].agreement == "after_talk") == (named.outcome == "consult")


OTHERS: tuple[dict[str, Any], ...] = (
    {"kinds": ["parent_or_carer"], "members": ["father"]}, {"kinds": ["partner"]}, {"kinds": ["other_family"]},
    {"kinds": ["parent_or_carer", "other_adult"], "members": ["mother"]},
)


@pytest.mark.parametrize("source", OTHERS)
@pytest.mark.parametrize("expecting", [None, "yes"])
def test_a_yes_in_front_of_somebody_named_is_not_counted_of_an_ordinary_worry_either(
    source: dict[str, Any], expecting: str | None
) -> None:
    """Somebody else may be the cause: it counts only from somebody who was asked alone; not answered is not a yes."""
    for alone, counts in (("no", False), ("yes", True), (None, False)):
        mother = person("mother", "agrees", asked_alone=alone, expecting=expecting)
        child = {"label": "A", "not_born": True} if expecting else ONE[0]
        found = luton("LUT-2-RELATIONSHIPS-01", family=[mother, person("father", "not_asked")], children=[child],
                      source_of_harm=source).then[0]
        assert (found.agreement == "have") is counts, (alone, found)
        assert bool(found.not_counted) is not counts


@pytest.mark.parametrize("source", [{"kinds": ["parent_or_carer"], "members": ["mother"]}, {"kinds": ["nobody"]},
                                    {"kinds": ["not_known"]}, {}])
def test_a_yes_in_front_of_somebody_counts_where_nobody_else_is_named(source: dict[str, Any]) -> None:
    """The parent named of an ordinary worry may agree; so may one where nobody was named."""
    found = luton("LUT-2-RELATIONSHIPS-01", family=[person("mother", "agrees", asked_alone="no")],
                  source_of_harm=source).then[0]
    assert found.agreement == "have"


@pytest.mark.parametrize(("answer", "noted"), [("agrees", True), ("refuses", True), ("not_asked", False)])
def test_an_answer_of_a_parent_who_is_a_child_is_noted_and_no_silence(answer: str, noted: bool) -> None:
    """A mother under 18 who has said yes or no decides for her child; the note names her as a child."""
    mother = person("mother", answer, under_18="yes", asked_alone="yes")
    found = luton("LUT-2-RELATIONSHIPS-01", family=(mother,), source_of_harm={"kinds": ["nobody"]})
    note = say("then.under_18", names=mother["relation"])
    assert any(note in path.note for path in found.then) is noted


BETWEEN = [(name, area, row.id) for name, packs in all_packs().items() for area, pack in packs.areas.items()
           for row in pack.indicators if row.between_adults]


@pytest.mark.parametrize("name", sorted({name for name, _, _ in BETWEEN}))
def test_of_two_adults_against_each_other_only_a_yes_of_one_who_was_asked_alone_counts(name: str) -> None:
    """Also where only one of them was entered and nobody is named: the other one may have heard. In doubt too."""
    packs = all_packs()[name]
    counted = 0
    for _, area, id_ in (one for one in BETWEEN if one[0] == name):
        for said in ({"findings": ({"id": id_},)}, {"answers": {id_: "not_sure"}}):
            for alone in (None, "no", "yes"):
                yes = person("mother", "agrees", asked_alone=alone, agreed_to=BOTH)
                data = asked(packs, area, children=ONE, family=(yes,), call=CALL) | said
                made, decision = decision_for(data, packs)
                assert between_adults(read(made, packs)), id_
                given = [path.given_by for path in decision.then if "mother" in path.given_by]
                assert alone == "yes" or not given, (id_, said, alone)
                counted += bool(given)
    assert counted, "asked alone, it does count"
