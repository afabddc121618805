"""The same worry in each area's document: what stands at which of its own levels, and what has no level there."""
from collections.abc import Iterable
from dataclasses import dataclass

from exports.windscreen import level_name
from guidance.models import Duty, Factor, Indicator, Level, Sign
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import OUTCOMES, Outcome
from guidance.words import say
from guidance.words.forms import apart, capital

CONCERN, SIGN, DUTY = "concern", "sign", "duty"
BESIDE = ("strength", "context")
"""Kinds of statement that are no worry."""
Line = Indicator | Factor | Sign


@dataclass(frozen=True)
class Row:
    """One level of one document (None: no level of it), and what stands there."""

    name: str
    lines: tuple[Line, ...]
    level: Level | None = None


@dataclass(frozen=True)
class Across:
    """One area: its rows, calmest level first, and what it asks for whatever the level."""

    area: AreaPack
    rows: tuple[Row, ...]
    duties: tuple[Duty, ...]

    @property
    def empty(self) -> bool:
        """Whether the document says nothing of it, at a level or otherwise."""
        return not self.duties and not any(row.lines for row in self.rows)


@dataclass(frozen=True)
class Together:
    """What stands side by side: what these levels ask for, or the name of a list, and of each area the rows there."""

    name: str
    cells: tuple[tuple[Row, ...], ...]
    levels: bool


def across(packs: Packs, areas: Iterable[str], topic: str, about: str = "") -> tuple[Across, ...]:
    """These areas' places for a topic, or for one concern, sign or duty of it (`about`: a value of `narrower`)."""
    return tuple(_in_area(packs.areas[id_], topic, about) for id_ in areas)


def narrower(packs: Packs, areas: tuple[str, ...], topic: str) -> dict[str, str]:
    """Value → words: the concerns, signs and duties that these areas' documents tie to a topic."""
    rows: list[Indicator | Factor] = []
    for area in (packs.areas[id_] for id_ in areas):
        rows += [*(row for row in area.indicators if topic in row.topics),
                 *(factor for factor in area.factors if topic in factor.topics)]
    signs = {sign.id: sign.says for id_ in packs.areas for sign in packs.signs(id_)}
    duties = {duty.id: duty.name for area in packs.areas.values() for duty in area.duties}
    duties |= {duty.id: duty.name for duty in packs.national.duties}
    concerns = {row.concern: capital(row.concern.replace("_", " ")) for row in rows if isinstance(row, Indicator)}
    named = {row.ask_first: signs[row.ask_first] for row in rows if row.ask_first in signs}
    called = {id_: duties[id_] for row in rows for id_ in row.duty if id_ in duties}
    return {
        f"{kind}.{id_}": say(f"across.about.{kind}", words=words)
        for kind, found in ((CONCERN, concerns), (SIGN, named), (DUTY, called))
        for id_, words in sorted(found.items(), key=lambda one: one[1])
    }


def _in_area(area: AreaPack, topic: str, about: str) -> Across:
    rows = [row for row in area.indicators if topic in row.topics and _is_about(row, about)]
    levels = [
        Row(level_name(level), tuple(row for row in rows if _stands(row, area) == level.id), level)
        for level in area.levels
    ]
    scales = [Row(say("across.scale", scale=scale.name), tuple(row for row in rows if row.scale == scale.id))
              for scale in area.scales]
    lists: tuple[Line, ...] = (
        *(row for row in rows if not row.scale and _stands(row, area) not in area.level),
        *(factor for factor in area.factors if topic in factor.topics and _is_about(factor, about)),
    )
    signs = tuple(sign for sign in area.signs if topic in sign.topics and _is_about(sign, about))
    others = (*scales, Row(say("across.lists"), lists), Row(say("look_up.kind.sign"), signs))
    beside = [row for row in others if row.lines]
    duties = tuple(duty for duty in area.duties if topic in duty.topics and about in ("", f"{DUTY}.{duty.id}"))
    return Across(area, (*levels, *beside), duties)


def _stands(row: Indicator, area: AreaPack) -> str:
    return "" if row.scale else row.stands_at or row.level


def _is_about(row: Line, about: str) -> bool:
    kind, _, id_ = about.partition(".")
    if kind == CONCERN:
        return isinstance(row, Indicator) and row.concern == id_
    if kind == SIGN:
        return row.id == id_ if isinstance(row, Sign) else row.ask_first == id_
    return kind != DUTY or id_ in row.duty


def in_words(found: Iterable[Across]) -> tuple[str, ...]:
    """One sentence an area: at which of its own levels it speaks of it. No numbers, which would invite counting."""
    return tuple(_sentence(one) for one in found)


def _sentence(one: Across) -> str:
    name = one.area.name
    if one.empty:
        return say("across.silent" if one.area.levels else "across.silent_no_levels", area=name)
    held = apart(row.name for row in one.rows if row.lines and row.level)
    if not one.area.levels:
        return say("across.no_levels", area=name)
    return say("across.stands", area=name, levels=held) if held else say("across.beside_levels", area=name)


def together(found: tuple[Across, ...], packs: Packs) -> tuple[Together, ...]:
    """Levels beside those of the other area that ask for the same, the level for significant harm beside the other's,
    calmest first and whatever they are called; then lists, scales and signs by their name."""
    asks: dict[Outcome | None, str] = {
        _asks(level): packs.national.words[level.outcome].name
        for level in sorted((level for one in found for level in one.area.levels), key=_urgency)}
    lists = dict.fromkeys(row.name for one in found for row in one.rows if not row.level)
    return (
        *(Together(said, tuple(tuple(row for row in one.rows if row.level and _asks(row.level) == asked)
                               for one in found), levels=True) for asked, said in asks.items()),
        *(Together(name, tuple(tuple(row for row in one.rows if not row.level and row.name == name) for one in found),
                   levels=False) for name in lists),
    )


def _asks(level: Level) -> Outcome | None:
    return None if level.acting else level.outcome


def _urgency(level: Level) -> tuple[bool, int]:
    return level.acting, OUTCOMES.index(level.outcome)


def first_asked(found: Iterable[Across], packs: Packs) -> tuple[Sign, ...]:
    """The signs to think of before any of these statements, each once, in the order of the packs."""
    named = [(one.area.id, {line.ask_first for row in one.rows for line in row.lines if not isinstance(line, Sign)})
             for one in found]
    return tuple({sign.id: sign for area, asked in named for sign in packs.signs(area) if sign.id in asked}.values())


def is_worry(line: Line) -> bool:
    """Whether a statement is a worry; strengths and circumstances stand beside worries."""
    return isinstance(line, Sign) or line.kind not in BESIDE
