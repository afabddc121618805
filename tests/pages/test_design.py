"""The page that shows the parts, and the document that says what each is for."""
import re

import pytest

from pages.parts.display.style import SHEETS, tight
from tests.pages.asking import ROOT
from tests.pages.opening import open_page
from tests.pages.screen import source

pytestmark = pytest.mark.usefixtures("packs")
DOCUMENT = (ROOT / "docs/design.md").read_text(encoding="utf-8")
TOKENS = "0_tokens.css"
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b", re.IGNORECASE)
PLAIN = {"#fff", "#ffffff", "#000", "#000000"}
OWN = ("0_tokens.css", "1_base.css", "1_pieces.css", "3_shell.css")


def test_the_page_shows_every_part_that_the_document_has() -> None:
    """In the same order, each with the words that say when it is used."""
    rows = re.findall(r"^\| ([a-z, ]+) \|", DOCUMENT.split("## Parts")[1].split("## A new part")[0], re.MULTILINE)
    parts = [row.split(",")[0] for row in rows if row != "part"]
    shown = [re.sub(r"<[^>]+>", "", name).lower() for name in
             re.findall(r"<h2>(.*?)</h2>", source(open_page("design")))]
    assert len(parts) > 10
    assert [name.split(" and ")[0] for name in shown if name.split(" and ")[0] in parts] == parts


def test_the_page_shows_every_measure_of_the_scales() -> None:
    """Spaces, sizes and weights as the tokens have them, none left out; a level in its own colour."""
    tokens = (SHEETS / TOKENS).read_text(encoding="utf-8")
    scales = {name for name, value in re.findall(r"(--[a-z0-9-]+): ([^;]+);", tokens)
              if (value.endswith("rem") and name not in ("--hit", "--thumb")) or value.isdigit()}
    shown = source(open_page("design"))
    assert len(scales) > 10
    assert {name for name in scales if f"<code>{name}</code>" not in shown} == set()
    assert 'class="pill" style="background:#' in shown


def test_nothing_on_it_is_of_a_real_case() -> None:
    """Its number is one that nobody has, and it says so of itself."""
    shown = source(open_page("design"))
    assert "made up" in shown
    assert set(re.findall(r'href="tel:(\d+)"', shown)) <= {"999", "01632960001"}


def test_no_page_leads_to_it() -> None:
    """It is for whoever works on the pages, and in no menu."""
    assert "design" not in {link.proto.page for link in open_page("look_up").get("page_link")}


@pytest.mark.parametrize("sheet", sorted(SHEETS.glob("*.css")), ids=lambda file: file.name)
def test_every_measure_that_a_sheet_names_is_a_token(sheet: object) -> None:
    """A name that no token has would be nothing at all, in silence."""
    text = sheet.read_text(encoding="utf-8")   # type: ignore[attr-defined]
    whole = "".join(one.read_text(encoding="utf-8") for one in SHEETS.glob("*.css"))
    known = set(re.findall(r"(--[a-z0-9-]+):", whole))
    assert set(re.findall(r"var\((--[a-z0-9-]+)", text)) <= known


@pytest.mark.parametrize("name", [name for name in OWN if name != TOKENS])
def test_colours_stand_in_one_place(name: str) -> None:
    """A sheet names a token; black and white are no colours, and the cover of the quick hide waits for no sheet."""
    text = (SHEETS / name).read_text(encoding="utf-8")
    found = {colour.lower() for line in text.splitlines() if "windscreen-cover" not in line and "mask:" not in line
             for colour in COLOUR.findall(line)}
    assert found - PLAIN == set()


def test_what_is_sent_says_the_same_in_fewer_letters() -> None:
    """No comment and no indent goes over the wire; every rule, string and measure does."""
    assert tight("/* why */\na b,\nc { margin: 0 0 1px;\n  content: \"> \" / \"\"; }\n") == (
        'a b,c{margin: 0 0 1px;content: "> " / "";}')
    whole = "".join(one.read_text(encoding="utf-8") for one in SHEETS.glob("*.css"))
    sent = tight(whole)
    for said in ("{", "}", ";", "var("):
        assert sent.count(said) == re.sub(r"/\*.*?\*/", "", whole, flags=re.DOTALL).count(said)
