"""Measures what docs/measure.md describes and prints one table: `python -m tests.bench.bench_speed`.

Everything is measured in the same run on the same machine; only ratios and counts travel to another one.
"""
import argparse
import asyncio
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from decision.assess import assess, decide
from decision.case import Case, Child, Finding, SignAnswer
from decision.formats import DRAFT, current
from decision.known import read
from exports.details import Details
from guidance.load import load_packs
from guidance.packs import AreaPack, Packs
from pages.parts.visit.draft import Progress
from tests.bench.twin import write_twin
from tests.bench.visitor import Drawn, Visitor
from tests.browser.conftest import ARGUMENTS
from tests.browser.driving import ROOT, SERVER, SETTLED, Address, serve
from tests.steps import STEPS

NOW = datetime(2026, 11, 20, 10, 5, tzinfo=UTC)
TURNS = 5
"""How often pages that are compared take turns; the first turn warms up and does not count."""

AN_ORDINARY_STEP = "step=children"

LOADING = """
import re, time
import guidance.load
held = lambda: int(re.search("VmRSS:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024
before, start = held(), time.perf_counter()
guidance.load.load_packs()
print(time.perf_counter() - start, held() - before)
"""
EMPTY = "import streamlit as st\nst.write('Nothing')\n"


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visits", type=int, default=200, help="visits at once in the load test; 0 leaves it out")
    parser.add_argument("--reruns", type=int, default=30, help="runs of each page a turn")
    chosen = parser.parse_args()
    packs = load_packs()
    area = max(packs.areas.values(), key=lambda pack: len(pack.indicators))
    rows = [
        *engine(packs, area), *loading(), *first_load(),
        *server(packs, area, chosen.reruns), *(load(chosen.visits) if chosen.visits else ()),
    ]
    width = max(len(row[0]) for row in rows)
    print(f"{'what':{width}}  {'measured':>14}  target")
    for what, measured, target in rows:
        print(f"{what:{width}}  {measured:>14}  {target}")


Row = tuple[str, str, str]


def sample(area: AreaPack, findings: int) -> Case:
    """A case in this area with so many findings, spread over its levels."""
    needs = [indicator.id for indicator in area.indicators if indicator.kind == "need"]
    step = max(1, len(needs) // findings)
    ticked = tuple(Finding(id=name, about=("A",), basis="seen") for name in needs[::step][:findings])
    return Case(home_area=area.id, children=(Child(label="A", age_years=8),), findings=ticked)


def engine(packs: Packs, area: AreaPack) -> Iterator[Row]:
    """decide() and assess() with 60 findings in the area with most indicators."""
    case = sample(area, 60)
    known = read(case, packs)
    yield "read() of that case", _ms(lambda: read(case, packs), 200), "-"
    yield "decide(), 60 findings, largest pack", _ms(lambda: decide(known, NOW), 200), "1 ms"
    yield "assess(), the same case", _ms(lambda: assess(case, packs, NOW), 50), "30 ms"
    little = sample(area, 1)
    yield "assess(), one finding, all else open", _ms(lambda: assess(little, packs, NOW), 50), "30 ms"


def _ms(call: Callable[[], Any], times: int) -> str:
    call()
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - start)
    return f"{1000 * statistics.median(seconds):.2f} ms"


def loading() -> Iterator[Row]:
    """Loading all packs in a fresh process, after the imports."""
    found = [
        [float(part) for part in subprocess.run(
            [sys.executable, "-c", LOADING], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.split()] for _ in range(5)
    ]
    yield "loading all packs, cold", f"{statistics.median(one[0] for one in found):.2f} s", "1.0 s"
    yield "memory they add", f"{max(one[1] for one in found):.0f} MB", "40 MB"


def server(packs: Packs, area: AreaPack, reruns: int) -> Iterator[Row]:
    """Server CPU of a rerun: pages of ours, the same widgets without our code, and an empty script."""
    kept = _draft(packs, area)
    for name, page, query, target in (
        ("an ordinary step", "check", AN_ORDINARY_STEP, "1.5 x"),
        ("the longest step", "check", "step=know&n=1", "1.5 x"),
        ("the result page", "result", "", "3 x"),
    ):
        drawn, (ours, plain, empty) = _side_by_side(page, query, kept, reruns)
        yield f"{name}: server CPU a run ({len(drawn)} elements)", f"{ours:.1f} ms", "-"
        yield f"{name}: the same widgets without our code", f"{plain:.1f} ms", "-"
        yield f"{name}: an empty script", f"{empty:.1f} ms", "-"
        yield f"{name}: ours against the same widgets", f"{ours / plain:.2f} x", target


def _side_by_side(page: str, query: str, kept: str, reruns: int) -> tuple[Drawn, list[float]]:
    """What the page draws; then milliseconds of server CPU a run: ours, its twin, and an empty script.

    Three servers are up at once and take turns, so that whatever else the machine does falls on all three.
    """
    with serve(SERVER) as ours, tempfile.TemporaryDirectory() as folder:
        drawn = asyncio.run(_open(ours, page, query, kept))
        script, nothing = Path(folder) / "twin" / "twin.py", Path(folder) / "empty.py"
        script.parent.mkdir()
        write_twin(script, drawn, ROOT / "pages")
        nothing.write_text(EMPTY, encoding="utf-8")
        with serve(script) as plain, serve(nothing) as empty:
            turns = asyncio.run(_turns((ours, plain, empty), page, query, kept, reruns))
    return drawn, [statistics.median(times) for times in zip(*turns, strict=True)]


async def _open(address: Address, page: str, query: str, kept: str) -> Drawn:
    async with Visitor(address, kept) as visitor:
        return await visitor.open(page, query)


async def _turns(
    addresses: tuple[Address, ...], page: str, query: str, kept: str, reruns: int
) -> list[list[float]]:
    """For each turn, milliseconds a run at each address; the first address is the one that has the page."""
    where = [(page, query), *[("", "")] * (len(addresses) - 1)]
    number = 0
    turns: list[list[float]] = []
    async with AsyncExitStack() as stack:
        visitors = [await stack.enter_async_context(Visitor(address, kept)) for address in addresses]
        drawn = [await visitor.open(*place) for visitor, place in zip(visitors, where, strict=True)]
        for _ in range(1 + TURNS):
            turn = []
            for at, (visitor, address, place) in enumerate(zip(visitors, addresses, where, strict=True)):
                used = 0.0
                for _ in range(reruns):
                    number += 1
                    await _another_answer(visitor, place, drawn[at], number)
                    before = _cpu(address.pid)
                    await visitor.run(*place)
                    used += _cpu(address.pid) - before
                turn.append(1000 * used / reruns)
            turns.append(turn)
    return turns[1:]


async def _another_answer(visitor: Visitor, place: tuple[str, str], drawn: Drawn, number: int) -> None:
    """Change an answer, so that no run finds what the one before has worked out. A page that has no field of its own is
    left for one that has, and come back to; the short run in which it asks what was left behind is not measured."""
    if place[0] != "result":
        visitor.change(drawn, number)
        return
    visitor.change(await visitor.open("check", AN_ORDINARY_STEP), number)
    await visitor.run("check", AN_ORDINARY_STEP)
    visitor.answered(await visitor.run(*place))


def _draft(packs: Packs, area: AreaPack) -> str:
    """A draft as a browser tab keeps it: no sign is so, every step is behind, and the longest topic was chosen."""
    topics = Counter(topic for indicator in area.indicators for topic in indicator.topics)
    signs = {sign.id: SignAnswer(answer="no") for sign in packs.signs(area.id)}
    case = sample(area, 60).model_copy(update={"signs": signs})
    return json.dumps({
        "format": current(DRAFT), "saved_at": datetime.now(UTC).isoformat(), "case": case.model_dump(mode="json"),
        "details": Details().model_dump(mode="json"),
        "progress": Progress(seen=tuple(STEPS), topics=(topics.most_common(1)[0][0],)).model_dump(mode="json"),
    })


def _cpu(pid: int) -> float:
    """Seconds of processor time that a process has used, to the nanosecond: its own clock, as Linux numbers it."""
    return time.clock_gettime(~pid << 3 | 2)


def load(visits: int, seconds: float = 30.0, every: float = 5.0) -> Iterator[Row]:
    """Many visits, each acting every few seconds; the time from an action to its answer."""
    with serve(SERVER) as address:
        times, errors = asyncio.run(_crowd(address, visits, seconds, every))
    ordered = sorted(times)
    name = f"{visits} visits, each every {every:.0f} s"
    yield f"{name}: p50", f"{1000 * statistics.median(ordered):.0f} ms", "-"
    yield f"{name}: p95", f"{1000 * ordered[int(len(ordered) * 0.95)]:.0f} ms", "400 ms"
    yield "errors among them", str(errors), "0"


async def _crowd(address: str, visits: int, seconds: float, every: float) -> tuple[list[float], int]:
    times: list[float] = []
    all_here = asyncio.Barrier(visits)

    async def one(number: int) -> None:
        async with Visitor(address) as visitor:
            await asyncio.sleep(number / 20)
            await visitor.open("check")
            await asyncio.wait_for(all_here.wait(), 60)
            await asyncio.sleep(every * number / visits)
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                start = time.monotonic()
                await visitor.run("check")
                times.append(time.monotonic() - start)
                await asyncio.sleep(max(0.0, every - (time.monotonic() - start)))

    ended = await asyncio.gather(*(one(number) for number in range(visits)), return_exceptions=True)
    return times, sum(isinstance(one, BaseException) for one in ended)


def first_load() -> Iterator[Row]:
    """What a browser fetches for the front page with nothing kept, and how long that takes on a slow line."""
    chromium = shutil.which("chromium")
    if not chromium:
        yield "first load", "no chromium", "8 s"
        return
    with serve(SERVER) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = browser.new_context().new_page()
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        fetched: list[float] = []
        wire.on("Network.loadingFinished", lambda event: fetched.append(event["encodedDataLength"]))
        wire.send("Network.emulateNetworkConditions", {
            "offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8,
        })
        start = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.get_by_role("link", name="999").first.wait_for()
        number = time.perf_counter() - start
        page.wait_for_selector(SETTLED, state="attached", timeout=120_000)
        text = time.perf_counter() - start
        browser.close()
    yield "first load: bytes over the wire", f"{sum(fetched) / 1e6:.2f} MB", "-"
    yield "first load at 1.6 Mbit/s: the emergency number", f"{number:.1f} s", "-"
    yield "first load at 1.6 Mbit/s: the page", f"{text:.1f} s", "8 s"


if __name__ == "__main__":
    main()
