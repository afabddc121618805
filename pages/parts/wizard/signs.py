"""Signs that cannot wait, group by group: one answer each, and statements only where it is Yes or Not sure."""
from collections.abc import Mapping
from datetime import date

import streamlit as st

from decision.ages import may_have_signs, ruled_out
from decision.case import Case, NotSureWhy, SignAnswer
from decision.changes import answer_signs, sign_chosen
from decision.gaps import SAID_NO
from decision.known import answered as in_all
from decision.own_lead import said_to
from decision.said_again import asked_beside
from decision.sign_groups import answers as sign_answers, said_no
from guidance.models import Sign
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import apart, listed, mid
from pages.parts.asking import leaving
from pages.parts.asking.choices import ANSWER, WHY, YES_NO_NOT_SURE, Words, word
from pages.parts.asking.questions import Sent, choose, plain, reveal, tick
from pages.parts.display.links import within
from pages.parts.display.markup import Markup, paragraph, show, tag
from pages.parts.display.pieces import hint, notice
from pages.parts.display.words import source_line
from pages.parts.shell.other_page import CHECK_PAGE, RESULT_PAGE, go_to_page
from pages.parts.shell.ring_bar import with_new_signs
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.whole import whole
from pages.parts.wizard import details, sign_groups, steps
from pages.parts.wizard.fitting import not_asked
from pages.parts.wizard.sign_groups import Group
from pages.parts.wizard.steps import Here, Row, SoFar, Step

MEANING, DETAILS = 3, 4
"""Running numbers after the first page: the definition once more; how you know those that are so."""
NOT_CLEAR: NotSureWhy = "do_not_understand"
GROUP: Words = {"no": say("signs.no"), "yes": say("signs.yes"), "not_sure": say("signs.not_sure")}
"""What one answer says of a whole group. The places of Yes and Not sure open its statements."""
OPENS = tuple(place for place, value in enumerate(GROUP) if value != "no")
PLACE_OF_YES, PLACE_OF_NO = (tuple(GROUP).index(value) for value in ("yes", "no"))
WHY_SHORT: Words = {
    "cannot_prove": say("signs.suspect"), "do_not_understand": say("signs.unclear"),
    "could_not_find_out": say("signs.not_for_me"),
}


def view(place: Here) -> None:
    """The page that the running number asks for; the first one if there is nothing to ask on it."""
    case = draft.case()
    if place.number == MEANING and (unclear := not_understood(case)):
        _ask_again(place, unclear)
    elif place.number == DETAILS and (yes := that_are_so(case)):
        _ask_details(place, yes)
    else:
        _ask(place)


def that_are_so(case: Case) -> tuple[Sign, ...]:
    """Signs answered yes."""
    return tuple(sign for sign in knowledge.packs().signs(case.home_area) if sign_groups.ticked(sign, case))


def not_understood(case: Case) -> tuple[Sign, ...]:
    """Signs whose words were not clear."""
    return tuple(sign for sign in knowledge.packs().signs(case.home_area)
                 if sign.id in case.signs and case.signs[sign.id].why == NOT_CLEAR)


def means(group: Group) -> None:
    """What each sign of a group means and where that stands, folded away once, below its statements."""
    packs = knowledge.packs()
    each = (item for sign in group.signs for item in (
        tag("dt", sign.says), tag("dd", paragraph(sign.means), source_line(packs, sign.source))))
    heard = tag("span", f": {group.name}", class_="hidden-words")
    show(tag("details", tag("summary", say("signs.means"), heard), tag("dl", *each), class_="means"))


def _ask(place: Here) -> None:
    case, today = draft.case(), clock.now().date()
    asked = sign_groups.groups(case, knowledge.packs(), today)
    folded = tuple(group for group in asked if sign_groups.out_of_age(group, case, today))
    show(paragraph(say("signs.lead")))
    with leaving.answers("signs_form"):
        for group in asked:
            if group not in folded:
                _group(group, case, today)
        if folded:
            with st.container(key="fold_signs"), st.expander(
                    plain(not_asked((group.name for group in folded), case, today))):
                show(hint(say("signs.folded_too")))
                for group in folded:
                    _group(group, case, today)
        with st.container(key="signs_none"):
            some = bool(case.signs_some) or any(_is_so(group, case) for group in asked)
            st.button(say("signs.none_of_the_rest" if some else "signs.none"), key=f"press none {place.page}",
                      on_click=whole(lambda: leaving.submit(_none_at_all)))
        steps.buttons(place, take, then=lambda: _next(MEANING, steps.before_change()))


def _group(group: Group, case: Case, today: date) -> None:
    """One row: the question with all that it holds, three answers, and behind two of them its statements."""
    field, boxes = group.field, tuple(f"sign-{sign.id}" for sign in group.signs)
    with st.container(key=f"seg_signs-{group.number}", border=True):
        if new := sign_groups.not_covered(group, case):
            show(notice(say("signs.new", signs=listed(sign.short for sign in new))))
        untouched = _now(group, case) == sign_groups.chosen(group, case)
        for sign, statement in sign_groups.said_again(group, case) if untouched else ():
            show(notice(said_no_words(sign, statement, case)))
        choose(field, group.name, GROUP, sign_groups.chosen(group, case), group.line, across=True)
        with reveal(f"open-{group.number}", field, *OPENS, ticked=boxes):
            _statements(group, case, today)


def said_no_words(sign: Sign, statement: str, case: Case) -> str:
    """That something was said that amounts to a sign; where a No covered it, also that."""
    key = SAID_NO if sign.id in sign_answers(case) else "signs.said_elsewhere"
    return say(key, sign=mid(sign.short), statement=statement)


def look_again(sign_id: str, home_area: str, packs: Packs) -> Markup:
    """The way to the group of a sign, for whoever has said what amounts to it beside a No."""
    asked = sign_groups.groups(Case(home_area=home_area), packs)
    field = next(group.field for group in asked if any(sign.id == sign_id for sign in group.signs))
    return within(say("signs.look_again"), CHECK_PAGE, {"step": "signs", "at": field})


def _statements(group: Group, case: Case, today: date) -> None:
    """What is behind Yes and Not sure. A tick stays in sight whatever the age and the answer to the group."""
    doubt, boxes = _now(group, case) == "not_sure", tuple(f"sign-{sign.id}" for sign in group.signs)
    with reveal(f"no-{group.number}", group.field, PLACE_OF_NO), reveal(f"still-{group.number}", boxes):
        show(notice(say("signs.still_ticked")))
    with reveal(f"say-{group.number}", group.field, PLACE_OF_YES, ticked=boxes):
        show(paragraph(say("signs.say"), class_="say"))
    show(paragraph(say("signs.which")))
    if doubt:
        show(paragraph(say("signs.why_means")))
    apart_ = [sign for sign in group.signs
              if sign.id not in case.signs and ruled_out(sign, may_have_signs(case), today)]
    for sign in group.signs:
        if sign not in apart_:
            _statement(sign, case, doubt)
    if apart_:
        with st.container(key=f"fold_ages-{group.number}"), st.expander(
                plain(not_asked((sign.short for sign in apart_), case, today))):
            for sign in apart_:
                _statement(sign, case, doubt)
    means(group)
    leaving.save_button(say("signs.see"), _to_result, primary=False, key=draft.widget_key(f"see-{group.number}"))


def _statement(sign: Sign, case: Case, doubt: bool) -> None:
    tick(f"sign-{sign.id}", sign.says, sign_groups.ticked(sign, case))
    if doubt:
        with st.container(key=f"seg_why-{sign.id}"):
            choose(f"why-{sign.id}", f"{say('signs.why')}: {sign.says}", WHY_SHORT, sign_chosen(case, sign.id),
                   across=True)


def _now(group: Group, case: Case) -> str | None:
    """What is chosen in a group at this moment, on the page that was opened before."""
    now: str | None = st.session_state.get(draft.widget_key(group.field))
    return now or sign_groups.chosen(group, case)


def _is_so(group: Group, case: Case) -> bool:
    """Whether a sign of a group is ticked at this moment, or its Yes is chosen."""
    boxes = (st.session_state.get(draft.widget_key(f"sign-{sign.id}"), sign_groups.ticked(sign, case))
             for sign in group.signs)
    return _now(group, case) == "yes" or any(boxes)


def take(case: Case, sent: Sent) -> Case:
    """The case with what stands on the page (sign_groups.take)."""
    packs = knowledge.packs()
    return with_new_signs(case, sign_groups.take(case, sent, sign_groups.groups(case, packs, clock.now().date())))


def _none_at_all() -> None:
    draft.keep(case=sign_groups.none_of_the_rest(draft.case(), knowledge.packs(), clock.now().date()))
    _next(MEANING, steps.before_change())


def _to_result() -> None:
    steps.mark("signs")
    go_to_page(RESULT_PAGE)


def _next(number: int, before: Case | None = None) -> None:
    """The next page of this step that has something to ask, or the next step. `before`: the answers of which these are
    a change, about which nothing is asked again."""
    case = draft.case()
    asked = {page: set(which(case)) - set(which(before) if before else ())
             for page, which in ((MEANING, not_understood), (DETAILS, that_are_so))}
    found = next((page for page, signs in asked.items() if page >= number and signs), 0)
    if found:
        steps.go("signs", found)
    else:
        steps.move_on("signs")


def _ask_again(place: Here, unclear: tuple[Sign, ...]) -> None:
    show(paragraph(said_to(draft.case(), knowledge.packs(), "signs.again")))

    def taken(case: Case, sent: Sent) -> Case:
        chosen = {sign.id: sent.choice(f"again-{sign.id}") for sign in unclear}
        return answered(case, {id_: value for id_, value in chosen.items() if value in ("yes", "no")})

    with leaving.answers("signs_meaning_form"):
        for sign in unclear:
            choose(f"again-{sign.id}", sign.says, YES_NO_NOT_SURE, None, sign.means)
        leaving.save_button(say("signs.see"), _to_result, primary=False, key=draft.widget_key("see-again"))
        steps.buttons(place, taken, then=lambda: _next(DETAILS), back=lambda: steps.go("signs"))


def answered(case: Case, chosen: dict[str, str | None]) -> Case:
    """The case with signs answered by a value of IS_SO; None, or what was chosen before, leaves a sign as it was."""
    return with_new_signs(case, answer_signs(case, chosen))


def _ask_details(place: Here, yes: tuple[Sign, ...]) -> None:
    told = tuple(details.Told(ids=(sign.id,), says=sign.says, sign=True, mark=details.is_mark(sign.topics))
                 for sign in yes)
    show(paragraph(say("signs.details")))

    def taken(case: Case, sent: Sent) -> Case:
        return details.take(told, case, sent)

    with leaving.answers("signs_details_form"):
        details.blocks(told)
        steps.buttons(place, taken, back=lambda: steps.go("signs"))


def _rows(so_far: SoFar) -> list[Row]:
    """Each sign that is so, with how it is known, or in doubt, then each group: what its Yes, doubt or No covers, in
    words of its line. All but the details of what is so are changed in the row of their group."""
    case = so_far.case
    answers = [(sign, case.signs[sign.id]) for sign in so_far.packs.signs(case.home_area) if sign.id in case.signs]
    asked = sign_groups.groups(case, so_far.packs)
    names = {group.id: group.name for group in asked}
    rows = {id_: group.field for group in asked for id_ in (*group.formerly, *(sign.id for sign in group.signs))}
    rows |= {group.id: group.field for group in asked}
    made = [row for sign, said in answers if said.answer != "no" for row in (
        Row(sign.says, _in_words(said), field=rows[sign.id]), *_known(sign, said))]
    made += [Row(names.get(id_, id_), say("signs.row_some"), field=rows.get(id_, "")) for id_ in case.signs_some]
    made += [Row(names.get(id_, id_), say("signs.row_unsure"), field=rows.get(id_, "")) for id_ in case.signs_unsure]
    packs = so_far.packs
    beside = {**asked_beside(packs.signs(case.home_area), case, packs.area(case.home_area), in_all(case)),
              **{sign.id: words for group in asked for sign, words in sign_groups.said_again(group, case)}}
    for group in asked:
        no = {*said_no(case, group.id), *(sign.id for sign, said in answers if said.answer == "no")}
        denied = [sign for sign in group.signs
                  if sign.id in no and not ruled_out(sign, may_have_signs(case), clock.now().date())]
        if denied:
            made.append(Row(group.name, _denied(denied, beside), field=group.field))
    grouped = {sign.id for group in asked for sign in group.signs}
    alone = listed(sign.short for sign, said in answers
                   if said.answer == "no" and sign.id not in grouped)
    return [*made, Row(say("signs.row_single_no"), alone)]


def _denied(signs: list[Sign], beside: Mapping[str, str]) -> str:
    """What the No to a group covers: plainly, and apart from it each sign about which something asks that was said."""
    plainly = listed(sign.short for sign in signs if sign.id not in beside)
    again = (say("signs.row_no_beside", sign=sign.short, statement=beside[sign.id])
             for sign in signs if sign.id in beside)
    return "\n".join((*((say("signs.row_none", signs=plainly),) if plainly else ()), *again))


def _in_words(said: SignAnswer) -> str:
    """The answer; of a doubt also what was written of it before, which has no page of its own."""
    written = () if said.answer == "yes" else details.in_words(said)
    return "\n".join(part for part in (ANSWER[said.answer], word(WHY, said.why), *written) if part)


def _known(sign: Sign, said: SignAnswer) -> tuple[Row, ...]:
    """How a sign that is so is known, when and what, which has a page of its own."""
    if said.answer != "yes":
        return ()
    found = "\n".join(part for part in details.in_words(said) if part)
    return (Row(say("signs.row_known", sign=sign.short), found or say("signs.row_known_not"), DETAILS),)


def _left(so_far: SoFar) -> dict[int, str]:
    """Groups without an answer, also beside a sign that is so: what nobody answered is never passed over. Not a
    group that is folded away: nothing of it can be so of any child."""
    case, today = so_far.case, clock.now().date()
    left = [group.name for group in sign_groups.groups(case, so_far.packs, today)
            if sign_groups.chosen(group, case) is None and not sign_groups.out_of_age(group, case, today)]
    return {0: apart(left)} if left else {}


STEP = Step("signs", say("signs.heading"), 400, view, _rows, always_open=True, waits=False, of_area=True, left=_left)
