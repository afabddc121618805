"""The look of every page: the style sheets beside this file, in the order of their names, as one."""
from pathlib import Path

from pages.parts.display.markup import Markup

SHEETS = Path(__file__).parent / "sheets"
STYLE = Markup("<style>\n" + "".join(
    sheet.read_text(encoding="utf-8") for sheet in sorted(SHEETS.glob("*.css"))) + "</style>")
"""Read once a process; put on each page by its frame."""
