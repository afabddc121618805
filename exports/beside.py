"""What the check knows, for a part of a paper that stands beside what was found: no statement stands there twice.

Where the writer has typed nothing, an answer names the marks under which the statements stand. What the writer typed
comes first here too.
"""
from decision.case import SignAnswer
from exports import findings, found
from exports.from_check import Told, injury_of, own_or, why_now_of
from exports.material import Material
from guidance.words import say


def worry(m: Material) -> Told:
    """The worry without its statements, which stand in the table."""
    return own_or(m.details.narrative.worry, m.case.other_worry_note)


def why_now(m: Material, rows: bool = True) -> Told:
    """Why now without statements and times, which stand there; of a table's `rows` that one is a sign, or has a time.
    """
    so = [one for one in found.in_order(m) if not one.unsure]
    sign = rows and any(isinstance(one.answer, SignAnswer) for one in so)
    told = why_now_of(m, say("papers.why_now.sign") if sign else "")
    beside = rows and any(one.answer.when.strip() for one in so)
    return own_or(told.said, say("papers.why_now.beside")) if beside and not told.said.strip() else told


def injury(m: Material) -> Told:
    """The place of each injury on the body, and its mark."""
    return injury_of(m, *(say("papers.injury.row", mark=found.marks((one,)), where=findings.body(one.answer))
                        for one in found.in_order(m) if one.answer.body))


def exact_words(m: Material) -> Told:
    """The marks with which the child's words stand."""
    rows = found.marks(one for one in found.in_order(m)
                       if one.answer.words.strip() and one.known_by != "told")
    return own_or(m.details.narrative.exact_words, say("papers.rows", rows=rows) if rows else "")
