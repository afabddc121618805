"""The call sheet: one page to ring with. The number, what to say, where the child is, and room for what is answered."""
import re
from datetime import datetime
from functools import partial

from decision.result import Route, RouteKind
from exports import findings
from exports.blocks import NOT_ANSWERED, Block, Callout, Grid, Heading, Long, Paragraph, Rows, Value, value
from exports.declaration import Document
from exports.details import NOT_KNOWN
from exports.material import Material, age, number_note, one_of, yes_no
from exports.pdf.text import clean, sentences
from exports.two_answers import both_short
from exports.words import AGREES, LEAD, TELL
from guidance.our_documents import our_document
from guidance.words.forms import clock, listed, weekday_and_moment

CHILDREN = 4
PEOPLE = 3
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
    """Everything for one page; with a smaller `share`, long answers and long lists are cut shorter, and say so."""
    return (
        Callout("stop", f"Danger now, or badly hurt? Ring {m.emergency_number()} first.", ()),
        Heading("Ring"), *_ring(m, share), *both_short(m, share <= LAST_RESORT),
        Heading("Say"), *_say(m, share), *_children(m, share),
        Rows((("Where they are now", _where(m, share)),)),
        *_told(m, share), *_me(m, share), *_answers(58 * share),
    )


def short(said: str, room: float) -> str:
    """One line of at most so many letters, with three dots where there is more."""
    line = " ".join(clean(said).split())
    return line if len(line) <= room else line[:int(room)].rstrip() + " …"


def _where(m: Material, share: float) -> Value:
    """Where the child is and until when, always whole; what was written about it is cut where there is no room."""
    return value(short(findings.where_now(m).said, max(130 * share, len(findings.where_facts(m)))))


def _ring(m: Material, share: float) -> tuple[Block, ...]:
    """Whom to ring, in the order of the result; the first number large, with its times under it."""
    blocks: list[Block] = []
    large = next((route for route in m.ring(ROUTES) if route.dial), None)
    for route in m.ring(ROUTES):
        name = short_name(route.name, NAME if share > LAST_RESORT else NAME / 4)
        email = f"E-mail: {route.email}" if route.email else ""
        without = "" if route.dial else route.says
        more = sentences((without, _times(m, route), number_note(route), email, route.instead))
        if route is large:
            blocks += [Paragraph(f"{name}: {route.dial}", "big"), Paragraph(whole_sentences(more, _room(190, share)))]
        else:
            number = f"{name}: {route.dial}" if route.dial else name
            room = len(without) if route.kind in WITHOUT_NUMBER else 0
            said = whole_sentences(more, max(_room(130, share), room))
            blocks.append(Paragraph(f"{sentences((number,))} {said}".rstrip()))
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
        f"Ring before {_clock(m, route.before)}" if route.before else "",
        f"Open until {_clock(m, route.until)}" if route.open_now and route.until else "",
        f"Opens {_clock(m, route.opens)}" if route.open_now is False and route.opens else "",
    ))


def _clock(m: Material, at: datetime) -> str:
    """The time where it is today, otherwise with its date."""
    return clock(at) if at.date() == m.now.date() else weekday_and_moment(at)


def _say(m: Material, share: float) -> tuple[Block, ...]:
    story = m.details.narrative
    lines = " ".join(short(line, _room(160, share)) for line in m.decision.say[:SAY])
    return (
        *([Paragraph(lines)] if lines else []),
        Rows((("Why now", value(short(story.why_now, 200 * share))),
              ("What I ask for", value(short(story.ask, 160 * share))))),
    )


def _children(m: Material, share: float) -> tuple[Block, ...]:
    rows = []
    shown = max(2, int(CHILDREN * share))
    for child in m.case.children[:shown]:
        details = m.details.child(child.label)
        name = details.name.text if details.name.text != NOT_KNOWN and not details.name.confidential else ""
        rows.append((Value(short(f"{child.label}: {name}" if name else f"Child {child.label}", 50 * share)), age(child),
                     Value(short(child.communication, 50 * share)), Value(short(child.disability_note, 50 * share))))
    return (Grid(("Child", "Age", "Communicates", "Disability or need"), tuple(rows), (0.34, 0.22, 0.22, 0.22)),
            *_and_more(len(m.case.children) - shown))


def _told(m: Material, share: float) -> tuple[Block, ...]:
    rows = []
    shown = PEOPLE if share > LAST_RESORT else PEOPLE - 1
    family = m.case.family   # where not all fit, those who are not simply told come first
    if len(family) > shown:
        family = tuple(sorted(family, key=lambda member: m.may_be_prompted(member.key)))
    for member in family[:shown]:
        telling = m.telling(member.key)
        rows.append((Value(short(m.relation(member), 40 * share)), yes_no(member.told), one_of(AGREES, member.agrees),
                     Value(TELL[telling.state] if telling else "ask the front door")))
    if not rows:
        rows = [(Value(short(item.name, 40 * share)), NOT_ANSWERED, NOT_ANSWERED, Value(TELL[item.state]))
                for item in m.decision.telling[:shown]]
    return (Grid(("Family", "Told?", "Agrees?", "What applies now"), tuple(rows), (0.34, 0.18, 0.22, 0.26)),
            *_and_more(len(m.case.family) - shown))


def _and_more(left: int) -> tuple[Block, ...]:
    return (Paragraph(f"And {left} more: see the referral.", "small"),) if left > 0 else ()


def _me(m: Material, share: float) -> tuple[Block, ...]:
    referrer = m.details.referrer
    me = listed(part for part in (referrer.name, referrer.job or m.role_name()) if part)
    return (Rows((
        ("I am", value(short(me, 70 * share))), ("My number", value(short(referrer.phone, max(48 * share, 24)))),
        ("Agency", value(short(referrer.agency, 60 * share))),
        ("Best times", value(short(referrer.best_times, 60 * share))),
        ("Own lead told", one_of(LEAD, m.case.practitioner.lead)), ("Reference", value(short(m.case.reference, 30))),
    ), columns=2),)


def _answers(room: float) -> tuple[Block, ...]:
    blank = Value("")
    return (
        Grid(("I spoke to (name, role)", "Their reference", "Date and time"), ((blank,) * 3,), (0.46, 0.27, 0.27), 28),
        Long("What they advised, who does what, by when", blank, least=max(room, 20)),
        Paragraph("… means that there is more: it stands in the referral.", "small"),
    )


DOCUMENT = Document(
    our_document("call_sheet"), audience="professional", build=build,
    needs=("you", "children", "story", "thinking"),
    shorter=tuple(partial(build, share=share) for share in (0.6, 0.45, 0.3, LAST_RESORT)),
)
