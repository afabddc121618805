"""Who must be rung now, at the foot of every page until the call is on record."""
from datetime import datetime, timedelta

import pytest

from decision.assess import decide
from decision.calls import calls, with_another
from decision.case import Call, Case, Child, Events, Finding, SignAnswer
from decision.formats import CASE, raised
from decision.known import read
from decision.result import Decision
from decision.rung import due, with_record
from decision.urgency import urgency
from guidance.load import load_packs
from guidance.packs import Packs
from pages.parts.result.now_view import now_section
from pages.parts.shell.ring_bar import has_rung
from pages.parts.visit import clock, knowledge
from pages.parts.wizard.signs import answered
from tests.pages.asking import EVERYTHING, HOME, case_of, field, fill, open_app, open_step, press
from tests.pages.opening import open_page
from tests.pages.screen import source

REAL = load_packs()
PAGES = ("result", "documents", "rang", "look_up", "sources", "contacts", "compare", "exploitation")
YES = SignAnswer(answer="yes")
DAY = datetime(2026, 11, 23, 10, tzinfo=clock.LONDON)


def decided(case: Case, packs: Packs = REAL, now: datetime = DAY) -> Decision:
    """What the engine says."""
    return decide(read(case, packs), now)


def told(*, call: Call | None = None, area: str = "testshire", **signs: str) -> Case:
    """A case in which these signs are so."""
    return Case(home_area=area, reference="TEST", signs=dict.fromkeys(signs, YES), call=call or Call())


def first_of(call: str, area: str, outcome: str = "refer_now") -> str:
    """A sign of the real packs with this first call."""
    return next(sign.id for sign in REAL.signs(area) if (sign.first_call, sign.outcome) == (call, outcome))


def of_before(case: Case) -> Case:
    """The same case as a file of before there was a list of calls."""
    data = case.model_dump(mode="json", exclude={"rung"})
    return Case.model_validate(raised(CASE, {**data, "format": "windscreen-case/2"}))


def rung(case: Case, now: datetime = DAY) -> bool:
    """Whether the call that is asked for is on record."""
    return has_rung(case, decided(case, now=now))


def recording(case: Case) -> Case:
    """The case once the record of its call has been saved."""
    unwritten = case.but(call=Call(), events=case.events.but(call_made=None))
    return with_record(unwritten, case, decided(case), REAL)


def recording_each(case: Case) -> Case:
    """The case once each call that is asked for has been saved, the designated officer's and the team's."""
    saved = recording(case)
    if not rung(saved):
        next_ = with_another(saved)
        after = next_.but(call=Call(outcome="taken"))
        saved = with_record(next_, after, decided(after), REAL)
    return saved


AREA = next(id_ for id_, area in REAL.areas.items() if area.levels)


@pytest.mark.parametrize("name", PAGES)
def test_the_number_stands_on_every_page(packs: Packs, name: str) -> None:
    """A sign that is so: each page has the number as a link, once, and nothing in it shouts again at each run."""
    bar = source(open_page(name, told(disclosure="")))
    assert bar.count('class="ring-bar"') == 1
    assert 'href="tel:' in bar.split('class="ring-bar"')[1].split("</aside>")[0]
    assert "alert" not in bar.split('class="ring-bar"')[1].split("</aside>")[0]


def test_it_comes_before_the_page_and_on_the_questions_too(packs: Packs) -> None:
    """In reading order it follows the menu."""
    screen = open_step("who", told(disclosure=""))
    blocks = [block.proto.body for block in screen.get("html")]
    bar = next(number for number, body in enumerate(blocks) if "ring-bar" in body)
    assert bar < next(number for number, body in enumerate(blocks) if "You need not know" in body)


def test_a_calm_case_has_none(packs: Packs) -> None:
    """Nothing to ring at once, nothing at the foot."""
    assert "ring-bar" not in source(open_page("result", HOME))
    assert "ring-bar" not in source(open_app(Case()))


def test_danger_is_999(packs: Packs) -> None:
    """Yes, and not sure while nobody has confirmed that the child is safe."""
    for answer in ("yes", "not_sure"):
        case = Case.model_validate({**told(disclosure="").model_dump(), "danger": answer})
        assert 'href="tel:999"' in source(open_page("result", case)).split("ring-bar")[1]


def test_saving_what_happened_takes_it_away(packs: Packs) -> None:
    """Whatever else of the form is left empty; where nobody answered it stays."""
    screen = press(open_page("rang", told(disclosure="")), "Save what happened")
    assert "ring-bar" not in source(screen)
    assert case_of(screen).rung == ("front_door",)
    field(screen, "call_outcome").set_value("no_answer")
    assert "ring-bar" in source(press(screen, "Save what happened"))


def test_another_call_brings_it_back() -> None:
    """The front door is on record, by day and by night: a sign that asks for the police shows them."""
    hub = REAL.areas[AREA].front_door
    made = told(area=AREA, call=Call(outcome="taken", contact=hub), **{first_of("front_door", AREA): ""})
    before, noted = of_before(made), recording(made)
    assert rung(before), "a case file of before there was a list tells of the call too"
    assert noted.rung == ("front_door",)
    for known in (noted, before):
        police = known.model_copy(update={"signs": {**before.signs, first_of("police", AREA): YES}})
        assert not rung(police)
        assert (due(decided(police)) or pytest.fail("nobody")).kind == "police"
    assert rung(noted)
    assert rung(noted, DAY + timedelta(hours=13)), "the night's number is the same call"


@pytest.mark.parametrize("area", REAL.areas)
def test_a_sign_that_is_new_since_the_call_brings_it_back(area: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """For each sign and every other one that asks for the same call first: no call has told of it, so the call is due
    again, until it is recorded. A doubt, an answer no and a sign that was so already change nothing."""
    monkeypatch.setattr(knowledge, "packs", lambda: REAL)
    monkeypatch.setenv(clock.TEST_TIME, "2026-11-23T10:00")
    first = {sign.id: decided(told(area=area, **{sign.id: ""})).first_call for sign in REAL.signs(area)}
    for call in dict.fromkeys(first.values()):
        one, *others = [id_ for id_, asked in first.items() if asked == call]
        noted = recording_each(told(area=area, call=Call(outcome="taken"), **{one: ""}))
        assert rung(noted)
        for other in others:
            for said in ("yes", "cannot_prove"):
                more = answered(noted, {other: said})
                assert not rung(more), (one, other)
                assert rung(recording_each(more))
            assert rung(answered(noted, {other: "no", one: "yes"}))
            assert answered(noted, {other: "could_not_find_out"}).rung == noted.rung


def test_a_sign_ticked_after_the_call_shows_the_number_again_until_it_is_saved(packs: Packs) -> None:
    """On the page of signs, on whatever page follows, and after the record of the old call was only looked at; a tick
    taken away at once leaves nothing behind."""
    rang = press(open_page("rang", told(disclosure="")), "Save what happened")
    before = case_of(fill(rang, call_outcome="taken").run())
    assert "ring-bar" not in source(open_page("result", before))
    screen = open_step("signs", before)
    field(screen, "sign-non_mobile_injury").set_value(True).run()
    assert "ring-bar" in source(screen)
    field(screen, "sign-non_mobile_injury").set_value(False).run()
    assert "ring-bar" not in source(screen)
    field(screen, "sign-non_mobile_injury").set_value(True).run()
    after = case_of(screen)
    assert after.call == before.call
    rang = open_page("rang", after)
    assert "ring-bar" in source(rang)
    assert "ring-bar" in source(field(rang, "call_outcome").set_value("taken").run())
    assert "ring-bar" in source(press(rang, "Save what happened")), "the record of the old call says nothing newer"
    again = press(open_page("rang", after), "Write down another call")
    assert "ring-bar" in source(again)
    done = press(fill(again, call_outcome="advice"), "Save what happened")
    assert "ring-bar" not in source(done)
    assert [one.outcome for one in calls(case_of(done))] == ["taken", "advice"]


def test_a_topic_and_the_place_of_the_child_bring_it_back_too(packs: Packs) -> None:
    """Wherever a sign becomes so: among the statements of a topic, or by the answer that nobody knows where they are.
    """
    police = told(sexual_abuse="").model_copy(update={"rung": ("police",)})
    assert "Ring now: Testshire Front Door" in source(open_page("result", police)), "the council is still to be rung"
    made = police.but(rung=("police", "front_door"))
    assert "ring-bar" not in source(open_page("result", made))
    missing = press(fill(open_step("safety", made), danger="no", place="missing"), "Continue")
    assert case_of(missing).rung == ()
    door = told(disclosure="").model_copy(update={"rung": ("front_door",)})
    topic = next(sign.topics[0] for sign in packs.signs("testshire") if sign.id == "non_mobile_injury")
    know = open_step("know", door, EVERYTHING.model_copy(update={"topics": (topic,)}), 1)
    assert case_of(press(fill(know, **{"sign-non_mobile_injury": True}), "Continue")).rung == ()


def test_the_record_of_a_second_call_does_not_undo_the_first() -> None:
    """After the front door and then the police, neither is asked for again, and both records are kept."""
    door, police = first_of("front_door", AREA), first_of("police", AREA)
    first = recording(told(area=AREA, call=Call(outcome="taken"), **{door: ""}))
    second = with_another(first).but(signs=dict.fromkeys((door, police), YES), call=Call(outcome="taken"))
    both = recording(second)
    assert both.rung == ("front_door", "police")
    assert [one.to for one in calls(both)] == ["front_door", "police"]
    assert rung(both)
    assert rung(both.model_copy(update={"signs": {door: YES}}))
    nobody = with_record(both, both.but(call=Call(outcome="no_answer")), decided(both), REAL)
    assert nobody.rung == ("front_door",)
    assert not rung(nobody)
    assert recording(told(area=AREA, **{door: ""})).rung == (), "an empty record is no call"


def test_no_decision_rests_on_the_calls_that_were_made() -> None:
    """A call on record makes no answer calmer: it takes the bar away, and the picture says that it was made."""
    case = told(area=AREA, **{first_of("police", AREA): ""})
    before, after = decided(case), decided(case.model_copy(update={"rung": ("999", "police", "front_door")}))
    silent = tuple(one.but(rung=False) for one in after.place.rim)
    assert after.but(place=after.place.but(rim=silent, rung=False)) == before


def test_a_council_does_not_stand_for_999() -> None:
    """Danger, and the front door was rung: 999 stays until it was rung, or nobody says whom they rang."""
    case = Case(home_area=AREA, danger="yes", call=Call(outcome="taken", contact=REAL.areas[AREA].front_door))
    assert not rung(recording(case))
    other = case.model_copy(update={"call": Call(outcome="taken")})
    assert rung(recording(other))
    assert not rung(of_before(other)), "a file of before there was a list does not end 999"
    silent = Case(home_area=AREA, events=Events(call_made=DAY), signs={first_of("front_door", AREA): YES})
    assert rung(of_before(silent))
    nobody = silent.model_copy(update={"call": Call(outcome="no_answer")})
    assert not rung(of_before(nobody))


@pytest.mark.parametrize("area", REAL.areas)
def test_a_statement_alone_brings_it_exactly_where_it_cannot_wait(area: str) -> None:
    """Without a sign too: from "ring now" up there is somebody to ring, and what may wait for today brings no bar."""
    for row in REAL.areas[area].indicators:
        decision = decided(Case(home_area=area, findings=(Finding(id=row.id),)))
        assert bool(due(decision)) == (urgency(decision.outcome) >= urgency("refer_now")), row.id


def test_a_duty_alone_says_who_comes_first_and_stays_until_they_were_asked() -> None:
    """One duty that names a first call, met by the child's age alone: help comes before the front door's own call."""
    duty = next(one for one in REAL.national.duties if one.first_call == "hospital")
    older, baby = ((Child(label="A", age_years=8),), (Child(label="A", age_months=3),))
    signs = [sign.id for sign in REAL.signs(AREA) if duty.id in sign.duty and sign.first_call == "front_door"]
    cases = [told(area=AREA, **{id_: ""}).model_copy(update={"children": children})
             for id_ in signs for children in (older, baby)]
    first = [(decided(case).first_call, (due(decided(case)) or pytest.fail("nobody")).kind) for case in cases]
    assert first == [("front_door", "ring_now"), ("hospital", "emergency")] * len(signs) != []
    hub = Call(outcome="taken", contact=REAL.areas[AREA].front_door)
    only_hub = [recording(case.model_copy(update={"call": hub})) for case in cases]
    assert [rung(case) for case in only_hub] == [True, False] * len(signs)
    assert all(rung(recording(case.model_copy(update={"call": Call(outcome="advice")}))) for case in only_hub)


def test_once_the_call_is_recorded_bar_and_result_say_so_together() -> None:
    """The first answer is what came of the call exactly where the bar is gone."""
    for sign in REAL.signs(AREA):
        case = told(area=AREA, call=Call(outcome="taken"), **{sign.id: ""})
        for one in (case, recording(case), recording(case.model_copy(update={"call": Call(outcome="no_answer")}))):
            shown = now_section(one, decided(one), REAL, DAY)
            assert ("After the call" in shown) == rung(one), sign.id
