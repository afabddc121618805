"""The second answer of the result: the level, which help follows, and whose agreement it needs."""
from collections.abc import Callable

from decision.after import has_rung
from decision.case import Case
from decision.documents import comes_after
from decision.path import Path
from decision.result import Decision
from decision.then import talk_first
from decision.ways import REFERS
from exports.two_answers import so_far
from exports.windscreen import raise_in_words
from exports.windscreen_shapes import colour_of
from guidance.packs import AreaPack, Packs
from guidance.words import say
from guidance.words.forms import children
from pages.parts.display.markup import Markup, join, paragraph, strong, tag
from pages.parts.display.pieces import more, pill, section
from pages.parts.display.words import source_line
from pages.parts.result.links import within
from pages.parts.result.then_behind import (
    by_children, called, facts_of, first_ones, first_sentence, raised_to, stands_with_level, steps_up, waits, warnings,
    whose,
)
from pages.parts.shell.other_page import CHECK_PAGE
from pages.parts.visit.which_paper import leads_to
from pages.parts.wizard import steps

PLACE = ("home_area", "area_now", "work_area", "practitioner", "reference")
"""What a case may hold while nothing about a child has been answered."""


def then_section(case: Case, decision: Decision, packs: Packs, blank: bool = False) -> Markup:
    """The paths of help, each child's under its letter, the second one folded. Before a talk it is headed so, also
    where a talk was had that does not know of all that is so now. The paper is the one that the button names. `blank`:
    nothing was answered, so that nothing can follow."""
    if blank:
        return section(say("then.heading"), paragraph(say("result.then.blank")),
                       paragraph(within(say("result.then.first"), CHECK_PAGE, {"step": steps.names()[0]})), id_="then")
    if not decision.then:
        return Markup("")
    groups = _groups(decision)
    leading = tuple(paths[0] for _, paths in by_children(decision.then).items())
    had = decision if has_rung(case, decision) else decision.but(after_call=None)
    heading = say("then.heading_after_talk" if talk_first(had, *leading) else "then.heading")
    return section(heading, paragraph(strong(on_paper(decision)), class_="on-paper"),
                   *(_alike(same, decision, packs, len(groups) == 1) for same in groups),
                   _raised(decision, packs), id_="then")


def on_paper(decision: Decision) -> str:
    """Which paper goes with this result, and when: the same one as the button of the page makes. Empty where that names
    none."""
    paper = leads_to(decision)
    return say(f"result.then.paper.{comes_after(decision, paper)}", paper=say(f"result.paper.{paper}")) if paper else ""


def nothing_said(case: Case) -> bool:
    """Whether nothing about a child has been answered: of a case that holds at most where, and who the user is."""
    return case.but(**{field: getattr(Case(), field) for field in PLACE}) == Case()


def _raised(decision: Decision, packs: Packs) -> Markup:
    """That a rule of the document has the next level thought of, and why: a talk is about that too."""
    area = packs.area(decision.home_area)
    if area is None or not raised_to(decision, area):
        return Markup("")
    return paragraph(strong(raise_in_words(decision.place, area)))


def _groups(decision: Decision) -> list[list[list[Path]]]:
    """The children's paths, those together of which the same stands in sight."""
    groups: dict[tuple[str, ...], list[list[Path]]] = {}
    for _, paths in by_children(decision.then).items():
        one = paths[0]
        seen = (one.name, one.says, one.help, one.says_agreement, one.rule if not one.agreement_needed else "",
                *(() if waits(one) else (*one.not_counted, one.question)))
        groups.setdefault(seen, []).append(paths)
    return list(groups.values())


def _alike(same: list[list[Path]], decision: Decision, packs: Packs, alone: bool) -> Markup:
    """What stands in sight once for these children; behind it who leads, where no level tells of it, and all that is
    said of a second path, unless a rule has thought of it: then its level does.

    `alone`: there is no other group, so that nobody needs to be told whom it is about.
    """
    letters = tuple(letter for paths in same for letter in paths[0].about)
    first = tuple(paths[0] for paths in same)
    seconds: dict[str, list[Path]] = {}
    for path in (path for paths in same for path in paths[1:]):
        seconds.setdefault(path.name or path.says, []).append(path)
    area, elsewhere = packs.area(decision.home_area), first_ones(decision, packs)
    own = tuple(path for path in first if not stands_with_level(path, area))
    return join(
        paragraph(strong(say("then.children", children=children(letters)))) if letters and not alone else "",
        _in_sight(first[0], area, decision.outcome in REFERS),
        more(say("result.then.more"), *_each(own, lambda path: (
            *facts_of(path, decision, area), source_line(packs, path.source)))),
        *(more(f"{say('then.second')}: {name}", _in_sight(paths[0], area),
               *_each(tuple(paths), lambda path: _all_of(path, decision, packs)))
          for name, paths in seconds.items() if paths[0] not in elsewhere),
    )


def _each(paths: tuple[Path, ...], said: Callable[[Path], tuple[Markup, ...]]) -> tuple[Markup, ...]:
    """What is said of each path, under the letters of its children where they have each their own."""
    found: list[Markup] = []
    for path in paths:
        if path.about and len(paths) > 1:
            found.append(paragraph(strong(say("then.children", children=children(path.about)))))
        found += said(path)
    return tuple(found)


def _all_of(path: Path, decision: Decision, packs: Packs) -> tuple[Markup, ...]:
    """All that is said of a path behind its fold: who has answered so far, whose yes counts, who leads, the form."""
    return (
        *(paragraph(line) for line in so_far(path, packs)), *(warnings(path) if waits(path) else ()),
        *whose(path, decision), *facts_of(path, decision, packs.area(decision.home_area)),
        source_line(packs, path.source, path.agreement_source, *(one.source for one in path.carers)),
    )


def _in_sight(path: Path, area: AreaPack | None, refers: bool = False) -> Markup:
    """The level and the help, the first thing that happens, and whose agreement. `refers`: it is a referral now, for
    which the first answer has said that nobody's is needed, so that the rule stands behind it."""
    return join(
        paragraph(_level(path, area), tag("strong", called(path, area), class_="help")),
        paragraph(first_sentence(path.help)),
        paragraph(first_sentence(path.step_up)),
        paragraph(pill(say("then.needed" if path.agreement_needed else "then.not_needed")), " ",
                  path.says_agreement if path.agreement_needed else path.rule if not refers else ""),
        *(() if waits(path) else warnings(path)),
    )


def _level(path: Path, area: AreaPack | None) -> Markup:
    """The level as a pill in the area's own colour; of a name that does not say so, that it is the level of need.
    The next step up is no level that the answers support, and says so without its colour."""
    if not path.name:
        return Markup("")
    if steps_up(path):
        return join(pill(say("then.step_up_level", level=path.name)), " ")
    level = area.level.get(path.level) if area else None
    colour = colour_of(level, area.levels.index(level), len(area.levels)) if area and level else ""
    named = level is not None and path.name.casefold().startswith(say("result.then.level").casefold())
    return join(pill(path.name if named else say("then.at_level", level=path.name), colour), " ")
