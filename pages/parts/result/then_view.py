"""Part 1b of the result: the second answer, which help follows and whose agreement it needs."""
import re

from decision.path import Path
from decision.result import Decision
from decision.telling import somebody_told
from decision.then import talk_first
from exports.pdf.text import sentences
from exports.two_answers import so_far
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import capital, children
from pages.parts.display.markup import Markup, bullets, folded, join, paragraph, show, strong, tag
from pages.parts.display.words import source_line

AT_ONCE = 2
"""Sentences that are read at a glance."""
_END = re.compile(r"(?<=[a-z)][.?!])\s+(?=[A-Z])")


def then(decision: Decision, packs: Packs) -> None:
    """The paths of help, the first in full, each child's under its letter. Before a talk it is headed so."""
    if not decision.then:
        return
    leading = tuple(paths[0] for _, paths in _by_children(decision.then))
    heading = say("then.heading_after_talk" if talk_first(decision, *leading) else "then.heading")
    blocks: list[Markup] = []
    said: dict[tuple[tuple[str, str], ...], tuple[str, ...]] = {}
    for about, paths in _by_children(decision.then):
        if about:
            blocks.append(tag("h3", say("then.children", children=children(about))))
        same = said.setdefault(_facts(paths[0], packs), about)
        first = _path(paths[0], decision, packs, same if same != about else ())
        others = [_path(path, decision, packs) for path in paths[1:]]
        blocks.append(first)
        blocks += [folded(f"{say('then.second')}: {path.name or path.says}", shown)
                   for path, shown in zip(paths[1:], others, strict=True)]
    show(tag("section", tag("h2", heading), *blocks, class_="then"))


def _by_children(paths: tuple[Path, ...]) -> list[tuple[tuple[str, ...], list[Path]]]:
    groups: dict[tuple[str, ...], list[Path]] = {}
    for path in paths:
        groups.setdefault(path.about, []).append(path)
    return list(groups.items())


def _facts(path: Path, packs: Packs) -> tuple[tuple[str, str], ...]:
    """Who leads, what happens and on which form, each with its name."""
    form = say("then.goes_to", form=path.document, place=path.goes_to) if path.goes_to else f"{path.document}."
    return (say("then.leads"), path.leads), (say("then.help"), path.help), (say("then.form"), form)


def _list(path: Path, packs: Packs, same: tuple[str, ...]) -> Markup:
    """The facts of a path; of one that says what another child's has said already, that it is the `same`."""
    if same:
        return paragraph(say("then.same", children=children(same)))
    return tag("dl", *(tag("div", tag("dt", name), tag("dd", _steps(words))) for name, words in _facts(path, packs)),
               class_="then-facts")


def _steps(words: str) -> Markup:
    """A text of several sentences one below the other, so that no wall of words stands on a small screen."""
    parts = _END.split(capital(words))
    return bullets(*parts) if len(parts) > AT_ONCE else join(capital(words))


def _path(path: Path, decision: Decision, packs: Packs, same: tuple[str, ...] = ()) -> Markup:
    return join(
        paragraph(tag("span", say("then.at_level", level=path.name), class_="level")) if path.name else "",
        paragraph(path.says, class_="means"),
        paragraph(strong(say("then.needed" if path.agreement_needed else "then.not_needed")), " ",
                  path.says_agreement if path.agreement_needed else path.rule),
        *(paragraph(line) for line in so_far(path, packs)),
        *(paragraph(sentences((capital(line),)), class_="warn") for line in (*path.not_counted, path.question) if line),
        _list(path, packs, same),
        *(paragraph(say("then.written", deadline=line)) for line in path.written),
        paragraph(path.note),
        _whose(path, decision, packs),
    )


def _whose(path: Path, decision: Decision, packs: Packs) -> Markup:
    """The rule, from whom, and what a refusal changes: on demand, and only where somebody may be told."""
    if not (path.agreement_needed and somebody_told(decision.telling)):
        return source_line(packs, path.source, path.agreement_source)
    return folded(
        say("then.whose"), paragraph(say("then.from_whom", people=path.from_whom)),
        paragraph(say("then.rule", rule=path.rule)),
        *(join(paragraph(one.says), source_line(packs, one.source)) for one in path.carers),
        paragraph(say("then.if_refused", then=path.if_refused)) if path.if_refused else "",
        source_line(packs, path.source, path.agreement_source),
    )
