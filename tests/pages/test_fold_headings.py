"""A heading of a fold names only what stands inside it: every worked case of every pack, and each with the answers that
change when something is due."""
import html
import re
from collections.abc import Iterator
from datetime import datetime

import pytest

from decision.assess import assess
from decision.calls import calls
from decision.case import Case
from decision.hours import local
from decision.result import Deadline, Decision
from guidance.words import say
from guidance.words.forms import capital, weekday_in_year
from pages.parts.result.deadlines_view import deadlines, is_the_talk
from pages.parts.result.duties_view import care_first
from pages.parts.result.duties_view import duties as duties_inside
from pages.parts.result.fold_answers import TIMES, by_when, duties
from tests.decision.build import at
from tests.pages.test_result_worked import packs, worked

pytestmark = pytest.mark.long
ROW = re.compile(r"<li><strong>(.*?)</strong>.*?<p>(.*?)</p></li>", re.DOTALL)


def shown(case: Case, decision: Decision) -> tuple[str, str]:
    """The answer in the heading of *By when*, and all that stands in it."""
    return (by_when(case, decision, packs(), decision.made_at),
            html.unescape(deadlines(case, decision, packs())))


def tried() -> Iterator[tuple[str, Case, Decision]]:
    """Every worked case, and those of a referral with agreement with a refusal and with each answer about the lead."""
    for name, case, decision in worked():
        yield name, case, decision
        if decision.outcome == "refer_with_agreement":
            refused = case.but(family=tuple(one.but(agrees="refuses") for one in case.family))
            others = [refused] + [case.but(practitioner=case.practitioner.but(lead=lead))
                                  for lead in ("yes", "i_am_the_lead", "no_lead", "cannot_reach")]
            for other in others:
                yield name, other, assess(other, packs(), decision.made_at)


def _on(one: Deadline, day: str) -> bool:
    due = local(one.due) if isinstance(one.due, datetime) else one.due
    return due is not None and day in (str(weekday_in_year(due)), *(
        (f"{due:%-I:%M%p}".lower().replace(":00", ""),) if isinstance(due, datetime) else ()))


def test_what_by_when_names_is_a_line_inside() -> None:
    """In every case: now or today is the word of a line, and each thing that is named by a day is a line of that day;
    what is counted at once or late has as many lines."""
    talks, wrong = 0, []
    for name, case, decision in tried():
        heading, inside = shown(case, decision)
        lines = ROW.findall(inside.partition("</ol>")[0])
        rows, says = {row[0] for row in lines}, {row[1] for row in lines}
        own = [one for one in decision.deadlines if one.owner != "the_service"]
        for part in heading.split("; "):
            day, _, what = part.partition(": ")
            if part == capital(say("result.when.none")):
                continue
            if what:
                named = {"talk it through": [one for one in own if is_the_talk(one, packs())],
                         "your next date": [one for one in own if not one.chase],
                         "ask for an answer": [one for one in own if one.chase]}
                day = day.removeprefix("By ").removeprefix("by ")
                talks += "talk it through" in what
                for words in re.split(", | and ", what):
                    if not any(_on(one, day) and one.says in says for one in named[words]):
                        wrong.append((name, part, words))
            elif found := re.match(r"(\d+) (things? at once|times? ha)", part):
                kind = [one for one in own if (one.kind == "at_once" if "once" in found[2] else one.late)]
                if len(kind) < int(found[1]) or not {one.says for one in kind} <= says:
                    wrong.append((name, part, ""))
            elif capital(part) not in rows:
                wrong.append((name, part, ""))
    assert wrong == []
    assert talks > 50


def test_nothing_is_promised_before_the_talk_that_a_refusal_would_make_impossible() -> None:
    """Where a referral waits for a talk and an agreement, no time runs as if it were sent or rung now: the talk is a
    line by its day, and an answer is asked for by none until there is something to answer."""
    found = 0
    for name, case, decision in tried():
        if decision.outcome != "refer_with_agreement" or calls(case):
            continue
        found += 1
        heading, inside = shown(case, decision)
        for one in decision.deadlines:
            if one.start in ("call_made", "sent") and one.starts_at is None:
                assert one.due is None, (name, one.id)
        if not case.events.sent:
            assert "ask for an answer" not in heading, name
            assert "as if you" not in inside, name
            assert "talk it through" in heading, name
    assert found > 50


def test_home_time_of_another_day_is_not_called_today() -> None:
    """A child who leaves early tomorrow: the day stands beside the time wherever it is a limit."""
    case = Case.model_validate({"home_area": "luton", "signs": {"disclosure": {"answer": "not_sure"}},
                                "where_now": {"place": "with_me", "leaves_at": "2026-11-21T07:00:00+00:00"}})
    decision = assess(case, packs(), at("2026-11-20 21:00"))
    assert decision.outcome == "consult_today"
    assert any(one.before for one in decision.routes)
    heading, inside = shown(case, decision)
    assert "Before Saturday 21 November, 7am" in heading
    assert "<strong>Before Saturday 21 November, 7am</strong>" in inside


def test_medical_care_in_the_heading_stands_inside() -> None:
    """In every worked case whose heading of *What else you must do* begins with it."""
    found = 0
    for name, case, decision in worked():
        if care := care_first(decision, packs()):
            found += 1
            assert duties(case, decision, packs()).startswith(care.name), name
            assert care.name in duties_inside(decision, packs()), name
    assert found


TIME = {"at once": "at_once", "first": "first", "today": "today"}


def test_the_word_of_when_is_that_of_the_steps() -> None:
    """In every worked case: what *What else you must do* calls at once or today is a duty all of whose timed steps are
    that, or one that has a time of its own at once; at once comes before today, and no talk with one's own lead is
    called today where the first answer has them told now."""
    counted: dict[str, int] = {}
    for name, case, decision in worked():
        said = duties(case, decision, packs())
        words = re.findall(r"(?:^|; )(at once|first|today): ", said, re.IGNORECASE)
        order = [TIMES.index(TIME[one.casefold()]) for one in words]
        assert order == sorted(order), (name, said)
        if decision.outcome in ("refer_now", "call_999"):
            assert "your lead today" not in said, (name, said)
            assert not re.search("today: [^;]*your lead", said, re.IGNORECASE), (name, said)
        parts = re.split(r"(?:^|; )(at once|first|today): ", said, flags=re.IGNORECASE)
        for word, named in zip(parts[1::2], parts[2::2], strict=True):
            counted[word.casefold()] = counted.get(word.casefold(), 0) + 1
            thing = named.split("; ")[0]
            found = [one for one in decision.duties if thing in (one.in_short, one.name)
                     or thing.casefold() == one.name.casefold()]
            times = [{one.by for one in duty.steps if one.by in ("now", "at once", "today")} for duty in found]
            own = {id_ for duty in found for one in packs().duties(decision.home_area, duty.id)
                   for id_ in one.timescales}
            at_once = any(one.id in own and one.kind == "at_once" for one in decision.deadlines)
            wanted = {"at once": ({"now"}, {"at once"}, {"now", "at once"}), "today": ({"today"},)}
            assert word.casefold() == "first" or (at_once and word.casefold() == "at once") or any(
                one in wanted[word.casefold()] for one in times), (name, said)
    assert set(counted) == {"at once", "first", "today"}
