"""What is known, told by how it is known: what the writer saw, what the child said, what others told; what is most
urgent is told first, whichever of these it is.

For a call, the record of a talk and a paper about an adult, where there is no table: who said a thing, and in which
words, stands with it, so that nobody reads as seen what was only told.
"""
from collections.abc import Iterator

from decision.known import unproved
from exports import findings, found
from exports.blocks import Value
from exports.found import Together
from exports.material import Material
from exports.pdf.text import sentences
from exports.words import BASIS
from guidance.vocabulary import Basis
from guidance.words import say
from guidance.words.forms import capital, children

GROUPS = ("seen", "child_said", "told", "suspected", "held", "not_said")
"""How a thing is known, in the order in which it is told; the last but one is what is held back, the last what nobody
has said."""
EVERYTHING = 100_000
"""More statements, and more letters, than any case has: nothing is cut."""


def known_rows(m: Material, most: int = EVERYTHING, letters: int = EVERYTHING,
               spoken: int = EVERYTHING) -> tuple[tuple[str, Value], ...]:
    """A row for each way of knowing, in lines: each statement with when, the facts and the child's words; the child's
    own words and behaviour; of what is equally urgent the writer's own worry first and what is not sure last.

    Of `most` so many statements, the most urgent, and of each written text so many `letters`; of the child's own words
    so many as `spoken` says.
    """
    groups = sorted(found.together(m), key=lambda one: -_urgency(one))
    shown, left = groups[:most], groups[most:]
    of_basis = {"unsure": [one for one in shown if one.first.unsure]} | {
        name: [one for one in shown if not one.first.unsure and _group(one) == name] for name in GROUPS}
    rows = {"worry": [found.cut(m.case.other_worry_note, letters)]}
    rows |= {name: [_line(m, one, letters, spoken) for one in of_basis[name]] for name in GROUPS}
    rows["child_said"] += _own_words(m, spoken)
    rows["behaviour"] = [found.cut(said, letters) for said in (m.case.voice.behaviour, m.case.voice.observed)]
    rows["unsure"] = [_line(m, one, letters, spoken) for one in of_basis["unsure"]]
    urgent = {name: max(map(_urgency, there), default=0) for name, there in of_basis.items()}
    urgent["worry"] = found.BEFORE_ALL_LEVELS - 1   # before every statement but a sign
    more = sum(len(one.statements) for one in left)
    ordered = dict(sorted(rows.items(), key=lambda row: -urgent.get(row[0], 0)))
    ordered["more"] = [say("papers.and_more", number=more)] if more else []
    return tuple((say(f"papers.known.{name}"), Value("\n".join(lines)))
                 for name, all_lines in ordered.items() if (lines := [line for line in all_lines if line.strip()]))


def _urgency(one: Together) -> int:
    """How serious the most serious of statements with one evidence is."""
    return max(each.order for each in one.statements)


def known_lines(m: Material) -> Iterator[str]:
    """The same in lines, each row begun with how it is known: for an answer that somebody copies."""
    for label, answer in known_rows(m):
        yield say("papers.known.line", known=label, said=answer.said)


def known_as(one: Together) -> Basis | None:
    """How a statement is known; a suspicion without proof is one, whoever told it."""
    return "suspected" if unproved(one.first.answer) else one.first.known_by


def _group(one: Together) -> str:
    return known_as(one) or ("held" if one.first.held else "not_said")


def _line(m: Material, one: Together, letters: int, spoken: int) -> str:
    """Statements with one evidence: about whom, what, when, the facts, and the child's words, each once."""
    answer = one.first.answer
    about = capital(children(answer.about)) if answer.about and len(m.case.children) > 1 else ""
    told = BASIS[answer.basis] if unproved(answer) and answer.basis and answer.basis != "suspected" else ""
    when = say("papers.found.when_said", when=found.cut(answer.when, letters)) if answer.when.strip() else ""
    facts = (findings.body(answer), found.cut(answer.note, letters),
             findings.words(found.cut(answer.words, spoken), one.first.known_by))
    said = sentences((*(each.says for each in one.statements), told, when, *facts))
    return say("papers.found.of_mark", mark=about, text=said) if about else said


def _own_words(m: Material, letters: int) -> list[str]:
    """The words of the child's voice, where they do not stand beside a statement already."""
    said = m.case.voice.words
    beside = {one.answer.words for one in found.in_order(m) if one.known_by != "told"}
    return [findings.words(found.cut(said, letters))] if said.strip() and said not in beside else []

