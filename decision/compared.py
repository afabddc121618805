"""The user's own view beside the result, each compared with the half of the result that it is comparable to."""
from typing import Literal

from decision.case import Case, OwnView
from decision.path import Path
from decision.result import OwnViewCompared, Relation
from decision.urgency import urgency
from guidance.vocabulary import Outcome
from guidance.words import say

VIEW_OUTCOME: dict[OwnView, Outcome] = {
    "watch": "universal", "early_help": "early_help", "talk_to_lead": "consult",
    "refer_with_agreement": "refer_with_agreement", "refer_now": "refer_now", "call_999": "call_999",
}
"""What each view asks for, for the comparison; decision/case.py says how far it raises the result."""
OF_HELP: tuple[Outcome, ...] = ("universal", "early_help", "refer_with_agreement")
"""What names a help. All else names whom to speak to now, and is compared with that alone."""

Side = Literal["same", "higher", "lower"]


def compare_views(case: Case, result: Outcome, paths: tuple[Path, ...] = ()) -> OwnViewCompared:
    """How the user's view stands to what the result asks for now and, where the view names a help and each child's
    first path of the `paths` says of which kind it is, to that help. They may always act higher."""
    view = case.own_view
    if view is None:
        return OwnViewCompared(view="", relation="not_given", says=say("compared.none"))
    words = say(f"own_view.{view}")
    if view == "not_sure":
        return OwnViewCompared(view=words, relation="not_given", says=say("compared.not_sure"))
    asked = VIEW_OUTCOME[view]
    now, helped = _side(asked, result), _beside_help(asked, paths)
    relation, key = _related(now, helped, talk=result not in OF_HELP, of_help=asked in OF_HELP)
    return OwnViewCompared(view=words, relation=relation, says=say(f"compared.{key}"))


def _side(asked: Outcome, other: Outcome) -> Side:
    difference = urgency(asked) - urgency(other)
    return "higher" if difference > 0 else "lower" if difference else "same"


def _beside_help(asked: Outcome, paths: tuple[Path, ...]) -> set[Side]:
    """How the view stands to the first help of each child; empty where it names no help, or one of the paths none."""
    first = {path.about: path.kind for path in reversed(paths)}
    if asked not in OF_HELP or None in first.values():
        return set()
    return {_side(asked, kind) for kind in first.values() if kind}


def _related(now: Side, helped: set[Side], talk: bool, of_help: bool) -> tuple[Relation, str]:
    """What holds of both halves, and the key of its sentence. `talk`: the result asks for one now, or for a call;
    `of_help`: the view names a help."""
    if not helped:
        part = {"same": talk, "lower": talk and of_help}.get(now, False)
        return now, f"{now}_now" if part else now
    if len(helped) > 1:
        return "by_child", "by_child"
    if helped == {"higher"}:
        return "higher_help", "higher_help_lower_now" if now == "lower" else "higher_help"
    if helped == {"lower"}:
        return ("lower", "lower") if now == "lower" else ("lower_help", "lower_help")
    if talk:
        return "same_help", "same_help"
    return ("lower", "lower_now") if now == "lower" else ("same", "same")
