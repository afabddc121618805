"""Answering something moves no other field: Streamlit draws anew what stands elsewhere, and a word half typed is lost.

A field may move among its neighbours, but the boxes around it may not.
"""
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from decision.case import Case, Child, SignAnswer
from guidance.load import load_packs
from pages.parts.papers.detail_sections import SECTIONS
from pages.parts.visit import draft
from pages.parts.visit.draft import Progress
from tests.pages.asking import checked, open_app
from tests.steps import STEPS

AREA = next(iter(load_packs().areas))
CASE = Case(home_area=AREA, reference="PLACE1", children=(Child(label="A", age_years=8),),
            signs={"disclosure": SignAnswer(answer="yes")}, asked=("overall",), other_worry=True)
FIELDS = {"radio", "checkbox", "text_input", "text_area", "selectbox"}
OF_A_KIND = 2
"""Questions whose names begin alike behave alike; so many of each are answered."""
PAGES = [
    *(("check", {"step": step}) for step in STEPS), ("rang", {}), ("missing_education", {}), ("exploitation", {}),
    *(("documents", {"section": section.id}) for section in SECTIONS),
]


def places(screen: AppTest) -> dict[str, tuple[int, ...]]:
    """Name of a field → the boxes around it, each by its place in the one around it."""
    found = {}
    for field, path in _walk(screen.main, ()):
        if key := getattr(field, "key", None):
            found[_name(key)] = path
    return found


def _walk(block: Any, path: tuple[int, ...]) -> Iterator[tuple[Any, tuple[int, ...]]]:
    for place, child in block.children.items():
        if hasattr(child, "children"):
            yield from _walk(child, (*path, place))
        elif child.type in FIELDS:
            yield child, path


def _name(key: str) -> str:
    """What a field is called, without the number of this visit."""
    return key.removeprefix("w_").rsplit("_", 1)[0]


def choices(screen: AppTest) -> list[str]:
    """The names of the questions to be answered with a choice or a tick, so many of each kind."""
    names = [_name(field.key) for kind in (screen.radio, screen.checkbox) for field in kind if field.key]
    kinds = [name.split("-")[0] for name in names]
    return [name for number, name in enumerate(names) if kinds[:number].count(kinds[number]) < OF_A_KIND]


def answer(screen: AppTest, name: str) -> None:
    """Choose the first of several that is not chosen, or tick; what is ticked already loses its tick."""
    for choice in screen.radio:
        if _name(choice.key or "") == name:
            values = screen.session_state[draft.OPENED].options[name]
            checked(choice.set_value(next(value for value in values if value != choice.value)).run())
            return
    box = next(box for box in screen.checkbox if _name(box.key or "") == name)
    checked(box.set_value(not box.value).run())


@pytest.mark.parametrize(("page", "address"), PAGES)
def test_no_field_is_moved_by_an_answer_to_another(page: str, address: dict[str, str]) -> None:
    """Each field that is still there after an answer stands in the boxes in which it stood."""
    screen = open_app(CASE, Progress(seen=tuple(STEPS), topics=("overall",)))
    screen.switch_page(f"pages/{page}.py")
    for key, value in address.items():
        screen.query_params[key] = value
    checked(screen.run())
    for name in choices(screen):
        before = places(screen)
        if name not in before:
            continue   # an answer to another took it away
        answer(screen, name)
        now = places(screen)
        moved = [other for other, place in before.items() if now.get(other, place) != place]
        assert not moved, f"{name} moves {moved}"
