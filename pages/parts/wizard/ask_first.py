"""The page of the sign that a ticked statement, a mark or a change calls for: before any other page, once."""
from decision.case import Case
from decision.sign_groups import answers as sign_answers
from guidance.models import Sign
from guidance.words import say
from pages.parts.asking import leaving
from pages.parts.asking.choices import IS_SO
from pages.parts.asking.questions import Sent, choose
from pages.parts.display.markup import paragraph, show
from pages.parts.display.pieces import notice
from pages.parts.visit import draft, knowledge
from pages.parts.wizard import called_for, sign_groups, steps
from pages.parts.wizard.signs import answered, said_no_words
from pages.parts.wizard.steps import Here


def waiting(place: Here) -> Sign | None:
    """The sign to ask before this page. In front of the list of answers only where a change leads there."""
    return called_for.waiting() if steps.of(place.step).waits or steps.at_end_of_change() else None


def place(sign: Sign) -> Here:
    """What the browser's copy calls this question."""
    return Here(called_for.name(sign))


def view(sign: Sign) -> None:
    """The sign, its definition and the possible answers."""
    show(*(notice(words) for words in _said_no(sign)), paragraph(say("signs.ask_first")))

    def taken(case: Case, sent: Sent) -> Case:
        return answered(case, {sign.id: sent.choice(f"first-{sign.id}")})

    with leaving.answers(f"first_{sign.id}_form"):
        choose(f"first-{sign.id}", sign.says, IS_SO, None, sign.means)
        steps.buttons(place(sign), taken, then=lambda: _noted(sign), back=_stay)


def _said_no(sign: Sign) -> tuple[str, ...]:
    """That a No covered this sign, beside what amounts to it."""
    case = draft.case()
    asked = sign_groups.groups(case, knowledge.packs())
    again = (one for group in asked for one in sign_groups.said_again(group, case))
    return tuple(said_no_words(one, statement, case) for one, statement in again
                 if one.id == sign.id and one.id in sign_answers(case))


def _noted(sign: Sign) -> None:
    """Asked once: an answer that was left open is offered again with the signs and before the result."""
    progress = draft.progress()
    draft.keep(progress=progress.but(skipped=(*progress.skipped, called_for.name(sign))))
    if steps.at_end_of_change() and not called_for.waiting():
        steps.to_answers()


def _stay() -> None:
    """Back leads to the statements, where the question can be put off by unticking."""
    steps.go("topics")

