"""Sentences that the app says, by key: each that the code names is there, and each that is there is said somewhere."""
import re
from typing import get_args

import pytest

from decision.entitled import Why
from decision.path import AgreementState
from decision.settle import LISTED
from decision.then import WHOSE_YES
from guidance.check import ROOT
from tests.decision.every import all_packs
from tests.decision.strategies import PACKS

NAMED = re.compile(r"[\"']((?:now|then|settle|headline|ask|open|reason)\.[a-z0-9_.{}]+)[\"']")
NOT_SHOWN_YET = ("then.level",)
"""Sentences for pages that are being written."""


def named_in_code() -> set[str]:
    """The keys of sentences that the code names; where a part is filled in, as a pattern in braces."""
    files = (path for part in ("decision", "pages", "exports") for path in (ROOT.parent / part).rglob("*.py"))
    return {key for path in files for key in NAMED.findall(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("name", all_packs())
def test_every_sentence_that_the_code_names_is_there(name: str) -> None:
    """A key that the pack lacks would stop the page; what is filled into a key has a sentence for each value."""
    keys = set(all_packs()[name].national.sentence)
    filled = {f"then.state.{state}" for state in get_args(AgreementState)} | {
        f"then.not_counted.{why}" for why in get_args(Why)} | {f"settle.look_{where}" for where in LISTED} | {
        f"then.state.ask{own}{lead}" for own in WHOSE_YES.values() for lead in ("", "_after_lead")} | {
        f"headline.{whose}{says}" for whose in ("worker", "adult", "each") for says in ("", "_says")}
    assert {key for key in named_in_code() if "{" not in key} - keys == set()
    assert filled - keys == set()


def test_every_sentence_is_said_somewhere() -> None:
    """A sentence that nothing says is a promise that nobody keeps."""
    literal = {key for key in named_in_code() if "{" not in key}
    patterns = [re.compile(re.sub(r"\\\{.*?\\\}", r"[a-z_]+", re.escape(key))) for key in named_in_code() if "{" in key]
    assert {key for key in PACKS.national.sentence if key not in literal and key not in NOT_SHOWN_YET
            and not any(pattern.fullmatch(key) for pattern in patterns)} == set()
