"""Worked cases: a pack's own acceptance tests, written as sentences in cases.yaml and run through the engine.

What a worked case does not mention has been asked and answered "no", so that a case shows one thing; `blank: yes`
switches that off. Every key but those of `WorkedCase` itself is a field of `Case`.
"""
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pydantic import Field, ValidationError

from decision.assess import assess
from decision.case import Case
from decision.result import Decision
from guidance.packs import AreaPack, Packs, Turn
from guidance.vocabulary import Answer, Basis, Fact, FirstCall, FrozenMap, Outcome

FAMILY_WORDS: dict[str, dict[str, str]] = {
    "asked_and_agrees": {"told": "yes", "agrees": "agrees", "responsibility": "yes", "risk": "no"},
    "asked_and_refuses": {"told": "yes", "agrees": "refuses", "responsibility": "yes", "risk": "no"},
    "told": {"told": "yes", "agrees": "not_asked", "responsibility": "yes", "risk": "no"},
    "not_told": {"told": "no", "agrees": "not_asked", "responsibility": "yes", "risk": "no"},
    "unsafe_to_ask": {"told": "no", "agrees": "not_asked", "responsibility": "yes", "risk": "yes"},
    "not_sure_if_safe": {"told": "no", "agrees": "not_asked", "responsibility": "yes", "risk": "not_sure"},
}

NONE = "none"
"""What a worked case writes for a place or a raise that is not there; a pack's files hold no empty text."""


class WorkedFact(Fact):
    """A ticked statement, factor or sign in a worked case. `why` belongs to `not_sure`."""

    id: str
    about: tuple[str, ...] = ()
    basis: Basis | None = None
    answer: Answer = "yes"
    why: str | None = None


class Expected(Fact):
    """What the engine must say. Only the keys given are compared; lists must all be among the results.

    `route_order`: these contacts or kinds of route stand in this order, others may stand between. `forms` and
    `sent_to`: document of ours → the form it stands for, and the contact it is sent to; `none` where there is none.
    `then`: each path in order, by the fields given: lists joined with commas, a bool as yes or no, `none` for empty;
    `settle`: the ids of the doubts, exactly, `[none]` where there is none.
    """

    outcome: Outcome
    first: FirstCall | str | None = None
    place: tuple[str, str] | None = None
    duties: tuple[str, ...] = ()
    duties_absent: tuple[str, ...] = ()
    telling: FrozenMap[str, str] = Field(default_factory=dict, validate_default=True)
    telling_rules: FrozenMap[str, str] = Field(default_factory=dict, validate_default=True)
    route: str | None = None
    routes: tuple[str, ...] = ()
    route_order: tuple[str, ...] = ()
    dial: str | None = None
    agreement: str | None = None
    due: FrozenMap[str, str] = Field(default_factory=dict, validate_default=True)
    documents: tuple[str, ...] = ()
    documents_absent: tuple[str, ...] = ()
    forms: FrozenMap[str, str] = Field(default_factory=dict, validate_default=True)
    sent_to: FrozenMap[str, str] = Field(default_factory=dict, validate_default=True)
    reasons: tuple[str, ...] = ()
    raised: str | None = None
    gaps: tuple[str, ...] = ()
    headline: str | None = None
    then: tuple[FrozenMap[str, str], ...] = ()
    settle: tuple[str, ...] | None = None


class WorkedCase(Fact):
    """One worked case: a sentence, a moment, what is known, and what must follow."""

    name: str
    on: datetime
    expect: Expected
    case: Case


def expand(raw: Mapping[str, Any], area_id: str, packs: Packs) -> WorkedCase:
    """A worked case as written, with what it leaves out answered. Raises ValidationError on a wrong key or value."""
    data = {key: value for key, value in raw.items() if key not in ("name", "on", "expect")}
    facts = [WorkedFact.model_validate(item) for item in data.pop("facts", ())]
    blank = str(data.pop("blank", "no")).lower() in ("yes", "true")
    home = str(data.get("home_area", area_id))
    sign_ids = {sign.id for sign in packs.signs(home)}
    area = packs.area(home)
    factor_ids = set(area.factor) if area else set()
    signs: dict[str, Any] = {} if blank else {id_: {"answer": "no"} for id_ in sign_ids}
    signs |= {item.id: _sign(item) for item in facts if item.id in sign_ids} | dict(data.pop("signs", {}))
    rest = [item for item in facts if item.id not in sign_ids]
    explained = [item for item in rest if item.answer == "not_sure" and item.why]
    rest = [item for item in rest if item not in explained]
    filled: dict[str, Any] = {
        "home_area": home,
        "signs": signs,
        "findings": [item.model_dump(include={"id", "why", "about", "basis"}) for item in (*rest, *explained)
                     if item in explained or (item.answer == "yes" and item.id not in factor_ids)],
        "answers": {item.id: item.answer for item in rest if item.answer != "yes" and item.id not in factor_ids},
        "factors": {item.id: item.answer for item in rest if item.id in factor_ids},
    }
    if not blank:
        filled |= {"danger": "no", "asked": tuple(packs.national.topic)}
    family = data.pop("family", None)
    if isinstance(family, Mapping):
        filled["family"] = [{"key": key, "relation": key.replace("_", " "), **_family(words)}
                            for key, words in family.items()]
    elif family is not None:
        filled["family"] = family
    if role := data.pop("role", None):
        data.setdefault("practitioner", {})
        data["practitioner"] = {**data["practitioner"], "role": role}
    return WorkedCase.model_validate(
        {"name": raw.get("name"), "on": raw.get("on"), "expect": raw.get("expect"), "case": {**filled, **data}}
    )


def _sign(item: WorkedFact) -> dict[str, Any]:
    return {"answer": item.answer, "why": item.why, "about": item.about, "basis": item.basis}


def _family(words: Any) -> Mapping[str, Any]:
    return FAMILY_WORDS.get(words, {"agrees": words}) if isinstance(words, str) else words


def run(worked: WorkedCase, packs: Packs) -> tuple[str, ...]:
    """What differs from what the worked case expects, as sentences; empty if nothing does."""
    return differences(worked, assess(worked.case, packs, worked.on))


def differences(worked: WorkedCase, decision: Decision) -> tuple[str, ...]:
    """How a decision differs from what the worked case expects, as sentences; empty if it does not.

    Nothing is expected of `would_change`, so the decision may be one without it.
    """
    expect = worked.expect
    found = _compare("outcome", expect.outcome, decision.outcome)
    if expect.first is not None:
        found += _compare("first call", expect.first, decision.first_call or "nobody")
    if expect.place is not None:
        place = decision.place
        found += _compare("place", list(expect.place), [place.supported or NONE, place.highest or NONE])
    if expect.agreement is not None:
        found += _compare("agreement", expect.agreement, decision.consent.state)
    if expect.headline is not None:
        found += _compare("headline", expect.headline, decision.headline)
    if expect.raised is not None:
        found += _compare("raised", expect.raised, ";".join(item.kind for item in decision.place.raised) or NONE)
    if expect.route is not None:
        found += _compare("route", expect.route, _rung(decision))
    if expect.dial is not None:
        dialled = next((route.dial for route in decision.routes if route.dial), "none")
        found += _compare("number", expect.dial, dialled)
    told = {item.person: item.state for item in decision.telling}
    for person, state in expect.telling.items():
        found += _compare(f"telling {person}", state, told.get(person, "no entry"))
    rules = {item.person: item.rule for item in decision.telling}
    for person, rule in expect.telling_rules.items():
        found += _compare(f"telling rule for {person}", rule, rules.get(person, "no entry"))
    found += _in_order(expect.route_order, decision) + _papers(expect, decision) + _then(expect, decision)
    due = {item.id: item.due.isoformat()[:16] if item.due else "no date" for item in decision.deadlines}
    for id_, when in expect.due.items():
        found += _compare(f"due {id_}", when, due.get(id_, "not among the deadlines")[:len(when)])
    present_duties = {item.id for item in decision.duties if not item.doubted}
    for words, wanted, present in (
        ("duty", expect.duties, present_duties),
        ("document", expect.documents, {item.ours for item in decision.documents}),
        ("reason", expect.reasons,
         {name for item in decision.reasons for name in (item.id, item.kind, f"{item.kind} {item.id}")}),
        ("route", expect.routes, {route.contact for route in decision.routes}),
        ("gap", expect.gaps, {gap.id for gap in decision.gaps} | {gap.kind for gap in decision.gaps}),
    ):
        found += [f"{words} {id_} expected, not found" for id_ in wanted if id_ not in present]
    found += [f"duty {id_} not expected, but found" for id_ in expect.duties_absent if id_ in present_duties]
    return tuple(found)


def _then(expect: Expected, decision: Decision) -> list[str]:
    """Paths of help that are not as expected, field by field, and doubts that are not exactly those expected."""
    found = _compare("paths", len(expect.then), len(decision.then)) if expect.then else []
    for number, (wanted, path) in enumerate(zip(expect.then, decision.then, strict=False), 1):
        for name, value in wanted.items():
            found += _compare(f"path {number} {name}", value, _plainly(getattr(path, name, "no such field")))
    if expect.settle is not None:
        found += _compare("settle", sorted(expect.settle), sorted(item.id for item in decision.settle) or [NONE])
    return found


def _plainly(value: object) -> str:
    """A value as a worked case writes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return (",".join(value) if isinstance(value, tuple) else str(value)) or NONE


def _papers(expect: Expected, decision: Decision) -> list[str]:
    """Documents that must not be due, the forms they stand for, and where they are sent."""
    due = {item.ours: item for item in decision.documents}
    found = [f"document {id_} not expected, but found" for id_ in expect.documents_absent if id_ in due]
    for ours, id_ in expect.forms.items():
        found += _compare(f"form for {ours}", id_, due[ours].form or NONE if ours in due else "not due")
    for ours, id_ in expect.sent_to.items():
        found += _compare(f"{ours} sent to", id_, due[ours].sent_to or NONE if ours in due else "not due")
    return found


def _in_order(wanted: tuple[str, ...], decision: Decision) -> list[str]:
    """Whether the contacts or kinds wanted stand among the routes in this order."""
    ways = [(route.contact, route.kind) for route in decision.routes]
    left = iter(ways)
    if all(any(name in way for way in left) for name in wanted):
        return []
    stands = ", ".join(contact or kind for contact, kind in ways)
    return [f"routes: expected in this order {', '.join(wanted)}, found {stands}"]


def _rung(decision: Decision) -> str:
    ring = ("ring_now", "ring_when_open", "emergency", "police", "switchboard", "advice")
    return next((route.contact for route in decision.routes if route.kind in ring and route.contact), "nobody")


def _compare(what: str, expected: object, found: object) -> list[str]:
    return [] if expected == found else [f"{what}: expected {expected}, found {found}"]


Ran = tuple[str, str, tuple[str, ...]]
"""A worked case that was run: the pack's id, the case's name, and what differs from what it expects."""


def run_all(packs: Packs, since: date = date.min, own_national: bool = True) -> tuple[Ran, ...]:
    """Every worked case of every pack. Those of the national one name areas: they are left out where it is not theirs.

    Where packs have editions, every case is run with those of each time from `since` on, whatever day it says itself.
    """
    return tuple((said_of(pack_id, turn), name, differs) for turn in packs.since(since) if turn.packs
                 for pack_id, name, differs in _run_held(turn.packs, own_national))


def said_of(pack_id: str, turn: Turn) -> str:
    """A pack as it is named in a list: with the day, where it is beside what holds from a day on."""
    return pack_id if turn.holds_from == date.min else f"{pack_id}, from {turn.holds_from}"


def _run_held(packs: Packs, own_national: bool) -> tuple[Ran, ...]:
    results = []
    national: list[tuple[str, Any]] = [("national", packs.national)] if own_national else []
    for pack_id, pack in (*national, *packs.areas.items()):
        area_id = pack.id if isinstance(pack, AreaPack) else ""
        for number, raw in enumerate(pack.cases, 1):
            name = str(raw.get("name", f"case {number}"))
            try:
                differs = run(expand(raw, area_id, packs), packs)
            except ValidationError as error:
                differs = tuple(_plain(item) for item in error.errors(include_input=False, include_url=False))
            except ValueError as error:
                differs = (str(error),)
            results.append((pack_id, name, differs))
    return tuple(results)


def _plain(error: Any) -> str:
    where = " → ".join(str(part) for part in error["loc"])
    return f"{where}: {error['msg']}"
