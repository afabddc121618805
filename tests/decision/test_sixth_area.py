"""A sixth, made-up area, Quayshire: every construct of other areas' documents is data, and has its effect."""
import shutil
from datetime import date
from pathlib import Path

import pytest

from decision.worked import expand, run
from guidance.check import ROOT, area_folders, check
from guidance.folder import NOTES
from guidance.load import load_packs
from guidance.new import new_area
from tests.decision.sixth import AREA, FRIDAY, PACKS, decided, rung
from tests.guidance.test_new import CSV_EXAMPLE, EXAMPLE
from tests.made_up import sixth_area

TODAY = date(2026, 11, 21)
DUTY_NUMBER = "01632960002"


def test_it_is_one_more_folder_that_the_check_finds_sound(tmp_path: Path) -> None:
    """Beside the shipped areas too, it has no error and no warning: nothing else was edited."""
    result = check(TODAY, ROOT, [*area_folders(), sixth_area(tmp_path)])

    assert [str(problem) for problem in result.errors()] == []
    assert [str(problem) for problem in result.problems if "quayshire" in problem.file] == []


def test_its_worked_cases_come_out_as_expected() -> None:
    """The officer's own cases pass."""
    assert len(AREA.cases) >= 2
    assert [run(expand(raw, AREA.id, PACKS), PACKS) for raw in AREA.cases] == [()] * len(AREA.cases)


def test_the_example_of_a_new_pack_is_a_worked_case_that_passes(tmp_path: Path) -> None:
    """Whoever takes the template's examples out of their comments has a pack whose worked case passes."""
    shutil.copytree(ROOT / "national", tmp_path / "national")
    folder = new_area("newshire", TODAY, tmp_path)
    for path in folder.glob("*.yaml"):
        path.write_text(EXAMPLE.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    for name, rows in CSV_EXAMPLE.findall((folder / NOTES).read_text(encoding="utf-8")):
        (folder / name).write_text(rows, encoding="utf-8")
    packs = load_packs(tmp_path).since(TODAY)[0].packs
    assert packs is not None

    cases = packs.areas["newshire"].cases
    assert cases
    assert [run(expand(raw, "newshire", packs), packs) for raw in cases] == [()] * len(cases)


def test_testshires_worked_cases_come_out_as_expected() -> None:
    """The other made-up area, with four levels, is as sound as this one."""
    cases = PACKS.areas["testshire"].cases
    assert [run(expand(raw, "testshire", PACKS), PACKS) for raw in cases] == [()]


def test_one_level_holds_section_17_and_section_47() -> None:
    """At the same level needs are referred with agreement, and significant harm now."""
    needs, harm = decided("QUA-4-02", "QUA-4-03"), decided("QUA-4-01")

    assert "17 and 47" in AREA.level["4"].basis
    assert (needs.place.supported, needs.outcome) == ("4", "refer_with_agreement")
    assert (harm.place.supported, harm.outcome) == ("4", "refer_now")


def test_headings_differ_by_level_and_may_be_blank() -> None:
    """A row under no heading, or under one that only its level has, still stands in its ring."""
    place = decided("QUA-1-01", "QUA-3-01", "QUA-4-02").place

    assert AREA.indicator["QUA-4-02"].domain == ()
    assert {row.domain for row in AREA.indicators if row.level == "3"} == {("streets",), ()}
    assert {mark.id: mark.ring for mark in place.marks} == {
        "QUA-1-01": "child", "QUA-3-01": "outside", "QUA-4-02": "child"}


def test_one_statement_under_two_headings_and_at_two_levels_counts_once() -> None:
    """Printed twice, it is one concern at the higher level: twice is never two concerns."""
    decision = decided("QUA-2A-01", "QUA-2B-01")

    assert AREA.indicator["QUA-2A-01"].domain == ("growing", "caring")
    assert (decision.place.supported, decision.place.highest) == ("2b", "2b")
    assert {mark.concern for mark in decision.place.marks} == {"hungry"}
    assert len(decision.place.marks) == 2


def test_strengths_of_any_level_stand_beside_and_never_count() -> None:
    """A strength that is printed at the level for significant harm places nothing and makes nothing calmer."""
    strengths = ("QUA-U-01", "QUA-1-03", "QUA-2B-02", "QUA-4-05")
    alone, beside = decided(*strengths), decided(*strengths, "QUA-4-01")

    assert {item.id for item in alone.place.strengths} == set(strengths)
    assert (alone.place.highest, alone.place.marks) == ("", ())
    assert beside.outcome == "refer_now"


@pytest.mark.parametrize(("row", "rule", "form"), [
    ("QUA-2A-01", "spoken agreement is enough", "Quayshire early help form"),
    ("QUA-2B-01", "agreement is in writing", "Quayshire early help form with the signed agreement"),
])
def test_written_agreement_is_asked_at_one_level_only(row: str, rule: str, form: str) -> None:
    """At 2b agreement is in writing, with the national rule beside it and a form to sign; at 2a it is not."""
    decision = decided(row, family={"mother": "asked_and_agrees"})
    own = [item for item in decision.consent.statements if item.source.source == "qua_thresholds"]

    assert len(own) == 1
    assert rule in own[0].says
    assert bool(own[0].national) == ("writing" in rule)
    assert [item.name for item in decision.documents if item.ours == "early_help_assessment"] == [form]


def test_loss_of_evidence_is_a_reason_not_to_tell() -> None:
    """Where evidence could be lost nobody at home is told yet, and the area's own rule is the reason."""
    decision = decided("QUA-4-04", family={"mother": "not_told"})
    mother = next(item for item in decision.telling if item.person == "mother")

    assert (decision.outcome, mother.state, mother.lifted_by) == ("refer_now", "not_yet", "the police")
    assert "lose evidence" in mother.why


@pytest.mark.parametrize(("role", "there"), [("gp", True), ("practice_nurse", True), ("teacher", False)])
def test_an_advice_line_is_for_one_profession(role: str, there: bool) -> None:
    """General practice is shown its own line; a teacher is not; for nobody does it replace the front door."""
    decision = decided("QUA-4-01", role=role)

    assert any("gp_line" in duty.contacts for duty in decision.duties) == there
    assert rung(decision).contact == "front_door"


def test_of_several_numbers_the_first_that_can_be_trusted_is_rung() -> None:
    """A misprint printed first is shown with its warning and never offered; the others stay with the contact."""
    route = rung(decided("QUA-4-01"))

    assert [number.printed for number in AREA.contacts[0].numbers] == ["01632 96010", "01632 960101", "01632 960102"]
    assert (route.contact, route.dial, route.printed) == ("front_door", "01632960101", "01632 96010")
    assert route.warning == "A figure is missing."


def test_hours_that_are_unknown_are_said_to_be() -> None:
    """The officer is rung all the same; whether they answer is not made up, and the gap is named."""
    decision = decided("allegation_adult")
    route = next(route for route in decision.routes if route.contact == "officer")

    assert (route.kind, route.open_now) == ("ring_now", None)
    assert "officer_hours" in {gap.id for gap in decision.gaps}


@pytest.mark.parametrize(("on", "contact", "until"), [
    ("2026-11-20 16:59", "front_door", "2026-11-20T17:00"), ("2026-11-20 17:00", "duty_team", "2026-11-21T00:30"),
    ("2026-11-21 00:15", "duty_team", "2026-11-21T00:30"), ("2026-11-21 00:30", "police_101", None),
    ("2026-11-21 04:00", "police_101", None), ("2026-11-21 12:00", "duty_team", "2026-11-22T00:30"),
    ("2026-12-25 18:00", "duty_team", "2026-12-26T00:30"),
])
def test_hours_cross_midnight_and_then_the_police_take_over(on: str, contact: str,
                                                            until: str | None) -> None:
    """Until half past midnight the duty team answers, afterwards the police, also on a bank holiday."""
    decision = decided("QUA-4-01", on=on)
    route = rung(decision)

    assert route.contact == contact
    assert (route.until.isoformat()[:16] if route.until else None) == until


def test_one_duty_team_serves_several_councils() -> None:
    """The same number stands in two packs. A child of one who is in the other: one call, and where home is."""
    night = "2026-11-20 21:00"
    councils = [decided("disclosure", on=night, home_area=id_) for id_ in ("quayshire", "testshire")]
    away = decided("QUA-4-01", on=night, area_now="testshire")

    assert {rung(decision).dial for decision in councils} == {DUTY_NUMBER}
    assert rung(away).dial == DUTY_NUMBER
    told = [route for route in away.routes if route.kind == "tell_too"]
    assert [(route.dial, route.says) for route in told] == [(DUTY_NUMBER, "Tell Quayshire too: the child lives there.")]


def test_scales_of_their_own_place_nothing_on_the_windscreen() -> None:
    """Allegations and exploitation have a scale each; a row of the grid asks for its duty and its outcome only."""
    decision = decided("QUA-EX-02")

    assert {scale.id: [band.id for band in scale.bands] for scale in AREA.scales} == {
        "allegations": ["standards", "harm"], "exploitation": ["emerging", "serious"],
        "replies": ["green", "amber", "red"]}
    assert list(AREA.rows_of_scale) == ["exploitation"]
    assert (decision.place.marks, decision.place.highest) == ((), "")
    assert "exploitation" in {duty.id for duty in decision.duties}
    assert "exploitation_grid" in {document.ours for document in decision.documents}


@pytest.mark.parametrize(("facts", "id_", "due"), [
    (("QUA-4-01",), "qua_red", "2026-11-20T14:05"), (("QUA-3-01", "QUA-3-02"), "qua_amber", "2026-11-23"),
    (("QUA-1-01",), "qua_green", "2026-11-25"),
])
def test_the_reply_time_follows_the_colour(facts: tuple[str, ...], id_: str, due: str) -> None:
    """Red, amber and green each give their own day by which to chase, and only that one."""
    decision = decided(*facts, events={"sent": f"{FRIDAY[:10]}T10:05"}, family={"mother": "asked_and_agrees"})
    replies = {item.id: item.due.isoformat()[:16] for item in decision.deadlines
               if item.id.startswith("qua_") and item.due}

    assert replies == {id_: due}
