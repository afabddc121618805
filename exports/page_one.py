"""Page one of the referral: all that a front door acts on. What does not fit here whole stands on a later page too.

What keeps somebody safe is never cut here: whom not to tell, the safe way, what is held back. What a case says much of
makes room for it, and goes on overleaf.
"""
from dataclasses import dataclass

from decision.case import TEXT_LIMIT, Child
from decision.path import Path
from decision.result import Telling
from decision.then import talk_first
from exports import findings, found, from_check
from exports.blocks import Beside, Block, Callout, Heading, Led, Paragraph, Rows, Value, Windscreen, value
from exports.dates import birth, event
from exports.details import NOT_KNOWN, HouseholdMember
from exports.document import first_page_holds
from exports.found import Together
from exports.front_door import held_lines
from exports.from_check import Told
from exports.material import Material, age, held, subtitle
from exports.pdf.text import sentences
from exports.two_answers import first_paths, so_far
from exports.words import CALL
from guidance.words import say
from guidance.words.forms import apart, listed, mid

FITS = ((100, TEXT_LIMIT), (9, 700), (8, 520), (8, 240), (7, 200), (6, 200), (5, 160), (4, 160), (3, 140))
"""How many rows of findings stand here and how many letters of a written answer, from the most to the least: the first
that fits on the page is taken. What does not stand here whole stands later."""
LINES = 6
"""Lines of a written answer that stand here."""
RING = 4
"""Routes among which the first with a number is looked for."""
PEOPLE = 8
"""People named in one row."""


@dataclass(frozen=True)
class Fit:
    """How much stands on the page: rows of findings, and letters of a written answer."""

    rows: int
    letters: int

    def cut(self, said: str) -> str:
        """As much of a text as stands here, with the words that it goes on."""
        lines = said if self == WHOLE else "\n".join(said.split("\n")[:LINES])
        shown = found.cut(lines, self.letters)
        return shown if shown == said else say("papers.goes_on", text=shown)


WHOLE = Fit(*FITS[0])


@dataclass(frozen=True)
class PageOne:
    """The page; the ids of the sections of which every word stands on it; whether the analysis does; and the
    statements that do not."""

    blocks: tuple[Block, ...]
    sections: frozenset[str]
    analysis: bool
    left: tuple[Together, ...]


def page_one(m: Material, title: str) -> PageOne:
    """From danger to strengths, in the order in which a duty worker reads."""
    for fit in (Fit(*size) for size in FITS):
        help_ = _help(m, fit)
        blocks = (_ring_first(m), *_sent(m), *_facts(m), *careful(m), *_worry(m, fit), *_ask(m, fit))
        # what was tried and what goes well may go on overleaf where the rest has had to be cut
        if first_page_holds(title, subtitle(m), (*blocks, *(help_ if fit == WHOLE else ()))):
            break
    analysis = m.details.narrative.analysis
    return PageOne((*blocks, *help_), _whole_here(m, fit), fit.cut(analysis) == analysis,
                   found.left_over(m, fit.rows, fit.letters))


def _whole_here(m: Material, fit: Fit) -> frozenset[str]:
    """The sections of the referral of which every word stands on this page."""
    voice = m.case.voice
    answers = {
        "worry": (from_check.worry_beside(m).said,),
        "why_now": (sentences(from_check.why_now_beside(m).said.split("\n")),),
        "ask": (from_check.ask(m).said,), "tried": (from_check.tried(m).said,),
        "meanwhile": (m.details.narrative.meanwhile,), "strengths": (_strengths_said(m),),
        "voice": (voice.words, _shows(m), voice.not_asked_because),
    }
    fits = {id_ for id_, said in answers.items() if all(fit.cut(one) == one for one in said)}
    if m.case.history.help and not from_check.tried(m).taken:
        fits.discard("tried")
    if not found.left_over(m, fit.rows, fit.letters):
        fits.add("findings")
    return frozenset(fits)


def _ring_first(m: Material) -> Callout:
    first = next((route for route in m.ring(RING) if route.dial and route.dial != m.emergency_number()), None)
    ring = ((say("papers.labelled", who=first.name, said=first.dial), first.warning) if first else ())
    return Callout("stop", say("papers.danger", number=m.emergency_number()),
                   (sentences((say("papers.ring_first"), *ring)),), tight=True)


def _sent(m: Material) -> tuple[Block, ...]:
    """What it stands for, and the call before it."""
    name, _ = m.stands_for("referral")
    form = say("papers.stands_for", form=name) if name else ""
    return (Paragraph(Led(say("papers.rung"), sentences((_rung(m), form))), "tight"),)


def _rung(m: Material) -> str:
    call = m.case.call
    if m.case.events.call_made is None and call.outcome is None:
        return say("papers.rung.not_yet")
    contact = m.packs.contact(m.decision.home_area, call.contact)
    to = say("papers.rung.spoke_to", who=call.spoke_to_role) if call.spoke_to_role else ""
    reference = say("papers.rung.reference", reference=call.reference) if call.reference else ""
    outcome = CALL[call.outcome] if call.outcome else ""
    made = event(m, "call_made")
    return sentences((listed(part for part in ("" if made.muted else made.said, contact.name if contact else "", to,
                                               reference, outcome) if part), call.note))


def _facts(m: Material) -> tuple[Rows, ...]:
    """Child, home and who is there; where the child is now, who can reach them, and how the writer is reached."""
    there, not_there, others = _people(m)
    left = ((say("papers.child"), _children(m)), (say("papers.home"), _home(m)), (say("papers.at_home"), there))
    seen, safe = from_check.last_seen(m), from_check.safe_until(m)
    right = [(say("papers.now"), findings.where_now(m)), (say("papers.can_reach"), from_check.suspected(m))]
    right += [] if seen.muted else [(say("papers.last_seen"), seen)]
    right += [] if safe.muted else [(say("papers.safe_until_open"), safe)]
    unsaid = Value(say("papers.others.where_not_said", who=others.said), others.muted, others.confidential)
    more = ((say("papers.not_at_home"), not_there), (say("papers.others"), unsaid))
    wide = (*((label, said) for label, said in more if not said.muted), (say("papers.worried"), _writer(m)))
    return (Rows((*left, *right), columns=2, open=True), Rows(wide, open=True))


def _writer(m: Material) -> Value:
    """Who is worried, and where and when they and their lead are reached."""
    me = m.details.referrer
    lead = _given(me.lead_name, me.lead_phone)
    lines = (_given(me.name, me.job or m.role_name(), me.agency), _given(me.phone, me.email),
             say("papers.best_times", times=me.best_times) if _given(me.best_times) else "",
             say("papers.lead", lead=lead) if lead else "")
    return value(sentences(lines))


def _given(*parts: str) -> str:
    """What was answered of these, in a row."""
    return listed(part for part in parts if part.strip() and part != NOT_KNOWN)


def _children(m: Material) -> Value:
    """Each child in a line: letter, name, gender, born, age."""
    lines, confidential = [], False
    for child in m.case.children:
        name = held(m.details.child(child.label).name)
        confidential = confidential or name.confidential
        lines.append(_child(m, child, "" if name.muted or name.said == NOT_KNOWN else name.said))
    return Value("\n".join(lines), confidential=confidential) if lines else Value(say("papers.no_child"))


def _child(m: Material, child: Child, name: str) -> str:
    who = m.details.child(child.label)
    on, old = birth(m, who), age(child)
    born = "" if on.muted or on.said == NOT_KNOWN or child.unborn else say("papers.born", day=on.said)
    parts = (name, "" if who.gender == NOT_KNOWN else who.gender, born, old.said)
    return say("papers.labelled", who=child.label, said=listed(part for part in parts if part))


def _home(m: Material) -> Value:
    """Where they live: each address once."""
    homes = [held(m.details.child(child.label).address) for child in m.case.children]
    said = dict.fromkeys(home.said for home in homes if not home.muted)
    return Value("\n".join(said), confidential=any(home.confidential for home in homes)) if said else value("")


def _people(m: Material) -> tuple[Value, Value, Value]:
    """Who was said to live at home, who was said not to, and the others in the child's life."""
    rows = [row for row in from_check.household(m) if _is_somebody(m, row)]
    return (_named([row for row in rows if row.lives_in_home == "yes"]),
            _named([row for row in rows if row.lives_in_home == "no"]),
            _named([row for row in rows if row.lives_in_home in (None, "not_known")]))


def _named(rows: list[HouseholdMember]) -> Value:
    more = [say("papers.and_more", number=len(rows) - PEOPLE)] if len(rows) > PEOPLE else []
    confidential = any(row.name.confidential and row.name.text for row in rows[:PEOPLE])
    said = apart((*map(_person, rows[:PEOPLE]), *more))
    return Value(said, confidential=confidential) if said else value("")


def _is_somebody(m: Material, row: HouseholdMember) -> bool:
    return bool(row.name.text.strip()) or from_check.family_member(m, row) is not None or bool(row.key)


def _person(row: HouseholdMember) -> str:
    name = row.name.text if row.name.text != NOT_KNOWN else ""
    return listed(part for part in (row.relation, name) if part)


def careful(m: Material) -> tuple[Block, ...]:
    """Whom not to tell, why, and until when; the safe way to reach somebody; and what is held back: each of it whole.
    """
    reasons: dict[tuple[str, str], tuple[str, ...]] = {}
    for item in sorted(m.held_back(), key=lambda item: item.state != "not_yet"):
        key = ("papers.not_yet" if item.state == "not_yet" else "papers.ask_first", _why(item))
        reasons[key] = (*reasons.get(key, ()), mid(item.name))
    lines = [Led(say(key, names=listed(names)), why) for (key, why), names in reasons.items()]
    safe = from_check.safe_contact(m)
    lines += [Led(say("papers.safe_way"), safe.said)] if safe.said else []
    visit = m.details.narrative.visiting_risk
    lines += [Led(say("papers.visiting"), visit)] if visit.strip() and visit != NOT_KNOWN else []
    lines += held_lines(m)
    if not lines:
        return ()
    title = say("papers.speak_to_me") if m.held_back() else ""
    stop = m.held_back() or m.sheet.answers or m.sheet.sources
    return (Callout("stop" if stop else "note", title, tuple(lines), tight=True),)


def _why(item: Telling) -> str:
    """The reason, and until when."""
    return sentences((item.why, say("papers.until", lifted=item.lifted_by) if item.lifted_by else ""))


def _worry(m: Material, fit: Fit) -> tuple[Block, ...]:
    """The worry in the writer's words, the child's own words, why now, and what was found: each statement once."""
    worry, now = from_check.worry_beside(m), from_check.why_now_beside(m)
    table = found.short_table(m, fit.rows, fit.letters)
    voice = m.case.voice
    spoken = ((say("papers.in_words"), found.words_cut(voice.words, fit.letters)),
              (say("papers.shows"), fit.cut(_shows(m))),
              (say("papers.not_spoken_to"), fit.cut(voice.not_asked_because)))
    return (
        Heading(say("papers.worry"), tight=True),
        *([_written("", worry, fit)] if worry.said.strip() or not found.in_order(m) else []),
        *(Paragraph(Led(lead, said), "tight") for lead, said in spoken if said),
        *([_written(say("papers.why_now"), Told(sentences(now.said.split("\n")), now.taken), fit)] if now.said else []),
        *table,
    )


def _shows(m: Material) -> str:
    voice = m.case.voice
    return apart(part for part in (voice.behaviour, voice.observed) if part.strip())


def _written(lead: str, told: Told, fit: Fit) -> Paragraph:
    """An answer as a paragraph; that there is none where there is none."""
    return Paragraph(Led(lead, fit.cut(told.said) if told.said.strip() else told.value.said), "tight")


def _ask(m: Material, fit: Fit) -> tuple[Block, ...]:
    """What it means, what is asked now and which help follows, beside the windscreen where the area has one."""
    story = m.details.narrative
    lines = [Led(say("papers.about", what=say("papers.now")), sentences((m.decision.headline,))),
             Led(say("papers.we_ask"), fit.cut(from_check.ask(m).said))]
    helps: dict[str, tuple[Path, ...]] = {}
    for path in first_paths(m.decision):
        helps[_help_line(path)] = (*helps.get(_help_line(path), ()), path)
    lines += [Led(say("papers.about", what=_then(m, paths)), said) for said, paths in helps.items()]
    lines += [Led(say("papers.meanwhile"), fit.cut(story.meanwhile) if story.meanwhile.strip()
                  else say("papers.not_written"))]
    blocks: list[Block] = [Callout("note", "", tuple(lines), tight=True)]
    analysis = (Paragraph(fit.cut(story.analysis), "tight"),) if _given(story.analysis) else ()
    place = m.decision.place
    if m.area and m.area.levels and place.marks:
        side: tuple[Block, ...] = (Beside(tuple(blocks), Windscreen(place, m.area, small=True)),)
    else:
        side = tuple(blocks)
    return (Heading(say("papers.meaning"), tight=True), *analysis, *side)


def _then(m: Material, paths: tuple[Path, ...]) -> str:
    """The heading over help that is the same for all of these, with the children whom they are about."""
    words = say("then.heading_after_talk" if talk_first(m.decision, *paths) else "then.heading")
    about = listed(label for path in paths for label in path.about)
    everybody = listed(child.label for child in m.case.children)
    if not about or about == everybody:
        return words
    return say("papers.with_more", said=words, more=say("then.children", children=about))


def _help_line(path: Path) -> str:
    """The level and what happens there, and whose agreement it needs, in a few sentences."""
    help_ = path.help.partition(". ")[0] if path.name else path.says.partition(". ")[0]
    needed = say("then.needed" if path.agreement_needed else "then.not_needed")
    state = path.says_agreement if path.agreement_needed and path.agreement != "after_talk" else ""
    return sentences((path.name, help_, needed, state))


def agreement_lines(m: Material, path: Path) -> tuple[str, ...]:
    """Whether a path needs agreement; where it does who has given it, whose does not count, and what must be known."""
    if not path.agreement_needed:
        return (say("then.not_needed"),)
    return (say("then.needed"), path.says_agreement, *so_far(path, m.packs), *path.not_counted, path.question)


def _help(m: Material, fit: Fit) -> tuple[Block, ...]:
    tried, strengths = from_check.tried(m), _strengths_said(m)
    return (
        Paragraph(Led(say("papers.tried"), fit.cut(tried.said) if tried.said else tried.value.said), "tight"),
        Paragraph(Led(say("papers.strengths"), fit.cut(strengths) if strengths else value("").said), "tight"),
    )


def _strengths_said(m: Material) -> str:
    return "\n".join(one.said for one in (from_check.going_well(m), from_check.safe_people(m)) if one.said)
