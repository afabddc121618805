"""The one reader of JSON from outside: what it refuses, where it says the fault is, and what it never repeats."""
import json
from typing import Any

import pytest
from pydantic import ValidationError

from decision.case import Case
from decision.formats import FormatProblem
from decision.reading import DEEPEST, LARGEST, explained, parsed, place

NAMES = frozenset({"case", "danger", "children", "age_years"})
OBJECT = {"case": {"danger": "no", "words": "Zoë’s 🦉"}}


@pytest.mark.parametrize("content", [
    json.dumps(OBJECT), json.dumps(OBJECT).encode(), "\ufeff" + json.dumps(OBJECT),
    json.dumps(OBJECT).encode("utf-8-sig"), json.dumps(OBJECT, ensure_ascii=False).encode(),
])
def test_text_and_bytes_are_read_alike(content: bytes | str) -> None:
    """With or without an editor's mark at the beginning, the answers are the same."""
    assert parsed(content) == OBJECT


@pytest.mark.parametrize(("text", "where"), [
    ('{"case": {}, "case": {}}', "at case"), ('{"case": {"danger": "yes", "danger": "no"}}', r"at case\.danger"),
    ('{"children": [{"age_years": 1, "age_years": 1}]}', r"at children\.0\.age_years"),
    ('{"case": {"Jane": 1, "Jane": 2}}', r"at case\.\(a name not known here\)"),
    ('{"case": {"d\\u0061nger": 1, "danger": 2}}', r"at case\.danger"), ('{"": 1, "": 2}', "not known here"),
])
def test_a_name_that_stands_twice_is_refused_at_its_place(text: str, where: str) -> None:
    """Of two answers under one name none is chosen, at any depth and however it is written."""
    with pytest.raises(FormatProblem, match=f"same name twice.*{where}") as caught:
        parsed(text, NAMES)
    assert "Jane" not in str(caught.value)


@pytest.mark.parametrize("number", [
    "NaN", "Infinity", "-Infinity", "1e999", "1" * 16, "-" + "1" * 5_000, "9" * 999_999,
])
def test_a_number_that_is_none_is_refused_at_its_place(number: str) -> None:
    """No number, one without end, and one of thousands of digits."""
    with pytest.raises(FormatProblem, match=r"number that cannot be used \(at case\.danger\)") as caught:
        parsed(f'{{"case": {{"danger": {number}}}}}', NAMES)
    assert number not in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "nul", "\x00", '{"a": 1,}', "{'a': 1}", '{"a": "\n"}', '{"a": 1} {"a": 2}'])
def test_what_is_no_json_is_refused(text: str) -> None:
    """Empty, cut short, of another language or with something after its end."""
    with pytest.raises(FormatProblem, match="cannot be read as JSON"):
        parsed(text)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, '{"a": ' + "[" * 40 + "]" * 40 + "}"])
def test_what_is_nested_too_deeply_is_refused(text: str) -> None:
    """Whether Python could still follow it or not."""
    with pytest.raises(FormatProblem, match="nested too deeply"):
        parsed(text)
    assert parsed('{"a": ' + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1) + "}")


@pytest.mark.parametrize("content", [
    json.dumps(OBJECT).encode("utf-16"), json.dumps(OBJECT, ensure_ascii=False).encode("cp1252", "replace") + b"\x92",
    b"\xff", b'{"a": "\xed\xa0\x80"}', b'{"a": "\xc0\xaf"}', b"\xff\xfe\x00",
])
def test_another_encoding_is_refused(content: bytes) -> None:
    """Nothing is guessed: a letter that is read wrongly could be in a name or an address."""
    with pytest.raises(FormatProblem, match="not in UTF-8"):
        parsed(content)


@pytest.mark.parametrize("text", ['{"case": {"danger": "\\ud800"}}', '{"case": {"danger": ["x", {"\\udfff": 1}]}}'])
def test_half_a_letter_is_refused_at_its_place(text: str) -> None:
    """In a value or a name: it could be neither shown nor saved again. Both halves together are one letter."""
    with pytest.raises(FormatProblem, match=r"half a letter.*at case\.danger"):
        parsed(text, NAMES)
    assert parsed('{"a": "\\ud83e\\udd89"}') == {"a": "🦉"}


@pytest.mark.parametrize("content", [b" " * (LARGEST + 1), " " * (LARGEST + 1)])
def test_what_is_too_long_is_not_even_tried(content: bytes | str) -> None:
    """Its length is looked at before anything else."""
    with pytest.raises(FormatProblem, match="larger than 2 MB"):
        parsed(content)


@pytest.mark.parametrize("text", ["[]", "null", "7", '"text"'])
def test_a_bare_value_holds_no_case(text: str) -> None:
    """JSON that is no object is said to be none."""
    with pytest.raises(FormatProblem, match="holds no case"):
        parsed(text)


def test_a_place_names_our_fields_only() -> None:
    """A name that somebody made up is never repeated, and the top of a file has no name."""
    assert place(("children", 0, "Jane"), NAMES) == "children.0.(a name not known here)"
    assert place((), NAMES) == ""


@pytest.mark.parametrize(("data", "says"), [
    ({"children": [{"label": "A", "age_years": True}]}, "children.0.age_years is not a number"),
    ({"danger": "Jane"}, "danger has a value that cannot be used; it may be 'yes', 'no' or 'not_sure'"),
    ({"Jane": 1}, "(a name not known here) has something that this app does not know"),
    ([], "the case has a value that cannot be used"),
    ({"children": [{"label": "A"}, {"label": "A"}]}, "the case cannot be so: two children have the same letter"),
])
def test_what_a_model_refuses_is_explained(data: Any, says: str) -> None:
    """Each fault with its place and reason, without the value."""
    with pytest.raises(ValidationError) as caught:
        Case.model_validate(data)
    assert explained(caught.value, NAMES, "the case") == (says,)
