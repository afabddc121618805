"""What was answered of danger now: a plain line, the first of all that a paper says and knows."""
from decision.doubts import danger_now
from exports.blocks import Block, Led, Paragraph, Value
from exports.findings import by_writer
from exports.material import Material
from exports.pdf.text import sentences
from guidance.words import say


def danger_said(m: Material) -> str:
    """That a child may be in danger now, or that the writer is not sure, and whether somebody has confirmed that the
    child is safe; empty where nobody is said to be in danger, or nobody has answered."""
    said, safe = danger_now(m.case), m.case.confirmed_safe
    confirmed = say(f"papers.confirmed_safe.{safe}") if safe and m.case.danger == "yes" else ""
    return sentences((by_writer(said), confirmed)) if said else ""


def danger_rows(m: Material) -> tuple[tuple[str, Value], ...]:
    """The same as a row of a table; none where there is nothing to say."""
    said = danger_said(m)
    return ((say("papers.known.danger"), Value(said)),) if said else ()


def danger_line(m: Material) -> tuple[Block, ...]:
    """The same as a line in bold, for what is read or said in order."""
    said = danger_said(m)
    return (Paragraph(Led(said, ""), "tight"),) if said else ()
