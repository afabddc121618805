"""Duties that hold whatever the level: which are triggered, by what, and the steps that apply to this user.

A finding that names no child is about all of them, so one more finding never takes a child out of a duty. A sign that
could not be found out starts no duty, but what its duty says not to do holds already.
"""
from collections import defaultdict
from dataclasses import dataclass, field

from decision.birth_to_come import duties_of, is_written
from decision.case import Child
from decision.conditions import is_for, role_of, started_unknown, starts, unless_known_otherwise
from decision.known import Known
from decision.one_of import Statement, in_words, rows_of
from decision.result import DutyFound
from decision.sign_groups import one_is_so
from guidance.models import Duty, Factor, Indicator, Step
from guidance.vocabulary import OUTCOMES, Basis, Outcome
from guidance.words import say
from guidance.words.forms import apart


@dataclass
class _Trigger:
    """What has triggered one duty so far."""

    because: list[str] = field(default_factory=list)
    about: dict[str, None] = field(default_factory=dict)
    everyone: bool = False
    basis: list[Basis | None] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    @property
    def labels(self) -> tuple[str, ...]:
        """The children it is about; empty for all of them."""
        return () if self.everyone else tuple(self.about)


def find_duties(known: Known) -> dict[str, tuple[tuple[Duty, ...], DutyFound]]:
    """Duty id → the packs' entries and the duty as found, in the order of the packs."""
    triggers = _triggers(known)
    found: dict[str, tuple[tuple[Duty, ...], DutyFound]] = {}
    for id_ in known.packs.duty_ids(known.area_id):
        if id_ not in triggers:
            continue
        entries = known.packs.duties(known.area_id, id_)
        if duty := _found(entries, triggers[id_], known):
            found[id_] = (entries, duty)
    return found


def to_tell(duties: tuple[DutyFound, ...], result: Outcome) -> str:
    """What is said to the council where the result comes from something that it must be told; empty otherwise. From a
    talk today up the worry is said itself."""
    if OUTCOMES.index(result) >= OUTCOMES.index("consult_today"):
        return ""
    return next((duty.tells for duty in duties if duty.leads and duty.tells and duty.at_least == result), "")


def may_ask_for(item: Indicator | Factor, about: tuple[str, ...], known: Known) -> Outcome | None:
    """The most urgent outcome that a yes to this row or factor would ask for, through duties that may apply too."""
    asked = [item.at_least] + [
        duty.at_least for id_ in item.duty for duty in known.packs.duties(known.area_id, id_)
        if unless_known_otherwise(duty.applies, known, known.children(about))[0]
    ]
    return max((one for one in asked if one), key=OUTCOMES.index, default=None)


def doubtful(known: Known, unknown: bool = False) -> tuple[Duty, ...]:
    """Entries of the duties of rows and factors that are not sure, unless a known fact rules them out.

    `unknown`: those of rows and factors that are not known as well.
    """
    answers = ("not_sure", "not_known") if unknown else ("not_sure",)
    factors = (*known.unsure_factors, *known.unknown_factors) if unknown else known.unsure_factors
    asked = [(id_, known.meant(row)) for row in known.rows if row.answer in answers for id_ in row.indicator.duty]
    asked += [(id_, ()) for factor in factors for id_ in factor.duty]
    return tuple(
        entry for id_, about in dict.fromkeys(asked) for entry in known.packs.duties(known.area_id, id_)
        if unless_known_otherwise(entry.applies, known, known.children(about))[0]
    )


def _triggers(known: Known) -> dict[str, _Trigger]:
    triggers: dict[str, _Trigger] = defaultdict(_Trigger)

    def pull(duties: tuple[str, ...], says: str, about: tuple[str, ...], basis: Basis | None, has_basis: bool) -> None:
        for id_ in duties:
            trigger = triggers[id_]
            trigger.because.append(says)
            trigger.about.update(dict.fromkeys(about))
            trigger.everyone |= not about
            if has_basis:
                trigger.basis.append(basis)

    for sign, answer in known.yes_signs:
        pull(sign.duty, sign.says, answer.about, answer.basis, True)
    for row in known.yes_rows:
        pull(duties_of(row.indicator, known), row.indicator.says, known.meant(row), row.finding.basis, True)
    for factor in known.factors:
        pull(duties_of(factor, known), factor.says, (), None, False)
    for group in known.some_of:
        pull(_shared(known, group), _group_words(known, group), (), None, False)
    for ids in known.one_of:
        pull(_all_have(known, ids), in_words(ids, known.area), (), None, False)
    for entry in known.packs.started_by_facts(known.area_id):
        if starts(entry.triggers, known):
            pull((entry.id,), _fact_words(entry), (), None, False)
            triggers[entry.id].unknown += started_unknown(entry.triggers, known)
    return triggers


def _shared(known: Known, group: str) -> tuple[str, ...]:
    """The duties that every sign has of a group of which one is so: whichever it is, they are met."""
    signs = one_is_so(group, known.packs.signs(known.area_id), known.case)
    return tuple(id_ for id_ in (signs[0].duty if signs else ()) if all(id_ in sign.duty for sign in signs))


def _all_have(known: Known, ids: Statement) -> tuple[str, ...]:
    """The duties of every statement of a set of which one is so: whichever it is, they are met."""
    rows = rows_of(ids, known.area)
    each = [duties_of(row, known) for row in rows]
    return tuple(id_ for id_ in (each[0] if each else ()) if all(id_ in duties for duties in each))


def _group_words(known: Known, group: str) -> str:
    named = known.packs.national.sign_group.get(group)
    return say("unsure.some_of", group=named.name) if named else say("unsure.some_signs")


def find_doubted_duties(known: Known, met: tuple[DutyFound, ...]) -> tuple[DutyFound, ...]:
    """Duties of signs that could not be found out: what not to do, and nothing else, until more is known. Each says
    which signs it would follow from.

    So it is with a duty to keep a place secret, where it is not sure whether the family hides.
    """
    of_signs: dict[str, list[str]] = {}
    for sign, _ in known.unsure_signs:
        for id_ in sign.duty:
            of_signs.setdefault(id_, []).append(sign.short)
    ids = [*of_signs, *(entry.id for entry in doubtful(known, unknown=True) if entry.withholds_place)]
    there = {duty.id for duty in met}
    entries = (known.packs.duties(known.area_id, id_) for id_ in dict.fromkeys(ids) if id_ not in there)
    return tuple(_doubted(found, tuple(of_signs.get(found[0].id, ()))) for found in entries
                 if any(entry.do_not for entry in found))


def unprompted(duties: tuple[DutyFound, ...]) -> tuple[DutyFound, ...]:
    """The duties without steps that would tell somebody in the family, for where nobody there is to be told yet."""
    return tuple(_stepping(duty, tuple(step for step in duty.steps if not step.prompts_telling)) for duty in duties)


def untraced(duties: tuple[DutyFound, ...]) -> tuple[DutyFound, ...]:
    """The duties without steps that look for where the family is, for a family that hides or may."""
    return tuple(_stepping(duty, tuple(step for step in duty.steps if not step.seeks_place)) for duty in duties)


def _stepping(duty: DutyFound, steps: tuple[Step, ...]) -> DutyFound:
    if steps == duty.steps:
        return duty
    named = any(step.in_short for step in duty.steps)
    return duty.but(steps=steps, in_short=_first_things(steps) if named else duty.in_short)


def _first_things(steps: tuple[Step, ...]) -> str:
    """What these steps ask, in few words, as far as they have some."""
    return apart(dict.fromkeys(step.in_short for step in steps if step.in_short))


def _doubted(entries: tuple[Duty, ...], because: tuple[str, ...]) -> DutyFound:
    first = next(entry for entry in entries if entry.do_not)
    return DutyFound(
        id=first.id, name=first.name, says=first.says, because=because, doubted=True, steps=(), source=first.source,
        withholds_place=any(entry.withholds_place for entry in entries),
        do_not=tuple(step for entry in entries for step in entry.cited_do_not),
    )


def _fact_words(entry: Duty) -> str:
    return say("reason.duty_by_facts", duty=entry.name)


def _of_another_officer(contact: str, known: Known) -> bool:
    """Whether this is the designated officer of the home area, and the one who is told is another area's."""
    told = known.case.work_area or known.case.area_now or known.case.home_area
    return known.area is not None and contact == known.area.allegations and told != known.area.id


def _found(entries: tuple[Duty, ...], trigger: _Trigger, known: Known) -> DutyFound | None:
    """The duty with both packs' steps, or None where a known fact says that it does not apply."""
    children: tuple[Child, ...] = known.children(trigger.labels)
    checks = [unless_known_otherwise(entry.applies, known, children, tuple(trigger.basis)) for entry in entries]
    applying = [entry for entry, (applies, _) in zip(entries, checks, strict=True) if applies]
    if not checks[0][0] or not applying:
        return None
    first = applying[0]
    role = role_of(known)
    steps = tuple(step for entry in applying for step in entry.cited_steps
                  if is_for(step, role) and not is_written(step, known))
    # Where the role is not known every step is shown: what is for some roles alone is then not named first.
    named = tuple(step for step in steps if role is not None or not step.for_roles)
    return DutyFound(
        id=first.id,
        name=first.name,
        in_short=_first_things(named) or first.in_short,
        tells=first.tells,
        says=first.says,
        because=tuple(dict.fromkeys(trigger.because)),
        at_least=max((entry.at_least for entry in applying if entry.at_least and _asks(entry, known)),
                     key=OUTCOMES.index, default=None),
        leads=any(entry.leads for entry in applying),
        first_call=next((entry.first_call for entry in applying if entry.first_call), None),
        withholds_place=any(entry.withholds_place for entry in applying),
        steps=steps,
        do_not=tuple(step for entry in applying for step in entry.cited_do_not),
        tools=tuple(entry.tool for entry in applying if entry.tool),
        contacts=tuple(dict.fromkeys(entry.contact for entry in applying
                                     if entry.contact and not _of_another_officer(entry.contact, known))),
        unknown=tuple(dict.fromkeys(
            (*trigger.unknown, *(words for applies, unknown in checks if applies for words in unknown)))),
        warnings=tuple(warning for entry in applying for warning in entry.warn),
        gaps=tuple(entry.gap for entry in applying if entry.gap),
        about=trigger.labels,
        source=first.source,
        also=applying[1].source if len(applying) > 1 else None,
    )


def _asks(entry: Duty, known: Known) -> bool:
    """Whether a duty that is met asks for its outcome here."""
    return entry.at_least_where is None or starts(entry.at_least_where, known)
