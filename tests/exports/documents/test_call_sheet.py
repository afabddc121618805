"""The call sheet."""
import re
from io import BytesIO

import pypdf
import pytest

from decision.case import Case, Child, FamilyMember
from decision.path import Path
from decision.result import Decision
from exports.details import ChildDetails, Details, Held, Narrative, Referrer
from exports.blocks import Paragraph
from exports.documents import call_sheet
from exports.documents.call_sheet import WHOLE
from exports.make import make
from exports.material import Material
from exports.sheet_calls import LAST_RESORT, short, short_name, whole_sentences
from guidance.load import load_packs
from guidance.models import Contact
from tests.exports import samples
from tests.exports.reading import tagged_text


def made(case: Case = samples.CASE, details: Details = samples.DETAILS, decision: Decision = samples.DECISION) -> bytes:
    """The sample call sheet."""
    return make("call_sheet", case, details, decision, samples.PACKS, samples.NOW)


def pages(data: bytes) -> int:
    """How many pages it has."""
    return len(pypdf.PdfReader(BytesIO(data)).pages)


def test_it_is_one_page() -> None:
    """A full case fits on one page."""
    assert pages(made()) == 1


def test_it_is_one_page_whatever_was_typed() -> None:
    """Many children, many relatives, long answers, long names and long routes still give one page."""
    long = "wonderful words " * 1_200
    case = samples.CASE.model_copy(update={
        "children": tuple(Child(label=chr(65 + number), communication=long[:20_000], disability_note=long[:20_000])
                          for number in range(12)),
        "findings": (),
        "family": tuple(FamilyMember(key=f"p{number}", relation="a very long relation " * 20) for number in range(12)),
        "where_now": samples.CASE.where_now.model_copy(update={"note": long[:20_000]}),
    })
    details = Details(
        children=tuple(ChildDetails(label=chr(65 + number), name=Held(text="Name " * 100)) for number in range(12)),
        narrative=Narrative(why_now=long[:20_000], ask=long[:20_000]),
        referrer=Referrer(name=long[:500], job=long[:500], phone=long[:500], agency=long[:500], best_times=long[:500]),
    )
    routes = tuple(samples.DECISION.routes[1].model_copy(update={"name": "A long name " * 20, "warning": long[:900],
                                                                 "instead": long[:900]}) for _ in range(6))
    decision = samples.decision(routes=routes, say=tuple(long[:900] for _ in range(9)))
    assert pages(made(case, details, decision)) == 1
    help_ = Path(
        name="Level 2 (Additional needs)", says=long[:300], leads="The school", help=long[:300], document="Form",
        agreement_needed=True, agreement="ask", says_agreement=long[:300], rule="", from_whom="", question=long[:200],
        about=("A", "B", "C"), source=samples.HERE, agreement_source=samples.HERE)
    paths = (help_, help_.model_copy(update={"about": ("D", "E")}))
    assert pages(made(case, details, decision.model_copy(update={"then": paths}))) == 1


def test_it_has_the_number_the_place_and_the_time() -> None:
    """The number that is open, the moment to ring before, where the child is, who was told, and the user's number."""
    said = tagged_text(made())
    for part in ("Access and Referral Hub: 01632 960100", "Ring before 15:15. Open until 16:20.",
                 "at school or nursery; with a safe adult", "I am worried about a child.", "01632 960003",
                 "do not tell yet", "I spoke to (name, role)", "What they advised, who does what, by when"):
        assert part in said


def test_a_confidential_name_is_not_on_it() -> None:
    """A child whose name is confidential has a letter here: this page lies on desks."""
    details = Details(children=(ChildDetails(label="A", name=Held(text="Hidden Name", confidential=True)),))
    said = tagged_text(made(details=details))
    assert "Hidden Name" not in said
    assert "Child A" in said


def test_shortening_says_that_there_is_more() -> None:
    """What is cut here is said to be cut, and the referral has it all."""
    assert short("x" * 200, 20) == "x" * 20 + " …"
    assert short("a\n b", 9) == "a b"
    assert short("She fears that night", 12) == "She fears …"


CONTACTS = [(contact, packs.name_of(area_id) if area_id else "national")
            for packs in [load_packs()] for area_id in ("", *packs.areas)
            for contact in (packs.areas[area_id].contacts if area_id else packs.national.contacts)]


@pytest.mark.parametrize("share", [WHOLE, 1, 0.6, 0.3, 0.14, LAST_RESORT])
@pytest.mark.parametrize("contact", [one for one, _ in CONTACTS], ids=[f"{area} {one.id}" for one, area in CONTACTS])
def test_a_number_and_what_to_press_are_never_cut(contact: Contact, share: float) -> None:
    """Every contact of every pack, however short the sheet: number, option, e-mail; the whole name but at the last."""
    number = contact.dial()
    dial = number.dial if number else ""
    email = contact.emails[0].at if contact.emails else ""
    route = samples.DECISION.routes[1].model_copy(update={
        "name": contact.name, "dial": dial, "email": email, "instead": f"{contact.says} {contact.note}", "warning": ""})
    case = samples.CASE
    m = Material(case, samples.DETAILS, samples.decision(routes=(route, route)), samples.PACKS, samples.NOW)
    said = " ".join(str(block.said) for block in call_sheet.build(m, share) if isinstance(block, Paragraph))
    option = re.search(r"\((?:choose )?option[^)]*\)", contact.name)
    assert not dial or f": {dial}" in said
    assert email in said
    assert option is None or said.count(option.group()) == 2
    assert share <= LAST_RESORT or said.count(contact.name) >= 2


def test_half_a_number_or_address_never_stands_on_it() -> None:
    """What does not fit goes by whole sentences, and a sentence that says how to reach somebody always stays."""
    said = "They take referrals from anybody at all. Closed at night. If closed: the night team, 0300 300 8123. More."
    assert whole_sentences(said, 30) == "They take referrals from … If closed: the night team, 0300 300 8123. …"
    assert short_name("A very long name of a team " * 5 + "(choose option 4)").endswith("… (choose option 4)")
    assert short_name("A team (choose option 4)") == "A team (choose option 4)"
