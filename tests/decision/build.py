"""Cases, moments and packs for tests of the engine, with as little said as a test needs."""
from datetime import datetime
from typing import Any

from decision.assess import decide
from decision.case import Case
from decision.hours import LONDON
from decision.known import Known, read
from decision.result import Decision
from guidance.load import load_packs
from guidance.models import Contact, Hours, Level, Number, Period, ReadingRule
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import Citation, Day, Outcome
from tests.decision.altered import changed, with_areas

PACKS = load_packs()
CBC = "central_bedfordshire"
AREA = PACKS.areas[CBC]
CITED = Citation(source="windscreen_practice", where="made up for a test")


def at(text: str) -> datetime:
    """A moment in London: "2026-11-20 10:05"."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


FRIDAY = at("2026-11-20 10:05")
FRIDAY_AFTER_HOURS = at("2026-11-20 16:25")


def case(**fields: Any) -> Case:
    """A case of Central Bedfordshire in which everything was asked and answered no, but for what is given."""
    home = fields.get("home_area", CBC)
    signs = {sign.id: {"answer": "no"} for sign in PACKS.signs(home)} | fields.pop("signs", {})
    ticked = [{"id": id_} for id_ in fields.pop("ticked", ())]
    filled = {"home_area": home, "danger": "no", "asked": tuple(PACKS.national.topic), "signs": signs,
              "findings": ticked}
    return Case.model_validate(filled | fields)


def yes(*ids: str, **more: Any) -> dict[str, dict[str, Any]]:
    """Signs answered yes, for `case(signs=…)`."""
    return {id_: {"answer": "yes", **more} for id_ in ids}


def known(packs: Packs = PACKS, **fields: Any) -> Known:
    """The case read against the packs."""
    return read(case(**fields), packs)


def result(now: datetime = FRIDAY, packs: Packs = PACKS, **fields: Any) -> Decision:
    """The decision for such a case, without what would change it."""
    return decide(read(case(**fields), packs), now)


def contact(id_: str = "door", dial: str = "01632 960001", **fields: Any) -> Contact:
    """A contact that is open from nine to five on working days."""
    numbers = (Number(printed=dial, dial=dial, trust="printed", source=CITED),) if dial else ()
    return Contact(**{
        "id": id_, "name": f"The {id_}", "purpose": ("front_door",), "says": "A made-up contact.", "numbers": numbers,
        "hours": weekly("09:00", "17:00"), "checked_on": "2026-11-21", "source": CITED, **fields,
    })


def weekly(opens: str, closes: str, days: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri"),
           bank_holidays: str = "closed") -> Hours:
    """Hours on some days of the week."""
    period = Period.model_validate({"days": days, "opens": opens, "closes": closes})
    return Hours(kind="weekly", periods=(period,), bank_holidays=bank_holidays)


def level(id_: str, outcome: Outcome, concerns: int | None = None, acting: bool = False) -> Level:
    """A level; without a number of concerns it has no reading rule."""
    rule = ReadingRule(concerns=concerns, says="A made-up reading rule.") if concerns else None
    return Level(id=id_, name=f"Level {id_}", colour="early", means="Made up.", leads="Somebody", response="Something",
                 outcome=outcome, agreement="None", acting=acting, reading=rule, source=CITED)


def made_up_area(**fields: Any) -> AreaPack:
    """Central Bedfordshire's pack under another id and with other parts: an area with constructs that it lacks."""
    return changed(AREA, **{"id": "made_up", "name": "Made-up", "cases": (), **fields})


def with_made_up(**fields: Any) -> Packs:
    """The shipped packs and the made-up area."""
    return with_areas(PACKS, made_up_area(**fields))
