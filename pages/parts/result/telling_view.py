"""Agreement to a service, sharing information, and telling each person: three separate things in one fold."""
from collections.abc import Iterable

from decision.result import ConsentStatement, Decision, Telling, TellState
from exports.two_answers import agreement_says
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import all_of, any_of, apart, capital, counted, mid
from pages.parts.display.markup import Markup, bullets, join, paragraph, strong, tag
from pages.parts.display.pieces import more
from pages.parts.result.links import within
from pages.parts.result.sources_view import places
from pages.parts.result.then_behind import agreement_sources, whose_yes
from pages.parts.shell.other_page import CHECK_PAGE

STATE: dict[TellState, str] = {
    "tell": say("result.told.state.tell"), "ask_first": say("result.told.state.ask_first"),
    "not_yet": say("result.told.state.not_yet"),
}
HELD_FIRST: tuple[TellState, ...] = ("not_yet", "ask_first", "tell")
"""The order in which people are named: who is not to be told stands first."""
AGREEMENT = {
    "not_needed": say("result.told.agreement.not_needed"), "have": say("result.told.agreement.have"),
    "ask": say("result.told.agreement.ask"), "refused": say("result.told.agreement.refused"),
    "not_sought": say("result.told.agreement.not_sought"),
}
SHOWN = 2
SHARING = ("sharing", "record", "tool")
SERVICE = ("service", "accommodation", "young_person")


def telling(decision: Decision, packs: Packs, blank: bool = False) -> Markup:
    """The three questions, each under its own heading, so that one answer never stands for another; then the sources.
    Under agreement stands whose yes counts for the help that follows; where nothing was answered (`blank`), none does.
    """
    told = sorted(_alike(decision.telling), key=lambda same: HELD_FIRST.index(same[0].state))
    agreed, shared = _agreement(decision), _sharing(decision)
    beside = frozenset(words for one in agreed for words in (one.from_whom, one.if_refused))
    yes = Markup("") if blank else whose_yes(decision, packs, beside)
    cited = (*((same[0].source,) for same in told), (decision.consent.source,),
             *(agreement_sources(decision, packs) if yes else ()),
             *((one.source, one.national_source) for one in (*agreed, *shared)))
    return join(
        tag("h3", say("result.told.people")) if told else "",
        _before(decision),
        *(people(same, bool(decision.before_telling)) for same in told),
        tag("h3", say("result.told.agreement")),
        _agreement_words(decision, packs), yes,
        bullets(*map(_statement, agreed)),
        tag("h3", say("result.told.sharing")),
        "" if shared else paragraph(say("result.told.no_agreement")),
        bullets(*map(_statement, shared[:SHOWN])),
        more(counted("result.told.more_rules", len(shared) - SHOWN), bullets(*map(_statement, shared[SHOWN:]))),
        tag("h3", say("result.told.record")) if decision.consent.record else "",
        bullets(*decision.consent.record),
        places(packs, cited),
    )


def _before(decision: Decision) -> Markup:
    """That nobody is told on the strength of a result that does not know what must be known first, and the way there.
    """
    if not decision.before_telling:
        return Markup("")
    return paragraph(strong(say("result.told.not_before", what=all_of(decision.before_telling))), " ",
                     within(say("result.told.go"), CHECK_PAGE, {"step": "signs"}))


def people(same: tuple[Telling, ...], open_first: bool = False) -> Markup:
    """Whether to tell somebody, why, how and by whom it is lifted; those of whom the same holds stand together.
    `open_first`: something must be answered before anybody is told. Of whom to tell, first whether that is safe, while
    nobody has said so."""
    one = same[0]
    risk = risk_open(same) if one.state == "tell" else ""
    state = say("result.told.state.open") if open_first and one.state == "tell" else STATE[one.state]
    return tag(
        "div",
        paragraph(strong(f"{apart(capital(other.name) for other in same)}: {state}")),
        paragraph(strong(say("result.told.risk", names=risk)), " ",
                  within(say("result.told.risk_go"), CHECK_PAGE, {"step": "family"})) if risk else "",
        paragraph(one.why),
        paragraph(one.how),
        paragraph(say("result.told.until", who=one.lifted_by)) if one.lifted_by else "",
        class_=f"person {one.state}",
    )


def risk_open(people_: Iterable[Telling]) -> str:
    """Those to tell of whom nobody has said whether that would raise the risk, by name; empty for none."""
    return any_of(dict.fromkeys(mid(one.name or say("telling.whole_family")) for one in people_
                                if one.risk_open and one.state == "tell"))


def _alike(telling: tuple[Telling, ...]) -> tuple[tuple[Telling, ...], ...]:
    """People of whom the same is said, in the order of the decision."""
    groups: dict[tuple[str, ...], list[Telling]] = {}
    for one in telling:
        groups.setdefault((one.state, one.why, one.how, one.lifted_by), []).append(one)
    return tuple(tuple(group) for group in groups.values())


def nobody_held_back(decision: Decision) -> bool:
    """Whether everybody may be told: only then does anything on the page speak of telling or asking the family."""
    return all(one.state == "tell" for one in decision.telling)


def _agreement_words(decision: Decision, packs: Packs) -> Markup:
    """Where the result is help itself, its agreement in the words of the second answer; otherwise that none is needed.
    """
    consent = decision.consent
    of_help = bool(consent.agreement_needed and decision.then)
    return join(paragraph("" if of_help else strong(AGREEMENT[consent.state])),
                paragraph(agreement_says(decision, packs)))


def _agreement(decision: Decision) -> tuple[ConsentStatement, ...]:
    if decision.consent.state not in ("ask", "have", "refused"):
        return ()
    return tuple(one for one in decision.consent.statements if one.about in SERVICE)


def _sharing(decision: Decision) -> tuple[ConsentStatement, ...]:
    wanted = (*SHARING, "telling") if nobody_held_back(decision) else SHARING
    return tuple(one for one in decision.consent.statements if one.about in wanted)


def _statement(one: ConsentStatement) -> Markup:
    """A rule; beside an area's stricter one stands the national one."""
    return join(
        one.says,
        paragraph(say("result.told.from_whom", people=one.from_whom)) if one.from_whom else "",
        paragraph(say("result.told.if_refused", then=one.if_refused)) if one.if_refused else "",
        paragraph(strong(say("result.told.national")), " ", one.national) if one.national else "",
    )
