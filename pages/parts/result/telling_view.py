"""Agreement to a service, sharing information, and telling each person: three separate things in one fold."""
from collections.abc import Iterable, Iterator
from itertools import groupby

from decision.result import ConsentStatement, Decision, Telling, TellState
from exports.two_answers import agreement_says
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import all_of, any_of, apart, capital, counted, following, mid
from pages.parts.display.links import within
from pages.parts.display.markup import Markup, bullets, join, paragraph, strong, tag
from pages.parts.display.pieces import more
from pages.parts.result.once import each_sentence, once
from pages.parts.result.sources_view import places
from pages.parts.result.then_behind import agreement_sources, whose_yes
from pages.parts.shell.other_page import CHECK_PAGE

STATE: dict[TellState, str] = {
    "tell": say("result.told.state.tell"), "ask_first": say("result.told.state.ask_first"),
    "not_yet": say("result.told.state.not_yet"),
}
KNOWS: dict[TellState, str] = {
    "tell": say("result.told.knows.tell"), "ask_first": say("result.told.knows.ask_first"),
    "not_yet": say("result.told.knows.not_yet"),
}
"""What is said of somebody who knows already: no state of theirs is lifted by it."""
HELD_FIRST: tuple[TellState, ...] = ("not_yet", "ask_first", "tell")
"""The order in which people are named: who is not to be told stands first."""
AGREEMENT = {
    "have": say("result.told.agreement.have"), "ask": say("result.told.agreement.ask"),
    "refused": say("result.told.agreement.refused"), "not_sought": say("result.told.agreement.not_sought"),
}
SHOWN = 2
SHARING = ("sharing", "record", "tool")
SERVICE = ("service", "accommodation", "young_person")


def telling(decision: Decision, packs: Packs, blank: bool = False) -> Markup:
    """The three questions, each under its own heading, so that one answer never stands for another; then the sources.
    Under agreement stands whose yes counts for the help that follows; where nothing was answered (`blank`), none does.
    """
    told = tuple(same for state in HELD_FIRST for knows in (False, True) for open_ in (True, False) if (same := tuple(
        one for one in decision.telling
        if one.state == state and one.knows == knows and (state == "tell" and one.risk_open) == open_)))
    beside_stricter = frozenset(one.national for one in decision.consent.statements if one.national)
    agreed, shared = (tuple(one for one in rules if one.says not in beside_stricter)
                      for rules in (_agreement(decision), _sharing(decision)))
    beside = frozenset(words for one in agreed for words in (one.from_whom, one.if_refused))
    yes = Markup("") if blank else whose_yes(decision, packs, beside)
    cited = (*((one.source,) for same in told for one in same), (decision.consent.source,),
             *(agreement_sources(decision, packs) if yes else ()),
             *((one.source, one.national_source) for one in (*agreed, *shared)))
    of_people = tuple(one for one in shared if _said_of_people(one, decision))
    shared = tuple(one for one in shared if one not in of_people)
    of_paths = (words for path in decision.then for words in (path.rule, path.from_whom, path.if_refused))
    lines = _lines((*agreed, *shared), decision, (words for words in of_paths if join(words) in yes))
    of_help, of_sharing = lines[:len(agreed)], lines[len(agreed):]
    return join(
        tag("h3", say("result.told.people")) if told else "",
        _before(decision),
        *(people(same, bool(decision.before_telling)) for same in told),
        *map(_conditions, of_people),
        tag("h3", say("result.told.agreement")),
        _agreement_words(decision, packs), yes,
        bullets(*of_help),
        tag("h3", say("result.told.sharing")),
        "" if shared else paragraph(say("result.told.no_agreement")),
        bullets(*of_sharing[:SHOWN]),
        more(counted("result.told.more_rules", len(shared) - SHOWN), bullets(*of_sharing[SHOWN:])),
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
    """Whether to tell somebody, or more to somebody who knows, why, how and by whom it is lifted; those of whom the
    same is asked stand together, and what holds of some of them alone stands under their names.
    `open_first`: something must be answered before anybody is told. Of whom to tell, first whether that is safe, while
    nobody has said so."""
    kind = same[0].state
    risk = risk_open(same) if kind == "tell" else ""
    usual = (KNOWS if same[0].knows else STATE)[kind]
    waits = say("result.told.state.open") if open_first else say("result.told.state.risk") if risk else usual
    state = waits if kind == "tell" else usual
    return tag(
        "div",
        paragraph(strong(f"{_names(same)}: {state}")),
        paragraph(strong(say("result.told.risk", names=risk)), " ",
                  within(say("result.told.risk_go"), CHECK_PAGE, {"step": "family"})) if risk else "",
        *(paragraph(f"{_names(of)}: " if len(of) < len(same) else "", words) for of, words in _of_each(same)),
        class_=f"person {kind}",
    )


def _names(same: Iterable[Telling]) -> str:
    return apart(dict.fromkeys(capital(one.name) for one in same))


def _of_each(same: tuple[Telling, ...]) -> Iterator[tuple[tuple[Telling, ...], str]]:
    """What is said of these people, each sentence once, with those of whom it is said; then until when."""
    found: dict[str, dict[Telling, None]] = {}
    for one in same:
        for sentence in (*each_sentence(one.why), *each_sentence(one.how)):
            found.setdefault(sentence, {})[one] = None
    for of, run in groupby(found, key=lambda sentence: tuple(found[sentence])):
        yield of, following(*run)
    until: dict[str, list[Telling]] = {}
    for one in same:
        until.setdefault(one.lifted_by, []).append(one)
    yield from ((tuple(of), say("result.told.until", who=who)) for who, of in until.items() if who)


def risk_open(people_: Iterable[Telling]) -> str:
    """Those to tell of whom nobody has said whether that would raise the risk, by name; empty for none."""
    return any_of(dict.fromkeys(mid(one.name or say("telling.whole_family")) for one in people_
                                if one.risk_open and one.state == "tell"))


def nobody_held_back(decision: Decision) -> bool:
    """Whether everybody may be told: only then does anything on the page speak of telling or asking the family."""
    return all(one.state == "tell" for one in decision.telling)


def _agreement_words(decision: Decision, packs: Packs) -> Markup:
    """Where the result is help itself, its agreement in the words of the second answer; otherwise that none is needed.
    """
    consent, says = decision.consent, agreement_says(decision, packs)
    if consent.state == "not_needed":
        return paragraph(strong(says))
    of_help = bool(consent.agreement_needed and decision.then)
    return join(paragraph("" if of_help else strong(AGREEMENT[consent.state])), paragraph(says))


def _agreement(decision: Decision) -> tuple[ConsentStatement, ...]:
    if decision.consent.state not in ("ask", "have", "refused"):
        return ()
    return tuple(one for one in decision.consent.statements if one.about in SERVICE)


def _said_of_people(rule: ConsentStatement, decision: Decision) -> bool:
    """Whether a rule is what is said of each person already."""
    return not rule.national and set(each_sentence(rule.says)) <= {
        sentence for one in decision.telling for words in (one.why, one.how) for sentence in each_sentence(words)}


def _sharing(decision: Decision) -> tuple[ConsentStatement, ...]:
    wanted = (*SHARING, "telling") if nobody_held_back(decision) else SHARING
    return tuple(one for one in decision.consent.statements if one.about in wanted)


def _lines(rules: tuple[ConsentStatement, ...], decision: Decision, before: Iterable[str]) -> tuple[Markup, ...]:
    """A line for each rule, the national one beside the area's stricter one. `before`: what stands above them."""
    national = {rule.says: rule for rule in decision.consent.statements}
    return tuple(_statement(one, national.get(whole.national))
                 for one, whole in zip(_said_once(rules, before), rules, strict=True))


def _said_once(rules: Iterable[ConsentStatement], before: Iterable[str]) -> tuple[ConsentStatement, ...]:
    """Rules without the sentences that stand `before` them or in an earlier one."""
    found, said = tuple(rules), tuple(before)
    texts = once((*said, *(words for one in found for words in (
        one.says, one.from_whom, one.if_refused, one.national))))[len(said):]
    return tuple(one.but(says=says, from_whom=whom, if_refused=refused, national=national)
                 for one, says, whom, refused, national in zip(found, *(texts[n::4] for n in range(4)), strict=True))


def _statement(one: ConsentStatement, beside: ConsentStatement | None) -> Markup:
    """A rule; beside an area's stricter one stands the national one, which then has no line of its own."""
    return join(
        one.says, _conditions(one),
        paragraph(strong(say("result.told.national")), " ", one.national) if one.national else "",
        _conditions(beside) if beside else "",
    )


def _conditions(one: ConsentStatement) -> Markup:
    """Whose agreement a rule asks for, and what a no changes."""
    return join(paragraph(say("result.told.from_whom", people=one.from_whom)) if one.from_whom else "",
                paragraph(say("result.told.if_refused", then=one.if_refused)) if one.if_refused else "")
