"""The name of a source is found wherever it stands; ordinary words, and what others of the case are called, are not."""
import pytest

from exports.details import Allegation, ChildDetails, Details, Held, HouseholdMember, Professional, UnnamedSource
from exports.hiding.source_names import HELD_NAME, Names, names_of

LETTER = "12 Larch Road, Testford, TE1 2AB\nq.x@mail.example\n01632 960777"


def names(*said: str, contact: str = "", **details: object) -> Names:
    """What is looked for where these are the sources."""
    sources = tuple(UnnamedSource(name=name, contact=contact) for name in said)
    return names_of(Details(sources=sources, **details))


def left(found: Names, text: str, *, family: bool = False, field: str = "note") -> str:
    """A text without names, for professionals with a dot for each."""
    return found.without(field, text, family).replace(HELD_NAME, "•")


@pytest.mark.parametrize(("name", "text"), [
    ("not known", "It is not known. Not known yet."), ("Not known", "She is not at home"),
    ("The neighbour at number 4", "The dog is at number 4. The neighbour at no. 6 saw the mark."),
    ("Mark Smith", "A mark on the arm. Mark seen on Friday; a smith's hammer."), ("Will", "Will he go? He will."),
    ("May", "May be so. In May 2026, 3 May, since May, the end of May, May to July. It may rain."),
    ("Rose", "She rose. Rose up at six."), ("A. Green", "Green and yellow bruise. A green coat."),
    ("Somebody from the church", "Somebody said so. The church is near."), ("Jo", "Joan and jo and JO"),
    ("?", "Who? What?"), ("4", "4 times, on 4 days"), ("Ann", "An annual visit to Annfield"),
])
def test_ordinary_words_stay(name: str, text: str) -> None:
    """No word is taken out of a sentence because it stands in what was written as a source's name."""
    for family in (False, True):
        assert left(names(name), text, family=family) == text


@pytest.mark.parametrize(("name", "text", "found"), [
    ("Quilla Xanderson", "told by quilla  xanderson", "told by •"),
    ("Quilla Xanderson", "QUILLA rang; Xanderson, Quilla; Mrs Xanderson’s son", "• rang; •; •’s son"),
    ("quilla xanderson", "Then Quilla rang", "Then • rang"),
    ("Mrs Q. Xanderson of number 4", "Xanderson came", "• came"),
    ("Mark Smith", "mark smith rang. I saw Mark. Smith too.", "• rang. I saw •. • too."),
    ("Will", "I asked Will. Will’s car. Mr Will came.", "I asked •. •’s car. • came."),
    ("May", "I asked May about it. Told by May.", "I asked • about it. Told by •."),
    ("Mrs Young", "mrs young rang. I met Young. Young people.", "• rang. I met •. Young people."),
    ("Zoë O’Neill", "Zoe and Zoe\u0308, then O'Neill", "• and •, then •"), ("Zoe", "Zoë came", "• came"),
    ("Ann from the choir", "I met Ann in the Choir", "I met • in the Choir"), ("Jo", "Jo came", "• came"),
    ("The neighbour at number 4", "Said by the Neighbour at number 4, twice", "Said by •, twice"),
    ("Anna-Maria Xan", "Anna Maria and Xan", "• and •"),
])
def test_names_are_left_out(name: str, text: str, found: str) -> None:
    """The whole name in any letters, each part with a capital letter, with its title and any accent."""
    assert left(names(name), text) == found


@pytest.mark.parametrize(("text", "found"), [
    ("ring 01632 960777 now", "ring • now"), ("(01632) 960-777", "•"), ("+44 (0)1632 960 777", "•"),
    ("Told (01632 960777) at night", "Told (•) at night"), ("at 12 larch road", "at •"), ("in te12ab", "in •"),
    ("write to Q.X@mail.example", "write to •"),
    ("12 days, number 12, 01632", "12 days, number 12, 01632"), ("1632960777123", "1632960777123"),
])
def test_a_whole_number_or_address_is_left_out(text: str, found: str) -> None:
    """However it is spaced; a house number alone, or part of another number, is none."""
    assert left(names("Quilla", contact=LETTER), text) == found


def test_the_names_of_the_family_stay() -> None:
    """A source who shares one, or is one of the family, takes no name off a child; the user is told."""
    found = names("May", "Gertrud Hill", "Anna Hill", children=(ChildDetails(label="A", name=Held(text="May Hill")),),
                  household=(HouseholdMember(name=Held(text="Anna Hill")),))
    assert left(found, "May Hill and Anna Hill. Gertrud came. Hill, may") == "May Hill and Anna Hill. • came. Hill, may"
    assert set(found.shared) == {"May", "Hill", "Anna Hill"}


def test_professionals_keep_their_names() -> None:
    """A full name stays; a first name alone, which is the source's, does not. So does an accused adult's."""
    found = names("Quilla Xanderson", professionals=(Professional(name="Ms Quilla Jones"), Professional(name="Dr Xan")),
                  allegation=Allegation(name=Held(text="Peter Xanderson")))
    said = "Ms Quilla Jones, Peter Xanderson and Dr Xan; Quilla"
    assert left(found, said) == "Ms Quilla Jones, Peter Xanderson and Dr Xan; •"


def test_the_address_of_the_family_stays() -> None:
    """A neighbour has the same postcode, and a grandmother the same home: the front door needs both."""
    child = ChildDetails(label="A", address=Held(text="14 Larch Road, Testford, TE1 2AB"))
    assert left(names("Q", contact=LETTER, children=(child,)), child.address.text) == child.address.text


@pytest.mark.parametrize(("field", "text", "found"), [
    ("relation", "Mother (Quilla’s sister)", "Mother"), ("relation", "Neighbour Mrs Xanderson", "Neighbour"),
    ("role", "Childminder Quilla", "Childminder"), ("language", "Polish, as Quilla says", "Polish, as says"),
    ("note", "Quilla rang, and Quilla came. Mrs Xanderson saw.", "Somebody rang, and somebody came. Somebody saw."),
    ("note", "You can ring 01632 960777.", "You can ring."), ("note", "Ring me (01632 960777) now", "Ring me now"),
])
def test_a_family_paper_shows_no_gap(field: str, text: str, found: str) -> None:
    """No bracket, blank or sign says that a name was there."""
    assert left(names("Quilla Xanderson", contact=LETTER), text, family=True, field=field) == found


def test_what_no_program_can_find_is_said() -> None:
    """A name that is an ordinary word too, and a source of whom no name is known."""
    found = names("Will", "Mark Smith", "not known")
    assert (found.unsure, found.shared, found.unnamed) == (("Mark", "Will"), (), True)
    assert names() == Names()


def test_two_ordinary_words_are_a_name_only_with_capital_letters() -> None:
    """In either order, and never where the same two words are a verb and a noun."""
    names = names_of(Details.model_validate({"sources": [{"name": "Mark Will"}]}))
    said = "Mark Will told me. The child will mark the wall, and Will Mark saw it."
    assert names.without("note", said, False) == (
        "[name held back] told me. The child will mark the wall, and [name held back] saw it.")
