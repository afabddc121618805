"""A No to a group of signs beside what amounts to one of them: that sign is open again until somebody has looked at it.

By data: a statement, factor or circumstance that is so and stands beside the words of the sign, or has them (`alike` of
the packs), and the answer about where the child is. The No to the group, or to all of them, was not given to those
words. An answer to the sign by itself was, since the page on which it is given says what does not fit: it stands.

A statement that only asks about a sign opens nothing: many are plain circumstances. But the sign that was denied in a
list with others is not called asked and not so beside it (`asked_beside`).
"""
from collections.abc import Iterable, Iterator, Mapping

from decision.case import Case, SignAnswer
from decision.sign_groups import NO, answers, by_place, said_no
from guidance.models import Factor, Indicator, Sign
from guidance.packs import AreaPack
from guidance.vocabulary import Answer


def said_as_sign(signs: Iterable[Sign], case: Case, area: AreaPack | None,
                 said: Mapping[str, Answer]) -> dict[str, str]:
    """Sign → what was said to be so that amounts to it, in words. `said`: statement → its answer."""
    words_of = {words: row.says for row in reversed(tuple(_so(case, area, said))) for words in (row.alike, row.says)}
    found = ((sign, words_of.get(sign.says, "")) for sign in signs)
    return {sign.id: words or sign.says for sign, words in found
            if words or (sign.place_now is not None and sign.place_now == case.where_now.place)}


def asked_beside(signs: Iterable[Sign], case: Case, area: AreaPack | None,
                 said: Mapping[str, Answer]) -> dict[str, str]:
    """Sign that only the No to a group covers → the first statement, in words, that is so or in doubt and asks about
    it: by name, or with a duty and a topic of it. No page and no paper says of such a sign plainly that it is not so.
    `said`: statement → its answer.
    """
    doubted = (id_ for id_, answer in said.items() if answer == "not_sure")
    rows = [row for row in (*_so(case, area, said), *_rows(doubted, area)) if row.ask_first]
    covered = {id_ for ids in case.signs_none.values() for id_ in ids} - set(case.signs)
    found = ((sign.id, next((row.says for row in rows if _asks_about(row, sign)), ""))
             for sign in signs if sign.id in covered)
    return {id_: says for id_, says in found if says}


def _asks_about(row: Indicator | Factor, sign: Sign) -> bool:
    shared = not set(row.duty).isdisjoint(sign.duty) and not set(row.topics).isdisjoint(sign.topics)
    return row.ask_first == sign.id or shared


def answers_that_hold(signs: tuple[Sign, ...], case: Case, as_sign: Mapping[str, str]) -> tuple[
        dict[str, SignAnswer], tuple[tuple[Sign, str], ...]]:
    """Every sign that has an answer, without the No to a group of those to which something amounts (`said_as_sign`);
    and these, each with what that is."""
    covered = frozenset[str]().union(*(said_no(case, group) for group in case.signs_none))
    again = tuple((sign, as_sign[sign.id]) for sign in signs if sign.id in as_sign and sign.id in covered)
    doubted = {sign.id for sign, _ in again}
    held = {id_: given for id_, given in answers(case).items() if id_ not in doubted}
    return {**held, **by_place(signs, case)}, again


def open_again(before: Mapping[str, str], after: Mapping[str, str], signs: Iterable[Sign], case: Case) -> Case:
    """The case with the plain No to a sign as one to its group where what amounts to it has become so since: nobody has
    looked at both. `before`, `after`: what amounts to a sign (`said_as_sign`) in the case as it was, and in `case`.

    An answer with anything written of it, or about one child, stays as it is.
    """
    new = {sign.id: sign.group for sign in signs if sign.id in after and sign.id not in before
           and _plain(case.signs.get(sign.id))}
    if not new:
        return case
    none = dict(case.signs_none)
    for id_, group in new.items():
        none[group] = tuple(dict.fromkeys((*none.get(group, ()), id_)))
    return case.but(signs={id_: given for id_, given in case.signs.items() if id_ not in new}, signs_none=none)


def _plain(given: SignAnswer | None) -> bool:
    return given is not None and given == NO


def _so(case: Case, area: AreaPack | None, said: Mapping[str, Answer]) -> Iterator[Indicator | Factor]:
    """The statements and factors that are so, and those of which one is, where nobody has said which."""
    yes = (id_ for id_, answer in said.items() if answer == "yes")
    return _rows((*yes, *(id_ for ids in case.one_of for id_ in ids)), area)


def _rows(ids: Iterable[str], area: AreaPack | None) -> Iterator[Indicator | Factor]:
    """The statements and factors with these ids, as far as the area has them."""
    for id_ in ids if area else ():
        if area and (row := area.indicator.get(id_) or area.factor.get(id_)):
            yield row
