"""Answers from an earlier visit, and how far the user had got, against the packs of today. Nothing is lost."""
from decision.case import Case
from decision.changes import doubt_topics
from decision.fit import fit as fit_case
from guidance.packs import Packs
from pages.parts.visit.draft import Progress


def fit(case: Case, progress: Progress, packs: Packs) -> tuple[Case, Progress, int]:
    """Both with only what the packs know, and how many answers were put into words instead.

    A topic that was chosen and is gone is a doubt that stays. What was set aside for an area that is not held now
    waits for it: it is shown nowhere and comes back with the area.
    """
    topics = packs.national.topic
    gone = tuple(id_ for id_ in progress.topics if id_ not in topics and id_ not in case.asked)
    fitted, notes = fit_case(doubt_topics(case, gone) if gone else case, packs)
    left = tuple(id_ for id_ in progress.topics if id_ in topics)
    return fitted, progress.but(topics=left), len(notes)
