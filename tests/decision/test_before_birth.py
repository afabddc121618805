"""Before a birth nothing is said that only a child who is born can do, and nothing that is due changes."""
import re
from functools import cache
from itertools import product

import pytest

from decision import assess as assessing
from decision import before_birth as fitted_words
from decision.assess import assess
from decision.before_birth import places
from decision.case import Case, SignAnswer
from decision.result import Decision
from decision.worked import WorkedCase
from exports.details import Details
from exports.make import plain_text
from guidance.words import BEFORE_BIRTH, Said, ours
from tests.decision.build import PACKS, case, result
from tests.decision.test_own_lead import texts, worked
from tests.pages.test_held_back_of_all import _page

BORN = re.compile(
    r"\bchild(?:ren)?\b(?!'s| or young person)[^.;:?]{0,25}\b(?:leaves?|goes? home|is now|to leave|says|reach)\b"
    r"|\bchild's own words|may the child|keep the child with"
    r"|\b(?:ask|question|with|reach) the child\b(?! or young)", re.IGNORECASE)
"""What only a child who is born can do, or what is done to one."""
LEAVES = {"place": "with_me", "leaves_at": "2026-11-20T15:15:00+00:00"}


@cache
def unborn() -> tuple[tuple[WorkedCase, Decision], ...]:
    """The worked cases of all packs in which no child is born, with their results."""
    return tuple((one, assess(one.case, PACKS.at(one.on), one.on)) for one in worked()
                 if one.case.children and all(child.unborn for child in one.case.children))


def everywhere(decision: Decision) -> set[str]:
    """The texts of a decision that are ours or hold everywhere, alone or filled into another."""
    national = {words for both in places(PACKS, "") for words in both if words}
    return {text for text in texts(decision) if isinstance(text, Said) or text in national}


def test_nothing_is_said_that_only_a_born_child_can_do() -> None:
    """On the result, on the call sheet and in the decision of each worked case; an area's own words stay."""
    assert len(unborn()) > 10
    of_areas = {text for area in PACKS.areas.values() for text in texts(area) if BORN.search(text)}
    for one, decision in unborn():
        assert decision.before_birth, one.name
        assert [text for text in everywhere(decision) if BORN.search(text)] == [], one.name
        sheet = plain_text("call_sheet", one.case, Details(), decision, PACKS, decision.made_at) if decision.say else ""
        for line in (*_page(one.case, decision).splitlines(), *sheet.splitlines()):
            assert not BORN.search(line) or any(line in text or text in line for text in of_areas), (one.name, line)


def test_each_sign_that_can_be_so_before_a_birth_and_each_answer_about_the_lead_and_the_call() -> None:
    """Also where a time of leaving was given, which is the mother's then."""
    signs = [sign.id for sign in PACKS.national.signs if sign.unborn]
    leads = ("i_am_the_lead", "no_lead", "not_yet")
    calls = ("taken", "no_answer", "no_further_action")
    for number, (sign, where) in enumerate(product(signs, ({}, LEAVES))):
        found = result(children=[{"label": "A", "not_born": True}], where_now=where,
                       signs={sign: SignAnswer(answer=("yes", "not_sure")[number % 2])},
                       practitioner={"lead": leads[number % 3]}, call={"outcome": calls[number % 3]})
        assert [text for text in everywhere(found) if BORN.search(text)] == [], (sign, where)


def test_words_change_and_nothing_that_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outcome, first call, numbers, the days of deadlines and agreement are as they were with the usual words."""
    fitted = unborn()
    monkeypatch.setattr(assessing, "only_before_birth", lambda *_: False)
    for one, after in fitted:
        before = assess(one.case, PACKS.at(one.on), one.on)
        assert (after.outcome, after.first_call, len(after.say)) == (before.outcome, before.first_call, len(before.say))
        assert [(due.id, due.due) for due in after.deadlines] == [(due.id, due.due) for due in before.deadlines]
        assert [path.agreement for path in after.then] == [path.agreement for path in before.then]
        assert [(route.kind, route.dial) for route in after.routes] == [
            (route.kind, route.dial) for route in before.routes]
        assert [len(duty.steps) for duty in after.duties] == [len(duty.steps) for duty in before.duties]


@pytest.mark.parametrize(("fields", "fits"), [
    ({"children": [{"label": "A", "not_born": True}]}, True),
    ({"children": [{"label": "A", "due_date": "2027-02-01"}]}, True),
    ({"children": [{"label": "A", "due_date": "2026-11-01"}]}, False),
    ({"children": [{"label": "A", "not_born": True}, {"label": "B", "age_years": 3}]}, False),
    ({"children": [{"label": "A", "not_born": True}],
      "family": [{"key": "mother", "relation": "mother", "expecting": "yes", "under_18": "yes"}]}, False),
    ({"children": []}, False)])
def test_the_usual_words_stay_where_a_child_may_be_meant(fields: dict[str, object], fits: bool) -> None:
    """A child who is born or may be by now, and a mother who is said to be a child herself."""
    about: Case = case(**fields)
    assert assess(about, PACKS, unborn()[0][0].on).before_birth == fits


def test_each_sentence_before_a_birth_stands_in_the_place_of_one() -> None:
    """Of ours by its key; of what holds everywhere it stands beside the usual one, and there is always one of those."""
    assert [instead for words, instead in places(PACKS, "") if instead and not words] == []
    there = {f"{BEFORE_BIRTH}{key}" for key in ours()}
    assert [key for key in ours() if key.startswith(BEFORE_BIRTH) and key not in there] == []


def test_where_a_child_is_born_no_word_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """It costs nothing there: the decision is given back as it is, and no sentence of a pack is gathered."""
    found = result(children=[{"label": "A", "age_years": 3}])
    monkeypatch.setattr(fitted_words, "reworded", None)
    monkeypatch.setattr(fitted_words, "places", None)
    assert fitted_words.as_before_birth(found, PACKS) is found
