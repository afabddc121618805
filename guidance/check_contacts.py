"""Whether a contact's numbers and hours can be right: digits, misprints, who offers what for dialling, overlaps."""
import re
from collections.abc import Iterable, Iterator
from datetime import time
from itertools import pairwise
from typing import Any

from guidance.folder import Folder, Row
from guidance.models import Contact, Hours, Number, Period
from guidance.problems import KeyPath, Place, Problem
from guidance.vocabulary import DAYS

UK_NUMBER = re.compile(r"0[0-9]{9,10}|08001[0-9]{3}|[0-9]{3}|116[0-9]{3}|18000|[5-8][0-9]{4}")
"""Ten or eleven digits that begin with 0, eight of a freephone line, or a short number (999, 116 123)."""
ABROAD = re.compile(r"\+44 ?(\(0\))? ?")
WRITTEN = re.compile(r"[0-9][0-9 ()\-\u2013]*")
MINUTES_A_DAY = 24 * 60
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def digits(text: str) -> str:
    """The digits of the first number in a text: "01632 960001 (answerphone at 5)" → "01632960001"."""
    found = WRITTEN.search(ABROAD.sub("0", text))
    return re.sub("[^0-9]", "", found[0]) if found else ""


def known_misprints(national: Folder[Any], areas: Iterable[Folder[Any]]) -> frozenset[str]:
    """Digits that must never be dialled: the national list, and every number that a pack marks as suspect."""
    listed = national.head.item.misprints if national.head else ()
    suspects = (
        number.printed for folder in (national, *areas) for row in folder.rows.get("contacts", ())
        for number in row.item.suspects()
    )
    return frozenset(digits(number) for number in (*listed, *suspects))


def contact_problems(folder: Folder[Any], misprints: frozenset[str]) -> Iterator[Problem]:
    """Numbers and hours of a folder that cannot be right."""
    for row in folder.rows.get("contacts", ()):
        contact: Contact = row.item
        for number, telephone in enumerate(contact.numbers):
            yield from _number_problems(telephone, row.place, ("numbers", number), misprints)
        yield from _hours_problems(contact.hours, row.place)


def misprints_in_words(folder: Folder[Any], misprints: frozenset[str]) -> Iterator[Problem]:
    """A known misprint inside a sentence that tells somebody what to do would be dialled all the same."""
    for part, names in (("signs", ("then",)), ("duties", ("steps",)), ("processes", ("steps",))):
        for row in folder.rows.get(part, ()):
            for key, text in _instructions(row, names):
                if any(re.sub("[^0-9]", "", run) in misprints for run in WRITTEN.findall(text)):
                    yield row.place.problem("misprint", "This sentence holds a number that is known to be misprinted.",
                                            "Name the contact instead; its numbers stand in contacts.yaml.", key)


def _instructions(row: Row, names: tuple[str, ...]) -> Iterator[tuple[KeyPath, str]]:
    for name in names:
        value = getattr(row.item, name)
        if isinstance(value, str):
            yield (name,), value
        else:
            for number, step in enumerate(value):
                yield (name, number), f"{step.says} | {step.who} | {step.by}"


def _number_problems(number: Number, place: Place, key: KeyPath, misprints: frozenset[str]) -> Iterator[Problem]:
    dial, printed = re.sub("[ -]", "", number.dial), digits(number.printed)
    dial_key = (*key, "dial")
    if dial and not UK_NUMBER.fullmatch(dial):
        says = f'"{number.dial}" cannot be dialled: it has {len(digits(number.dial))} digits.'
        instead = "Write ten or eleven digits that begin with 0, or a short number such as 999."
        yield place.problem("number", says, f"{instead} If the right one is not known, write trust: suspect.", dial_key)
    if dial in misprints:
        says = f'"{number.dial}" is known to be misprinted or suspect, and must not be offered for dialling.'
        yield place.problem("misprint", says, "Leave dial out and write trust: suspect, or dial the corrected number.",
                            dial_key)
    if number.trust == "printed" and not UK_NUMBER.fullmatch(printed):
        says = f'"{number.printed}" has {len(printed)} digits, so it is misprinted.'
        yield place.problem("number", says, "Write trust: suspect, and leave dial out.", (*key, "trust"))
    elif number.trust == "printed" and dial != printed:
        says = f'The number to dial, "{number.dial}", is not the printed one, "{number.printed}".'
        yield place.problem("number", says, "Write where the other number comes from, with trust: reported.",
                            (*key, "trust"))


def _hours_problems(hours: Hours, place: Place) -> Iterator[Problem]:
    for number, period in enumerate(hours.periods):
        if period.opens == period.closes:
            yield place.problem(
                "hours", f"This period opens and closes at {_clock(period.opens)}.",
                "Write kind: always for day and night, or mend one of the two times.", ("hours", "periods", number))
    spans = sorted(_span(period, day) for period in hours.periods for day in period.days)
    around = [*spans, *((start + 7 * MINUTES_A_DAY, end, words) for start, end, words in spans[:1])]
    for (_, end, first), (start, _, second) in pairwise(around):
        if start < end:
            says = f"These hours overlap: {first} and {second}."
            yield place.problem("hours_overlap", says, "Make them one period, or mend the times.", ("hours", "periods"))


def _span(period: Period, day: str) -> tuple[int, int, str]:
    """Minutes since Monday midnight at which a period starts and ends on one day, and its words."""
    midnight = DAYS.index(day) * MINUTES_A_DAY
    start, end = (60 * moment.hour + moment.minute for moment in (period.opens, period.closes))
    length = (end - start) % MINUTES_A_DAY
    words = f"{DAY_NAMES[midnight // MINUTES_A_DAY]} {_clock(period.opens)} to {_clock(period.closes)}"
    return midnight + start, midnight + start + length, words


def _clock(moment: time) -> str:
    return f"{moment:%H:%M}"
