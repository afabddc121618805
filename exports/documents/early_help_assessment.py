"""The Early Help Assessment: written with the family and read by them, from agreement to plan and agreement again.

It is never made while somebody is not to be told yet, or while a child may need protection now.
"""
from decision.telling import talks
from exports import findings, from_check
from exports.assessment_rows import GROUPS
from exports.blocks import Block, Callout, Grid, Heading, Long, Paragraph, Rows, Ticks, Value, value
from exports.children import children
from exports.dates import ahead, past
from exports.declaration import Document, OwnLines, of_each
from exports.details import NOT_SAID, ConsentRecord, DomainAnswer
from exports.family_reads import Noticed, before_a_talk, noticed
from exports.from_check import Told
from exports.material import DocumentNotForNow, Material, yes_no
from exports.not_yet import NOT_BEFORE_BIRTH, answered_only, is_unborn, only_unborn
from exports.parts import household, professionals, sources, to_fill
from exports.whose_yes import uncounted
from exports.pdf.text import sentences
from exports.relations import Parent, parents_in
from exports.signing import family_signs, signature_lines, workers_sign
from exports.two_answers import first_paths, help_offered
from exports.windscreen import level_name
from exports.windscreen_around import raise_shown
from guidance.our_documents import our_document
from guidance.vocabulary import RaiseKind
from guidance.words import say
from guidance.words.forms import apart, capital, following, listed

DOCUMENT_ID = "early_help_assessment"
URGENT = ("refer_now", "call_999")
TITLES = (say("papers.eha.child"), say("papers.eha.parenting"), say("papers.eha.family"))
"""What the parts of the assessment are called, after the assessment framework."""
NEXT = tuple(say(f"papers.eha.next.{end}") for end in ("none", "one", "several", "more"))
WRITE_IN = 46.0
NEEDS = (
    "children", "home", "you", "assess_said", "professionals", "assess_start", "assess_child", "assess_parenting",
    "assess_family", "assess_voice", "assess_plan", "assess_close",
)
ONLY = (
    *of_each("children", "name", "other_names", "born", "born_estimated", "due", "gender", "address", "language",
             "interpreter", "school", "gp", "disability"),
    *of_each("household", "relation", "name", "born", "address", "phone", "lives_in_home", "parental_responsibility"),
    *of_each("referrer", "name", "job", "agency", "phone"),
)
GIVEN = (
    "reference", "home_area", "area_now", "work_area", "practitioner.role", "factors", "strengths_note", "safe_people",
    "signs.answer", "one_of",
    *(f"children.{name}" for name in ("label", "age_years", "age_months", "due_date", "not_born", "disability",
                                      "disability_note", "communication")),
    *(f"family.{name}" for name in ("key", "relation", "role", "responsibility", "agrees", "interpreter", "language")),
    "young_person.interpreter", "young_person.language",
    *(f"findings.{name}" for name in ("id", "about", "basis", "why", "when", "note")),
    *(f"history.{name}" for name in ("help", "help_tried", "changed", "how_long", "how_often")),
    "details.marking", "details.professionals", "details.assessment",
    "details.children.label", "details.household.key", *(f"details.{name}" for name in ONLY),
)
"""All of the case and its details that this paper prints or works out a line from. Nothing else reaches it."""


def refuse(m: Material) -> None:
    """Raise DocumentNotForNow where writing this with the family could put somebody at risk."""
    if m.decision.outcome in URGENT:
        raise DocumentNotForNow(say("papers.eha.refer_first"))
    if m.held_back():
        raise DocumentNotForNow(say("papers.eha.ask_first"))


def build(m: Material) -> tuple[Block, ...]:
    """Every part, with what is known already, and room to write."""
    return (
        *_opening(m), *help_offered(m, DOCUMENT_ID), *_agreement(m, m.details.assessment.start, start=True),
        *children(m, full=False), *household(m, full=False), *professionals(m), *_reason(m), *_domains(m), *_views(m),
        *_together(m), *_plan(m), *_agreement(m, m.details.assessment.end, start=False),
        *_sign_off(m), *sources(m, notes=False),
    )


def _opening(m: Material) -> tuple[Block, ...]:
    name, how = m.stands_for(DOCUMENT_ID)
    stands = sentences((say("papers.form", form=name), *how)) if name else ""
    answers = m.details.assessment
    me, speaks = m.details.referrer, from_check.interpreters(m)
    return (
        Callout("note", say("papers.eha.with_you"),
                tuple(line for line in (say("papers.eha.belongs"), stands) if line)),
        *to_fill((
            (say("papers.eha.by"), value(me.name)), (say("papers.job"), value(me.job or m.role_name())),
            (say("papers.agency"), value(me.agency)), (say("papers.phone"), value(me.phone)),
            (say("papers.eha.lead"), value(answers.lead_professional)),
            (say("papers.eha.took_part"), value(answers.took_part)),
            (say("papers.eha.started"), past(m, answers.started_on)),
            (say("papers.eha.finished"), past(m, answers.completed_on)),
            (say("papers.eha.looked_for"), yes_no(answers.checked_for_others)),
            (say("papers.eha.arrangements"), value(from_check.both(answers.arrangements, *speaks).said)),
        ), columns=2),
    )


def _agreement(m: Material, record: ConsentRecord, start: bool) -> tuple[Block, ...]:
    """One of the two agreements. Who must not see the paper is never named on it: that person might read it."""
    which = "start" if start else "end"
    rows = (
        (say("papers.eha.agreed"), yes_no(record.given)), (say("papers.eha.by_whom"), value(record.by)),
        (say("papers.eha.on"), past(m, record.on)), (say("papers.eha.share"), value(record.share_with)),
        *([(say("papers.eha.before"), Value(say("papers.eha.before.ask")))] if record.must_not_see else []),
        (say("papers.eha.comments"), value(record.comments)),
    )
    return (Heading(say(f"papers.eha.agreement.{which}")), Paragraph(say(f"papers.eha.agreement.{which}.says")),
            *(_said_yes(m) if start and record.given is None else ()), *to_fill(rows),
            *signature_lines(family_signs(m, DOCUMENT)))


def _said_yes(m: Material) -> tuple[Block, ...]:
    """Who of those who may be asked has said yes to help already. A no stands on no paper that another may read."""
    yes = tuple(m.relation(member) for member in m.case.family
                if member.agrees == "agrees" and m.may_be_prompted(member.key) and not uncounted(m, member))
    if not yes:
        return ()
    return (Rows(((say("papers.eha.said_yes"), Value(say("papers.taken_row", answer=listed(yes)))),)),)


def _reason(m: Material) -> tuple[Block, ...]:
    history, level = m.case.history, levels(m)
    since = sentences((
        say("papers.history.how_long", answer=history.how_long) if history.how_long else "",
        say("papers.history.how_often", answer=history.how_often) if history.how_often else ""))
    needs = sentences(one.says for one in noticed(m) if not one.strength)
    reason = from_check.both(m.details.assessment.reason, needs, since)
    return (
        Heading(say("papers.eha.reason")), _written(say("papers.eha.reason.label"), reason),
        *([Paragraph(sentences((say("papers.eha.level", level=apart(level)), _raised(m))), "small")] if level else []),
    )


NOT_THEIRS: tuple[RaiseKind, ...] = ("history", "getting_worse")
"""Raises that tell of what was written in the check and is not given to the family."""


def _raised(m: Material) -> str:
    """Why one level more is being thought of, in words that the family can read, with the document that says so; empty
    where nothing raises, or a talk comes before the family is asked. Which part of the document stays out: its heading
    may tell of a worry that the paper does not."""
    raised = raise_shown(m.decision.place, m.area) if m.area and not before_a_talk(m) else None
    if raised is None or m.area is None or raised.kind in NOT_THEIRS:
        return ""
    source = m.packs.source(raised.source)
    return say("papers.eha.raised", level=level_name(m.area.level[raised.to_level]),
               reason=say(f"papers.eha.raised.{raised.kind}"), source=source.title)


def levels(m: Material) -> tuple[str, ...]:
    """The level of each help that the result names, so that this paper and a referral say the same; with none named
    the one that was raised to, or that the findings support."""
    place, area = m.decision.place, m.area
    named = tuple(path.level for path in first_paths(m.decision) if path.level)
    ids = named or tuple(one.to_level for one in place.raised) or (place.supported,)
    return tuple(level_name(area.level[id_]) for id_ in dict.fromkeys(ids) if id_ in area.level) if area else ()


def _written(label: str, told: Told, hint: str = "") -> Long:
    """A written answer, one from the check, or an empty box to write in."""
    return Long(label, Value(told.said), say("papers.taken") if told.taken else hint, least=WRITE_IN)


def _domains(m: Material) -> tuple[Block, ...]:
    """What was noticed, each once: in the row that it is about, or else in one row for its heading in the area's
    document; with what was written of our rows."""
    answers = {item.domain: item for item in m.details.assessment.domains}
    seen = noticed(m)
    blocks: list[Block] = [Heading(say("papers.eha.how_things_are"))]
    if seen:
        blocks.append(Paragraph(say("papers.eha.noticed"), "small", keeps=True))
    heads = tuple(say(f"papers.eha.domain.{name}") for name in ("part", "well", "hard", "how"))
    left = NOT_BEFORE_BIRTH - {*answers, *(one.stands.row for one in seen)} if only_unborn(m) else frozenset()
    for number, (title, (ids, _)) in enumerate(zip(TITLES, GROUPS, strict=True)):
        here = tuple(one for one in seen if one.stands.group == number)
        headings = dict.fromkeys(one.heading for one in here if one.stands.row is None)
        rows = (*(_domain_row(name, None, [one for one in here if (one.heading, one.stands.row) == (name, None)])
                  for name in headings),
                *(_domain_row(say(f"papers.eha.{id_}"), answers.get(id_),
                              [one for one in here if one.stands.row == id_]) for id_ in ids if id_ not in left))
        blocks += [Heading(title, 3), Grid(heads, rows, (0.25, 0.26, 0.29, 0.2), least=30)]
    strengths = from_check.own_or("", *findings.strengths(m), m.case.strengths_note)
    helps = Told(m.case.safe_people)
    return (*blocks, *([_written(say("papers.eha.strengths"), strengths)] if strengths.said else []),
            *([_written(say("papers.eha.safe_people"), helps)] if helps.said.strip() else []))


def _domain_row(name: str, answer: DomainAnswer | None, seen: list[Noticed]) -> tuple[Value, ...]:
    """What was written of a row, then what was noticed. How one statement is known is never read of another, or of what
    was written: where they differ it stands after each."""
    written = (answer.strengths, answer.worries, answer.evidence) if answer else ("", "", "")
    apart_ = any(written) or len({one.known for one in seen}) > 1
    known = "" if apart_ else "".join({one.known for one in seen})
    well, hard = ([_with_how(one) if apart_ else one.said for one in seen if one.strength == strength]
                  for strength in (True, False))
    cells = ((written[0], *well), (written[1], *hard), (written[2], known))
    return Value(name), *(Value("\n".join(filter(None, cell))) for cell in cells)


def _with_how(one: Noticed) -> str:
    return following(one.said, say("papers.in_brackets", said=one.known) if one.known else "")


def _views(m: Material) -> tuple[Block, ...]:
    answers = m.details.assessment
    days = {item.label: item for item in answers.children}
    blocks: list[Block] = [Heading(say("papers.eha.own_words"))]
    for child in m.case.children:
        day, who = days.get(child.label), m.child_title(child)
        view, lived = Told(day.view if day else ""), Told(day.day if day else "")
        if view.said.strip() or talks(child):
            blocks.append(_written(say("papers.eha.thinks", child=who), view, say("papers.eha.hint")))
        if lived.said.strip() or not is_unborn(m, child):
            blocks.append(_written(say("papers.eha.day", child=who), lived))
        method = ((say("papers.eha.method"), value(day.method if day else "")),)
        blocks += to_fill(rows) if (rows := answered_only(method, is_unborn(m, child))) else ()
    shared = days.get(NOT_SAID)
    blocks += [_written(say("papers.eha.one_of_them"), Told(shared.view))] if shared else []
    return (*blocks, *(_written(say("papers.eha.view", who=who), Told(said)) for who, said in _of_adults(m)))


def _of_adults(m: Material) -> tuple[tuple[str, str], ...]:
    """Whose view is asked for beside the children's, with what was written of it: each parent or carer who was entered,
    a parent of whom only the view was written, and, where there is nobody, a parent or carer without a name."""
    answers = m.details.assessment
    not_asked = answers.father_not_asked_because
    written: dict[Parent, str] = {
        "mother": answers.mother,
        "father": "\n".join(filter(None, (
            answers.father, say("papers.eha.not_asked", why=not_asked) if not_asked else "")))}
    boxes: list[tuple[str, str]] = []
    carers = tuple(m.relation(member) for member in m.case.family if member.key not in m.unseen)
    added = tuple(capital(row.relation) for row in m.details.household)
    for who, is_carer in (*((who, True) for who in carers), *((who, False) for who in added)):
        mine = [written.pop(parent) for parent in parents_in(who) if parent in written]
        if mine or is_carer:
            boxes.append((who, "\n".join(filter(None, mine))))
    boxes += [(say(f"papers.eha.view.{parent}"), said) for parent, said in written.items() if said]
    return tuple(boxes) or ((say("papers.home.parent_or_carer"), ""),)


def _together(m: Material) -> tuple[Block, ...]:
    answers = m.details.assessment
    tried = from_check.tried(m).said
    return (
        Heading(say("papers.eha.means")),
        _written(say("papers.eha.network"), Told(answers.support_network)),
        _written(say("papers.eha.tried"), from_check.both(answers.tried, tried)),
        _written(say("papers.eha.analysis"), Told(answers.analysis)),
    )


def _plan(m: Material) -> tuple[Block, ...]:
    """The rows that were written, then one for each need that none of them names, with the action left to write
    together."""
    answers = m.details.assessment
    rows = tuple((Value(row.need), Value(row.outcome), Value(row.action), Value(row.who), Value(row.by_when),
                  Value(row.how_we_know)) for row in answers.plan)
    written = {row.need.strip() for row in answers.plan}
    needs = (capital(one.says) for one in noticed(m) if not one.strength)
    rows += tuple((Value(need), *(Value(""),) * 5) for need in needs if need not in written)
    blank = (Value(""),) * 6
    heads = tuple(say(f"papers.eha.plan.{name}") for name in ("need", "outcome", "action", "who", "by_when", "know"))
    return (
        Heading(say("papers.eha.plan")),
        Grid(heads, rows + (blank,) * max(3 - len(rows), 1), (0.22, 0.18, 0.19, 0.12, 0.12, 0.17), least=40),
        *to_fill(((say("papers.eha.review"), ahead(m, answers.review_on)),)),
        Heading(say("papers.eha.next"), 3), Ticks(tuple((said, False) for said in NEXT)),
    )


def _sign_off(m: Material) -> tuple[Block, ...]:
    answers = m.details.assessment
    return (Heading(say("papers.eha.checked")),
            *to_fill(((say("papers.name"), value(answers.signed_off_by)),
                      (say("papers.eha.on"), past(m, answers.signed_off_on))), columns=2),
            *signature_lines(workers_sign(m, DOCUMENT)))


DOCUMENT = Document(
    our_document(DOCUMENT_ID), audience="family", build=build, refuse=refuse, needs=NEEDS, only=ONLY, given=GIVEN,
    own_lines=OwnLines(young_person=say("papers.eha.young_person")),
)
