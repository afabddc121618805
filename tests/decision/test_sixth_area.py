"""A sixth, made-up area, Quayshire: every construct of other areas' documents is data, and has its effect."""
import re
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from decision.assess import assess
from decision.case import Case
from decision.result import Decision, Route
from decision.worked import WorkedCase, expand, run
from exports import windscreen
from exports.make import make
from exports.windscreen_shapes import shapes
from guidance.check import ROOT, check
from guidance.folder import NOTES
from guidance.load import load_packs
from guidance.new import new_area
from guidance.packs import AreaPack, Packs
from tests.exports import samples
from tests.exports.reading import pages_text, squeezed, untagged
from tests.guidance.test_new import CSV_EXAMPLE, EXAMPLE
from tests.made_up import sixth_area, testshire

TODAY = date(2026, 11, 21)
FRIDAY = "2026-11-20 10:05"
DUTY_NUMBER = "01632960002"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What holds everywhere, as it is shipped, with two made-up areas in place of the shipped ones."""
    path = tmp_path_factory.mktemp("sixth")
    shutil.copytree(ROOT / "national", path / "national")
    sixth_area(path)
    testshire(path)
    return path


@pytest.fixture(scope="module")
def packs(root: Path) -> Packs:
    """The packs of that folder."""
    return load_packs(root)


@pytest.fixture(scope="module")
def area(packs: Packs) -> AreaPack:
    """Quayshire."""
    return packs.areas["quayshire"]


def worked(packs: Packs, *facts: str, on: str = FRIDAY, **more: Any) -> WorkedCase:
    """A case in Quayshire in which these facts were seen, and everything else was asked and answered no."""
    raw = {"name": "A made-up case", "on": on, "children": [{"label": "A", "age_years": 9}],
           "facts": [{"id": id_, "basis": "seen"} for id_ in facts], "expect": {"outcome": "consult"}, **more}
    return expand(raw, "quayshire", packs)


def decided(packs: Packs, *facts: str, on: str = FRIDAY, **more: Any) -> Decision:
    """The decision for such a case."""
    case = worked(packs, *facts, on=on, **more)
    return assess(case.case, packs, case.on)


def rung(decision: Decision) -> Route:
    """The first number to ring."""
    return next(route for route in decision.routes if route.dial)


def test_it_is_one_more_folder_that_the_check_finds_sound(root: Path) -> None:
    """Beside the shipped areas too, it has no error and no warning: nothing else was edited."""
    beside = [*(ROOT / "areas").iterdir(), root / "areas" / "quayshire"]
    result = check(TODAY, ROOT, [folder for folder in beside if (folder / "area.yaml").exists()])

    assert [str(problem) for problem in result.errors()] == []
    assert [str(problem) for problem in result.problems if "quayshire" in problem.file] == []


def test_its_worked_cases_come_out_as_expected(packs: Packs, area: AreaPack) -> None:
    """The officer's own cases pass."""
    assert len(area.cases) >= 2
    assert [run(expand(raw, area.id, packs), packs) for raw in area.cases] == [()] * len(area.cases)


def test_the_example_of_a_new_pack_is_a_worked_case_that_passes(root: Path, tmp_path: Path) -> None:
    """Whoever takes the template's examples out of their comments has a pack whose worked case passes."""
    shutil.copytree(root / "national", tmp_path / "national")
    folder = new_area("newshire", TODAY, tmp_path)
    for path in folder.glob("*.yaml"):
        path.write_text(EXAMPLE.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    for name, rows in CSV_EXAMPLE.findall((folder / NOTES).read_text(encoding="utf-8")):
        (folder / name).write_text(rows, encoding="utf-8")
    packs = load_packs(tmp_path)

    cases = packs.areas["newshire"].cases
    assert cases
    assert [run(expand(raw, "newshire", packs), packs) for raw in cases] == [()] * len(cases)


def test_testshires_worked_cases_come_out_as_expected(packs: Packs) -> None:
    """The other made-up area, with four levels, is as sound as this one."""
    cases = packs.areas["testshire"].cases
    assert [run(expand(raw, "testshire", packs), packs) for raw in cases] == [()]


def test_any_number_of_levels_is_drawn(packs: Packs, area: AreaPack) -> None:
    """Six segments, with 2a and 2b and a tier without a number, each darker than the one before."""
    drawn = shapes(decided(packs, "QUA-2B-01").place, area)
    levels = list(dict.fromkeys(segment.level for segment in drawn.segments))
    colours = dict.fromkeys(segment.colour for segment in drawn.segments)
    said = " ".join(word.said for word in drawn.words)

    assert levels == ["universal", "1", "2a", "2b", "3", "4"]
    assert [sum(int(colour[at:at + 2], 16) for at in (1, 3, 5)) for colour in colours] == sorted(
        (sum(int(colour[at:at + 2], 16) for at in (1, 3, 5)) for colour in colours), reverse=True)
    assert len(colours) == 6
    assert "Level 2a" in said
    assert "Level 2b" in said
    assert windscreen.level_name(area.levels[0]) == "Universal"


@pytest.mark.parametrize("kept", [6, 5])
def test_a_mark_stands_in_the_segment_of_its_sub_level(packs: Packs, area: AreaPack, kept: int) -> None:
    """With six levels, or five, the mark of a 2b row lies inside the angles of 2b and of no other level."""
    levels = tuple(level for level in area.levels if kept == 6 or level.id != "3")
    rows = tuple(row for row in area.indicators if row.level in {level.id for level in levels})
    fewer = AreaPack.model_validate(area.model_dump() | {"levels": levels, "indicators": rows})
    changed = Packs(national=packs.national, areas={"quayshire": fewer})
    place = decided(changed, "QUA-2B-01").place
    drawn = shapes(place, fewer)
    mine = next(segment for segment in drawn.segments if segment.level == "2b")

    assert (place.supported, place.highest) == ("2b", "2b")
    assert (mine.start, mine.end) == pytest.approx((180 - 3 * 180 / kept, 180 - 4 * 180 / kept))
    assert windscreen.svg(place, fewer).count("</svg>") == 1


def test_the_second_name_of_a_level_is_said(packs: Packs, area: AreaPack) -> None:
    """Whoever knows a level by its other name finds it in the words of the windscreen."""
    said = windscreen.in_words(decided(packs, "QUA-1-01").place, area)

    assert "Level 1, Extra (also called Early support or First steps)" in said


def test_one_level_holds_section_17_and_section_47(packs: Packs, area: AreaPack) -> None:
    """At the same level needs are referred with agreement, and significant harm now."""
    needs, harm = decided(packs, "QUA-4-02", "QUA-4-03"), decided(packs, "QUA-4-01")

    assert "17 and 47" in area.level["4"].basis
    assert (needs.place.supported, needs.outcome) == ("4", "refer_with_agreement")
    assert (harm.place.supported, harm.outcome) == ("4", "refer_now")


def test_headings_differ_by_level_and_may_be_blank(packs: Packs, area: AreaPack) -> None:
    """A row under no heading, or under one that only its level has, still stands in its ring."""
    place = decided(packs, "QUA-1-01", "QUA-3-01", "QUA-4-02").place

    assert area.indicator["QUA-4-02"].domain == ()
    assert {row.domain for row in area.indicators if row.level == "3"} == {("streets",), ()}
    assert {mark.id: mark.ring for mark in place.marks} == {
        "QUA-1-01": "child", "QUA-3-01": "outside", "QUA-4-02": "child"}


def test_one_statement_under_two_headings_and_at_two_levels_counts_once(packs: Packs, area: AreaPack) -> None:
    """Printed twice, it is one concern at the higher level: twice is never two concerns."""
    decision = decided(packs, "QUA-2A-01", "QUA-2B-01")

    assert area.indicator["QUA-2A-01"].domain == ("growing", "caring")
    assert (decision.place.supported, decision.place.highest) == ("2b", "2b")
    assert {mark.concern for mark in decision.place.marks} == {"hungry"}
    assert len(decision.place.marks) == 2


def test_strengths_of_any_level_stand_beside_and_never_count(packs: Packs) -> None:
    """A strength that is printed at the level for significant harm places nothing and makes nothing calmer."""
    strengths = ("QUA-U-01", "QUA-1-03", "QUA-2B-02", "QUA-4-05")
    alone, beside = decided(packs, *strengths), decided(packs, *strengths, "QUA-4-01")

    assert {item.id for item in alone.place.strengths} == set(strengths)
    assert (alone.place.highest, alone.place.marks) == ("", ())
    assert beside.outcome == "refer_now"


@pytest.mark.parametrize(("row", "rule", "form"), [
    ("QUA-2A-01", "spoken agreement is enough", "Quayshire early help form"),
    ("QUA-2B-01", "agreement is in writing", "Quayshire early help form with the signed agreement"),
])
def test_written_agreement_is_asked_at_one_level_only(packs: Packs, row: str, rule: str, form: str) -> None:
    """At 2b agreement is in writing, with the national rule beside it and a form to sign; at 2a it is not."""
    decision = decided(packs, row, family={"mother": "asked_and_agrees"})
    own = [item for item in decision.consent.statements if item.source.source == "qua_thresholds"]

    assert len(own) == 1
    assert rule in own[0].says
    assert bool(own[0].national) == ("writing" in rule)
    assert [item.name for item in decision.documents if item.ours == "early_help_assessment"] == [form]


def test_loss_of_evidence_is_a_reason_not_to_tell(packs: Packs) -> None:
    """Where evidence could be lost nobody at home is told yet, and the area's own rule is the reason."""
    decision = decided(packs, "QUA-4-04", family={"mother": "not_told"})
    mother = next(item for item in decision.telling if item.person == "mother")

    assert (decision.outcome, mother.state, mother.lifted_by) == ("refer_now", "not_yet", "the police")
    assert "lose evidence" in mother.why


@pytest.mark.parametrize(("role", "there"), [("gp", True), ("practice_nurse", True), ("teacher", False)])
def test_an_advice_line_is_for_one_profession(packs: Packs, role: str, there: bool) -> None:
    """General practice is shown its own line; a teacher is not; for nobody does it replace the front door."""
    decision = decided(packs, "QUA-4-01", role=role)

    assert any("gp_line" in duty.contacts for duty in decision.duties) == there
    assert rung(decision).contact == "front_door"


def test_of_several_numbers_the_first_that_can_be_trusted_is_rung(packs: Packs, area: AreaPack) -> None:
    """A misprint printed first is shown with its warning and never offered; the others stay with the contact."""
    route = rung(decided(packs, "QUA-4-01"))

    assert [number.printed for number in area.contacts[0].numbers] == ["01632 96010", "01632 960101", "01632 960102"]
    assert (route.contact, route.dial, route.printed) == ("front_door", "01632960101", "01632 96010")
    assert route.warning == "A figure is missing."


def test_hours_that_are_unknown_are_said_to_be(packs: Packs) -> None:
    """The officer is rung all the same; whether they answer is not made up, and the gap is named."""
    decision = decided(packs, "allegation_adult")
    route = next(route for route in decision.routes if route.contact == "officer")

    assert (route.kind, route.open_now) == ("ring_now", None)
    assert "officer_hours" in {gap.id for gap in decision.gaps}


@pytest.mark.parametrize(("on", "contact", "until"), [
    ("2026-11-20 16:59", "front_door", "2026-11-20T17:00"), ("2026-11-20 17:00", "duty_team", "2026-11-21T00:30"),
    ("2026-11-21 00:15", "duty_team", "2026-11-21T00:30"), ("2026-11-21 00:30", "police_101", None),
    ("2026-11-21 04:00", "police_101", None), ("2026-11-21 12:00", "duty_team", "2026-11-22T00:30"),
    ("2026-12-25 18:00", "duty_team", "2026-12-26T00:30"),
])
def test_hours_cross_midnight_and_then_the_police_take_over(packs: Packs, on: str, contact: str,
                                                            until: str | None) -> None:
    """Until half past midnight the duty team answers, afterwards the police, also on a bank holiday."""
    decision = decided(packs, "QUA-4-01", on=on)
    route = rung(decision)

    assert route.contact == contact
    assert (route.until.isoformat()[:16] if route.until else None) == until


def test_one_duty_team_serves_several_councils(packs: Packs) -> None:
    """The same number stands in two packs. A child of one who is in the other: one call, and where home is."""
    night = "2026-11-20 21:00"
    councils = [decided(packs, "disclosure", on=night, home_area=id_) for id_ in ("quayshire", "testshire")]
    away = decided(packs, "QUA-4-01", on=night, area_now="testshire")

    assert {rung(decision).dial for decision in councils} == {DUTY_NUMBER}
    assert rung(away).dial == DUTY_NUMBER
    told = [route for route in away.routes if route.kind == "tell_too"]
    assert [(route.dial, route.says) for route in told] == [(DUTY_NUMBER, "Tell Quayshire too: the child lives there.")]


def test_scales_of_their_own_place_nothing_on_the_windscreen(packs: Packs, area: AreaPack) -> None:
    """Allegations and exploitation have a scale each; a row of the grid asks for its duty and its outcome only."""
    decision = decided(packs, "QUA-EX-02")

    assert {scale.id: [band.id for band in scale.bands] for scale in area.scales} == {
        "allegations": ["standards", "harm"], "exploitation": ["emerging", "serious"],
        "replies": ["green", "amber", "red"]}
    assert list(area.rows_of_scale) == ["exploitation"]
    assert (decision.place.marks, decision.place.highest) == ((), "")
    assert "exploitation" in {duty.id for duty in decision.duties}
    assert "exploitation_grid" in {document.ours for document in decision.documents}


@pytest.mark.parametrize(("facts", "id_", "due"), [
    (("QUA-4-01",), "qua_red", "2026-11-20T14:05"), (("QUA-3-01", "QUA-3-02"), "qua_amber", "2026-11-23"),
    (("QUA-1-01",), "qua_green", "2026-11-25"),
])
def test_the_reply_time_follows_the_colour(packs: Packs, facts: tuple[str, ...], id_: str, due: str) -> None:
    """Red, amber and green each give their own day by which to chase, and only that one."""
    decision = decided(packs, *facts, events={"sent": f"{FRIDAY[:10]}T10:05"}, family={"mother": "asked_and_agrees"})
    replies = {item.id: item.due.isoformat()[:16] for item in decision.deadlines
               if item.id.startswith("qua_") and item.due}

    assert replies == {id_: due}


def paper(packs: Packs, document_id: str) -> bytes:
    """A document of a night-time case in Quayshire with the details of nobody."""
    case: Case = worked(packs, "QUA-4-01", "QUA-2B-01", on="2026-11-20 23:45", family={"mother": "not_told"}).case
    now = datetime.fromisoformat("2026-11-20T23:45").replace(tzinfo=samples.LONDON)
    details = type(samples.DETAILS)()
    return make(document_id, case, details, assess(case, packs, now), packs, now)


def test_a_referral_is_made_for_it(packs: Packs) -> None:
    """The PDF names the area, its form's source and its levels, tagged throughout, and in the order it asks for."""
    data = paper(packs, "referral")
    text = squeezed(pages_text(data))

    assert untagged(data) == []
    for part in ("Quayshire", "Quayshire ladder of help", "Level 2b", "Universal", "hurt by someone at home"):
        assert squeezed(part) in text
    assert not re.search(r"Testshire|Luton|Bedfordshire", text)


def test_a_call_sheet_is_made_for_it(packs: Packs) -> None:
    """The number that answers at a quarter to midnight stands on it, and until when."""
    text = squeezed(pages_text(paper(packs, "call_sheet")))

    assert squeezed(f"Coast Duty Team: {DUTY_NUMBER}") in text
    assert squeezed("Open until") in text
