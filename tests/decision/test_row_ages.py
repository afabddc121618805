"""Ages of the rows of every pack: what a row's own words rule out is ruled out, and what may be so is not."""
import re
from collections import defaultdict
from datetime import date

import pytest

from decision.ages import ruled_out
from decision.case import Child
from guidance.load import load_packs
from guidance.models import Factor, Indicator
from guidance.packs import AreaPack

PACKS = load_packs()
TODAY = date(2026, 11, 29)
Row = Indicator | Factor
NOT_BY_AGE = ("strength", "pointer")
"""Kinds that are asked whatever the age, or not at all."""
EVER = 12 * 26
BABY, TODDLER = (Child(label="A", age_months=months) for months in (5, 18))
OF_3, OF_5, OF_9, OF_13, OF_16, OF_17 = (Child(label="A", age_years=years) for years in (3, 5, 9, 13, 16, 17))
NOT_SO: dict[str, tuple[Child, ...]] = {
    r"Reception year": (BABY,),
    r"from infant to junior school": (BABY, OF_3),
    r"junior or secondary school": (BABY, OF_3),
    r"from primary to secondary school": (BABY, OF_3, OF_5),
    r"of (compulsory )?school age": (BABY, OF_3),
    r"of compulsory school age": (OF_17,),
    r"[Pp]arents of the child are teenagers": (OF_13, OF_16),
    r"unprotected sex|contraception|sexual activity is|sexually active": (BABY, TODDLER, OF_3),
    r"curfew|custody or secure remand": (BABY, OF_3, OF_5, OF_9),
    r"was prosecuted|three prosecutions": (BABY, OF_3),
    r"suspended (from school )?for a fixed time|permanently excluded|truants": (BABY, TODDLER),
}
"""Words of a row, and children of whom it cannot be so by these words alone."""
MAY_BE_SO: dict[str, tuple[Child, ...]] = {
    r"Reception year": (OF_5, OF_13, OF_16),
    r"from infant to junior school": (OF_9, OF_13, OF_16),
    r"\b[Aa] young child\b": (OF_3, OF_9, OF_13, OF_16),
    r"goes missing, and|persistently missing|times when the child has gone missing": (BABY, TODDLER, OF_16),
}
"""Words of a row, and children of whom it may be so: who never started school may never have come into the system, no
document says until when a child is young, and a baby who is taken along is missing too."""


def asked() -> list[tuple[str, Row]]:
    """Each row of each pack that is asked of a child of some age."""
    rows: list[tuple[str, Row]] = []
    for area_id, area in PACKS.areas.items():
        rows += [(area_id, row) for row in of(area)]
    return rows


def of(area: AreaPack) -> list[Row]:
    """The rows of an area, of both files."""
    both: list[Row] = [row for row in area.indicators if not row.scale]
    return [row for row in (*both, *area.factors) if row.kind not in NOT_BY_AGE]


def months(row: Row) -> range:
    """The months of age of which it can be so, before birth as the month before the first."""
    return range(-1 if row.from_months is None else row.from_months, row.under_months or EVER)


@pytest.mark.parametrize("words", NOT_SO)
def test_a_row_is_not_asked_of_a_child_whom_its_own_words_cannot_mean(words: str) -> None:
    """In whatever area it stands: words that are printed in one carry the same limit in another."""
    meant = [(area_id, row) for area_id, row in asked() if re.search(words, row.says)]
    wrong = [f"{row.id} of {child.months} months" for _, row in meant for child in NOT_SO[words]
             if not ruled_out(row, (child,), TODAY)]
    assert meant
    assert wrong == []


@pytest.mark.parametrize("words", MAY_BE_SO)
def test_a_row_is_asked_of_a_child_of_whom_it_may_be_so(words: str) -> None:
    """Where in doubt nothing is folded away."""
    meant = [(area_id, row) for area_id, row in asked() if re.search(words, row.says)]
    assert meant
    assert [f"{row.id} of {child.months} months" for _, row in meant for child in MAY_BE_SO[words]
            if ruled_out(row, (child,), TODAY)] == []


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_a_sign_is_asked_before_a_row_at_no_age_at_which_the_row_is_not(area_id: str) -> None:
    """Who is old enough for the sign that a row asks first, or that it nearly says, is old enough for the row, where
    the sign itself begins at an age."""
    signs = {key: sign for sign in PACKS.signs(area_id) for key in (sign.id, sign.says)}
    late = []
    for row in of(PACKS.areas[area_id]):
        for sign in (signs.get(row.ask_first), signs.get(row.alike)):
            if sign and sign.from_months is not None and (row.from_months or 0) > sign.from_months:
                late.append(f"{row.id} from {row.from_months}, {sign.id} from {sign.from_months}")
    assert late == []


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_rows_of_one_question_can_be_so_of_one_child(area_id: str) -> None:
    """Rows that are alike have ages in common, each two of them, so that the choice between them is one."""
    together: defaultdict[str, list[Row]] = defaultdict(list)
    for row in of(PACKS.areas[area_id]):
        together[row.alike].append(row)
    together.pop("", None)
    apart = [f"{one.id} and {other.id}" for rows in together.values() for one in rows for other in rows
             if not set(months(one)) & set(months(other))]
    assert apart == []


def test_rows_with_the_same_words_are_of_the_same_ages_in_every_area() -> None:
    """What is printed twice, in one document or in two, is about the same children."""
    ages: defaultdict[str, dict[range, str]] = defaultdict(dict)
    for _, row in asked():
        ages[row.says.casefold()].setdefault(months(row), row.id)
    assert [sorted(found.values()) for found in ages.values() if len(found) > 1] == []


@pytest.mark.parametrize("child", [Child(label="A"), Child(label="A", due_date=TODAY)])
def test_an_age_that_is_not_known_hides_no_row(child: Child) -> None:
    """Whatever limits a pack has."""
    assert [row.id for _, row in asked() if ruled_out(row, (child,), TODAY)] == []


@pytest.mark.parametrize("words", ["late in reaching", "slow (to|in) reach", "milestones are not being met"])
def test_delay_may_be_said_of_a_child_of_any_age(words: str) -> None:
    """A young person of sixteen may be late in walking or talking: no upper limit hides it."""
    meant = [row for _, row in asked() if re.search(words, row.says)]
    assert meant
    assert [row.id for row in meant if ruled_out(row, (OF_16,), TODAY)] == []
