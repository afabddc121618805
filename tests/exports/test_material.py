"""Sentences and look-ups that documents share."""
from datetime import date

import pytest

from decision.case import Child
from decision.result import DocumentDue
from exports.after_call import line_to
from exports.blocks import NOT_ANSWERED, Value
from exports.contact_lines import contact_line, number_note
from exports.details import NOT_KNOWN, Details, Held
from exports.material import Material, age, held, known, yes_no
from guidance.load import load_packs
from guidance.vocabulary import Citation
from guidance.words.forms import weekday_and_moment
from tests.exports import samples

M = Material(samples.CASE, samples.DETAILS, samples.DECISION, samples.PACKS, samples.NOW)


@pytest.mark.parametrize(("child", "said"), [
    (Child(label="A", age_years=7), "7 years"), (Child(label="A", age_months=10), "10 months"),
    (Child(label="A", due_date=date(2027, 1, 5)), "not born yet; due 5 January 2027"), (Child(label="A"), "not known"),
])
def test_an_age_is_said_in_its_own_unit(child: Child, said: str) -> None:
    """Years, months, a due date, or not known: never a guess."""
    assert age(child) == Value(said)


def test_not_known_and_not_answered_stay_apart() -> None:
    """An empty answer is muted; not known is an answer."""
    assert known(None) == NOT_ANSWERED == yes_no(None) == held(Held())
    assert known(NOT_KNOWN) == Value("not known") == yes_no("not_known")
    assert known(date(2019, 3, 4), estimated=True) == Value("4 March 2019 (estimated)")


def test_an_empty_answer_is_not_confidential() -> None:
    """The mark stands at an answer, never at nothing."""
    assert held(Held(text="", confidential=True)) == NOT_ANSWERED
    assert held(Held(text="x", confidential=True)) == Value("x", confidential=True)
    assert held(Held(text=NOT_KNOWN, confidential=True)) == Value(NOT_KNOWN)


def test_sources_are_cited_briefly() -> None:
    """The area's own document by its area, any other by title and date, an unknown one by its place."""
    assert M.cite(samples.HERE) == "Central Bedfordshire document, section 4"
    assert M.cite(samples.NATIONAL) == "National guidance (2026), chapter 1"
    assert M.cite(Citation(source="gone", where="page 3")) == "page 3"


def test_the_sources_of_what_is_printed_are_found_once() -> None:
    """The area's document first, then those of the reasons and of the help; nothing that no fact of the paper needs."""
    assert [source.id for source in M.used()] == ["cbc_sample", "national_sample"]
    bare = samples.decision(reasons=())
    alone = Material(samples.CASE, samples.DETAILS, bare, samples.PACKS, samples.NOW)
    assert [source.id for source in alone.used()] == ["cbc_sample"]


def test_a_confidential_name_is_not_in_a_heading() -> None:
    """Headings and relations are read over shoulders: they carry open names only."""
    hidden = Details(children=(samples.DETAILS.children[0].model_copy(update={
        "name": Held(text="Hidden", confidential=True)}),))
    m = Material(samples.CASE, hidden, samples.DECISION, samples.PACKS, samples.NOW)
    assert m.child_title(samples.CASE.children[0]) == "Child A"
    assert M.child_title(samples.CASE.children[0]) == "Child A: Zofia Żółkowska-Example"


def test_a_person_takes_the_rule_of_the_family_where_there_is_no_other() -> None:
    """Where only the family as a whole has a rule, it holds for each member, and not for the young person."""
    whole = samples.telling()[1].model_copy(update={"person": "family"})
    m = Material(samples.CASE, samples.DETAILS, samples.decision(told=(whole,)), samples.PACKS, samples.NOW)
    assert not m.may_be_prompted("mother")
    assert m.telling("young_person") is None


def test_a_number_that_nobody_has_confirmed_says_so() -> None:
    """A printed number asks to be checked, a warning of its own comes first, a confirmed one needs none."""
    route = samples.DECISION.routes[1]
    assert number_note(route, samples.PACKS) == "Check before use."
    bare = route.model_copy(update={"warning": ""})
    assert "check before use" in contact_line(bare, samples.PACKS)
    assert number_note(bare.model_copy(update={"trust": "confirmed"}), samples.PACKS) == ""
    assert number_note(bare.model_copy(update={"dial": "", "instead": "Ring the switchboard"}), samples.PACKS) == ""


def test_nobody_is_told_to_check_the_numbers_that_everybody_knows() -> None:
    """999 and 101, by the pack that names them: no note of trust, wherever they stand; the note of others stays."""
    packs = load_packs()
    for id_ in (packs.national.emergency, packs.national.police):
        contact = packs.contact("", id_)
        number = contact and contact.dial()
        assert number
        route = samples.DECISION.routes[1].but(warning="", dial=number.dial, trust=number.trust)
        assert number_note(route, packs) == ""
        assert number_note(route.but(dial="01632 960100"), packs)


def test_the_form_is_the_one_that_the_result_calls_for() -> None:
    """Of two forms for one paper the due one stands; none where the result calls for ours without a form."""
    m = Material(samples.CASE, samples.DETAILS, samples.DECISION, samples.PACKS, samples.NOW)
    assert m.local("referral") == samples.AREA.documents[0]
    ours = samples.decision(documents=(DocumentDue(ours="referral", name="Referral", says="x"),))
    assert Material(samples.CASE, samples.DETAILS, ours, samples.PACKS, samples.NOW).local("referral") is None


def test_a_paper_says_to_whom_its_form_goes_and_to_nobody_else() -> None:
    """The contact that the document sends it to is named; a form that goes nowhere has no such line."""
    name, how = M.stands_for("referral")
    assert (name, how[-1]) == ("Referral to the Access and Referral Hub", "It goes to: Access and Referral Hub.")
    form = samples.AREA.documents[0].model_copy(update={"sent_to": ""})
    area = samples.AREA.model_copy(update={"documents": (form,)})
    packs = samples.PACKS.model_copy(update={"areas": {area.id: area}})
    silent = Material(samples.CASE, samples.DETAILS, samples.DECISION, packs, samples.NOW)
    assert silent.stands_for("referral") == (name, ("By telephone first",))


def test_a_number_for_advice_is_among_those_to_ring_and_where_a_form_goes_is_not() -> None:
    """The first few in their order; a route with a number is not crowded out by one without."""
    lead, ring = samples.DECISION.routes
    advice = ring.model_copy(update={"kind": "advice", "name": "The team for advice", "email": "team@example.org"})
    form = ring.model_copy(update={"kind": "send_to", "name": "Where the form goes"})
    m = Material(samples.CASE, samples.DETAILS, samples.decision(routes=(lead, lead, ring, advice, form)),
                 samples.PACKS, samples.NOW)
    assert [route.name for route in m.ring(3)] == [lead.name, ring.name, advice.name]
    assert "E-mail: team@example.org." in contact_line(m.ring(3)[-1], m.packs)


def test_who_is_rung_only_if_it_gets_worse_is_said_so_on_paper_and_until_when() -> None:
    """After those whom the result says to ring, so that nobody takes it for one of them."""
    ring = samples.DECISION.routes[1]
    until = samples.NOW.replace(hour=23, minute=30)
    night = ring.but(kind="if_worse", name="Night team", dial="01632 960777", until=until, open_now=True,
                     says="If you learn anything worse, ring at once.")
    m = Material(samples.CASE, samples.DETAILS, samples.decision(routes=(ring,), if_worse=(night,)), samples.PACKS,
                 samples.NOW)
    assert [one.name for one in m.ring(4)] == [ring.name, "Night team"]
    line = contact_line(m.ring(4)[-1], m.packs)
    assert line.startswith("If you learn anything worse, ring at once. Night team: 01632 960777. Open until ")
    assert line_to(m, m.ring(4)[-1]) == line
    assert weekday_and_moment(until) in line
