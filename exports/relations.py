"""Whether somebody is the child's mother or father, by the words with which their relation to the child was entered."""
import re
from typing import Literal

from decision.case import Case
from exports.details import Details

Parent = Literal["mother", "father"]
PARENTS: tuple[Parent, ...] = ("mother", "father")
WORDS: dict[Parent, frozenset[str]] = {
    "mother": frozenset({"mother", "mum", "mummy", "mam"}), "father": frozenset({"father", "dad", "daddy"})}
ANOTHER = frozenset({
    "partner", "boyfriend", "girlfriend", "friend", "foster", "step", "god", "grand", "great", "law", "sister",
    "brother", "aunt", "uncle", "cousin", "wife", "husband", "s",
})
"""Words with which somebody is not the child's own mother or father, though the word stands in what they are called;
"s" is what an apostrophe leaves behind: the mother's sister."""
WORD = re.compile(r"[^\W_]+")


def parents_in(relation: str) -> tuple[Parent, ...]:
    """The child's own mother, father or both whom a relation names: nobody for a grandmother, godfather or stepfather.
    """
    words = set(WORD.findall(relation.casefold()))
    return () if words & ANOTHER else tuple(parent for parent in PARENTS if words & WORDS[parent])


def entered(case: Case, details: Details) -> set[Parent]:
    """Which of the two were entered, in the check or for a paper."""
    relations = (*(one.relation for one in case.family), *(one.relation for one in details.household))
    return {parent for relation in relations for parent in parents_in(relation)}


def views_of(case: Case, details: Details) -> set[Parent]:
    """The parents whose view is asked for: those who were entered or whose view was written; both where nobody was
    entered at all."""
    if not (case.family or details.household):
        return set(PARENTS)
    return entered(case, details) | {one for one in PARENTS if getattr(details.assessment, one).strip()}
