"""Every answer can be changed; what is open is offered again; the result is one press away."""
import html

import pytest

from decision.case import Case, Child, FamilyMember, Finding, SignAnswer
from guidance.packs import Packs
from pages.parts.visit import clock
from pages.parts.visit.draft import Progress
from pages.parts.wizard.sign_groups import groups, out_of_age
from tests.pages.asking import EVERYTHING, GROWN, HOME, open_step, press, title, words
from tests.pages.screen import source
from tests.steps import STEPS

pytestmark = pytest.mark.usefixtures("packs")
HOSTILE = "<b>bold</b> :smile: $x$ **stars** [link](http://x.example)"
FULL = HOME.model_copy(update={
    "danger": "no", "children": (Child(label="A", age_years=7),),
    "signs": {"disclosure": SignAnswer(answer="yes", note=HOSTILE)},
    "findings": (Finding(id="TST-3-CHILD-01", about=("A",), basis="seen", note="Cold hands"),),
    "asked": ("neglect",), "own_view": "early_help", "family": (FamilyMember(key="carer_1", relation=HOSTILE),),
})
TOPICS = EVERYTHING.model_copy(update={"topics": ("neglect", "injury")})


def test_each_answer_leads_to_the_page_where_it_can_be_changed() -> None:
    """Safety, the child, the sign, the statement and the view each have a link to their own page."""
    shown = source(open_step("answers", FULL, TOPICS))
    for address in ("?step=safety", "?step=children", "?step=signs&amp;n=4", "?step=know&amp;n=2", "?step=view"):
        assert f'href="{address}&amp;from=answers"' in shown


def test_what_is_answered_in_the_row_of_a_group_is_changed_there(packs: Packs) -> None:
    """A No, a Yes without a statement and a doubt, of a whole group or of one sign in it, lead to their own row."""
    rows = groups(HOME, packs)
    case = HOME.but(
        signs_none={rows[0].id: tuple(sign.id for sign in rows[0].signs)}, signs_some=(rows[1].id,),
        signs={rows[2].signs[0].id: SignAnswer(answer="not_sure", why="could_not_find_out")})
    shown = source(open_step("answers", case, TOPICS))
    for row in rows[:3]:
        assert f'href="?step=signs&amp;from=answers&amp;at={row.field}"' in shown


def test_every_step_is_offered_on_a_blank_case() -> None:
    """Nothing answered: every step but the statements has its own link, the user's own view included."""
    shown = source(open_step("answers", Case()))
    assert [step for step in STEPS if step not in ("know", "answers") and f'href="?step={step}"' not in shown] == []


def test_groups_that_nobody_answered_are_open_beside_a_tick(packs: Packs) -> None:
    """One sign that is so says nothing of the others: each group without an answer is named under "Still open"."""
    asked = groups(FULL, packs)
    left = [group.name for group in asked if "disclosure" not in {sign.id for sign in group.signs}]
    open_ = source(open_step("answers", FULL, TOPICS)).partition("Still open")[2].partition("</ul>")[0]
    assert left
    assert [name for name in left if html.escape(name) not in open_] == []


def test_a_group_that_is_folded_away_is_not_open(packs: Packs) -> None:
    """Of a child who is not born nobody is asked what it said, so nothing of that is still to be answered."""
    case = FULL.but(children=(Child(label="A", not_born=True),), family=(GROWN,))
    away = [group.name for group in groups(case, packs) if out_of_age(group, case, clock.now().date())]
    shown = source(open_step("answers", case, TOPICS))
    assert away
    assert "Still open" in shown
    assert [name for name in away if html.escape(name) in shown.partition("Still open")[2].partition("</ul>")[0]] == []


def test_a_topic_never_opened_is_offered_again() -> None:
    """Of two chosen topics the one that was skipped is still open."""
    shown = words(open_step("answers", FULL, TOPICS))
    assert "What you know: Injury" in shown
    assert "What you know: Neglect" not in shown


def test_what_was_typed_is_shown_letter_for_letter() -> None:
    """No markup that somebody typed is read as such."""
    screen = open_step("answers", FULL, TOPICS)
    assert HOSTILE in words(screen)
    assert "<b>bold" not in source(screen)


def test_the_result_is_one_press_away() -> None:
    """Even with everything open."""
    assert title(press(open_step("answers", Case(), Progress(seen=EVERYTHING.seen)), "See the result")) == "Result"
