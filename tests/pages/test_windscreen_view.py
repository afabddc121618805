"""Part 2 of the result: the windscreen in a picture, in words, in a table; and the way back to an answer."""
import pytest

from decision.result import Beside
from exports.windscreen import level_name
from guidance.load import load_packs
from guidance.models import Level
from guidance.packs import AreaPack
from pages.parts.result.windscreen_view import names_law, question_of, windscreen
from tests.pages.sample import AREA, BLANK, CITE, FULL, PACKS
from tests.pages.screen import part, picture, words


def test_every_mark_is_in_the_table_with_how_it_is_known() -> None:
    """Who cannot see the picture reads the same: the letter, the statement, the basis, the level and the part."""
    screen = part(windscreen, FULL, PACKS)
    rows = screen.table[0].value.to_dict("records")
    assert [row["Mark"] for row in rows] == ["A", "B"]
    assert "always hungry at school (I saw or heard it, child A)" in rows[0]["What you told us"].replace("\\", "")
    assert "(not sure)" in rows[1]["What you told us"].replace("\\", "")
    assert "Complex: parenting" in rows[0]["Where it stands"].replace("\\", "")


def test_a_reading_of_ours_says_that_it_is_ours() -> None:
    """Where the document gives no number the reader sees whose number it is."""
    assert "Two concerns. This is our own reading." in words(part(windscreen, FULL, PACKS))


def test_a_level_is_explained_and_not_said_of_this_child() -> None:
    """What a level means stands after "here means", and each reading after the name of its level."""
    seen = words(part(windscreen, FULL, PACKS))
    for one in FULL.place.meaning:
        assert f"{one.name} here means: {one.means}" in seen
        assert f"{one.name}: {one.means}" not in seen
    for reading in FULL.place.reading:
        assert f"Reading of {level_name(AREA.level[reading.level])}: {reading.says}" in seen


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
    assert "They are not risks: The parents are young (child A)" in seen


def test_a_document_without_levels_gets_no_invented_windscreen() -> None:
    """Neither a picture nor another area's levels."""
    area = AREA.model_copy(update={"levels": ()})
    packs = PACKS.model_copy(update={"areas": {"fairshire": area}})
    screen = part(windscreen, FULL, packs)
    assert picture(screen) == ("", "")
    assert "sets out no levels" in words(screen)


def test_without_an_area_it_says_so() -> None:
    """A blank case has no windscreen."""
    assert "no area with a document here has been chosen" in words(part(windscreen, BLANK, PACKS))


def test_a_finding_leads_back_to_the_topic_it_was_ticked_under(packs) -> None:  # type: ignore[no-untyped-def]
    """The running number counts the chosen topics in order, two pages each; without a topic, the choice of topics."""
    area = packs.areas["testshire"]
    assert question_of("TST-3-CHILD-01", area, ("injury", "neglect")) == {"step": "know", "n": "3"}
    assert question_of("TST-3-CHILD-01", area, ("injury",)) == {"step": "topics"}
    assert question_of("nothing", area, ("injury",)) == {"step": "topics"}
