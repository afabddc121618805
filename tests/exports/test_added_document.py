"""Adding a document touches no file that is there: the one of docs/add_a_document.md, added to a copy of the app."""
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from exports.documents import DOCUMENTS
from guidance.check import check
from tests.made_up import made_up_root, replace

pytestmark = pytest.mark.long
ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/add_a_document.md").read_text(encoding="utf-8")
ID = "next_school_note"
TODAY = date(2026, 11, 21)
FAMILY = """
from exports.blocks import Block, Long, value
from exports.declaration import Document
from exports.material import Material
from guidance.our_documents import our_document


def build(m: Material) -> tuple[Block, ...]:
    return (Long("Child", value(" ".join(m.child_title(child) for child in m.case.children))),
            Long("Why now", value(m.details.narrative.why_now)), Long("Voice", value(m.case.voice.words)))


DOCUMENT = Document(our_document("family_note"), audience="family", build=build,
                    given=("children.label", "details.children.label", "details.children.name"))
"""
LOOK = """
import json, sys
from datetime import date
from pathlib import Path
from exports.documents import DOCUMENTS
from exports.make import make
from guidance.check import check
from pages.parts.papers.detail_sections import sections_for
from tests.exports import samples
from tests.exports.reading import tagged_text, untagged

papers = {id_: make(id_, samples.CASE, samples.DETAILS, samples.DECISION, samples.PACKS, samples.NOW)
          for id_ in sys.argv[2:]}
print(json.dumps({
    "listed": {id_: one.title for id_, one in DOCUMENTS.items()},
    "errors": [str(one) for one in check(date(2026, 11, 21), Path(sys.argv[1])).errors()],
    "asked": {id_: [section.id for section in sections_for(DOCUMENTS[id_])] for id_ in papers},
    "text": {id_: tagged_text(data) for id_, data in papers.items()},
    "untagged": {id_: len(untagged(data)) for id_, data in papers.items()},
}))
"""
"""What the copy of the app says of the documents that were added to it."""


def block(kind: str, mark: str) -> str:
    """The one block of code of the page that holds a text."""
    found = [code for code in re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL) if mark in code]
    assert len(found) == 1
    return str(found[0])


def added(house: Path, id_: str, module: str, words: str) -> None:
    """Write the two files of a document, neither of which was there."""
    for file, text in ((house / f"exports/documents/{id_}.py", module),
                       (house / f"guidance/our_documents/{id_}.yaml", words)):
        assert not file.exists()
        file.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Packs in which an area's form names the document that does not exist yet."""
    root = made_up_root(tmp_path_factory.mktemp("packs"))
    replace(root / "areas/testshire/documents.yaml", "ours: early_help_assessment", f"ours: {ID}")
    return root


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, packs: Path) -> Any:
    """A copy of the app with two documents more, and what it says of them."""
    house = tmp_path_factory.mktemp("house")
    for name in ("exports", "guidance"):
        shutil.copytree(ROOT / name, house / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("decision", "pages", "tests"):
        (house / name).symlink_to(ROOT / name)
    added(house, ID, block("python", "DOCUMENT"), block("yaml", "title:"))
    added(house, "family_note", FAMILY, "title: A note for the family\nsays: What was noticed.\n")
    run = subprocess.run([sys.executable, "-c", LOOK, str(packs), ID, "family_note"], cwd=house, check=False,
                         capture_output=True, text=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_without_the_document_the_pack_is_refused(packs: Path) -> None:
    """An id that no document has is named with its place and what may stand there instead."""
    (message,) = (str(one) for one in check(TODAY, packs).errors() if one.kind == "unknown_ours")
    assert message.startswith("areas/testshire/documents.yaml, line 12 (early_help_form), ours: There is no document "
                              f'of ours "{ID}". Write allegation_referral, call_sheet, ')


def test_a_document_that_is_added_is_listed_and_may_stand_in_a_pack(seen: Any) -> None:
    """Its two files are all that it takes: it is found beside the others, and the check admits its id."""
    assert set(seen["listed"]) == {*DOCUMENTS, ID, "family_note"}
    assert seen["listed"][ID] == "Note for the next school"
    assert seen["errors"] == []


def test_a_document_that_is_added_asks_its_own_sections(seen: Any) -> None:
    """Those that it names; one that names none asks what a referral asks."""
    assert seen["asked"][ID] == ["children", "story", "you"]
    assert "story" in seen["asked"]["family_note"]
    assert "talk" not in seen["asked"]["family_note"]


def test_a_document_that_is_added_is_made(seen: Any) -> None:
    """It makes a tagged PDF of the sample case with its title, its words and the number to ring first."""
    text = seen["text"][ID]
    assert "Note for the next school" in text
    assert "Ring 999 first." in text
    assert "This morning A came in without breakfast" in text
    assert set(seen["untagged"].values()) == {0}


def test_a_paper_for_the_family_that_is_added_gets_what_it_names_alone(seen: Any) -> None:
    """It prints an answer that it was not given as nobody's answer, whatever its module asks for."""
    text = seen["text"]["family_note"]
    assert "Zofia" in text
    assert "breakfast" not in text
    assert "toast" not in text
