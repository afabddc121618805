"""The Early Help Assessment."""
import re
from typing import get_args

import pytest

from decision.assess import assess
from decision.worked import expand
from exports.assessment_rows import GROUPS
from exports.blocks import Paragraph
from exports.details import DOMAINS, Details
from exports.documents.early_help_assessment import NOT_THEIRS, TITLES, URGENT, _reason, levels
from exports.family_reads import before_a_talk
from exports.make import make
from exports.material import Material
from exports.two_answers import first_paths
from exports.windscreen import level_name
from exports.windscreen_around import raise_shown
from guidance.load import load_packs
from guidance.vocabulary import RaiseKind
from guidance.words import say
from tests.exports import samples
from tests.exports.reading import squeezed, tagged_text
from tests.exports.test_make import OPEN

PACKS = load_packs()


def made(details: Details = samples.DETAILS) -> str:
    """The text of the sample assessment."""
    return tagged_text(make("early_help_assessment", samples.CASE, details, OPEN, samples.PACKS, samples.NOW))


def test_agreement_stands_at_the_start_and_at_the_end() -> None:
    """Two agreements: to do this, and to share it."""
    said = made()
    assert said.index("Your agreement at the start") < said.index("How things are")
    assert said.index("Our plan") < said.index("Your agreement to share this")


def test_every_domain_of_the_model_is_printed_once() -> None:
    """No part of the assessment framework is left out or asked twice."""
    assert [id_ for rows, _ in GROUPS for id_ in rows] == list(DOMAINS)
    assert len(TITLES) == len(GROUPS)
    said = made()
    assert all(say(f"papers.eha.{id_}") in said for id_ in DOMAINS)


def test_views_plan_and_review_are_there() -> None:
    """The child's view and day, both parents' views, the plan and the review date are printed."""
    said = squeezed(made())
    for part in ("I want mummy to have a rest.", "I get up and make toast.",
                 "I am tired and I want this to get better.",
                 "Not asked: He lives away.", "Night plan", "15 January 2027", "Checked by a manager"):
        assert squeezed(part) in said


def test_what_is_for_professionals_only_is_not_there() -> None:
    """Signs, statements ticked, the person suspected and risks to staff are not in a family's paper."""
    said = made()
    for part in ("Collects on Fridays", "large dog", "An injury that nobody explains", "Who might be causing this",
                 "fed the baby herself", "H-0001"):
        assert part not in said


def test_who_must_not_see_it_is_not_named_on_it() -> None:
    """The paper says to ask before it goes to anybody else, and not because of whom: that person might read it."""
    said = made()
    assert "Before it goes to anybody else" in said
    assert "Must not be seen" not in said
    assert "The father" not in said


def test_an_empty_one_can_be_filled_in_by_hand() -> None:
    """Without answers there are still all headings, empty boxes and three lines of plan."""
    said = made(Details())
    assert "What led here, and what we hope for" in said
    assert "Our plan" in said


@pytest.mark.parametrize(("pack_id", "number"), [
    (pack_id, number) for pack_id, pack in PACKS.areas.items() for number, _ in enumerate(pack.cases)])
def test_the_level_is_that_of_the_result(pack_id: str, number: int) -> None:
    """Of every worked case: the assessment names each level that the help of the result names, a raised one too."""
    one = expand(PACKS.areas[pack_id].cases[number], pack_id, PACKS)
    decision = assess(one.case, PACKS, one.on)
    area = PACKS.areas[decision.home_area]
    said = " ".join(levels(Material(one.case, Details(), decision, PACKS, one.on)))
    named = [path.level for path in first_paths(decision) if path.level]
    assert all(level_name(area.level[id_]) in said for id_ in named)
    if decision.place.raised and not named:
        assert level_name(area.level[decision.place.raised[0].to_level]) in said


def test_why_one_level_more_is_thought_of_stands_beside_the_level_in_words_for_the_family() -> None:
    """Of every worked case that is raised and may be written with the family: one line, with its document, and nothing
    of what the pack says to the practitioner; none where a talk comes before the family is asked, nor of what was known
    before or gets worse, which they are not given."""
    told, silent = set(), 0
    for pack_id, pack in PACKS.areas.items():
        for raw in pack.cases:
            one = expand(raw, pack_id, PACKS)
            m = Material(one.case, Details(), assess(one.case, PACKS, one.on), PACKS, one.on)
            area = PACKS.areas.get(m.decision.home_area)
            raised = raise_shown(m.decision.place, area) if area and area.levels else None
            if area is None or raised is None or m.decision.outcome in URGENT:
                continue
            said = " ".join(str(block.said) for block in _reason(m) if isinstance(block, Paragraph))
            assert raised.says not in said
            if raised.kind in NOT_THEIRS:
                assert say("papers.eha.raised", level="", reason="", source="")[:4] not in said
                continue
            why = say(f"papers.eha.raised.{raised.kind}")
            if before_a_talk(m):
                silent += 1
                assert why not in said
                continue
            told.add(raised.kind)
            source = PACKS.source(raised.source)
            assert said.index(say("papers.eha.level", level="")[:20]) < said.index(why) < said.index(source.title)
            assert raised.source.where not in said
    assert told == set(get_args(RaiseKind)) - set(NOT_THEIRS)
    assert silent


def test_no_word_on_a_raise_alarms_or_instructs() -> None:
    """It says what is so, and neither names harm or danger nor tells anybody what to do."""
    for kind in set(get_args(RaiseKind)) - set(NOT_THEIRS):
        said = say(f"papers.eha.raised.{kind}")
        assert len(said) < 60
        assert not re.search(r"harm|danger|risk|neglect|serious|protect|must|should|never", said)
