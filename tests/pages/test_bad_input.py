"""What nobody plans for on the pages of questions: each has a calm, true answer, and no answer is lost.

Elsewhere stand a No to a group and then a tick in the search (`test_check_topics.py`), 25,000 pasted characters
(`test_too_long.py`, in every field), drafts of every earlier format (`test_unchanged.py`, through every page), the
browser without a script and the area changed on the first page (`tests/browser/test_start.py`).
"""
import pytest

from decision.case import Case, Child, Finding, SignAnswer
from guidance.load import load_packs
from guidance.models import Sign
from guidance.packs import AreaPack, NationalPack, Packs
from guidance.words import say
from pages.parts.asking import statements
from pages.parts.asking.laid_out import lay_out
from pages.parts.visit import clock, knowledge
from pages.parts.visit.draft import Progress
from pages.parts.wizard import sign_groups
from tests.pages.asking import AREA, EVERYTHING, HOME, case_of, field, fill, has_field, open_step, press, words
from tests.pages.opening import open_page
from tests.pages.screen import source
from tests.pages.test_app import many

SHIPPED = load_packs()
BABY = Child(label="A", age_months=5)


def for_an_age(packs: Packs, area: str) -> str:
    """A statement of this area that cannot be about a baby."""
    return max((row for row in packs.areas[area].indicators if row.kind == "need" and (row.from_months or 0) > 12),
               key=lambda row: row.from_months or 0).id


@pytest.mark.parametrize("area", [id_ for id_, area in SHIPPED.areas.items() if area.levels])
def test_an_age_that_is_changed_after_a_tick_takes_nothing_away(area: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of ages is answered anew: the tick is kept, stands in sight on its page, and in the list of answers."""
    monkeypatch.setattr(knowledge, "packs", lambda: SHIPPED)
    row = for_an_age(SHIPPED, area)
    topic = SHIPPED.areas[area].indicator[row].topics[0]
    case = Case(home_area=area, reference="TEST", children=(Child(label="A", age_years=14),),
                findings=(Finding(id=row),), asked=(topic,))
    progress = EVERYTHING.but(topics=(topic,))
    changed = case_of(press(fill(open_step("children", case, progress), age__A="5 months"), "Continue"))
    assert (changed.children[0].age_months, changed.findings) == (5, case.findings)
    asked = next(one for one in statements.about(topic, SHIPPED.areas[area]) if row in one.ids)
    page = lay_out(topic, statements.about(topic, SHIPPED.areas[area]), changed, SHIPPED.national.topic,
                   clock.now().date())
    shown = [one.name for part in ((page.first), *(part.questions for part in page.parts)) for question in part
             for one in question.rows]
    assert asked.name in shown
    answers = words(open_step("answers", changed, progress))
    assert asked.says.rstrip(".") in answers
    assert "5 months" in answers
    none = {sign.id: SignAnswer(answer="no") for sign in SHIPPED.signs(area)}
    ticked = open_step("know", changed.but(signs=none), progress, number=1)
    assert field(ticked, f"row-{asked.name}").value is True
    assert say("statements.know.other_age") in words(ticked)
    older = case.but(children=(Child(label="A", age_years=17),), signs=none)
    assert say("statements.know.other_age") not in words(open_step("know", older, progress, number=1))


@pytest.mark.parametrize("area", [id_ for id_, area in SHIPPED.areas.items() if area.levels])
def test_the_result_asks_to_look_at_it_and_at_the_age_again(area: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Among what is to be looked at again; at an age that it fits it is not. The talk is held to in tests/decision."""
    monkeypatch.setattr(knowledge, "packs", lambda: SHIPPED)
    row = SHIPPED.areas[area].indicator[for_an_age(SHIPPED, area)]
    case = Case(home_area=area, reference="TEST", danger="no", children=(BABY,), findings=(Finding(id=row.id),),
                asked=tuple(SHIPPED.national.topic),
                signs={sign.id: SignAnswer(answer="no") for sign in SHIPPED.signs(area)})
    shown = words(open_page("result", case))
    assert say("fits.statement", statement=row.says) in shown
    older = words(open_page("result", case.but(children=(Child(label="A", age_years=17),))))
    assert say("fits.statement", statement=row.says) not in older


def test_an_area_that_is_changed_on_its_page_takes_the_number_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a sign that is so: it stays so, the bar names who is rung there, and nothing of before is rung."""
    monkeypatch.setattr(knowledge, "packs", lambda: SHIPPED)
    first, second = (id_ for id_ in list(SHIPPED.areas)[:2])
    case = Case(home_area=first, reference="TEST", danger="no", signs={"disclosure": SignAnswer(answer="yes")})
    before = source(open_step("where", case))
    screen = press(fill(open_step("where", case), home_area=second), "Continue")
    moved = case_of(screen)
    assert (moved.home_area, moved.signs["disclosure"].answer) == (second, "yes")
    number = 'class="ring-bar"'
    assert number in before
    after = source(open_page("result", moved))
    assert number in after
    assert bar(before) != bar(after)


def bar(shown: str) -> str:
    """What the bar at the foot of a page says."""
    return shown.split('class="ring-bar"')[1].split("</aside>")[0]


@pytest.mark.parametrize("home", ["", AREA])
def test_one_of_150_areas_is_found_by_typing(home: str, packs: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the page of questions too nobody scrolls through them, and an answer that was given stays chosen."""
    monkeypatch.setattr(knowledge, "packs", lambda: many(packs))
    screen = open_step("where", Case(home_area=home, reference="TEST"))
    assert not [one for one in screen.radio if "home_area" in str(one.key)]
    assert len(field(screen, "home_area").options) == 151
    assert field(screen, "home_area").value == (home or None)
    assert case_of(press(fill(screen, home_area="area_149"), "Continue")).home_area == "area_149"


def without_ages(pack: AreaPack | NationalPack) -> dict[str, object]:
    """The parts of a pack that say for which ages something is meant, without a word of that."""
    def bare(one: object) -> object:
        told = {"from_months": None, "under_months": None}
        return one.but(**told) if not isinstance(one, Sign) else one.but(**told, unborn=True)  # type: ignore[attr-defined]

    parts = ("signs",) if isinstance(pack, NationalPack) else ("signs", "indicators", "factors")
    return {part: tuple(bare(one) for one in getattr(pack, part)) for part in parts}


@pytest.mark.parametrize("children", [(BABY,), (Child(label="A", not_born=True),), (Child(label="A", age_years=17),)])
def test_a_pack_that_names_no_age_folds_nothing_away(children: tuple[Child, ...]) -> None:
    """Whatever is known of the children, every sign and every statement is asked about in its own place."""
    areas = {id_: area.but(**without_ages(area)) for id_, area in SHIPPED.areas.items()}
    packs = Packs(national=SHIPPED.national.but(**without_ages(SHIPPED.national)), areas=areas)
    today = clock.now().date()
    for area in areas.values():
        case = Case(home_area=area.id, children=children)
        assert not [group for group in sign_groups.groups(case, packs) if sign_groups.out_of_age(group, case, today)]
        for topic in packs.national.topic:
            page = lay_out(topic, statements.about(topic, area), case, packs.national.topic, today)
            assert not page.folded, (area.id, topic)


@pytest.mark.usefixtures("packs")
def test_what_a_later_answer_rules_out_is_no_longer_asked_and_no_longer_lost() -> None:
    """A view that was written of an older child stays when the child turns out to be a baby, and can be changed."""
    older = HOME.but(children=(Child(label="A", age_years=9),))
    said = case_of(press(fill(open_step("family", older), yp_view="Wants help"), "Continue"))
    baby = case_of(press(fill(open_step("children", said), age__A="5 months"), "Continue"))
    assert baby.young_person.view == "Wants help"
    screen = open_step("family", baby)
    assert has_field(screen, "yp_view")
    assert case_of(press(fill(screen, yp_view=""), "Continue")).young_person.view == ""
    assert not has_field(open_step("family", case_of(screen), Progress(seen=EVERYTHING.seen)), "yp_view")
