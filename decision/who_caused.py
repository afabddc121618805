"""Whether it bears on a case who might be causing this: the questions ask for it then, and only then is it missed."""
from decision.core import Seen
from decision.harm import of_harm
from decision.urgency import urgency
from guidance.packs import Packs
from guidance.vocabulary import Outcome

TODAY: Outcome = "consult_today"


def who_matters(seen: Seen) -> bool:
    """Whether a sign is open, anything of harm is said or in doubt, a talk today or more is asked for, or what was said
    is what a duty hangs on by who caused it."""
    known = seen.known
    about = {topic for row in known.rows if row.answer != "not_known" for topic in row.indicator.topics}
    return bool(known.unanswered_signs or urgency(seen.outcome) >= urgency(TODAY) or of_harm(known, seen.entries)
                or about & _topics_of_persons(known.packs))


def who_is_missed(seen: Seen) -> bool:
    """The same, and also while nobody has said whether anyone is in danger: that leaves everything open."""
    return seen.known.case.danger is None or who_matters(seen)


def _topics_of_persons(packs: Packs) -> set[str]:
    """What the duties are about that hang on who caused it, such as bullying on another child."""
    return {topic for duty in packs.national.duties for topic in duty.topics
            if duty.triggers and (duty.triggers.harm_by or duty.triggers.suspected_works)}
