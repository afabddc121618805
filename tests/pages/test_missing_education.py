"""The page on missing education: safety first, reasons as ticks, who is told today, no dates for school days."""
import re

import pytest

from decision.case import Case, Child, Finding
from exports.details import LogEntry
from guidance.packs import Packs
from guidance.words import say
from tests.pages.asking import case_of, fill, press, title
from tests.pages.opening import details_of, open_page
from tests.pages.screen import source, words
from tests.pages.tool_packs import tool_packs

__all__ = ["tool_packs"]
HOME = Case(home_area="testshire", reference="TEST", children=(Child(label="A", age_years=14),))
TICKED = HOME.model_copy(update={"findings": (Finding(id="E-1", about=("A",)),)})
SAVE = "Save, and show who must be told"


def test_a_worry_for_safety_comes_before_everything(tool_packs: Packs) -> None:
    """The number and the rule that safety never waits stand before definition, days and register."""
    seen = words(open_page("missing_education", HOME))
    assert seen.index("It never waits for school days") < seen.index("On no roll and not taught otherwise.")
    assert "tel:" in source(open_page("missing_education", HOME)).split("On no roll")[0]


def test_reasons_become_findings_and_circumstances_stand_apart(tool_packs: Packs) -> None:
    """A reason and a circumstance are both kept; only the circumstance is under a heading that says it is no worry."""
    screen = open_page("missing_education", HOME)
    assert "Also so? This is not a worry" in [one.value for one in screen.header]
    fill(screen, row__E__1=True, basis__E__1="told", note__E__1="Since Monday", row__E__2=True)
    found = {item.id: item for item in case_of(press(screen, SAVE)).findings}
    assert found["E-1"] == Finding(id="E-1", about=("A",), basis="told", note="Since Monday")
    assert set(found) == {"E-1", "E-2"}


def test_the_duty_that_a_reason_brings_is_shown_with_its_steps(tool_packs: Packs) -> None:
    """Before a reason is ticked the steps are general; afterwards they are those of this child, with the reason."""
    assert "Until then, in general:" in words(open_page("missing_education", HOME))
    seen = words(open_page("missing_education", TICKED))
    assert "Because: The child has stopped coming." in seen
    assert "Until then, in general:" not in seen


def test_who_is_told_today_depends_on_the_plan_and_not_known_counts_as_one(tool_packs: Packs) -> None:
    """The statuses are shown with a way to answer them, and the area's steps for a plan stand there."""
    screen = open_page("missing_education", TICKED)
    seen = words(screen)
    assert "Child A: not answered" in seen
    assert "Tell the coordinator today." in seen
    assert "Say what is known of the child’s plans" in [link.proto.label for link in screen.get("page_link")]


def test_school_days_are_rules_and_never_dates(tool_packs: Packs) -> None:
    """Each rule stands in words with its amount; the page says why there is no date; the earlier of two counts."""
    seen = words(open_page("missing_education", TICKED))
    assert "School days: your term dates are not known" in seen
    part = seen[seen.index("School days: your term dates"):]
    assert "10 school days:" in part
    assert "5 school days:" in part
    assert "Of two times the earlier one counts." in part
    assert not re.search(r"(?i)\b\d+ (november|december) 20\d\d", part.split("Write down each step")[0])


def test_a_contradiction_is_shown(tool_packs: Packs) -> None:
    """What the document says in two ways is said to be a contradiction."""
    assert "The document contradicts itself: Five days here and ten there." in words(
        open_page("missing_education", HOME))


def test_no_date_is_worked_out_for_the_register(tool_packs: Packs) -> None:
    """The page gives the area's steps and the law's ground, and asks the authority: 20 days are no permission."""
    seen = words(open_page("missing_education", TICKED))
    part = seen[seen.index("No date is worked out."):]
    for said in ("Ask the authority first.", "Name the ground in law.", "never by itself takes a name off"):
        assert said in part
    by_when = seen[seen.index("School days: your term dates"):seen.index("Write down each step")]
    assert "takes a name off" not in by_when


def test_an_enquiry_is_added_to_the_log(tool_packs: Packs) -> None:
    """Date, half of the day, what, who and outcome are kept; the fields are empty again; nothing else is lost."""
    screen = open_page("missing_education", TICKED)
    fill(screen, log__new__on__day="16", log__new__on__month="11", log__new__on__year="2026", log__new__half="am",
         log__new__what="Home visit", log__new__who="Officer", log__new__result="Nobody there")
    screen = press(screen, "Add this to the log")
    (entry,) = details_of(screen).log
    assert (str(entry.on), entry.half, entry.what, entry.who, entry.result) == (
        "2026-11-16", "am", "Home visit", "Officer", "Nobody there")
    assert "16 November 2026, morning: Home visit; Officer; Nobody there" in words(screen)
    assert case_of(screen).findings == TICKED.findings
    assert details_of(press(screen, "Add this to the log")).log == (entry,)


def test_a_wrong_date_is_said_and_nothing_is_added(tool_packs: Packs) -> None:
    """The 31st of February is refused with words."""
    screen = open_page("missing_education", HOME)
    fill(screen, log__new__on__day="31", log__new__on__month="2", log__new__on__year="2026")
    screen = press(screen, "Add this to the log")
    assert "There is a problem" in words(screen)
    assert "Nothing has been written down yet." in words(screen)


HIDDEN = HOME.model_copy(update={"findings": (Finding(id="E-1", about=("A",)), Finding(id="E-3", about=("A",)))})
LOOKING = ("Visit the home.", "Ask housing.", "Ask the neighbours.", "Begin to enquire.", "Vary the times of day.")


def test_what_an_own_duty_about_education_asks_is_ticked_here_too(tool_packs: Packs) -> None:
    """A family that hides is a statement of this page, though it is no reason for missing education by itself."""
    screen = open_page("missing_education", HOME)
    fill(screen, row__E__3=True, basis__E__3="told")
    screen = press(screen, SAVE)
    assert [item.id for item in case_of(screen).findings] == ["E-3"]
    assert "Ask who needs to know." in words(screen)


def test_by_when_holds_the_times_of_every_duty_of_the_page_at_once_first(tool_packs: Packs) -> None:
    """Who is told at once stands before the days, and is not left out because another duty asks for it."""
    seen = words(open_page("missing_education", TICKED))
    part = seen[seen.index("School days: your term dates"):]
    assert part.index("at once: Tell the coordinator.") < part.index("10 school days:")


def test_nobody_is_sent_to_look_for_a_family_that_hides(tool_packs: Packs) -> None:
    """No step, time, process or hint of the page has anybody visit, ask or enquire; what else is to be done stays."""
    seen = words(open_page("missing_education", TICKED))
    assert all(said in seen for said in LOOKING)
    hidden = words(open_page("missing_education", HIDDEN))
    assert [said for said in LOOKING if said in hidden] == []
    for said in ("This family is hiding, or may be.", "Do not search.", "Tell the education team.", "Refer the child.",
                 "Nobody looks for a family that hides"):
        assert said in hidden


def test_not_sure_that_a_family_hides_is_taken_as_if_it_did(tool_packs: Packs) -> None:
    """Until it is known nobody looks, and what not to do stands there."""
    seen = words(open_page("missing_education", TICKED.model_copy(update={"answers": {"E-3": "not_sure"}})))
    assert [said for said in LOOKING if said in seen] == []
    assert "Do not search." in seen


def test_nobody_is_asked_to_write_a_secret_address(tool_packs: Packs) -> None:
    """The page and the log say that such an address is told by telephone, and no field asks for one."""
    screen = open_page("missing_education", TICKED)
    assert "Write no address that must stay secret" in words(screen)
    assert not [field.label for field in (*screen.text_input, *screen.text_area) if field.label.startswith("Address")]
    assert "address" not in LogEntry.model_fields


@pytest.mark.parametrize("case", [Case(), HOME, Case(home_area="elsewhere")])
def test_without_rules_of_its_own_the_page_says_so(packs: Packs, case: Case) -> None:
    """An area whose pack is silent, and no area at all, show what holds everywhere and nothing borrowed."""
    screen = open_page("missing_education", case)
    assert title(screen) == "Missing from education"
    assert "says nothing of its own" in words(screen)
    assert "Tell the coordinator today." not in words(screen)


def test_the_referral_is_one_press_away(tool_packs: Packs) -> None:
    """The button leads to the documents with the referral chosen."""
    screen = press(open_page("missing_education", TICKED), "Make the missing education referral")
    assert title(screen) == "Missing education referral"


def test_one_button_is_filled_and_every_part_is_a_line(tool_packs: Packs) -> None:
    """The referral stands out alone; what is ticked and written down is said in the line of its fold."""
    screen = open_page("missing_education", TICKED)
    filled = [one.label for one in screen.button if one.proto.type == "primary"]
    assert filled == ["Make the missing education referral"]
    folds = [fold.label for fold in screen.expander]
    assert any("1 ticked" in label for label in folds)
    assert any(say("education.log.first") in label for label in folds)
    assert not any(fold.proto.expanded for fold in screen.expander)
    none = [fold.label for fold in open_page("missing_education", HOME).expander]
    assert any(say("education.none_ticked") in label for label in none)


def test_what_is_wrong_opens_its_fold(tool_packs: Packs) -> None:
    """A field that has to be put right is never behind a closed line."""
    screen = open_page("missing_education", HOME)
    fill(screen, log__new__on__day="31", log__new__on__month="2", log__new__on__year="2026")
    screen = press(screen, "Add this to the log")
    assert any(fold.proto.expanded for fold in screen.expander if say("education.log.first") in fold.label)
