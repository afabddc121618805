"""A sign that a ticked statement, a mark or a change calls for: asked before anything else, once."""

from decision.case import Case
from decision.known import read
from decision.open_signs import asked_first
from guidance.models import Sign
from guidance.words import say
from pages.parts.asking import leaving
from pages.parts.asking.choices import IS_SO
from pages.parts.asking.questions import Sent, choose
from pages.parts.display.markup import paragraph, show
from pages.parts.visit import draft, knowledge
from pages.parts.visit.remembered import once
from pages.parts.wizard import steps
from pages.parts.wizard.signs import answered
from pages.parts.wizard.steps import Here

PAGE, _ASKED = "ask", "asked_first"


def waiting() -> Sign | None:
    """The first unanswered sign that what was answered asks for; None if there is none or it was put off."""
    case, packs, skipped = draft.case(), knowledge.packs(), draft.progress().skipped
    asked = once(_ASKED, lambda: asked_first(read(case, packs)), case, packs)
    return next((sign for sign in asked if _skipped(sign.id) not in skipped), None)


def place(sign: Sign) -> Here:
    """What the browser's copy calls this question."""
    return Here(f"{PAGE} {sign.id}")


def view(sign: Sign) -> None:
    """The sign, its definition and the possible answers."""
    show(paragraph(say("signs.ask_first")))

    def taken(case: Case, sent: Sent) -> Case:
        return answered(case, {sign.id: sent.choice(f"first-{sign.id}")})

    with leaving.answers(f"first_{sign.id}_form"):
        choose(f"first-{sign.id}", sign.says, IS_SO, None, sign.means)
        steps.buttons(place(sign), taken, then=lambda: _noted(sign), back=_stay)


def _noted(sign: Sign) -> None:
    """Asked once: an answer that was left open is offered again with the signs and before the result."""
    progress = draft.progress()
    draft.keep(progress=progress.but(skipped=(*progress.skipped, _skipped(sign.id))))


def _stay() -> None:
    """Back leads to the statements, where the question can be put off by unticking."""
    steps.go("topics")


def _skipped(sign_id: str) -> str:
    return f"{PAGE} {sign_id}"
