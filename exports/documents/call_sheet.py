"""The call sheet: one page to ring with. The number, what to say, where the child is, and room for what is answered."""
from datetime import datetime

from decision.result import Route
from exports import findings
from exports.blocks import Block, Callout, Grid, Heading, Long, Paragraph, Rows, Value, value
from exports.details import NOT_KNOWN
from exports.material import Document, Material, age, contact_line, one_of
from exports.text import clean, sentences
from exports.words import AGREES, LEAD, TELL, YES_NO, weekday

ROOM = 110
"""Letters of an answer that this page shows; the referral has all of it."""
CHILDREN = 4
PEOPLE = 4
ROUTES = 3
SAY = 4


def build(m: Material) -> tuple[Block, ...]:
    """One page, whatever was typed: long answers are shortened here and say so."""
    return (
        Callout("stop", f"Danger now, or badly hurt? Ring {m.emergency_number()} first.", ()),
        Heading("Ring"), *_ring(m), Heading("Say"), *_say(m), Heading("The children"), *_children(m),
        Rows((("Where they are now", Value(short(findings.where_now(m).said))),
              ("Own lead told", one_of(LEAD, m.case.practitioner.lead)))),
        *_told(m), *_me(m), *_answers(),
    )


def short(said: str, room: int = ROOM) -> str:
    """One line of at most so many letters, with a remark where there is more."""
    line = " ".join(clean(said).split())
    return line if len(line) <= room else line[:room].rstrip() + " … (more in the referral)"


def _ring(m: Material) -> tuple[Block, ...]:
    """The number to ring now, large, with its times; then the others."""
    routes = m.ring()[:ROUTES]
    first = next((route for route in routes if route.dial), None)
    blocks: list[Block] = []
    if first:
        blocks.append(Paragraph(short(f"{first.name}: {first.dial}", 90), "big"))
        blocks.append(Paragraph(short(sentences((_times(m, first), first.warning, first.instead)), 220)))
    others = (sentences((contact_line(route), _times(m, route))) for route in routes if route is not first)
    return (*blocks, *(Paragraph(short(line, 220)) for line in others))


def _times(m: Material, route: Route) -> str:
    return sentences((
        f"Ring before {_clock(m, route.before)}" if route.before else "",
        f"Open until {_clock(m, route.until)}" if route.open_now and route.until else "",
        f"Opens {_clock(m, route.opens)}" if route.open_now is False and route.opens else "",
    ))


def _clock(m: Material, at: datetime) -> str:
    """The time where it is today, otherwise with its date."""
    return f"{at:%H:%M}" if at.date() == m.now.date() else weekday(at)


def _say(m: Material) -> tuple[Block, ...]:
    said = [short(line, 160) for line in m.decision.say[:SAY]]
    why = m.details.narrative.why_now
    return (Paragraph(" ".join(said)), Rows((("Why now", value(short(why, 200))),
                                             ("What I ask for", value(short(m.details.narrative.ask, 160))))))


def _children(m: Material) -> tuple[Block, ...]:
    rows = []
    for child in m.case.children[:CHILDREN]:
        details = m.details.child(child.label)
        name = details.name.text if details.name.text != NOT_KNOWN and not details.name.confidential else ""
        rows.append((Value(short(f"{child.label}: {name}" if name else f"Child {child.label}", 60)), age(child),
                     Value(short(child.communication, 50)), Value(short(child.disability_note, 50))))
    more = len(m.case.children) - CHILDREN
    extra = (Paragraph(f"And {more} more: see the referral.", "small"),) if more > 0 else ()
    return (Grid(("Child", "Age", "Communicates", "Disability or need"), tuple(rows), (0.34, 0.22, 0.22, 0.22)), *extra)


def _told(m: Material) -> tuple[Block, ...]:
    rows = []
    for member in m.case.family[:PEOPLE]:
        telling = m.telling(member.key)
        rows.append((Value(short(m.relation(member), 40)), Value(YES_NO.get(member.told or "", "not answered")),
                     Value(AGREES.get(member.agrees or "", "not answered")),
                     Value(TELL[telling.state] if telling else "ask the front door")))
    if not rows:
        rows = [(Value(short(item.name, 40)), Value("not answered"), Value("not answered"), Value(TELL[item.state]))
                for item in m.decision.telling[:PEOPLE]]
    return (Grid(("Family", "Told?", "Agrees?", "What applies now"), tuple(rows), (0.34, 0.18, 0.22, 0.26)),)


def _me(m: Material) -> tuple[Block, ...]:
    referrer = m.details.referrer
    return (Rows((
        ("I am", value(short(", ".join(part for part in (referrer.name, referrer.job or m.role_name()) if part), 80))),
        ("My number", value(short(referrer.phone, 40))),
        ("Agency", value(short(referrer.agency, 60))), ("Best times", value(short(referrer.best_times, 60))),
    ), columns=2),)


def _answers() -> tuple[Block, ...]:
    blank = Value("")
    return (
        Grid(("I spoke to (name, role)", "Their reference", "Date and time"), ((blank,) * 3,), (0.46, 0.27, 0.27), 28),
        Long("What they advised, who does what, by when", blank, least=62),
    )


DOCUMENT = Document(
    id="call_sheet", title="Call sheet", audience="professional",
    says="One page to ring with: the number, what to say, and room to write what you are told.", build=build,
)
