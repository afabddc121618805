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

RULE = "unknown is never no"
"""The place in our own rules."""
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
    says = f"Not readable now: {counted(len(ids))} that you gave from your council’s own guidance."
    why = "That guidance cannot be used at the moment, so nothing here can say what your answers would ask for."
    talk = Reason(kind="unsure", says=says, why=why, outcome=TALK, source=source)
    if not signs:
        return (talk,)
    says = "You answered yes to a sign that cannot wait, from your council’s own guidance."
    why = "That guidance cannot be used at the moment. Such a sign does not wait: ring and say what you saw or heard."
    return (Reason(kind="unsure", says=says, why=why, outcome=ACT, source=source), talk)


def aside_gap(case: Case, packs: Packs, ids: tuple[str, ...]) -> Gap:
    """What is said in the place of an area's levels, forms and numbers while its pack is set aside."""
    verb = "is" if len(ids) == 1 else "are"
    kept = f" {counted(len(ids))} that you gave from it {verb} kept." if ids else ""
    says = (f"The guidance of {packs.name_of(case.home_area)} cannot be used at the moment. What holds everywhere is "
            f"shown; its levels, its forms and its telephone numbers are not known here.{kept}")
    return Gap(kind="no_pack", says=says)


def counted(number: int) -> str:
    """ "1 answer", "3 answers"."""
    return f"{number} answer{'' if number == 1 else 's'}"
