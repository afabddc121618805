"""The doubts that the result rests on, a small form that settles each, and the record of those settled.

Where the result is a talk today or more the doubts are only said on the phone: there is nothing to fill in.
"""
from collections.abc import Iterable

import streamlit as st

from decision.before_birth import if_unborn
from decision.case import Case
from decision.one_of import name
from decision.path import Settle
from decision.result import Decision, Gap
from decision.settled import NotSettled, in_words, open_doubts, says, settled
from decision.urgency import urgency
from decision.ways import REFERS
from exports.found import cut
from guidance.packs import Packs
from guidance.words import Said, say
from guidance.words.forms import apart, counted, following, mid
from pages.parts.asking.questions import Sent, choose, errors, line, plain, set_errors
from pages.parts.asking.said import notice, sent
from pages.parts.display.markup import Markup, bullets, join, paragraph, show, strong, tag
from pages.parts.display.pieces import more, section
from pages.parts.display.words import source_line
from pages.parts.result.bearing import OPEN, bearing, open_answers
from pages.parts.result.doubt_headings import call_is_due, of_those_to_say
from pages.parts.result.first_questions import PAGE
from pages.parts.result.once import apart_from_common
from pages.parts.result.ways_view import talk_is_due
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.whole import whole

YES, NO, LEAVE = "yes", "no", "leave"
IN_A_LINE = 90
"""Letters of what is named in a line among others; what is longer stands in its fold alone."""
SHORT = 56
"""Letters of a statement that is named in one line beside what is to be done about it."""
OF_ANOTHER_AGE = "fits.statement"
IN_SIGHT = 2
"""Doubts that stand in sight; further ones are unfolded."""


def doubts_section(case: Case, decision: Decision, packs: Packs) -> Markup:
    """What is to be said on the phone, one doubt a row with its letter on the windscreen, and how many answers that
    bear on a talk are open beside them; where there is none, one line names the first of these. What may be settled
    stands by itself. Then what was ticked that fits no child's age."""
    told = [item for item in decision.settle if item not in open_doubts(decision)]
    left = talk_is_due(decision) and len(told) == len(decision.settle) and call_is_due(case, decision)
    open_ = bearing(decision, packs)[0] if left else ()
    doubts = _to_say(told, open_, case, decision) if told else _left_open(open_, decision)
    inside = join(doubts, _age_again(decision))
    return section("", inside, tone="quiet", id_="doubts") if inside else inside


def _to_say(told: list[Settle], open_: tuple[Gap, ...], case: Case, decision: Decision) -> Markup:
    """The doubts in rows, the first ones in sight, and how many answers are `open_` beside them."""
    letters = {mark.id: mark.letter for mark in decision.place.marks}
    rows = [tag("li", tag("span", *((strong(letters[item.id]), " ") if item.id in letters else ()), item.says), " ",
                tag("span", _state(item.id, case), class_="state")) for item in told]
    others = rows[IN_SIGHT:]
    do_not_ask = if_unborn(decision.before_birth, say("result.doubts.do_not_ask"))
    return join(tag("h3", of_those_to_say(case, decision)), tag("ul", *rows[:IN_SIGHT], class_="doubt-rows"),
                more(counted("result.doubts.more", len(others)), tag("ul", *others, class_="doubt-rows"))
                if others else "",
                paragraph(following(_how_many(open_), do_not_ask)))


def _how_many(open_: tuple[Gap, ...]) -> str:
    left = len(open_answers(open_))
    return say("result.doubts.below", more=counted("result.doubts.more", left)) if left else ""


def _age_again(decision: Decision) -> Markup:
    """In a line, what is ticked and fits no child's age: the first by its words, further ones counted. All of it stands
    with what is not known; where somebody is rung now, there alone, as the call waits for no age."""
    found = tuple(str(gap.says.filled["statement"]) for gap in decision.gaps
                  if isinstance(gap.says, Said) and gap.says.key == OF_ANOTHER_AGE)
    if not found or decision.outcome in REFERS:
        return Markup("")
    further = (counted("result.doubts.more", len(found) - 1),) if found[1:] else ()
    first = say("result.say.quoted", words=cut(found[0].rstrip("."), SHORT))
    return paragraph(strong(say("result.doubts.age")), " ", apart((first, *further)), ".")


def _left_open(gaps: tuple[Gap, ...], decision: Decision) -> Markup:
    """The first things that are open, in a line, what is in doubt before what was not answered: to say on the phone
    that one does not know them or, below a talk today, what would help to settle it."""
    found = sorted((gap for gap in gaps if gap.kind in OPEN), key=lambda gap: gap.kind == "unanswered")
    names = tuple(dict.fromkeys(name for gap in found if len(name := _named(gap)) <= IN_A_LINE))
    if not names:
        return Markup("")
    left = len(open_answers(gaps)) - len(names[:IN_SIGHT])
    more_ = (counted("result.doubts.more", left),) if left > 0 else ()
    today = urgency(decision.outcome) >= urgency("consult_today")
    heading = say("result.doubts.say_open" if today else "result.doubts.settles")
    return paragraph(strong(heading), " ", apart((*names[:IN_SIGHT], *more_)), ".")


def _named(gap: Gap) -> str:
    """What is open in a few words, without what is in brackets."""
    said = gap.says.filled.get("what", gap.says) if isinstance(gap.says, Said) else gap.says
    return mid(str(said).partition(". ")[0].partition(" (")[0].partition(", of which")[0].rstrip("."))


def _state(id_: str, case: Case) -> str:
    """What was answered to it; of several statements of which one is so the row says it itself."""
    if id_ in map(name, case.one_of):
        return ""
    said = case.signs[id_].answer if id_ in case.signs else case.answers.get(id_) or case.factors.get(id_)
    return say("result.doubts.not_known" if said == "not_known" else "result.doubts.not_sure")


def settle(case: Case, decision: Decision, packs: Packs) -> None:
    """What may be settled: how, said once for all doubts, then a line each with its form behind it, the most telling
    first and further ones folded; then what was settled before."""
    doubts = in_order(decision)
    if not doubts and not case.settled:
        return
    with st.container(key="settle"):
        if doubts:
            show(tag("h2", say("result.settle"), class_="doubts-heading"),
                 paragraph(how_to_settle(doubts)), paragraph(say("settle.answer")))
            here = len(doubts) if len(doubts) <= IN_SIGHT + 1 else IN_SIGHT   # a fold takes as much room as one doubt
            both = len({item.found_in for item in doubts}) > 1
            for item in doubts[:here]:
                _doubt(item, packs, both)
            if others := doubts[here:]:
                wrong = any(_wrong(item) for item in others)
                with st.expander(plain(counted("result.doubts.more", len(others))), expanded=wrong):
                    for item in others:
                        _doubt(item, packs, both)
        if case.settled:
            show(tag("h3", say("settle.records")), bullets(*(
                join(strong(says(record.id, case, packs)), paragraph(in_words(record, packs)))
                for record in case.settled)))


def in_order(decision: Decision) -> tuple[Settle, ...]:
    """The doubts that may be settled, first those that ask for most if they are so."""
    return tuple(sorted(open_doubts(decision), key=lambda item: -urgency(item.if_so or decision.outcome)))


def how_to_settle(doubts: Iterable[Settle]) -> str:
    """Where one may look, until when, and what nobody does to find out: each sentence once for all of these doubts."""
    places, rule = apart_from_common(item.do for item in doubts)
    return following(*dict.fromkeys(places), rule)


def settles(item: Settle, packs: Packs, with_place: bool) -> str:
    """What a doubt changes, with where it is known: `with_place`."""
    words = packs.national.words
    outcomes = [say(f"settle.if_{key}", outcome=words[outcome].name)
                for key, outcome in (("so", item.if_so), ("not", item.if_not)) if outcome]
    place = say(f"settle.in_{item.found_in}") if with_place else ""
    return following(place, apart((*outcomes[:1], *map(mid, outcomes[1:]))))


def _wrong(item: Settle) -> bool:
    return bool({f"settled-{item.id}", f"settled_whose-{item.id}"} & set(errors()))


def _doubt(item: Settle, packs: Packs, with_place: bool) -> None:
    """One doubt and what it changes, in a line; the form that settles it, closed until somebody knows."""
    label = f"**{plain(item.says)}** {plain(settles(item, packs, with_place))}"
    with st.expander(label, expanded=_wrong(item)), \
            st.form(draft.widget_key(f"settled_form-{item.id}"), border=False):
        show(source_line(packs, item.source))
        choose(f"settled-{item.id}", say("settle.is_it_so", says=item.says),
               {YES: say("settle.so"), NO: say("settle.not"), LEAVE: say("settle.leave")}, None, across=True)
        line(f"settled_whose-{item.id}", say("settle.whose"), "", say("settle.whose_hint"))
        st.form_submit_button(say("settle.use"), key=draft.widget_key(f"settled_use-{item.id}"), on_click=whole(_use),
                              args=(item.id, packs))


def _use(id_: str, packs: Packs) -> None:
    """Callback of a form: take the answer with its record, or keep what was typed and say what is missing."""
    fields = Sent()
    answer = fields.choice(f"settled-{id_}")
    whose = fields.words(f"settled_whose-{id_}", say("settle.whose_called"))
    if answer in (YES, NO) and not fields.wrong:
        try:
            case = settled(draft.case(), knowledge.decide_now(), knowledge.area(), id_, answer, whose, clock.now())
        except NotSettled as problem:
            _refuse(problem, id_, packs, fields)
        else:
            draft.keep(knowledge.without_old_calls(draft.case(), case))
            notice(say("settle.taken"))
    if fields.wrong:
        set_errors(PAGE, fields.wrong)
        return
    sent(PAGE)
    draft.renew()


def _refuse(problem: NotSettled, id_: str, packs: Packs, fields: Sent) -> None:
    """Why it is not taken, at the field that it is about. One that is no longer open is said on top of the page."""
    if problem.reason == "not_open":
        notice(say("settle.gone"))
    else:
        fields.refuse(f"settled_whose-{id_}", say("settle.no_whose"))
