"""Topics of another age are folded and named; a doubt about the age folds nothing, and nothing is lost."""
from datetime import date
from typing import Any

import pytest

from decision.case import Case, Child
from guidance.load import load_packs
from pages.parts.visit import knowledge
from pages.parts.wizard.fitting import not_asked, out_of_age
from tests.pages.asking import EVERYTHING, fill, has_field, open_step, press, progress_of, words

PACKS = load_packs()
TODAY = date(2026, 11, 27)
BABY, TODDLER = Child(label="A", age_months=3), Child(label="A", age_years=2)
TEENAGER, UNKNOWN = Child(label="B", age_years=15), Child(label="B")


def away(area: str, *children: Child, chosen: tuple[str, ...] = ()) -> frozenset[str]:
    """The topics that are not offered for these children."""
    return out_of_age(Case(home_area=area, reference="TEST", children=children), chosen, PACKS, TODAY)


@pytest.mark.parametrize("area", ["central_bedfordshire", "luton", "north_lincolnshire"])
def test_a_baby_is_not_asked_about_drinking_and_crime(area: str) -> None:
    """The child's own drinking, trouble with the law and caring for others; a parent's drinking stays."""
    assert {"substance_use", "offending", "young_carer"} <= away(area, BABY)


@pytest.mark.parametrize("area", PACKS.areas)
def test_what_others_do_to_a_child_is_of_every_age(area: str) -> None:
    """Harm by others, care, health and home are offered for a baby, and for one who is not born yet."""
    for child in (BABY, TODDLER, Child(label="A", not_born=True)):
        assert not away(area, child) & {
            "injury", "neglect", "domestic_abuse", "sexual_harm", "emotional_harm", "parent_substance", "housing_money",
            "parent_mental_health", "health", "exploitation", "fgm", "forced_marriage", "faith_abuse", "care", "unborn",
            "family_offending", "staff_allegation", "overall", "parenting", "disability"}


@pytest.mark.parametrize("area", PACKS.areas)
def test_an_age_that_is_not_known_and_another_child_fold_nothing(area: str) -> None:
    """One child of the age is enough, and so is one whose age nobody said; so is a topic that is chosen."""
    assert away(area) == away(area, UNKNOWN) == away(area, BABY, UNKNOWN) == away(area, TEENAGER) == frozenset()
    assert "substance_use" not in away(area, BABY, chosen=("substance_use",))


def test_the_topics_are_named_in_the_fold_and_can_be_ticked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never silently: the line names them with the reason, and a tick there chooses the topic as any other does."""
    monkeypatch.setattr(knowledge, "packs", lambda: PACKS)
    screen = open_step("topics", Case(home_area="luton", reference="TEST", children=(BABY,)), EVERYTHING)
    line = next(fold.label for fold in screen.expander if "about another age" in fold.label)
    assert "a worry that none of these names; not sure where to start. Not asked at this age: " in line
    assert "About another age" in words(screen)
    assert "The child's own drinking, drugs or vaping" in line
    assert "does not fit the age you gave" in words(screen)
    assert has_field(screen, "topic-substance_use")
    assert progress_of(press(fill(screen, topic__substance_use=True), "Continue")).topics == ("substance_use",)


@pytest.mark.parametrize(("ages", "reason"), [
    (({"age_years": 17},), "Not asked at this age: "),
    (({"age_years": 17}, {"age_years": 16}), "Not asked at these ages: "),
    (({"not_born": True},), "Not asked of a child who is not born: "),
    (({"not_born": True}, {"age_years": 17}), "Not asked at these ages: "),
])
def test_what_is_folded_away_says_first_why(ages: tuple[dict[str, Any], ...], reason: str) -> None:
    """The line of groups, statements and topics: without opening it one knows that they are not asked, and of whom."""
    children = tuple(Child(label="AB"[place], **age) for place, age in enumerate(ages))
    case = Case(children=children)
    assert not_asked(("Bullying", "Friends"), case, TODAY) == f"{reason}Bullying; Friends"
