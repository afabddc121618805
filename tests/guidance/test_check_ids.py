"""Ids: every one that is referred to exists, and each stands once."""
from datetime import date
from pathlib import Path

import pytest

import guidance.models
from guidance.check import check
from guidance.check_ids import REFERENCES
from guidance.our_documents import our_documents
from guidance.vocabulary import Fact
from guidance.words.forms import any_of
from tests.made_up import PACKS, append, made_up_root, replace

TODAY = date(2026, 11, 21)


def _messages(root: Path) -> list[str]:
    return [str(problem) for problem in check(TODAY, root).problems]


@pytest.mark.parametrize(("name", "old", "new", "message"), [
    ("indicators.csv", "routines,parenting;neglect", "routines,parentin;neglect",
     'indicators.csv, row 4 (TST-2-PARENT-01), column topics: There is no topic "parentin". Did you mean "parenting"? '
     "Write education, housing_money, injury, missing, neglect, overall, parenting, sexual_harm or staff_allegation."),
    ("indicators.csv", "harm.,urgent,", "harm.,urgnt,",
     'indicators.csv, row 9 (TST-3-CHILD-02), column stands_at: There is no level "urgnt". Did you mean "urgent"? '
     "Write complex, everyone, extra or urgent."),
    ("indicators.csv", "parents;home", "parents;hoem",
     'indicators.csv, row 13 (TST-4-PARENT-01), column domain: There is no domain "hoem". Did you mean "home"? Write '
     "child, home or parents."),
    ("indicators.csv", "consult_today,,missing", "consult_today,,misssing",
     'indicators.csv, row 10 (TST-3-HOME-01), column duty: There is no duty "misssing". Did you mean "missing"? Write '
     "allegation, grown_up, missing, no_school, non_mobile_injury or worker_known."),
    ("indicators.csv", "refer_now,sexual_abuse", "refer_now,sexual_abus",
     'indicators.csv, row 9 (TST-3-CHILD-02), column ask_first: There is no sign "sexual_abus". Did you mean '
     '"sexual_abuse"? Write allegation_adult, disclosure, missing_now, non_mobile_injury, sexual_abuse, '
     "suicide_or_self_harm or tst_quarry."),
    ("signs.csv", "Ring 999.,none,,overall", "Ring 999.,secret,,overall",
     'signs.csv, row 2 (tst_quarry), column telling: There is no telling rule "secret". Write allegation, '
     "anyone_at_home, anyone_suspected, child_at_home, marked_place, not_readable, police_enquiry, raises_risk, "
     "sexual_abuse, suspected_unknown or young_child_at_home."),
    ("area.yaml", "front_door: front_door", "front_door: frontdoor",
     'area.yaml, line 11, front_door: There is no contact "frontdoor". Did you mean "front_door"? Write duty_team, '
     "emergency_999, finder, front_door, helpline, officer or police_101."),
    ("area.yaml", "document: early_help_form", "document: early_help",
     'area.yaml, line 33 (extra), document: There is no document "early_help". Did you mean "early_help_form"? Write '
     "early_help_form or referral_form."),
    ("documents.yaml", "when: {outcomes: [early_help]}", "when: {outcomes: [early_help]}\n  order: [consents]",
     'documents.yaml, line 15 (early_help_form), order: There is no section of our referral "consents". Did you mean '
     '"consent"? The 25 that exist are in docs/add_a_document.md.'),
    ("contacts.yaml", "outside: duty_team", "outside: duty",
     'contacts.yaml, line 12 (front_door), outside: There is no contact "duty". Did you mean "duty_team"? Write '
     "duty_team, emergency_999, finder, front_door, helpline, officer or police_101."),
    ("contacts.yaml", "outside_of: front_door", "outside_of: door",
     'contacts.yaml, line 22 (duty_team), hours, outside_of: There is no contact "door". '
     "Write duty_team, emergency_999, finder, front_door, helpline, officer or police_101."),
    ("consent.yaml", "levels: [extra, complex]", "levels: [extra, 3]",
     'consent.yaml, line 4 (tst_service), levels: There is no level "3". Write complex, everyone, extra or urgent.'),
    ("timescales.yaml", "{outcomes: [refer_now, refer_with_agreement]}", "{duties: [escalation]}",
     'timescales.yaml, line 6 (tst_decision), when, duties: There is no duty "escalation". Did you mean '
     '"allegation"? Write allegation, grown_up, missing, no_school, non_mobile_injury or worker_known.'),
    ("circumstances.yaml", "for_roles: [teacher]", "for_roles: [teachers]",
     'circumstances.yaml, line 5 (missing), steps 1, for_roles: There is no role "teachers". Did you mean "teacher"? '
     "Write fgm_duty, first_responder, health_visitor, internal_lead, teacher, teaching_assistant, volunteer or "
     "works_alone."),
    ("scales.yaml", "timescale: tst_decision", "timescale: tst_decide",
     'scales.yaml, line 5 (replies), bands 1, timescale: There is no timescale "tst_decide". Did you mean '
     '"tst_decision"? Write officer_told, seen_today or tst_decision.'),
    ("documents.yaml", "ours: referral", "ours: refferal",
     'documents.yaml, line 3 (referral_form), ours: There is no document of ours "refferal". Did you mean "referral"? '
     f"Write {any_of(sorted(our_documents()))}."),
    ("processes.yaml", "contact: front_door", "contact: hub",
     'processes.yaml, line 8 (escalation), contact: There is no contact "hub". Write duty_team, emergency_999, '
     "finder, front_door, helpline, officer or police_101."),
    ("glossary.yaml", "source: tst_thresholds", "source: tst_threshold",
     'glossary.yaml, line 1 (Front door), source, source: There is no source "tst_threshold". Did you mean '
     '"tst_thresholds"? Write nat_guide, nat_old_guide, tst_thresholds, tst_web or windscreen_practice.'),
    ("circumstances.yaml", "anyone, source: {source: tst_thresholds", "anyone, source: {source: wrong",
     'circumstances.yaml, line 6 (missing), tool, source, source: There is no source "wrong". Write nat_guide, '
     "nat_old_guide, tst_thresholds, tst_web or windscreen_practice."),
    ("sources.yaml", "date: November 2026\n", "date: November 2026\n  superseded_by: tst_new\n",
     'sources.yaml, line 11 (tst_web), superseded_by: There is no source "tst_new". Did you mean "tst_web"? Write '
     "nat_guide, nat_old_guide, tst_thresholds, tst_web or windscreen_practice."),
])
def test_an_id_that_does_not_exist_names_its_place_and_the_nearest(
    tmp_path: Path, name: str, old: str, new: str, message: str
) -> None:
    """Wherever an id is written, a wrong one is found, with what exists."""
    root = made_up_root(tmp_path)
    replace(root / "areas" / "testshire" / name, old, new)

    assert _messages(root) == [f"areas/testshire/{message}"]


def test_a_missing_document_of_the_area_is_told_once(tmp_path: Path) -> None:
    """A pack whose own document is not among its sources is told so in its head, not at every fact."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/sources.yaml", "id: tst_thresholds", "id: tst_old")

    (message,) = _messages(root)

    assert message.startswith('areas/testshire/area.yaml, line 6, document: There is no source "tst_thresholds".')


def test_nothing_is_said_of_ids_in_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """One broken file gives one message, not one for everything that refers to it."""
    root = made_up_root(tmp_path)
    append(root / "areas/testshire/contacts.yaml", "\t- broken\n")

    (message,) = _messages(root)

    assert "There is a tab here." in message


def test_an_entry_with_a_mistake_may_still_be_referred_to(tmp_path: Path) -> None:
    """A contact that needs mending exists: nobody is told that it does not."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/contacts.yaml", "hours: {kind: outside,", "hours: {kind: outsid,")

    (message,) = _messages(root)

    assert "hours, kind" in message


def test_an_area_cannot_cite_another_areas_source(tmp_path: Path) -> None:
    """A source belongs to one area or to everybody."""
    root = made_up_root(tmp_path)
    other = _second_area(root, "otherland")
    replace(other / "glossary.yaml", "source: otherland_thresholds", "source: tst_thresholds")

    (message,) = _messages(root)

    assert message.startswith('areas/otherland/glossary.yaml, line 1 (Front door), source, source: There is no source '
                              '"tst_thresholds".')


def _second_area(root: Path, name: str) -> Path:
    """Testshire again under another name, with sources, signs and timescales of its own."""
    folder = root / "areas" / name
    folder.mkdir()
    for path in (PACKS / "areas" / "testshire").iterdir():
        text = path.read_text(encoding="utf-8").replace("tst_", f"{name}_").replace("id: testshire", f"id: {name}")
        (folder / path.name).write_text(text, encoding="utf-8")
    return folder


def test_two_areas_may_use_the_same_ids_but_for_sources(tmp_path: Path) -> None:
    """An area's contacts and indicators are its own; a source id stands in one pack only."""
    root = made_up_root(tmp_path)
    other = _second_area(root, "otherland")
    assert _messages(root) == []

    append(other / "sources.yaml", "- {id: tst_web, title: a, publisher: b, date: c, checked_on: 2026-11-21, "
                                   "review_by: 2027-05-21}\n")

    (message,) = _messages(root)
    assert message == (
        'areas/testshire/sources.yaml, line 7 (tst_web), id: The id "tst_web" is used already, in '
        "areas/otherland/sources.yaml, line 13. Give one of the two another id."
    )


@pytest.mark.parametrize(("name", "old", "new", "message"), [
    ("indicators.csv", "TST-2-HOME-02", "TST-2-HOME-01",
     'indicators.csv, row 6 (TST-2-HOME-01), column id: The id "TST-2-HOME-01" is used already, in '
     "areas/testshire/indicators.csv, row 5. Give one of the two another id."),
    ("factors.csv", "TST-F-02", "TST-2-HOME-01",
     'factors.csv, row 3 (TST-2-HOME-01), column id: The id "TST-2-HOME-01" is used already, in '
     "areas/testshire/indicators.csv, row 5. Give one of the two another id."),
    ("signs.csv", "tst_quarry", "missing_now",
     'signs.csv, row 2 (missing_now), column id: The id "missing_now" is used already, in '),
    ("contacts.yaml", "- id: officer", "- id: police_101",
     'contacts.yaml, line 25 (police_101), id: The id "police_101" is used already, in '),
    ("timescales.yaml", "- id: tst_decision", "- id: seen_today",
     'timescales.yaml, line 1 (seen_today), id: The id "seen_today" is used already, in '),
    ("sources.yaml", "- id: tst_web", "- id: nat_guide",
     'sources.yaml, line 7 (nat_guide), id: The id "nat_guide" is used already, in '),
    ("factors.csv", "TST-F-02", "TST F 02",
     'factors.csv, row 3 (TST F 02), column id: "TST F 02" cannot be an id. Use letters, figures and - _ : . without '
     "spaces."),
])
def test_an_id_that_repeats_or_cannot_be_one_is_refused(
    tmp_path: Path, name: str, old: str, new: str, message: str
) -> None:
    """An id stands once where a case or a reader would meet it, and it fits into an address."""
    root = made_up_root(tmp_path)
    replace(root / "areas" / "testshire" / name, old, new)

    assert any(found.startswith(f"areas/testshire/{message}") for found in _messages(root))


def test_every_field_that_is_named_like_a_reference_is_checked() -> None:
    """A new field that holds ids of a part cannot be added to a pack without being checked."""
    names = {name for fields in REFERENCES.values() for name in fields}
    models = [model for model in vars(guidance.models).values() if isinstance(model, type) and issubclass(model, Fact)]

    unchecked = [
        (model.__name__, name) for model in models for name, info in model.model_fields.items()
        if name in names and name not in REFERENCES.get(model, {}) and info.annotation in (str, tuple[str, ...])
    ]

    assert unchecked == []


def test_every_field_named_as_a_reference_exists() -> None:
    """The table of references names real fields, so that a renamed field cannot slip out of the check."""
    assert all(field in model.model_fields for model, fields in REFERENCES.items() for field in fields)
