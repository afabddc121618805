"""What page one of a referral begins and says to go on later stands there, whatever it was taken from."""
import re

import pytest

from exports import page_one
from exports.details import Details, Narrative
from exports.documents import referral
from exports.material import Material
from tests.exports.reading import squeezed
from tests.exports.test_from_check import CASES, said_in, worked

PIECES = re.compile(r"[^.;\n?]*\?|[.;:\n…]+")
"""What parts two answers in a line: a mark, or a question before its answer."""
WRITTEN = Details(narrative=Narrative(
    tried="A club was tried", going_well="She sings", meanwhile="I visit", worry="A cold home", why_now="It snows",
    ask="A visit"))
LEAST = (0, 0, 0)


@pytest.mark.parametrize("details", [Details(), WRITTEN], ids=["taken", "written"])
@pytest.mark.parametrize("number", CASES[::5])
def test_what_is_announced_stands_later(
    number: tuple[str, int], details: Details, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With every answer cut each piece of it is read after page one: of what was written, and of what the check knows,
    such as the help that a child has already beside the help that was tried."""
    for name in ("FITS", "OVERLEAF"):
        monkeypatch.setattr(page_one, name, (LEAST,))
    monkeypatch.setattr(page_one, "NOWHERE", LEAST)
    m = worked(*number)
    children = tuple(one.but(status=("early_help",)) for one in m.case.children)
    m = Material(m.case.but(children=children), details, m.decision, m.packs, m.now)
    first = page_one.page_one(m, referral.DOCUMENT.title)
    later = squeezed(" ".join(said_in(referral.build(m)[len(first.blocks):]))).casefold()
    for id_, answers in page_one.written_here(m).items():
        for piece in (piece for said in answers for piece in PIECES.split(said)):
            assert squeezed(piece).casefold() in later, (id_, piece)
