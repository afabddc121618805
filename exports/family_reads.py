"""What was noticed, as the family may read it: needs and strengths with their facts, and nobody's suspicion or source.

Left out are suspicions and doubts, statements of serious harm, those that ask about a sign first while nobody has
answered No to that sign, and everything where a talk comes before the family is asked. Of what the child or somebody
else told only the statement stands, since the family would know by the rest who told (exports/hiding/family.py).
"""
from collections.abc import Iterator
from dataclasses import dataclass

from decision.case import ONE_OF, Case, Finding
from decision.known import is_unsure, unproved
from decision.one_of import in_words
from decision.urgency import urgency
from exports.assessment_rows import Standing, heading, standing
from exports.findings import one_of
from exports.material import Material
from exports.pdf.text import sentences
from exports.words import BASIS
from guidance.models import Indicator
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import HarmBy
from guidance.words.forms import apart

AT_HOME: frozenset[HarmBy] = frozenset({"parent_or_carer", "partner", "other_family", "not_known"})
"""Who might be causing harm where somebody at home may read what the child said."""


@dataclass(frozen=True)
class Noticed:
    """One statement: where it stands in the assessment, its heading in the area's document, its facts, and how and when
    it was seen."""

    heading: str
    stands: Standing
    strength: bool
    says: str
    facts: str
    known: str

    @property
    def said(self) -> str:
        """The statement with its facts."""
        return sentences((self.says, self.facts))


def noticed(m: Material) -> tuple[Noticed, ...]:
    """Every finding that the family may read, in the order of the area's document."""
    if m.area is None or before_a_talk(m):
        return ()
    answers = {finding.id: finding for finding in m.case.findings if _is_plain(finding)}
    strengths = {item.id for item in m.decision.place.strengths}
    alone = (_noticed(m.packs, m.area, row, answers[row.id]) for row in m.area.indicators
             if row.id in answers and (row.id in strengths or (_is_plain_need(row) and not _waits(m, row))))
    return tuple(dict.fromkeys((*alone, *_shared(m, m.area))))


def _shared(m: Material, area: AreaPack) -> Iterator[Noticed]:
    """What statements share of which one is so, where the family may read each of them."""
    for ids in one_of(m):
        rows = [area.indicator[id_] for id_ in ids if id_ in area.indicator]
        said = [finding for finding in m.case.findings if finding.id in ids]
        if len(rows) == len(ids) and all(_is_plain_need(row) and not _waits(m, row) for row in rows) and not any(
                finding.why != ONE_OF or finding.basis == "suspected" for finding in said):
            yield Noticed(heading(area, rows[0]), standing(m.packs, area, rows[0]), False, in_words(ids, area), "", "")


def waiting(m: Material) -> tuple[tuple[str, str], ...]:
    """Statements that stay out while the sign that each asks about first is not answered No: (statement, sign)."""
    if m.area is None or before_a_talk(m):
        return ()
    plain = {finding.id for finding in m.case.findings if _is_plain(finding)}
    signs = {sign.id: sign.says for sign in m.packs.signs(m.decision.home_area)}
    return tuple(dict.fromkeys((row.says, signs[row.ask_first]) for row in m.area.indicators
                               if row.id in plain and row.ask_first in signs and _is_plain_need(row)
                               and _waits(m, row)))


def before_a_talk(m: Material) -> bool:
    """Whether the family is asked only after a talk today, or a call, that nobody has recorded."""
    return urgency(m.decision.outcome) >= urgency("consult_today") and m.decision.after_call is None


def harm_may_be_at_home(case: Case) -> bool:
    """Whether somebody of the family may be causing harm: said so, not known, or not asked."""
    source = case.source_of_harm
    return bool(source.members or not source.kinds or AT_HOME & set(source.kinds))


def _is_plain(finding: Finding) -> bool:
    return not (is_unsure(finding) or unproved(finding) or finding.basis == "suspected")


def _is_plain_need(row: Indicator) -> bool:
    return row.harm != "significant" and not row.scale


def _waits(m: Material, row: Indicator) -> bool:
    """Whether the sign that the statement asks about first is so, in doubt or not asked: only a No lets it stand."""
    answer = m.case.signs.get(row.ask_first) if row.ask_first else None
    return bool(row.ask_first) and (answer is None or answer.answer != "no")


def _noticed(packs: Packs, area: AreaPack, row: Indicator, finding: Finding) -> Noticed:
    seen = finding.basis == "seen"
    known = apart(part for part in (BASIS["seen"], finding.when) if part.strip()) if seen else ""
    return Noticed(heading(area, row), standing(packs, area, row), row.kind == "strength", row.says, finding.note,
                   known)
