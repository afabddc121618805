"""What must have been asked before a calm outcome is possible: danger, signs, and each domain that the area has.

Topics that can be about no child of the case, each by a known age, stay open and are not named; signs are not open.
"""
from dataclasses import dataclass

from decision.known import Known
from decision.once import once
from decision.open_signs import open_signs
from decision.result import AskedAt
from decision.topic_ages import topics_ruled_out
from guidance.models import Sign
from guidance.packs import AreaPack
from guidance.vocabulary import Ring
from guidance.words import say
from guidance.words.forms import apart, mid

RINGS_TO_ASK: tuple[Ring, ...] = ("child", "parenting", "family")
NAMED = 3
"""Topics that are named of a domain that was asked in part; more are counted."""


@dataclass(frozen=True)
class Open:
    """Something that has not been asked: in words, and the step of the questions where it stands open.

    `topics`: of a domain, those by which it is asked.
    """

    words: str
    step: AskedAt
    topics: tuple[str, ...] = ()


def not_asked(known: Known) -> tuple[Open, ...]:
    """What must have been asked before a calm outcome is possible and has not been; looked for once in a reading."""
    return once(known, "not_asked", _missing)


def _missing(known: Known) -> tuple[Open, ...]:
    missing = []
    if known.case.danger is None:
        missing.append(Open(say("open.danger"), "safety"))
    if left := open_signs(known):
        missing.append(Open(_signs_open(known, left), "signs"))
    if not known.area:
        missing.append(Open(say("open.area"), "where"))
        return tuple(missing)
    asked = asked_rings(known, known.area)
    there = {domain.ring for domain in known.area.domains} & known.area.rings_asked
    missing += [_ring_open(ring, known, known.area) for ring in RINGS_TO_ASK
                if ring in there and ring not in asked]
    return tuple(missing)


def _signs_open(known: Known, left: tuple[Sign, ...]) -> str:
    """The signs that are open: a group whole by its name, of another one its signs in few words; where nobody has
    answered any, all of them."""
    signs, bare = known.packs.signs(known.area_id), {sign.id for sign in known.no_answer}
    if len(bare) == len(signs):
        return say("open.signs")
    names, named = known.packs.national.sign_group, list[str]()
    whole = {sign.group for sign in signs} - {sign.group for sign in signs if sign.id not in bare}
    for sign in left:
        group = names.get(sign.group)
        short = group.name if group and sign.group in whole else sign.short
        named.append(mid(short))
    return say("open.some_signs", signs=apart(dict.fromkeys(named)))


def before_telling(known: Known) -> tuple[str, ...]:
    """What has to be answered before anybody is told: danger and the signs that cannot wait, and while one of them is
    open also who might be causing this and who is in the family. Empty once both have been answered."""
    first = [item.words for item in not_asked(known) if item.step in ("safety", "signs")]
    if not first:
        return ()
    case = known.case
    who = [say("open.who")] if not case.source_of_harm.kinds else []
    return (*first, *who, *([say("open.who_is_there")] if not case.family else []))


def cannot_be_asked(area: AreaPack | None) -> tuple[str, ...]:
    """The domains of an area, in words, in which its document has no statement. No question here closes them, so they
    are not open; and nothing here has shown them to be well, so they are talked through."""
    if area is None:
        return ()
    silent = {domain.ring for domain in area.domains} - area.rings_asked
    return tuple(say(f"domain.{ring}") for ring in RINGS_TO_ASK if ring in silent)


def _ring_open(ring: Ring, known: Known, area: AreaPack) -> Open:
    """A domain of which no topic has been opened. Where something in it is so, it has been asked in part: then the
    first topics are named of which nothing is so. One that was chosen already is open on its own page."""
    left = [topic for topic, rings in area.rings_of_topic.items() if ring in rings and topic not in known.case.asked]
    called = say(f"domain.{ring}")
    if not any(row.indicator.ring == ring for row in known.yes_rows):
        return Open(called, "topics", tuple(left))
    so = {topic for row in known.yes_rows for topic in row.indicator.topics}
    away = topics_ruled_out(known, area)
    names = [known.packs.national.topic[topic].name for topic in left
             if topic in known.packs.national.topic and topic not in so and topic not in away]
    if len(names) > NAMED + 1:
        names[NAMED:] = [say("open.more", number=len(names) - NAMED)]
    words = say("open.rest_of_domain", domain=called, topics=apart(names)) if names else called
    return Open(words, "topics", tuple(left))


def asked_rings(known: Known, area: AreaPack) -> frozenset[str]:
    """Rings in which at least one topic with a counting row has been opened."""
    return frozenset(ring for topic in known.case.asked for ring in area.rings_of_topic.get(topic, ()))
