"""Going on with nothing changed changes nothing: every page of the questions and of the details, from full answers."""
import json
import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from streamlit.testing.v1 import AppTest

from decision import formats
from decision.case import Case, HeldBack
from decision.formats import DRAFT
from exports.details import Details
from guidance.packs import Packs, SetAside
from guidance.vocabulary import Fact
from pages.parts.papers.detail_sections import SECTIONS
from pages.parts.papers.held_back import SECTION
from pages.parts.visit import draft, knowledge
from pages.parts.visit.clock import TEST_TIME
from pages.parts.visit.draft import Progress
from pages.parts.visit.fit import fit
from pages.parts.wizard import signs
from tests.formats import full
from tests.formats.shapes import files
from tests.steps import LAST, STEPS

NOW = full.SAVED_AT + timedelta(hours=1)
PACKS = full.packs()
Answers = tuple[Case, Details, Progress]
NUMBERED = {"signs": (0, signs.MEANING, signs.DETAILS), "topics": (0, 2, 3)}
"""Step → its running numbers; what you know has two for each topic."""
TAKE_THESE = 3   # presses: a date or a time that came with a file may be asked about, once on each page


def landed() -> list[Path]:
    """Every draft of every format that has landed."""
    return [file for number in range(1, len(formats.STEPS[DRAFT]) + 2) for file in files(f"{DRAFT}/{number}")]


def named(file: Path) -> str:
    """The format and name of a file, for the test's own."""
    return f"{file.parent.name}/{file.stem}"


def stored(file: Path) -> Answers:
    """What a draft brings back, fitted to the packs of today, with every topic of the nation chosen."""
    case, details, progress = draft.opened(file.read_text(encoding="utf-8"), NOW)[1]
    case, progress, _ = fit(case, progress, PACKS)
    return with_reference(case), details, all_seen(progress, PACKS)


def answered() -> Answers:
    """A case in which everything is answered and every answer that was written about a statement is held back."""
    case = full.full_case(PACKS)
    groups = list(dict.fromkeys(topic.group for topic in PACKS.national.topics))
    progress = full.full_progress(PACKS).model_copy(update={
        "brief": {**dict.fromkeys(groups, "yes"), groups[0]: "not_sure", "Care": "not_sure"}})
    return held(with_reference(case)), full.full_details(), all_seen(progress, PACKS)


def held(case: Case) -> Case:
    """The case with everything that was written about a statement or sign held back."""
    told = [f"findings.{item.id}" for item in case.findings] + [f"signs.{id_}" for id_ in case.signs]
    more = {place: HeldBack(why="source_unnamed", note=f" About {place}\n") for place in told}
    return case.model_copy(update={"held_back": {**case.held_back, **more}})


def mixed(seed: int, area_id: str = full.AREA) -> Answers:
    """Answers chosen at random of all that a file can hold, together or not."""
    dice = random.Random(seed)
    case, details, progress = answered()
    area, whole = PACKS.areas[area_id], full.full_case(PACKS, area_id)
    rows = [row.id for row in area.indicators] + [factor.id for factor in area.factors]
    topics = list(PACKS.national.topic)
    told = [whole.signs[next(iter(whole.signs))].model_copy(update={"answer": answer, "why": why})
            for answer in ("yes", "no", "not_sure", "not_known")
            for why in (None, "cannot_prove", "do_not_understand", "could_not_find_out")]
    groups = list(dict.fromkeys(sign.group for sign in PACKS.signs(area_id)))
    case = varied(whole, dice).model_copy(update={
        "reference": "MIXED1", "home_area": area_id,
        "signs": {sign.id: dice.choice(told) for sign in PACKS.signs(area_id) if dice.random() < .7},
        "signs_unsure": tuple(group for group in reversed(groups) if dice.random() < .3),
        "signs_some": tuple(group for group in groups if dice.random() < .1),
        "signs_none": {sign.group: (sign.id,) for sign in PACKS.signs(area_id) if dice.random() < .3},
        "findings": tuple(whole.findings[0].model_copy(update={"id": id_, "note": f"About {id_} "})
                          for id_ in dice.sample(rows, len(rows) // 5)),
        "answers": {id_: dice.choice(("yes", "no", "not_sure", "not_known"))
                    for id_ in dice.sample(rows, len(rows) // 2)},
        "factors": {factor.id: dice.choice(("yes", "no", "not_sure", "not_known"))
                    for factor in area.factors if dice.random() < .6},
        "asked": tuple(dice.sample(topics, 12)), "unsure_topics": tuple(dice.sample(topics, 8)),
        "family": whole.family[:dice.choice((1, 2))], "other_worry_note": dice.choice(("", "A worry \n")),
    })
    return held(Case.model_validate(case.model_dump())), details, progress


def varied(model: Fact, dice: random.Random) -> Any:
    """A model with each choice, tick and text in it set anew, ages, ids and dates left as they are."""
    new: dict[str, Any] = {}
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        inside = [one for kind in (field.annotation, *get_args(field.annotation)) if get_origin(kind) is Literal
                  for one in get_args(kind)]
        if isinstance(value, Fact):
            new[name] = varied(value, dice)
        elif isinstance(value, tuple) and value and isinstance(value[0], Fact):
            new[name] = tuple(varied(item, dice) for item in value)
        elif name != "format" and inside and not isinstance(value, tuple):
            new[name] = dice.choice([*inside, *([None] if type(None) in get_args(field.annotation) else [])])
        elif isinstance(value, str) and " at " in value:
            new[name] = dice.choice(("", f"{value}\n", f" {value}"))
        elif name in ("other_worry", "no_protective_factor"):
            new[name] = dice.choice((True, False, None))
    return model.model_copy(update=new)


def with_reference(case: Case) -> Case:
    """The case with the reference that a first answer gives it."""
    return case if case.reference else case.model_copy(update={"reference": "FIRST1"})


def all_seen(progress: Progress, packs: Packs) -> Progress:
    """The same, every step seen and none skipped, every topic chosen in an order that is not the packs' own."""
    topics = tuple(dict.fromkeys((*progress.topics, *reversed(tuple(packs.national.topic)))))
    return progress.model_copy(update={"seen": tuple(STEPS), "skipped": (), "topics": topics})


def _step(step: str, number: int) -> None:
    """One page of the questions as pages/check.py shows it; nothing of the page that follows."""
    import streamlit as st

    from pages.parts.asking import questions
    from pages.parts.wizard import steps
    here = steps.Here(step, number)
    steps.begin(here)
    st.session_state["wrong"] = questions.errors()
    if not st.session_state.get("pressed") or questions.errors():
        steps.of(step).view(here)


def _section(section: str, number: int) -> None:
    """One page of the details, or the page of what is held back."""
    import streamlit as st

    from pages.parts.asking import questions
    from pages.parts.papers import detail_page, detail_sections, held_back
    from pages.parts.shell.frame import showing
    from pages.parts.visit import knowledge
    st.session_state["wrong"] = {}
    page = held_back.PAGE if section == held_back.SECTION else f"documents {section} {number}"
    showing(page)
    st.session_state["wrong"] = questions.errors()
    if st.session_state.get("pressed") and not questions.errors():
        return
    if section == held_back.SECTION:
        held_back.page()
    else:
        detail_page.section_page(detail_page.Place(detail_sections.SECTION[section], number), knowledge.decide_now())


def shown(page: Callable[..., None], name: str, number: int, answers: Answers) -> AppTest:
    """One page with these answers."""
    screen = AppTest.from_function(page, args=(name, number), default_timeout=30)
    for key, value in zip(("case", "details", "progress"), answers, strict=True):
        screen.session_state[key] = value
    screen.run()
    assert not screen.exception, screen.exception
    return screen


def go_on(screen: AppTest) -> Answers:
    """What is kept once Continue, or Save, has been pressed until nothing is asked any more."""
    for _ in range(TAKE_THESE):
        button = next((one for one in screen.button if one.label == "Continue" or one.label.startswith("Save and")),
                      None)
        if button is None:
            break
        screen.session_state["pressed"] = True
        button.click().run()
        assert not screen.exception, screen.exception
    return screen.session_state["case"], screen.session_state["details"], screen.session_state["progress"]


def dump(answers: Answers) -> Any:
    """The answers as plain data, without the steps that have been seen, which pressing a button may change."""
    parts = {name: json.loads(part.model_dump_json()) for name, part in zip(
        ("case", "details", "progress"), answers, strict=True)}
    del parts["progress"]["seen"]
    return parts


def changed(before: Any, after: Any, place: str = "") -> Iterator[str]:
    """The places at which two plain structures differ, with what stood and stands there."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in {**before, **after}:
            yield from changed(before.get(key, "(nothing)"), after.get(key, "(nothing)"), f"{place}.{key}")
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for number, (old, new) in enumerate(zip(before, after, strict=True)):
            yield from changed(old, new, f"{place}.{number}")
    elif before != after:
        yield f"{place}: {before!r} -> {after!r}"


def pages_of(step: str, topics: int) -> range | tuple[int, ...]:
    """The running numbers of a step."""
    return range(1, 2 * topics + 1) if step == "know" else NUMBERED.get(step, (0,))


def went_through(before: Any, after: Any) -> None:
    """Continue may note that the topic of a page has been asked, where something stands ticked; nothing else."""
    new = [topic for topic in after["case"]["asked"] if topic not in before["case"]["asked"]]
    assert len(new) <= 1   # the topic of this page
    after["case"]["asked"] = [topic for topic in after["case"]["asked"] if topic not in new]


def differences(page: Callable[..., None], name: str, numbers: Any, answers: Answers) -> list[str]:
    """What going on unchanged changes on each of these pages."""
    found, before = [], dump(answers)
    for number in numbers:
        after = dump(go_on(shown(page, name, number, answers)))
        went_through(before, after)
        found.extend(f"{name} {number}{line}" for line in changed(before, after))
    return found


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hour after the drafts were saved, and the packs of today."""
    monkeypatch.setenv(TEST_TIME, f"{NOW:%Y-%m-%dT%H:%M}")
    monkeypatch.setattr(knowledge, "packs", lambda: PACKS)


@pytest.mark.parametrize("step", [step for step in STEPS if step != LAST])
@pytest.mark.parametrize("file", landed(), ids=named)
def test_going_on_in_a_stored_draft_changes_nothing(file: Path, step: str) -> None:
    """Of every landed draft each page of the questions leaves every answer as it is."""
    answers = stored(file)
    assert differences(_step, step, pages_of(step, 4), answers) == []


@pytest.mark.parametrize("step", [step for step in STEPS if step != LAST])
def test_going_on_where_everything_is_answered_changes_nothing(step: str) -> None:
    """With every answer that a file can hold, held back where it can be, each page leaves every answer as it is."""
    answers = answered()
    assert differences(_step, step, pages_of(step, len(answers[2].topics)), answers) == []


@pytest.mark.parametrize("seed", range(4))
def test_going_on_after_answers_of_every_kind_changes_nothing(seed: int) -> None:
    """Whatever answers stand together in a file, of any area, each page leaves them as they are."""
    answers = mixed(seed, list(PACKS.areas)[seed % len(PACKS.areas)])
    numbers = {step: pages_of(step, len(answers[2].topics)) for step in STEPS if step != LAST}
    assert [line for step in numbers for line in differences(_step, step, numbers[step], answers)] == []


def test_going_on_while_a_pack_is_set_aside_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was answered from a pack that cannot be used now is left as it is, and nothing is said about it."""
    areas = {id_: area for id_, area in PACKS.areas.items() if id_ != full.AREA}
    aside = Packs(national=PACKS.national, areas=areas, set_aside=(SetAside(id=full.AREA, name="", problems=1),))
    monkeypatch.setattr(knowledge, "packs", lambda: aside)
    for answers in (answered(), mixed(1)):
        for step in ("signs", "topics", "know", "strengths"):
            assert differences(_step, step, pages_of(step, len(answers[2].topics)), answers) == []


@pytest.mark.parametrize("section", [*(section.id for section in SECTIONS), SECTION])
def test_saving_a_page_of_details_changes_nothing(section: str) -> None:
    """Each page of the details, and the one that holds answers back, saves what it was given."""
    assert differences(_section, section, (1, 2, 3), answered()) == []


TEXTS = [(step, number) for step in STEPS if step not in (LAST, "know")
         for number in ((0, signs.DETAILS) if step == "signs" else (0,))]


@pytest.mark.parametrize(("step", "number"), TEXTS)
def test_one_text_that_is_changed_changes_that_text_only(step: str, number: int) -> None:
    """Each written answer of a page, changed by itself, is the one answer that is different afterwards."""
    case, details, progress = answered()
    sight = case.sight.model_copy(update={"home_education": "yes"})
    answers = case.model_copy(update={"sight": sight, "no_protective_factor": False}), details, progress
    names = [box.key for box in _texts(shown(_step, step, number, answers))]
    for place, key in enumerate(names):
        if any(part in key for part in ("age-", "due-", "leaves_at", "search", "_on-", "help_", "event_")):
            continue
        screen = shown(_step, step, number, answers)
        _texts(screen)[place].set_value("Something else")
        lines = list(changed(dump(answers), dump(go_on(screen))))
        assert [line.endswith("'Something else'") for line in lines] == [True], (key, lines)


def _texts(screen: AppTest) -> list[Any]:
    return [*screen.text_input, *screen.text_area]
