"""Duties that hold whatever the level: which are triggered, by what, and the steps that apply to this user."""
from collections import defaultdict
from dataclasses import dataclass, field

from decision.case import Child
from decision.conditions import has_role, starts, unless_known_otherwise
from decision.known import Known
from decision.result import DutyFound
from guidance.models import Duty, Role, Step
from guidance.vocabulary import OUTCOMES, Basis


@dataclass
class _Trigger:
    """What has triggered one duty so far."""

    because: list[str] = field(default_factory=list)
    about: dict[str, None] = field(default_factory=dict)
    basis: list[Basis | None] = field(default_factory=list)


def triggered(known: Known) -> dict[str, tuple[tuple[Duty, ...], DutyFound]]:
    """Duty id → the packs' entries and the duty as found, in the order of the packs."""
    triggers = _triggers(known)
    found: dict[str, tuple[tuple[Duty, ...], DutyFound]] = {}
    for id_ in known.packs.duty_ids(known.area_id):
        entries = known.packs.duties(known.area_id, id_)
        if id_ in triggers and (duty := _found(entries, triggers[id_], known)):
            found[id_] = (entries, duty)
    return found


def _triggers(known: Known) -> dict[str, _Trigger]:
    triggers: dict[str, _Trigger] = defaultdict(_Trigger)

    def pull(duties: tuple[str, ...], says: str, about: tuple[str, ...], basis: Basis | None, has_basis: bool) -> None:
        for id_ in duties:
            trigger = triggers[id_]
            trigger.because.append(says)
            trigger.about.update(dict.fromkeys(about))
            if has_basis:
                trigger.basis.append(basis)

    for sign, answer in known.yes_signs:
        pull(sign.duty, sign.says, answer.about, answer.basis, True)
    for row in known.yes_rows:
        pull(row.indicator.duty, row.indicator.says, row.finding.about, row.finding.basis, True)
    for factor in known.factors:
        pull(factor.duty, factor.says, (), None, False)
    for entry in known.packs.started_by_facts(known.area_id):
        if starts(entry.triggers, known):
            pull((entry.id,), _fact_words(entry), (), None, False)
    return triggers


def _fact_words(entry: Duty) -> str:
    return f"What you told us about the child or the person concerned ({entry.name})"


def _found(entries: tuple[Duty, ...], trigger: _Trigger, known: Known) -> DutyFound | None:
    """The duty with both packs' steps, or None where a known fact says that it does not apply."""
    children: tuple[Child, ...] = known.children(tuple(trigger.about))
    checks = [unless_known_otherwise(entry.applies, known, children, tuple(trigger.basis)) for entry in entries]
    applying = [entry for entry, (applies, _) in zip(entries, checks, strict=True) if applies]
    if not checks[0][0] or not applying:
        return None
    first = applying[0]
    role = known.packs.national.role.get(known.case.practitioner.role)
    return DutyFound(
        id=first.id,
        name=first.name,
        says=first.says,
        because=tuple(dict.fromkeys(trigger.because)),
        at_least=max((entry.at_least for entry in applying if entry.at_least), key=OUTCOMES.index, default=None),
        leads=any(entry.leads for entry in applying),
        steps=tuple(step for entry in applying for step in entry.cited_steps if role is None or _for_user(step, role)),
        do_not=tuple(step for entry in applying for step in entry.cited_do_not),
        tools=tuple(entry.tool for entry in applying if entry.tool),
        contacts=tuple(dict.fromkeys(entry.contact for entry in applying if entry.contact)),
        unknown=tuple(dict.fromkeys(words for applies, unknown in checks if applies for words in unknown)),
        warnings=tuple(warning for entry in applying for warning in entry.warn),
        gaps=tuple(entry.gap for entry in applying if entry.gap),
        about=tuple(trigger.about),
        source=first.source,
        also=applying[1].source if len(applying) > 1 else None,
    )


def _for_user(step: Step, role: Role) -> bool:
    """Whether a step is for this role; where the role is not known, every step is shown."""
    if not (step.for_roles or step.not_for_roles):
        return True
    wanted = not step.for_roles or has_role(role, step.for_roles)
    return wanted and not has_role(role, step.not_for_roles)
