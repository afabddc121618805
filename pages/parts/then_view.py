"""Part 1b of the result: the second answer (which help follows, whose agreement it needs) and what a doubt changes."""
from decision.path import Path, Settle
from decision.result import Decision
from decision.then import talk_first
from guidance.packs import Packs
from pages.parts.markup import Markup, bullets, folded, join, paragraph, show, strong, tag
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
        blocks.append(_path(paths[0], packs))
        blocks += [folded(f"{say('then.second')}: {path.name or path.says}", _path(path, packs)) for path in paths[1:]]
    show(tag("section", tag("h2", heading), *blocks, class_="then"))


def settle(decision: Decision, packs: Packs) -> None:
    """The doubts that the result rests on: said on the phone, or what they change and where to look."""
    say = packs.national.say
    told = [item for item in decision.settle if item.if_so is None]
    open_ = [item for item in decision.settle if item.if_so is not None]
    show(_told(told, say("settle.say_heading")), _open(open_, packs))


def _told(doubts: list[Settle], heading: str) -> Markup:
    if not doubts:
        return Markup("")
    return tag("section", tag("h2", heading), bullets(*(item.says for item in doubts)), class_="then doubts")


def _open(doubts: list[Settle], packs: Packs) -> Markup:
    say, words = packs.national.say, packs.national.words
    lines = (join(
        strong(item.says),
        paragraph(say("settle.if_so", outcome=words[item.if_so].name)) if item.if_so else "",
        paragraph(say("settle.if_not", outcome=words[item.if_not].name)) if item.if_not else "",
        paragraph(item.do), source_line(packs, item.source),
    ) for item in doubts)
    if not doubts:
        return Markup("")
    return tag("section", tag("h2", say("settle.heading")), bullets(*lines), class_="then doubts")


def _by_children(paths: tuple[Path, ...]) -> list[tuple[tuple[str, ...], list[Path]]]:
    groups: dict[tuple[str, ...], list[Path]] = {}
    for path in paths:
        groups.setdefault(path.about, []).append(path)
    return list(groups.items())


def _path(path: Path, packs: Packs) -> Markup:
    say = packs.national.say
    form = say("then.goes_to", form=path.document, place=path.goes_to) if path.goes_to else f"{path.document}."
    rows = [(say("then.leads"), path.leads), (say("then.help"), path.help), (say("then.form"), form)]
    return join(
        paragraph(tag("span", path.name, class_="level")) if path.name else "",
        paragraph(path.says, class_="means"),
        paragraph(strong(say("then.needed" if path.agreement_needed else "then.not_needed")), " ",
                  path.says_agreement if path.agreement_needed else path.rule),
        *(paragraph(line, class_="warn") for line in (*path.not_counted, path.question) if line),
        tag("dl", *(tag("div", tag("dt", name), tag("dd", capital(words))) for name, words in rows),
            class_="then-facts"),
        *(paragraph(say("then.written", deadline=line)) for line in path.written),
        paragraph(path.note),
        _whose(path, packs),
    )


def _whose(path: Path, packs: Packs) -> Markup:
    """The rule, from whom, and what a refusal changes: on demand."""
    say = packs.national.say
    if not path.agreement_needed:
        return source_line(packs, path.source, path.agreement_source)
    return folded(
        say("then.whose"), paragraph(say("then.from_whom", people=path.from_whom)),
        paragraph(say("then.rule", rule=path.rule)),
        paragraph(say("then.if_refused", then=path.if_refused)) if path.if_refused else "",
        source_line(packs, path.source, path.agreement_source),
    )
