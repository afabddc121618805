"""Who knows already, whose answer that can be, and an answer that clears nobody."""
import pytest

from tests.decision.build import yes
from tests.decision.test_telling import BOTH, entries, entry


def test_somebody_who_knows_already_is_marked_and_no_state_is_lifted() -> None:
    """That they know is an answer, and changes nothing of what they are told next."""
    for known_already in ("yes", "no", None):
        family = [{**BOTH[0], "told": known_already}, BOTH[1]]
        found = {item.person: item for item in entries(
            family=family, young_person={"told": known_already}, signs=yes("domestic_abuse_serious"),
            source_of_harm={"kinds": ["not_known"]})}
        assert found["mother"].state == "ask_first"
        assert found["mother"].knows == found["young_person"].knows == (known_already == "yes")
        assert not found["father"].knows


@pytest.mark.parametrize(("ages", "whose"), [
    ((14, 8, 2), "child A"), ((14, 15), "you have not said which"), ((3, 4), "you have not said which")])
def test_of_several_children_it_is_said_whose_answer_it_can_be(ages: tuple[int, ...], whose: str) -> None:
    """One answer is held for all children: it names the one whose it can be, or says that this is not known."""
    children = [{"label": label, "age_years": age} for label, age in zip("ABC", ages, strict=False)]
    found = entry("young_person", children=children, young_person={"told": "yes"})
    assert not found.knows
    assert "Knows already, from what you answered: " in found.how
    assert whose in found.how


@pytest.mark.parametrize("answer", ["yes", "not_sure"])
def test_an_answer_that_nobody_caused_it_is_named_where_it_clears_nobody(answer: str) -> None:
    """Beside what happens at home the caution stays, and says that it does so in spite of that answer."""
    sign = {"severe_neglect": {"answer": answer}}
    found = {item.person: item for item in entries(signs=sign, source_of_harm={"kinds": ["nobody"]})}
    assert found["mother"].state == found["father"].state == "ask_first"
    assert found["mother"].why.startswith("You said that nobody caused this.")
    assert "after all" in found["suspected"].name
    assert found["suspected"].state != "tell"
    unsaid = {item.person: item for item in entries(signs=sign, source_of_harm={"kinds": ["not_known"]})}
    assert "nobody caused" not in unsaid["mother"].why
