"""A carer who is also a worker: whether somebody suspected works with children, or cares for this child as their work.

The same person is asked about by place (a parent or carer, at home) and by role (an adult who works with children).
A foster carer, a connected carer, supported lodgings and a residential worker are both; a parent, a special guardian
or a private foster carer is not, by that alone (practice rule 19).
"""
from decision.case import FamilyMember
from decision.known import Known
from guidance.vocabulary import CARES_AS_WORK

IN_THE_HOME = frozenset({"parent_or_carer", "partner", "other_family"})
ROLE_OPEN = (None, "other", "not_known")


def suspected_works(known: Known) -> bool | None:
    """True where somebody suspected does; None where that is not known of a carer of a looked-after child; or False.

    Only a looked-after child has carers who may do it as their work without anybody having said so.
    """
    if "works_with_children" in known.case.source_of_harm.kinds:
        return True
    people = suspected(known)
    if any(person.works_with_children == "yes" or person.role in CARES_AS_WORK for person in people):
        return True
    looked_after = any("looked_after" in child.status for child in known.case.children)
    nobody_named = not known.case.family and bool(IN_THE_HOME & set(known.case.source_of_harm.kinds))
    if looked_after and (nobody_named or any(person.role in ROLE_OPEN for person in people)):
        return None
    return False


def suspected(known: Known) -> tuple[FamilyMember, ...]:
    """The family members named; where none is and it is somebody at home, all whom the user has not ruled out."""
    source = known.case.source_of_harm
    if source.members:
        return tuple(member for member in known.case.family if member.key in source.members)
    if IN_THE_HOME & set(source.kinds):
        return tuple(member for member in known.case.family if member.key not in source.ruled_out)
    return ()
