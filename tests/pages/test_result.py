"""The result page: both answers, then a fold each, for every outcome, with the made-up packs and the real engine."""
import re

import pytest

from decision.case import Case, Child, FamilyMember, Finding, Practitioner, SignAnswer, SourceOfHarm, WhereNow
from guidance.packs import Packs
from pages.parts.visit.clock import TEST_TIME
from tests.pages.opening import open_page
from tests.pages.screen import picture, source, words

FOLDS = ["say", "why", "told", "duties", "when", "unknown", "view", "papers"]
NEVER = re.compile(r"low risk|no risk|does not meet|threshold met|\d\s?%|score", re.IGNORECASE)
PARENTS = (FamilyMember(key="mother", relation="Mother", responsibility="yes"),
           FamilyMember(key="father", relation="Father"))
HOME = Case(home_area="testshire", reference="TEST", danger="no", practitioner=Practitioner(role="teacher"),
            children=(Child(label="A", age_years=7),), where_now=WhereNow(place="school_or_nursery"), family=PARENTS)
NO_SIGN = {id_: SignAnswer(answer="no") for id_ in (
    "disclosure", "non_mobile_injury", "sexual_abuse", "suicide_or_self_harm", "missing_now", "allegation_adult",
    "tst_quarry")}
NOT_FOUND_OUT = SignAnswer(answer="not_sure", why="could_not_find_out")
TOPICS = ("overall", "injury", "neglect", "parenting", "housing_money", "missing")


def having(*ids: str, **more: object) -> Case:
    """Everything asked and no sign, with these findings about child A."""
    findings = tuple(Finding(id=id_, about=("A",), basis="seen") for id_ in ids)
    return HOME.model_copy(update={"signs": NO_SIGN, "asked": TOPICS, "findings": findings} | more)


OUTCOMES = {
    "Everyday services": having(),
    "Early help": having("TST-2-CHILD-01"),
    "Talk it through": having("TST-3-CHILD-01"),
    "Refer with agreement": having("TST-3-CHILD-01", "TST-3-PARENT-01"),
    "Talk it through today": having(signs={**NO_SIGN, "disclosure": NOT_FOUND_OUT}),
    "Refer now": having("TST-4-CHILD-01"),
    "Ring 999": HOME.model_copy(update={"danger": "yes"}),
}


@pytest.mark.parametrize("name", OUTCOMES)
def test_every_outcome_has_both_answers_and_then_its_folds_in_order(name: str, packs: Packs) -> None:
    """Each outcome is named in words at the top; what it says further stands in one fold each, closed."""
    shown = source(open_page("result", OUTCOMES[name]))
    assert name in shown
    found = re.findall(r'<details class="fold" id="fold-(\w+)">', shown)
    assert found == [fold for fold in FOLDS if fold in found]
    assert set(FOLDS) - set(found) <= {"say", "view"}
    assert re.findall(r'<section class="section \w+" aria-label="(.*?)"', shown)[0] == "Now"
    assert not NEVER.search(words(open_page("result", OUTCOMES[name])))


def test_there_is_one_filled_button_and_it_leads_to_what_was_said(packs: Packs) -> None:
    """The talk first, then the paper that this result asks for."""
    links = [link.proto.label for link in open_page("result", OUTCOMES["Refer now"]).get("page_link")]
    start = links.index("I have talked or rung")
    assert links[start:start + 2] == ["I have talked or rung", "Make the referral"]


def test_a_blank_case_is_met_kindly_and_shown_the_way(packs: Packs) -> None:
    """With nothing answered the page says so, gives no level and no outcome, and leads to the questions."""
    screen = open_page("result")
    seen = words(screen)
    assert "You have not answered anything yet" in seen
    assert "Nothing is answered yet" in seen
    assert "Talk it through" not in seen
    assert "by the next working day" not in seen
    assert "Everyday services" not in seen
    assert "no area with a document here has been chosen" in seen
    assert picture(screen) == ("", "")


def test_a_sign_puts_the_number_first(packs: Packs) -> None:
    """For a sign that cannot wait, the number is the first link of the page's own content."""
    case = HOME.model_copy(update={"signs": {"disclosure": SignAnswer(answer="yes", about=("A",), basis="child_said")}})
    shown = source(open_page("result", case))
    assert re.findall(r'href="tel:(\d+)"', shown)[:2] == ["999", "01632960001"]


def test_nobody_who_is_not_to_be_told_is_prompted_to_be_told(packs: Packs) -> None:
    """For suspected sexual abuse no sentence of the page speaks of telling or asking the family."""
    case = HOME.model_copy(update={
        "signs": {"sexual_abuse": SignAnswer(answer="yes", about=("A",))},
        "source_of_harm": SourceOfHarm(kinds=("parent_or_carer",), members=("father",)),
    })
    seen = words(open_page("result", case))
    assert "Mother; Father; Anyone else who might be causing this: Do not tell them yet" in seen
    for prompt in ("Be open with the family", "From whom", ": Tell them", "has not been given yet"):
        assert prompt not in seen


def test_out_of_hours_the_duty_team_is_the_number_and_the_misprint_is_not(
    packs: Packs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At night the duty team's number is a link, with its warning, and the misprinted one is only shown."""
    monkeypatch.setenv(TEST_TIME, "2026-11-23T23:30")
    shown = source(open_page("result", OUTCOMES["Refer now"]))
    assert 'href="tel:01632960002"' in shown
    assert "Do not ring 01632 96002: a misprint." in shown
    assert 'href="tel:0163296002"' not in shown


def test_the_windscreen_is_a_picture_with_words_and_a_table(packs: Packs) -> None:
    """The picture is sent with the page, says the same in its words, and has a real table beneath."""
    screen = open_page("result", OUTCOMES["Early help"])
    address, alt = picture(screen)
    assert address.startswith("data:image/svg+xml")
    assert "The findings support Level 2, Extra." in alt
    assert "Your answers support Level 2, Extra." in words(screen)
    assert '<table class="marks">' in source(screen)


def test_an_area_without_a_pack_says_so(packs: Packs) -> None:
    """For a child who lives elsewhere there is no invented windscreen, and somebody to ring."""
    seen = words(open_page("result", HOME.model_copy(update={"home_area": "elsewhere"})))
    assert "There is no windscreen" in seen
    assert "No document for this area" in seen


def test_what_the_user_typed_is_shown_and_never_acted_on(packs: Packs) -> None:
    """Neither Markdown nor HTML in an answer changes the page."""
    hostile = "<b>x</b> *y* :smile: $z$"
    member = PARENTS[0].model_copy(update={"relation": hostile})
    case = having("TST-2-CHILD-01", own_view="watch", own_view_reason=hostile, family=(member,))
    screen = open_page("result", case)
    assert "<b>x</b>" not in source(screen)
    assert hostile in words(screen)
