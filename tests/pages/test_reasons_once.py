"""What counts as a reason stands once: what is not known leads to it and does not say it again."""
import html
import re
from collections.abc import Iterator

import pytest

from decision.assess import assess
from decision.case import Case, Child, SignAnswer
from decision.result import Decision
from guidance.words import say
from guidance.words.forms import pieces
from pages.parts.result import fold_answers
from pages.parts.result.bearing import as_reasons, bearing, listed_here, what_of
from pages.parts.result.closing_view import unknown
from pages.parts.result.once import each_sentence
from pages.parts.result.reasons_view import reasons
from tests.pages.test_result_worked import packs, worked

pytestmark = pytest.mark.long
PARTS, TAG = re.compile(r"</?(?:p|li|ul|h3|summary|div)\b[^>]*>"), re.compile("<[^>]+>")
FEW = 3
"""Words of a line that is a heading or a link."""


def tried() -> Iterator[tuple[str, Case, Decision]]:
    """Every worked case as it is, with no topic opened, and with every other sign left open; of each area nothing at
    all, one sign alone, and a worry in the user's own words."""
    for name, case, decision in worked():
        yield name, case, decision
        for left in (case.but(asked=()), case.but(signs=dict(list(case.signs.items())[::2]))):
            yield name, left, assess(left, packs(), decision.made_at)
    made_at = worked()[0][2].made_at
    for area in ("", *packs().areas):
        alone = Case(home_area=area, children=(Child(label="A", age_years=8),), danger="no")
        for case in (Case(home_area=area), alone.but(signs={"missing_now": SignAnswer(answer="yes")}),
                     alone.but(other_worry=True, other_worry_note="A stranger waits at the gate")):
            yield f"{area}: hardly anything", case, assess(case, packs(), made_at)


def sentences(markup: str) -> set[str]:
    """The sentences of what is read, without the headings and the links."""
    lines = (html.unescape(TAG.sub("", line)) for line in PARTS.split(markup))
    return {one.strip() for line in lines for one in each_sentence(line) if len(one.split()) > FEW}


def test_a_reason_is_not_said_again_where_it_is_said_what_is_not_known() -> None:
    """In every case: no sentence stands in both, and nothing that was not answered is named in both; what moved is
    counted in the heading and led to."""
    moved = 0
    for name, case, decision in tried():
        here = listed_here(decision, packs())
        why, left = reasons(case, decision, packs()), unknown(decision, packs(), (), here)
        assert not sentences(why) & sentences(left), name
        left_open = " ".join(f"{one.says} {one.why}" for one in decision.reasons if one.kind in ("blank", "sight"))
        for gap in here:
            whats = [what_of(words) for words in pieces(gap.says)] if gap.kind == "unanswered" else []
            assert not any(what and what in left_open for what in whats), (name, gap.says)
        counted = as_reasons(decision, packs())
        moved += len(counted)
        assert (say("result.unknown.see_why") in html.unescape(left)) == bool(counted), name
        assert (say("result.unknown.under_why", number=len(counted)) in fold_answers.unknown(here, counted)) == bool(
            counted), name
        assert fold_answers.unknown(here, counted).casefold() != say("result.unknown.nothing") or not counted, name
    assert moved > 1000


def test_nothing_that_bears_is_lost_between_the_two() -> None:
    """In every case: each gap that is left out where it is said what is not known stands among the reasons, in its own
    words."""
    for name, case, decision in tried():
        why = html.unescape(TAG.sub("", reasons(case, decision, packs())))
        listed, left_out = listed_here(decision, packs()), as_reasons(decision, packs())
        said = {item.id for item in decision.settle} | {one.id for one in decision.reasons}
        for gap in bearing(decision, packs())[0]:
            if gap in left_out:
                assert all((what_of(words) or words) in why for words in pieces(gap.says)), (name, gap.says)
            else:
                assert gap in listed or (gap.kind == "not_known" and gap.id in said), (name, gap.says)
