"""A child who is now in another area than home: whose form, whose time and whose front door."""
import re
from itertools import permutations

import pytest

from decision.case import Case
from decision.elsewhere import FRONT_DOOR, in_words
from decision.known import read
from guidance.words import say
from tests.decision.build import PACKS, result, yes

PAIRS = tuple(permutations(PACKS.areas, 2))


def test_the_forms_days_are_those_of_the_area_that_receives_it() -> None:
    """Telford's request is due in two working days where it is called for, and nowhere else."""
    there = result(home_area="luton", area_now="telford_wrekin", signs=yes("injury_unexplained"))
    assert "tel_request_form" in [item.id for item in there.deadlines]
    away = result(home_area="telford_wrekin", area_now="elsewhere", signs=yes("injury_unexplained"))
    assert "tel_request_form" not in [item.id for item in away.deadlines]


@pytest.mark.parametrize(("home", "now"), PAIRS)
def test_what_goes_with_the_call_is_never_the_homes(home: str, now: str) -> None:
    """No time of the home area's call, form or front door stands beside a call to another area; theirs may."""
    with_call = {area.id: {item.id for item in area.timescales if item.with_the_call} for area in PACKS.areas.values()}
    signs = yes(*(sign.id for sign in PACKS.national.signs))
    found = {item.id for item in result(home_area=home, area_now=now, signs=signs).deadlines}
    assert not found & with_call[home]
    assert {item.id for item in PACKS.areas[now].timescales if item.with_the_call and not item.when.levels
            and not item.when.duties and "refer_now" in item.when.outcomes} <= found


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_every_step_of_home_names_the_front_door_where_the_child_is(area_id: str) -> None:
    """No step, for any duty of the area, goes on naming the home front door or duty team."""
    known = read(Case(home_area=area_id, area_now="elsewhere"), PACKS)
    area = PACKS.areas[area_id]
    doors = [PACKS.contact(area_id, id_) for id_ in (area.front_door, area.duty_team)]
    names = "|".join(re.escape(name) for door in doors if door for name in (door.name, *door.also_called))
    steps = [step.says for duty in area.duties for step in (*duty.steps, *duty.do_not)]
    assert [said for said in steps if re.search(rf"\b({names})\b", said)]
    assert not [said for said in steps if re.search(rf"\b({names})\b", in_words(said, known))]


def test_at_home_the_steps_keep_their_names() -> None:
    """The words change only where the call goes elsewhere, and for a calm outcome never."""
    at_home = result(home_area="telford_wrekin", ticked=("TEL-4-BASICCARE-22",), signs=yes("injury_unexplained"))
    said = " ".join(step.says for duty in at_home.duties for step in duty.steps)
    assert "Family Connect" in said
    assert say(FRONT_DOOR) not in said


def test_words_on_when_to_ring_stay_readable() -> None:
    """The replaced name does not run into a word on when to ring."""
    known = read(Case(home_area="luton", area_now="elsewhere"), PACKS)
    assert in_words("Ring the MASH now, or the emergency duty team.", known) == (
        f"Ring {say(FRONT_DOOR)}, at once, or the duty team there.")
