"""The lint: the engine run over every sign, row, factor and duty of a pack, and what it finds that cannot be meant.

`guidance check` reads a pack; this asks what follows from it. A flaw is a case that ends without a form, a number or an
answer on telling, somebody who is told and must not be, or something that no case reaches. A warning is a guess from
words (`decision/lint_words.py`).
"""
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from decision.assess import decide
from decision.case import Case
from decision.documents import NEEDED, REFERRAL
from decision.duties import doubtful
from decision.harm import of_harm
from decision.known import Known, read
from decision.lint_cases import (
    ANSWERS, SITUATIONS, Item, Situation, Tried, by_facts, items, narrowed, nothing, pairs, saying, unanswered,
)
from decision.lint_levels import just_enough, out_of_reach
from decision.lint_numbers import without_own_number
from decision.lint_words import prompting
from decision.open_signs import asked_first
from decision.result import Decision
from decision.urgency import urgency
from guidance.packs import Packs
from guidance.vocabulary import Fact
from guidance.words import Said, Words, say
from guidance.words.forms import listed

FlawKind = Literal[
    "no_form", "no_number", "no_telling", "suspect_told", "anyone_told", "softened", "prompted", "unreachable",
    "may_prompt",
]
WARNINGS: tuple[FlawKind, ...] = ("may_prompt",)
LISTED = 8
"""How many entries a line names; `--json` names all."""
NOT_FAMILY = ("young_person", "suspected")


class Flaw(Fact):
    """One finding of the lint. `ids`: the entries it is about; `when`: the situation in which it shows first."""

    kind: FlawKind
    area: str
    ids: tuple[Words, ...]
    when: Words = ""
    says: Words

    @property
    def severity(self) -> Literal["error", "warning"]:
        return "warning" if self.kind in WARNINGS else "error"


@dataclass(frozen=True)
class _Trial:
    """One case of the lint and what follows from it."""

    ids: tuple[str, ...]
    situation: Situation
    known: Known
    decision: Decision


def lint(packs: Packs, area_id: str) -> tuple[Flaw, ...]:
    """Every flaw of one area, or of what holds everywhere: `area_id` empty, for a child who lives elsewhere."""
    alone = tuple(_alone(packs, area_id))
    found = [flaw for trial in alone for flaw in _flaws(trial)]
    seen = {(flaw.kind, id_) for flaw in found for id_ in flaw.ids}
    for trial in _beside(packs, area_id):
        found += [flaw for flaw in _flaws(trial) if not any((flaw.kind, id_) in seen for id_ in flaw.ids)]
    pack = packs.area(area_id) or packs.national
    met = {duty.id for trial in alone for duty in trial.decision.duties if not duty.doubted}
    found += [Flaw(kind="unreachable", area=area_id, ids=(id_,), says=says)
              for id_, says in out_of_reach(packs, area_id, met)]
    found += [Flaw(kind="no_number", area=area_id, ids=(id_,), says=says)
              for id_, says in without_own_number(packs, area_id)]
    found += [Flaw(kind="may_prompt", area=area_id, ids=(id_,), says=say(f"lint.words.{what}", words=said))
              for what, id_, said in prompting(pack)]
    return tuple(_once(found))


def in_words(flaws: Iterable[Flaw]) -> list[Said]:
    """The flaws as lines, those that say the same together: what is wrong, in which situation, and of which entries."""
    same: dict[tuple[FlawKind, str, str], list[str]] = {}
    for flaw in flaws:
        same.setdefault((flaw.kind, flaw.says, flaw.when), []).append(_together(flaw.ids))
    return [say("lint.line_when", kind=kind, says=says, when=when, ids=_some(ids)) if when
            else say("lint.line", kind=kind, says=says, ids=_some(ids)) for (kind, says, when), ids in same.items()]


def _together(ids: tuple[str, ...]) -> str:
    """The entry that a flaw is about, or a sign with the entry beside it."""
    return say("lint.beside", first=ids[0], then=ids[1]) if len(ids) > 1 else ids[0]


def _some(ids: list[str]) -> Said:
    """The first entries of a list, and how many more there are."""
    named = listed(ids[:LISTED])
    more = len(ids) - LISTED
    return say("lint.ids_and_more", ids=named, number=more) if more > 0 else say("lint.ids", ids=named)


def _once(flaws: Iterable[Flaw]) -> Iterator[Flaw]:
    """Each kind of flaw once for the same entries, with the first situation in which it shows."""
    seen: set[tuple[FlawKind, tuple[str, ...]]] = set()
    for flaw in flaws:
        if (flaw.kind, flaw.ids) not in seen:
            seen.add((flaw.kind, flaw.ids))
            yield flaw


def _alone(packs: Packs, area_id: str) -> Iterator[_Trial]:
    """Each sign, row and factor, each duty that facts start, and each level with no more than it asks for.

    A row that asks about a sign first is tried while nobody has answered that as well.
    """
    for situation in SITUATIONS:
        base = nothing(packs, area_id, situation)
        for item in items(packs, area_id):
            for said in ANSWERS:
                yield _trial(packs, base, situation, ((item, said),))
            asked = getattr(item, "ask_first", "")
            if asked in base.signs:
                yield _trial(packs, unanswered(base, asked), situation, ((item, "yes"),))
            for case in narrowed(packs, area_id, base, item):
                yield _trial(packs, case, situation, ((item, "yes"),))
        for id_, case in by_facts(packs, area_id, base):
            known = read(case, packs)
            yield _Trial((id_,), situation, known, decide(known, situation.now))
        for level, rows in just_enough(packs.area(area_id)):
            known = read(saying(base, tuple((row, "yes") for row in rows)), packs)
            yield _Trial((say("lint.level", level=level.id),), situation, known, decide(known, situation.now))


def _beside(packs: Packs, area_id: str) -> Iterator[_Trial]:
    """Each sign with one row for each harm, duty and telling rule, each answered yes and not sure."""
    for situation in SITUATIONS:
        base = nothing(packs, area_id, situation)
        for sign, row in pairs(packs, area_id):
            for first in ANSWERS:
                for second in ANSWERS:
                    yield _trial(packs, base, situation, ((sign, first), (row, second)))


def _trial(packs: Packs, base: Case, situation: Situation, answers: tuple[tuple[Item, Tried], ...]) -> _Trial:
    known = read(saying(base, answers), packs)
    return _Trial(tuple(item.id for item, _ in answers), situation, known, decide(known, situation.now))


def _flaws(trial: _Trial) -> Iterator[Flaw]:
    for kind, says in (*_forms(trial), *_numbers(trial), *_told(trial), *_softened(trial), *_less(trial)):
        yield Flaw(kind=kind, area=trial.known.area_id, ids=trial.ids, when=trial.situation.says, says=says)


Found = Iterator[tuple[FlawKind, Said]]


def _forms(trial: _Trial) -> Found:
    """What each outcome needs, in the area's own form where it has one of that kind."""
    outcome, area = trial.decision.outcome, trial.known.area
    due = trial.decision.documents
    if not due:
        yield "no_form", say("lint.no_paper", outcome=outcome)
    own = {form.ours for form in area.documents} if area else set()
    for needed in NEEDED[outcome]:
        papers = [paper for paper in due if paper.ours == needed.ours]
        if papers and needed.ours in own and not any(paper.form for paper in papers):
            yield "no_form", say("lint.no_own_form", form=needed.name, outcome=outcome)
        elif not papers and needed.ours == REFERRAL.ours:
            yield "no_form", say("lint.no_referral", outcome=outcome)


def _numbers(trial: _Trial) -> Found:
    """Somebody to turn to, and from today's talk upwards a number that can be dialled."""
    routes, outcome = trial.decision.routes, trial.decision.outcome
    if urgency(outcome) >= urgency("consult_today") and not any(route.dial for route in routes):
        yield "no_number", say("lint.no_number", outcome=outcome)
    elif urgency(outcome) >= urgency("consult") and not routes:
        yield "no_number", say("lint.nobody", outcome=outcome)


def _told(trial: _Trial) -> Found:
    """An answer on telling for each member of the family; beside harm, nobody told who is or could be the cause."""
    known, told = trial.known, {entry.person: entry for entry in trial.decision.telling}
    for member in known.case.family:
        if member.key not in told:
            yield "no_telling", say("lint.no_telling", relation=member.relation.lower())
    met = tuple(entry for duty in trial.decision.duties if not duty.doubted
                for entry in known.packs.duties(known.area_id, duty.id))
    if not (of_harm(known, (*met, *doubtful(known))) or asked_first(known)):
        return
    source = known.case.source_of_harm
    open_question = "not_known" in source.kinds and not source.members
    for person, entry in told.items():
        if entry.state == "tell" and (person == "suspected" or person in source.members):
            yield "suspect_told", say("lint.suspect_told", name=entry.name)
        elif entry.state == "tell" and open_question and person not in NOT_FAMILY:
            yield "anyone_told", say("lint.anyone_told", name=entry.name)


def _softened(trial: _Trial) -> Found:
    """Where nobody in the family is told, no clause says who may be, and no rule asks to tell."""
    family = [entry for entry in trial.decision.telling if entry.person not in NOT_FAMILY]
    if all(entry.state == "not_yet" for entry in family):
        soft = next((entry for entry in trial.decision.telling if entry.how and entry.person != "young_person"), None)
        if soft:
            yield "softened", say("lint.softened", words=soft.how)
    if all(entry.state != "tell" for entry in family):
        for words in _prompts(trial):
            yield "prompted", say("lint.prompted", words=words)


def _prompts(trial: _Trial) -> Iterator[str]:
    """What a result shows that the packs mark as prompting to tell: rules, steps and time limits."""
    decision, packs = trial.decision, trial.known.packs
    said = {statement.says for statement in decision.consent.statements}
    yield from (rule.says for rule in packs.consent(trial.known.area_id) if rule.prompts_telling and rule.says in said)
    yield from (step.says for duty in decision.duties for step in duty.steps if step.prompts_telling)
    yield from (due.says for due in decision.deadlines if due.prompts_telling)


def _less(trial: _Trial) -> Found:
    """A sign that is yes leads to its own outcome, or to a more urgent one."""
    for sign, _ in trial.known.yes_signs:
        if urgency(trial.decision.outcome) < urgency(sign.outcome):
            yield "unreachable", say("lint.calmer_than_sign", asked=sign.outcome, outcome=trial.decision.outcome)
