"""Random cases for the property tests, drawn from the shipped packs so that every id is real."""
from datetime import datetime

from hypothesis import strategies as st

from decision.case import Case
from decision.hours import LONDON
from guidance.load import load_packs
from guidance.packs import AreaPack

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
        "responsibility": st.sampled_from(("yes", "no", "not_known", None)),
    })
    return st.lists(one, max_size=2).map(
        lambda items: [{"key": f"parent_{n}", "relation": "parent", **item} for n, item in enumerate(items, 1)]
    )


@st.composite
def cases(draw: st.DrawFn, area: AreaPack | None = None) -> Case:
    """A case in one area with answers of every kind."""
    chosen = area or draw(st.sampled_from(AREAS))
    ids = [item.id for item in chosen.indicators]
    kids = draw(children())
    labels = [kid["label"] for kid in kids]
    about = st.lists(st.sampled_from(labels), max_size=2, unique=True) if labels else st.just([])
    finding_ids = draw(st.lists(st.sampled_from(ids), max_size=6, unique=True)) if ids else []
    return Case.model_validate({
        "home_area": chosen.id,
        "practitioner": {"role": draw(st.sampled_from(("", *PACKS.national.role)))},
        "children": kids,
        "danger": draw(st.sampled_from(("no", "no", "no", "not_sure", "yes", None))),
        "confirmed_safe": draw(st.sampled_from(("yes", "no", None))),
        "signs": draw(signs(chosen)),
        "findings": [{"id": id_, "about": draw(about), "basis": draw(st.sampled_from(("seen", "told", None)))}
                     for id_ in finding_ids],
        "answers": draw(st.dictionaries(st.sampled_from(ids), ANSWERS, max_size=4)) if ids else {},
        "asked": draw(st.one_of(st.just(TOPICS), st.lists(st.sampled_from(TOPICS), max_size=4, unique=True))),
        "source_of_harm": {"kinds": draw(st.lists(st.sampled_from(SOURCES), max_size=1)),
                           "members": draw(st.lists(st.just("parent_1"), max_size=1))},
        "no_protective_factor": draw(st.sampled_from((None, True, False))),
        "history": {"help_tried": draw(st.sampled_from(("yes", "no", None))),
                    "changed": draw(st.sampled_from(("yes", "some", "no", None))),
                    "earlier_concerns": draw(st.sampled_from(("yes", "no", None))),
                    "getting_worse": draw(st.sampled_from(("yes", "no", None))),
                    "worse_since_refusal": draw(st.sampled_from(("yes", "no", None)))},
        "own_view": draw(st.sampled_from((None, "watch", "early_help", "refer_now", "not_sure"))),
        "family": draw(family()),
    })


moments = st.sampled_from(MOMENTS)
