"""The picture says what the two answers say: the level of the help, why it is another than the answers support, and how
soon. Over every worked case, every statement and every set of statements that say nearly the same, in every pack."""
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from decision import changes
from decision.after import has_rung
from decision.assess import decide
from decision.case import Case
from decision.known import read
from decision.result import Decision, Place, Rim
from decision.worked import expand
from exports.two_answers import first_paths
from exports.windscreen import in_short, in_words, level_name, rim_in_words
from exports.windscreen_around import arrows, raise_shown, rim_words
from exports.windscreen_paper import SMALL_WIDTH
from exports.windscreen_parts import SMALL, TODAY, URGENT, WHOLE, WIDTH, Shapes
from exports.windscreen_shapes import shapes
from guidance.packs import AreaPack, Packs
from guidance.words import say
from tests.decision.every import all_packs, areas, asked, representatives
from tests.decision.test_never_calmer import CONTEXTS
from tests.decision.test_one_of import flat, sets
from tests.exports.reading import squeezed
from tests.exports.test_windscreen_shapes import EMPTY, sign

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
TRIED = {"history": {"help_tried": "yes", "changed": "no", "earlier_concerns": "yes"}}
HARMED = {"source_of_harm": {"kinds": ("not_known",)}}
MORE: dict[str, dict[str, Any]] = {**CONTEXTS, "help was tried": TRIED, "somebody caused harm": HARMED,
                                   "both": {**TRIED, **HARMED}}
SETS = ("telling a parent raises the risk", "both")
MAPPA = "CBC-4-CHILD-08"
Meant = tuple[str, Case]


def worked(packs: Packs) -> Iterator[Meant]:
    """Every worked case of these packs, by its name."""
    for id_, pack in (("", packs.national), *packs.areas.items()):
        for raw in pack.cases:
            yield str(raw["name"]), expand(raw, id_, packs).case


def answered(packs: Packs, area_id: str) -> Iterator[Meant]:
    """One of each kind of statement, in every context; each set of which one is so in some, and beside a statement that
    leads to a level of its own."""
    ways, together = representatives(packs, area_id), [flat(ids) for ids in sets(packs, area_id)]
    for context, fields in MORE.items():
        base = Case.model_validate(asked(packs, area_id, **fields))
        yield from ((f"{context}: {way.id}", way.into(base)) for way in ways)
        if context in SETS:
            yield from ((f"{context}: {ids}", changes.one_of(base, ids)) for ids in together)
    base = Case.model_validate(asked(packs, area_id))
    leads = [way for way in ways if decide(read(way.into(base), packs), NOON).place.led][:3]
    for way in leads:
        yield from ((f"{way.id} and {ids}", changes.one_of(way.into(base), ids)) for ids in together)


def differs(decision: Decision, area: AreaPack) -> str:
    """In what the picture does not say the same as the two answers; empty where it does."""
    place, drawn = decision.place, shapes(decision.place, area)
    shown = raise_shown(place, area)
    levels = {place.supported, shown.to_level if shown else "", *(one.to_level for one in place.led)}
    for path in first_paths(decision):
        if path.level and path.level not in levels:
            return f"help at {path.level}, drawn {levels}"
        if path.level and level_name(area.level[path.level]) not in in_short(place, area):
            return f"{path.level} is not in the line under the picture"
    reasons = [one.reason for one in arrows(place, area)]
    if len(drawn.heads) != len(reasons) or not set(reasons) <= {one.said for one in drawn.bent}:
        return f"arrows without {reasons}"
    if not all(reason in in_words(place, area).casefold() for reason in map(str.casefold, reasons)):
        return f"unsaid {reasons}"
    return _rim_differs(decision) or _paper_differs(decision.place, area, drawn)


def _paper_differs(place: Place, area: AreaPack, page: Shapes) -> str:
    """In what the small picture of a paper leaves out what the page's says: a rim, a band, an arrow and its reason, a
    mark, or that it is open; or has a letter under 7 points."""
    paper = shapes(place, area, SMALL)
    lines, marks = ([[(one.kind, one.start, one.end, one.colour) for one in drawn.strokes] for drawn in (page, paper)],
                    [[(one.letter, one.id, one.open) for one in drawn.dots if one.letter] for drawn in (page, paper)])
    if lines[0] != lines[1] or len(page.heads) != len(paper.heads):
        return f"on the page {lines[0]}, on paper {lines[1]}"
    if sorted(marks[0]) != sorted(marks[1]):
        return f"on the page {marks[0]}, on paper {marks[1]}"
    along = {one.said for one in paper.bent}
    below = squeezed("".join(one.said for one in paper.words))
    said = [*(one.reason for one in arrows(place, area)),
            *(say("windscreen.legend.unsure") for one in page.dots if one.open)]
    if unsaid := [one for one in said if squeezed(one) not in below]:
        return f"not on paper: {unsaid}"
    for kind in ("supported", "reaching"):
        if any(one.kind == kind for one in page.strokes) != any(one.kind == kind for one in paper.lines):
            return f"the key does not name {kind}"
    if place.rim and rim_words(place) not in along:
        return "the rim has no words on paper"
    size = min(one.size for one in (*paper.words, *paper.bent)) * SMALL_WIDTH / WIDTH
    return f"letters of {size} points" if size < 6.99 else ""


def _rim_differs(decision: Decision) -> str:
    said, place = rim_words(decision.place), decision.place
    if not place.rim:
        return f"no rim, and {said}" if said else ""
    so = any(not one.doubted for one in place.rim)
    fits = {"call_999": ("call_999",), "refer_now": ("refer_now", "act") if so else ("doubted_more",),
            "consult_today": ("today",) if so else ("doubted",)}.get(decision.outcome, ())
    return "" if said in {say(f"windscreen.rim.{key}") for key in fits} else f"{decision.outcome}: the rim says {said}"


def _found(packs: Packs, meant: Iterator[Meant]) -> list[str]:
    found = []
    for name, case in meant:
        area = packs.area(case.home_area)
        if area and area.levels:
            decision = decide(read(case.but(rung=()), packs), NOON)
            found += [f"{name}: {says}"] if (says := differs(decision, area)) else []
    return found


def test_in_every_worked_case_the_picture_says_the_same() -> None:
    """The level of the second answer is drawn and said, with the arrow and its reason; the rim is as urgent as the
    first answer."""
    for packs in all_packs().values():
        assert _found(packs, worked(packs)) == []


@pytest.mark.parametrize(("name", "area_id"), areas())
def test_with_whatever_is_answered_the_picture_says_the_same(name: str, area_id: str) -> None:
    """Each set of which one is so, beside each kind of statement, where help was tried and where harm was done."""
    packs = all_packs()[name]
    assert _found(packs, answered(packs, area_id)) == []


def test_managed_under_mappa_beside_a_set_at_level_two_the_arrow_leads_to_level_four() -> None:
    """The second answer names the level for harm: so does the picture, with its reason, also where nothing else is."""
    packs = all_packs()["shipped"]
    area = packs.areas["central_bedfordshire"]
    base = Case.model_validate(asked(packs, area.id, findings=({"id": MAPPA},)))
    ids = next(ids for one in sets(packs, area.id) if decide(
        read(changes.one_of(base, ids := flat(one)), packs), NOON).place.supported_order == 2)
    for case, supported in ((base, 0), (changes.one_of(base, ids), 2)):
        place = decide(read(case, packs), NOON).place
        assert (place.supported_order, [(one.by, one.to_level) for one in place.led]) == (
            supported, [("for_harm", area.levels[3].id)])
        for look in (WHOLE, SMALL):
            arrow, = (stroke for stroke in shapes(place, area, look).strokes if stroke.kind == "raised")
            assert 0 < arrow.end < 45 < arrow.start + 1
        assert say("windscreen.led.for_harm") in in_short(place, area).casefold()
        assert say("windscreen.short.nothing") not in in_short(place, area)


def rim(outcome: str, *around: Rim, rung: bool = False) -> tuple[str, str]:
    """What a rim says where the result asks for this, and its colour."""
    place = EMPTY.model_copy(update={"rim": around, "asks": outcome, "rung": rung})
    packs = all_packs()["shipped"]
    drawn = shapes(place, packs.areas["central_bedfordshire"])
    return rim_in_words(place), next(one.colour for one in drawn.strokes if one.kind in ("rim", "edge"))


def test_where_the_result_asks_for_more_than_the_rim_the_rim_says_both() -> None:
    """A talk today that became a call now, or a doubt beside it, is no talk; after the call a doubt asks for none."""
    today, doubt = sign("consult_today"), sign("consult_today", True)
    assert rim("consult_today", today) == ("Talk to someone today, whatever the level: The neck was pressed.", TODAY)
    assert rim("refer_now", today) == (
        "Act now. Also so, whatever the level: The neck was pressed.", URGENT)
    assert rim("refer_now", doubt) == ("Act now. More is in doubt: The neck was pressed.", URGENT)
    assert rim("consult_today", doubt, rung=True)[0] == "Still in doubt: The neck was pressed."


def test_after_the_talk_a_doubt_asks_for_no_talk() -> None:
    """The first answer says what came of it, and the rim no more than that it is still in doubt."""
    packs = all_packs()["shipped"]
    case = Case.model_validate(asked(packs, "central_bedfordshire", signs={"fgm_risk": {"answer": "not_sure"}}))
    before = decide(read(case, packs), NOON)
    had = case.but(rung=(before.first_call or "front_door",))
    after = decide(read(had, packs), NOON)
    assert has_rung(had, after)
    assert rim_words(before.place) == say("windscreen.rim.doubted")
    assert rim_words(after.place) == say("windscreen.rim.still_doubted")
