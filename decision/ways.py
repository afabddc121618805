"""Which kinds of help there are for one child, in order, before anybody's agreement is looked at (design/2, Order)."""
from typing import NamedTuple

from decision.case import Child
from decision.core import Seen
from decision.harm import item_of_harm
from decision.known import Known, Row, asks_for
from decision.not_asked import not_asked
from decision.one_of import name, rows_of
from decision.path import LedBy
from decision.path_rules import Rests, first_path, review, step_up
from decision.place import called, concern_orders, lifts
from decision.result import ReasonKind
from decision.urgency import most_urgent, urgency
from guidance.agreement import AreaPath, Ground, HelpOffered, PathRule
from guidance.models import Factor, Indicator
from guidance.packs import AreaPack
from guidance.vocabulary import Outcome
from guidance.words import say

EARLY: Outcome = "early_help"
FRONT_DOOR: Outcome = "refer_with_agreement"
"""What a level that goes through the front door asks for."""
TODAY: Outcome = "consult_today"
FOUND: tuple[ReasonKind, ...] = ("at_least", "one_of", "duty", "finding")
REFERS: tuple[Outcome, ...] = ("refer_now", "call_999")


class Way(NamedTuple):
    """One help before the agreement of a child is worked out: its level if it is one, and the rule it came from; the
    words for the next step up, where help was tried, and what else is to be thought of beside it. `led_by`: why it is
    at a level above the supported one."""

    help: HelpOffered
    level: str = ""
    name: str = ""
    outcome: Outcome = "consult"
    rule: PathRule | None = None
    note: str = ""
    step_up: str = ""
    led_by: LedBy | None = None


def find_ways(child: Child | None, seen: Seen, refused: bool = False) -> tuple[Way, ...]:
    """The kinds of help for one child, in order. `refused`: by a no that counts, and things are worse since."""
    known = seen.known
    rests = Rests(_ground(seen), _only_duties(seen), refused)
    rule = first_path(child, known, _decided(seen), _counted(seen), rests)
    if rule:
        return (Way(offered(rule), rule=rule),)
    if known.area and known.area.levels:
        return _with_review(child, seen, _levels(known.area, child, seen))
    return _with_review(child, seen, _process(seen))


def kind_of(way: Way) -> Outcome | None:
    """What a result that offers this help is called; None for what a rule before the levels names, and for what goes
    through the front door by nobody's agreement."""
    front_door_alone = way.outcome == FRONT_DOOR and not way.help.needs_agreement
    return None if way.rule is not None or front_door_alone else way.outcome


def children_meant(known: Known) -> tuple[Child | None, ...]:
    """The children whom what was found is about; all where that is nobody in particular; None where none is named."""
    about = {child.label for row in (*known.yes_rows, *known.least) for child in known.children(known.meant(row))}
    about |= {child.label for _, answer in known.yes_signs for child in known.children(answer.about)}
    chosen = tuple(child for child in known.case.children if child.label in about)
    return chosen or known.case.children or (None,)


def find_next_forms(seen: Seen) -> tuple[str, ...]:
    """Ids of the area's forms on which the next step goes, where help was tried without change and no talk or referral
    is asked for: they are due in the place of an assessment begun anew."""
    area = seen.known.area
    if area is None or seen.outcome != EARLY or step_up(seen.known) is None:
        return ()
    first = (found[0].help.document for child in children_meant(seen.known) if (found := find_ways(child, seen)))
    return tuple(dict.fromkeys(form.id for document in first for form in area.documents if form.id == document))


def offered(rule: PathRule) -> HelpOffered:
    """The help that a rule before the levels names."""
    return HelpOffered(
        means=rule.means, leads=rule.leads, help=rule.help, document=rule.document, agreement=rule.agreement,
        needs_agreement=rule.needs_agreement, from_whom=rule.from_whom, if_refused=rule.if_refused, source=rule.source)


def _decided(seen: Seen) -> Outcome:
    """The outcome that decides the path: one that rests only on somebody not to be told yet keeps the level's."""
    others = [reason.outcome for reason in seen.reasons if reason.kind != "telling"]
    lifted = seen.outcome in REFERS and not any(outcome in REFERS for outcome in others)
    return max(others, key=urgency, default=seen.outcome) if lifted else seen.outcome


def _found(seen: Seen) -> Outcome:
    """What was found asks for: neither the user's own view nor who is told has a part in which help there is."""
    return most_urgent(tuple(one.outcome for one in seen.reasons if one.kind not in ("own_view", "telling")))


def _counted(seen: Seen) -> bool:
    """Whether any finding is more than the everyday services meet, or by itself asks for early help and no more."""
    known = seen.known
    if known.area and known.area.levels:
        return seen.place.highest_order > 1 or _asks_early(known.area, seen) or bool(_by_itself(seen))
    return bool(known.counted or known.yes_rows) and _area_path(seen) is not None


def _asks_early(area: AreaPack, seen: Seen) -> bool:
    """Whether early help is what a circumstance, which lies at no level, asks for, and nothing asks for more."""
    return _found(seen) == EARLY and any(level.outcome == EARLY for level in area.levels)


def _ground(seen: Seen) -> Ground | None:
    """The one ground for the talk: a doubt about harm, or nothing found and pages not opened; None where it is more.

    A doubt is the only ground where everything that asks for a talk today is one, whatever less is asked for beside it.
    """
    known, result = seen.known, _found(seen)
    doubts = {sign.id for sign, _ in known.unsure_signs} | {factor.id for factor in known.unsure_factors}
    doubts |= {row.indicator.id for row in known.rows if row.answer == "not_sure"} | set(known.unsure_groups)
    asking = [one for one in seen.reasons if one.kind not in ("own_view", "telling") and one.outcome == result]
    shared = {name(ids) for ids in known.one_of if _doubts_harm(rows_of(ids, known.area))}
    if result == TODAY and all((one.kind in ("sign", "unsure") and one.id in doubts) or one.id in shared
                               for one in asking):
        return "doubt_of_harm"
    found = bool(known.yes_signs or seen.duties) or _somebody_caused_it(known) or any(
        row.indicator.kind != "strength" for row in known.yes_rows)
    asked = [one for one in seen.reasons if one.kind not in ("own_view", "telling") and one.outcome != "universal"]
    alone = not found and all(one.kind == "blank" for one in asked)
    return "not_asked" if alone and not_asked(known) else None


def _doubts_harm(rows: tuple[Indicator | Factor, ...]) -> bool:
    """Whether of several statements of which one is so some are of harm and some are not: which it is, is the doubt."""
    severe = any(isinstance(row, Indicator) and row.harm == "significant" for row in rows)
    return severe and not all(item_of_harm(row) for row in rows)


def _only_duties(seen: Seen) -> frozenset[str]:
    """The duties that are met, where nothing but duties and pages that were not opened asks for anything."""
    others = (one for one in seen.reasons if one.kind not in ("duty", "blank", "own_view", "telling"))
    alone = all(one.outcome == "universal" for one in others)
    return frozenset(duty.id for duty in seen.duties if not duty.doubted) if alone else frozenset()


def _levels(area: AreaPack, child: Child | None, seen: Seen) -> tuple[Way, ...]:
    """The supported level's help, then the highest one's; the step up where help was tried without change."""
    by_itself = _by_itself(seen)
    first = max(seen.place.supported_order, by_itself)
    highest = _highest(child, seen)
    orders = [order for order in dict.fromkeys((first, highest)) if order and order >= by_itself]
    led_by: LedBy = "by_itself"
    if _asks_early(area, seen) and highest <= 1:
        orders = [next(number for number, level in enumerate(area.levels, 1) if level.outcome == EARLY)]
        led_by = "early_help"
    tried = step_up(seen.known)
    if tried and (stepped := _stepped_up(area, orders)) != orders:
        orders, led_by = stepped, "step_up"
    if _for_harm(area, seen):
        orders, led_by = [area.acting], "for_harm"
    found = tuple(_level(area, order, seen, tried.agreement if tried and not number else "")
                  for number, order in enumerate(orders))
    led = bool(orders) and orders[0] > seen.place.supported_order
    return (found[0]._replace(led_by=led_by), *found[1:]) if led else found


def _highest(child: Child | None, seen: Seen) -> int:
    """The highest level for one child: that of the result, without a raise that is only for a smaller one."""
    if lifts(seen.known, child):
        return seen.place.highest_order
    return max(concern_orders(seen.known.counted).values(), default=0)


def _by_itself(seen: Seen) -> int:
    """The level of a need that goes through the front door by itself, whatever else is found; 0 where none does.

    A status that is printed at the level for significant harm does so too, and so does one that is of harm.
    """
    known = seen.known
    needs = (row.order for row in known.counted if row.indicator.at_least == FRONT_DOOR)
    return max((*needs, *(row.order for row in _facts_at_acting(known))), default=0)


def _facts_at_acting(known: Known) -> tuple[Row, ...]:
    """The facts that count at no level, but that the document prints at the one for significant harm, and that ask for
    a referral with agreement or more. One that asks for less, such as time in care before, leads nowhere by itself."""
    area = known.area
    return tuple(row for row in known.yes_rows if area and row.indicator.kind == "status"
                 and row.order == area.acting and urgency(_asked(row, known)) >= urgency(FRONT_DOOR))


def _asked(row: Row, known: Known) -> Outcome:
    """The most urgent outcome that a row asks for, by itself or through a duty."""
    return asks_for(row.indicator, known.packs, known.area_id) or "universal"


def _for_harm(area: AreaPack, seen: Seen) -> bool:
    """Whether the talk is about harm, so that the way of the level for significant harm is the only one.

    By a fact of harm that the document prints at that level; or by a need there that is of harm, where it is said that
    somebody may have caused it. With nobody named it can be an ordinary need, and the help for that needs agreement.
    """
    known = seen.known
    if any(urgency(_asked(row, known)) >= urgency(TODAY) for row in _facts_at_acting(known)):
        return True
    needs = (row for row in known.counted if row.order == area.acting)
    return _somebody_caused_it(known) and any(item_of_harm(row.indicator) for row in needs)


def _somebody_caused_it(known: Known) -> bool:
    """Whether it is said that somebody may have caused harm, also where it is not known who."""
    source = known.case.source_of_harm
    return bool(source.members or set(source.kinds) - {"nobody"})


def _stepped_up(area: AreaPack, orders: list[int]) -> list[int]:
    """The next level up in the place of early help, and a higher one that was reached; none is left out between."""
    up = (number for number in range(min(orders, default=1), len(area.levels) + 1)
          if area.levels[number - 1].outcome not in ("universal", EARLY))
    first = next(up, None)
    return list(dict.fromkeys((first, *(order for order in orders if order > first)))) if first else orders


def _level(area: AreaPack, order: int, seen: Seen, step_up_words: str) -> Way:
    """A level's help. At the level for significant harm that of a child in need where rows of need stand there; where
    only a raise reaches it, or the talk is about harm, the level's own."""
    level = area.levels[order - 1]
    rule = next((one for one in seen.known.packs.consent(area.id) if one.about == "service"
                 and level.id in one.levels), None)
    asked = {"from_whom": rule.from_whom, "if_refused": rule.if_refused} if rule else {}
    stands = (*seen.known.counted, *_facts_at_acting(seen.known))
    in_need = order == area.acting and any(row.order == order for row in stands) and not _for_harm(area, seen)
    own = HelpOffered(
        means=level.means, leads=level.leads, help=level.response, document=level.document, agreement=level.agreement,
        needs_agreement=level.needs_agreement or in_need, source=level.source)
    help_ = (level.need_path or own) if in_need else own
    missing = {key: value for key, value in asked.items() if value and not getattr(help_, key)}
    outcome = FRONT_DOOR if order == area.acting else level.outcome
    return Way(help_.but(**missing), level.id, called(level), outcome, step_up=step_up_words)


def _process(seen: Seen) -> tuple[Way, ...]:
    """What the document of an area without levels has next."""
    found = _area_path(seen)
    if found is None:
        return ()
    return (Way(found, outcome=FRONT_DOOR if found.tried or FRONT_DOOR in found.outcomes else EARLY),)


def _area_path(seen: Seen) -> AreaPath | None:
    known = seen.known
    tried = step_up(known) is not None
    met = {duty.id for duty in seen.duties if not duty.doubted}
    asked = {one.outcome for one in seen.reasons if one.kind in FOUND} | {_found(seen)}
    return next((one for one in (known.area.paths if known.area else ())
                 if (not one.outcomes or asked & set(one.outcomes)) and (not one.duties or met & set(one.duties))
                 and (not one.tried or tried)), None)


def _with_review(child: Child | None, seen: Seen, found: tuple[Way, ...]) -> tuple[Way, ...]:
    """Where early help is open already, its review in the place of help that would begin it anew.

    Help beyond early help stays, and who leads the help there is hears of it.
    """
    rule = review(child, seen.known)
    if rule is None:
        return found
    if found and (step_up(seen.known) or found[0].outcome != EARLY):
        told = say("then.early_help_open")
        return (found[0]._replace(note=told), *found[1:])
    return (Way(offered(rule), rule=rule, outcome=EARLY), *(way for way in found if way.outcome != EARLY))
