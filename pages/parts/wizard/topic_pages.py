"""The pages that ask about the chosen topics: their addresses, and what was answered on each, in words."""
from collections.abc import Iterable

from decision.case import ONE_OF, Finding
from decision.known import answered
from decision.one_of import in_words, open_sets
from exports.findings import joined
from guidance.packs import AreaPack
from guidance.repeated import statements
from guidance.words import ended, say
from guidance.words.forms import apart, counted, mid
from pages.parts.asking.choices import ANSWER, WHY, YES_NO_NOT_SURE, word
from pages.parts.asking.laid_out import Part
from pages.parts.asking.statements import circumstances, worries
from pages.parts.shell import area_tools
from pages.parts.wizard import details
from pages.parts.wizard.short import open_ones
from pages.parts.wizard.step import Row, SoFar

PAGES_A_TOPIC = 2
"""A topic has two running numbers: the statements, then what lies behind them."""


def page_about(topics: Iterable[str], chosen: tuple[str, ...]) -> dict[str, str]:
    """The address of the statements of the first chosen topic among these; where to choose one if none is chosen."""
    wanted = set(topics)
    place = next((number for number, topic in enumerate(chosen) if topic in wanted), None)
    return {"step": "topics"} if place is None else {"step": "know", "n": str(1 + PAGES_A_TOPIC * place)}


def short_questions(chosen: tuple[str, ...]) -> dict[str, str]:
    """The address of the page that asks the short questions: that of the last topic, or the one without any."""
    return {"step": "know", "n": str(1 + PAGES_A_TOPIC * (len(chosen) - 1))} if chosen else {"step": "know"}


def topic_at(place: dict[str, str], chosen: tuple[str, ...]) -> str:
    """The topic whose page has this address; empty where it is that of no topic."""
    return chosen[(int(place["n"]) - 1) // PAGES_A_TOPIC] if place["step"] == "know" and "n" in place else ""


def part_words(part: Part, number: int = 0) -> tuple[str, str]:
    """What the line of a part says: its name and, in a few words, what it holds or why it is folded away.

    `number`: how many statements stand behind it here, where they are not all.
    """
    many = number or sum(len(question.rows) for question in part.questions)
    if len(part.topics) == 1:
        return part.topics[0].name, say("statements.part.subject", number=many, means=mid(part.topics[0].says))
    if part.topics:
        return counted("statements.part.others", many), f"{apart(topic.name for topic in part.topics)}."
    return counted(f"statements.part.{part.why}", many), say(f"statements.part.{part.why}.reason")


def rows(so_far: SoFar) -> list[Row]:
    """The statements that are so or not sure of, those of which one is so as one, then each chosen topic and whether it
    has been asked, and the short questions."""
    case, topics, area = so_far.case, so_far.progress.topics, so_far.packs.area(so_far.case.home_area)
    findings = {item.id: item for item in case.findings if item.why != ONE_OF}
    made, said_before = list[Row](), set[tuple[int, tuple[str, ...]]]()
    sets = open_sets(case, area, answered(case)) if area else ()
    shared = {ids[0]: ended(in_words(ids, area)) for ids in sets}
    together = {id_ for ids in sets for id_ in ids}
    told = {item.id: details.in_words(item) for item in case.findings if item.why == ONE_OF}
    for row in (*worries(area), *circumstances(area)):
        number = next((1 + PAGES_A_TOPIC * place for place, topic in enumerate(topics) if topic in row.topics), 0)
        made += [Row(shared[id_], "\n".join(filter(None, (say("statements.row.one_of"), *told.get(id_, ())))), number)
                 for id_ in row.ids if id_ in shared]
        answer = case.answers.get(row.name)
        if found := findings.get(row.name):
            known = (number, details.in_words(found))
            made.append(Row(row.says, _in_words(found, known in said_before), number + 1 if number else 0))
            said_before.add(known)
        elif answer in ("not_sure", "not_known") and row.name not in together:
            made.append(Row(row.says, ANSWER[answer], number))
    made += _on_scales(area, findings)
    made += [Row(say("statements.row.cannot_be_shown"), "\n".join(details.in_words(item)) or say("statements.row.kept"))
             for item in case.findings if so_far.packs.aside(case.home_area)]
    for place, topic in enumerate(topics):
        state = "unsure" if topic in case.unsure_topics else "answered" if topic in case.asked else "open"
        made.append(Row(so_far.packs.national.topic[topic].name, say(f"statements.row.{state}"),
                        1 + PAGES_A_TOPIC * place))
    last = 1 + PAGES_A_TOPIC * max(0, len(topics) - 1)
    return made + [Row(one.says, word(YES_NO_NOT_SURE, one.answer), last)
                   for one in open_ones(case, so_far.progress, so_far.packs)]


def _on_scales(area: AreaPack | None, findings: dict[str, Finding]) -> list[Row]:
    """What was answered on the page of a tool, and is changed there."""
    on_scales = [same for rows in (area.rows_of_scale.values() if area else ()) for same in statements(rows)]
    return [Row(same[0].says, _in_words(joined(said)), elsewhere=area_tools.INDICATOR) for same in on_scales
            if (said := tuple(findings[row.id] for row in same if row.id in findings))]


def _in_words(found: Finding, as_above: bool = False) -> str:
    """The answer and how it is known; `as_above`: that was said once for all of its page, at the first of them."""
    why = (ANSWER["not_sure"], WHY[found.why]) if found.why else (ANSWER["yes"],)
    known = tuple(part for part in details.in_words(found) if part)
    return "\n".join((*(part for part in why if part), *((say("statements.row.as_above"),) if as_above and known
                                                         else known)))
