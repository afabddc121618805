"""The referral."""
from datetime import date
from functools import cache

import pytest

from decision.case import Case, Child, FamilyMember
from decision.result import Decision
from exports.details import Details, HouseholdMember, LogEntry
from exports.documents.referral import SECTIONS, in_order
from exports.make import make
from exports.material import Material
from guidance.packs import Packs
from guidance.vocabulary import REFERRAL_SECTIONS
from guidance.words import say
from tests.exports import samples
from tests.exports.reading import squeezed, tagged, tagged_text

FIRST = ["What we are worried about", "What it means, and what we ask"]
"""The headings of page one, which stands before every order."""


def made(decision: Decision = samples.DECISION, case: Case = samples.CASE, details: Details = samples.DETAILS) -> bytes:
    """The sample referral."""
    return make("referral", case, details, decision, samples.PACKS, samples.NOW)


@cache
def sample() -> bytes:
    """The sample referral as it is, made once."""
    return made()


def section(data: bytes, title: str) -> str:
    """The text of one section, from its heading to the next."""
    found, inside = [], False
    for role, text in tagged(data):
        if role == "H2":
            inside = text.strip() == title
        elif inside:
            found.append(text)
    return "\n".join(found)


def test_sections_stand_in_the_order_in_which_they_are_read() -> None:
    """Page one, then from the call to the signature, as front doors ask; what stands on page one whole stands once, and
    what nobody has answered stands in one list at the end."""
    headings = [text.strip() for role, text in tagged(sample()) if role == "H2"]
    assert headings == [
        *FIRST, "The call and what has been done", "Told, and agreed: two separate facts", "The children",
        "Household and family", "Professionals", "Who is referring", "The worry", "The windscreen in words", "History",
        "What has been tried", "Analysis", "Safe contact and access", "Attachments",
        "The practitioner's own view, and the result", "Declaration", "Where this comes from",
        "Not asked or not answered yet",
    ]


def test_danger_and_the_call_come_first() -> None:
    """Before anything else: danger, ring first, and the number."""
    first = "\n".join(text for _, text in tagged(sample())[:8])
    assert "Ring 999 now." in first
    assert "Do not wait until it is complete." in first
    assert "Access and Referral Hub: 01632 960100. Check before use." in first


def test_every_answer_is_in_it() -> None:
    """Nothing that was typed into case or details is lost on the way to paper."""
    found = squeezed(tagged_text(sample()))
    for said in [*_texts(samples.CASE.model_dump(mode="json")), *_texts(samples.DETAILS.model_dump(
            mode="json", exclude={"assessment", "format", "marking", *OF_OTHER_PAPERS}))]:
        assert squeezed(said) in found


OF_OTHER_PAPERS = ("missing_education", "allegation", "conversation")
CODES = {"windscreen-case/4", "central_bedfordshire", "teacher", "CBC-2-CHILD-01", "CBC-3-PARENT-02", "hub"}


def _texts(node: object) -> list[str]:
    """Every answer in somebody's own words: without dates, codes and letters of children."""
    if isinstance(node, dict):
        return [text for item in node.values() for text in _texts(item)]
    if isinstance(node, list):
        return [text for item in node for text in _texts(item)]
    if not isinstance(node, str) or node in CODES or (" " not in node and node.islower()) or "T" in node[10:11]:
        return []
    return [line for line in node.split("\n") if len(line) > 1 and line[:4] not in ("2019", "1995", "2026")]


def test_told_and_agreed_are_two_facts() -> None:
    """Each person has a row with told, agrees, risk, and what applies now."""
    said = section(sample(), "Told, and agreed: two separate facts")
    row = "\n".join(("Mother (Anna Żółkowska-Example)", "yes", "agrees", "no", "may be told"))
    assert squeezed(row) in squeezed(said)
    assert "I want the help." in said


def test_somebody_who_is_not_to_be_told_is_never_prompted_for() -> None:
    """No signature, no record of agreement and no deadline asks anything of them; the reason stands there instead."""
    said = tagged_text(sample())
    assert "Do not tell yet: father." in said
    assert "Until: the front door." in said
    assert "Telling him may raise the risk for the mother." in said
    assert "No signature is asked of: father, the child. Page one says why." in said
    declaration = section(sample(), "Declaration")
    assert "Mother (if they agree)" in declaration
    assert "Father (if" not in declaration


@pytest.mark.parametrize("state", ["not_yet", "ask_first"])
def test_records_of_somebody_held_back_are_left_out(state: str) -> None:
    """What was asked of somebody who is not to be told now is not printed as an agreement."""
    data = made(samples.decision(told=samples.telling(mother=state)))
    assert "I want the help." not in tagged_text(data)
    assert "Mother (if they agree)" not in tagged_text(data)


def test_a_person_without_a_rule_is_not_prompted_for() -> None:
    """Where the result says nothing about somebody, nothing is asked of them: the front door is to be asked."""
    data = made(samples.decision(told=()))
    assert "ask the front door" in section(data, "Told, and agreed: two separate facts")
    assert "(if they agree)" not in section(data, "Declaration")


def test_who_was_entered_is_named_and_nobody_else() -> None:
    """Of whom nothing else is known: in one line, and not as empty cells. Where nobody was, the section is a gap."""
    one = Case(family=(FamilyMember(key="mother", relation="mother"),))
    said = section(made(case=one, details=Details()), "Household and family")
    assert said.strip() == "No name, date of birth or address yet: mother."
    nobody = tagged_text(made(case=Case(), details=Details()))
    assert "Household and family" in nobody[nobody.index(say("papers.gaps")):]
    assert "Parental responsibility: yes" in section(made(details=Details()), "Household and family")


def test_only_who_was_said_to_live_there_stands_at_home() -> None:
    """Nobody is put into the child's home by being in the family: who lives there was said, or is an open question."""
    said = tagged_text(made(details=Details(household=(
        HouseholdMember(relation="Aunt", lives_in_home="yes"), HouseholdMember(relation="Uncle", lives_in_home="no"),
        HouseholdMember(relation="Lodger"), HouseholdMember(relation="Cousin", lives_in_home="not_known")))))
    rows = said[said.index("At home"):said.index("Worried")].split("\n")
    assert rows[rows.index("At home") + 1] == "Aunt"
    assert rows[rows.index("Not at home") + 1] == "Uncle"
    others = " ".join(rows[rows.index("Others in the child’s life") + 1:])
    assert "Lodger; Cousin; mother; father (where they live: not asked, or not known)" in others


def test_where_nobody_was_asked_who_lives_there_one_line_says_so() -> None:
    """Of an unborn child the woman who expects it is not asked about: where she is the child is. Beside a child who is
    born she is, and so is everybody else."""
    mother = FamilyMember(key="m", relation="mother", expecting="yes")
    others = (mother, FamilyMember(key="s", relation="stepfather"))
    unborn, born = Child(label="A", not_born=True), Child(label="B", age_years=3)
    for children, family, line in (
            ((unborn,), (mother,), "mother (is expecting the baby)"),
            ((unborn,), others,
             "mother (is expecting the baby); stepfather (where they live: not asked, or not known)"),
            ((unborn, born), (mother,), "mother (where they live: not asked, or not known)")):
        said = tagged_text(made(case=Case(children=children, family=family), details=Details()))
        rows = said[:said.index("Worried")].split("\n")
        assert "At home" not in rows
        assert " ".join(rows[rows.index("Family") + 1:]).startswith(line)
    assert "At home" in tagged_text(made(case=Case(children=(born,)), details=Details()))


def test_nothing_that_keeps_somebody_safe_is_cut_on_page_one() -> None:
    """However much was written: whom not to tell and why, the safe way and what a visit must mind stand whole."""
    long = "Ring only while he is at work and never leave a message. " * 40
    case = samples.CASE.but(family=tuple(one.but(note=f"{one.key}: {long}End.") for one in samples.CASE.family),
                            other_worry_note=long)
    narrative = samples.DETAILS.narrative.but(safe_contact=f"Safe: {long}End.", visiting_risk=f"Visit: {long}End.",
                                              why_now=long * 3)
    data = made(case=case, details=samples.DETAILS.but(narrative=narrative))
    before = squeezed(tagged_text(data).partition(FIRST[0])[0])
    for part in (f"Safe: {long}End.", f"Visit: {long}End.", *(f"{one.key}: {long}End." for one in case.family),
                 *(one.why for one in samples.telling() if one.state != "tell")):
        assert squeezed(part) in before


def test_a_statement_stands_once() -> None:
    """On page one in the table; later sections name its mark, and what was noted of several stands once."""
    note = "Seen by me at the gate on three mornings."
    case = samples.CASE.but(findings=tuple(one.but(note=note, when="in May", words="", about=("A",), basis="seen",
                                                   body=()) for one in samples.CASE.findings), other_worry_note="")
    said = squeezed(tagged_text(made(case=case, details=Details())))
    assert len(case.findings) == 2
    assert said.count(squeezed(note)) == 1
    for one in ("The child often comes without warm clothes", "Daily care of the baby is often not good enough"):
        assert said.count(squeezed(one)) == 1


def test_the_sources_are_those_of_the_facts() -> None:
    """A few lines: the area's document, and those of the statements, reasons and help that stand on the paper."""
    ids = [source.id for source in Material(samples.CASE, samples.DETAILS, samples.DECISION, samples.PACKS,
                                            samples.NOW).used()]
    said = section(sample(), "Where this comes from")
    listed = [text for text in said.split("\n") if text != "•"][:-1]
    assert ids
    assert [text.partition(",")[0] for text in listed] == [samples.PACKS.sources[id_].title for id_ in ids]


def test_not_known_and_not_answered_are_different() -> None:
    """What is not known prints as not known; what nobody answered as not answered."""
    said = section(sample(), "Not asked or not answered yet")
    assert "Child A: Zofia Żółkowska-Example, said to be not known: Religion; NHS number." in said
    assert "Child A: Zofia Żółkowska-Example: Telephone." in said


def test_findings_say_how_they_are_known() -> None:
    """Each statement has its children, its basis, when, the facts, and the child's words."""
    said = section(sample(), FIRST[0])
    for part in ("The child often comes without warm clothes", "I saw or heard it", "someone told me or wrote it",
                 "The child’s words: “Mummy says the coat is at Nana's”"):
        assert part in said


def test_the_windscreen_is_there_as_picture_and_in_words() -> None:
    """The small figure stands on page one, once; what it shows stands in words later."""
    roles = [role for role, _ in tagged(sample())]
    said = section(sample(), "The windscreen in words")
    assert roles.count("Figure") == 1
    assert "The findings support Level 3, Complex needs." in said


def test_an_area_without_a_pack_still_has_a_referral() -> None:
    """No windscreen is invented, and the rest is there."""
    data = made(samples.decision(home_area="elsewhere"))
    assert "The windscreen in words" not in [text.strip() for role, text in tagged(data) if role == "H2"]
    assert "Area not said" in tagged_text(data)


def test_reasons_have_their_sources() -> None:
    """Every reason ends with where it comes from, and the end matter says what has been replaced."""
    result = section(sample(), "The practitioner's own view, and the result")
    assert "(Central Bedfordshire document, section 4)" in result
    assert "Since replaced by: Newer threshold document (2026)." in section(sample(), "Where this comes from")


def test_deadlines_are_left_out_while_somebody_is_held_back() -> None:
    """Dates of what the user must do stand in the referral only where everybody may be told."""
    everybody = tuple(item.model_copy(update={"state": "tell"}) for item in samples.telling())
    open_case = tagged_text(made(samples.decision(told=everybody)))
    assert "Send the referral in writing" not in tagged_text(sample())
    assert "Send the referral in writing: Tuesday 24 November 2026." in open_case


def ordered(*order: str) -> Packs:
    """The sample packs with an area that puts these sections first."""
    local = samples.AREA.documents[0].model_copy(update={"order": order})
    area = samples.AREA.model_copy(update={"documents": (local,)})
    return samples.PACKS.model_copy(update={"areas": {area.id: area}})


def headings_of(*order: str) -> list[str]:
    """The headings of the sections in the area's own order."""
    data = make("referral", samples.CASE, samples.DETAILS, samples.DECISION, ordered(*order), samples.NOW)
    return [text.strip() for role, text in tagged(data) if role == "H2"]


def test_the_ids_that_a_pack_may_name_are_the_sections_there_are() -> None:
    """The list in guidance and the sections of the referral are the same, in the same order."""
    assert tuple(SECTIONS) == REFERRAL_SECTIONS


def test_an_area_puts_sections_first_and_the_others_keep_our_order() -> None:
    """What the area names comes first in its order, and nothing is lost or printed twice."""
    assert in_order(("voice", "consent", "voice"))[:3] == ("voice", "consent", "call")
    assert sorted(in_order(("voice", "consent"))) == sorted(REFERRAL_SECTIONS)
    found = headings_of("declaration", "history")
    assert found[:5] == [*FIRST, "Declaration", "History", "The call and what has been done"]


def test_a_part_that_moves_gets_a_heading_of_its_own() -> None:
    """The worry without "why now" before it, and the signatures of the family, can be found by their headings."""
    found = headings_of("consent", "family_signatures", "worry")
    assert found[:5] == [*FIRST, "Told, and agreed: two separate facts", "Signatures of the family", "The worry"]
    assert "Signatures of the family" not in headings_of()


def test_danger_stays_first_whatever_the_order() -> None:
    """No order of an area moves the emergency box."""
    data = make("referral", samples.CASE, samples.DETAILS, samples.DECISION, ordered("voice"), samples.NOW)
    assert "Ring 999 now." in "\n".join(text for _, text in tagged(data)[:4])


def test_a_heading_never_stands_over_nothing() -> None:
    """Where nobody of the family is known there are no signatures of the family, and no heading for them."""
    data = make("referral", Case(), Details(), samples.decision(told=()), ordered("family_signatures"), samples.NOW)
    assert "Signatures of the family" not in tagged_text(data)


def test_a_day_with_half_of_it_is_enough_for_the_log() -> None:
    """A step whose time nobody noted says the day and the half of it."""
    details = Details(log=(LogEntry(on=date(2026, 11, 16), half="am", what="Home visit"),))
    assert "16 November 2026, morning" in section(made(details=details), "The call and what has been done")
