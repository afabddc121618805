"""The first answer where nothing was answered: that nothing is known yet, whom to ring all the same, and no outcome."""
from datetime import datetime

from decision.case import Case
from decision.own_lead import said_to
from decision.result import Decision
from decision.then import before_ringing
from guidance.packs import Packs
from guidance.words import say
from pages.parts.display.markup import Markup, bullets, numbered, paragraph, strong, tag
from pages.parts.display.pieces import big, more, section
from pages.parts.result.action_view import route
from pages.parts.result.further_calls import further_call
from pages.parts.result.now_view import AROUND, arranged, no_way_round, of_the_number, the_call, worse
from pages.parts.result.sources_view import numbers, places


def blank_section(case: Case, decision: Decision, packs: Packs, at: datetime) -> Markup:
    """The numbers without a day by which to talk: of nothing nobody can say how soon to act, and unknown is never no.
    """
    routes = tuple(one for one in decision.routes if one.kind != "your_lead")
    every = (*routes, *decision.if_worse)
    _, call, after = arranged(routes, waits=True)
    return section(
        say("result.now"),
        big(say("result.blank.now")),
        paragraph(said_to(case, packs, "result.blank.not_known")),
        the_call(call, (), at, care=False),
        of_the_number(call),
        paragraph(strong(before_ringing(decision.but(routes=routes), packs))),
        bullets(*(further_call(one, at) for one in after if one.kind not in AROUND)),
        worse(decision, at) if decision.if_worse else "",
        tag("div", more(say("result.blank.numbers"),
                        numbered(*(route(one.but(says=one.says if one.kind != "advice" or not one.dial else ""), packs,
                                         at, sources=False) for one in every)),
                        paragraph(say("result.now.way_round")) if no_way_round(routes) else "",
                        places(packs, ((one.source,) for one in every), numbers(len(every)))), class_="beside"),
        tone="steady", id_="now",
    )
