"""How the statements of a topic are laid out: no order tells a level, nothing is hidden in silence, few stand open."""
import random
from dataclasses import replace
from datetime import date
from itertools import combinations
from statistics import mean

import pytest

from decision.case import Case, Child, Finding
from decision.known import answered
from guidance.load import load_packs
from guidance.packs import AreaPack, Packs
from pages.parts.asking.laid_out import MOST, Laid, Question, lay_out, misfit, picked
from pages.parts.asking.statements import Asked, about, worries
from pages.parts.wizard.topic_pages import part_words
from tests.formats import full

PACKS = load_packs()
AREAS = [area for area in PACKS.areas.values() if area.levels]
TODAY = date(2026, 11, 23)
BABY = Case(children=(Child(label="A", age_months=6),))
TEENAGER = Child(label="B", age_years=14)


def row(id_: str, topics: tuple[str, ...] = ("neglect",), **fields: object) -> Asked:
    """A made-up statement."""
    return replace(Asked(ids=(id_,), says=f"The child is {id_}.", topics=topics), **fields)  # type: ignore[arg-type]


def laid(*rows: Asked, case: Case = BABY, before: tuple[str, ...] = ()) -> Laid:
    """The page of neglect with these statements."""
    return lay_out("neglect", rows, case, PACKS.national.topic, TODAY, before)


def names(questions: tuple[Question, ...]) -> list[str]:
    """The ids of the statements of these questions."""
    return [one.name for question in questions for one in question.rows]


def pages(area: AreaPack) -> list[Laid]:
    """Every topic's page of an area that asks something."""
    found = (lay_out(topic.id, about(topic.id, area), Case(), PACKS.national.topic, TODAY)
             for topic in PACKS.national.topics)
    return [page for page in found if page.questions]


def levels(page: Laid, area: AreaPack) -> list[int]:
    """The order of the level of each statement of a page that has one, as they stand there."""
    rows = [area.indicator[one.ids[0]] for one in page.rows if one.ids[0] in area.indicator]
    return [area.order[one.stands_at or one.level] for one in rows if one.level]


def rising(orders: list[int]) -> float:
    """How far an order rises or falls throughout, from 1 to -1; 0 where it does neither."""
    pairs = [(b > a) - (b < a) for a, b in combinations(orders, 2) if a != b]
    return mean(pairs) if pairs else 0.0


def as_sorted(orders: list[int], dice: random.Random) -> float:
    """How many of a hundred shuffles of a page are at least as sorted by level as it is: 1 for all, 0 for none."""
    shuffles = (rising(dice.sample(orders, len(orders))) for _ in range(100))
    return mean(abs(one) >= abs(rising(orders)) for one in shuffles)


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_the_order_of_a_page_tells_no_level(area: AreaPack) -> None:
    """The pages of an area are no more sorted by level than if their statements had been shuffled; in the order in
    which the document prints them they would be, and the test can see it."""
    dice = random.Random(7)
    long = [orders for orders in (levels(page, area) for page in pages(area))
            if len(orders) >= 8 and len(set(orders)) > 1]
    assert mean(as_sorted(orders, dice) for orders in long) > 0.25
    assert mean(as_sorted(sorted(orders), dice) for orders in long) < 0.05


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_the_same_statements_at_other_levels_stand_in_the_same_order(area: AreaPack) -> None:
    """Nothing from which a level is known is in the order: with every row at one level, renamed and turned round, each
    page reads the same."""
    only = area.levels[-1].id
    rows = tuple(one.model_copy(update={"level": only, "id": f"X-{number}"})
                 for number, one in enumerate(reversed(area.indicators)))
    other = area.model_copy(update={"indicators": rows, "factors": tuple(reversed(area.factors))})
    for topic in PACKS.national.topics:
        was, now = (lay_out(topic.id, about(topic.id, one), Case(), PACKS.national.topic, TODAY)
                    for one in (area, other))
        assert [one.says for one in was.rows] == [one.says for one in now.rows], topic.id


@pytest.mark.parametrize("area", PACKS.areas.values(), ids=lambda area: area.id)
@pytest.mark.parametrize("case", [Case(), BABY, Case(children=(TEENAGER, Child(label="C")))], ids=["-", "baby", "two"])
def test_every_statement_stands_once_on_the_page_of_its_topic(area: AreaPack, case: Case) -> None:
    """Open, behind the line of a subject or folded with the reason: none is lost and none is asked twice, and a page
    that asks something has a question that stands open."""
    for topic in PACKS.national.topics:
        rows = about(topic.id, area)
        page = lay_out(topic.id, rows, case, PACKS.national.topic, TODAY)
        assert sorted(one.name for one in page.rows) == sorted(one.name for one in rows)
        assert len({question.name for question in page.questions}) == len(page.questions)
        assert bool(page.first) == bool(rows)


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_few_statements_stand_open_and_every_line_says_what_it_holds(area: AreaPack) -> None:
    """A page that has many shows those of its own subject first; each further line is that of a topic."""
    for page in pages(area):
        assert len(page.first) <= MOST + 5
        assert all(part.topics for part in page.parts)
        assert all(part.why for part in page.folded)


def test_a_statement_about_another_age_is_folded_with_the_reason_and_never_lost() -> None:
    """Older, younger, or other than each of several; a child whose age is not known, or no child, folds nothing."""
    older, younger, any_ = row("TEEN", from_months=120), row("BORN", under_months=3), row("ANY")
    page = laid(older, younger, any_)
    assert (names(page.first), {part.why: names(part.questions) for part in page.folded}) == (
        ["ANY"], {"older": ["TEEN"], "younger": ["BORN"]})
    unborn = laid(older, any_, case=Case(children=(Child(label="A", not_born=True),)))
    assert [part_words(part) for part in unborn.folded] == [
        ("1 about a child who is born", "Not asked of a child who is not born.")]
    middle = row("MIDDLE", from_months=36, under_months=60)
    both = Case(children=(*BABY.children, TEENAGER))
    assert misfit(middle, both, TODAY) == "other_age"
    assert misfit(older, both, TODAY) is None
    for case in (Case(), Case(children=(*BABY.children, Child(label="C")))):
        assert names(laid(older, younger, any_, case=case).first) == ["TEEN", "BORN", "ANY"]
    of_a_year = Case(children=(Child(label="A", age_years=1),))
    assert names(laid(row("TODDLER", from_months=18), older, case=of_a_year).first) == ["TODDLER"]


def test_a_statement_that_is_so_stands_open_whatever_the_age_is_now() -> None:
    """The age was changed after the tick: the tick is in sight, where it can be taken away."""
    ticked = BABY.model_copy(update={"findings": (Finding(id="TEEN"),)})
    assert names(laid(row("TEEN", from_months=120), row("ANY"), case=ticked).first) == ["TEEN", "ANY"]


def test_a_topic_whose_statements_are_all_about_other_ages_shows_them() -> None:
    """Whoever has chosen the topic is asked about it."""
    assert names(laid(row("TEEN", from_months=120)).first) == ["TEEN"]


def test_what_an_earlier_page_asks_is_folded_unless_it_is_so() -> None:
    """A statement of two chosen topics is read once; its tick is in sight on both pages."""
    shared, own = row("BOTH", ("neglect", "health")), row("OWN")
    assert [part.why for part in laid(shared, own, before=("health",)).folded] == ["before"]
    so = BABY.model_copy(update={"findings": (Finding(id="BOTH"),)})
    assert names(laid(shared, own, case=so, before=("health",)).first) == ["BOTH", "OWN"]
    assert names(laid(shared, before=("health",)).first) == ["BOTH"]


def test_many_statements_of_one_page_stand_behind_the_lines_of_their_subjects() -> None:
    """Those of its own subject stand open; a few of another join them where there is room."""
    own, health = [row(f"OWN-{n}") for n in range(10)], [row(f"H-{n}", ("health", "neglect")) for n in range(8)]
    page = laid(*health, *own, row("ONE", ("housing_money", "neglect")))
    assert names(page.first) == [*(one.name for one in own), "ONE"]
    assert [(part.id, names(part.questions)) for part in page.parts] == [("health", [one.name for one in health])]


def test_statements_that_are_alike_are_one_question_with_what_tells_them_apart() -> None:
    """They stand where the first of them stands, under the statement that they share, each with its own id; one that
    is alone on its page, because the others are about another age, is asked by itself."""
    one, other = (row(id_, alike="The home is not clean", differs=id_) for id_ in "AC")
    assert [(question.several, question.says, len(question.rows)) for question in laid(one, row("B"), other).first] == [
        (True, "The home is not clean.", 2), (False, "The child is B.", 1)]
    page = laid(one, replace(other, from_months=120))
    assert [question.says for question in page.questions] == ["The child is A.", "The child is C."]


def test_what_is_said_of_domestic_abuse_stands_together_whatever_file_it_is_in() -> None:
    """Telford & Wrekin prints it among the levels and among the harm factors. One question; each row keeps its id."""
    area = load_packs().areas["telford_wrekin"]
    together = [row.ids for row in worries(area) if row.alike == "There is domestic abuse"]
    assert ("TEL-HARM-03",) in together
    assert ("TEL-3-FAMILY-01",) in together
    conflict = [row for row in worries(area) if row.alike.startswith("The parents are in conflict")]
    assert len(conflict) == 7


def test_of_several_that_are_alike_one_may_be_so_without_which() -> None:
    """One that is so ticks the question, and so does what they share; a doubt about each of them does not."""
    question, case = Question((row("A", alike="x"), row("B", alike="x"))), Case()
    assert picked(question, case, {"A": "yes"})
    assert picked(question, Case(one_of=(("A", "B"),)), {})
    assert not picked(question, case, {"A": "not_sure", "B": "not_sure"})


def test_a_file_without_groups_or_ages_is_laid_out(packs: Packs) -> None:
    """A pack that names no age and nothing that is alike folds nothing by age, for any child."""
    area = packs.areas["testshire"]
    for topic in packs.national.topics:
        page = lay_out(topic.id, about(topic.id, area), BABY, packs.national.topic, TODAY)
        assert page.folded == ()
        assert not any(question.several for question in page.questions)


def test_full_answers_are_laid_out() -> None:
    """Every statement answered: each that is so stands open or behind an open line, none is folded."""
    packs = full.packs()
    for area in packs.areas.values():
        case = full.full_case(packs, area.id)
        said = answered(case)
        for topic in packs.national.topics:
            page = lay_out(topic.id, about(topic.id, area), case, packs.national.topic, TODAY, ("neglect",))
            folded = [one for part in page.folded for question in part.questions for one in question.rows]
            assert not any(said.get(id_) == "yes" for one in folded for id_ in one.ids)
