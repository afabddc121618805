"""A fictional case for Central Bedfordshire with its details and result, all parts filled, made for the tests."""
from datetime import date, datetime
from zoneinfo import ZoneInfo

from decision.case import (
    Call, Case, Child, Events, FamilyMember, Finding, Help, History, Practitioner, SourceOfHarm, Voice, WhereNow,
    YoungPerson,
)
from decision.result import (
    Beside, Consent, ConsentStatement, Deadline, Decision, DocumentDue, DutyFound, Gap, Mark, OwnViewCompared, Place,
    ReadingApplied, Reason, Route, Telling,
)
from exports.details import (
    NOT_KNOWN, AgreementBlock, AgreementRecord, Assessment, AttachedPaper, ChildDetails, ChildText, ChronologyEntry,
    ConsentRecord, Details, DomainAnswer, Held, HouseholdMember, LivedDay, LogEntry, Narrative, PlanRow, Professional,
    Referrer,
)
from guidance.models import (
    Condition, Contact, Domain, Duty, Holidays, Hours, Level, LocalDocument, Number, OutcomeWords, Process,
    Role, Source, Step, Topic,
)
from guidance.packs import AreaPack, NationalPack, Packs
from guidance.vocabulary import OUTCOMES, Checked, Citation
from tests.national import CARERS, PATH_RULES, TELLING

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 20, 10, 5, tzinfo=LONDON)
HERE = Citation(source="cbc_sample", where="section 4")
NATIONAL = Citation(source="national_sample", where="chapter 1")
CHECKED = Checked(certainty="high", checked_on=date(2026, 11, 1), review_by=date(2027, 5, 1))
PRIVATE_ADDRESS = "Flat 9, 14 Larkspur Court, Testford, TE5 7ZZ"
PRIVATE_PHONE = "07700 900 461"
PRIVATE_NAME = "Marguerite Holloway"


def level(number: int, name: str, colour: str, acting: bool = False) -> Level:
    """A level of the sample area."""
    return Level(
        id=str(number), printed=f"Level {number}", name=name, colour=colour, means="What it means.", leads="Who leads.",
        response="What happens.", outcome="refer_now" if acting else "early_help", agreement="", acting=acting,
        source=HERE,
    )


AREA = AreaPack(
    id="central_bedfordshire", name="Central Bedfordshire", council="Central Bedfordshire Council",
    partnership="The sample partnership", document="cbc_sample", version="2026.1", status="checked",
    checked_on=date(2026, 11, 1), review_by=date(2027, 5, 1), front_door="hub", duty_team="hub",
    levels=(level(1, "Universal needs", "universal"), level(2, "Additional needs", "early"),
            level(3, "Complex needs", "complex"), level(4, "Acute needs", "acute", acting=True)),
    domains=(Domain(id="CHILD", name="Child", ring="child"),),
    contacts=(Contact(id="hub", name="Access and Referral Hub", purpose=("front_door",), says="The front door.",
                      hours=Hours(kind="always"), checked_on=date(2026, 11, 1), source=HERE),),
    documents=(LocalDocument(id="hub_referral", name="Referral to the Access and Referral Hub", ours="referral",
                             says="Referral", when=Condition(always=True), contact="hub", sent_to="hub",
                             channel="By telephone first",
                             source=HERE),),
    sources=(Source(id="cbc_sample", title="Threshold document", publisher="Sample partnership", date="2023",
                    checked_on=date(2026, 11, 1), review_by=date(2027, 5, 1), superseded_by="cbc_sample_new"),
             Source(id="cbc_sample_new", title="Newer threshold document", publisher="Sample partnership", date="2026",
                    checked_on=date(2026, 11, 1), review_by=date(2027, 5, 1))),
)
TESTS = Process(id="four", use="allegation_tests", name="The four tests", kind="criteria", says="One is enough.",
                steps=tuple(Step(id=id_, says=f"Test {id_}.") for id_ in ("harmed", "crime", "risk", "suitable")),
                source=NATIONAL)
WORRIED = Process(id="worried", use="disagreement", name="When you still worry", kind="escalation", says="Say so.",
                  steps=(Step(says="Ring yourself."),), source=NATIONAL)
NO_SCHOOL = Duty(id="no_school", use="missing_education", name="No school", says="On no roll.",
                 steps=(Step(says="Tell the education team."),), source=NATIONAL)
PACKS = Packs(
    national=NationalPack(
        version="2026.2", emergency="emergency_999", police="", own_rules="national_sample",
        roles=(Role(id="teacher", name="Teacher", setting="school", lead="designated safeguarding lead",
                    source=NATIONAL, checked=CHECKED),
               Role(id="gp", name="GP", setting="general practice", source=NATIONAL, checked=CHECKED)),
        carers=CARERS, path_rules=PATH_RULES, telling=TELLING, processes=(TESTS, WORRIED), duties=(NO_SCHOOL,),
        topics=(Topic(id="neglect", name="Neglect", says="Care that is not good enough", group="Harm", order=1),),
        outcomes=tuple(OutcomeWords(id=outcome, name=outcome.replace("_", " "), says="What it means.",
                                    agreement="Agreement.") for outcome in OUTCOMES),
        holidays=Holidays(subdivision="ENG", known_until=2028, source=NATIONAL, checked=CHECKED),
        sources=(Source(id="national_sample", title="National guidance", publisher="Sample department", date="2026",
                        checked_on=date(2026, 11, 1), review_by=date(2027, 5, 1)),),
        contacts=(Contact(id="emergency_999", name="Emergency services", purpose=("emergency",), says="Danger now.",
                          numbers=(Number(printed="999", dial="999", trust="confirmed", source=NATIONAL),),
                          hours=Hours(kind="always"), checked_on=date(2026, 11, 1), source=NATIONAL),),
    ),
    areas={"central_bedfordshire": AREA},
)

CASE = Case(
    reference="KESTREL-17", home_area="central_bedfordshire", area_now="central_bedfordshire",
    practitioner=Practitioner(role="teacher", relationship="Class teacher since September 2025", lead="yes"),
    children=(
        Child(label="A", age_years=7, moves_about="yes", disability="yes", disability_note="Hearing aids in both ears",
              communication="Speaks; needs to see your face", status=("ehc_plan",)),
        Child(label="B", age_months=10, moves_about="yes", disability="not_known", status=("not_known",)),
    ),
    where_now=WhereNow(place="school_or_nursery", with_whom="safe_adult",
                       leaves_at=datetime(2026, 11, 20, 15, 15, tzinfo=LONDON), note="In class until the bell"),
    danger="no", confirmed_safe="yes",
    source_of_harm=SourceOfHarm(kinds=("parent_or_carer", "not_known"), members=("father",), access="yes",
                                note="Collects on Fridays"),
    findings=(
        Finding(id="CBC-2-CHILD-01", about=("A",), basis="seen", when="Most days since half term",
                note="No coat on 14 days out of 18 in November", words="Mummy says the coat is at Nana's"),
        Finding(id="CBC-3-PARENT-02", about=("A", "B"), basis="told", when="12 November 2026",
                note="Nursery says B arrived in yesterday's nappy on three mornings"),
    ),
    asked=("neglect", "health"), other_worry=True, other_worry_note="A new adult is collecting; nobody knows his name",
    strengths_note="Reads with her grandmother every Sunday", safe_people="Grandmother; Ms Test in Year 3",
    voice=Voice(words="I make the toast for me and baby", behaviour="Quiet on Mondays, asks for seconds at lunch",
                observed="Holds the baby's hand the whole time", who_can_help="Teacher of the deaf"),
    history=History(earlier_concerns="yes", help_tried="yes", changed="some", getting_worse="yes",
                    help=(Help(what="Breakfast club place", when="September 2026", result="Came for two weeks"),
                          Help(what="Health visitor called", when="October 2026", result="No answer at the door")),
                    how_long="Since about Easter", how_often="Most weeks"),
    own_view="refer_with_agreement", own_view_reason="Help has been offered twice and things get worse.",
    family=(FamilyMember(key="mother", relation="mother", responsibility="yes", told="yes", agrees="agrees", risk="no"),
            FamilyMember(key="father", relation="father", responsibility="not_known", told="no", agrees="not_asked",
                         risk="yes", interpreter="yes", language="Polish")),
    young_person=YoungPerson(told="no", agrees="not_asked", understanding="not_asked", view=""),
    events=Events(noticed=datetime(2026, 11, 20, 9, 10, tzinfo=LONDON),
                  call_made=datetime(2026, 11, 20, 9, 50, tzinfo=LONDON)),
    call=Call(outcome="taken", contact="hub", spoke_to_role="Duty worker", reference="H-0001", note="Send by noon"),
)

LONG = "\n\n".join(
    f"On visit {number} in November the kitchen floor was wet and there was no food in the fridge. "
    "A (7) had the same jumper on as the week before. Ms Example said that the heating had been off since Sunday."
    for number in range(1, 9)
)
DETAILS = Details(
    children=(
        ChildDetails(label="A", name=Held(text="Zofia Żółkowska-Example"), other_names=Held(text="Zosia"),
                     born=date(2019, 3, 4), gender="Girl", address=Held(text=PRIVATE_ADDRESS, confidential=True),
                     where_now=Held(text="Testford Primary School"), phone=Held(text=""), ethnicity="White Polish",
                     religion=NOT_KNOWN, language="Polish and English", interpreter="no",
                     disability="Deaf; wears hearing aids", school=Held(text="Testford Primary School"),
                     upn="A000000000000",
                     nhs_number=NOT_KNOWN, gp=Held(text="Dr Sample, Testford Surgery"), legal_status="EHC plan"),
        ChildDetails(label="B", name=Held(text="Jan Żółkowski-Example"), born=NOT_KNOWN, gender="Boy",
                     address=Held(text=PRIVATE_ADDRESS, confidential=True)),
    ),
    household=(
        HouseholdMember(key="mother", name=Held(text="Anna Żółkowska-Example"), relation="Mother",
                        born=date(1995, 6, 1),
                        phone=Held(text=PRIVATE_PHONE, confidential=True), lives_in_home="yes",
                        parental_responsibility="yes"),
        HouseholdMember(key="father", name=Held(text="Marek Example"), relation="Father", lives_in_home="no",
                        parental_responsibility="not_known", born=NOT_KNOWN),
        HouseholdMember(name=Held(text=PRIVATE_NAME, confidential=True), relation="Refuge worker",
                        lives_in_home="not_known"),
    ),
    professionals=(Professional(role="Health visitor", name="Ms Visitor", agency="Community health",
                                phone="01632 960001",
                                involvement="Since birth"),
                   Professional(role="GP", name="Dr Sample", agency="Testford Surgery", phone="01632 960002")),
    referrer=Referrer(name="Ms Teacher", job="Class teacher, Year 3", agency="Testford Primary School",
                      address="School Lane, Testford", phone="01632 960003", email="office@school.example",
                      best_times="12:15 to 13:00 and after 15:30", known_since="September 2025",
                      lead_name="Mr Lead", lead_phone="01632 960004"),
    log=(LogEntry(when=datetime(2026, 11, 20, 9, 50, tzinfo=LONDON), what="Rang the Hub", who="Duty worker",
                  result="Referral taken, send the form by noon"),),
    chronology=(ChronologyEntry(when="March 2026", event="Family moved to Testford", source="School file",
                                effect="Changed school in the middle of a term", action="Buddy in class"),
                ChronologyEntry(when="12 November 2026", event="B in yesterday's nappy three mornings running",
                                source="Nursery manager", effect="Sore skin", action="Rang the health visitor")),
    attachments=(AttachedPaper(name="Chronology", state="attached"), AttachedPaper(name="EHC plan", state="to_follow")),
    narrative=Narrative(
        why_now="This morning A came in without breakfast and said she had fed the baby herself.", worry=LONG,
        effects=(ChildText(label="A", text="Tired, hungry, caring for her brother."), ChildText(label="B", text="")),
        injury=NOT_KNOWN, exact_words="“I make the toast for me and baby.”",
        question_asked="What did you have to eat today?",
        history="Two earlier contacts in 2025; both closed after advice.", going_well="Mother comes to every meeting.",
        tried="Breakfast club; health visitor.", analysis="If nothing changes A will go on missing sleep and school.",
        ask="An assessment of both children.", meanwhile="Breakfast every day; a daily check-in with Mr Lead.",
        not_known="Who the new adult is.", visiting_risk="A large dog in the yard.", safe_contact="Ring after 15:30.",
        accessibility="Face A when you speak.",
    ),
    agreement=AgreementBlock(
        records=(AgreementRecord(key="mother", asked_on=date(2026, 11, 19), asked_by="Mr Lead", how="face_to_face",
                                 whose_information="Hers and both children's", said="I want the help."),),
        not_asked_because="Telling the father may raise the risk for the mother.", approved_by="Mr Lead",
        approved_on=date(2026, 11, 20)),
    assessment=Assessment(
        reason="Things have been hard since the move.", checked_for_others="yes", started_on=date(2026, 11, 2),
        completed_on=date(2026, 11, 18), lead_professional="Mr Lead", took_part="Mother, A, Ms Teacher",
        arrangements="Face A when you speak.",
        start=ConsentRecord(given="yes", by="Anna Żółkowska-Example", on=date(2026, 11, 2), share_with="School, GP",
                            must_not_see="The father"),
        end=ConsentRecord(given="yes", by="Anna Żółkowska-Example", on=date(2026, 11, 18), comments="I agree."),
        domains=(DomainAnswer(domain="health", strengths="Hearing aids worn daily", worries="Tired",
                              evidence="Register and lunch notes"),
                 DomainAnswer(domain="housing", worries="Heating off", evidence=f"Seen at {PRIVATE_ADDRESS}")),
        children=(LivedDay(label="A", view="I want mummy to have a rest.", day="I get up and make toast.",
                           method="Drawing and talking"),),
        mother="I am tired and I want this to get better.", father="", father_not_asked_because="He lives away.",
        support_network="Grandmother on Sundays", tried="Breakfast club", analysis="A carries too much at home.",
        plan=(PlanRow(need="Rest", outcome="I sleep all night", action="Night plan", who="Mother and health visitor",
                      by_when="4 December 2026", how_we_know="A says so"),),
        review_on=date(2027, 1, 15), signed_off_by="Mr Lead", signed_off_on=date(2026, 11, 18)),
)

PLACE = Place(
    levels=("1", "2", "3", "4"),
    marks=(
        Mark(letter="A", id="CBC-2-CHILD-01", says="The child often comes without warm clothes", level="2", order=2,
             ring="child", state="found", concern="clothes", about=("A",), basis="seen", source=HERE),
        Mark(letter="B", id="CBC-3-PARENT-02", says="Daily care of the baby is often not good enough", level="3",
             order=3, ring="parenting", state="found", concern="care", about=("A", "B"), basis="told", source=HERE),
        Mark(letter="C", id="CBC-3-FAMILY-03", says="The home has no heating or food for days at a time", level="3",
             order=3, ring="family", state="found", concern="home", about=("A", "B"), basis="seen", source=HERE),
        Mark(letter="D", id="CBC-4-CHILD-15", says="An injury that nobody explains", level="4", order=4, ring="child",
             state="not_sure", concern="injury", about=("A",), source=HERE),
        Mark(letter="E", id="CBC-2-WHOLE-01", says="A new adult nobody knows is often with the children", level="2",
             order=2, ring="outside", state="found", concern="adult", about=("A",), basis="suspected", source=HERE),
    ),
    supported="3", highest="3", supported_order=3, highest_order=3,
    reading=(ReadingApplied(level="3", says="Two different worries.", ours=True, source=HERE),),
    strengths=(Beside(id="CBC-1-CHILD-01", kind="strength", says="A trusted adult outside the home", about=("A",),
                      source=HERE),),
    context=(Beside(id="CBC-X-01", kind="context", says="The child is deaf", about=("A",), source=HERE),),
    says="The answers support Level 3.",
)


def telling(mother: str = "tell", father: str = "not_yet") -> tuple[Telling, ...]:
    """Whether each of the two parents and the young person may be told."""
    return (
        Telling(person="mother", name="mother", state=mother, why="Be open unless it would put someone at risk.",
                how="Alone, and when the father is not there.", source=NATIONAL),
        Telling(person="father", name="father", state=father, why="Telling him may raise the risk for the mother.",
                lifted_by="the front door", source=NATIONAL),
        Telling(person="young_person", name="the child", state="ask_first", why="Ask the front door how.",
                lifted_by="the front door", source=NATIONAL),
    )


def decision(
    outcome: str = "refer_with_agreement", told: tuple[Telling, ...] | None = None, **changes: object
) -> Decision:
    """The sample result, with another outcome or other tellings where a test asks for them."""
    return Decision(
        home_area="central_bedfordshire", made_at=NOW,
        pack_versions=(("national", "2026.2"), ("central_bedfordshire", "2026.1")), outcome=outcome,
        first_call="front_door", headline="Refer with the family's agreement",
        action="Phone the Access and Referral Hub today.", say=("I am worried about a child.",), place=PLACE,
        reasons=(Reason(kind="finding", id="CBC-3-PARENT-02", says="Daily care of the baby is often not good enough",
                        why="Two different worries stand at Level 3.", about=("A", "B"), outcome="refer_with_agreement",
                        source=HERE),
                 Reason(kind="own_view", says="Your own view asks for a referral.", outcome="refer_with_agreement",
                        source=NATIONAL)),
        telling=telling() if told is None else told,
        consent=Consent(agreement_needed=True, state="have", says="The family's agreement to help is needed.",
                        statements=(ConsentStatement(about="service", says="Help at this level is led by agreement.",
                                                     source=HERE, national="Agreement is not the basis for sharing.",
                                                     national_source=NATIONAL),),
                        record=("Who agreed, when and how.",), source=HERE),
        duties=(DutyFound(id="neglect", name="Neglect", says="Use the area's tool.", because=("finding",),
                          steps=(Step(says="Use the neglect tool.", who="trained staff"),), source=HERE),),
        routes=(Route(kind="your_lead", name="Your safeguarding lead", says="Tell your lead first.", source=NATIONAL),
                Route(kind="ring_now", contact="hub", name="Access and Referral Hub", says="Ring the Hub.",
                      dial="01632 960100", printed="01632 960100", trust="printed", open_now=True,
                      until=datetime(2026, 11, 20, 16, 20, tzinfo=LONDON), warning="Check before use.",
                      before=datetime(2026, 11, 20, 15, 15, tzinfo=LONDON), source=HERE)),
        deadlines=(Deadline(id="written", says="Send the referral in writing", rule="within 2 working days",
                            kind="working_days", owner="you", due=date(2026, 11, 24), start="call_made",
                            source=HERE),
                   Deadline(id="reply", says="The Hub decides", rule="within 24 hours", kind="hours",
                            owner="the_service", due=datetime(2026, 11, 21, 9, 50, tzinfo=LONDON),
                            start="call_made", source=HERE),
                   Deadline(id="chase", says="Chase if you have heard nothing", rule="the next working day",
                            kind="working_days", owner="you", due=date(2026, 11, 23), start="call_made",
                            chase=True, source=NATIONAL)),
        own_view=OwnViewCompared(view="refer_with_agreement", relation="same", says="Your view and this result agree."),
        documents=(DocumentDue(ours="referral", name="Referral", says="Send it after the call.", first=True,
                               area="central_bedfordshire", form="hub_referral",
                               attachments=("EHC plan",)),),
        gaps=(Gap(kind="not_known", says="Whether B is known to social care."),
              Gap(kind="our_reading", says="The document gives no number of worries for Level 3.", source=HERE)),
    ).model_copy(update=changes)


DECISION = decision()
