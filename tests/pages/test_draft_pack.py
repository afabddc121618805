"""A pack that is a draft: said wherever something of it is acted on, and nowhere else."""
import pytest

from decision.case import Case
from guidance.packs import AreaPack, Packs
from pages.parts.visit import knowledge
from tests.pages.asking import AREA, HOME, field, checked, open_app, words
from tests.pages.opening import open_page
from tests.pages.screen import words as seen
from tests.pages.two_areas import with_neighbours

MARK = "Draft guidance. Nobody has yet checked every line for Testshire against its document."


@pytest.fixture
def drafted(packs: Packs, monkeypatch: pytest.MonkeyPatch) -> Packs:
    """The made-up packs with Testshire as a draft."""
    area = AreaPack.model_validate(packs.areas[AREA].model_dump() | {"status": "draft"})
    made = Packs(national=packs.national, areas={AREA: area})
    monkeypatch.setattr(knowledge, "packs", lambda: made)
    return made


def test_the_start_page_says_it_of_the_area_that_was_chosen(drafted: Packs) -> None:
    """Before an area is chosen nothing is a draft; then it stands before the number."""
    screen = open_app(Case())
    assert MARK not in words(screen)
    field(screen, "home_area").set_value(AREA)
    shown = words(checked(screen.run()))
    assert shown.index(MARK) < shown.index("Testshire Front Door")


def test_the_result_says_it_before_what_to_do(drafted: Packs) -> None:
    """Whoever acts on the result knows what it rests on."""
    shown = seen(open_page("result", HOME))
    assert shown.index(MARK) < shown.index("Nothing is answered yet")


@pytest.fixture
def other_drafted(packs: Packs, monkeypatch: pytest.MonkeyPatch) -> Packs:
    """Testshire as it was checked, beside Otherton, whose pack is a draft."""
    found = with_neighbours(packs)
    other = AreaPack.model_validate(found.areas["otherton"].model_dump() | {"status": "draft"})
    made = Packs(national=packs.national, areas={**found.areas, "otherton": other})
    monkeypatch.setattr(knowledge, "packs", lambda: made)
    return made


@pytest.mark.parametrize("field_", ["area_now", "work_area"])
def test_a_draft_of_another_area_is_named_where_its_number_is_rung(other_drafted: Packs, field_: str) -> None:
    """Where the child is now, and where an adult works, their guidance is what a call and a paper rest on."""
    case = HOME.model_copy(update={field_: "otherton"})
    mark = MARK.replace("Testshire", "Otherton")

    for shown in (seen(open_page("result", case)), words(open_app(case))):
        assert mark in shown
        assert MARK not in shown
    assert mark not in seen(open_page("result", HOME))


def test_the_sources_page_says_it(drafted: Packs) -> None:
    """Beside the version of the pack."""
    assert "A draft: nobody has yet checked every line of it" in seen(open_page("sources", area=AREA))


@pytest.mark.parametrize("page", ["result", "sources"])
def test_a_pack_that_was_checked_has_no_such_words(packs: Packs, page: str) -> None:
    """The mark means something because it is not always there."""
    assert "raft" not in seen(open_page(page, HOME)).replace("aircraft", "")
    assert MARK not in words(open_app(HOME))
