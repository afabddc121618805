"""What `assess` gives back: a Decision and its parts. Pages show it, documents print it; nobody computes from it.

Texts are plain sentences: `Said`, with their key in the catalogue, or the words of a pack (guidance/words). Every
reason, duty, deadline, consent statement and number carries its citation.
"""
from datetime import date, datetime
from typing import Literal

from decision.path import LedBy, Path, Settle
from guidance.models import Step, Tool
from guidance.vocabulary import (
    Basis, Citation, EventName, Fact, FirstCall, Harm, IndicatorKind, KnownBy, Outcome, Owner, RaiseKind, Ring,
    TimeKind, Trust,
)
from guidance.words import Words

ReasonKind = Literal[
    "danger", "sign", "finding", "at_least", "one_of", "raise", "duty", "telling", "own_view", "unsure", "family",
    "worry", "blank", "sight",
]
ConsentState = Literal["not_needed", "have", "ask", "refused", "not_sought"]
TellState = Literal["tell", "ask_first", "not_yet"]
GapKind = Literal[
    "unanswered", "not_known", "silent", "out_of_date", "contradictory", "suspect_number", "our_reading",
    "past_review", "duty_fact", "no_pack", "calendar", "check_again", "ask_now",
]
AskedAt = Literal[
    "", "safety", "where", "children", "signs", "who", "topics", "strengths", "history", "view", "family",
]
"""The step of the questions at which something is asked, by its id; empty where it is asked at none."""
MarkState = Literal["found", "not_sure", "not_known"]
RouteKind = Literal[
    "emergency", "police", "your_lead", "ring_now", "ring_when_open", "tell_too", "switchboard", "advice", "worker",
    "send_to", "if_worse",
]


class Reason(Fact):
    """One thing that counts for the outcome. `outcome` is what it asks for; `alone`: whether it would without all else,
    which a finding that counts only together with others does not, and neither does a rule that raises a level."""

    kind: ReasonKind
    id: str = ""
    says: Words
    why: Words = ""
    about: tuple[str, ...] = ()
    outcome: Outcome
    alone: bool = True
    source: Citation


class Mark(Fact):
    """One finding on the windscreen: segment = level order (1 the calmest), ring = domain."""

    letter: str
    id: str
    says: Words
    level: str
    order: int
    ring: Ring
    state: MarkState
    harm: Harm | None = None
    concern: Words
    about: tuple[str, ...] = ()
    basis: Basis | None = None
    known_by: KnownBy | None = None
    printed_level: str = ""
    note: Words = ""
    source: Citation


class Beside(Fact):
    """A strength or a circumstance that stands beside the windscreen and never on it."""

    id: str
    kind: IndicatorKind
    says: Words
    about: tuple[str, ...] = ()
    source: Citation


class Raised(Fact):
    """A lift of `highest` by one level, and the document's reason for it."""

    kind: RaiseKind
    says: Words
    to_level: str
    source: Citation


class Led(Fact):
    """The level of the help that comes first, where neither the answers support it nor a raise reaches it, and why."""

    by: LedBy
    to_level: str
    source: Citation


class Rim(Fact):
    """Something that asks to act whatever the level: a sign, danger now, or a statement or duty that alone asks for it.

    It stands around all levels and in none. `doubted`: the user is not sure of it, or has not answered it. `suspected`:
    it counts as so, and cannot be proved. `rung`: the call that it asks for was made and answered, with that of the
    result, and told of it; no decision rests on that.
    """

    kind: ReasonKind
    id: str = ""
    says: Words
    doubted: bool = False
    suspected: bool = False
    rung: bool = False
    about: tuple[str, ...] = ()
    outcome: Outcome
    source: Citation


class ReadingApplied(Fact):
    """The reading rule of a level from the supported one up; `ours` where the document gives no number."""

    level: str
    says: Words
    ours: bool
    source: Citation


class LevelMeaning(Fact):
    """What a level means in this area: who leads, what is done, whose agreement, on what basis, with which form."""

    level: str
    name: Words
    means: Words
    leads: Words
    response: Words
    agreement: Words
    needs_agreement: bool
    basis: Words = ""
    document: str = ""
    source: Citation


class Place(Fact):
    """Where the findings lie. `supported` and `highest` are level ids, empty where nothing was counted.

    `meaning`: what these two mean here, once where they are the same. `rim`: what holds whatever the level, most urgent
    first. `may_be_higher`: that it may be higher, where it is not said which of several statements is so; or nothing.
    `led`: the level of the help, where it is another; `asks`: what the result asks for now, and `rung`: that its first
    call was made and told of what is so, so that the picture says the same as both answers.
    """

    levels: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    supported: str = ""
    highest: str = ""
    supported_order: int = 0
    highest_order: int = 0
    raised: tuple[Raised, ...] = ()
    led: tuple[Led, ...] = ()
    rim: tuple[Rim, ...] = ()
    asks: Outcome | None = None
    rung: bool = False
    reading: tuple[ReadingApplied, ...] = ()
    meaning: tuple[LevelMeaning, ...] = ()
    strengths: tuple[Beside, ...] = ()
    context: tuple[Beside, ...] = ()
    says: Words = ""
    may_be_higher: Words = ""


class Route(Fact):
    """Whom to ring, when, and why. `dial` is empty where no number can be trusted; then `instead` says what to do.

    `year_unknown`: whether it answers now turns only on whether today is a bank holiday, which nobody knows yet.
    `officer`: it leads to the designated officer for an allegation and not to the team for the child.
    """

    kind: RouteKind
    contact: str = ""
    name: Words
    says: Words
    dial: str = ""
    printed: Words = ""
    trust: Trust | None = None
    warning: Words = ""
    open_now: bool | None = None
    until: datetime | None = None
    opens: datetime | None = None
    year_unknown: bool = False
    officer: bool = False
    before: datetime | None = None
    instead: Words = ""
    email: str = ""
    web: str = ""
    source: Citation


class Telling(Fact):
    """Whether to tell one person. `person` is a family key, `young_person` or `suspected`; `rule`: id of the rule.

    `risk_open`: nobody has said whether telling this person would raise the risk for anyone. `knows`: it was answered
    that they know already, which changes nothing of what they hear next.
    """

    person: str
    name: Words
    state: TellState
    rule: str = ""
    why: Words
    how: Words = ""
    lifted_by: Words = ""
    risk_open: bool = False
    knows: bool = False
    source: Citation


class ConsentStatement(Fact):
    """One rule about agreement, sharing or record. `national` holds the national rule where the area's is stricter."""

    about: str
    says: Words
    from_whom: Words = ""
    if_refused: Words = ""
    national: Words = ""
    source: Citation
    national_source: Citation | None = None


class Consent(Fact):
    """Agreement to a service, kept apart from sharing information and from telling.

    `afterwards`: what the levels that were reached ask for if help is offered after a talk that needs no agreement.
    """

    agreement_needed: bool
    state: ConsentState
    says: Words
    afterwards: tuple[Words, ...] = ()
    statements: tuple[ConsentStatement, ...] = ()
    record: tuple[Words, ...] = ()
    source: Citation


class DutyFound(Fact):
    """A duty that this case triggers, with the steps that apply to this user, from both packs.

    `doubted`: its sign could not be found out, so only what not to do holds. `withholds_place`: where the family is
    must stay secret. `in_short`: the first thing to do, in few words; empty where its pack has none. `tells`: what the
    user says to the council, where it must be told.
    """

    id: str
    name: Words
    in_short: Words = ""
    tells: Words = ""
    says: Words
    because: tuple[Words, ...]
    at_least: Outcome | None = None
    leads: bool = False
    first_call: FirstCall | None = None
    doubted: bool = False
    withholds_place: bool = False
    steps: tuple[Step, ...]
    do_not: tuple[Step, ...] = ()
    tools: tuple[Tool, ...] = ()
    contacts: tuple[str, ...] = ()
    unknown: tuple[Words, ...] = ()
    warnings: tuple[Words, ...] = ()
    gaps: tuple[Words, ...] = ()
    about: tuple[str, ...] = ()
    source: Citation
    also: Citation | None = None


class Deadline(Fact):
    """When something is due. `due` is None where the unit or the year cannot be computed; `rule` says it in words.

    `start`: the event that it runs from, and `starts_at`, where that is known, when it was. `from_event`: both in words
    that follow "counted from", or that it is counted from now; empty where nothing is counted or the rule says it.
    """

    id: str
    says: Words
    rule: Words
    kind: TimeKind
    owner: Owner
    due: datetime | date | None = None
    start: EventName
    starts_at: datetime | None = None
    from_event: Words = ""
    late: bool = False
    note: Words = ""
    chase: bool = False
    prompts_telling: bool = False
    seeks_place: bool = False
    source: Citation


class DeadlineHeld(Fact):
    """A deadline that is not shown, named by the place in its source and never by what is to be done, and why."""

    id: str
    why: Words
    source: Citation


class Change(Fact):
    """One answer that would move the result up, if it turned out to be so."""

    id: str
    says: Words
    to_outcome: Outcome
    to_level: str = ""
    source: Citation


class Gap(Fact):
    """Something that is not known: an answer, a silent document, an old source, a suspect number.

    `step`: of what was not answered, the step of the questions where it stands open; `topics`: of a domain that was not
    asked, those by which it is. With a silent document, the step where the user's own words have a place. `bears`: an
    answer could change the outcome, who is rung or told, a duty, a date, the level or the paper (decision/bears.py).
    """

    kind: GapKind
    id: str = ""
    says: Words
    step: AskedAt = ""
    topics: tuple[str, ...] = ()
    bears: bool = True
    source: Citation | None = None


class DocumentDue(Fact):
    """A document this result calls for. `ours` is the id in `exports`.

    Where it stands for a form of an area: `area` and `form` are the ids of both, `local` how the form is sent,
    `sent_to` the contact that its document sends it to, `ask` whom to ask about it.
    """

    ours: str
    name: Words
    says: Words
    area: str = ""
    form: str = ""
    local: str = ""
    sent_to: str = ""
    ask: Words = ""
    attachments: tuple[Words, ...] = ()
    first: bool = False
    source: Citation | None = None


Relation = Literal["same", "higher", "lower", "not_given", "same_help", "higher_help", "lower_help", "by_child"]


class OwnViewCompared(Fact):
    """The user's view beside the result. `higher`: the user's view is the more urgent one; `_help`: so of the help that
    is named first; `same_help`: that is the same, and a talk or a call is asked for too."""

    view: Words
    relation: Relation
    says: Words


class AfterCall(Fact):
    """What to do after what happened on the telephone. `talked`: somebody answered who speaks of the child's help."""

    says: Words
    steps: tuple[Words, ...]
    talked: bool = True
    source: Citation


class Decision(Fact):
    """The result of one case against the packs at one moment.

    `then`: what help follows, who leads it and whether somebody must agree to it, for each child (decision/then.py).
    `settle`: the doubts on which it rests, and what to do about them (decision/settle.py).
    `next_acting`: the day by whose end somebody would next act if nothing were done today, in London; None where the
    bank holidays of that year are not known. `deadlines_held`: those that belong to the result and are not shown.
    `before_telling`: what must be answered before anybody is told on the strength of this result.
    `say_999`: what to do and say on the call to 999, where that comes first; `say`: what to say to the team after it.
    `if_worse`: who answers now while what is asked for waits for a closed door (decision/if_worse.py).
    `before_birth`: no child of the case is born yet, so that its words are those of before a birth.
    """

    home_area: str
    made_at: datetime
    pack_versions: tuple[tuple[str, str], ...]
    outcome: Outcome
    first_call: FirstCall | None
    headline: Words
    action: Words
    say_999: tuple[Words, ...] = ()
    say: tuple[Words, ...] = ()
    place: Place
    reasons: tuple[Reason, ...]
    telling: tuple[Telling, ...]
    before_telling: tuple[Words, ...] = ()
    consent: Consent
    duties: tuple[DutyFound, ...]
    routes: tuple[Route, ...]
    if_worse: tuple[Route, ...] = ()
    deadlines: tuple[Deadline, ...]
    deadlines_held: tuple[DeadlineHeld, ...] = ()
    own_view: OwnViewCompared
    next_acting: date | None = None
    after_call: AfterCall | None = None
    documents: tuple[DocumentDue, ...]
    then: tuple[Path, ...] = ()
    settle: tuple[Settle, ...] = ()
    would_change: tuple[Change, ...] = ()
    gaps: tuple[Gap, ...]
    before_birth: bool = False

    @property
    def withholds_place(self) -> bool:
        """Whether the family hides, or may: where they are is not sought, and no paper that is passed on says it."""
        return any(duty.withholds_place for duty in self.duties)
