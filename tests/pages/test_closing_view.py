"""Parts 7 to 9 of the result: the user's view, gaps, documents."""
from decision.case import Case
from decision.result import Gap
from pages.parts.result.closing_view import documents, gaps, own_view
from tests.pages.sample import BLANK, FULL, PACKS
from tests.pages.screen import part, source, words


def test_the_users_reason_is_shown_letter_for_letter() -> None:
    """What the user typed is neither changed nor acted on."""
    typed = "<b>Bold</b> *stars* :smile: $x$"
    screen = part(own_view, Case(own_view_reason=typed), FULL)
    assert [element.value for element in screen.text] == [typed]
    assert typed not in source(screen)


def test_the_user_is_free_to_act_higher() -> None:
    """The page never narrows what a worried person may do."""
    seen = words(part(own_view, Case(), FULL))
    assert "free to act sooner or higher" in seen
    assert "you may ring yourself" in seen


def test_gaps_stand_under_what_kind_they_are() -> None:
    """A suspect number and a silent document are different things; open questions stand elsewhere."""
    seen = words(part(gaps, FULL, PACKS))
    assert seen.index("Numbers that look misprinted") < seen.index("What the document does not say")
    assert "Who lives in the home" not in seen


def test_no_gap_is_lost_in_a_long_list() -> None:
    """Beyond the first few they are folded, not dropped."""
    many = tuple(Gap(kind="silent", says=f"Gap {n}") for n in range(6))
    shown = source(part(gaps, BLANK.model_copy(update={"gaps": many}), PACKS))
    assert "4 more" in shown
    assert all(f"Gap {n}" in shown for n in range(6))


def test_a_document_names_the_areas_form_and_what_goes_with_it() -> None:
    """The reader knows which local form it stands for and what to attach."""
    seen = words(part(documents, FULL))
    assert "Referral : Send it after the call. How to send it: Hub form" in seen
    assert "A chronology" in seen
