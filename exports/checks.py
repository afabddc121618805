"""Checks before a document is made. They warn and never block: an urgent, incomplete referral must still go."""
import re
from collections.abc import Iterator

from decision.case import Case
from decision.known import is_yes, so
from decision.result import Decision
from decision.telling import talks
from decision.urgency import urgency
from exports.dates import doubts
from exports.details import NOT_KNOWN, Details
from exports.hiding.child_said import chosen
from exports.hiding.held_back import sources_to_mind
from exports.relations import entered
from guidance.words import say
from guidance.words.forms import listed

VAGUE = re.compile(
    r"\b(chaotic|disengaged|hard to reach|challenging|non-compliant|dirty|unkempt|inappropriate|poor|concerning|issues"
    r"|at times|often|appears|likes to|attention[- ]seeking|lifestyle choice|failed to protect|no concerns)\b")
"""Words that say little without what was seen: our own list."""
NEVER = (
    (re.compile(r"\b(did not attend|dna)\b"), say("checks.not_brought")),
    (re.compile(r"\b(promiscuous|provocative)\b"), say("checks.never_to_blame")),
    (re.compile(r"\b(perpetrator)\b"), say("checks.perpetrator")),
)
"""Words that must not be said of a child, and what to write instead."""
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
        *(_read_by_family(case, details) if document_id == WITH_THE_FAMILY else ()),
        *_place(decision), *_left_open(case, details), *_unnamed(case, details),
        *_agreement(case, details, held_back), *_dates(case, details, decision), *_child(case, details),
        *_story(case, details), *_people(case, details), *_words(case, details),
    )


def _read_by_family(case: Case, details: Details) -> Iterator[Check]:
    """What was chosen of the check stands in the paper that the family reads."""
    if any(choice.may == "stands" for _, choice in chosen(case, details, frozenset())):
        yield "documents", say("papers.eha.family_reads")


def not_this_help(document_id: str, decision: Decision) -> str:
    """That an Early Help Assessment is not the help that follows from the answers now, in words for the user alone:
    before a talk today or a call now that nobody has recorded, and where the help for a child is not the family's to
    agree to, as beside a social worker or for an adult. Empty for every other document."""
    if document_id != WITH_THE_FAMILY:
        return ""
    if urgency(decision.outcome) >= urgency("consult_today") and decision.after_call is None:
        return say("checks.talk_first")
    others = tuple(path for path in decision.then if path.of in ("worker", "adult"))
    if not others:
        return ""
    about = dict.fromkeys(label for path in others for label in path.about)
    leads = " ".join(dict.fromkeys(path.leads for path in others))
    if about:
        return say("checks.other_help_for", children=listed(about), leads=leads)
    return say("checks.other_help", leads=leads)


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
        yield "details.children", say("checks.hides")


def _empty(said: str) -> bool:
    return not said.strip()


def _agreement(case: Case, details: Details, held_back: set[str]) -> Iterator[Check]:
    """Whether it is clear who was told and who agrees. Nobody who is not to be told is mentioned here."""
    for member in case.family:
        if member.key in held_back or "family" in held_back:
            continue
        if member.told in (None, "not_known"):
            yield "case.family", say("checks.told", who=member.relation)
        if member.told == "yes" and member.agrees in (None, "not_known"):
            yield "case.family", say("checks.agrees", who=member.relation)
    if held_back and _empty(details.agreement.not_asked_because):
        yield "details.agreement.not_asked_because", say("checks.not_asked")
    for record in details.agreement.records:
        if _empty(record.whose_information):
            yield "details.agreement.records", say("checks.whose")


def _child(case: Case, details: Details) -> Iterator[Check]:
    voice = case.voice
    born = not case.children or any(not child.unborn for child in case.children)
    if born and all(map(_empty, (voice.words, voice.behaviour, voice.observed, voice.not_asked_because))):
        babies = bool(case.children) and not any(map(talks, case.children))
        yield "case.voice", say("checks.voice_baby" if babies else "checks.voice")
    effects = {item.label for item in details.narrative.effects if not _empty(item.text)}
    effects |= {child.label for child in case.children if any(
        child.label in finding.about or not finding.about for finding in so(case))}
    for child in case.children:
        if child.label not in effects:
            yield "details.narrative.effects", say("checks.effect", child=child.label)
        who = details.child(child.label)
        nameless = _empty(who.name.text) and not child.unborn   # a name is chosen once a child is born, or before
        if nameless or (who.born is None and who.due is None and child.due_date is None and _empty(who.address.text)):
            yield "details.children.born", say("checks.found_by", child=child.label)
    if not case.children:
        yield "case.children", say("checks.no_child")
    elif len(case.children) == 1:
        yield "case.children", say("checks.brothers_sisters")


def _story(case: Case, details: Details) -> Iterator[Check]:
    story, history = details.narrative, case.history
    known = bool(so(case)) or any(is_yes(sign) for sign in case.signs.values()) or not _empty(case.other_worry_note)
    if _empty(story.why_now) and not _says_when(case):
        yield "details.narrative.why_now", say("checks.why_now")
    if _empty(story.worry) and not known:
        yield "details.narrative.worry", say("checks.worry")
    if _empty(story.analysis):
        yield "details.narrative.analysis", say("checks.analysis")
    if not so(case) and not any(is_yes(sign) for sign in case.signs.values()):
        yield "case.findings", say("checks.no_statement")
    if _empty(story.history) and history.earlier_concerns is None and not details.chronology:
        yield "details.narrative.history", say("checks.history")
    if _empty(story.tried) and not history.help and history.help_tried is None:
        yield "details.narrative.tried", say("checks.tried")
    found = any(answer == "yes" for answer in case.factors.values()) or case.no_protective_factor
    if _empty(story.going_well) and _empty(case.strengths_note) and not found:
        yield "details.narrative.going_well", say("checks.going_well")
    if _empty(story.ask) and not known:
        yield "details.narrative.ask", say("checks.ask")
    if _empty(story.meanwhile):
        yield "details.narrative.meanwhile", say("checks.meanwhile")


def _says_when(case: Case) -> bool:
    """Whether the answers of the check say when something happened, that it gets worse, or why now."""
    times = [*(answer.when for answer in case.signs.values()), *(finding.when for finding in case.findings)]
    worse = "yes" in (case.history.getting_worse, case.history.worse_since_refusal)
    return worse or case.events.noticed is not None or not _empty(case.own_view_reason) or any(
        not _empty(when) for when in times)


def _people(case: Case, details: Details) -> Iterator[Check]:
    parents = entered(case, details)
    if "father" not in parents:
        yield "details.household", say("checks.father")
    if "mother" not in parents:
        yield "details.household", say("checks.mother")
    said = {member.key for member in case.family if member.responsibility is not None}
    if any(member.parental_responsibility is None and member.key not in said for member in details.household):
        yield "details.household", say("checks.responsibility")
    who = details.referrer
    if _empty(who.phone) or _empty(who.name):
        yield "details.referrer", say("checks.ring_back")
    if _empty(who.best_times):
        yield "details.referrer.best_times", say("checks.best_times")


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
        for words, advice in NEVER:
            for phrase in dict.fromkeys(words.findall(low)):
                yield field, say("checks.never", phrase=phrase, advice=advice)
        if vague := tuple(dict.fromkeys(VAGUE.findall(low))):
            yield field, say("checks.vague", words=listed(say("checks.quoted", phrase=phrase) for phrase in vague))


def _left_open(case: Case, details: Details) -> Iterator[Check]:
    """What a front door asks about safety at the door."""
    if _empty(details.narrative.safe_contact) and any(
            {item.risk, item.harmed} & {"yes", "not_sure"} for item in case.family):
        yield "details.narrative.safe_contact", say("checks.safe_contact")
