"""Documents: what is handed over. May import guidance and decision, never pages.

The modules here say what a document is (`declaration`) and is made of (`material`, `blocks`, `parts`), and make it
(`make`, `document`); they hold the details of a case (`details`), the case file, the calendar and the checks. Three
rooms lie below, each with a docstring that says what it may import: `pdf` (how a page is set), `hiding` (what must not
be said), `documents` (the papers, one module each). Tested file by file in tests/exports; tests/exports/test_rooms.py
holds the doors between the rooms and that nothing runs in a circle.
"""
