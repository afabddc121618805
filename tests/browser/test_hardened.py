"""The hardened server in a real Chromium: everything the pages use works under its content security policy."""
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.driving import WIDTHS, Visit, axe, barriers, overflow, serve, settle

SCRIPT = '''
import plotly.graph_objects as go
import streamlit as st
st.set_page_config(page_title="A small app", page_icon="🪟")
kept = st.components.v2.component("kept", js="""
export default function(c) {
  c.setStateValue('kept', {words: sessionStorage.getItem('words') || 'nothing yet'});
  sessionStorage.setItem('words', 'kept in this tab');
}""")
st.title("A small app")
answer = kept(key="kept", on_kept_change=lambda: None, height=1)
st.write("This tab says:", answer.kept["words"] if answer.kept else "")
st.image('<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40"/></svg>',
         alt="A dark rectangle")
st.plotly_chart(go.Figure(go.Scatter(x=[1, 2], y=[2, 1])), alt="A line that falls")
st.download_button("Save the document", b"%PDF-1.4 made up", "paper.pdf", "application/pdf", on_click="ignore")
'''


@pytest.fixture(scope="module")
def small_app(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small app that uses every kind of element our pages use."""
    script = tmp_path_factory.mktemp("small") / "small.py"
    script.write_text(SCRIPT, encoding="utf-8")
    with serve(script) as address:
        yield address


def test_every_kind_of_element_works_under_the_policy(visit: Visit, small_app: str) -> None:
    """A script in a page, a picture, a chart and a download all work, with no complaint and no foreign request."""
    page = visit(small_app, apart=True)
    page.get_by_text("nothing yet").wait_for()
    page.locator(".js-plotly-plot .scatterlayer path").first.wait_for()
    assert page.locator("img").evaluate("picture => picture.naturalWidth") == 60
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save the document").click()
    assert Path(saving.value.path()).read_bytes() == b"%PDF-1.4 made up"
    page.reload()
    settle(page)
    page.get_by_text("kept in this tab").wait_for()


def test_the_emergency_number_does_not_wait_for_scripts(visit: Visit, small_app: str) -> None:
    """With every script of the page held back, the page still shows the number to ring, in British English."""
    page = visit(small_app)
    page.route("**/*.js", lambda route: route.abort())
    page.goto(small_app, wait_until="commit")
    page.get_by_role("link", name="999").wait_for()
    assert page.locator("html").get_attribute("lang") == "en-GB"
    assert axe(page) == []
    visit.errors.clear()


@pytest.mark.parametrize("width", WIDTHS)
def test_an_ordinary_page_has_no_barriers(visit: Visit, small_app: str, width: int) -> None:
    """With our theme Streamlit's own elements have no axe violation, on a telephone or a desktop.

    The width is that of a first load, since a chart is drawn for it.
    """
    page = visit(small_app, width=width)
    page.locator(".js-plotly-plot .scatterlayer path").first.wait_for()
    assert axe(page) == []
    assert overflow(page) <= 2, "Plotly's invisible layer is allowed its two pixels"


def test_a_barrier_is_found(visit: Visit, small_app: str) -> None:
    """A picture without words, pale letters, a line that is too long and an error are each seen at both widths."""
    page = visit(small_app)
    page.set_content(
        '<html lang="en-GB"><title>Barriers</title><main data-testid="stException"><h1>Barriers</h1>'
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="><p style="color: #ccc">Pale</p>'
        '<div style="width: 1400px">Long</div></main></html>'
    )
    found = [line.split(" by ")[0].split(": ")[:2] for line in barriers(page)]
    assert sorted(found) == sorted([["an error is shown"], *([f"at {width}", name] for width in WIDTHS for name in (
        "color-contrast", "image-alt", "too wide"))])


def test_a_stranger_cannot_frame_the_app(visit: Visit, small_app: str) -> None:
    """A page elsewhere that puts the app into a frame is refused by the app's own policy, and shows nothing of it."""
    stranger = visit(small_app).context.new_page()
    with stranger.expect_console_message(lambda said: "frame-ancestors" in said.text):
        stranger.set_content(f"<iframe src={json.dumps(small_app)}></iframe>", wait_until="commit")
    stranger.frames[1].wait_for_url("chrome-error://**")
    assert stranger.frames[1].locator("[data-testid=stApp]").count() == 0
    visit.errors.clear()
