"""For each parent or carer what they know and agree to; the young person's own view. Nothing prompts to tell.

Where the rules say that somebody is not told yet, that stands in place of the questions about telling and agreeing.
"""
from typing import Any

import streamlit as st

from decision.case import Case, FamilyMember
from decision.changes import add_member, family_asked, remove_member
from decision.result import Telling
from guidance.words import say
from guidance.words.forms import apart
from pages.parts.asking import leaving
from pages.parts.asking.choices import AGREES, CARER_ROLE, UNDERSTANDING, YES_NO, YES_NO_NOT_SURE, word
from pages.parts.asking.questions import LIMIT_HINT, Sent, choose, group, line, lines, reveal, tick
from pages.parts.asking.said import sent
from pages.parts.display.markup import paragraph, show, strong, tag
from pages.parts.display.words import named
from pages.parts.visit import draft, knowledge
from pages.parts.visit.whole import whole
from pages.parts.wizard import agreement, steps
from pages.parts.wizard.steps import Here, Row, SoFar, Step

FAMILY, YOUNG_PERSON = "family", "young_person"
YES = 0
NOT_NEEDED = "You do not need to have told anyone."


def view(place: Here) -> None:
    """One form: a block for each parent or carer, then the child or young person."""
    case = draft.case()
    people = knowledge.decide_briefly().telling
    telling = {item.person: item for item in people}
    show(paragraph("Write only what you know already. Nobody has to be asked or told for this."))
    _warn(people)
    with leaving.answers("family_form"):
        for number, member in enumerate(family_asked(case)):
            with group(f"person-{member.key}"):
                _block(member, number, case, telling.get(member.key) or telling.get(FAMILY))
        st.button("Add another parent or carer", on_click=whole(_add))
        _why_not(case)
        _young_person(case, telling.get(YOUNG_PERSON))
        steps.buttons(place, take)


def _block(member: FamilyMember, number: int, case: Case, telling: Telling | None) -> None:
    key = member.key
    st.header(f"Parent or carer {number + 1}", anchor=False)
    line(f"relation-{key}", "What are they to the child?", member.relation,
         "For example: mother, stepfather, grandmother, foster carer. No names.")
    choose(f"role-{key}", "How do they come to care for the child?", CARER_ROLE, member.role,
           "It decides who may agree to help, and who else is told.", across=True)
    choose(f"responsibility-{key}", "Do they have parental responsibility?", YES_NO, member.responsibility, across=True)
    tick(f"suspected-{key}", "This person might be causing it", key in case.source_of_harm.members)
    with reveal(f"works-{key}", f"suspected-{key}"):
        choose(f"works-{key}", "Do they work or volunteer with children, anywhere?", YES_NO,
               member.works_with_children, across=True)
    tick(f"ruled_out-{key}", "I know that it is not this person", key in case.source_of_harm.ruled_out)
    choose(f"risk-{key}", "Would it raise the risk for anyone if this person knew?", YES_NO_NOT_SURE, member.risk,
           across=True)
    _known_or_not_yet(key, member, telling)
    if not _not_yet(telling):
        agreement.behind(member)
    if any(child.unborn for child in case.children):
        agreement.expecting(member)
    choose(f"interpreter-{key}", "Do they need an interpreter?", YES_NO, member.interpreter, across=True)
    with reveal(f"language-{key}", f"interpreter-{key}", YES):
        line(f"language-{key}", "Which language?", member.language,
             "A professional interpreter, never a child or a relative.")
    lines(f"family_note-{key}", "Anything else about this person", member.note, LIMIT_HINT)
    if len(case.family) > 1:
        st.button(f"Remove parent or carer {number + 1}", on_click=whole(_remove), args=(key,))


def _why_not(case: Case) -> None:
    """How the user knows that somebody is not the cause: asked once, and only where somebody is ruled out."""
    with reveal("ruled_out_because", tuple(f"ruled_out-{member.key}" for member in family_asked(case))):
        lines("ruled_out_because", "How do you know that it is not this person?",
              case.source_of_harm.ruled_out_because,
              "From what you know already. A hunch or their word is not enough: then leave the tick out.")


def _known_or_not_yet(key: str, person: Any, telling: Telling | None) -> None:
    """What the person knows and agrees to, or, where they are not told yet, only that."""
    if _not_yet(telling):
        show(tag("p", strong("Do not tell this person yet."), class_="inset"))
        choose(f"told-{key}", "Do they know about it already?", YES_NO, person.told, across=True)
        return
    choose(f"told-{key}", "Do they know about this worry?", YES_NO, person.told, NOT_NEEDED, across=True)
    choose(f"agrees-{key}", "What do they say about help or a referral?", AGREES, person.agrees)


def _not_yet(telling: Telling | None) -> bool:
    return telling is not None and telling.state == "not_yet"


def _warn(people: tuple[Telling, ...]) -> None:
    """Who is not told yet, and why: each reason once, whoever it is about."""
    reasons = {(item.why, item.lifted_by): item for item in people if _not_yet(item)}
    for item in reasons.values():
        names = [other.name for other in people if _not_yet(other) and other.why == item.why and other.name]
        show(tag("div", paragraph(strong(f"Do not tell yet: {apart(names)}")), paragraph(item.why),
                 paragraph(f"Until: {item.lifted_by}" if item.lifted_by else ""), class_="inset"))


def _young_person(case: Case, telling: Telling | None) -> None:
    person = case.young_person
    st.header("The child or young person", anchor=False)
    lines("yp_view", "What is their own view?", person.view, "Only if you know it already.")
    choose("risk-young_person", "Would it raise the risk for anyone if they knew?", YES_NO_NOT_SURE, person.risk,
           across=True)
    _known_or_not_yet(YOUNG_PERSON, person, telling)
    choose("understanding", "Do they understand what a referral or help would mean?", UNDERSTANDING,
           person.understanding)
    agreement.expecting_children(case)
    choose("interpreter-young_person", "Do they need an interpreter?", YES_NO, person.interpreter, across=True)
    with reveal("language-young_person", "interpreter-young_person", YES):
        line("language-young_person", "Which language?", person.language, "Sign languages too.")


def take(case: Case, sent: Sent) -> Case:
    """The form into the case. A block in which nothing was said stays out of it."""
    members = tuple(_member(member, sent) for member in family_asked(case))
    before = case.source_of_harm
    suspected = _named("suspected", members, before.members, sent)
    ruled_out = _named("ruled_out", members, before.ruled_out, sent)
    for key in set(suspected) & set(ruled_out):
        sent.refuse(f"ruled_out-{key}", "You ticked that this person might be causing it, and that they are not. "
                                        "Untick one of the two.")
    ruled_out = tuple(key for key in ruled_out if key not in suspected)
    named = {*suspected, *ruled_out}
    said = tuple(member for member in members if _said(member) or member.key in named or len(case.family) > 1
                 or member in case.family)
    person = case.young_person
    young = person.but(
        **_answers(YOUNG_PERSON, person, sent), view=sent.words("yp_view", "Their view", person.view),
        understanding=sent.choice("understanding", person.understanding),
    )
    because = sent.words("ruled_out_because", "What you write", before.ruled_out_because)
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
        relation=sent.words(f"relation-{key}", "What they are to the child", member.relation),
        role=sent.choice(f"role-{key}", member.role),
        responsibility=sent.choice(f"responsibility-{key}", member.responsibility),
        works_with_children=sent.choice(f"works-{key}", member.works_with_children)
        if sent.ticked(f"suspected-{key}") else member.works_with_children,
        note=sent.words(f"family_note-{key}", "What you write", member.note),
        **agreement.taken(member, sent),
    )


def _answers(key: str, person: Any, sent: Sent) -> dict[str, Any]:
    """What every person is asked; the answer about agreeing stays as it was where it was not asked."""
    interpreter = sent.choice(f"interpreter-{key}", person.interpreter)
    language = sent.words(f"language-{key}", "The language", person.language)
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
    made = [Row(member.relation or f"Parent or carer {number}", _in_words(member, case))
            for number, member in enumerate(case.family, 1)]
    expects = say("ask.expecting.said")
    made += [Row(f"Child {child.label}", named(expects, word(YES_NO, child.expecting))) for child in case.children]
    young = case.young_person
    parts = (
        young.view, named("knows", word(YES_NO, young.told)), word(AGREES, young.agrees),
        word(UNDERSTANDING, young.understanding), named("more risk if they knew", word(YES_NO_NOT_SURE, young.risk)),
        named("interpreter", word(YES_NO, young.interpreter)), young.language,
    )
    return [*made, Row("The child or young person", "\n".join(part for part in parts if part))]


def _in_words(member: FamilyMember, case: Case) -> str:
    parts = (
        "Might be causing it" if member.key in case.source_of_harm.members else "",
        _not_this_person(member, case),
        named("cares as", word(CARER_ROLE, member.role)),
        named("works or volunteers with children", word(YES_NO, member.works_with_children)),
        named("parental responsibility", word(YES_NO, member.responsibility)),
        named("knows", word(YES_NO, member.told)),
        word(AGREES, member.agrees),
        named(say("ask.asked_alone.said"), word(YES_NO, member.asked_alone)),
        named(say("ask.agreed_to.said"), apart(say(f"ask.agreed_to.{kind}") for kind in member.agreed_to)),
        named(say("ask.expecting.said"), word(YES_NO, member.expecting)),
        named(say("ask.under_18.said"), word(YES_NO, member.under_18)),
        named("more risk if they knew", word(YES_NO_NOT_SURE, member.risk)),
        named("interpreter", word(YES_NO, member.interpreter)), member.language, member.note,
    )
    return "\n".join(part for part in parts if part) or "Nothing said yet"


def _not_this_person(member: FamilyMember, case: Case) -> str:
    source = case.source_of_harm
    if member.key not in source.ruled_out:
        return ""
    return f"It is not this person{f': {source.ruled_out_because}' if source.ruled_out_because else ''}"


STEP = Step("family", "The family", 1100, view, _rows)
