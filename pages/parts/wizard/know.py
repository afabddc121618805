"""Step 7: what the user knows: for each topic the statements to tick, then what lies behind those that are ticked."""
from dataclasses import replace

import streamlit as st

from decision.case import Case, Finding, SignAnswer
from guidance.models import Sign
from pages.parts import draft, knowledge, statements, steps
from pages.parts.markup import paragraph, show
from pages.parts.questions import Sent, plain, tick
from pages.parts.statements import Asked
from pages.parts.steps import Here
from pages.parts.wizard import details
from pages.parts.wizard.details import Told, is_mark

PAGES_A_TOPIC = 2
"""A topic has two running numbers: the statements, then what lies behind them."""


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
    if place.step != "know" or place.number:
        return place
    case, topics = draft.case(), draft.progress().topics
    opened = set(case.asked) | set(case.unsure_topics)
    waiting = next((number for number, id_ in enumerate(topics) if id_ not in opened), 0)
    return replace(place, number=1 + PAGES_A_TOPIC * waiting)


def _no_topic(place: Here) -> None:
    show(paragraph("You have not chosen anything that worries you, so there is nothing to ask here. You can go back "
                   "and choose, or carry on."))
    with st.form(draft.widget_key("no_topic_form")):
        steps.buttons(place, lambda case, _: case)


def _ask(place: Here, topic: str) -> None:
    case = draft.case()
    names = knowledge.packs().national.topic
    rows, signs = _rows(topic), _signs(topic, case)
    st.header(plain(names[topic].name), anchor=False)
    show(paragraph(f"{names[topic].says} Tick what you have seen, been told or suspect."))
    if not rows:
        show(paragraph("There are no statements about this for the child’s area. Your own words count: write them "
                       "under “What are you worried about?”."))
    found = {item.id for item in case.findings}
    with st.form(draft.widget_key(f"know_{topic}")):
        for sign in signs:
            tick(f"sign-{sign.id}", sign.says, sign.id in case.signs and case.signs[sign.id].answer == "yes")
        for row in rows:
            tick(f"row-{row.name}", row.says, row.name in found)
        if rows or signs:
            tick(f"none-{topic}", "None of these", _none(topic, case))
            tick(f"unsure-{topic}", "I don’t know about some of these", topic in case.unsure_topics)
        _circumstances(topic, found)
        steps.buttons(place, lambda case, sent: take(topic, signs, case, sent), then=lambda: _after(place, topic),
                      back=lambda: _before(place), skip=lambda: _next_topic(place))


def _none(topic: str, case: Case) -> bool:
    """Whether "None of these" was the answer about a topic."""
    said_no = all(case.answers.get(row.name) == "no" for row in _rows(topic))
    return topic in case.asked and topic not in case.unsure_topics and said_no and not _told(topic, case)


def _circumstances(topic: str, found: set[str]) -> None:
    """What is not a worry, below the worries and apart from them."""
    if rows := _beside(topic):
        st.header("Also so? This is not a worry", anchor=False)
        show(paragraph("These never count as a risk. They may open support."))
        for row in rows:
            tick(f"row-{row.name}", row.says, row.name in found)


def _rows(topic: str) -> tuple[Asked, ...]:
    return statements.about(topic, knowledge.area())


def _beside(topic: str) -> tuple[Asked, ...]:
    return tuple(row for row in statements.circumstances(knowledge.area()) if topic in row.topics)


def _signs(topic: str, case: Case) -> tuple[Sign, ...]:
    """Signs about this topic that were left open, or that are so."""
    return tuple(sign for sign in statements.signs_about(topic, knowledge.packs(), case.home_area)
                 if sign.id not in case.signs or case.signs[sign.id].answer == "yes")


def take(topic: str, signs: tuple[Sign, ...], case: Case, sent: Sent) -> Case:
    """Ticked statements become findings. Only "None of these" makes the others a no."""
    rows, beside = _rows(topic), _beside(topic)
    ticked = [row for row in rows if sent.ticked(f"row-{row.name}")]
    also = [row for row in beside if sent.ticked(f"row-{row.name}")]
    so = [sign.id for sign in signs if sent.ticked(f"sign-{sign.id}")]
    none, unsure = sent.ticked(f"none-{topic}"), sent.ticked(f"unsure-{topic}")
    if none and (ticked or so or unsure):
        sent.refuse(f"none-{topic}", "You ticked “None of these” and something else. Untick one of them.")
    opened = bool(ticked or so or none or unsure) or not (rows or signs)
    return case.model_copy(update={
        "findings": _findings(case, rows + beside, ticked + also),
        "answers": _answers(case, rows, ticked, none),
        "signs": _sign_answers(case, signs, so, none),
        "asked": _with(case.asked, topic, opened),
        "unsure_topics": _with(case.unsure_topics, topic, unsure),
    })


def _findings(case: Case, rows: tuple[Asked, ...], ticked: list[Asked]) -> tuple[Finding, ...]:
    """What is ticked, with what was said about it before; statements of other topics stay."""
    here = {id_ for row in rows for id_ in row.ids}
    before = {item.id: item for item in case.findings}
    now = [id_ for row in ticked for id_ in row.ids]
    kept = tuple(item for item in case.findings if item.id not in here or item.id in now)
    return kept + tuple(Finding(id=id_) for id_ in now if id_ not in before)


def _answers(case: Case, rows: tuple[Asked, ...], ticked: list[Asked], none: bool) -> dict[str, object]:
    answers: dict[str, object] = dict(case.answers)
    for row in rows:
        for id_ in row.ids:
            if row in ticked or answers.get(id_) == "no":
                answers.pop(id_, None)
            if none and row not in ticked:
                answers[id_] = "no"
    return answers


def _sign_answers(case: Case, signs: tuple[Sign, ...], so: list[str], none: bool) -> dict[str, SignAnswer]:
    answers = dict(case.signs)
    for sign in signs:
        before = answers.pop(sign.id, None)
        if sign.id in so:
            answers[sign.id] = before or SignAnswer(answer="yes")
        elif none:
            answers[sign.id] = SignAnswer(answer="no")
    return answers


def _with(ids: tuple[str, ...], id_: str, there: bool) -> tuple[str, ...]:
    others = tuple(item for item in ids if item != id_)
    return (*others, id_) if there else others


def _told(topic: str, case: Case) -> tuple[Told, ...]:
    """The signs and statements of a topic that are so."""
    found = {item.id for item in case.findings}
    signs = tuple(Told(ids=(sign.id,), says=sign.says, sign=True, mark=is_mark(sign.topics))
                  for sign in _signs(topic, case)
                  if sign.id in case.signs)
    return signs + tuple(Told(ids=row.ids, says=row.says, mark=is_mark(row.topics))
                         for row in _rows(topic) if row.name in found)


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
    found = {item.id for item in case.findings}
    open_rows = tuple(row for row in _rows(topic) if row.name not in found) if topic in case.unsure_topics else ()
    st.header(plain(knowledge.packs().national.topic[topic].name), anchor=False)
    with st.form(draft.widget_key(f"behind_{topic}")):
        details.blocks(told)
        if open_rows:
            _ask_unsure(topic, open_rows, case)
        steps.buttons(place, lambda case, sent: _take_behind(told, topic, open_rows, case, sent),
                      then=lambda: _next_topic(place), back=lambda: steps.go("know", place.number - 1),
                      skip=lambda: _next_topic(place))


def _ask_unsure(topic: str, rows: tuple[Asked, ...], case: Case) -> None:
    st.header("What you don’t know", anchor=False)
    show(paragraph("Tick those that might be so, but you are not sure. Do not find out by asking the child or the "
                   "family."))
    for row in rows:
        tick(f"might-{row.name}", row.says, case.answers.get(row.name) == "not_sure")
    rest = any(case.answers.get(row.name) == "not_known" for row in rows)
    tick(f"rest-{topic}", "I do not know about any of the others", rest)


def _take_behind(told: tuple[Told, ...], topic: str, rows: tuple[Asked, ...], case: Case, sent: Sent) -> Case:
    case = details.take(told, case, sent)
    rest = sent.ticked(f"rest-{topic}")
    answers: dict[str, object] = dict(case.answers)
    for row in rows:
        might = sent.ticked(f"might-{row.name}")
        for id_ in row.ids:
            answers.pop(id_, None)
            if might or rest:
                answers[id_] = "not_sure" if might else "not_known"
    return case.model_copy(update={"answers": answers})
