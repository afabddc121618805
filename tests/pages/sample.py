"""A made-up area, a made-up national pack and decisions built by hand, for tests of the parts that show them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from decision.result import (
    AfterCall,
    Change,
    Consent,
    ConsentStatement,
    Deadline,
    Decision,
    DocumentDue,
    DutyFound,
    Gap,
    Mark,
    OwnViewCompared,
    Place,
    ReadingApplied,
    Reason,
    Route,
    Telling,
)
from guidance.models import (
    Contact,
    Domain,
    Duty,
    Holidays,
    Hours,
    Law,
    Level,
    Number,
    OutcomeWords,
    Period,
    ReadingRule,
    Source,
    Statement,
    Step,
    Tool,
)
from guidance.packs import AreaPack, NationalPack, Packs
from guidance.vocabulary import OUTCOMES, Checked, Citation
from tests.national import CARERS, PATH_RULES

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=ZoneInfo("Europe/London"))
"""A Monday afternoon."""
CITE = Citation(source="fair_thresholds", where="section 4, item 2")
OLD = Citation(source="fair_old", where="page 3")
LAW = Citation(source="statute", where="section 47")
CHECKED = Checked(certainty="high", checked_on=date(2026, 11, 1), review_by=date(2027, 5, 1))


def source(id_: str, title: str, **more: object) -> Source:
    """A source with the dates filled in."""
    dates = {"checked_on": date(2026, 11, 1), "review_by": date(2027, 5, 1)}
    return Source.model_validate(
        {"id": id_, "title": title, "publisher": "Fairshire", "date": "2023", **dates, **more}
    )


def level(number: int, name: str, **more: object) -> Level:
    """A level with the words filled in."""
    words = {
        "id": str(number),
        "printed": str(number),
        "name": name,
        "colour": ("universal", "early", "complex", "acute")[number - 1],
        "means": "m",
        "leads": "l",
        "response": "r",
        "agreement": "a",
        "source": CITE,
        "outcome": ("universal", "early_help", "refer_with_agreement", "refer_now")[number - 1],
    }
    return Level.model_validate({**words, **more})


HUB = Contact(
    id="hub",
    name="Fairshire Hub",
    purpose=("front_door",),
    says="The front door.",
    checked_on=date(2026, 11, 1),
    source=CITE,
    hours=Hours(kind="weekly", periods=(Period(days=("mon",), opens=time(8, 45), closes=time(17, 20)),)),
    numbers=(
        Number(printed="01632 960001", dial="01632 960001", trust="reported", source=CITE),
        Number(printed="01632 96000111", trust="suspect", note="It has a digit too many.", source=CITE),
    ),
)
AREA = AreaPack(
    id="fairshire",
    name="Fairshire",
    council="Fairshire Council",
    partnership="Fairshire Partnership",
    document="fair_thresholds",
    version="1",
    status="draft",
    checked_on=date(2026, 11, 1),
    review_by=date(2026, 11, 10),
    front_door="hub",
    contacts=(HUB,),
    levels=(
        level(1, "Universal"),
        level(2, "Extra help", reading=ReadingRule(concerns=1, ours=True, says="One concern is enough.")),
        level(3, "Complex"),
        level(4, "Urgent", acting=True),
    ),
    domains=(
        Domain(id="child", name="The child", ring="child"),
        Domain(id="parenting", name="Parents", ring="parenting"),
    ),
    gaps=(Statement(id="g", says="The document gives no escalation steps.", source=CITE),),
    sources=(
        source("fair_thresholds", "Fairshire thresholds"),
        source("fair_old", "Old rules", superseded_by="statute", review_by=date(2026, 10, 1)),
    ),
    duties=(
        Duty(
            id="missing", name="Missing", says="s", steps=(Step(says="Ring."),), timescales=("ring_by",), source=CITE
        ),
    ),
)
NATIONAL = NationalPack(
    version="7",
    emergency="",
    police="",
    own_rules="windscreen_practice",
    roles=(),
    topics=(),
    carers=CARERS,
    path_rules=PATH_RULES,
    outcomes=tuple(
        OutcomeWords(id=one, name=f"Name of {one}", says=f"About {one}.", agreement="x") for one in OUTCOMES
    ),
    holidays=Holidays(subdivision="ENG", known_until=2027, source=LAW, checked=CHECKED),
    sources=(source("statute", "A Statute"), source("windscreen_practice", "How this service works")),
    law=(
        Law(
            id="a",
            name="A duty to share",
            says="Share it.",
            status="reported",
            source=LAW,
            replaces=("fair_old",),
            checked=Checked(certainty="low", checked_on=date(2026, 11, 1), review_by=date(2027, 5, 1)),
        ),
        Law(
            id="b",
            name="An older law",
            says="It holds.",
            status="in_force",
            in_force=date(2020, 1, 1),
            source=LAW,
            checked=CHECKED,
        ),
    ),
)
PACKS = Packs(national=NATIONAL, areas={"fairshire": AREA})

MARK = Mark(
    letter="A",
    id="F-3-01",
    says="The child is always hungry at school",
    level="3",
    order=3,
    ring="parenting",
    state="found",
    concern="hunger",
    about=("A",),
    basis="seen",
    source=CITE,
)
UNSURE = Mark(
    letter="B",
    id="F-4-01",
    says="The child is hurt at home",
    level="4",
    order=4,
    ring="child",
    state="not_sure",
    concern="hurt",
    source=CITE,
)
LEAD = Route(kind="your_lead", name="Your safeguarding lead", says="Tell your lead first.", source=CITE)
RING = Route(
    kind="ring_now",
    contact="hub",
    name="Fairshire Hub",
    says="Ring now.",
    dial="01632 960001",
    printed="01632 96000111",
    trust="reported",
    warning="The printed number has a digit too many.",
    open_now=True,
    until=NOW.replace(hour=17, minute=20),
    before=NOW.replace(hour=15, minute=15),
    source=CITE,
)
MOTHER = Telling(person="mother", name="mother", state="tell", why="Be open.", source=LAW)
BLANK = Decision(
    home_area="",
    made_at=NOW,
    pack_versions=(("national", "7"),),
    outcome="consult",
    first_call=None,
    headline="Name of consult",
    action="Talk it through with your lead.",
    place=Place(),
    reasons=(Reason(kind="blank", says="Not answered yet: everything.", outcome="consult", source=LAW),),
    telling=(),
    consent=Consent(agreement_needed=False, state="not_needed", says="No agreement is needed to ring.", source=LAW),
    duties=(),
    routes=(LEAD,),
    deadlines=(),
    own_view=OwnViewCompared(view="", relation="not_given", says="No view given."),
    documents=(),
    gaps=(Gap(kind="unanswered", says="Not answered: your role."),),
)
FULL = Decision(
    home_area="fairshire",
    made_at=NOW,
    pack_versions=(("national", "7"), ("fairshire", "1")),
    outcome="refer_now",
    first_call="front_door",
    headline="Ring the front door now",
    action="Ring Fairshire Hub now.",
    say=("Say where the child is.",),
    place=Place(
        levels=("1", "2", "3", "4"),
        marks=(MARK, UNSURE),
        supported="3",
        highest="4",
        supported_order=3,
        highest_order=4,
        reading=(ReadingApplied(level="3", says="Two concerns.", ours=True, source=CITE),),
    ),
    reasons=(
        Reason(
            kind="sign",
            id="frightened_home",
            says="The child is frightened to go home",
            why="Ring first.",
            about=("A",),
            outcome="refer_now",
            source=LAW,
        ),
        Reason(
            kind="finding",
            id="F-3-01",
            says="The child is always hungry at school",
            about=("A",),
            outcome="consult",
            source=OLD,
        ),
    ),
    telling=(
        MOTHER,
        Telling(
            person="suspected",
            name="The person who might be causing this",
            state="not_yet",
            why="It may put the child at risk.",
            lifted_by="The police",
            source=LAW,
        ),
    ),
    consent=Consent(
        agreement_needed=False,
        state="not_needed",
        says="No agreement is needed.",
        source=LAW,
        record=("Who was told.",),
        statements=(
            ConsentStatement(about="service", says="Parents agree to help.", from_whom="A parent.", source=CITE),
            ConsentStatement(
                about="sharing", says="You may share this.", source=CITE, national="Share it.", national_source=LAW
            ),
            ConsentStatement(about="telling", says="Be open with the family.", source=LAW),
        ),
    ),
    duties=(
        DutyFound(
            id="missing",
            name="Missing child",
            says="Report it.",
            because=("the child is missing",),
            about=("A",),
            steps=(Step(says="Ring the police.", who="you", by="now", source=LAW),),
            do_not=(Step(says="Do not wait."),),
            tools=(Tool(name="Checklist", says="It helps.", who_may="Anyone.", source=CITE),),
            contacts=("hub",),
            unknown=("age",),
            warnings=("The child may be in danger.",),
            gaps=("No form is named.",),
            source=LAW,
            also=CITE,
        ),
    ),
    routes=(RING, LEAD),
    deadlines=(
        Deadline(
            id="ring_by", says="Ring", rule="at once", kind="at_once", owner="you", start="now", source=LAW
        ),
        Deadline(
            id="chase",
            says="Chase an answer",
            rule="1 working day",
            kind="working_days",
            owner="you",
            chase=True,
            due=date(2026, 11, 24),
            start="now",
            source=LAW,
        ),
        Deadline(
            id="reply",
            says="They decide",
            rule="24 hours",
            kind="hours",
            owner="the_service",
            due=datetime(2026, 11, 22, 17, 20, tzinfo=NOW.tzinfo),
            late=True,
            start="now",
            source=CITE,
        ),
    ),
    own_view=OwnViewCompared(
        view="offer early help", relation="lower", says="This result asks for more than your view."
    ),
    after_call=AfterCall(says="They gave advice.", steps=("Write it down.",), source=LAW),
    documents=(
        DocumentDue(
            ours="referral",
            name="Referral",
            says="Send it after the call.",
            local="Hub form",
            attachments=("A chronology",),
            first=True,
        ),
    ),
    would_change=(Change(id="F-4-02", says="The child has been hurt", to_outcome="call_999", source=CITE),),
    gaps=(
        Gap(kind="not_known", says="Who lives in the home is not known."),
        Gap(kind="suspect_number", says="The number printed for the Hub looks wrong.", source=CITE),
        Gap(kind="silent", says="The document gives no escalation steps.", source=CITE),
    ),
)
