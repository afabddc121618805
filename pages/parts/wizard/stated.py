"""The ticks of one topic: its statements as they are laid out, signs that were left open, and "none of these"."""
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from decision import changes, sign_groups
from decision.ages import may_have_signs, ruled_out
from decision.case import Case
from decision.known import answered, so
from guidance.models import Sign
from guidance.words import say
from guidance.words.forms import capital
from pages.parts.asking import none_box, statements
from pages.parts.asking.folding import fold
from pages.parts.asking.laid_out import (
    Answers, Laid, Part, Question, is_so, lay_out, misfit, not_said_which, picked,
)
from pages.parts.asking.questions import Sent, group, reveal, tick
from pages.parts.asking.statements import Asked
from pages.parts.display.markup import paragraph, show, strong
from pages.parts.shell.ring_bar import with_new_signs
from pages.parts.visit import clock, draft, knowledge
from pages.parts.wizard.details import Told, is_mark
from pages.parts.wizard.signs import look_again, said_no_words
from pages.parts.wizard.topic_pages import part_words


@dataclass(frozen=True)
class Page:
    """What one topic asks: signs left open or so, its statements, and what is no worry. It is bound to the page as it
    was drawn, so that "none of these" speaks of what stood there and of nothing else."""

    topic: str
    signs: tuple[Sign, ...]
    laid: Laid
    beside: tuple[Asked, ...]

    @property
    def asks(self) -> bool:
        """Whether there is anything to ask about the topic here."""
        return bool(self.signs or self.laid.questions)

    @property
    def blocks(self) -> tuple[tuple[str, tuple[Question, ...]], ...]:
        """The field of each "none of these", and the questions of which it speaks."""
        parts = tuple((f"none-{self.topic}-{part.id}", part.questions) for part in self.laid.parts)
        return ((f"none-{self.topic}", self.laid.first), *parts)

    @property
    def rulers(self) -> tuple[str, ...]:
        """What holds the ticks: while one of them is ticked, what belongs to them shows."""
        parts = (*self.laid.parts, *self.laid.folded)
        return (f"stated-{self.topic}", *(f"stated-{self.topic}-{part.id}" for part in parts))


def page_of(topic: str, case: Case, chosen: tuple[str, ...]) -> Page:
    """The page of a topic; `chosen`: the topics that are chosen, in order."""
    area, packs = knowledge.area(), knowledge.packs()
    before = chosen[:chosen.index(topic)] if topic in chosen else ()
    laid = lay_out(topic, statements.about(topic, area), case, packs.national.topic, clock.now().date(), before)
    return Page(topic, open_signs(topic, case), laid, statements.beside(topic, area))


def open_signs(topic: str, case: Case) -> tuple[Sign, ...]:
    """Signs about this topic that were left open, for children of such an age, or that are so."""
    said, today = sign_groups.answers(case), clock.now().date()
    return tuple(sign for sign in statements.signs_about(topic, knowledge.packs(), case.home_area)
                 if _sign_is_so(sign, case)
                 or (sign.id not in said and not ruled_out(sign, may_have_signs(case), today)))


def told(page: Page, case: Case) -> tuple[Told, ...]:
    """The signs and statements of the page that are so; of several of which one is so, and not said which, all as one.
    """
    found = {item.id for item in so(case)}
    signs = tuple(Told(ids=(sign.id,), says=sign.says, sign=True, mark=is_mark(sign.topics))
                  for sign in page.signs if _sign_is_so(sign, case))
    shared = tuple(Told(ids=_ids(one), says=one.says, mark=any(is_mark(row.topics) for row in one.rows))
                   for one in page.laid.questions if not_said_which(one, case) and not found & set(_ids(one)))
    return signs + shared + tuple(Told(ids=row.ids, says=row.says, mark=is_mark(row.topics))
                                  for row in page.laid.rows if found & set(row.ids))


def _ids(question: Question) -> tuple[str, ...]:
    return tuple(id_ for row in question.rows for id_ in row.ids)


def marks(page: Page) -> tuple[str, ...]:
    """The ticks on the page that are about an injury or mark."""
    return (*(f"sign-{sign.id}" for sign in page.signs if is_mark(sign.topics)),
            *(one.name for one in page.laid.questions if one.several and any(is_mark(row.topics) for row in one.rows)),
            *(f"row-{row.name}" for row in page.laid.rows if is_mark(row.topics)))


def draw(page: Page, case: Case) -> None:
    """The ticks that stand open, "none of these", and a line for each further subject and for what is folded away."""
    said = answered(case)
    with group(f"know-{page.topic}"):
        with st.container(key=draft.widget_key(page.rulers[0])):
            for sign in page.signs:
                tick(f"sign-{sign.id}", sign.says, _sign_is_so(sign, case))
                _questions(tuple(one for one in page.laid.first if one.repeats == sign.says), case, said)
            beside = {sign.says for sign in page.signs}
            _questions(tuple(one for one in page.laid.first if one.repeats not in beside), case, said)
        with st.container(horizontal=True, key=f"none_row_{page.topic}"):
            tick(f"none-{page.topic}", say("statements.know.none"), _none(page, 0, case, said))
            tick(f"unsure-{page.topic}", say("statements.know.unsure"), page.topic in case.unsure_topics)
    for number, part in enumerate(page.laid.parts, 1):
        with _folded(page, part, case, said):
            tick(page.blocks[number][0], say("statements.know.none"), _none(page, number, case, said))
    for part in page.laid.folded:
        with _folded(page, part, case, said):
            pass
    circumstances(page, case, said)


@contextmanager
def _folded(page: Page, part: Part, case: Case, said: Answers) -> Iterator[None]:
    """The questions of a part behind its line, open where one of them is ticked."""
    name, line = part_words(part)
    open_ = any(picked(question, case, said) for question in part.questions)
    with fold(f"part-{page.topic}-{part.id}", name, line, open_), group(f"part-{page.topic}-{part.id}", name):
        with st.container(key=draft.widget_key(f"stated-{page.topic}-{part.id}")):
            _questions(part.questions, case, said)
        yield


def _questions(questions: tuple[Question, ...], case: Case, said: Answers) -> None:
    for question in questions:
        tick(question.name, question.says, picked(question, case, said))
        if not question.several:
            _look_again(question.rows[0], case, said)
        else:
            with reveal(f"which-{question.name}", question.name), group(f"which-{question.name}", question.says):
                show(paragraph(strong(say("statements.know.which"))))
                for row in question.rows:
                    tick(f"row-{row.name}", capital(row.differs or row.says), is_so(row, said))
                    _look_again(row, case, said)


def _look_again(row: Asked, case: Case, said: Answers) -> None:
    """Below a statement that is so, and can be so of no child of the ages that are given now: both are looked at. So it
    is with a sign to which it amounts, and that was answered No."""
    if is_so(row, said) and misfit(row, case, clock.now().date()):
        show(paragraph(say("statements.know.other_age"), class_="hint"))
    for sign in _no_before(row, case) if is_so(row, said) else ():
        show(paragraph(said_no_words(sign, row.says, case), " ",
                       look_again(sign.id, case.home_area, knowledge.packs()), class_="hint"))


def _no_before(row: Asked, case: Case) -> tuple[Sign, ...]:
    """The signs whose words a statement has, or stands beside, and that a No to their group covers alone."""
    same = tuple(sign for sign in knowledge.packs().signs(case.home_area)
                 if sign.says in (row.alike, row.says) and sign.id not in case.signs)
    no = sign_groups.answers(case) if same else {}
    return tuple(sign for sign in same if sign.id in no)


def circumstances(page: Page, case: Case, said: Answers) -> None:
    """What is not a worry, below the worries and apart from them, or alone where the topic asks nothing else here."""
    if page.beside:
        name, open_ = say("statements.know.beside"), any(is_so(row, said) for row in page.beside)
        with fold(f"beside-{page.topic}", name, say("statements.know.beside_line"), open_), \
                group(f"beside-{page.topic}", name):
            for row in page.beside:
                tick(f"row-{row.name}", row.says, is_so(row, said))
                _look_again(row, case, said)


def take(page: Page, case: Case, sent: Sent) -> Case:
    """Newly ticked statements become findings. Only "None of these", newly ticked, makes the others beside it a no.

    A tick that was taken away takes its answers with it; whatever stands as it stood keeps its answer. Somebody who
    leaves without Continue has not been through the topic, unless "None of these" answers for what stood open.
    """
    said = answered(case)
    for row in page.beside:
        case = _row_taken(row, case, sent.ticked(f"row-{row.name}"), said)
    if not page.asks:
        return case
    start, unsure = case, sent.ticked(f"unsure-{page.topic}")
    so = [sign.id for sign in page.signs if sent.ticked(f"sign-{sign.id}")]
    before = answered(start)
    was = [_none(page, number, start, before) for number in range(len(page.blocks))]
    nones = [none_box.of_the_others(sent.ticked(field), unsure) for field, _ in page.blocks]
    for question in page.laid.questions:
        case = _question_taken(question, case, said, sent)
    for number, none in enumerate(nones):
        if none != was[number]:
            others = [id_ for row in _others(page, number, case, answered(case)) for id_ in row.ids]
            case = changes.answer_no(case, others) if none else changes.take_back_no(case, others)
    now = answered(case)
    touched = (nones, unsure, so, now, case.one_of) != (was, page.topic in start.unsure_topics, [
        sign.id for sign in page.signs if _sign_is_so(sign, start)], before, start.one_of)
    something = bool(so or any(nones) or unsure or any(picked(question, case, now) for question in page.laid.questions))
    asked = _asked(page.topic, start, something, touched, nones[0] or not sent.leaving)
    through = _signs_taken(page, changes.ask_topic(case, page.topic, asked, unsure), so, nones[0])
    return with_new_signs(start, through)


def _others(page: Page, number: int, case: Case, said: Answers) -> list[Asked]:
    """The statements beside a "none of these" that nobody has ticked; of several that are alike, where none is."""
    return [row for question in page.blocks[number][1] if not picked(question, case, said) for row in question.rows]


def _none(page: Page, number: int, case: Case, said: Answers) -> bool:
    """Whether "None of these" was the answer about all that is not ticked: each statement a no, and no sign open.

    `said`: what was answered in the case.
    """
    others = _others(page, number, case, said)
    no = bool(others) and all(said.get(id_) == "no" for row in others for id_ in row.ids)
    if not no or page.topic in case.unsure_topics:
        return False
    return bool(number) or (page.topic in case.asked and all(_sign_is_so(sign, case) for sign in page.signs))


def _question_taken(question: Question, case: Case, said: Answers, sent: Sent) -> Case:
    """One statement; or of several alike those that were chosen. Where none was, one of them is so, without which."""
    ticked = sent.ticked(question.name)
    if not question.several:
        return _row_taken(question.rows[0], case, ticked, said)
    chosen = [row for row in question.rows if ticked and sent.ticked(f"row-{row.name}")]
    if (ticked, chosen) == (picked(question, case, said), [row for row in question.rows if is_so(row, said)]):
        return case
    for row in question.rows:
        case = _row_taken(row, case, row in chosen, said)
    ids = _ids(question)
    return changes.one_of(case, ids) if ticked and not chosen else changes.take_back_one_of(case, ids)


def _row_taken(row: Asked, case: Case, ticked: bool, said: Answers) -> Case:
    """A row newly ticked is a finding and nothing else; one newly unticked is not answered."""
    if ticked == is_so(row, said):
        return case
    return changes.tick(case, row.ids) if ticked else changes.untick(case, row.ids)


def _asked(topic: str, case: Case, said: bool, touched: bool, through: bool) -> bool:
    """Whether the topic has been asked: once the user is `through` it and something is `said`."""
    before = topic in case.asked
    return through or before if said else before and not touched


def _sign_is_so(sign: Sign, case: Case) -> bool:
    return sign.id in case.signs and case.signs[sign.id].answer == "yes"


def _signs_taken(page: Page, case: Case, so: list[str], none: bool) -> Case:
    """One newly ticked is so, one newly unticked is not answered; "none" is a no to those that are not ticked."""
    answers = dict(case.signs)
    for sign in page.signs:
        if sign.id in so and not _sign_is_so(sign, case):
            answers[sign.id] = changes.sign_answer(case, sign.id, "yes")
        elif sign.id not in so and none:
            answers[sign.id] = changes.sign_answer(case, sign.id, "no")
    gone = [sign.id for sign in page.signs if sign.id not in so and not none and _sign_is_so(sign, case)]
    return changes.untick_signs(case.but(signs=answers), gone)
