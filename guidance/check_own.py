"""An area's own duties and telling rules, told apart from its additions to national ones; none that nothing leads to.

An entry with the id of a national one adds to it. A slip in such an id, or another id in the national pack, would leave
the national entry without the addition, or the addition alone, and nobody would notice. So an area's own entries begin
alike, as the id of its document does, and every other id is a national one.
"""
from collections.abc import Iterator, Mapping

from guidance.folder import Folder, Row
from guidance.formats import WHOLE
from guidance.packs import AreaPack, NationalPack
from guidance.problems import Problem, choose

ADDED_TO: Mapping[str, str] = {"duties": "duty", "telling": "telling rule"}
"""Parts in which an area's entry may have a national id, and what such an entry is called."""
LEADING: Mapping[str, tuple[str, tuple[str, ...], str, str]] = {
    "duties": ("duty", ("signs", "indicators", "factors"),
               "No sign, row or factor names this duty, and no fact starts it.",
               "Name it in the column duty of what leads to it, or give it triggers."),
    "telling": ("telling", ("signs", "duties"), "No sign and no duty names this rule on telling, so it never holds.",
                "Name it in telling, of a sign or of a duty."),
}
"""What leads to an entry: the field that names it, in which parts, and what is said where none does."""


def own_problems(folder: Folder[AreaPack], national: Folder[NationalPack]) -> Iterator[Problem]:
    """Entries that add to no national one and are not named as the area's own, and own ones that nothing leads to."""
    if folder.head is None or folder.number < WHOLE:
        return
    begins = f"{folder.head.item.document.partition('_')[0]}_"
    for part in ADDED_TO:
        if part in national.ids:
            rows = [row for row in folder.rows.get(part, ()) if row.item.id not in national.ids[part]]
            own = [row for row in rows if row.item.id.startswith(begins)]
            yield from _adds_to_nothing([row for row in rows if row not in own], part, begins, national)
            yield from _idle(own, part, folder)


def _adds_to_nothing(rows: list[Row], part: str, begins: str, national: Folder[NationalPack]) -> Iterator[Problem]:
    for row in rows:
        says = f'There is no national {ADDED_TO[part]} "{row.item.id}" to which this could add.'
        instead = f'If it is the area\'s own, begin its id with "{begins}", as the id of its document begins.'
        nearest = choose(row.item.id, sorted(national.ids[part]), f"national/{national.format.file_of(part)}")
        yield row.place.problem("adds_to_nothing", says, f"{instead} {nearest}", ("id",))


def _idle(rows: list[Row], part: str, folder: Folder[AreaPack]) -> Iterator[Problem]:
    """Own entries that nothing leads to. Where something could not be read, it may be what names them."""
    field, holders, says, instead = LEADING[part]
    if not set(holders) <= folder.whole:
        return
    values = [getattr(row.item, field) for holder in holders for row in folder.rows[holder]]
    named = {id_ for value in values for id_ in (value if isinstance(value, tuple) else (value,))}
    for row in rows:
        if row.item.id not in named and not getattr(row.item, "triggers", None):
            yield row.place.problem("idle", says, instead, ("id",))
