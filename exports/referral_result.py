"""The referral's section on the writer's own view and the result: its reasons, the help that follows, and by when."""
from decision.path import Path
from exports import found, reasons
from exports.after_call import action, is_due, now_whole
from exports.blocks import Block, Bullets, Heading, Paragraph, Rows, Value, value
from exports.findings import by_writer
from exports.material import Material, one_of
from exports.page_one import agreement_lines
from exports.parts import by_when, filled_rows
from exports.pdf.text import sentences
from exports.words import OWN_VIEW
from guidance.words import say
from guidance.words.forms import apart, listed


def view_and_result(m: Material, short: bool = False) -> tuple[Block, ...]:
    """The writer's own view, the result and its reasons; `short` beside the table of what was found."""
    result = m.decision
    words = m.packs.national.words.get(result.outcome)
    deadlines = tuple(by_when(item) for item in result.deadlines if item.owner != "the_service" and is_due(m, item))
    blocks: list[Block] = [
        Heading(say("papers.view")),
        *filled_rows((
            (say("papers.view.own"), one_of(OWN_VIEW, m.case.own_view)),
            (say("papers.view.reason"), value(m.case.own_view_reason)),
            *(() if short else ((say("papers.view.result"), Value(words.name if words else result.headline)),)),
            (say("papers.view.now"), Value(now_whole(m, action(m)))),
            (say("papers.view.compared"), value(result.own_view.says if m.case.own_view else "")),
            (say("papers.view.duties"), value(apart(by_writer(duty.name) for duty in result.duties))))),
        *([Paragraph(say("papers.none_of", signs=none), "small")] if (none := found.none_of(m)) else []),
        *_paths(m, short),
        Heading(say("papers.view.reasons"), 3),
        Bullets(reasons.beside_rows(m) if short else reasons.in_full(m)),
    ]
    if deadlines and not m.held_back():
        blocks += [Heading(say("papers.view.by_when"), 3), Bullets(deadlines)]
    return (*blocks, Paragraph(say("papers.view.supports"), "small"))


def _paths(m: Material, short: bool) -> tuple[Block, ...]:
    """Each path of help, a row a fact; the same for several children once."""
    same: dict[tuple[bool, Rows], tuple[str, ...]] = {}
    for number, path in enumerate(m.decision.then):
        again = path.about in [other.about for other in m.decision.then[:number]]
        key = (again, _path(m, path, short))
        same[key] = (*same.get(key, ()), *path.about)
    blocks: list[Block] = []
    for (again, rows), labels in same.items():
        about = say("then.children", children=listed(labels)) if labels else ""
        heading = sentences((say("then.second" if again else "papers.help_that_follows"), about)).rstrip(".")
        blocks += [Heading(heading, 3), rows]
    return tuple(blocks)


def _path(m: Material, path: Path, short: bool) -> Rows:
    """One path of help. Dates of the user's own part stand on no paper while somebody is not to be told; of a `short`
    one the form that the paper itself stands for is named where it says so."""
    own_form = short and path.document == m.stands_for("referral")[0]
    named = say("then.goes_to", form=path.document, place=path.goes_to) if path.goes_to else path.document
    written = path.written if not m.held_back() else ()
    rows = (
        (say("papers.help.what"), sentences((path.name, path.says))),
        (say("then.agreement"), sentences(agreement_lines(m, path))), (say("then.leads"), path.leads),
        (say("then.help"), path.help),
        (say("then.form"), sentences((*(() if own_form else (named, path.not_due)), *written))),
        (say("papers.more"), path.note),
    )
    return Rows(tuple((label, Value(said)) for label, said in rows if said.strip()))
