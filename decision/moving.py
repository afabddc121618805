"""What becomes of a case when the child turns out to live somewhere else: pure, and nothing is dropped.

National answers, notes and dates stay. The old area's statements are put aside, stand as a note to be answered again,
and come back if the area is changed back.
"""
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from decision.case import TEXT_LIMIT, Case
from decision.changes import about_these, without
from decision.fit import NOTE, fit, held_with_note
from decision.known import is_unsure, is_yes
from decision.sign_groups import of_signs
from guidance.models import Sign
from guidance.packs import Packs
from guidance.vocabulary import Fact


class SetAside(Fact):
    """The old area's statements after a change of area: kept to be put back, and shown as notes until then."""

    area: str
    case: Case
    note: str


InWords = Callable[[Case, str, Packs], str]
"""Answers for an area, by its id, as the note that stands for them; empty where there is nothing to say."""


@dataclass(frozen=True)
class Moved:
    """The case for another home area, and what is put aside now, by area.

    `put`: answers were put aside just now; `topics`: those that were asked for what was put aside or has come back.
    """

    case: Case
    aside: Mapping[str, SetAside]
    put: bool
    topics: tuple[str, ...]


def move(case: Case, home_area: str, aside: Mapping[str, SetAside], packs: Packs, in_words: InWords) -> Moved:
    """The case for another home area; what was put aside for that one earlier is back."""
    left, put = leave(case, home_area, packs, in_words)
    waiting = {**aside, put.area: put} if put else dict(aside)
    back = waiting.pop(home_area, None)
    touched = back or put
    moved = come_back(left, back, packs) if back else left
    return Moved(moved, waiting, put is not None, touched.case.asked if touched else ())


def leave(case: Case, home_area: str, packs: Packs, in_words: InWords) -> tuple[Case, SetAside | None]:
    """The case without the old area's statements, and what was put aside; None where there was nothing."""
    here = case.area_now if case.area_now != case.home_area else home_area
    moved = case.but(home_area=home_area, area_now=here if case.area_now else "")
    if packs.area(case.home_area) is None and not packs.aside(case.home_area):
        return moved, None
    kept = _of_the_area(case, packs)
    if not (kept.findings or kept.answers or kept.factors or kept.signs or kept.signs_none or kept.asked):
        return moved, None
    places = _places(kept)
    so, doubted = _groups(kept, packs.signs(case.home_area), case)
    kept = kept.but(signs_some=so, signs_unsure=doubted)
    moved = moved.but(
        signs_some=(*case.signs_some, *so), signs_unsure=(*case.signs_unsure, *doubted),
        held_back=without(case.held_back, places), findings=(), answers={}, factors={}, one_of=(), asked=(),
        unsure_topics=(),
        no_protective_factor=None, signs=without(case.signs, kept.signs),
        signs_none=of_signs(case.signs_none, {sign.id for sign in packs.national.signs}),
    )
    held, said = held_with_note(case, places)
    note = in_words(kept, case.home_area, packs)
    note = "\n".join((note, *said)) if note else ""
    if note and len(case.other_worry_note) + len(note) + 2 > TEXT_LIMIT:
        note = ""
    if _worries(kept):
        moved = moved.but(
            other_worry=True, other_worry_note="\n\n".join(filter(None, (case.other_worry_note, note))),
            held_back=held if note else moved.held_back,
            harm_before_next=None if case.harm_before_next == "no" else case.harm_before_next,
        )
    return moved, SetAside(area=case.home_area, case=kept, note=note)


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
    back = case.but(
        findings=tuple(about_these(item, labels) for item in kept.findings),
        answers=kept.answers, factors=kept.factors, one_of=kept.one_of,
        signs={**case.signs, **{id_: about_these(answer, labels) for id_, answer in kept.signs.items()}},
        signs_none=_both(case, kept), signs_some=tuple(without(dict.fromkeys(case.signs_some), kept.signs_some)),
        signs_unsure=tuple(without(dict.fromkeys(case.signs_unsure), kept.signs_unsure)),
        asked=kept.asked, unsure_topics=kept.unsure_topics, no_protective_factor=kept.no_protective_factor,
        held_back={**held, **kept.held_back}, other_worry_note=text,
        other_worry=case.other_worry if text or not aside.note else None,
    )
    return fit(back, packs)[0]


def _groups(kept: Case, signs: Iterable[Sign], case: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The groups of the old area's own signs that are so, and those in doubt: of these one is so still, or in doubt,
    whatever the new area's document calls it. No call that was due ends because the area is another."""
    given = [(sign.group, kept.signs[sign.id]) for sign in signs if sign.id in kept.signs]
    so = without(dict.fromkeys(group for group, said in given if is_yes(said)), case.signs_some)
    doubted = without(dict.fromkeys(group for group, said in given if is_unsure(said)),
                      {*so, *case.signs_some, *case.signs_unsure})
    return tuple(so), tuple(doubted)


def _both(case: Case, back: Case) -> dict[str, tuple[str, ...]]:
    """What the No to each group covers with what comes back, but for groups that have another answer since."""
    other = {*case.signs_some, *case.signs_unsure}
    added = {group: ids for group, ids in back.signs_none.items() if group not in other}
    return {group: tuple(dict.fromkeys((*case.signs_none.get(group, ()), *added.get(group, ()))))
            for group in (*case.signs_none, *added)}


def _of_the_area(case: Case, packs: Packs) -> Case:
    """What was answered for the area of the home alone, with what is held back of it."""
    national = {sign.id for sign in packs.national.signs}
    kept = Case(
        children=case.children, findings=case.findings, answers=case.answers, factors=case.factors,
        one_of=case.one_of, signs=without(case.signs, national),
        signs_none=of_signs(case.signs_none, (id_ for ids in case.signs_none.values() for id_ in ids
                                              if id_ not in national)), asked=case.asked,
        unsure_topics=case.unsure_topics, no_protective_factor=case.no_protective_factor,
    )
    places = _places(kept)
    return kept.but(held_back={place: held for place, held in case.held_back.items() if place in places})


def _places(kept: Case) -> frozenset[str]:
    """Where the answers that are put aside stood, as `Case.held_back` calls it."""
    found = {"findings": [item.id for item in kept.findings], "signs": kept.signs, "answers": kept.answers,
             "factors": kept.factors}
    return frozenset(f"{field}.{id_}" for field, ids in found.items() for id_ in ids)


def _worries(kept: Case) -> bool:
    unsure = any(answer != "no" for answer in kept.answers.values())
    return bool(kept.findings or unsure or any(answer.answer != "no" for answer in kept.signs.values()))
