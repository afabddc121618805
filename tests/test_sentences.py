"""Words have one home: the engine names keys, the catalogue has their sentences, each is there, and each is said."""
import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from decision.case import NotSureWhy, OwnView
from decision.consistency import EVENTS
from decision.entitled import Why
from decision.lint_words import What
from decision.not_asked import RINGS_TO_ASK
from decision.path import AgreementState
from decision.settle import LISTED
from decision.spoken import ON_THE_FACE
from decision.then import WHOSE_YES
from decision.timescales import UNITS
from guidance.vocabulary import (
    OUTCOMES, Answer, Basis, BodyPlace, Door, EventName, HeldBackWhy, SightFact, TimeKind,
)
from guidance.words import BEFORE_BIRTH, ours

ROOT = Path(__file__).parents[1]
KEY = re.compile(r"[a-z_]+(\.[a-z0-9_{}]+)+")
ID = re.compile(r"[\w.:/+*=\[\]{}()^$?,#%@&<>!|'\"-]*")
"""What an id, a key of a catalogue, a format or a mark looks like: nothing in it is parted by a space."""
WORD = re.compile(r"[A-Za-z]{2,}")


@cache
def tree(file: Path) -> ast.Module:
    """The syntax tree of a file, read once."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def files(*packages: str) -> list[Path]:
    """Every Python file of some packages."""
    return sorted(file for package in packages for file in (ROOT / package).rglob("*.py"))


def texts(file: Path) -> Iterator[tuple[int, str]]:
    """The line and the words of each text in a file, of one that is put together what stands fast in it.

    Left out: docstrings and notes below constants, and patterns that read what somebody typed.
    """
    skipped = {id(node.value) for node in ast.walk(tree(file)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("re.compile", "re.sub", "re.search"):
            skipped |= {id(part) for part in ast.walk(node.args[0])}
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.lineno, node.value


@pytest.mark.parametrize("file", files("decision"), ids=lambda file: file.name)
def test_the_engine_holds_no_sentence(file: Path) -> None:
    """No text in `decision` is more than an id, a key or a mark: what is said stands in the catalogue."""
    said = [(line, text) for line, text in texts(file)
            if WORD.search(text) and not ID.fullmatch(text)]
    assert said == []


SAID = re.compile(r"[A-Z“‘].*\s|.*[a-z][.?!’”](\s|$)", re.DOTALL)
"""How words that a person reads begin or end; keys, classes and addresses of a page do neither."""
ON_PAGES = {
    "Start, number": "what the browser's copy calls a page",
    "Each step says its answers in words, except the last one, which shows them.": "told to whoever writes a step",
    "Two steps of the questions have the same ": "told to whoever writes a step",
}


@pytest.mark.parametrize("file", [*files("pages"), ROOT / "app.py"], ids=lambda file: file.name)
def test_a_page_holds_no_sentence(file: Path) -> None:
    """What a page says stands in the catalogue; markup, style rules and what a log is told are no words of a page."""
    said = [(line, text) for line, text in texts(file)
            if SAID.match(text) and not ID.fullmatch(text) and text not in ON_PAGES and not re.search(r"[<>{}%]", text)]
    assert said == []


NAMED = re.compile(r"%[-#_0]?[aAbBchpxX]")
"""Formats in which Python names a month, a weekday or a half of the day, or writes as the machine is set up."""
IN_WORDS = re.compile(r"\s*(and|or)\s*|[,;] ")
MANY = {"s", "es", "ies"}
"""What English puts behind a thing of which there are several."""
CODE = [file for file in (*files("guidance", "decision", "exports", "pages"), ROOT / "app.py")
        if file != ROOT / "guidance/words/forms.py"]
NOT_READ = {"guidance/words/__init__.py", "pages/parts/visit/draft.py"}
"""Files that join with a comma: forms.py builds on the one, and the other writes JSON."""


def test_days_are_named_in_one_place() -> None:
    """The name of a month or weekday comes from the catalogue, also in what stands in a terminal."""
    named = [(file.name, node.lineno) for file in CODE for node in ast.walk(tree(file))
             if (isinstance(node, ast.Attribute) and node.attr == "strftime")
             or (isinstance(node, ast.FormattedValue) and node.format_spec and NAMED.search(key(node.format_spec)))]
    assert named == []


def test_lists_are_formed_in_one_place() -> None:
    """No list that somebody reads is joined by hand, since "and" and the marks between differ between languages."""
    joined = [(file.name, node.lineno) for file in CODE if str(file.relative_to(ROOT)) not in NOT_READ
              for node in ast.walk(tree(file))
              if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join"
              and IN_WORDS.fullmatch(key(node.func.value))]
    assert joined == []


def test_several_of_a_thing_are_named_in_one_place() -> None:
    """No "s" is put behind a word by hand: the catalogue has the words for one and for several."""
    by_hand = [(file.name, node.lineno) for file in CODE for node in ast.walk(tree(file))
               if isinstance(node, ast.IfExp) and {key(node.body), key(node.orelse)} & MANY]
    assert by_hand == []


def test_a_first_letter_is_made_large_or_small_in_one_place() -> None:
    """`capital` and `mid` of forms.py do it: what begins a sentence is written in another way in other languages."""
    by_hand = [(file.name, node.lineno) for file in CODE if file != ROOT / "guidance/words/__init__.py"
               for node in ast.walk(tree(file))
               if isinstance(node, ast.Attribute) and node.attr in ("upper", "lower")
               and isinstance(node.value, ast.Subscript) and isinstance(node.value.slice, ast.Slice)
               and ast.unparse(node.value.slice) == ":1"]
    assert by_hand == []


def filled_in(text: str) -> set[str]:
    """The names in braces of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def calls() -> Iterator[tuple[Path, ast.Call]]:
    """Every place where the code says something from the catalogue."""
    for file in files("guidance", "decision", "exports", "pages"):
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "say":
                yield file, node


def test_what_is_filled_in_is_what_the_sentence_has_room_for() -> None:
    """A name too few stops the page, and a name too many is a word that nobody reads."""
    wrong = [(file.name, call.lineno, key) for file, call in calls()
             if isinstance(call.args[0], ast.Constant) and (key := call.args[0].value)
             and not any(word.arg is None for word in call.keywords)
             and {word.arg for word in call.keywords} != filled_in(ours()[key])]
    assert wrong == []


def named() -> set[str]:
    """Whatever in the code looks like a key; where a part of one is filled in, with braces in its place."""
    found = set()
    for file in (*files("guidance", "decision", "exports", "pages"), ROOT / "app.py", ROOT / "server.py"):
        for node in ast.walk(tree(file)):
            found.add(key(node))
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "counted":
                found |= {f"{key(node.args[0])}.{many}" for many in ("one", "many")}
    return {text for text in found if KEY.fullmatch(text)}


def key(node: ast.AST) -> str:
    """The text of a node; of one that is put together, with braces where a part is filled in; empty for no text."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def pattern(named_key: str) -> re.Pattern[str]:
    """What a key with a part filled in stands for."""
    return re.compile(re.escape(named_key).replace(r"\{\}", "[a-z0-9_]*"))


def test_every_sentence_is_said_somewhere() -> None:
    """A sentence that nothing says is a promise that nobody keeps. One that stands in the place of another before a
    birth is said where that one is."""
    whole = named()
    patterns = [pattern(one) for one in whole if "{" in one]
    usual = {one: one.removeprefix(BEFORE_BIRTH) for one in ours()}
    assert {one for one, said in usual.items() if not {one, said} & whole
            and not any(each.fullmatch(one) or each.fullmatch(said) for each in patterns)} == set()


def test_a_key_that_is_put_together_has_a_sentence_for_each_value() -> None:
    """What is filled into a key comes from a closed list, and each of its values has its sentence."""
    filled = {f"then.state.{state}" for state in get_args(AgreementState)} | {
        f"then.not_counted.{why}" for why in get_args(Why)} | {
        f"settle.{how}_{where}" for how in ("look", "in") for where in LISTED} | {
        f"then.state.ask{own}{lead}" for own in WHOSE_YES.values() for lead in ("", "_after_lead")} | {
        f"headline.{whose}{says}" for whose in ("worker", "adult", "each") for says in ("", "_says")}
    filled |= {f"ring.calm.{calm}" for calm in (*OUTCOMES[:4], "next_step", "refused")}
    filled |= {f"people.lead.{outcome}" for outcome in OUTCOMES} | {
        f"own_view{choice}.{view}" for choice in ("", ".choice") for view in get_args(OwnView)}
    filled |= {f"domain.{ring}" for ring in RINGS_TO_ASK} | {f"sight.{change}" for change in get_args(SightFact)}
    filled |= {f"{part}.{event}" for part in ("event", "before") for event in get_args(EventName)}
    filled |= {f"unit.{kind}.{many}" for kind in UNITS for many in ("one", "many")}
    filled |= {f"time.{kind}" for kind in get_args(TimeKind) if kind not in UNITS}
    filled |= {f"spoken.hour.{hour}" for hour in range(12)} | {f"spoken.minutes.{minute}" for minute in ON_THE_FACE}
    filled |= {f"form.month.{number}" for number in range(1, 13)} | {f"form.weekday.{number}" for number in range(1, 8)}
    filled |= {f"value.{value}" for values in (Answer, NotSureWhy, Basis, BodyPlace, HeldBackWhy)
               for value in get_args(values)} | {f"value.basis.{basis}" for basis in get_args(Basis)} | {
        f"fits.event.{event}" for event in EVENTS}
    filled |= {f"lint.words.{what}" for what in get_args(What)} | {
        f"lint.{kind}.{door}" for kind in ("numbered", "unnumbered") for door in get_args(Door)}
    assert filled - set(ours()) == set()
