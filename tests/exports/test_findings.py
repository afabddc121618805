"""What a case has found, in words."""
from datetime import date

import pytest

from decision.ages import ruled_out
from decision.assess import assess
from decision.case import Case, Child, Finding, History, Sight, SignAnswer, SourceOfHarm, WhereNow
from decision.changes import one_of
from exports import findings, found, reasons
from exports.blocks import NOT_ANSWERED, Grid, Paragraph
from exports.details import Details
from exports.documents.text_blocks import lines_of
from exports.material import Material
from guidance.load import load_packs
from guidance.models import Sign
from guidance.packs import Packs, SetAside
from guidance.words import say
from guidance.words.forms import mid
from tests.exports import samples

PACKS = load_packs().at(samples.NOW)


def rows(m: Material) -> dict[str, tuple[str, str]]:
    """Statement → how it is known and the facts, as the table of a paper has them, in its order."""
    table, = found.whole_table(m, found.together(m))
    assert isinstance(table, Grid)
    return {row[1].said: (row[3].said, row[5].said) for row in table.rows}


def material(case: Case) -> Material:
    """The sample result with another case."""
    return Material(case, samples.DETAILS, samples.DECISION, samples.PACKS, samples.NOW)


def test_signs_stand_before_findings_and_unsure_answers_are_said() -> None:
    """Signs first; an answer that is not sure or not known is listed as such, after what is so; a plain no is not."""
    case = Case(signs={"a_sign": SignAnswer(answer="yes"), "b_sign": SignAnswer(answer="not_sure"),
                       "c_sign": SignAnswer(answer="no")},
                findings=(Finding(id="x_finding", basis="seen"),), answers={"y": "not_known", "z": "no"})
    assert [(says, known) for says, (known, _) in rows(material(case)).items()] == [
        ("a_sign", "not answered"), ("x_finding", "I saw or heard it"), ("Not sure: b_sign", "not sure"),
        ("Not sure: y", "not known")]


def test_a_suspicion_and_a_doubt_are_never_printed_as_a_fact() -> None:
    """Of signs and statements: a suspicion says that it is one, beside how it is known; a doubt says not sure."""
    case = Case(
        signs={"a_sign": SignAnswer(answer="not_sure", why="cannot_prove", basis="child_said"),
               "b_sign": SignAnswer(answer="not_sure", why="could_not_find_out")},
        findings=(Finding(id="c", why="cannot_prove"), Finding(id="d", why="cannot_prove", basis="told"),
                  Finding(id="e", why="cannot_prove", basis="suspected"), Finding(id="f", why="could_not_find_out")))
    unproved = say("papers.unproved")
    assert {says: known for says, (known, _) in rows(material(case)).items()} == {
        "a_sign": f"{unproved}; the child told me", "Not sure: b_sign": "not sure", "c": unproved,
        "d": f"{unproved}; someone told me or wrote it", "e": unproved, "Not sure: f": "not sure"}


def test_several_answers_about_one_statement_are_as_sure_as_the_surest() -> None:
    """A statement that the document prints twice is a suspicion only where neither answer is a plain yes."""
    unproved, doubt = Finding(id="b", why="cannot_prove"), Finding(id="c", why="do_not_understand")
    assert findings.joined((unproved, Finding(id="a"))).why is None
    assert findings.joined((doubt, unproved)).why == "cannot_prove"


def test_an_id_is_written_in_the_words_of_the_pack() -> None:
    """A statement is printed in words wherever the pack or the windscreen has them."""
    said, _ = findings.statement(material(samples.CASE), "CBC-2-CHILD-01")
    assert said == "The child often comes without warm clothes"


def test_nothing_ticked_is_said_and_not_left_blank() -> None:
    """A case without findings says so."""
    assert found.whole_table(material(Case()), ()) == (Paragraph("No statement was ticked."),)


def test_who_and_where_are_put_together() -> None:
    """Kinds of people and family members, place, company and time stand in one line; nothing stands as not answered."""
    assert findings.suspected(material(samples.CASE)).said == "a parent or carer; not known; Father (Marek Example)"
    assert findings.where_now(material(samples.CASE)).said.startswith("at school or nursery; with a safe adult; leaves")
    empty = Case(source_of_harm=SourceOfHarm(), where_now=WhereNow())
    assert findings.suspected(material(empty)) == findings.where_now(material(empty)) == NOT_ANSWERED


def test_strengths_are_named_once() -> None:
    """A strength from the windscreen and one ticked among the factors are both there, each once."""
    case = Case(factors={"CBC-1-CHILD-01": "yes", "other": "no"})
    assert findings.strengths(material(case)) == ("A trusted adult outside the home", "CBC-1-CHILD-01")


def test_a_statement_of_an_area_that_is_set_aside_keeps_its_place() -> None:
    """A paper made while the pack cannot be used names the statement by its id and has what was written beside it."""
    aside = Packs(national=samples.PACKS.national, areas={},
                  set_aside=(SetAside(id=samples.AREA.id, name=samples.AREA.name, problems=1),))
    m = Material(samples.CASE, samples.DETAILS, samples.DECISION, aside, samples.NOW)
    _, facts = rows(m)[say("papers.unread", id="CBC-2-CHILD-01")]
    assert "No coat on 14 days out of 18 in November" in facts
    assert m.area_name == "Central Bedfordshire"


def test_the_place_of_a_mark_stands_before_the_facts() -> None:
    """Where on the body is printed with the statement."""
    case = Case(findings=(Finding(id="x", body=("thighs", "back"), note="Blue"),))
    assert rows(material(case))["x"][1] == "Where on the body: thighs, back.\nBlue"


def test_an_earlier_referral_and_what_takes_the_child_out_of_sight_are_printed() -> None:
    """With their dates, the answer and the notice; harm before anybody acts only where it was asked."""
    case = Case(
        history=History(earlier_referral="yes", earlier_referral_on=date(2026, 3, 12),
                        earlier_referral_answer="closed", earlier_injury="yes"),
        sight=Sight(home_education="yes", notice="spoken", moves="not_sure", on=date(2026, 11, 27)),
        other_worry=True, harm_before_next="yes",
    )
    printed = {str(name): said.said for name, said in findings.earlier_and_next(material(case)).rows}
    assert list(printed.values()) == [
        "yes, on 12 March 2026, it was closed", "yes",
        "the child leaves school to be taught at home; the family moves away (not sure); told by word of mouth; "
        "from 27 November 2026", "yes"]


def test_what_was_not_asked_is_said_to_be_not_answered() -> None:
    """No answer is invented for an earlier referral, an injury or who sees the child."""
    rows = findings.earlier_and_next(material(Case())).rows
    assert [said for _, said in rows] == [NOT_ANSWERED] * 3


def test_several_findings_of_one_statement_join_without_loss() -> None:
    """Every child, every fact once and the first basis are kept; a finding that names no child is about all. Words that
    are not known as the row is say whose they are."""
    one = Finding(id="a", about=("A",), when="in May", note="Seen", words="No")
    other = Finding(id="b", about=("B",), basis="told", when="in June", note="Seen", words="Yes")
    both = findings.joined((one, other))
    assert (both.about, both.basis, both.when, both.note, both.words) == (
        ("A", "B"), "told", "in May; in June", "Seen", f"{findings.words('No')}\nYes")
    assert findings.joined((one, Finding(id="c"))).about == ()
    assert findings.joined((one,)) == one


def test_rows_that_are_printed_twice_and_share_an_answer_are_one_row_of_the_table() -> None:
    """The same words with the same evidence stand once; with other evidence they stay apart."""
    twice = tuple(Finding(id="CBC-4-CHILD-01", note="Seen") for _ in range(2))

    def count(said: tuple[Finding, ...]) -> int:
        return len(found.together(material(Case(home_area="central_bedfordshire", findings=said))))

    assert count(twice) == 1
    assert count((twice[0], twice[1].model_copy(update={"note": "Heard"}))) == 2


def test_what_was_noted_of_several_statements_stands_once() -> None:
    """One note for a whole subject stands with all its statements; those of which nothing was noted stay apart."""
    noted = {"basis": "told", "when": "in May", "note": "The nurse said so"}
    case = Case(findings=(Finding(id="a", **noted), Finding(id="b", basis="seen"), Finding(id="c", **noted),
                          Finding(id="d", basis="seen"), Finding(id="e", **noted, why="could_not_find_out")))
    groups = [[one.id for one in group.statements] for group in found.together(material(case))]
    assert groups == [["a", "c"], ["b"], ["d"], ["e"]]
    (said, facts), *_ = ((says, facts) for says, (_, facts) in rows(material(case)).items())
    assert (said, facts) == ("1: a\n3: c", "The nurse said so")


def test_each_statement_can_be_named_by_its_mark() -> None:
    """Two signs, and two statements without a letter on the windscreen, are told apart; a doubt has a question mark."""
    signs = {"one": SignAnswer(answer="yes"), "two": SignAnswer(answer="yes")}
    case = Case(signs=signs, findings=(Finding(id="x"), Finding(id="y"), Finding(id="z", why="could_not_find_out"),
                                       Finding(id="CBC-2-CHILD-01")))
    marks = {one.id: one.mark for one in found.in_order(material(case))}
    assert marks == {"one": "!1", "two": "!2", "x": "1", "y": "2", "z": "3?", "CBC-2-CHILD-01": "A"}
    alone = found.in_order(material(Case(signs={"one": signs["one"]})))
    assert [one.mark for one in alone] == ["!"]
    assert found.marks(alone) == "“!”"


@pytest.mark.parametrize("area", ["", *PACKS.areas])
def test_a_kind_of_worry_is_a_subject(area: str) -> None:
    """Of every sign and statement: never the whole picture, and nothing where it is about no single subject."""
    whole = PACKS.national.topic["overall"].name
    pack = PACKS.area(area)
    rows = {row.id: row.topics for row in pack.indicators} if pack else {}
    for id_, topics in (rows | {sign.id: sign.topics for sign in PACKS.signs(area)}).items():
        case = Case(home_area=area, findings=(Finding(id=id_),))
        decision = samples.DECISION.but(home_area=area)
        names = findings.topic_names(Material(case, samples.DETAILS, decision, PACKS, samples.NOW))
        assert whole not in names
        assert len(names) == (topics[0] != "overall" if topics else 0), id_


def test_a_child_who_says_so_may_mean_any_kind_of_harm() -> None:
    """Nobody has said which, so none is named: the paper never says injury where the child meant neglect."""
    case = Case(home_area="luton", signs={"disclosure": SignAnswer(answer="yes")})
    m = Material(case, samples.DETAILS, samples.DECISION.but(home_area="luton"), PACKS, samples.NOW)
    assert findings.topic_names(m) == ()


@pytest.mark.parametrize("area", [*PACKS.areas])
def test_of_a_statement_that_was_asked_under_a_chosen_kind_only_that_kind_is_named(area: str) -> None:
    """Nobody has given the others of its topics; one of none that was chosen names its first, beside what was."""
    topics, whole = PACKS.national.topic, "overall"
    pack = PACKS.area(area)
    assert pack
    row = next(row for row in pack.indicators if len(row.topics) > 1 and whole not in row.topics)
    other = next(one for one in topics if one not in row.topics and one != whole)
    for asked, names in ((row.topics[1:2], row.topics[1:2]), ((other,), (other, row.topics[0]))):
        case = Case(home_area=area, findings=(Finding(id=row.id),), asked=asked)
        m = Material(case, samples.DETAILS, samples.DECISION.but(home_area=area), PACKS, samples.NOW)
        assert findings.topic_names(m) == tuple(topics[id_].name for id_ in names)


def test_what_is_acted_on_whatever_the_level_stands_before_what_may_wait() -> None:
    """A call now before every level; a talk today before every level but the highest."""
    case = Case(home_area="telford_wrekin", danger="no", findings=(
        Finding(id="TEL-3-BASICCARE-02"), Finding(id="TEL-4-HEALTH-02"), Finding(id="TEL-WARN-04")))
    decision = assess(case, PACKS, samples.NOW)
    for outcome, ids in (("refer_now", ["TEL-WARN-04", "TEL-4-HEALTH-02", "TEL-3-BASICCARE-02"]),
                         ("consult_today", ["TEL-4-HEALTH-02", "TEL-WARN-04", "TEL-3-BASICCARE-02"])):
        rim = tuple(one.but(outcome=outcome) for one in decision.place.rim if one.id == "TEL-WARN-04")
        assert rim
        m = Material(case, samples.DETAILS, decision.but(place=decision.place.but(rim=rim)), PACKS, samples.NOW)
        assert [one.id for one in found.in_order(m)] == ids


def test_page_one_names_one_of_many_places_and_the_rest_stand_later() -> None:
    """The same need, printed in many places, pushes nothing off the page; no place is lost."""
    ids = ("TEL-4-FAMILY-14", "TEL-4-FAMILY-09", "TEL-3-FAMILY-02", "TEL-4-BASICCARE-20")
    case = one_of(Case(home_area="telford_wrekin", danger="no"), ids)
    m = Material(case, samples.DETAILS, assess(case, PACKS, samples.NOW), PACKS, samples.NOW)
    said = " ".join(line for block in found.short_table(m, 9, 500) for line in lines_of(block))
    first, *others = found.together(m)[0].first.places
    assert f"{first}, and {len(others)} more" in said
    assert not any(one in said for one in others)
    later = " ".join(line for block in found.whole_table(m, found.left_over(m, 9, 500)) for line in lines_of(block))
    assert all(one in later for one in (first, *others))


def test_what_statements_share_stands_once_as_so_with_what_they_may_be() -> None:
    """Not as a doubt about each: by the open marks of all of them, and it is a reason of the result."""
    ids = ("TEL-4-BASICCARE-17", "TEL-4-WARMTH-02")
    case = one_of(Case(home_area="telford_wrekin", danger="no"), ids)
    m = Material(case, samples.DETAILS, assess(case, PACKS, samples.NOW), PACKS, samples.NOW)
    (one,) = found.in_order(m)
    assert (one.unsure, one.mark) == (False, "a?, b?")
    assert one.says.startswith("The child is criticised and shown little warmth (which of these has not been said: low")
    assert [says.split("\n")[0] for says in rows(m)] == [one.says]
    assert any(say("papers.rows", rows=found.marks((one,))).rstrip(".") in line for line in reasons.beside_rows(m))


@pytest.mark.parametrize("lesser", ["TEL-2-HEALTH-09", "TEL-3-HEALTH-01"])
def test_what_may_be_most_serious_stands_before_what_is_less(lesser: str) -> None:
    """Of statements of which one is so, the most serious says where it stands: it decided the result."""
    ids = ("TEL-2-HEALTH-01", "TEL-3-HEALTH-03", "TEL-4-HEALTH-10")
    case = one_of(Case(home_area="telford_wrekin", danger="no", findings=(Finding(id=lesser),)), ids)
    m = Material(case, samples.DETAILS, assess(case, PACKS, samples.NOW), PACKS, samples.NOW)
    orders = {mark.id: mark.order for mark in m.decision.place.marks}
    assert max(orders[id_] for id_ in ids) > orders[lesser]
    assert [one.id for one in found.in_order(m)] == ["/".join(ids), lesser]


def named(sign: Sign) -> str:
    """A sign in the few words of its line."""
    return mid(sign.short)


def asked_and_not_so(area_id: str, children: tuple[Child, ...] = (), findings_: tuple[Finding, ...] = ()) -> list[str]:
    """The signs that a paper calls asked and not so, where every group was answered No."""
    none: dict[str, tuple[str, ...]] = {}
    for sign in PACKS.signs(area_id):
        none[sign.group] = (*none.get(sign.group, ()), sign.id)
    case = Case(home_area=area_id, children=children, findings=findings_, signs_none=none)
    m = Material(case, Details(), assess(case, PACKS, samples.NOW), PACKS, samples.NOW)
    return found.none_of(m).split("; ")


@pytest.mark.parametrize("area", PACKS.areas)
def test_no_paper_calls_asked_what_an_age_rules_out(area: str) -> None:
    """Of an unborn child: every sign that such a child can have, and no other."""
    unborn = Child(label="A", not_born=True)
    away = {sign.id for sign in PACKS.signs(area) if ruled_out(sign, (unborn,), samples.NOW.date())}
    assert away
    assert asked_and_not_so(area, (unborn,)) == [named(sign) for sign in PACKS.signs(area) if sign.id not in away]


@pytest.mark.parametrize("area", PACKS.areas)
def test_no_paper_calls_a_sign_asked_and_not_so_beside_what_has_its_words_or_asks_about_it(area: str) -> None:
    """Of every statement of every pack; what no statement asks about still stands."""
    signs, pack, tried = PACKS.signs(area), PACKS.areas[area], 0
    for row in (*pack.indicators, *pack.factors):
        beside = [sign for sign in signs if sign.id == row.ask_first or sign.says in (row.alike, row.says)]
        if beside:
            said, tried = asked_and_not_so(area, findings_=(Finding(id=row.id),)), tried + 1
            assert not {named(sign) for sign in beside} & set(said), row.id
            assert len(said) > len(signs) / 2, row.id
    assert tried
