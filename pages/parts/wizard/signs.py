"""Signs that cannot wait, national and the area's, in groups. "Not sure" asks one question about each sign."""
import streamlit as st

from decision.case import Case, SignAnswer
from decision.changes import answer_signs, sign_answer, sign_chosen
from decision.known import is_unsure, is_yes
from guidance.models import Sign
from guidance.words.forms import apart
from pages.parts.asking import leaving, none_box
from pages.parts.asking.choices import ANSWER, IS_SO, WHY, YES_NO_NOT_SURE, word
from pages.parts.asking.questions import Sent, choose, group, reveal, tick
from pages.parts.display.markup import paragraph, show, tag
from pages.parts.shell.other_page import RESULT_PAGE, go_to_page
from pages.parts.shell.ring_bar import with_new_signs
from pages.parts.visit import draft, knowledge
from pages.parts.wizard import details, steps
from pages.parts.wizard.steps import Here, Row, SoFar, Step

UNSURE, MEANING, DETAILS = 2, 3, 4
"""Running numbers after the first page: which and why; the definition once more; how you know those that are so."""
NOT_CLEAR = "do_not_understand"


def view(place: Here) -> None:
    """The page that the running number asks for; the first one if there is nothing to ask on it."""
    case = draft.case()
    if place.number == UNSURE and (unsure := to_explain(case)):
        _ask_why(place, unsure)
    elif place.number == MEANING and (unclear := not_understood(case)):
        _ask_again(place, unclear)
    elif place.number == DETAILS and (yes := that_are_so(case)):
        _ask_details(place, yes)
    else:
        _ask(place)


def groups(case: Case) -> dict[str, tuple[Sign, ...]]:
    """Group name → its signs, in the order of the packs."""
    found: dict[str, tuple[Sign, ...]] = {}
    for sign in knowledge.packs().signs(case.home_area):
        found[sign.group] = (*found.get(sign.group, ()), sign)
    return found


def that_are_so(case: Case) -> tuple[Sign, ...]:
    """Signs answered yes."""
    return tuple(sign for sign in knowledge.packs().signs(case.home_area) if _is(sign, case, "yes"))


def to_explain(case: Case) -> tuple[Sign, ...]:
    """Signs of the groups marked "not sure" that are not a yes, and every other sign that is answered with a doubt."""
    return tuple(sign for name, signs in groups(case).items() for sign in signs
                 if (name in case.signs_unsure and not _is(sign, case, "yes")) or _doubted(sign, case))


def not_understood(case: Case) -> tuple[Sign, ...]:
    """Signs whose words were not clear."""
    return tuple(sign for sign in knowledge.packs().signs(case.home_area)
                 if sign.id in case.signs and case.signs[sign.id].why == NOT_CLEAR)


def means(sign: Sign) -> None:
    """The definition of a sign, folded away beside it."""
    heard = tag("span", f": {sign.says}", class_="hidden-words")
    show(tag("details", tag("summary", "What this means", heard), paragraph(sign.means), class_="means"))


def _is(sign: Sign, case: Case, answer: str) -> bool:
    return sign.id in case.signs and case.signs[sign.id].answer == answer


def _ticked(sign: Sign, case: Case) -> bool:
    """Whether a sign is shown ticked: it is so, or suspected without proof, which counts the same."""
    return sign.id in case.signs and is_yes(case.signs[sign.id])


def _doubted(sign: Sign, case: Case) -> bool:
    return sign.id in case.signs and is_unsure(case.signs[sign.id])


def _none(signs: tuple[Sign, ...], case: Case) -> bool:
    """Whether "None of these" is the answer about whatever is not ticked in a group."""
    others = [sign for sign in signs if not _ticked(sign, case)]
    return bool(others) and all(_is(sign, case, "no") for sign in others)


def _unsure(name: str, signs: tuple[Sign, ...], case: Case) -> bool:
    """Whether the user is not sure about some of a group."""
    return name in case.signs_unsure or any(_doubted(sign, case) for sign in signs)


def _show_now(name: str = "end") -> None:
    """The shortest way: to what to do now, whatever else is still open."""
    leaving.save_button("Show what to do now", _to_result, key=draft.widget_key(f"show_now-{name}"))


def _to_result() -> None:
    """To the result; only where nothing is ticked and something is unclear, that comes first."""
    case = draft.case()
    if not that_are_so(case) and any(sign.id not in case.signs for sign in to_explain(case)):
        steps.go("signs", UNSURE)
    else:
        steps.mark("signs")
        go_to_page(RESULT_PAGE)


def _ask(place: Here) -> None:
    case = draft.case()
    show(paragraph("Tick what you have seen, been told or suspect. You need no proof. Leave out the rest."))
    with leaving.answers("signs_form"):
        for number, (name, signs) in enumerate(groups(case).items()):
            with group(f"signs-{number}"):
                st.header(name, anchor=False)
                for sign in signs:
                    tick(f"sign-{sign.id}", sign.says, _ticked(sign, case))
                    means(sign)
                tick(f"none-{number}", "None of these", _none(signs, case))
                tick(f"unsure-{number}", "I am not sure about some of these", _unsure(name, signs, case))
            with reveal(f"show-{number}", (f"unsure-{number}", *(f"sign-{sign.id}" for sign in signs))):
                _show_now(str(number))
        _show_now()
        steps.buttons(place, take, then=lambda: _next(UNSURE))


def take(case: Case, sent: Sent) -> Case:
    """Newly ticked is yes; "None of these", newly ticked, is no for the rest of its group.

    A tick that was taken away takes its answers with it. Whatever stands as it stood keeps its answer: no, a doubt with
    its reason, a suspicion, or none.
    """
    answers, unsure = dict(case.signs), case.signs_unsure
    for number, (name, signs) in enumerate(groups(case).items()):
        was_none, none = _none(signs, case), sent.ticked(f"none-{number}")
        was_unsure, not_sure = _unsure(name, signs, case), sent.ticked(f"unsure-{number}")
        if not_sure != was_unsure:
            unsure = (*unsure, name) if not_sure else tuple(other for other in unsure if other != name)
        for sign in signs:
            ticked, was = sent.ticked(f"sign-{sign.id}"), _ticked(sign, case)
            if ticked and not was:
                answers[sign.id] = sign_answer(case, sign.id, "yes")
            elif not ticked and not was_none and none_box.of_the_others(none, not_sure):
                answers[sign.id] = sign_answer(case, sign.id, "no")
            elif not ticked and (was or (was_none and not none) or (was_unsure and not not_sure
                                                                    and _doubted(sign, case))):
                answers.pop(sign.id, None)
    return with_new_signs(case, case.but(signs=answers, signs_unsure=unsure))


def _next(number: int) -> None:
    """The next page of this step that has something to ask, or the next step."""
    case = draft.case()
    asked = {UNSURE: to_explain(case), MEANING: not_understood(case), DETAILS: that_are_so(case)}
    found = next((page for page, signs in asked.items() if page >= number and signs), 0)
    if found:
        steps.go("signs", found)
    else:
        steps.move_on("signs")


def _ask_why(place: Here, unsure: tuple[Sign, ...]) -> None:
    case = draft.case()
    show(paragraph("You were not sure about some of these. Answer those; leave the others."))

    def taken(case: Case, sent: Sent) -> Case:
        return answered(case, {sign.id: sent.choice(f"why-{sign.id}") for sign in unsure})

    with leaving.answers("signs_unsure_form"):
        for sign in unsure:
            choose(f"why-{sign.id}", sign.says, IS_SO, sign_chosen(case, sign.id), sign.means)
        _show_now()
        steps.buttons(place, taken, then=lambda: _next(MEANING), back=lambda: steps.go("signs"))


def _ask_again(place: Here, unclear: tuple[Sign, ...]) -> None:
    show(paragraph("Read once more what is meant. If it is still not clear, ask your lead or the front door today."))

    def taken(case: Case, sent: Sent) -> Case:
        chosen = {sign.id: sent.choice(f"again-{sign.id}") for sign in unclear}
        return answered(case, {id_: value for id_, value in chosen.items() if value in ("yes", "no")})

    with leaving.answers("signs_meaning_form"):
        for sign in unclear:
            choose(f"again-{sign.id}", sign.says, YES_NO_NOT_SURE, None, sign.means)
        _show_now()
        steps.buttons(place, taken, then=lambda: _next(DETAILS), back=lambda: steps.go("signs", UNSURE))


def answered(case: Case, chosen: dict[str, str | None]) -> Case:
    """The case with signs answered by a value of IS_SO; None, or what was chosen before, leaves a sign as it was."""
    return with_new_signs(case, answer_signs(case, chosen))


def _ask_details(place: Here, yes: tuple[Sign, ...]) -> None:
    told = tuple(details.Told(ids=(sign.id,), says=sign.says, sign=True, mark=details.is_mark(sign.topics))
                 for sign in yes)
    show(paragraph("Ring first if you have not. Then write down what you know; it goes into the documents."))

    def taken(case: Case, sent: Sent) -> Case:
        return details.take(told, case, sent)

    with leaving.answers("signs_details_form"):
        details.blocks(told)
        steps.buttons(place, taken, back=lambda: steps.go("signs"))


def _rows(so_far: SoFar) -> list[Row]:
    case = so_far.case
    answers = [(sign, case.signs[sign.id]) for sign in so_far.packs.signs(case.home_area) if sign.id in case.signs]
    made = [Row(sign.says, _in_words(said), DETAILS if said.answer == "yes" else 0) for sign, said in answers
            if said.answer != "no"]
    made += [Row("Not sure about some signs of", name) for name in case.signs_unsure]
    no = len(answers) - sum(said.answer != "no" for _, said in answers)
    return [*made, Row("Signs that are not so", str(no) if no else "")]


def _in_words(said: SignAnswer) -> str:
    return "\n".join(part for part in (ANSWER[said.answer], word(WHY, said.why), *details.in_words(said)) if part)


def _left(so_far: SoFar) -> dict[int, str]:
    """Groups with a sign that was never answered; none where a sign is so, which says enough."""
    case = so_far.case
    left = [name for name, signs in groups(case).items() if any(sign.id not in case.signs for sign in signs)]
    return {0: apart(left)} if left and not that_are_so(case) else {}


STEP = Step("signs", "Signs that cannot wait", 400, view, _rows, always_open=True, waits=False, of_area=True,
            left=_left)
