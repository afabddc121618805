"""The second answer of the result: the level, which help follows, and whose agreement it needs."""
import re

from decision.after import has_rung
from decision.case import Case
from decision.documents import comes_after
from decision.path import Path
from decision.result import Decision
from decision.telling import somebody_told
from decision.then import talk_first
from decision.ways import REFERS
from exports.pdf.text import sentences
from exports.two_answers import so_far
from exports.windscreen import raise_in_words
from exports.windscreen_around import raise_shown
from exports.windscreen_shapes import colour_of
from guidance.packs import AreaPack, Packs
from guidance.words import key_of, say
from guidance.words.forms import capital, children
from pages.parts.display.markup import Markup, bullets, join, paragraph, strong, tag
from pages.parts.display.pieces import more, pill, section
from pages.parts.display.words import source_line
from pages.parts.result.links import within
from pages.parts.shell.other_page import CHECK_PAGE
from pages.parts.visit.which_paper import leads_to
from pages.parts.wizard import steps

PLACE = ("home_area", "area_now", "work_area", "practitioner", "reference")
"""What a case may hold while nothing about a child has been answered."""
NO_FORM = "then.no_form"
AT_ONCE = 2
"""Sentences that are read at a glance."""
_END = re.compile(r"(?<=[a-z)][.?!])\s+(?=[A-Z])")


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
    leading = tuple(paths[0] for _, paths in _by_children(decision.then))
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
    if area is None or not _raised_to(decision, area):
        return Markup("")
    return paragraph(strong(raise_in_words(decision.place, area)))


def _raised_to(decision: Decision, area: AreaPack | None) -> str:
    """The level that a rule of the document has thought of, where that is said here; otherwise empty."""
    raised = raise_shown(decision.place, area) if area and area.levels else None
    return raised.to_level if raised and decision.outcome not in REFERS else ""


def _groups(decision: Decision) -> list[list[list[Path]]]:
    """The children's paths, those together of which the same stands in sight."""
    groups: dict[tuple[str, ...], list[list[Path]]] = {}
    for _, paths in _by_children(decision.then):
        one = paths[0]
        seen = (one.name, one.says, one.help, one.says_agreement, one.rule if not one.agreement_needed else "",
                *(() if _waits(one) else (*one.not_counted, one.question)))
        groups.setdefault(seen, []).append(paths)
    return list(groups.values())


def _alike(same: list[list[Path]], decision: Decision, packs: Packs, alone: bool) -> Markup:
    """What stands in sight once for these children; behind it, and behind a second path, what is each one's own.

    `alone`: there is no other group, so that nobody needs to be told whom it is about.
    """
    letters = tuple(letter for paths in same for letter in paths[0].about)
    first = tuple(paths[0] for paths in same)
    seconds: dict[str, list[Path]] = {}
    for path in (path for paths in same for path in paths[1:]):
        seconds.setdefault(path.name or path.says, []).append(path)
    area, raised = packs.area(decision.home_area), _raised_to(decision, packs.area(decision.home_area))
    second = {name: (_in_sight(paths[0], area), *_each(tuple(paths), decision, packs))
              for name, paths in seconds.items()}
    thought_of = {name for name, paths in seconds.items() if raised and paths[0].level == raised}
    words = say("result.then.more_agreed" if first[0].agreement_needed else "result.then.more")
    return join(
        paragraph(strong(say("then.children", children=children(letters)))) if letters and not alone else "",
        _in_sight(first[0], area, decision.outcome in REFERS),
        more(words, paragraph(first[0].rule) if decision.outcome in REFERS and not first[0].agreement_needed else "",
             *_each(first, decision, packs), *(line for name in second if name in thought_of for line in second[name])),
        *(more(f"{say('then.second')}: {name}", *lines) for name, lines in second.items() if name not in thought_of),
    )


def _each(paths: tuple[Path, ...], decision: Decision, packs: Packs) -> tuple[Markup, ...]:
    """What stands behind each path, under the letters of its children where they have each their own."""
    found: list[Markup] = []
    for path in paths:
        if path.about and len(paths) > 1:
            found.append(paragraph(strong(say("then.children", children=children(path.about)))))
        found += _behind(path, decision, packs)
    return tuple(found)


def _by_children(paths: tuple[Path, ...]) -> list[tuple[tuple[str, ...], list[Path]]]:
    groups: dict[tuple[str, ...], list[Path]] = {}
    for path in paths:
        groups.setdefault(path.about, []).append(path)
    return list(groups.items())


def _facts(path: Path, paper: bool) -> tuple[tuple[str, str], ...]:
    """Who leads, what happens and on which form, each with its name. `paper`: one goes with the result, so that nothing
    says that none is needed."""
    form = say("then.goes_to", form=path.document, place=path.goes_to) if path.goes_to else f"{path.document}."
    found = (say("then.leads"), path.leads), (say("then.help"), path.help), (say("then.form"), form)
    return found[:-1] if paper and key_of(path.document) == NO_FORM else found


def _waits(path: Path) -> bool:
    """Whether nobody is asked yet, so that whose yes counts is not needed before anything else."""
    return path.agreement in ("after_talk", "not_sought")


def _in_sight(path: Path, area: AreaPack | None, refers: bool = False) -> Markup:
    """The level and the help, the first thing that happens, and whose agreement. `refers`: it is a referral now, for
    which the first answer has said that nobody's is needed, so that the rule stands behind it."""
    return join(
        paragraph(_level(path, area), tag("strong", _called(path, area), class_="help")),
        paragraph(_first(path.help)),
        paragraph(pill(say("then.needed" if path.agreement_needed else "then.not_needed")), " ",
                  path.says_agreement if path.agreement_needed else path.rule if not refers else ""),
        *(() if _waits(path) else _warnings(path)),
    )


def _warnings(path: Path) -> tuple[Markup, ...]:
    return tuple(paragraph(sentences((capital(line),)), class_="warn") for line in (*path.not_counted, path.question)
                 if line)


def _behind(path: Path, decision: Decision, packs: Packs) -> tuple[Markup, ...]:
    """What stands on demand: who has answered so far, whose yes counts, who leads, all that happens, and the form."""
    return (
        *(paragraph(line) for line in so_far(path, packs)), *(_warnings(path) if _waits(path) else ()),
        paragraph(path.note), *_whose(path, decision, packs),
        *_details(path, packs.area(decision.home_area), bool(leads_to(decision))),
        source_line(packs, path.source, path.agreement_source),
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


def _details(path: Path, area: AreaPack | None, paper: bool) -> tuple[Markup, ...]:
    """What the level means, who leads, all that happens, on which form, and the user's own part in writing."""
    facts = tuple(tag("div", tag("dt", name), tag("dd", _steps(words))) for name, words in _facts(path, paper))
    means = path.says if _called(path, area) != path.says.rstrip(".") else ""
    return (
        paragraph(means),
        tag("dl", *facts, class_="then-facts"),
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
