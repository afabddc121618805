"""Statements to tick where the evidence stands beside each: about whom, how it is known, when, and the facts.

What is ticked is kept among the findings of the case. Unticked is never "no".
"""
from decision.case import Case, Finding
from decision.known import is_yes
from exports.findings import joined
from pages.parts import draft
from pages.parts.choices import BASIS
from pages.parts.frame import sent
from pages.parts.markup import paragraph, show
from pages.parts.questions import Sent, choose, clear_errors, group, line, lines, reveal, set_errors, tick, ticks
from pages.parts.statements import Asked, as_so


def ask(asked: tuple[Asked, ...], case: Case) -> None:
    """Each statement; what belongs to it shows once it is ticked."""
    found = {item.id: item for item in case.findings}
    labels = {child.label: f"Child {child.label}" for child in case.children}
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
            ticks(f"about-{one.name}", "About which child?", labels, known.about)
        choose(f"basis-{one.name}", "How do you know?", BASIS, known.basis)
        line(f"when-{one.name}", "When?", known.when)
        lines(f"note-{one.name}", "The facts, without names", known.note)
        lines(f"words-{one.name}", "The child’s own words, if you have them", known.words)


def save(page: str, asked: tuple[Asked, ...]) -> bool:
    """Take the page over (in a callback), or keep everything as typed and say what is wrong. Whether it was taken."""
    fields = Sent()
    case = take(asked, draft.case(), fields)
    if fields.wrong:
        set_errors(page, fields.wrong)
        return False
    clear_errors()
    draft.keep(Case.model_validate(case.model_dump()))
    sent(page)
    draft.renew()
    return True


def take(asked: tuple[Asked, ...], case: Case, fields: Sent) -> Case:
    """The case with what is ticked as findings. Findings of other statements stay as they are."""
    here = {id_ for one in asked for id_ in one.ids}
    before = {item.id for item in case.findings}
    now = {
        item.id: item.model_copy(update=_said(one, case, fields))
        for one in asked if fields.ticked(f"row-{one.name}") for item in as_so(one.ids, case)
    }
    kept = tuple(now.get(item.id, item) for item in case.findings
                 if item.id not in here or item.id in now or not is_yes(item))
    new = tuple(item for id_, item in now.items() if id_ not in before)
    answers = {id_: answer for id_, answer in case.answers.items() if id_ not in now}
    return case.model_copy(update={"findings": kept + new, "answers": answers})


def _said(one: Asked, case: Case, fields: Sent) -> dict[str, object]:
    labels = {child.label: child.label for child in case.children}
    return {
        "about": fields.chosen(f"about-{one.name}", labels) if len(labels) > 1 else tuple(labels),
        "basis": fields.choice(f"basis-{one.name}"),
        "when": fields.words(f"when-{one.name}", "“When?”"),
        "note": fields.words(f"note-{one.name}", "The facts"),
        "words": fields.words(f"words-{one.name}", "The child’s own words"),
    }
