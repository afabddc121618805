"""Worked cases: a pack's own acceptance tests, written as sentences in cases.yaml and run through the engine.

What a worked case does not mention has been asked and answered "no", so that a case shows one thing; `blank: yes`
switches that off. Every key but those of `WorkedCase` itself is a field of `Case`.
"""
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import Field

from decision.assess import assess
from decision.case import Case
from decision.result import Decision
from guidance.packs import Packs
from guidance.vocabulary import Answer, Basis, Fact, FirstCall, FrozenMap, Outcome
from guidance.words import Said, say
from guidance.words.forms import listed

FAMILY_WORDS: dict[str, dict[str, str]] = {
    "asked_and_agrees": {"told": "yes", "agrees": "agrees", "responsibility": "yes", "risk": "no"},
    "asked_and_refuses": {"told": "yes", "agrees": "refuses", "responsibility": "yes", "risk": "no"},
    "told": {"told": "yes", "agrees": "not_asked", "responsibility": "yes", "risk": "no"},
    "not_told": {"told": "no", "agrees": "not_asked", "responsibility": "yes", "risk": "no"},
    "unsafe_to_ask": {"told": "no", "agrees": "not_asked", "responsibility": "yes", "risk": "yes"},
    "not_sure_if_safe": {"told": "no", "agrees": "not_asked", "responsibility": "yes", "risk": "not_sure"},
}

NONE, NOBODY = "none", "nobody"
"""What a worked case writes for a place or a raise that is not there, and for a call to no one; a pack's files hold no
empty text. What it writes for a deadline that is not there, or has no date, is what is said of it."""


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
    found = _compare(say("differs.outcome"), expect.outcome, decision.outcome)
    if expect.first is not None:
        found += _compare(say("differs.first_call"), expect.first, decision.first_call or NOBODY)
    if expect.place is not None:
        place = decision.place
        found += _compare(say("differs.place"), list(expect.place), [place.supported or NONE, place.highest or NONE])
    if expect.agreement is not None:
        found += _compare(say("differs.agreement"), expect.agreement, decision.consent.state)
    if expect.headline is not None:
        found += _compare(say("differs.headline"), expect.headline, decision.headline)
    if expect.raised is not None:
        raised = ";".join(item.kind for item in decision.place.raised) or NONE
        found += _compare(say("differs.raised"), expect.raised, raised)
    if expect.route is not None:
        found += _compare(say("differs.route"), expect.route, _rung(decision))
    if expect.dial is not None:
        dialled = next((route.dial for route in decision.routes if route.dial), NONE)
        found += _compare(say("differs.number"), expect.dial, dialled)
    return (*found, *_telling(expect, decision), *_in_order(expect.route_order, decision), *_papers(expect, decision),
            *_then(expect, decision), *_due(expect, decision), *_present(expect, decision))


def _telling(expect: Expected, decision: Decision) -> list[Said]:
    """People who are to be told or not, or by another rule than expected."""
    found = []
    told = {item.person: item.state for item in decision.telling}
    for person, state in expect.telling.items():
        found += _compare(say("differs.telling", person=person), state, told.get(person, say("differs.no_entry")))
    rules = {item.person: item.rule for item in decision.telling}
    for person, rule in expect.telling_rules.items():
        found += _compare(say("differs.telling_rule", person=person), rule, rules.get(person, say("differs.no_entry")))
    return found


def _due(expect: Expected, decision: Decision) -> list[Said]:
    """Deadlines at another time than expected; a worked case writes as much of the time as it is about."""
    found = []
    deadlines = {item.id: item for item in decision.deadlines}
    for id_, when in expect.due.items():
        item = deadlines.get(id_)
        due = say("differs.no_deadline") if item is None else (
            item.due.isoformat()[:min(16, len(when))] if item.due else say("differs.no_date"))
        found += _compare(say("differs.due", id=id_), when, due)
    return found


def _present(expect: Expected, decision: Decision) -> list[Said]:
    """What is expected among the results and is not there, and duties that are there and must not be."""
    found = []
    duties = {item.id for item in decision.duties if not item.doubted}
    for what, wanted, present in (
        ("duty", expect.duties, duties),
        ("document", expect.documents, {item.ours for item in decision.documents}),
        ("reason", expect.reasons,
         {name for item in decision.reasons for name in (item.id, item.kind, f"{item.kind} {item.id}")}),
        ("route", expect.routes, {route.contact for route in decision.routes}),
        ("gap", expect.gaps, {gap.id for gap in decision.gaps} | {gap.kind for gap in decision.gaps}),
    ):
        found += [say("differs.not_found", what=say(f"differs.{what}"), id=id_) for id_ in wanted if id_ not in present]
    return found + [say("differs.found", what=say("differs.duty"), id=id_) for id_ in expect.duties_absent
                    if id_ in duties]


def _then(expect: Expected, decision: Decision) -> list[Said]:
    """Paths of help that are not as expected, field by field, and doubts that are not exactly those expected."""
    found = _compare(say("differs.paths"), len(expect.then), len(decision.then)) if expect.then else []
    for number, (wanted, path) in enumerate(zip(expect.then, decision.then, strict=False), 1):
        for name, value in wanted.items():
            what = say("differs.path", number=number, field=name)
            found += _compare(what, value, _plainly(getattr(path, name, say("differs.no_field"))))
    if expect.settle is not None:
        doubts = sorted(item.id for item in decision.settle) or [NONE]
        found += _compare(say("differs.settle"), sorted(expect.settle), doubts)
    return found


def _plainly(value: object) -> str:
    """A value as a worked case writes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ",".join(value) or NONE
    return (value if isinstance(value, str) else str(value)) or NONE


def _papers(expect: Expected, decision: Decision) -> list[Said]:
    """Documents that must not be due, the forms they stand for, and where they are sent."""
    due = {item.ours: item for item in decision.documents}
    paper = say("differs.document")
    found = [say("differs.found", what=paper, id=id_) for id_ in expect.documents_absent if id_ in due]
    for ours, id_ in expect.forms.items():
        form = due[ours].form or NONE if ours in due else say("differs.not_due")
        found += _compare(say("differs.form", document=ours), id_, form)
    for ours, id_ in expect.sent_to.items():
        sent_to = due[ours].sent_to or NONE if ours in due else say("differs.not_due")
        found += _compare(say("differs.sent_to", document=ours), id_, sent_to)
    return found


def _in_order(wanted: tuple[str, ...], decision: Decision) -> list[Said]:
    """Whether the contacts or kinds wanted stand among the routes in this order."""
    ways = [(route.contact, route.kind) for route in decision.routes]
    left = iter(ways)
    if all(any(name in way for way in left) for name in wanted):
        return []
    stands = listed(contact or kind for contact, kind in ways)
    return [say("differs.order", expected=listed(wanted), found=stands)]


def _rung(decision: Decision) -> str:
    ring = ("ring_now", "ring_when_open", "emergency", "police", "switchboard", "advice")
    return next((route.contact for route in decision.routes if route.kind in ring and route.contact), NOBODY)


def _compare(what: Said, expected: object, found: object) -> list[Said]:
    """Nothing where both are the same; else the sentence that says so."""
    if expected == found:
        return []
    wanted, got = (item if isinstance(item, str) else str(item) for item in (expected, found))
    return [say("differs.from", what=what, expected=wanted, found=got)]
