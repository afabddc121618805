"""What the user is worried about: everyday subjects and their topics, a search, where to start, a free line."""
from decision import changes
from decision.case import Case
from guidance.models import Topic
from guidance.words import say
from guidance.words.forms import apart, mid
from pages.parts.asking import leaving
from pages.parts.asking.choices import YES_NO_NOT_SURE, each_word, word
from pages.parts.asking.folding import fold, started
from pages.parts.asking.questions import Sent, choose, group, tick
from pages.parts.display.markup import bullets, paragraph, show, strong
from pages.parts.display.pieces import hint, notice
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.draft import Parts
from pages.parts.wizard import chosen, found, own_words, steps
from pages.parts.wizard.area_change import notes
from pages.parts.wizard.fitting import not_asked, out_of_age
from pages.parts.wizard.steps import Here, Row, SoFar, Step

BRIEFLY, NARROWED = 2, 3
"""Running numbers for somebody who is not sure where to start: each part of life briefly, then its topics."""


def view(place: Here) -> None:
    """The page that the running number asks for."""
    if place.number == BRIEFLY:
        _ask_briefly(place)
    elif place.number == NARROWED and _to_narrow():
        _ask_narrowed(place)
    else:
        _set_aside()
        nothing = found.ask()
        _ask(place, nothing)


def groups() -> dict[str, tuple[Topic, ...]]:
    """Everyday subject → its topics, in the national order, without those that are about another age."""
    found: dict[str, tuple[Topic, ...]] = {}
    away = {topic.id for topic in _other_age()}
    for topic in (topic for topic in _every_topic() if topic.id not in away):
        found[topic.group] = (*found.get(topic.group, ()), topic)
    return found


def _other_age() -> tuple[Topic, ...]:
    """The topics that are about children of another age."""
    case, packs, chosen_ = draft.case(), knowledge.packs(), draft.progress().topics
    away = out_of_age(case, chosen_, packs, clock.now().date())
    return tuple(topic for topic in _every_topic() if topic.id in away)


def _set_aside() -> None:
    """What was answered for another area and waits to be answered again."""
    packs, home = knowledge.packs(), draft.case().home_area
    for aside in draft.progress().set_aside.values():
        if aside.area != home:
            title = say("statements.topics.set_aside", area=packs.name_of(aside.area))
            show(notice(paragraph(strong(title)), bullets(*notes(aside, packs.area(aside.area)))))


def _ask(place: Here, nothing: bool) -> None:
    """The subjects, then one line for what is none of them: one's own words, open where a search has found `nothing`,
    not sure where to start, and the topics about another age."""
    case, before = draft.case(), draft.progress().topics
    show(paragraph(say("statements.topics.lead")), notice(say("statements.no_area")) if not knowledge.area() else "")
    with leaving.answers("topics_form"):
        for number, (name, topics) in enumerate(groups().items()):
            _subject(f"topics-{number}", name, topics, before)
        away = _other_age()
        begun = started("not_sure_where_to_start", *(f"topic-{topic.id}" for topic in away))
        with own_words.folded(case, nothing or case.not_sure_where_to_start or begun, _away_in_words(away)):
            tick("not_sure_where_to_start", say("statements.topics.not_sure_where"), case.not_sure_where_to_start)
            if away:
                with group("topics-away"):
                    show(paragraph(strong(say("statements.topics.away")), class_="question"),
                         hint(say("statements.topics.away_why")))
                    _topic_ticks(away, before)
        steps.buttons(place, take, then=_then)
        leaving.reads(lambda parts, fields: chosen.ticked(_every_topic(), before, take(parts[0], fields), parts,
                                                          fields))


def _away_in_words(away: tuple[Topic, ...]) -> str:
    return not_asked((topic.name for topic in away), draft.case(), clock.now().date()) if away else ""


def _subject(field: str, name: str, topics: tuple[Topic, ...], before: tuple[str, ...]) -> None:
    """One line that names the topics of a subject; the ticks behind it. Open where one of them is chosen."""
    open_ = any(topic.id in before for topic in topics) or started(*(f"topic-{topic.id}" for topic in topics))
    with fold(field, name, apart(topic.name for topic in topics), open_), group(field, name):
        _topic_ticks(topics, before)


def _topic_ticks(topics: tuple[Topic, ...], before: tuple[str, ...]) -> None:
    for topic in topics:
        tick(f"topic-{topic.id}", f"{topic.name}: {mid(topic.says)}", topic.id in before)


def take(case: Case, sent: Sent) -> Case:
    """The free line and the way in; which topics are chosen belongs to the user's progress."""
    return own_words.take(case, sent).but(not_sure_where_to_start=sent.ticked("not_sure_where_to_start"))


def _every_topic() -> tuple[Topic, ...]:
    return tuple(sorted(knowledge.packs().national.topics, key=lambda topic: topic.order))


def _then() -> None:
    before = steps.before_change()
    if draft.case().not_sure_where_to_start and not (before and before.not_sure_where_to_start):
        steps.go("topics", BRIEFLY)
    else:
        _finish()


def _finish() -> None:
    """Open the pages of the topics that have not been asked yet, and move on."""
    case = draft.case()
    if set(draft.progress().topics) - set(case.asked):
        steps.reopen("know")
    steps.move_on("topics")


def _ask_briefly(place: Here) -> None:
    brief = draft.progress().brief
    show(paragraph(say("statements.topics.brief_lead")))
    with leaving.answers("brief_form"):
        for number, (name, topics) in enumerate(groups().items()):
            named = f"{apart(topic.name for topic in topics)}."
            choose(f"brief-{number}", say("statements.topics.brief", subject=name), YES_NO_NOT_SURE,
                   brief.get(name), named, across=True)
        steps.buttons(place, lambda case, _: case, then=_after_brief, back=lambda: steps.go("topics"))
        leaving.reads(_take_brief)


def _take_brief(parts: Parts, fields: Sent) -> Parts:
    """A No has been asked about every topic that its line names; another answer takes that back."""
    case, details, progress = parts
    brief = dict(progress.brief)
    for number, (name, topics) in enumerate(groups().items()):
        was, said = brief.get(name), fields.choice(f"brief-{number}", brief.get(name))
        if said and said != was:
            brief[name] = said
            if "no" in (said, was):
                others = (topic.id for topic in topics if topic.id not in progress.topics)
                case = changes.ask_topics(case, others, asked=said == "no", unsure=False)
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
    narrowed, before = _to_narrow(), draft.progress().topics
    show(paragraph(say("statements.topics.narrow_lead")))
    with leaving.answers("narrowed_form"):
        for number, (name, topics) in enumerate(narrowed.items()):
            with fold(f"narrowed-{number}", name, apart(topic.name for topic in topics), True), \
                    group(f"narrowed-{number}", name):
                _topic_ticks(topics, before)
        steps.buttons(place, lambda case, _: case, then=_finish, back=lambda: steps.go("topics", BRIEFLY))
        leaving.reads(lambda parts, fields: _take_narrowed(narrowed, before, parts, fields))


def _take_narrowed(narrowed: dict[str, tuple[Topic, ...]], before: tuple[str, ...], parts: Parts, sent: Sent) -> Parts:
    """A subject with a worry, or where the user was not sure, and with nothing ticked in it stays an open question."""
    case = parts[0]
    unsure = [topic.id for topics in narrowed.values()
              if not any(sent.ticked(f"topic-{topic.id}") for topic in topics) for topic in topics]
    offered = tuple(topic for topics in narrowed.values() for topic in topics)
    return chosen.ticked(offered, before, changes.ask_topics(case, unsure, asked=True, unsure=True), parts, sent)


def _rows(so_far: SoFar) -> list[Row]:
    case, topics = so_far.case, so_far.progress.topics
    names = {topic.id: topic.name for topic in so_far.packs.national.topics}
    return [
        Row(say("statements.topics.row.chosen"), each_word(names, topics)),
        Row(say("statements.topics.row.unsure"), each_word(names, (id_ for id_ in case.unsure_topics
                                                                   if id_ not in topics))),
        Row(say("statements.topics.row.own_words"), case.other_worry_note),
        Row(say("statements.topics.row.earlier"), "\n".join(case.earlier_answers)),
        Row(say("statements.topics.row.harm"), word(YES_NO_NOT_SURE, case.harm_before_next)),
    ]


STEP = Step("topics", say("statements.topics.heading"), 600, view, _rows, waits=False)
