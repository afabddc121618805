"""What follows the first screen of the result: one fold for each question, its answer in the heading."""
from datetime import datetime

from decision.case import Case
from decision.result import Decision
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import capital
from pages.parts.display.markup import Markup, join, numbered
from pages.parts.display.pieces import fold
from pages.parts.result import fold_answers as answers
from pages.parts.result.closing_view import documents, own_view, unknown
from pages.parts.result.deadlines_view import deadlines
from pages.parts.result.duties_view import duties
from pages.parts.result.reasons_view import each_child, reasons, would_change
from pages.parts.result.telling_view import telling


def folds(case: Case, decision: Decision, packs: Packs, chosen: tuple[str, ...], at: datetime) -> Markup:
    """The folds in order. `chosen`: the topics that are chosen; `at`: now."""
    found = (
        ("say", answers.what_to_say(decision), numbered(*decision.say)),
        ("why", answers.why(decision),
         join(reasons(decision, packs), would_change(decision, packs), each_child(case, decision))),
        ("told", answers.who_is_told(decision), telling(decision, packs)),
        ("duties", answers.duties(decision, packs), duties(decision, packs)),
        ("when", answers.by_when(decision, packs, at), deadlines(case, decision, packs)),
        ("unknown", answers.unknown(decision, packs), unknown(decision, packs, chosen)),
        ("view", answers.own_view(decision), own_view(case, decision)),
        ("papers", answers.papers(decision), documents(decision)),
    )
    return join(*(fold(say(f"result.fold.{id_}"), capital(answer), inside, id_=f"fold-{id_}")
                  for id_, answer, inside in found))
