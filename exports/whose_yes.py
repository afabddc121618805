"""Whether a yes to help that somebody gave counts for any of the help that the result names."""
from decision.case import FamilyMember, YoungPerson
from exports.material import Material
from guidance.words import say


def uncounted(m: Material, one: FamilyMember | YoungPerson) -> bool:
    """Whether the result counts somebody's yes for none of the help it names."""
    name = one.relation if isinstance(one, FamilyMember) else say("then.the_young_person")
    paths = m.decision.then
    return one.agrees == "agrees" and any(name in path.uncounted for path in paths) and not any(
        name in path.given_by for path in paths)


def not_counted(m: Material, one: FamilyMember | YoungPerson) -> str:
    """That somebody's yes is not counted; nothing where it is, or where there is none."""
    return say("papers.agrees.not_counted") if uncounted(m, one) else ""
