"""The referral's sections on what happened: why now, the worry and what it means, what was found, voice and history.

A section has two readings: whole, for a box of its own, and `short` beside page one, where each statement stands once
and a later section names its mark.
"""
from decision.result import Gap
from exports import beside, findings, found, from_check
from exports.blocks import Block, Bullets, Grid, Heading, Long, Paragraph, Value, value
from exports.details import NOT_KNOWN
from exports.from_check import Told
from exports.gaps import gap
from exports.in_danger import danger_line
from exports.material import Material, one_of, yes_no
from exports.not_yet import answered_only, only_babies, only_unborn
from exports.parts import filled_rows
from exports.pdf.text import sentences
from exports.windscreen import in_words
from exports.words import KNOWN_CHANGE
from guidance.words import Said, say
from guidance.words.forms import apart, listed, mid

STILL_OPEN = (*from_check.TO_ASK, "unanswered", "not_known")
"""Kinds of gap that a reader must know to be open questions."""


def why_now(m: Material, short: bool = False) -> tuple[Block, ...]:
    """What happened or changed, and when."""
    told = beside.why_now(m) if short else from_check.why_now(m)
    if _is_blank(told) and found.some_held(m):
        return ()
    return (Heading(say("papers.why_now.heading")), *told.under(say("papers.why_now.label")))


def worry(m: Material, short: bool = False) -> tuple[Block, ...]:
    """What the writer is worried about; danger now before all of it, which stands on page one."""
    told, danger = beside.worry(m) if short else from_check.worry(m), danger_line(m)
    said = told.under(say("papers.worry"), say("papers.worry.hint"))
    if short:   # the table of page one says it where nobody has written it
        return said if told.said.strip() or not (danger or found.in_order(m)) else ()
    return (*danger, *said) if told.said.strip() or not danger else danger


def effects(m: Material, short: bool = False) -> tuple[Block, ...]:
    """What it means for each child, and the kinds of worry."""
    stands = short and beside.worry(m).taken   # page one has it as the worry
    other = () if stands else ((say("papers.other_worry"), value(m.case.other_worry_note)),)
    return (
        *(block for child in m.case.children
          for block in from_check.effect(m, child.label).under(say("papers.effect", child=child.label))),
        *filled_rows(((say("papers.kinds_of_worry"), value(apart(findings.topic_names(m)))), *other)),
    )


def harm(m: Material, short: bool = False) -> tuple[Block, ...]:
    """Marks and injuries."""
    told = beside.injury(m) if short else from_check.injury(m)
    if only_unborn(m) and not told.said.strip():
        return ()
    return told.under(say("papers.injury"), say("papers.injury.hint"))


def words(m: Material, short: bool = False) -> tuple[Block, ...]:
    """What was said, in the exact words, and what was asked before it."""
    told = beside.exact_words(m) if short else from_check.exact_words(m)
    baby, asked = only_babies(m), ((say("papers.question"), value(m.details.narrative.question_asked)),)
    elsewhere = _is_blank(told) and (not _is_blank(from_check.exact_words(m)) or found.some_held(m))
    none = elsewhere or (baby and not told.said.strip())
    return (*(() if none else told.under(say("papers.exact_words"))), *filled_rows(answered_only(asked, baby)))


def _is_blank(told: Told) -> bool:
    return told.said.strip() in ("", NOT_KNOWN)


def whole_findings(m: Material) -> tuple[Block, ...]:
    """Every statement with how it is known, who might be causing it, and where the child is."""
    source = m.case.source_of_harm
    cleared = [m.person(member) for member in m.case.family if member.key in source.ruled_out]
    return (
        Heading(say("papers.findings")), *found.whole_table(m, found.together(m)),
        *filled_rows(((say("papers.can_reach"), findings.suspected(m)), (say("papers.access"), yes_no(source.access)),
                      (say("papers.more"), value(source.note)),
                      (say("papers.cleared"), value(sentences((listed(cleared), source.ruled_out_because)))),
                      (say("papers.where_now"), findings.where_now(m)))),
    )


def findings_left(m: Material, left: tuple[found.Together, ...]) -> tuple[Block, ...]:
    """The statements that do not stand on page one, or not whole."""
    return (Heading(say("papers.findings.left")), *found.whole_table(m, left)) if left else ()


def windscreen(m: Material) -> tuple[Block, ...]:
    """The picture stands on page one; here it stands in words, with what its levels mean."""
    place = m.decision.place
    if not m.area or not m.area.levels or not (place.marks or place.rim):
        return ()
    means = tuple(sentences((say("papers.level_means", level=one.name, means=one.means),
                             say("papers.level_leads", who=one.leads))) for one in m.decision.place.meaning)
    return (Heading(say("papers.windscreen")), Paragraph(in_words(found.place(m), m.area)),
            *([Bullets(means, small=True)] if means else []))


def voice(m: Material) -> tuple[Block, ...]:
    """The child's own words and behaviour, and who can help them to be heard."""
    told = m.case.voice
    spoken = ((say("papers.voice.words"), value(findings.quoted(told.words))),)
    shown = ((say("papers.voice.behaviour"), value(told.behaviour)),
             (say("papers.voice.observed"), value(told.observed)))
    heard = ((say("papers.voice.helps"), value(told.who_can_help)),
             (say("papers.voice.why_not"), value(told.not_asked_because)))
    baby = only_babies(m)
    rows = (*answered_only(spoken, baby), *answered_only(shown, only_unborn(m)), *answered_only(heard, baby))
    return (Heading(say("papers.voice")), *filled_rows(rows)) if rows else ()


def history(m: Material) -> tuple[Block, ...]:
    """Earlier worries, how long and how often, earlier referrals, the pattern and the chronology."""
    told, known = m.case.history, from_check.history(m)
    rows = ((say("papers.history.concerns"), yes_no(told.earlier_concerns)),
            (say("papers.history.since"), value(told.how_long)),
            (say("papers.history.often"), value(told.how_often)),
            (say("papers.history.getting_worse"), yes_no(told.getting_worse)),
            (say("papers.history.after_refusal"), yes_no(told.worse_since_refusal)),
            *findings.earlier_and_next(m).rows)
    events = tuple((value(item.when), value(item.event), value(item.source), value(item.effect), value(item.action))
                   for item in m.details.chronology)
    heads = tuple(say(f"papers.chronology.{name}") for name in ("when", "event", "source", "effect", "action"))
    own = () if known.taken else known.under(say("papers.history.pattern"))
    return (
        Heading(say("papers.history")), *filled_rows(rows, 2), *own,
        *([Long(say("papers.more"), Value(told.note))] if told.note else []),
        *([Grid(heads, events, (0.14, 0.26, 0.16, 0.22, 0.22))] if events else []),
    )


def strengths(m: Material) -> tuple[Block, ...]:
    """What goes well and who is safe."""
    going, known = m.details.narrative.going_well, findings.strengths(m)
    note, none = m.case.strengths_note, say("papers.strengths.none") if m.case.no_protective_factor else ""
    return (
        Heading(say("papers.strengths.heading")), *([Bullets(known)] if known else []),
        *filled_rows(((say("papers.strengths.well"), value("\n".join(filter(str.strip, (going, note, none))))),
                      (say("papers.strengths.people"), value(from_check.safe_people(m).said)))),
    )


def tried(m: Material) -> tuple[Block, ...]:
    """Help so far, and what it changed."""
    rows = tuple((value(item.when), value(item.what), value(item.result)) for item in m.case.history.help)
    heads = tuple(say(f"papers.tried.{name}") for name in ("when", "what", "result"))
    known, has = from_check.tried(m), from_check.help_already(m.case)
    return (
        Heading(say("papers.tried.heading")), *([Grid(heads, rows, (0.2, 0.4, 0.4))] if rows else []),
        *filled_rows(((say("papers.tried.any"), yes_no(m.case.history.help_tried)),
                      (say("papers.tried.change"), one_of(KNOWN_CHANGE, m.case.history.changed)))),
        *(([Paragraph(has)] if has else []) if known.taken and rows else known.under(say("papers.more"))),
    )


def analysis(m: Material) -> tuple[Block, ...]:
    """What will happen if nothing changes, and what is not known."""
    return (
        Heading(say("papers.analysis")), *Told(m.details.narrative.analysis).under(say("papers.analysis.label")),
        *_not_known(m, STILL_OPEN),
    )


def analysis_rest(m: Material, stands: bool) -> tuple[Block, ...]:
    """What is not known, for a paper that ends with what nobody has answered; the analysis unless it `stands` already.
    """
    told = Told(m.details.narrative.analysis)
    own = () if stands and told.said.strip() else told.under(say("papers.analysis.label"))
    return (Heading(say("papers.analysis")), *own,
            *_not_known(m, from_check.TO_ASK, alone=not told.said.strip()))


def left_open(m: Material) -> tuple[str, ...]:
    """What the questions before the paper have left open and bears on the case; the rest has its place in the paper."""
    return tuple(mid(findings.by_writer(str(gap.says.filled["what"]))) for gap in m.decision.gaps
                 if gap.bears and isinstance(gap.says, Said) and gap.says.key == "gap.not_answered")


def _open(gap: Gap) -> str:
    """What is open, for a reader: what the practitioner is to ask first is not answered yet."""
    if isinstance(gap.says, Said) and gap.says.key == "gap.ask_first":
        return say("reason.sign_not_answered", sign=findings.by_writer(str(gap.says.filled["sign"])))
    return findings.by_writer(findings.asked_again(gap))


def _not_known(m: Material, kinds: tuple[str, ...], alone: bool = False) -> tuple[Block, ...]:
    """What the writer says that they do not know, and what the check left open, each once; `alone`, without an analysis
    above it, as a section of its own."""
    open_ = tuple(dict.fromkeys(_open(gap) for gap in m.decision.gaps if gap.kind in kinds and gap.bears))
    own = m.details.narrative.not_known
    head: tuple[Block, ...] = (Long(say("papers.not_known"), value(own)),) if own.strip() else (
        (Heading(say("papers.not_known"), 2 if alone else 3),) if open_ else (gap(say("papers.not_known")),))
    return (*head, *([Bullets(open_)] if open_ else []))


def ask(m: Material) -> tuple[Block, ...]:
    """What is asked of whoever reads it."""
    return (Heading(say("papers.ask")), *from_check.ask(m).under(say("papers.ask.label")))


def meanwhile(m: Material) -> tuple[Block, ...]:
    """What the writer goes on doing."""
    return Told(m.details.narrative.meanwhile).under(say("papers.meanwhile.label"))
