"""The second answer on the result page: whose agreement the help needs, in each state, and never a prompt to ask."""
import pytest

from decision.case import Case, Practitioner
from decision.path import Path
from decision.result import AfterCall, Consent, ConsentStatement, Decision, Place, Raised, Telling
from exports.windscreen_shapes import colour_of
from guidance.words import say
from pages.parts.display.markup import join
from pages.parts.result.telling_view import telling
from pages.parts.result.then_behind import at_levels, whose_yes
from pages.parts.result.then_view import nothing_said, then_section
from pages.parts.wizard import steps
from tests.pages.sample import BLANK, CITE, LAW, MOTHER, PACKS
from tests.pages.screen import read

HELP = Path(level="2", name="2 (Extra help)", says="Extra help is needed.", leads="the school", help="They plan it.",
            document="Help form", goes_to="Fairshire Hub", agreement_needed=True, agreement="ask",
            says_agreement=say("then.state.ask"), rule="A parent agrees to help.", from_whom="a parent",
            if_refused="Talk to the Hub.", source=CITE, agreement_source=CITE)
MORE = HELP.model_copy(update={"level": "3", "name": "3 (Complex)", "says": "Needs are complex."})
DECIDE = HELP.model_copy(update={
    "level": "", "name": "", "agreement_needed": False, "agreement": "not_sought", "rule": "No consent is asked for.",
    "says_agreement": say("then.state.none"), "says": "Children's services decide."})
HELD = (Telling(person="mother", name="mother", state="ask_first", why="Ask first.", source=LAW),)
ASKING = (say("then.state.ask"), "Ask them alone", "From whom", "A parent agrees")


def helped(*paths: Path, outcome: str = "consult", **more: object) -> Decision:
    """A decision with these paths, the mother told."""
    return BLANK.model_copy(update={"then": paths, "outcome": outcome, "telling": (MOTHER,)} | more)


def seen(decision: Decision, case: Case = Case()) -> str:  # noqa: B008 - a case never changes
    """What the part of the page says, and then, in the fold on telling, whose yes counts."""
    return read(join(then_section(case, decision, PACKS), whose_yes(decision, PACKS)))


def test_before_the_talk_it_is_headed_so_and_asks_for_nothing() -> None:
    """Nobody is asked before the call: the words of asking stand nowhere."""
    waiting = HELP.model_copy(update={"agreement": "after_talk", "says_agreement": say("then.state.after_talk")})
    shown = seen(helped(waiting, outcome="consult_today"))
    assert shown.startswith("After the talk")
    assert "Ask nobody before the talk." in shown
    assert say("then.state.ask") not in shown


def test_over_what_is_itself_the_talk_it_is_headed_then() -> None:
    """A call now, or word to the social worker, comes after no talk; beside another child's help it is after it."""
    assert seen(helped(DECIDE, outcome="refer_now")).startswith("Then")
    two = (DECIDE.model_copy(update={"about": ("A",)}), HELP.model_copy(update={"about": ("B",)}))
    assert seen(helped(*two, outcome="consult_today")).startswith("After the talk")


def test_before_the_talk_the_page_says_who_has_answered_so_far() -> None:
    """A yes and a no that somebody gave are not forgotten because the talk comes first."""
    waiting = HELP.model_copy(update={"agreement": "after_talk", "says_agreement": say("then.state.after_talk"),
                                      "given_by": ("mother",), "refused_by": ("father",)})
    shown = seen(helped(waiting, outcome="consult_today"))
    assert "Said yes so far: mother" in shown
    assert "Said no so far: father" in shown


def test_after_the_talk_it_is_then() -> None:
    """Once a talk is recorded that knows all that is so, the same result no longer says "after the talk"."""
    talked = helped(HELP, outcome="consult_today", after_call=AfterCall(says="Advice.", steps=(), source=LAW))
    assert seen(talked, Case(rung=("front_door",))).startswith("Then")
    assert seen(talked).startswith("After the talk")


def test_what_is_to_be_asked_says_from_whom_and_what_a_no_changes() -> None:
    """Where the help needs agreement and nobody was asked: that it does, from whom, and what a refusal means."""
    shown = seen(helped(HELP))
    for said in ("This help needs agreement.", say("then.state.ask"), "From whom: a parent",
                 "If it is refused: Talk to the Hub.", "Who leads", "The school",
                 "Help form. It goes to: Fairshire Hub."):
        assert said in shown


def test_one_yes_is_enough_and_the_no_is_said() -> None:
    """A mother who agrees and a father who refuses: agreed, with the refusal beside it and once only."""
    have = HELP.model_copy(update={
        "agreement": "have", "given_by": ("mother",), "refused_by": ("father",),
        "says_agreement": say("then.state.have_refused", given_by="mother", refused_by="father")})
    shown = seen(helped(have))
    assert "Agreed: mother. Refused: father." in shown
    assert "so far" not in shown


def test_a_refusal_does_not_end_it() -> None:
    """Who refused, and that it is thought through again."""
    refused = HELP.model_copy(update={"agreement": "refused", "refused_by": ("mother",),
                                      "says_agreement": say("then.state.refused", refused_by="mother")})
    assert "Refused: mother. That does not end it." in seen(helped(refused))


def test_a_yes_that_does_not_count_says_why_and_what_is_still_open() -> None:
    """A whole sentence each, so that it is clear that it is about a yes."""
    why = say("then.not_counted", why=say("then.not_counted.not_alone", name="mother"))
    path = HELP.model_copy(update={"not_counted": (why,), "question": say("then.who_holds")})
    shown = seen(helped(path))
    assert "This yes is not counted: somebody who may have heard may not be safe" in shown
    assert say("then.who_holds") in shown


def test_two_children_have_each_their_own() -> None:
    """Each child's help stands under its letter."""
    other = DECIDE.model_copy(update={"about": ("B",)})
    shown = seen(helped(HELP.model_copy(update={"about": ("A",)}), other))
    assert shown.index("For child A") < shown.index("Extra help is needed") < shown.index("For child B")
    assert shown.index("For child B") < shown.index("Children's services decide")


def test_children_of_whom_the_same_is_said_stand_together() -> None:
    """What is in sight is said once for both; whose yes counts is each one's own, under its letter. Where anything in
    sight differs each says its own."""
    both = tuple(HELP.model_copy(update={"about": (letter,), "from_whom": f"a parent of {letter}"}) for letter in "AB")
    shown = read(then_section(Case(), helped(*both), PACKS))
    assert shown.count("Extra help is needed") == 1
    shown = read(whose_yes(helped(*both), PACKS))
    assert shown.index("For child A") < shown.index("a parent of A") < shown.index("For child B")
    assert shown.index("For child B") < shown.index("a parent of B")
    agreed = both[1].model_copy(update={"agreement": "have", "says_agreement": "Agreed: mother."})
    apart = read(then_section(Case(), helped(both[0], agreed), PACKS))
    assert apart.count("Extra help is needed") == 2
    assert apart.index("For child B") < apart.index("Agreed: mother.")


def test_no_level_stands_as_a_bare_word() -> None:
    """An area's name for a level can be one word, such as "complex": it is said that it is the level of need."""
    assert "Level of need: Complex" in seen(helped(HELP.model_copy(update={"name": "Complex"})))


@pytest.mark.parametrize(("help_", "parts"), [
    ("Talk to them. Plan it.", 0), ("Talk to the Hub (the MASH). Ask who leads. Write it down.", 3),
    ("Use form 2.1 of it. Is it agreed? Do it.", 3), ("One thing only, e.g. a talk; then another.", 0),
])
def test_several_sentences_stand_one_below_the_other(help_: str, parts: int) -> None:
    """Three or more are a list; none is lost, and the first of all stands in sight and not again behind it."""
    first = "This is what happens first."
    shown = str(then_section(Case(), helped(HELP.model_copy(update={"help": f"{first} {help_}"})), PACKS))
    assert shown.count(first) == 1
    assert shown.index(first) < shown.index("<details")
    what = shown.split("<dt>What happens</dt>")[1].split("</dd>")[0]
    assert what.count("<li>") == parts
    assert all(word in what for word in help_.split())


def test_the_second_path_is_folded_under_its_name() -> None:
    """The first path is open to read, the other one line until it is opened."""
    shown = str(then_section(Case(), helped(HELP, MORE), PACKS))
    assert "<summary>Or, if the talk finds more: 3 (Complex)</summary>" in shown
    assert shown.index("Extra help is needed") < shown.index("<summary>Or,")


def test_help_that_needs_nobodys_agreement_says_so() -> None:
    """What children's services decide is not waited for; the rule stands in sight, or of a referral now, where the
    first answer has said it, beside who may be told."""
    now = helped(DECIDE, outcome="refer_now")
    shown = read(then_section(Case(), now, PACKS))
    assert "This needs nobody's agreement. Who leads, and on which form" in shown
    assert "No consent is asked for." not in shown
    assert read(telling(now, PACKS)).count("No consent is asked for.") == 1
    assert "No consent is asked for." not in read(telling(now, PACKS, blank=True))
    assert "This needs nobody's agreement. No consent is asked for." in seen(helped(DECIDE))
    assert "This help needs agreement." not in shown


@pytest.mark.parametrize("state", ["after_talk", "not_sought"])
def test_where_nobody_is_told_nothing_prompts_to_ask(state: str) -> None:
    """While nobody of the family may simply be told, no word says whom to ask or what a parent agrees to."""
    path = HELP.model_copy(update={"agreement": state, "says_agreement": say(f"then.state.{state}"),
                                   "from_whom": say("then.from_front_door")})
    for outcome in ("consult", "consult_today"):
        shown = seen(helped(path, MORE.model_copy(update={"agreement": state, "says_agreement": say(
            f"then.state.{state}")}), outcome=outcome, telling=HELD))
        assert not [words_ for words_ in ASKING if words_ in shown]


def test_a_level_is_a_pill_in_the_areas_colour_with_its_help_as_the_heading() -> None:
    """The colour is the one of the windscreen, and the help is said in words of its level."""
    decision = helped(HELP.model_copy(update={"name": "Level 2 (Extra help)"}), home_area="fairshire")
    shown = str(then_section(Case(), decision, PACKS))
    level = PACKS.areas["fairshire"].levels[1]
    colour = colour_of(level, 1, 4)
    assert f'<span class="pill" style="background:{colour}">Level 2 (Extra help)</span>' in shown
    assert '<strong class="help">Early help</strong>' in shown


@pytest.mark.parametrize(("state", "in_sight"), [("after_talk", False), ("ask", True)])
def test_a_yes_that_does_not_count_is_in_sight_once_somebody_is_to_be_asked(state: str, in_sight: bool) -> None:
    """Before the talk it stands beside who may be told, since nobody is asked; where somebody is asked, in sight."""
    why = say("then.not_counted", why=say("then.not_counted.not_alone", name="mother"))
    path = HELP.model_copy(update={"not_counted": (why,), "agreement": state,
                                   "says_agreement": say(f"then.state.{state}")})
    shown = str(then_section(Case(), helped(path), PACKS))
    assert ("This yes is not counted" in shown.partition("<details")[0]) == in_sight
    assert ("This yes is not counted" in str(telling(helped(path), PACKS))) != in_sight
    assert shown.count("This yes is not counted") == in_sight


def test_what_a_level_says_of_its_help_stands_in_its_entry_and_in_no_fold_of_its_own() -> None:
    """Who leads, all that is done and on which form: beside the windscreen, once; a second path that a rule has thought
    of likewise, with its agreement beside who may be told."""
    area = PACKS.areas["fairshire"]
    paths = tuple(HELP.model_copy(update={
        "level": level.id, "name": level.name, "says": level.means, "leads": level.leads, "help": level.response,
        "source": level.source, "note": "Nothing is begun anew."}) for level in area.levels[1:3])
    raised = Place(supported=area.levels[1].id, supported_order=2, highest=area.levels[1].id, raised=(
        Raised(to_level=area.levels[2].id, kind="young_child", says="Young.", source=CITE),))
    alone, both = helped(paths[0], home_area="fairshire"), helped(*paths, home_area="fairshire", place=raised)
    assert "<details" not in str(then_section(Case(), alone, PACKS))
    assert list(at_levels(alone, PACKS)) == [area.levels[1].id]
    entry = read(at_levels(alone, PACKS)[area.levels[1].id])
    for said in (f"What is done: {area.levels[1].response} ", "Help form. It goes to: Fairshire Hub.",
                 "Nothing is begun anew."):
        assert entry.count(said) == 1
    assert "<details" not in str(then_section(Case(), both, PACKS))
    assert list(at_levels(both, PACKS)) == [one.id for one in area.levels[1:3]]
    assert f"{area.levels[2].name}; " in read(whose_yes(both, PACKS))


def test_from_whom_and_what_a_no_changes_are_said_once_beside_a_rule_that_says_it() -> None:
    """The document's rule on agreement and the help that follows name the same people."""
    rule = ConsentStatement(about="service", says="It is voluntary.", from_whom="a parent",
                            if_refused="Talk to the Hub.", source=CITE)
    consent = Consent(agreement_needed=True, state="ask", says="Ask.", statements=(rule,), source=LAW)
    said = read(telling(helped(HELP, consent=consent), PACKS))
    assert said.count("a parent") == said.count("Talk to the Hub.") == 1
    assert "A parent agrees to help." in said


def test_without_a_path_nothing_is_headed() -> None:
    """A result that says nothing of help has no empty part."""
    assert seen(helped()) == ""


def test_where_nothing_was_answered_it_says_so_and_leads_to_the_first_question() -> None:
    """Nothing "was found": an area and a role alone are no answer about a child; one answer is."""
    shown = str(then_section(Case(), helped(HELP), PACKS, blank=True))
    assert "You have not answered anything yet." in shown
    assert f'href="check?step={steps.names()[0]}"' in shown
    assert HELP.says not in shown
    here = Case(home_area="luton", practitioner=Practitioner(role="teacher"))
    assert nothing_said(Case())
    assert nothing_said(here)
    assert not nothing_said(here.but(danger="not_sure"))


def test_the_next_step_up_is_not_called_the_level_of_need() -> None:
    """The level of need is one that the answers support; the step up says in sight what becomes of the help so far."""
    stepped = MORE.model_copy(update={"step_up": "This is the next step up."})
    shown = read(then_section(Case(), helped(stepped), PACKS))
    assert say("then.step_up_level", level=MORE.name) in shown
    assert say("then.at_level", level=MORE.name) not in shown
    assert "This is the next step up." in shown
    assert say("then.at_level", level=HELP.name) in read(then_section(Case(), helped(HELP), PACKS))


def test_behind_several_groups_each_line_stands_once_and_under_its_children() -> None:
    """What is the same of two children stands once under both letters; what is one's own, or of one alone, under its
    own. A fold that is about one of several says about whom."""
    same = HELP.model_copy(update={"about": ("A",), "level": "", "leads": "The same person leads."})
    other = same.model_copy(update={"about": ("B",), "help": "Something else. And more of it.", "document": "A form"})
    shown = str(then_section(Case(), BLANK.but(then=(same, other)), PACKS))
    behind = shown.split("<details", 1)[1]
    assert shown.count("The same person leads.") == 1
    assert behind.index("children A and B") < behind.index("The same person leads.") < behind.index("And more of it.")
    assert "child B" in behind.split("The same person leads.")[1]
