"""The topics that are chosen, in the order of their pages, and when those pages are to be asked again."""
from decision.case import Case
from guidance.models import Topic
from pages.parts.asking.questions import Sent
from pages.parts.visit.draft import Parts, Progress


def with_topics(progress: Progress, topics: tuple[str, ...], case: Case, again: bool = False) -> Progress:
    """The progress with these topics chosen. Their pages are asked `again`, or if one is new and was never asked."""
    new = set(topics) - set(progress.topics) - set(case.asked) - set(case.unsure_topics)
    seen = tuple(step for step in progress.seen if not ((again or new) and step == "know"))
    return progress.but(topics=tuple(dict.fromkeys(topics)), seen=seen)


def ticked(offered: tuple[Topic, ...], before: tuple[str, ...], case: Case, parts: Parts, fields: Sent) -> Parts:
    """With the case, which of the topics `offered` are ticked. One that was not offered, or that something else on the
    page has chosen since `before`, stays."""
    _, details, progress = parts
    ids = {topic.id for topic in offered} & set(before)
    now = [topic.id for topic in offered if fields.ticked(f"topic-{topic.id}")]
    kept = [id_ for id_ in progress.topics if id_ not in ids or id_ in now]
    return case, details, with_topics(progress, (*kept, *now), case)
