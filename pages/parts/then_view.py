"""Part 1b of the result: the second answer, which help follows and whose agreement it needs."""
from decision.path import Path
from decision.result import Decision
from decision.telling import somebody_told
from decision.then import talk_first
from exports.text import sentences
from exports.two_answers import so_far
from guidance.packs import Packs
from pages.parts.markup import Markup, folded, join, paragraph, show, strong, tag
from pages.parts.words import capital, children, source_line


def then(decision: Decision, packs: Packs) -> None:
    """The paths of help, the first in full, each child's under its letter. Before a talk it is headed so."""
    say = packs.national.say
    if not decision.then:
        return
    heading = say("then.heading_after_talk" if talk_first(decision) else "then.heading")
    blocks = []
    for about, paths in _by_children(decision.then):
        if about:
            blocks.append(tag("h3", say("then.children", children=children(about))))
        first, *others = (_path(path, decision, packs) for path in paths)
        blocks.append(first)
        blocks += [folded(f"{say('then.second')}: {path.name or path.says}", shown)
                   for path, shown in zip(paths[1:], others, strict=True)]
    show(tag("section", tag("h2", heading), *blocks, class_="then"))


def _by_children(paths: tuple[Path, ...]) -> list[tuple[tuple[str, ...], list[Path]]]:
    groups: dict[tuple[str, ...], list[Path]] = {}
    for path in paths:
        groups.setdefault(path.about, []).append(path)
    return list(groups.items())


def _path(path: Path, decision: Decision, packs: Packs) -> Markup:
    say = packs.national.say
    form = say("then.goes_to", form=path.document, place=path.goes_to) if path.goes_to else f"{path.document}."
    rows = [(say("then.leads"), path.leads), (say("then.help"), path.help), (say("then.form"), form)]
    return join(
        paragraph(tag("span", path.name, class_="level")) if path.name else "",
        paragraph(path.says, class_="means"),
        paragraph(strong(say("then.needed" if path.agreement_needed else "then.not_needed")), " ",
                  path.says_agreement if path.agreement_needed else path.rule),
        *(paragraph(line) for line in so_far(path, packs)),
        *(paragraph(sentences((capital(line),)), class_="warn") for line in (*path.not_counted, path.question) if line),
        tag("dl", *(tag("div", tag("dt", name), tag("dd", capital(words))) for name, words in rows),
            class_="then-facts"),
        *(paragraph(say("then.written", deadline=line)) for line in path.written),
        paragraph(path.note),
        _whose(path, decision, packs),
    )


def _whose(path: Path, decision: Decision, packs: Packs) -> Markup:
    """The rule, from whom, and what a refusal changes: on demand, and only where somebody may be told."""
    say = packs.national.say
    if not (path.agreement_needed and somebody_told(decision.telling)):
        return source_line(packs, path.source, path.agreement_source)
    return folded(
        say("then.whose"), paragraph(say("then.from_whom", people=path.from_whom)),
        paragraph(say("then.rule", rule=path.rule)),
        *(join(paragraph(one.says), source_line(packs, one.source)) for one in path.carers),
        paragraph(say("then.if_refused", then=path.if_refused)) if path.if_refused else "",
        source_line(packs, path.source, path.agreement_source),
    )
