"""The hardened way to serve the app, for oneself or behind a TLS proxy: `streamlit run server.py` (docs/deploy.md).

Around Streamlit it puts response headers, a page that names the emergency number before any script has arrived,
compressed files, closed back doors, and a housekeeper who lets nothing about a closed visit stay in memory.
"""
import asyncio
import base64
import contextlib
import functools
import gc
import gzip
import hashlib
import html
import importlib
import os
import re
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config, net_util
from streamlit.file_util import get_static_dir
from streamlit.runtime import Runtime

from guidance.load import load_packs
from guidance.models import Contact
from guidance.places import PACKS, ROOT, packs_option
from guidance.problems import PackError
from guidance.words import say

APP = Path(__file__).parent / "app.py"
STATIC = Path(get_static_dir())
ROUND = "WINDSCREEN_ROUND"
"""Environment variable: seconds between two rounds of the housekeeper, 5 without it (docs/deploy.md)."""

SHORTEST_ROUND, LONGEST_ROUND = 0.1, 60.0
"""Seconds. Shorter ones would take the processor's time; a closed visit stays in memory for up to three rounds."""

CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/upload_file", "/_stcore/script-health-check")
"""Paths of Streamlit that this app does not use: they count visits, offer a second way in, or carry a session's key."""

SQUEEZED = {".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml"}
"""Kinds of file that are worth sending compressed, with their media type; fonts and pictures already are."""

UNCHECKED = 'spellcheck="false" writingsuggestions="false" autocorrect="off"'
"""What the page asks of the browser for every field from the first moment on; store.js asks it field by field."""

FINDER = "find_council"
"""What the national contact is for that leads to the number of any council."""

COLLECT = (20_000, 10, 10)
"""When Python looks for what is left in circles: a run of a page makes some ten thousand objects that go by themselves,
and a look at every 700 of them cost a twentieth of the server's time. The housekeeper looks whenever a visit ends."""

WARM = ("pandas", "plotly.graph_objects", "decision.assess", "exports.make")
"""Imported before the first visitor comes, so that nobody waits for them."""


FIRST_LOOK = (
    "body{margin:0}#first{font:18px/1.45 sans-serif;color:#10181c}"
    "#first>*{margin:0;padding:.6rem max(1.25rem,50% - 35rem)}"
    "#first>div{max-width:46rem}#first>p{background:#8c1d1d;color:#fff;font-weight:700}"
    "#first>p a{color:#fff;font-size:1.3em;margin-left:.25rem}"
    "#first h1{font-size:1.85rem;margin:.5rem 0}#first li{margin:.5rem 0}#first a{color:#0b3c4d}"
    "#first>p a,#first li a{display:inline-block;min-height:1.8em}"
    ".late{animation:late 0s 8s backwards}@keyframes late{from{visibility:hidden}}"
)
"""How the first words look while there is no style of ours. Their second half comes late, when nothing else has."""

WITHOUT_SCRIPTS = ".late{animation:none}.soon{display:none}"
"""Where no script will run, nothing is awaited."""


def front_page(emergency: Contact, police: Contact, finder: Contact | None = None) -> bytes:
    """Streamlit's one HTML file with our language, our title, and the emergency number before any script.

    `emergency` and `police` are the national contacts to ring in immediate danger and without it; `finder` leads to the
    number of any council. All else on the page waits for scripts; these words do not, and Streamlit replaces them when
    the app appears. Where it does not appear, without scripts at once and else after some seconds, whom to ring is
    added.
    """
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    look = f"<style>{FIRST_LOOK}</style><noscript><style>{WITHOUT_SCRIPTS}</style></noscript>"
    for pattern, words in (
        (r'<html lang="en">', f'<html lang="en-GB" {UNCHECKED}>'),
        (r"<title>.*?</title>", f"<title>Windscreen</title>{look}"),
        (r'<link rel="service-desc"[^>]*>', ""),
        (r"<!--.*?-->", ""),
        (r"<noscript>\s*<p>.*?</noscript>", ""),
        (r'<div id="root"></div>', f'<div id="root">{_first_words(emergency, police, finder)}</div>'),
    ):
        parts = re.split(pattern, page, flags=re.DOTALL)
        if len(parts) == 1:
            raise ValueError(f"this version of Streamlit has no {pattern} in its page: server.py has to be adapted")
        page = words.join(parts)
    scripts = re.findall(r"<script.*?</script>", page, flags=re.DOTALL)
    page = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    return page.replace("</body>", f"{''.join(scripts)}</body>").strip().encode()


def _first_words(emergency: Contact, police: Contact, finder: Contact | None) -> str:
    """The line for danger, the name of the page, and whom to ring where nothing more appears."""
    page = finder.web[0].at if finder and finder.web else ""
    link = f'<a href="{html.escape(page)}" rel="noreferrer">{html.escape(finder.name)}</a>' if finder and page else ""
    lines = (say("first_words.council", page=link) if link else "", say("first_words.police", number=_rings(police)),
             f"{_rings(emergency)}: {html.escape(emergency.says)}")
    listed = "".join(f"<li>{line}</li>" for line in lines if line)
    return (f'<main id="first"><p>{say("strip.danger")} {_rings(emergency)}</p><div><h1>Windscreen</h1>'
            f'<p class="soon">{say("first_words.loading")}</p><div class="late"><p>{say("first_words.no_script")}</p>'
            f"<ul>{listed}</ul></div></div></main>")


def _rings(contact: Contact) -> str:
    number = contact.dial()
    dial = html.escape(number.dial if number else "")
    return f'<a href="tel:{dial}">{dial}</a>'


def policy(page: bytes) -> str:
    """The content security policy for this page: its inline scripts by their hash, no eval, nothing from elsewhere.

    `blob:` is how Streamlit loads the small scripts that pages bring along; style attributes are how it draws.
    """
    inline = re.findall(rb"<script>(.*?)</script>", page, flags=re.DOTALL)
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'" for text in inline)
    return "; ".join((
        "default-src 'none'", f"script-src 'self' {hashes} blob:", "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self'", "manifest-src 'self'",
        "media-src 'self'", "worker-src 'self' blob:", "frame-src 'none'", "frame-ancestors 'none'",
        "base-uri 'none'", "form-action 'none'", "object-src 'none'",
    ))


@functools.cache
def assets() -> dict[str, Path]:
    """Address → file for every file of Streamlit's that is sent compressed. Only what is listed here is ever read."""
    return {f"/{file.relative_to(STATIC).as_posix()}": file for file in STATIC.rglob("*") if file.suffix in SQUEEZED}


@functools.cache
def addresses() -> frozenset[str]:
    """The addresses of the app's pages. Streamlit answers any other with its page too, as if all were well there."""
    return frozenset({"/", *(f"/{file.stem}" for file in APP.with_name("pages").glob("*.py"))})


@functools.cache
def squeezed(path: str) -> bytes:
    """One of the `assets`, compressed. Kept: each is compressed once a process, and there are only so many."""
    return gzip.compress(assets()[path].read_bytes(), compresslevel=6, mtime=0)


class Harden:
    """ASGI middleware: closes back doors, sends compressed files and our front page, and sets the headers."""

    def __init__(self, app: ASGIApp, page: bytes) -> None:
        self.app = app
        self.page = page
        self.headers = {
            "Content-Security-Policy": policy(page),
            "X-Frame-Options": "DENY",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; anything but HTTP passes untouched."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = bare_path(scope)
        if closed(path):
            await PlainTextResponse("Not found", 404)(scope, receive, self._dressed(path, scope, send))
        elif path in assets() and _takes_gzip(scope):
            response = await _squeezed_response(path)
            await response(scope, receive, self._dressed(path, scope, send))
        else:
            await self.app(scope, receive, self._dressed(path, scope, send))

    def _dressed(self, path: str, scope: Scope, send: Send) -> Send:
        """`send`, with our headers on every answer and our front page in place of Streamlit's.

        `path` is the bare one as it was asked for: what is mounted below a base path changes the scope on its way.
        """
        page = gzip.compress(self.page, mtime=0) if _takes_gzip(scope) else self.page
        ours = False

        async def dressed(message: Message) -> None:
            nonlocal ours
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.headers)
                if path.startswith("/media/"):
                    headers["Cache-Control"] = "no-store"
                if message["status"] == 200 and headers.get("content-type", "").startswith("text/html"):
                    ours = True
                    message["status"] = 200 if path in addresses() else 404
                    _describe(headers, page, compressed=page is not self.page)
            elif ours and not message.get("more_body"):
                message = {"type": "http.response.body", "body": page}
            elif ours:
                return
            await send(message)

        return dressed


def bare_path(scope: Scope) -> str:
    """The path of a request as Streamlit's own names have it: below no base path, whoever put one in front of it.

    A base path is `server.baseUrlPath`, or the `root_path` of a proxy or mount; a proxy that strips its prefix sends
    none. A path that is not below it stays as it is.
    """
    path = str(scope["path"])
    for base in (scope.get("root_path", ""), config.get_option("server.baseUrlPath") or ""):
        prefix = f"/{base.strip('/')}"
        if prefix != "/" and (path == prefix or path.startswith(f"{prefix}/")):
            path = path.removeprefix(prefix) or "/"
    return path


def closed(path: str) -> bool:
    """Whether a bare path leads to one of the back doors, at the top or, as a link of a page has it, further down."""
    tidy_path = re.sub("/+", "/", path).lower()
    return any(door in tidy_path for door in CLOSED)


def _takes_gzip(scope: Scope) -> bool:
    return "gzip" in Headers(scope=scope).get("accept-encoding", "")


def _describe(headers: MutableHeaders, page: bytes, *, compressed: bool) -> None:
    """Make the headers of a file that Streamlit read from disk fit our page, which is never kept by the browser."""
    for name in ("etag", "last-modified", "content-encoding"):
        if name in headers:
            del headers[name]
    headers["Content-Length"] = str(len(page))
    headers["Cache-Control"] = "no-store"
    headers["Vary"] = "Accept-Encoding"
    if compressed:
        headers["Content-Encoding"] = "gzip"


async def _squeezed_response(path: str) -> Response:
    """One of the `assets` as an answer. The names of these files change with their content, so browsers keep them."""
    keep = "no-cache" if path == "/manifest.json" else "public, immutable, max-age=31536000"
    return Response(
        await asyncio.to_thread(squeezed, path),
        headers={"Content-Encoding": "gzip", "Cache-Control": keep, "Vary": "Accept-Encoding"},
        media_type=SQUEEZED[assets()[path].suffix],
    )


def tidy(runtime: Runtime) -> bool:
    """Let go of every visit whose connection has not come back in time. True if there was one.

    Streamlit forgets an expired visit only when another one ends, and keeps its files if it was pushed out by others;
    this looks after both. It reads private attributes of Streamlit, which tests/test_server.py holds to the pinned
    version.
    """
    sessions: Any = runtime._session_mgr
    storage, media = sessions._session_storage, runtime.media_file_mgr
    expired = [info.session for _, info in storage._cache.expire()]
    for session in expired:
        session.shutdown()
        session.session_state.clear()
    known = {info.session.id for info in sessions.list_sessions()}
    orphans = [key for key in tuple(media._files_by_session_and_coord) if key not in known]
    for key in orphans:
        media.clear_session_refs(key)
    return bool(expired or orphans)


def house_round() -> float:
    """Seconds between two rounds of the housekeeper. Ends the process where the environment asks for what cannot be."""
    said = os.environ.get(ROUND) or "5"
    try:
        seconds = float(said)
    except ValueError:
        seconds = 0.0
    if not SHORTEST_ROUND <= seconds <= LONGEST_ROUND:   # in this order "nan" is refused too
        raise SystemExit(f"{ROUND} must be from {SHORTEST_ROUND:g} to {LONGEST_ROUND:g} seconds. It is {said!r}.")
    return seconds


async def keep_house(pause: float) -> None:
    """Tidy after each pause; after a find, clear files for two rounds: Streamlit deletes a download at the second."""
    rounds = 0
    while True:
        await asyncio.sleep(pause)
        runtime = Runtime.instance()
        rounds = 2 if tidy(runtime) else rounds
        if rounds:
            rounds -= 1
            runtime.media_file_mgr.remove_orphaned_files()
            gc.collect()


@contextlib.asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[dict[str, Any]]:
    """Warm up before the first visitor; keep house until the server stops."""
    for module in WARM:
        importlib.import_module(module)
    gc.set_threshold(*COLLECT)
    gc.freeze()   # modules and packs stay for good: the collector need not walk through them at every visit
    housekeeper = asyncio.create_task(keep_house(PAUSE))
    yield {}
    housekeeper.cancel()


def middleware() -> list[Middleware]:
    """What stands around Streamlit. The number on the front page is the national contact for immediate danger.

    `streamlit run server.py -- --packs DIR` takes the packs of a folder; the pages find it in the environment. Packs
    that cannot be used end the process here, with the list of what to mend and no traceback.
    """
    chosen, _ = packs_option(Path(os.environ.get(PACKS) or ROOT)).parse_known_args(sys.argv[1:])
    if chosen.packs != ROOT:
        os.environ[PACKS] = str(chosen.packs)
    try:
        national = load_packs(chosen.packs).national
    except PackError as error:
        raise SystemExit(str(error)) from None
    named = {contact.id: contact for contact in national.contacts}
    finder = next((contact for contact in national.contacts if FINDER in contact.purpose), None)
    return [Middleware(Harden, page=front_page(named[national.emergency], named[national.police], finder))]


PAUSE = house_round()
net_util._external_ip = ""   # else Streamlit asks an outside service for our address whenever a stranger knocks
app = st.App(APP, middleware=middleware(), lifespan=lifespan)
