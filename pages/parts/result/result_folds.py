"""What follows the first screen of the result: one fold for each question, its answer in the heading."""
from datetime import datetime

from decision.after import call_999_is_due, has_rung, script_is_due, talk_had
from decision.case import Case
from decision.officer import says_to_officer
from decision.own_lead import who_it_is
from decision.result import Decision
from decision.rung import rang_before
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import capital
from pages.parts.display.markup import Markup, join, numbered, paragraph, tag
from pages.parts.display.pieces import fold
from pages.parts.result import fold_answers as answers
from pages.parts.result.after_view import rang_says
from pages.parts.result.bearing import as_reasons, listed_here
from pages.parts.result.closing_view import documents, own_view, unknown
from pages.parts.result.deadlines_view import deadlines
from pages.parts.result.duties_view import duties
from pages.parts.result.instructions import instructions
from pages.parts.result.reasons_view import cited, each_child, reasons, would_change
from pages.parts.result.telling_view import telling
from pages.parts.result.then_view import nothing_said


def folds(case: Case, decision: Decision, packs: Packs, chosen: tuple[str, ...], at: datetime) -> Markup:
    """The folds in order, and before them who is meant by "your lead", for whoever is the lead or has none. `chosen`:
    the topics that are chosen; `at`: now. The user's view has one of its own where it differs from the result;
    otherwise it stands with the reasons. The papers are a fold on paper alone: on the screen `papers_row` leads to
    them."""
    here = listed_here(decision, packs)
    differs = decision.own_view.relation not in ("same", "not_given")
    found = (
        ("say", answers.what_to_say(case, decision, packs),
         _to_say(case, decision)),
        ("why", answers.why(decision),
         join(reasons(case, decision, packs), would_change(decision, packs), each_child(case, decision),
              "" if differs else join(tag("h3", say("result.fold.view")), own_view(case, decision, packs)),
              cited(decision, packs))),
        ("told", answers.who_is_told(decision), telling(decision, packs, nothing_said(case))),
        ("duties", answers.duties(case, decision, packs), duties(decision, packs, rung=has_rung(case, decision))),
        ("when", answers.by_when(case, decision, packs, at), deadlines(case, decision, packs)),
        ("unknown", answers.unknown(here, as_reasons(decision, packs)),
         unknown(decision, packs, chosen, here)),
        ("view", answers.own_view(decision), own_view(case, decision, packs) if differs else ""),
        ("papers", answers.papers(decision), documents(decision)),
    )
    made = {id_: fold(say(f"result.fold.{id_}"), capital(answer), inside, id_=f"fold-{id_}")
            for id_, answer, inside in found}
    shown = join(*(tag("div", one, class_="print-only") if id_ == "papers" else one for id_, one in made.items()))
    signs = (one.then for one in instructions(decision, packs))
    return join(paragraph(who_it_is(case, packs, (*signs, shown)), class_="own-lead"), shown)


def _to_say(case: Case, decision: Decision) -> Markup:
    """What to say on the calls that are still to be made: to 999 first, where that is so, then to the team, or to the
    designated officer."""
    first = numbered(*decision.say_999) if call_999_is_due(case, decision) else ""
    then = numbered(*decision.say) if script_is_due(case, decision) or says_to_officer(decision) else ""
    return join(
        tag("h3", say("result.say.for_999")) if first else "", first,
        tag("h3", say(f"result.say.then{'_officer' if says_to_officer(decision) else ''}")) if first and then else "",
        paragraph(rang_says(case, decision)) if decision.say and not says_to_officer(decision) and (
            rang_before(case, decision) or talk_had(case, decision) == "lead") else "", then)
