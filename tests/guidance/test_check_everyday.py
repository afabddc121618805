"""Everyday words that would find nothing are told, and a national pack of before there were any is still read."""
from datetime import date
from pathlib import Path

import pytest

from guidance.check import check
from guidance.folder import NATIONAL, read_folder
from guidance.formats import FORMAT
from tests.made_up import append, made_up_root, replace, tiny_national

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(("entry", "says"), [
    ("- {name: lost, said: [astray], means: [helicopter]}\n", 'No sign or statement has the words "helicopter"'),
    ("- {name: none, said: [to the], means: [mark]}\n", 'Nothing is left of "to the"'),
])
def test_what_would_find_nothing_is_a_warning(tmp_path: Path, entry: str, says: str) -> None:
    """Meanings that no pack has, and words that a search leaves out; the pack works all the same."""
    root = made_up_root(tmp_path)
    assert not [problem for problem in check(TODAY, root).problems if problem.kind == "everyday"]
    append(root / "national/everyday_words.yaml", entry)
    result = check(TODAY, root)
    assert [says in problem.says for problem in result.problems if problem.kind == "everyday"] == [True]
    assert not result.errors()


def test_a_topic_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    """As everywhere: the id is looked up in the national topics."""
    root = made_up_root(tmp_path)
    append(root / "national/everyday_words.yaml", "- {name: x, said: [x], means: [mark], topics: [nowhere]}\n")
    assert any("nowhere" in problem.says for problem in check(TODAY, root).errors())


def test_the_file_is_there_from_format_4_on(tmp_path: Path) -> None:
    """Without it a pack of today is not whole; one of an older format never had it."""
    folder = tiny_national(tmp_path)
    (folder / "everyday_words.yaml").unlink()
    missing = [problem for problem in read_folder(folder, NATIONAL).problems if problem.kind == "missing_file"]
    assert ["everyday_words.yaml" in problem.file for problem in missing] == [True]
    replace(folder / "national.yaml", FORMAT, "windscreen-pack/3")
    older = read_folder(folder, NATIONAL)
    assert not [problem for problem in older.problems if problem.kind == "missing_file"]
