"""What the user knows: for each topic the statements to tick and, once for all of them, how they know; then doubts."""
from dataclasses import replace

import streamlit as st

from decision.case import Case
from decision.known import answered
from guidance.words import say
from guidance.words.forms import apart
from pages.parts.asking import leaving
from pages.parts.asking.laid_out import is_so
from pages.parts.asking.questions import Sent, plain, reveal
from pages.parts.asking.statements import Asked
from pages.parts.display.markup import paragraph, show
from pages.parts.display.pieces import notice
from pages.parts.shell.other_page import RESULT_PAGE, go_to_page
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.draft import Parts
from pages.parts.visit.remembered import once
from pages.parts.visit.whole import whole
from pages.parts.wizard import details, doubts, moves, own_words, short, stated, steps
from pages.parts.wizard.details import Told
from pages.parts.wizard.short import Short
from pages.parts.wizard.stated import Page
from pages.parts.wizard.steps import Here, SoFar, Step
from pages.parts.wizard.topic_pages import PAGES_A_TOPIC, rows

_PAGE, _SHORTS = "page_of_topic", "short_questions"


def view(place: Here) -> None:
    """The page of a topic that the running number asks for."""
    topics, case = draft.progress().topics, draft.case()
    index, behind = divmod(place.number - 1, PAGES_A_TOPIC)
    if not topics:
        _no_topic(place)
    elif index >= len(topics):
        _ask(replace(place, number=1), topics[0])
    elif behind and (stated.told(_page(topics[index]), case) or topics[index] in case.unsure_topics):
        _ask_behind(place, topics[index])
    else:
        _ask(replace(place, number=place.number - behind), topics[index])


def open_page(place: Here) -> Here:
    """Without a running number: the first chosen topic that has not been asked, or the first topic if all have."""
    if place.number:
        return place
    case, topics = draft.case(), draft.progress().topics
    waiting = next((number for number, id_ in enumerate(topics) if id_ not in case.asked and _page(id_).asks), 0)
    return replace(place, number=1 + PAGES_A_TOPIC * waiting)


def _page(topic: str) -> Page:
    case, chosen = draft.case(), draft.progress().topics
    return once(_PAGE, lambda: stated.page_of(topic, case, chosen), case, chosen, knowledge.packs(),
                on=(topic, clock.now().date()))


def _short(last: bool) -> tuple[Short, ...]:
    """The short questions, on the last page alone."""
    if not last:
        return ()
    case, progress, packs = draft.case(), draft.progress(), knowledge.packs()
    return once(_SHORTS, lambda: short.open_ones(case, progress, packs), case, progress, packs, on=clock.now().date())


def _no_topic(place: Here) -> None:
    shorts = _short(last=True)
    show(paragraph(say("statements.know.no_topic_short" if shorts else "statements.know.no_topic")))
    with leaving.answers("no_topic_form"):
        short.draw(shorts)
        steps.buttons(place, lambda case, _: case, then=lambda: _on(0))
        leaving.reads(lambda parts, sent: short.take(shorts, parts, sent))


def _ask(place: Here, topic: str) -> None:
    case, page = draft.case(), _page(topic)
    shorts = _short(last=topic == draft.progress().topics[-1])
    st.header(plain(knowledge.packs().national.topic[topic].name), anchor=False)
    _lead(page)
    with leaving.answers(f"know_{topic}"):
        if not page.laid.questions:
            own_words.draw(case)
        if page.asks:
            stated.draw(page, case)
            with reveal(f"shared-{topic}", page.rulers):
                details.shared(_shared(page), stated.told(page, case), stated.marks(page))
                moves.ask_beside(topic, stated.marks(page), case)
                st.button(say("statements.know.different"), type="tertiary", key=f"press different {place.page}",
                          on_click=whole(_go_behind), args=(place,))
        else:
            stated.circumstances(page, case, answered(case))
        short.draw(shorts)
        if not page.laid.questions:
            leaving.save_button(say("signs.see"), _to_result, primary=False, key=draft.widget_key(f"see-{topic}"))
        steps.buttons(place, lambda case, _: case, then=lambda: _after(place, topic), back=lambda: _before(place))
        leaving.reads(lambda parts, sent: _take(page, shorts, parts, sent))


def _lead(page: Page) -> None:
    """What to do here. Where there is no statement it says so, and what counts all the same."""
    if page.laid.questions:
        show(paragraph(say("statements.know.lead")))
    else:
        show(notice(say("statements.know.nothing" if knowledge.area() else "statements.no_area")),
             paragraph(say("statements.know.signs")) if page.signs else "")


def _to_result() -> None:
    steps.mark("know")
    go_to_page(RESULT_PAGE)


def _shared(page: Page) -> str:
    """The part of field names that stands for all that is ticked on a page."""
    return f"subject-{page.topic}"


def _take(page: Page, shorts: tuple[Short, ...], parts: Parts, sent: Sent) -> Parts:
    start, details_, progress = parts
    written = start if page.laid.questions else own_words.take(start, sent)
    case = moves.take(stated.take(page, written, sent), sent)
    case = details.take_shared(_shared(page), stated.told(page, start), stated.told(page, case), start, case, sent)
    return short.take(shorts, (case, details_, progress), sent)


def _go_behind(place: Here) -> None:
    leaving.collect_now()
    steps.go("know", place.number + 1)


def _after(place: Here, topic: str) -> None:
    before = steps.before_change()
    if topic in draft.case().unsure_topics and not (before and topic in before.unsure_topics):
        steps.go("know", place.number + 1)
    else:
        _next_topic(place)


def _next_topic(place: Here) -> None:
    _on((place.number - 1) // PAGES_A_TOPIC + 1)


def _on(index: int) -> None:
    """To the page of the topic at this place, or past the last; after a change only to one that it has made due."""
    number = 1 + PAGES_A_TOPIC * index
    pages = tuple(1 + PAGES_A_TOPIC * place for place in range(len(draft.progress().topics)))
    if steps.changing():
        open_ = _left(SoFar(draft.case(), draft.progress(), knowledge.packs()))
        pages = tuple(page for page in pages if page in open_ and steps.due("know"))
    if wanted := next((page for page in pages if page >= number), 0):
        steps.go("know", wanted)
    else:
        steps.move_on("know")


def _before(place: Here) -> None:
    if place.number > 1:
        steps.go("know", max(1, place.number - PAGES_A_TOPIC + (place.number - 1) % PAGES_A_TOPIC))
    else:
        steps.go(steps.before("know"))


def _ask_behind(place: Here, topic: str) -> None:
    case, page = draft.case(), _page(topic)
    told = stated.told(page, case)
    open_rows = _open_rows(page, case) if topic in case.unsure_topics else ()
    unclear = doubts.not_understood(open_rows, case)
    st.header(plain(knowledge.packs().national.topic[topic].name), anchor=False)

    def taken(case: Case, sent: Sent) -> Case:
        return doubts.take(topic, page.laid, open_rows, details.take(told, case, sent), sent)

    with leaving.answers(f"behind_{topic}"):
        doubts.ask_again(unclear)
        if open_rows:
            doubts.ask(topic, page.laid, tuple(row for row in open_rows if row not in unclear), case)
        if told:
            st.header(say("statements.know.each"), anchor=False)
            details.blocks(told, aside=bool(open_rows))   # asked on the page before, of all together
        steps.buttons(place, taken, then=lambda: _after_behind(place, topic, told, unclear),
                      back=lambda: steps.go("know", place.number - 1))


def _open_rows(page: Page, case: Case) -> tuple[Asked, ...]:
    said = answered(case)
    return tuple(row for row in page.laid.rows if not is_so(row, said))


def _after_behind(place: Here, topic: str, told: tuple[Told, ...], unclear: tuple[Asked, ...]) -> None:
    """The same page again where something has just become so, or its words are not clear; else the next topic."""
    case, page = draft.case(), _page(topic)
    if set(stated.told(page, case)) - set(told) or set(doubts.not_understood(page.laid.rows, case)) - set(unclear):
        draft.renew()
        steps.go("know", place.number)
    else:
        _next_topic(place)


def _left(so_far: SoFar) -> dict[int, str]:
    """Chosen topics that were never opened, and short questions that nobody has answered, on the last page."""
    case, topics, names = so_far.case, so_far.progress.topics, so_far.packs.national.topic
    left = {1 + PAGES_A_TOPIC * number: names[topic].name for number, topic in enumerate(topics)
            if topic not in case.asked and stated.page_of(topic, case, topics).asks}
    unanswered = [one.says for one in short.open_ones(case, so_far.progress, so_far.packs) if one.answer is None]
    last = 1 + PAGES_A_TOPIC * max(0, len(topics) - 1)
    return {**left, last: apart(filter(None, (left.get(last, ""), *unanswered)))} if unanswered else left


STEP = Step("know", say("statements.know.heading"), 700, view, rows, of_area=True, opens=open_page, left=_left,
            asked=lambda so_far: bool(so_far.progress.topics or short.open_ones(
                so_far.case, so_far.progress, so_far.packs)))
