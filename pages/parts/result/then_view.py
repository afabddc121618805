"""The second answer of the result: the level, which help follows, and whose agreement it needs."""
from collections.abc import Callable

from decision.after import has_rung
from decision.calls import spoken_of, to_a_team
from decision.case import Case
from decision.documents import comes_after
from decision.path import Path
from decision.result import Decision
from decision.rung import help_waits
from decision.ways import REFERS
from exports.two_answers import so_far
from exports.windscreen import raise_in_words
from exports.windscreen_shapes import colour_of
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import CallOutcome
from guidance.words import say
from guidance.words.forms import children
from pages.parts.display.links import within
from pages.parts.display.markup import Markup, join, paragraph, strong, tag
from pages.parts.display.pieces import more, pill, section
from pages.parts.display.words import source_line
from pages.parts.result.once import not_in
from pages.parts.result.then_behind import (
    at_once_of, by_children, called, facts_of, first_ones, first_sentence, raise_says_tried, raised_to,
    stands_with_level, steps_up, waits, warnings, whose,
)
from pages.parts.shell.other_page import CHECK_PAGE
from pages.parts.visit.which_paper import leads_to
from pages.parts.wizard import steps

PLACE = ("home_area", "area_now", "work_area", "practitioner", "reference")
"""What a case may hold while nothing about a child has been answered."""


def then_section(case: Case, decision: Decision, packs: Packs, blank: bool = False) -> Markup:
    """The paths of help, each child's under its letter, the second one folded. Before a talk it is headed so, also
    where one was had that does not know of all that is so now, unless it was the one with the own lead that comes
    first. The paper is the one that the button names. `blank`: nothing was answered, so that nothing can follow."""
    if blank:
        return section(say("then.heading"), paragraph(say("result.then.blank")),
                       paragraph(within(say("result.then.first"), CHECK_PAGE, {"step": steps.names()[0]})), id_="then")
    if not decision.then:
        return Markup("")
    groups = _groups(decision)
    leading = tuple(paths[0] for _, paths in by_children(decision.then).items())
    heading = say("then.heading_after_talk" if help_waits(case, decision, *leading) else "then.heading")
    said, levels = _said(case, decision), any(path.level for path in leading)
    taken = said == "taken" and levels
    in_sight = tuple(_in_sight(same[0][0], decision, packs, decision.outcome in REFERS) for same in groups)
    behind = _who_leads(leading, decision, packs, join(*in_sight), len(groups) > 1)
    if len(groups) == 1:
        shown: tuple[Markup, ...] = (in_sight[0], behind, _seconds(groups[0], in_sight[0], decision, packs, taken))
    else:
        shown = (*(join(paragraph(strong(_letters(tuple(paths[0] for paths in same)))), seen,
                        _seconds(same, seen, decision, packs, taken))
                   for same, seen in zip(groups, in_sight, strict=True)), behind)
    return section(heading, paragraph(strong(on_paper(decision)), class_="on-paper"),
                   paragraph(_what_they_decided(said, levels)), *shown,
                   _raised(decision, packs), id_="then")


def _said(case: Case, decision: Decision) -> CallOutcome | None:
    """What came of the talk with a council's team of which the result speaks, where they knew of all that is so now."""
    told = spoken_of(case)
    return told.outcome if told is not None and to_a_team(told) and has_rung(case, decision) else None


def _what_they_decided(said: CallOutcome | None, levels: bool) -> str:
    """That a council's team took the referral, so that what they decide comes before the help of the `levels`, or that
    they will do nothing further; empty where they have said neither."""
    if said == "taken":
        return say("result.then.taken") if levels else ""
    return say("result.then.refused") if said == "no_further_action" else ""


def on_paper(decision: Decision) -> str:
    """Which paper goes with this result, and when: the same one as the button of the page makes. Empty where that names
    none."""
    paper = leads_to(decision)
    return say(f"result.then.paper.{comes_after(decision, paper)}", paper=say(f"result.paper.{paper}")) if paper else ""


def nothing_said(case: Case) -> bool:
    """Whether nothing about a child has been answered: of a case that holds at most where, and who the user is."""
    return case.but(**{field: getattr(Case(), field) for field in PLACE}) == Case()


def _raised(decision: Decision, packs: Packs) -> Markup:
    """That a rule of the document has the next level thought of, and why: a talk is about that too. Not where each
    child's help is that next step and says so."""
    area = packs.area(decision.home_area)
    level = raised_to(decision, area)
    stepped = all(paths[0].level == level and steps_up(paths[0], decision, area)
                  for paths in by_children(decision.then).values())
    if area is None or not level or (stepped and raise_says_tried(decision, area)):
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


def _letters(paths: tuple[Path, ...]) -> str:
    letters = tuple(letter for path in paths for letter in path.about)
    return say("then.children", children=children(letters)) if letters else ""


def _who_leads(first: tuple[Path, ...], decision: Decision, packs: Packs, seen: Markup, named: bool) -> Markup:
    """Behind what is in sight: who leads, where no level tells of it, once for all the children of whom it is so.
    `named`: each group's children stand by their letters."""
    area = packs.area(decision.home_area)
    own = tuple(path for path in first if not stands_with_level(path, area))
    return more(say("result.then.more"), *_each(own, lambda path: facts_of(path, decision, area, seen), named),
                source_line(packs, *(path.source for path in own)) if own else "")


def _seconds(same: list[list[Path]], seen: Markup, decision: Decision, packs: Packs, taken: bool) -> Markup:
    """All that is said of the second path of these children, folded, that is not `seen` with their first; nothing of
    one that a rule has thought of: its level says it. `taken`: the council has the referral, so that it finds more and
    no talk that is still to be had."""
    area, elsewhere = packs.area(decision.home_area), first_ones(decision, packs)
    found: dict[str, list[Path]] = {}
    for path in (path for paths in same for path in paths[1:]):
        found.setdefault(path.name or path.says, []).append(path)
    or_else = say("result.then.second_taken" if taken else "then.second")
    return join(*(_second(f"{or_else}: {name}", tuple(paths), area, seen, decision, packs)
                  for name, paths in found.items() if paths[0] not in elsewhere))


def _second(title: str, paths: tuple[Path, ...], area: AreaPack | None, seen: Markup, decision: Decision,
            packs: Packs) -> Markup:
    first = _in_sight(paths[0].but(name=""), decision, packs, seen=seen)   # the heading names it
    known = join(seen, first)
    cited = (one for path in paths for one in (
        path.source, path.agreement_source, *(each.source for each in path.carers)))
    return more(title, first,
                *_each(paths, lambda path: _all_of(path, decision, packs, known)), source_line(packs, *cited))


def _each(paths: tuple[Path, ...], said: Callable[[Path], tuple[Markup, ...]],
          named: bool = False) -> tuple[Markup, ...]:
    """What is said of each path: what is the same of all stands once, the rest under the letters of its children.
    `named`: there are others, so that it is said of one too whom it is about."""
    lines = [said(path) for path in paths]
    common = [line for line in dict.fromkeys(lines[0]) if all(line in one for one in lines)] if lines else []
    found = [paragraph(strong(_letters(paths)))] if common and (named or len(paths) > 1) else []
    found += common
    for path, own in zip(paths, lines, strict=True):
        if left := [line for line in own if line not in common]:
            found += [paragraph(strong(_letters((path,)))), *left]
    return tuple(found)


def _all_of(path: Path, decision: Decision, packs: Packs, seen: Markup) -> tuple[Markup, ...]:
    """All that is said of a path behind its fold: who has answered so far, whose yes counts, who leads, the form."""
    lines = (
        *(paragraph(line) for line in so_far(path, packs)), *(warnings(path) if waits(path) else ()),
        *whose(path, decision))
    return (*(line for line in lines if line and line not in seen),
            *facts_of(path, decision, packs.area(decision.home_area), seen))


def _in_sight(path: Path, decision: Decision, packs: Packs, refers: bool = False, seen: str = "") -> Markup:
    """The level and the help, the first thing that happens, and whose agreement. `refers`: it is a referral now, for
    which the first answer has said that nobody's is needed, so that the rule stands behind it. `seen`: what stands
    before it and is not said again. That help was tried is said here, or with the level that a rule thinks of."""
    area, raised = packs.area(decision.home_area), _raised(decision, packs)
    agreement = path.says_agreement if path.agreement_needed else path.rule if not refers else ""
    stepped = "" if raised and raise_says_tried(decision, area) else first_sentence(path.step_up)
    return join(
        paragraph(_level(path, decision, area), tag("strong", called(path, area), class_="help")),
        paragraph(not_in(seen, at_once_of(path, decision, area))),
        paragraph(not_in(seen, stepped)),
        paragraph(pill(say("then.needed" if path.agreement_needed else "then.not_needed")), " ",
                  not_in(seen, agreement)),
        *(line for line in (() if waits(path) else warnings(path)) if line not in seen),
    )


def _level(path: Path, decision: Decision, area: AreaPack | None) -> Markup:
    """The level as a pill in the area's own colour; of a name that does not say so, that it is the level of need.
    The next step up, above what the answers support, says so without its colour."""
    if not path.name:
        return Markup("")
    if steps_up(path, decision, area):
        return join(pill(say("then.step_up_level", level=path.name)), " ")
    level = area.level.get(path.level) if area else None
    colour = colour_of(level, area.levels.index(level), len(area.levels)) if area and level else ""
    named = level is not None and path.name.casefold().startswith(say("result.then.level").casefold())
    return join(pill(path.name if named else say("then.at_level", level=path.name), colour), " ")
