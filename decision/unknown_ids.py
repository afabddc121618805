"""Ids in a case that no pack has, said in sentences without anything that the user typed."""
from decision.case import Case
from decision.sign_groups import answers as answers_to_signs
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import ELSEWHERE
from guidance.words import say
from guidance.words.forms import apart, listed


class CaseProblem(ValueError):
    """A case that cannot be read against the packs. `problems` are sentences without anything the user typed."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(apart(problems))
        self.problems = problems


def unknown_ids(case: Case, packs: Packs) -> tuple[str, ...]:
    """Sentences about ids in the case that no pack has; an id is quoted only if it can be nothing but an id."""
    problems: list[str] = []
    for field in ("home_area", "area_now", "work_area"):
        value = getattr(case, field)
        if value not in ("", ELSEWHERE) and not packs.area(value) and not packs.aside(value):
            problems.append(say("unknown.area", field=field, id=quote(value), known=listed(packs.areas)))
    area = packs.area(case.home_area)
    if case.practitioner.role and case.practitioner.role not in packs.national.role:
        problems.append(say("unknown.role", id=quote(case.practitioner.role), known=listed(packs.national.role)))
    if not packs.aside(case.home_area):
        problems += _unknown_answers(case, area, packs)
    topics = packs.national.topic
    for field, ids in (("asked", case.asked), ("unsure_topics", case.unsure_topics)):
        problems += [say("unknown.topic", field=field, id=quote(id_)) for id_ in ids if id_ not in topics]
    return tuple(problems)


def _unknown_answers(case: Case, area: AreaPack | None, packs: Packs) -> list[str]:
    signs = {sign.id for sign in packs.signs(case.home_area)}
    problems: list[str] = [say("unknown.sign", id=quote(id_)) for id_ in dict.fromkeys(answers_to_signs(case))
                           if id_ not in signs]
    rows = {**area.indicator, **area.factor} if area else {}
    for field, ids in (
        ("findings", tuple(finding.id for finding in case.findings)), ("answers", tuple(case.answers)),
        ("factors", tuple(case.factors)),
    ):
        problems += [_no_row(field, id_, area) for id_ in ids if id_ not in rows]
    return problems


def _no_row(field: str, id_: str, area: AreaPack | None) -> str:
    if area is None:
        return say("unknown.row_nowhere", field=field, id=quote(id_))
    return say("unknown.row", field=field, id=quote(id_), area=area.name)


def quote(value: str) -> str:
    """An id as typed if it can only be an id; otherwise nothing of it: no free text reaches an error message."""
    plain = value.replace("_", "").replace("-", "")
    return f"'{value}'" if plain.isascii() and plain.isalnum() and len(value) <= 40 else say("unknown.unreadable")
