"""The lint: it is silent about a whole pack, and names the entry wherever something of it is taken away."""
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from decision import __main__ as commands, lint as lint_module
from decision.assess import decide
from decision.known import Known
from decision.lint import Flaw, in_words, lint
from decision.lint_cases import pairs
from decision.result import Decision, TellState
from guidance.load import load_packs
from guidance.packs import Packs
from guidance.words import say
from tests.decision.altered import changed, replaced, with_area, with_national
from tests.decision.sixth import AREA, PACKS, write_root
from tests.made_up import append, replace

QUAY = AREA.id


def kinds(packs: Packs, area_id: str = QUAY) -> set[tuple[str, str]]:
    """(kind, first entry) of each flaw that is no warning."""
    return {(flaw.kind, flaw.ids[0]) for flaw in lint(packs, area_id) if flaw.severity == "error"}


def with_form(packs: Packs, form_id: str, **when: object) -> Packs:
    """The packs with another condition for one of Quayshire's forms."""
    area = packs.areas[QUAY]
    form = next(form for form in area.documents if form.id == form_id)
    documents = replaced(area.documents, form_id, when=form.when.model_copy(update=when))
    return with_area(packs, QUAY, documents=documents)


WHOLE = with_form(PACKS, "early_help_form", levels=())
"""The made-up packs, with Quayshire's early help form due also where a duty asks for it and no level does."""


@pytest.fixture
def beside() -> None:
    """Asked for by a test in which each sign is also tried beside rows."""


@pytest.fixture(autouse=True)
def _alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only entries alone are tried, which is most of what there is to find, but for tests that ask for more."""
    if "beside" not in request.fixturenames:
        monkeypatch.setattr(lint_module, "pairs", lambda packs, area_id: ())


def test_a_whole_pack_has_no_flaw(beside: None) -> None:
    """Where every outcome has its form and everything can be reached, nothing is listed."""
    assert kinds(WHOLE) == set()


def test_what_shows_only_beside_a_row_is_listed(beside: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sign that is whole alone, and ends without a number beside one row, is named with that row."""
    def decided(known: Known, now: object) -> Decision:
        found = decide(known, now)  # type: ignore[arg-type]
        both = known.yes_signs and known.rows
        return changed(found, routes=()) if both else found

    monkeypatch.setattr(lint_module, "decide", decided)
    flaws = [flaw for flaw in lint(WHOLE, QUAY) if flaw.kind == "no_number"]
    assert flaws
    assert all(len(flaw.ids) == 2 for flaw in flaws)


def test_a_form_whose_condition_leaves_a_hole_is_listed() -> None:
    """Each sign that ends in an outcome for which none of the area's referrals is due is named with that outcome."""
    packs = with_form(WHOLE, "referral_form", outcomes=("refer_with_agreement", "call_999"))

    found = [flaw for flaw in lint(packs, QUAY) if flaw.kind == "no_form"]

    assert "disclosure" in {flaw.ids[0] for flaw in found}
    assert {flaw.says for flaw in found} == {
        "None of the area's own forms for \u201cReferral\u201d is due at refer_now."}


def test_early_help_without_the_areas_own_form_is_listed() -> None:
    """As Quayshire's pack stands, its form hangs on levels, and a duty that asks for early help has none."""
    assert ("no_form", "young_carer") in kinds(PACKS)


def test_needs_alone_at_the_acting_level_are_tried() -> None:
    """A level is tried with no more than it asks for: a form that only a more urgent outcome gives is missed there."""
    area = WHOLE.areas[QUAY]
    bare = with_area(WHOLE, QUAY, levels=tuple(changed(level, document="") for level in area.levels))
    packs = with_form(bare, "referral_form", outcomes=("refer_now", "call_999"))
    acting = next(level for level in area.levels if level.acting)

    assert ("no_form", f"level {acting.id}") in kinds(packs)


def test_a_case_without_any_paper_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every outcome has something to write or to send."""
    monkeypatch.setattr(lint_module, "decide", lambda known, now: changed(decide(known, now), documents=()))
    found = {flaw.says for flaw in lint(WHOLE, QUAY) if flaw.kind == "no_form" and flaw.ids[0] == "disclosure"}
    assert found == {"No paper is due, and the outcome is refer_now."}


def test_a_case_without_any_number_is_listed() -> None:
    """Where neither the area nor the police have a number to dial, every urgent case is named."""
    area = WHOLE.areas[QUAY]
    mute = {"numbers": ()}
    packs = with_national(WHOLE, contacts=tuple(changed(item, **mute) for item in WHOLE.national.contacts))
    packs = with_area(packs, QUAY, contacts=tuple(changed(item, **mute) for item in area.contacts))

    assert ("no_number", "disclosure") in kinds(packs)


def telling(state: TellState, person: str, how: str = "") -> Callable[[Known, object], Decision]:
    """The engine, but for what it says of one person."""
    def decided(known: Known, now: object) -> Decision:
        found = decide(known, now)  # type: ignore[arg-type]
        told = tuple(changed(one, state=state, how=how) if one.person == person else one for one in found.telling)
        return changed(found, telling=told)
    return decided


@pytest.mark.parametrize(("person", "kind"), [("father", "suspect_told"), ("suspected", "suspect_told"),
                                              ("mother", "anyone_told")])
def test_somebody_told_who_must_not_be_is_listed(monkeypatch: pytest.MonkeyPatch, person: str, kind: str) -> None:
    """If the engine ever told the person suspected, or a parent who may be the one, the lint says for which sign."""
    monkeypatch.setattr(lint_module, "decide", telling("tell", person))

    assert (kind, "disclosure") in kinds(WHOLE)


def test_a_soft_clause_beside_not_yet_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody in the family is told, a sentence about who may be is named."""
    monkeypatch.setattr(lint_module, "decide", telling("not_yet", "father", how="The other parent may be told."))
    assert ("softened", "sexual_abuse") in kinds(WHOLE)


def test_a_rule_that_asks_to_tell_beside_not_yet_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule marked as prompting stands in no result in which nobody in the family is simply told."""
    open_rule = WHOLE.national.consent_for("be_open")
    marked = with_national(WHOLE, consent=replaced(WHOLE.national.consent, open_rule.id, prompts_telling=True))

    def shown(known: Known, now: object) -> Decision:
        found = decide(known, now)  # type: ignore[arg-type]
        rule = found.consent.statements[0].model_copy(update={"says": open_rule.says})
        return changed(found, consent=changed(found.consent, statements=(rule,)))

    monkeypatch.setattr(lint_module, "decide", shown)
    assert ("prompted", "sexual_abuse") in kinds(marked)


def test_nobody_in_the_family_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A member of the family on whom nothing is said is named."""
    def silent(known: Known, now: object) -> Decision:
        found = decide(known, now)  # type: ignore[arg-type]
        return changed(found, telling=tuple(one for one in found.telling if one.person != "mother"))

    monkeypatch.setattr(lint_module, "decide", silent)
    assert ("no_telling", "disclosure") in kinds(WHOLE)


def test_a_sign_that_ends_calmer_than_it_asks_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sign's own outcome is reached wherever the sign is yes."""
    monkeypatch.setattr(lint_module, "decide", lambda known, now: changed(decide(known, now), outcome="consult"))
    assert ("unreachable", "disclosure") in kinds(WHOLE)


def test_a_duty_that_nothing_starts_is_listed() -> None:
    """A duty whose id was renamed away from the national one is never met, and is named."""
    area = WHOLE.areas[QUAY]
    duty = next(duty for duty in area.duties if not duty.triggers)
    packs = with_area(WHOLE, QUAY, duties=(*area.duties, changed(duty, id="never_started")))

    assert ("unreachable", "never_started") in kinds(packs)


def test_a_telling_rule_that_nothing_leads_to_is_listed() -> None:
    """A rule on telling to which no sign and no duty points would never hold."""
    rule = WHOLE.national.telling[0]
    packs = with_area(WHOLE, QUAY, telling=(changed(rule, id="never_asked"),))

    assert ("unreachable", "never_asked") in kinds(packs)


def test_a_level_that_its_rows_cannot_support_is_listed() -> None:
    """A level that asks for more concerns than its rows hold is named; so is refer now without significant harm."""
    area = WHOLE.areas[QUAY]
    acting = next(level for level in area.levels if level.acting)
    assert acting.reading
    many = acting.reading.model_copy(update={"concerns": 99})
    packs = with_area(WHOLE, QUAY, levels=replaced(area.levels, acting.id, reading=many))
    assert ("unreachable", f"level {acting.id}") in kinds(packs)

    mild = tuple(changed(row, harm="need") if row.harm else row for row in area.indicators)
    assert ("unreachable", f"level {acting.id}") in kinds(with_area(WHOLE, QUAY, indicators=mild))


def test_a_warning_names_the_entry_and_an_entry_that_is_marked_is_none() -> None:
    """A consent rule that prompts is a warning until it is marked, and then the engine knows."""
    rule = changed(WHOLE.national.consent[0], id="tell_them", says="Tell the parents.", from_whom="", if_refused="")
    loud = with_area(WHOLE, QUAY, consent=(rule,))
    marked = with_area(WHOLE, QUAY, consent=(changed(rule, prompts_telling=True),))

    assert [flaw.severity for flaw in lint(loud, QUAY) if flaw.ids == ("tell_them",)] == ["warning"]
    assert [flaw for flaw in lint(marked, QUAY) if flaw.ids == ("tell_them",)] == []


def test_every_duty_harm_and_telling_rule_of_a_row_stands_beside_a_sign() -> None:
    """The rows tried beside the signs leave out no duty, no harm and no telling rule that a row can bring."""
    rows = {row.id: row for _, row in pairs(PACKS, QUAY)}.values()
    everything = (*AREA.indicators, *AREA.factors)

    assert {id_ for row in rows for id_ in row.duty} == {id_ for row in everything for id_ in row.duty}
    assert {getattr(row, "harm", None) for row in rows} == {getattr(row, "harm", None) for row in everything}


def test_flaws_that_say_the_same_are_one_line() -> None:
    """A hole in one form's condition is a line that counts the entries, not a page of them."""
    flaws = [Flaw(kind="no_form", area=QUAY, ids=(f"row_{number}",), says="No form.") for number in range(10)]
    (line,) = in_words(flaws)
    assert line.startswith("no_form: No form. [row_0, ")
    assert line.endswith("and 2 more]")


def test_the_command_ends_with_one_where_something_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command takes a folder of packs and an area, prints JSON on request, and fails on a flaw."""
    root = write_root(tmp_path)
    asked = ["lint", "--area", QUAY, "--packs", str(root)]

    assert commands.main([*asked, "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["errors"] == sum(flaw["severity"] == "error" for flaw in said["flaws"]) > 0

    mended = tmp_path / "mended"
    mended.mkdir()
    replace(write_root(mended) / "areas/quayshire/documents.yaml", '{outcomes: [early_help], levels: ["1", "2a"]}',
            "{outcomes: [early_help]}")
    assert commands.main(["lint", "--area", QUAY, "--packs", str(mended)]) == 0
    assert "Errors: 0." in capsys.readouterr().out


@pytest.mark.parametrize("command", [["lint"], ["lint", "--area", "testshire"], ["check"]])
def test_a_pack_that_is_set_aside_is_no_success(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither command ends well where an area could not be tried at all."""
    root = write_root(tmp_path)
    replace(root / "areas/testshire/area.yaml", "status: checked", "status: done")
    packs = load_packs(root)
    monkeypatch.setattr(commands, "load_packs", lambda *_: packs)

    assert commands.main(command) > 0
    said = capsys.readouterr()
    out = " ".join((said.out + said.err).split()).replace("the whole pack ", "")
    assert f"testshire: {say('command.set_aside')}" in out


@pytest.mark.parametrize("json_", [True, False])
def test_beside_a_pack_that_is_set_aside_the_others_are_tried(
    json_: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What can be tried is, and the command still does not end well."""
    root = write_root(tmp_path)
    replace(root / "areas/testshire/area.yaml", "status: checked", "status: done")

    assert commands.main(["lint", "--packs", str(root), *(["--json"] if json_ else [])]) == 1

    said = capsys.readouterr().out
    assert f"testshire: {say('command.set_aside')}" in said
    assert "early_help_form" in said or "young_carer" in said
    if json_:
        assert {flaw["area"] for flaw in json.loads(said)["flaws"]} == {"", QUAY}


@pytest.mark.parametrize("command", [["lint", "--area", QUAY], ["example", QUAY]], ids=lambda command: command[0])
def test_of_an_area_that_is_held_from_a_later_day_the_day_is_said(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever keeps it is not told that there is none."""
    root = write_root(tmp_path)
    append(root / "areas/quayshire/area.yaml", "holds_from: 2099-03-01\n")

    assert commands.main([*command, "--packs", str(root)]) == 2
    said = capsys.readouterr().err
    assert "The area 'quayshire' is held only from 2099-03-01 on; known before: testshire." in said


def test_an_area_that_is_not_held_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is no area of these packs is answered with those that are."""
    assert commands.main(["lint", "--area", "nowhere", "--packs", str(write_root(tmp_path))]) == 2
    assert "quayshire" in capsys.readouterr().err
