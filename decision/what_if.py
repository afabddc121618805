"""What the result would be if one answer were another. It is tried on a copy: the case itself never changes."""
from typing import Literal, NamedTuple

from decision.basis import same_statement
from decision.case import Case, SignAnswer
from decision.changes import answer, only_child
from decision.known import means, read
from decision.result import Decision
from guidance.packs import Packs
from guidance.vocabulary import Answer, Citation
from guidance.words import Words

Tried = Literal["yes", "no", "not_sure"]


class ToTry(NamedTuple):
    """A sign or statement that can be tried. `letter`: its mark; `answer`: what was said of it, None where nothing."""

    id: str
    letter: str
    says: Words
    answer: Answer | None
    source: Citation


def to_try(case: Case, decision: Decision, packs: Packs) -> tuple[ToTry, ...]:
    """The signs that are so or in doubt, every mark, and what would change the result; each statement once.

    Nothing that was never asked is named but what the result itself says would change it.
    """
    known, area = read(case, packs), packs.area(case.home_area)
    found = [ToTry(sign.id, "", sign.says, means(said), sign.source)
             for sign, said in (*known.yes_signs, *known.unsure_signs)]
    stands: dict[str, Answer] = {"found": "yes", "not_sure": "not_sure", "not_known": "not_known"}
    found += [ToTry(mark.id, mark.letter, mark.says, stands[mark.state], mark.source) for mark in decision.place.marks]
    found += [ToTry(change.id, "", change.says, None, change.source) for change in decision.would_change]
    once: dict[tuple[str, ...], ToTry] = {}
    for one in found:
        once.setdefault(same_statement(one.id, area), one)
    return tuple(once.values())


def with_said(case: Case, packs: Packs, id_: str, said: Tried) -> Case:
    """A copy of the case in which this sign or statement is so, not so or not sure, as if the user had answered so."""
    if id_ in {sign.id for sign in packs.signs(case.home_area)}:
        before = case.signs.get(id_) or SignAnswer(answer=said, about=only_child(case))
        return case.but(signs={**case.signs, id_: before.but(answer=said, why=None)},
                        settled=tuple(record for record in case.settled if record.id != id_))
    ids = same_statement(id_, packs.area(case.home_area))
    others = tuple(record for record in case.settled if record.id not in ids)
    return answer(case, ids, said).but(settled=others)
