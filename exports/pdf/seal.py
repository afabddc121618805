"""The last step of a PDF: fonts, structure tree, title and language are written in, and the file is made small.

With a password the file is encrypted with AES-256 (revision 6), and screen readers stay allowed.
"""
import struct
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from exports.pdf.fonts import subset
from exports.pdf.shaping import natural_width
from exports.pdf.tagged import Element, FontUse, Marks

LANGUAGE = "en-GB"
PRODUCER = "Windscreen"


def seal(raw: bytes, marks: Marks, title: str, made: datetime, password: str | None = None) -> bytes:
    """The finished file. Raises nothing of its own: `raw` is what the canvas has written."""
    with pikepdf.open(BytesIO(raw)) as pdf:
        _write_fonts(pdf, marks)
        _write_tree(pdf, marks)
        _write_title(pdf, title, made)
        out = BytesIO()
        if password is None:
            pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True,
                     recompress_flate=False, deterministic_id=True, min_version="1.7")
        else:
            pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True,
                     encryption=pikepdf.Encryption(owner=password, user=password, R=6,
                                                   allow=pikepdf.Permissions(accessibility=True)))
        return out.getvalue()


def page_count(data: bytes, password: str | None = None) -> int:
    """How many pages a finished file has."""
    with pikepdf.open(BytesIO(data), password=password or "") as pdf:
        return len(pdf.pages)


def _write_title(pdf: Pdf, title: str, made: datetime) -> None:
    root = pdf.Root
    root.Lang = String(LANGUAGE)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    stamp = made.isoformat(timespec="seconds")
    metadata = pdf.make_stream(_XMP.format(title=escape(title), stamp=stamp, producer=PRODUCER).encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    root.Metadata = metadata
    del pdf.trailer["/Info"]
    pdf.docinfo["/Title"] = String(title)
    pdf.docinfo["/Producer"] = String(PRODUCER)


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{stamp}</xmp:CreateDate><pdf:Producer>{producer}</pdf:Producer><pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>"""


def _write_tree(pdf: Pdf, marks: Marks) -> None:
    """StructTreeRoot, one StructElem an element, and the ParentTree that leads from marked content to its element."""
    pages = [page.obj for page in pdf.pages]
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    written: dict[int, Object] = {}
    top = _write_element(pdf, marks.root, root, pages, written)
    root.K = top
    numbers = Array([])
    for place, page in enumerate(pages):
        page.StructParents, page.Tabs = place, Name.S
        owners = marks.owners[place] if place < len(marks.owners) else []
        numbers.append(place)
        numbers.append(pdf.make_indirect(Array([written[id(owner)] for owner in owners])))
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot = root
    _write_outline(pdf, marks)


def _write_element(
    pdf: Pdf, element: Element, parent: Object, pages: Sequence[Object], written: dict[int, Object]
) -> Object:
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.role), P=parent))
    written[id(element)] = made
    kids = [
        Dictionary(Type=Name.MCR, Pg=pages[kid[0]], MCID=kid[1]) if isinstance(kid, tuple)
        else _write_element(pdf, kid, made, pages, written)
        for kid in element.kids
    ]
    if kids:
        made.K = Array(kids)
    if element.alt:
        made.Alt = String(element.alt)
    if element.scope:
        made.A = Dictionary(O=Name.Table, Scope=Name("/" + element.scope))
    if element.box:
        made.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array([round(edge, 2) for edge in element.box]))
    if element.role == "L":
        made.A = Dictionary(O=Name.List, ListNumbering=Name.Disc)
    return made


def _write_outline(pdf: Pdf, marks: Marks) -> None:
    """Bookmarks: one for each heading of the second level."""
    with pdf.open_outline() as outline:
        for element in marks.root.kids:
            if isinstance(element, Element) and element.role == "H2" and element.title:
                place = next((kid for kid in element.kids if isinstance(kid, tuple)), None)
                if place:
                    outline.root.append(pikepdf.OutlineItem(element.title, place[0]))


def _write_fonts(pdf: Pdf, marks: Marks) -> None:
    """Each font used, as a subset with codes of its own (Type 0, Identity-H), in the resources of every page."""
    fonts = pdf.make_indirect(Dictionary({
        "/" + use.name: _font(pdf, use, number) for number, use in enumerate(marks.fonts.values())
    }))
    for page in pdf.pages:
        page.obj.Resources.Font = fonts


def _font(pdf: Pdf, use: FontUse, number: int) -> Object:
    name = f"{_tag(number)}+Windscreen{use.face.key}"
    data, numbers = subset(use.face, {glyph for glyph, _ in use.codes})
    file = pdf.make_stream(data)
    file.Length1 = len(data)
    extents = use.face.font.get_font_extents("ltr")
    scale = 1000 / use.face.upem
    edges = struct.unpack(">4h", bytes(use.face.face.reference_table("head").data)[36:44])
    descriptor = pdf.make_indirect(Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/" + name), Flags=4, ItalicAngle=0, StemV=80,
        FontBBox=Array([round(edge * scale) for edge in edges]), Ascent=round(extents.ascender * scale),
        Descent=round(extents.descender * scale), CapHeight=714, FontFile2=file,
    ))
    to_glyph = pdf.make_stream(b"\0\0" + b"".join(numbers[glyph].to_bytes(2, "big") for glyph, _ in use.codes))
    widths = Array([round(natural_width(use.face, glyph), 2) for glyph, _ in use.codes])
    inner = pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/" + name), FontDescriptor=descriptor,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        CIDToGIDMap=to_glyph, DW=0, W=Array([1, widths]),
    ))
    return pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/" + name), Encoding=Name("/Identity-H"),
        DescendantFonts=Array([inner]), ToUnicode=pdf.make_stream(to_unicode(use.codes)),
    ))


def _tag(number: int) -> str:
    return "".join(chr(65 + number // 26 ** place % 26) for place in range(6))


def to_unicode(codes: Mapping[tuple[int, str], int]) -> bytes:
    """The CMap that says which text each code stands for."""
    entries = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for (_, text), code in codes.items()]
    blocks = [entries[start:start + 100] for start in range(0, len(entries), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()
