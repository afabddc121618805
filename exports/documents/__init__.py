"""The documents of this package: each module here that holds a `DOCUMENT` is one, found by itself.

To add a document, add a module; no other file changes.
"""
import pkgutil
from importlib import import_module

from exports.material import Document


def _found() -> dict[str, Document]:
    modules = (import_module(f"{__name__}.{item.name}") for item in pkgutil.iter_modules(__path__))
    documents = (module.DOCUMENT for module in modules if hasattr(module, "DOCUMENT"))
    return {document.id: document for document in sorted(documents, key=lambda document: document.id)}


DOCUMENTS: dict[str, Document] = _found()
"""Every document of ours by its id."""
