"""A case: what a practitioner has told us, without anybody's name. The engine sees this and nothing else.

Free text (`note`, `words` and the like) is carried for the documents; `decision` never reads it (property test 5).
Nothing has a default that means "no": an empty value means that the question has not been answered.
"""
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from decision.bounds import Day, Moment, Months, Years
from guidance.vocabulary import (
    Answer, Basis, BodyPlace, CallOutcome, CareBasis, CarerRole, Doubt, Fact, FirstCall, FrozenMap, HarmBy, HeldBackWhy,
    HelpKind, Outcome, PlaceNow, ReferralAnswer, Status, YesNo,
)
from guidance.words import say
from guidance.words.forms import listed

TEXT_LIMIT = 20_000
"""Characters that one free-text field holds; a longer answer is refused with a message, never cut."""

Text = Annotated[str, StringConstraints(max_length=TEXT_LIMIT)]
Label = Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
NotSureWhy = Literal["cannot_prove", "do_not_understand", "could_not_find_out"]
ONE_OF: Literal["one_of"] = "one_of"
WithWhom = Literal["safe_adult", "parent", "person_suspected", "other_children", "alone", "not_known"]
OwnView = Literal["watch", "early_help", "talk_to_lead", "refer_with_agreement", "refer_now", "call_999", "not_sure"]
Agreement = Literal["agrees", "refuses", "not_asked", "not_known"]
LeadReached = Literal["yes", "not_yet", "cannot_reach", "lead_decided_not_to_refer", "i_am_the_lead", "no_lead"]
Understanding = Literal["understands", "does_not_understand", "not_sure", "not_asked"]


class Child(Fact):
    """A child in the home, known by a letter. Age is in whole years or months, or a due date, or not known.

    `not_born` is an unborn child whose due date is not known. `cared_for_by`: on what ground a council looks after a
    child who is looked after. `expecting`: this young person is pregnant.
    """

    label: Label
    age_years: Years | None = None
    age_months: Months | None = None
    due_date: Day | None = None
    not_born: bool = False
    moves_about: YesNo | None = None
    disability: YesNo | None = None
    disability_note: Text = ""
    communication: Text = ""
    status: tuple[Status, ...] = ()
    status_note: Text = ""
    cared_for_by: CareBasis | None = None
    expecting: YesNo | None = None

    @model_validator(mode="after")
    def _one_age(self) -> Self:
        given = (self.age_years, self.age_months, self.due_date, self.not_born or None)
        if sum(value is not None for value in given) > 1:
            raise ValueError(say("case.two_ages"))
        return self

    @property
    def months(self) -> int | None:
        """Lowest possible age in months, 0 for an unborn child, None if not known."""
        if self.unborn:
            return 0
        return self.age_months if self.age_months is not None else (
            None if self.age_years is None else 12 * self.age_years
        )

    @property
    def unborn(self) -> bool:
        return self.not_born or self.due_date is not None


class SignAnswer(Fact):
    """The answer to one sign that cannot wait. `why` belongs to `not_sure`; `body`: where the user saw the mark."""

    answer: Answer
    why: NotSureWhy | None = None
    about: tuple[Label, ...] = ()
    basis: Basis | None = None
    body: tuple[BodyPlace, ...] = ()
    when: Text = ""
    note: Text = ""
    words: Text = ""


class Finding(Fact):
    """An indicator or factor that the user has ticked, and how they know it; with `why`, one that they are not sure of:
    "one_of", one of several that say nearly the same is so, and they have not said that it is this one (`Case.one_of`).

    What each `why` counts as is read in `known.means`. A "not sure" without a reason stands in `Case.answers`.
    """

    id: str
    why: NotSureWhy | Literal["one_of"] | None = None
    about: tuple[Label, ...] = ()
    basis: Basis | None = None
    body: tuple[BodyPlace, ...] = ()
    when: Text = ""
    note: Text = ""
    words: Text = ""


class Practitioner(Fact):
    """The user, by role. `role` is an id in the national roles."""

    role: str = ""
    relationship: Text = ""
    lead: LeadReached | None = None


class WhereNow(Fact):
    """Where the child is now, who with, and when they leave the user (local time, today)."""

    place: PlaceNow | None = None
    with_whom: WithWhom | None = None
    leaves_at: Moment | None = None
    note: Text = ""


class SourceOfHarm(Fact):
    """Who might be causing this. `members`: family members suspected; `access`: can any of them reach the child?

    `ruled_out`: family members of whom the user says that they are not the cause, and why; nobody else is cleared.
    """

    kinds: tuple[HarmBy, ...] = ()
    members: tuple[str, ...] = ()
    access: Literal["yes", "no", "not_sure", "not_known"] | None = None
    ruled_out: tuple[str, ...] = ()
    ruled_out_because: Text = ""
    note: Text = ""


class FamilyMember(Fact):
    """A parent or carer, by a short key and their relation to the child; never by name.

    `told` and `agrees` are separate facts. `risk`: would telling this person raise the risk for anyone?
    `role`: by what arrangement they care for the child; `works_with_children`: for pay or as a volunteer, anywhere.
    Of a yes or no to help: `asked_alone`, nobody else of the family was there; `agreed_to`, which help was named.
    `expecting`: she is pregnant with an unborn child of this case; `under_18`: a child herself, who decides for hers.
    `harmed`: is being harmed too, by whoever it may be; it never says that somebody else is, or is not, the cause.
    """

    key: str = Field(pattern=r"^[a-z][a-z0-9_]{0,19}$")
    relation: Text
    role: CarerRole | None = None
    works_with_children: YesNo | None = None
    responsibility: YesNo | None = None
    told: YesNo | None = None
    agrees: Agreement | None = None
    asked_alone: YesNo | None = None
    agreed_to: tuple[HelpKind, ...] = ()
    expecting: YesNo | None = None
    under_18: YesNo | None = None
    harmed: Doubt | None = None
    risk: Literal["yes", "no", "not_sure"] | None = None
    interpreter: YesNo | None = None
    language: Text = ""
    note: Text = ""


class YoungPerson(Fact):
    """The child's or young person's own view of being referred or helped, and whether they understand the decision."""

    told: YesNo | None = None
    agrees: Agreement | None = None
    understanding: Understanding | None = None
    risk: Literal["yes", "no", "not_sure"] | None = None
    interpreter: YesNo | None = None
    language: Text = ""
    view: Text = ""


class Voice(Fact):
    """The child's words and behaviour, or for a baby or a child who does not speak, what was observed."""

    words: Text = ""
    behaviour: Text = ""
    observed: Text = ""
    who_can_help: Text = ""
    not_asked_because: Text = ""


class Help(Fact):
    """Help tried before: what, by whom or when, and what changed."""

    what: Text
    when: Text = ""
    result: Text = ""


class History(Fact):
    """Earlier concerns and help so far. `changed` belongs to help that was tried.

    `earlier_referral`: somebody has asked the front door about this child before, with its date and its answer;
    `earlier_injury`: an injury or mark at any time that worried somebody.
    """

    earlier_concerns: YesNo | None = None
    help_tried: YesNo | None = None
    changed: Literal["yes", "some", "no", "not_known"] | None = None
    getting_worse: YesNo | None = None
    worse_since_refusal: YesNo | None = None
    earlier_referral: YesNo | None = None
    earlier_referral_on: Day | None = None
    earlier_referral_answer: ReferralAnswer | None = None
    earlier_injury: YesNo | None = None
    help: tuple[Help, ...] = ()
    how_long: Text = ""
    how_often: Text = ""
    note: Text = ""


class Sight(Fact):
    """Who goes on seeing the child, and what is not done for them. A change that takes a child out of sight is a fact.

    `not_brought`: not brought to appointments, or treatment given late or not at all; `home_education`: taken out of
    school, or about to be, to be taught at home, with the notice given; `off_roll`: leaves a school's roll for another
    reason; `moves`: the family moves away; `appointments_end`: a service that saw the child stops. `on`: the day of it.
    A child whom nobody has been able to see is a sign that cannot wait, and is asked there.
    """

    not_brought: Answer | None = None
    home_education: Answer | None = None
    notice: Literal["spoken", "written", "not_known"] | None = None
    off_roll: Answer | None = None
    moves: Answer | None = None
    appointments_end: Answer | None = None
    on: Day | None = None
    note: Text = ""


class HeldBack(Fact):
    """Why an answer is kept out of every paper but the front door's own sheet, and what the user adds about that."""

    why: HeldBackWhy
    note: Text = ""


class Events(Fact):
    """Dated events of the case, local time. A deadline starts from one of these."""

    noticed: Moment | None = None
    told: Moment | None = None
    call_made: Moment | None = None
    sent: Moment | None = None
    last_seen: Moment | None = None
    returned: Moment | None = None
    allegation_known: Moment | None = None
    disagreement: Moment | None = None


OWN_LEAD, SOMEBODY_ELSE = "own_lead", "somebody_else"
"""Whom the record of a call names where it is no contact of a pack."""


class Call(Fact):
    """What happened when the user talked or rang. `to`: the call of the result for which it stood when it was written
    down; none where that was nobody whom the result says to ring, or it is not known."""

    outcome: CallOutcome | None = None
    contact: str = ""
    to: FirstCall | None = None
    spoke_to_role: Text = ""
    reference: Text = ""
    note: Text = ""


class EarlierCall(Call):
    """One that was written down before the last, and when it was. `key`: its number, from 1, by which it is found."""

    key: str = ""
    made: Moment | None = None


class Settled(Fact):
    """A doubt that somebody's knowledge has settled: which answer, whose knowledge, when, and the result before it."""

    id: str
    answer: Literal["yes", "no"]
    whose: Text = ""
    when: Text = ""
    before: Outcome | None = None


class Case(Fact):
    """One concern. Everything is optional: a blank case is valid, and its decision says what is not known.

    `harm_before_next`: could harm come before somebody would next act, asked beside a worry that no statement names.
    `call`: the talk or call that is being written down, `earlier_calls` those before it, the oldest first. `rung`: the
    first calls made since the signs that ask for them were known, once a record (rung.py); no decision rests on it.
    `safe_until`: when the front door opens of which `safe_until_open` was said; a yes is about that one night alone.
    `held_back`: the place of an answer ("findings.<id>", "other_worry_note", "details.narrative.worry") → why.
    `signs_none`: group of signs → the signs that its "No" covered; `signs_some`: groups of which one is so, without
    which; `signs_unsure`: groups of which the user is not sure (decision/sign_groups.py).
    `one_of`: sets of statements that say nearly the same, of which one is so, without which (decision/one_of.py).
    `earlier_answers`: answers to what the guidance no longer has, in words; they count for nothing (decision/fit.py).
    """

    format: Literal["windscreen-case/7"] = "windscreen-case/7"
    reference: Annotated[str, StringConstraints(max_length=60)] = ""
    home_area: str = ""
    area_now: str = ""
    work_area: str = ""
    practitioner: Practitioner = Practitioner()
    children: tuple[Child, ...] = ()
    where_now: WhereNow = WhereNow()
    danger: Literal["yes", "no", "not_sure"] | None = None
    confirmed_safe: YesNo | None = None
    safe_until_open: Literal["yes", "no", "not_sure"] | None = None
    safe_until: Moment | None = None
    source_of_harm: SourceOfHarm = SourceOfHarm()
    signs: FrozenMap[str, SignAnswer] = Field(default_factory=dict, validate_default=True)
    signs_none: FrozenMap[str, tuple[str, ...]] = Field(default_factory=dict, validate_default=True)
    signs_some: tuple[str, ...] = ()
    signs_unsure: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    answers: FrozenMap[str, Answer] = Field(default_factory=dict, validate_default=True)
    one_of: tuple[tuple[str, ...], ...] = ()
    asked: tuple[str, ...] = ()
    unsure_topics: tuple[str, ...] = ()
    not_sure_where_to_start: bool = False
    other_worry: bool | None = None
    other_worry_note: Text = ""
    harm_before_next: Doubt | None = None
    sight: Sight = Sight()
    factors: FrozenMap[str, Answer] = Field(default_factory=dict, validate_default=True)
    no_protective_factor: bool | None = None
    strengths_note: Text = ""
    safe_people: Text = ""
    voice: Voice = Voice()
    history: History = History()
    own_view: OwnView | None = None
    own_view_reason: Text = ""
    family: tuple[FamilyMember, ...] = ()
    young_person: YoungPerson = YoungPerson()
    events: Events = Events()
    call: Call = Call()
    earlier_calls: tuple[EarlierCall, ...] = ()
    rung: tuple[FirstCall, ...] = ()
    settled: tuple[Settled, ...] = ()
    held_back: FrozenMap[str, HeldBack] = Field(default_factory=dict, validate_default=True)
    earlier_answers: tuple[Text, ...] = ()

    def areas(self) -> tuple[str, ...]:
        """The areas that a decision rests on, each once: of the home, where the child is now, where an adult works."""
        return tuple(dict.fromkeys(area for area in (self.home_area, self.area_now, self.work_area) if area))

    @model_validator(mode="after")
    def _labels_are_known_and_unique(self) -> Self:
        labels = [child.label for child in self.children]
        if len(set(labels)) != len(labels):
            raise ValueError(say("case.same_letter"))
        used = {label for finding in self.findings for label in finding.about}
        used |= {label for answer in self.signs.values() for label in answer.about}
        if unknown := sorted(used - set(labels)):
            raise ValueError(say("case.no_such_child", labels=listed(unknown)))
        return self

    def child(self, label: str) -> Child | None:
        """The child with this letter."""
        return next((child for child in self.children if child.label == label), None)


OWN_VIEW_OUTCOME: dict[str, Outcome] = {
    "watch": "universal",
    "early_help": "early_help",
    "talk_to_lead": "consult",
    "refer_with_agreement": "refer_with_agreement",
    "refer_now": "consult_today",
    "call_999": "consult_today",
    "not_sure": "consult",
}
"""What the user's own view asks for at least: it raises to `consult_today` at most and never lowers (design/2)."""
