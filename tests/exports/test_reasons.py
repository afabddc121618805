"""Reasons on a referral are reasons: no instruction, nothing open twice, no suspicion as a fact; for every pack."""
import re
from functools import cache
from typing import get_args

import pytest

from decision.assess import assess
from decision.case import Case, Finding, NotSureWhy, SignAnswer
from decision.known import read
from decision.not_asked import not_asked
from exports import found, reasons
from exports.details import Details
from exports.findings import by_writer
from exports.make import make
from exports.material import Material
from exports.pdf.seal import page_count
from exports.windscreen import in_words
from guidance.load import load_packs
from guidance.vocabulary import Basis
from guidance.words import say
from tests.exports.samples import NOW
from tests.exports.test_from_check import CASES, paper, worked

PACKS = load_packs()
WRONG = re.compile(r"\b[Yy]ou(?:rs?)?\b|\bI (?:were|are)\b|\bI(?=[.,;:)]|$)|\b(?:for|of|by) I\b")
"""What is no English of somebody who speaks of himself; a small i in brackets is a number."""
INSTRUCTS = re.compile(r"(?:^|[.:;] )(?:ring|ask|tell|do not|say|talk to|call|report|look|find out|keep|think)\b",
                       re.IGNORECASE)
"""How what the practitioner is to do begins."""
BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*\)$")
"""A source at the end of a reason, whose title nobody here has written."""
SIGNS = [(area, sign.id) for area in PACKS.areas for sign in PACKS.signs(area)]
LONGEST = ("seen_hurt", "serious_assault", "injury_unexplained", "non_mobile_injury", "sexual_under_13", "fgm_done",
           "strangulation", "homeless_16_17")
"""Signs with the most to say beside them."""


@cache
def alone(area: str, id_: str, suspected: bool = False) -> Material:
    """A case in which one sign, or statement, is so, or suspected without proof, and nothing else has been answered."""
    why: NotSureWhy | None = "cannot_prove" if suspected else None
    if id_ in {sign.id for sign in PACKS.signs(area)}:
        answer = SignAnswer(answer="not_sure", why=why) if suspected else SignAnswer(answer="yes")
        case = Case(home_area=area, signs={id_: answer})
    else:
        case = Case(home_area=area, findings=(Finding(id=id_, why=why),))
    return Material(case, Details(), assess(case, PACKS, NOW), PACKS, NOW)


def lines(m: Material) -> list[str]:
    """The reasons of a case in both readings, without their sources."""
    return [BRACKETS.sub("", line.rstrip(".")).strip() for line in (*reasons.in_full(m), *reasons.beside_rows(m))]


def instructions(m: Material) -> list[str]:
    """Reasons that tell the writer what to do, or speak to them."""
    return [line for line in lines(m) if WRONG.search(line) or INSTRUCTS.search(line)]


@pytest.mark.parametrize("area", PACKS.areas)
def test_no_reason_is_an_instruction(area: str) -> None:
    """Of every sign, and of every statement that asks for something by itself or through a duty."""
    pack = PACKS.areas[area]
    ids = [sign.id for sign in PACKS.signs(area)]
    ids += [row.id for row in pack.indicators if row.at_least or row.duty]
    for id_ in ids:
        m = alone(area, id_)
        assert instructions(m) == [], id_
        said = "\n".join(lines(m))
        for reason in m.decision.reasons:
            if reason.kind == "duty":   # by its name alone, whatever its pack says
                assert str(reason.why) not in said, (id_, reason.id)
                assert by_writer(reason.says).rstrip(".") in said, (id_, reason.id)


@pytest.mark.parametrize(("pack_id", "number"), CASES)
def test_no_reason_of_a_worked_case_is_an_instruction(pack_id: str, number: int) -> None:
    """Refusals, danger, changes, a lead who decided otherwise: whatever gave a reason, it is one."""
    assert instructions(worked(pack_id, number)) == []


@pytest.mark.parametrize(("pack_id", "number"), CASES)
def test_every_reason_stands(pack_id: str, number: int) -> None:
    """Each statement that decided stands by its mark, and each duty by its name; in full, by its words."""
    m = worked(pack_id, number)
    rows = {one.id: one for one in found.in_order(m)}
    full, beside = "\n".join(reasons.in_full(m)), "\n".join(reasons.beside_rows(m))
    for reason in m.decision.reasons:
        if reason.kind == "duty":
            assert say("papers.reason.duty", duty=by_writer(reason.says)) in full
            assert say("papers.reason.duty", duty=by_writer(reason.says)) in beside
        elif reason.id in rows:
            assert rows[reason.id].stated.rstrip(".") in full
            assert f"“{rows[reason.id].mark}”" in beside


@pytest.mark.parametrize("area", PACKS.areas)
def test_what_is_open_is_listed_once(area: str) -> None:
    """What nobody has asked stands in the list at the end, and the reasons only say that there is something."""
    for id_ in [sign.id for sign in PACKS.signs(area)][::8]:
        m = alone(area, id_)
        said = paper("referral", m).casefold()
        for item in not_asked(read(m.case, PACKS)):
            assert said.count(by_writer(item.words).casefold()) == 1, (id_, item.words)
        assert say("papers.reason.open", where=say("papers.gaps")).casefold() in said


@pytest.mark.parametrize("area", PACKS.areas)
def test_a_sign_that_is_asked_about_first_is_open_once(area: str) -> None:
    """A statement that may mean a sign: the sign stands among what is not known, and the reasons point there."""
    for row in [row for row in PACKS.areas[area].indicators if row.ask_first][::5]:
        m = alone(area, row.id)
        for gap in m.decision.gaps:
            if gap.kind != "ask_now":
                continue
            sign = next(sign for sign in PACKS.signs(area) if sign.id == gap.id)
            wanted = say("reason.sign_not_answered", sign=by_writer(sign.says))
            assert wanted not in "\n".join(reasons.beside_rows(m)), row.id
            assert wanted in paper("referral", m), row.id


@pytest.mark.parametrize(("area", "id_"), [one for number, one in enumerate(SIGNS)
                                          if number % 12 == 0 or one[1] in LONGEST])
def test_a_referral_of_one_sign_is_three_pages_at_most(area: str, id_: str) -> None:
    """Nothing else has been answered: what nobody knows takes no page of its own."""
    m = alone(area, id_)
    assert page_count(make("referral", m.case, m.details, m.decision, PACKS, NOW)) <= 3


@pytest.mark.parametrize("area", PACKS.areas)
def test_a_suspicion_is_never_stated_as_known(area: str) -> None:
    """It has the open mark beside how it is known, says so wherever it stands alone, and stays among what counts."""
    pack = PACKS.areas[area]
    ids = [sign.id for sign in PACKS.signs(area)][::6]
    ids += [row.id for row in pack.indicators if row.kind == "need" and not row.scale][::25]
    for id_ in ids:
        m, sure = alone(area, id_, suspected=True), alone(area, id_)
        one = next(one for one in found.in_order(m) if one.id == id_)
        plain = next(one for one in found.in_order(sure) if one.id == id_)
        assert (one.says, one.unsure, one.mark) == (plain.says, False, f"{plain.mark}?"), id_
        assert one.stated == say("papers.found.suspected", statement=one.says)
        assert one.evidence[1].said == say("papers.unproved"), id_
        assert [said for said in paper("referral", m).split("\n") if said.startswith(one.says.rstrip("."))] == [
            one.says], id_
        text = "\n".join(reasons.beside_rows(m))
        assert say("unsure.suspected") not in text
        assert one.says not in text.replace(one.stated, ""), id_
        if pack.levels:
            words = in_words(found.place(m), pack)
            assert one.says not in words.replace(one.stated, ""), id_


@pytest.mark.parametrize("basis", get_args(Basis))
def test_how_it_is_known_can_make_it_a_suspicion(basis: Basis) -> None:
    """Who only suspects has said so, whether or not they were asked for a proof."""
    case = Case(home_area="luton", signs={"strangulation": SignAnswer(answer="yes", basis=basis)})
    m = Material(case, Details(), assess(case, PACKS, NOW), PACKS, NOW)
    one, = found.in_order(m)
    assert one.suspected == (basis == "suspected")
    assert one.mark == (f"{found.SIGN}?" if basis == "suspected" else found.SIGN)


def test_what_nobody_has_answered_takes_no_line_of_page_one() -> None:
    """What was tried and what goes well stand there where somebody said it, and else in the list at the end."""
    blank = alone("luton", "strangulation")
    said = paper("referral", blank)
    assert say("papers.strengths") not in said
    assert say("papers.tried") not in said
    assert say("papers.strengths.heading") in said.rpartition(say("papers.gaps"))[2]
    case = blank.case.but(strengths_note="Reads with her grandmother")
    assert "Reads with her grandmother" in paper("referral", Material(case, Details(), blank.decision, PACKS, NOW))


@pytest.mark.parametrize(("pack_id", "number"), CASES)
def test_a_statement_is_one_reason_also_where_it_counts_twice(pack_id: str, number: int) -> None:
    """In the text to copy as on the paper: once by its level and once for its harm is one line, with all it counts
    for."""
    m = worked(pack_id, number)
    lines = reasons.in_full(m)
    rows = {one.id: one for one in found.in_order(m)}
    places = {(reason.id, reason.source) for reason in m.decision.reasons
              if reason.id in rows and reason.kind != "duty"}
    for id_ in {id_ for id_, _ in places}:
        begun = [line for line in lines if line.startswith(rows[id_].stated.rstrip("."))]
        same_words = [one for one, _ in places if rows[one].stated == rows[id_].stated]
        assert 1 <= len(begun) <= len(same_words), begun
    for reason in m.decision.reasons:
        if reason.id in rows and (why := reasons.why_counts(reason)):
            assert any(why.rstrip(".") in line for line in lines) or reason.kind == "duty"
