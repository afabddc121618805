"""Who is rung and told, and what each child has already, on the call sheet: at every share."""
from typing import Any, get_args

import pytest

from decision.assess import assess
from decision.case import Case, Child, FamilyMember, Practitioner, SignAnswer, Voice, History
from decision.result import Route
from exports.blocks import Paragraph, Rows
from exports.details import Details, Referrer
from exports.documents import call_sheet, conversation_record
from exports.documents.call_sheet import LAST_RESORT, SHARES, WHOLE
from exports.material import Material
from exports.parts import stop_box
from exports.words import STATUS
from guidance.load import load_packs
from guidance.vocabulary import Status
from guidance.words import say
from tests.exports import samples

PACKS = load_packs().at(samples.NOW)
HAS: tuple[Status, ...] = tuple(one for one in get_args(Status) if one not in ("none", "not_known"))
SOME = (WHOLE, 1, 0.45, LAST_RESORT)


def material(area: str, sign: str = "disclosure", children: tuple[Child, ...] = (), **more: Any) -> Material:
    """A child of whom one sign is so, and the result of that."""
    case = Case(home_area=area, danger="no", children=children or (Child(label="A", age_years=9),),
                practitioner=Practitioner(role="teacher", lead="not_yet"),
                signs={sign: SignAnswer(answer="yes", about=("A",), basis="child_said")}).but(**more)
    return Material(case, Details(), assess(case, PACKS, samples.NOW), PACKS, samples.NOW)


def to_ring(m: Material, share: float) -> str:
    """All paragraphs of the sheet: the numbers, and the words to begin with."""
    return " ".join(str(block.said) for block in call_sheet.build(m, share) if isinstance(block, Paragraph))


def rows(m: Material, share: float) -> dict[str, str]:
    """Label → what is said."""
    blocks = call_sheet.build(m, share)
    return {label: answer.said for block in blocks if isinstance(block, Rows) for label, answer in block.rows}


@pytest.mark.parametrize("share", SOME)
def test_what_each_child_has_already_is_on_it_at_every_share(share: float) -> None:
    """Every status, of an only child and of each of several, also of those for whom there is no line."""
    several = tuple(Child(label=label, age_years=9, status=HAS) for label in "ABCDEF")
    for children in (several[:1], several):
        lines = rows(material("luton", children=children), share)[say("papers.child")]
        for status in HAS:
            assert lines.count(STATUS[status]) == len(children), status


def test_the_record_of_the_talk_says_what_each_child_has() -> None:
    """Each child by letter, where there are several."""
    m = material("luton", children=(Child(label="A", age_years=9, status=HAS), Child(label="B", status=HAS)))
    said = {label: answer.said for block in conversation_record.build(m) if isinstance(block, Rows)
            for label, answer in block.rows}[say("papers.known_to")]
    assert all(said.count(STATUS[status]) == 2 for status in HAS)
    assert said.startswith("A: ")


@pytest.mark.parametrize("share", SOME)
@pytest.mark.parametrize("area", PACKS.areas)
def test_everybody_who_is_rung_or_told_stands_on_it(area: str, share: float) -> None:
    """Each call of the result, in its order: by its number, or by the first sentence of what it is for. Whatever is a
    way round another number says whole what to ask for there, and after whom it is rung."""
    child = (Child(label="A", age_years=9, status=("protection_plan", "social_worker")),)
    away = next(one for one in PACKS.areas if one != area)
    for m in (material(area, "strangulation", child), material(area, "disclosure", child, area_now=away),
              material(area)):
        said = to_ring(m, share)
        assert m.decision.routes
        for one in m.decision.routes:
            if one.kind == "send_to":
                continue
            assert one.dial in said if one.dial else one.says.partition(". ")[0].rstrip(".") in said, one
            if one.kind in ("police", "switchboard", "tell_too") or "does not answer" in one.says:
                assert one.says.rstrip(".") in said, one


@pytest.mark.parametrize("share", SOME)
def test_where_many_are_rung_nobody_is_left_out(share: float) -> None:
    """Four numbers before them leave room for who is told as well."""
    ring = samples.DECISION.routes[1]
    told = tuple(Route(kind=kind, name=f"The {kind}", says=f"Tell the {kind} as well. Do not wait.", source=ring.source)
                 for kind in ("tell_too", "worker", "your_lead"))
    many = tuple(ring.but(name=f"Team {number}", dial=f"01632 96010{number}") for number in range(5))
    m = Material(samples.CASE, samples.DETAILS, samples.decision(routes=(*many, *told)), samples.PACKS, samples.NOW)
    said = to_ring(m, share)
    assert all(f"Tell the {one.kind} as well" in said for one in told)
    assert all(one.dial in said for one in many)


@pytest.mark.parametrize("area", PACKS.areas)
def test_the_box_at_the_top_of_a_paper_says_what_to_ask_for_on_the_way_round(area: str) -> None:
    """A number of the police alone tells nobody that the social worker on duty is asked for."""
    m = material(area)
    lines = " ".join(map(str, stop_box(m).lines))
    for one in m.ring(4):
        if one.dial and one.kind in ("police", "switchboard"):
            assert one.says.rstrip(".") in lines


def test_the_childs_words_and_what_was_before_are_cut_last() -> None:
    """As long as something else can be cut they stand whole, and the lead's name always; no word is ever cut in two."""
    words = "I look after the baby in the night because Mum does not wake up and I am so tired at school in the morning"
    note = "An older child of hers lives with the grandmother since an order of the court four years ago"
    m = material("luton", voice=Voice(words=words), history=History(note=note),
                 family=(FamilyMember(key="m", relation="mother", note="nightshifts " * 60),))
    m = Material(m.case, Details(referrer=Referrer(name="Jo Hart " * 20, lead_name="Sam Lead", lead_phone="01632 96")),
                 m.decision, m.packs, m.now)
    for share in (WHOLE, *SHARES):
        said = rows(m, share)
        assert share < 0.15 or words in " ".join(said.values())
        assert share < 0.15 or note in said[say("papers.sheet.earlier")]
        assert "Sam Lead, 01632 96." in said[say("papers.sheet.i_am")]
        assert all(one.rstrip(" …;.").endswith("nightshifts") for one in said[say("papers.sheet.family")].split("\n")
                   if "nights" in one)
