"""Writes a plain script that draws the same widgets as a page of ours, with none of our code behind them.

It is made from what the page really sent to the browser, so it keeps up with the page, and draws every element of it:
style sheets too, which Streamlit puts into a place of their own. `write_twin` puts empty pages beside it, of the same
names, so that its links are links between pages as well.
"""
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from pyarrow import ipc

from tests.bench.visitor import Drawn, _data

HEAD = "import pandas as pd\nimport streamlit as st\nst.set_page_config(page_title='Twin')\n"

ELEMENTS: dict[str, Callable[[Any, str], str]] = {
    "markdown": lambda e, key: f"markdown({e.body!r}, unsafe_allow_html={e.allow_html})",
    "html": lambda e, key: f"html({e.body!r})",
    "heading": lambda e, key: f"header({e.body!r}, anchor=False)",
    "text": lambda e, key: f"text({e.body!r})",
    "alert": lambda e, key: f"info({e.body!r})",
    "page_link": lambda e, key: f"page_link({_page(e)}, label={e.label!r}, query_params={_query(e)})",
    "radio": lambda e, key: f"radio({e.label!r}, {_options(e)!r}, index=None, key={key!r})",
    "selectbox": lambda e, key: f"selectbox({e.label!r}, {_options(e)!r}, index=None, key={key!r})",
    "multiselect": lambda e, key: f"multiselect({e.label!r}, {_options(e)!r}, key={key!r})",
    "button_group": lambda e, key: f"pills({e.label!r}, {[o.content for o in e.options]!r}, key={key!r})",
    "checkbox": lambda e, key: f"checkbox({e.label!r}, key={key!r})",
    "text_input": lambda e, key: f"text_input({e.label!r}, key={key!r})",
    "text_area": lambda e, key: f"text_area({e.label!r}, key={key!r})",
    "number_input": lambda e, key: f"number_input({e.label!r}, value=None, key={key!r})",
    "date_input": lambda e, key: f"date_input({e.label!r}, value=None, key={key!r})",
    "time_input": lambda e, key: f"time_input({e.label!r}, value=None, key={key!r})",
    "date_time_input": lambda e, key: f"datetime_input({e.label!r}, value=None, key={key!r})",
    "button": lambda e, key: (
        f"form_submit_button({e.label!r}, key={key!r})" if e.is_form_submitter else f"button({e.label!r}, key={key!r})"
    ),
    "download_button": lambda e, key: f"download_button({e.label!r}, b'x', key={key!r})",
    "table": lambda e, key: f"table(pd.DataFrame({_cells(e)!r}))",
    "imgs": lambda e, key: f"image({_picture(e)!r})",
    "bidi_component": lambda e, key: f"KINDS[{e.component_name!r}](key={key!r}, data={_data(e)!r})",
}


STYLES = 2
"""The place of what shows nothing: Streamlit puts HTML there by itself if it is style and nothing else."""


def write_twin(script: Path, drawn: Drawn, pages: Path) -> None:
    """The script as a file, with an empty page beside it for each page in `pages`."""
    script.write_text(twin(drawn), encoding="utf-8")
    beside = script.parent / "pages"
    beside.mkdir()
    for page in pages.glob("*.py"):
        (beside / page.name).touch()


def twin(drawn: Drawn) -> str:
    """The script. Elements of a kind that is not listed become a line of text with their name."""
    names: dict[tuple[int, ...], str] = {(0,): "st", (STYLES,): "st"}
    lines = [HEAD, *_kinds(drawn)]
    for number, (path, delta) in enumerate(sorted(drawn.items())):
        parent = names.get(path[:-1])
        if parent is None:
            continue
        if delta.WhichOneof("type") == "add_block":
            names[path] = f"box{number}"
            lines.append(f"box{number} = {parent}.{_box(delta.add_block, f'box{number}')}")
        elif delta.WhichOneof("type") == "new_element":
            kind = delta.new_element.WhichOneof("type") or "empty"
            draw = ELEMENTS.get(kind, lambda element, key: f"text({key!r})")
            call = draw(getattr(delta.new_element, kind), f"{kind}_{number}")
            lines.append(call if call.startswith("KINDS") else f"{parent}.{call}")
    return "\n".join(lines) + "\n"


def _box(block: Any, key: str) -> str:
    kind = block.WhichOneof("type")
    if kind == "expandable":
        return f"expander({block.expandable.label!r})"
    if kind == "form":
        return f"form({key!r})"
    return f"container(key={key!r})" if block.id else "container()"


def _kinds(drawn: Drawn) -> list[str]:
    """Registrations of the same small scripts that the page brings along."""
    found = {
        delta.new_element.bidi_component.component_name: delta.new_element.bidi_component
        for delta in drawn.values() if delta.new_element.bidi_component.id
    }
    return ["KINDS = {", *(
        f"  {name!r}: st.components.v2.component({name!r}, js={c.js_content!r}, html={c.html_content!r}, "
        f"css={c.css_content!r})," for name, c in found.items()
    ), "}"]


def _page(element: Any) -> str:
    """Another page of the script's own, or the script itself, as Streamlit is told of it."""
    return repr(f"pages/{element.page}.py") if element.page else "__file__"


def _query(element: Any) -> dict[str, str]:
    return dict(parse_qsl(element.query_string))


def _options(element: Any) -> list[str]:
    return [str(option) for option in element.options]


def _cells(element: Any) -> dict[str, list[Any]]:
    """The table as it was sent."""
    return dict(ipc.open_stream(element.arrow_data.data).read_all().to_pydict())


def _picture(element: Any) -> str:
    """A drawing as long as the one that was sent."""
    return f'<svg xmlns="http://www.w3.org/2000/svg"><title>{"x" * len(element.imgs[0].url)}</title></svg>'
