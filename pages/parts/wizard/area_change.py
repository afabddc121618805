"""What the user is told, and asked again, when the child turns out to live somewhere else (decision/moving.py).

The answers for the old area stand as notes, and its statements are answered again by topic.
"""
from decision import moving
from decision.case import ONE_OF, Case, Finding, SignAnswer
from decision.moving import SetAside
from decision.one_of import in_words
from guidance.models import Factor, Indicator, Sign
from guidance.packs import AreaPack, Packs
from guidance.words import say
from guidance.words.forms import capital, children
from pages.parts.asking.choices import ANSWER, BASIS, WHY
from pages.parts.asking.said import notice
from pages.parts.visit import draft, knowledge
from pages.parts.visit.draft import Progress
from pages.parts.wizard.chosen import asked_briefly
from pages.parts.wizard.registry import all_steps

UNREAD = say("steps.where.moved.unread")


def say_moved(before: str, home_area: str) -> None:
    """Say once what became of the answers for the area `before`, where something was put aside."""
    if before != home_area and (words := moved_words(before)):
        notice(words)


def moved_words(before: str) -> str:
    """What became of the answers for the area `before`; empty where nothing was put aside."""
    if before not in draft.progress().set_aside:
        return ""
    return say("steps.where.moved", area=knowledge.packs().name_of(before))


def move(case: Case, progress: Progress, home_area: str) -> tuple[Case, Progress]:
    """The case for another home area, and the progress with what was put aside and the steps to ask again."""
    if home_area == case.home_area:
        return case, progress
    moved = moving.move(case, home_area, progress.set_aside, knowledge.packs(), note)
    about = moved.case if home_area in progress.set_aside else case   # where these were asked; a short No chooses none
    looked_at = (id_ for id_ in moved.topics if not asked_briefly(id_, about, progress))
    topics = tuple(dict.fromkeys((*progress.topics, *looked_at)))
    again = {step.id for step in all_steps().values() if step.of_area} if moved.put else set()
    seen = tuple(step for step in progress.seen if step not in again)
    return moved.case, progress.but(set_aside=moved.aside, topics=topics, seen=seen)


def notes(aside: SetAside, area: AreaPack | None) -> tuple[str, ...]:
    """What was answered for the old area, one sentence each, for the screen."""
    return tuple(_lines(aside.case, area))


def note(kept: Case, area_id: str, packs: Packs) -> str:
    """The note that stands for what was answered for an area; empty where there is nothing to say."""
    found = _lines(kept, packs.area(area_id))
    head = say("steps.where.moved.note", area=packs.name_of(area_id))
    return "\n".join((head, *found)) if found else ""


def _lines(kept: Case, area: AreaPack | None) -> list[str]:
    if area is None:
        return _unread_lines(kept)
    rows: dict[str, Indicator | Factor] = {**area.indicator, **area.factor}
    signs: dict[str, Sign] = {sign.id: sign for sign in area.signs}
    found = [_line(rows[item.id].says, _answer(item), item.but(why=None) if item.why == ONE_OF else item)
             for item in kept.findings if item.id in rows]
    found += [_line(signs[id_].says, answer.answer, answer) for id_, answer in kept.signs.items()
              if id_ in signs and answer.answer != "no"]
    found += [f"{in_words(ids, area)}: {say('statements.row.one_of')}." for ids in kept.one_of]
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
    words = capital(say(f"value.{answer}"))
    more = (WHY[item.why] if item.why else "", children(item.about), BASIS[item.basis] if item.basis else "",
            item.when, item.note, say("steps.where.moved.words", words=item.words) if item.words else "")
    return f"{says} {words}" + "".join(f"; {part}" for part in more if part) + "."
