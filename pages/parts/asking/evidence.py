"""Statements to tick where the evidence stands beside each: about whom, how it is known, when, and the facts.

What is ticked is kept among the findings of the case. Unticked is never "no".
"""
from decision.case import Case, Finding
from decision.changes import tick_with_evidence
from decision.known import is_yes
from exports.findings import joined
from guidance.words import say
from pages.parts.asking import leaving
from pages.parts.asking.choices import BASIS
from pages.parts.asking.questions import Sent, choose, group, line, lines, reveal, tick, ticks
from pages.parts.asking.statements import Asked
from pages.parts.display.markup import paragraph, show


def ask(asked: tuple[Asked, ...], case: Case) -> None:
    """Each statement; what belongs to it shows once it is ticked."""
    found = {item.id: item for item in case.findings}
    labels: dict[str, str] = {
        child.label: say("statements.details.child", letter=child.label) for child in case.children}
    if not asked:
        return
    with group(f"evidence-{asked[0].name}"):
        for one in asked:
            _ask(one, found, labels)


def _ask(one: Asked, found: dict[str, Finding], labels: dict[str, str]) -> None:
    said = tuple(found[id_] for id_ in one.ids if id_ in found)
    known = joined(said) if said else Finding(id=one.name)
    tick(f"row-{one.name}", one.says, any(is_yes(item) for item in said))
    if one.hint:
        show(paragraph(one.hint, class_="hint"))
    with reveal(f"behind-{one.name}", f"row-{one.name}"), group(f"behind_group-{one.name}", one.says):
        if len(labels) > 1:
            ticks(f"about-{one.name}", say("statements.details.about"), labels, known.about)
        choose(f"basis-{one.name}", say("statements.details.basis"), BASIS, known.basis)
        line(f"when-{one.name}", say("statements.details.when"), known.when)
        lines(f"note-{one.name}", say("statements.details.note"), known.note)
        lines(f"words-{one.name}", say("statements.details.words"), known.words)


def reads(asked: tuple[Asked, ...]) -> None:
    """Say that these statements are what the group of fields now drawn asks."""
    leaving.reads_case(lambda case, fields: take(asked, case, fields))


def take(asked: tuple[Asked, ...], case: Case, fields: Sent) -> Case:
    """The case with what is ticked as findings. Findings of other statements stay as they are."""
    here = {id_ for one in asked for id_ in one.ids}
    ticked = {one.ids: _said(one, case, fields) for one in asked if fields.ticked(f"row-{one.name}")}
    return tick_with_evidence(case, here, ticked)


def _said(one: Asked, case: Case, fields: Sent) -> dict[str, object]:
    """What stands beside a statement, without a text that was refused: that stays as it was."""
    labels = {child.label: child.label for child in case.children}
    said: dict[str, object] = {
        "about": fields.chosen(f"about-{one.name}", labels) if len(labels) > 1 else tuple(labels),
        "basis": fields.choice(f"basis-{one.name}"),
        "when": fields.words(f"when-{one.name}", say("statements.details.when_called")),
        "note": fields.words(f"note-{one.name}", say("statements.details.note_called")),
        "words": fields.words(f"words-{one.name}", say("statements.details.words_called")),
    }
    return {field: value for field, value in said.items() if f"{field}-{one.name}" not in fields.wrong}
