"""What a visit leaves behind on the server once its tab is closed: nothing."""
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import server

from tests.browser.driving import Visit, serve

SCRIPT = '''
import streamlit as st
import witness
st.session_state.setdefault("answers", witness.Answers())
st.title("A visit")
st.image('<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40"/></svg>',
         alt="A dark rectangle")
st.download_button("Save the document", b"%PDF-1.4 about a child", "paper.pdf", "application/pdf", on_click="ignore")
'''
WITNESS = '''
"""Counts what is left, from inside the server."""
import gc
from starlette.responses import JSONResponse
from starlette.routing import Route
from streamlit.runtime import Runtime

class Answers:
    """Stands for what somebody has told us."""

async def left(request):
    media = Runtime.instance().media_file_mgr
    answers = sum(type(thing) is Answers for thing in gc.get_objects())
    return JSONResponse({"answers": answers, "files": list(media._file_metadata)})

ROUTE = Route("/left", left)
'''
TTL = 1
"""Seconds a lost connection may take to come back, here; a deployment has 60."""
ROUND = 0.5
"""Seconds between two rounds of the housekeeper, here; a deployment has 5."""
GONE_WITHIN = TTL + 3 * ROUND + 5
"""Seconds after which nothing may be left: the time to come back, three rounds, and patience with a busy machine."""


@pytest.fixture(scope="module")
def watched_app(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small app whose server can say what it still holds."""
    folder = tmp_path_factory.mktemp("watched")
    (folder / "witness.py").write_text(WITNESS, encoding="utf-8")
    script = folder / "watched.py"
    script.write_text(SCRIPT, encoding="utf-8")
    settings = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(TTL), server.ROUND: str(ROUND)}
    with serve(script, routes="witness.ROUTE", **settings) as address:
        yield address


def left(address: str) -> dict[str, object]:
    """What the server still holds: how many visits' answers, and which files."""
    with urllib.request.urlopen(f"{address}/left", timeout=5) as answer:
        return dict(json.load(answer))


def eventually(is_so: Callable[[], bool], seconds: float) -> bool:
    """Whether something becomes so within this time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if is_so():
            return True
        time.sleep(0.1)
    return False


def test_a_closed_visit_leaves_memory_without_anybody_else_coming(visit: Visit, watched_app: str) -> None:
    """Once a tab is closed its answers and its document are gone after the time to come back and three rounds."""
    page = visit(watched_app)
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save the document").click()
    assert Path(saving.value.path()).read_bytes() == b"%PDF-1.4 about a child"
    address = saving.value.url
    before = left(watched_app)
    assert before["answers"] == 1
    assert before["files"] != []
    visit.close()
    assert eventually(lambda: left(watched_app) == {"answers": 0, "files": []}, seconds=GONE_WITHIN)
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(address, timeout=5)


def test_an_open_visit_keeps_its_document(visit: Visit, watched_app: str) -> None:
    """The housekeeper takes nothing from somebody who is still there while another visit ends."""
    staying, leaving = visit(watched_app), visit(watched_app)
    assert left(watched_app)["answers"] == 2
    leaving.close()
    assert eventually(lambda: left(watched_app)["answers"] == 1, seconds=GONE_WITHIN)
    staying.wait_for_timeout(4 * ROUND * 1000)
    with staying.expect_download() as saving:
        staying.get_by_role("button", name="Save the document").click()
    assert Path(saving.value.path()).read_bytes() == b"%PDF-1.4 about a child"
