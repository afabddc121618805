"""After the call, and the user's own view beside the result."""
from decision.case import Case, OwnView
from decision.known import Known
from decision.outcome import urgency
from decision.result import AfterCall, OwnViewCompared
from guidance.vocabulary import Outcome
from guidance.words import say

VIEW_OUTCOME: dict[OwnView, Outcome] = {
    "watch": "universal", "early_help": "early_help", "talk_to_lead": "consult",
    "refer_with_agreement": "refer_with_agreement", "refer_now": "refer_now", "call_999": "call_999",
}
"""What each view asks for, for the comparison; decision/case.py says how far it raises the result."""


def compare_views(case: Case, result: Outcome) -> OwnViewCompared:
    """Whether the user's view asks for the same, more or less than the result. They may always act higher."""
    view = case.own_view
    if view is None:
        return OwnViewCompared(view="", relation="not_given", says=say("compared.none"))
    words = say(f"own_view.{view}")
    if view == "not_sure":
        return OwnViewCompared(view=words, relation="not_given", says=say("compared.not_sure"))
    difference = urgency(VIEW_OUTCOME[view]) - urgency(result)
    if difference == 0:
        return OwnViewCompared(view=words, relation="same", says=say("compared.same"))
    if difference > 0:
        return OwnViewCompared(view=words, relation="higher", says=say("compared.higher"))
    return OwnViewCompared(view=words, relation="lower", says=say("compared.lower"))


def after_call(known: Known) -> AfterCall | None:
    """The next steps after what happened on the telephone; None before a call. The area's ladder follows a refusal."""
    result = known.case.call.outcome
    if result is None:
        return None
    process = known.packs.national.after(result)
    steps = tuple(step.says for step in process.steps)
    if result == "no_further_action" and known.area:
        ladder = [item for item in known.area.processes if item.kind == "escalation"]
        steps += tuple(step.says for item in ladder for step in item.steps)
    return AfterCall(says=process.says, steps=steps, source=process.source)
