"""Part 3 of the result: why here, what would change it, what is not known, and each child in the home."""
import streamlit as st

from decision.case import Case
from decision.result import Decision, Gap, Reason
from guidance.packs import Packs
from guidance.words.forms import capital, children
from pages.parts.display.markup import Markup, bullets, folded, join, literal, paragraph, show, strong, tag
from pages.parts.display.words import source_line
from pages.parts.result.action_view import deciding
from pages.parts.shell.other_page import CHECK_PAGE
from pages.parts.wizard import steps
from pages.parts.wizard.topic_pages import page_about, topic_at

UNKNOWN = ("ask_now", "check_again", "unanswered", "not_known", "duty_fact")
CHANGES_SHOWN = 5
FROM_RECORDS = (
    "Look for these only in your own records and by asking colleagues. "
    "Do not question the child or the family to find out."
)


def reasons(decision: Decision, packs: Packs) -> None:
    """The findings that decided the result, then everything else that was weighed."""
    leading = deciding(decision)
    others = tuple(reason for reason in decision.reasons if reason not in leading)
    if not decision.reasons:
        show(paragraph("Nothing that you have told us decides anything yet."))
    show(
        bullets(*(_reason(one, packs) for one in leading)),
        _others(others, packs),
        *(paragraph(one.says, " ", source_line(packs, one.source)) for one in decision.place.raised),
    )


def would_change(decision: Decision, packs: Packs) -> None:
    """Which single answers would move the result up, and where to look for them."""
    if not decision.would_change:
        return
    st.subheader("What would change it", anchor=False)
    lines = tuple(
        join(
            one.says,
            paragraph(f"Then: {packs.national.words[one.to_outcome].name}."),
            source_line(packs, one.source),
        )
        for one in decision.would_change
    )
    show(
        paragraph(FROM_RECORDS),
        bullets(*lines[:CHANGES_SHOWN]),
        folded(f"{len(lines) - CHANGES_SHOWN} more", bullets(*lines[CHANGES_SHOWN:])),
    )


def not_known(decision: Decision) -> bool:
    """What was left open, and whether anything was. An open question is never taken as a no."""
    open_questions = tuple(gap for gap in decision.gaps if gap.kind in UNKNOWN)
    if not open_questions:
        return False
    st.subheader("What is not known", anchor=False)
    show(
        paragraph("We have not taken any of these as a “no”."),
        bullets(*(gap.says for gap in _distinct(open_questions))),
    )
    return True


def still_open(decision: Decision, packs: Packs, chosen: tuple[str, ...]) -> None:
    """A link to each page at which something has not been answered; none where nothing is open.

    `chosen`: the topics that are chosen. What one of them asks about is open on its own page.
    """
    places = {tuple(place.items()): place for gap in decision.gaps if gap.kind == "unanswered" and gap.step
              for place in (open_at(gap, chosen),)}
    if not places:
        return
    show(paragraph(strong("Answer what is still open:")))
    with st.container(key="still_open", gap=None):
        for place in places.values():
            st.page_link(CHECK_PAGE, label=_label(place, packs, chosen), query_params=place)


def open_at(gap: Gap, chosen: tuple[str, ...]) -> dict[str, str]:
    """The address of the page on which something that was not answered is asked."""
    return page_about(gap.topics, chosen) if gap.topics else {"step": gap.step}


def _label(place: dict[str, str], packs: Packs, chosen: tuple[str, ...]) -> str:
    topic = topic_at(place, chosen)
    heading = steps.of(place["step"]).heading
    return literal(f"{heading}: {packs.national.topic[topic].name}" if topic else heading)


def each_child(case: Case, decision: Decision) -> None:
    """The same worry for each child in the home: what was said about each, and who has nothing said about them."""
    if len(case.children) < 2:
        return
    st.subheader("The same worry for each child in the home", anchor=False)
    lines = tuple(_child_line(child.label, decision) for child in case.children)
    show(
        paragraph("Harm to one child may mean that the others need help too. Think about each in turn."),
        bullets(*lines),
    )


def _child_line(label: str, decision: Decision) -> Markup:
    about = dict.fromkeys(reason.says for reason in decision.reasons if label in reason.about)
    about |= dict.fromkeys(mark.says for mark in decision.place.marks if label in mark.about)
    if not about:
        return join(f"Child {label}: you have told us nothing about this child yet. That does not mean all is well.")
    return join(f"Child {label}:", bullets(*about))


def _reason(one: Reason, packs: Packs) -> Markup:
    about = f" ({children(one.about)})" if one.about else ""
    return join(capital(one.says), about, paragraph(one.why), source_line(packs, one.source))


def _others(others: tuple[Reason, ...], packs: Packs) -> Markup:
    if not others:
        return Markup("")
    return folded(f"Also weighed ({len(others)})", tag("ul", *(tag("li", _reason(one, packs)) for one in others)))


def _distinct(gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    return tuple({gap.says: gap for gap in gaps}.values())
