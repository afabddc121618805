"""Page one of the referral: all that a front door acts on. What does not fit here whole stands on a later page too.

What keeps somebody safe is never cut here: whom not to tell, the safe way, what is held back. What a case says much of
makes room for it, and goes on overleaf.
"""
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from decision.case import TEXT_LIMIT
from decision.path import Path
from exports import beside, findings, found, from_check
from exports.after_call import now_in_short
from exports.blocks import Beside, Block, Callout, Heading, Led, Paragraph, Windscreen
from exports.details import NOT_KNOWN
from exports.document import first_page_holds
from exports.found import Together
from exports.from_check import Told
from exports.in_danger import danger_line
from exports.later import where
from exports.material import Material, subtitle
from exports.page_facts import head, whole_below
from exports.pdf.text import sentences
from exports.two_answers import first_heading, first_paths, so_far
from exports.windscreen import led_in_words, level_name
from exports.windscreen_around import raise_shown
from guidance.words import say
from guidance.words.forms import apart, listed

FITS = (
    (100, TEXT_LIMIT, 0), (9, 700, 0), (8, 520, 0), (8, 240, 0), (7, 200, 0), (6, 200, 0), (5, 160, 0),
    (7, 200, 1), (5, 200, 1), (4, 160, 1), (5, 200, 2), (4, 160, 2), (3, 140, 2), (2, 140, 2),
    (5, 160, 3), (4, 160, 3), (3, 140, 3), (2, 140, 3), (1, 140, 3), (1, 100, 3))
"""How many rows of findings stand here, how many letters of a written answer, and how crowded the head of the page is,
from the most to the least: the first that fits on the page is taken. What does not stand here whole stands later."""
OVERLEAF = ((8, 700, 1), (6, 520, 1), (6, 520, 2), (4, 520, 2), (4, 300, 2), (3, 300, 2), (2, 300, 2),
            (1, 300, 2), (1, 200, 2), (1, 140, 2), (0, 300, 2), (0, 200, 2), (0, 140, 2), (1, 140, 3), (0, 140, 3))
"""The same where not even the least fits, so that what it means goes on overleaf, and what is asked now stands at the
top in a line each: there is room for the worry, the child's own words and more findings."""
NOWHERE = (3, 140, 0)
"""The same where the head alone fills the page, however short it is: then nothing of it is short."""
MOST = 2
"""From how crowded a head on what was found comes before how the child is and why now."""
LINES = 6
"""Lines of a written answer that stand here."""
BESIDE_LINES, BESIDE_LETTERS = 7, 50
"""How many lines, of about so many letters, are no taller than the picture beside them."""


@dataclass(frozen=True)
class Fit:
    """How much stands on the page: rows of findings, letters of a written answer, and how crowded its head is."""

    rows: int
    letters: int
    crowded: int = 0

    def cut(self, said: str, heading: str = "") -> str:
        """As much of a text as stands here, with the page on which it goes on, under this heading."""
        lines = said if self == WHOLE else "\n".join(said.split("\n")[:LINES])
        shown = found.cut(lines, self.letters)
        return shown if shown == said else say("papers.goes_on", text=shown, where=where(heading))


WHOLE = Fit(*FITS[0])


@dataclass(frozen=True)
class PageOne:
    """The page; the ids of the sections of which every word stands on it; whether the analysis does; and the
    statements that do not."""

    blocks: tuple[Block, ...]
    sections: frozenset[str]
    analysis: bool
    left: tuple[Together, ...]


def page_one(m: Material, title: str) -> PageOne:
    """From danger to strengths, in the order in which a duty worker reads."""
    whole = _largest(FITS, lambda one: _fits(m, title, one))
    fit = whole or _largest(OVERLEAF, lambda one: _worry_fits(m, title, one)) or Fit(*NOWHERE)
    blocks, help_ = _page(m, fit) if whole else (*_asked_above(m, fit), *_worry(m, fit), *_ask(m, fit)), _help(m, fit)
    analysis = m.details.narrative.analysis
    below = whole_below(m) if fit.crowded else ()
    return PageOne((*blocks, *help_, *below), _whole_here(m, fit), fit.cut(analysis) == analysis,
                   found.left_over(m, fit.rows, fit.letters))


def _largest(sizes: tuple[tuple[int, int, int], ...], holds: Callable[[Fit], bool]) -> Fit | None:
    """The first of the sizes that fits. Those with one head are tried only if the least of them fits: it costs much."""
    for _, group in groupby((Fit(*size) for size in sizes), key=lambda one: one.crowded):
        *larger, least = group
        if holds(least):
            return next((one for one in larger if holds(one)), least)
    return None


def _page(m: Material, fit: Fit) -> tuple[Block, ...]:
    return (*head(m, fit.crowded), *_worry(m, fit), *_ask(m, fit))


def _fits(m: Material, title: str, fit: Fit) -> bool:
    """Whether it fits; what was tried and what goes well may go on overleaf where the rest has had to be cut."""
    help_ = _help(m, fit) if fit == WHOLE else ()
    return first_page_holds(title, subtitle(m), (*_page(m, fit), *help_))


def _worry_fits(m: Material, title: str, fit: Fit) -> bool:
    """Whether the head, the worry and what was found fit without what it means; where it is most crowded also without
    why now."""
    worry = _worry(m, fit)
    after = len(_why(m, fit)) if fit.crowded >= MOST else 0
    return first_page_holds(title, subtitle(m), (*_asked_above(m, fit), *worry[:len(worry) - after]))


def _asked_above(m: Material, fit: Fit) -> tuple[Block, ...]:
    """The head with what is done now and what is asked under the number, where what it means goes on overleaf: these
    two are never turned over for."""
    first, *rest = head(m, fit.crowded)
    return (first, *(Paragraph(one, "tight") for one in _now_and_ask(m, fit)), *rest)


def _now_and_ask(m: Material, fit: Fit) -> tuple[Led, Led]:
    return (Led(say("papers.about", what=say("papers.now")), now_in_short(m)),
            Led(say("papers.we_ask"), fit.cut(from_check.ask(m).said, say("papers.ask"))))


def written_here(m: Material) -> dict[str, tuple[str, ...]]:
    """Section id → the answers of it that stand here, or begin here and go on there."""
    voice = m.case.voice
    return {
        "worry": (beside.worry(m).said,),
        "why_now": (sentences(beside.why_now(m).said.split("\n")),),
        "ask": (from_check.ask(m).said,), "tried": (from_check.tried(m).said,),
        "meanwhile": (m.details.narrative.meanwhile,), "strengths": (_strengths_said(m),),
        "voice": (voice.words, _shows(m), voice.not_asked_because),
    }


def _whole_here(m: Material, fit: Fit) -> frozenset[str]:
    """The sections of the referral of which every word stands on this page."""
    fits = {id_ for id_, said in written_here(m).items() if all(fit.cut(one) == one for one in said)}
    if m.case.history.help and not from_check.tried(m).taken:
        fits.discard("tried")
    if not found.left_over(m, fit.rows, fit.letters):
        fits.add("findings")
    return frozenset(fits)


def _worry(m: Material, fit: Fit) -> tuple[Block, ...]:
    """The worry in the writer's words, the child's own words, why now, and what was found: each statement once. Where
    the page is most crowded what was found comes before how the child is and why now, which may stand overleaf."""
    said, more = _in_words(m, fit), _why(m, fit)
    table = found.short_table(m, fit.rows, fit.letters)
    return (*said, *table, *more) if fit.crowded >= MOST else (*said, *more, *table)


def _in_words(m: Material, fit: Fit) -> tuple[Block, ...]:
    """Danger now, the worry in the writer's words, and the child's own."""
    danger, worry, words = danger_line(m), beside.worry(m), m.case.voice.words
    shown = found.words_cut(words, fit.letters)
    if shown != findings.quoted(words):
        shown = say("papers.goes_on", text=shown, where=where(say("papers.voice")))
    return (
        Heading(say("papers.worry"), tight=True), *danger,
        *([_written("", worry, fit, say("papers.worry"))] if worry.said.strip() or not (danger or found.in_order(m))
          else []),
        *([Paragraph(Led(say("papers.in_words"), shown), "tight")] if shown else []),
    )


def _why(m: Material, fit: Fit) -> tuple[Block, ...]:
    """How the child is, why they were not spoken to, and why now."""
    now, voice, heading = beside.why_now(m), m.case.voice, say("papers.voice")
    spoken = ((say("papers.shows"), fit.cut(_shows(m), heading)),
              (say("papers.not_spoken_to"), fit.cut(voice.not_asked_because, heading)))
    told = Told(sentences(now.said.split("\n")), now.taken)
    return (
        *(Paragraph(Led(lead, said), "tight") for lead, said in spoken if said),
        *([_written(say("papers.why_now"), told, fit, say("papers.why_now.heading"))] if now.said else []),
    )


def _shows(m: Material) -> str:
    voice = m.case.voice
    return apart(part for part in (voice.behaviour, voice.observed) if part.strip())


def _written(lead: str, told: Told, fit: Fit, heading: str) -> Paragraph:
    """An answer as a paragraph; that there is none where there is none."""
    return Paragraph(Led(lead, fit.cut(told.said, heading) if told.said.strip() else told.value.said), "tight")


def _ask(m: Material, fit: Fit) -> tuple[Block, ...]:
    """What it means, what is asked now and which help follows, beside the windscreen where the area has one."""
    story = m.details.narrative
    lines = list(_now_and_ask(m, fit))
    helps: dict[str, tuple[Path, ...]] = {}
    for path in first_paths(m.decision):
        helps[_help_line(path)] = (*helps.get(_help_line(path), ()), path)
    lines += [Led(say("papers.about", what=_then(m, paths)), said) for said, paths in helps.items()]
    lines += _raised(m)
    goes_on = fit.cut(story.meanwhile, say("papers.meanwhile.label"))
    if story.meanwhile.strip() or not fit.crowded:
        lines += [Led(say("papers.meanwhile"), goes_on if story.meanwhile.strip() else say("papers.not_written"))]
    blocks: list[Block] = [Callout("note", "", tuple(lines), tight=True)]
    written = story.analysis.strip() not in ("", NOT_KNOWN)
    analysis = (Paragraph(fit.cut(story.analysis, say("papers.analysis")), "tight", keeps=True),) if written else ()
    place = m.decision.place
    heading = Heading(say("papers.meaning"), tight=True)
    if not (m.area and m.area.levels and (place.marks or place.rim)):
        return (heading, *analysis, *blocks)
    picture = Windscreen(found.place(m), m.area, small=True)
    said = [*(str(one.said) for one in analysis), *map(str, lines)]
    if sum(ceil(len(one) / BESIDE_LETTERS) for one in said) <= BESIDE_LINES:
        return (heading, Beside((*analysis, *blocks), picture))
    return (heading, *analysis, Beside(tuple(blocks), picture))


def _raised(m: Material) -> list[Led]:
    """From which level to which the document raises, and why; at which level the help is where that is another; and
    that the level may be higher."""
    area, place = m.area, m.decision.place
    if area is None or not area.levels:
        return []
    raised = raise_shown(place, area)
    found = [Led(say("papers.raised", supported=level_name(area.level[place.supported]),
                     to=level_name(area.level[raised.to_level])), sentences((raised.says,)))] if raised else []
    return [*found, *(Led("", said) for said in (led_in_words(place, area), place.may_be_higher) if said)]


def _then(m: Material, paths: tuple[Path, ...]) -> str:
    """The heading over help that is the same for all of these, with the children whom they are about."""
    words = first_heading(m, *paths)
    about = listed(label for path in paths for label in path.about)
    everybody = listed(child.label for child in m.case.children)
    if not about or about == everybody:
        return words
    return say("papers.with_more", said=words, more=say("then.children", children=about))


def _help_line(path: Path) -> str:
    """The level and what happens there, and whose agreement it needs, in a few sentences."""
    help_ = path.help.partition(". ")[0] if path.name else path.says.partition(". ")[0]
    needed = say("then.needed" if path.agreement_needed else "then.not_needed")
    state = path.says_agreement if path.agreement_needed and path.agreement != "after_talk" else ""
    return sentences((path.name, help_, needed, state))


def agreement_lines(m: Material, path: Path) -> tuple[str, ...]:
    """Whether a path needs agreement; where it does who has given it, whose does not count, and what must be known."""
    if not path.agreement_needed:
        return (say("then.not_needed"),)
    return (say("then.needed"), path.says_agreement, *so_far(path, m.packs), *path.not_counted, path.question)


def _help(m: Material, fit: Fit) -> tuple[Block, ...]:
    """What was tried and what goes well; of what nobody has answered the end of the paper says so, in one list."""
    lines = (("papers.tried", from_check.tried(m).said), ("papers.strengths", _strengths_said(m)))
    return tuple(Paragraph(Led(say(key), fit.cut(said, say(f"{key}.heading"))), "tight")
                 for key, said in lines if said.strip())


def _strengths_said(m: Material) -> str:
    return "\n".join(one.said for one in (from_check.going_well(m), from_check.safe_people(m)) if one.said)
