"""The windscreen and the papers of Quayshire, the made-up sixth area, made without touching code."""
import re
from datetime import datetime

import pytest

from decision.assess import assess
from exports import windscreen
from exports.details import Details
from exports.make import make
from exports.windscreen_shapes import shapes
from exports.windscreen_svg import svg
from guidance.packs import AreaPack, Packs
from tests.decision.sixth import AREA, PACKS, decided, worked
from tests.exports import samples
from tests.exports.reading import pages_text, squeezed, untagged

DUTY_NUMBER = "01632960002"


def test_any_number_of_levels_is_drawn() -> None:
    """Six segments, with 2a and 2b and a tier without a number, each darker than the one before."""
    drawn = shapes(decided("QUA-2B-01").place, AREA)
    levels = list(dict.fromkeys(segment.level for segment in drawn.segments))
    colours = dict.fromkeys(segment.colour for segment in drawn.segments)
    said = " ".join(word.said for word in drawn.bent)

    assert levels == ["universal", "1", "2a", "2b", "3", "4"]
    assert [sum(int(colour[at:at + 2], 16) for at in (1, 3, 5)) for colour in colours] == sorted(
        (sum(int(colour[at:at + 2], 16) for at in (1, 3, 5)) for colour in colours), reverse=True)
    assert len(colours) == 6
    assert "Level 2a" in said
    assert "Level 2b" in said
    assert windscreen.level_name(AREA.levels[0]) == "Universal"


@pytest.mark.parametrize("kept", [6, 5])
def test_a_mark_stands_in_the_segment_of_its_sub_level(kept: int) -> None:
    """With six levels, or five, the mark of a 2b row lies inside the angles of 2b and of no other level."""
    levels = tuple(level for level in AREA.levels if kept == 6 or level.id != "3")
    rows = tuple(row for row in AREA.indicators if row.level in {level.id for level in levels})
    fewer = AreaPack.model_validate(AREA.model_dump() | {"levels": levels, "indicators": rows})
    changed = Packs(national=PACKS.national, areas={"quayshire": fewer})
    place = decided("QUA-2B-01", packs=changed).place
    drawn = shapes(place, fewer)
    mine = next(segment for segment in drawn.segments if segment.level == "2b")

    assert (place.supported, place.highest) == ("2b", "2b")
    assert (mine.start, mine.end) == pytest.approx((180 - 3 * 180 / kept, 180 - 4 * 180 / kept))
    assert svg(place, fewer).count("</svg>") == 1


def test_the_second_name_of_a_level_is_said() -> None:
    """Whoever knows a level by its other name finds it in the words of the windscreen."""
    said = windscreen.in_words(decided("QUA-1-01").place, AREA)

    assert "Level 1, Extra (also called Early support or First steps)" in said


def paper(document_id: str) -> bytes:
    """A document of a night-time case in Quayshire with the details of nobody."""
    case = worked("QUA-4-01", "QUA-2B-01", on="2026-11-20 23:45", family={"mother": "not_told"}).case
    now = datetime.fromisoformat("2026-11-20T23:45").replace(tzinfo=samples.LONDON)
    details = Details()
    return make(document_id, case, details, assess(case, PACKS, now), PACKS, now)


def test_a_referral_is_made_for_it() -> None:
    """The PDF names the area, its document and its levels, and nothing of another area, and is tagged throughout."""
    data = paper("referral")
    text = squeezed(pages_text(data))

    assert untagged(data) == []
    for part in ("Quayshire", "Quayshire ladder of help", "Level 2b", "Universal", "hurt by someone at home"):
        assert squeezed(part) in text
    assert not re.search(r"Testshire|Luton|Bedfordshire", text)


def test_a_call_sheet_is_made_for_it() -> None:
    """The number that answers at a quarter to midnight stands on it, and until when."""
    text = squeezed(pages_text(paper("call_sheet")))

    assert squeezed(f"Coast Duty Team: {DUTY_NUMBER}") in text
    assert squeezed("Open until") in text
