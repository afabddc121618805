"""Whose knowledge settled a doubt: an answer without it counts as the doubt itself (design/2, statement on unknowns).

A record of a settled doubt (`Case.settled`) says whose knowledge it was. Where it does not, a "no" is read as not
sure, and a "yes" asks for what the doubt asked for as well as for what it asks itself: nothing becomes calmer on
nobody's word. The last record of a statement holds.
"""

from decision.case import Case
from guidance.packs import AreaPack
from guidance.vocabulary import Answer


def same_statement(id_: str, area: AreaPack | None) -> tuple[str, ...]:
    """The ids of all rows that are one statement with this one, and of it alone where it is a sign."""
    return area.same_statement.get(id_, (id_,)) if area else (id_,)


def without_basis(case: Case, area: AreaPack | None, answer: str) -> frozenset[str]:
    """Ids of the statements that are settled with this answer by a record that does not say whose knowledge it was."""
    last = {same_statement(record.id, area): record for record in case.settled}
    return frozenset(id_ for ids, record in last.items() if record.answer == answer and not record.whose.strip()
                     for id_ in ids)


def doubts_kept(case: Case, area: AreaPack | None) -> Case:
    """The case with every "no" that rests on nobody's knowledge as not sure, which it was."""
    open_again = without_basis(case, area, "no")
    if not open_again:
        return case

    def again(id_: str, said: Answer) -> Answer:
        return "not_sure" if id_ in open_again and said == "no" else said

    signs = {id_: answer.but(answer=again(id_, answer.answer)) for id_, answer in case.signs.items()}
    return case.but(
        signs=signs,
        answers={id_: again(id_, said) for id_, said in case.answers.items()},
        factors={id_: again(id_, said) for id_, said in case.factors.items()},
    )
