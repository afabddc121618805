"""A carer who is also a worker: whether somebody suspected works with children, or cares for this child as their work.

The same person is asked about by place (a parent or carer, at home) and by role (an adult who works with children).
A foster carer, a connected carer, supported lodgings and a residential worker are both; a parent, a special guardian
or a private foster carer is not, by that alone (practice rule 19).
"""
from decision.case import FamilyMember
from decision.harm import of_harm
from decision.known import Known
from decision.result import Gap
from guidance.vocabulary import CARES_AS_WORK, CarerRole
from guidance.words import say

IN_THE_HOME = frozenset({"parent_or_carer", "partner", "other_family"})
NOT_ASKED: tuple[CarerRole | None, ...] = (None, "not_known")
ROLE_OPEN: tuple[CarerRole | None, ...] = (*NOT_ASKED, "other", "relative")
"""Arrangements by which a looked-after child may be cared for as work; a relative may be a connected carer."""
ANOTHER_HOME: tuple[CarerRole | None, ...] = ("parent", "special_guardian", "private_foster_carer")
"""Those who are not of the household of a carer whose work it is."""


def suspected_works(known: Known) -> bool | None:
    """True where somebody suspected does; None where that is not known of somebody who may; or False.

    Only a looked-after child has carers who may do it as their work without anybody having said so. It may be, too,
    of somebody else in the household of such a carer, and of such a carer where it is not known who caused harm.
    """
    if "works_with_children" in known.case.source_of_harm.kinds:
        return True
    people = suspected(known)
    if any(person.works_with_children == "yes" or person.role in CARES_AS_WORK for person in people):
        return True
    looked_after = any("looked_after" in child.status for child in known.case.children)
    if looked_after and (_carer_not_listed(known) or any(person.role in ROLE_OPEN for person in people)):
        return None
    if any(beside_suspected(member, known) for member in known.case.family) or _carer_may_have(known):
        return None
    return False


def _carer_not_listed(known: Known) -> bool:
    """Whether somebody at home is suspected, nobody is named, and whoever cares for the child may not be listed.

    A parent, a partner or a guardian who is listed is not the carer of a looked-after child: only somebody whose work
    it is, or whose arrangement is open, can be.
    """
    source = known.case.source_of_harm
    listed = any(member.role in (*CARES_AS_WORK, *ROLE_OPEN) for member in known.case.family)
    return not source.members and bool(IN_THE_HOME & set(source.kinds)) and not listed


def beside_suspected(member: FamilyMember, known: Known) -> bool:
    """Whether this person cares for the child as work, and somebody else of the same household is suspected."""
    return member.role in CARES_AS_WORK and any(
        person.key != member.key and person.role not in ANOTHER_HOME for person in suspected(known))


def _carer_may_have(known: Known) -> bool:
    """Whether something is of harm, nobody knows who caused it, and a carer whose work it is has not been ruled out."""
    source = known.case.source_of_harm
    open_question = not source.members and (not source.kinds or "not_known" in source.kinds)
    carers = (member for member in known.case.family if member.role in CARES_AS_WORK)
    return open_question and any(member.key not in source.ruled_out for member in carers) and of_harm(known, ())


def arrangement_gaps(known: Known) -> tuple[Gap, ...]:
    """The question by what arrangement somebody suspected at home cares for the child, where nobody has said; once.

    Free text such as "foster carer" is never read, so it has to be asked. Quiet where the LADO is asked already.
    """
    at_home = bool(IN_THE_HOME & set(known.case.source_of_harm.kinds))
    people = suspected(known)
    open_role = any(person.role in NOT_ASKED for person in people) or (at_home and not known.case.family)
    if not open_role or suspected_works(known) is not False:
        return ()
    return (Gap(kind="unanswered", id="carer_role", says=say("gap.arrangement", what=say("open.arrangement"))),)


def suspected(known: Known) -> tuple[FamilyMember, ...]:
    """The family members named; where none is and it is somebody at home, all whom the user has not ruled out."""
    source = known.case.source_of_harm
    if source.members:
        return tuple(member for member in known.case.family if member.key in source.members)
    if IN_THE_HOME & set(source.kinds):
        return tuple(member for member in known.case.family if member.key not in source.ruled_out)
    return ()
