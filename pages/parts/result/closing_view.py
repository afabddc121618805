"""Parts 7 to 9 of the result: your view beside it, gaps and warnings, and the documents it calls for."""
import streamlit as st

from decision.case import Case
from decision.result import Decision, DocumentDue, Gap, GapKind
from guidance.packs import Packs
from guidance.words import say
from pages.parts.display.markup import Markup, bullets, folded, join, paragraph, show, strong, tag
from pages.parts.display.words import source_line
from pages.parts.shell.other_page import CHECK_PAGE

GAPS: dict[GapKind, str] = {
    "suspect_number": "Numbers that look misprinted",
    "contradictory": "Where the document contradicts itself or newer guidance",
    "out_of_date": "What has changed since the document was written",
    "past_review": "Facts that are due to be checked again",
    "silent": "What the document does not say",
    "our_reading": "Where the reading is ours",
    "calendar": "Dates that could not be worked out",
    "no_pack": "No document for this area",
}
SHOWN = 2


def own_view(case: Case, decision: Decision) -> None:
    """The user's view and this result, side by side. Neither replaces the other."""
    show(paragraph(decision.own_view.says))
    if case.own_view_reason:
        show(paragraph(strong("Your reason")))
        st.text(case.own_view_reason)
    show(
        paragraph("You are always free to act sooner or higher than this. "
                  "If your view differs, both are recorded with the reason."),
        paragraph("If your lead decides not to refer and you are still worried, you may ring yourself."),
    )


def gaps(decision: Decision, packs: Packs) -> None:
    """What could not be relied on, by kind. Open questions stand in part 3."""
    found = False
    for kind, heading in GAPS.items():
        of_kind = tuple(gap for gap in decision.gaps if gap.kind == kind)
        found = found or bool(of_kind)
        show(_gaps(heading, of_kind, packs))
    for step in dict.fromkeys(gap.step for gap in decision.gaps if gap.kind == "silent" and gap.step):
        st.page_link(CHECK_PAGE, label=say("open.own_words"), query_params={"step": step})
    if not found:
        show(paragraph("We know of no gap in the document that bears on this."))


def documents(decision: Decision) -> None:
    """The documents that this result calls for, the first ones first."""
    if not decision.documents:
        show(paragraph("This result asks for no form. You can still make a record or any other document."))
    ordered = sorted(decision.documents, key=lambda one: not one.first)
    show(bullets(*(_document(one) for one in ordered)))


def _gaps(heading: str, of_kind: tuple[Gap, ...], packs: Packs) -> Markup:
    if not of_kind:
        return Markup("")
    lines = tuple(
        join(gap.says, source_line(packs, gap.source)) for gap in {gap.says: gap for gap in of_kind}.values()
    )
    rest = folded(f"{len(lines) - SHOWN} more", bullets(*lines[SHOWN:])) if len(lines) > SHOWN else ""
    return join(tag("h3", heading), bullets(*lines[:SHOWN]), rest)


def _document(one: DocumentDue) -> Markup:
    local = paragraph(f"How to send it: {one.local}") if one.local else ""
    attached = join(paragraph("Send with it if you have it:"), bullets(*one.attachments)) if one.attachments else ""
    return join(strong(one.name), f": {one.says}", local, attached)
