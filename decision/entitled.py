"""Whose yes to help counts, and whose no: for one path of one child (design/2, Whose yes counts).

A yes counts from somebody entitled who may be told, who was asked apart from anybody unsafe, for this named help. A
yes from, or in front of, somebody who is not simply told is not counted, nor is their no the family's refusal.
Beside anything of harm that is everybody suspected (decision/telling.py); of an ordinary worry a parent is told and may
agree. Who is entitled is data (`CarerRule`); where it is not known, nobody's yes is enough.
"""
from dataclasses import dataclass, replace
from typing import Literal

from decision.case import Child, FamilyMember
from decision.known import Known
from decision.path_rules import about_agreement, decides_alone
from decision.result import Telling
from decision.suspects import RELATIVES
from decision.telling import SUSPECTED, TALKS_FROM_MONTHS, YOUNG_PERSON, somebody_told
from decision.whose_answer import may_be_young_person
from guidance.agreement import CarerRule
from guidance.vocabulary import HelpKind
from guidance.words import say

Why = Literal[
    "not_told", "suspected", "harmed", "not_alone", "other_help", "no_responsibility", "asked_first", "not_understood",
    "of_which_child",
]


@dataclass(frozen=True)
class Answers:
    """Names of those whose yes or no counts; whose yes does not and why; and what is still open.

    `open_to_ask`: somebody who may agree may also be asked. `unknown`: nobody is known to be entitled, and somebody may
    be. `missing`: those who may be asked and have said neither yes nor no that counts. `not_all`: the document asks for
    everybody, and not everybody has said yes. `unnamed`: a yes that counts was to no help by its name. `carers`: the
    rules on who may agree that decided. `alone`: those who decide without anybody else, and may be asked.
    """

    given: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    not_counted: tuple[tuple[Why, str], ...] = ()
    open_to_ask: bool = False
    unknown: bool = False
    missing: tuple[str, ...] = ()
    not_all: bool = False
    unnamed: bool = False
    carers: tuple[CarerRule, ...] = ()
    alone: tuple[str, ...] = ()


def of_holders(known: Known, telling: tuple[Telling, ...], kind: HelpKind, first: bool) -> Answers:
    """The answers of those with parental responsibility. `first`: the path that a yes without a named help is for."""
    members = known.case.family
    deciding = _deciding(members, known)
    may_ask = [member for member in deciding if told(member.key, telling)]
    said_yes = [one for one in members if one.agrees == "agrees"]
    why = {one.key: _why_not(one, known, telling, kind, first) for one in said_yes}
    given = [one for one in deciding if one in said_yes and why[one.key] is None and entitled(one, known)]
    return Answers(
        given=tuple(one.relation for one in given),
        refused=tuple(one.relation for one in may_ask if one.agrees == "refuses"),
        not_counted=tuple((reason, one.relation) for one in said_yes if (reason := why[one.key]) is not None),
        open_to_ask=bool(may_ask) or (not deciding and somebody_told(telling)),
        unknown=not any(entitled(one, known) for one in members),
        missing=tuple(one.relation for one in may_ask if one.agrees != "refuses" and why.get(one.key, "") is not None),
        unnamed=any(not one.agreed_to for one in given),
        carers=_decided_by(members, known),
        alone=tuple(one.relation for one in may_ask if _alone(one, known)),
    )


def of_everybody(
    child: Child | None, known: Known, telling: tuple[Telling, ...], kind: HelpKind, first: bool
) -> Answers:
    """The answers where a document asks for all: each of the family who may be asked, and the child who can be.

    The child's own yes or no counts here at any age beside the parents', and never in their place. Of another child
    than the one whose answer the case holds nobody has heard.
    """
    holders = of_holders(known, telling, kind, first)
    name, said = _own_answer(child, known, telling, first)
    held_back = said is None and not told(YOUNG_PERSON, telling) and _can_be_asked(child, known)
    missing = holders.missing
    if not (holders.given or holders.refused or missing) and somebody_told(telling):
        missing = (say("then.somebody_who_holds"),)
    if said is None and _can_be_asked(child, known) and not held_back:
        missing = (*missing, say("then.the_child") if _theirs(child, known) else name)
    refused = (*holders.refused, *((name,) if said == "refuses" else ()))
    return replace(
        holders, given=(*holders.given, *((name,) if said == "agrees" else ())), refused=refused, missing=missing,
        open_to_ask=holders.open_to_ask and not held_back,
        not_all=bool(missing or refused or held_back or not holders.given),
        unnamed=holders.unnamed or said == "agrees",
    )


def _own_answer(
    child: Child | None, known: Known, telling: tuple[Telling, ...], first: bool
) -> tuple[str, Literal["agrees", "refuses"] | None]:
    """What this child is called, and their own yes or no where the case holds it and they may be told."""
    agrees = known.case.young_person.agrees
    theirs = _theirs(child, known)
    name = say("then.the_young_person") if theirs or child is None else say("then.child", label=child.label)
    if not (theirs and first and told(YOUNG_PERSON, telling)):
        return name, None
    return name, "agrees" if agrees == "agrees" else "refuses" if agrees == "refuses" else None


def _theirs(child: Child | None, known: Known) -> bool:
    """Whether the own answer that the case holds is this child's; where no child was described there is only one."""
    return child is None or may_be_young_person(known) == (child,)


def _can_be_asked(child: Child | None, known: Known) -> bool:
    """Whether this child is old enough to be asked anything, and nobody has said that they do not understand."""
    if child is None:
        return True
    small = child.unborn or (child.months is not None and child.months < TALKS_FROM_MONTHS)
    return not small and not (_theirs(child, known) and known.case.young_person.understanding == "does_not_understand")


def _decided_by(members: tuple[FamilyMember, ...], known: Known) -> tuple[CarerRule, ...]:
    """The rules on who may agree that decided: somebody decides alone; an answer counts for nothing; or of nobody it is
    known. That a parent holds it who says so needs no rule."""
    nobody = not any(entitled(one, known) for one in members)
    found = []
    for one in members:
        rule, holds = known.packs.national.carer(one.role), entitled(one, known)
        answered = one.agrees in ("agrees", "refuses")
        if rule and ((holds and rule.alone) or (answered and holds is False) or (nobody and holds is None)):
            found.append(rule)
    return tuple(dict.fromkeys(found))


def of_young_person(child: Child | None, known: Known, telling: tuple[Telling, ...], first: bool) -> Answers:
    """The young person's own answer, where it is known to be this child's, and they may be told and can decide.

    A case does not hold to which help they said yes, so it counts as one that names none.
    """
    person = known.case.young_person
    name = say("then.the_young_person")
    may_be_told = told(YOUNG_PERSON, telling)
    theirs = child is not None and may_be_young_person(known) == (child,)
    why = _why_not_theirs(child, theirs, may_be_told, known) or (None if first else "other_help")
    yes = person.agrees == "agrees"
    return Answers(
        given=(name,) if yes and why is None else (),
        refused=(name,) if person.agrees == "refuses" and theirs and may_be_told else (),
        not_counted=((why, name),) if yes and why else (),
        open_to_ask=may_be_told, unnamed=True,
    )


def _why_not_theirs(child: Child | None, theirs: bool, may_be_told: bool, known: Known) -> Why | None:
    if not theirs:
        return "of_which_child"
    if not may_be_told:
        return "asked_first"
    return None if _can_decide(child, known) else "not_understood"


def _can_decide(child: Child | None, known: Known) -> bool:
    """Whether it is said that they understand this decision; from the age at which that is presumed, not doubted."""
    said = known.case.young_person.understanding
    return said == "understands" or (said in (None, "not_asked") and decides_alone(child, known))


def of_pregnant_woman(known: Known, telling: tuple[Telling, ...], kind: HelpKind, first: bool) -> Answers:
    """Her own answer, whether she is one of the family or a young person of this case; nobody else's counts."""
    young = next((child for child in known.case.children if child.expecting == "yes"), None)
    if young:
        return of_young_person(young, known, telling, first)
    hers = [member for member in known.case.family if member.expecting == "yes"]
    if not hers:
        return Answers(open_to_ask=any(one.state == "tell" for one in telling if one.person != SUSPECTED), unknown=True)
    may_ask = [one for one in hers if told(one.key, telling)]
    said_yes = [(_unsafe(one, known, telling) or _other_help(one, kind, first), one.relation)
                for one in hers if one.agrees == "agrees"]
    return Answers(
        given=tuple(name for why, name in said_yes if why is None),
        refused=tuple(one.relation for one in may_ask if one.agrees == "refuses"),
        not_counted=tuple((why, name) for why, name in said_yes if why),
        open_to_ask=bool(may_ask), unnamed=any(not one.agreed_to for one in hers),
    )


def family_refused(known: Known, telling: tuple[Telling, ...]) -> bool:
    """Whether a no of the family counts for any child: of somebody who may decide about help, and who may be told."""
    for child in known.case.children or (None,):
        rule = about_agreement(child, known)
        who = rule.who if rule else "holders"
        if who == "holders" and of_holders(known, telling, "early_help", True).refused:
            return True
        if who == "pregnant_woman" and of_pregnant_woman(known, telling, "early_help", True).refused:
            return True
    return False


def entitled(member: FamilyMember, known: Known) -> bool | None:
    """Whether somebody may agree to help for the child; None where that is not known."""
    rule = known.packs.national.carer(member.role)
    said = {"yes": True, "no": False}.get(member.responsibility or "")
    if rule is None or rule.holds == "said":
        return said
    return rule.holds == "always" and said is not False


def told(key: str, telling: tuple[Telling, ...]) -> bool:
    """Whether this person may simply be told."""
    return any(one.person == key and one.state == "tell" for one in telling)


def _deciding(members: tuple[FamilyMember, ...], known: Known) -> list[FamilyMember]:
    """Those who are entitled or may be; only those who decide alone where there is such a person."""
    alone = [one for one in members if _alone(one, known)]
    return alone or [one for one in members if entitled(one, known) is not False]


def _alone(member: FamilyMember, known: Known) -> bool:
    """Whether this person decides without a birth parent."""
    rule = known.packs.national.carer(member.role)
    return rule is not None and rule.alone and bool(entitled(member, known))


def _why_not(
    member: FamilyMember, known: Known, telling: tuple[Telling, ...], kind: HelpKind, first: bool
) -> Why | None:
    """Why a yes of this person does not count; None where nothing speaks against it."""
    if entitled(member, known) is False:
        return "no_responsibility"
    return _unsafe(member, known, telling) or _other_help(member, kind, first)


def _unsafe(member: FamilyMember, known: Known, telling: tuple[Telling, ...]) -> Why | None:
    if not told(member.key, telling):
        if member.key in known.case.source_of_harm.members:
            return "suspected"
        return "harmed" if member.harmed in ("yes", "not_sure") else "not_told"
    return None if _apart(member, known, telling) else "not_alone"


def _other_help(member: FamilyMember, kind: HelpKind, first: bool) -> Why | None:
    named = kind in member.agreed_to if member.agreed_to else first
    return None if named else "other_help"


def _apart(member: FamilyMember, known: Known, telling: tuple[Telling, ...]) -> bool:
    """Whether nobody unsafe was there: asked alone, or there is nobody who could have heard.

    Somebody of whom nobody says that they were asked alone may have been heard by a person who is held back, by the one
    suspected, also if they are not of the family, by whoever is named as the source of an ordinary worry, and by the
    other adult where the worry is of two adults against each other, entered or not.
    """
    if member.asked_alone == "yes":
        return True
    if between_adults(known):
        return False
    others = (one for one in telling if one.person not in (SUSPECTED, YOUNG_PERSON, member.key))
    suspected = any(one.person == SUSPECTED for one in telling) or _another_named(member, known)
    return not suspected and all(one.state == "tell" for one in others)


def between_adults(known: Known) -> bool:
    """Whether something that is so, or may be, is of two adults of the family against each other."""
    return any(row.indicator.between_adults for row in known.rows if row.answer != "not_known")


def _another_named(member: FamilyMember, known: Known) -> bool:
    """Whether somebody else than this person is named as the source: by who they are, or by a kind that is not theirs.

    A kind is theirs by their role; of somebody who is named and has no role that says so, one kind is.
    """
    source = known.case.source_of_harm
    kinds = set(source.kinds) - {"nobody", "not_known"}
    if set(source.members) - {member.key}:
        return True
    theirs = {"parent_or_carer"}
    theirs |= {"partner"} if member.role == "step_parent_or_partner" else set()
    theirs |= {"other_family"} if member.role in RELATIVES else set()
    left = kinds - theirs
    return len(kinds) > 1 and bool(left) if member.key in source.members else bool(left)
