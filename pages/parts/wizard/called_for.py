"""The sign that something which was answered calls for: asked before anything else, once."""
from decision.known import read
from decision.open_signs import asked_first
from guidance.models import Sign
from pages.parts.visit import draft, knowledge
from pages.parts.visit.remembered import once

PAGE, _ASKED = "ask", "asked_first"


def waiting() -> Sign | None:
    """The first unanswered sign that what was answered asks for; None if there is none or it was put off."""
    case, packs, skipped = draft.case(), knowledge.packs(), draft.progress().skipped
    asked = once(_ASKED, lambda: asked_first(read(case, packs)), case, packs)
    return next((sign for sign in asked if name(sign) not in skipped), None)


def name(sign: Sign) -> str:
    """What the browser's copy and the user's progress call the question about this sign."""
    return f"{PAGE} {sign.id}"
