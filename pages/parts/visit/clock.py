"""The only reader of the clock. Everything below `pages` is given the time."""
import os
import time
from datetime import datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
TEST_TIME = "WINDSCREEN_NOW"
"""Environment variable with an ISO time: stops the clock there. For tests only."""


def now() -> datetime:
    """The time in Europe/London, with its zone."""
    fixed = os.environ.get(TEST_TIME)
    if not fixed:
        return datetime.now(LONDON)
    moment = datetime.fromisoformat(fixed)
    return moment.replace(tzinfo=LONDON) if moment.tzinfo is None else moment.astimezone(LONDON)


def ticks() -> float:
    """Seconds that only ever grow, for measuring a wait; no time of day."""
    return time.monotonic()
