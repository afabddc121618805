"""The call sheet: one page to ring with. The number, then what to say in the order in which one says it: who rings and
about whom, where the child is, what is known and from whom, what is not known, what is asked; then room for the answer.
"""
from functools import partial

from decision.after import call_999_is_due, script_is_due
from decision.case import Child, FamilyMember, YoungPerson
from decision.officer import says_to_officer
from decision.then import before_ringing
from exports import beside, findings, from_check
from exports.after_call import all_made
from exports.blocks import Block, Callout, Grid, Heading, Led, Long, Paragraph, Rows, Value, value
from exports.by_known import EVERYTHING
from exports.calls_made import on_record, told_on
from exports.declaration import Document, of_each
from exports.details import NOT_KNOWN
from exports.in_danger import danger_line
from exports.material import Material
from exports.parts import harmed, speaks, told
from exports.whose_yes import not_counted
from exports.pdf.text import sentences
from exports.referral_family import advice, other_children
from exports.sheet_calls import LAST_RESORT, calls, packs_room, short, whole_sentences
from exports.sheet_says import child_line, has, known, places, words, written_place
from exports.two_answers import both_short
from exports.words import LEAD
from exports.young_person import YOUNG, the_young_person
from guidance.our_documents import our_document
from guidance.words import say
from guidance.words.forms import apart, capital, listed, mid

WHOLE: float = 1_000
"""The share at which nothing that the writer wrote is cut."""
SHARES = (8, 6, 4.5, 3.5, 2.8, 2.2, 1.8, 1.5, 1.25, 1.1, 1, 0.9, 0.8, 0.7, 0.6, 0.52, 0.45, 0.38, 0.32, 0.26, 0.23,
          0.2, 0.17, 0.14, 0.12, LAST_RESORT, LAST_RESORT / 2)
"""The others, from the most to the least: the largest that fits is taken, so that no word goes where there is room."""
CHILDREN = 4
PEOPLE = 4
FOUND = 8
"""Statements that are read out where not all fit."""
FACTS = 260
"""Letters of a note, of the child's words and of the like, where not all fit."""
LAST_CUT = 4
"""How much more room there is for what is cut last: the child's own words, and what was before, such as that an older
child lives elsewhere."""
LEAST_SAID = 40
"""Letters of what was said of or by somebody, where not all fits: less says nothing."""
LEAST_WORD = 24
"""Letters of any answer: fewer are no word."""
WHO = 64
"""Letters of whom a line of the family is about, as long as it is not all that fits: a person is told by them."""
SHORT_HELP = 0.2
"""The share at which the help that follows is said in a line."""
LITTLE = 40
"""Room to write the answer in, where more would leave no room for what is said."""


def build(m: Material, share: float = WHOLE, room: float = 150) -> tuple[Block, ...]:
    """Everything for one page, in the order in which one speaks, with so much `room` to write the answer in; with a
    smaller `share` long answers and lists are cut shorter, and say so.
    """
    blocks: tuple[Block, ...] = (
        Callout("stop", say("papers.sheet.danger", number=m.emergency_number()), (), tight=True),
        Heading(say("papers.sheet.ring_again" if all_made(m) else "papers.sheet.ring"), tight=True), *calls(m, share),
        *(() if all_made(m) else (Paragraph(before_ringing(m.decision, m.packs), "tight"),)),
        Heading(say("papers.sheet.say" if _is_said(m) else "papers.sheet.say_again"), tight=True),
        *danger_line(m), *_say(m, share), *_spoken(m, share),
        *_answers(room * min(share, 1)),
    )
    return (*blocks, *([Paragraph(say("papers.sheet.dots"), "small")] if share < WHOLE and "…" in str(blocks) else []))


def _is_said(m: Material) -> bool:
    """Whether a call is due on which what there is to say is said, to a team or to the designated officer."""
    return script_is_due(m.case, m.decision) or says_to_officer(m.decision)


def _room(letters: float, share: float) -> float:
    """Letters of an answer at a share."""
    return max(letters * share, LEAST_WORD) if share < WHOLE else EVERYTHING


def _spoken(m: Material, share: float) -> tuple[Block, ...]:
    """What to say: who rings and about whom, where the child is, what is known, what is not, and what is asked for."""
    letters, last = _room(FACTS, share), _room(FACTS, share * LAST_CUT)
    most = EVERYTHING if share == WHOLE else max(2, round(FOUND * share))
    why = beside.why_now(m, rows=False).said
    rows = (
        *_me(m, share), (say("papers.child"), _children(m, share)),
        *((label, _short(said.said, _room(90, share))) for label, said in places(m, _shown(m, share))
          if share == WHOLE or not said.muted),
        (say("papers.sheet.where"), _where(m, share)),
        *((label, _short(said.said, letters * most + (last if label == say("papers.known.child_said") else 0)))
          for label, said in known(m, most, letters, last)),
        (say("papers.sheet.words"), _short(words(m), last)),
        (say("papers.sheet.injury"), _short(from_check.injury_of(m).said, letters)),
        (say("papers.can_reach"), _short(from_check.suspected(m).said, letters)),
        (say("papers.why_now.heading"), _short(why, letters)), *told_on(m),
        (say("papers.last_seen"), from_check.last_seen(m)), (say("papers.safe_until_open"), from_check.safe_until(m)),
        (say("papers.sheet.rung"), _short(on_record(m), letters)),
        (say("papers.sheet.earlier"), _short(from_check.history(m).said, last)),
        (say("papers.tried.heading"), _short(_tried(m), letters)),
        (say("papers.sheet.safe_people"), _short(from_check.safe_people(m).said, letters / 2)),
        (say("papers.sheet.not_known"), _short(sentences(from_check.not_known(m, beside=True)), letters)),
        (say("papers.sheet.ask"), _short("" if says_to_officer(m.decision) else from_check.ask(m).said, letters)),
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


def _say(m: Material, share: float) -> tuple[Block, ...]:
    """The words to begin with, after danger: what 999 asks, where it is rung first; of what there is to say to the team
    those that come second, after who one is, while a call that takes them is due."""
    to_999 = (capital(say("result.say.to_999")),) if call_999_is_due(m.case, m.decision) else ()
    first = (*to_999, *(m.decision.say[:2][-1:] if _is_said(m) else ()))
    return tuple(Paragraph(Led(short(line, packs_room(220, share)), ""), "tight") for line in first)


def _asked_last(m: Material, share: float) -> Value:
    """What to ask before the call ends: the last of what there is to say."""
    last = m.decision.say[-1:] if len(m.decision.say) > 2 else ()
    return value(" ".join(whole_sentences(line, packs_room(220, share)) for line in last))


def _shown(m: Material, share: float) -> tuple[Child, ...]:
    """The children whom there is room for."""
    return m.case.children[:len(m.case.children) if share > 1 else CHILDREN if share > LAST_RESORT else CHILDREN - 2]


def _children(m: Material, share: float) -> Value:
    """A line for each child: letter and name, age and birth, what they have already, how they communicate, what they
    need; of the children for whom there is no line what they have already."""
    lines = []
    for child in _shown(m, share):
        name = m.details.child(child.label).name
        said = name.text if name.text != NOT_KNOWN and not name.confidential else ""
        title = say("papers.labelled", who=child.label, said=said) if said else m.child_title(child)
        who = short(title, _room(60, max(share, 0.4)))
        more = (say("papers.with_more", said=who, more=child_line(m, child)), has(child),
                short(child.status_note, _room(50, share)),
                short(child.communication, _room(50, share)), short(child.disability_note, _room(50, share)))
        lines.append(apart(part for part in more if part.strip()))
    left = m.case.children[len(lines):]
    of_left = [say("papers.labelled", who=child.label, said=has(child)) for child in left if has(child)]
    more_of_them = apart((say("papers.and_more", number=len(left)), *of_left)) if left else ""
    return value("\n".join((*lines, *((more_of_them,) if left else ()))))


def _family(m: Material, share: float) -> Value:
    """A line each: whom of the family it was told, who agrees, what applies now, what else was said of them; the child
    or young person last, with their own view."""
    shown = max(PEOPLE, len(m.case.family)) if share > 1 else PEOPLE if share > LAST_RESORT else PEOPLE - 2
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
    said = (me.name, me.job or m.role_name(), me.agency)
    who = short(listed(part for part in said if part.strip() and part != NOT_KNOWN), max(_room(110, share), LEAST_SAID))
    lead = say("papers.sheet.lead", answer=LEAD[m.case.practitioner.lead]) if m.case.practitioner.lead else ""
    name = listed(short(part, max(_room(60, share), LEAST_SAID)) for part in (me.lead_name, me.lead_phone)
                  if part.strip() and part != NOT_KNOWN)   # both stay: whoever answers asks for them
    own_lead = say("papers.lead", lead=name) if name else ""
    reference = say("papers.sheet.reference", reference=short(m.case.reference, 30)) if m.case.reference else ""
    times = say("papers.best_times", times=short(me.best_times, _room(60, share))) if me.best_times.strip() else ""
    reached = listed(part for part in (short(me.phone, _room(48, share)), times) if part)
    return (
        (say("papers.sheet.i_am"), value(sentences((who, lead, own_lead, reference)))),
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
        (WHOLE, 90), (WHOLE, LITTLE), *((share, LITTLE) for share in SHARES))),
)
