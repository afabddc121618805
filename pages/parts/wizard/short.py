"""The short questions about the child, the care and the home: whatever of these no chosen topic asks about. Beside them
stands one about what happens outside the home, where the document has topics that belong to none of the three.

Each names its topics in its line, so a No is an answer about all of them; the result then calls nothing "not asked".
"""
from dataclasses import dataclass

from decision import changes
from decision.case import Case
from decision.not_asked import RINGS_TO_ASK
from guidance.models import Topic
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import Ring
from guidance.words import say
from guidance.words.forms import apart
from pages.parts.asking.choices import YES_NO_NOT_SURE
from pages.parts.asking.questions import Sent, choose, group, reveal, tick
from pages.parts.visit import clock
from pages.parts.visit.draft import Parts, Progress
from pages.parts.wizard.chosen import with_topics
from pages.parts.wizard.fitting import out_of_age

OUTSIDE: Ring = "outside"
YES = list(YES_NO_NOT_SURE).index("yes")


@dataclass(frozen=True)
class Short:
    """One short question: a domain, its topics, and what was answered."""

    ring: Ring
    topics: tuple[Topic, ...]
    answer: str | None

    @property
    def name(self) -> str:
        """Its field, and its key among the answers that were given briefly."""
        return f"ring-{self.ring}"

    def field(self, topic: str) -> str:
        """The field of one of its topics, which shows after a Yes."""
        return f"which-{self.ring}-{topic}"

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(topic.id for topic in self.topics)

    @property
    def says(self) -> str:
        return say(f"statements.short.{self.ring}")


def open_ones(case: Case, progress: Progress, packs: Packs) -> tuple[Short, ...]:
    """The questions: one for each domain of the area of which no chosen topic stands, and none was asked elsewhere."""
    area = packs.area(case.home_area)
    if area is None:
        return ()
    there = {domain.ring for domain in area.domains} & area.rings_asked
    found: list[Short] = []
    away = out_of_age(case, progress.topics, packs, clock.now().date())
    for ring in (*(ring for ring in RINGS_TO_ASK if ring in there), OUTSIDE):
        ids = _ids(ring, area)
        named = {id_ for one in found for id_ in one.ids}
        ids_here = ids - away if ring == OUTSIDE else (ids - named or ids) - away or ids
        topics = tuple(topic for topic in sorted(packs.national.topics, key=lambda one: one.order)
                       if topic.id in ids_here)
        short = Short(ring, topics, None)
        answer = _answer(short, case, progress)
        again = short.name in progress.brief and not ids <= set(case.asked)   # a topic of it was chosen, and is no more
        if topics and not ids & set(progress.topics) and (answer or again or not ids & set(case.asked)):
            found.append(Short(ring, topics, answer))
    return tuple(found)


def _ids(ring: Ring, area: AreaPack) -> set[str]:
    """The topics of a domain; of what happens outside the home those that none of the three domains asks about."""
    beside = set(RINGS_TO_ASK) if ring == OUTSIDE else set()
    return {topic for topic, rings in area.rings_of_topic.items() if ring in rings and not set(rings) & beside}


def _answer(short: Short, case: Case, progress: Progress) -> str | None:
    """What was answered, as long as the case still says so."""
    answer, ids = progress.brief.get(short.name), set(short.ids)
    unsure = ids & set(case.unsure_topics)
    holds = ids <= set(case.asked) and (not unsure if answer == "no" else unsure == ids)
    return answer if holds else None


def draw(shorts: tuple[Short, ...]) -> None:
    """Each question with its three answers; after a Yes, which of its topics."""
    for short in shorts:
        choose(short.name, short.says, YES_NO_NOT_SURE, short.answer,
               f"{apart(topic.name for topic in short.topics)}.", across=True)
        with reveal(f"which-{short.ring}", short.name, YES), group(f"which-{short.ring}", short.says):
            for topic in short.topics:
                tick(short.field(topic.id), topic.name, False)


def take(shorts: tuple[Short, ...], parts: Parts, sent: Sent) -> Parts:
    """No: asked, and no worry. Yes: its topics that are ticked are chosen; with none ticked, and where somebody is not
    sure, all of them stay a question that is open."""
    for short in shorts:
        case, details, progress = parts
        said = sent.choice(short.name, short.answer)
        which = tuple(id_ for id_ in short.ids if said == "yes" and sent.ticked(short.field(id_)))
        if said == short.answer and not which:
            continue
        asked = bool(said) and not which
        case = changes.ask_topics(case, short.ids, asked=asked, unsure=asked and said != "no")
        progress = progress.but(brief={**progress.brief, short.name: said})
        parts = with_topics((case, details, progress), (*progress.topics, *which))
    return parts
