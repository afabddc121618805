"""Reading direction of mixed text."""
import pytest

from exports.pdf.direction import base_of, has_right_to_left, levels_of, visual_order


@pytest.mark.parametrize(("text", "levels"), [
    ("abc", [0, 0, 0]), ("אבג", [1, 1, 1]), ("a אב c", [0, 0, 1, 1, 0, 0]), ("אב 12", [1, 1, 1, 2, 2]),
    ("a (אב) c", [0, 0, 0, 1, 1, 0, 0, 0]), ("אב (c) ד", [1, 1, 1, 1, 2, 1, 1, 1]), ("12 ab", [0, 0, 0, 0, 0]),
    ("a אב 12 c", [0, 0, 1, 1, 1, 2, 2, 0, 0]), ("[x", [0, 0]), ("x) אב", [0, 0, 0, 1, 1]),
])
def test_levels_follow_the_letters(text: str, levels: list[int]) -> None:
    """Right-to-left letters, numbers among them, and brackets around them run as a reader expects."""
    assert levels_of(text) == levels


def test_the_base_is_that_of_the_first_letter() -> None:
    """Digits and signs do not decide where a line begins; its first letter does."""
    assert (base_of("12 (אב"), base_of("12 (ab"), base_of("12")) == (1, 0, 0)


def test_plain_text_needs_no_ordering() -> None:
    """Text without right-to-left letters is recognised as such."""
    assert not has_right_to_left("Żółkowska (12)")
    assert has_right_to_left("Ali علي")


def test_a_run_from_the_right_is_turned_round_on_paper() -> None:
    """Pieces of a right-to-left run stand in reverse, and numbers within it do not."""
    assert visual_order([0, 1, 1, 2, 0]) == [0, 3, 2, 1, 4]
    assert visual_order([1, 2, 2, 1]) == [3, 1, 2, 0]
    assert visual_order([]) == []
