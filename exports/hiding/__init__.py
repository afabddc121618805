"""What must not be said: copies of a case and its details from which it is gone before a document is built.

Answers that are held back, sources who must not be named, places that stay secret, and what a family is not given. May
import guidance, decision and `exports.details`, nothing else of exports: no document, no block, nothing of the PDF. A
paper cannot leak what it was never given. Tested in tests/exports/hiding on the copies, and on finished papers in
tests/exports/documents.
"""
