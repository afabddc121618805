"""Answers that cannot be read now, because the pack of the area they were given for is set aside.

They are kept in the case and come back with the pack. Until then nobody can say what they would ask for, and unknown is
never "no": anything that was not a plain "no" is talked through today, and counts as of harm where telling is decided.
A sign that was yes, or is suspected and cannot be proved, is one that cannot wait, whatever it says: the front door is
rung now, and nobody in the family is told before it has advised.
"""
from decision.case import Case
from decision.result import Gap, Reason
from guidance.packs import Packs
from guidance.vocabulary import Outcome
from guidance.words import say
from guidance.words.forms import counted, following

RULE = "own_rule.unknown_is_never_no"
"""Key of the place in our own rules."""
TALK: Outcome = "consult_today"
ACT: Outcome = "refer_now"


def unread(case: Case, packs: Packs) -> tuple[str, ...]:
    """Ids of answers that are not "no" and that only the pack that is set aside could explain; each once."""
    if packs.aside(case.home_area) is None:
        return ()
    signs = {sign.id for sign in packs.national.signs}
    found = [id_ for id_, answer in case.signs.items() if id_ not in signs and answer.answer != "no"]
    found += [finding.id for finding in case.findings]
    found += [id_ for answers in (case.answers, case.factors) for id_, answer in answers.items() if answer != "no"]
    return tuple(dict.fromkeys(found))


def unread_reasons(ids: tuple[str, ...], signs: tuple[str, ...], packs: Packs) -> tuple[Reason, ...]:
    """One reason for all of them and one for the signs answered yes among them; none where there are none."""
    if not ids:
        return ()
    source = packs.national.own_rule(RULE)
    says = say("unread.answers", answers=counted("unread.count", len(ids)))
    talk = Reason(kind="unsure", says=says, why=say("unread.answers_why"), outcome=TALK, source=source)
    if not signs:
        return (talk,)
    ring = Reason(kind="unsure", says=say("unread.sign"), why=say("unread.sign_why"), outcome=ACT, source=source)
    return (ring, talk)


def aside_gap(case: Case, packs: Packs, ids: tuple[str, ...]) -> Gap:
    """What is said in the place of an area's levels, forms and numbers while its pack is set aside."""
    kept = counted("unread.kept", len(ids)) if ids else ""
    return Gap(kind="no_pack", says=following(say("unread.aside", area=packs.name_of(case.home_area)), kept))
