"""Both answers at the top of a paper: what is asked for now, and which help follows and whose agreement it needs.

For a paper that the family reads there is only the second, and of it only what is theirs: the help, who leads it, and
that it needs their agreement.
"""
from decision.path import Path
from decision.result import Decision
from decision.rung import help_waits
from exports.after_call import action, now_in_short, now_whole
from exports.blocks import Block, Heading, Rows, Value
from exports.found import cut
from exports.material import Material
from exports.pdf.text import sentences
from exports.signing import adult
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import listed

LEAST_PATHS = 3
"""The same where there is least room, a line each."""
LEAST_CALLED = 70
"""Letters of what a help is called there."""
SHORT_PATHS = 2
"""Groups of children whose help stands on the paper of one page: the referral has them all."""


def two_answers(m: Material, brief: bool = False) -> tuple[Block, ...]:
    """Now and Then, for a paper among professionals: the first path of each child whole, another one with what the help
    is, who leads it, and whether it needs agreement.

    `brief`: for a paper about something else, or one that is passed on, each path in a line and nobody's answer.
    """
    now = now_whole(m, *_now(m, brief), brief=brief)
    rows: list[tuple[str, Value]] = [(say("now.heading"), Value(now))]
    for number, path in enumerate(m.decision.then):
        whole = _is_first(m, number) and not brief
        rows.append((_heading(m, number, path), Value(path_words(m, path) if whole else _line(m, path, not brief))))
    return (Heading(say("then.both")), Rows(tuple(rows)))


def both_short(m: Material, least: bool = False) -> tuple[tuple[str, Value], ...]:
    """Both answers for a paper of one page that is about the call, and says under the number that nobody's agreement is
    needed to ring: a row for now, and one for the first path of each group of children, with whose agreement it needs
    and whose is not counted; where that is the same for several groups, once for all of them.

    `least`: where nothing else fits, one row for the help, a line each. Whose help does not stand here is said: what
    stands is never everybody's.
    """
    first = first_paths(m.decision)
    if least:
        return ((say("then.both"), Value(_least(m, first))),)
    rows: list[tuple[str, Value]] = [(say("now.heading"), Value(now_in_short(m)))]
    same: dict[tuple[str, str], tuple[str, ...]] = {}
    for path in first:
        key = (first_heading(m, path), sentences((_called(path), _agreement(m, path))))
        same[key] = (*same.get(key, ()), *path.about)
    rows += [(_with_children(heading, about), Value(said))
             for (heading, said), about in tuple(same.items())[:SHORT_PATHS]]
    others = tuple(label for about in tuple(same.values())[SHORT_PATHS:] for label in about)
    rows += [(say("then.children", children=listed(others)), Value(say("papers.sheet.others_help")))] if others else []
    return tuple(rows)


def _least(m: Material, first: tuple[Path, ...]) -> str:
    """The help of each group of children in a line, as short as it can be said, with the children whom it is about
    unless it is for all; of whose help there is no room, that it stands in the result."""
    same: dict[str, tuple[str, ...]] = {}
    for path in first:
        needed = say("then.needed" if path.agreement_needed else "then.not_needed")
        line = sentences((cut(_called(path), LEAST_CALLED), needed))
        same[line] = (*same.get(line, ()), *path.about)
    lines = [_of_children(m, about, said) for said, about in tuple(same.items())[:LEAST_PATHS]]
    others = tuple(label for about in tuple(same.values())[LEAST_PATHS:] for label in about)
    return "\n".join((*lines, *((_of_children(m, others, say("papers.sheet.others_help")),) if others else ())))


def _of_children(m: Material, about: tuple[str, ...], said: str) -> str:
    """Words with the children whom they are about; without them where they are about every child of the case."""
    if not about or set(about) >= {child.label for child in m.case.children}:
        return said
    return say("papers.labelled", who=say("then.children", children=listed(about)), said=said)


def agreement_says(decision: Decision, packs: Packs) -> str:
    """What is said of agreement beside what each person was told: of the help, where the result is help itself.

    A talk or a referral needs nobody's. The words are those of the paths, so that a paper never says two things.
    """
    if not (decision.consent.agreement_needed and decision.then):
        return decision.consent.says
    said: dict[str, tuple[str, ...]] = {}
    for path in first_paths(decision):
        said[path.says_agreement] = (*said.get(path.says_agreement, ()), *path.about)
    if len(said) == 1:
        return next(iter(said))
    return " ".join(sentences((say("papers.labelled", who=say("then.children", children=listed(about)), said=words),))
                    for words, about in said.items())


def first_paths(decision: Decision) -> tuple[Path, ...]:
    """The first path of each group of children, in order."""
    found: dict[tuple[str, ...], Path] = {}
    for path in decision.then:
        found.setdefault(path.about, path)
    return tuple(found.values())


def help_offered(m: Material, document_id: str) -> tuple[Block, ...]:
    """For the family: the help that is offered, who leads it where the area says so, and that it is a choice.

    Of the result they read nothing: not the level, not the talk, nobody's yes or no.
    """
    leads = next((path.leads for path in m.decision.then if _is_early_help(m, path, document_id)), "")
    rows: list[tuple[str, Value]] = [(say("then.offered"), Value(say("then.offered.help")))]
    rows += [(say("then.leads"), Value(leads))] if leads else []
    choice = "then.your_choice_all" if _asks_all(m, document_id) else "then.your_choice"
    return (Rows((*rows, (say("then.agreement"), Value(say(choice))))),)


def _asks_all(m: Material, document_id: str) -> bool:
    """Whether the area's document asks for the agreement of child and parents together to what is written on this form;
    not before birth, when only the pregnant woman agrees, nor for an adult, who agrees alone."""
    if m.case.children and all(child.unborn or adult(child) for child in m.case.children):
        return False
    forms = {form.id for form in (m.area.documents if m.area else ()) if form.ours == document_id}
    return any(path.everyone and path.document in forms for path in (m.area.paths if m.area else ()))


def _is_early_help(m: Material, path: Path, document_id: str) -> bool:
    """Whether a path is the early help of the area: its level, or its own form where it has no levels."""
    if path.level:
        levels = m.area.levels if m.area else ()
        return any(level.id == path.level and level.outcome == "early_help" for level in levels)
    forms = (form.name for form in (m.area.documents if m.area else ()) if form.ours == document_id)
    return path.document in forms


def path_words(m: Material, path: Path) -> str:
    """One path in lines: what it means, agreement, who leads, what happens, on which form.

    Dates of the user's own part stand on no paper while somebody is not to be told.
    """
    form = say("then.goes_to", form=path.document, place=path.goes_to) if path.goes_to else path.document
    dates = path.written if not m.held_back() else ()
    leads, help_, form = (say("papers.labelled", who=say(f"then.{name}"), said=said)
                          for name, said in (("leads", path.leads), ("help", path.help), ("form", form)))
    lines = ((path.name, path.says), (_agreement(m, path),), (leads,), (help_,), (form, path.not_due, *dates),
             (path.note,))
    return "\n".join(line for line in map(sentences, lines) if line)


def _now(m: Material, brief: bool) -> tuple[str, ...]:
    """What is asked for now; the headline is not said twice where the action begins with it."""
    headline, first = m.decision.headline, action(m)
    if brief:
        return (headline,)
    return (first,) if first.startswith(headline) else (headline, first)


def _called(path: Path) -> str:
    """What a path is called where there is one line for it: its level, or the first sentence of what it is."""
    return path.name or path.says.partition(". ")[0]


def _line(m: Material, path: Path, answers: bool = True) -> str:
    """Another path: its name and whether it needs agreement; with `answers` also if somebody has given or refused it,
    what the help is and who leads it."""
    said = path.says_agreement if answers and path.agreement in ("have", "refused") else ""
    what = (path.help, say("papers.labelled", who=say("then.leads"), said=path.leads)) if answers else ()
    return sentences((_called(path), say("then.needed" if path.agreement_needed else "then.not_needed"), said, *what))


def _agreement(m: Material, path: Path) -> str:
    if not path.agreement_needed:
        return sentences((say("then.not_needed"),))
    return sentences((say("then.needed"), path.says_agreement, *so_far(path, m.packs), *path.not_counted,
                      path.question))


def so_far(path: Path, packs: Packs) -> tuple[str, ...]:
    """Who has said yes or no already, where the words on the state do not say it."""
    if path.agreement in ("have", "refused"):
        return ()
    said = (("then.said_yes", path.given_by), ("then.said_no", path.refused_by))
    return tuple(say(key, names=listed(names)) for key, names in said if names)


def _heading(m: Material, number: int, path: Path) -> str:
    words = first_heading(m, path) if _is_first(m, number) else say("then.second")
    return _with_children(words, path.about)


def first_heading(m: Material, *first: Path) -> str:
    """The heading over these first paths."""
    return say("then.heading_after_talk" if help_waits(m.case, m.decision, *first) else "then.heading")


def _with_children(words: str, about: tuple[str, ...]) -> str:
    """A heading with the children whom it is about; without them where no path is told apart by child."""
    if not about:
        return words
    return say("papers.with_more", said=words, more=say("then.children", children=listed(about)))


def _is_first(m: Material, number: int) -> bool:
    """Whether a path is the first of its children."""
    about = m.decision.then[number].about
    return about not in [path.about for path in m.decision.then[:number]]
