"""For each parent or carer what they know and agree to; the young person's own view. Nothing prompts to tell.

Where the rules say that somebody is not told yet, that stands in place of the questions about telling and agreeing.
"""
from typing import Any

import streamlit as st

from decision.case import Case, FamilyMember, YoungPerson
from decision.changes import add_member, family_asked, remove_member
from decision.known import read
from decision.result import Telling
from guidance.words import say
from guidance.words.forms import apart
from pages.parts.asking import leaving
from pages.parts.asking.choices import AGREES, CARER_ROLE, UNDERSTANDING, YES_NO, YES_NO_NOT_SURE, word
from pages.parts.asking.folding import folded
from pages.parts.asking.questions import Sent, choose, group, line, lines, pick, reveal, tick, unless
from pages.parts.asking.said import sent
from pages.parts.display.markup import paragraph, show, strong, tag
from pages.parts.display.pieces import notice
from pages.parts.display.words import named
from pages.parts.visit import draft, knowledge
from pages.parts.visit.whole import whole
from pages.parts.wizard import agreement, steps
from pages.parts.wizard.babies import only_babies
from pages.parts.wizard.steps import Here, Row, SoFar, Step

FAMILY, YOUNG_PERSON = "family", "young_person"
YES = 0
FEW_NEED = ("role", "ruled_out", "interpreter", "language", "family_note")
"""Fields about a person that stand behind one line."""


def view(place: Here) -> None:
    """One form: a block for each parent or carer, then the child or young person."""
    case = draft.case()
    people, known = knowledge.decide_briefly().telling, read(case, knowledge.packs())
    telling = {item.person: item for item in people}
    show(paragraph(say("steps.family.says")))
    _warn(people)
    with leaving.answers("family_form"):
        for number, member in enumerate(family_asked(case), 1):
            with group(f"person-{member.key}"):
                _block(member, number, case, telling.get(member.key) or telling.get(FAMILY),
                       agreement.may_be_heard(member, case, known, people))
        _why_not(case)
        st.button(say("steps.family.add"), on_click=whole(_add))
        agreement.expecting_children(case)
        if case.young_person != YoungPerson() or not only_babies(case):
            _young_person(case, telling.get(YOUNG_PERSON))
        steps.buttons(place, take)


def _block(member: FamilyMember, number: int, case: Case, telling: Telling | None, heard: bool) -> None:
    key = member.key
    st.header(say("steps.family.person", number=number), anchor=False)
    line(f"relation-{key}", say("steps.family.relation"), member.relation, say("steps.family.relation.hint"))
    choose(f"harmed-{key}", say("steps.family.harmed"), YES_NO_NOT_SURE, member.harmed, across=True)
    tick(f"suspected-{key}", say("steps.family.suspected"), key in case.source_of_harm.members)
    with reveal(f"works-{key}", f"suspected-{key}"):
        choose(f"works-{key}", say("steps.family.works"), YES_NO, member.works_with_children, across=True)
    _known_or_not_yet(key, member, telling)
    if not _not_yet(telling):
        _what_they_say(member, heard)
    choose(f"responsibility-{key}", say("steps.family.responsibility"), YES_NO, member.responsibility, across=True)
    choose(f"risk-{key}", say("steps.family.risk"), YES_NO_NOT_SURE, member.risk, across=True)
    if any(child.unborn for child in case.children):
        agreement.expecting(member)
    with folded(f"more-{key}", say("steps.family.more"), apart(_few_need(member, case)),
                *(f"{name}-{key}" for name in FEW_NEED)):
        _ask_more(member, case)
    if len(case.family) > 1:
        st.button(say("steps.family.remove", number=number), type="tertiary", on_click=whole(_remove), args=(key,))


def _what_they_say(member: FamilyMember, heard: bool) -> None:
    """Whether they agree, and how they were asked; of somebody who might be causing it, why that is not asked.

    `heard`: somebody may have been there in front of whom a yes does not count.
    """
    key = member.key
    with reveal(f"not_asked-{key}", f"suspected-{key}"):
        show(paragraph(say("steps.family.agrees.not_asked"), class_="inset"))
    with unless(f"says-{key}", f"suspected-{key}"):
        choose(f"agrees-{key}", say("steps.family.agrees"), AGREES, member.agrees, across=True)
        agreement.behind(member, heard)


def _ask_more(member: FamilyMember, case: Case) -> None:
    key = member.key
    pick(f"role-{key}", say("steps.family.role"), CARER_ROLE, member.role, say("steps.family.role.hint"))
    tick(f"ruled_out-{key}", say("steps.family.ruled_out"), key in case.source_of_harm.ruled_out)
    _interpreter(key, member, say("steps.family.language.hint"))
    lines(f"family_note-{key}", say("steps.family.note"), member.note)


def _interpreter(key: str, person: FamilyMember | YoungPerson, hint: str) -> None:
    choose(f"interpreter-{key}", say("steps.family.interpreter"), YES_NO, person.interpreter, across=True)
    with reveal(f"language-{key}", f"interpreter-{key}", YES):
        line(f"language-{key}", say("steps.family.language"), person.language, hint)


def _why_not(case: Case) -> None:
    """How the user knows that somebody is not the cause: asked once, and only where somebody is ruled out."""
    with reveal("ruled_out_because", tuple(f"ruled_out-{member.key}" for member in family_asked(case))):
        lines("ruled_out_because", say("steps.family.ruled_out.because"), case.source_of_harm.ruled_out_because,
              say("steps.family.ruled_out.because.hint"))


def _known_or_not_yet(key: str, person: FamilyMember | YoungPerson, telling: Telling | None) -> None:
    """What the person knows; where they are not told yet, that comes first."""
    if _not_yet(telling):
        show(tag("p", strong(say("steps.family.not_yet")), class_="inset"))
        choose(f"told-{key}", say("steps.family.told_already"), YES_NO, person.told, across=True)
        return
    choose(f"told-{key}", say("steps.family.told"), YES_NO, person.told, say("steps.family.told.hint"), across=True)


def _not_yet(telling: Telling | None) -> bool:
    return telling is not None and telling.state == "not_yet"


def _warn(people: tuple[Telling, ...]) -> None:
    """Who is not told yet, and why: each reason once, whoever it is about."""
    reasons = {(item.why, item.lifted_by): item for item in people if _not_yet(item)}
    for item in reasons.values():
        names = [other.name for other in people if _not_yet(other) and other.why == item.why and other.name]
        until = say("steps.family.until", what=item.lifted_by) if item.lifted_by else ""
        show(notice(paragraph(strong(say("steps.family.not_yet.who", names=apart(names)))), paragraph(item.why),
                    paragraph(until)))


def _young_person(case: Case, telling: Telling | None) -> None:
    person = case.young_person
    said = apart(part for part in _young_in_words(person) if part)
    with folded("young", say("steps.family.young"), said, "yp_view", f"language-{YOUNG_PERSON}"):
        lines("yp_view", say("steps.family.young.view"), person.view, say("steps.family.young.view.hint"))
        _known_or_not_yet(YOUNG_PERSON, person, telling)
        if not _not_yet(telling):
            choose(f"agrees-{YOUNG_PERSON}", say("steps.family.agrees"), AGREES, person.agrees, across=True)
        choose("risk-young_person", say("steps.family.risk"), YES_NO_NOT_SURE, person.risk, across=True)
        choose("understanding", say("steps.family.young.understanding"), UNDERSTANDING, person.understanding)
        _interpreter(YOUNG_PERSON, person, say("steps.family.young.language.hint"))


def take(case: Case, sent: Sent) -> Case:
    """The form into the case. A block in which nothing was said stays out of it."""
    members = tuple(_member(member, sent) for member in family_asked(case))
    before = case.source_of_harm
    suspected = _named("suspected", members, before.members, sent)
    ruled_out = _named("ruled_out", members, before.ruled_out, sent)
    for key in set(suspected) & set(ruled_out):
        sent.refuse(f"ruled_out-{key}", say("steps.family.both"))
    ruled_out = tuple(key for key in ruled_out if key not in suspected)
    named = {*suspected, *ruled_out}
    said = tuple(member for member in members if _said(member) or member.key in named)
    person = case.young_person
    young = person.but(
        **_answers(YOUNG_PERSON, person, sent), view=sent.words("yp_view", say("steps.family.young.view"), person.view),
        understanding=sent.choice("understanding", person.understanding),
    )
    because = sent.words("ruled_out_because", say("steps.family.ruled_out.because"), before.ruled_out_because)
    source = before.but(
        members=suspected, ruled_out=ruled_out,
        ruled_out_because=because if ruled_out or not before.ruled_out else "")
    return case.but(family=said, young_person=young, source_of_harm=source,
                    children=agreement.children_taken(case, sent))


def _named(tick: str, members: tuple[FamilyMember, ...], before: tuple[str, ...], sent: Sent) -> tuple[str, ...]:
    """The keys ticked under a name, and those of people for whom there is no block here."""
    ticked = tuple(member.key for member in members if sent.ticked(f"{tick}-{member.key}"))
    keys = {member.key for member in members}
    return before if set(ticked) == set(before) & keys else (*ticked, *(key for key in before if key not in keys))


def _member(member: FamilyMember, sent: Sent) -> FamilyMember:
    key = member.key
    return member.but(
        **_answers(key, member, sent),
        relation=sent.words(f"relation-{key}", say("steps.family.relation"), member.relation),
        harmed=sent.choice(f"harmed-{key}", member.harmed), role=sent.choice(f"role-{key}", member.role),
        responsibility=sent.choice(f"responsibility-{key}", member.responsibility),
        works_with_children=sent.choice(f"works-{key}", member.works_with_children)
        if sent.ticked(f"suspected-{key}") else member.works_with_children,
        note=sent.words(f"family_note-{key}", say("steps.family.note"), member.note),
        **agreement.taken(member, sent),
    )


def _answers(key: str, person: Any, sent: Sent) -> dict[str, Any]:
    """What every person is asked; the answer about agreeing stays as it was where it was not asked."""
    interpreter = sent.choice(f"interpreter-{key}", person.interpreter)
    language = sent.words(f"language-{key}", say("steps.family.language"), person.language)
    return {
        **{fact: sent.choice(f"{fact}-{key}", getattr(person, fact)) for fact in ("told", "risk", "agrees")},
        "interpreter": interpreter,
        "language": language if interpreter in ("yes", person.interpreter) else "",
    }


def _said(member: FamilyMember) -> bool:
    return member != FamilyMember(key=member.key, relation="")


def _add() -> None:
    """Keep what stands in the fields and add a block."""
    leaving.submit(_one_more)


def _one_more() -> None:
    draft.keep(add_member(draft.case()))
    draft.renew()


def _remove(key: str) -> None:
    """Take one block out again, after keeping the others."""
    leaving.collect_now()
    draft.keep(remove_member(draft.case(), key))
    sent(draft.page())
    draft.renew()


def _rows(so_far: SoFar) -> list[Row]:
    case = so_far.case
    made = [Row(member.relation or say("steps.family.person", number=number), _in_words(member, case))
            for number, member in enumerate(case.family, 1)]
    expects = say("ask.expecting.said")
    made += [Row(say("steps.children.child", label=child.label), named(expects, word(YES_NO, child.expecting)))
             for child in case.children]
    young = "\n".join(part for part in _young_in_words(case.young_person) if part)
    return [*made, Row(say("steps.family.young"), young)]


def _young_in_words(young: YoungPerson) -> tuple[str, ...]:
    return (
        young.view, named(say("steps.family.said.told"), word(YES_NO, young.told)), word(AGREES, young.agrees),
        word(UNDERSTANDING, young.understanding),
        named(say("steps.family.said.risk"), word(YES_NO_NOT_SURE, young.risk)),
        named(say("steps.family.said.interpreter"), word(YES_NO, young.interpreter)), young.language,
    )


def _in_words(member: FamilyMember, case: Case) -> str:
    parts = (
        named(say("steps.family.said.harmed"), word(YES_NO_NOT_SURE, member.harmed)),
        say("steps.family.said.suspected") if member.key in case.source_of_harm.members else "",
        named(say("steps.family.said.works"), word(YES_NO, member.works_with_children)),
        named(say("steps.family.said.told"), word(YES_NO, member.told)),
        word(AGREES, member.agrees),
        named(say("ask.asked_alone.said"), word(YES_NO, member.asked_alone)),
        named(say("ask.agreed_to.said"), apart(say(f"ask.agreed_to.{kind}") for kind in member.agreed_to)),
        named(say("steps.family.said.responsibility"), word(YES_NO, member.responsibility)),
        named(say("steps.family.said.risk"), word(YES_NO_NOT_SURE, member.risk)),
        named(say("ask.expecting.said"), word(YES_NO, member.expecting)),
        named(say("ask.under_18.said"), word(YES_NO, member.under_18)),
        *_few_need(member, case),
    )
    return "\n".join(part for part in parts if part) or say("steps.family.said.nothing")


def _few_need(member: FamilyMember, case: Case) -> tuple[str, ...]:
    """What was answered behind the line that folds it."""
    parts = (
        named(say("steps.family.said.role"), word(CARER_ROLE, member.role)), _not_this_person(member, case),
        named(say("steps.family.said.interpreter"), word(YES_NO, member.interpreter)), member.language, member.note,
    )
    return tuple(part for part in parts if part)


def _not_this_person(member: FamilyMember, case: Case) -> str:
    source = case.source_of_harm
    if member.key not in source.ruled_out:
        return ""
    because = source.ruled_out_because
    return say("steps.family.said.ruled_out_because", why=because) if because else say("steps.family.said.ruled_out")


STEP = Step("family", say("steps.family"), 750, view, _rows)
