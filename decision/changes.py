"""What a user does to a case, one small function each: pure, and always a valid case from a valid one.

A page reads what stands in its fields and calls these; it keeps what they give back. Each changes all that hangs
together at once, so that there is nothing invalid on the way. A change of the home area is in decision/moving.py.
"""
from collections.abc import Container, Iterable, Mapping
from string import ascii_uppercase
from typing import Any, TypeVar, get_args

from decision.case import ONE_OF, Case, Child, FamilyMember, Finding, HeldBack, NotSureWhy, SignAnswer
from decision.known import is_yes
from decision.one_of import without as without_sets
from decision.sign_groups import of_signs

FIRST_CHILD = Child(label=ascii_uppercase[0])
"""Whom the questions ask about where nobody has been named yet."""
MOST_CHILDREN = len(ascii_uppercase)
Named = TypeVar("Named", Finding, SignAnswer)


def children_asked(case: Case) -> tuple[Child, ...]:
    """The children whom the questions ask about: those of the case, or a first one."""
    return case.children or (FIRST_CHILD,)


def only_child(case: Case) -> tuple[str, ...]:
    """Whom something new is about where there is one child, so that nobody has to say it; nobody where there are more.
    """
    labels = tuple(child.label for child in case.children)
    return labels if len(labels) == 1 else ()


def add_child(case: Case) -> Case:
    """With one more child, by the first letter that is free. Raises StopIteration where none is: ask MOST_CHILDREN."""
    children = children_asked(case)
    used = {child.label for child in children}
    return case.but(children=(*children, Child(label=next(mark for mark in ascii_uppercase if mark not in used))))


def naming(case: Case, label: str) -> int:
    """How many statements and signs name this child."""
    named = (*(finding.about for finding in case.findings), *(answer.about for answer in case.signs.values()))
    return sum(label in about for about in named)


def remove_child(case: Case, label: str) -> Case:
    """Without this child. What was said about it keeps its words, and names the others where it named any.

    What was said of this child alone then names nobody, which means every child: an answer is never dropped with a
    child, and the page says what is about all of them now.
    A hold stays: whoever is given the letter next may be the same child, and a hold never ends by itself.
    """
    labels = {child.label for child in children_asked(case)} - {label}
    return case.but(
        children=tuple(child for child in children_asked(case) if child.label in labels),
        findings=tuple(about_these(finding, labels) for finding in case.findings),
        signs={id_: about_these(answer, labels) for id_, answer in case.signs.items()},
    )


def about_these(said: Named, labels: Container[str]) -> Named:
    """The same answer, about no child but these."""
    about = tuple(label for label in said.about if label in labels)
    return said if about == said.about else said.but(about=about)


def family_asked(case: Case) -> tuple[FamilyMember, ...]:
    """The parents and carers whom the questions ask about: those of the case, or a first one."""
    return case.family or (FamilyMember(key="carer_1", relation=""),)


def add_member(case: Case) -> Case:
    """With one more parent or carer, of whom nothing is known yet."""
    members = family_asked(case)
    used = {member.key for member in members}
    key = next(f"carer_{number}" for number in range(1, len(used) + 2) if f"carer_{number}" not in used)
    return case.but(family=(*members, FamilyMember(key=key, relation="")))


def remove_member(case: Case, key: str) -> Case:
    """Without this parent or carer, who is then neither suspected nor ruled out."""
    source = case.source_of_harm
    members, ruled_out = (tuple(other for other in keys if other != key) for keys in (source.members, source.ruled_out))
    return case.but(
        family=tuple(member for member in case.family if member.key != key),
        source_of_harm=source.but(members=members, ruled_out=ruled_out),
    )


def as_so(ids: Iterable[str], case: Case, about: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """The findings of statements that are ticked now, with what was written about each before.

    One that was only not sure becomes a plain yes; a suspicion without proof, which counts as one, stays what it is.
    """
    before = {item.id: item for item in case.findings}
    found = (before.get(id_) or Finding(id=id_, about=about) for id_ in ids)
    return tuple(item if is_yes(item) else item.but(why=None) for item in found)


def tick(case: Case, ids: Iterable[str]) -> Case:
    """Statements newly ticked are findings and nothing else; new ones are about the only child, if there is one."""
    so = as_so(tuple(ids), case, only_child(case))
    bare = untick(case, {item.id for item in so})
    return bare.but(findings=(*bare.findings, *so))


def untick(case: Case, ids: Container[str]) -> Case:
    """Statements newly unticked are not answered, wherever in the case their answer stood."""
    return case.but(
        findings=tuple(item for item in case.findings if item.id not in ids),
        answers=without(case.answers, ids), factors=without(case.factors, ids),
    )


def answer_no(case: Case, ids: Iterable[str]) -> Case:
    """Statements that the user was asked and none of which is so."""
    said_no = tuple(ids)
    return case.but(answers={**case.answers, **dict.fromkeys(said_no, "no")},
                    findings=tuple(item for item in case.findings if item.id not in said_no))


def take_back_no(case: Case, ids: Container[str]) -> Case:
    """The same statements unanswered again, where they stand as no."""
    return case.but(answers={id_: said for id_, said in case.answers.items() if id_ not in ids or said != "no"})


def one_of(case: Case, ids: tuple[str, ...]) -> Case:
    """Of statements that say nearly the same one is so, without which. Each is not sure; what was written of one apart
    stays."""
    bare, before, about = take_back_one_of(case, ids), {item.id: item for item in case.findings}, only_child(case)
    new = tuple(before.get(id_, Finding(id=id_, about=about)).but(why=ONE_OF) for id_ in ids
                if id_ not in before or before[id_].why in (None, ONE_OF))
    kept = untick(bare, {item.id for item in new})
    return kept.but(one_of=(*kept.one_of, ids), findings=(*kept.findings, *new))


def take_back_one_of(case: Case, ids: tuple[str, ...]) -> Case:
    """The same unanswered again, where each stands as not sure by that alone."""
    kept = without_sets(case, ids)
    gone = {id_ for one in case.one_of if one not in kept for id_ in one}
    return case.but(one_of=kept, findings=tuple(item for item in case.findings if item.why != ONE_OF
                                                or item.id not in gone)) if kept != case.one_of else case


def answer(case: Case, ids: tuple[str, ...], chosen: str | None) -> Case:
    """Statements answered in the place of what was said before: an answer, why one is not sure, or nothing.

    A reason, and a yes, stand on a finding, with what was written there before.
    """
    bare = untick(case, ids)
    if chosen == "yes" or chosen in get_args(NotSureWhy):
        before, about = {item.id: item for item in case.findings}, only_child(case)
        new = ((before.get(id_) or Finding(id=id_, about=about)).but(why=None if chosen == "yes" else chosen)
               for id_ in ids)
        return bare.but(findings=(*bare.findings, *new))
    return bare.but(answers={**bare.answers, **dict.fromkeys(ids, chosen)}) if chosen else bare


def write_about(case: Case, ids: Container[str], said: Mapping[str, Any]) -> Case:
    """What was written about statements that are so: field of the finding → value."""
    return case.but(findings=tuple(item.but(**said) if item.id in ids else item for item in case.findings))


def write_about_sign(case: Case, id_: str, said: Mapping[str, Any]) -> Case:
    """The same of a sign that is answered."""
    return case.but(signs={**case.signs, id_: case.signs[id_].but(**said)})


def tick_with_evidence(case: Case, asked: Container[str], ticked: Mapping[tuple[str, ...], Mapping[str, Any]]) -> Case:
    """Of the statements `asked` those are so that are `ticked`: their ids → what is written about them.

    A doubt about one that is not ticked stays, and so does its place among the findings.
    """
    now = {item.id: item.but(**said) for ids, said in ticked.items() for item in as_so(ids, case)}
    before = {item.id for item in case.findings}
    kept = tuple(now.get(item.id, item) for item in case.findings
                 if item.id not in asked or item.id in now or not is_yes(item))
    return case.but(findings=(*kept, *(item for id_, item in now.items() if id_ not in before)),
                    answers=without(case.answers, now))


def tick_strength(case: Case, ids: Iterable[str], factors: Container[str]) -> Case:
    """A strength that is so; factors and indicators keep their own places in the case."""
    found = tuple(ids)
    return case.but(factors={**case.factors, **{id_: "yes" for id_ in found if id_ in factors}},
                    answers={**case.answers, **{id_: "yes" for id_ in found if id_ not in factors}})


def untick_strength(case: Case, ids: Container[str]) -> Case:
    """The same not answered again, where it stands as yes."""
    factors, answers = ({id_: said for id_, said in place.items() if id_ not in ids or said != "yes"}
                        for place in (case.factors, case.answers))
    return case.but(factors=factors, answers=answers)


def sign_answer(case: Case, id_: str, said: str, why: str | None = None) -> SignAnswer:
    """A new answer to a sign, with what was written about it before."""
    before = case.signs.get(id_) or SignAnswer(answer="no", about=() if said == "no" else only_child(case))
    return before.but(answer=said, why=why)


def untick_signs(case: Case, ids: Iterable[str]) -> Case:
    """Signs newly unticked are not answered, neither by themselves nor by the No to their group of earlier."""
    gone = set(ids)
    if not gone:
        return case
    covered = {id_ for named in case.signs_none.values() for id_ in named}
    return case.but(signs=without(case.signs, gone), signs_none=of_signs(case.signs_none, covered - gone))


def sign_chosen(case: Case, id_: str) -> str | None:
    """What was answered about a sign as it is asked for: an answer, or why one is not sure; None for neither."""
    before = case.signs.get(id_)
    return None if before is None else (before.why or before.answer) if before.answer == "not_sure" else before.answer


def answer_signs(case: Case, chosen: Mapping[str, str | None]) -> Case:
    """Signs answered in the same words; None, or what was chosen before, leaves a sign as it was."""
    answers = dict(case.signs)
    for id_, value in chosen.items():
        if value and value != sign_chosen(case, id_):
            said, why = (value, None) if value in ("yes", "no") else ("not_sure", value)
            answers[id_] = sign_answer(case, id_, said, why)
    return case.but(signs=answers)


def hold_unnamed(case: Case, places: Iterable[str]) -> Case:
    """What somebody told who must not be named is held back; a reason that was given before stays."""
    new = {place: HeldBack(why="source_unnamed") for place in places}
    return case.but(held_back={**case.held_back, **{place: held for place, held in new.items()
                                                    if place not in case.held_back}})


def let_go_unnamed(case: Case, places: Container[str]) -> Case:
    """The same is held back no more, unless it was for another reason."""
    return case.but(held_back={place: held for place, held in case.held_back.items()
                               if place not in places or held.why != "source_unnamed"})


def ask_topic(case: Case, topic: str, asked: bool, unsure: bool) -> Case:
    """Whether the user has been through the statements of a topic, and whether they are not sure about some of them."""
    return case.but(asked=_with(case.asked, topic, asked), unsure_topics=_with(case.unsure_topics, topic, unsure))


def ask_topics(case: Case, topics: Iterable[str], asked: bool, unsure: bool) -> Case:
    """The same of several topics that were asked about with one question, which names each of them."""
    for topic in topics:
        case = ask_topic(case, topic, asked, unsure)
    return case


def _with(ids: tuple[str, ...], id_: str, there: bool) -> tuple[str, ...]:
    if there == (id_ in ids):
        return ids
    return (*ids, id_) if there else tuple(item for item in ids if item != id_)


def write_worry(case: Case, note: str, harm: str | None) -> Case:
    """A worry in the user's own words, and whether harm could come before somebody would next act.

    Words that are taken away take both with them; what stands as it stood keeps what was answered about it.
    """
    same = note == case.other_worry_note
    worry = case.other_worry if same else True if note else None
    asked = harm if note or worry else case.harm_before_next
    return case.but(other_worry_note=note, other_worry=worry, harm_before_next=asked if note or same else None)


def doubt_topics(case: Case, topics: Iterable[str]) -> Case:
    """With topics that the user is not sure about, each once."""
    return case.but(unsure_topics=tuple(dict.fromkeys((*case.unsure_topics, *topics))))


def without(answers: Mapping[str, Any], ids: Container[str]) -> dict[str, Any]:
    """Answers but for these."""
    return {id_: said for id_, said in answers.items() if id_ not in ids}
