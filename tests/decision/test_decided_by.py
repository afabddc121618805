"""What is named as deciding decides: put alone into a case, it leads to the same outcome. In every worked case."""
from collections.abc import Iterator
from html import escape
from typing import Any

import pytest

from decision.assess import decide
from decision.case import Case
from decision.core import Seen, core
from decision.known import Known, read
from decision.outcome import find_first_call
from decision.result import Reason, ReasonKind, Rim
from decision.worked import expand
from exports.windscreen import rim_in_words
from exports.windscreen_around import decides
from guidance.packs import Packs
from guidance.words import key_of, say
from pages.parts.result.reasons_view import deciding, elsewhere, reasons
from tests.decision.build import AREA, FRIDAY, PACKS, result, yes
from tests.decision.every import all_packs, asked
from tests.decision.test_outcome import TWO_AT_3
from tests.pages.screen import read as heard

SAID: tuple[ReasonKind, ...] = ("danger", "sign", "finding", "at_least", "one_of", "unsure", "worry", "own_view")
"""Kinds of reason that an answer is by itself; a duty, a rule and what was not asked are none."""


def worked(packs: Packs) -> Iterator[tuple[str, Case]]:
    """Every worked case of these packs, by its name."""
    for id_, pack in (("", packs.national), *packs.areas.items()):
        for raw in pack.cases:
            yield str(raw["name"]), expand(raw, id_, packs).case


def is_said(one: Reason | Rim) -> bool:
    """Whether this is an answer: no page in doubt, and no sign that something asks about and nobody has answered."""
    return one.kind in SAID and bool(one.id or one.kind != "unsure") and (
        key_of(one.says) != "reason.sign_not_answered")


def named(seen: Seen) -> tuple[tuple[Reason | Rim, ...], tuple[Reason | Rim, ...]]:
    """What "This decided it" names, and what the rim does."""
    rim = tuple(one for one in seen.place.rim if not one.doubted and decides(one, seen.place))
    return tuple(one for one in seen.reasons if one.alone and one.outcome == seen.outcome), rim


def alone(one: Reason | Rim, told: Case, base: Case) -> Case:
    """A case in which this was said of the same children, and everything else was asked and is not so."""
    ids = one.id.split("/")
    left: dict[str, Any] = {"children": told.children, "findings": tuple(
        finding for finding in told.findings if finding.id in ids)}
    left |= {name: {id_: given for id_, given in getattr(told, name).items() if id_ in ids}
             for name in ("answers", "factors")}
    left["signs"] = {**base.signs, **{id_: given for id_, given in told.signs.items() if id_ in ids}}
    left |= {name: tuple(id_ for id_ in getattr(told, name) if id_ in ids) for name in ("signs_some", "signs_unsure")}
    left["one_of"] = tuple(set_ for set_ in told.one_of if one.kind == "one_of" and set(set_) & set(ids))
    if one.kind == "danger":
        left |= {"danger": told.danger, "confirmed_safe": told.confirmed_safe, "where_now": told.where_now,
                 "safe_until_open": told.safe_until_open}
    given = told.signs.get(one.id)
    if one.kind == "sign" and given and given.answer == "no":   # where the child is says it
        left |= {"where_now": told.where_now}
    if one.kind == "worry":
        left |= {"other_worry": told.other_worry, "harm_before_next": told.harm_before_next}
    if one.kind == "own_view":
        left |= {"own_view": told.own_view, "practitioner": told.practitioner}
    return base.model_copy(update=left)


def first(known: Known, seen: Seen) -> str | None:
    """Who is rung first."""
    return find_first_call(known, seen.outcome, seen.duties)


@pytest.mark.parametrize("name", all_packs())
def test_whatever_is_named_as_deciding_leads_to_the_same_alone(name: str) -> None:
    """To the same outcome, or to the same first call: and nothing that would lead there alone is missing."""
    packs = all_packs()[name]
    bases = {id_: Case.model_validate(asked(packs, id_)) for id_ in packs.areas}
    tried: set[tuple[object, ...]] = set()
    wrong: list[tuple[object, ...]] = []
    for title, told in worked(packs):
        if told.home_area not in bases:
            continue
        known = read(told, packs)
        seen = core(known)
        why, rim = named(seen)
        ids = {one.id for one in why}
        missing = tuple(one for one in seen.reasons if one.outcome == seen.outcome and one.id not in ids)
        for one in (*why, *rim, *missing):
            key = (told.home_area, one.kind, one.id, one.outcome, one in missing, one.about)
            if key in tried or not is_said(one):
                continue
            tried.add(key)
            put = read(alone(one, told, bases[told.home_area]), packs)
            then = core(put)
            leads = (then.outcome == seen.outcome and then.outcome == one.outcome) or (
                first(put, then) == first(known, seen) is not None)
            if leads is not (one not in missing):
                wrong.append((title, one.kind, one.id, then.outcome, seen.outcome, one in missing))
    assert wrong == []


def test_a_sign_that_asks_for_a_talk_stands_after_the_one_that_asks_for_the_call() -> None:
    """A 999 call is for what asks for it. The talk of a sign that asks for less is neither on the rim nor among what
    decided, and stands after both."""
    talk = next(sign for sign in PACKS.signs(AREA.id) if sign.outcome == "consult_today")
    call = next(sign for sign in PACKS.signs(AREA.id) if sign.outcome == "call_999")
    found = result(signs=yes(talk.id, call.id))
    assert [one.id for one in deciding(found)] == [call.id]
    assert rim_in_words(found.place).endswith(say("windscreen.rim.also", signs=talk.says))
    assert talk.says not in rim_in_words(found.place).partition(say("windscreen.rim.also", signs=""))[0]
    shown = str(reasons(Case(), found, PACKS))
    assert shown.index(call.says[:20]) < shown.index("weighed") < shown.index(talk.says[:20])


def test_what_only_leads_there_together_is_said_to() -> None:
    """Two concerns at level 3: neither would alone, and both are named. A statement that would takes their place."""
    found = result(ticked=TWO_AT_3)
    assert {one.alone for one in deciding(found)} == {False}
    assert say("result.why.decided_together") in str(reasons(Case(), found, PACKS))




def test_no_reason_is_lost_from_the_page() -> None:
    """In every twelfth worked case: each reason that is neither a doubt nor a duty, which stand elsewhere, is said."""
    packs = all_packs()["shipped"]
    for title, told in tuple(worked(packs))[::12]:
        found = decide(read(told, packs), FRIDAY)
        there = {id(one) for those in elsewhere(found) for one in those}
        shown = heard(reasons(Case(), found, packs)).casefold()
        left = [one.says for one in found.reasons if id(one) not in there and heard(escape(one.says)).casefold()
                not in shown]
        assert left == [], title
