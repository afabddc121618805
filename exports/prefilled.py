"""Which questions of the details the check has answered already, so that no page asks them a second time.

The words are those that the papers print where the writer has typed nothing (exports/from_check.py).
"""
from collections.abc import Iterator
from typing import NamedTuple

from decision.calls import calls
from decision.case import Child
from decision.documents import ASSESSMENT
from decision.hours import local
from exports import alleged, education, findings, from_check
from exports.assessment_rows import group_of
from exports.by_known import known_lines
from exports.details import Assessment, Details, Held
from exports.family_reads import noticed
from exports.hiding.child_said import told_by_others, with_what_may_stand
from exports.hiding.held_back import open_copy
from exports.hiding.written import to_print
from exports.make import as_read
from exports.material import Material, one_of
from exports.pdf.text import sentences
from exports.relations import PARENTS
from exports.young_person import is_theirs
from exports.calls_made import NONE, came_of, in_a_line, the_last_record, whom
from exports.words import OWN_VIEW, YES_NO, statuses
from guidance.vocabulary import YesNo
from guidance.words.forms import apart, capital, clock, day


class Place(NamedTuple):
    """Where an answer stands in the details: the path to its record, the letter or key of a row, the attribute."""

    path: tuple[str, ...]
    row: str
    attribute: str


class FromCheck(NamedTuple):
    """What the check says of one question, in words; for a choice its `value` too."""

    words: str
    value: str | None = None


def answered(m: Material) -> dict[Place, FromCheck]:
    """Every question of the details that the check has answered. Nothing stands here that was not answered.

    It fills boxes that are edited and printed as the writer's own words, so it is made from a copy without what is held
    back: that something is held stands there, as on a paper."""
    blank = Material(open_copy(m.case, m.details, family=False)[0], Details(), m.decision, m.packs, m.now)
    found = (*_children(blank), *_household(m), *_narrative(blank), *_you(blank), *_talk(blank), *_assessment(m),
             *_views(m), *_others(blank), *_education(blank))
    return {place: answer for place, answer in found if answer.words.strip()}


def is_blank(value: object) -> bool:
    """Whether nobody has written anything: "not known" is an answer."""
    return value is None or not (value.text if isinstance(value, Held) else value)


def _interpreter(m: Material, child: Child) -> FromCheck:
    """Of the child whose the young person's own answers are."""
    young = m.case.young_person
    if young.interpreter is None or not is_theirs(m, child.label):
        return FromCheck("")
    return FromCheck(apart(part for part in (_said(young.interpreter), young.language) if part.strip()),
                     young.interpreter)


def _children(m: Material) -> Iterator[tuple[Place, FromCheck]]:
    for child in m.case.children:
        said = {"due": FromCheck(day(child.due_date) if child.due_date else ""), "disability": _disability(child),
                "interpreter": _interpreter(m, child),
                "legal_status": FromCheck(apart(part for part in (*statuses(child.status), child.status_note) if part))}
        if len(m.case.children) == 1:   # of several nobody knows which one was meant
            said["where_now"] = FromCheck(findings.where_said(m))
        for attribute, answer in said.items():
            yield Place(("children",), child.label, attribute), answer


def _disability(child: Child) -> FromCheck:
    return FromCheck(apart(part for part in (_said(child.disability), child.disability_note) if part.strip()))


def _said(answer: YesNo | None) -> str:
    return capital(YES_NO[answer]) if answer else ""


def _household(m: Material) -> Iterator[tuple[Place, FromCheck]]:
    for member in m.case.family:
        relation, answer = member.relation.strip(), member.responsibility
        yield Place(("household",), member.key, "relation"), FromCheck(capital(relation), relation)
        yield Place(("household",), member.key, "parental_responsibility"), FromCheck(_said(answer), answer)


def _narrative(m: Material) -> Iterator[tuple[Place, FromCheck]]:
    answers = {
        "why_now": from_check.why_now(m).said, "worry": from_check.worry(m).said, "injury": from_check.injury(m).said,
        "exact_words": from_check.exact_words(m).said, "history": from_check.history(m).said,
        "going_well": from_check.going_well(m).said, "tried": from_check.tried(m).said,
        "accessibility": from_check.accessibility(m).said,
    }
    for attribute, said in answers.items():
        yield Place(("narrative",), "", attribute), FromCheck(said)
    for child in m.case.children:
        place = Place(("narrative", "effects"), child.label, "text")
        yield place, FromCheck(from_check.effect(m, child.label).said)


def _you(m: Material) -> Iterator[tuple[Place, FromCheck]]:
    yield Place(("referrer",), "", "job"), FromCheck(m.role_name())
    yield Place(("referrer",), "", "known_since"), FromCheck(m.case.practitioner.relationship)


def _talk(m: Material) -> Iterator[tuple[Place, FromCheck]]:
    """A call that was recorded, and the user's own view."""
    call = the_last_record(m)
    own = one_of(OWN_VIEW, m.case.own_view)
    view = apart(part for part in ("" if own.muted else own.said, m.case.own_view_reason) if part.strip())
    made = local(call.made) if call.made else None
    answers = {"on": day(made.date()) if made else "", "time": clock(made) if made else "", "who": call.spoke_to_role,
               "team": whom(m, call), "advice": call.note, "my_view": view}
    for attribute, said in answers.items():
        yield Place(("conversation",), "", attribute), FromCheck(said)
    disagrees = m.case.events.disagreement is not None
    yield Place(("conversation",), "", "agree"), FromCheck(_said("no") if disagrees else "", "no")


def seen_in(m: Material, domain: str) -> tuple[str, ...]:
    """What the assessment prints, from what was ticked, under the heading that a row of it stands under."""
    return tuple(one.said for one in noticed(_for_the_family(m)) if one.stands.group == group_of(domain))


def _for_the_family(m: Material) -> Material:
    """What the assessment is built from, of the check alone: a page says what stands in it, and never more."""
    chosen = Details(assessment=Assessment(may_stand=m.details.assessment.may_stand), sources=m.details.sources)
    return as_read(ASSESSMENT.ours, Material(m.case, chosen, m.decision, m.packs, m.now))


def _assessment(m: Material) -> Iterator[tuple[Place, FromCheck]]:
    """Of an assessment: what led to it, and help so far. The family reads it, so what the child said or showed, who is
    safe and a worry in free words are not taken over; the writer says what of it stands there."""
    m = _for_the_family(m)
    needs = sentences(one.says for one in noticed(m) if not one.strength)
    for attribute, said in {"reason": needs, "tried": from_check.tried(m).said}.items():
        yield Place(("assessment",), "", attribute), FromCheck(said)


def _views(m: Material) -> Iterator[tuple[Place, FromCheck]]:
    """Of the views in an assessment: what the writer has said may stand there."""
    chosen = Assessment(may_stand=m.details.assessment.may_stand)
    stands = with_what_may_stand(m.case, to_print(m.details, assessment=chosen),
                                 told_by_others(m.packs, m.decision.home_area))
    views = open_copy(m.case, stands, family=True)[1].assessment
    for day_ in (one for one in views.children if one.label):   # what nobody said whose it is stands with no child
        yield Place(("assessment", "children"), day_.label, "view"), FromCheck(day_.view)
    for parent in PARENTS:
        yield Place(("assessment",), "", parent), FromCheck(getattr(views, parent))


def _others(m: Material) -> Iterator[tuple[Place, FromCheck]]:
    seen = m.case.events.last_seen
    yield Place(("missing_education",), "", "last_seen"), FromCheck(day(seen.date()) if seen else "")
    heard = m.case.events.allegation_known
    known = {"said_on": day(heard.date()) if heard else "", "said_by": alleged.said_by(m),
             "said_to": alleged.said_to(m), "happened": alleged.happened(m), "summary": "\n".join(known_lines(m))}
    known["actions"] = sentences(in_a_line(m, one) for one in calls(m.case))
    for attribute, said in known.items():
        yield Place(("allegation",), "", attribute), FromCheck(said)


def _education(m: Material) -> Iterator[tuple[Place, FromCheck]]:
    """Of a child who is missing education: a move, teaching at home, and that children's services were told."""
    call, taught = education.told(m), education.home_education(m)
    known = {"signs_of_a_move": FromCheck(education.moves(m)), "home_education": FromCheck(_said(taught), taught)}
    if call != NONE:
        known |= {"safeguarding_told": FromCheck(_said("yes"), "yes"),
                  "safeguarding_on": FromCheck(day(local(call.made).date()) if call.made else ""),
                  "safeguarding_result": FromCheck(came_of(m, call))}
    for attribute, answer in known.items():
        yield Place(("missing_education",), "", attribute), answer
