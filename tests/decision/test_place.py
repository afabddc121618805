"""Where findings lie: distinct concerns, the area's own reading rule, raises, and nothing that adds up points."""
from typing import Any

import pytest

from decision.case import Case
from decision.known import read
from decision.place import letter, place_findings
from decision.result import Place
from guidance.packs import AreaPack
from tests.decision.altered import changed
from tests.decision.build import AREA, PACKS, known, level, made_up_area, result, with_made_up

TEN_AT_TWO = tuple(f"CBC-2-CHILD-{n:02}" for n in (1, 2, 7, 8, 9, 10, 11, 12, 17, 22))


def placed(*ticked: str, **fields: Any) -> Place:
    """Where these statements lie in Central Bedfordshire, for a child of ten unless said otherwise."""
    return place_findings(known(ticked=ticked, **{"children": [{"label": "A", "age_years": 10}], **fields}))


def with_sub_levels() -> AreaPack:
    """An unnumbered first tier and levels 2a, 2b, 3 and 4, with the same statements spread over them."""
    levels = (level("everybody", "universal"), level("2a", "early_help", 1), level("2b", "early_help", 2),
              level("3", "refer_with_agreement", 2), level("4", "refer_now", 2, acting=True))
    spread = {"1": "everybody", "2": "2a", "3": "3", "4": "4"}
    rows = tuple(changed(row, level=spread[row.level], stands_at=spread.get(row.stands_at, ""))
                 for row in AREA.indicators)
    rows = tuple(changed(row, level="2b") if row.id in ("CBC-2-FAMILY-03", "CBC-2-FAMILY-04") else row for row in rows)
    return made_up_area(levels=levels, indicators=rows, raises=AREA.raises)


def made_up(*ticked: str, **fields: Any) -> Place:
    """Where these statements lie in the area with sub-levels."""
    packs = with_made_up(**{name: getattr(with_sub_levels(), name) for name in ("levels", "indicators", "raises")})
    made = Case.model_validate({"home_area": "made_up", "findings": [{"id": id_} for id_ in ticked], **fields})
    return place_findings(read(made, packs))


def test_nothing_ticked_lies_nowhere() -> None:
    """Without findings no level is supported, and the words say so."""
    nowhere = placed()
    assert (nowhere.supported, nowhere.highest, nowhere.marks) == ("", "", ())
    assert nowhere.says


def test_ten_worries_at_level_2_are_still_level_2() -> None:
    """The reading is not mechanical: many findings at one level never add up to the next one."""
    where = placed(*TEN_AT_TWO, children=[{"label": "A", "age_years": 9}])
    assert (where.supported, where.highest) == ("2", "2")
    assert len(where.marks) == len(TEN_AT_TWO)


def test_rows_of_one_concern_count_once() -> None:
    """Two rows about housing, at Levels 2 and 3, are one concern at the higher level."""
    assert (placed("CBC-2-FAMILY-03", "CBC-3-FAMILY-05").supported, placed("CBC-3-FAMILY-05").supported) == ("2", "2")
    assert placed("CBC-3-CHILD-09", "CBC-3-FAMILY-05").supported == "3"


def test_a_concern_at_a_higher_level_counts_towards_the_lower_one() -> None:
    """The reading rule asks for concerns at that level or above."""
    where = placed("CBC-4-FAMILY-02", "CBC-3-FAMILY-05")
    assert (where.supported, where.highest) == ("3", "4")


def test_one_statement_of_significant_harm_supports_the_acting_level() -> None:
    """At the level for significant harm one such statement is enough, and a need is not."""
    assert placed("CBC-4-CHILD-06").supported == "4"
    assert placed("CBC-4-FAMILY-02").supported == "2"


def test_significant_harm_counts_by_itself_only_at_the_acting_level() -> None:
    """The mark on a row has no effect where the row stands lower."""
    rows = tuple(changed(row, harm="significant") if row.id == "CBC-2-CHILD-08" else row for row in AREA.indicators)
    made = Case.model_validate({"home_area": "made_up", "findings": [{"id": "CBC-2-CHILD-08"}]})
    assert place_findings(read(made, with_made_up(indicators=rows))).supported == "2"


def test_circumstances_strengths_and_statuses_lie_beside_the_windscreen() -> None:
    """They are shown, and never marked, counted or raised."""
    where = placed("CBC-2-DEF-04", "CBC-3-CHILD-12", "CBC-RES-IND-01", "CBC-HBA-TRIGGER-05")

    assert where.marks == ()
    assert (where.supported, where.highest, where.raised) == ("", "", ())
    assert {item.id for item in where.context} == {"CBC-2-DEF-04", "CBC-HBA-TRIGGER-05"}
    assert {item.id for item in where.strengths} == {"CBC-RES-IND-01"}


def test_a_circumstance_leaves_the_place_of_the_worries_as_it_was() -> None:
    """Disability, young parents or poverty beside two worries change neither level nor raise."""
    alone = placed("CBC-2-CHILD-08", "CBC-2-CHILD-09")
    beside = placed("CBC-2-CHILD-08", "CBC-2-CHILD-09", "CBC-2-DEF-04", "CBC-3-PARENT-08", "CBC-3-FAMILY-08")
    assert (alone.supported, alone.highest, alone.raised) == (beside.supported, beside.highest, beside.raised)


def test_a_doubt_is_marked_and_not_counted() -> None:
    """A statement answered not sure or not known has its mark and supports nothing."""
    where = placed(answers={"CBC-4-CHILD-06": "not_sure", "CBC-2-CHILD-08": "not_known"})
    assert [(mark.id, mark.state) for mark in where.marks] == [
        ("CBC-2-CHILD-08", "not_known"), ("CBC-4-CHILD-06", "not_sure")]
    assert where.supported == where.highest == ""


@pytest.mark.parametrize(("kind", "fields"), [
    ("help_without_change", {"history": {"help_tried": "yes", "changed": "some"}}),
    ("history", {"history": {"earlier_concerns": "yes"}}),
    ("getting_worse", {"history": {"getting_worse": "yes"}}),
    ("no_protective_factor", {"no_protective_factor": True}),
])
def test_each_thing_that_matters_beyond_the_count_lifts_the_highest_level_only(kind: str, fields: Any) -> None:
    """A raise moves `highest` one level up, leaves `supported`, and names the document's reason."""
    where = placed("CBC-2-CHILD-08", "CBC-2-CHILD-09", **fields)
    assert (where.supported, where.highest) == ("2", "3")
    assert [item.kind for item in where.raised] == [kind]
    assert where.raised[0].source.source == AREA.document


@pytest.mark.parametrize("fields", [
    {"history": {"help_tried": "yes", "changed": "yes"}}, {"history": {"help_tried": "yes", "changed": "not_known"}},
    {"history": {"help_tried": "no", "changed": "no"}}, {"history": {"earlier_concerns": "not_known"}},
    {"history": {"getting_worse": "no"}}, {"no_protective_factor": False}, {},
])
def test_nothing_is_raised_without_the_documents_reason(fields: Any) -> None:
    """Help that works, or a question not answered, lifts nothing."""
    assert placed("CBC-2-CHILD-08", "CBC-2-CHILD-09", **fields).raised == ()


def test_a_raise_needs_two_concerns() -> None:
    """One worry, however bad its history, stays where it is."""
    history = {"help_tried": "yes", "changed": "no", "earlier_concerns": "yes", "getting_worse": "yes"}
    where = placed("CBC-2-CHILD-08", history=history, no_protective_factor=True)
    assert (where.highest, where.raised) == ("2", ())


def test_there_is_one_raise_however_many_reasons_there_are() -> None:
    """Five reasons lift by one level, like one."""
    history = {"help_tried": "yes", "changed": "no", "earlier_concerns": "yes", "getting_worse": "yes"}
    where = placed("CBC-2-CHILD-09", "CBC-2-PARENT-04", "CBC-2-FAMILY-03", history=history, no_protective_factor=True)
    assert (where.supported, where.highest, len(where.raised)) == ("2", "3", 1)


def test_a_raise_starts_from_the_level_that_two_concerns_reach() -> None:
    """With one concern at Level 4 and two at Level 2 a raise adds nothing to the highest level."""
    where = placed("CBC-2-CHILD-08", "CBC-4-FAMILY-02", history={"getting_worse": "yes"})
    assert (where.supported, where.highest) == ("2", "4")


def test_no_raise_leads_beyond_the_last_level() -> None:
    """At the highest level there is nowhere to go."""
    where = placed("CBC-4-CHILD-06", "CBC-4-CHILD-04", history={"getting_worse": "yes"})
    assert (where.supported, where.highest) == ("4", "4")


def test_three_domains_are_domains_of_the_child_s_life() -> None:
    """Three rings with worries raise; whole-case rows are no ring of their own."""
    assert placed("CBC-2-CHILD-09", "CBC-2-PARENT-04", "CBC-2-FAMILY-03").raised[0].kind == "three_domains"
    older = [{"label": "A", "age_years": 9}]
    assert placed("CBC-2-CHILD-09", "CBC-2-PARENT-04", "CBC-2-DEF-02", children=older).raised == ()


@pytest.mark.parametrize(("children", "raised"), [
    ([{"label": "A", "age_years": 4}], True), ([{"label": "A", "age_years": 5}], False),
    ([{"label": "A", "age_months": 59}], True), ([{"label": "A", "not_born": True}], True), ([{"label": "A"}], True),
    ([{"label": "A", "age_years": 9}, {"label": "B", "age_years": 1}], True),
])
def test_a_young_child_is_one_under_the_documents_age_or_of_unknown_age(children: Any, raised: bool) -> None:
    """Under five, unborn or not known raises where the worry is about care; five and over does not."""
    where = placed("CBC-2-CHILD-04", "CBC-2-CHILD-08", children=children)
    assert ([item.kind for item in where.raised] == ["young_child"]) is raised


def test_a_young_childs_worry_must_be_about_care_or_safety() -> None:
    """Two worries about friends and lateness are not what the document means by a young child's risk."""
    assert placed("CBC-2-CHILD-08", "CBC-2-CHILD-09", children=[{"label": "A", "age_years": 2}]).raised == ()


def test_a_case_without_any_child_entered_is_not_calmer_than_one_with_a_child_of_unknown_age() -> None:
    """Nobody has said how old the child is in either case, so both are read in the same way."""
    unknown_age = placed("CBC-2-CHILD-04", "CBC-2-CHILD-08", children=[{"label": "A"}])
    nobody_entered = placed("CBC-2-CHILD-04", "CBC-2-CHILD-08", children=[])
    assert nobody_entered.highest == unknown_age.highest


def test_marks_are_in_order_of_level_and_ring_with_small_letters() -> None:
    """The calmest level comes first, within it the child, the parents, the family, the world outside."""
    where = placed("CBC-4-CHILD-06", "CBC-2-FAMILY-03", "CBC-2-PARENT-04", "CBC-2-CHILD-08", "CBC-2-CHILD-19")
    assert [mark.id for mark in where.marks] == [
        "CBC-2-CHILD-08", "CBC-2-PARENT-04", "CBC-2-FAMILY-03", "CBC-2-CHILD-19", "CBC-4-CHILD-06"]
    assert [mark.letter for mark in where.marks] == ["a", "b", "c", "d", "e"]


def test_a_mark_says_where_the_row_is_printed_if_it_stands_elsewhere() -> None:
    """A row that stands higher than print carries the printed level and the pack's reason."""
    moved, plain = (placed(id_).marks[0] for id_ in ("CBC-2-CHILD-23", "CBC-2-CHILD-08"))
    assert (moved.level, moved.printed_level) == ("4", "2")
    assert moved.note
    assert (plain.level, plain.printed_level) == ("2", "")


def test_a_mark_carries_whom_it_is_about_and_how_it_is_known() -> None:
    """The letter of the child and the basis come with the mark; note and words do not."""
    finding = {"id": "CBC-2-CHILD-08", "about": ["A"], "basis": "seen", "note": "at break"}
    mark = place_findings(known(children=[{"label": "A"}], findings=[finding])).marks[0]
    assert (mark.about, mark.basis) == (("A",), "seen")
    assert "at break" not in mark.model_dump_json()


def test_our_own_reading_is_said_to_be_ours() -> None:
    """The document gives no number, so the reading that was applied is marked as ours."""
    applied = placed("CBC-3-FAMILY-05").reading
    assert [item.level for item in applied] == ["2", "3"]
    assert all(item.ours for item in applied)


@pytest.mark.parametrize(("number", "letters"), [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (701, "zz"),
                                                 (702, "aaa")])
def test_marks_never_run_out_of_letters(number: int, letters: str) -> None:
    """After z comes aa, as in a spreadsheet."""
    assert letter(number) == letters


def test_sub_levels_and_an_unnumbered_first_tier_are_read_like_any_others() -> None:
    """With levels everybody, 2a, 2b, 3 and 4 the order counts, not the number in the name."""
    one, two, both = made_up("CBC-2-FAMILY-03"), made_up("CBC-2-FAMILY-03", "CBC-2-FAMILY-04"), made_up(
        "CBC-2-CHILD-08", "CBC-2-FAMILY-03")

    assert one.levels == ("everybody", "2a", "2b", "3", "4")
    assert (one.supported, one.highest) == ("2a", "2b")
    assert (two.supported, two.supported_order) == ("2b", 3)
    assert (both.supported, both.highest) == ("2a", "2b")


def test_a_raise_in_an_area_with_sub_levels_is_one_of_its_own_levels() -> None:
    """One level up from 2a is 2b."""
    where = made_up("CBC-2-CHILD-08", "CBC-2-CHILD-09", history={"getting_worse": "yes"})
    assert (where.supported, where.highest, where.raised[0].to_level) == ("2a", "2b", "2b")


def test_an_area_without_levels_has_no_windscreen() -> None:
    """Nothing is invented: no levels, no marks, but strengths and circumstances are still shown."""
    rows = tuple(changed(row, level="", stands_at="") for row in AREA.indicators)
    packs = with_made_up(levels=(), raises=(), indicators=rows)
    made = Case.model_validate({"home_area": "made_up", "findings": [{"id": "CBC-2-DEF-04"}],
                                "factors": {"CBC-RES-IND-01": "yes"}})
    where = place_findings(read(made, packs))
    assert (where.levels, where.marks, where.supported) == ((), (), "")
    assert [item.id for item in where.strengths] == ["CBC-RES-IND-01"]


def test_rows_of_another_scale_never_lie_on_the_windscreen() -> None:
    """A row of an exploitation grid is read in its own tool and counts for no level."""
    rows = tuple(changed(row, scale="mash_colours", kind="scale") if row.id == "CBC-4-CHILD-06" else row
                 for row in AREA.indicators)
    made = Case.model_validate({"home_area": "made_up", "findings": [{"id": "CBC-4-CHILD-06"}]})
    where = place_findings(read(made, with_made_up(indicators=rows)))
    assert (where.marks, where.highest) == ((), "")


@pytest.mark.parametrize("row", [row for row in AREA.indicators if row.kind == "need"], ids=lambda row: row.id)
def test_every_counting_statement_has_a_mark_where_the_pack_puts_it(row: Any) -> None:
    """Each row that counts is drawn at its own level and ring, and it alone is the highest."""
    where = placed(row.id)
    assert [(mark.id, mark.level, mark.ring) for mark in where.marks] == [
        (row.id, row.stands_at or row.level, row.ring)]
    assert where.highest == (row.stands_at or row.level)


def test_the_words_name_the_levels_as_the_document_does() -> None:
    """The sentence says where the answers lie with the level's printed number and name."""
    says = placed("CBC-3-FAMILY-05").says
    assert "Level 2 (Additional needs)" in says
    assert "Level 3 (Complex needs)" in says


@pytest.mark.parametrize("area_id", [area.id for area in PACKS.areas.values() if area.levels])
def test_what_each_level_means_and_who_leads_is_said_for_every_level_that_is_reached(area_id: str) -> None:
    """The supported and the highest level come with meaning, lead, response and agreement, each from the pack."""
    area = PACKS.areas[area_id]
    for one_level in area.levels[1:]:
        row = next((row for row in area.indicators if row.kind == "need" and not row.scale
                    and (row.stands_at or row.level) == one_level.id), None)
        if row is None:
            continue
        found = result(home_area=area_id, ticked=(row.id,)).place
        assert {one.level for one in found.meaning} == {found.supported, found.highest} - {""}
        for one in found.meaning:
            said = area.level[one.level]
            assert (one.means, one.leads, one.response, one.agreement) == (
                said.means, said.leads, said.response, said.agreement)
