"""The topics that are chosen, in the order of their pages, and when those pages are to be asked again."""
from decision.case import Case
from guidance.models import Topic
from pages.parts.asking.questions import Sent
from pages.parts.visit import knowledge
from pages.parts.visit.draft import Parts, Progress


def with_topics(parts: Parts, topics: tuple[str, ...], again: bool = False) -> Parts:
    """With these topics chosen. Their pages are asked `again`, or if one is new and its own page was never asked: an
    answer to a short question about it, whatever it was, is no look at its statements. A doubt of it stays."""
    case, details, progress = parts
    new = set(topics) - set(progress.topics)
    briefly = {id_ for id_ in new if asked_briefly(id_, case, progress)}
    asked = tuple(id_ for id_ in case.asked if id_ not in briefly)
    seen = tuple(step for step in progress.seen if not ((again or new - set(asked)) and step == "know"))
    return case.but(asked=asked), details, progress.but(topics=tuple(dict.fromkeys(topics)), seen=seen)


def asked_briefly(topic: str, case: Case, progress: Progress) -> bool:
    """Whether a short question that names this topic was answered: of a part of life, or of an everyday subject."""
    packs = knowledge.packs()
    area, one = packs.area(case.home_area), packs.national.topic.get(topic)
    names = {f"ring-{ring}" for ring in (area.rings_of_topic.get(topic, ()) if area else ())}
    return any(progress.brief.get(name) for name in (*names, *((one.group,) if one else ())))


def ticked(offered: tuple[Topic, ...], before: tuple[str, ...], case: Case, parts: Parts, fields: Sent) -> Parts:
    """With the case, which of the topics `offered` are ticked. One that was not offered, or that something else on the
    page has chosen since `before`, stays."""
    _, details, progress = parts
    ids = {topic.id for topic in offered} & set(before)
    now = [topic.id for topic in offered if fields.ticked(f"topic-{topic.id}")]
    kept = [id_ for id_ in progress.topics if id_ not in ids or id_ in now]
    return with_topics((case, details, progress), (*kept, *now))
