"""Why the result is what it is, for whoever reads a referral: reasons alone, and nothing that the writer is to do.

What a pack says beside a sign or a duty is for the practitioner, who has it on the screen and on the call sheet. Here a
sign stands as it was found, and a duty by its name with what it follows from.
"""
from collections.abc import Mapping

from decision.result import Reason
from decision.unsure import DOUBTS, SUSPECTED
from exports import found
from exports.findings import by_writer
from exports.found import Found
from exports.material import Material
from exports.pdf.text import sentences
from guidance.words import Said, key_of, say
from guidance.words.english import SENTENCE, instructs
from guidance.words.forms import apart, following, mid, pieces

FOR_A_READER: Mapping[str, str] = {
    "reason.lead_decided": "papers.reason.lead_decided", "open.no_statements": "papers.reason.no_statements",
    "doubt.other_age": "papers.reason.other_age", "sight.why": "papers.reason.sight",
    "unread.sign_why": "papers.reason.unread_sign", "reason.duty_by_facts": "papers.reason.facts",
}
"""Sentences that tell the practitioner what to do, or speak of what they told the app, and what a reader is told."""
FOR_THE_WRITER = frozenset((
    *DOUBTS, "one_of.why", "reason.not_asked", "unsure.some_of_999", "unsure.some_of_talk", "unsure.some_of_why",
    "sight.find_out", "sight.your_records"))
"""Sentences that are only for the practitioner, and doubts, which stand with the statement itself."""


def in_full(m: Material) -> tuple[str, ...]:
    """Each reason in a line, for a box of its own, and each statement in one with all that it counts for; what is still
    open is named where the paper says what is not known.
    """
    rows = {one.id: one for one in found.in_order(m)}
    same: dict[object, list[Reason]] = {}
    for number, reason in enumerate(m.decision.reasons):
        same.setdefault((reason.id, _source(m, reason)) if _is_stated(reason, rows) else number, []).append(reason)
    lines = (_of_statement(m, reasons, rows) if _is_stated(reasons[0], rows)
             else _line(m, reasons[0], rows, say("papers.not_known"), by_mark=False) for reasons in same.values())
    return tuple(dict.fromkeys(line for line in lines if line))


def _is_stated(reason: Reason, rows: Mapping[str, Found]) -> bool:
    """Whether a reason is a statement that was answered, and not a duty or something open."""
    return reason.id in rows and reason.kind not in ("duty", "blank") and (
        key_of(reason.says) != "reason.sign_not_answered")


def _of_statement(m: Material, reasons: list[Reason], rows: Mapping[str, Found]) -> str:
    """A statement, each thing that it counts for once, and where it stands."""
    whys = dict.fromkeys(sentences((why_counts(reason),)) for reason in reasons)
    return sentences((_stated(reasons[0], rows), *filter(None, whys), _source(m, reasons[0])))


def beside_rows(m: Material) -> tuple[str, ...]:
    """The same beside the table of what was found: a statement by its mark, and what has been left open by the list at
    the end."""
    rows = {one.id: one for one in found.in_order(m)}
    plain: list[Found] = []
    same: dict[tuple[str, str], tuple[Found, ...]] = {}
    lines: list[str] = []
    for reason in m.decision.reasons:
        if reason.id not in rows or reason.kind == "duty":
            lines.append(_line(m, reason, rows, say("papers.gaps"), by_mark=True))
        elif why := why_counts(reason):
            key = (sentences((why,)), _source(m, reason))
            same[key] = (*same.get(key, ()), rows[reason.id])
        else:
            plain.append(rows[reason.id])
    told = {one.id for statements in same.values() for one in statements}
    left = tuple(one for one in plain if one.id not in told)
    first = (sentences((say("papers.rows", rows=found.marks(left)),)),) if left else ()
    by_row = (sentences((say("papers.of_row", rows=found.marks(statements), said=said), source))
              for (said, source), statements in same.items())
    return (*first, *by_row, *dict.fromkeys(line for line in lines if line))


def why_counts(reason: Reason) -> str:
    """Why a reason counts: our own sentences for a reader, and of a pack's note what is no instruction."""
    said = (_for_a_reader(words) if key_of(words) else _of_note(words, reason) for words in pieces(reason.why))
    return following(*(words for words in said if words))


def _of_note(words: str, reason: Reason) -> str:
    """A pack's own words beside a statement, without the sentences that instruct; what it says with a sign, with a
    duty or of whom to tell is for the practitioner."""
    if reason.kind not in ("at_least", "one_of", "finding"):
        return ""
    return " ".join(one for one in SENTENCE.split(words.strip()) if one and not instructs(one))


def _for_a_reader(words: str) -> str:
    """One of our sentences as a reader is told it; empty where it is only for the practitioner."""
    if not isinstance(words, Said) or words.key in FOR_THE_WRITER:
        return ""
    return say(FOR_A_READER[words.key], **words.filled) if words.key in FOR_A_READER else by_writer(words)


def _line(m: Material, reason: Reason, rows: Mapping[str, Found], open_at: str, by_mark: bool) -> str:
    """A reason in a line; what is open is only said to be, and where it stands."""
    source = _source(m, reason)
    if reason.kind == "duty":
        return sentences((*_duty(m, reason, rows, by_mark), source))
    if key_of(reason.says) == "reason.sign_not_answered":
        return sentences((say("papers.reason.open_signs", where=say("papers.not_known")),))
    said = (_stated(reason, rows),) if reason.kind != "blank" else _blank(reason, open_at)
    return sentences((*said, why_counts(reason), source))


def _blank(reason: Reason, open_at: str) -> tuple[str, ...]:
    """That something has not been asked, and where the paper lists it; what no question here could ask about."""
    return tuple(say("papers.reason.open", where=open_at) if key_of(words) == "reason.not_asked"
                 else _for_a_reader(words) for words in pieces(reason.says))


def _stated(reason: Reason, rows: Mapping[str, Found]) -> str:
    """What a reason says; of what is in doubt or suspected that it is."""
    if reason.id in rows:
        return rows[reason.id].stated
    said = following(*(_for_a_reader(words) if key_of(words) else by_writer(words) for words in pieces(reason.says)))
    doubt = next((key_of(words) for words in pieces(reason.why) if key_of(words) in DOUBTS), "")
    if not doubt or key_of(reason.says):
        return said
    return say("papers.found.suspected" if doubt == SUSPECTED else "papers.found.unsure", statement=said)


def _duty(m: Material, reason: Reason, rows: Mapping[str, Found], by_mark: bool) -> tuple[str, ...]:
    """A duty by its name, and what it follows from: statements, by their marks where those stand beside, and facts."""
    duty = next((one for one in m.decision.duties if one.id == reason.id), None)
    because = {by_writer(words): words for words in (duty.because if duty else ())}
    statements = tuple(one for one in rows.values() if one.says in because)
    here = {one.says for one in statements}
    others = tuple(_for_a_reader(words) if key_of(words) else said for said, words in because.items()
                   if said not in here)
    holds = say("papers.reason.duty", duty=by_writer(reason.says))
    if by_mark and statements:
        holds = say("papers.of_row", rows=found.marks(statements), said=holds)
    named = (*(() if by_mark else (one.stated for one in statements)), *others)
    follows = apart(mid(one.rstrip(".")) for one in named if one)
    return (holds, say("papers.reason.follows", what=follows) if follows else "")


def _source(m: Material, reason: Reason) -> str:
    return say("papers.in_brackets", said=m.cite(reason.source)) if reason.source else ""
