"""Holding an answer back: every written answer is listed, a reason is asked for, and so does the evidence step."""
from decision.case import Case, Finding, HeldBack, SignAnswer
from exports.details import Details, Narrative, UnnamedSource
from guidance.packs import Packs
from pages.parts.papers.held_back import TITLE
from tests.pages.asking import case_of, field, fill, open_step, press, title
from tests.pages.opening import open_page
from tests.pages.screen import words

SAVE = "Save and go back to the list"
NOTE = "Seen by the neighbour"
TOLD = Case(home_area="testshire", reference="TEST", other_worry_note="A dog",
            signs={"disclosure": SignAnswer(answer="yes", basis="told", note=NOTE)})
STORY = Details(narrative=Narrative(worry="What worries me"))


def test_every_written_answer_is_listed_and_nothing_else(packs: Packs) -> None:
    """The sign's note, the worry in own words and the story can be held back; empty answers are not listed."""
    screen = open_page("documents", TOLD, STORY, section="held_back")
    assert title(screen) == TITLE
    assert len([box for box in screen.checkbox if box.label.startswith("Hold back")]) == 3
    assert NOTE in " ".join(str(caption.value) for caption in screen.caption)


def test_what_is_held_back_is_kept_with_its_reason(packs: Packs) -> None:
    """Ticked with a reason it is in the case, and the list of documents counts it."""
    screen = open_page("documents", TOLD, STORY, section="held_back")
    fill(screen, held__0=True, held_why__0="safety", held_note__0="Ask me")
    screen = press(screen, SAVE)
    assert dict(case_of(screen).held_back) == {"signs.disclosure": HeldBack(why="safety", note="Ask me")}
    assert "1 held back" in words(screen)


def test_a_tick_without_a_reason_holds_back_and_is_asked_about(packs: Packs) -> None:
    """The page stays and asks why; meanwhile nothing that was ticked can be printed."""
    screen = open_page("documents", TOLD, STORY, section="held_back")
    fill(screen, held__0=True)
    screen = press(screen, SAVE)
    assert [why.why for why in case_of(screen).held_back.values()] == ["safety"]
    assert "Say why this is held back" in words(screen)


def test_the_answer_about_a_source_holds_the_evidence_back(packs: Packs) -> None:
    """Where somebody told it who must not be named, one tick beside the evidence is enough, and undoes it again."""
    case = TOLD.model_copy(update={"findings": (Finding(id="TST-2-TWICE-01", basis="told", note=NOTE),)})
    screen = open_step("signs", case, number=4)
    assert not field(screen, "unnamed-disclosure").value
    fill(screen, unnamed__disclosure=True)
    screen = press(screen, "Continue")
    assert case_of(screen).held_back["signs.disclosure"].why == "source_unnamed"


def test_a_name_that_is_not_known_cannot_be_looked_for_and_that_is_said(packs: Packs) -> None:
    """Held for a source of whom no name was given: the page and the check before sending say where it belongs."""
    case = TOLD.model_copy(update={"held_back": {"signs.disclosure": HeldBack(why="source_unnamed")}})
    for section in ("held_back", ""):
        screen = open_page("documents", case, STORY, **({"section": section} if section else {}))
        assert "We cannot look for a name that we do not know" in words(screen)
    named = STORY.model_copy(update={"sources": (UnnamedSource(name="Quilla"),)})
    assert "We cannot look" not in words(open_page("documents", case, named, section="held_back"))


def test_a_name_that_is_an_ordinary_word_is_read_for(packs: Packs) -> None:
    """The page names the word, and the answers in which a source is named."""
    details = Details(narrative=Narrative(worry="I asked Will"), sources=(UnnamedSource(name="Will"),))
    said = words(open_page("documents", TOLD, details, section="held_back"))
    assert "“Will” is also an ordinary word: read the paper for it." in said
    assert "is named in: What you are worried about." in said
