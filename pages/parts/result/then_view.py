"""The second answer of the result: the level, which help follows, and whose agreement it needs."""
import re

from decision.path import Path
from decision.result import Decision
from decision.telling import somebody_told
from decision.then import talk_first
from exports.pdf.text import sentences
from exports.two_answers import so_far
from exports.windscreen_shapes import colour_of
from guidance.packs import AreaPack, Packs
from guidance.words import say
from guidance.words.forms import capital, children
from pages.parts.display.markup import Markup, bullets, join, paragraph, strong, tag
from pages.parts.display.pieces import more, pill, section
from pages.parts.display.words import source_line

AT_ONCE = 2
"""Sentences that are read at a glance."""
_END = re.compile(r"(?<=[a-z)][.?!])\s+(?=[A-Z])")


def then_section(decision: Decision, packs: Packs) -> Markup:
    """The paths of help, each child's under its letter, the second one folded. Before a talk it is headed so."""
    if not decision.then:
        return Markup("")
    leading = tuple(paths[0] for _, paths in _by_children(decision.then))
    heading = say("then.heading_after_talk" if talk_first(decision, *leading) else "then.heading")
    blocks: list[Markup] = []
    said: dict[tuple[tuple[str, str], ...], tuple[str, ...]] = {}
    for about, paths in _by_children(decision.then):
        if about:
            blocks.append(paragraph(strong(say("then.children", children=children(about)))))
        same = said.setdefault(_facts(paths[0]), about)
        blocks.append(_path(paths[0], decision, packs, same if same != about else ()))
        blocks += [more(f"{say('then.second')}: {path.name or path.says}", _path(path, decision, packs))
                   for path in paths[1:]]
    return section(heading, *blocks, id_="then")


def _by_children(paths: tuple[Path, ...]) -> list[tuple[tuple[str, ...], list[Path]]]:
    groups: dict[tuple[str, ...], list[Path]] = {}
    for path in paths:
        groups.setdefault(path.about, []).append(path)
    return list(groups.items())


def _facts(path: Path) -> tuple[tuple[str, str], ...]:
    """Who leads, what happens and on which form, each with its name."""
    form = say("then.goes_to", form=path.document, place=path.goes_to) if path.goes_to else f"{path.document}."
    return (say("then.leads"), path.leads), (say("then.help"), path.help), (say("then.form"), form)


def _path(path: Path, decision: Decision, packs: Packs, same: tuple[str, ...] = ()) -> Markup:
    """One path: its level and help, the first thing that happens, whose agreement; the rest on demand. Of one that says
    what another child's has said already, that it is the `same`."""
    area = packs.area(decision.home_area)
    waits = path.agreement in ("after_talk", "not_sought")
    warnings = tuple(paragraph(sentences((capital(line),)), class_="warn")
                     for line in (*path.not_counted, path.question) if line)
    return join(
        paragraph(_level(path, area), tag("strong", _called(path, area), class_="help")),
        paragraph(say("then.same", children=children(same)) if same else _first(path.help)),
        paragraph(pill(say("then.needed" if path.agreement_needed else "then.not_needed")), " ",
                  path.says_agreement if path.agreement_needed else path.rule),
        *(() if waits else warnings),
        more(say("result.then.more_agreed" if path.agreement_needed else "result.then.more"),
             *(paragraph(line) for line in so_far(path, packs)), *(warnings if waits else ()),
             paragraph(path.note), *_whose(path, decision, packs), *_details(path, area, bool(same)),
             source_line(packs, path.source, path.agreement_source)),
    )


def _level(path: Path, area: AreaPack | None) -> Markup:
    """The level as a pill in the area's own colour; of a name that does not say so, that it is the level of need."""
    if not path.name:
        return Markup("")
    level = area.level.get(path.level) if area else None
    colour = colour_of(level, area.levels.index(level), len(area.levels)) if area and level else ""
    named = level is not None and path.name.casefold().startswith(say("result.then.level").casefold())
    return join(pill(path.name if named else say("then.at_level", level=path.name), colour), " ")


def _called(path: Path, area: AreaPack | None) -> str:
    """The help in a few words: that of its level, or the first sentence of what it is."""
    level = area.level.get(path.level) if area else None
    if level and level.outcome in ("universal", "early_help", "refer_with_agreement", "refer_now"):
        return say(f"result.help.{level.outcome}")
    return _first(path.says).rstrip(".")


def _details(path: Path, area: AreaPack | None, same: bool) -> tuple[Markup, ...]:
    """What the level means, who leads, all that happens, on which form, and the user's own part in writing."""
    facts = () if same else tuple(
        tag("div", tag("dt", name), tag("dd", _steps(words))) for name, words in _facts(path))
    means = path.says if _called(path, area) != path.says.rstrip(".") else ""
    return (
        paragraph(means),
        tag("dl", *facts, class_="then-facts") if facts else Markup(""),
        *(paragraph(say("then.written", deadline=line)) for line in path.written),
    )


def _first(words: str) -> str:
    """The first sentence of a text."""
    return _END.split(capital(words), maxsplit=1)[0]


def _steps(words: str) -> Markup:
    """A text of several sentences one below the other, so that no wall of words stands on a small screen."""
    parts = _END.split(capital(words))
    return bullets(*parts) if len(parts) > AT_ONCE else join(capital(words))


def _whose(path: Path, decision: Decision, packs: Packs) -> tuple[Markup, ...]:
    """The rule, from whom, and what a refusal changes: only where somebody may be told."""
    if not (path.agreement_needed and somebody_told(decision.telling)):
        return ()
    return (
        paragraph(say("then.from_whom", people=path.from_whom)),
        paragraph(say("then.rule", rule=path.rule)),
        *(join(paragraph(one.says), source_line(packs, one.source)) for one in path.carers),
        paragraph(say("then.if_refused", then=path.if_refused)) if path.if_refused else Markup(""),
    )
