"""Part 5 of the result: the duties that hold whatever the level."""
from pages.parts.result.duties_view import duties
from tests.pages.sample import BLANK, FULL, PACKS
from tests.pages.screen import read


def test_a_duty_shows_everything_that_the_decision_says_of_it() -> None:
    """Why, what to do, what not to do, by when, with what, whom to ring, and what is not known."""
    seen = read(duties(FULL, PACKS))
    for said in ("Missing child (child A)", "Because: the child is missing", "Ring the police. (now)",
                 "Do not wait.", "Tool: Checklist", "Who may use it: Anyone.", "Take care: The child may be in danger.",
                 "Not known, so taken as if it were so: age", "Gap: No form is named.", "Ring: at once"):
        assert said in seen, said


def test_a_contact_is_a_link_and_its_suspect_number_is_not() -> None:
    """The number to dial can be dialled, the misprinted one cannot."""
    shown = str(duties(FULL, PACKS))
    assert shown.count("tel:") == 1
    assert "Do not ring 01632 96000111: a misprint." in shown


def test_a_leading_duty_comes_first() -> None:
    """What leads the result leads the list."""
    second = FULL.duties[0].model_copy(update={"id": "allegation", "name": "Allegation", "leads": True})
    seen = read(duties(FULL.model_copy(update={"duties": (*FULL.duties, second)}), PACKS))
    assert seen.index("Allegation") < seen.index("Missing child")


def test_no_duty_is_no_all_clear() -> None:
    """Without a duty the page says so and asks to come back."""
    assert "come back to this page" in read(duties(BLANK, PACKS))
