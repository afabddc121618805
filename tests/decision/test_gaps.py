"""What is not known is a result: each kind of gap, and none where nothing is missing."""
from typing import Any

import pytest

from decision.assess import decide
from decision.case import Case
from decision.known import read
from decision.result import Gap
from guidance.words import say
from guidance.words.forms import mid
from tests.decision.altered import changed, with_areas
from tests.decision.build import AREA, CBC, FRIDAY, FRIDAY_AFTER_HOURS, PACKS, at, made_up_area, result, yes


def gaps(kind: str, now: Any = FRIDAY, packs: Any = PACKS, **fields: Any) -> dict[str, Gap]:
    """The gaps of one kind, by id, or by what they say where they have none."""
    return {gap.id or gap.says: gap for gap in result(now, packs, **fields).gaps if gap.kind == kind}


FULL: dict[str, Any] = {
    "children": [{"label": "A", "age_years": 9}], "where_now": {"place": "home"},
    "source_of_harm": {"kinds": ["nobody"], "access": "no"},
    "family": [{"key": "mother", "relation": "mother", "risk": "no"}],
    "history": {"earlier_concerns": "no"}, "voice": {"words": "I like it here."}, "own_view": "watch",
    "practitioner": {"role": "teacher"}, "sight": {"moves": "no"},
}


def test_nothing_is_called_unanswered_when_everything_was_asked() -> None:
    """A full case has no open question."""
    assert gaps("unanswered", **FULL) == {}


@pytest.mark.parametrize(("left_out", "words"), [
    ("children", "age"), ("where_now", "where the child is"),
    ("family", "family"), ("history", "before"), ("voice", "words"), ("own_view", "view"), ("practitioner", "role"),
])
def test_each_question_that_was_left_out_is_named(left_out: str, words: str) -> None:
    """What is missing is said in words that lead back to the question."""
    found = gaps("unanswered", **{key: value for key, value in FULL.items() if key != left_out})
    assert found
    assert any(words in says for says in found)


def test_who_is_causing_it_is_named_only_where_that_bears_on_the_case() -> None:
    """Not where nothing of harm was said, every sign is a No and no danger; with harm, an open sign or danger not asked
    it is. Nobody who causes it cannot reach the child."""
    without = {key: value for key, value in FULL.items() if key != "source_of_harm"}
    who, reach = say("gap.not_answered", what=say("open.who")), say("gap.not_answered", what=say("open.reach"))
    assert not {who, reach} & set(gaps("unanswered", **without))
    for fields in ({"ticked": ("CBC-4-CHILD-06",)}, {"signs": yes("disclosure")}, {"danger": None},
                   {"answers": {"CBC-4-CHILD-06": "not_sure"}}):
        assert {who, reach} <= set(gaps("unanswered", **without, **fields)), fields
    for kind, missed in (("nobody", False), ("parent_or_carer", True)):
        found = gaps("unanswered", **without, source_of_harm={"kinds": [kind]}, ticked=("CBC-4-CHILD-06",))
        assert (reach in found) == missed
    assert reach in gaps("unanswered", **without, source_of_harm={"kinds": ["parent_or_carer"]})


@pytest.mark.parametrize("area_id", ["", *PACKS.areas])
def test_signs_that_are_open_are_named_by_group_or_in_few_words(area_id: str) -> None:
    """Of every pack: each group that is left open alone, whole by its name, or but for one sign by the others in few
    words; nothing that was answered is named. Where none was answered they are all of them."""
    signs, names = PACKS.signs(area_id), PACKS.national.sign_group
    for group in dict.fromkeys(sign.group for sign in signs):
        of_group = [sign for sign in signs if sign.group == group]
        for left in (of_group, of_group[1:]):
            none = {one: tuple(sign.id for sign in signs if sign.group == one and sign not in left) for one in names}
            case = Case(home_area=area_id, danger="no", signs_none=none)
            says = next(gap.says for gap in decide(read(case, PACKS), FRIDAY).gaps if gap.step == "signs")
            named = says.partition("(not answered: ")[2]
            assert (mid(names[group].name) in named) == (left == of_group), (group, says)
            assert left == of_group or all(mid(sign.in_short) in named for sign in left), (group, says)
            assert not any(mid(names[one].name) in named for one in names if one != group), (group, says)
    blank = decide(read(Case(home_area=area_id), PACKS), FRIDAY).gaps
    assert say("gap.not_answered", what=say("open.signs")) in {gap.says for gap in blank}


def test_signs_and_domains_that_were_not_asked_are_named() -> None:
    """A blank case says so before anything else."""
    decision = decide(read(Case(home_area=CBC), PACKS), FRIDAY)
    first = [gap.says for gap in decision.gaps][:4]
    assert any("danger" in says for says in first)
    assert any("signs" in says for says in first)


def test_a_statement_that_asks_about_a_sign_first_says_so_while_it_is_unanswered() -> None:
    """Self-harm asks about danger to life; once the sign is answered the gap is gone."""
    open_case = Case(home_area=CBC, danger="no", findings=({"id": "CBC-2-CHILD-18"},))  # type: ignore[arg-type]
    first = [gap for gap in decide(read(open_case, PACKS), FRIDAY).gaps if gap.id == "suicide_or_self_harm"]
    assert [gap.kind for gap in first] == ["ask_now"]
    assert "suicide_or_self_harm" not in gaps("ask_now", ticked=("CBC-2-CHILD-18",))


def test_a_factor_asks_about_its_sign_first_too() -> None:
    """Where a family comes from is a circumstance; the sign about FGM is asked first."""
    open_case = Case(home_area=CBC, danger="no", factors={"CBC-FGM-BEFORE-01": "yes"})
    assert "fgm_risk" in {gap.id for gap in decide(read(open_case, PACKS), FRIDAY).gaps}


def test_every_doubt_is_listed_as_not_known() -> None:
    """Not sure and not known, about statements, statuses and signs."""
    found = gaps("not_known", answers={"CBC-2-CHILD-08": "not_known", "CBC-4-CHILD-06": "not_sure",
                                       "CBC-4-PARENT-12": "not_sure"},
                 signs={"disclosure": {"answer": "not_sure", "why": "could_not_find_out"}})
    assert set(found) == {"CBC-2-CHILD-08", "CBC-4-CHILD-06", "CBC-4-PARENT-12", "disclosure"}


def test_a_doubt_about_a_warning_sign_is_listed_too() -> None:
    """Not sure about an entry of a factor list that would ask for something is as open as any other."""
    assert "CBC-FGM-BEFORE-03" in gaps("not_known", factors={"CBC-FGM-BEFORE-03": "not_sure"})


def test_a_fact_that_a_duty_counted_as_met_is_named() -> None:
    """Age, role or basis not known: the duty says what it assumed."""
    found = gaps("duty_fact", signs=yes("fgm_done"), children=[{"label": "A"}])
    assert set(found) == {"fgm_report"}
    assert "counted as met" in found["fgm_report"].says


def test_what_a_duty_cannot_say_is_a_gap() -> None:
    """The document is silent on a number or a time; the gap carries the duty's id."""
    assert {"missing", "CBC-2-CHILD-19"} - set(gaps("silent", ticked=("CBC-2-CHILD-19",))) == {"CBC-2-CHILD-19"}


def test_a_gap_of_the_document_is_shown_where_its_duty_is_met_and_only_there() -> None:
    """Private fostering's missing test is a gap for a privately fostered child."""
    fostered = {"children": [{"label": "A", "age_years": 9, "status": ["privately_fostered"]}]}
    assert "silent_private_fostering" in gaps("silent", **fostered)
    assert "silent_private_fostering" not in gaps("silent")
    assert "silent_no_names" in gaps("silent")


@pytest.mark.parametrize("gap", [gap for gap in AREA.gaps if gap.duties], ids=lambda gap: gap.id)
def test_every_gap_tied_to_a_duty_can_be_reached(gap: Any) -> None:
    """Some answer brings each of them up: no gap is written for nobody."""
    starts = {sign.id for sign in PACKS.signs(CBC) if set(sign.duty) & set(gap.duties)}
    rows = tuple(row.id for row in AREA.indicators if set(row.duty) & set(gap.duties))
    shown = result(signs=yes(*starts, basis="seen"), ticked=rows,
                   children=[{"label": "A", "status": ["privately_fostered"]}]).gaps
    assert gap.id in {item.id for item in shown}


def test_our_reading_and_a_row_that_stands_elsewhere_are_gaps() -> None:
    """Where the document gives no number, or contradicts itself, the result says what we did."""
    ours = gaps("our_reading", ticked=("CBC-3-FAMILY-05",))
    assert set(ours) == {"2", "3"}
    assert all(gap.says.endswith(say("reading.ours")) for gap in ours.values())
    moved = set(gaps("contradictory", ticked=("CBC-2-CHILD-23", "CBC-2-CHILD-08"))) & set(AREA.indicator)
    assert moved == {"CBC-2-CHILD-23"}


def test_a_suspect_number_is_a_gap_where_its_contact_is_to_be_rung() -> None:
    """Out of hours the duty team's misprint is said; in hours nobody needs to know."""
    found = gaps("suspect_number", FRIDAY_AFTER_HOURS, signs=yes("disclosure"))
    assert set(found) == {"emergency_duty_team"}
    assert "0300 330 8123" in found["emergency_duty_team"].says
    assert gaps("suspect_number", signs=yes("disclosure")) == {}


def test_a_source_that_was_replaced_is_named_with_its_successor() -> None:
    """Working Together 2018 is cited by the document and has been replaced."""
    found = gaps("out_of_date")
    assert "cbc_wt_2018" in found
    successor = PACKS.sources[PACKS.sources["cbc_wt_2018"].superseded_by]
    assert successor.title in found["cbc_wt_2018"].says


def test_a_pack_past_its_review_date_works_and_says_so() -> None:
    """The day after its date it is due, on the day it is not."""
    assert gaps("past_review", at("2027-05-21 23:00")) == {}
    late = result(at("2027-05-22 00:30"), signs=yes("disclosure"))
    assert late.outcome == "refer_now"
    assert [gap.kind for gap in late.gaps].count("past_review") == 1


def test_without_a_pack_that_is_the_gap_and_nothing_of_another_area_is_said() -> None:
    """Levels, forms and numbers are not known there."""
    assert gaps("no_pack", home_area="elsewhere")
    assert gaps("silent", home_area="elsewhere") == {}
    assert gaps("out_of_date", home_area="elsewhere") == {}


def test_bank_holidays_that_are_not_known_are_a_gap_where_a_date_is_missing() -> None:
    """In 2029 the next working day cannot be computed and the result says why."""
    assert "talk_next_day" in gaps("calendar", at("2029-03-01 10:00"), ticked=("CBC-3-FAMILY-05",))
    assert gaps("calendar", ticked=("CBC-3-FAMILY-05",)) == {}


def test_a_gap_without_a_duty_is_always_shown() -> None:
    """What the document leaves out for everybody is said at every result."""
    plain = {gap.id for gap in AREA.gaps if not gap.duties}
    assert plain <= {gap.id for gap in result().gaps}
    one = with_areas(PACKS, made_up_area(gaps=(changed(AREA.gaps[0], id="only"),)))
    assert {"only"} == set(gaps("silent", packs=one, home_area="made_up"))


READINGS = [(area.id, level.id) for area in PACKS.areas.values() for level in area.levels
            if level.reading and level.reading.ours]


@pytest.mark.parametrize(("area_id", "level_id"), READINGS)
def test_a_reading_that_is_marked_as_ours_leaves_it_to_the_app_to_say_so(area_id: str, level_id: str) -> None:
    """The app says it once of each; a pack that said it too would have it twice."""
    reading = PACKS.areas[area_id].level[level_id].reading
    assert reading
    assert "our reading" not in reading.says.lower()
    assert say("reading.ours") not in reading.says


def test_of_a_domain_asked_in_part_nothing_that_is_so_is_called_not_opened() -> None:
    """Three topics of which nothing is so are named, and the others counted: nobody reads a list of all there is."""
    found = next(gap for gap in gaps("unanswered", asked=(), ticked=("CBC-2-CHILD-04",)).values()
                 if "not opened" in gap.says)
    named = found.says.partition("not opened: ")[2]
    about = next(row.topics for row in PACKS.areas[CBC].indicators if row.id == "CBC-2-CHILD-04")
    assert not [topic for topic in about if PACKS.national.topic[topic].name in named]
    assert named.count(";") == 3
    assert set(found.topics) >= set(about), "they can still be answered where they stand"


@pytest.mark.parametrize("more", [
    {}, {"danger": "yes"}, {"signs": {"strangulation": {"answer": "yes"}}},
    {"signs": {"disclosure": {"answer": "yes"}}},
    {"signs": {"disclosure": {"answer": "not_sure"}}}, {"own_view": "refer_now"}, {"own_view": "talk_to_lead"}])
def test_whether_harm_could_come_before_is_asked_first_where_it_decides(more: dict[str, Any]) -> None:
    """Of a worry in one's own words: only where an answer changes the outcome is it said to decide how soon to act.
    Otherwise it stays among what was not answered."""
    for area_id in PACKS.areas:
        made = {"home_area": area_id, "other_worry": True, "children": ({"label": "A"},)} | more
        yes_, no_, left = (decide(read(Case.model_validate(made | {"harm_before_next": said}), PACKS), FRIDAY)
                         for said in ("yes", "no", None))
        kinds = {gap.kind for gap in left.gaps if gap.id == "harm_before_next"}
        assert kinds == {"ask_now" if yes_.outcome != no_.outcome else "unanswered"}, area_id
