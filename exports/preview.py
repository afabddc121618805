"""The first page of a PDF of ours as a picture, to look at before it is sent. Nothing is written to disk.

PDFium draws one page at a time in a process, so whoever comes second waits; nobody waits long, and a paper that is far
too long to be drawn quickly is not drawn at all: the picture is a help, and the file is there without it.
"""
from io import BytesIO
from threading import Lock

import pypdfium2

SCALE = 1.6
"""Points of the picture for one point of the page: an A4 page is 953 wide and letters can be read."""
COLOURS = 64
"""The papers have few colours, and so the picture is a third of the size."""
LONGEST = 2_000_000
"""Bytes of a PDF that is drawn."""
PATIENCE = 3.0
"""Seconds that one waits for somebody else's page."""
_ONE_AT_A_TIME = Lock()


def first_page(pdf: bytes) -> bytes:
    """A PNG of page one; empty where the file is too long, or where others keep PDFium busy. The file must not have a
    password."""
    if len(pdf) > LONGEST or not _ONE_AT_A_TIME.acquire(timeout=PATIENCE):
        return b""
    try:
        document = pypdfium2.PdfDocument(pdf)
        try:
            picture = document[0].render(scale=SCALE).to_pil()
        finally:
            document.close()
    finally:
        _ONE_AT_A_TIME.release()
    stream = BytesIO()
    picture.quantize(COLOURS).save(stream, "PNG")
    return stream.getvalue()
