"""Checks before a document is made. They warn and never block: an urgent, incomplete referral must still go."""
import re
from collections.abc import Iterator

from decision.case import Case
from decision.known import is_yes, so
from decision.outcome import urgency
from decision.result import Decision
from exports.dates import doubts
from exports.details import NOT_KNOWN, Details
from exports.hiding.held_back import sources_to_mind
from guidance.words import say
from guidance.words.forms import listed

VAGUE = (
    "chaotic", "disengaged", "hard to reach", "challenging", "non-compliant", "dirty", "unkempt", "inappropriate",
    "poor", "concerning", "issues", "at times", "often", "appears", "likes to", "attention-seeking",
    "attention seeking", "lifestyle choice", "failed to protect", "no concerns",
)
"""Words that say little without what was seen: our own list."""
NEVER = {
    "did not attend": "Write that the child was not brought: children do not take themselves.",
    "dna": "Write that the child was not brought: children do not take themselves.",
    "promiscuous": "Say what happened and who did it. A child is never to blame for being harmed.",
    "provocative": "Say what happened and who did it. A child is never to blame for being harmed.",
    "perpetrator": "For a child, say what they did and what happened to them; do not name them by it.",
}
ASK = "What did you see or hear? When, how often, and what did it mean for the child?"
Check = tuple[str, str]
"""The field that a page can link to, and what to think about there."""


WITH_THE_FAMILY = "early_help_assessment"
"""The document of ours that begins help anew with the family, with their agreement."""


def checks(case: Case, details: Details, decision: Decision, document_id: str = "") -> tuple[Check, ...]:
    """What a reader of the referral would miss, each with its field: what bears on somebody's safety first, and before
    it whether `document_id` is for another help than the one that follows. No check ever stops a document."""
    held_back = {item.person for item in decision.telling if item.state != "tell"}
    other = not_this_help(document_id, decision)
    return (
        *((("documents", other),) if other else ()),
        *(_read_by_family(case) if document_id == WITH_THE_FAMILY else ()),
        *_place(decision), *_left_open(case, details), *_unnamed(case, details),
        *_agreement(case, details, held_back), *_dates(case, details, decision), *_child(case, details),
        *_story(case, details), *_people(case, details), *_words(case, details),
    )


def _read_by_family(case: Case) -> Iterator[Check]:
    """What was written in the check stands in the paper that the family reads."""
    notes = (case.strengths_note, *(finding.note for finding in case.findings if finding.basis == "seen"))
    if any(not _empty(note) for note in notes):
        yield "documents", say("papers.eha.family_reads")


def not_this_help(document_id: str, decision: Decision) -> str:
    """That an Early Help Assessment is not the help that follows from the answers now, in words for the user alone:
    before a talk today or a call now that nobody has recorded, and where the help for a child is not the family's to
    agree to, as beside a social worker or for an adult. Empty for every other document."""
    if document_id != WITH_THE_FAMILY:
        return ""
    if urgency(decision.outcome) >= urgency("consult_today") and decision.after_call is None:
        return ("This is not the help that follows from the answers now: a talk comes first. Nobody is asked to agree, "
                "or to sign, before the talk.")
    others = tuple(path for path in decision.then if path.of in ("worker", "adult"))
    if not others:
        return ""
    about = dict.fromkeys(label for path in others for label in path.about)
    whom = f" for child {listed(about)}" if about else ""
    leads = " ".join(dict.fromkeys(path.leads for path in others))
    return (f"This is not the help that follows from the answers now{whom}. Nobody is asked to agree to it, or to sign "
            f"it, before you have talked to whoever leads the help there. Who leads: {leads}")


def _unnamed(case: Case, details: Details) -> Iterator[Check]:
    """By what a source who must not be named could still be known: no program finds all of it."""
    for says in sources_to_mind(case, details):
        yield "details.sources", says


def _dates(case: Case, details: Details, decision: Decision) -> Iterator[Check]:
    """Dates that cannot be, or do not fit each other, the ages given, a due date or a year group."""
    for doubt in doubts(case, details, decision.made_at):
        yield doubt.field, doubt.says


def _place(decision: Decision) -> Iterator[Check]:
    """Free words are left out of what is passed on, and somebody has to tell them; other papers still hold them."""
    if decision.withholds_place:
        yield "details.children", ("This family is hiding, or may be. Answers in free words are left out of the "
                                   "missing education referral, because where the family is must stay secret: ring "
                                   "the team to tell them. Any other paper holds them: read it once more, and send "
                                   "it to the front door alone.")


def _empty(said: str) -> bool:
    return not said.strip()


def _agreement(case: Case, details: Details, held_back: set[str]) -> Iterator[Check]:
    """Whether it is clear who was told and who agrees. Nobody who is not to be told is mentioned here."""
    for member in case.family:
        if member.key in held_back or "family" in held_back:
            continue
        if member.told in (None, "not_known"):
            yield "case.family", f"Say whether this person has been told: {member.relation}."
        if member.told == "yes" and member.agrees in (None, "not_known"):
            yield "case.family", f"Say whether this person agrees. Being told and agreeing differ: {member.relation}."
    if held_back and _empty(details.agreement.not_asked_because):
        yield "details.agreement.not_asked_because", "Write down why somebody was not told or asked, and who decided."
    for record in details.agreement.records:
        if _empty(record.whose_information):
            yield "details.agreement.records", "Say whose information an agreement covers: the child, parents, others."


def _child(case: Case, details: Details) -> Iterator[Check]:
    voice = case.voice
    if all(map(_empty, (voice.words, voice.behaviour, voice.observed, voice.not_asked_because))):
        yield "case.voice", ("The child's voice is missing: their words, what you observed, or why nobody spoke to "
                             "them. Do not question the child to fill this.")
    effects = {item.label for item in details.narrative.effects if not _empty(item.text)}
    effects |= {child.label for child in case.children if any(
        child.label in finding.about or not finding.about for finding in so(case))}
    for child in case.children:
        if child.label not in effects:
            yield "details.narrative.effects", f"Say what this means for child {child.label}: each child in the home."
        who = details.child(child.label)
        if _empty(who.name.text) or (who.born is None and who.due is None and _empty(who.address.text)):
            yield "details.children", (f"Child {child.label} is found by a name and a date of birth or address. "
                                       "If you do not know one, choose not known.")
    if not case.children:
        yield "case.children", "No child has been entered."
    elif len(case.children) == 1:
        yield "case.children", "Are there brothers or sisters in the home? Enter each, or say that there are none."


def _story(case: Case, details: Details) -> Iterator[Check]:
    story, history = details.narrative, case.history
    known = bool(so(case)) or any(is_yes(sign) for sign in case.signs.values()) or not _empty(case.other_worry_note)
    if _empty(story.why_now) and not _says_when(case):
        yield "details.narrative.why_now", "Say what happened or changed, and when: why now?"
    if _empty(story.worry) and not known:
        yield "details.narrative.worry", "Say what you are worried about, in your own words."
    if _empty(story.analysis):
        yield "details.narrative.analysis", "Say what will happen to the child if nothing changes."
    if not so(case) and not any(is_yes(sign) for sign in case.signs.values()):
        yield "case.findings", "No statement is ticked, so the referral names no level of need."
    if _empty(story.history) and history.earlier_concerns is None and not details.chronology:
        yield "details.narrative.history", "Say what is known of earlier worries, or that nothing is known."
    if _empty(story.tried) and not history.help and history.help_tried is None:
        yield "details.narrative.tried", "Say what has been tried, by whom, and what it changed."
    found = any(answer == "yes" for answer in case.factors.values()) or case.no_protective_factor
    if _empty(story.going_well) and _empty(case.strengths_note) and not found:
        yield "details.narrative.going_well", "Say what goes well, or that you know of nothing."
    if _empty(story.ask) and not known:
        yield "details.narrative.ask", "Say what you ask for, and what you hope it will change."
    if _empty(story.meanwhile):
        yield "details.narrative.meanwhile", "Say what you will go on doing: a referral does not end it."


def _says_when(case: Case) -> bool:
    """Whether the answers of the check say when something happened, that it gets worse, or why now."""
    times = [*(answer.when for answer in case.signs.values()), *(finding.when for finding in case.findings)]
    worse = "yes" in (case.history.getting_worse, case.history.worse_since_refusal)
    return worse or case.events.noticed is not None or not _empty(case.own_view_reason) or any(
        not _empty(when) for when in times)


def _people(case: Case, details: Details) -> Iterator[Check]:
    relations = " ".join([*(member.relation for member in details.household),
                          *(member.relation for member in case.family)]).casefold()
    if "father" not in relations:
        yield "details.household", ("The father, and other men in the children's lives, are missing. "
                                    "Not known is an answer.")
    if "mother" not in relations:
        yield "details.household", "The mother is missing. Not known is an answer."
    said = {member.key for member in case.family if member.responsibility is not None}
    if any(member.parental_responsibility is None and member.key not in said for member in details.household):
        yield "details.household", "Say who has parental responsibility, or that it is not known."
    who = details.referrer
    if _empty(who.phone) or _empty(who.name):
        yield "details.referrer", "Give your name and a number that reaches you: without it nobody can ring back."
    if _empty(who.best_times):
        yield "details.referrer.best_times", "Say when you can be reached."


def _texts(case: Case, details: Details) -> Iterator[tuple[str, str]]:
    for name, said in details.narrative:
        if isinstance(said, str) and name not in ("exact_words", "question_asked"):
            yield f"details.narrative.{name}", said
    for item in details.narrative.effects:
        yield "details.narrative.effects", item.text
    for entry in details.chronology:
        yield "details.chronology", entry.event
    for finding in case.findings:
        yield "case.findings", finding.note


def _words(case: Case, details: Details) -> Iterator[Check]:
    """Vague or hurtful words, each once a field. The child's own exact words are never questioned."""
    for field, said in _texts(case, details):
        if said == NOT_KNOWN:
            continue
        low = said.casefold()
        for phrase, advice in NEVER.items():
            if re.search(rf"\b{re.escape(phrase)}\b", low):
                yield field, f"“{phrase}”: {advice}"
        vague = [phrase for phrase in VAGUE if re.search(rf"\b{re.escape(phrase)}\b", low)]
        if vague:
            yield field, f"{listed(f'“{phrase}”' for phrase in vague)}: {ASK}"


def _left_open(case: Case, details: Details) -> Iterator[Check]:
    """What a front door asks about safety at the door."""
    if _empty(details.narrative.safe_contact) and any(
            {item.risk, item.harmed} & {"yes", "not_sure"} for item in case.family):
        yield "details.narrative.safe_contact", "Telling may raise a risk: say how and when contact is safe."
