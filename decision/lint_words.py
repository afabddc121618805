"""Sentences of a pack that may prompt somebody to tell the family, where nothing says that this may have to wait.

A guess from words, so a warning and no more: a reader decides, and marks the entry (`prompts_telling`) or mends it.
"""
import re
from collections.abc import Iterator
from typing import Literal

from guidance.agreement import HelpOffered, PathRule
from guidance.packs import Pack

What = Literal["consent_rule", "duty", "timescale", "sign", "statement", "form", "help"]

# What is read here is English: the sentences of a pack. None of these words is said by us.
PEOPLE = re.compile(
    r"(?:[Pp]arents?|[Ff]amil(?:y|ies)|[Cc]arers?|[Mm]others?|[Ff]athers?)\b(?!['\u2019\u2013-]| [A-Z])"
).pattern
"""Not a service that has the family in its name, nor somebody or something of theirs."""
BETWEEN = re.compile(
    r"(?:\s+(?!(?:about|what|where|before|if|yourself|of|for|who|why|how|and)\b)[\w'\u2019-]+,?){0,5}?\s+"
).pattern
"""A few words that do not turn the sentence to somebody else: "with the child's", "both"."""
PROMPT = re.compile(
    rf"\b(?:[Tt]ell|[Ii]nform|[Tt]alk|[Ss]peak|[Aa]sk){BETWEEN}{PEOPLE}"
    rf"|{PEOPLE} (?:is|are|must be|should be|will be|has to be|have to be)(?: (?!not\b)\w+)? (?:told|informed|asked)\b"
)
OPEN_QUESTION = re.compile(r"(?:^|[.;:]\s+)([Aa]sk (?:what|who|where|why|how|if|when|which|whether)\b[^.;:]*)")
"""A question to nobody in particular, which the family may be taken to be the one to answer."""
TO_ALL = re.compile(
    rf"\b(?:[Tt]ell|[Ii]nform|[Tt]alk|[Ss]peak|[Aa]sk)(?! first\b){BETWEEN}"
    r"(?:(?:child|children|young person) (?:and|or) (?:the |their )?)?(?:[Pp]arents|[Ff]amil(?:y|ies)|[Cc]arers)\b"
    r"(?!['\u2019\u2013-]| [A-Z]|(?: (?:or|and) (?:parents|carers))? who may\b)")
"""To the family as a whole, and not to those of it who may be told."""
NOT_TO = re.compile(r"(?i)\b(?:do not|don['\u2019]t|never|nobody|cannot|before|not to|whether)\b")
SENTENCE = re.compile(r"(?<=[.!?:;])\s+")
CAVEAT = re.compile(
    r"(?i)\b(do not|don['\u2019]t|never|unless|not yet|only (where|if|when|as|once|after)|safely|"
    r"(if|where|when) (that is |it is |this is )?safe|is safe to (tell|ask|do so)|may be told|"
    r"nobody|no one|before (anyone|anybody|you tell|you say|the (family is|parents are) (told|asked))|says first|"
    r"front door (says|agrees|has)|agreed (with|on)|as (they|it) (advise|told))\b"
    r"|where\b[^.;]{0,40}\bmay\b"
)


def prompts(text: str) -> str:
    """The first sentence that asks to tell or to ask the family, in a text without a caveat; empty where none does."""
    if CAVEAT.search(text):
        return ""
    found = PROMPT.search(text)
    if not found:
        return ""
    start = max(text.rfind(mark, 0, found.start()) for mark in ".;:?") + 1
    return text[start:found.end()].strip()


def to_all(text: str) -> str:
    """The first sentence that instructs to talk with, tell or ask the family as a whole, whatever caveat stands beside
    it; empty where none does. While somebody in it is held back, only those who may be told are spoken to."""
    return next((one for one in SENTENCE.split(text) if TO_ALL.search(one) and not NOT_TO.search(one)), "")


def open_question(text: str) -> str:
    """The first question that says nobody whom to ask; empty where there is none."""
    found = OPEN_QUESTION.search(text)
    return found.group(1) if found else ""


def prompting(pack: Pack) -> Iterator[tuple[What, str, str]]:
    """(what it is, its id, the words) of each entry that may prompt telling and is not marked as doing so."""
    for what, id_, texts in _texts(pack):
        found = next((words for text in texts if (words := prompts(text))), "")
        found = found or next((words for text in texts if what == "sign" and (words := open_question(text))), "")
        if found:
            yield what, id_, found
    for id_, texts in _of_any_case(pack):
        if found := next((words for text in texts if (words := to_all(text))), ""):
            yield "help", id_, found


def to_all_though_marked(pack: Pack) -> Iterator[tuple[str, str]]:
    """(id, the words) of each entry marked as prompting that speaks to the family as a whole: it stands wherever
    anybody may be told, also while another one is held back."""
    texts = (*((rule.id, (rule.says, rule.from_whom, rule.if_refused)) for rule in pack.consent),
             *((duty.id, tuple(step.says for step in duty.steps)) for duty in pack.duties),
             *((item.id, (item.says, item.note)) for item in pack.timescales))
    return ((id_, found) for id_, said in texts for text in said if (found := to_all(text)))


def _of_any_case(pack: Pack) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sentences that a result shows whoever is held back: of help at a level or in a process, of an outcome, and
    of what lifts a rule on telling."""
    for level in getattr(pack, "levels", ()):
        yield level.id, (level.means, level.response, level.agreement, *_of_help(level.need_path))
    for path in (*getattr(pack, "paths", ()), *getattr(pack, "path_rules", ())):
        yield path.id, _of_help(path)
    for outcome in getattr(pack, "outcomes", ()):
        yield outcome.id, (outcome.says, outcome.agreement)
    for rule in pack.telling:
        yield rule.id, (rule.unless,)


def _of_help(help_: HelpOffered | PathRule | None) -> tuple[str, ...]:
    if help_ is None:
        return ()
    return help_.means, help_.help, help_.agreement, help_.from_whom, help_.if_refused


def _texts(pack: Pack) -> Iterator[tuple[What, str, tuple[str, ...]]]:
    """The sentences that a user acts on; a caveat holds for the text that it stands in."""
    for rule in pack.consent:
        if not rule.prompts_telling:
            yield "consent_rule", rule.id, (" ".join((rule.says, rule.from_whom, rule.if_refused)),)
    for duty in pack.duties:
        said = (duty.says, duty.gap, *duty.warn)
        yield "duty", duty.id, (*said, *(step.says for step in duty.steps if not step.prompts_telling))
    for item in pack.timescales:
        if not item.prompts_telling:
            yield "timescale", item.id, (f"{item.says}. {item.note}",)
    for sign in pack.signs:
        yield "sign", sign.id, (sign.then, sign.means)
    for row in (*getattr(pack, "indicators", ()), *getattr(pack, "factors", ())):
        yield "statement", row.id, (row.note,)
    for form in getattr(pack, "documents", ()):
        yield "form", form.id, (form.says, form.note, *(part.says for part in form.attachments))
