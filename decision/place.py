"""Where the findings lie on the windscreen: no points, but distinct concerns read with the area's own rule."""
from decision.case import Child
from decision.known import Known, Row, unproved
from decision.result import Beside, LevelMeaning, Mark, Place, Raised, ReadingApplied
from guidance.models import Level, Raise
from guidance.packs import AreaPack
from guidance.words import Words, say

FIRST_SHARED_LEVEL = 2
"""A raise needs `supported` at the second level or above (design/2, Place)."""
CONCERNS_FOR_RAISE = 2
DOMAINS_FOR_RAISE = 3
ASSESSED_RINGS = ("child", "parenting", "family", "outside")


def place_findings(known: Known) -> Place:
    """Findings on the windscreen, the level they support, the highest one, and any raise. Empty without levels."""
    area = known.area
    if not area or not area.levels:
        return Place(strengths=_beside(known, "strength"), context=_beside(known, "context"))
    orders = concern_orders(known.counted)
    supported = supported_order(known.counted, area)
    highest = max(orders.values(), default=0)
    raised = raises(known, orders, supported, area)
    target = min(raise_base(orders, supported) + 1, len(area.levels)) if raised else 0
    highest_order = max(highest, target)
    return Place(
        levels=tuple(level.id for level in area.levels),
        marks=_marks(known, area),
        supported=area.levels[supported - 1].id if supported else "",
        highest=area.levels[highest_order - 1].id if highest_order else "",
        supported_order=supported,
        highest_order=highest_order,
        raised=tuple(
            Raised(kind=item.kind, says=item.says, to_level=area.levels[target - 1].id, source=item.source)
            for item in raised[:1]
        ),
        reading=_readings(area, supported, highest_order),
        meaning=tuple(_meaning(area, number) for number in dict.fromkeys((supported, highest_order)) if number),
        strengths=_beside(known, "strength"),
        context=_beside(known, "context"),
        says=_in_words(area, supported, highest_order),
        may_be_higher=_may_be_higher(known, highest_order),
    )


def concern_orders(counted: tuple[Row, ...]) -> dict[str, int]:
    """Distinct concern → the highest level order at which one of its rows stands."""
    orders: dict[str, int] = {}
    for row in counted:
        orders[row.indicator.concern] = max(orders.get(row.indicator.concern, 0), row.order)
    return orders


def significant(counted: tuple[Row, ...], area: AreaPack) -> tuple[Row, ...]:
    """The rows of significant harm: one is enough."""
    return tuple(row for row in counted if is_significant(row, area))


def is_significant(row: Row, area: AreaPack) -> bool:
    """Whether a row stands at the acting level and states significant harm."""
    return row.order == area.acting and row.indicator.harm == "significant"


def supported_order(counted: tuple[Row, ...], area: AreaPack) -> int:
    """The highest level whose reading rule is met, as an order; 0 if none."""
    orders = concern_orders(counted)
    if significant(counted, area):
        return area.acting
    met = [
        number for number, level in enumerate(area.levels, 1)
        if at_or_above(orders, number) >= (level.reading.concerns if level.reading else 1)
    ]
    return max(met, default=0)


def at_or_above(orders: dict[str, int], number: int) -> int:
    """How many distinct concerns stand at this level or above."""
    return sum(order >= number for order in orders.values())


def raise_base(orders: dict[str, int], supported: int) -> int:
    """The highest level, up to the supported one, that rests on two or more concerns; 0 if there is none."""
    levels = [n for n in range(FIRST_SHARED_LEVEL, supported + 1) if at_or_above(orders, n) >= CONCERNS_FOR_RAISE]
    return max(levels, default=0)


def raises(known: Known, orders: dict[str, int], supported: int, area: AreaPack) -> tuple[Raise, ...]:
    """The raises of the document that this case meets; none while nothing is shared by two concerns."""
    if not raise_base(orders, supported):
        return ()
    return tuple(item for item in area.raises if _met(item, known))


def lifts(known: Known, child: Child | None) -> bool:
    """Whether a raise that is met lifts this child: one for a small child lifts no brother or sister who is older."""
    area = known.area
    if area is None:
        return False
    met = raises(known, concern_orders(known.counted), supported_order(known.counted, area), area)
    return any(item.kind != "young_child" or child is None
               or any(_young(item, row, known, child) for row in known.counted) for item in met)


def _met(item: Raise, known: Known) -> bool:
    history = known.case.history
    match item.kind:
        case "help_without_change":
            return history.help_tried == "yes" and history.changed in ("no", "some")
        case "history":
            return history.earlier_concerns == "yes"
        case "three_domains":
            rings = {row.indicator.ring for row in known.counted}
            return sum(ring in rings for ring in ASSESSED_RINGS) >= DOMAINS_FOR_RAISE
        case "getting_worse":
            return history.getting_worse == "yes"
        case "no_protective_factor":
            return known.case.no_protective_factor is True
        case "young_child":
            return any(_young(item, row, known) for row in known.counted)


def _young(item: Raise, row: Row, known: Known, one: Child | None = None) -> bool:
    """A finding about care or safety of a child under the document's age; an age not known counts as under it.

    `one`: whether it is about this child, and they are under the age.
    """
    if item.topics and not set(item.topics) & set(row.indicator.topics):
        return False
    limit = 12 * (item.under_years or 0)
    children = known.children(known.meant(row))
    return (not children and one is None) or any(
        child.months is None or child.months < limit for child in children if one in (None, child))


def _marks(known: Known, area: AreaPack) -> tuple[Mark, ...]:
    rows = [row for row in known.rows if row.indicator.kind == "need" and not row.indicator.scale]
    rows.sort(key=lambda row: (row.order, ASSESSED_RINGS.index(row.indicator.ring)
                               if row.indicator.ring in ASSESSED_RINGS else len(ASSESSED_RINGS)))
    return tuple(_mark(number, row, area) for number, row in enumerate(rows))


def _mark(number: int, row: Row, area: AreaPack) -> Mark:
    indicator = row.indicator
    known_by = "suspected" if unproved(row.finding) else row.finding.basis
    printed = indicator.level if indicator.stands_at and indicator.stands_at != indicator.level else ""
    return Mark(
        letter=letter(number), id=indicator.id, says=indicator.says, level=area.levels[row.order - 1].id,
        order=row.order, ring=indicator.ring, harm=indicator.harm, concern=indicator.concern, printed_level=printed,
        state="found" if row.answer == "yes" else "not_sure" if row.answer == "not_sure" else "not_known",
        about=row.finding.about, basis=known_by, known_by=indicator.known_by,
        note=indicator.note if printed else "", source=indicator.source,
    )


def letter(number: int) -> str:
    """0 → a, 25 → z, 26 → aa: small letters, because capital ones name children."""
    head, tail = divmod(number, 26)
    return (letter(head - 1) if head else "") + chr(ord("a") + tail)


def _beside(known: Known, kind: str) -> tuple[Beside, ...]:
    rows = tuple(
        Beside(id=row.indicator.id, kind=row.indicator.kind, says=row.indicator.says, about=row.finding.about,
               source=row.indicator.source)
        for row in known.yes_rows if row.indicator.kind == kind
    )
    factors = tuple(
        Beside(id=factor.id, kind="strength" if kind == "strength" else "context", says=factor.says,
               source=factor.source)
        for factor in known.factors if factor.kind == kind
    )
    return rows + factors


def _readings(area: AreaPack, supported: int, highest: int) -> tuple[ReadingApplied, ...]:
    """The reading rules that were met or nearly met: the supported level's and those up to the highest."""
    shown = [level for number, level in enumerate(area.levels, 1) if max(supported, 1) <= number <= highest]
    return tuple(
        ReadingApplied(level=level.id, says=level.reading.says, ours=level.reading.ours, source=level.source)
        for level in shown if level.reading
    )


def _meaning(area: AreaPack, number: int) -> LevelMeaning:
    level = area.levels[number - 1]
    form = next((item.name for item in area.documents if level.document in (item.id, item.ours)), "")
    return LevelMeaning(
        level=level.id, name=called(level), means=level.means, leads=level.leads, response=level.response,
        agreement=level.agreement, needs_agreement=level.needs_agreement, basis=level.basis, document=form,
        source=level.source,
    )


def _in_words(area: AreaPack, supported: int, highest: int) -> str:
    if not highest:
        return say("place.nothing")
    top = called(area.levels[highest - 1])
    if not supported:
        return say("place.touches", level=top)
    if highest > supported:
        return say("place.from_to", supported=called(area.levels[supported - 1]), highest=top)
    return say("place.at", level=top)


def _may_be_higher(known: Known, highest: int) -> Words:
    """That the level may be higher, where of several statements it is not said which is so, and one stands higher."""
    together = {id_ for ids in known.one_of for id_ in ids}
    higher = any(row.order > highest and row.indicator.id in together for row in known.rows)
    return say("place.may_be_higher") if higher and highest else ""


def called(level: Level) -> str:
    """A level as its document names it, with the number where one is printed."""
    return say("level.called", printed=level.printed, name=level.name) if level.printed else level.name
