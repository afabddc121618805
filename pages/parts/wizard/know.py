"""What the user knows: for each topic the statements to tick, then what lies behind those that are ticked."""
from dataclasses import replace

import streamlit as st

from decision import changes
from decision.case import Case, SignAnswer
from decision.known import answered, so
from guidance.models import Sign
from pages.parts.asking import leaving, none_box, statements
from pages.parts.asking.questions import Sent, group, plain, tick
from pages.parts.asking.statements import Asked
from pages.parts.display.markup import paragraph, show
from pages.parts.shell.ring_bar import with_new_signs
from pages.parts.visit import draft, knowledge
from pages.parts.wizard import details, doubts, steps
from pages.parts.wizard.details import Told, is_mark
from pages.parts.wizard.steps import Here, SoFar, Step
from pages.parts.wizard.topic_pages import PAGES_A_TOPIC, rows


def view(place: Here) -> None:
    """The page of a topic that the running number asks for."""
    topics = draft.progress().topics
    index, behind = divmod(place.number - 1, PAGES_A_TOPIC)
    if not topics:
        _no_topic(place)
    elif index >= len(topics):
        _ask(place, topics[0])
    elif behind and (_told(topics[index], draft.case()) or topics[index] in draft.case().unsure_topics):
        _ask_behind(place, topics[index])
    else:
        _ask(replace(place, number=place.number - behind), topics[index])


def open_page(place: Here) -> Here:
    """Without a running number: the first chosen topic that has not been asked, or the first topic if all have."""
    if place.number:
        return place
    case, topics = draft.case(), draft.progress().topics
    opened = set(case.asked) | set(case.unsure_topics)
    waiting = next((number for number, id_ in enumerate(topics) if id_ not in opened and asks(id_, case)), 0)
    return replace(place, number=1 + PAGES_A_TOPIC * waiting)


def asks(topic: str, case: Case) -> bool:
    """Whether there is anything to ask about a topic here. Where there is not, going on is no answer."""
    return bool(_rows(topic) or _signs(topic, case))


def _no_topic(place: Here) -> None:
    show(paragraph("You have not chosen anything that worries you, so there is nothing to ask here. You can go back "
                   "and choose, or carry on."))
    with leaving.answers("no_topic_form"):
        steps.buttons(place, lambda case, _: case)


def _ask(place: Here, topic: str) -> None:
    case = draft.case()
    names = knowledge.packs().national.topic
    rows, open_signs = _rows(topic), _signs(topic, case)
    st.header(plain(names[topic].name), anchor=False)
    show(paragraph(f"{names[topic].says} Tick what you have seen, been told or suspect."))
    if not rows:
        show(paragraph("There are no statements about this for the child’s area. Your own words count: write them "
                       "under “What are you worried about?”."))
    with leaving.answers(f"know_{topic}"):
        if rows or open_signs:
            with group(f"know-{topic}"):
                for sign in open_signs:
                    tick(f"sign-{sign.id}", sign.says, _sign_is_so(sign, case))
                for row in rows:
                    tick(f"row-{row.name}", row.says, _row_is_so(row, case))
                tick(f"none-{topic}", "None of these", _none(topic, case))
                tick(f"unsure-{topic}", "I don’t know about some of these", topic in case.unsure_topics)
        _circumstances(topic, case)
        steps.buttons(place, lambda case, sent: take(topic, open_signs, case, sent), then=lambda: _after(place, topic),
                      back=lambda: _before(place), skip=lambda: _next_topic(place))


def _none(topic: str, case: Case) -> bool:
    """Whether "None of these" was the answer about all that is not ticked: each statement a no, and no sign open."""
    others = [row for row in _rows(topic) if not _row_is_so(row, case)]
    said = answered(case)
    said_no = bool(others) and all(said.get(id_) == "no" for row in others for id_ in row.ids)
    asked = topic in case.asked and topic not in case.unsure_topics
    return asked and said_no and all(_sign_is_so(sign, case) for sign in _signs(topic, case))


def _sign_is_so(sign: Sign, case: Case) -> bool:
    return sign.id in case.signs and case.signs[sign.id].answer == "yes"


def _row_is_so(row: Asked, case: Case) -> bool:
    """Whether a statement is answered yes, wherever in the case that stands."""
    said = answered(case)
    return any(said.get(id_) == "yes" for id_ in row.ids)


def _circumstances(topic: str, case: Case) -> None:
    """What is not a worry, below the worries and apart from them."""
    if rows := _beside(topic):
        with group(f"beside-{topic}"):
            st.header("Also so? This is not a worry", anchor=False)
            show(paragraph("These never count as a risk. They may open support."))
            for row in rows:
                tick(f"row-{row.name}", row.says, _row_is_so(row, case))


def _rows(topic: str) -> tuple[Asked, ...]:
    return statements.about(topic, knowledge.area())


def _beside(topic: str) -> tuple[Asked, ...]:
    return tuple(row for row in statements.circumstances(knowledge.area()) if topic in row.topics)


def _signs(topic: str, case: Case) -> tuple[Sign, ...]:
    """Signs about this topic that were left open, or that are so."""
    return tuple(sign for sign in statements.signs_about(topic, knowledge.packs(), case.home_area)
                 if sign.id not in case.signs or case.signs[sign.id].answer == "yes")


def take(topic: str, open_signs: tuple[Sign, ...], case: Case, sent: Sent) -> Case:
    """Newly ticked statements become findings. Only "None of these", newly ticked, makes the others a no.

    A tick that was taken away takes its answers with it; whatever stands as it stood keeps its answer. Somebody who
    leaves without Continue has not been through the topic, unless "None of these" answers for all of it.
    """
    rows, beside = _rows(topic), _beside(topic)
    for row in beside:
        case = _row_taken(row, case, sent.ticked(f"row-{row.name}"))
    if not (rows or open_signs):
        return case
    ticked = [row for row in rows if sent.ticked(f"row-{row.name}")]
    so = [sign.id for sign in open_signs if sent.ticked(f"sign-{sign.id}")]
    unsure = sent.ticked(f"unsure-{topic}")
    none = none_box.of_the_others(sent.ticked(f"none-{topic}"), unsure)
    was = (_none(topic, case), topic in case.unsure_topics, [row for row in rows if _row_is_so(row, case)],
           [sign.id for sign in open_signs if _sign_is_so(sign, case)])
    touched = was != (none, unsure, ticked, so)
    for row in rows:
        case = _row_taken(row, case, sent.ticked(f"row-{row.name}"))
    if none != was[0]:
        others = [id_ for row in rows if not _row_is_so(row, case) for id_ in row.ids]
        case = changes.answer_no(case, others) if none else changes.take_back_no(case, others)
    asked = _asked(topic, case, bool(ticked or so or none or unsure), touched, none or not sent.leaving)
    through = changes.ask_topic(case, topic, asked, unsure)
    return with_new_signs(case, through.but(signs=_sign_answers(case, open_signs, so, none)))


def _asked(topic: str, case: Case, said: bool, touched: bool, through: bool) -> bool:
    """Whether the topic has been asked: once the user is `through` it and something is `said`."""
    before = topic in case.asked
    return through or before if said else before and not touched


def _row_taken(row: Asked, case: Case, ticked: bool) -> Case:
    """A row newly ticked is a finding and nothing else; one newly unticked is not answered."""
    if ticked == _row_is_so(row, case):
        return case
    return changes.tick(case, row.ids) if ticked else changes.untick(case, row.ids)


def _sign_answers(case: Case, open_signs: tuple[Sign, ...], so: list[str], none: bool) -> dict[str, SignAnswer]:
    answers = dict(case.signs)
    for sign in open_signs:
        if sign.id in so and not _sign_is_so(sign, case):
            answers[sign.id] = changes.sign_answer(case, sign.id, "yes")
        elif sign.id not in so and none:
            answers[sign.id] = changes.sign_answer(case, sign.id, "no")
        elif sign.id not in so:
            answers.pop(sign.id, None)
    return answers


def _told(topic: str, case: Case) -> tuple[Told, ...]:
    """The signs and statements of a topic that are so."""
    found = {item.id for item in so(case)}
    signs = tuple(Told(ids=(sign.id,), says=sign.says, sign=True, mark=is_mark(sign.topics))
                  for sign in _signs(topic, case)
                  if sign.id in case.signs)
    return signs + tuple(Told(ids=row.ids, says=row.says, mark=is_mark(row.topics))
                         for row in _rows(topic) if found & set(row.ids))


def _after(place: Here, topic: str) -> None:
    case = draft.case()
    if _told(topic, case) or topic in case.unsure_topics:
        steps.go("know", place.number + 1)
    else:
        _next_topic(place)


def _next_topic(place: Here) -> None:
    index = (place.number - 1) // PAGES_A_TOPIC + 1
    if index < len(draft.progress().topics):
        steps.go("know", 1 + PAGES_A_TOPIC * index)
    else:
        steps.move_on("know")


def _before(place: Here) -> None:
    if place.number > 1:
        steps.go("know", max(1, place.number - PAGES_A_TOPIC + (place.number - 1) % PAGES_A_TOPIC))
    else:
        steps.go(steps.before("know"))


def _ask_behind(place: Here, topic: str) -> None:
    case = draft.case()
    told = _told(topic, case)
    open_rows = tuple(row for row in _rows(topic) if not _row_is_so(row, case)) if topic in case.unsure_topics else ()
    st.header(plain(knowledge.packs().national.topic[topic].name), anchor=False)
    unclear = doubts.not_understood(open_rows, case)
    with leaving.answers(f"behind_{topic}"):
        doubts.ask_again(unclear)
        details.blocks(told)
        if open_rows:
            doubts.ask(topic, tuple(row for row in open_rows if row not in unclear), case)
        steps.buttons(place, lambda case, sent: doubts.take(topic, open_rows, details.take(told, case, sent), sent),
                      then=lambda: _after_behind(place, topic, told, unclear),
                      back=lambda: steps.go("know", place.number - 1), skip=lambda: _next_topic(place))


def _after_behind(place: Here, topic: str, told: tuple[Told, ...], unclear: tuple[Asked, ...]) -> None:
    """The same page again where something has just become so, or its words are not clear; else the next topic."""
    case = draft.case()
    if set(_told(topic, case)) - set(told) or set(doubts.not_understood(_rows(topic), case)) - set(unclear):
        draft.renew()
        steps.go("know", place.number)
    else:
        _next_topic(place)


def _left(so_far: SoFar) -> dict[int, str]:
    """Chosen topics that were never opened."""
    case, names = so_far.case, so_far.packs.national.topic
    opened = {*case.asked, *case.unsure_topics}
    return {1 + PAGES_A_TOPIC * number: names[topic].name for number, topic in enumerate(so_far.progress.topics)
            if topic not in opened and asks(topic, case)}


STEP = Step("know", "What you know", 700, view, rows, of_area=True, opens=open_page,
            asked=lambda so_far: bool(so_far.progress.topics), left=_left)
