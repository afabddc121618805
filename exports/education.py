"""What the check knows of that which a missing-education referral asks: a move, teaching at home, who was told."""
from decision.calls import TALKED, calls, to_a_team
from decision.case import EarlierCall
from exports.calls_made import NONE, is_police
from exports.material import Material
from exports.words import SIGHT, YES_NO
from guidance.vocabulary import YesNo
from guidance.words import say


def moves(m: Material) -> str:
    """That the family moves away, may, or does not that the writer knows of; empty where none of it was answered."""
    return {"yes": SIGHT["moves"], "not_sure": YES_NO["not_sure"], "no": say("papers.missing.no_move")}.get(
        m.case.sight.moves or "", "")


def home_education(m: Material) -> YesNo | None:
    """Whether the child is taught at home, or about to be, where the check is sure."""
    answer = m.case.sight.home_education
    return "yes" if answer == "yes" else "no" if answer == "no" else None


def told(m: Material) -> EarlierCall:
    """The last talk on record in which a council's team was told; an empty one where there is none. No talk with the
    user's own lead, and no call to the police alone, has told them."""
    return next((one for one in reversed(calls(m.case))
                 if one.outcome in TALKED and to_a_team(one) and not is_police(m, one)), NONE)
