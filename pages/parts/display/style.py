"""The look of every page: the style sheets beside this file, in the order of their names, as one."""
import re
from pathlib import Path

from pages.parts.display.markup import Markup

SHEETS = Path(__file__).parent / "sheets"


def tight(sheet: str) -> str:
    """A style sheet without its comments, and without spaces that mean nothing: each visit fetches it anew."""
    said = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    return re.sub(r" ?([{};,]) ?", r"\1", re.sub(r"\s+", " ", said)).strip()


STYLE = Markup("<style>" + "".join(
    tight(sheet.read_text(encoding="utf-8")) for sheet in sorted(SHEETS.glob("*.css"))) + "</style>")
"""Read once a process; put on each page by its frame."""
