"""The hardened server in a real Chromium: everything the pages use works under its content security policy."""
import contextlib
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.driving import SERVER, WIDTHS, Visit, axe, barriers, overflow, serve, settle
from tests.browser.stripping import stripped

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


WAYS = ("top", "base", "stripped")
"""At the top of a host, below `server.baseUrlPath`, and behind a proxy that strips a prefix."""


@contextlib.contextmanager
def reached(script: Path, way: str) -> Iterator[str]:
    """The address at which a script that is served in one of these ways can be reached."""
    settings = {"STREAMLIT_SERVER_BASE_URL_PATH": "windscreen"} if way == "base" else {}
    with serve(script, **settings) as address:
        if way == "stripped":
            with stripped(urlsplit(address).port or 0) as below:
                yield below
        else:
            yield address


@pytest.fixture(scope="module", params=WAYS)
def small_app(request: pytest.FixtureRequest, chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small app that uses every kind of element our pages use, in each of the ways."""
    script = tmp_path_factory.mktemp("small") / "small.py"
    script.write_text(SCRIPT, encoding="utf-8")
    with reached(script, request.param) as address:
        yield address


@pytest.fixture(scope="module", params=WAYS)
def whole_app(request: pytest.FixtureRequest, chromium: str) -> Iterator[str]:
    """The address of the app itself, in each of the ways."""
    with reached(SERVER, request.param) as address:
        yield address


def asked(address: str) -> tuple[int, dict[str, str], bytes]:
    """The status, headers (in small letters) and body of a GET that reads compressed answers."""
    try:
        with urlopen(Request(address, headers={"Accept-Encoding": "gzip"}), timeout=10) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()
    except HTTPError as error:
        return error.code, {name.lower(): value for name, value in error.headers.items()}, error.read()


@pytest.mark.parametrize("door", [
    "/_stcore/metrics", "/%5fstcore/metrics", "/_stcore/metrics/", "/_stcore/agent/openapi.json",
    "/_stcore/upload_file/a/b", "/%5Fstcore/upload_file/a/b", "/_stcore/script-health-check", "/healthz", "/nowhere",
])
def test_what_is_closed_is_closed_in_every_way(whole_app: str, door: str) -> None:
    """Counters, agent, upload, the script's check and an address that is none answer 404 with every header."""
    status, headers, _ = asked(f"{whole_app}{door}")
    assert status == 404
    assert headers["x-frame-options"] == "DENY"
    assert "unsafe-eval" not in headers["content-security-policy"]


def test_pages_and_files_come_compressed_in_every_way(whole_app: str) -> None:
    """The page is ours and is not kept, its main script is small, and a document is never kept."""
    for page in ("/", "/check", "/check?step=signs"):
        status, headers, body = asked(f"{whole_app}{page}")
        assert (status, headers["cache-control"], headers["content-encoding"]) == (200, "no-store", "gzip")
        assert b"tel:999" in gzip.decompress(body)
    script = re.search(rb'src="\.?/(static/js/index[^"]+)"', gzip.decompress(body))
    assert script
    status, headers, body = asked(f"{whole_app}/{script[1].decode()}")
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert len(body) < 200_000
    assert asked(f"{whole_app}/media/nothing.pdf")[1]["cache-control"] == "no-store"


def test_a_journey_in_every_way(visit: Visit, whole_app: str) -> None:
    """A deep link opens its page with the number to ring, links stay below the base path, and a reload, another page
    and the way back lose no answer, neither what was sent nor what was only typed.
    """
    page = visit(f"{whole_app}/check?step=safety", apart=True)
    expect(page.locator('.danger a[href="tel:999"]')).to_be_visible()
    page.locator("label").filter(has_text="At home").first.click()
    page.get_by_role("button", name="Continue", exact=True).first.click()
    page.locator("summary").filter(has_text="how you know the child").click()
    known = page.get_by_label("How do you know the child")
    known.fill("Tutor")
    page.wait_for_timeout(150)
    beneath = page.url
    assert beneath.startswith(f"{whole_app}/check?step=")
    settle(page).reload()
    settle(page)
    expect(known).to_have_value("Tutor")
    page.get_by_role("link", name="Look up", exact=True).first.click()
    page.wait_for_url(f"{whole_app}/look_up**")
    expect(settle(page).locator("h1")).to_have_text("Look up")
    page.reload()
    settle(page).goto(beneath)
    settle(page)
    expect(known).to_have_value("Tutor")
    assert json.loads(page.evaluate("sessionStorage.getItem('windscreen.draft')"))["case"]["where_now"][
        "place"] == "home"
    assert page.locator('[data-testid="stException"]').count() == 0


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
        '<html lang="en-GB"><title>Barriers</title><link rel="icon" href="data:,">'
        '<main data-testid="stException"><h1>Barriers</h1>'
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
