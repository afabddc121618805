"""A No to the signs beside what amounts to one of them: asked again, never counted, and quiet once it was looked at."""
import pytest

from decision.assess import assess
from decision.case import Case, Finding, SignAnswer, WhereNow
from decision.known import answered, read
from decision.result import Decision, Gap
from decision.said_again import asked_beside, open_again, said_as_sign
from decision.sign_groups import NO
from decision.urgency import urgency
from guidance.models import Factor, Indicator, Sign
from guidance.words import key_of
from tests.decision.build import FRIDAY, PACKS

SAID_NO = "gap.said_no"
AREAS = ("", *PACKS.areas)


def none(area_id: str, **fields: object) -> Case:
    """Every sign is covered by the No to its group."""
    groups: dict[str, tuple[str, ...]] = {}
    for sign in PACKS.signs(area_id):
        groups[sign.group] = (*groups.get(sign.group, ()), sign.id)
    return Case.model_validate({"home_area": area_id, "danger": "no", "signs_none": groups, **fields})


def rows(area_id: str) -> tuple[Indicator | Factor, ...]:
    """Every statement and factor of a pack, circumstances and strengths too."""
    area = PACKS.areas[area_id]
    return (*area.indicators, *area.factors)


def pairs(area_id: str) -> list[tuple[Indicator | Factor, Sign]]:
    """The statements of a pack that stand beside the words of a sign, or have them."""
    return [(row, sign) for row in rows(area_id) for sign in PACKS.signs(area_id) if sign.says in (row.alike, row.says)]


def so(case: Case, row: Indicator | Factor) -> Case:
    """With this statement ticked."""
    return case.but(findings=(Finding(id=row.id),))


def asked_again(decision: Decision) -> list[Gap]:
    """The lines that say what does not fit."""
    return [gap for gap in decision.gaps if key_of(gap.says) == SAID_NO]


def test_there_are_such_statements() -> None:
    """The tests below are about something, worries and warning signs."""
    found = [row for area_id in PACKS.areas for row, _ in pairs(area_id)]
    assert len(found) > 10
    assert {type(row) for row in found} == {Indicator, Factor}
    assert any(sign.place_now for sign in PACKS.signs(""))


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_a_statement_opens_the_sign_that_it_amounts_to_and_no_other(area_id: str) -> None:
    """Of every statement of the pack: the No holds for all signs but those whose words it has."""
    amounts: dict[str, set[str]] = {}
    for row, sign in pairs(area_id):
        amounts.setdefault(row.id, set()).add(sign.id)
    for row in rows(area_id):
        known = read(so(none(area_id), row), PACKS)
        assert {sign.id for sign in known.no_answer} == amounts.get(row.id, set()), row.id


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_it_is_said_in_one_line_until_the_sign_is_answered_and_nothing_is_calmer(area_id: str) -> None:
    """The result is that of a sign which nobody has answered, and no calmer than the one beside a No that holds."""
    for row, sign in pairs(area_id):
        case = so(none(area_id), row)
        groups = {group: tuple(id_ for id_ in ids if id_ != sign.id) for group, ids in case.signs_none.items()}
        beside, open_, looked_at = (assess(one, PACKS, FRIDAY) for one in (
            case, case.but(signs_none=groups), case.but(signs={sign.id: NO})))
        (gap,) = asked_again(beside)
        assert (gap.kind, gap.id, gap.step) == ("ask_now", sign.id, "signs")
        assert row.says in gap.says
        assert not [one for one in beside.gaps if one.step == "signs" and one != gap], row.id
        assert (beside.outcome, beside.first_call, beside.routes) == (open_.outcome, open_.first_call, open_.routes)
        assert urgency(beside.outcome) >= max(urgency(looked_at.outcome), urgency("consult_today"))
        assert beside.before_telling
        assert not asked_again(looked_at)
        assert not asked_again(open_)
        yes = assess(case.but(signs={sign.id: SignAnswer(answer="yes")}), PACKS, FRIDAY)
        assert not asked_again(yes)
        assert urgency(yes.outcome) >= urgency(beside.outcome)


@pytest.mark.parametrize("area_id", AREAS)
def test_so_it_is_with_the_answer_about_where_the_child_is(area_id: str) -> None:
    """A child who is missing counts as that, whatever was answered; the No is looked at again."""
    for sign in PACKS.signs(area_id):
        if sign.place_now:
            case = none(area_id, where_now=WhereNow(place=sign.place_now))
            (gap,) = asked_again(found := assess(case, PACKS, FRIDAY))
            assert (gap.kind, gap.id) == ("check_again", sign.id)
            assert urgency(found.outcome) >= urgency(sign.outcome)
            after = assess(case.but(signs={sign.id: NO}), PACKS, FRIDAY)
            assert not asked_again(after)
            assert after.outcome == found.outcome


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_a_no_to_the_sign_itself_is_asked_again_once_a_statement_says_more(area_id: str) -> None:
    """It was given before; one that was given beside the statement stands, and so does one with words of its own."""
    area, signs = PACKS.areas[area_id], PACKS.signs(area_id)

    def amounts(case: Case) -> dict[str, str]:
        return said_as_sign(signs, case, area, answered(case))

    for row, sign in pairs(area_id):
        before = none(area_id, signs={sign.id: NO})
        after = so(before, row)
        again = open_again(amounts(before), amounts(after), signs, after)
        assert [gap.id for gap in asked_again(assess(again, PACKS, FRIDAY))] == [sign.id]
        assert open_again(amounts(after), amounts(after), signs, after) == after
        written = after.but(signs={sign.id: NO.but(note="Asked the nurse.")})
        assert open_again(amounts(before), amounts(written), signs, written) == written


def test_a_statement_that_is_taken_back_lets_the_no_hold_again() -> None:
    """Nothing was lost meanwhile."""
    (row, _), *_ = pairs("luton")
    assert not read(so(none("luton"), row).but(findings=()), PACKS).no_answer
    assert not read(none("luton", answers={row.id: "no"}), PACKS).no_answer


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_a_sign_denied_in_a_list_is_found_beside_every_statement_that_asks_about_it(area_id: str) -> None:
    """Of every pack: so, in doubt, or one of a set; not where it was answered by itself, and no outcome is another."""
    signs, area = PACKS.signs(area_id), PACKS.areas[area_id]
    for row in rows(area_id):
        case = so(none(area_id), row)
        cases = (case, none(area_id, answers={row.id: "not_sure"}),
                 none(area_id, answers={row.id: "not_sure"}, one_of=((row.id, row.id),)))
        for one in cases:
            found = asked_beside(signs, one, area, answered(one))
            assert found.get(row.ask_first) == (row.says if row.ask_first else None), row.id
        alone = case.but(signs={sign.id: NO for sign in signs})
        assert not asked_beside(signs, alone, area, answered(alone))
        said_no = none(area_id, answers={row.id: "no"})
        assert not asked_beside(signs, said_no, area, answered(said_no))
