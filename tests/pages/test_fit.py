"""Answers from an earlier visit, and how far the user had got, against the packs of today."""
from decision.case import Case, Finding, Practitioner, SignAnswer
from decision.unknown_ids import unknown_ids
from decision.moving import SetAside, come_back
from guidance.packs import Packs
from pages.parts.visit.draft import Progress
from pages.parts.visit.fit import fit
from tests.pages.asking import AREA, HOME

OLD = HOME.model_copy(update={
    "findings": (Finding(id="TST-3-CHILD-01"),
                 Finding(id="GONE-1", when="Monday", note="Cold hands", words="I am cold")),
    "answers": {"GONE-2": "no", "TST-4-PARENT-01": "no"}, "factors": {"GONE-3": "yes"},
    "signs": {"gone_sign": SignAnswer(answer="yes"), "disclosure": SignAnswer(answer="no")},
    "asked": ("neglect", "gone_topic"), "practitioner": Practitioner(role="gone_role", relationship="Tutor"),
})


def test_answers_that_fit_stay_as_they_are(packs: Packs) -> None:
    """Nothing is touched where every id is known."""
    progress = Progress(seen=("safety",), topics=("injury", "neglect"))
    assert fit(HOME, progress, packs) == (HOME, progress, 0)
    assert fit(Case(), Progress(), packs) == (Case(), Progress(), 0)


def test_what_the_packs_no_longer_have_is_kept_in_words(packs: Packs) -> None:
    """The case can be read again, every answer that is gone is counted, and what was written about it is there."""
    fitted, _, gone = fit(OLD, Progress(), packs)
    assert unknown_ids(fitted, packs) == ()
    assert gone == 6
    assert fitted.other_worry is True
    for words in ("Monday", "Cold hands", "I am cold", "gone_sign", "GONE-3"):
        assert words in fitted.other_worry_note
    for words in ("GONE-2", "gone_topic", "gone_role"):
        assert words in "\n".join(fitted.earlier_answers)
    assert fitted.practitioner.relationship == "Tutor"
    assert [item.id for item in fitted.findings] == ["TST-3-CHILD-01"]


def test_a_topic_that_was_chosen_and_is_gone_stays_a_doubt(packs: Packs) -> None:
    """The others stay in their order; the one that is gone is a worry in words, once it was not asked about."""
    fitted, progress, gone = fit(HOME, Progress(seen=("safety",), topics=("neglect", "gone", "injury")), packs)
    assert progress == Progress(seen=("safety",), topics=("neglect", "injury"))
    assert gone == 1
    assert "(gone)" in fitted.other_worry_note


def test_what_was_set_aside_for_an_area_that_is_gone_waits_for_it(packs: Packs) -> None:
    """It is not thrown away: the area may be held again."""
    aside = {"atlantis": SetAside(area="atlantis", case=Case(findings=(Finding(id="ATL-1"),)), note="")}
    assert fit(HOME, Progress(set_aside=aside), packs)[1].set_aside == aside


def test_what_comes_back_with_its_area_is_fitted_too(packs: Packs) -> None:
    """A statement that went while it was set aside becomes words when its area comes back."""
    aside = SetAside(area=AREA, note="", case=Case(
        findings=(Finding(id="GONE-1", note="Cold hands"),), signs={"gone_sign": SignAnswer(answer="yes")}))
    back = come_back(HOME, aside, packs)
    assert unknown_ids(back, packs) == ()
    assert "Cold hands" in back.other_worry_note
    assert "gone_sign" in back.other_worry_note
