"""Who is asked to sign a paper: one answer for the paper itself and for the page that speaks of it.

As the area's own form says where it says so, otherwise as ours does. Nobody who is not to be told yet, or only after
asking, has a line (design 2, statement 6); and nobody signs as a parent who may not agree for the child.
"""
from dataclasses import dataclass
from typing import Literal

from decision.case import Case, Child, FamilyMember
from exports.blocks import Block, Paragraph, Signatures
from exports.declaration import Document, OwnLines
from exports.material import Material
from guidance.models import Signature
from guidance.vocabulary import CARES_AS_WORK, Signer
from guidance.words import say
from guidance.words.forms import apart, mid

SIGNS_FROM_YEARS = 10
"""Years from which a child has a line of their own. Ours: no document gives an age. A younger child is heard in words
and in what they do, and is not asked to weigh a decision with a pen; a child of this age may well understand it, and
the line is there only for those who do. An age that is not known counts as old enough, an unborn child never."""
ADULT_FROM_YEARS = 18
RESPONSIBLE = say("papers.signs.responsible")
FOR_THEMSELVES = say("papers.signs.for_themselves")
OURS = say("papers.signs.ours")
Standing = Literal["parent", "carer", "not_known"]


@dataclass(frozen=True)
class Line:
    """Who signs, as it stands beside the line. `ours`: the line is not one of the area's own form."""

    says: str
    ours: bool


def family_signs(m: Material, document: Document) -> tuple[Line, ...]:
    """Who of the family is asked to sign, then the child or young person. Empty for a paper that no family signs."""
    return (*_family(m, document), *_young_person(m, document)) if document.own_lines else ()


def workers_sign(m: Material, document: Document) -> tuple[Line, ...]:
    """Who signs at work, as the form says; empty where it says nothing."""
    return tuple(Line(item.says, item.ours) for item in _of_form(m, document, "worker"))


def who_signs(m: Material, document: Document) -> str:
    """Everybody who is asked to sign, in one sentence, with whether the lines are ours; empty where nobody is."""
    lines = (*family_signs(m, document), *workers_sign(m, document))
    return " ".join((f"{apart(line.says for line in lines)}.", *_note(lines))) if lines else ""


def signature_lines(lines: tuple[Line, ...]) -> tuple[Block, ...]:
    """Lines to sign on, if there is anybody to sign, and which of them are ours."""
    if not lines:
        return ()
    return (Signatures(tuple(line.says for line in lines)), *(Paragraph(said, "small") for said in _note(lines)))


def _note(lines: tuple[Line, ...]) -> tuple[str, ...]:
    ours = tuple(line.says for line in lines if line.ours)
    if not ours:
        return ()
    return (OURS,) if len(ours) == len(lines) else (say("papers.signs.some_ours", lines=apart(ours)),)


def _of_form(m: Material, document: Document, by: Signer) -> tuple[Signature, ...]:
    form = m.local(document.id)
    return tuple(item for item in form.signatures if item.by == by) if form else ()


def _own(document: Document) -> OwnLines:
    return document.own_lines or OwnLines()


def _silent(m: Material, document: Document) -> bool:
    """Whether the area's form says nothing of who signs, so that the lines are ours."""
    form = m.local(document.id)
    return form is None or not form.signatures


def _family(m: Material, document: Document) -> tuple[Line, ...]:
    """A line for each who may agree for the child and may be asked, and for a carer who may not, for themselves alone.

    Where nobody listed is known to hold parental responsibility, one line for somebody who does. A form that names who
    signs, and nobody of the family, has no line for the family. For a person of 18 or over nobody else can agree.
    """
    if m.case.children and all(adult(child) for child in m.case.children):
        return ()
    of_form = _of_form(m, document, "family")
    if not of_form and not _silent(m, document):
        return ()
    said, ours = (of_form[0].says, of_form[0].ours) if of_form else (_own(document).parent, True)
    standing = {member.key: _standing(m, member) for member in m.case.family}
    asked = tuple(member for member in m.case.family if m.may_be_prompted(member.key))
    lines = [Line(_beside(m.relation(member), said), ours) for member in asked if standing[member.key] == "parent"]
    if "parent" not in standing.values() and m.decision.telling and not m.held_back():
        lines.append(Line(_beside(RESPONSIBLE, said), ours))
    lines += [Line(_beside(m.relation(member), FOR_THEMSELVES), True) for member in asked
              if standing[member.key] == "carer" and member.role not in CARES_AS_WORK]
    return tuple(lines)


def adult(child: Child) -> bool:
    """Whether a child of the case is known to be 18 or over."""
    return child.months is not None and child.months >= 12 * ADULT_FROM_YEARS


def _beside(who: str, said: str) -> str:
    return say("papers.signs.beside", who=who, what=mid(said)) if said else who


def _standing(m: Material, member: FamilyMember) -> Standing:
    """Whether a family member may agree for the child: by what was said of their responsibility, then of their role.

    Of two answers that differ a "no" holds.
    """
    row = m.details.member(member.key)
    said = {member.responsibility, row.parental_responsibility if row else None}
    if "no" in said:
        return "carer"
    if "yes" in said or member.role == "parent":
        return "parent"
    return "not_known" if member.role in (None, "other", "not_known") else "carer"


def _young_person(m: Material, document: Document) -> tuple[Line, ...]:
    """The child's or young person's own line: as the form says, otherwise ours; none where they are not to be asked.
    Of several who are old enough each has one."""
    said = tuple(Line(item.says, item.ours) for item in _of_form(m, document, "young_person"))
    if own := _own(document).young_person if _silent(m, document) else "":
        said = (Line(own, True),)
    telling = m.telling("young_person")
    may = telling.state == "tell" if telling else not m.held_back()
    if not may or not _old_enough(m.case):
        return ()
    signing = [child for child in m.case.children if _is_old_enough(child)]
    if len(signing) < 2:
        return said
    return tuple(Line(_beside(m.child_title(child), line.says), line.ours) for line in said for child in signing)


def _old_enough(case: Case) -> bool:
    return not case.children or any(map(_is_old_enough, case.children))


def _is_old_enough(child: Child) -> bool:
    return child.months is None or child.months >= 12 * SIGNS_FROM_YEARS
