"""What happens to the answers when the child turns out to live somewhere else. Nothing is dropped.

National answers, notes and dates stay. The old area's statements are put aside as notes, to be answered again by topic,
and come back if the area is changed back.
"""
from typing import TypeVar

from decision.case import TEXT_LIMIT, Case, Finding, SignAnswer
from decision.fit import NOTE, fit, held_with_note
from guidance.models import Factor, Indicator, Sign
from guidance.packs import AreaPack, Packs
from guidance.words.forms import children
from pages.parts.asking.choices import ANSWER, BASIS, WHY
from pages.parts.asking.said import notice
from pages.parts.visit import draft, knowledge
from pages.parts.visit.draft import Progress, SetAside

UNREAD = "A statement that cannot be shown now."
Answered = TypeVar("Answered", Finding, SignAnswer)


def say_moved(before: str, home_area: str) -> None:
    """Say once what became of the answers for the area `before`, where something was put aside."""
    if before != home_area and (words := moved_words(before)):
        notice(words)


def moved_words(before: str) -> str:
    """What became of the answers for the area `before`; empty where nothing was put aside."""
    if before not in draft.progress().set_aside:
        return ""
    return (f"You changed the area. What you answered for {knowledge.packs().name_of(before)} is kept as notes under "
            "“What are you worried about?” Please answer those topics again for the new area.")


def move(case: Case, progress: Progress, home_area: str) -> tuple[Case, Progress]:
    """The case for another home area, and the progress with what was put aside and the steps to ask again."""
    if home_area == case.home_area:
        return case, progress
    packs = knowledge.packs()
    aside = dict(progress.set_aside)
    left, put = leave(case, home_area, packs)
    if put:
        aside[put.area] = put
    back = aside.pop(home_area, None)
    moved = come_back(left, back, packs) if back else left
    touched = back or put
    topics = tuple(dict.fromkeys((*progress.topics, *(touched.case.asked if touched else ()))))
    again = ("signs", "know", "strengths") if put else ()
    seen = tuple(step for step in progress.seen if step not in again)
    return moved, progress.model_copy(update={"set_aside": aside, "topics": topics, "seen": seen})


def leave(case: Case, home_area: str, packs: Packs) -> tuple[Case, SetAside | None]:
    """The case without the old area's statements, and what was put aside; None where there was nothing."""
    here = case.area_now if case.area_now != case.home_area else home_area
    old = packs.area(case.home_area)
    moved: dict[str, object] = {"home_area": home_area, "area_now": here if case.area_now else ""}
    if old is None and not packs.aside(case.home_area):
        return case.model_copy(update=moved), None
    signs = set(case.signs) - {sign.id for sign in packs.national.signs}
    kept = Case(
        children=case.children, findings=case.findings, answers=case.answers, factors=case.factors,
        signs={id_: answer for id_, answer in case.signs.items() if id_ in signs}, asked=case.asked,
        unsure_topics=case.unsure_topics, no_protective_factor=case.no_protective_factor,
    )
    places = _places(kept)
    kept = kept.model_copy(update={"held_back": {
        place: held for place, held in case.held_back.items() if place in places}})
    if not (kept.findings or kept.answers or kept.factors or kept.signs or kept.asked):
        return case.model_copy(update=moved), None
    note = _note(kept, old, packs.name_of(case.home_area))
    moved.update({
        "held_back": {place: held for place, held in case.held_back.items() if place not in places},
        "findings": (), "answers": {}, "factors": {}, "asked": (), "unsure_topics": (), "no_protective_factor": None,
        "signs": {id_: answer for id_, answer in case.signs.items() if id_ not in signs},
    })
    held, said = held_with_note(case, places)
    note = "\n".join((note, *said)) if note else ""
    if note and len(case.other_worry_note) + len(note) + 2 > TEXT_LIMIT:
        note = ""
    if _worries(kept):
        both = "\n\n".join(filter(None, (case.other_worry_note, note)))
        moved.update({"other_worry": True, NOTE: both} | ({"held_back": held} if note else {}))
        if case.harm_before_next == "no":
            moved["harm_before_next"] = None
    return case.model_copy(update=moved), SetAside(area=case.home_area, case=kept, note=note)


def come_back(case: Case, aside: SetAside, packs: Packs) -> Case:
    """Put the statements of an area back; the note that stood for them goes, unless the user has changed it.

    What the area's pack no longer has becomes words, as in any case that was answered earlier.
    """
    labels = {child.label for child in case.children}
    text = case.other_worry_note.replace(aside.note, "").strip() if aside.note else case.other_worry_note
    kept = aside.case
    held = dict(case.held_back)
    if aside.note and not text:
        held.pop(NOTE, None)
    back = case.model_copy(update={
        "findings": tuple(_about(item, labels) for item in kept.findings),
        "answers": kept.answers, "factors": kept.factors,
        "signs": {**case.signs, **{id_: _about(answer, labels) for id_, answer in kept.signs.items()}},
        "asked": kept.asked, "unsure_topics": kept.unsure_topics, "no_protective_factor": kept.no_protective_factor,
        "held_back": {**held, **kept.held_back}, "other_worry_note": text,
        "other_worry": case.other_worry if text or not aside.note else None,
    })
    return fit(back, packs)[0]


def _places(kept: Case) -> frozenset[str]:
    """Where the answers that are put aside stood, as `Case.held_back` calls it."""
    found = {"findings": [item.id for item in kept.findings], "signs": kept.signs, "answers": kept.answers,
             "factors": kept.factors}
    return frozenset(f"{field}.{id_}" for field, ids in found.items() for id_ in ids)


def notes(aside: SetAside, area: AreaPack | None) -> tuple[str, ...]:
    """What was answered for the old area, one sentence each, for the screen."""
    return tuple(_lines(aside.case, area))


def _about(item: Answered, labels: set[str]) -> Answered:
    return item.model_copy(update={"about": tuple(label for label in item.about if label in labels)})


def _worries(kept: Case) -> bool:
    unsure = any(answer != "no" for answer in kept.answers.values())
    return bool(kept.findings or unsure or any(answer.answer != "no" for answer in kept.signs.values()))


def _note(kept: Case, area: AreaPack | None, name: str) -> str:
    found = list(_lines(kept, area))
    return "\n".join((f"Answered for {name}, to be answered again for the new area:", *found)) if found else ""


def _lines(kept: Case, area: AreaPack | None) -> list[str]:
    if area is None:
        return _unread_lines(kept)
    rows: dict[str, Indicator | Factor] = {**area.indicator, **area.factor}
    signs: dict[str, Sign] = {sign.id: sign for sign in area.signs}
    found = [_line(rows[item.id].says, _answer(item), item) for item in kept.findings if item.id in rows]
    found += [_line(signs[id_].says, answer.answer, answer) for id_, answer in kept.signs.items()
              if id_ in signs and answer.answer != "no"]
    ticked = {item.id for item in kept.findings}
    found += [f"{rows[id_].says} {ANSWER[answer]}." for id_, answer in kept.answers.items()
              if id_ in rows and id_ not in ticked and answer != "no"]
    found += [f"{rows[id_].says} {ANSWER[answer]}." for id_, answer in kept.factors.items()
              if id_ in rows and answer != "no"]
    return found


def _unread_lines(kept: Case) -> list[str]:
    """Answers to statements whose words cannot be read now: what the user wrote beside each."""
    told: list[Finding | SignAnswer] = [*kept.findings, *(one for one in kept.signs.values() if one.answer != "no")]
    found = [_line(UNREAD, _answer(item), item) for item in told]
    more = [answer for answers in (kept.answers, kept.factors) for answer in answers.values() if answer != "no"]
    return found + [f"{UNREAD} {ANSWER[answer]}." for answer in more]


def _answer(item: Finding | SignAnswer) -> str:
    return item.answer if isinstance(item, SignAnswer) else "not_sure" if item.why else "yes"


def _line(says: str, answer: str, item: Finding | SignAnswer) -> str:
    words = {"yes": "Yes", "not_sure": "Not sure", "not_known": "Not known"}[answer]
    more = (WHY[item.why] if item.why else "", children(item.about), BASIS[item.basis] if item.basis else "",
            item.when, item.note, f"the child’s words: {item.words}" if item.words else "")
    return f"{says} {words}" + "".join(f"; {part}" for part in more if part) + "."
