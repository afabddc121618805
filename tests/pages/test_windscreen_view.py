"""The windscreen on the result: fan, bands, one line of words, and folds with what stands behind it."""
import re
from html import unescape

import pytest

from decision.result import Beside, Decision, Rim
from exports.windscreen import in_words, level_in_short, level_name, rim_in_words
from guidance.load import load_packs
from guidance.models import Level
from guidance.packs import AreaPack
from guidance.words import say
from pages.parts.result.windscreen_view import names_law, windscreen
from tests.pages.sample import AREA, BLANK, CITE, FULL, PACKS
from tests.pages.screen import part, picture, source, words

SIGN = Rim(kind="sign", id="neck", says="Somebody pressed the child's neck.", about=("A",), outcome="refer_now",
           source=CITE)
DOUBT = SIGN.model_copy(update={"id": "home", "says": "The child fears to go home.", "doubted": True, "about": (),
                                "outcome": "consult_today"})


def with_rim(*rim: Rim) -> Decision:
    """The sample result with this around its levels."""
    return FULL.model_copy(update={"place": FULL.place.model_copy(update={"rim": rim})})


def test_the_picture_has_the_whole_of_it_as_its_words() -> None:
    """Who does not see the picture hears all of it, and its room is kept before it is drawn."""
    screen = part(windscreen, FULL, PACKS)
    address, said = picture(screen)
    assert address.startswith("data:image/svg+xml;base64,")
    assert said == in_words(FULL.place, AREA)
    assert re.search(r'<img [^>]*width="560"[^>]*height="\d+"', source(screen))


def test_a_sign_is_said_before_any_level() -> None:
    """Under the picture and above the bands the rim comes first, with each sign; a doubt is told apart."""
    screen = part(windscreen, with_rim(SIGN, DOUBT), PACKS)
    rim = rim_in_words(with_rim(SIGN, DOUBT).place)
    assert "Somebody pressed the child's neck (child A)." in rim
    assert "In doubt: The child fears to go home." in rim
    body = words(screen)
    assert body.index(rim) < body.index(level_name(AREA.levels[0]))
    assert f"{rim} {level_in_short(FULL.place, AREA)}" in body


def test_above_the_bands_a_statement_goes_by_its_letter_and_a_sign_by_its_words() -> None:
    """The letter stands in its band with the statement; a sign stands in no band, so that its words are needed."""
    mark = FULL.place.marks[0]
    told = SIGN.but(kind="at_least", id=mark.id, says=mark.says, about=(), outcome="consult_today")
    body = source(part(windscreen, with_rim(SIGN, told), PACKS))
    rim = unescape(body.split('class="band-rim', 1)[1].split("</p>", 1)[0])
    assert f"Somebody pressed the child's neck (child A). Also so, whatever the level: answer {mark.letter}." in rim
    assert mark.says not in rim


def test_above_the_bands_the_one_statement_that_counts_stands_in_words() -> None:
    """A letter alone would tell nobody what is acted on."""
    mark = FULL.place.marks[0]
    told = SIGN.but(kind="at_least", id=mark.id, says=mark.says, about=(), outcome="consult_today")
    rim = source(part(windscreen, with_rim(told), PACKS)).split('class="band-rim', 1)[1].split("</p>", 1)[0]
    assert mark.says.rstrip(".") in unescape(rim)


@pytest.mark.parametrize(("rim", "tone"), [((SIGN, DOUBT), "urgent"), ((DOUBT,), "doubted"), (
    (SIGN.model_copy(update={"outcome": "consult_today"}),), "today")])
def test_the_rim_above_the_bands_looks_as_urgent_as_it_is(rim: tuple[Rim, ...], tone: str) -> None:
    """A doubt is drawn open, a sign that asks for a talk today is not drawn as one that asks to ring now."""
    assert f'class="band-rim {tone}"' in source(part(windscreen, with_rim(*rim), PACKS))


def bands(decision: Decision) -> list[str]:
    """The HTML of each band."""
    body = source(part(windscreen, decision, PACKS))
    return body.split("<ol>", 1)[1].split("</ol>", 1)[0].split('<li class="band')[1:]


def test_each_level_is_a_band_with_its_marks_and_what_it_means() -> None:
    """In the area's own names, calmest first; what is supported or reached is said and not only drawn."""
    found = bands(FULL)
    assert len(found) == len(AREA.levels)
    for level, band in zip(AREA.levels, found, strict=True):
        assert level_name(level) in band
        assert say("windscreen.level.leads") in band
    assert '<span class="mark">A</span>' in found[2]
    assert "your answers support this" in found[2]
    assert re.search(r'class="mark open">B\?<span class="hidden-words"> not sure', found[3])
    assert "single answers reach" not in found[3], "one that is only not sure reaches nothing"


def test_around_a_crowd_of_signs_each_is_named_in_short_and_the_levels_stand_in_one_row() -> None:
    """Acting comes before levels: nobody scrolls past bands to the folds. What a level means stands in the fold below,
    and the picture says every sign in full."""
    third = SIGN.but(id="gone", says="The child is missing now.", short="missing now", about=())
    signs = (SIGN.but(short="neck pressed"), third, DOUBT.but(short="afraid of home"))
    screen = part(windscreen, with_rim(*signs), PACKS)
    body = source(screen)
    rim = unescape(body.split('class="band-rim', 1)[1].split("</p>", 1)[0])
    assert "Neck pressed (child A). Missing now. In doubt: Afraid of home." in rim
    assert not any(one.says in rim for one in signs)
    row = body.split('<ol class="in-row">', 1)[1].split("</ol>", 1)[0]
    assert [level_name(level) in unescape(row) for level in AREA.levels] == [True] * len(AREA.levels)
    assert '<span class="mark">A</span>' in row
    assert "<details" not in row
    for level in AREA.levels:
        assert level.means in words(screen)
    assert all(one.says.rstrip(".") in picture(screen)[1] for one in signs)


def test_every_mark_and_sign_is_in_the_table_with_how_it_is_known() -> None:
    """Who cannot see the picture reads the same: the letter, the statement, the basis, the level and the part."""
    table = source(part(windscreen, with_rim(SIGN, DOUBT), PACKS)).split("<table", 1)[1].split("</table>", 1)[0]
    rows = [re.sub(r"<[^>]+>", " ", row).split() for row in table.split("<tr>")[2:]]
    said = [" ".join(row) for row in rows]
    assert [row[0] for row in rows] == ["rim", "rim", "A", "B"]
    assert "Somebody pressed the child&#x27;s neck. (so, child A)" in said[0]
    assert "(in doubt)" in said[1]
    assert "Whatever the level" in said[0]
    assert "always hungry at school (I saw or heard it, child A)" in said[2]
    assert "Complex: parenting" in said[2]
    assert "(not sure)" in said[3]
    assert table.count('scope="col"') == 3
    assert table.count('scope="row"') == 4


def test_a_reading_of_ours_says_that_it_is_ours() -> None:
    """Where the document gives no number the reader sees whose number it is."""
    assert "One concern is enough. This is our own reading." in words(part(windscreen, FULL, PACKS))


@pytest.mark.parametrize(("area", "level"), [
    (area, level) for area in load_packs().areas.values() for level in area.levels if level.basis])
def test_in_law_stands_only_before_a_law(area: AreaPack, level: Level) -> None:
    """Voluntary help has a basis, and no law is named by it; every other basis names an Act."""
    assert names_law(level.basis) == ("Act 1989" in level.basis)


def test_strengths_and_circumstances_stand_beside_and_not_on_it() -> None:
    """They are listed in words that make neither a risk nor an excuse of them."""
    place = FULL.place.model_copy(update={
        "strengths": (Beside(id="s", kind="strength", says="a grandmother helps every day", source=CITE),),
        "context": (Beside(id="c", kind="context", says="the parents are young", about=("A",), source=CITE),),
    })
    seen = words(part(windscreen, FULL.model_copy(update={"place": place}), PACKS))
    assert "never lower it: A grandmother helps every day" in seen
    assert "These are not risks: The parents are young (child A)" in seen


def test_a_document_without_levels_gets_no_invented_windscreen() -> None:
    """Neither a picture nor another area's levels."""
    area = AREA.model_copy(update={"levels": ()})
    packs = PACKS.model_copy(update={"areas": {"fairshire": area}})
    screen = part(windscreen, FULL, packs)
    assert picture(screen) == ("", "")
    assert "sets out no levels" in words(screen)


def test_without_an_area_it_says_so() -> None:
    """A blank case has no windscreen."""
    assert "There is no windscreen" in words(part(windscreen, BLANK, PACKS))
