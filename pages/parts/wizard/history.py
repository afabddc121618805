"""Earlier worries and referrals, help so far and what it changed, and who goes on seeing the child.

The changes by which people stop seeing a child are ticked; unticked is never "no".
"""
from datetime import date

import streamlit as st

from decision.case import Case, Help, History, Sight
from decision.consistency import first_day
from guidance.words import say
from guidance.words.forms import apart, weekday_and_day
from pages.parts.asking import leaving, moments, none_box
from pages.parts.asking.choices import CHANGED, NOTICE, REFERRAL_ANSWER, SIGHT, YES_NO, word
from pages.parts.asking.folding import folded
from pages.parts.asking.questions import Sent, choose, day, line, lines, reveal, ticks
from pages.parts.display.words import named
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.whole import whole
from pages.parts.wizard import steps
from pages.parts.wizard.babies import only_babies
from pages.parts.wizard.steps import Here, Row, SoFar, Step

YES = 0
NONE = "none"
BEFORE = ("how_long", "how_often", "earlier_referral", "earlier_referral_on", "earlier_referral_answer",
          "earlier_injury", "worse_since_refusal")
"""Fields behind the fold of what was before."""
CHOICES = ("earlier_concerns", "getting_worse", "worse_since_refusal")
"""Questions of the history that stand by themselves: the field is called as the question is."""
AT_SCHOOL = ("home_education", "off_roll")
"""Changes that only a child of nursery or school age can meet."""
SPARE_ROWS = 1
"""Empty rows for help that was tried, behind those that are filled in."""


def view(place: Here) -> None:
    """One form: three questions and the days that count; then, folded, what was before and who sees the child."""
    case = draft.case()
    history = case.history
    dated = moments.worth_asking(moments.in_history(case), case.events, knowledge.decide_briefly())
    with leaving.answers("history_form"):
        _yes_or_no("earlier_concerns", history)
        _yes_or_no("help_tried", history)
        with reveal("help", "help_tried", YES):
            _help_tried(history)
        _yes_or_no("getting_worse", history)
        for event in dated:
            moments.ask(event, case.events)
        lines("history_note", say("steps.history.note"), history.note)
        with folded("before", say("steps.history.before"), _before_in_words(history), *BEFORE):
            _ask_before(history)
        with folded("sight", say("steps.history.sight"), _sight_in_words(case, "; "), "sight", "sight_on",
                    "sight_note"):
            _who_goes_on_seeing(case)
        steps.buttons(place, lambda now, sent: take(now, sent, dated))


def _yes_or_no(name: str, history: History, hint: str = "") -> None:
    choose(name, say(f"steps.history.{name}"), YES_NO, getattr(history, name), hint, across=True)


def _help_tried(history: History) -> None:
    for number, help_ in enumerate(_rows(history.help)):
        line(f"help_what-{number}", say("steps.history.help.what", number=number + 1), help_.what,
             say("steps.history.help.hint"))
        line(f"help_when-{number}", say("steps.history.help.when", number=number + 1), help_.when)
        line(f"help_result-{number}", say("steps.history.help.result", number=number + 1), help_.result)
    st.button(say("steps.history.help.add"), type="tertiary", on_click=whole(_one_more))
    choose("changed", say("steps.history.changed"), CHANGED, history.changed)


def _one_more() -> None:
    """Keep what stands in the fields, and make room for more help."""
    leaving.submit(draft.renew)


def _ask_before(history: History) -> None:
    line("how_long", say("steps.history.how_long"), history.how_long)
    line("how_often", say("steps.history.how_often"), history.how_often)
    _yes_or_no("earlier_referral", history)
    with reveal("earlier_referral", "earlier_referral", YES):
        day("earlier_referral_on", say("steps.history.earlier_referral.on"), history.earlier_referral_on)
        choose("earlier_referral_answer", say("steps.history.earlier_referral.answer"), REFERRAL_ANSWER,
               history.earlier_referral_answer)
    _yes_or_no("earlier_injury", history)
    _yes_or_no("worse_since_refusal", history, say("steps.history.worse_since_refusal.hint"))


def _who_goes_on_seeing(case: Case) -> None:
    sight, asked = case.sight, _asked(case)
    so, none = _so(sight), (NONE,) if _none(case) else ()
    ticks("sight", say("steps.history.sight.ask"), {**asked, NONE: say("steps.history.sight.none")}, so + none,
          say("steps.history.sight.hint"))
    if "home_education" in asked:
        with reveal("notice", "sight-home_education"):
            choose("notice", say("steps.history.notice"), NOTICE, sight.notice, across=True)
    with reveal("sight_on", tuple(f"sight-{fact}" for fact in asked)):
        day("sight_on", say("steps.history.sight.on"), sight.on)
        lines("sight_note", say("steps.history.sight.note"), sight.note)


def _rows(help_: tuple[Help, ...]) -> tuple[Help, ...]:
    return (*help_, *(Help(what="") for _ in range(SPARE_ROWS)))


def take(case: Case, sent: Sent, dated: tuple[str, ...] = ()) -> Case:
    """The form into the case. What belongs to a "yes" goes only where that "yes" is taken back."""
    before = case.history
    tried = sent.choice("help_tried", before.help_tried)
    history = before.but(
        **{fact: sent.choice(fact, getattr(before, fact)) for fact in CHOICES},
        **_earlier(case, sent), help_tried=tried, help=_help(before, tried, sent),
        changed=sent.choice("changed", before.changed) if tried in ("yes", before.help_tried) else None,
        how_long=sent.words("how_long", say("steps.history.how_long"), before.how_long),
        how_often=sent.words("how_often", say("steps.history.how_often"), before.how_often),
        note=sent.words("history_note", say("steps.history.note"), before.note),
    )
    return case.but(history=history, sight=_sight(case, sent), events=moments.take(dated, case.events, sent))


def _help(before: History, tried: str | None, sent: Sent) -> tuple[Help, ...]:
    """The rows in which something is said; the rows as they were while no help is said to have been tried."""
    if tried != "yes":
        return before.help
    rows = tuple(Help(**{part: sent.words(f"help_{part}-{number}", say(f"steps.history.help.{part}", number=number + 1),
                                          getattr(row, part)) for part in ("what", "when", "result")})
                 for number, row in enumerate(_rows(before.help)))
    return before.help if rows == _rows(before.help) else tuple(row for row in rows if row != Help(what=""))


def _since(case: Case) -> date | None:
    """The first day on which anything can have been about one of these children, where their ages are known."""
    return first_day(case, clock.now().date())


def _earlier(case: Case, sent: Sent) -> dict[str, object]:
    """The earlier referral with its day and answer, and an earlier injury."""
    before = case.history
    referral = sent.choice("earlier_referral", before.earlier_referral)
    found: dict[str, object] = {"earlier_referral": referral, "earlier_referral_on": None,
                                "earlier_referral_answer": None,
                                "earlier_injury": sent.choice("earlier_injury", before.earlier_injury)}
    if referral in ("yes", before.earlier_referral):
        found |= {
            "earlier_referral_on": sent.day("earlier_referral_on", say("steps.history.earlier_referral.called"),
                                            "earlier", before.earlier_referral_on, _since(case)),
            "earlier_referral_answer": sent.choice("earlier_referral_answer", before.earlier_referral_answer),
        }
    return found


def _so(sight: Sight) -> tuple[str, ...]:
    """The changes that are so, or may be: those that are shown ticked."""
    return tuple(fact for fact in SIGHT if getattr(sight, fact) in ("yes", "not_sure"))


def _asked(case: Case) -> dict[str, str]:
    """The changes that are asked about, in words: of babies none of school. One that was answered yes stays in sight.
    """
    baby, so = only_babies(case), _so(case.sight)
    return {fact: words for fact, words in SIGHT.items() if fact in so or not (baby and fact in AT_SCHOOL)}


def _none(case: Case) -> bool:
    """Whether "None of these" was the answer about whatever is asked and not ticked."""
    sight = case.sight
    others = [fact for fact in _asked(case) if fact not in _so(sight)]
    return bool(others) and all(getattr(sight, fact) == "no" for fact in others)


def _sight(case: Case, sent: Sent) -> Sight:
    """Newly ticked is yes, newly unticked is not answered, and "no" is only what "None of these" is ticked beside.

    What is ticked, or not, as it was before stays as it was answered.
    """
    before, asked = case.sight, _asked(case)
    was, ticked = _so(before), sent.chosen("sight", asked)
    none = none_box.of_the_others(sent.ticked(f"sight-{NONE}"))
    said: dict[str, object] = {}
    if none != _none(case):
        said |= {fact: "no" if none else None for fact in asked if fact not in was}
    said |= {fact: "no" if none and not _none(case) else None for fact in was if fact not in ticked}
    said |= {fact: "yes" for fact in ticked if fact not in was}
    if "home_education" in ticked or "home_education" not in was:
        said["notice"] = sent.choice("notice", before.notice)
    else:
        said["notice"] = None
    if ticked:
        said |= {"on": sent.day("sight_on", say("steps.history.sight.on.called"), "change", before.on, _since(case)),
                 "note": sent.words("sight_note", say("steps.history.sight.note"), before.note)}
    return before.but(**said)


def _rows_in_words(so_far: SoFar) -> list[Row]:
    history = so_far.case.history
    tried = "\n".join(apart(part for part in (item.what, item.when, item.result) if part) for item in history.help)
    said = {
        "earlier_concerns": word(YES_NO, history.earlier_concerns), "earlier_referral": _referral_in_words(history),
        "earlier_injury": word(YES_NO, history.earlier_injury), "getting_worse": word(YES_NO, history.getting_worse),
        "how_long": history.how_long, "how_often": history.how_often,
        "help_tried": "\n".join(part for part in (word(YES_NO, history.help_tried), tried) if part),
        "changed": word(CHANGED, history.changed), "worse_since_refusal": word(YES_NO, history.worse_since_refusal),
        "note": history.note, "sight": _sight_in_words(so_far.case),
    }
    return [*(Row(*one) for one in moments.in_words(moments.in_history(so_far.case), so_far.case)),
            *(Row(say(f"steps.history.said.{name}"), answer) for name, answer in said.items())]


def _referral_in_words(history: History) -> str:
    """Whether there was one, with its day and its answer."""
    on = history.earlier_referral_on
    parts = (word(YES_NO, history.earlier_referral), weekday_and_day(on) if on else "",
             word(REFERRAL_ANSWER, history.earlier_referral_answer))
    return "\n".join(part for part in parts if part)


def _before_in_words(history: History) -> str:
    """What was answered behind the fold of what was before."""
    facts = ("earlier_referral", "earlier_injury", "worse_since_refusal")
    said = (named(say(f"steps.history.said.{fact}"), word(YES_NO, getattr(history, fact))) for fact in facts)
    return apart(part for part in (history.how_long, history.how_often, *said) if part)


def _sight_in_words(case: Case, between: str = "\n") -> str:
    """The changes that are so, or that nobody is sure of, and what is known about them."""
    sight = case.sight
    said = [says if answer == "yes" else say("steps.history.sight.maybe", says=says) for fact, says in SIGHT.items()
            if (answer := getattr(sight, fact)) in ("yes", "not_sure")]
    if all(getattr(sight, fact) == "no" for fact in _asked(case)):
        return say("steps.history.sight.none.said")
    told = named(say("steps.history.said.notice"), word(NOTICE, sight.notice))
    on = weekday_and_day(sight.on) if sight.on else ""
    return between.join(part for part in (*said, told, on, sight.note) if part)


STEP = Step("history", say("steps.history"), 900, view, _rows_in_words, always_open=True)
"""Always open, because the result leads here to the days that its time limits run from."""
