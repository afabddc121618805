"""A case from an earlier visit against the packs of today: what they no longer have becomes a note, nothing is lost."""
from decision.case import TEXT_LIMIT, Case, Finding, SignAnswer
from decision.known import ELSEWHERE
from guidance.packs import Packs
from pages.parts.draft import Progress

GONE = "Ticked earlier, under a statement that is no longer in the guidance"


def fit(case: Case, packs: Packs) -> tuple[Case, int]:
    """The case with only what the packs know, and how many answers were put into words instead.

    What was answered from a pack that is set aside stays as it is: it comes back with the pack.
    """
    case = _areas(case, packs)
    if packs.aside(case.home_area):
        return _role_and_topics(case, packs), 0
    area = packs.area(case.home_area)
    rows = {*area.indicator, *area.factor} if area else set()
    signs = {sign.id for sign in packs.signs(case.home_area)}
    lost: list[Finding | SignAnswer] = [item for item in case.findings if item.id not in rows]
    lost += [answer for id_, answer in case.signs.items() if id_ not in signs and answer.answer != "no"]
    others = [id_ for answers in (case.answers, case.factors) for id_ in answers if id_ not in rows]
    fitted = _role_and_topics(case, packs).model_copy(update={
        "findings": tuple(item for item in case.findings if item.id in rows),
        "answers": {id_: answer for id_, answer in case.answers.items() if id_ in rows},
        "factors": {id_: answer for id_, answer in case.factors.items() if id_ in rows},
        "signs": {id_: answer for id_, answer in case.signs.items() if id_ in signs},
    })
    return _noted(fitted, lost), len(lost) + len(others)


def _role_and_topics(case: Case, packs: Packs) -> Case:
    """The case without a role or a topic that the national pack no longer has."""
    role = case.practitioner.role if case.practitioner.role in packs.national.role else ""
    return case.model_copy(update={
        "asked": tuple(id_ for id_ in case.asked if id_ in packs.national.topic),
        "unsure_topics": tuple(id_ for id_ in case.unsure_topics if id_ in packs.national.topic),
        "practitioner": case.practitioner.model_copy(update={"role": role}),
    })


def fit_progress(progress: Progress, packs: Packs) -> Progress:
    """How far the user has got, without topics and areas that are gone; the note of such an area stays in the case."""
    aside = {id_: item for id_, item in progress.set_aside.items() if packs.area(id_) or packs.aside(id_)}
    topics = tuple(id_ for id_ in progress.topics if id_ in packs.national.topic)
    return progress.model_copy(update={"topics": topics, "set_aside": aside})


def _areas(case: Case, packs: Packs) -> Case:
    """Areas whose pack has gone are somewhere else now; one that is set aside may come back."""
    return case.model_copy(update={
        field: ELSEWHERE for field in ("home_area", "area_now", "work_area")
        if (value := getattr(case, field)) not in ("", ELSEWHERE) and not packs.area(value) and not packs.aside(value)
    })


def _noted(case: Case, lost: list[Finding | SignAnswer]) -> Case:
    """A worry in words for each answer that has no statement any more."""
    if not lost:
        return case
    said = ["; ".join(filter(None, (item.when, item.note, item.words))) for item in lost]
    lines = [f"{GONE}: {words}" if words else GONE for words in said]
    note = "\n".join(filter(None, (case.other_worry_note, *lines)))
    return case.model_copy(update={
        "other_worry": True, "other_worry_note": note if len(note) <= TEXT_LIMIT else case.other_worry_note or GONE,
    })
