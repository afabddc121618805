"""What is not known and bears on the case, the user's view, and the documents."""
import html

from decision.case import Case
from decision.result import Decision, Gap
from guidance.words import say
from pages.parts.display.markup import Markup
from pages.parts.result.bearing import listed_here
from pages.parts.result.closing_view import documents, own_view, unknown
from tests.pages.sample import BLANK, FULL, PACKS
from tests.pages.screen import read


def left_open(decision: Decision) -> Markup:
    """The fold of what is not known, where no topic is chosen."""
    return unknown(decision, PACKS, (), listed_here(decision, PACKS))


def test_the_users_reason_is_shown_letter_for_letter() -> None:
    """What the user typed is neither changed nor acted on."""
    typed = "<b>Bold</b> *stars* :smile: $x$"
    shown = str(own_view(Case(own_view_reason=typed), FULL, PACKS))
    assert html.escape(typed) in shown
    assert typed not in shown


def test_the_user_is_free_to_act_higher() -> None:
    """The page never narrows what a worried person may do."""
    seen = read(own_view(Case(), FULL, PACKS))
    assert "free to act sooner or higher" in seen
    assert "you may ring yourself" in seen


def test_gaps_stand_under_what_kind_they_are() -> None:
    """Open answers first; a suspect number and a silent document are different things."""
    seen = read(left_open(FULL))
    places = [seen.index(words) for words in (
        "Who lives in the home", "Numbers that look misprinted", "What the document does not say")]
    assert places == sorted(places)


def test_no_gap_is_lost_in_a_long_list() -> None:
    """Beyond the first few they are folded, not dropped."""
    many = tuple(Gap(kind="silent", says=f"Gap {n}") for n in range(6))
    shown = str(left_open(BLANK.model_copy(update={"gaps": many})))
    assert "4 more" in shown
    assert all(f"Gap {n}" in shown for n in range(6))


def test_open_questions_are_listed_once_and_are_no_no() -> None:
    """The same open question is not read out twice, and the page says that none was taken as a no."""
    gap = Gap(kind="unanswered", says="Not answered: your role.")
    seen = read(left_open(BLANK.model_copy(update={"gaps": (gap, gap)})))
    assert seen.count("your role") == 1
    assert "taken any of these as a “no”" in seen


def test_what_is_only_about_the_document_leads_to_its_page() -> None:
    """The link names the area, so that the page opens on it."""
    assert 'href="sources?area=fairshire"' in left_open(FULL)
    assert left_open(FULL).count(say("result.unknown.more")) == 1


def test_a_document_names_the_areas_form_and_what_goes_with_it() -> None:
    """Whoever reads it on paper knows which local form it stands for and what to attach; no link is printed."""
    seen = read(documents(FULL))
    assert "Referral : Send it after the call. How to send it: Hub form" in seen
    assert "A chronology" in seen
    assert "<a " not in documents(FULL)


def test_what_is_no_answer_is_not_spoken_of_as_one() -> None:
    """Above gaps of the document alone nothing says that they were not taken as a "no"."""
    gaps = (Gap(kind="silent", says="A gap"),)
    no_no = say("result.unknown.no_no")
    assert no_no not in read(left_open(FULL.model_copy(update={"gaps": gaps})))
    assert no_no in read(left_open(FULL))
