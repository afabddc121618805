"""Numbers and hours that cannot be right are refused before anybody dials them."""
from datetime import date
from pathlib import Path

import pytest

from guidance.check import check
from guidance.check_contacts import UK_NUMBER, digits
from tests.made_up import append, made_up_root, replace

TODAY = date(2026, 11, 21)
PRINTED = 'printed: 01632 960001, dial: "01632960001", trust: printed'
AT_NUMBER = "areas/testshire/contacts.yaml, line 6 (front_door), numbers 1,"


def _messages(root: Path) -> list[str]:
    return [str(problem) for problem in check(TODAY, root).problems]


def _with_number(tmp_path: Path, new: str) -> list[str]:
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/contacts.yaml", PRINTED, new)
    return _messages(root)


@pytest.mark.parametrize("number", [
    "01632960001", "0163296001", "08001111", "999", "101", "111", "116123", "85258", "18000", "03003008123",
])
def test_numbers_of_this_country_are_admitted(number: str) -> None:
    """Ten or eleven digits from 0, freephone, emergency and short numbers can be dialled."""
    assert UK_NUMBER.fullmatch(number)


@pytest.mark.parametrize("number", ["030030008142", "016329600", "1632960001", "0", "12345678", "44163296000", "9999"])
def test_numbers_of_no_country_are_refused(number: str) -> None:
    """Too many or too few digits, or no leading 0, cannot be dialled."""
    assert not UK_NUMBER.fullmatch(number)


@pytest.mark.parametrize(("text", "expected"), [
    ("01632 960001 (answerphone, option 2)", "01632960001"), ("(01632) 960 001", "01632960001"),
    ("Tel: 0300-300-8123", "03003008123"), ("+44 (0)1632 960001", "01632960001"), ("no number", ""),
])
def test_digits_are_those_of_the_first_number(text: str, expected: str) -> None:
    """Brackets, spaces and words around a number do not count."""
    assert digits(text) == expected


def test_a_number_that_cannot_be_dialled_is_refused(tmp_path: Path) -> None:
    """The message counts the digits and says what is right."""
    assert _with_number(tmp_path, 'printed: 01632 960001, dial: "0163296000123", trust: reported') == [
        f'{AT_NUMBER} dial: "0163296000123" cannot be dialled: it has 13 digits. Write ten or eleven digits that begin '
        "with 0, or a short number such as 999. If the right one is not known, write trust: suspect."
    ]


def test_a_printed_number_with_a_wrong_count_of_digits_is_suspect(tmp_path: Path) -> None:
    """A misprint is marked, never trusted as printed, even with another number to dial."""
    assert _with_number(tmp_path, 'printed: 01632 9600010, dial: "01632960001", trust: printed') == [
        f'{AT_NUMBER} trust: "01632 9600010" has 12 digits, so it is misprinted. Write trust: suspect, and leave dial '
        "out."
    ]


def test_a_corrected_number_says_where_it_comes_from(tmp_path: Path) -> None:
    """A number that is not the printed one is not called printed."""
    assert _with_number(tmp_path, 'printed: 01632 960001, dial: "01632960009", trust: printed') == [
        f'{AT_NUMBER} trust: The number to dial, "01632960009", is not the printed one, "01632 960001". Write where '
        "the other number comes from, with trust: reported."
    ]


@pytest.mark.parametrize("number", ["0300 330 8123", "03003308123", "0300 30008142"])
def test_a_known_misprint_is_never_offered_for_dialling(tmp_path: Path, number: str) -> None:
    """The national list of misprints holds against every pack and every way of spacing them."""
    messages = _with_number(tmp_path, f'printed: {number}, dial: "{number}", trust: reported')

    assert (f'{AT_NUMBER} dial: "{number}" is known to be misprinted or suspect, and must not be offered for dialling. '
            "Leave dial out and write trust: suspect, or dial the corrected number.") in messages


def test_a_number_suspect_in_one_place_is_not_dialled_in_another(tmp_path: Path) -> None:
    """What one contact marks as suspect, no other contact may offer."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/contacts.yaml", "printed: 01632 96002, trust", "printed: 01632 960003, trust")

    (message,) = _messages(root)

    assert 'dial: "01632960003" is known to be misprinted or suspect' in message


@pytest.mark.parametrize(("name", "old", "new", "where"), [
    ("circumstances.yaml", "says: Send the missing child form.", "says: Ring 0300 330 8123.",
     "circumstances.yaml, line 5 (missing), steps 1"),
    ("processes.yaml", "says: Talk to the worker.,", "says: Ring 0300 30008142.,",
     "processes.yaml, line 6 (escalation), steps 1"),
    ("signs.csv", "Ring 999.", "Ring 0300 330 8123.", "signs.csv, row 2 (tst_quarry), column then"),
])
def test_a_known_misprint_does_not_hide_in_a_sentence(
    tmp_path: Path, name: str, old: str, new: str, where: str
) -> None:
    """A step that tells somebody to ring a misprinted number is refused."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire" / name, old, new)

    assert _messages(root) == [
        f"areas/testshire/{where}: This sentence holds a number that is known to be misprinted. Name the contact "
        "instead; its numbers stand in contacts.yaml."
    ]


FRIDAY = "{days: [fri], opens: 08:45, closes: 16:20}"


@pytest.mark.parametrize(("period", "overlap"), [
    ("{days: [thu, fri], opens: 16:00, closes: 18:00}", "Thursday 08:45 to 17:20 and Thursday 16:00 to 18:00"),
    ("{days: [sun], opens: 22:00, closes: 09:00}", "Sunday 22:00 to 09:00 and Monday 08:45 to 17:20"),
    ("{days: [tue, tue], opens: 18:00, closes: 19:00}", "Tuesday 18:00 to 19:00 and Tuesday 18:00 to 19:00"),
])
def test_hours_that_overlap_are_refused(tmp_path: Path, period: str, overlap: str) -> None:
    """Overlaps are found within a day, across midnight and from Sunday into Monday."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/contacts.yaml", FRIDAY, period)

    assert _messages(root) == [
        f"areas/testshire/contacts.yaml, line 9 (front_door), hours, periods: These hours overlap: {overlap}. Make "
        "them one period, or mend the times."
    ]


@pytest.mark.parametrize("period", [
    "{days: [thu], opens: 17:20, closes: 18:00}", "{days: [fri, sat], opens: 22:00, closes: 06:00}",
    "{days: [fri], opens: 09:00, closes: 00:00}",
])
def test_hours_that_touch_or_cross_midnight_are_admitted(tmp_path: Path, period: str) -> None:
    """One period may begin when another ends, and a night may reach into the next day."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/contacts.yaml", FRIDAY, period)

    assert _messages(root) == []


def test_a_period_that_opens_and_closes_at_once_is_refused(tmp_path: Path) -> None:
    """Nobody can tell whether 09:00 to 09:00 is a day or a moment."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/contacts.yaml", FRIDAY, "{days: [fri], opens: 09:00, closes: 09:00}")

    assert _messages(root) == [
        "areas/testshire/contacts.yaml, line 11 (front_door), hours, periods 2: This period opens and closes at 09:00. "
        "Write kind: always for day and night, or mend one of the two times."
    ]


def test_numbers_of_the_national_pack_are_checked_too(tmp_path: Path) -> None:
    """A national helpline with a digit too few is refused like any other."""
    root = made_up_root(tmp_path)
    append(root / "national/contacts.yaml", (
        "- id: helpline\n  name: A helpline\n  purpose: [advice]\n  says: Advice.\n  numbers:\n"
        '    - {printed: 0808 96000, dial: "080896000", trust: printed, source: {source: nat_guide, where: a}}\n'
        "  hours: {kind: always}\n  checked_on: 2026-11-21\n  source: {source: nat_guide, where: a}\n"
    ))

    assert any("it has 9 digits" in message for message in _messages(root))
