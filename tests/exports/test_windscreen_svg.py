"""The windscreen as SVG."""
import re
from xml.etree import ElementTree

from decision.result import Place
from exports.windscreen import in_words
from exports.windscreen_svg import FONTS, svg
from tests.exports import samples
from tests.exports.test_windscreen_shapes import EMPTY, FULL, sign


def texts(drawn: str) -> list[str]:
    """Every word of the picture, whatever it is written along."""
    return [said for node in ElementTree.fromstring(drawn).iter() if node.tag.endswith("}text")
            if (said := "".join(node.itertext()))]


def test_the_svg_is_well_formed_and_closed() -> None:
    """The SVG has a white ground, a name, and no script, style or address; its links lead to its own arcs."""
    drawn = svg(FULL, samples.AREA)
    root = ElementTree.fromstring(drawn)
    assert root.attrib["aria-label"] == in_words(FULL, samples.AREA)
    assert not re.search(r"<script|<style|url\(|\son\w+=", drawn)
    arcs = set(re.findall(r'id="(\w+)"', drawn))
    assert set(re.findall(r'href="([^"]*)"', drawn)) == {f"#{arc}" for arc in arcs}
    assert drawn.count("http") == 1
    assert len(drawn) < 16_000


def test_the_svg_shows_no_number_or_needle() -> None:
    """No percentage and no total stands in the picture: only levels, rings, letters, legend, reason and rim."""
    found = texts(svg(FULL, samples.AREA))
    assert not any("%" in text for text in found)
    assert [text for text in found if re.search(r"\d", text)] == ["Level 1", "Level 2", "Level 3", "Level 4"]


def test_a_mark_that_is_not_sure_is_dashed_and_has_a_question_mark() -> None:
    """Not sure looks different without colour: dashed, open, with a question mark; and so it stands in the legend. So
    does a suspicion, and what is known does not."""
    drawn = svg(samples.PLACE, samples.AREA)
    unsure = [mark.letter for mark in samples.PLACE.marks if mark.state != "found"]
    suspected = [mark.letter for mark in samples.PLACE.marks if mark.state == "found" and mark.basis == "suspected"]
    assert (len(unsure), len(suspected)) == (1, 1)
    assert len(re.findall(r"<circle[^>]*stroke-dasharray", drawn)) == len(unsure) + len(suspected) + 1
    assert "D?" in texts(drawn)
    assert {said for said in texts(drawn) if said.endswith("?")} >= {f"{one}?" for one in unsure + suspected}


def test_a_filled_and_an_open_rim_differ_without_colour() -> None:
    """A sign that is so is one thick line; one in doubt is two thin broken ones."""
    so, = re.findall(r'stroke-width="(2\d)"', svg(FULL, samples.AREA))
    doubt = FULL.model_copy(update={"rim": (sign("consult_today", True),)})
    assert float(so) > 20
    assert svg(doubt, samples.AREA).count('stroke-dasharray="7 5"') == 2
    assert not re.findall(r'stroke-width="2\d"', svg(doubt, samples.AREA))


def test_words_from_a_pack_cannot_break_the_svg() -> None:
    """Letters with a meaning in XML are written out."""
    levels = (samples.level(1, 'A "b" & <c>', "early"), samples.level(2, "Acute", "acute", True))
    odd = samples.AREA.model_copy(update={"levels": levels, "name": 'X <script>&"'})
    assert ElementTree.fromstring(svg(EMPTY, odd)) is not None


def test_an_area_without_levels_has_no_picture() -> None:
    """No windscreen is invented."""
    assert svg(Place(), samples.AREA.model_copy(update={"levels": ()})) == ""


def test_the_list_of_fonts_is_one_that_a_browser_reads() -> None:
    """A name with a figure in it and no quotation marks makes a browser take its own serif font for all."""
    assert all(re.fullmatch(r"'[\w ]+'|[A-Za-z-]+", name) for name in FONTS.split(", ")), FONTS
