"""The made-up packs with Testshire set aside: what a visitor sees whose area's pack cannot be used."""
from decision.case import Case, Finding, SignAnswer
from guidance.packs import Packs, SetAside
from tests.pages.asking import AREA, HOME

BEFORE = HOME.model_copy(update={
    "findings": (Finding(id="TST-4-CHILD-01", when="Monday", note="A cut on the arm"),),
    "answers": {"TST-3-CHILD-01": "not_sure"}, "factors": {"TST-F-01": "yes"},
    "signs": {"tst_quarry": SignAnswer(answer="no"), "disclosure": SignAnswer(answer="no")}, "asked": ("injury",),
})
"""Answers that were given while the pack was held."""


def without_testshire(packs: Packs) -> Packs:
    """The same packs with the area set aside, as the loader leaves them."""
    return Packs(national=packs.national, areas={}, set_aside=(SetAside(id=AREA, name="Testshire", problems=2),))


def kept(case: Case) -> tuple[object, ...]:
    """What was answered from the area's pack."""
    return case.findings, dict(case.answers), dict(case.factors), case.signs.get("tst_quarry")
