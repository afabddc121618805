"""Groups of signs as they are asked: which they are, what is chosen in each, and what a page full of them says.

Pure: a case in, a case out. What an answer to a group means is in decision/sign_groups.py.
"""
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from decision.ages import may_have_signs, ruled_out
from decision.case import Case, SignAnswer
from decision.changes import answer_signs, sign_answer
from decision.known import answered, is_unsure, is_yes
from decision.said_again import said_as_sign
from decision.sign_groups import NO, said_no, without_no
from guidance.models import Sign
from guidance.packs import Packs
from guidance.words.forms import listed
from pages.parts.asking.questions import Sent


@dataclass(frozen=True)
class Group:
    """One question about signs: its id and name, and its signs in the order of the packs. `number` names its fields.

    `away`: ids of the signs that no child of the case can have, by ages that are known; a No to the group covers none
    of them, so that they are open once an age fits. `again`: signs with what was said elsewhere that amounts to each.
    """

    number: int
    id: str
    name: str
    signs: tuple[Sign, ...]
    formerly: tuple[str, ...] = ()
    away: frozenset[str] = frozenset()
    again: tuple[tuple[Sign, str], ...] = ()

    @property
    def field(self) -> str:
        """The name of the field that holds its one answer."""
        return f"group-{self.number}"

    @property
    def line(self) -> str:
        """What it holds, each sign in a few plain words: all of what one "No" answers."""
        return listed(sign.short for sign in self.signs)


def groups(case: Case, packs: Packs, today: date = date.max) -> tuple[Group, ...]:
    """The national groups from the top; then, of a pack in an older format, those that only it has, by their name.

    A sign of such a pack stands in the group that has taken over the one it names. Without `today` nothing is ruled out
    of a child who is expected on a day.
    """
    known, found = packs.national.sign_group, dict[str, tuple[Sign, ...]]()
    earlier = {name: id_ for id_, group in reversed(known.items()) for name in group.formerly}
    signs = packs.signs(case.home_area)
    again = said_as_sign(signs, case, packs.area(case.home_area), answered(case))
    away = frozenset(sign.id for sign in signs if sign.id not in again and ruled_out(sign, may_have_signs(case), today))
    for sign in signs:
        id_ = sign.group if sign.group in known else earlier.get(sign.group, sign.group)
        found[id_] = (*found.get(id_, ()), sign)
    ids = [*(id_ for id_ in known if id_ in found), *(id_ for id_ in found if id_ not in known)]
    return tuple(
        Group(number, id_, known[id_].name if id_ in known else id_, found[id_],
              known[id_].formerly if id_ in known else (), away & {sign.id for sign in found[id_]},
              tuple((sign, again[sign.id]) for sign in found[id_] if sign.id in again))
        for number, id_ in enumerate(ids))


def ticked(sign: Sign, case: Case) -> bool:
    """Whether a sign is shown ticked."""
    return sign.id in case.signs and case.signs[sign.id].answer == "yes"


def doubted(sign: Sign, case: Case) -> bool:
    """Whether it is in doubt, or suspected without proof."""
    return sign.id in case.signs and not ticked(sign, case) and (
        is_unsure(case.signs[sign.id]) or is_yes(case.signs[sign.id]))


def chosen(group: Group, case: Case) -> str | None:
    """What is answered about a group: what is so in it comes first, then a doubt; no only where it covers every sign
    that a child here can have. It covers none to which something amounts that was said elsewhere.
    """
    if group.id in case.signs_some or any(ticked(sign, case) for sign in group.signs):
        return "yes"
    if {group.id, *group.formerly} & set(case.signs_unsure) or any(doubted(sign, case) for sign in group.signs):
        return "not_sure"
    held = {*said_no(case, group.id) - {sign.id for sign, _ in group.again}, *case.signs}
    covered = [sign.id in held for sign in group.signs if sign.id in held or sign.id not in group.away]
    return "no" if covered and all(covered) else None


def not_covered(group: Group, case: Case) -> tuple[Sign, ...]:
    """The signs that are new in a group since it was answered No; none where it was not."""
    no = said_no(case, group.id)
    return tuple(sign for sign in group.signs if no and sign.id not in no | group.away and sign.id not in case.signs)


def said_again(group: Group, case: Case) -> tuple[tuple[Sign, str], ...]:
    """The signs of a group without an answer of their own to which something amounts, with what that is."""
    return tuple((sign, words) for sign, words in group.again if sign.id not in case.signs)


def out_of_age(group: Group, case: Case, today: date) -> bool:
    """Whether no sign of a group can be so at the children's ages, and nothing of it is answered."""
    return chosen(group, case) is None and not group.again and all(
        ruled_out(sign, may_have_signs(case), today) for sign in group.signs)


def take(case: Case, sent: Sent, asked: tuple[Group, ...]) -> Case:
    """The case with what stands on the page. A tick always counts; whatever stands as it stood keeps its answer.

    No covers the signs of its group that have no answer of their own then, and takes a doubt back that stood there. To
    a sign to which something amounts it is an answer of its own, since the page says so beside it.
    A tick that was taken away takes its answers with it. Yes without a tick is kept as that.
    """
    for group in asked:
        before, was = chosen(group, case), case
        now = sent.choice(group.field, before)
        case = _statements(case, sent, group)
        if now != before:
            case = _answered(case, group, now, asked)
        if now == "not_sure":
            case = answer_signs(case, {sign.id: sent.choice(f"why-{sign.id}") for sign in group.signs
                                       if not ticked(sign, case)})
        if now != before or case != was:
            case = _which(case, group, now)
    return case


def none_of_the_rest(case: Case, packs: Packs, today: date = date.max) -> Case:
    """No to every group that has no answer; a Yes or a doubt is never changed. A sign that no child here can have needs
    none, and is open once an age fits; nor has one to which something amounts been looked at."""
    for group in groups(case, packs, today):
        if chosen(group, case) is None and not out_of_age(group, case, today):
            case = _no(case, group)
    return case


def _statements(case: Case, sent: Sent, group: Group) -> Case:
    """The ticks of a group. One that was taken away is not answered any more, by its group's No neither."""
    answers, none = dict[str, SignAnswer](case.signs), dict[str, tuple[str, ...]](case.signs_none)
    for sign in group.signs:
        now, was = sent.ticked(f"sign-{sign.id}"), ticked(sign, case)
        if now and not was:
            answers[sign.id] = sign_answer(case, sign.id, "yes")
        elif was and not now:
            answers.pop(sign.id)
            none[group.id] = tuple(id_ for id_ in none.get(group.id, ()) if id_ != sign.id)
    return case.but(signs=answers, signs_none=_filled(none))


def _answered(case: Case, group: Group, now: str, asked: tuple[Group, ...]) -> Case:
    """Another answer to a group than before. Ticks stand above it. A doubt that an older version kept under the name of
    a question is one about each group that took over signs of it: those that have no other answer keep it."""
    old = set(group.formerly) & set(case.signs_unsure)
    others = (one.id for one in asked if one.id != group.id and old & set(one.formerly))
    unsure = tuple(dict.fromkeys((*(id_ for id_ in case.signs_unsure if id_ not in old | {group.id}), *others)))
    if now == "no":
        kept = {id_: said for id_, said in case.signs.items()
                if not any(sign.id == id_ and doubted(sign, case) for sign in group.signs)}
        looked_at = {sign.id: NO for sign, _ in said_again(group, case.but(signs=kept))}
        return _no(case.but(signs={**kept, **looked_at}, signs_unsure=unsure), group)
    return without_no(case.but(signs_unsure=(*unsure, group.id) if now == "not_sure" else unsure), group.id)


def _no(case: Case, group: Group) -> Case:
    left = tuple(sign.id for sign in group.signs if sign.id not in case.signs)
    none_can_be = all(sign.id in group.away for sign in group.signs)   # then it is about them that No was said
    covered = left if none_can_be else tuple(id_ for id_ in left if id_ not in group.away)
    return case.but(signs_none=_filled({**case.signs_none, group.id: covered}))


def _which(case: Case, group: Group, now: str | None) -> Case:
    """A Yes stands for itself until one statement of its group is so."""
    others = tuple(id_ for id_ in case.signs_some if id_ != group.id)
    alone = now == "yes" and not any(sign.id in case.signs and is_yes(case.signs[sign.id]) for sign in group.signs)
    return case.but(signs_some=(*others, group.id)) if alone and group.id not in case.signs_some else (
        case if alone else case.but(signs_some=others))


def _filled(none: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {group: ids for group, ids in none.items() if ids}
