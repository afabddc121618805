"""The papers: each module here that holds a `DOCUMENT` is one, found by itself; no list names them.

To add one, add a module, and its words in guidance/our_documents (docs/add_a_document.md). A paper may import whatever
of exports stands below it, and nothing that makes papers. Nothing but `exports.make` and the pages imports the list.
Tested in tests/exports/documents, one file a paper, and all alike in tests/exports/test_make.py and test_verapdf.py.
"""
import pkgutil
from importlib import import_module

from exports.declaration import Document


def _found() -> dict[str, Document]:
    modules = (import_module(f"{__name__}.{item.name}") for item in pkgutil.iter_modules(__path__))
    documents = (module.DOCUMENT for module in modules if hasattr(module, "DOCUMENT"))
    return {document.id: document for document in sorted(documents, key=lambda document: document.id)}


DOCUMENTS: dict[str, Document] = _found()
"""Every document of ours by its id."""
