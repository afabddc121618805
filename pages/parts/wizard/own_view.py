"""What the user thinks should happen, asked before any result is shown."""

from decision.case import Case
from guidance.words import say
from pages.parts.asking import leaving
from pages.parts.asking.choices import own_views, word
from pages.parts.asking.questions import Sent, choose, lines
from pages.parts.display.markup import paragraph, show
from pages.parts.visit import draft, knowledge
from pages.parts.wizard import steps
from pages.parts.wizard.steps import Here, Row, SoFar, Step


def view(place: Here) -> None:
    """One form."""
    case = draft.case()
    show(paragraph(say("steps.view.says")))
    with leaving.answers("view_form"):
        choose("own_view", say("steps.view.own_view"), own_views(case, knowledge.packs()), case.own_view)
        lines("own_view_reason", say("steps.view.why"), case.own_view_reason)
        steps.buttons(place, take)


def take(case: Case, sent: Sent) -> Case:
    """The form into the case."""
    return case.but(
        own_view=sent.choice("own_view", case.own_view),
        own_view_reason=sent.words("own_view_reason", say("steps.view.said.why"), case.own_view_reason),
    )


def _rows(so_far: SoFar) -> list[Row]:
    case = so_far.case
    return [Row(say("steps.view.said"), word(own_views(case, so_far.packs), case.own_view)),
            Row(say("steps.view.said.why"), case.own_view_reason)]


STEP = Step("view", say("steps.view"), 1000, view, _rows)
