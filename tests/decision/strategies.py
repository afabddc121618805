"""Random cases for the property tests, drawn from the shipped packs so that every id is real.

A strategy costs more to build than to draw from, so what does not depend on an earlier draw is built once, outside
`st.composite`; and none is given a pack, of which Hypothesis would work out the hash at each draw.
"""
from datetime import datetime

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from decision.case import Case
from decision.hours import LONDON
from guidance.load import load_packs
from guidance.packs import AreaPack

ENOUGH = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
"""For whole cases: as many as the profile asks for (tests/conftest.py)."""
MORE = settings(ENOUGH, max_examples=ENOUGH.max_examples * 3 // 2)
"""For whole cases of which few meet what the test is about."""
FEWER = settings(ENOUGH, max_examples=ENOUGH.max_examples // 8)
"""For what several cases are worked out for, area by area."""
PACKS = load_packs()
AREAS = tuple(PACKS.areas.values())
MOMENTS = tuple(
    datetime(*parts, tzinfo=LONDON)
    for parts in ((2026, 11, 20, 10, 5), (2026, 11, 20, 16, 25), (2026, 12, 25, 3, 0), (2026, 11, 23, 8, 44),
                  (2026, 10, 25, 1, 30), (2027, 3, 28, 1, 30))
)
ANSWERS = st.sampled_from(("yes", "no", "not_sure", "not_known"))
STATUSES = ("looked_after", "child_in_need", "none", "privately_fostered")
SOURCES = ("parent_or_carer", "online", "not_known")
TOPICS = list(PACKS.national.topic)
WHYS = st.sampled_from(("cannot_prove", "do_not_understand", "could_not_find_out", None))


def signs(area: AreaPack, most: int = 3) -> st.SearchStrategy:
    """Answers to some signs; half of the time every sign is answered, mostly no."""
    ids = [sign.id for sign in PACKS.signs(area.id)]
    some = st.dictionaries(st.sampled_from(ids), st.fixed_dictionaries({"answer": ANSWERS, "why": WHYS}), max_size=most)
    return st.tuples(st.booleans(), some).map(
        lambda pair: {**({id_: {"answer": "no"} for id_ in ids} if pair[0] else {}), **pair[1]}
    )


def children() -> st.SearchStrategy:
    """Up to three children of any age, known or not, with any status."""
    one = st.fixed_dictionaries({
        "age_years": st.one_of(st.none(), st.integers(0, 19)),
        "moves_about": st.sampled_from(("yes", "no", "not_known", None)),
        "status": st.lists(st.sampled_from(STATUSES), max_size=2),
    })
    return st.lists(one, max_size=3).map(
        lambda items: [{"label": "ABC"[number], **item} for number, item in enumerate(items)]
    )


def family() -> st.SearchStrategy:
    """Up to two family members with any answers."""
    one = st.fixed_dictionaries({
        "told": st.sampled_from(("yes", "no", "not_known", None)),
        "agrees": st.sampled_from(("agrees", "refuses", "not_asked", None)),
        "risk": st.sampled_from(("yes", "no", "not_sure", None)),
        "role": st.sampled_from((None, None, "parent", "foster_carer", "not_known")),
        "responsibility": st.sampled_from(("yes", "no", "not_known", None)),
    })
    return st.lists(one, max_size=2).map(
        lambda items: [{"key": f"parent_{n}", "relation": "parent", **item} for n, item in enumerate(items, 1)]
    )


def _answered(*answers: str | bool | None) -> st.SearchStrategy:
    return st.sampled_from(answers)


CHILDREN = children()
ABOUT = (st.just([]), *(st.lists(st.sampled_from("ABC"[:count]), max_size=2, unique=True) for count in (1, 2, 3)))
"""By the number of children: the labels that a finding names."""
BASIS = _answered("seen", "told", None)
REST = st.fixed_dictionaries({
    "practitioner": st.fixed_dictionaries({"role": st.sampled_from(("", *PACKS.national.role))}),
    "danger": _answered("no", "no", "no", "not_sure", "yes", None),
    "confirmed_safe": _answered("yes", "no", None),
    "asked": st.one_of(st.just(TOPICS), st.lists(st.sampled_from(TOPICS), max_size=4, unique=True)),
    "source_of_harm": st.fixed_dictionaries({
        "kinds": st.lists(st.sampled_from(SOURCES), max_size=1), "members": st.lists(st.just("parent_1"), max_size=1),
        "ruled_out": st.lists(st.just("parent_2"), max_size=1)}),
    "other_worry": _answered(None, None, True),
    "harm_before_next": _answered(None, "yes", "no", "not_sure"),
    "sight": st.fixed_dictionaries({
        "home_education": _answered(None, None, "yes", "not_sure"), "moves": _answered(None, None, "yes", "no")}),
    "no_protective_factor": _answered(None, True, False),
    "history": st.fixed_dictionaries({
        "help_tried": _answered("yes", "no", None),
        "changed": _answered("yes", "some", "no", None),
        "earlier_concerns": _answered("yes", "no", None),
        "getting_worse": _answered("yes", "no", None),
        "worse_since_refusal": _answered("yes", "no", None),
        "earlier_referral": _answered("yes", "no", None), "earlier_injury": _answered("yes", "no", None)}),
    "own_view": _answered(None, "watch", "early_help", "refer_now", "not_sure"),
    "family": family(),
})
"""What a case says whatever the area is."""


def cases_in(area: AreaPack) -> st.SearchStrategy[Case]:
    """Cases in one area with answers of every kind."""
    ids = [item.id for item in area.indicators]
    findings = st.lists(st.sampled_from(ids), max_size=6, unique=True) if ids else st.just([])
    answers = st.dictionaries(st.sampled_from(ids), ANSWERS, max_size=4) if ids else st.just({})
    answered = signs(area)

    @st.composite
    def one(draw: st.DrawFn) -> Case:
        kids = draw(CHILDREN)
        about = ABOUT[len(kids)]
        return Case.model_validate({
            "home_area": area.id, "children": kids, "signs": draw(answered), "answers": draw(answers),
            "findings": [{"id": id_, "about": draw(about), "basis": draw(BASIS)} for id_ in draw(findings)],
            **draw(REST),
        })

    return one()


CASES = st.one_of(*(cases_in(area) for area in AREAS))
"""A case in any of the shipped areas."""
moments = st.sampled_from(MOMENTS)
