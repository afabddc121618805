"""The outcome: the most urgent of danger, signs, place, duties, telling, the family's answers and the user's own view.

Each reason says what it alone asks for; the outcome is the most urgent of them, so nothing added makes it calmer.
"""
from collections.abc import Mapping

from decision.by_level import level_reasons
from decision.case import ONE_OF, OWN_VIEW_OUTCOME
from decision.doubts import danger_now, doubt_reasons
from decision.entitled import family_refused
from decision.known import Known
from decision.not_asked import cannot_be_asked, not_asked
from decision.one_of import Statement, raised_by_doubt
from decision.open_signs import asked_first
from decision.other_age import other_age_reasons
from decision.path_rules import tried_without_change, worse_since_refusal
from decision.result import DutyFound, Place, Reason, Telling
from decision.sight import sight_reasons
from decision.unread import unread_reasons
from decision.unsure import SIGN_NOT_SURE, finding_of, suspected, unsure_reasons
from decision.urgency import most_urgent, urgency
from guidance.models import Sign
from guidance.vocabulary import Citation, FirstCall, Outcome
from guidance.words import say
from guidance.words.forms import all_of, apart, following

SAFETY, UNANSWERED, OWN_VIEW, BEFORE_NEXT = (
    "own_rule.safety_first", "own_rule.unknown_is_never_no", "own_rule.your_own_view", "own_rule.before_next")
"""Keys of places in our own rules, for reasons that no published document gives."""
WORRY_WHY = {None: "reason.worry_not_answered", "yes": "reason.worry_yes", "not_sure": "reason.worry_not_sure"}
"""Answer to whether harm could come before somebody would next act → the key of what it says of a worry."""
AT_ONCE: tuple[FirstCall, ...] = ("999", "police", "hospital")
"""First calls of a duty that come before those of the signs: help that a child needs while the front door is rung."""
NOT_YET_LIFTS: dict[Outcome, Outcome] = {"refer_with_agreement": "refer_now", "early_help": "consult_today"}
CALL_ORDER: tuple[FirstCall, ...] = ("999", "police", "hospital", "front_door", "lado", "named_doctor")


def own_rule(known: Known, key: str) -> Citation:
    """A citation of our own rules, for what no published document says. `key`: of the place in them."""
    return known.packs.national.own_rule(key)


def find_reasons(known: Known, place: Place, duties: tuple[DutyFound, ...],
                 telling: tuple[Telling, ...], shared: Mapping[Statement, Reason] | None = None) -> tuple[Reason, ...]:
    """Every reason, most urgent first. What telling "not yet" does is worked out last, on what the others ask for.

    `shared`: the reason of each set of statements of which one is so, without which (decision/core.py).

    A finding that gives several reasons is listed with the most urgent one.
    """
    found = (
        _danger(known) + _signs(known) + level_reasons(known, place) + _at_least(known) + _duties(duties)
        + _open(known, shared or {}) + _ask_first(known) + doubt_reasons(known) + _family(known, telling)
        + _own(known)
        + sight_reasons(known) + _not_asked(known) + other_age_reasons(known)
        + unread_reasons(known.unread, known.unread_signs, known.packs)
    )
    found += _not_yet(found, telling)
    once: dict[tuple[str, str, str], Reason] = {}
    for reason in sorted(found, key=lambda reason: -urgency(reason.outcome)):
        once.setdefault((reason.kind, reason.id, reason.says), reason)
    return tuple(once.values())


def _open(known: Known, shared: Mapping[Statement, Reason]) -> tuple[Reason, ...]:
    """What is not sure or not known. Statements of which one is so stand once, by what they share, with the most that
    any of them asks for."""
    unsure, written = unsure_reasons(known), {finding.id for finding in known.case.findings if finding.why != ONE_OF}
    said = frozenset(id_ for ids in shared for id_ in ids) - written
    asked = {ids: [each.outcome for each in unsure if each.id in said & set(ids)] for ids in shared}
    most = {ids: most_urgent((one.outcome, *asked[ids])) for ids, one in shared.items()}
    return (*(one if most[ids] == one.outcome else raised_by_doubt(one, most[ids], ids, known.area)
              for ids, one in shared.items()),
            *(each for each in unsure if each.id not in said))


def _danger(known: Known) -> tuple[Reason, ...]:
    case, says = known.case, danger_now(known.case)
    safe = case.danger == "not_sure" and case.confirmed_safe == "yes"
    return (Reason(kind="danger", says=says, outcome="consult_today" if safe else "call_999",
                   source=own_rule(known, SAFETY)),) if says else ()


def _signs(known: Known) -> tuple[Reason, ...]:
    yes = tuple(
        Reason(kind="sign", id=sign.id, says=sign.says, why=suspected(answer, sign.then), about=answer.about,
               outcome=sign.outcome, source=sign.source)
        for sign, answer in known.yes_signs
    )
    unsure = tuple(
        Reason(kind="sign", id=sign.id, says=sign.says, about=answer.about, outcome="consult_today",
               why=say(SIGN_NOT_SURE), source=sign.source)
        for sign, answer in known.unsure_signs if sign.id not in known.of_group
    )
    return yes + unsure


def _at_least(known: Known) -> tuple[Reason, ...]:
    rows = tuple(
        Reason(kind="at_least", id=row.indicator.id, says=row.indicator.says, about=row.finding.about,
               why=suspected(row.finding, row.indicator.note), outcome=row.indicator.at_least,
               source=row.indicator.source)
        for row in known.yes_rows if row.indicator.at_least
    )
    factors = tuple(
        Reason(kind="at_least", id=factor.id, says=factor.says, outcome=factor.at_least, source=factor.source,
               why=suspected(finding_of(factor, known), factor.note))
        for factor in known.factors if factor.at_least
    )
    return rows + factors


def _duties(duties: tuple[DutyFound, ...]) -> tuple[Reason, ...]:
    return tuple(
        Reason(kind="duty", id=found.id, says=found.name, why=found.says, about=found.about,
               outcome=found.at_least, source=found.source)
        for found in duties if found.at_least
    )


def _ask_first(known: Known) -> tuple[Reason, ...]:
    """A sign that a ticked statement asks about first and that nobody has answered: talk today, unknown is never no."""
    return tuple(
        Reason(kind="unsure", id=sign.id, says=say("reason.sign_not_answered", sign=sign.says), source=sign.source,
               why=say("reason.sign_not_answered_why"), outcome="consult_today")
        for sign in asked_first(known)
    )


def _family(known: Known, telling: tuple[Telling, ...]) -> tuple[Reason, ...]:
    """A no to help, whoever said it and whether or not it counts: of the family, and of the young person."""
    graver = _graver_by_refusal(known)
    asked: Outcome = "consult_today" if graver else "consult"
    found: tuple[Reason, ...] = ()
    if any(member.agrees == "refuses" for member in known.case.family):
        rule = next((rule for rule in known.packs.consent(known.area_id) if rule.about == "service"), None)
        says = say("reason.refused" if family_refused(known, telling) else "reason.said_no")
        found += (Reason(kind="family", says=following(says, graver), outcome=asked, alone=not graver,
                         source=rule.source if rule else own_rule(known, SAFETY)),)
    if known.case.young_person.agrees == "refuses":
        found += (Reason(kind="family", says=following(say("reason.young_person_refused"), graver),
                         outcome=asked, alone=not graver, source=own_rule(known, UNANSWERED)),)
    return found


def _graver_by_refusal(known: Known) -> str:
    """In words, what makes a refusal a talk today: worse since, a finding or a fact at the level for significant harm,
    or concerns or a referral before and help that did not change enough. Empty where there is nothing of the kind."""
    area, history = known.area, known.case.history
    if worse_since_refusal(known):
        return say("reason.refused_worse")
    facts = tuple(row for row in known.yes_rows if row.indicator.kind == "status")
    if area and area.levels and any(row.order >= area.acting for row in (*known.counted, *facts)):
        return say("reason.refused_at_acting")
    if "yes" in (history.earlier_concerns, history.earlier_referral) and tried_without_change(known):
        return say("reason.refused_after_help")
    return ""


def _own(known: Known) -> tuple[Reason, ...]:
    found: list[Reason] = []
    view = known.case.own_view
    if view and view in OWN_VIEW_OUTCOME:
        found.append(Reason(kind="own_view", id=view, says=say("reason.own_view"),
                            outcome=OWN_VIEW_OUTCOME[view], source=own_rule(known, OWN_VIEW)))
    if known.case.other_worry:
        found.append(_worry(known))
    if known.case.practitioner.lead == "lead_decided_not_to_refer":
        found.append(Reason(kind="own_view", id="lead", outcome="consult", source=own_rule(known, OWN_VIEW),
                            says=say("reason.lead_decided")))
    return tuple(found)


def _worry(known: Known) -> Reason:
    """A worry in the user's own words: today, unless they know that no harm could come before anybody would act."""
    answer = known.case.harm_before_next
    why = say(WORRY_WHY[answer]) if answer != "no" else ""
    return Reason(kind="worry", says=say("reason.worry"), why=why,
                  outcome="consult" if answer == "no" else "consult_today", source=own_rule(known, BEFORE_NEXT))


def _not_asked(known: Known) -> tuple[Reason, ...]:
    """While signs or a whole domain have not been asked, the answer is to talk it through: unknown is never "no".

    So it is for good with a domain in which the document has no statements, since nothing here asks about it.
    """
    missing = apart(item.words for item in not_asked(known))
    silent = all_of(cannot_be_asked(known.area))
    says = following(say("reason.not_asked", what=missing) if missing else "",
                     say("open.no_statements", what=silent) if silent else "")
    return (Reason(kind="blank", says=says, outcome="consult", source=own_rule(known, UNANSWERED)),) if says else ()


def _not_yet(found: tuple[Reason, ...], telling: tuple[Telling, ...]) -> tuple[Reason, ...]:
    """Where somebody in the family is not told yet, no agreement is sought: agreed routes become urgent ones."""
    asked = most_urgent(tuple(reason.outcome for reason in found))
    person = next((item for item in telling if item.state == "not_yet" and item.person != "suspected"), None)
    if person is None:
        return ()
    lifted = most_urgent(tuple(NOT_YET_LIFTS[one.outcome] for one in found if one.outcome in NOT_YET_LIFTS))
    if urgency(lifted) <= urgency(asked):
        return ()
    return (Reason(kind="telling", id=person.person, says=say("reason.not_to_be_told", name=person.name),
                   why=person.why, outcome=lifted, alone=False, source=person.source),)


def find_outcome(reasons: tuple[Reason, ...]) -> Outcome:
    """The most urgent outcome that any reason asks for."""
    return most_urgent(tuple(reason.outcome for reason in reasons))


def find_first_call(known: Known, result: Outcome, duties: tuple[DutyFound, ...]) -> FirstCall | None:
    """Who is rung first: as the most urgent sign says, or a duty that asks for help before the front door; nobody
    named for a calm outcome."""
    if result == "call_999":
        return "999"
    calls = {sign.first_call for sign in _leading(known, result)}
    calls |= {duty.first_call for duty in duties if duty.first_call in AT_ONCE and duty.at_least == result}
    if calls:
        return next(call for call in CALL_ORDER if call in calls)
    if result == "refer_now":
        return "front_door"
    leading = {duty.first_call for duty in duties if duty.leads and duty.first_call and duty.at_least == result}
    return next((call for call in CALL_ORDER if call in leading), None)


def _leading(known: Known, result: Outcome) -> tuple[Sign, ...]:
    return tuple(sign for sign, _ in known.yes_signs if sign.outcome == result)
