"""What the hardened server adds around Streamlit, asked directly, without a browser."""
import asyncio
import base64
import gzip
import hashlib
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import server
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import Message, Receive, Scope, Send
from streamlit import net_util
from streamlit.web.server.server_util import is_url_from_allowed_origins

from guidance.places import PACKS
from tests.made_up import made_up_root, replace

EMERGENCY = SimpleNamespace(says="Ring & say <where> you are.", dial=lambda: SimpleNamespace(dial="999"))
POLICE = SimpleNamespace(dial=lambda: SimpleNamespace(dial="101"))
FINDER = SimpleNamespace(name="Find <a> council", web=(SimpleNamespace(at="https://example.org/?a=1&b=2"),))
PAGE = server.front_page(EMERGENCY, POLICE, FINDER)


async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
    """Stands for Streamlit: a document at /media, its page everywhere else, all mounted below the base path."""
    path = Request(scope).url.path.removeprefix(BELOW)
    scope["root_path"] = BELOW   # as Starlette's Mount does, in the very scope that came in
    if path.startswith("/media/"):
        await PlainTextResponse("a document")(scope, receive, send)
    elif path == "/broken":
        await HTMLResponse("an error", 500)(scope, receive, send)
    else:
        await HTMLResponse("Streamlit's page", headers={"etag": "old", "last-modified": "before"})(scope, receive, send)


WAYS = ("bare", "base", "root")
"""At the top (also behind a proxy that strips its prefix), below `server.baseUrlPath`, and below a `root_path`."""


@pytest.fixture(params=WAYS, autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every test of this file is run in each of the ways in which the app can be reached."""
    way = str(request.param)
    if way == "base":
        option = server.config.get_option
        monkeypatch.setattr(server.config, "get_option",
                            lambda name: "/windscreen/" if name == "server.baseUrlPath" else option(name))
    monkeypatch.setattr(sys.modules[__name__], "BELOW", "" if way == "bare" else "/windscreen")
    monkeypatch.setattr(sys.modules[__name__], "ROOT_PATH", "/windscreen" if way == "root" else "")
    return way


BELOW = ROOT_PATH = ""


def ask(path: str, accept: str = "") -> tuple[int, dict[str, str], bytes]:
    """The status, headers and body with which the hardened server answers a GET, below what the test is run under."""
    messages: list[Message] = []
    scope = {
        "type": "http", "method": "GET", "path": f"{BELOW}{path}", "root_path": ROOT_PATH, "query_string": b"",
        "server": ("127.0.0.1", 80), "headers": [(b"accept-encoding", accept.encode())],
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        messages.append(message)

    asyncio.run(server.Harden(streamlit, PAGE)(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in messages[0]["headers"]}
    return messages[0]["status"], headers, b"".join(message.get("body", b"") for message in messages[1:])


def test_the_front_page_speaks_before_any_script() -> None:
    """The emergency number is the first thing to press in the whole file, and no script stands before it; the numbers
    are links, and what packs say is escaped, in the root that Streamlit later fills."""
    page = PAGE.decode()
    root = page.split('<div id="root">')[1].split("<script")[0]
    assert '<html lang="en-GB" spellcheck="false" ' in page
    assert page.index("tel:999") < page.index("<script")
    assert page.index("tel:999") == page.index('href="tel:') + len('href="')
    for part in ('<a href="tel:999">999</a>', '<a href="tel:101">101</a>', "Ring &amp; say &lt;where&gt; you are.",
                 'href="https://example.org/?a=1&amp;b=2" rel="noreferrer">Find &lt;a&gt; council</a>'):
        assert part in root
    assert "agent" not in page
    assert "<title>Windscreen</title>" in page
    assert page.count("<script") == (server.STATIC / "index.html").read_text().count("<script")


def test_without_a_page_that_finds_councils_the_police_are_named_all_the_same() -> None:
    """Packs that hold no such page are packs too."""
    page = server.front_page(EMERGENCY, POLICE).decode()
    assert '<a href="tel:101">101</a>' in page
    assert "GOV.UK" not in page


def test_another_version_of_streamlit_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """If Streamlit's page no longer has what is replaced, the server says so and does not start."""
    (tmp_path / "index.html").write_text("<html><title>New</title></html>", encoding="utf-8")
    monkeypatch.setattr(server, "STATIC", tmp_path)
    with pytest.raises(ValueError, match="has to be adapted"):
        server.front_page(EMERGENCY, POLICE)


def test_the_policy_names_each_inline_script_and_allows_no_eval() -> None:
    """Scripts come from here, by hash or as a blob; there is no eval, no inline script, no frame, no other host."""
    policy = dict(part.split(" ", 1) for part in server.policy(b"<script>\n  go()\n</script>").split("; "))
    expected = base64.b64encode(hashlib.sha256(b"\n  go()\n").digest()).decode()
    assert policy["script-src"] == f"'self' 'sha256-{expected}' blob:"
    assert policy["default-src"] == policy["frame-ancestors"] == policy["object-src"] == "'none'"
    assert "http" not in " ".join(policy.values())


@pytest.mark.parametrize("path", ["/", "/media/paper.pdf", "/_stcore/metrics", "/broken"])
def test_every_answer_carries_the_headers(path: str) -> None:
    """Pages, documents, refusals and errors alike: no framing, no sniffing, no referrer, own window, a policy."""
    headers = ask(path)[1]
    assert headers["content-security-policy"] == server.policy(PAGE)
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"


@pytest.mark.parametrize("path", [
    "/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/interact", "/_stcore/upload_file/a/b",
    "/_stcore/script-health-check", "/_stcore/metrics/", "/check/_stcore/metrics", "//_stcore//metrics",
])
def test_a_back_door_is_closed(path: str) -> None:
    """Counters, agent interface and upload address answer 404 without Streamlit being asked."""
    status, _, body = ask(path)
    assert status == 404
    assert b"Streamlit" not in body


def test_a_document_is_never_kept() -> None:
    """A document passes through unchanged, and neither browser nor proxy may keep it."""
    status, headers, body = ask("/media/paper.pdf", accept="gzip")
    assert (status, body) == (200, b"a document")
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("accept", ["", "gzip, br"])
def test_our_page_takes_the_place_of_streamlits(accept: str) -> None:
    """Whatever address is asked for, the page is ours, whole, described truly, and asked for anew each time."""
    status, headers, body = ask("/check", accept)
    assert status == 200
    assert (gzip.decompress(body) if accept else body) == PAGE
    assert headers["content-length"] == str(len(body))
    assert ("content-encoding" in headers) == bool(accept)
    assert headers["cache-control"] == "no-store"
    assert not {"etag", "last-modified"} & set(headers)


@pytest.mark.parametrize("path", ["/healthz", "/metrics", "/windscreens", "/pages/check", "/index.html", "/check/more",
                                  "/windscreen/check"])
def test_an_address_that_is_none_says_so(path: str) -> None:
    """A monitor that asks for something else is not told that all is well; a person still sees the emergency number."""
    status, _, body = ask(path)
    assert status == 404
    assert body == PAGE


def test_every_page_is_an_address_at_its_base_path_too() -> None:
    """With and without the slash behind the base path, and each page below it, answer 200."""
    assert "/check" in server.addresses()
    assert [path for path in ("/", "", *server.addresses()) if (path or BELOW) and ask(path)[0] != 200] == []


def test_an_error_keeps_its_own_words() -> None:
    """A page that is not a success is not replaced, so nobody is told that all is well."""
    assert ask("/broken")[2] == b"an error"


def test_streamlits_files_are_sent_compressed() -> None:
    """A script is sent compressed to who can read that, may be kept, and is byte for byte what Streamlit ships."""
    path = next(path for path in server.assets() if path.endswith(".js"))
    status, headers, body = ask(path, accept="gzip")
    assert status == 200
    assert gzip.decompress(body) == server.assets()[path].read_bytes()
    assert headers["content-encoding"] == "gzip"
    assert headers["content-type"].startswith("text/javascript")
    assert "immutable" in headers["cache-control"]


def test_only_listed_files_are_read() -> None:
    """An address that climbs out of Streamlit's folder is not among the files that are read from disk."""
    assert all(file.is_relative_to(server.STATIC) for file in server.assets().values())
    assert not any(".." in path for path in server.assets())
    assert "/static/../../config.toml" not in server.assets()


def test_anything_but_http_passes_untouched() -> None:
    """A WebSocket reaches Streamlit as it came."""
    seen: list[Scope] = []

    async def inner(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope)

    scope = {"type": "websocket", "path": "/_stcore/stream"}
    asyncio.run(server.Harden(inner, PAGE)(scope, None, None))
    assert seen == [scope]


def test_the_app_is_the_whole_app() -> None:
    """What `streamlit run server.py` serves is app.py beside it, with its pages, wrapped in the hardening."""
    assert server.app.script_path == server.APP
    assert server.APP.is_file()
    assert [entry.cls for entry in server.middleware()] == [server.Harden]


def test_a_stranger_does_not_make_the_server_ask_around(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection from a foreign page is refused without a request to any other host."""
    asked: list[str] = []
    monkeypatch.setattr(net_util, "_make_blocking_http_get", lambda url, timeout: asked.append(url))
    assert not is_url_from_allowed_origins("https://stranger.example")
    assert asked == []


def test_broken_packs_stop_the_server_with_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the packs cannot be used the process ends with the list of what to mend."""
    def refuse(*_: object) -> None:
        raise server.PackError([])

    monkeypatch.setattr(server, "load_packs", refuse)
    with pytest.raises(SystemExit, match="cannot be used"):
        server.middleware()


@pytest.mark.parametrize(("said", "seconds"), [(None, 5.0), ("", 5.0), ("0.5", 0.5), ("60", 60.0)])
def test_the_round_of_the_housekeeper_is_a_setting(
    monkeypatch: pytest.MonkeyPatch, said: str | None, seconds: float
) -> None:
    """Without a setting it is five seconds, and a closed visit is gone in time."""
    monkeypatch.delenv(server.ROUND, raising=False)
    if said is not None:
        monkeypatch.setenv(server.ROUND, said)
    assert server.house_round() == seconds


@pytest.mark.parametrize("said", ["0", "0.09", "-1", "nan", "inf", "61", "often"])
def test_a_round_of_the_housekeeper_that_cannot_be_stops_the_server(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    """A pause that is no number, that never ends, or that is too long or too short ends the process with words."""
    monkeypatch.setenv(server.ROUND, said)
    with pytest.raises(SystemExit, match=f"from 0.1 to 60 seconds. It is '{said}'"):
        server.house_round()


@pytest.mark.parametrize("said", ["option", "environment"])
def test_the_packs_may_lie_in_another_folder(said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-- --packs DIR` or the environment, which is where the pages look: the number is that of the folder's pack."""
    root = made_up_root(tmp_path)
    monkeypatch.setenv(PACKS, str(root) if said == "environment" else "")
    monkeypatch.setattr(sys, "argv", ["server.py", *(["--packs", str(root)] if said == "option" else [])])
    replace(root / "national/contacts.yaml", "In danger, ring 999.", "In danger, ring 999 before all else.")

    (middleware,) = server.middleware()
    assert b"In danger, ring 999 before all else." in middleware.kwargs["page"]
    assert os.environ[PACKS] == str(root)


def test_a_folder_without_packs_ends_the_start_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never an app without areas because of a slip in a path."""
    monkeypatch.setenv(PACKS, str(tmp_path / "nowhere"))

    with pytest.raises(SystemExit, match="There is no pack in this folder"):
        server.middleware()
