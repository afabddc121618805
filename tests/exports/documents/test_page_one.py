"""Page one of the referral says what the writer said, and draws what asks to act whatever the level."""
import json
from io import BytesIO

import pytest
from pypdf import PdfReader

from decision.__main__ import EXAMPLE_NAMES
from decision.assess import assess
from decision.case import Case, Child, FamilyMember, SignAnswer, SourceOfHarm, YoungPerson
from decision.worked import expand
from exports.details import Details
from exports.make import make
from exports.windscreen_around import arrows, raise_shown, reached
from exports.windscreen_marks import is_open
from guidance.load import load_packs
from guidance.words import say
from tests.exports import samples
from tests.exports.reading import each_page, squeezed, tagged, tagged_text

PACKS = load_packs().at(samples.NOW)
AREAS = tuple(area.id for area in PACKS.areas.values())
SIGN = SignAnswer(answer="yes", about=("A",), basis="child_said")
MOTHER = FamilyMember(key="mother", relation="mother", role="parent", told="no", agrees="not_asked", risk="no")


def made(case: Case) -> bytes:
    """The referral of a case, as the packs that are held answer it."""
    return make("referral", case, Details(), assess(case, PACKS, samples.NOW), PACKS, samples.NOW)


def one_line(data: bytes) -> str:
    """All of its words with single spaces."""
    return " ".join(tagged_text(data).split())


def case_of(area: str) -> Case:
    """A child, and one sign that cannot wait."""
    return Case(reference="PAGE01", home_area=area, children=(Child(label="A", age_years=8),),
                signs={"strangulation": SIGN}, family=(MOTHER,))


@pytest.mark.parametrize("area", AREAS)
def test_signs_alone_are_drawn(area: str) -> None:
    """Where an area has levels, signs without any statement stand in the picture and in words."""
    data = made(case_of(area))
    figures = [role for role, _ in tagged(data)].count("Figure")
    levels = bool(PACKS.areas[area].levels)
    assert figures == int(levels)
    assert ("The windscreen in words" in tagged_text(data)) == levels


@pytest.mark.parametrize("area", AREAS)
def test_the_safe_way_is_only_what_the_writer_wrote(area: str) -> None:
    """Neither a rule about everybody nor what was said of one person, such as how they are watched, is printed as the
    safe way to reach somebody; what was said stands by the person."""
    assert "The safe way:" not in tagged_text(made(case_of(area)))
    noted = one_line(made(case_of(area).but(family=(MOTHER.but(note="He waits outside her work."),))))
    assert "The safe way:" not in noted
    assert "Also said: He waits outside her work." in noted


@pytest.mark.parametrize("area", AREAS)
def test_what_a_child_asks_stands_in_the_box(area: str) -> None:
    """A child's own words that somebody must not know stand where it says whom not to tell."""
    asked = case_of(area).but(young_person=YoungPerson(view="I am tired. Mum must not know."))
    said = one_line(made(asked))
    assert "The child asks that somebody does not know: Mum must not know. Check before telling." in said
    assert "The child asks that" not in one_line(made(case_of(area)))


@pytest.mark.parametrize("area", AREAS)
def test_nobody_suspected_is_no_suspect_and_still_held_back(area: str) -> None:
    """Where the writer said that nobody in particular is suspected, page one does not read as if somebody were; the
    rule about whoever causes it stands all the same."""
    first = one_line(made(case_of(area).but(source_of_harm=SourceOfHarm(kinds=("nobody",)))))
    box = first[:first.index("What we are worried about")]
    assert "who might be causing this after all" in box


@pytest.mark.parametrize("area", AREAS)
def test_what_it_means_stands_on_one_page_with_its_heading(area: str) -> None:
    """The example of each area: the heading, what happens if nothing changes and the box are never parted."""
    case, details = example(area)
    data = make("referral", case, details, assess(case, PACKS, samples.NOW), PACKS, samples.NOW)
    pages = [squeezed(page.extract_text()) for page in PdfReader(BytesIO(data)).pages[:2]]
    parts = [squeezed(said) for said in (
        say("papers.meaning"), details.narrative.analysis[:60], say("papers.we_ask"), say("papers.meanwhile"))]
    on = [number for number, said in enumerate(pages) if parts[0] in said]
    assert len(on) == 1
    assert all(part in pages[on[0]] for part in parts)


def example(area: str) -> tuple[Case, Details]:
    """The first worked case of an area with the answers of the example."""
    raw = json.loads(EXAMPLE_NAMES.read_text(encoding="utf-8"))
    worked = expand(PACKS.areas[area].cases[0], area, PACKS)
    return worked.case, Details.model_validate(raw)


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("sign", ["strangulation", "disclosure", "injury_unexplained"])
def test_a_referral_with_a_sign_alone_has_no_page_that_is_nearly_empty(area: str, sign: str) -> None:
    """Three pages, the last of them with more than a few lines, also where two of the family were entered; the age of
    the child stands on page one alone, and what nobody has answered of them in the list."""
    family = (MOTHER, FamilyMember(key="father", relation="father"))
    for case in (case_of(area).but(family=()), case_of(area).but(family=family)):
        data = made(case.but(signs={sign: SIGN}))
        pages = each_page(data)
        assert len(pages) <= 3
        assert len(pages[-1].split()) > 100
        assert sum(page.count("8 years") for page in pages) == 1
        assert "Child A: Name; Other names; Date of birth" in one_line(data)


def differing(area: str) -> dict[tuple[object, ...], Case]:
    """Of an area's worked cases one for each way in which the picture differs: why it raises, what leads, a band of
    single answers, a sign, something in doubt, and that it may be higher."""
    found: dict[tuple[object, ...], Case] = {}
    for raw in PACKS.areas[area].cases:
        case = expand(raw, area, PACKS).case
        pack, place = PACKS.area(case.home_area), assess(case, PACKS, samples.NOW).place
        if pack and pack.levels and (place.marks or place.rim):
            raised = raise_shown(place, pack)
            found.setdefault((raised and raised.kind, tuple(one.by for one in place.led), bool(place.rim),
                              reached(place) > place.supported_order, any(map(is_open, place.marks)),
                              bool(place.may_be_higher)), case)
    return found


@pytest.mark.parametrize("area", [id_ for id_ in AREAS if PACKS.areas[id_].levels])
def test_the_box_and_the_picture_beside_it_say_what_the_page_does(area: str) -> None:
    """Which level the findings support, which single ones reach, where each arrow leads and why, what an open mark
    means, and that it may be higher: all on the page of the picture, in words."""
    cases = differing(area)
    assert {kind for kind, *_ in cases} >= {"help_without_change", "history", "young_child"}
    for case in cases.values():
        decision, pack = assess(case, PACKS, samples.NOW), PACKS.areas[case.home_area]
        place, data = decision.place, make("referral", case, Details(), assess(case, PACKS, samples.NOW), PACKS,
                                           samples.NOW)
        page = next(squeezed(said) for said in each_page(data) if squeezed(say("papers.meaning")) in squeezed(said))
        names = {level.id: level.printed or level.name for level in pack.levels}
        said = [say("windscreen.key.raised", level=names[one.to_level], reason=one.reason)
                for one in arrows(place, pack)]
        if place.supported:
            said.append(say("windscreen.key.supported", level=names[place.supported]))
        if reached(place) > place.supported_order:
            said.append(say("windscreen.key.reaching", level=names[pack.levels[reached(place) - 1].id]))
        if any(map(is_open, place.marks)):
            said.append(say("windscreen.legend.unsure"))
        assert [one for one in (*said, place.may_be_higher) if squeezed(one) not in page] == [], case.reference
