"""The documents of ours: each file declares one, and what is wrong in a file is said in words."""
from pathlib import Path

import pytest

from guidance.our_documents import SHELF, our_document, our_documents
from guidance.problems import PackError


def test_every_file_declares_a_document_under_its_own_name() -> None:
    """No list names them: the id is the name of the file, and each has a title and a sentence."""
    assert set(our_documents()) == {path.stem for path in SHELF.glob("*.yaml")}
    assert {"referral", "call_sheet", "early_help_assessment"} <= set(our_documents())
    for id_, document in our_documents().items():
        assert (document.id, document.title.strip(), document.says[-1]) == (id_, document.title, ".")


def test_the_documents_of_another_folder_are_found_too(tmp_path: Path) -> None:
    """A file put into a folder is a document, without a change anywhere else."""
    (tmp_path / "sample_note.yaml").write_text("title: Note\nsays: A note.\n")
    assert [(one.id, one.title, one.says) for one in our_documents(tmp_path).values()] == [
        ("sample_note", "Note", "A note.")]


@pytest.mark.parametrize(("text", "message"), [
    ("title: Note\n", '"says" is missing'), ("title: Note\nsays: A.\nid: other\n", 'There is no key "id" here'),
    ("- one\n", "This should be an entry with keys"), ("title: [Note\n", "bracket"),
])
def test_a_file_that_cannot_be_read_says_what_to_mend(tmp_path: Path, text: str, message: str) -> None:
    """Like any file of a pack: which one, where, and what to write instead."""
    (tmp_path / "sample_note.yaml").write_text(text)
    with pytest.raises(PackError, match=r"sample_note\.yaml") as raised:
        our_documents(tmp_path)
    assert message in str(raised.value)


def test_a_paper_without_a_file_says_which_file_is_missing() -> None:
    """Whoever adds the module alone is told what else it takes."""
    with pytest.raises(LookupError, match=r"write guidance/our_documents/next_note\.yaml"):
        our_document("next_note")
