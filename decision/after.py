"""After the call, and the user's own view beside the result."""
from decision.case import Case, OwnView
from decision.known import Known
from decision.outcome import urgency
from decision.result import AfterCall, OwnViewCompared
from guidance.vocabulary import Outcome

VIEW_OUTCOME: dict[OwnView, Outcome] = {
    "watch": "universal", "early_help": "early_help", "talk_to_lead": "consult",
    "refer_with_agreement": "refer_with_agreement", "refer_now": "refer_now", "call_999": "call_999",
}
"""What each view says in full, for the comparison; decision/case.py says how far it raises the result."""
VIEW_WORDS: dict[OwnView, str] = {
    "watch": "keep watching and supporting", "early_help": "offer early help", "talk_to_lead": "talk it through",
    "refer_with_agreement": "refer with agreement", "refer_now": "refer now", "call_999": "ring 999",
    "not_sure": "not sure",
}


def compare_views(case: Case, result: Outcome) -> OwnViewCompared:
    """Whether the user's view asks for the same, more or less than the result. They may always act higher."""
    view = case.own_view
    if view is None or view == "not_sure":
        says = "You have not given a view of your own." if view is None else "You were not sure what should happen."
        return OwnViewCompared(view=VIEW_WORDS[view] if view else "", relation="not_given", says=says)
    difference = urgency(VIEW_OUTCOME[view]) - urgency(result)
    if difference == 0:
        return OwnViewCompared(view=VIEW_WORDS[view], relation="same", says="Your view and this result are the same.")
    if difference > 0:
        says = ("Your view asks for more than this result. You are free to act on it: it is your judgement. "
                "Write down both, and why.")
        return OwnViewCompared(view=VIEW_WORDS[view], relation="higher", says=says)
    says = "This result asks for more than your view. Write down both, and the reason if you decide differently."
    return OwnViewCompared(view=VIEW_WORDS[view], relation="lower", says=says)


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
