"""A case from an earlier visit against the packs of today."""
import pytest

from decision.case import Case, Finding, Practitioner, SignAnswer
from decision.known import ELSEWHERE, unknown_ids
from guidance.packs import Packs
from pages.parts.draft import Progress, SetAside
from pages.parts.fit import fit, fit_progress
from tests.pages.asking import HOME

OLD = HOME.model_copy(update={
    "findings": (Finding(id="TST-3-CHILD-01"),
                 Finding(id="GONE-1", when="Monday", note="Cold hands", words="I am cold")),
    "answers": {"GONE-2": "no", "TST-4-PARENT-01": "no"}, "factors": {"GONE-3": "yes"},
    "signs": {"gone_sign": SignAnswer(answer="yes"), "disclosure": SignAnswer(answer="no")},
    "asked": ("neglect", "gone_topic"), "practitioner": Practitioner(role="gone_role", relationship="Tutor"),
})


def test_a_case_that_fits_stays_as_it_is(packs: Packs) -> None:
    """Nothing is touched where every id is known."""
    assert fit(HOME, packs) == (HOME, 0)
    assert fit(Case(), packs) == (Case(), 0)


def test_what_the_packs_no_longer_have_becomes_a_worry_in_words(packs: Packs) -> None:
    """The case can be read again, and what was written about a lost statement is still there."""
    fitted, gone = fit(OLD, packs)
    assert unknown_ids(fitted, packs) == ()
    assert gone == 4
    assert fitted.other_worry is True
    for words in ("Monday", "Cold hands", "I am cold"):
        assert words in fitted.other_worry_note
    assert fitted.practitioner.relationship == "Tutor"
    assert [item.id for item in fitted.findings] == ["TST-3-CHILD-01"]


def test_progress_loses_what_is_gone(packs: Packs) -> None:
    """Topics and areas that no pack has are not asked about; the rest stays in its order."""
    aside = {"atlantis": SetAside(area="atlantis", case=Case(), note="")}
    fitted = fit_progress(Progress(seen=("safety",), topics=("neglect", "gone", "injury"), set_aside=aside), packs)
    assert fitted == Progress(seen=("safety",), topics=("neglect", "injury"))


@pytest.mark.parametrize("field", ["home_area", "area_now", "work_area"])
def test_an_area_without_a_pack_is_somewhere_else(field: str, packs: Packs) -> None:
    """The national part still works."""
    fitted, _ = fit(Case(**{field: "atlantis"}), packs)  # type: ignore[arg-type]
    assert getattr(fitted, field) == ELSEWHERE


def test_a_note_that_would_be_too_long_keeps_what_the_user_wrote(packs: Packs) -> None:
    """The limit holds, and the user's own words come first."""
    case = OLD.model_copy(update={"other_worry_note": "a" * 19_990})
    fitted, _ = fit(case, packs)
    assert fitted.other_worry_note == case.other_worry_note
    assert fitted.other_worry is True
