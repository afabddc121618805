"""What must have been asked before a calm outcome is possible: danger, signs, and each domain that the area has."""
from dataclasses import dataclass

from decision.known import Known
from guidance.packs import AreaPack
from guidance.vocabulary import Ring

RINGS_TO_ASK: dict[Ring, str] = {
    "child": "the child's own needs", "parenting": "the care that the child gets", "family": "the family and the home",
}


@dataclass(frozen=True)
class Open:
    """Something that has not been asked: in words, and the step of the questions where it stands open."""

    words: str
    step: str


def not_asked(known: Known) -> tuple[Open, ...]:
    """What must have been asked before a calm outcome is possible and has not been."""
    missing = []
    if known.case.danger is None:
        missing.append(Open("whether anyone is in danger now", "safety"))
    if known.unanswered_signs:
        missing.append(Open("signs that cannot wait", "signs"))
    if not known.area:
        missing.append(Open("the council area where the child lives", "where"))
        return tuple(missing)
    asked = asked_rings(known, known.area)
    asked_about = {ring for of_topic in known.area.rings_of_topic.values() for ring in of_topic}
    there = {domain.ring: domain.name for domain in known.area.domains}
    for ring, words in RINGS_TO_ASK.items():
        if ring in there and ring not in asked:
            called = words if ring in asked_about else there[ring]
            missing.append(_ring_open(ring, called, known, known.area))
    return tuple(missing)


def _ring_open(ring: Ring, called: str, known: Known, area: AreaPack) -> Open:
    """A domain of which no topic has been opened. Where something in it is so, it has been asked in part: then the
    topics that have not been opened are named. One that was chosen already is open on its own page."""
    left = [topic for topic, rings in area.rings_of_topic.items() if ring in rings and topic not in known.case.asked]
    names = [known.packs.national.topic[topic].name for topic in left if topic in known.packs.national.topic]
    in_part = any(row.indicator.ring == ring for row in known.yes_rows)
    return Open(f"the rest of {called}, of which you ticked something (not opened: {', '.join(names)})"
                if in_part and names else called, "topics")


def asked_rings(known: Known, area: AreaPack) -> frozenset[str]:
    """Rings in which at least one topic with a counting row has been opened."""
    return frozenset(ring for topic in known.case.asked for ring in area.rings_of_topic.get(topic, ()))
