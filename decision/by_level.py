"""What the findings ask for by the levels at which they stand, and which of them would ask for it alone."""
from decision.known import Known, Row
from decision.place import CONCERNS_FOR_RAISE, is_significant, significant, supported_order
from decision.result import Place, Raised, Reason
from decision.unsure import suspected
from decision.urgency import most_urgent, urgency
from guidance.packs import AreaPack
from guidance.vocabulary import Outcome
from guidance.words import say


def level_reasons(known: Known, place: Place) -> tuple[Reason, ...]:
    """A reason for each level that the findings meet, and one for those above it. Reasons only accumulate.

    So a finding at a higher level takes nothing away: what a lower level asks for goes on being asked for, and where no
    agreement may be sought, so does what stands in its place. Of several statements of which one is so none is said by
    itself: the reason that they share asks for it. A rule that raises rests on what was found, and is none alone.
    """
    area = known.area
    stated = tuple(row for row in known.counted if row.answer == "yes")
    if not area or not area.levels or not known.counted:
        return ()
    kinds = {_kind(row, area): row for row in stated}
    alone = {kind: _asks_alone(row, area) for kind, row in kinds.items()}
    found = tuple(_finding(row, outcome, why, urgency(outcome) <= alone[_kind(row, area)])
                  for row, outcome, why in _asked(stated, area, place.supported_order))
    lifted = tuple(
        Reason(kind="raise", id=raised.kind, says=raised.says, outcome=_raise_outcome(raised, area), alone=False,
               why=say("reason.raise"), source=raised.source)
        for raised in place.raised
    )
    return found + lifted


Asked = tuple[Row, Outcome, str]
"""A row, what it asks for, and why it counts."""


def _asked(stated: tuple[Row, ...], area: AreaPack, supported: int) -> tuple[Asked, ...]:
    """What these rows ask for together: those of significant harm, the levels that they meet, and those above."""
    enough = say("reason.significant_harm")
    severe = tuple((row, area.levels[area.acting - 1].outcome, enough) for row in significant(stated, area))
    return (*severe, *_levels_met(stated, area, supported), *_above(stated, supported))


def _kind(row: Row, area: AreaPack) -> tuple[int, bool]:
    """What it rests on how urgent a row is by itself: rows of one kind ask for the same."""
    return row.order, is_significant(row, area)


def _asks_alone(row: Row, area: AreaPack) -> int:
    """How urgent what this row asks for is where nothing else was found."""
    return urgency(most_urgent(outcome for _, outcome, _ in _asked((row,), area, supported_order((row,), area))))


def _levels_met(stated: tuple[Row, ...], area: AreaPack, supported: int) -> tuple[Asked, ...]:
    """For each level up to the supported one, its outcome, said of the rows that stand there or next above it.

    A level that asks for several concerns is at least `consult`, since one of them alone would have been. The acting
    level met by needs alone goes through the front door with agreement.
    """
    found: list[Asked] = []
    for number, level in enumerate(area.levels[:supported], 1):
        needs_only = number == area.acting and level.outcome == "refer_now"
        asked: Outcome = "refer_with_agreement" if needs_only else level.outcome
        shared = level.reading is not None and level.reading.concerns >= CONCERNS_FOR_RAISE
        outcome: Outcome = most_urgent((asked, "consult")) if shared else asked
        at_or_above = [row for row in stated if row.order >= number]
        lowest = min((row.order for row in at_or_above), default=0)
        found += [(row, outcome, "") for row in at_or_above if row.order == lowest]
        if outcome != asked:
            found += [(row, asked, "") for row in at_or_above if row.order == lowest]
    return tuple(found)


def _above(stated: tuple[Row, ...], supported: int) -> tuple[Asked, ...]:
    """Findings above the supported level: by themselves they do not support theirs, and they are talked through."""
    return tuple((row, "consult", "") for row in stated if row.order > supported)


def _finding(row: Row, outcome: Outcome, why: str, alone: bool) -> Reason:
    return Reason(kind="finding", id=row.indicator.id, says=row.indicator.says, why=suspected(row.finding, why),
                  about=row.finding.about, outcome=outcome, alone=alone, source=row.indicator.source)


def _raise_outcome(raised: Raised, area: AreaPack) -> Outcome:
    """`consult_today` where the raise reaches the acting level, otherwise `consult`."""
    return "consult_today" if area.order[raised.to_level] >= area.acting else "consult"
