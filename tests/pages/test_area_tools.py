"""Which tools an area has: decided by what its pack holds, and by nothing else."""
from guidance.load import load_packs
from guidance.packs import Packs
from pages.parts.shell.area_tools import EDUCATION_PAGE, EXPLOITATION_PAGE, page_of_duty, pages_for, scales
from tests.pages.asking import HOME
from tests.pages.opening import open_page
from tests.pages.tool_packs import tool_packs

__all__ = ["tool_packs"]


def links(screen: object) -> list[str]:
    """What the links of a screen say."""
    return [link.proto.label for link in screen.get("page_link")]  # type: ignore[attr-defined]


def test_a_tool_is_there_where_the_pack_has_its_data(tool_packs: Packs) -> None:
    """Rows on a scale bring the indicator, own rows for missing education its page, each under its own name."""
    area = tool_packs.areas["testshire"]
    assert pages_for(area) == {EXPLOITATION_PAGE: "Testshire indicator", EDUCATION_PAGE: "Missing from education"}
    assert [scale.id for scale in scales(area)] == ["grid"]
    assert (page_of_duty(area, "missing"), page_of_duty(area, "no_school")) == (
        EXPLOITATION_PAGE, EDUCATION_PAGE)
    assert page_of_duty(area, "allegation") == ""


def test_an_area_without_the_data_has_no_tool(packs: Packs) -> None:
    """No pack, or a pack without such rows, has none."""
    assert pages_for(packs.areas["testshire"]) == {}
    assert (pages_for(None), page_of_duty(None, "missing")) == ({}, "")


def test_what_is_looked_up_leads_to_the_tools_of_the_chosen_area(tool_packs: Packs) -> None:
    """With an area that has them, they are one press away; without an area there are none."""
    assert {"Testshire indicator", "Missing from education"} <= set(links(open_page("look_up", HOME)))
    without = open_page("look_up", HOME.model_copy(update={"home_area": ""}))
    assert "Testshire indicator" not in links(without)


def test_every_shipped_area_has_the_tools_that_its_rows_ask_for() -> None:
    """An indicator page stands for every shipped area with rows on a scale, and for no other."""
    for area in load_packs().areas.values():
        assert (EXPLOITATION_PAGE in pages_for(area)) == bool(area.rows_of_scale)
