"""The documents of ours, a file each: what it is called and what it is for. A pack may write their ids in `ours`.

The name of the file is the id. How a document is built stands in exports/documents under the same id: a pack, and what
reads packs, need to know only that there is one. To add a document, add a file; no list names them.
"""
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from guidance.admit import admit
from guidance.problems import PackError, Place, shown
from guidance.read import read_yaml
from guidance.vocabulary import Fact

SHELF = Path(__file__).parent


class Written(Fact):
    """What stands in a file: the title of a document and, in a sentence, what it is for."""

    title: str
    says: str


class OurDocument(Written):
    """A document of ours as lists show it. The id is the name of its file."""

    id: str


@cache
def our_documents(shelf: Path = SHELF) -> Mapping[str, OurDocument]:
    """Every document of ours by its id, in the order of the ids. Raises PackError for a file that cannot be read."""
    found = (_read(path) for path in sorted(shelf.glob("*.yaml")))
    return MappingProxyType({document.id: document for document in found})


def our_document(id_: str) -> OurDocument:
    """What one is called. Raises LookupError, with what to do, where no file declares it."""
    if id_ not in our_documents():
        raise LookupError(f"No file declares the document {id_!r}: write guidance/our_documents/{id_}.yaml.")
    return our_documents()[id_]


def _read(path: Path) -> OurDocument:
    read = read_yaml(path)
    place = Place(shown(path), lines=read.lines)
    if not read.readable or read.problems:
        raise PackError(read.problems)
    written, problems = admit(Written, read.value, place)
    if written is None:
        raise PackError(problems)
    return OurDocument(id=path.stem, title=written.title, says=written.says)
