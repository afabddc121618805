"""What must have been asked before a calm outcome is possible: danger, signs, and each domain that the area has."""
from decision.known import Known
from guidance.packs import AreaPack
from guidance.vocabulary import Ring

RINGS_TO_ASK: dict[Ring, str] = {
    "child": "the child's own needs", "parenting": "the care that the child gets", "family": "the family and the home",
}


def not_asked(known: Known) -> tuple[str, ...]:
    """In words, what must have been asked before a calm outcome is possible and has not been."""
    missing = []
    if known.case.danger is None:
        missing.append("whether anyone is in danger now")
    if known.unanswered_signs:
        missing.append("signs that cannot wait")
    if not known.area:
        missing.append("the council area where the child lives")
    else:
        rings = asked_rings(known, known.area)
        asked_about = {ring for of_topic in known.area.rings_of_topic.values() for ring in of_topic}
        there = {domain.ring: domain.name for domain in known.area.domains}
        missing += [words if ring in asked_about else there[ring]
                    for ring, words in RINGS_TO_ASK.items() if ring in there and ring not in rings]
    return tuple(missing)


def asked_rings(known: Known, area: AreaPack) -> frozenset[str]:
    """Rings in which at least one topic with a counting row has been opened."""
    return frozenset(ring for topic in known.case.asked for ring in area.rings_of_topic.get(topic, ()))
