"""What a paper prints stands in the catalogue: no label, and no piece of a sentence, stands beside what it labels.

A label is one word as often as a sentence, so this looks for more than tests/test_sentences.py does on pages: any text
with a capital letter, or with two words. `no_labels` knows by kind what nobody reads, `NO_LABEL` word by word.
"""
import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_sentences import ROOT, WORD, files, texts, tree

LABEL = re.compile(r"[A-Z]|[A-Za-z]{2,}\s|\s[A-Za-z]{2,}")
TOLD_TO_CODERS = ("ValueError", "KeyError", "TypeError", "RuntimeError")
"""Errors that only whoever writes code can meet; what a user reads comes as a kind of its own."""
NO_LABEL = {
    "not known": "what a case keeps as the answer, so it never changes with the words",
    "general practice": "a setting of a role, as packs write it",
    "Europe/London": "a place by which Python knows the time", "PNG": "a kind of picture",
    "-//Windscreen//EN": "by this a calendar knows who wrote a file", "PRIVATE": "a class of the calendar's format",
}
BY_NATURE = {
    "exports/__main__.py": "told to whoever uses the command",
    "exports/windscreen_svg.py": "markup and the names of fonts",
    "exports/windscreen_parts.py": "letters by how wide they are",
    "exports/hiding/hold_places.py": "why an answer cannot be held back is told to whoever writes code",
    "exports/hiding/places.py": "words by which a place is known in what somebody typed",
    "exports/hiding/source_names.py": "patterns by which a name is known in what somebody typed",
    "exports/hiding/source_words.py": "words by which a name is known in what somebody typed",
}
"""Files with words that are read, or read by nobody but us, and never said."""
PAPERS = [file for file in files("exports") if (ROOT / "exports/pdf") not in file.parents]
"""Every file of the papers but those that write the inside of a PDF, which say nothing that anybody reads."""


def no_labels(file: Path) -> set[str]:
    """Texts that nobody reads: names of types and of a module's own parts, roles in the tree of a PDF, errors of ours.
    """
    parts: list[ast.AST] = []
    for node in ast.walk(tree(file)):
        match node:
            case ast.Call(func=ast.Attribute(attr="add")):
                parts += [*node.args[:1], *(word.value for word in node.keywords if word.arg == "scope")]
            case ast.Call(func=ast.Name(id="hasattr" | "getattr" | "Element")):
                parts += node.args
            case ast.AnnAssign(annotation=ast.AST() as kind) | ast.arg(annotation=ast.AST() as kind):
                parts.append(kind)
            case ast.FunctionDef(returns=ast.AST() as kind):
                parts.append(kind)
            case ast.Subscript(value=ast.Name(id="tuple" | "dict" | "Literal" | "Annotated" | "Callable")):
                parts.append(node.slice)
            case ast.Assign(targets=[ast.Name(id="__all__")]):
                parts.append(node.value)
            case ast.Raise(exc=ast.Call(func=ast.Name(id=name))) if name in TOLD_TO_CODERS and node.exc:
                parts.append(node.exc)
    return {text.value for part in parts for text in ast.walk(part)
            if isinstance(text, ast.Constant) and isinstance(text.value, str)}


def labels(file: Path) -> Iterator[tuple[int, str]]:
    """The line and words of each label that stands in the code of a file."""
    left_out = no_labels(file)
    for line, text in texts(file):
        if WORD.search(text) and LABEL.search(text) and text not in left_out | NO_LABEL.keys():
            yield line, text


def name(file: Path) -> str:
    """A file's path below the root, as the list has it."""
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", [file for file in PAPERS if name(file) not in BY_NATURE], ids=name)
def test_a_paper_holds_no_label(file: Path) -> None:
    """Each label of a paper is said from the catalogue."""
    assert list(labels(file)) == []


def test_what_is_excused_is_there() -> None:
    """A file and a word leave their lists when they go, so that nothing comes back unseen."""
    assert {name for name in BY_NATURE if not any(labels(ROOT / name))} == set()
    assert NO_LABEL.keys() <= {text for file in PAPERS for _, text in texts(file)}


def test_a_label_of_one_word_is_found(tmp_path: Path) -> None:
    """The search finds what it is for: a word, a sentence, and a piece of one that is put together."""
    file = tmp_path / "paper.py"
    file.write_text('"""A note."""\nROW = ("Name", f"Child {1}", "by word of mouth", "key.of_one", "id_of_one")\n')
    assert [text for _, text in labels(file)] == ["Name", "by word of mouth", "Child "]
