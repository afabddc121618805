"""A case that was answered earlier against the packs of today: what they no longer have becomes words, nothing is lost.

A worry stays a worry: what was yes, or not sure, under a statement that is gone stands in the user's own words and asks
for a talk, and whether harm could come before that is asked anew. What is no worry is kept beside it and counts for
nothing. A statement that was held back stays held back. `fit` gives a case that `known.read` takes.
"""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from decision.case import TEXT_LIMIT, Case, Finding, HeldBack, SignAnswer
from decision.unknown_ids import CaseProblem, quote, unknown_ids
from guidance.vocabulary import ELSEWHERE
from decision.one_of import of_rows
from decision.sign_groups import answers as answers_to_signs, of_signs
from guidance.packs import Packs
from guidance.words import Said, say
from guidance.words.forms import apart, listed

NOTE = "other_worry_note"
LONGEST_ID = 200
_AREAS = ("home_area", "area_now", "work_area")


@dataclass(frozen=True)
class _Lost:
    """One answer that no pack has a place for: in words, whether it is a worry, and under which names it stood."""

    words: tuple[str, ...]
    worry: bool = False
    places: tuple[str, ...] = ()


def fit(case: Case, packs: Packs) -> tuple[Case, tuple[str, ...]]:
    """The case with only what the packs know, and a sentence, without what a user typed, for each id that is gone."""
    gone = unknown_ids(case, packs)
    if not gone:
        return case, ()
    lost = tuple(_lost_areas(case, packs))
    case = case.but(**{field: ELSEWHERE for field in _AREAS if _no_area(case, field, packs)})
    lost += tuple(_lost(case, packs))
    rows, signs = _held(case, packs)
    topics = packs.national.topic
    role = case.practitioner.role if case.practitioner.role in packs.national.role else ""
    fitted = case.but(
        findings=tuple(item for item in case.findings if item.id in rows),
        answers={id_: answer for id_, answer in case.answers.items() if id_ in rows},
        factors={id_: answer for id_, answer in case.factors.items() if id_ in rows},
        one_of=of_rows(case.one_of, rows.__contains__),
        signs={id_: answer for id_, answer in case.signs.items() if id_ in signs},
        signs_none=of_signs(case.signs_none, signs),
        asked=tuple(id_ for id_ in case.asked if id_ in topics),
        unsure_topics=tuple(id_ for id_ in case.unsure_topics if id_ in topics),
        practitioner=case.practitioner.but(role=role),
    )
    return _noted(fitted, lost), gone


def opened(case: Case, packs: Packs, made_with: Mapping[str, str]) -> tuple[Case, tuple[str, ...]]:
    """As `fit`, for a case out of a file that names the editions of the packs it was made with.

    Raises CaseProblem where they are those of today: then an unknown id is a slip, and no older statement.
    """
    if made_with and made_with == versions(case, packs) and (problems := unknown_ids(case, packs)):
        raise CaseProblem(problems)
    return fit(case, packs)


def versions(case: Case, packs: Packs) -> dict[str, str]:
    """Id of a pack → its edition, for what holds everywhere and every area that the case names and that is held."""
    areas = (packs.area(area_id) for area_id in case.areas())
    return {"national": packs.national.edition, **{area.id: area.edition for area in areas if area}}


def _no_area(case: Case, field: str, packs: Packs) -> bool:
    value = getattr(case, field)
    return value not in ("", ELSEWHERE) and not packs.area(value) and not packs.aside(value)


def _held(case: Case, packs: Packs) -> tuple[frozenset[str], frozenset[str]]:
    """Ids of the statements and of the signs that may stay: those of the packs, or all where the pack is set aside.

    What was answered from a pack that is set aside comes back with it.
    """
    if packs.aside(case.home_area):
        answered = (*(item.id for item in case.findings), *case.answers, *case.factors)
        return frozenset(answered), frozenset(answers_to_signs(case))
    area = packs.area(case.home_area)
    rows = frozenset((*area.indicator, *area.factor)) if area else frozenset()
    return rows, frozenset(sign.id for sign in packs.signs(case.home_area))


def _lost_areas(case: Case, packs: Packs) -> Iterator[_Lost]:
    for field in _AREAS:
        if _no_area(case, field, packs):
            yield _Lost((say(f"earlier.{field}", id=_id(getattr(case, field))),))


def _lost(case: Case, packs: Packs) -> Iterator[_Lost]:
    """Each answer whose sign, statement, topic or role no pack has."""
    rows, signs = _held(case, packs)
    for id_, answer in answers_to_signs(case).items():
        if id_ not in signs:
            yield _Lost(_words(id_, answer.answer, answer), answer.answer != "no", (f"signs.{id_}",))
    for finding in case.findings:
        if finding.id not in rows:
            words = _words(finding.id, "not_sure" if finding.why else "yes", finding)
            yield _Lost(words, True, (f"findings.{finding.id}",))
    for field, answers in (("answers", case.answers), ("factors", case.factors)):
        for id_, said in answers.items():
            if id_ not in rows:
                yield _Lost((_head(id_, said),), said in ("yes", "not_sure"), (f"{field}.{id_}",))
    for id_ in case.unsure_topics:
        if id_ not in packs.national.topic:
            yield _Lost((say("earlier.unsure_topic", id=_id(id_)),), True)
    for id_ in case.asked:
        if id_ not in packs.national.topic:
            yield _Lost((say("earlier.topic", id=_id(id_)),))
    role = case.practitioner.role
    if role and role not in packs.national.role:
        yield _Lost((say("earlier.role", id=_id(role)),))


def _head(id_: str, answer: str) -> Said:
    return say("earlier.answer", id=_id(id_), answer=_value(answer))


def _value(choice: str) -> Said:
    """One choice of a list, in words."""
    return say(f"value.{choice}")


def _id(id_: str) -> str:
    """An id as it stands in the case; only one that is far longer than an id can be is not repeated."""
    return id_ if len(id_) <= LONGEST_ID else quote(id_)


def _words(id_: str, answer: str, said: Finding | SignAnswer) -> tuple[str, ...]:
    """An answer in words: what was answered, then each text as it was written, in lines of its own.

    So what is held back is still found where it was copied into another answer (exports/hiding/held_back.py).
    """
    choices = (
        _value(said.why) if said.why else "", say("earlier.child", labels=listed(said.about)) if said.about else "",
        _value(said.basis) if said.basis else "",
        say("earlier.body", places=listed(map(_value, said.body))) if said.body else "",
    )
    head = apart((_head(id_, answer), *filter(None, choices)))
    return (head, *(text for text in (said.when, said.note, said.words) if text))


def _noted(case: Case, lost: tuple[_Lost, ...]) -> Case:
    """Worries stand in the user's own words as far as these have room; everything else is kept beside the answers."""
    note, beside = case.other_worry_note, list(case.earlier_answers)
    for item in lost:
        both = "\n".join(filter(None, (note, *item.words)))
        if item.worry and len(both) <= TEXT_LIMIT:
            note = both
        else:
            beside += item.words
    worries = tuple(item for item in lost if item.worry)
    if not worries:
        return case.but(earlier_answers=tuple(beside))
    if case.harm_before_next == "no":
        beside.append(say("earlier.before_next"))
    held_back, said = held_with_note(case, frozenset(place for item in worries for place in item.places))
    return case.but(
        other_worry=True, other_worry_note=note, earlier_answers=(*beside, *said), held_back=held_back,
        harm_before_next=None if case.harm_before_next == "no" else case.harm_before_next,
    )


def held_with_note(case: Case, places: frozenset[str]) -> tuple[dict[str, HeldBack], tuple[str, ...]]:
    """What was held back at places whose words now stand in the worry in own words: that is held back as a whole.

    One reason stands for it; further ones are given back in words. A hold never ends because its answer moves.
    """
    moved = [held for place, held in case.held_back.items() if place in places]
    kept = {place: held for place, held in case.held_back.items() if place not in places}
    if moved:
        kept.setdefault(NOTE, moved[0])
    others = tuple(held for held in dict.fromkeys(moved) if held != kept[NOTE])
    said = (line for held in others for line in (say("earlier.held_back", why=_value(held.why)), held.note) if line)
    return kept, tuple(said)
