"""Signs that an answer asks about and nobody has answered: found, and the lint looks at each row beside one."""
import pytest

from decision.assess import assess
from decision.case import Case, Child, Finding, SignAnswer
from decision.known import read
from decision.lint import lint
from decision.open_signs import SIGHT_FACTS, asked_first, changes_said
from decision.urgency import urgency
from guidance.models import Factor, Indicator, Sign
from tests.decision.altered import with_area
from tests.decision.build import AREA, CBC, FRIDAY, PACKS, known

ROW = next(row for row in AREA.indicators if row.ask_first)


def test_a_row_asks_about_its_sign_until_it_is_answered() -> None:
    """Ticked and unanswered it is open; answered, or not ticked, it is not."""
    answered = known(ticked=(ROW.id,))
    assert asked_first(answered) == ()
    signs = {id_: answer for id_, answer in answered.case.signs.items() if id_ != ROW.ask_first}
    left = read(answered.case.model_copy(update={"signs": signs}), PACKS)
    assert [sign.id for sign in asked_first(left)] == [ROW.ask_first]


@pytest.mark.parametrize("fact", SIGHT_FACTS)
@pytest.mark.parametrize(("answer", "said"), [("yes", True), ("not_sure", True), ("no", False), (None, False)])
def test_a_change_that_is_so_or_may_be_is_said(fact: str, answer: str | None, said: bool) -> None:
    """Not sure counts, no and not asked do not."""
    assert (fact in changes_said(known(sight={fact: answer}))) is said


def test_a_suspect_told_beside_an_unanswered_sign_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the engine made blind to signs that nobody has answered, the lint names the rows that would tell.

    Of the area only a few rows that ask about a sign are looked at: the others have no part in it, and pairs take
    their time; test_lint_shipped.py looks at them all.
    """
    asking = tuple(row for row in AREA.indicators if row.ask_first)
    packs = with_area(PACKS, CBC, indicators=asking[:12], factors=())
    assert not any(flaw.kind == "suspect_told" for flaw in lint(packs, CBC))
    monkeypatch.setattr("decision.harm.asked_first", lambda known: ())
    assert any(flaw.kind == "suspect_told" for flaw in lint(packs, CBC))


def asking_of_an_age(area_id: str) -> list[tuple[Indicator | Factor, Sign]]:
    """The statements of a pack that ask about a sign whose words name the ages between which it can be so."""
    area, signs = PACKS.areas[area_id], {sign.id: sign for sign in PACKS.signs(area_id)}
    asking = ((row, signs[row.ask_first]) for row in (*area.indicators, *area.factors) if row.ask_first)
    return [(row, sign) for row, sign in asking if sign.from_months is not None and sign.under_months is not None]


def test_some_statements_ask_about_a_sign_of_an_age() -> None:
    """The test below is about something."""
    assert any(asking_of_an_age(area_id) for area_id in PACKS.areas)


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_words_that_name_an_age_are_not_asked_of_a_child_of_another_and_nothing_is_calmer(area_id: str) -> None:
    """Of every statement that asks about such a sign; an age not known, or one that fits, hides nothing."""
    for row, sign in asking_of_an_age(area_id):
        said = {one.id: SignAnswer(answer="no") for one in PACKS.signs(area_id) if one.id != sign.id}
        case = Case(home_area=area_id, danger="no", findings=(Finding(id=row.id),), signs=said)
        younger, fits = Child(label="A", age_years=15), Child(label="B", age_years=16)
        alone = case.but(children=(younger,))
        assert sign not in asked_first(read(alone, PACKS)), row.id
        assert urgency(assess(alone, PACKS, FRIDAY).outcome) >= urgency("consult_today"), row.id
        for children in ((), (fits,), (younger, fits), (younger, Child(label="B")),
                         (younger, Child(label="B", not_born=True))):
            assert sign in asked_first(read(case.but(children=children), PACKS)), row.id
