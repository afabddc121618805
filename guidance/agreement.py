"""What help there is on a path, who leads it, on which form, and whose agreement it needs: levels, areas, the law.

Agreement here is always to the help. A call to the front door, and a referral for harm, need nobody's.
"""
from typing import Literal, Self

from pydantic import Field, model_validator

from guidance.vocabulary import (
    CarerRole, Checked, Citation, CareBasis, Fact, Outcome, Status, WhoAgrees,
)


Ground = Literal["doubt_of_harm", "not_asked"]
"""What a talk rests on, where nothing else was found that asks for it."""


class HelpOffered(Fact):
    """One kind of help: what it is, who leads it, its form and its agreement.

    `document`: id of a form of the area, or of a document of ours; empty where none is needed. `everyone`: the document
    asks for the agreement of all who are asked, not of one. `means` is what it means for the child to be here.
    """

    means: str
    leads: str
    help: str
    document: str = ""
    needs_agreement: bool
    agreement: str
    from_whom: str = ""
    if_refused: str = ""
    everyone: bool = False
    source: Citation


class AreaPath(HelpOffered):
    """Help in an area whose document prints no levels, and when it is what comes next: every filled field matches.

    `outcomes`: what was found asks for one of them, in all or by a single finding or duty. `tried`: only where help of
    this kind was tried without change. The first that fits is taken.
    """

    id: str
    outcomes: tuple[Outcome, ...] = ()
    duties: tuple[str, ...] = ()
    tried: bool = False


class CarerRule(Fact):
    """Whether somebody with one of these roles may agree to help for the child.

    `holds`: `said` where the user says that they hold parental responsibility, `always` by their role, `never` by it.
    `alone`: they decide without a birth parent, whose no is then not a refusal.
    """

    id: str
    roles: tuple[CarerRole, ...] = Field(min_length=1)
    holds: Literal["said", "always", "never"]
    alone: bool = False
    says: str
    source: Citation
    checked: Checked | None = None


class PathRule(Fact):
    """What comes before the levels for one child: every filled field matches (a status: one of them).

    `instead_of`: `every_path`, so that this is the child's only one; `early_help`, the level or process that would
    begin it anew; or `who_agrees`, where the help stays and only whose agreement counts is said here.
    `understands`: the young person understands this decision. `counted`: whether any finding counts for the level.
    `tried`: early help was tried without change. `ground`: all that asks for the talk is a doubt about harm (a sign or
    a statement of harm that is not sure), or pages that were not opened. `duties`: one of these is met, and nothing but
    duties and pages that were not opened asks for anything. `worse_since_refusal`: somebody refused whose no counts, no
    yes that is enough stands beside it, things are worse since, and no talk is recorded. `document`: a document of
    ours, or empty where none is needed.
    Where no agreement is needed `from_whom` and `if_refused` are not read: there is nobody to ask.
    """

    id: str
    outcomes: tuple[Outcome, ...] = ()
    statuses: tuple[Status, ...] = ()
    cared_for_by: tuple[CareBasis, ...] = ()
    from_years: int | None = None
    under_years: int | None = None
    unborn: bool | None = None
    understands: bool | None = None
    counted: bool | None = None
    tried: bool | None = None
    ground: Ground | None = None
    duties: tuple[str, ...] = ()
    worse_since_refusal: bool | None = None
    instead_of: Literal["every_path", "early_help", "who_agrees"]
    means: str = ""
    leads: str = ""
    help: str = ""
    document: str = ""
    needs_agreement: bool = True
    who: WhoAgrees
    agreement: str
    from_whom: str = ""
    if_refused: str = ""
    source: Citation
    checked: Checked | None = None

    @model_validator(mode="after")
    def _from_whom_where_needed(self) -> Self:
        if self.needs_agreement and not self.from_whom:
            raise ValueError("'from_whom' says whose agreement is needed")
        if self.instead_of == "who_agrees" and not self.needs_agreement:
            raise ValueError("a rule on who agrees is about help that needs agreement")
        return self
