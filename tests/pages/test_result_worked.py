"""Rules of the result page that hold for whatever the engine says: every worked case of every pack, decided once."""
import html
import re
from functools import cache

import pytest

from decision.assess import assess
from decision.case import Case
from decision.headline import in_short
from decision.result import Decision
from decision.settled import open_doubts
from decision.urgency import urgency
from decision.worked import expand
from exports.documents import DOCUMENTS
from guidance.load import load_packs
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import capital, pieces
from pages.parts.result import fold_answers
from pages.parts.result.bearing import OPEN, bearing, listed_here, open_answers, rests_on, what_of
from pages.parts.result.closing_view import unknown
from pages.parts.result.result_folds import folds
from pages.parts.result.instructions import instructions
from pages.parts.result.reasons_view import reasons
from pages.parts.result.now_view import AROUND, NOW, arranged, at_once, now_section
from pages.parts.result.settle_view import doubts_section
from pages.parts.result.telling_view import risk_open
from pages.parts.result.then_view import then_section
from pages.parts.result.ways_view import due
from pages.parts.visit.which_paper import leads_to

pytestmark = pytest.mark.long
FOLDED = re.compile(r"<details.*?</details>", re.DOTALL)
ANSWER = re.compile(r'<details class="fold" id="fold-(\w+)".*?<span class="fold-answer">(.*?)</span>')
TOLD_ELSEWHERE = ("duty", "own_view", "blank")
"""Reasons whose words are the name of a duty or of an open page: they are said as that, where it is asked for."""


@cache
def packs() -> Packs:
    """The real packs."""
    return load_packs()


@cache
def worked() -> tuple[tuple[str, Case, Decision], ...]:
    """Name, case and decision of every worked case of every pack, at its own time."""
    found = []
    for pack_id, pack in (("national", packs().national), *packs().areas.items()):
        for raw in pack.cases:
            one = expand(raw, "" if pack_id == "national" else pack_id, packs())
            found.append((f"{pack_id}: {one.name}", one.case, assess(one.case, packs(), one.on)))
    return tuple(found)


def in_sight(case: Case, decision: Decision) -> str:
    """The first section without what is folded away, its signs as one reads them."""
    return html.unescape(FOLDED.sub("", now_section(case, decision, packs(), decision.made_at)))


def test_no_headline_of_a_worked_case_is_longer_than_six_words_and_none_of_it_is_lost() -> None:
    """What a headline says beyond six words, or the duty that leads, stands beneath them."""
    for name, case, decision in worked():
        short, rest = in_short(decision, packs())
        assert 0 < len(short.split()) <= 6, (name, short)
        assert f">{rest}<" in in_sight(case, decision) or rest == "", name


def test_every_call_of_now_stands_outside_the_fold() -> None:
    """In every worked case: whoever is rung or told now is in sight, with the number or in words."""
    for name, case, decision in worked():
        seen = in_sight(case, decision)
        for route in decision.routes:
            if route.kind in ("emergency", "police", "ring_now", "tell_too"):
                said = route.dial or route.web or route.says
                assert said in seen, (name, route.name)


def test_what_a_duty_asks_at_once_is_in_sight() -> None:
    """In every worked case: such as the police for a child who is missing, before any fold is opened."""
    found = 0
    for name, case, decision in worked():
        seen = in_sight(case, decision)
        for one in at_once(decision, packs()):
            found += 1
            assert one.says in seen, name
    assert found


def test_that_nobodys_agreement_is_needed_stands_by_the_number_wherever_there_is_one() -> None:
    """In every worked case with a number, and that nobody is asked first from a talk today up."""
    for name, case, decision in worked():
        seen = in_sight(case, decision)
        if any(route.dial for route in decision.routes):
            assert "You need nobody's agreement to ring." in seen, name
        if urgency(decision.outcome) >= urgency("consult_today"):
            assert "Do not go and ask first." in seen, name


def test_the_first_number_is_the_first_that_can_be_dialled() -> None:
    """The order is the decision's; what comes before the number is said before it."""
    for name, _, decision in worked():
        waits = urgency(decision.outcome) < urgency("consult_today")
        before, call, after = arranged(decision.routes, waits)
        assert not (waits and call and call.kind == "police"), name
        assert sorted((*before, *((call,) if call else ()), *after), key=decision.routes.index) == [
            *decision.routes], name
        assert call or not any(one.dial and one.kind not in AROUND for one in before), name
        earlier = decision.routes[:decision.routes.index(call)] if call else ()
        assert not any(one.dial and one.kind in NOW and not (waits and one.kind == "police") for one in earlier), name
        if urgency(decision.outcome) >= urgency("consult_today") and call and call.kind == "advice":
            assert not any(one.dial and one.kind in NOW for one in decision.routes), name


def test_where_the_help_was_refused_the_button_makes_no_paper_that_needs_a_yes() -> None:
    """In every worked case in which the agreement that the help needs was refused."""
    refused = [(name, decision) for name, _, decision in worked() if decision.then and (
        decision.then[0].agreement == "refused")]
    assert refused
    made = {name: leads_to(decision) for name, decision in refused}
    assert [name for name, paper in made.items() if paper and DOCUMENTS[paper].audience == "family"] == []


def test_then_and_the_button_name_the_same_paper() -> None:
    """In every worked case: where the button makes a paper, *Then* names that one in sight, and says nowhere that no
    form is needed; where it names none, *Then* names none. A call that is made now comes before it."""
    made = 0
    for name, case, decision in worked():
        shown, button = html.unescape(then_section(case, decision, packs())), due(decision)
        said = re.findall(r"On paper(?:, [^:<]*)?: the ([^.<]*?)(, after the call)?\.", shown.partition("<details")[0])
        wanted = re.findall("^Make the (.*)$", button)
        if not decision.then or button == say("result.papers"):
            assert said == [], name
            continue
        made += 1
        assert [paper for paper, _ in said] == wanted, name
        assert "No form is needed" not in shown, name
        referral = wanted == ["referral"] and decision.outcome in ("refer_now", "call_999") and not decision.after_call
        assert bool(said[0][1]) == referral, name
    assert made


def test_what_is_for_advice_is_said_once_of_a_call() -> None:
    """In every worked case: the kind of call and the words about it do not both begin with it."""
    for name, _, decision in worked():
        for one in decision.routes:
            assert not (one.kind == "advice" and one.says.startswith("For advice")), name


def whole_page(case: Case, decision: Decision) -> str:
    """All that the result says beside the drawing, folds included."""
    return html.unescape("".join((
        now_section(case, decision, packs(), decision.made_at), then_section(case, decision, packs()),
        doubts_section(case, decision, packs()), folds(case, decision, packs(), (), decision.made_at))))


def test_no_reason_stands_twice_on_the_page() -> None:
    """In every worked case: the sentence of a reason is read once, and it is read."""
    wrong = []
    for name, case, decision in worked():
        page, forms = whole_page(case, decision).casefold(), {item.id for item in open_doubts(decision)}
        for says in {one.says.casefold() for one in decision.reasons
                     if one.kind not in TOLD_ELSEWHERE and one.id not in forms}:
            around = [(before, after) for before in (">", "</strong> ") for after in ("<", " (")]
            if sum(page.count(f"{before}{says}{after}") for before, after in around) != 1:
                wrong.append((name, says))
    assert wrong == []


def test_a_gap_is_on_the_page_or_on_the_page_of_sources() -> None:
    """In every worked case: what does not bear on it is one of the document's own and stands on the page of sources, to
    which there is one way; no open answer, misprint, reading or duty of the case is among it. Only open answers are in
    neither, and never one that may bear."""
    more = say("result.unknown.more")
    for name, _, decision in worked():
        here, others = bearing(decision, packs())
        area = packs().area(decision.home_area)
        assert {gap.says for gap in (*here, *others)} == {gap.says for gap in decision.gaps if gap.bears}, name
        assert all(gap.bears or gap.kind == "unanswered" for gap in decision.gaps), name
        own = {gap.says for gap in area.gaps} if area else set()
        assert all(gap.says in own or gap.kind == "out_of_date" for gap in others), name
        assert left_open(decision).count(f">{more}</a>") == 1, name


def left_open(decision: Decision) -> str:
    """The fold of what is not known, where no topic is chosen."""
    return unknown(decision, packs(), (), listed_here(decision, packs()))


def test_the_fold_lists_what_bears_on_the_case_and_its_heading_counts_no_more() -> None:
    """In every worked case: a note on the document is of a duty that is met, of a number, or of a passage or source
    that what was found rests on; and so many are in the heading as the fold lists."""
    for name, _, decision in worked():
        area = packs().area(decision.home_area)
        of_area = {gap.id: gap for gap in area.gaps} if area else {}
        met, cited = {duty.id for duty in decision.duties}, rests_on(decision)
        inside, heading = html.unescape(left_open(decision)), fold_answers.unknown(listed_here(decision, packs()))
        for gap in of_area.values():
            bears = (met & set(gap.duties) or gap.lacks or gap.source in cited
                     or gap.source.source in {one.source for one in cited} - {area.document if area else ""})
            assert bears or f"<li>{gap.says}</li>" not in inside, (name, gap.id)
        notes = [gap for gap in listed_here(decision, packs()) if gap.kind not in (*OPEN, "no_pack", "suspect_number")]
        counted_ = re.search(r"(\d+) notes? on the document", heading)
        assert int(counted_[1]) == len(notes) if counted_ else not notes or heading.count(",") + heading.count(
            " and ") > 0, (name, heading)
        answers = re.search(r"(\d+) open answers?", heading)
        assert (int(answers[1]) if answers else 0) == len(open_answers(listed_here(decision, packs()))), name


def test_every_gap_that_bears_is_said() -> None:
    """In every worked case: in the fold, or among the doubts and reasons that stand on the page already. What was not
    answered on one page stands in one line, each by its words."""
    for name, case, decision in worked():
        seen = html.unescape(left_open(decision) + reasons(case, decision, packs()))
        said = {item.id for item in decision.settle} | {one.id for one in decision.reasons}
        for gap in bearing(decision, packs())[0]:
            whole = all((what_of(words) or words) in seen for words in pieces(gap.says))
            assert whole or (gap.kind == "not_known" and gap.id in said), (name, gap.says)


REFERS = re.compile(r"\b(make a referral|want to refer)\b")


def test_a_script_asks_for_what_the_outcome_asks_for() -> None:
    """In every worked case: nobody who is to talk it through, or to offer early help, reads that they want to refer;
    where harm is to be referred they do."""
    for name, _, decision in worked():
        script = " ".join(decision.say)
        if decision.outcome in ("universal", "early_help", "consult", "consult_today"):
            assert not REFERS.search(script), name
    refers = [REFERS.search(" ".join(decision.say)) for _, _, decision in worked() if decision.outcome == "refer_now"]
    assert any(refers)


def test_a_fold_is_never_calmer_than_what_stands_inside() -> None:
    """In every worked case: whoever is not to be told yet, of whom it is not known if telling is safe, whatever is late
    or due at once, a misprint and a duty that asks for a talk today are in the answers in the headings."""
    for name, case, decision in worked():
        page = html.unescape(folds(case, decision, packs(), (), decision.made_at))
        answers = dict(ANSWER.findall(page))
        held = [one for one in decision.telling if one.state != "tell"]
        assert all(one.name.casefold() in answers["told"].casefold() for one in held), name
        risk = risk_open(decision.telling)
        assert not risk or decision.before_telling or f"is it safe to tell {risk}?" in answers["told"], name
        sure = not held and bool(decision.telling) and not decision.before_telling and not risk
        assert ("nobody is held back" in answers["told"]) == sure, name
        assert not decision.before_telling or "tell: " not in answers["told"].casefold(), name
        if any(one.late and one.owner != "the_service" for one in decision.deadlines):
            assert "passed" in answers["when"], name
        if any(one.kind == "at_once" for one in at_once(decision, packs())):
            assert "at once" in answers["when"], name
        if any(gap.kind == "suspect_number" for gap in decision.gaps):
            assert "misprinted number" in answers["unknown"], name
        if any(gap.kind == "ask_now" for gap in decision.gaps):
            assert "answer the question above first" in answers["unknown"].casefold(), name
        for duty in decision.duties:
            if not duty.doubted and duty.at_least and urgency(duty.at_least) >= urgency("consult_today"):
                said = answers["duties"].casefold()
                told_now = urgency(decision.outcome) > urgency("consult_today") and "your lead" in duty.in_short
                assert (duty.name if told_now else duty.in_short or duty.name).casefold() in said, name
                assert said.removeprefix("urgent medical care; ").startswith(("at once: ", "first: ", "today: ")), name
        asked = bool(decision.duties or instructions(decision, packs()))
        assert asked != (answers["duties"] == capital(say("result.duties.none"))), name
