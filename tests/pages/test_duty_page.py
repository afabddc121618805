"""One special circumstance from end to end: gaps, law that has changed, telling the family."""
import pytest

from guidance.packs import Packs
from guidance.vocabulary import ROLE_PROPERTIES
from guidance.words import say
from pages.parts.reading import duty_page
from tests.pages.screen import part, words


@pytest.mark.parametrize("id_", ROLE_PROPERTIES)
def test_every_property_of_roles_has_words(id_: str) -> None:
    """A step for a property never shows the property's id."""
    assert say(f"duty.role.{id_}")


def test_a_gap_of_the_area_stands_with_the_duty_it_matters_for(packs: Packs) -> None:
    """What the document does not say is shown where somebody would look for it."""
    area = packs.areas["testshire"]
    gap = area.gaps[0].model_copy(update={"duties": ("missing",)})
    own = area.model_copy(update={"gaps": (gap,)})
    assert gap.says in words(part(duty_page.duty_page, packs.duties("testshire", "missing"), own, packs))


def test_law_that_names_the_duty_is_shown_with_its_state(packs: Packs) -> None:
    """Somebody who reads an older document sees what has changed since, and whether it is in force."""
    law = packs.national.law[0].model_copy(update={"duties": ("missing",), "status": "not_in_force"})
    newer = packs.model_copy(update={"national": packs.national.model_copy(update={"law": (law,)})})
    seen = words(part(duty_page.duty_page, packs.duties("testshire", "missing"), None, newer))
    assert law.says in seen
    assert "Not in force." in seen


def test_the_rule_on_telling_the_family_stands_there(packs: Packs) -> None:
    """Where nobody is told yet, the page about the duty says so and until when."""
    (duty, *_) = packs.duties("testshire", "missing")
    told = duty.model_copy(update={"telling": "sexual_abuse"})
    seen = words(part(duty_page.duty_page, (told,), packs.areas["testshire"], packs))
    assert "In Testshire nobody is told before the front door has advised." in seen
    assert "Until when: the front door" in seen
