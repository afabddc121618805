"""One answer for a group of signs: what a No covers, and what a Yes without a statement asks for."""
import pytest

from decision.assess import assess
from decision.case import Case, Child, FamilyMember, SignAnswer, SourceOfHarm
from decision.fit import fit
from decision.known import read
from decision.moving import move
from decision.result import Decision
from decision.sign_groups import answers, asked_for
from decision.urgency import urgency
from guidance.load import load_packs
from guidance.models import Sign
from tests.decision.build import FRIDAY as NOW

PACKS = load_packs()
AREAS = ("", *PACKS.areas)
GROUPS = tuple(PACKS.national.sign_group)
ANSWERS = (SignAnswer(answer="yes"), SignAnswer(answer="not_sure"), SignAnswer(answer="not_known"),
           *(SignAnswer(answer="not_sure", why=why)
             for why in ("cannot_prove", "do_not_understand", "could_not_find_out")))
MOTHER = FamilyMember(key="mother", relation="mother")


def of_group(area_id: str, group: str) -> tuple[Sign, ...]:
    """The signs of a group in an area."""
    return tuple(sign for sign in PACKS.signs(area_id) if sign.group == group)


def all_no(area_id: str) -> Case:
    """A case in which every group was answered No."""
    return Case(home_area=area_id, danger="no",
                signs_none={group: tuple(sign.id for sign in of_group(area_id, group)) for group in GROUPS})


def decided(case: Case) -> Decision:
    """What follows at the moment of these tests."""
    return assess(case, PACKS, NOW)


def states(decision: Decision) -> dict[str, str]:
    """Person → whether they are told."""
    return {one.person: one.state for one in decision.telling}


@pytest.mark.parametrize("area_id", AREAS)
def test_a_no_to_every_group_is_a_no_to_every_sign(area_id: str) -> None:
    """The engine reads it as it reads a No to each of them: the same outcome, people, duties and gaps."""
    single = Case(home_area=area_id, danger="no",
                  signs={sign.id: SignAnswer(answer="no") for sign in PACKS.signs(area_id)})
    assert read(all_no(area_id), PACKS).unanswered_signs == ()
    assert decided(all_no(area_id)) == decided(single)


@pytest.mark.parametrize("area_id", AREAS)
def test_a_single_answer_stands_above_the_no_to_its_group(area_id: str) -> None:
    """Of every sign of every pack, a yes or a doubt beside the No never counts as no, and makes nothing calmer."""
    none = all_no(area_id)
    calm = urgency(decided(none).outcome)
    for sign in PACKS.signs(area_id):
        bare = Case(home_area=area_id, danger="no")
        for said in ANSWERS:
            beside, alone = (decided(case.but(signs={sign.id: said})) for case in (none, bare))
            assert urgency(beside.outcome) >= max(calm, urgency("consult_today"))
            assert beside.first_call == alone.first_call
            assert states(beside) == states(alone)


def test_a_sign_that_a_newer_pack_adds_is_not_covered() -> None:
    """An old No names the signs that it was about; any other sign of its group has not been answered."""
    (first, *others) = of_group("", "child_says")
    case = Case(signs_none={"child_says": (first.id,)})
    assert {sign.id for sign in others} <= {sign.id for sign in read(case, PACKS).unanswered_signs}
    assert set(answers(case)) == {first.id}


@pytest.mark.parametrize("area_id", AREAS)
@pytest.mark.parametrize("group", GROUPS)
def test_a_yes_without_a_statement_is_a_call_and_leaves_nobody_simply_told(area_id: str, group: str) -> None:
    """It asks for a talk today or more, with somebody to ring; each sign of the group counts as a doubt."""
    case = all_no(area_id).but(signs_some=(group,), signs_none={}, family=(MOTHER,),
                               source_of_harm=SourceOfHarm(members=("mother",)))
    found = decided(case)
    assert urgency(found.outcome) >= urgency("consult_today")
    assert any(route.dial for route in found.routes)
    assert "tell" not in {state for person, state in states(found).items() if person == "mother"}
    assert {sign.id for sign, _ in read(case, PACKS).unsure_signs} == {sign.id for sign in of_group(area_id, group)}


@pytest.mark.parametrize("area_id", AREAS)
@pytest.mark.parametrize("group", GROUPS)
def test_saying_which_sign_it_is_never_makes_it_calmer(area_id: str, group: str) -> None:
    """From Yes to a statement that is so, or in doubt, for every sign of the group: but where the statement that was
    meant, said to be so, takes the place of the Yes, and then down to what that statement says and no further."""
    case = Case(home_area=area_id, danger="no", signs_some=(group,))
    before = urgency(decided(case).outcome)
    for sign in of_group(area_id, group):
        for said in ANSWERS:
            now = urgency(decided(case.but(signs={sign.id: said})).outcome)
            meant = said.answer == "yes" or said.why == "cannot_prove"
            assert now >= (min(before, urgency(sign.outcome)) if meant else before), (sign.id, said)


@pytest.mark.parametrize("area_id", AREAS)
@pytest.mark.parametrize("group", GROUPS)
def test_a_yes_to_a_group_is_a_call_now_where_any_of_its_signs_is(area_id: str, group: str) -> None:
    """Also where some of them are a talk today: who means one of the others must not be told that it can wait. So the
    heading never says to talk above a line that says to ring."""
    signs = of_group(area_id, group)
    found = decided(Case(home_area=area_id, danger="no", signs_some=(group,)))
    rings = any(urgency(sign.outcome) >= urgency("refer_now") for sign in signs)
    assert (urgency(found.outcome) >= urgency("refer_now")) == rings
    why = next(one.why for one in found.reasons if one.id == group)
    assert rings or "999" not in why


@pytest.mark.parametrize("area_id", AREAS)
@pytest.mark.parametrize("group", GROUPS)
def test_nothing_but_the_statement_that_was_meant_brings_a_group_down(area_id: str, group: str) -> None:
    """Not an age of which its call cannot be so, not a No to every sign that is a call, not a doubt about a mild one,
    not a sign of another group, not a No or a doubt about all other groups."""
    signs = of_group(area_id, group)
    case = Case(home_area=area_id, danger="no", signs_some=(group,))
    before = urgency(decided(case).outcome)
    severe = {sign.id: SignAnswer(answer="no") for sign in signs if urgency(sign.outcome) >= before}
    mild = {sign.id: SignAnswer(answer="not_sure") for sign in signs if sign.id not in severe}
    others = tuple(id_ for id_ in GROUPS if id_ != group)
    added: list[dict[str, object]] = [{"children": (Child(label="A", age_years=age),)} for age in (0, 5, 11, 17)]
    added += [{"signs": severe}, {"signs": mild}, {"signs": {**severe, **mild}}, {"signs_unsure": others},
              {"signs_unsure": (group,)}, {"signs_none": all_no(area_id).signs_none}]
    added += [{"signs": {sign.id: SignAnswer(answer="yes")}} for sign in PACKS.signs(area_id) if sign.group != group]
    for fields in added:
        assert urgency(decided(case.but(**fields)).outcome) >= before, fields


@pytest.mark.parametrize("area_id", AREAS)
@pytest.mark.parametrize("group", GROUPS)
def test_no_then_not_sure_then_yes_never_gets_calmer(area_id: str, group: str) -> None:
    """The three answers to a group in the order of their weight, beside a No to all others."""
    none = all_no(area_id)
    others = {id_: ids for id_, ids in none.signs_none.items() if id_ != group}
    no, unsure, some = (urgency(decided(case).outcome) for case in (
        none, none.but(signs_none=others, signs_unsure=(group,)), none.but(signs_none=others, signs_some=(group,))))
    assert no <= unsure <= some


@pytest.mark.parametrize("area_id", AREAS)
@pytest.mark.parametrize("group", GROUPS)
def test_a_group_in_doubt_is_as_urgent_as_one_of_its_signs_in_doubt(area_id: str, group: str) -> None:
    """It is named as the reason, open on the rim and on the list of what one does not know; each doubt said of one of
    its signs takes its place and is as urgent."""
    none = all_no(area_id)
    rest = none.but(signs_none={id_: ids for id_, ids in none.signs_none.items() if id_ != group})
    found = decided(rest.but(signs_unsure=(group,)))
    name = PACKS.national.sign_group[group].name
    assert [(one.id, one.outcome) for one in found.reasons if one.kind == "sign"] == [(group, "consult_today")]
    assert name in next(one.says for one in found.reasons if one.id == group)
    assert [(one.id, one.doubted, one.outcome) for one in found.place.rim] == [(group, True, "consult_today")]
    assert [one.id for one in found.gaps if one.kind == "not_known"] == [group]
    for sign in of_group(area_id, group):
        one = decided(rest.but(signs={sign.id: SignAnswer(answer="not_sure")}))
        assert urgency(found.outcome) >= urgency(one.outcome)
        both = decided(rest.but(signs_unsure=(group,), signs={sign.id: SignAnswer(answer="not_sure")}))
        assert urgency(both.outcome) >= urgency(found.outcome)
        assert [item.id for item in both.gaps if item.kind == "not_known"] == [sign.id]


def test_a_group_in_doubt_that_holds_a_child_nobody_can_find_has_the_police_first() -> None:
    """As one such sign in doubt has: whoever may be nowhere is not left to a talk with one's own lead."""
    assert decided(Case(danger="no", signs_unsure=("gone",))).routes[0].kind == "police"


def test_a_yes_beside_a_no_to_the_same_group_is_a_yes() -> None:
    """A file may hold both: the more urgent counts."""
    case = all_no("").but(signs_some=("sexual",))
    assert decided(case).outcome == "refer_now"


def test_a_group_that_no_pack_has_is_still_a_talk_today() -> None:
    """A Yes is never lost with the heading under which it was given."""
    assert decided(Case(signs_some=("a heading that is gone",))).outcome == "consult_today"
    assert asked_for("a heading that is gone", (), Case()) == "consult_today"


def test_a_no_about_a_sign_that_is_gone_is_kept_in_words() -> None:
    """It counts for nothing, covers nothing else, and can be read."""
    fitted, gone = fit(Case(signs_none={"child_says": ("disclosure", "a_sign_that_is_gone")}), PACKS)
    assert dict(fitted.signs_none) == {"child_says": ("disclosure",)}
    assert gone
    assert any("a_sign_that_is_gone" in words for words in fitted.earlier_answers)


def test_a_no_covers_no_sign_of_another_area_after_a_move() -> None:
    """What is national stays; the old area's own signs come back with the area, and the new area's are asked."""
    case = all_no("telford_wrekin")
    moved = move(case, "central_bedfordshire", {}, PACKS, lambda *_: "")
    asked = {sign.id for sign in read(moved.case, PACKS).unanswered_signs}
    assert asked == {sign.id for sign in PACKS.areas["central_bedfordshire"].signs}
    back = move(moved.case, "telford_wrekin", moved.aside, PACKS, lambda *_: "").case
    assert read(back, PACKS).unanswered_signs == ()


def test_somebody_who_is_harmed_too_is_never_simply_told() -> None:
    """Yes or not sure asks first how to speak with them alone; no and not asked change nothing."""
    for harmed, state in (("yes", "ask_first"), ("not_sure", "ask_first"), ("no", "tell"), (None, "tell")):
        case = Case(home_area="luton", danger="no", family=(MOTHER.but(harmed=harmed),),
                    source_of_harm=SourceOfHarm(kinds=("nobody",)))
        assert states(decided(case))["mother"] == state


@pytest.mark.parametrize("area_id", AREAS)
def test_harm_to_somebody_in_the_family_makes_nothing_calmer(area_id: str) -> None:
    """Beside every sign: not the outcome, and for nobody whether they are told. It names nobody as the cause."""
    strength = ("tell", "ask_first", "not_yet")
    for sign in (None, *PACKS.signs(area_id)):
        signs = {sign.id: SignAnswer(answer="yes")} if sign else {}
        case = Case(home_area=area_id, danger="no", signs=signs, family=(
            MOTHER, FamilyMember(key="father", relation="father")), source_of_harm=SourceOfHarm(members=("father",)))
        harmed = case.but(family=(MOTHER.but(harmed="yes"), case.family[1]))
        before, after = decided(case), decided(harmed)
        assert urgency(after.outcome) >= urgency(before.outcome)
        assert {person: strength.index(state) >= strength.index(states(before).get(person, "tell"))
                for person, state in states(after).items()} == dict.fromkeys(states(after), True)
        assert harmed.source_of_harm == case.source_of_harm
