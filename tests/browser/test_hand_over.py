"""In a real Chromium: a file arrives whatever others do, is never saved behind the cover, and leaves nothing behind."""
import asyncio
import json
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import server
from playwright.sync_api import Download, Page, expect

from decision.case import Case
from tests.bench.delayed import delayed
from tests.bench.visitor import Visitor
from tests.browser.driving import SERVER, Visit, serve, settle
from tests.browser.keeping import with_case

BUTTON = "Download the PDF"
CASE = Case(home_area="central_bedfordshire", reference="HANDED")
SCRIPT = '''
import time
import streamlit as st
import witness
from pages.parts import browser
from pages.parts.shell.hand_over import hand_over
st.title("Files")
browser.hide_button()
st.session_state.setdefault("presses", 0)

def large():
    return witness.MARK[::-1] * (3_000_000 // len(witness.MARK))

def slow():
    time.sleep(1.5)
    return "slow"

def wrong():
    st.session_state.presses += 1
    if st.session_state.presses == 1:
        raise ValueError("Zofia")
    return "right"

if st.query_params.get("keep"):
    st.session_state.kept = large()
hand_over("large", "Large file", large, "large.bin", "application/octet-stream")
hand_over("slow", "Slow file", slow, "slow.txt", "text/plain")
hand_over("wrong", "Wrong file", wrong, "wrong.txt", "text/plain")
'''
WITNESS = '''
"""Counts, from inside the server, what still holds a file: bytes, letters they travel in, messages."""
import base64
import gc
from google.protobuf.message import Message
from starlette.responses import JSONResponse
from starlette.routing import Route

MARK = b"elif eht fo trap a si siht    "
PARTS = (MARK[::-1], base64.b64encode(MARK[::-1] * 3))

def holds(thing):
    if isinstance(thing, str):
        thing = thing.encode(errors="replace") if len(thing) > 100_000 else b""
    if isinstance(thing, (bytes, bytearray)):
        return len(thing) > 100_000 and any(part in thing for part in PARTS)
    return isinstance(thing, Message) and thing.ByteSize() > 100_000 and holds(thing.SerializeToString())

def everything():
    """Every object, also within what the collector does not look at."""
    gc.unfreeze()
    gc.collect()
    waiting, seen = gc.get_objects(), {}
    while waiting:
        for one in gc.get_referents(waiting.pop()):
            if id(one) not in seen and not gc.is_tracked(one):
                seen[id(one)] = one
                waiting.append(one)
    return seen.values()

async def left(request):
    return JSONResponse(sum(holds(one) for one in everything()))

ROUTE = Route("/left", left)
'''
TTL = 1
"""Seconds a lost connection may take to come back, here; a deployment has 60."""
ROUND = 0.5
"""Seconds between two rounds of the housekeeper, here; a deployment has 5."""


@pytest.fixture(scope="module")
def files_app(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small app with three files, whose server can say what it still holds."""
    folder = tmp_path_factory.mktemp("files")
    (folder / "witness.py").write_text(WITNESS, encoding="utf-8")
    script = folder / "files.py"
    script.write_text(SCRIPT, encoding="utf-8")
    settings = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(TTL), server.ROUND: str(ROUND)}
    with serve(script, routes="witness.ROUTE", **settings) as address:
        yield address


@pytest.fixture
def others(app_url: str) -> Iterator[None]:
    """Six other visits to the app, each of which runs its page again and again."""
    ended = threading.Event()
    started = threading.Barrier(2)

    async def one() -> None:
        async with Visitor(app_url) as visitor:
            await visitor.open()
            while not ended.is_set():
                await visitor.run()
                await asyncio.sleep(0.15)

    async def all_of_them() -> None:
        tasks = [asyncio.create_task(one()) for _ in range(6)]
        await asyncio.sleep(1)
        started.wait()
        await asyncio.gather(*tasks)

    thread = threading.Thread(target=lambda: asyncio.run(all_of_them()), daemon=True)
    thread.start()
    started.wait(timeout=20)
    yield
    ended.set()
    thread.join(timeout=10)


def press(page: Page, name: str) -> tuple[str, bytes]:
    """Press a button once; the name and the bytes of the file that comes."""
    with page.expect_download(timeout=8_000) as saving:
        page.get_by_role("button", name=name).click()
    return saving.value.suggested_filename, Path(saving.value.path()).read_bytes()


def status(page: Page, words: str) -> None:
    """Wait until a part of the page that is read aloud says this."""
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible(timeout=8_000)


def left(address: str) -> int:
    """How many objects of the server hold the file."""
    with urllib.request.urlopen(f"{address}/left", timeout=10) as answer:
        return int(json.load(answer))


def eventually(is_so: Callable[[], bool], seconds: float) -> bool:
    """Whether something becomes so within this time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if is_so():
            return True
        time.sleep(0.2)
    return False


def test_every_press_gives_the_file_while_others_use_the_app(visit: Visit, app_url: str, others: None) -> None:
    """Six of six, at 0 and at 400 ms, on the first press of a page and on later ones, with the name it has today."""
    for latency in (0, 400):
        with delayed(app_url, latency) as line:
            page = with_case(visit, line, "documents", CASE)
            for _ in range(3):
                name, content = press(page, BUTTON)
                assert (name, content[:5]) == ("HANDED-call_sheet.pdf", b"%PDF-")
                status(page, "Your browser has the file")
                settle(page)
            page.close()


def test_keys_press_it_and_the_focus_stays(visit: Visit, app_url: str) -> None:
    """It is a button for the keyboard and a thumb, and what happens is said where it is read aloud."""
    page = with_case(visit, app_url, "documents", CASE)
    button = page.get_by_role("button", name=BUTTON)
    button.focus()
    for key in ("Enter", "Space"):
        with page.expect_download() as saving:
            page.keyboard.press(key)
        assert saving.value.suggested_filename == "HANDED-call_sheet.pdf"
        settle(page)
        expect(button).to_be_focused()
        expect(button).to_be_enabled()
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44


def test_a_large_file_arrives_and_nothing_holds_it_afterwards(visit: Visit, files_app: str) -> None:
    """Three million bytes come whole; nothing on the server holds them once saved, nor after the tab was closed."""
    page = visit(files_app)
    name, content = press(page, "Large file")
    assert (name, len(content), content[:30]) == ("large.bin", 3_000_000, b"    this is a part of the file")
    status(page, "Your browser has the file")
    settle(page)
    assert eventually(lambda: left(files_app) == 0, 5)
    visit.close()
    assert eventually(lambda: left(files_app) == 0, TTL + 3 * ROUND + 5)


def test_what_a_visit_does_hold_is_found_and_goes_with_it(visit: Visit, files_app: str) -> None:
    """The look at the server's memory sees a file that is kept, and the housekeeper lets go of it."""
    visit(f"{files_app}?keep=1")
    assert left(files_app) > 0
    visit.close()
    assert eventually(lambda: left(files_app) == 0, TTL + 3 * ROUND + 5)


def test_a_tab_closed_while_its_file_is_made_leaves_nothing(visit: Visit, files_app: str) -> None:
    """Also a file that was on its way when the connection went is gone with the visit."""
    page = visit(files_app)
    page.get_by_role("button", name="Large file").click(no_wait_after=True)
    visit.close()
    assert eventually(lambda: left(files_app) == 0, TTL + 3 * ROUND + 8)


def test_a_file_that_cannot_be_made_is_said_and_offered_again(visit: Visit, files_app: str) -> None:
    """The words say so and name no reason that somebody typed; the next press brings it."""
    page = visit(files_app)
    page.get_by_role("button", name="Wrong file").click()
    status(page, "The file could not be made. Press the button again.")
    assert "Zofia" not in page.content()
    assert press(page, "Wrong file") == ("wrong.txt", b"right")


def test_hiding_the_page_drops_a_file_on_its_way(visit: Visit, files_app: str) -> None:
    """While it is made the page says so; behind the cover nothing is saved; afterwards it is offered again."""
    page = visit(files_app)
    saved: list[Download] = []
    page.on("download", lambda one: saved.append(one))
    page.get_by_role("button", name="Slow file").click()
    status(page, "The file is being made")
    page.keyboard.press("Escape")
    page.wait_for_timeout(2_500)
    assert saved == []
    page.keyboard.press("Escape")
    status(page, "The page was hidden, so the file was not saved.")
    assert press(page, "Slow file") == ("slow.txt", b"slow")


def test_deleting_the_answers_drops_a_file_on_its_way(visit: Visit, app_url: str) -> None:
    """Nothing is saved after it, and no word of it stays."""
    with delayed(app_url, 600) as line:
        page = with_case(visit, line, "documents", CASE)
        press(page, BUTTON)
        delete = page.locator('[class*="st-key-w_delete_after_"]').get_by_role("button")
        delete.wait_for()
        settle(page)
        saved: list[Download] = []
        page.on("download", lambda one: saved.append(one))
        page.get_by_role("button", name=BUTTON).click()
        delete.click()
        expect(page.get_by_text("Your answers have been deleted")).to_be_visible(timeout=10_000)
        page.wait_for_timeout(1_500)
        assert saved == []
        expect(page.get_by_role("status").filter(has_text="file")).to_have_count(0)
        page.close()


def test_a_press_works_after_the_server_has_started_again(chromium: str, visit: Visit) -> None:
    """The tab stays open, another process takes over, and the next press gives the file."""
    with serve(SERVER) as address:
        port = int(address.rsplit(":", 1)[1])
        page = with_case(visit, address, "documents", CASE)
        assert press(page, BUTTON)[1].startswith(b"%PDF-")
    with serve(SERVER, port=port):
        settle(page)
        assert press(page, BUTTON)[1].startswith(b"%PDF-")
        visit.errors.clear()   # the browser tells of the connection that it lost
