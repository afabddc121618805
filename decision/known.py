"""A case read against the packs: which rows count, which signs are yes, which children a finding is about.

Everything after this works from `Known`; nothing after this looks up an id or interprets an answer again.
"""
import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from decision.ages import may_have_signs, names_age, of_age, ruled_out
from decision.basis import doubts_kept
from decision.case import Case, Child, FamilyMember, Finding, SignAnswer
from decision.one_of import Statement, open_sets, statements
from decision.said_again import answers_that_hold, said_as_sign
from decision.sign_groups import OPEN, in_doubt
from decision.unknown_ids import CaseProblem, unknown_ids
from decision.unread import unread
from guidance.models import Factor, Indicator, Sign
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import OUTCOMES, Answer, Outcome

OPEN_CASE = frozenset({"social_worker", "protection_plan", "child_in_need", "looked_after"})
WEIGHT: tuple[Answer, ...] = ("yes", "not_sure", "not_known", "no")


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator row with its answer: `yes` rows carry the finding."""

    indicator: Indicator
    order: int
    answer: Answer
    finding: Finding


@dataclass(frozen=True)
class Known:
    """What the case says, in the packs' terms. `rows` are all answered rows but the plain "no".

    `factors` are yes, `unsure_factors` not sure and `unknown_factors` not known. `unread` are the ids of answers that
    only a pack that is set aside could explain, `unread_signs` those of them that are a sign answered yes. `some_of`:
    the groups of signs of which one is so, while none of them is ticked; each sign of them is then not sure, and
    `of_group` are the ids of those to whose group alone, and not to them, that was said. `unsure_groups`: the groups
    answered not sure of which no sign is said to be so or in doubt by itself. `one_of`: the sets of statements of which
    one is so and none is said to be; `least`: of each the row that stands lowest, where every one of them counts.
    `no_answer`: the signs without an answer that holds, whatever the ages; `said_again`: those of them, and of those
    that are so, that a No covered beside what amounts to them, in words. `today`: the day of which it is read.

    `kept` holds what several parts of a decision ask of this reading, once it has been worked out. It goes with the
    reading and is no part of it: another reading, also a changed copy of this one, begins with nothing.
    """

    case: Case
    packs: Packs
    area: AreaPack | None
    rows: tuple[Row, ...]
    factors: tuple[Factor, ...]
    unsure_factors: tuple[Factor, ...]
    yes_signs: tuple[tuple[Sign, SignAnswer], ...]
    unsure_signs: tuple[tuple[Sign, SignAnswer], ...]
    no_answer: tuple[Sign, ...]
    unread: tuple[str, ...] = ()
    unread_signs: tuple[str, ...] = ()
    unknown_factors: tuple[Factor, ...] = ()
    some_of: tuple[str, ...] = ()
    of_group: frozenset[str] = frozenset()
    unsure_groups: tuple[str, ...] = ()
    one_of: tuple[Statement, ...] = ()
    least: tuple[Row, ...] = ()
    said_again: tuple[tuple[Sign, str], ...] = ()
    today: date = date.max
    kept: dict[str, Any] = dataclasses.field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def area_id(self) -> str:
        return self.area.id if self.area else ""

    @cached_property
    def unanswered_signs(self) -> tuple[Sign, ...]:
        """The signs without an answer that a child of the case can have, or that something amounts to. An age that is
        not known rules out nothing."""
        again = {sign.id for sign, _ in self.said_again}
        return tuple(sign for sign in self.no_answer
                     if sign.id in again or not ruled_out(sign, may_have_signs(self.case), self.today))

    def on(self, day: date) -> "Known":
        """The same reading as of a day."""
        return self if day == self.today else dataclasses.replace(self, today=day)

    @cached_property
    def yes_rows(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.answer == "yes")

    @cached_property
    def counted(self) -> tuple[Row, ...]:
        """Rows that count for the level: needs and risks answered yes, never a strength, circumstance or status.

        Where one of several is so, the one that counts for least is among them: whichever it is, it stands no lower.
        """
        return (*(row for row in self.yes_rows if counts(row.indicator)), *self.least)

    def children(self, labels: tuple[str, ...]) -> tuple[Child, ...]:
        """The children a finding is about; all children where the user did not say which."""
        chosen = tuple(child for child in self.case.children if child.label in labels) if labels else ()
        return chosen or self.case.children

    def meant(self, row: Row) -> tuple[str, ...]:
        """Labels of the children whom a row is about; none for all of them.

        Where the user named nobody and a child is of the age that the statement's own words name, it is not read of one
        who is known to be of another. The unborn have no such age.
        """
        if row.finding.about or not names_age(row.indicator) or not any(
                of_age(row.indicator, child) for child in self.case.children):
            return row.finding.about
        return tuple(child.label for child in self.case.children
                     if child.unborn or of_age(row.indicator, child) is not False)


def counts(indicator: Indicator) -> bool:
    """Whether a yes to this row counts for the level."""
    return indicator.kind == "need" and not indicator.scale


def open_case(known: Known) -> bool:
    """Whether a social worker already works with one of the children."""
    return any(OPEN_CASE & set(child.status) for child in known.case.children)


def asks_for(item: Indicator | Factor, packs: Packs, area_id: str) -> Outcome | None:
    """The most urgent outcome that a yes to this row or factor would ask for, by itself or through a duty."""
    duties = (duty.at_least for id_ in item.duty for duty in packs.duties(area_id, id_))
    return max((asked for asked in (item.at_least, *duties) if asked), key=OUTCOMES.index, default=None)


def matters(indicator: Indicator, packs: Packs, area_id: str) -> bool:
    """Whether not knowing this row leaves something open: it counts, is of another scale, or a yes asks for something.

    Not knowing about a circumstance is a gap and raises nothing, unless a yes to it would ask for an outcome.
    """
    if counts(indicator) or asks_for(indicator, packs, area_id):
        return True
    asked_in_tool = bool(indicator.scale) and indicator.kind != "strength"
    return asked_in_tool or indicator.kind in ("need", "scale") or (indicator.kind == "status" and bool(indicator.duty))


def asks_why(item: Indicator | Factor, packs: Packs, area_id: str) -> bool:
    """Whether "not sure" about it asks why: it states significant harm, or a yes would ask for a talk today or more.

    So it is with every statement about which "not sure" is a talk today; one of a need is talked through, unasked.
    """
    asked = asks_for(item, packs, area_id)
    harm = isinstance(item, Indicator) and item.harm == "significant"
    return harm or (asked is not None and OUTCOMES.index(asked) >= OUTCOMES.index("consult_today"))


def stands(indicator: Indicator, area: AreaPack) -> int:
    """The order of the level at which the row stands: the printed one, or `stands_at` where the pack says why."""
    return area.order[indicator.stands_at or indicator.level]


def read(case: Case, packs: Packs, today: date = date.max) -> Known:
    """Read a case against the packs. Raises CaseProblem for ids that no pack has.

    A home area whose pack is set aside is read as one that has none, and what was answered from it as `unread`.
    Without `today` nothing is ruled out of a child who is expected on a day.
    """
    if problems := unknown_ids(case, packs):
        raise CaseProblem(problems)
    area = packs.area(case.home_area)
    case = doubts_kept(_with_known_members(case), area)
    signs = packs.signs(case.home_area)
    unread_ids = unread(case, packs)
    said = answered(case)
    answers, again = answers_that_hold(signs, case, said_as_sign(signs, case, area, said))
    some = set(case.signs_some) - {sign.group for sign in signs if sign.id in answers and is_yes(answers[sign.id])}
    of_group = frozenset(sign.id for sign in signs if sign.group in some and sign.id not in case.signs)
    answers |= dict.fromkeys(of_group, OPEN)
    not_no = tuple((sign, given) for sign in signs if (given := answers.get(sign.id)) and given.answer != "no")
    rows = _rows(case, area, said) if area else ()
    one_of = open_sets(case, area, said) if area else ()
    return Known(
        case=case,
        packs=packs,
        area=area,
        rows=rows,
        factors=_factors(said, area, "yes"),
        unsure_factors=_factors(said, area, "not_sure"),
        yes_signs=tuple(both for both in not_no if is_yes(both[1])),
        unsure_signs=tuple(both for both in not_no if is_unsure(both[1])),
        no_answer=tuple(sign for sign in signs if sign.id not in answers),
        unread=unread_ids,
        unread_signs=tuple(id_ for id_ in unread_ids if id_ in case.signs and is_yes(case.signs[id_])),
        unknown_factors=_factors(said, area, "not_known"),
        some_of=tuple(group for group in case.signs_some if group in some),
        of_group=of_group,
        unsure_groups=in_doubt(case, signs, answers),
        one_of=one_of,
        least=_least(one_of, area, rows) if area else (),
        said_again=again,
        today=today,
    )


def _with_known_members(case: Case) -> Case:
    """Somebody suspected who is not among the family is nobody here: then it is not known who it may be. Nor is a block
    in which nothing was said a member of the family."""
    named = {*case.source_of_harm.members, *case.source_of_harm.ruled_out}
    family = tuple(one for one in case.family if one.key in named or one != FamilyMember(key=one.key, relation=""))
    case = case if family == case.family else case.but(family=family)
    source, keys = case.source_of_harm, {member.key for member in case.family}
    members = tuple(key for key in source.members if key in keys)
    if members == source.members:
        return case
    kinds = tuple(dict.fromkeys((*source.kinds, "not_known")))
    return case.but(source_of_harm=source.but(members=members, kinds=kinds))


def means(given: SignAnswer | Finding) -> Answer:
    """What an answer to a sign, or a finding, counts as. A finding is a yes, or not sure where it says why.

    A suspicion that cannot be proved counts as yes: reasonable cause to suspect is enough.
    """
    if unproved(given):
        return "yes"
    return given.answer if isinstance(given, SignAnswer) else "not_sure" if given.why else "yes"


def unproved(given: SignAnswer | Finding) -> bool:
    """Whether it is suspected and cannot be proved: a yes that no page and no paper states as a fact."""
    return given.why == "cannot_prove" and (isinstance(given, Finding) or given.answer == "not_sure")


def is_yes(given: SignAnswer | Finding) -> bool:
    """It is so, or suspected without proof."""
    return means(given) == "yes"


def is_unsure(given: SignAnswer | Finding) -> bool:
    """Not sure or not known, for any reason but "I suspect it and cannot prove it"."""
    return means(given) in ("not_sure", "not_known")


def _certain(finding: Finding) -> tuple[bool, bool]:
    """Of two findings of one statement the one that says more stands last."""
    return is_yes(finding), finding.why is None


def so(case: Case) -> tuple[Finding, ...]:
    """The findings that count as yes, those that are suspected without proof among them."""
    return tuple(finding for finding in case.findings if is_yes(finding))


def _rows(case: Case, area: AreaPack, said: Mapping[str, Answer]) -> tuple[Row, ...]:
    """Answered rows, those with a finding first. A finding that means yes is so, whatever else was answered."""
    findings = {finding.id: finding for finding in sorted(case.findings, key=_certain)}
    rows = []
    for id_, answer in said.items():
        indicator = area.indicator.get(id_)
        if indicator and answer != "no":
            order = stands(indicator, area) if indicator.level and not indicator.scale else 0
            rows.append(Row(indicator, order, answer, findings.get(id_) or Finding(id=id_)))
    return tuple(rows)


def _least(sets: tuple[Statement, ...], area: AreaPack, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Of each set the row that counts for least: the lowest, of these one whose concern is counted already, then one
    that asks for least. None of a set in which a statement counts for no level."""
    by_id = {row.indicator.id: row for row in rows if counts(row.indicator)}
    concerns = {row.indicator.concern for row in by_id.values() if row.answer == "yes"}

    def counting(row: Row) -> tuple[int, bool, bool, int]:
        item = row.indicator
        asked = OUTCOMES.index(item.at_least) if item.at_least else -1
        return row.order, item.concern not in concerns, item.harm == "significant", asked

    found: list[Row] = []
    for ids in sets:
        highest = [max((by_id[id_] for id_ in one if id_ in by_id), key=counting, default=None)
                   for one in statements(ids, area)]
        if all(highest):
            found.append(min(filter(None, highest), key=counting))
            concerns.add(found[-1].indicator.concern)
    return tuple(found)


def _factors(said: Mapping[str, Answer], area: AreaPack | None, wanted: Answer) -> tuple[Factor, ...]:
    rows = area.factor if area else {}
    return tuple(rows[id_] for id_, answer in said.items() if answer == wanted and id_ in rows)


def answered(case: Case) -> dict[str, Answer]:
    """Every answered statement or factor, whichever field it stands in; of two answers the more open one holds."""
    answers: dict[str, Answer] = {}
    said = ((finding.id, means(finding)) for finding in case.findings)
    for id_, answer in (*said, *case.answers.items(), *case.factors.items()):
        answers[id_] = min(answer, answers.get(id_, "no"), key=WEIGHT.index)
    return answers
