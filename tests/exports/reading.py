"""Reads a PDF back: its structure tree, the text of every element in reading order, and what is not tagged."""
import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdf

SHOWING = {"Tj", "TJ", "'", '"'}
PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do"}


def pages_text(data: bytes) -> str:
    """The text of all pages as pypdf reads it."""
    return "\n".join(each_page(data))


def each_page(data: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]


def squeezed(text: str) -> str:
    """Text without white space, for comparing what was broken into lines."""
    return re.sub(r"\s+", "", text)


def tagged(data: bytes) -> list[tuple[str, str]]:
    """(role, text) of every element with text of its own, in the order in which a screen reader meets them."""
    return list(_tagged(data))


@lru_cache(maxsize=8)
def _tagged(data: bytes) -> tuple[tuple[str, str], ...]:
    with pikepdf.open(BytesIO(data)) as pdf:
        texts = [_marked(page) for page in pdf.pages]
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return tuple(
            (role, "".join(texts[numbers[page]].get(mark, "") for page, mark in marks))
            for role, marks in _elements(pdf.Root.StructTreeRoot.K) if marks
        )


def tagged_text(data: bytes) -> str:
    """Everything that is tagged, in reading order."""
    return "\n".join(text for _, text in _tagged(data))


def roles(data: bytes) -> list[str]:
    """The roles of all elements, in order."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [role for role, _ in _elements(pdf.Root.StructTreeRoot.K)]


def elements(data: bytes, role: str) -> list[dict[str, Any]]:
    """Alt text, scope and number of kids of every element with a role."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = []
        stack = [pdf.Root.StructTreeRoot.K]
        while stack:
            node = stack.pop(0)
            kids = [kid for kid in node.get("/K", []) if "/S" in kid]
            stack = kids + stack
            if str(node.S) == f"/{role}":
                found.append({
                    "alt": str(node.get("/Alt", "")), "scope": str(node.get("/A", {}).get("/Scope", "")),
                    "kids": [str(kid.S) for kid in kids],
                })
        return found


def untagged(data: bytes) -> list[str]:
    """Operators that draw something outside any tag and any artifact."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = []
        for page in pdf.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                name = str(instruction.operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
                if name in SHOWING | PAINTING and depth == 0:
                    found.append(name)
        return found


def _elements(node: Any) -> Iterator[tuple[str, list[tuple[tuple[int, int], int]]]]:
    marks = [(kid.Pg.objgen, int(kid.MCID)) for kid in node.get("/K", []) if "/MCID" in kid]
    yield str(node.S)[1:], marks
    for kid in node.get("/K", []):
        if "/S" in kid:
            yield from _elements(kid)


def _marked(page: Any) -> dict[int, str]:
    """The text of each marked content of a page, by its number."""
    tables = {name: _to_unicode(font) for name, font in page.obj.Resources.Font.items()}
    stack: list[tuple[int | None, bool]] = []
    texts: dict[int, str] = {}
    table: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        name, operands = str(instruction.operator), instruction.operands
        if name in ("BDC", "BMC"):
            inside = stack[-1][0] if stack else None
            mark = operands[1].get("/MCID") if name == "BDC" else None
            stack.append((int(mark) if mark is not None else inside, str(operands[0]) == "/ReversedChars"))
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            table = tables[str(operands[0])]
        elif name in SHOWING and stack and stack[-1][0] is not None:
            codes = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
            shown = [table[int.from_bytes(codes[at:at + 2], "big")] for at in range(0, len(codes), 2)]
            texts.setdefault(stack[-1][0], "")
            texts[stack[-1][0]] += "".join(reversed(shown) if stack[-1][1] else shown)
    return texts


def _to_unicode(font: Any) -> dict[int, str]:
    pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]*)>", bytes(font.ToUnicode.read_bytes()))
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
