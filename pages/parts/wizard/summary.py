"""Every answer so far in words, by step, each with the page on which it can be changed. For "Check your answers"."""
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from decision.case import Case, Child, FamilyMember, Finding, History, Sight, SignAnswer, WhereNow
from decision.consistency import leaves_at_night
from decision.hours import local
from decision.spoken import time_of_day
from exports.findings import joined
from guidance.packs import Packs
from guidance.repeated import statements
from guidance.words import say
from guidance.words.forms import children, day, day_and_time, weekday_and_day
from pages.parts.asking import choices, moments
from pages.parts.asking.statements import circumstances, strengths, worries
from pages.parts.display.words import capital
from pages.parts.shell import area_tools
from pages.parts.visit import clock
from pages.parts.visit.draft import Progress

MAYBE = " (you are not sure)"
NO_STRENGTH = ("None that you know of", "None of the others that you know of")
UNREAD = "A statement that cannot be shown now: the guidance of this area cannot be used at the moment"


@dataclass(frozen=True)
class Row:
    """One answer: what was asked, what was answered, and the running number of its page within the step.

    `elsewhere` is the address of the page where it is changed, for an answer given on a tool's own page.
    """

    question: str
    answer: str
    number: int = 0
    elsewhere: str = ""


def rows(step: str, case: Case, progress: Progress, packs: Packs) -> tuple[Row, ...]:
    """The answers of one step; empty where nothing was answered."""
    made = _STEPS[step](case, progress, packs)
    return tuple(row for row in made if row.answer)


def _words(options: Mapping[str, str], value: str | None) -> str:
    return options.get(value, "") if value else ""


def _all(options: Mapping[str, str], values: Iterable[str]) -> str:
    return "\n".join(options[value] for value in values if value in options)


def _safety(case: Case, _: Progress, __: Packs) -> list[Row]:
    where = case.where_now
    return [
        Row("Danger now", _words(choices.DANGER, case.danger)),
        Row("Confirmed safe with a named adult", _words(choices.YES_NO, case.confirmed_safe)),
        Row("Where the child is now", _words(choices.PLACE, where.place)),
        Row("Who is with the child", _words(choices.WITH, where.with_whom)),
        Row("Leaves at", _leaves(where)),
        *(_dates((moments.LAST_SEEN,), case) if where.place == "missing" else ()),
    ]


def _dates(events: Iterable[str], case: Case) -> list[Row]:
    """The day of each of these events, with the time where one was given."""
    given = ((event, getattr(case.events, event)) for event in events)
    return [Row(capital(say(f"event.{event}")), day_and_time(local(at))) for event, at in given if at]


def _leaves(where: WhereNow) -> str:
    """The time in words and figures; one of the night that cannot be meant says that it has to be asked."""
    if where.leaves_at is None:
        return ""
    words = f"{capital(time_of_day(where.leaves_at))}, {local(where.leaves_at):%H:%M}"
    wrong = leaves_at_night(where, clock.now())
    return f"{words}. This cannot be right: ask when the child leaves." if wrong else words


def _where(case: Case, _: Progress, packs: Packs) -> list[Row]:
    person = case.practitioner
    role = packs.national.role.get(person.role)
    return [
        Row("Council area of the child’s home", area_name(case.home_area, packs)),
        Row("Area where the child is now", area_name(case.area_now, packs)),
        Row("Your role", role.name if role else ""),
        Row("How you know the child", person.relationship),
        Row("Spoken to your lead", _words(choices.LEAD, person.lead)),
    ]


def area_name(area_id: str, packs: Packs) -> str:
    """The name of an area; empty where none was chosen."""
    area = packs.area(area_id)
    return area.name if area else "Somewhere else, or not sure" if area_id else ""


def _children(case: Case, _: Progress, packs: Packs) -> list[Row]:
    return [Row(f"Child {child.label}", _child(child, packs)) for child in case.children]


def _child(child: Child, packs: Packs) -> str:
    parts = (
        _age(child),
        _said("moves about alone", _words(choices.YES_NO, child.moves_about)),
        _said("disabled or ill for long", _words(choices.YES_NO, child.disability)), child.disability_note,
        _said("communicates", child.communication),
        _said("has", "; ".join(choices.STATUS[item] for item in child.status)),
        _said(say("ask.cared_for_by.said"),
              say(f"ask.cared_for_by.{child.cared_for_by}") if child.cared_for_by else ""),
    )
    return "\n".join(part for part in parts if part)


def _age(child: Child) -> str:
    if child.due_date:
        return f"Not born yet, due {day(child.due_date)}"
    if child.not_born:
        return "Not born yet, due date not known"
    if child.age_months is not None:
        return f"{child.age_months} months"
    return "Age not known" if child.age_years is None else f"{child.age_years} years"


def _said(what: str, answer: str) -> str:
    return f"{what[:1].upper()}{what[1:]}: {answer[:1].lower()}{answer[1:]}" if answer else ""


def _signs(case: Case, _: Progress, packs: Packs) -> list[Row]:
    made, no = [], 0
    for sign in packs.signs(case.home_area):
        answer = case.signs.get(sign.id)
        if answer is None:
            continue
        if answer.answer == "no":
            no += 1
        else:
            made.append(Row(sign.says, _answered(answer), 4 if answer.answer == "yes" else 0))
    made += [Row("Not sure about some signs of", group) for group in case.signs_unsure]
    return [*made, Row("Signs that are not so", str(no) if no else "")]


def _answered(answer: SignAnswer) -> str:
    words = choices.ANSWER[answer.answer]
    why = choices.WHY[answer.why] if answer.why else ""
    return "\n".join(part for part in (words, why, *_behind(answer)) if part)


def _behind(item: SignAnswer | Finding) -> tuple[str, ...]:
    about = children(item.about)
    where = "; ".join(choices.BODY[place].lower() for place in item.body)
    return (about[:1].upper() + about[1:], choices.BASIS[item.basis] if item.basis else "", item.when,
            _said("where on the body", where), item.note,
            _said("the child’s words", f"“{item.words}”" if item.words else ""))


def _who(case: Case, _: Progress, packs: Packs) -> list[Row]:
    source = case.source_of_harm
    return [
        Row("Who might be causing this", _all(choices.HARM_BY, source.kinds)),
        Row("Where that adult works with children", area_name(case.work_area, packs)),
        Row("Can reach the child today", _words(choices.ACCESS, source.access)),
        Row("More about this", source.note),
    ]


def _topics(case: Case, progress: Progress, packs: Packs) -> list[Row]:
    names = {topic.id: topic.name for topic in packs.national.topics}
    return [
        Row("What you are worried about", _all(names, progress.topics)),
        Row("Not sure about", _all(names, (id_ for id_ in case.unsure_topics if id_ not in progress.topics))),
        Row("In your own words", case.other_worry_note),
        Row("Answered earlier, and no longer asked", "\n".join(case.earlier_answers)),
        Row("Harm before somebody would next act", _words(choices.YES_NO_NOT_SURE, case.harm_before_next)),
    ]


def _know(case: Case, progress: Progress, packs: Packs) -> list[Row]:
    topics = progress.topics
    names = packs.national.topic
    findings = {item.id: item for item in case.findings}
    made = []
    area = packs.area(case.home_area)
    for row in (*worries(area), *circumstances(area)):
        number = next((1 + 2 * place for place, topic in enumerate(topics) if topic in row.topics), 0)
        answer = case.answers.get(row.name)
        if found := findings.get(row.name):
            made.append(Row(row.says, _told(found), number + 1 if number else 0))
        elif answer in ("not_sure", "not_known"):
            made.append(Row(row.says, choices.ANSWER[answer], number))
    on_scales = [same for rows in (area.rows_of_scale.values() if area else ()) for same in statements(rows)]
    made += [Row(same[0].says, _told(joined(said)), elsewhere=area_tools.INDICATOR) for same in on_scales
             if (said := tuple(findings[row.id] for row in same if row.id in findings))]
    made += [Row(UNREAD, "\n".join(_behind(item)) or "Kept") for item in case.findings if packs.aside(case.home_area)]
    for place, topic in enumerate(topics):
        open_ = "" if topic in case.asked or topic in case.unsure_topics else "Not answered yet"
        unsure = "You don’t know about some of it" if topic in case.unsure_topics else open_
        made.append(Row(names[topic].name, unsure or "Answered", 1 + 2 * place))
    return made


def _told(found: Finding) -> str:
    why = (choices.ANSWER["not_sure"], choices.WHY[found.why]) if found.why else (choices.ANSWER["yes"],)
    return "\n".join(part for part in (*why, *_behind(found)) if part)


def _strengths(case: Case, _: Progress, packs: Packs) -> list[Row]:
    voice = case.voice
    ticked = {id_ for answers in (case.factors, case.answers) for id_, answer in answers.items() if answer == "yes"}
    rows_ = [row for group in strengths(packs.area(case.home_area)).values() for row in group]
    return [
        Row("Strengths", "\n".join(row.says for row in rows_ if ticked & set(row.ids))),
        Row("Strengths", NO_STRENGTH[bool(ticked)] if case.no_protective_factor else ""),
        Row("Strengths in your own words", case.strengths_note),
        Row("Safe people", case.safe_people),
        Row("What the child has said", voice.words),
        Row("What the child shows", voice.behaviour),
        Row("What you have seen", voice.observed),
        Row("Who can help the child to be heard", voice.who_can_help),
        Row("Why the child was not asked", voice.not_asked_because),
    ]


def _history(case: Case, _: Progress, __: Packs) -> list[Row]:
    history = case.history
    tried = "\n".join("; ".join(part for part in (item.what, item.when, item.result) if part) for item in history.help)
    return [
        *_dates(moments.in_history(case), case),
        Row("Worries before", _words(choices.YES_NO, history.earlier_concerns)),
        Row("Children’s services asked before", _earlier_referral(history)),
        Row("An injury or mark before", _words(choices.YES_NO, history.earlier_injury)),
        Row("Getting worse", _words(choices.YES_NO, history.getting_worse)),
        Row("For how long", history.how_long),
        Row("How often", history.how_often),
        Row("Help tried", "\n".join(part for part in (_words(choices.YES_NO, history.help_tried), tried) if part)),
        Row("Changed things", _words(choices.CHANGED, history.changed)),
        Row("Worse since help was refused", _words(choices.YES_NO, history.worse_since_refusal)),
        Row("From your records", history.note),
        Row("Who goes on seeing the child", _sight(case.sight)),
    ]


def _earlier_referral(history: History) -> str:
    """Whether there was one, with its day and its answer."""
    on = history.earlier_referral_on
    parts = (_words(choices.YES_NO, history.earlier_referral), weekday_and_day(on) if on else "",
             _words(choices.REFERRAL_ANSWER, history.earlier_referral_answer))
    return "\n".join(part for part in parts if part)


def _sight(sight: Sight) -> str:
    """The changes that are so, or that nobody is sure of, and what is known about them."""
    said = [f"{words}{MAYBE if answer == 'not_sure' else ''}" for fact, words in choices.SIGHT.items()
            if (answer := getattr(sight, fact)) in ("yes", "not_sure")]
    if all(getattr(sight, fact) == "no" for fact in choices.SIGHT):
        return "None of these changes, as far as you know"
    parts = (*said, _said("told", _words(choices.NOTICE, sight.notice)),
             weekday_and_day(sight.on) if sight.on else "", sight.note)
    return "\n".join(part for part in parts if part)


def _view(case: Case, _: Progress, __: Packs) -> list[Row]:
    return [Row("Your own view", _words(choices.OWN_VIEW, case.own_view)), Row("Why", case.own_view_reason)]


def _family(case: Case, _: Progress, packs: Packs) -> list[Row]:
    made = [Row(member.relation or f"Parent or carer {number}", _member(member, case, packs))
            for number, member in enumerate(case.family, 1)]
    expects = say("ask.expecting.said")
    made += [Row(f"Child {child.label}", _said(expects, _words(choices.YES_NO, child.expecting)))
             for child in case.children]
    young = case.young_person
    parts = (
        young.view, _said("knows", _words(choices.YES_NO, young.told)), _words(choices.AGREES, young.agrees),
        _words(choices.UNDERSTANDING, young.understanding),
        _said("more risk if they knew", _words(choices.YES_NO_NOT_SURE, young.risk)),
        _said("interpreter", _words(choices.YES_NO, young.interpreter)), young.language,
    )
    return [*made, Row("The child or young person", "\n".join(part for part in parts if part))]


def _member(member: FamilyMember, case: Case, packs: Packs) -> str:
    parts = (
        "Might be causing it" if member.key in case.source_of_harm.members else "",
        _not_this_person(member, case),
        _said("cares as", _words(choices.CARER_ROLE, member.role)),
        _said("works or volunteers with children", _words(choices.YES_NO, member.works_with_children)),
        _said("parental responsibility", _words(choices.YES_NO, member.responsibility)),
        _said("knows", _words(choices.YES_NO, member.told)),
        _words(choices.AGREES, member.agrees),
        _said(say("ask.asked_alone.said"), _words(choices.YES_NO, member.asked_alone)),
        _said(say("ask.agreed_to.said"), "; ".join(say(f"ask.agreed_to.{kind}") for kind in member.agreed_to)),
        _said(say("ask.expecting.said"), _words(choices.YES_NO, member.expecting)),
        _said(say("ask.under_18.said"), _words(choices.YES_NO, member.under_18)),
        _said("more risk if they knew", _words(choices.YES_NO_NOT_SURE, member.risk)),
        _said("interpreter", _words(choices.YES_NO, member.interpreter)), member.language, member.note,
    )
    return "\n".join(part for part in parts if part) or "Nothing said yet"


def _not_this_person(member: FamilyMember, case: Case) -> str:
    source = case.source_of_harm
    if member.key not in source.ruled_out:
        return ""
    return f"It is not this person{f': {source.ruled_out_because}' if source.ruled_out_because else ''}"


_STEPS = {
    "safety": _safety, "where": _where, "children": _children, "signs": _signs, "who": _who, "topics": _topics,
    "know": _know, "strengths": _strengths, "history": _history, "view": _view, "family": _family,
}
