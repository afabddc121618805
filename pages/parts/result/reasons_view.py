"""Why the result is what it is, each reason once, what would change it, and what was told of each child."""
from collections.abc import Iterable

from decision.case import Case
from decision.result import Decision, Reason
from guidance.packs import Packs
from guidance.vocabulary import Citation
from guidance.words import say
from guidance.words.forms import capital, children, counted
from pages.parts.display.markup import Markup, bullets, join, paragraph, strong, tag
from pages.parts.display.pieces import more
from pages.parts.result.links import within
from pages.parts.result.sources_view import places, with_sources
from pages.parts.shell.other_page import CHECK_PAGE

CHANGES_SHOWN = 5
FEW_SIGNS = 3
"""Signs that are open and are named; of more the page of signs is the list."""


def deciding(decision: Decision) -> tuple[Reason, ...]:
    """The reasons that by themselves ask for this outcome."""
    return tuple(reason for reason in decision.reasons if reason.outcome == decision.outcome)


def elsewhere(decision: Decision) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """The reasons that stand on the page already: doubts named above, and duties, which have their own fold."""
    doubts = {item.id for item in decision.settle}
    duties = {duty.id for duty in decision.duties}
    return (tuple(one for one in decision.reasons if one.kind in ("unsure", "sign") and one.id in doubts),
            tuple(one for one in decision.reasons if one.kind == "duty" and one.id in duties))


def reasons(decision: Decision, packs: Packs) -> Markup:
    """The findings that decided the result, then everything else that was weighed; each stands once."""
    doubts, duties = elsewhere(decision)
    shown = {id(one) for one in (*doubts, *duties)}
    here = _once(one for one in decision.reasons if id(one) not in shown)
    leading = tuple(one for one in here if one.outcome == decision.outcome)
    others = tuple(one for one in here if one.outcome != decision.outcome)
    said = {one.says for one in here}
    raised = tuple(one for one in decision.place.raised if one.says not in said)
    return join(
        paragraph("" if decision.reasons else capital(say("result.why.nothing"))),
        paragraph(strong(say("result.why.decided"))) if leading else "",
        with_sources(packs, (*_lines(leading), *((one.says, (one.source,)) for one in raised))),
        _of_doubts(doubts, decision, packs),
        paragraph(counted("result.why.duties", len(duties))) if duties else "",
        more(counted("result.why.weighed", len(others)), with_sources(packs, _lines(others))) if others else "",
    )


def _of_doubts(doubts: tuple[Reason, ...], decision: Decision, packs: Packs) -> Markup:
    """That doubts which stand on the page already decided it, or count too, and what they rest on."""
    if not doubts:
        return Markup("")
    decided = any(one.outcome == decision.outcome for one in doubts)
    number = len(doubts)
    words = counted("result.why.doubts_decided", number) if decided else counted("result.why.doubts", number)
    return join(paragraph(words), places(packs, ((one.source,) for one in doubts)))


def _once(found: Iterable[Reason]) -> tuple[Reason, ...]:
    """Reasons that say the same as one, about all the children that they are about."""
    once: dict[str, Reason] = {}
    for one in found:
        same = once.setdefault(one.says.casefold(), one)
        if same is not one:
            once[one.says.casefold()] = same.but(about=tuple(sorted({*same.about, *one.about})))
    return tuple(once.values())


def _lines(found: tuple[Reason, ...]) -> tuple[tuple[str, tuple[Citation | None, ...]], ...]:
    return tuple((_reason(one), (one.source,)) for one in found)


def _reason(one: Reason) -> Markup:
    about = f" ({children(one.about)})" if one.about else ""
    return join(capital(one.says), about, paragraph(one.why))


def would_change(decision: Decision, packs: Packs) -> Markup:
    """Which single answers would move the result up, and where to look for them; nothing where none would."""
    if not decision.would_change:
        return Markup("")
    ids = {sign.id for sign in packs.signs(decision.home_area)}
    signs = tuple(one for one in decision.would_change if one.id in ids)
    others = tuple(one for one in decision.would_change if one.id not in ids)
    shown = others if len(signs) > FEW_SIGNS else (*signs, *others)
    lines = tuple(join(one.says, paragraph(say("result.why.then", outcome=packs.national.words[one.to_outcome].name)))
                  for one in shown)
    return join(
        tag("h3", say("result.why.change")),
        paragraph(say("result.why.from_records")),
        _any_sign() if len(signs) > FEW_SIGNS else "",
        bullets(*lines[:CHANGES_SHOWN]),
        more(counted("result.why.more", len(lines) - CHANGES_SHOWN), bullets(*lines[CHANGES_SHOWN:])),
        places(packs, ((one.source,) for one in shown)),
    )


def _any_sign() -> Markup:
    """That any sign which is open would change it, with the way to them: a list of all would be the questions again."""
    return paragraph(say("result.why.any_sign"), " ",
                     within(say("result.told.go"), CHECK_PAGE, {"step": "signs"}))


def each_child(case: Case, decision: Decision) -> Markup:
    """How much was said about each child in the home, and who has nothing said about them; nothing for one child."""
    if len(case.children) < 2:
        return Markup("")
    return join(
        tag("h3", say("result.why.each_child")),
        paragraph(say("result.why.each_child_says")),
        bullets(*(_child_line(child.label, decision) for child in case.children)),
    )


def _child_line(label: str, decision: Decision) -> str:
    about = {reason.says for reason in decision.reasons if label in reason.about}
    about |= {mark.says for mark in decision.place.marks if label in mark.about}
    child = capital(children((label,)))
    if not about:
        return say("result.why.child_nothing", child=child)
    return say(f"result.why.child_told.{'one' if len(about) == 1 else 'many'}", child=child, number=len(about))
