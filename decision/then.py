"""The second answer: which help there is, who leads it, on which form, and whether somebody must agree to it.

The order is fixed (design/2, Two answers): what children's services decide, the social worker or lead practitioner who
has the child already, an adult's own agreement, the pregnant woman's, the young person's, a document without levels,
and then the levels: the supported one first, the highest second. Until a talk that the result asks for is recorded
nobody's agreement is asked for: it is for the help, never for the call.
"""
from dataclasses import replace

from decision.calls import talked
from decision.case import OWN_VIEW_OUTCOME, Child
from decision.consent import kept
from decision.core import Seen
from decision.entitled import Answers, of_everybody, of_holders, of_pregnant_woman, of_young_person
from decision.known import Known
from decision.outcome import NOT_YET_LIFTS
from decision.path import AgreementState, AskedBy, CarerSaid, Path
from decision.path_form import form_of, written_part
from decision.path_rules import about_agreement, step_up, worse_since_refusal
from decision.result import Decision, Telling
from decision.telling import SUSPECTED, YOUNG_PERSON, somebody_told
from decision.urgency import urgency
from decision.ways import EARLY, FRONT_DOOR, REFERS, Way, children_meant, find_ways, kind_of
from guidance.agreement import HelpOffered, PathRule
from guidance.packs import Packs
from guidance.vocabulary import HelpKind, WhoAgrees
from guidance.words import say
from guidance.words.forms import following, listed

WHOSE_YES = {"young_person": "_young_person", "adult": "_adult", "pregnant_woman": "_pregnant_woman"}
"""Where one person's own yes is what counts, the end of the key of the sentence that names them."""


def find_paths(seen: Seen) -> tuple[Path, ...]:
    """The paths of help, for each child; children with the same paths together."""
    grouped: dict[tuple[Path, ...], tuple[str, ...]] = {}
    for child in children_meant(seen.known):
        paths = tuple(_path(way, number == 0, child, seen) for number, way in enumerate(_ways(child, seen)))
        grouped[paths] = (*grouped.get(paths, ()), *((child.label,) if child else ()))
    everybody = tuple(child.label for child in seen.known.case.children)
    return tuple(path if about == everybody else path.but(about=about)
                 for paths, about in grouped.items() for path in paths)


def before_ringing(decision: Decision, packs: Packs) -> str:
    """That nobody's agreement is needed to ring, or without a number to contact them; and, where a talk today or more
    comes first, that nobody is asked before it. Empty where there is nobody to contact."""
    if not decision.routes:
        return ""
    rung = any(route.dial for route in decision.routes)
    keys = ("now.no_agreement" if rung else "now.no_agreement_contact", "now.ask_nobody_first")
    said = keys if urgency(decision.outcome) >= urgency("consult_today") else keys[:1]
    return following(*(say(key) for key in said))


def talk_first(decision: Decision, *first: Path) -> bool:
    """Whether the help comes after a talk that this result asks for and nobody has had yet: a call that nobody answered
    is none. `first`: the first paths of the children whom the words stand over; one that is itself the word to the
    social worker, or a referral now, with no level and nobody's agreement, comes after none; what only a talk today can
    find comes after it."""
    today = decision.outcome == "consult_today"
    helped = tuple(path for path in first
                   if path.level or path.agreement_needed or (today and path.of != "worker"))
    talked = decision.after_call is not None and decision.after_call.talked
    waits = not talked and urgency(decision.outcome) >= urgency("consult_today")
    return bool(helped) and (waits or any(path.agreement == "after_talk" for path in helped))


def _ways(child: Child | None, seen: Seen) -> tuple[Way, ...]:
    """The kinds of help for one child. Where the first was refused by somebody whose no counts, no yes that is enough
    stands beside it, and things are worse since, nothing is offered before the talk. The no of a child of whom it is
    said that they do not understand is none."""
    known, found = seen.known, find_ways(child, seen)
    if not found or _talked(seen) or not worse_since_refusal(known):
        return found
    answers = _whose(found[0], True, child, seen)[2]
    deciding = {one.relation for one in known.case.family}
    if known.case.young_person.understanding != "does_not_understand":
        deciding.add(say("then.the_young_person"))
    enough = answers.given and not answers.not_all
    return find_ways(child, seen, refused=True) if deciding & set(answers.refused) and not enough else found


def _whose(way: Way, first: bool, child: Child | None, seen: Seen) -> tuple[PathRule | None, WhoAgrees, Answers]:
    """The rule on whose agreement counts for this child on this way, whose it is, and what they have said. Nobody can
    have agreed to help that only the talk names."""
    rule = _on_agreement(way, child, seen.known) or way.rule
    who: WhoAgrees = rule.who if rule else "holders"
    kind: HelpKind = "early_help" if way.outcome == EARLY else "beyond_early_help"
    first = first and _named(way) and step_up(seen.known) is None
    return rule, who, _answers(who, kind, first, child, rule, way.help, seen)


def _named(way: Way) -> bool:
    """Whether an answer says which help this is, and not only the talk."""
    return way.rule is None or way.rule.counted is not False


def _path(way: Way, first: bool, child: Child | None, seen: Seen) -> Path:
    help_ = way.help
    rule, who, answers = _whose(way, first, child, seen)
    state = _state(help_, who, answers, first, _named(way), seen)
    from_whom, if_refused = _by_whom(way, who, rule, answers, state, seen)
    form, goes_to = form_of(help_.document, way.rule is not None, seen,
                             help_.needs_agreement and not _named(way))
    return Path(
        level=way.level, name=way.name, says=help_.means, leads=help_.leads, help=help_.help, document=form,
        goes_to=goes_to, written=written_part(seen) if seen.outcome in REFERS and help_.document else (),
        agreement_needed=help_.needs_agreement, agreement=state, of=_asked_by(way),
        says_agreement=_in_words(state, way, who, answers, seen),
        rule=rule.agreement if rule else help_.agreement, from_whom=from_whom,
        given_by=answers.given, refused_by=answers.refused,
        not_counted=tuple(say("then.not_counted", why=say(f"then.not_counted.{why}", name=name))
                          for why, name in answers.not_counted),
        uncounted=tuple(name for _, name in answers.not_counted),
        carers=tuple(CarerSaid(says=one.says, source=one.source) for one in answers.carers),
        question=_question(who, help_, answers, seen), if_refused=if_refused, note=_notes(way, answers, seen),
        step_up=way.step_up, led_by=way.led_by, kind=kind_of(way),
        source=help_.source, agreement_source=rule.source if rule else help_.source,
    )


def _asked_by(way: Way) -> AskedBy:
    """Whose agreement a way is about; a rule before the levels that asks for a person's own is the one for adults."""
    who = way.rule.who if way.rule else "holders"
    if who == "worker":
        return "worker"
    if not way.help.needs_agreement:
        return "nobody"
    return "adult" if who == "young_person" else "family"


def _on_agreement(way: Way, child: Child | None, known: Known) -> PathRule | None:
    """The rule that says whose agreement counts for this child, where one does and some would be needed.

    Where the document asks for all of them, nobody's own yes stands for the others'; and what the social worker asks
    about is theirs.
    """
    rule = about_agreement(child, known)
    if rule is None or not way.help.needs_agreement:
        return None
    if way.rule is not None and way.rule.who != "holders":
        return None
    shared = way.help.everyone and rule.who != "pregnant_woman"
    return None if shared else rule


def _by_whom(
    way: Way, who: WhoAgrees, rule: PathRule | None, answers: Answers, state: AgreementState, seen: Seen
) -> tuple[str, str]:
    """From whom agreement is sought, and what a refusal changes; neither sends anybody to who is not to be told.

    Where no agreement is needed there is nobody from whom, and nothing to refuse.
    """
    if not way.help.needs_agreement:
        return "", ""
    known = seen.known
    general = next(one for one in known.packs.national.consent if one.about == "service")
    from_whom = (rule.from_whom if rule else "") or way.help.from_whom or general.from_whom
    if answers.alone and rule is None and not way.help.everyone:
        from_whom = say("then.from_alone", names=listed(answers.alone))
    if_refused = (rule.if_refused if rule else "") or way.help.if_refused or general.if_refused
    if who == "worker":
        return from_whom, if_refused
    of_family = who in ("holders", "pregnant_woman")
    young_first = _young_person_first(seen)
    if of_family and not somebody_told(seen.telling):
        from_whom, if_refused = say("then.state.young_person_first" if young_first else "then.from_front_door"), ""
    elif of_family and state == "after_talk" and any(one.state != "tell" for one in _family(seen.telling)):
        from_whom = say("then.from_front_door")
    if way.outcome == FRONT_DOOR and state in ("refused", "not_sought") and not young_first:
        asked = say("then.front_door_refused" if state == "refused" else "then.front_door_not_asked")
        if_refused = following(asked, if_refused)
    return from_whom, if_refused


def _family(telling: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """The entries of those who may agree to help for the child, or of the family as a whole."""
    return tuple(one for one in telling if one.person not in (SUSPECTED, YOUNG_PERSON))


def _young_person_first(seen: Seen) -> bool:
    """Whether somebody of the family is held back, and only because the young person decides who knows."""
    return any(one.state != "tell" for one in _family(seen.telling)) and kept(seen.known, seen.telling)


def _answers(
    who: WhoAgrees, kind: HelpKind, first: bool, child: Child | None, rule: PathRule | None, help_: HelpOffered,
    seen: Seen
) -> Answers:
    """Whose yes and no counts, where agreement is needed. `first`: the help for which a yes counts that names none."""
    known, telling = seen.known, seen.telling
    if not help_.needs_agreement:
        return Answers()
    if who == "young_person":
        return of_young_person(child, known, telling, first)
    if who == "pregnant_woman":
        return of_pregnant_woman(known, telling, kind, first)
    if who != "holders":
        return Answers()
    if help_.everyone:
        return of_everybody(child, known, telling, kind, first)
    answers = of_holders(known, telling, kind, first)
    if rule is None or not rule.understands:
        return answers
    own = of_young_person(child, known, telling, first)
    return replace(answers, given=answers.given + own.given, refused=answers.refused + own.refused,
                   not_counted=answers.not_counted + own.not_counted, unknown=answers.unknown and not own.given,
                   unnamed=answers.unnamed or bool(own.given))


def _state(
    help_: HelpOffered, who: WhoAgrees, answers: Answers, first: bool, named: bool, seen: Seen
) -> AgreementState:
    """`first`: not what only the talk can find, about which nobody is asked before it. `named`: an answer says which
    help it is; where only a talk can say that, nobody can be asked about it, or have agreed to it, before."""
    if not help_.needs_agreement or who in ("nobody", "worker"):
        return "not_sought"
    talked = _talked(seen)
    talk = seen.outcome == "consult" or urgency(seen.outcome) >= urgency("consult_today")
    if not talked and talk and (not named or seen.outcome != "consult"):
        return "after_talk"
    if answers.given and not answers.not_all:
        return "have"
    if not first and not talked:
        return "after_talk"
    if answers.refused:
        return "refused"
    return "ask" if answers.open_to_ask else "not_sought"


def _talked(seen: Seen) -> bool:
    """Whether a talk is on record; where the result asks for one today, it is one with whoever decides on the help."""
    return talked(seen.known.case, with_a_team=urgency(seen.outcome) >= urgency("consult_today"))


def _in_words(state: AgreementState, way: Way, who: WhoAgrees, answers: Answers, seen: Seen) -> str:
    help_ = way.help
    given, refused = listed(answers.given), listed(answers.refused)
    if not help_.needs_agreement:
        return say("then.state.none")
    if who == "worker":
        return say("then.state.worker")
    if state == "have":
        beyond = way.rule is None and way.outcome != EARLY
        said = say("then.state.have_refused" if refused else "then.state.have", given_by=given, refused_by=refused)
        return following(said, say("then.state.yes_to_this")) if beyond and answers.unnamed else said
    if state == "refused":
        return say("then.state.refused", refused_by=refused)
    of_themselves = state == "ask" and who == "young_person"
    if (state == "not_sought" or of_themselves) and _young_person_first(seen):
        return say("then.state.young_person_first")
    if state != "ask":
        return say(f"then.state.{state}")
    lead_first = seen.outcome == "consult"
    own = WHOSE_YES.get("adult" if _asked_by(way) == "adult" else who, "")
    asks_all = help_.everyone and not own
    said = say(f"then.state.ask{own}_after_lead", first=say("then.lead_first")) if lead_first else say(
        "then.state.ask_all" if asks_all else f"then.state.ask{own}")
    missing = listed(answers.missing) if asks_all else ""
    return following(said, say("then.state.missing", names=missing)) if missing else said


def _question(who: WhoAgrees, help_: HelpOffered, answers: Answers, seen: Seen) -> str:
    """What must be known before anybody's yes is enough."""
    if not help_.needs_agreement or not answers.unknown or answers.given or not answers.open_to_ask:
        return ""
    key = {"holders": "then.who_holds", "pregnant_woman": "then.who_expects"}.get(who)
    return say(key) if key else ""


def _notes(way: Way, answers: Answers, seen: Seen) -> str:
    """What is to be thought of beside the help: help so far, somebody who agrees and is a child, the user's view."""
    young = [one.relation for one in seen.known.case.family
             if one.under_18 == "yes" and one.relation in (*answers.given, *answers.refused)]
    return following(way.note, way.step_up, say("then.under_18", names=listed(young)) if young else "",
                     say("then.own_view_again" if _talked(seen) else "then.own_view") if _thinks_more(seen) else "")


def _thinks_more(seen: Seen) -> bool:
    """Whether the user's own view asks for more than all else does; each as it is where somebody is not told yet."""
    view = seen.known.case.own_view
    if view in (None, "not_sure"):
        return False
    others = tuple(one.outcome for one in seen.reasons if one.kind not in ("own_view", "telling"))
    held = any(one.state == "not_yet" and one.person != SUSPECTED for one in seen.telling)
    lifts = NOT_YET_LIFTS if held else {}
    asked = max((urgency(lifts.get(one, one)) for one in others), default=0)
    own = OWN_VIEW_OUTCOME[view]
    return urgency(lifts.get(own, own)) > asked
