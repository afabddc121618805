"""Who might be causing this, and can they reach the child."""
from datetime import datetime

import pytest

from decision.assess import decide
from decision.case import Case, Child, Finding, SignAnswer, SourceOfHarm
from decision.known import read
from decision.sign_groups import without_no
from guidance.load import load_packs
from guidance.packs import Packs
from pages.parts.visit.clock import LONDON
from pages.parts.visit.draft import Progress
from pages.parts.wizard import sign_groups, steps
from pages.parts.wizard.steps import SoFar
from pages.parts.wizard.who import STEP
from tests.pages.asking import AREA, HOME, case_of, fill, open_step, press, step_of

pytestmark = pytest.mark.usefixtures("packs")
REAL = load_packs()
AT = datetime(2026, 11, 20, 10, 5, tzinfo=LONDON)


def test_the_answers_are_kept() -> None:
    """Kinds of person, whether they can reach the child, and where an adult works with children."""
    screen = fill(open_step("who"), kinds__partner=True, kinds__works_with_children=True, access="yes", work_area=AREA)
    case = case_of(press(screen, "Continue"))
    assert case.source_of_harm == SourceOfHarm(kinds=("partner", "works_with_children"), access="yes")
    assert case.work_area == AREA


def test_the_work_area_belongs_to_an_adult_who_works_with_children() -> None:
    """An area chosen for nobody is not kept."""
    screen = fill(open_step("who"), kinds__partner=True, work_area=AREA)
    assert case_of(press(screen, "Continue")).work_area == ""


def test_nobody_beside_somebody_means_nobody_else() -> None:
    """Whoever is ticked counts, and so does not knowing."""
    for key in ("partner", "not_known"):
        screen = press(fill(open_step("who"), **{f"kinds-{key}": True}, kinds__nobody=True), "Continue")
        assert case_of(screen).source_of_harm.kinds == (key,)


def test_members_of_the_family_who_are_suspected_stay() -> None:
    """This page does not touch what the family page says about single people."""
    case = HOME.model_copy(update={"source_of_harm": SourceOfHarm(members=("carer_1",))})
    assert case_of(press(open_step("who", case), "Continue")).source_of_harm.members == ("carer_1",)


def test_a_carer_of_a_looked_after_child_may_care_for_them_as_their_work() -> None:
    """Beside a carer at home of a child in care, the area of work is asked and kept; otherwise it is not."""
    in_care = HOME.model_copy(update={"children": (Child(label="A", status=("looked_after",)),)})
    for case, kept in ((in_care, AREA), (HOME, "")):
        screen = fill(open_step("who", case), kinds__parent_or_carer=True, work_area=AREA)
        assert case_of(press(screen, "Continue")).work_area == kept


SEEN = Progress(seen=("safety", "where", "children", "signs", "topics"), topics=("neglect",))


def no_sign(packs: Packs) -> Case:
    """Every group of signs answered No, and nobody in danger."""
    return sign_groups.none_of_the_rest(HOME.but(danger="no"), packs)


def asked(case: Case, packs: Packs, progress: Progress = SEEN) -> bool:
    """Whether the step is asked in its turn."""
    return steps.of("who").asked(SoFar(case, progress, packs))


def test_it_is_passed_over_where_nothing_calls_for_it(packs: Packs) -> None:
    """An ordinary worry, no sign: the family comes next. Its link opens it all the same."""
    case = no_sign(packs).but(findings=(Finding(id="TST-2-TWICE-01"),), asked=("neglect",))
    assert not asked(case, packs)
    screen = press(open_step("know", case, SEEN), "Continue")
    assert step_of(screen)[0] == "family"


def test_it_is_asked_behind_the_statements_once_one_of_them_is_of_harm(packs: Packs) -> None:
    """And so where a sign is so or in doubt, where a group of signs is open, and where somebody is in danger."""
    calm = no_sign(packs)
    of_harm = calm.but(findings=(Finding(id="TST-4-PARENT-01"),), asked=("neglect",))
    assert asked(of_harm, packs)
    screen = press(open_step("know", of_harm, SEEN), "Continue")
    assert step_of(screen)[0] == "who"
    assert step_of(press(screen, "Back"))[0] == "know"
    for case in (calm.but(signs={"disclosure": SignAnswer(answer="not_sure")}), calm.but(danger="yes"), HOME,
                 without_no(calm, next(iter(calm.signs_none)))):
        assert asked(case, packs)


def test_it_is_asked_about_what_hangs_on_the_person() -> None:
    """Bullying is calm by itself, and something is owed where another child did it: in every shipped area each
    such statement asks who it was."""
    shipped = load_packs()
    topics = {topic for duty in shipped.national.duties if duty.triggers and duty.triggers.harm_by
              for topic in duty.topics}
    for area in shipped.areas.values():
        case = sign_groups.none_of_the_rest(Case(home_area=area.id, danger="no"), shipped)
        rows = [row for row in area.indicators if set(row.topics) & topics and row.kind == "need"]
        assert rows
        assert not [row.id for row in rows if not asked(case.but(findings=(Finding(id=row.id),)), shipped)]


def test_where_it_was_answered_it_keeps_its_place(packs: Packs) -> None:
    """What was said there is never passed over, nor is the page that was looked at."""
    said = no_sign(packs).but(source_of_harm=SourceOfHarm(kinds=("nobody",)))
    assert asked(said, packs)
    assert asked(no_sign(packs), packs, SEEN.but(seen=(*SEEN.seen, "who")))


@pytest.mark.parametrize("area_id", ["", *REAL.areas])
def test_who_is_asked_exactly_where_the_result_would_miss_it(area_id: str) -> None:
    """For every statement of an area, so and in doubt, beside a No to every sign: what the questions pass over is never
    called not answered, and what they ask is."""
    none = sign_groups.none_of_the_rest(Case(home_area=area_id, danger="no"), REAL)
    area = REAL.area(area_id)
    cases = [none, none.but(signs_none={}), none.but(other_worry=True)]
    for row in area.indicators if area else ():
        cases += [none.but(findings=(Finding(id=row.id),)), none.but(answers={row.id: "not_sure"})]
    for case in cases:
        asked = STEP.asked(SoFar(case, Progress(), REAL))
        missed = any(gap.step == "who" for gap in decide(read(case, REAL), AT).gaps if gap.kind == "unanswered")
        assert asked == missed, case.findings
