"""The user's own view beside the result: true of what is asked for now and of the help that follows."""
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import pytest

from decision.case import Case, OwnView
from decision.compared import OF_HELP, VIEW_OUTCOME, compare_views
from decision.assess import decide
from decision.known import read
from decision.path import Path
from decision.result import Decision
from decision.urgency import urgency
from decision.worked import expand
from guidance.vocabulary import OUTCOMES, Outcome
from guidance.words import say
from tests.decision.build import CITED, PACKS, result

VIEWS: tuple[OwnView, ...] = get_args(OwnView)
ON_HELP = ("same_help", "higher_help", "lower_help", "by_child")


def path(kind: Outcome | None, *about: str) -> Path:
    """A path of this kind."""
    return Path(about=about, says="", leads="", help="", document="", agreement_needed=False, agreement="not_sought",
                says_agreement="", rule="", from_whom="", kind=kind, source=CITED, agreement_source=CITED)


@pytest.mark.parametrize(("view", "outcome", "relation"), [
    ("watch", "universal", "same"), ("watch", "early_help", "lower"), ("refer_now", "consult_today", "higher"),
    ("refer_now", "refer_now", "same"), ("call_999", "refer_now", "higher"), ("early_help", "refer_now", "lower"),
    ("talk_to_lead", "consult", "same"), ("refer_with_agreement", "early_help", "higher"),
    ("not_sure", "refer_now", "not_given"), (None, "universal", "not_given"),
])
def test_a_view_is_the_same_higher_lower_or_not_given(view: Any, outcome: Outcome, relation: str) -> None:
    """Compared with what the view says in full, not with how far it raises the result."""
    assert compare_views(Case(own_view=view), outcome).relation == relation


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_higher_view_is_left_to_the_user_and_a_lower_one_is_recorded(outcome: Outcome) -> None:
    """Whoever sees it graver is told that they may act on it; both views are to be written down."""
    higher, lower = compare_views(Case(own_view="call_999"), outcome), compare_views(Case(own_view="watch"), outcome)
    assert outcome == "call_999" or "free to act" in higher.says
    assert outcome == "universal" or "Write down both" in lower.says


def test_the_decision_carries_the_comparison() -> None:
    """The result page shows the user's own words for the view beside the result."""
    found = result(own_view="refer_now", ticked=("CBC-2-CHILD-08",)).own_view
    assert (found.view, found.relation) == ("refer now", "higher")


@pytest.mark.parametrize(("view", "outcome", "kinds", "relation"), [
    ("early_help", "consult_today", ("early_help",), "same_help"),
    ("early_help", "consult", ("early_help", "refer_with_agreement"), "same_help"),   # the second is no first one
    ("watch", "consult", ("early_help",), "lower"), ("early_help", "refer_now", (None,), "lower"),
    ("early_help", "early_help", ("refer_with_agreement",), "lower_help"),
    ("refer_with_agreement", "consult_today", ("early_help",), "higher_help"),
    ("refer_with_agreement", "refer_with_agreement", ("early_help",), "higher_help"),
    ("early_help", "refer_with_agreement", ("early_help",), "lower"),
    ("talk_to_lead", "consult", ("early_help",), "same"), ("refer_now", "consult_today", ("early_help",), "higher"),
])
def test_a_view_of_help_is_compared_with_the_help(view: Any, outcome: Outcome, kinds: Any, relation: str) -> None:
    """A talk that comes first asks for no more help than what follows it."""
    found = compare_views(Case(own_view=view), outcome, tuple(map(path, kinds)))
    assert found.relation == relation


def test_where_the_help_differs_from_child_to_child_so_does_the_comparison() -> None:
    """Of two children the view may be the same for one and less for the other."""
    both = (path("early_help", "A"), path("refer_with_agreement", "B"))
    assert compare_views(Case(own_view="early_help"), "consult", both).relation == "by_child"
    assert compare_views(Case(own_view="watch"), "consult", both).relation == "lower"


@cache
def worked() -> tuple[tuple[Case, Any], ...]:
    """Every eighth worked case of each pack, and the national ones, with its moment."""
    found = []
    for pack_id, pack in (("", PACKS.national), *PACKS.areas.items()):
        for raw in pack.cases[::8]:
            one = expand(raw, pack_id, PACKS)
            found.append((one.case, one.on))
    return tuple(found)


def compared() -> Iterator[tuple[Case, Decision, Decision]]:
    """Each case with each view, its decision, and the one without a view."""
    for case, on in worked():
        alone = decide(read(case.but(own_view=None), PACKS), on)
        for view in VIEWS:
            yield case.but(own_view=view), decide(read(case.but(own_view=view), PACKS), on), alone


def levels_of(decision: Decision) -> set[Outcome]:
    """What the document says of the level that stands first for each child, where a level does. At the one for
    significant harm help that needs agreement is that of a child in need."""
    area = PACKS.area(decision.home_area)
    first = {one.about: one for one in reversed(decision.then)}
    return {"refer_with_agreement" if area.level[one.level].acting and one.agreement_needed
            else area.level[one.level].outcome for one in first.values() if area and one.level}


@pytest.mark.long
def test_no_comparison_is_false_in_either_half_whatever_the_view_and_the_case() -> None:
    """Over all views and worked cases: "the same" and "more" hold of the talk and of the help as they say, a view above
    leaves the user free, and none makes anything calmer."""
    wrong: list[Any] = []
    for case, decision, alone in compared():
        view, found, said = case.own_view, decision.own_view, decision.own_view.says
        if view is None or view == "not_sure":
            wrong += [(case, found)] if found.relation != "not_given" else []
            continue
        asked = VIEW_OUTCOME[view]
        now, helped = urgency(asked) - urgency(decision.outcome), levels_of(decision)
        less = {one for one in helped if urgency(one) < urgency(asked)}
        more = {one for one in helped if urgency(one) > urgency(asked)}
        of_help = asked in OF_HELP
        checks = {
            "the same, and it is not": found.relation == "same" and (now or (of_help and (less or more))),
            "the same help, and it is not": found.relation == "same_help" and (less or more or not of_help),
            "more help, and it is not": found.relation == "lower_help" and (less or asked in helped),
            "asks for more, and the help is the same": said == say("compared.lower") and of_help and (
                now >= 0 or less or asked in helped),
            "asks for more now, and does not": said == say("compared.lower_now") and now >= 0,
            "the view asks for more, and does not": said == say("compared.higher") and now <= 0,
            "the view asks for more help, and does not": found.relation == "higher_help" and (more or asked in helped),
            "not free to act higher": (found.relation in ("higher", "higher_help")) != ("it is your judgement" in said),
            "nothing to write down": found.relation != "same" and "rite down" not in said,
            "calmer": urgency(decision.outcome) < urgency(alone.outcome),
        }
        wrong += [(case.home_area, view, decision.outcome, helped, said, what) for what, so in checks.items() if so]
    assert wrong == [], (len(wrong), wrong[:5])
