"""Agreement to a service, kept apart from sharing information and from telling. Refusal never ends the journey."""
from decision.known import Known
from decision.path import Path
from decision.result import Consent, ConsentState, ConsentStatement, DutyFound, Place, Telling
from decision.telling import TALKS_FROM_MONTHS, in_confidence, somebody_told
from guidance.models import ConsentRule
from guidance.vocabulary import Outcome
from guidance.words import say

NEEDS_AGREEMENT = frozenset({"early_help", "refer_with_agreement"})
TALKS = frozenset({"consult", "consult_today", "refer_now", "call_999"})
"""Outcomes that are a talk or a call which needs no agreement, and may end in help that does."""
NO_AGREEMENT = "own_rule.never_blocks"
"""Key of the place in our own rules."""
CAUTIOUS: tuple[ConsentState, ...] = ("not_sought", "refused", "ask", "have")
"""States of agreement on a path, the one that asks for most care first."""
RECORD = ("consent.record_told", "consent.record_agreed", "consent.record_decided")
"""Keys of what is written down, whatever the state."""


def find_consent(known: Known, place: Place, result: Outcome, telling: tuple[Telling, ...],
                 duties: tuple[DutyFound, ...], paths: tuple[Path, ...]) -> Consent:
    """What agreement this result needs, whether there is any, and every rule about sharing that applies.

    Whose yes counts is worked out for the paths of help alone (decision/then.py); here it is only read from them.
    """
    needed = result in NEEDS_AGREEMENT and any(path.agreement_needed for path in paths)
    deciding = most_cautious(paths) if needed else None
    statements = _statements(known, place, duties, somebody_told(telling))
    service = next((item for item in statements if item.about == "service"), None)
    return Consent(
        agreement_needed=needed,
        state=state_of(deciding) if deciding else "not_sought" if needed else "not_needed",
        says=deciding.says_agreement if deciding else say("consent.not_sought" if needed else "consent.not_needed"),
        afterwards=_afterwards(known, place, result, telling, paths),
        statements=statements,
        record=tuple(say(key) for key in RECORD),
        source=service.source if needed and service else known.packs.national.own_rule(NO_AGREEMENT),
    )


def most_cautious(paths: tuple[Path, ...]) -> Path | None:
    """Of the paths that need agreement now, and not only after a talk, the one whose state asks for most care."""
    asking = (path for path in paths if path.agreement_needed and path.agreement != "after_talk")
    return min(asking, key=lambda path: CAUTIOUS.index(state_of(path)), default=None)


def state_of(path: Path) -> ConsentState:
    """The state of a path's agreement as one of the result; what waits for a talk is not sought now."""
    return "not_sought" if path.agreement == "after_talk" else path.agreement


def _afterwards(known: Known, place: Place, result: Outcome, telling: tuple[Telling, ...],
                paths: tuple[Path, ...]) -> tuple[str, ...]:
    """What help needs after a talk that needs no agreement; only where somebody may be told and a path needs it of the
    family: what a social worker asks for, and an adult's own, is no help that the levels speak of.

    What each level reached says of it. Where none does: the area's own rule on help of every kind, or the national one.
    """
    asked = any(path.agreement_needed and path.of == "family" for path in paths)
    if result not in TALKS or not asked or not somebody_told(telling):
        return ()
    rules = [rule for rule in known.packs.consent(known.area_id) if rule.about == "service"]
    of_help = {level for rule in rules for level in rule.levels}
    said = tuple(say("consent.of_level", level=level.name, agreement=level.agreement) for level in place.meaning
                 if level.needs_agreement or level.level in of_help)
    general = (rule.says for rule in rules if not (rule.levels or rule.duties))
    return said or tuple(general)[:1]


def kept(known: Known, telling: tuple[Telling, ...]) -> bool:
    """Whether the family is held back only because the young person decides who knows."""
    family = [item for item in telling if item.person not in ("suspected", "young_person")]
    return all(item.state == "tell" or in_confidence(item, known) for item in family)


def _statements(
    known: Known, place: Place, duties: tuple[DutyFound, ...], prompting: bool
) -> tuple[ConsentStatement, ...]:
    """The area's rules that touch this level or these duties, then the national ones.

    `prompting`: somebody may be told. Otherwise no rule that prompts to tell or to ask the family is among them.
    """
    levels = {place.supported, place.highest} - {""}
    found = {duty.id for duty in duties}
    area_rules = known.area.consent if known.area else ()
    kept = [
        rule for rule in (*area_rules, *known.packs.national.consent)
        if (prompting or not rule.prompts_telling) and (rule.about != "young_person" or _may_decide(known))
        and (not rule.levels or levels & set(rule.levels))
        and (not rule.duties or found & set(rule.duties))
    ]
    first_stricter = {rule.about: rule.id for rule in reversed(kept) if rule.stricter}
    return tuple(_statement(rule, known, rule.id == first_stricter.get(rule.about)) for rule in kept)


def _may_decide(known: Known) -> bool:
    """Whether a child of this case is old enough to be asked, so that a rule on their own yes is about them."""
    children = known.case.children
    return not children or any(
        not child.unborn and (child.months is None or child.months >= TALKS_FROM_MONTHS) for child in children)


def _statement(rule: ConsentRule, known: Known, with_national: bool) -> ConsentStatement:
    """One rule; the first stricter one on a subject has the national rule beside it."""
    national = next((item for item in known.packs.national.consent if item.about == rule.about), None)
    beside = national if with_national else None
    return ConsentStatement(
        about=rule.about, says=rule.says, from_whom=rule.from_whom, if_refused=rule.if_refused,
        national=beside.says if beside else "", source=rule.source, national_source=beside.source if beside else None,
    )
