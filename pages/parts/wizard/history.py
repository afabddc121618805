"""Earlier worries and referrals, help so far and what it changed, and who goes on seeing the child.

The changes by which people stop seeing a child are ticked; unticked is never "no".
"""
from datetime import date

from decision.case import Case, Help, History, Sight
from decision.consistency import first_day
from guidance.words.forms import apart, weekday_and_day
from pages.parts.asking import leaving, moments, none_box
from pages.parts.asking.choices import CHANGED, NOTICE, REFERRAL_ANSWER, SIGHT, YES_NO, word
from pages.parts.asking.questions import LIMIT_HINT, Sent, choose, day, line, lines, reveal, ticks
from pages.parts.display.words import named
from pages.parts.visit import clock, draft, knowledge
from pages.parts.wizard import steps
from pages.parts.wizard.steps import Here, Row, SoFar, Step

YES = 0
NONE = "none"
CHOICES = ("earlier_concerns", "getting_worse", "worse_since_refusal")
"""Questions of the history that stand by themselves: the field is called as the question is."""
MAYBE = " (you are not sure)"
SPARE_ROWS = 2
"""Empty rows for help that was tried; more appear when these are filled in and the page is opened again."""


def view(place: Here) -> None:
    """One form."""
    case = draft.case()
    history = case.history
    dated = moments.worth_asking(moments.in_history(case), case.events, knowledge.decide_briefly())
    with leaving.answers("history_form"):
        for event in dated:
            moments.ask(event, case.events)
        choose("earlier_concerns", "Have there been worries about this child or family before?", YES_NO,
               history.earlier_concerns, across=True)
        _referred_before(history)
        choose("earlier_injury", "Has the child had an injury or mark before that worried somebody?", YES_NO,
               history.earlier_injury, across=True)
        choose("getting_worse", "Is it getting worse?", YES_NO, history.getting_worse, across=True)
        line("how_long", "How long has this been going on?", history.how_long)
        line("how_often", "How often?", history.how_often)
        choose("help_tried", "Has help been tried?", YES_NO, history.help_tried, across=True)
        with reveal("help", "help_tried", YES):
            for number, help_ in enumerate(_rows(history.help)):
                line(f"help_what-{number}", f"Help {number + 1}: what, and by whom", help_.what,
                     "Services and roles, no names.")
                line(f"help_when-{number}", f"Help {number + 1}: when", help_.when)
                line(f"help_result-{number}", f"Help {number + 1}: what came of it", help_.result)
            choose("changed", "Did it change things for the child?", CHANGED, history.changed)
        choose("worse_since_refusal", "If the family has said no to help: has anything got worse since?", YES_NO,
               history.worse_since_refusal, "Leave this empty if it does not apply.", across=True)
        lines("history_note", "Anything else from your records", history.note, LIMIT_HINT)
        _who_goes_on_seeing(case.sight)
        steps.buttons(place, lambda now, sent: take(now, sent, dated))


def _referred_before(history: History) -> None:
    choose("earlier_referral", "Has anybody asked children’s services about this child before?", YES_NO,
           history.earlier_referral, across=True)
    with reveal("earlier_referral", "earlier_referral", YES):
        day("earlier_referral_on", "When was that? Leave it empty if you do not know.", history.earlier_referral_on,
            "For example 12 3 2026")
        choose("earlier_referral_answer", "What did they answer?", REFERRAL_ANSWER, history.earlier_referral_answer)


def _who_goes_on_seeing(sight: Sight) -> None:
    so, none = _so(sight), (NONE,) if _none(sight) else ()
    ticks("sight", "Is any of this so, or about to be?", {**SIGHT, NONE: "None of these, as far as I know"}, so + none,
          "Each is ordinary by itself. Tick it if it may be so. It matters who goes on seeing the child.")
    with reveal("notice", "sight-home_education"):
        choose("notice", "How did the parents say that the child will be taught at home?", NOTICE, sight.notice,
               across=True)
    with reveal("sight_on", tuple(f"sight-{fact}" for fact in SIGHT)):
        day("sight_on", "From which day? Leave it empty if you do not know.", sight.on)
        lines("sight_note", "What do you know about it?", sight.note, LIMIT_HINT)


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
        how_long=sent.words("how_long", "How long", before.how_long),
        how_often=sent.words("how_often", "How often", before.how_often),
        note=sent.words("history_note", "What you write", before.note),
    )
    return case.but(history=history, sight=_sight(case, sent), events=moments.take(dated, case.events, sent))


def _help(before: History, tried: str | None, sent: Sent) -> tuple[Help, ...]:
    """The rows in which something is said; the rows as they were while no help is said to have been tried."""
    if tried != "yes":
        return before.help
    rows = tuple(
        Help(what=sent.words(f"help_what-{number}", "What was tried", row.what),
             when=sent.words(f"help_when-{number}", "When", row.when),
             result=sent.words(f"help_result-{number}", "What came of it", row.result))
        for number, row in enumerate(_rows(before.help))
    )
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
            "earlier_referral_on": sent.day("earlier_referral_on", "The day of the earlier referral", "earlier",
                                            before.earlier_referral_on, _since(case)),
            "earlier_referral_answer": sent.choice("earlier_referral_answer", before.earlier_referral_answer),
        }
    return found


def _so(sight: Sight) -> tuple[str, ...]:
    """The changes that are so, or may be: those that are shown ticked."""
    return tuple(fact for fact in SIGHT if getattr(sight, fact) in ("yes", "not_sure"))


def _none(sight: Sight) -> bool:
    """Whether "None of these" was the answer about whatever is not ticked."""
    others = [fact for fact in SIGHT if fact not in _so(sight)]
    return bool(others) and all(getattr(sight, fact) == "no" for fact in others)


def _sight(case: Case, sent: Sent) -> Sight:
    """Newly ticked is yes, newly unticked is not answered, and "no" is only what "None of these" is ticked beside.

    What is ticked, or not, as it was before stays as it was answered.
    """
    before = case.sight
    was, ticked = _so(before), sent.chosen("sight", SIGHT)
    none = none_box.of_the_others(sent.ticked(f"sight-{NONE}"))
    said: dict[str, object] = {}
    if none != _none(before):
        said |= {fact: "no" if none else None for fact in SIGHT if fact not in was}
    said |= {fact: "no" if none and not _none(before) else None for fact in was if fact not in ticked}
    said |= {fact: "yes" for fact in ticked if fact not in was}
    if "home_education" in ticked or "home_education" not in was:
        said["notice"] = sent.choice("notice", before.notice)
    else:
        said["notice"] = None
    if ticked:
        said |= {"on": sent.day("sight_on", "The day", "change", before.on, _since(case)),
                 "note": sent.words("sight_note", "What you write", before.note)}
    return before.but(**said)


def _rows_in_words(so_far: SoFar) -> list[Row]:
    history = so_far.case.history
    tried = "\n".join(apart(part for part in (item.what, item.when, item.result) if part) for item in history.help)
    return [
        *(Row(*said) for said in moments.in_words(moments.in_history(so_far.case), so_far.case)),
        Row("Worries before", word(YES_NO, history.earlier_concerns)),
        Row("Children’s services asked before", _referral_in_words(history)),
        Row("An injury or mark before", word(YES_NO, history.earlier_injury)),
        Row("Getting worse", word(YES_NO, history.getting_worse)),
        Row("For how long", history.how_long),
        Row("How often", history.how_often),
        Row("Help tried", "\n".join(part for part in (word(YES_NO, history.help_tried), tried) if part)),
        Row("Changed things", word(CHANGED, history.changed)),
        Row("Worse since help was refused", word(YES_NO, history.worse_since_refusal)),
        Row("From your records", history.note),
        Row("Who goes on seeing the child", _sight_in_words(so_far.case.sight)),
    ]


def _referral_in_words(history: History) -> str:
    """Whether there was one, with its day and its answer."""
    on = history.earlier_referral_on
    parts = (word(YES_NO, history.earlier_referral), weekday_and_day(on) if on else "",
             word(REFERRAL_ANSWER, history.earlier_referral_answer))
    return "\n".join(part for part in parts if part)


def _sight_in_words(sight: Sight) -> str:
    """The changes that are so, or that nobody is sure of, and what is known about them."""
    said = [f"{says}{MAYBE if answer == 'not_sure' else ''}" for fact, says in SIGHT.items()
            if (answer := getattr(sight, fact)) in ("yes", "not_sure")]
    if all(getattr(sight, fact) == "no" for fact in SIGHT):
        return "None of these changes, as far as you know"
    told, on = named("told", word(NOTICE, sight.notice)), weekday_and_day(sight.on) if sight.on else ""
    return "\n".join(part for part in (*said, told, on, sight.note) if part)


STEP = Step("history", "History and help so far", 900, view, _rows_in_words, always_open=True)
"""Always open, because the result leads here to the days that its time limits run from."""
