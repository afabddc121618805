"""The referral of an allegation: four tests first, one adult, nothing that asks anybody to warn or to investigate."""
import re

import pytest

from decision.case import Case, Child, SignAnswer, SourceOfHarm
from exports import alleged
from exports.details import Allegation, Details, Held
from exports.material import Material
from guidance.load import load_packs
from tests.exports import samples, tools
from tests.exports.reading import tagged, tagged_text

PACKS = load_packs()
SAID = Allegation(criteria=("crime",), name=Held(text="Adult Madeup"), job="Coach", other_work="yes", knows="not_known",
                  other_work_where="Saturday club", own_children_who="Two, aged 3 and 5", summary="He pulled A's arm.",
                  actions="Rang the front door.")
CASE = Case(home_area="central_bedfordshire", children=(Child(label="A", age_years=9), Child(label="B")))


def said(allegation: Allegation = SAID) -> str:
    """The words of the paper."""
    return tagged_text(tools.made("allegation_referral", CASE, Details(allegation=allegation)))


def test_the_four_tests_come_first_with_the_one_that_is_met() -> None:
    """All four are printed, the ticked one is marked, and they stand before the adult."""
    found = said()
    empty, ticked = r"\[ +\]\s*", r"\[X\]\s*"
    wanted = f"{empty}Test harmed.*{ticked}Test crime.*{empty}Test risk.*{empty}Test suitable"
    assert re.search(wanted, found, re.DOTALL)
    assert found.index("Test suitable") < found.index("Adult Madeup")


def test_everything_about_the_adult_and_the_children_is_on_it() -> None:
    """Other work with children and own children are asked for, because the risk goes with the adult."""
    found = said()
    for part in ("Coach", "Saturday club", "Two, aged 3 and 5", "He pulled A's arm.", "Rang the front door.", "Child A",
                 "Child B", "One form for each adult"):
        assert part in found


def test_it_says_that_nothing_is_looked_into_first() -> None:
    """Danger, then the officer of the area of work, and no interview before the officer has answered."""
    first = "\n".join(text for _, text in tagged(tools.made("allegation_referral", CASE, Details()))[:8])
    assert "ring 999" in first
    assert "the area where the adult works" in first
    assert "Nobody is interviewed" in first


@pytest.mark.parametrize("allegation", [SAID, Allegation(), SAID.model_copy(update={"knows": "no"})])
def test_it_never_prompts_to_tell_the_adult(allegation: Allegation) -> None:
    """Whether the adult knows is passed on as a fact; nothing asks to tell, warn or hear the adult."""
    found = " ".join(said(allegation).split())
    assert not re.search(r"(?i)(please|now|then) (tell|inform|warn|speak to|ask) the adult|tell the adult\b", found)
    assert "The officer says who may be told, by whom and when." in found


def test_a_number_is_given_only_where_the_area_of_work_has_one() -> None:
    """Without an area of work, no number of another area is offered."""
    hub = {"work_area": "central_bedfordshire"}
    assert "ask the front door or the council" in said()
    area = tools.AREA.model_copy(update={"allegations": "hub"})
    assert area.allegations == "hub"
    known = tagged_text(tools.made("allegation_referral", CASE.model_copy(update=hub), samples.DETAILS))
    assert "the area where the adult works: Central Bedfordshire" in known


def test_the_adult_stands_before_what_is_said() -> None:
    """Whoever decides asks first who it is, where they work, and whether they are still with children."""
    found = said()
    assert found.index("Saturday club") < found.index("He pulled A's arm.")


def test_of_several_children_the_one_who_told_is_named_or_it_is_left_open() -> None:
    """Where all that was said is about one child it is that child; otherwise nobody can say which of them told."""
    sign = next(sign for sign in PACKS.signs("luton") if sign.first_call == "lado").id
    for about, who in ((("B",), "child B"), (("A", "B"), "one or more of the children"),
                       ((), "one or more of the children")):
        case = CASE.but(home_area="luton", signs={sign: SignAnswer(answer="yes", basis="child_said", about=about)})
        assert alleged.said_by(Material(case, Details(), samples.DECISION, PACKS, samples.NOW)) == who


def test_the_adult_who_is_named_is_not_said_to_be_unknown() -> None:
    """Beside the name it says whether they reach the child; somebody else who is suspected stands there."""
    for kinds, stands in ((("works_with_children",), False), (("not_known",), False), (("other_family",), True)):
        source = SourceOfHarm(kinds=kinds, access="yes", note="Fridays after school")
        case = CASE.but(source_of_harm=source)
        found = tagged_text(tools.made("allegation_referral", case, Details(allegation=SAID)))
        assert "Fridays after school" in found
        assert ("Who is suspected" in found) is stands


def test_what_follows_from_a_no_is_not_asked() -> None:
    """Whose children, and where else, are open questions only while somebody may have an answer."""
    for answer, asked in (("no", False), ("not_known", False), ("yes", True), (None, True)):
        blank = Allegation(own_children=answer, other_work=answer)
        assert ("names, dates of birth" in said(blank)) is asked
        assert ("Where, and as what" in said(blank)) is asked
    assert "Two, aged 3 and 5" in said(SAID.model_copy(update={"own_children": "no"}))


def test_what_a_child_already_has_stands_beside_orders_and_plans() -> None:
    """Also where nobody wrote it for this paper."""
    case = CASE.but(children=(Child(label="A", age_years=9, status=("looked_after",), status_note="Since May"),))
    found = tagged_text(tools.made("allegation_referral", case, Details()))
    assert "Since May" in found.partition("Not asked or not answered yet")[0]
