"""The call sheet: one page to ring with. The number, what to say, where the child is, and room for what is answered."""
import re
from datetime import datetime
from functools import partial

from decision.result import Route, RouteKind
from exports import findings, found, from_check
from exports.blocks import NOT_ANSWERED, Block, Callout, Grid, Heading, Long, Paragraph, Rows, Value, value
from exports.declaration import Document
from exports.details import NOT_KNOWN
from exports.material import Material, age, number_note, one_of, yes_no
from exports.pdf.text import clean, sentences
from exports.two_answers import both_short
from exports.words import AGREES, LEAD, TELL, YES_NO
from guidance.our_documents import our_document
from guidance.words import say
from guidance.words.forms import apart, clock, listed, weekday_and_moment

CHILDREN = 4
PEOPLE = 3
FOUND = 4
"""Statements that are read out."""
ROUTES = 4
SAY = 4
NAME = 80
"""Letters of a contact's name beside its number: no name of a pack is longer. Less only where nothing else fits."""
LEAST = 100
"""Letters of a line to say, and of what stands under a number, as long as anything else can be cut."""
LAST_RESORT = 0.1
"""The share at which what the packs say is cut as well."""
SENTENCE = re.compile(r"(?<=[.!?])\s+")
NUMBER = re.compile(r"\d{3}|@|\w\.\w|\d\d:\d\d|\boption\b|\bpress\b", re.IGNORECASE)
"""What shows that a sentence says how to reach somebody, or by when."""
WITHOUT_NUMBER: tuple[RouteKind, ...] = ("tell_too", "advice")
"""Kinds of route whose words stand whole where no number is held: whom to ask for it."""


def build(m: Material, share: float = 1) -> tuple[Block, ...]:
    """Everything for one page, in the order in which one speaks; with a smaller `share` long answers and lists are cut
    shorter, and say so."""
    return (
        Callout("stop", say("papers.sheet.danger", number=m.emergency_number()), (), tight=True),
        Heading(say("papers.sheet.ring"), tight=True), *_ring(m, share), *both_short(m, share <= LAST_RESORT),
        Heading(say("papers.sheet.say"), tight=True), *_say(m, share),
        Rows(_known(m, share), open=True), *_told(m, share), *_me(m, share), *_answers(50 * share),
    )


def short(said: str, room: float) -> str:
    """One line of at most so many letters, with three dots where there is more."""
    line = " ".join(clean(said).split())
    return line if len(line) <= room else line[:int(room)].rstrip() + " …"


def _known(m: Material, share: float) -> tuple[tuple[str, Value], ...]:
    """Why now, what is known and what is not, where the child is and who is there, and what is asked."""
    why, ask = from_check.why_now(m), from_check.ask(m)
    rows = [
        (say("papers.child"), _children(m, share)),
        (say("papers.why_now.heading"), Value(short(why.said, 200 * share)) if why.said else NOT_ANSWERED),
        (say("papers.sheet.know"), value(_found(m, share))), (say("papers.sheet.where"), _where(m, share)),
        (say("papers.last_seen"), from_check.last_seen(m)), (say("papers.safe_until_open"), from_check.safe_until(m)),
        (say("papers.can_reach"), value(short(_suspected(m), 120 * share))),
        (say("papers.sheet.not_known"), value(_not_known(m, share))),
        (say("papers.sheet.ask"), value(short(ask.said, 180 * share))),
    ]
    asked = (say("papers.last_seen"), say("papers.safe_until_open"), say("papers.sheet.not_known"))
    return tuple(row for row in rows if not (row[1].muted and row[0] in asked))


def _found(m: Material, share: float) -> str:
    """The most serious statements, each with how it is known, and how many more there are."""
    so = [one for one in found.in_order(m) if not one.unsure]
    most = max(1, round(FOUND * share))
    lines = [short(f"{one.says.rstrip('.')} ({one.evidence[1].said})" if not one.evidence[1].muted else one.says,
                   max(150 * share, 40)) for one in so[:most]]
    own = short(m.case.other_worry_note, 150 * share) if m.case.other_worry_note.strip() else ""
    more = say("papers.and_more", number=len(so) - most) if len(so) > most else ""
    return "\n".join(line for line in (own, *lines, more) if line)


def _not_known(m: Material, share: float) -> str:
    """What to say that one does not know: what is not sure, and what this result says to ask."""
    unsure = [one.says for one in found.in_order(m) if one.unsure]
    gaps = [gap.says for gap in m.decision.gaps if gap.kind in ("ask_now", "check_again")]
    own = m.details.narrative.not_known
    said = dict.fromkeys((*((own,) if own.strip() and own != NOT_KNOWN else ()), *unsure, *gaps))
    return short(sentences(said), 220 * share) if said else ""


def _suspected(m: Material) -> str:
    who, source = findings.suspected(m), m.case.source_of_harm
    can = say("papers.can_reach.answer", answer=YES_NO[source.access]) if source.access else ""
    return sentences(("" if who.muted else who.said, can))


def _where(m: Material, share: float) -> Value:
    """Where the child is and until when, always whole; what was written about it is cut where there is no room."""
    return value(short(findings.where_now(m).said, max(130 * share, len(findings.where_facts(m)))))


def _ring(m: Material, share: float) -> tuple[Block, ...]:
    """Whom to ring, in the order of the result; the first number large, with its times under it."""
    blocks: list[Block] = []
    large = next((route for route in m.ring(ROUTES) if route.dial), None)
    for route in m.ring(ROUTES):
        name = short_name(route.name, NAME if share > LAST_RESORT else NAME / 4)
        email = say("papers.sheet.email", address=route.email) if route.email else ""
        without = "" if route.dial else route.says
        more = sentences((without, _times(m, route), number_note(route), email, route.instead))
        if route is large:
            blocks += [Paragraph(f"{name}: {route.dial}", "big"),
                       Paragraph(whole_sentences(more, _room(190, share)), "tight")]
        else:
            number = f"{name}: {route.dial}" if route.dial else name
            room = len(without) if route.kind in WITHOUT_NUMBER else 0
            said = whole_sentences(more, max(_room(130, share), room))
            blocks.append(Paragraph(f"{sentences((number,))} {said}".rstrip(), "tight"))
    return tuple(blocks)


def _room(letters: float, share: float) -> float:
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
    lines = " ".join(short(line, _room(160, share)) for line in m.decision.say[:SAY])
    return (Paragraph(lines, "tight"),) if lines else ()


def _children(m: Material, share: float) -> Value:
    """A line for each child: letter and name, age, how they communicate, what they need."""
    shown = max(2, int(CHILDREN * share))
    lines = []
    for child in m.case.children[:shown]:
        name = m.details.child(child.label).name
        said = name.text if name.text != NOT_KNOWN and not name.confidential else ""
        who = short(f"{child.label}: {said}" if said else f"Child {child.label}", 60 * max(share, 0.4))
        lines.append(apart(part for part in (f"{who} ({age(child).said})", short(child.communication, 50 * share),
                                             short(child.disability_note, 50 * share)) if part.strip()))
    left = len(m.case.children) - shown
    return value("\n".join((*lines, *((say("papers.and_more", number=left),) if left > 0 else ()))))


def _told(m: Material, share: float) -> tuple[Block, ...]:
    rows = []
    shown = PEOPLE if share > LAST_RESORT else PEOPLE - 1
    family = m.case.family   # where not all fit, those who are not simply told come first
    if len(family) > shown:
        family = tuple(sorted(family, key=lambda member: m.may_be_prompted(member.key)))
    for member in family[:shown]:
        telling = m.telling(member.key)
        rows.append((Value(short(m.relation(member), 40 * share)), yes_no(member.told), one_of(AGREES, member.agrees),
                     Value(TELL[telling.state] if telling else say("papers.told.ask_door"))))
    if not rows:
        rows = [(Value(short(item.name, 40 * share)), NOT_ANSWERED, NOT_ANSWERED, Value(TELL[item.state]))
                for item in m.decision.telling[:shown]]
    heads = tuple(say(f"papers.sheet.family.{name}") for name in ("who", "told", "agrees", "now"))
    return (Grid(heads, tuple(rows), (0.34, 0.18, 0.22, 0.26), tight=True), *_and_more(len(m.case.family) - shown))


def _and_more(left: int) -> tuple[Block, ...]:
    return (Paragraph(say("papers.sheet.more", number=left), "small"),) if left > 0 else ()


def _me(m: Material, share: float) -> tuple[Block, ...]:
    """Who rings, on two lines: name and work, and where and when they are reached."""
    me = m.details.referrer
    who = listed(part for part in (me.name, me.job or m.role_name(), me.agency) if part.strip() and part != NOT_KNOWN)
    phone = short(me.phone, max(48 * share, 24))
    times = say("papers.best_times", times=short(me.best_times, 60 * share)) if me.best_times.strip() else ""
    lead = m.case.practitioner.lead
    rows = (
        (say("papers.sheet.i_am"), value(short(who, 130 * share))),
        (say("papers.sheet.number"), value(sentences((phone, times)))),
        (say("papers.sheet.lead"), one_of(LEAD, lead)),
        (say("papers.sheet.reference"), value(short(m.case.reference, 30))),
    )
    return (Rows(tuple(row for row in rows if not row[1].muted or row[0] == say("papers.sheet.number")), open=True),)


def _answers(room: float) -> tuple[Block, ...]:
    blank = Value("")
    heads = tuple(say(f"papers.sheet.spoke.{name}") for name in ("who", "reference", "when"))
    return (
        Grid(heads, ((blank,) * 3,), (0.46, 0.27, 0.27), 26),
        Long(say("papers.sheet.advised"), blank, least=max(room, 20)),
        Paragraph(say("papers.sheet.dots"), "small"),
    )


DOCUMENT = Document(
    our_document("call_sheet"), audience="professional", build=build,
    needs=("you", "children", "story", "thinking"),
    shorter=tuple(partial(build, share=share) for share in (0.9, 0.75, 0.6, 0.45, 0.3, LAST_RESORT)),
)
