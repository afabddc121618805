"""The windscreen in words: in sentences for those who do not see it, in a line under the picture, and as a table.

No needle, no number, no percentage. What holds whatever the level is said first.
"""
from collections.abc import Iterable

from decision.result import Mark, Place, Rim
from exports.pdf.text import sentences
from exports.windscreen_around import decides, is_rung, raise_shown, reached, rim_words
from exports.windscreen_marks import is_open
from exports.words import BASIS, KNOWN_BY
from guidance.models import Level
from guidance.packs import AreaPack
from guidance.vocabulary import Ring
from guidance.words import say
from guidance.words.forms import any_of, apart, capital, children, following, listed

RINGS: tuple[Ring, ...] = ("child", "parenting", "family", "outside", "whole")
RING_NAMES: dict[Ring, str] = {ring: say(f"windscreen.ring.{ring}") for ring in RINGS}
TABLE_HEADS = tuple(say(f"windscreen.head.{head}") for head in ("mark", "says", "level", "ring", "known"))

IN_WORDS = 80
"""Letters of a statement that stands in words where others go by a letter."""
IN_FULL = 2
"""Signs around one picture that are said in full where there is little room; more go by their few words."""


def level_name(level: Level) -> str:
    """A level as the document names it: its printed number, if it has one, and its name."""
    return f"{level.printed}, {level.name}" if level.printed and level.printed not in level.name else level.name


def how_known(mark: Mark) -> str:
    """How the user knows this, or that they are not sure."""
    if mark.state != "found":
        return say(f"windscreen.state.{mark.state}")
    return BASIS.get(mark.basis or "") or KNOWN_BY.get(mark.known_by or "") or say("windscreen.basis_not_said")


def rim_in_words(place: Place, short: bool = False) -> str:
    """What is to be done whatever the level, and for which signs; after them those that are so and ask for less by
    themselves, and those in doubt: every one of them.

    Empty where there is none. `short`: a statement goes by its letter, which stands in its band, unless it is the only
    one and short enough for its words; and of several signs each by its few words, all of which stand under the reasons
    or the doubts.
    """
    if short and (len(place.rim) > 1 or any(len(one.says) > IN_WORDS for one in place.rim)):
        place = place.but(rim=tuple(_by_letter(one, place) for one in place.rim))
    if short and crowded(place):
        place = place.but(rim=tuple(one.but(says=capital(one.short) or one.says) for one in place.rim))
    so = tuple(one for one in place.rim if not one.doubted)
    doubted = tuple(one for one in place.rim if one.doubted)
    if not so:
        return _rim_sentence(rim_words(place), doubted)
    first = so if is_rung(place) else tuple(one for one in so if decides(one, place))
    less = tuple(one for one in so if one not in first)
    return following(
        _rim_sentence(rim_words(place), first) if first else sentences((rim_words(place),)),
        sentences((say("windscreen.rim.also", signs=_signs(less)),)) if less else "",
        sentences((say("windscreen.rim.also_doubted", signs=_signs(doubted)),)) if doubted else "")


def crowded(place: Place) -> bool:
    """Whether so much stands around all levels that a narrow screen has no room to say it in full."""
    return len(place.rim) > IN_FULL


def _by_letter(one: Rim, place: Place) -> Rim:
    """A statement as its letter says it; a sign, a duty and danger, which have none, as they are."""
    letter = next((mark.letter for mark in place.marks if mark.id == one.id), "")
    return one.but(says=say("windscreen.rim.answer", letter=letter)) if one.kind == "at_least" and letter else one


def _rim_sentence(words: str, rim: tuple[Rim, ...]) -> str:
    return sentences((say("windscreen.rim.sentence", words=words, signs=_signs(rim)),)) if rim else ""


def _signs(rim: Iterable[Rim]) -> str:
    return sentences(say("windscreen.rim.about", sign=stated(one).rstrip("."), children=children(one.about))
                     if one.about else stated(one) for one in rim)


def stated(one: Rim) -> str:
    """What it says, and that it is only suspected where so."""
    return say("windscreen.rim.suspected", sign=one.says) if one.suspected else one.says


def in_short(place: Place, area: AreaPack) -> str:
    """What the picture says, in a line or two: what holds whatever the level, the level, and why it is raised."""
    return following(rim_in_words(place), level_in_short(place, area))


def level_in_short(place: Place, area: AreaPack) -> str:
    """The same without what holds whatever the level."""
    return following(_level_sentence("short", place, area), place.may_be_higher, raise_in_words(place, area),
                     led_in_words(place, area), say("windscreen.short.placed") if reached(place) else "")


def led_in_words(place: Place, area: AreaPack) -> str:
    """At which level the help is, where neither the answers support it nor a rule raises to it, and why; or nothing."""
    return following(*(say("windscreen.led", reason=say(f"windscreen.led.{one.by}"),
                           level=level_name(area.level[one.to_level])) for one in place.led))


def raise_in_words(place: Place, area: AreaPack) -> str:
    """Which level a rule of the document raises to, and why; empty where none does."""
    raised = raise_shown(place, area)
    if raised is None:
        return ""
    level = level_name(area.level[raised.to_level])
    return say("windscreen.raised", reason=say(f"windscreen.raise.{raised.kind}"), level=level)


def _level_sentence(form: str, place: Place, area: AreaPack) -> str:
    """Which level is supported, and up to which the answers reach; in this form of words."""
    supported, highest = place.supported_order, reached(place)
    level = level_name(area.levels[supported - 1]) if supported else ""
    if not supported and not highest:
        return say(f"windscreen.{form}.{'doubted' if place.marks else 'nothing'}") if not place.led else ""
    if highest <= supported:
        return say(f"windscreen.{form}.supports", level=level)
    top = level_name(area.levels[highest - 1])
    if not supported:
        return say(f"windscreen.{form}.reach", highest=top)
    return say(f"windscreen.{form}.supports_and_reach", level=level, highest=top)


def in_words(place: Place, area: AreaPack) -> str:
    """The whole picture in sentences: what holds whatever the level, the levels, what they hold, what is not sure."""
    if not area.levels:
        return say("windscreen.no_levels", area=area.name)
    names = {level.id: level_name(level) for level in area.levels}
    said = [
        rim_in_words(place),
        say("windscreen.has_levels", area=area.name, count=len(area.levels),
            levels=apart(_also_called(level) for level in area.levels)),
        _level_sentence("whole", place, area),
        place.may_be_higher,
        raise_in_words(place, area),
        led_in_words(place, area),
    ]
    for level in area.levels:
        here = [mark for mark in place.marks if area.levels[mark.order - 1].id == level.id]
        if here:
            said.append(say("windscreen.in_level", level=names[level.id], marks=listed(_named(mark) for mark in here)))
    return following(*said)


def _also_called(level: Level) -> str:
    """A level with the other names that people may know it by."""
    name = level_name(level)
    return say("windscreen.also_called", level=name, names=any_of(level.also_called)) if level.also_called else name


def _named(mark: Mark) -> str:
    if not is_open(mark):
        return say("windscreen.mark", letter=mark.letter, ring=RING_NAMES[mark.ring])
    state = "suspected" if mark.state == "found" else mark.state
    return say("windscreen.mark_unsure", letter=mark.letter, ring=RING_NAMES[mark.ring],
               state=say(f"windscreen.state.{state}"))


def table(place: Place, area: AreaPack) -> tuple[tuple[str, str, str, str, str], ...]:
    """One row a mark under `TABLE_HEADS`, in the order of the letters."""
    return tuple(
        (mark.letter, say("windscreen.about", says=mark.says, children=children(mark.about)) if mark.about
         else mark.says, level_name(area.levels[mark.order - 1]), RING_NAMES[mark.ring], how_known(mark))
        for mark in place.marks
    )
