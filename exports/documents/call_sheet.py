"""The call sheet: one page to ring with. The number, then what to say in the order in which one says it: who rings and
about whom, where the child is, what is known and from whom, what is not known, what is asked; then room for the answer.
"""
import re
from datetime import datetime
from functools import partial

from decision.after import call_999_is_due
from decision.case import Child, FamilyMember, YoungPerson
from decision.result import Route, RouteKind
from decision.then import before_ringing
from exports import beside, findings, from_check
from exports.blocks import Block, Callout, Grid, Heading, Led, Long, Paragraph, Rows, Value, value
from exports.by_known import EVERYTHING
from exports.calls_made import on_record, told_on
from exports.declaration import Document, of_each
from exports.details import NOT_KNOWN
from exports.in_danger import danger_line
from exports.material import Material, number_note
from exports.parts import harmed, speaks, told
from exports.whose_yes import not_counted
from exports.pdf.text import clean, sentences
from exports.referral_family import advice, other_children
from exports.sheet_says import child_line, known, places, words, written_place
from exports.two_answers import both_short
from exports.words import LEAD
from exports.young_person import YOUNG, the_young_person
from guidance.our_documents import our_document
from guidance.words import say
from guidance.words.forms import apart, capital, clock, listed, mid, weekday_and_moment

CHILDREN = 4
PEOPLE = 4
FOUND = 8
"""Statements that are read out where not all fit."""
FACTS = 260
"""Letters of a note, of the child's words and of the like, where not all fit."""
ROUTES = 4
NAME = 80
"""Letters of a contact's name beside its number: no name of a pack is longer. Less only where nothing else fits."""
LEAST_SAID = 40
"""Letters of what was said of or by somebody, where not all fits: less says nothing."""
WHO = 64
"""Letters of whom a line of the family is about, as long as it is not all that fits: a person is told by them."""
LEAST = 100
"""Letters of a line to say, and of what stands under a number, as long as anything else can be cut."""
SHORT_HELP = 0.2
"""The share at which the help that follows is said in a line."""
LAST_RESORT = 0.1
"""The share at which what the packs say is cut as well."""
LITTLE = 40
"""Room to write the answer in, where more would leave no room for what is said."""
SENTENCE = re.compile(r"(?<=[.!?])\s+")
NUMBER = re.compile(r"\d{3}|@|\w\.\w|\d\d:\d\d|\boption\b|\bpress\b", re.IGNORECASE)
"""What shows that a sentence says how to reach somebody, or by when."""
WITHOUT_NUMBER: tuple[RouteKind, ...] = ("tell_too", "advice")
"""Kinds of route whose words stand whole where no number is held: whom to ask for it."""


def build(m: Material, share: float = 1, room: float = 150) -> tuple[Block, ...]:
    """Everything for one page, in the order in which one speaks, with so much `room` to write the answer in; with a
    smaller `share` long answers and lists are cut shorter, and say so. At 1 nothing that the writer wrote is cut.
    """
    return (
        Callout("stop", say("papers.sheet.danger", number=m.emergency_number()), (), tight=True),
        Heading(say("papers.sheet.ring"), tight=True), *_ring(m, share),
        Paragraph(before_ringing(m.decision, m.packs), "tight"),
        Heading(say("papers.sheet.say"), tight=True), *danger_line(m), *_say(m, share), *_spoken(m, share),
        *_answers(room * share),
        *([Paragraph(say("papers.sheet.dots"), "small")] if share < 1 else []),
    )


def _room(letters: float, share: float) -> float:
    """Letters of an answer at a share; all of them at 1."""
    return letters * share if share < 1 else EVERYTHING


def short(said: str, room: float) -> str:
    """One line of at most so many letters, with three dots where there is more."""
    line = " ".join(clean(said).split())
    return line if len(line) <= room else line[:int(room)].rstrip() + " …"


def _spoken(m: Material, share: float) -> tuple[Block, ...]:
    """What to say: who rings and about whom, where the child is, what is known, what is not, and what is asked for."""
    letters = _room(FACTS, share)
    most = EVERYTHING if share == 1 else max(2, round(FOUND * share))
    why = beside.why_now(m, rows=False).said
    rows = (
        *_me(m, share), (say("papers.child"), _children(m, share)),
        *((label, _short(said.said, _room(90, share))) for label, said in places(m, _shown(m, share))),
        (say("papers.sheet.where"), _where(m, share)),
        *((label, _short(said.said, letters * most)) for label, said in known(m, most, letters)),
        (say("papers.sheet.words"), _short(words(m), letters)),
        (say("papers.sheet.injury"), _short(from_check.injury_of(m).said, letters)),
        (say("papers.can_reach"), _short(from_check.suspected(m).said, letters)),
        (say("papers.why_now.heading"), _short(why, letters)), *told_on(m),
        (say("papers.last_seen"), from_check.last_seen(m)), (say("papers.safe_until_open"), from_check.safe_until(m)),
        (say("papers.sheet.rung"), _short(on_record(m), letters)),
        (say("papers.sheet.earlier"), _short(from_check.history(m).said, letters / 2)),
        (say("papers.tried.heading"), _short(_tried(m), letters)),
        (say("papers.sheet.safe_people"), _short(from_check.safe_people(m).said, letters / 2)),
        (say("papers.sheet.not_known"), _short(sentences(from_check.not_known(m, beside=True)), letters)),
        (say("papers.sheet.ask"), _short(from_check.ask(m).said, letters)),
        (say("papers.sheet.ask_last"), _asked_last(m, share)), *both_short(m, share <= SHORT_HELP),
        (say("papers.sheet.family"), _family(m, share)),
        (say("papers.contact.safe"), _short(from_check.safe_contact(m).said, letters)),
    )
    always = (say("papers.sheet.where"), say("papers.can_reach"), say("papers.sheet.number"))
    return (Rows(tuple(row for row in rows if row[0] in always or not row[1].muted), open=True),)


def _tried(m: Material) -> str:
    """Help so far and what it changed, where the result rests on it; otherwise the referral has it."""
    rests = any(one.kind == "help_without_change" for one in m.decision.place.raised)
    return from_check.tried(m).said if rests else ""


def _short(said: str, room: float) -> Value:
    return value(short(sentences(said.split("\n")) if "\n" in said else said, room) if room < EVERYTHING else said)


def _where(m: Material, share: float) -> Value:
    """Where the child is and until when, always whole; what was written about it is cut where there is no room."""
    known, written = findings.where_now(m), written_place(m, _shown(m, share))
    said = apart(one.said for one in (known, written) if not one.muted)
    return _short(said, max(_room(130, share), len(findings.where_facts(m)))) if said else known


def _ring(m: Material, share: float) -> tuple[Block, ...]:
    """Whom to ring, in the order of the result; the first number large, with its times under it."""
    blocks: list[Block] = []
    large = next((route for route in m.ring(ROUTES) if route.dial), None)
    for route in m.ring(ROUTES):
        name = short_name(route.name, NAME if share > LAST_RESORT else NAME / 4)
        email = say("papers.sheet.email", address=route.email) if route.email else ""
        without = "" if route.dial else route.says
        more = sentences((without, _times(m, route), number_note(route, m.packs), email, route.instead))
        number = say("papers.labelled", who=name, said=route.dial) if route.dial else name
        if route is large:
            blocks += [Paragraph(number, "big"), Paragraph(whole_sentences(more, _packs_room(190, share)), "tight")]
        else:
            worse = route.kind == "if_worse"
            room = len(more) if worse and share > LAST_RESORT else len(without) if route.kind in WITHOUT_NUMBER else 0
            said = whole_sentences(more, max(_packs_room(130, share), room))
            blocks.append(Paragraph(sentences((route.says if worse else "", number, said)), "tight"))
    return tuple(blocks)


def _packs_room(letters: float, share: float) -> float:
    """Room for what a pack says: whom to ring and what to say go after everything that the user wrote."""
    return letters * share if share <= LAST_RESORT else max(letters * share, LEAST)


def short_name(name: str, room: float = NAME) -> str:
    """A contact's name on one or two lines; what stands in brackets at its end, such as what to press, is never cut."""
    words, bracket, option = name.rpartition(" (")
    if not bracket or not option.endswith(")"):
        return short(name, room)
    return f"{short(words, max(room - len(option), room / 2))} ({option}"


def whole_sentences(said: str, room: float) -> str:
    """The sentences that fit into so many letters, and each that holds a number or address: half a number is none."""
    kept: list[str] = []
    for sentence in SENTENCE.split(" ".join(clean(said).split())):
        if len(" ".join((*kept, sentence))) <= room or NUMBER.search(sentence):
            kept.append(sentence)
        elif not kept:
            kept.append(short(sentence, room))
        elif kept[-1][-1] != "…":
            kept.append("…")
    return " ".join(kept)


def _times(m: Material, route: Route) -> str:
    return sentences((
        say("papers.sheet.before", time=_clock(m, route.before)) if route.before else "",
        say("papers.sheet.until", time=_clock(m, route.until)) if route.open_now and route.until else "",
        say("papers.sheet.opens", time=_clock(m, route.opens)) if route.open_now is False and route.opens else "",
    ))


def _clock(m: Material, at: datetime) -> str:
    """The time where it is today, otherwise with its date."""
    return clock(at) if at.date() == m.now.date() else weekday_and_moment(at)


def _say(m: Material, share: float) -> tuple[Block, ...]:
    """The words to begin with, after danger: what 999 asks, where it is rung first; of what there is to say to the team
    those that come second, after who one is."""
    to_999 = (capital(say("result.say.to_999")),) if call_999_is_due(m.case, m.decision) else ()
    first = (*to_999, *m.decision.say[:2][-1:])
    return tuple(Paragraph(Led(short(line, _packs_room(220, share)), ""), "tight") for line in first)


def _asked_last(m: Material, share: float) -> Value:
    """What to ask before the call ends: the last of what there is to say."""
    last = m.decision.say[-1:] if len(m.decision.say) > 2 else ()
    return value(" ".join(whole_sentences(line, _packs_room(220, share)) for line in last))


def _shown(m: Material, share: float) -> tuple[Child, ...]:
    """The children whom there is room for."""
    return m.case.children[:len(m.case.children) if share == 1 else CHILDREN if share > LAST_RESORT else CHILDREN - 2]


def _children(m: Material, share: float) -> Value:
    """A line for each child: letter and name, age and birth, how they communicate, what they need."""
    lines = []
    for child in _shown(m, share):
        name = m.details.child(child.label).name
        said = name.text if name.text != NOT_KNOWN and not name.confidential else ""
        title = say("papers.labelled", who=child.label, said=said) if said else m.child_title(child)
        who = short(title, _room(60, max(share, 0.4)))
        more = (say("papers.with_more", said=who, more=child_line(m, child)),
                short(child.communication, _room(50, share)), short(child.disability_note, _room(50, share)))
        lines.append(apart(part for part in more if part.strip()))
    left = len(m.case.children) - len(lines)
    return value("\n".join((*lines, *((say("papers.and_more", number=left),) if left > 0 else ()))))


def _family(m: Material, share: float) -> Value:
    """A line each: whom of the family it was told, who agrees, what applies now, what else was said of them; the child
    or young person last, with their own view."""
    shown = max(PEOPLE, len(m.case.family)) if share == 1 else PEOPLE if share > LAST_RESORT else PEOPLE - 2
    family = m.case.family   # where not all fit, those who are not simply told come first
    if len(family) > shown:
        family = tuple(sorted(family, key=lambda member: m.may_be_prompted(member.key)))
    lines = [(m.relation(member), _person(m, member.key, member, from_check.also_said(member), share))
             for member in family[:shown]]
    if not lines:
        lines = [(capital(item.name), advice(m, item.person).said) for item in m.decision.telling[:shown]
                 if item.person != YOUNG]
    lines += _young(m, share)
    left = len(m.case.family) - shown
    said = [say("papers.labelled", who=short(who, max(_room(40, share), WHO)), said=line) for who, line in lines]
    return value("\n".join((*said, *((say("papers.sheet.more", number=left),) if left > 0 else ()))))


def _person(m: Material, key: str, one: FamilyMember | YoungPerson, more: str, share: float) -> str:
    """What applies to somebody now, whether they know and agree, and more that was said."""
    parts = (advice(m, key).said, told(one.told), say(f"papers.sheet.agrees.{one.agrees}") if one.agrees else "",
             not_counted(m, one), harmed(one) if isinstance(one, FamilyMember) else "", speaks(one),
             short(more, max(_room(FACTS / 2, share), LEAST_SAID)))
    return apart(part for part in parts if part)


def _young(m: Material, share: float) -> list[tuple[str, str]]:
    """The child or young person in a line, with their own view; nothing where nothing was said of it, and they are
    simply told."""
    young = m.case.young_person
    view = say("papers.labelled", who=mid(say("papers.told.view")), said=young.view) if young.view.strip() else ""
    simply = m.may_be_prompted(YOUNG) or m.telling(YOUNG) is None
    if simply and not (young.told or young.agrees or view or speaks(young)):
        return []
    others = [] if m.may_be_prompted(YOUNG) else [(who, now.said) for who, now in other_children(m)]
    return [(the_young_person(m), _person(m, YOUNG, young, view, share)), *others]


def _me(m: Material, share: float) -> tuple[tuple[str, Value], ...]:
    """Who rings: name and work, where and when they are reached, and whether their own lead knows."""
    me = m.details.referrer
    who = listed(part for part in (me.name, me.job or m.role_name(), me.agency) if part.strip() and part != NOT_KNOWN)
    lead = say("papers.sheet.lead", answer=LEAD[m.case.practitioner.lead]) if m.case.practitioner.lead else ""
    name = listed(part for part in (me.lead_name, me.lead_phone) if part.strip() and part != NOT_KNOWN)
    own_lead = say("papers.lead", lead=name) if name else ""
    reference = say("papers.sheet.reference", reference=short(m.case.reference, 30)) if m.case.reference else ""
    times = say("papers.best_times", times=short(me.best_times, _room(60, share))) if me.best_times.strip() else ""
    reached = listed(part for part in (short(me.phone, max(_room(48, share), 24)), times) if part)
    return (
        (say("papers.sheet.i_am"), _short(sentences((who, lead, own_lead, reference)), _room(190, share))),
        (say("papers.sheet.number"), value(reached)),
    )


def _answers(room: float) -> tuple[Block, ...]:
    blank = Value("")
    heads = tuple(say(f"papers.sheet.spoke.{name}") for name in ("who", "reference", "when"))
    return (
        Grid(heads, ((blank,) * 3,), (0.46, 0.27, 0.27), 22),
        Long(say("papers.sheet.advised"), blank, least=max(room, 20)),
    )


DOCUMENT = Document(
    our_document("call_sheet"), audience="professional", build=build,
    needs=("you", "children", "story", "thinking"),
    only=(*of_each("referrer", "name", "job", "agency", "phone", "best_times", "lead_name", "lead_phone"),
          *of_each("children", "name", "born", "born_estimated", "due", "address", "where_now", "school"),
          *of_each("narrative", "why_now", "worry", "exact_words", "injury", "ask", "not_known")),
    shorter=tuple(partial(build, share=share, room=room) for share, room in (
        (1, 90), (1, LITTLE), (0.9, LITTLE), (0.75, LITTLE), (0.6, LITTLE), (0.45, LITTLE), (0.3, LITTLE),
        (0.2, LITTLE), (0.14, LITTLE),
        (LAST_RESORT, LITTLE))),
)
