"""The windscreen in words and as a table, for every worked case of every pack."""
import pytest

from decision.case import Case, SignAnswer
from decision.core import Seen, core
from decision.known import read
from decision.result import Place
from decision.worked import expand
from exports import windscreen
from exports.windscreen_shapes import shapes
from guidance.load import load_packs
from guidance.words import say
from tests.exports import samples
from tests.exports.test_windscreen_shapes import EMPTY, FULL, raised, sign

PACKS = load_packs()
PACKS_WITH_CASES = [("", PACKS.national), *PACKS.areas.items()]


def worked(pack_id: str) -> list[Seen]:
    """What is seen in each worked case of a pack."""
    pack = PACKS.areas[pack_id] if pack_id else PACKS.national
    return [core(read(expand(raw, pack_id, PACKS).case, PACKS)) for raw in pack.cases]


@pytest.mark.parametrize("pack_id", [pack_id for pack_id, _ in PACKS_WITH_CASES])
def test_every_sign_is_drawn_and_said_in_every_worked_case(pack_id: str) -> None:
    """Every sign that is so, and danger, is on the rim and named in the words, before any level; one in doubt is named
    too, and alone it is an open rim. Without one nothing is drawn around the levels."""
    seen_some = 0
    for seen in worked(pack_id):
        place, area = seen.place, seen.known.area
        so = {sign.says for sign, _ in seen.known.yes_signs}
        doubted = {sign.says for sign, _ in seen.known.unsure_signs}
        assert so <= {one.says for one in place.rim if not one.doubted}
        assert doubted <= {one.says for one in place.rim if one.doubted}
        if area is None or not area.levels:
            continue
        seen_some += bool(so)
        kinds = {stroke.kind for stroke in shapes(place, area).strokes}
        filled = any(not one.doubted for one in place.rim)
        assert ("rim" in kinds, "edge" in kinds) == (filled, bool(place.rim) and not filled)
        assert filled or not so
        short, whole = windscreen.in_short(place, area), windscreen.in_words(place, area)
        said = windscreen.rim_in_words(place)
        assert short.startswith(said)
        assert whole.startswith(said)
        for words in (*so, *doubted):
            assert words.rstrip(".") in said
    assert seen_some or not pack_id or not PACKS.areas[pack_id].levels


@pytest.mark.parametrize("pack_id", [pack_id for pack_id, _ in PACKS_WITH_CASES])
def test_what_alone_asks_to_ring_now_is_never_only_a_level_below_the_acting_one(pack_id: str) -> None:
    """Where a statement or a duty asks to ring now by itself, a picture of a lower level has a rim."""
    for seen in worked(pack_id):
        alone = [one for one in seen.reasons if one.kind in ("at_least", "duty")
                 and one.outcome in ("refer_now", "call_999")]
        assert not alone or any(not one.doubted for one in seen.place.rim)


@pytest.mark.parametrize("pack_id", list(PACKS.areas))
def test_every_raise_above_the_supported_level_has_its_arrow_and_its_words(pack_id: str) -> None:
    """The drawing and the line under it say the same: both, or neither."""
    area = PACKS.areas[pack_id]
    for seen in worked(pack_id):
        place = seen.place
        if not area.levels or seen.known.area is not area:
            continue
        higher = [one for one in place.raised if area.order[one.to_level] > place.supported_order]
        drawn = shapes(place, area)
        assert len(drawn.heads) == len(higher[:1])
        assert ("think of" in windscreen.in_short(place, area)) == bool(higher)


def test_the_words_name_every_mark_and_level() -> None:
    """The sentence holds every level and every mark with its ring, and says what is not sure."""
    said = windscreen.in_words(samples.PLACE, samples.AREA)
    assert all(level.name in said for level in samples.AREA.levels)
    assert "D (the child, not sure)" in said
    assert "The findings support Level 3, Complex needs." in said


def test_a_sign_is_said_first_and_a_doubt_apart() -> None:
    """Whoever hears the picture hears first what cannot wait; what is in doubt is never among what is so."""
    place = FULL.model_copy(update={"rim": (sign(), sign("consult_today", True).model_copy(update={
        "says": "A mark nobody can explain.", "about": ("A",)}))})
    said = windscreen.in_short(place, samples.AREA)
    assert said.startswith("Act now, whatever the level: The neck was pressed. In doubt: A mark nobody can explain "
                           "(child A). Your answers support Level 3, Complex needs.")


def test_a_raise_is_said_with_its_reason() -> None:
    """The line names the reason and the level to think of, and the level that is supported stays what it is."""
    place = samples.PLACE.model_copy(update={"raised": (raised("4"),)})
    said = windscreen.in_short(place, samples.AREA)
    assert "support Level 3, Complex needs. Help was tried, little changed: think of Level 4, Acute needs." in said


def test_the_table_has_one_row_a_mark() -> None:
    """Statement, child, level, ring and how it is known: what the picture shows, in a table."""
    rows = windscreen.table(samples.PLACE, samples.AREA)
    assert [row[0] for row in rows] == ["A", "B", "C", "D", "E"]
    assert rows[1][1:] == ("Daily care of the baby is often not good enough (children A and B)",
                           "Level 3, Complex needs", "parenting", "someone told me or wrote it")


def test_an_area_without_levels_says_so() -> None:
    """The sentence says why there is no windscreen."""
    assert "no levels" in windscreen.in_words(Place(), samples.AREA.model_copy(update={"levels": ()}))


def test_no_finding_is_said_and_not_calm() -> None:
    """Without marks the words say that nothing stands on a level, and never that all is well."""
    assert "No finding stands on a level." in windscreen.in_words(EMPTY, samples.AREA)
    assert windscreen.in_short(EMPTY, samples.AREA) == "No answer stands on a level."


def test_the_rim_says_of_a_suspicion_that_it_is_one() -> None:
    """It counts as so, and neither the picture's words nor a paper state it as a fact."""
    case = Case(home_area="luton", danger="no", signs={"disclosure": SignAnswer(answer="not_sure", why="cannot_prove")})
    place = core(read(case, PACKS)).place
    assert [(one.suspected, one.doubted) for one in place.rim] == [(True, False)]
    said = windscreen.rim_in_words(place)
    assert say("windscreen.rim.suspected", sign=place.rim[0].says) in said
