"""The only reader of the clock."""
from datetime import timedelta

import pytest

from pages.parts.visit import clock


def test_the_time_is_london_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time carries its zone, in summer an hour ahead of Greenwich."""
    monkeypatch.setenv(clock.TEST_TIME, "2026-07-01T12:00:00+00:00")
    assert (clock.now().hour, clock.now().utcoffset()) == (13, timedelta(hours=1))


def test_a_time_without_a_zone_is_taken_as_london_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test may write the time as a clock on the wall shows it."""
    monkeypatch.setenv(clock.TEST_TIME, "2026-11-23T10:00")
    assert clock.now().isoformat() == "2026-11-23T10:00:00+00:00"


def test_without_the_variable_the_clock_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real time has a zone and does not go back."""
    monkeypatch.delenv(clock.TEST_TIME, raising=False)
    assert clock.now().utcoffset() is not None
    assert clock.ticks() <= clock.ticks()
