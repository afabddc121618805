"""Page one of the referral where much was written: what a hub worker acts on stands on it, the rest right after it."""
import re
from datetime import date, datetime

import pytest

from decision.assess import assess
from decision.case import (
    Call, Case, Child, Events, FamilyMember, Finding, Practitioner, SignAnswer, SourceOfHarm, Voice, WhereNow,
    YoungPerson,
)
from exports.details import ChildDetails, Details, Held, Narrative, Referrer, UnnamedSource
from exports.make import make
from guidance.load import load_packs
from guidance.words import say
from tests.exports import samples
from tests.exports.reading import each_page, squeezed, tagged_text

PACKS = load_packs().at(samples.NOW)
AREAS = tuple(area.id for area in PACKS.areas.values())
NOTES = ("Works nights; he checks her telephone and waits at the gate on Fridays.",
         "Collects them on Fridays; has a dog; is known to drive after drinking.",
         "Lives in Leeds; they saw him last in July; there may be a court order.", "Collects on Mondays. Has a key.")
FAMILY = tuple(
    FamilyMember(key=f"k{number}", relation=relation, role=role, told=told, agrees="not_asked", risk=risk,
                 interpreter="yes", language="Polish", note=note)
    for number, (relation, role, told, risk, note) in enumerate((
        ("mother", "parent", "no", "yes", NOTES[0]),
        ("mother's partner", "step_parent_or_partner", "no", "yes", NOTES[1]),
        ("father", "parent", "not_known", "not_sure", NOTES[2]), ("grandmother", "relative", "yes", "no", NOTES[3]))))
WORDS = "I don't want to go home on Fridays. He hits me with the belt. I look after C in the night"
WORRY = "A has changed since June. He flinches, and asks every day who is collecting him. B has missed eleven days."
SAFE = "Reach the mother only in person at the gate; never by text, he reads it."
VISIT = "A large dog; do not go alone."
PLACE = "A is in class until the bell; B is at the upper school; C is at home with the mother's partner until four."


def crowded(area: str) -> tuple[Case, Details]:
    """Three children at school and at home, four of the family, two signs and twelve statements, each with a note."""
    needs = [row.id for row in PACKS.areas[area].indicators if row.kind == "need" and not (row.scale or row.ask_first)]
    findings = tuple(
        Finding(id=id_, about=("A", "B"), basis="seen", when=f"In week {number} of this term",
                note=f"Seen in class and at the gate, {number} times, and written down on the day.")
        for number, id_ in enumerate(needs[:12]))
    case = Case(
        reference="CROWD1", home_area=area, danger="no", practitioner=Practitioner(role="teacher", lead="yes"),
        children=(Child(label="A", age_years=9), Child(label="B", age_years=14), Child(label="C", age_months=10)),
        where_now=WhereNow(place="school_or_nursery", with_whom="safe_adult", note=PLACE,
                           leaves_at=datetime(2026, 11, 20, 15, 15, tzinfo=samples.LONDON)),
        source_of_harm=SourceOfHarm(kinds=("partner",), members=("k1",), access="yes", note="He collects A today."),
        signs={"disclosure": SignAnswer(answer="yes", about=("A",), basis="child_said", words="He hits me"),
               "injury_unexplained": SignAnswer(answer="yes", about=("A",), basis="seen", note="Two red lines")},
        findings=findings, other_worry=True, other_worry_note=WORRY, voice=Voice(words=WORDS, behaviour="Quiet"),
        family=FAMILY, young_person=YoungPerson(told="yes", view="Please don't tell Mum."))
    details = Details(
        children=(ChildDetails(label="A", name=Held(text="Adam Example"), born=date(2017, 5, 4),
                               address=Held(text="14 Example Street, Exampleton")),),
        referrer=Referrer(name="Ms Teacher", phone="01632 960003", lead_name="Mr Lead", lead_phone="01632 960004"),
        sources=(UnnamedSource(name="Neighbour Nora", told_what="Heard shouting"),),
        narrative=Narrative(analysis="He goes home today to the man he named.", meanwhile="He stays with us.",
                            visiting_risk=VISIT, safe_contact=SAFE, ask="May Adam go home at 15:15?"))
    return case, details


def pages(area: str) -> list[str]:
    """The pages of that referral, without white space."""
    case, details = crowded(area)
    data = make("referral", case, details, assess(case, PACKS, samples.NOW), PACKS, samples.NOW)
    return [squeezed(page) for page in each_page(data)]


@pytest.mark.parametrize("area", AREAS)
def test_page_one_holds_what_a_hub_worker_acts_on(area: str) -> None:
    """Child, now, who is suspected and can reach them, whom not to tell, the safe way, the worry, the child's own words
    and what was found; what stands later is said to."""
    first = pages(area)[0]
    for said in ("Adam Example", "14 Example Street", PLACE, "leaves at 20 November 2026, 15:15",
                 "He collects A today.", "01632 960003", "Speak to me first.", "yet: mother", "mother's partner", SAFE,
                 VISIT, "1 source must not be named", WORRY[:60], WORDS[:60], "What was found, most serious first"):
        assert squeezed(said) in first, said
    assert squeezed("We ask: May Adam go home at 15:15?") in first


@pytest.mark.parametrize("area", AREAS)
def test_what_page_one_says_in_short_stands_whole_right_after_it(area: str) -> None:
    """The reasons, and what else was said of each person, on the next page at the latest."""
    case, _ = crowded(area)
    both = "".join(pages(area)[:2])
    for said in (*NOTES, *(item.why for item in assess(case, PACKS, samples.NOW).telling if item.state != "tell"),
                 "We ask:", "He stays with us."):
        assert squeezed(said) in both, said


@pytest.mark.parametrize("area", AREAS)
def test_a_head_that_fills_the_page_alone_is_not_short(area: str) -> None:
    """Where nothing could bring the worry to page one the head says everything, and where it belongs."""
    case, details = crowded(area)
    long = "Never ring before nine, and only the grandmother. " * 90
    full = details.but(narrative=details.narrative.but(safe_contact=long))
    data = make("referral", case, full, assess(case, PACKS, samples.NOW), PACKS, samples.NOW)
    before = squeezed(tagged_text(data).partition("What we are worried about")[0])
    assert squeezed("We ask: May Adam go home at 15:15?") in squeezed(each_page(data)[0])
    assert all(squeezed(note) in before for note in (*NOTES, long))


@pytest.mark.parametrize("area", AREAS)
def test_what_is_cut_names_the_page_on_which_it_stands(area: str) -> None:
    """The statements that do not stand on page one, a worry and the child's words that are cut: each by the page."""
    case, details = crowded(area)
    long = "He asks every day who is collecting him and stays near the door. " * 40
    case = case.but(other_worry_note=long, voice=Voice(words=long))
    data = make("referral", case, details, assess(case, PACKS, samples.NOW), PACKS, samples.NOW)
    each = [" ".join(page.split()) for page in each_page(data)]
    for pattern, heading in ((r"And \d+ more \(on page (\d+)\)\.|found stands on page (\d+)", "papers.findings.left"),
                             (r"worried about .*? … \(more on page (\d+)\)", "papers.worry"),
                             (r"child’s own words: .*? …” \(more on page (\d+)\)", "papers.voice")):
        found = re.search(pattern, each[0])
        assert found, (pattern, each[0])
        number = next(int(part) for part in found.groups() if part)
        assert number > 1
        assert say(heading) in each[number - 1], (heading, number)
    assert not re.search("[\ue000-\uf8ff]", tagged_text(data))


@pytest.mark.parametrize("area", AREAS)
def test_a_call_that_is_written_down_puts_nothing_overleaf(area: str) -> None:
    """With three children, three of the family and three statements what it means stands on page one before the call
    and after it; what they said in it stands whole in the paper."""
    case, _ = crowded(area)
    said = "The duty worker sees A at home tomorrow at nine and rings the school first; do not speak to the family yet."
    before = case.but(
        family=case.family[:3], signs={}, findings=case.findings[:3], other_worry=None, other_worry_note="",
        young_person=YoungPerson(told="no"), voice=Voice(words="He breaks things"),
        events=Events(noticed=samples.NOW, last_seen=samples.NOW))
    after = before.but(
        call=Call(outcome="taken", contact=PACKS.areas[area].front_door, to="front_door", spoke_to_role="duty worker",
                  reference="REF-77", note=said), rung=("front_door",), events=before.events.but(call_made=samples.NOW))
    for one in (before, after):
        data = make("referral", one, Details(), assess(one, PACKS, samples.NOW), PACKS, samples.NOW)
        first, *_ = each_page(data)
        assert squeezed(say("papers.meaning")) in squeezed(first)
        assert one == before or squeezed(said) in squeezed(tagged_text(data))
