"""The draft: what is kept, what is deleted, what a stored one must be like to be taken over."""
import json
from datetime import datetime, timedelta

import pytest
import streamlit as st

from decision.case import Case, Child
from exports.details import Details
from pages.parts.visit import draft
from pages.parts.visit.clock import LONDON

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def _no_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test starts with an empty session."""
    monkeypatch.setattr(st, "session_state", {})


def stored(**more: object) -> str:
    """A draft as the browser keeps it, with parts replaced."""
    draft.keep(case=Case(children=(Child(label="A", age_years=7),)), progress=draft.Progress(seen=("safety",)))
    return json.dumps({**json.loads(draft.to_json(draft.case(), draft.details(), draft.progress(), NOW)), **more})


def test_a_first_answer_gets_a_reference_without_meaning() -> None:
    """The reference is random, holds no letter that is easily mistaken, and stays the same afterwards."""
    draft.keep(case=Case(danger="no"))
    reference = draft.case().reference
    assert len(reference) == 6
    assert not set(reference) & set("0O1IL")
    draft.keep(case=draft.case().model_copy(update={"danger": "yes"}))
    assert draft.case().reference == reference


def test_a_stored_draft_comes_back_whole() -> None:
    """Answers, names and progress are the same after a refresh."""
    text = stored()
    before = (draft.case(), draft.details(), draft.progress())
    draft.forget()
    assert draft.restore(text, NOW + timedelta(hours=11)) == NOW
    assert (draft.case(), draft.details(), draft.progress()) == before


def test_a_draft_is_dropped_after_twelve_hours() -> None:
    """An old one is refused with words, and nothing of it is taken over."""
    text = stored()
    draft.forget()
    with pytest.raises(draft.DraftProblem, match="12 hours"):
        draft.restore(text, NOW + timedelta(hours=12, minutes=1))
    assert draft.blank()


def test_an_old_draft_goes_even_if_it_cannot_be_read() -> None:
    """Twelve hours hold for every draft whose time can be read; only a younger one is put aside."""
    text = stored(case={"children": 7})
    with pytest.raises(draft.DraftProblem, match="12 hours") as caught:
        draft.restore(text, NOW + timedelta(hours=13))
    assert caught.value.unread is None
    with pytest.raises(draft.DraftProblem, match="save them as a file") as caught:
        draft.restore(text, NOW)
    assert caught.value.unread == "unreadable"


@pytest.mark.parametrize("ahead", [timedelta(minutes=6), timedelta(days=30), timedelta(days=900_000)])
def test_a_draft_from_the_future_is_not_taken(ahead: timedelta) -> None:
    """A clock was wrong, so nobody knows how old it is: it is put aside, and the page says why."""
    text = stored(saved_at=(NOW + ahead).isoformat())
    draft.forget()
    with pytest.raises(draft.DraftProblem, match="has not come yet") as caught:
        draft.restore(text, NOW)
    assert caught.value.unread == "clock"
    assert draft.blank()


def test_two_servers_may_differ_by_some_minutes() -> None:
    """A draft that is a little ahead is taken."""
    assert draft.restore(stored(), NOW - timedelta(minutes=4)) == NOW


@pytest.mark.parametrize("newer", [
    {"format": "windscreen-draft/99"}, {"case": {"format": "windscreen-case/99"}},
    {"details": {"format": "windscreen-details/99"}}, {"format": "windscreen-draft/99", "saved_at": 7},
])
def test_a_draft_of_a_newer_version_says_so(newer: dict[str, object]) -> None:
    """It may be whole, so it is put aside and not called broken."""
    text = stored(**newer)
    draft.forget()
    with pytest.raises(draft.DraftProblem, match="newer version") as caught:
        draft.restore(text, NOW)
    assert caught.value.unread == "newer"
    assert draft.blank()


@pytest.mark.parametrize("text", [
    "", "{", "[]", "null", '{"format": "windscreen-draft/1"}', '{"format": "other"}', "{}",
    '{"format": "windscreen-draft/2", "format": "windscreen-draft/2"}',
    json.dumps({"format": "windscreen-draft/1", "saved_at": "yesterday", "case": {}, "details": {}, "progress": {}}),
    json.dumps({"format": "windscreen-draft/1", "saved_at": "2026-11-23T10:00:00", "case": {}, "details": {},
                "progress": {}}),
])
def test_a_draft_that_cannot_be_read_is_refused(text: str) -> None:
    """Whatever the browser hands over, the page starts empty and says so."""
    with pytest.raises(draft.DraftProblem, match="could not read") as caught:
        draft.restore(text, NOW)
    assert caught.value.unread == "unreadable"
    assert draft.blank()


def test_a_refused_draft_is_not_repeated() -> None:
    """The message holds nothing of what was stored."""
    text = stored(case={"children": "Child A has red hair"})
    draft.forget()
    with pytest.raises(draft.DraftProblem) as caught:
        draft.restore(text, NOW)
    assert "red hair" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_deleting_leaves_nothing() -> None:
    """Answers, names, progress and what was typed are gone, and every widget gets a new key."""
    draft.keep(case=Case(danger="no"), details=Details())
    draft.start({"page": {"note": "typed"}})
    key = draft.widget_key("note")
    draft.forget()
    assert draft.blank()
    assert draft.widget_key("note") != key
    assert "typed" not in repr(st.session_state)


@pytest.mark.parametrize("unsent", [None, "text", [], {"page": "text"}, {"page": None}])
def test_unsent_text_of_another_shape_is_left_out(unsent: object) -> None:
    """What the browser hands over is not trusted."""
    draft.start(unsent)
    st.session_state[draft.PAGE] = "page"
    assert draft.unsent() == {}


def test_text_not_sent_belongs_to_its_page() -> None:
    """What was typed on one page is offered there and nowhere else, until it is sent."""
    draft.start({"check where 0": {"relationship": "Tutor"}})
    st.session_state[draft.PAGE] = "check who 0"
    assert draft.unsent() == {}
    st.session_state[draft.PAGE] = "check where 0"
    assert draft.unsent() == {"relationship": "Tutor"}
    draft.drop_unsent("check where 0")
    assert draft.unsent() == {}
