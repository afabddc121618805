"""What asks to act whatever the level. It is drawn around the whole windscreen: inside a level it would read as one.

Signs and danger always; a statement or a duty where it alone asks to ring now, and only where no sign says as much.
"""
from decision.after import COUNCIL
from decision.known import Known
from decision.outcome import urgency
from decision.result import Reason, Rim
from guidance.vocabulary import FirstCall, Outcome

ACT: Outcome = "refer_now"
TALK: Outcome = "consult_today"


def find_rim(known: Known, reasons: tuple[Reason, ...]) -> tuple[Rim, ...]:
    """From the reasons, which come most urgent first; those that are so before those in doubt."""
    open_signs = {sign.id for sign in known.unanswered_signs}
    unsure = {sign.id for sign, _ in known.unsure_signs}
    signs = tuple(_rim(one, unsure) for one in reasons if _is_sign(one, open_signs))
    so = max((urgency(one.outcome) for one in signs if not one.doubted), default=0)
    others = tuple(_rim(one, unsure) for one in reasons if one.kind in ("at_least", "duty")
                   and urgency(one.outcome) >= urgency(ACT) and urgency(one.outcome) > so)
    return tuple(sorted(signs + others, key=lambda one: (one.doubted, -urgency(one.outcome))))


def after_calls(known: Known, rim: tuple[Rim, ...], first_call: FirstCall | None) -> tuple[Rim, ...]:
    """The same, with what the calls on record were about: for what is so, where the call that it asks for itself and
    the first call of the result were both made and answered."""
    rung, first = known.case.rung, first_call or COUNCIL
    asks: dict[str, FirstCall] = {sign.id: sign.first_call or COUNCIL for sign, _ in known.yes_signs}
    if first not in rung:
        return rim
    return tuple(one.but(rung=not one.doubted and ("999" if one.kind == "danger" else asks.get(one.id, first)) in rung)
                 for one in rim)


def _is_sign(reason: Reason, open_signs: set[str]) -> bool:
    """Danger, a sign that is so or not sure, or one that something ticked asks about and nobody has answered."""
    return reason.kind in ("danger", "sign") or (reason.kind == "unsure" and reason.id in open_signs)


def _rim(reason: Reason, unsure: set[str]) -> Rim:
    doubted = (reason.kind == "unsure" or (reason.kind == "danger" and reason.outcome == TALK)
               or reason.id in unsure)
    return Rim(kind=reason.kind, id=reason.id, says=reason.says, doubted=doubted, about=reason.about,
               outcome=reason.outcome, source=reason.source)
