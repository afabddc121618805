"""Levels and the rows that stand at them."""
import shutil
from datetime import date
from pathlib import Path

import pytest

from guidance.check import check
from guidance.new import TEMPLATE
from tests.made_up import append, made_up_root, replace

TODAY = date(2026, 11, 21)


def _changed(tmp_path: Path, *changes: tuple[str, str, str]) -> list[str]:
    """The messages after changes to Testshire: (file, old text, new text)."""
    root = made_up_root(tmp_path)
    for name, old, new in changes:
        replace(root / "areas/testshire" / name, old, new)
    return [str(problem) for problem in check(TODAY, root).problems]


def test_a_level_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    """The message names the levels there are."""
    assert _changed(tmp_path, ("indicators.csv", "TST-2-HOME-02,extra", "TST-2-HOME-02,5")) == [
        'areas/testshire/indicators.csv, row 6 (TST-2-HOME-02), column level: There is no level "5". Write everyone, '
        "extra, complex or urgent."
    ]


def test_a_row_of_an_area_with_levels_has_one(tmp_path: Path) -> None:
    """A row without a level would never count."""
    assert _changed(tmp_path, ("indicators.csv", "TST-2-HOME-02,extra", "TST-2-HOME-02,")) == [
        "areas/testshire/indicators.csv, row 6 (TST-2-HOME-02), column level: The level is missing. Write everyone, "
        "extra, complex or urgent."
    ]


def test_a_row_of_an_area_without_levels_has_none(tmp_path: Path) -> None:
    """A document that lists circumstances and has no levels is a pack too."""
    root = made_up_root(tmp_path)
    area = root / "areas/testshire/area.yaml"
    text = area.read_text()
    area.write_text(text[:text.index("levels:")])
    (root / "areas/testshire/consent.yaml").write_text("")
    shutil.copyfile(TEMPLATE / "factors.csv", root / "areas/testshire/factors.csv")
    (root / "areas/testshire/indicators.csv").write_text(
        "id,level,domain,subdomain,ring,scale,kind,harm,concern,topics,says,stands_at,at_least,ask_first,duty,where,"
        "note\nTST-A,,,,whole,,need,,carer,overall,The child looks after somebody.,,early_help,,,item 3,Our reading.\n"
    )

    assert check(TODAY, root).errors() == ()


def test_a_row_of_another_scale_stands_at_one_of_its_bands(tmp_path: Path) -> None:
    """A grid's columns are bands of the grid, or levels, or open; nothing else."""
    def at(band: str) -> list[str]:
        old, new = "HOME-01,extra,home,,family,,context", f"HOME-01,{band},home,,family,replies,scale"
        return _changed(tmp_path / f"band_{band}", ("indicators.csv", old, new))

    assert [at("red"), at("extra"), at("")] == [[], [], []]
    (message,) = at("green")
    assert message.endswith('There is no level "green". Write everyone, extra, complex, urgent or red.')


@pytest.mark.parametrize(("changes", "message"), [
    ((("area.yaml", "    acting: yes\n", ""),), "line 15 (everyone), acting: No level is marked as acting."),
    ((("area.yaml", "response: Offer early help.", "response: Offer early help.\n    acting: yes"),),
     "line 15 (everyone), acting: The levels extra and urgent are all marked as acting."),
])
def test_exactly_one_level_is_for_significant_harm(
    tmp_path: Path, changes: tuple[tuple[str, str, str], ...], message: str
) -> None:
    """No acting level, or two, is refused."""
    assert any(
        found == f"areas/testshire/area.yaml, {message} Write acting: yes at one level only: the one for significant "
                 "harm."
        for found in _changed(tmp_path, *changes)
    )


def test_levels_go_from_calm_to_urgent(tmp_path: Path) -> None:
    """A level may not have a calmer outcome than the one before it."""
    assert _changed(tmp_path, ("area.yaml", "outcome: refer_with_agreement", "outcome: universal")) == [
        'areas/testshire/area.yaml, line 45 (complex), outcome: The outcome "universal" is calmer than "early_help" of '
        "the level before it. List the levels from calm to urgent."
    ]


POOR = "- {name: skint, said: [skint, no money], means: [little money], topics: [housing_money]}\n"
"""Words that people say, whose meaning stands in a statement of the middle level alone."""
ONLY_CALM_ROW = (
    "TST-1-CHILD-01,everyone,child,,child,,strength,,growing,overall,The child grows well.,,,,,"
    '"section 4, item 1",,observation\n'
)


def test_a_level_at_which_nothing_stands_is_refused(tmp_path: Path) -> None:
    """A level that no answer could ever reach is a mistake in the pack."""
    root = made_up_root(tmp_path)
    area = root / "areas/testshire/area.yaml"
    replace(area, "  - id: complex", (
        "  - {id: between, name: Between, colour: mid, means: a, leads: b, response: c, outcome: early_help, "
        "agreement: d, source: {source: tst_thresholds, where: e}}\n  - id: complex"
    ))

    (problem,) = check(TODAY, root).problems

    assert str(problem) == (
        'areas/testshire/area.yaml, line 38 (between): No indicator of kind need stands at the level "between". Add '
        "the document's indicators for it to indicators.csv, or take the level out."
    )


def test_strengths_alone_do_not_reach_a_level(tmp_path: Path) -> None:
    """Above the calmest level only a need counts."""
    root = made_up_root(tmp_path)
    path = root / "areas/testshire/indicators.csv"
    path.write_text(path.read_text().replace("need,,", "context,,"))

    assert {problem.id for problem in check(TODAY, root).problems} == {"extra", "complex"}


def test_the_calmest_level_may_be_empty_if_the_pack_says_so(tmp_path: Path) -> None:
    """A document that prints nothing for its first level is a gap that the pack names."""
    (message,) = _changed(tmp_path / "silent", ("indicators.csv", ONLY_CALM_ROW, ""))
    assert message == (
        'areas/testshire/area.yaml, line 15 (everyone): No indicator stands at the level "everyone". Add them, or say '
        'in gaps, with the id "level:everyone", that the document prints none.'
    )
    assert _changed(tmp_path / "said", ("indicators.csv", ONLY_CALM_ROW, ""),
                    ("area.yaml", "id: silent_advice", 'id: "level:everyone"')) == []


def test_only_the_calmest_level_may_be_empty(tmp_path: Path) -> None:
    """A gap does not excuse a level at which something should be decided."""
    root = made_up_root(tmp_path)
    path = root / "areas/testshire/indicators.csv"
    path.write_text("".join(line for line in path.open() if not line.startswith("TST-2")))
    replace(root / "national/everyday_words.yaml", POOR, "")
    replace(root / "areas/testshire/area.yaml", "id: silent_advice", 'id: "level:extra"')
    (root / "areas/testshire/cases.yaml").write_text("")

    (problem,) = check(TODAY, root).problems

    assert (problem.kind, problem.id) == ("unreachable_level", "extra")


def test_a_gap_about_a_level_names_one(tmp_path: Path) -> None:
    """A misspelt level in a gap would excuse nothing."""
    (message,) = _changed(tmp_path, ("area.yaml", "id: silent_advice", 'id: "level:everybody"'))

    assert 'There is no level "everybody".' in message


def test_a_need_at_the_acting_level_states_harm_or_need(tmp_path: Path) -> None:
    """The level for significant harm acts on one statement of it, so each row says which it is."""
    assert _changed(tmp_path, ("indicators.csv", "need,significant,injury", "need,,injury")) == [
        "areas/testshire/indicators.csv, row 11 (TST-4-CHILD-01), column harm: This row stands at the level for "
        "significant harm and does not say which it states. Write significant if it states significant harm, need if "
        "it states a need."
    ]


@pytest.mark.parametrize(("old", "new"), [
    ("child,,need,,tired", "child,,need,significant,tired"), ("whole,,status,,fostered", "whole,,status,need,fostered"),
])
def test_harm_is_stated_nowhere_else(tmp_path: Path, old: str, new: str) -> None:
    """Below the acting level, or on a row that does not count, harm would decide nothing."""
    (message,) = _changed(tmp_path, ("indicators.csv", old, new))

    assert message.endswith("column harm: Harm is stated here, but only a row of kind need at the acting level decides "
                            "by it. Leave this cell empty.")


def test_a_row_lifted_to_the_acting_level_states_harm(tmp_path: Path) -> None:
    """What counts is where a row stands, not where it is printed."""
    (message,) = _changed(tmp_path, ("indicators.csv", "need,significant,sexual", "need,,sexual"))

    assert "row 9 (TST-3-CHILD-02), column harm: This row stands at the level for significant harm" in message


@pytest.mark.parametrize(("name", "old", "where"), [
    ("indicators.csv", ',"Too serious for the printed level, so it stands at level 4."',
     "indicators.csv, row 9 (TST-3-CHILD-02), column note: stands_at"),
    ("indicators.csv", ",A child who is missing now is asked about first.",
     "indicators.csv, row 10 (TST-3-HOME-01), column note: at_least"),
    ("factors.csv", ",The document asks that this is talked through.",
     "factors.csv, row 3 (TST-F-02), column note: at_least"),
])
def test_what_is_not_printed_says_why_it_is_set(tmp_path: Path, name: str, old: str, where: str) -> None:
    """A row that stands elsewhere, or asks for more, than the document prints has a note."""
    assert (
        f"areas/testshire/{where} is not printed in the document, and no note says why it is set. Write the reason in "
        "one sentence."
    ) in _changed(tmp_path, (name, old, ","))


def test_a_row_without_a_topic_is_refused(tmp_path: Path) -> None:
    """Nobody would ever be asked about it."""
    assert _changed(tmp_path, ("indicators.csv", "unwell,neglect", "unwell,")) == [
        "areas/testshire/indicators.csv, row 7 (TST-3-CHILD-01), column topics: \"topics\" is missing. Fill "
        "it in: nothing else can stand for it."
    ]


def test_a_row_of_another_scale_does_not_count_for_the_levels(tmp_path: Path) -> None:
    """A need belongs to the levels, and a row of kind scale to a scale."""
    (of_levels,) = _changed(tmp_path / "need", ("indicators.csv", "child,,need,,tired", "child,replies,need,,tired"))
    assert of_levels.endswith('column kind: A row of the scale "replies" does not count for the levels, so its kind '
                              "cannot be need. Write scale as its kind, or leave the scale empty.")

    (of_none,) = _changed(tmp_path / "scale", ("indicators.csv", "child,,need,,tired", "child,,scale,,tired"))
    assert of_none.endswith("column scale: The kind is scale, but no scale is named. Write the id of a scale of "
                            "scales.yaml.")


def test_a_raise_for_young_children_gives_an_age(tmp_path: Path) -> None:
    """Without an age the raise would never act."""
    assert _changed(tmp_path, ("area.yaml", "    under_years: 5\n", "")) == [
        "areas/testshire/area.yaml, line 80, under_years: This raise is about young children and gives no age. Write "
        "under_years."
    ]


def test_nothing_is_said_of_levels_while_their_rows_have_mistakes(tmp_path: Path) -> None:
    """A level is not called unreachable because the row that reaches it needs mending."""
    root = made_up_root(tmp_path)
    append(root / "areas/testshire/indicators.csv", "TST-X,urgent,child,,chid,,need,need,x,overall,A.,,,,,item,\n")
    path = root / "areas/testshire/indicators.csv"
    path.write_text("".join(line for line in path.open() if not line.startswith("TST-2")))
    replace(root / "national/everyday_words.yaml", POOR, "")

    assert [problem.kind for problem in check(TODAY, root).problems] == ["not_allowed"]


NEED_PATH = """    need_path:
"""


def test_the_level_for_significant_harm_says_what_help_needs_bring(tmp_path: Path) -> None:
    """Without it, a child whose needs and no harm stand there would be offered what harm brings, or nothing."""
    area = made_up_root(tmp_path) / "areas/testshire/area.yaml"
    text = area.read_text()
    start = text.index(NEED_PATH)
    after = text.index("\n    source:", start)
    area.write_text(text[:start].rstrip("\n") + text[after:])

    (problem,) = check(TODAY, tmp_path).problems

    assert str(problem).endswith(
        "need_path: This level does not say what help there is where only needs, and no harm, stand here. Write "
        "need_path, with means, leads, help, document, needs_agreement, agreement and source.")


def test_the_form_of_the_help_that_needs_bring_is_one_of_the_areas(tmp_path: Path) -> None:
    """A misspelt form would name nothing on the result."""
    area = made_up_root(tmp_path) / "areas/testshire/area.yaml"
    text = area.read_text()
    start = text.index("document:", text.index(NEED_PATH))
    end = text.index("\n", start)
    area.write_text(text[:start] + "document: no_such_form" + text[end:])

    assert any("no_such_form" in str(problem) for problem in check(TODAY, tmp_path).problems)


def test_another_level_needs_no_help_for_needs_of_its_own(tmp_path: Path) -> None:
    """Only at the level for significant harm do harm and need bring different help."""
    assert check(TODAY, made_up_root(tmp_path)).problems == ()
