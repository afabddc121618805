"""The referral: all that a front door acts on on page one, then the rest in the order in which it is read."""
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from exports import referral_family as family
from exports import referral_story as story
from exports.blocks import Block, Bullets, Heading, Paragraph, Signatures
from exports.children import children, children_rest
from exports.declaration import Build, Document, OwnLines
from exports.found import some_held
from exports.front_door import front_door_sheet
from exports.gaps import gathered, is_gap_or_heading, without_gaps
from exports.material import Material
from exports.page_facts import careful
from exports.page_one import PageOne, page_one
from exports.parts import (
    attachments, household, professionals, referrer, referrer_rest, sources, stop_box,
)
from exports.referral_result import view_and_result
from exports.signing import family_signs, signature_lines, workers_sign
from exports.two_answers import two_answers
from exports.young_person import told_name
from guidance.our_documents import our_document
from guidance.words import say
from guidance.words.forms import listed, mid

Rest = Callable[[Material, PageOne], tuple[Block, ...]]


def build(m: Material) -> tuple[Block, ...]:
    """Page one, then each section of which something does not stand there; last, in one list, what nobody has answered.
    Danger is first in every order.
    """
    first = page_one(m, DOCUMENT.title)

    def rest(id_: str, section: Section) -> tuple[Block, ...]:
        blocks = section.rest(m, first) if section.rest else section.build(m)
        return tuple(filter(is_gap_or_heading, blocks)) if id_ in first.sections else blocks

    there = frozenset(heading for section in SECTIONS.values() for heading in _answered_in(m, section)) | {
        m.child_title(child) for child in m.case.children}
    return (*first.blocks, *gathered((*_laid_out(m, rest), *sources(m)), there, story.left_open(m)),
            *front_door_sheet(m))


def _answered_in(m: Material, section: "Section") -> Iterator[str]:
    """The headings of a section under which something was answered, here or on page one, or is held back."""
    stands = without_gaps(section.build(m))
    yield from (block.said for block in stands if isinstance(block, Heading))
    if section.alone and (stands or (section == SECTIONS["words"] and some_held(m))):
        yield section.alone


def in_sections(m: Material, paper: str) -> tuple[Block, ...]:
    """Every section whole in the area's own order, without a first page: for text that is copied box by box.

    `paper`: the paper whose form the text is for, where the result calls for no referral."""
    for_form = family.REFERRAL if m.due(family.REFERRAL) else paper

    def whole(id_: str, section: Section) -> tuple[Block, ...]:
        return family.call(m, for_form) if id_ == "call" else section.build(m)

    return (stop_box(m), *two_answers(m), *careful(m), *_laid_out(m, whole), *sources(m), *front_door_sheet(m))


def _laid_out(m: Material, of: Callable[[str, "Section"], tuple[Block, ...]]) -> tuple[Block, ...]:
    """What `of` says of each section, in order, each under a heading."""
    local = m.local("referral")
    blocks: list[Block] = []
    before = ""
    for id_ in in_order(local.order if local else ()):
        section = SECTIONS[id_]
        stands = of(id_, section)
        if stands and section.alone and before != section.after:
            blocks.append(Heading(section.alone))
        blocks += stands
        before = id_ if without_gaps(stands) else before
    return tuple(blocks)


def in_order(first: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of all sections: those that the area puts first, then the others in our own order, each once."""
    return tuple(dict.fromkeys((*first, *SECTIONS)))


def _declaration(m: Material) -> tuple[Block, ...]:
    workers = tuple(line.says for line in workers_sign(m, DOCUMENT)) or (say("papers.lead_signs"),)
    return (
        Heading(say("papers.declaration")), Signatures((m.role_name() or say("papers.referrer"), *workers)),
        Paragraph(say("papers.declaration.says"), "small"),
    )


def _family_signatures(m: Material) -> tuple[Block, ...]:
    """A line for each of the family who may be told, as the form asks; for the others, why there is none."""
    left_out = tuple(say("papers.no_signature", who=told_name(m, item), why=item.why) for item in m.held_back())
    return (*signature_lines(family_signs(m, DOCUMENT)), *([Bullets(left_out)] if left_out else []))


def _family_signatures_rest(m: Material) -> tuple[Block, ...]:
    """The same where page one says why somebody is not to be told."""
    names = listed(mid(told_name(m, item)) for item in m.held_back())
    return (*signature_lines(family_signs(m, DOCUMENT)),
            *([Paragraph(say("papers.no_signatures", who=names))] if names else []))


@dataclass(frozen=True)
class Section:
    """One section, whole; and where that says less, what of it stands after page one. Where it does not stand right
    after the section `after`, the heading `alone` is put above it."""

    build: Build
    alone: str = ""
    after: str = ""
    rest: Rest | None = None


SECTIONS: dict[str, Section] = {
    "call": Section(family.call), "consent": Section(family.telling),
    "children": Section(children, rest=lambda m, _: children_rest(m)),
    "household": Section(household), "professionals": Section(professionals),
    "referrer": Section(referrer, rest=lambda m, _: referrer_rest(m)),
    "why_now": Section(story.why_now, rest=lambda m, _: story.why_now(m, short=True)),
    "worry": Section(story.worry, say("papers.alone.worry"), "why_now", lambda m, _: story.worry(m, short=True)),
    "effects": Section(story.effects, say("papers.alone.effects"), "worry",
                       lambda m, _: story.effects(m, short=True)),
    "harm": Section(story.harm, say("papers.alone.harm"), "effects", lambda m, _: story.harm(m, short=True)),
    "words": Section(story.words, say("papers.alone.words"), "harm", lambda m, _: story.words(m, short=True)),
    "findings": Section(story.whole_findings, rest=lambda m, first: story.findings_left(m, first.left)),
    "windscreen": Section(story.windscreen), "voice": Section(story.voice),
    "history": Section(story.history), "strengths": Section(story.strengths), "tried": Section(story.tried),
    "analysis": Section(story.analysis, rest=lambda m, first: story.analysis_rest(m, first.analysis)),
    "ask": Section(story.ask),
    "meanwhile": Section(story.meanwhile, say("papers.meanwhile.label"), "ask"),
    "contact": Section(family.contact, rest=lambda m, _: family.contact_rest(m)),
    "attachments": Section(lambda m: attachments(m, "referral")),
    "view": Section(view_and_result, rest=lambda m, _: view_and_result(m, short=True)),
    "declaration": Section(_declaration),
    "family_signatures": Section(_family_signatures, say("papers.alone.family_signatures"), "declaration",
                                 lambda m, _: _family_signatures_rest(m)),
}
"""Section id → what stands in it, in our own order. A test holds the ids to guidance.vocabulary.REFERRAL_SECTIONS."""

DOCUMENT = Document(
    our_document("referral"), audience="professional", build=build, front_door_sheet=True,
    own_lines=OwnLines(parent=say("papers.if_they_agree")),
)
