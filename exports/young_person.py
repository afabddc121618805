"""The own answers of a child or young person: a case holds them once, so with several children each line says whose.

Nobody is asked for the own answers of a baby, or of a child who is not born yet.
"""
from decision.case import YoungPerson
from decision.result import Telling
from decision.whose_answer import may_be_young_person
from exports.material import Material
from exports.not_yet import only_babies
from guidance.words import say
from guidance.words.forms import capital, mid

YOUNG = "young_person"
"""What stands for them where others of the family have a key."""


def several(m: Material) -> bool:
    """Whether there is more than one child whom a line could mean."""
    return len(m.case.children) > 1


def can_answer(m: Material) -> bool:
    """Whether an own answer can be asked for: some child may be old enough to talk, or one was given all the same."""
    return m.case.young_person != YoungPerson() or not only_babies(m)


def is_theirs(m: Material, label: str) -> bool:
    """Whether the own answers can be those of this child alone."""
    return tuple(child.label for child in may_be_young_person(m)) == (label,)


def which(m: Material) -> str:
    """Of several children the one whose own answers these can be, or that it was not said; empty for one child."""
    if not several(m):
        return ""
    meant = may_be_young_person(m)
    return say("form.child", label=meant[0].label) if len(meant) == 1 else say("papers.young_person.not_said")


def the_young_person(m: Material) -> str:
    """The child or young person, to begin a line with: of several the one whose answer it tells, and where nothing was
    answered, all of them."""
    of = which(m)
    if of and m.case.young_person == YoungPerson():
        return capital(say("papers.any_child"))
    return say("papers.with_more", said=say("papers.young_person"), more=of) if of else say("papers.young_person")


def of_whom(m: Material, label: str) -> str:
    """The label of an own answer, with the child whose it is where there are several."""
    of = which(m)
    return say("papers.with_more", said=label, more=of) if of else label


def told_name(m: Material, item: Telling) -> str:
    """Whom an entry on telling is about, to begin a line with: what holds of the children holds of every one."""
    return capital(say("papers.any_child")) if _is_of_all(m, item) else item.name


def told_name_known(m: Material, item: Telling) -> str:
    """The same within a sentence, and of somebody who knows already that they do; of several children, which one."""
    if not m.knows(item.person):
        return mid(told_name(m, item))
    if _is_of_all(m, item):
        return say("papers.any_child.knows", who=which(m))
    return say("papers.who_knows", who=mid(item.name))


def _is_of_all(m: Material, item: Telling) -> bool:
    """Whether an entry is about several children under the one name that the rules have for each of them."""
    return item.person == YOUNG and several(m) and item.name == say("telling.young_person")


def knows_whole(m: Material, key: str) -> bool:
    """Whether everybody whom an entry on telling is about knows already: of several children one answer says it of one.
    """
    return m.knows(key) and not (key == YOUNG and several(m))
