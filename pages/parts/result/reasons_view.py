"""Why the result is what it is, each reason once, what would change it, and what was told of each child."""
from collections.abc import Iterable, Mapping
from itertools import compress
from operator import not_

from decision.before_birth import if_unborn
from decision.case import Case
from decision.result import Change, Decision, Raised, Reason, ReasonKind
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import capital, children, counted, following, pieces
from pages.parts.display.links import within
from pages.parts.display.markup import Markup, bullets, join, paragraph, strong, tag
from pages.parts.display.pieces import more
from pages.parts.result.doubt_headings import heading_of
from pages.parts.result.instructions import instructed
from pages.parts.result.once import once
from pages.parts.result.sources_view import places
from pages.parts.shell.other_page import CHECK_PAGE

CHANGES_SHOWN = 5
FEW_SIGNS = 3
"""Signs that are open and are named; of more the page of signs is the list."""
OF_ALL: tuple[ReasonKind, ...] = ("worry",)
"""Kinds of reason that the user told of all the children, since nobody is asked about which."""

OF_SOMEBODY: tuple[ReasonKind, ...] = ("sign", "finding", "at_least", "one_of")
"""Kinds of reason that are of some child, whether or not the user has said of which."""


def deciding(decision: Decision) -> tuple[Reason, ...]:
    """The reasons that by themselves ask for this outcome; where none does, those that do together."""
    asking = tuple(reason for reason in decision.reasons if reason.outcome == decision.outcome)
    return tuple(one for one in asking if one.alone) or asking


def elsewhere(decision: Decision) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """The reasons that stand on the page already: doubts named above, and duties, which have their own fold."""
    doubts = {item.id for item in decision.settle}
    duties = {duty.id for duty in decision.duties}
    return (tuple(one for one in decision.reasons if one.kind in ("unsure", "sign") and one.id in doubts),
            tuple(one for one in decision.reasons if one.kind == "duty" and one.id in duties))


def reasons(case: Case, decision: Decision, packs: Packs) -> Markup:
    """The findings that decided the result, then everything else that was weighed; each stands once. What a sign says
    to do stands where it is acted on. A question without an answer was not weighed, and stands by itself."""
    doubts, duties = elsewhere(decision)
    acted_on, decided = instructed(decision, packs), {id(one) for one in deciding(decision)}
    here = tuple(_apart_from(acted_on, one) for one in in_why(decision))
    together = not any(one.alone for one in deciding(decision))
    leads = [one.outcome == decision.outcome and (one.alone or together) for one in here]
    leading, rest = tuple(compress(here, leads)), tuple(compress(here, map(not_, leads)))
    others, open_ = tuple(one for one in rest if one.kind != "blank"), tuple(one for one in rest if one.kind == "blank")
    raised = tuple(one.says for one in _raised(decision))
    whys = tuple(dict.fromkeys(one.why for one in (*leading, *others, *open_)))
    causes = dict(zip(whys, once(whys), strict=True))
    return join(
        paragraph(strong(say(f"result.why.decided{'_together' if together else ''}")), class_="heads")
        if leading else "",
        _listed(leading, causes),
        *_doubts(doubts, decided, case, decision),
        *_counted("duties", duties, decided),
        paragraph(strong(say("result.why.open")), class_="heads") if open_ else "",
        _listed(open_, causes),
        more(counted("result.why.weighed", len(others) + len(raised)), _listed(others, causes, raised))
        if others or raised else "",
    )


def _counted(what: str, found: tuple[Reason, ...], decided: set[int]) -> Iterable[Markup]:
    """That so many which stand on the page already decided it, and that so many count too."""
    for key, those in (("_decided", [one for one in found if id(one) in decided]),
                       ("", [one for one in found if id(one) not in decided])):
        yield paragraph(counted(f"result.why.{what}{key}", len(those))) if those else Markup("")


def _doubts(found: tuple[Reason, ...], decided: set[int], case: Case, decision: Decision) -> Iterable[Markup]:
    """The same of the doubts, by the heading under which they stand before the folds."""
    where = {item.id: heading_of(item, case, decision) for item in decision.settle}
    for key in ("_decided", ""):
        those = [where[one.id] for one in found if (id(one) in decided) == bool(key)]
        for heading in dict.fromkeys(those):
            number = those.count(heading)
            yield paragraph(say(f"result.why.doubts{key}.{'one' if number == 1 else 'many'}", number=number,
                                where=heading))


def cited(decision: Decision, packs: Packs) -> Markup:
    """Where the reasons stand, the doubts among them, and what would change the result."""
    doubts, _ = elsewhere(decision)
    reasons_ = (one.source for one in (*in_why(decision), *doubts))
    others = *(one.source for one in _raised(decision)), *(one.source for one in _to_change(decision, packs)[1])
    return places(packs, ((one,) for one in (*reasons_, *others)))


def _apart_from(said: frozenset[str], one: Reason) -> Reason:
    """A reason without what stands elsewhere of why it counts: the texts that are none of these."""
    left = [words for words in pieces(one.why) if words not in said]
    return one if len(left) == len(pieces(one.why)) else one.but(why=following(*left))


def in_why(decision: Decision) -> tuple[Reason, ...]:
    """The reasons that stand in this fold."""
    shown = {id(one) for found in elsewhere(decision) for one in found}
    return _once(one for one in decision.reasons if id(one) not in shown)


def _raised(decision: Decision) -> tuple[Raised, ...]:
    said = {one.says for one in in_why(decision)}
    return tuple(one for one in decision.place.raised if one.says not in said)


def _once(found: Iterable[Reason]) -> tuple[Reason, ...]:
    """Reasons that say the same as one, about all the children that they are about."""
    same: dict[str, list[Reason]] = {}
    for one in found:
        same.setdefault(one.says.casefold(), []).append(one)
    return tuple(map(_as_one, same.values()))


def _as_one(same: list[Reason]) -> Reason:
    first, *others = same
    about = tuple(sorted({label for one in same for label in one.about})) if others else first.about
    alone = first.alone or any(one.alone and one.outcome == first.outcome for one in others)
    return first if (about, alone) == (first.about, first.alone) else first.but(about=about, alone=alone)


def _listed(found: Iterable[Reason], causes: Mapping[str, str], more_: Iterable[str] = ()) -> Markup:
    """Reasons, those together that count for the same cause, which is said once: of several below them. `causes`: why
    one counts → what of that is said here."""
    by_cause: dict[str, list[Reason]] = {}
    for one in found:
        by_cause.setdefault(one.why, []).append(one)
    alone = [_reason(same[0], causes[why]) for why, same in by_cause.items() if len(same) == 1]
    plain = [_reason(one) for one in by_cause.get("", ()) if len(by_cause[""]) > 1]
    return join(bullets(*alone, *plain, *more_), *(
        join(bullets(*map(_reason, same)), paragraph(say("result.of_each", what=causes[why])))
        for why, same in by_cause.items() if why and len(same) > 1))


def _reason(one: Reason, why: str = "") -> Markup:
    about = f" ({children(one.about)})" if one.about else ""
    return join(capital(one.says), about, paragraph(why))


def would_change(decision: Decision, packs: Packs) -> Markup:
    """Which single answers would move the result up, and where to look for them; nothing where none would."""
    if not decision.would_change:
        return Markup("")
    any_sign, shown = _to_change(decision, packs)
    lines = tuple(join(one.says, paragraph(say("result.why.then", outcome=packs.national.words[one.to_outcome].name)))
                  for one in shown)
    return join(
        tag("h3", say("result.why.change")),
        paragraph(if_unborn(decision.before_birth, say("result.why.from_records"))),
        _any_sign() if any_sign else "",
        bullets(*lines[:CHANGES_SHOWN]),
        more(counted("result.why.more", len(lines) - CHANGES_SHOWN), bullets(*lines[CHANGES_SHOWN:])),
    )


def _to_change(decision: Decision, packs: Packs) -> tuple[bool, tuple[Change, ...]]:
    """Whether the signs are too many to be named, and the answers that are."""
    ids = {sign.id for sign in packs.signs(decision.home_area)}
    signs = tuple(one for one in decision.would_change if one.id in ids)
    others = tuple(one for one in decision.would_change if one.id not in ids)
    return len(signs) > FEW_SIGNS, others if len(signs) > FEW_SIGNS else (*signs, *others)


def _any_sign() -> Markup:
    """That any sign which is open would change it, with the way to them: a list of all would be the questions again."""
    return paragraph(say("result.why.any_sign"), " ",
                     within(say("result.told.go"), CHECK_PAGE, {"step": "signs"}))


def each_child(case: Case, decision: Decision) -> Markup:
    """How much was said about each child in the home, and who has nothing said about them; nothing for one child."""
    if len(case.children) < 2:
        return Markup("")
    told = {child.label: _told_of(child.label, decision) for child in case.children}
    return join(
        tag("h3", say("result.why.each_child")),
        paragraph(say("result.why.each_child_says")),
        bullets(*(_child_line(label, number, _of_nobody_named(decision)) for label, number in told.items())),
        paragraph(say("result.why.child_not_well")) if not all(told.values()) else "",
    )


def _told_of(label: str, decision: Decision) -> int:
    """How many things were said of one child, with what was said of all of them."""
    return len({reason.says for reason in decision.reasons
                if label in reason.about or reason.kind in OF_ALL}
               | {mark.says for mark in decision.place.marks if label in mark.about})


def _of_nobody_named(decision: Decision) -> int:
    """How many statements and signs were said to be so without a child being named: each may be of any child."""
    return len({one.says for one in decision.reasons if one.kind in OF_SOMEBODY and not one.about}
               | {mark.says for mark in decision.place.marks if not mark.about})


def _child_line(label: str, number: int, unnamed: int) -> str:
    child = capital(children((label,)))
    if not number and unnamed:
        return say(f"result.why.child_unnamed.{'one' if unnamed == 1 else 'many'}", child=child, number=unnamed)
    if not number:
        return say("result.why.child_nothing", child=child)
    return say(f"result.why.child_told.{'one' if number == 1 else 'many'}", child=child, number=number)
