"""What the user is worried about: topics, a search over all statements, where to start, a free line."""
import streamlit as st

from decision import changes
from decision.case import Case
from decision.gaps import before_next_question
from decision.known import so
from guidance.models import Sign, Topic
from guidance.words import say
from guidance.words.forms import apart, mid
from pages.parts.asking import leaving
from pages.parts.asking.choices import YES_NO_NOT_SURE, each_word, word
from pages.parts.asking.questions import LIMIT_HINT, Sent, choose, group, line, lines, plain, tick
from pages.parts.asking.said import notice
from pages.parts.asking.statements import Asked, search
from pages.parts.display.markup import bullets, paragraph, show, tag
from pages.parts.visit import draft, knowledge, opened
from pages.parts.visit.draft import Parts, Progress
from pages.parts.visit.whole import whole
from pages.parts.wizard import steps
from pages.parts.wizard.area_change import notes
from pages.parts.wizard.signs import answered
from pages.parts.wizard.steps import Here, Row, SoFar, Step

BRIEFLY, NARROWED = 2, 3
"""Running numbers for somebody who is not sure where to start: each part of life briefly, then its topics."""
SEARCH = "search"


def view(place: Here) -> None:
    """The page that the running number asks for."""
    if place.number == BRIEFLY:
        _ask_briefly(place)
    elif place.number == NARROWED and _to_narrow():
        _ask_narrowed(place)
    else:
        _set_aside()
        _search()
        _ask(place)


def groups() -> dict[str, tuple[Topic, ...]]:
    """Group → its topics, in the national order."""
    found: dict[str, tuple[Topic, ...]] = {}
    for topic in sorted(knowledge.packs().national.topics, key=lambda topic: topic.order):
        found[topic.group] = (*found.get(topic.group, ()), topic)
    return found


def _set_aside() -> None:
    """What was answered for another area and waits to be answered again."""
    packs, home = knowledge.packs(), draft.case().home_area
    for aside in draft.progress().set_aside.values():
        if aside.area != home:
            title = f"Answered for {packs.name_of(aside.area)}, to be answered again here by topic"
            show(tag("div", paragraph(tag("strong", title)), bullets(*notes(aside, packs.area(aside.area))),
                     class_="inset"))


def _search() -> None:
    st.header("Search", anchor=False)
    with st.form(draft.widget_key("search_form")):
        line("search", "Look for words in every statement", st.session_state.get(SEARCH, ""),
             "For example: bruise, hungry, online, not at school.")
        st.form_submit_button("Search", on_click=whole(_look))
    query = st.session_state.get(SEARCH, "")
    if query:
        _found(search(query, knowledge.packs(), draft.case().home_area))


def _look() -> None:
    """Other statements are shown: what was ticked among those before is taken over first."""
    leaving.collect_now()
    st.session_state[SEARCH] = Sent().words("search", "The search")


def _found(items: tuple[Asked | Sign, ...]) -> None:
    if not items:
        st.info("No statement has these words. Try another word, choose a topic, or write it in your own words below.")
        return
    case = draft.case()
    with leaving.answers("found_form"):
        with group("found"):
            for item in items:
                tick(f"found-{_id(item)}", item.says, _so(item, case))
        leaving.reads(lambda parts, fields: _take_found(items, parts, fields))
        st.button("Add what is ticked", on_click=whole(_add))


def _id(item: Asked | Sign) -> str:
    return item.id if isinstance(item, Sign) else item.name


def _so(item: Asked | Sign, case: Case) -> bool:
    """Whether a sign or statement is answered yes."""
    if isinstance(item, Sign):
        return item.id in case.signs and case.signs[item.id].answer == "yes"
    return any(finding.id in item.ids for finding in so(case))


def _take_found(items: tuple[Asked | Sign, ...], parts: Parts, fields: Sent) -> Parts:
    """Statements found become findings, signs become yes, and their first topic is opened later."""
    case, details, progress = parts
    chosen = [item for item in items if fields.ticked(f"found-{_id(item)}") and not _so(item, case)]
    rows = [id_ for item in chosen if isinstance(item, Asked) for id_ in item.ids]
    signs: dict[str, str | None] = {item.id: "yes" for item in chosen if isinstance(item, Sign)}
    topics = (*progress.topics, *(item.topics[0] for item in chosen if isinstance(item, Asked) and item.topics))
    case = answered(changes.tick(case, rows), signs)
    return case, details, _with_topics(progress, topics, case, again=any(item.topics for item in chosen))


def _add() -> None:
    """Take over what is ticked, with all else on the page, and close the search."""
    before = opened.opened_page().parts[0]
    leaving.submit(lambda: _added(before))


def _added(before: Case) -> None:
    case = draft.case()
    number = len(case.findings) - len(before.findings) + len(set(case.signs) - set(before.signs))
    st.session_state.pop(SEARCH, None)
    draft.renew()
    notice(f"Added: {number}. You are asked more about them on the next pages.")


def _ask(place: Here) -> None:
    case, chosen = draft.case(), draft.progress().topics
    with leaving.answers("topics_form"):
        tick("not_sure_where_to_start", "I am not sure where to start: ask me about each part of the child’s life",
             case.not_sure_where_to_start)
        for number, (name, topics) in enumerate(groups().items()):
            with group(f"topics-{number}"):
                st.header(plain(name), anchor=False)
                _topic_ticks(topics, chosen)
        st.header("In your own words", anchor=False)
        lines("other_worry_note", "A worry that none of these names", case.other_worry_note,
              f"It counts. No names, please. {LIMIT_HINT}")
        choose("harm_before_next", before_next_question(knowledge.next_acting()), YES_NO_NOT_SURE,
               case.harm_before_next, f"About that worry. {say('gap.by_what_you_know')}", across=True)
        steps.buttons(place, take, then=_then)
        leaving.reads(lambda parts, fields: _chosen(_every_topic(), chosen, take(parts[0], fields), parts, fields))


def _topic_ticks(topics: tuple[Topic, ...], chosen: tuple[str, ...]) -> None:
    for topic in topics:
        tick(f"topic-{topic.id}", f"{topic.name}: {mid(topic.says)}", topic.id in chosen)


def take(case: Case, sent: Sent) -> Case:
    """The free line and the way in; which topics are chosen belongs to the user's progress."""
    note = sent.words("other_worry_note", "A worry in your own words", case.other_worry_note)
    harm = sent.choice("harm_before_next", case.harm_before_next)
    told = changes.write_worry(case, note, harm)
    return told.but(not_sure_where_to_start=sent.ticked("not_sure_where_to_start"))


def _chosen(offered: tuple[Topic, ...], before: tuple[str, ...], case: Case, parts: Parts, fields: Sent) -> Parts:
    """With the case, which of these topics are ticked. One that was not offered, or that something else on the page
    has chosen since `before`, stays."""
    _, details, progress = parts
    ids = {topic.id for topic in offered} & set(before)
    ticked = [topic.id for topic in offered if fields.ticked(f"topic-{topic.id}")]
    kept = [id_ for id_ in progress.topics if id_ not in ids or id_ in ticked]
    return case, details, _with_topics(progress, (*kept, *ticked), case)


def _with_topics(progress: Progress, topics: tuple[str, ...], case: Case, again: bool = False) -> Progress:
    """The progress with these topics chosen. Their pages are asked `again`, or if one is new and was never asked."""
    new = set(topics) - set(progress.topics) - set(case.asked) - set(case.unsure_topics)
    seen = tuple(step for step in progress.seen if not ((again or new) and step == "know"))
    return progress.but(topics=tuple(dict.fromkeys(topics)), seen=seen)


def _every_topic() -> tuple[Topic, ...]:
    return tuple(topic for topics in groups().values() for topic in topics)


def _then() -> None:
    if draft.case().not_sure_where_to_start:
        steps.go("topics", BRIEFLY)
    else:
        _finish()


def _finish() -> None:
    """Open the pages of the topics that have not been asked yet, and move on."""
    case = draft.case()
    if set(draft.progress().topics) - set(case.asked) - set(case.unsure_topics):
        steps.reopen("know")
    steps.move_on("topics")


def _ask_briefly(place: Here) -> None:
    brief = draft.progress().brief
    show(paragraph("Go through each part of the child’s life. One worry can hide another."))
    with leaving.answers("brief_form"):
        for number, (name, topics) in enumerate(groups().items()):
            hint = apart(topic.name for topic in topics)
            choose(f"brief-{number}", f"{name}: does anything here worry you?", YES_NO_NOT_SURE, brief.get(name),
                   f"{hint}.", across=True)
        steps.buttons(place, lambda case, _: case, then=_after_brief, back=lambda: steps.go("topics"))
        leaving.reads(_take_brief)


def _take_brief(parts: Parts, fields: Sent) -> Parts:
    case, details, progress = parts
    chosen = {name: fields.choice(f"brief-{number}") for number, name in enumerate(groups())}
    brief = {**progress.brief, **{name: value for name, value in chosen.items() if value}}
    return case, details, progress.but(brief=brief)


def _after_brief() -> None:
    if _to_narrow():
        steps.go("topics", NARROWED)
    else:
        _finish()


def _to_narrow() -> dict[str, tuple[Topic, ...]]:
    """The groups with a worry, or where the user was not sure."""
    brief = draft.progress().brief
    return {name: topics for name, topics in groups().items() if brief.get(name) in ("yes", "not_sure")}


def _ask_narrowed(place: Here) -> None:
    narrowed, chosen = _to_narrow(), draft.progress().topics
    show(paragraph("Which of these? Tick all that worry you. The next pages ask about each."))
    with leaving.answers("narrowed_form"):
        for number, (name, topics) in enumerate(narrowed.items()):
            with group(f"narrowed-{number}"):
                st.header(plain(name), anchor=False)
                _topic_ticks(topics, chosen)
        steps.buttons(place, lambda case, _: case, then=_finish, back=lambda: steps.go("topics", BRIEFLY))
        leaving.reads(lambda parts, fields: _take_narrowed(narrowed, chosen, parts, fields))


def _take_narrowed(narrowed: dict[str, tuple[Topic, ...]], before: tuple[str, ...], parts: Parts, sent: Sent) -> Parts:
    """A group that the user was not sure about and ticked nothing in stays a question that is open."""
    case, _, progress = parts
    brief = progress.brief
    unsure = [
        topic.id for name, topics in narrowed.items()
        if brief[name] == "not_sure" and not any(sent.ticked(f"topic-{topic.id}") for topic in topics)
        for topic in topics
    ]
    offered = tuple(topic for topics in narrowed.values() for topic in topics)
    return _chosen(offered, before, changes.doubt_topics(case, unsure), parts, sent)


def _rows(so_far: SoFar) -> list[Row]:
    case, chosen = so_far.case, so_far.progress.topics
    names = {topic.id: topic.name for topic in so_far.packs.national.topics}
    return [
        Row("What you are worried about", each_word(names, chosen)),
        Row("Not sure about", each_word(names, (id_ for id_ in case.unsure_topics if id_ not in chosen))),
        Row("In your own words", case.other_worry_note),
        Row("Answered earlier, and no longer asked", "\n".join(case.earlier_answers)),
        Row("Harm before somebody would next act", word(YES_NO_NOT_SURE, case.harm_before_next)),
    ]


STEP = Step("topics", "What are you worried about?", 600, view, _rows, waits=False)
