"""Both answers at the top of a paper: what is asked for now, and which help follows and whose agreement it needs.

For a paper that the family reads there is only the second, and of it only what is theirs: the help, who leads it, and
that it needs their agreement.
"""
from decision.path import Path
from decision.then import talk_first
from exports.blocks import Block, Heading, Rows, Value
from exports.material import Material
from exports.text import sentences


def two_answers(m: Material) -> tuple[Block, ...]:
    """Now and Then, for a paper among professionals."""
    say = m.packs.national.say
    now = sentences((m.decision.headline, m.decision.action, _nobody(m)))
    rows = [(say("now.heading"), Value(now))]
    rows += [(_heading(m, number, path), Value(path_words(m, path))) for number, path in enumerate(m.decision.then)]
    return (Heading(say("then.both")), Rows(tuple(rows)))


def then_line(m: Material) -> tuple[Block, ...]:
    """The first path in one row, for a paper of one page that is about the call."""
    first = m.decision.then[:1]
    return tuple(Rows(((_heading(m, 0, path), Value(sentences((path.name, _agreement(m, path))))),))
                 for path in first)


def help_offered(m: Material) -> tuple[Block, ...]:
    """For the family: the help that is offered, who leads it, and that it is a choice."""
    say = m.packs.national.say
    offered = next((path for path in m.decision.then if path.agreement_needed), None)
    if offered is None:
        return ()
    return (Rows(((say("then.leads"), Value(offered.leads)), (say("then.agreement"), Value(say("then.your_choice"))))),)


def path_words(m: Material, path: Path) -> str:
    """One path as a paragraph: what it means, who leads, what happens, on which form, and agreement."""
    say = m.packs.national.say
    form = say("then.goes_to", form=path.document, place=path.goes_to) if path.goes_to else path.document
    return sentences((
        path.name, path.says, f"{say('then.leads')}: {path.leads}", f"{say('then.help')}: {path.help}",
        f"{say('then.form')}: {form}", *path.written, path.note, _agreement(m, path),
    ))


def _agreement(m: Material, path: Path) -> str:
    say = m.packs.national.say
    if not path.agreement_needed:
        return sentences((say("then.not_needed"),))
    return sentences((say("then.needed"), path.says_agreement, *_so_far(path, m), *path.not_counted, path.question))


def _so_far(path: Path, m: Material) -> tuple[str, ...]:
    """Who has said yes or no already, where the words on the state do not say it."""
    say = m.packs.national.say
    if path.agreement in ("have", "refused"):
        return ()
    said = (("then.said_yes", path.given_by), ("then.said_no", path.refused_by))
    return tuple(say(key, names=", ".join(names)) for key, names in said if names)


def _heading(m: Material, number: int, path: Path) -> str:
    say = m.packs.national.say
    first = number == 0 or path.about != m.decision.then[number - 1].about
    key = "then.heading_after_talk" if talk_first(m.decision) else "then.heading"
    words = say(key if first else "then.second")
    return f"{words} ({say('then.children', children=', '.join(path.about))})" if path.about else words


def _nobody(m: Material) -> str:
    return m.packs.national.say("now.no_agreement") if any(route.dial for route in m.decision.routes) else ""
