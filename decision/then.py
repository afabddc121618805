"""The second answer: which help there is, who leads it, on which form, and whether somebody must agree to it.

The order is fixed (design/2, Two answers): what children's services decide, the social worker or lead practitioner who
has the child already, an adult's own agreement, the pregnant woman's, the young person's, a document without levels,
and then the levels: the supported one first, the highest second. Until a talk that the result asks for is recorded
nobody's agreement is asked for: it is for the help, never for the call.
"""
from dataclasses import replace
from typing import NamedTuple

from decision.case import Child
from decision.consent import kept
from decision.entitled import Answers, of_holders, of_pregnant_woman, of_young_person
from decision.known import Known
from decision.outcome import urgency
from decision.path import AgreementState, Path
from decision.path_rules import about_agreement, first_path, review, step_up
from decision.result import Deadline, Decision, DocumentDue, DutyFound, OwnViewCompared, Place, Reason, Telling
from decision.telling import somebody_told
from guidance.agreement import AreaPath, HelpOffered, PathRule
from guidance.packs import AreaPack
from guidance.vocabulary import CallOutcome, HelpKind, Outcome, WhoAgrees

TALKED: tuple[CallOutcome, ...] = ("taken", "advice", "no_further_action", "get_agreement")
"""What a call that was a talk ended in."""
EARLY: Outcome = "early_help"
REFERS: tuple[Outcome, ...] = ("refer_now", "call_999")


class Seen(NamedTuple):
    """What the second answer rests on, besides the case."""

    known: Known
    place: Place
    result: Outcome
    reasons: tuple[Reason, ...]
    telling: tuple[Telling, ...]
    duties: tuple[DutyFound, ...]
    forms: tuple[DocumentDue, ...]
    deadlines: tuple[Deadline, ...]
    view: OwnViewCompared


class _Way(NamedTuple):
    """One help before the agreement of a child is worked out: its level if it is one, and the rule it came from."""

    help: HelpOffered
    level: str = ""
    name: str = ""
    outcome: Outcome = "consult"
    rule: PathRule | None = None
    note: str = ""


def then(seen: Seen) -> tuple[Path, ...]:
    """The paths of help, for each child; children with the same paths together."""
    grouped: dict[tuple[Path, ...], tuple[str, ...]] = {}
    for child in _children(seen.known):
        paths = tuple(_path(way, number == 0, child, seen) for number, way in enumerate(_ways(child, seen)))
        grouped[paths] = (*grouped.get(paths, ()), *((child.label,) if child else ()))
    everybody = tuple(child.label for child in seen.known.case.children)
    return tuple(path if about == everybody else path.model_copy(update={"about": about})
                 for paths, about in grouped.items() for path in paths)


def talk_first(decision: Decision) -> bool:
    """Whether the help comes after a talk that this result asks for and nobody has recorded yet."""
    waits = decision.after_call is None and urgency(decision.outcome) >= urgency("consult_today")
    return waits or any(path.agreement == "after_talk" for path in decision.then)


def _children(known: Known) -> tuple[Child | None, ...]:
    """The children whom what was found is about; all where that is nobody in particular; None where none is named."""
    about = {child.label for row in known.yes_rows for child in known.children(known.meant(row))}
    about |= {child.label for _, answer in known.yes_signs for child in known.children(answer.about)}
    chosen = tuple(child for child in known.case.children if child.label in about)
    return chosen or known.case.children or (None,)


def _ways(child: Child | None, seen: Seen) -> tuple[_Way, ...]:
    """The kinds of help for one child, in order."""
    known = seen.known
    rule = first_path(child, known, _decided(seen), _counted(seen))
    if rule:
        return (_Way(_offered(rule), rule=rule),)
    if known.area and known.area.levels:
        return _instead(child, seen, _levels(known.area, seen))
    return _instead(child, seen, _process(seen))


def _decided(seen: Seen) -> Outcome:
    """The outcome that decides the path: one that rests only on somebody not to be told yet keeps the level's."""
    others = [reason.outcome for reason in seen.reasons if reason.kind != "telling"]
    lifted = seen.result in REFERS and not any(outcome in REFERS for outcome in others)
    return max(others, key=urgency, default=seen.result) if lifted else seen.result


def _counted(seen: Seen) -> bool:
    """Whether any finding is more than the everyday services meet."""
    known = seen.known
    if known.area and known.area.levels:
        return seen.place.highest_order > 1
    return bool(known.counted or known.yes_rows) and _area_path(seen) is not None


def _levels(area: AreaPack, seen: Seen) -> tuple[_Way, ...]:
    """The supported level's help, then the highest one's; the step up where help was tried without change."""
    orders = [order for order in dict.fromkeys((seen.place.supported_order, seen.place.highest_order)) if order]
    tried = step_up(seen.known)
    if tried:
        beyond = [order for order in orders if area.levels[order - 1].outcome != EARLY]
        up = (n for n in range(max(orders, default=0) + 1, len(area.levels) + 1) if area.levels[n - 1].outcome != EARLY)
        orders = beyond or list(up)[:1] or orders
    return tuple(_level(area, order, seen, tried.agreement if tried else "") for order in orders)


def _level(area: AreaPack, order: int, seen: Seen, note: str) -> _Way:
    """A level's help. At the level for significant harm that of a child in need where rows of need stand there; where
    only a raise reaches it, the level's own."""
    level = area.levels[order - 1]
    rule = next((one for one in seen.known.packs.consent(area.id) if one.about == "service"
                 and level.id in one.levels), None)
    asked = {"from_whom": rule.from_whom, "if_refused": rule.if_refused} if rule else {}
    in_need = order == area.acting and any(row.order == order for row in seen.known.counted)
    own = HelpOffered(
        means=level.means, leads=level.leads, help=level.response, document=level.document, agreement=level.agreement,
        needs_agreement=level.needs_agreement or in_need, source=level.source)
    offered = (level.need_path or own) if in_need else own
    missing = {key: value for key, value in asked.items() if value and not getattr(offered, key)}
    outcome: Outcome = "refer_with_agreement" if order == area.acting else level.outcome
    name = f"{level.printed} ({level.name})" if level.printed else level.name
    return _Way(offered.model_copy(update=missing), level.id, name, outcome, note=note)


def _process(seen: Seen) -> tuple[_Way, ...]:
    """What the document of an area without levels has next."""
    found = _area_path(seen)
    return (_Way(found, outcome="refer_with_agreement" if found.tried else EARLY),) if found else ()


def _area_path(seen: Seen) -> AreaPath | None:
    known = seen.known
    tried = step_up(known) is not None
    met = {duty.id for duty in seen.duties if not duty.doubted}
    return next((one for one in (known.area.paths if known.area else ())
                 if (not one.outcomes or seen.result in one.outcomes) and (not one.duties or met & set(one.duties))
                 and (not one.tried or tried)), None)


def _instead(child: Child | None, seen: Seen, ways: tuple[_Way, ...]) -> tuple[_Way, ...]:
    """Where early help is open already, its review in the place of help that would begin it anew."""
    rule = review(child, seen.known)
    if rule is None or step_up(seen.known):
        return ways
    return (_Way(_offered(rule), rule=rule, outcome=EARLY), *(way for way in ways if way.outcome != EARLY))


def _offered(rule: PathRule) -> HelpOffered:
    return HelpOffered(
        means=rule.means, leads=rule.leads, help=rule.help, document=rule.document, agreement=rule.agreement,
        needs_agreement=rule.needs_agreement, from_whom=rule.from_whom, if_refused=rule.if_refused, source=rule.source)


def _path(way: _Way, first: bool, child: Child | None, seen: Seen) -> Path:
    known, help_ = seen.known, way.help
    say = known.packs.national.say
    own = about_agreement(child, known) if way.rule is None or way.rule.who == "holders" else None
    rule = own or way.rule
    who: WhoAgrees = rule.who if rule else "holders"
    kind: HelpKind = "early_help" if way.outcome == EARLY else "beyond_early_help"
    answers = _answers(who, kind, first, rule, seen)
    state = _state(help_, who, answers, seen)
    general = next(one for one in known.packs.national.consent if one.about == "service")
    if_refused = (rule.if_refused if rule else "") or help_.if_refused or general.if_refused
    not_agreed = answers.refused or (state == "not_sought" and who != "worker")
    if help_.needs_agreement and not_agreed and kind == "beyond_early_help":
        if_refused = f"{say('then.front_door_refused')} {if_refused}"
    from_whom = (rule.from_whom if rule else "") or help_.from_whom or general.from_whom
    held = help_.needs_agreement and who in ("holders", "pregnant_woman") and not somebody_told(seen.telling)
    form, goes_to = _form(help_.document, way.rule is not None, seen)
    return Path(
        level=way.level, name=way.name, says=help_.means, leads=help_.leads, help=help_.help, document=form,
        goes_to=goes_to, written=_written(seen) if seen.result in REFERS else (),
        agreement_needed=help_.needs_agreement, agreement=state,
        says_agreement=_in_words(state, help_, who, answers, seen),
        rule=own.agreement if own else help_.agreement,
        from_whom=_held(seen) if held else from_whom,
        given_by=answers.given, refused_by=answers.refused,
        not_counted=tuple(say(f"then.not_counted.{why}", name=name) for why, name in answers.not_counted),
        question=_question(who, help_, answers, seen), if_refused=if_refused,
        note=" ".join(part for part in (way.note, _view(seen)) if part),
        source=help_.source, agreement_source=rule.source if rule else help_.source,
    )


def _answers(who: WhoAgrees, kind: HelpKind, first: bool, rule: PathRule | None, seen: Seen) -> Answers:
    known, telling = seen.known, seen.telling
    if who == "young_person":
        return of_young_person(known, telling)
    if who == "pregnant_woman":
        return of_pregnant_woman(known, telling)
    if who != "holders":
        return Answers()
    answers = of_holders(known, telling, kind, first)
    if rule is None or not rule.understands:
        return answers
    own = of_young_person(known, telling)
    return replace(answers, given=answers.given + own.given, refused=answers.refused + own.refused,
                   unknown=answers.unknown and not own.given)


def _state(help_: HelpOffered, who: WhoAgrees, answers: Answers, seen: Seen) -> AgreementState:
    if not help_.needs_agreement or who in ("nobody", "worker"):
        return "not_sought"
    if urgency(seen.result) >= urgency("consult_today") and seen.known.case.call.outcome not in TALKED:
        return "after_talk"
    if answers.given and not (help_.everyone and not _everyone(answers, seen.known)):
        return "have"
    if answers.refused:
        return "refused"
    return "ask" if answers.open_to_ask else "not_sought"


def _everyone(answers: Answers, known: Known) -> bool:
    """Whether all who are asked have agreed: those with parental responsibility, and a child who can."""
    person = known.case.young_person
    able = person.understanding == "understands" or person.agrees in ("agrees", "refuses")
    return answers.all_said_yes and (person.agrees == "agrees" or not able)


def _held(seen: Seen) -> str:
    """From whom, where nobody of the family is simply told: as the front door says, or first the young person."""
    say = seen.known.packs.national.say
    return say("then.state.young_person_first" if kept(seen.known, seen.telling) else "then.from_front_door")


def _in_words(state: AgreementState, help_: HelpOffered, who: WhoAgrees, answers: Answers, seen: Seen) -> str:
    say = seen.known.packs.national.say
    given, refused = ", ".join(answers.given), ", ".join(answers.refused)
    if not help_.needs_agreement:
        return say("then.state.none")
    if who == "worker":
        return say("then.state.worker")
    if state == "have":
        return say("then.state.have_refused" if refused else "then.state.have", given_by=given, refused_by=refused)
    if state == "refused":
        return say("then.state.refused", refused_by=refused)
    if state == "not_sought" and kept(seen.known, seen.telling):
        return say("then.state.young_person_first")
    if state == "ask" and seen.result == "consult":
        return say("then.state.ask_after_lead")
    return say("then.state.ask_all" if state == "ask" and help_.everyone else f"then.state.{state}")


def _question(who: WhoAgrees, help_: HelpOffered, answers: Answers, seen: Seen) -> str:
    """What must be known before anybody's yes is enough."""
    if not help_.needs_agreement or not answers.unknown or answers.given or not answers.open_to_ask:
        return ""
    key = {"holders": "then.who_holds", "pregnant_woman": "then.who_expects"}.get(who)
    return seen.known.packs.national.say(key) if key else ""


def _form(document: str, ours: bool, seen: Seen) -> tuple[str, str]:
    """The form's name and where it goes. A document of `ours` stands under the name that the result gives it."""
    known = seen.known
    if not document:
        return known.packs.national.say("then.no_form"), ""
    if ours:
        due = next((one for one in seen.forms if one.ours == document), None)
        return (due.name, _contact(due.sent_to, due.area, known)) if due else (document, "")
    forms = known.area.documents if known.area else ()
    form = next(one for one in forms if document in (one.id, one.ours))
    return form.name, _contact(form.sent_to, known.area_id, known)


def _contact(id_: str, area_id: str, known: Known) -> str:
    contact = known.packs.contact(area_id, id_) if id_ else None
    return contact.name if contact else ""


def _written(seen: Seen) -> tuple[str, ...]:
    """The user's own part in writing, and by when, of the area that is rung."""
    return tuple(item.says for item in seen.deadlines if item.owner == "you" and item.from_event == "call_made"
                 and not item.chase)


def _view(seen: Seen) -> str:
    return seen.known.packs.national.say("then.own_view") if seen.view.relation == "higher" else ""
