"""From text to a tagged PDF: fonts, reading direction, glyphs, lines, cells, pages, structure tree, sealed file.

Knows nothing of a child, a case or a pack: text and numbers come in, bytes go out. May import nothing of ours, neither
the rest of exports nor decision nor guidance. Tested in tests/exports/pdf without a case; that whole papers are PDF/UA
is tested in tests/exports/test_verapdf.py.
"""
