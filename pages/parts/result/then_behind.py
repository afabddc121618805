"""What stands behind the second answer: whose yes counts, beside who may be told; who leads, what happens and on which
form, in the entry of its level, or in a fold of its own where no entry says that."""
from collections.abc import Mapping

from decision.documents import ASSESSMENT, by_name
from decision.path import Path
from decision.result import Decision
from decision.telling import somebody_told
from decision.ways import REFERS
from exports.pdf.text import sentences
from exports.two_answers import so_far
from exports.windscreen_around import raise_shown
from guidance.models import Level
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import Citation
from guidance.words import key_of, say
from guidance.words.forms import apart, capital, children, following
from pages.parts.display.markup import Markup, bullets, join, paragraph, strong, tag
from pages.parts.display.pieces import pill
from pages.parts.result.once import each_sentence, not_in
from pages.parts.visit.which_paper import leads_to

NO_FORM = ("then.no_form", "then.form_if_asked")
AT_ONCE = 2
"""Sentences that are read at a glance."""


def by_children(paths: tuple[Path, ...]) -> dict[tuple[str, ...], list[Path]]:
    """Letters of children → their paths, in order."""
    groups: dict[tuple[str, ...], list[Path]] = {}
    for path in paths:
        groups.setdefault(path.about, []).append(path)
    return groups


def raised_to(decision: Decision, area: AreaPack | None) -> str:
    """The level that a rule of the document has thought of, where that is said here; otherwise empty."""
    raised = raise_shown(decision.place, area) if area and area.levels else None
    return raised.to_level if raised and decision.outcome not in REFERS else ""


def stands_with_level(path: Path, area: AreaPack | None) -> bool:
    """Whether the entry of its level beside the windscreen says what the path does: what it means, who leads, what is
    done, from the same source."""
    level = area.level.get(path.level) if area else None
    return level is not None and (path.says, path.leads, path.help, path.source) == (
        level.means, level.leads, level.response, level.source)


def first_ones(decision: Decision, packs: Packs) -> tuple[Path, ...]:
    """The first path of each group of children, and a second one that a rule has thought of and its level tells of."""
    area, raised = packs.area(decision.home_area), raised_to(decision, packs.area(decision.home_area))
    return tuple(path for paths in by_children(decision.then).values() for number, path in enumerate(paths)
                 if not number or (raised and path.level == raised and stands_with_level(path, area)))


def whose_yes(decision: Decision, packs: Packs, beside: frozenset[str] = frozenset()) -> Markup:
    """Who has answered so far, whose yes counts and what a no changes, for each path under the name of its help.
    `beside`: what a rule beside it says already."""
    paths, area = first_ones(decision, packs), packs.area(decision.home_area)
    groups: dict[tuple[Markup, ...], list[Path]] = {}
    for path in paths:
        if lines := _of_agreement(path, decision, packs, path in _firsts(decision), beside):
            groups.setdefault(lines, []).append(path)
    common = tuple(line for line in next(iter(groups), ()) if len(groups) > 1 and all(line in each for each in groups))
    each = (join(paragraph(strong(_heading(same, area))), *(line for line in lines if line not in common))
            for lines, same in groups.items() if set(lines) > set(common))
    every = [path for same in groups.values() for path in same]
    return join(*(paragraph(strong(_heading(every, area))), *common) if common else (), *each)


def agreement_sources(decision: Decision, packs: Packs) -> tuple[tuple[Citation | None, ...], ...]:
    """What `whose_yes` rests on."""
    return tuple((path.agreement_source, *(one.source for one in path.carers)) for path in first_ones(decision, packs)
                 if _of_agreement(path, decision, packs, path in _firsts(decision), frozenset()))


def at_levels(decision: Decision, packs: Packs) -> Mapping[str, Markup]:
    """Id of a level → what a path adds to its entry: all that is done, on which form, and the user's own part."""
    area, found = packs.area(decision.home_area), dict[str, list[Path]]()
    for path in first_ones(decision, packs):
        if stands_with_level(path, area):
            found.setdefault(path.level, []).append(path)
    return {level: join(_done(paths[0]), *_papers_of(paths, decision, area)) for level, paths in found.items()}


def _papers_of(paths: list[Path], decision: Decision, area: AreaPack | None) -> tuple[Markup, ...]:
    """On which form, the user's own part, and what is noted: what is so of all these paths once, the rest under the
    letters of its children."""
    lines = {path: _on_paper(path, decision, area) for path in paths}
    common = tuple(line for line in lines[paths[0]] if all(line in one for one in lines.values()))
    groups: dict[tuple[Markup, ...], list[Path]] = {}
    for path, own in lines.items():
        if left := tuple(line for line in own if line not in common):
            groups.setdefault(left, []).append(path)
    return (*common, *(join(paragraph(strong(_letters(same))), *left) for left, same in groups.items()))


def facts_of(path: Path, decision: Decision, area: AreaPack | None, seen: str = "") -> tuple[Markup, ...]:
    """What the level means, who leads, all that happens, on which form, and the user's own part in writing; of that,
    what is not `seen` in sight already."""
    form = _form(path, decision, area)
    named = ("then.leads", path.leads), ("then.help", not_in(seen, path.help)), ("then.form", form)
    facts = (tag("dl", tag("div", tag("dt", say(key)), tag("dd", _steps(words))), class_="then-facts")
             for key, words in named if words)
    means = each_sentence(path.says)
    if means and called(path, area) == means[0].rstrip("."):
        means = means[1:]
    lines = (paragraph(not_in(seen, following(*_notes(path)))), paragraph(not_in(seen, following(*means))), *facts,
             *_written(path))
    return tuple(line for line in lines if line)


def called(path: Path, area: AreaPack | None) -> str:
    """The help in a few words: that of its level, or the first sentence of what it is."""
    level: Level | None = area.level.get(path.level) if area else None
    if level and level.outcome in ("universal", "early_help", "refer_with_agreement", "refer_now"):
        return say(f"result.help.{level.outcome}")
    return first_sentence(path.says).rstrip(".")


def steps_up(path: Path, decision: Decision, area: AreaPack | None) -> bool:
    """Whether this is the next step up from help that was tried, above the level that the answers support."""
    order = area.order.get(path.level, 0) if area else 0
    return bool(path.step_up) and not 0 < order <= decision.place.supported_order


def raise_says_tried(decision: Decision, area: AreaPack | None) -> bool:
    """Whether what is raised is so because help was tried and little changed, which is what a step up says too."""
    shown = raise_shown(decision.place, area) if area and raised_to(decision, area) else None
    return shown is not None and shown.kind == "help_without_change"


def first_sentence(words: str) -> str:
    """The first sentence of a text."""
    return next(iter(each_sentence(words)), "")


def at_once_of(path: Path, decision: Decision, area: AreaPack | None) -> str:
    """What of the help stands in sight: its first sentence, and of an assessment which is not written now why, where
    that is the same for every child; else it stands with the form."""
    return following(first_sentence(path.help), path.not_due if _says_why_not(path, decision, area) else "")


def _says_why_not(path: Path, decision: Decision, area: AreaPack | None) -> bool:
    """Whether it stands in sight why the form is not written now: where that is an assessment, for the same reason for
    every child."""
    if {one.not_due for one in _firsts(decision)} != {path.not_due}:
        return False
    forms = by_name(area)
    return bool(path.not_due) and forms.get(path.document) == ASSESSMENT.ours


def waits(path: Path) -> bool:
    """Whether nobody is asked yet, so that whose yes counts is not needed before anything else."""
    return path.agreement in ("after_talk", "not_sought")


def warnings(path: Path) -> tuple[Markup, ...]:
    """Whose yes does not count and why, and what must be known first."""
    return tuple(paragraph(sentences((capital(line),)), class_="warn") for line in (*path.not_counted, path.question)
                 if line)


def _firsts(decision: Decision) -> tuple[Path, ...]:
    return tuple(paths[0] for paths in by_children(decision.then).values())


def _of_agreement(path: Path, decision: Decision, packs: Packs, first: bool,
                  beside: frozenset[str]) -> tuple[Markup, ...]:
    """`first`: its state stands in the second answer; of another one it is said here, with the rule."""
    state = () if first else (paragraph(
        pill(say("then.needed" if path.agreement_needed else "then.not_needed")), " ",
        path.says_agreement if path.agreement_needed else path.rule),)
    rule = paragraph(path.rule) if first and decision.outcome in REFERS and not path.agreement_needed else ""
    return tuple(line for line in (
        *state, rule, *(paragraph(one) for one in so_far(path, packs)),
        *(warnings(path) if waits(path) or not first else ()), *whose(path, decision, beside)) if line)


def whose(path: Path, decision: Decision, beside: frozenset[str] = frozenset()) -> tuple[Markup, ...]:
    """The rule, from whom, and what a refusal changes: only where somebody may be told. What stands `beside` it is not
    said again."""
    if not (path.agreement_needed and somebody_told(decision.telling)):
        return ()
    return (
        Markup("") if path.from_whom in beside else paragraph(say("then.from_whom", people=path.from_whom)),
        paragraph(say("then.rule", rule=path.rule)), *(paragraph(one.says) for one in path.carers),
        Markup("") if not path.if_refused or path.if_refused in beside else paragraph(
            say("then.if_refused", then=path.if_refused)),
    )


def _heading(same: list[Path], area: AreaPack | None) -> str:
    """Of which children, level and help something is said."""
    parts = (_letters(same), *(part for path in same for part in (path.name, called(path, area))))
    return apart(dict.fromkeys(filter(None, parts)))


def _letters(same: list[Path]) -> str:
    letters = tuple(letter for path in same for letter in path.about)
    return say("then.children", children=children(letters)) if letters else ""


def _done(path: Path) -> Markup:
    done, parts = strong(say("windscreen.level.response")), each_sentence(path.help)
    return join(paragraph(done), bullets(*parts)) if len(parts) > AT_ONCE else paragraph(done, " ", path.help)


def _on_paper(path: Path, decision: Decision, area: AreaPack | None) -> tuple[Markup, ...]:
    form = _form(path, decision, area)
    return (*((paragraph(strong(say("windscreen.level.form")), " ", form),) if form else ()), *_written(path),
            *map(paragraph, _notes(path)))


def _notes(path: Path) -> tuple[str, ...]:
    """What is to be thought of, sentence by sentence, without the step up, of which the second answer speaks in sight.
    """
    stepped = first_sentence(path.step_up)
    return tuple(one for one in each_sentence(path.note) if one != stepped)


def _form(path: Path, decision: Decision, area: AreaPack | None) -> str:
    """On which form, where it goes, and why it is not written now, where that does not stand in sight. Where a paper
    goes with the result nothing says that none is needed."""
    if leads_to(decision) and key_of(path.document) in NO_FORM:
        return ""
    form = say("then.goes_to", form=path.document, place=path.goes_to) if path.goes_to else f"{path.document}."
    return form if _says_why_not(path, decision, area) else following(form, path.not_due)


def _written(path: Path) -> tuple[Markup, ...]:
    return tuple(paragraph(say("then.written", deadline=line)) for line in path.written)


def _steps(words: str) -> Markup:
    """A text of several sentences one below the other, so that no wall of words stands on a small screen."""
    parts = each_sentence(words)
    return bullets(*parts) if len(parts) > AT_ONCE else join(capital(words))
