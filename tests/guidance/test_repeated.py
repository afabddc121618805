"""Rows that a document prints more than once are one statement."""
from guidance.load import load_packs
from guidance.repeated import identity, statements

ROWS = next(area for area in load_packs().areas.values() if area.rows_of_scale).indicators


def test_rows_of_one_concern_with_identical_words_are_one_statement() -> None:
    """They stand together wherever they are printed, in the order of the pack, and no row is lost."""
    found = statements(ROWS)
    assert sorted(row.id for same in found for row in same) == sorted(row.id for row in ROWS)
    assert len({identity(same[0]) for same in found}) == len(found)
    assert all(len({(row.concern, row.says) for row in same}) == 1 for same in found)
    assert any(len(same) > 1 for same in found)


def test_the_same_concern_in_other_words_is_a_statement_of_its_own() -> None:
    """Only identical words are asked once: other words may be another degree of the same concern."""
    one = ROWS[0]
    other = one.model_copy(update={"id": "OTHER", "says": f"{one.says} Often."})
    apart = one.model_copy(update={"id": "APART", "concern": "something_else"})
    assert statements((one, other, apart)) == ((one,), (other,), (apart,))
