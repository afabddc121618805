"""The parts of a pack, one class a kind of row or entry. Every fact carries its citation.

Words a reader sees are in `says`, `means`, `name`, `note` and `why`. Lists are tuples, so a loaded pack cannot change.
"""
import datetime as dt
from functools import cached_property
from typing import Self

from pydantic import Field, field_validator, model_validator

from guidance.agreement import HelpOffered
from guidance.vocabulary import (
    BankHolidays, Basis, BodyPlace, CallOutcome, Certainty, Checked, Citation, ConsentSubject, ConsentUse, Day, Door,
    DutyUse, EventName, Fact, FactorKind, FirstCall, FoundIn, Harm, HarmBy, HoursKind, IndicatorKind, KnownBy,
    LawStatus, NO_RULE, NoNamesAdvice, Outcome, Owner, PlaceNow, ProcessKind, ProcessUse, QUIETEST, RaiseKind,
    ReferralAnswer, Ring, RoleSetting, SightFact, Signer, StatementKind, Status, TellingEffect, TellingScope,
    TellingUse, TimeKind, Trust,
)
from guidance.words import Words


class Source(Fact):
    """A published document. `superseded_by` is the id of the source that has replaced it."""

    id: str
    title: str
    publisher: str
    date: str
    edition: str = ""
    kind: str = "guidance"
    checked_on: dt.date
    review_by: dt.date
    certainty: Certainty = "high"
    superseded_by: str = ""
    cited_in: str = ""
    url: str = ""
    note: str = ""


class Term(Fact):
    """A local or national term and what it means."""

    term: str
    says: str
    source: Citation


class ReadingRule(Fact):
    """How many distinct concerns a level asks for. `ours` marks our own reading where the document gives no number.

    Whoever shows it says that it is ours, so `says` does not.
    """

    concerns: int = Field(ge=1)
    ours: bool = False
    says: str


class Level(Fact):
    """One segment of the windscreen, calmest first in the pack.

    `need_path`: at the level for significant harm, the help where only needs stand there and no harm is stated.
    """

    id: str
    printed: str = ""
    name: str
    also_called: tuple[str, ...] = ()
    colour: str
    means: str
    basis: str = ""
    leads: str
    response: str
    outcome: Outcome
    document: str = ""
    agreement: str
    needs_agreement: bool = False
    acting: bool = False
    reading: ReadingRule | None = None
    need_path: HelpOffered | None = None
    source: Citation


class Domain(Fact):
    """A printed heading of the threshold chart and the ring it is drawn in."""

    id: str
    name: str
    ring: Ring


class Statement(Fact):
    """A sentence of ours with its citation: a reading rule or a gap.

    `kind` is what sort of gap it is; `duties`: shown in a result only where one of them is met. `lacks`: for which of
    these there is no number of the area's own, so that the lint asks for none. `from_years`, `under_years`: of a gap
    that is about children of these ages, and says nothing where every child of a case is known to be of another.
    """

    id: str = ""
    kind: StatementKind = "silent"
    says: str
    duties: tuple[str, ...] = ()
    lacks: tuple[Door, ...] = ()
    from_years: int | None = Field(default=None, ge=0)
    under_years: int | None = Field(default=None, ge=0)
    source: Citation


class Raise(Fact):
    """What this document says matters beyond the count of concerns. Lifts `highest` by one level at most.

    `under_years` and `topics` belong to `young_child`: below which age, and which worries are about care or safety.
    """

    kind: RaiseKind
    says: str
    under_years: int | None = None
    topics: tuple[str, ...] = ()
    source: Citation


class Indicator(Fact):
    """One printed row of a threshold chart, in our words.

    `from_years`, `under_years`: the ages that the statement's own words name. Where no child is named and one of the
    case is of such an age, or may be, it is not read of a child who is not. `at_home`: it can only be about somebody
    who cares for the child, in whatever part of the document it stands. `found_in`: where an answer is held.
    `from_months`, `under_months`: it cannot be so of a child who is younger, or as old; where every child is known to
    be so, it is folded away with the reason, and nothing else follows; from 0 months it cannot be so of an unborn child
    alone. `alike`: statements of one topic that say nearly the same are asked under this plain statement, which all of
    them share, each with the words in which it `differs`; it may be the words of a sign. `known_by`: the statement's
    own words say that the child said it, or that somebody told of it, so that no paper says that this is not known.
    `between_adults`: it is of two adults of the family against each other, so that another one may have heard what the
    one who was asked has answered, also where nobody else has been named. `born_under_months`: it may as well be
    of a child who is born and younger than that; beside one it starts no duty about a birth to come where every child
    is known to be born and nobody is pregnant.
    """

    id: str
    level: str
    domain: tuple[str, ...]
    subdomain: str = ""
    ring: Ring
    scale: str = ""
    kind: IndicatorKind
    harm: Harm | None = None
    concern: str
    topics: tuple[str, ...]
    says: str
    stands_at: str = ""
    at_least: Outcome | None = None
    ask_first: str = ""
    duty: tuple[str, ...] = ()
    from_years: int | None = None
    under_years: int | None = None
    at_home: bool = False
    between_adults: bool = False
    found_in: FoundIn = QUIETEST
    from_months: int | None = Field(default=None, ge=0)
    under_months: int | None = Field(default=None, ge=0)
    alike: str = ""
    differs: str = ""
    known_by: KnownBy | None = None
    born_under_months: int | None = Field(default=None, ge=0)
    source: Citation
    note: str = ""


class EverydayWords(Fact):
    """What people say, and the words of statements and signs that they mean by it, nearest first (guidance/search.py).

    `name`: for whoever keeps the list; `said`: words or short phrases as somebody would type them; `means`: each of
    them words that stand in one statement; `topics`: the worries they belong to, where a document has no such words.
    """

    name: str
    said: tuple[str, ...] = Field(min_length=1)
    means: tuple[str, ...] = Field(min_length=1)
    topics: tuple[str, ...] = ()


class SignGroup(Fact):
    """Signs that are asked as one question, such as those that a child says or shows. `order`: from the top.

    `formerly`: what the questions were called of which this one has taken over signs. A doubt about one of those is a
    doubt about this one.
    """

    id: str
    name: str
    order: int
    formerly: tuple[str, ...] = ()


class Sign(Fact):
    """A sign that cannot wait. `means` says what it does and does not cover; `telling` is the id of a telling rule, and
    `none` in a file where it has none of its own.

    `group`: the id of a national group, in which it is asked; `in_short`: the few plain words for it in the line of the
    group, of which one "No" answers them all. `from_months`, `under_months`: it cannot be so of a child who is younger,
    or as old; an unborn child is of no age, and only a sign that is `unborn` can be so of one.
    `place_now`: the answer about where the child is that amounts to this sign. `body`: a mark on one of these places
    asks about this sign; `sight`: so does one of these changes. `found_in`: where an answer is held.
    `also`: who is rung besides the first call and the front door, after both; `then` says of each when. `known_by`: as
    of an indicator. `still`: it is about a child who cannot move about, and a search shows it after others for one who
    can.
    """

    id: str
    group: str
    in_short: str = ""
    says: str
    means: str
    outcome: Outcome = "refer_now"
    first_call: FirstCall
    then: str
    telling: str
    duty: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    unborn: bool = False
    place_now: PlaceNow | None = None
    body: tuple[BodyPlace, ...] = ()
    sight: tuple[SightFact, ...] = ()
    found_in: FoundIn = QUIETEST
    from_months: int | None = Field(default=None, ge=0)
    under_months: int | None = Field(default=None, ge=0)
    also: tuple[FirstCall, ...] = ()
    known_by: KnownBy | None = None
    still: bool = False
    source: Citation
    checked: Checked | None = None

    @property
    def short(self) -> str:
        """The few plain words for it; where the pack has none, its sentence without the stop."""
        return self.in_short or self.says.rstrip(".")

    @field_validator("telling", mode="before")
    @classmethod
    def _none_is_no_rule(cls, written: object) -> object:
        return "" if written == NO_RULE else written


class Factor(Fact):
    """A protective factor, warning sign or circumstance printed in a list of its own.

    `from_months`, `under_months`, `alike`, `differs`, `born_under_months`: as of an indicator.
    """

    id: str
    kind: FactorKind
    group: str
    topics: tuple[str, ...] = ()
    says: str
    at_least: Outcome | None = None
    ask_first: str = ""
    duty: tuple[str, ...] = ()
    from_months: int | None = Field(default=None, ge=0)
    under_months: int | None = Field(default=None, ge=0)
    alike: str = ""
    differs: str = ""
    born_under_months: int | None = Field(default=None, ge=0)
    source: Citation
    note: str = ""


class Number(Fact):
    """A telephone number as printed, and the one to dial: the same, a corrected one, or none (`dial` empty)."""

    printed: str
    dial: str = ""
    trust: Trust
    note: str = ""
    source: Citation

    @model_validator(mode="after")
    def _suspect_is_never_dialled(self) -> Self:
        if self.trust == "suspect" and self.dial:
            raise ValueError("a number with trust 'suspect' has no 'dial': it is shown with its warning, never offered")
        if self.trust != "suspect" and not self.dial:
            raise ValueError("a number that is not 'suspect' says what to 'dial'")
        return self


class Address(Fact):
    """An e-mail address or web form."""

    at: str
    trust: Trust
    note: str = ""
    source: Citation


class Period(Fact):
    """Opening times on some days of the week, Europe/London. `closes` before `opens` means it crosses midnight."""

    days: tuple[Day, ...] = Field(min_length=1)
    opens: dt.time
    closes: dt.time


class Hours(Fact):
    """When a contact answers. `outside` means whenever `outside_of` is closed; `unknown` is an honest answer."""

    kind: HoursKind
    periods: tuple[Period, ...] = ()
    outside_of: str = ""
    bank_holidays: BankHolidays = "closed"
    as_printed: str = ""
    note: str = ""

    @model_validator(mode="after")
    def _kind_matches(self) -> Self:
        if (self.kind == "weekly") != bool(self.periods):
            raise ValueError("hours of kind 'weekly' have 'periods', and no other kind has them")
        if (self.kind == "outside") != bool(self.outside_of):
            raise ValueError("hours of kind 'outside' name the contact in 'outside_of', and no other kind does")
        return self


class Contact(Fact):
    """Somebody to ring or write to. `outside` is the id of who answers when this contact is closed.

    `also_called`: other names by which the steps of this area call a front door or duty team, as they stand there.
    """

    id: str
    name: str
    purpose: tuple[str, ...]
    says: str
    audience: str = "professionals"
    numbers: tuple[Number, ...] = ()
    emails: tuple[Address, ...] = ()
    web: tuple[Address, ...] = ()
    hours: Hours
    outside: str = ""
    answerphone: bool = False
    also_called: tuple[str, ...] = ()
    no_names_advice: NoNamesAdvice = "not_printed"
    checked_on: dt.date
    source: Citation
    note: str = ""

    def dial(self) -> Number | None:
        """The first number that may be offered for dialling: never a suspect one."""
        return next((number for number in self.numbers if number.dial), None)

    def suspects(self) -> tuple[Number, ...]:
        """Numbers printed in the document that must not be dialled, to be shown with their warning."""
        return tuple(number for number in self.numbers if number.trust == "suspect")


class ConsentRule(Fact):
    """What a document says about agreement, sharing or telling. `stricter` shows the national rule beside it.

    `use`: the job that the engine gives this national rule. `prompts_telling`: it asks to tell or to ask the family, so
    it is not shown where nobody in the family is to be told yet.
    """

    id: str
    use: ConsentUse | None = None
    prompts_telling: bool = False
    about: ConsentSubject
    levels: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    says: str
    from_whom: str = ""
    if_refused: str = ""
    stricter: bool = False
    source: Citation
    checked: Checked | None = None


class TellingRule(Fact):
    """When somebody is not told yet, or the front door is asked first. `unless` names who may still be told, safely.

    `others`: what a rule about the person suspected means for the family members who are not suspected, and
    `others_says`: why, in words about them. `at_home`: what it is about happens at home, whoever is named.
    `at_home_for`: so it is for such a child, or one of whom that is not known. `not_by`: kinds of person outside the
    home who cannot have done it, so that naming them closes nothing.
    `own_partner`: it is about the young person's own partner, who is then meant by the answer "a partner".
    `use`: the job that the engine gives this national rule. `body`: a mark on one of these places switches it on.
    `under_years`: for children below this age, or of an age not known. `confidence`: kept for the young person's own
    sake, who is asked and decides; it is no reason to keep anything from them, and says nothing of harm. `named_only`:
    it holds only where the user suspects somebody at home, and makes nobody suspected.
    """

    id: str
    use: TellingUse | None = None
    confidence: bool = False
    named_only: bool = False
    body: tuple[BodyPlace, ...] = ()
    under_years: int | None = None
    effect: TellingEffect
    scope: TellingScope
    says: str
    unless: str = ""
    others: TellingEffect | None = None
    others_says: str = ""
    at_home: bool = False
    at_home_for: "Condition | None" = None
    not_by: tuple[HarmBy, ...] = ()
    own_partner: bool = False
    lifted_by: str
    source: Citation
    checked: Checked | None = None


class Condition(Fact):
    """When a duty, timescale or document applies: every field that is filled must match.

    Ages are in whole years. `either`: of what is asked of a child, one is enough. `without_statuses`: a document is not
    called for where a child has one of these. `beside_concern`: an unknown fact counts as met only beside another
    concern, for what is ordinary by itself. `elsewhere`: the child is now in another area than home; `disagreement`:
    a lead or the front door decided not to act and the user still worries. `sight`: one of these changes is so, or may
    be; `earlier_referral`: the front door was asked before and answered so; `suspected_works`: somebody suspected works
    or volunteers with children, or cares for the child as their work (`decision/carers.py`). `worry`: something was
    found: a statement of a need or risk, a sign that is so or not sure, or a worry in the user's own words; beside
    `statuses` about a child who has one of them.
    """

    outcomes: tuple[Outcome, ...] = ()
    levels: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    without_statuses: tuple[Status, ...] = ()
    harm_by: tuple[HarmBy, ...] = ()
    roles: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    under_years: int | None = None
    from_years: int | None = None
    unborn: bool | None = None
    disabled: bool | None = None
    moves_about: bool | None = None
    either: bool = False
    interpreter: bool | None = None
    elsewhere: bool | None = None
    disagreement: bool | None = None
    sight: tuple[SightFact, ...] = ()
    earlier_referral: tuple[ReferralAnswer, ...] = ()
    suspected_works: bool | None = None
    worry: bool | None = None
    beside_concern: bool = False
    always: bool = False

    @cached_property
    def about_child(self) -> bool:
        """Whether it asks for an age or an ability of a child."""
        asked = (self.under_years, self.from_years, self.unborn, self.disabled, self.moves_about)
        return any(value is not None for value in asked)

    @cached_property
    def about_case(self) -> bool:
        """Whether it asks for a fact of the case that is neither a child's nor the user's."""
        facts = (self.suspected_works, self.worry)
        return bool(self.harm_by or self.sight or self.earlier_referral) or any(fact is not None for fact in facts)


class Timescale(Fact):
    """How long something may take. Units are never converted: working days are not days, school days neither.

    `chase`: when to ask again for an answer. `before`: counted backwards from the start. `prompts_telling`: what is to
    be done by then would tell somebody of the worry, so it has no place in a calendar that others may see.
    `seeks_place`: what is to be done by then looks for where the family is, so it is not said where they are hiding.
    `with_the_call`: it is about the call, its form or what the front door does then, so it is the time of the area
    that is rung. `met_by`: the call that does it, once it is on record as made and answered.
    `if_unborn`, `note_if_unborn`: what it and its note say where no child is born yet; empty where that is the same.
    """

    id: str
    says: str
    if_unborn: str = ""
    kind: TimeKind
    amount: int | None = Field(default=None, ge=0)
    start: EventName
    when: Condition
    owner: Owner
    do_by: bool = True
    before: bool = False
    chase: bool = False
    prompts_telling: bool = False
    seeks_place: bool = False
    with_the_call: bool = False
    met_by: FirstCall | None = None
    disagrees_with: str = ""
    source: Citation
    checked: Checked | None = None
    note: str = ""
    note_if_unborn: str = ""


class Step(Fact):
    """One action of a duty or process, for roles with one of these properties only (roles.yaml).

    `prompts_telling`: it would tell somebody in the family, so it is not shown where nobody there is to be told yet.
    `seeks_place`: it looks for where the family is, so it is not shown where they are hiding. Where the child is in
    another area, words of ours stand in a step in the place of what home calls its front door. `says_purpose`: in a
    script it says what the call is for, so other words stand there where only a talk is asked for.
    `if_unborn`: what it says where no child is born yet; empty where that is the same. `finds_due_date`: it
    asks to find that out, so it is not shown where it is written down already. `in_short`: it in few words, where it is
    among the first things that its duty asks.
    """

    id: str = ""
    says: Words
    if_unborn: str = ""
    who: Words = ""
    by: str = ""
    for_roles: tuple[str, ...] = ()
    not_for_roles: tuple[str, ...] = ()
    prompts_telling: bool = False
    seeks_place: bool = False
    says_purpose: bool = False
    finds_due_date: bool = False
    in_short: str = ""
    source: Citation | None = None


class Tool(Fact):
    """An assessment tool, and who may use it. Its absence never stops a referral."""

    name: str
    says: str
    who_may: str
    source: Citation


class DutyDocument(Fact):
    """A document of ours that a duty calls for in every area, unless the area names a form of its own for it."""

    ours: str
    name: str
    says: str


class Duty(Fact):
    """Something that must be done whatever the level. An area's entry with a national id adds to the national one.

    `applies` narrows an already triggered duty (unknown counts as met); `triggers` starts it from facts of the case.
    `at_least_where`: it asks for its `at_least` only where these facts are known to be so, and otherwise for nothing.
    `first_call`: who is rung because of it, where it leads and nothing is more urgent. `quiet`: beside it nothing is
    said of what would change the result, since looking for more would mean asking. `withholds_place`: where the
    family is must stay secret, so papers that may be passed on leave it out and nobody is sent to look for it. `use`:
    the job that the engine or a page gives it. `in_short`: the first thing to do, in few words: the answer in the line
    that opens it, where none of the steps that are shown has one. `tells`: what the user says to the council, where
    this is something that it must be told.
    """

    id: str
    use: DutyUse | None = None
    first_call: FirstCall | None = None
    quiet: bool = False
    withholds_place: bool = False
    document: DutyDocument | None = None
    name: str
    in_short: str = ""
    tells: str = ""
    letter: str = ""
    says: str
    triggers: Condition | None = None
    applies: Condition | None = None
    at_least: Outcome | None = None
    at_least_where: Condition | None = None
    leads: bool = False
    telling: str = ""
    steps: tuple[Step, ...]
    do_not: tuple[Step, ...] = ()
    tool: Tool | None = None
    contact: str = ""
    timescales: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    warn: tuple[str, ...] = ()
    gap: str = ""
    source: Citation
    checked: Checked | None = None

    @cached_property
    def cited_steps(self) -> tuple[Step, ...]:
        """The steps, each with the duty's own citation where it has none of its own."""
        return tuple(_cited(step, self.source) for step in self.steps)

    @cached_property
    def cited_do_not(self) -> tuple[Step, ...]:
        """The do-not list, cited in the same way."""
        return tuple(_cited(step, self.source) for step in self.do_not)


def _cited(step: Step, source: Citation) -> Step:
    return step if step.source else step.but(source=source)


class Process(Fact):
    """Ordered steps with who and by when: escalation, review, principles, routes.

    `use`: the job that a page gives this national process. `after`: what happened on the telephone that it follows.
    """

    id: str
    name: str
    kind: ProcessKind
    use: ProcessUse | None = None
    after: CallOutcome | None = None
    says: str
    steps: tuple[Step, ...]
    contact: str = ""
    source: Citation
    checked: Checked | None = None
    note: str = ""


class Band(Fact):
    """One band of another scale, such as a colour of a triage rating."""

    id: str
    name: str
    says: str
    timescale: str = ""
    also_called: tuple[str, ...] = ()


class Scale(Fact):
    """A scale that is not the levels: triage colours, exploitation grid, allegation tiers."""

    id: str
    name: str
    says: str
    bands: tuple[Band, ...]
    source: Citation


class Attachment(Fact):
    """Something that should go with a document, and when. Its absence never stops the document."""

    says: str
    when: Condition
    source: Citation


class Signature(Fact):
    """Somebody who signs a form. `says`: in words that can stand beside the line. `ours`: the form has no such line."""

    by: Signer
    says: str
    ours: bool = False


class LocalDocument(Fact):
    """A form the area names, and which document of ours stands for it.

    `order`: the sections of our referral that come first here, in this order; the others follow in our own.
    `contact`: whom to ask about it. `sent_to`: the contact that the document sends it to, empty where it goes nowhere
    that we hold a contact for: it is never said to be sent anywhere else. `signatures`: who signs it; empty where the
    document says nothing of it. `call_first`: the call that comes before it, which no paper asks for once it was made;
    `channel`: how it is sent. `note`: what else to know before it is made, shown with it.
    """

    id: str
    name: str
    ours: str
    says: str
    when: Condition
    contact: str = ""
    sent_to: str = ""
    call_first: str = ""
    channel: str
    order: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    source: Citation
    note: str = ""


class Role(Fact):
    """A practitioner's role and what follows from it."""

    id: str
    name: str
    setting: RoleSetting
    lead: str = ""
    works_alone: bool = False
    fgm_duty: bool = False
    first_responder: bool = False
    note: str = ""
    source: Citation
    checked: Checked


class RowOfTopic(Fact):
    """The row of an Early Help Assessment for statements of a topic whose other topics are these, in their order. Of a
    topic that is about more than one row, only for statements of these `concerns`."""

    row: str
    beside: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()


class Topic(Fact):
    """A worry in plain words, as offered on the topics page. `where_on_body`: beside its statements that is asked.
    `rows`: where in an assessment its statements stand that are about one row of it."""

    id: str
    name: str
    says: str
    group: str
    order: int
    where_on_body: bool = False
    rows: tuple[RowOfTopic, ...] = ()


class Law(Fact):
    """A change in law or statutory guidance. `in_force` empty means not known to be in force; `says` is worded so."""

    id: str
    name: str
    says: str
    in_force: dt.date | None = None
    status: LawStatus
    duties: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    source: Citation
    checked: Checked


class OutcomeWords(Fact):
    """How an outcome is named and explained to the user: fixed wording, kept with the data.

    `if_unborn`: what it says where no child is born yet; empty where that is the same.
    """

    id: Outcome
    name: str
    says: str
    if_unborn: str = ""
    agreement: str


class Holidays(Fact):
    """Which bank holidays count and until which year they are known; later years are said to be unknown."""

    subdivision: str
    known_until: int
    extra: tuple[dt.date, ...] = ()
    source: Citation
    checked: Checked
