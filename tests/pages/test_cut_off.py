"""A run that Streamlit cuts off in the middle: what was being taken over counts all the same."""
import pytest
from streamlit.runtime.scriptrunner import RerunData, RerunException

from pages.parts import leaving


def test_a_callback_that_is_cut_off_is_done_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit drops the rest of a callback where another run is asked for meanwhile; the change still counts."""
    tries: list[int] = []

    def cut_once(page: object) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise RerunException(RerunData())

    monkeypatch.setattr(leaving, "_collect", cut_once)
    with pytest.raises(RerunException):
        leaving.collect(object())  # type: ignore[arg-type]
    assert len(tries) == 2
