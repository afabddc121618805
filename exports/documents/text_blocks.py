"""Plain text to copy into a portal or a record, one block a question, in the order of a referral.

No tables, bullets or curly quotes: portals garble them. What nobody has answered is left out.
"""
from exports import beside, findings, found, from_check
from exports.blocks import (
    Beside, Block, Bullets, Callout, Grid, Heading, Long, Paragraph, Rows, Ticks, Value, Windscreen,
)
from exports.declaration import Document
from exports.details import NOT_KNOWN
from exports.documents import referral
from exports.in_danger import danger_said
from exports.material import Material, TextBlock, marked
from exports.pdf.text import plain, sentences
from exports.windscreen import in_words
from guidance.our_documents import our_document
from guidance.vocabulary import RoleSetting
from guidance.words import say
from guidance.words.forms import apart, listed

RECORD_SETTINGS: tuple[RoleSetting, ...] = ("general practice", "health", "hospital")
"""Settings in which a record is kept that patients may read online."""


def build_text(m: Material) -> tuple[TextBlock, ...]:
    """The blocks. For GPs and other health staff they begin with a note to hide the entry from online access."""
    blocks = [TextBlock(say("papers.text.hide"), say("papers.text.hide.says"))] if keeps_open_record(m) else []
    blocks.append(TextBlock(say("papers.text.short"), plain(_summary(m))))
    title = ""
    lines: list[str] = []
    for block in referral.in_sections(m, DOCUMENT.id):
        if isinstance(block, Heading) and block.level == 2:
            blocks += _finished(title, lines)
            title, lines = block.said, []
        else:
            lines += lines_of(block)
    return (*blocks, *_finished(title, lines))


def keeps_open_record(m: Material) -> bool:
    """Whether the user's record may be read online by others, so that an entry has to be hidden there."""
    role = m.packs.national.role.get(m.case.practitioner.role)
    return role is not None and role.setting in RECORD_SETTINGS


def _finished(title: str, lines: list[str]) -> list[TextBlock]:
    said = "\n".join(line for line in lines if line.strip())
    return [TextBlock(plain(title), plain(said))] if title and said else []


def _summary(m: Material) -> str:
    """What worries, why now and what is asked, about whom and from whom, for a form that has one box: danger now first,
    then the worry."""
    story = m.details.narrative
    role = m.details.referrer.job or m.role_name()
    children = listed(m.child_title(child) for child in m.case.children)
    kinds = apart(findings.topic_names(m))
    parts = (
        danger_said(m), _line("worry", _worry(m)), _line("why_now", story.why_now), _line("ask", story.ask),
        _line("about", children), _line("from", role), _line("kinds", kinds),
    )
    return "\n".join(part for part in parts if part) or say("papers.text.nothing")


def _worry(m: Material) -> str:
    """The worry in the writer's words, or the most serious statements; those in doubt say so, and come last."""
    own = beside.worry(m).said
    return own if own.strip() and own != NOT_KNOWN else sentences(
        one.stated for together in found.together(m)[:from_check.MOST] for one in together.statements)


def _line(name: str, said: str) -> str:
    return say(f"papers.text.{name}", said=said) if said else ""


def lines_of(block: Block) -> list[str]:
    """A block of a paper as lines of plain text."""
    match block:
        case Paragraph(kind="gaps"):
            return []
        case Heading(said=said) | Paragraph(said=said):
            return [str(said)]
        case Bullets(items=items):
            return list(items)
        case Rows(rows=rows):
            return [_labelled(label, answer) for label, answer in rows if not answer.muted]
        case Grid(heads=heads, rows=rows):
            return [apart(_labelled(head, cell) for head, cell in zip(heads, row, strict=True) if not cell.muted)
                    for row in rows]
        case Long(label=label, answer=answer):
            return [] if answer.muted else [_labelled(label, answer)]
        case Callout(title=title, lines=lines):
            return [title, *map(str, lines)]
        case Windscreen(place=place, area=area):
            return [in_words(place, area)]
        case Ticks(items=items):
            return [said for said, ticked in items if ticked]
        case Beside(blocks=blocks, picture=picture):
            return [line for one in (*blocks, picture) for line in lines_of(one)]
        case _:
            return []


def _labelled(label: str, answer: Value) -> str:
    return say("papers.labelled", who=label, said=marked(answer))


DOCUMENT = Document(
    our_document("text_blocks"), audience="professional", build_text=build_text,
)
