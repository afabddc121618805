"""A worry in one's own words: it counts, wherever it is written, and beside it is asked whether harm could come first.
"""
from collections.abc import Iterator
from contextlib import contextmanager

from decision import changes
from decision.case import Case
from decision.gaps import before_next_question
from guidance.words import ended, say
from guidance.words.forms import following
from pages.parts.asking.choices import YES_NO_NOT_SURE
from pages.parts.asking.folding import fold, started
from pages.parts.asking.questions import LIMIT_HINT, Sent, choose, lines
from pages.parts.visit import knowledge


@contextmanager
def folded(case: Case, open_: bool, away: str = "") -> Iterator[None]:
    """The line and the question behind one line of a page, before what else stands there; open where something stands
    in them, or `open_`. `away`: the line of topics about another age that stand there too."""
    said = open_ or bool(case.other_worry or case.harm_before_next)
    with fold("own_words", say("statements.topics.own_words_or_age" if away else "statements.topics.own_words"),
              following(ended(say("statements.topics.own_words_line")), away) if away
              else say("statements.topics.own_words_line"),
              said or started("other_worry_note", "harm_before_next")):
        draw(case)
        yield


def draw(case: Case) -> None:
    """The line, and the question beside it."""
    lines("other_worry_note", say("statements.topics.note"), case.other_worry_note,
          following(say("statements.topics.note_hint"), LIMIT_HINT))
    means = say("statements.topics.harm_hint", from_what_you_know=say("gap.by_what_you_know"))
    choose("harm_before_next", before_next_question(knowledge.next_acting()), YES_NO_NOT_SURE,
           case.harm_before_next, means, across=True)


def take(case: Case, sent: Sent) -> Case:
    """What stands in the line, and the answer beside it."""
    note = sent.words("other_worry_note", say("statements.topics.note_called"), case.other_worry_note)
    return changes.write_worry(case, note, sent.choice("harm_before_next", case.harm_before_next))
