"""The sample area with an indicator grid and reasons for missing education, and papers made from it."""
from exports.details import Details
from exports.documents import DOCUMENTS
from exports.make import make
from decision.case import Case
from guidance.models import Band, Indicator, Scale
from guidance.packs import Packs
from tests.exports import samples

GRID = Scale(id="grid", name="Made-up indicator", says="Nothing is added up.", source=samples.HERE, bands=(
    Band(id="first", name="First", says="f"), Band(id="second", name="Second", says="s")))


def row(id_: str, band: str, category: str, says: str, **more: object) -> Indicator:
    """A row of the grid, or, with other fields, of the levels."""
    fields = {"id": id_, "level": band, "domain": (), "subdomain": category, "ring": "outside", "scale": "grid",
              "kind": "scale", "concern": id_, "topics": ("neglect",), "says": says, "source": samples.HERE}
    return Indicator.model_validate(fields | more)


ROWS = (
    row("G-2", "second", "Away from home", "Out all night"), row("G-1", "first", "Away from home", "Home late"),
    row("G-3", "first", "Online", "New contacts"),
    row("G-4", "first", "Online", "Tells an adult everything", kind="strength"),
    row("R-1", "2", "", "Has stopped coming", scale="", kind="need", duty=(samples.NO_SCHOOL.id,)),
)
AREA = samples.AREA.model_copy(update={"scales": (GRID,), "indicators": ROWS})
PACKS = Packs(national=samples.PACKS.national, areas={AREA.id: AREA})


def made(document_id: str, case: Case = samples.CASE, details: Details = samples.DETAILS) -> bytes:
    """A document of the area with the grid."""
    assert document_id in DOCUMENTS
    return make(document_id, case, details, samples.DECISION, PACKS, samples.NOW)
