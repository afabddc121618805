"""`python -m tests.formats`: writes down the shape of each format that has not landed yet; `land` also its files.

A format that has landed is never written down again: people hold files of it. A format of packs lands with a folder
`pack_<number>` beside this file.
"""
import sys
from pathlib import Path

from decision import formats
from exports.casefile import lock, write
from pages.parts.visit import draft
from tests.formats import full
from tests.formats.shapes import FORMAT, HERE, MODELS, files, pack_landed, pack_shape, recorded, shape

PASSPHRASE = "three owls on a wall"


def main(arguments: list[str]) -> None:
    """Record the formats of today that have not landed, and with `land` make one file of each with every answer."""
    coming = [kind for kind in MODELS if not files(formats.current(kind))]
    for kind in coming:
        recorded(formats.current(kind)).write_text(shape(kind), encoding="utf-8")
        if arguments == ["land"]:
            folder = HERE / "files" / formats.current(kind).replace("/", "-")
            folder.mkdir(parents=True)
            _land(kind, folder / "every_answer.json")
    if not pack_landed():
        recorded(FORMAT).write_text(pack_shape(), encoding="utf-8")


def _land(kind: str, file: Path) -> None:
    packs = full.packs()
    case, details = full.full_case(packs), full.full_details()
    whole = {
        formats.CASE: lambda: case.model_dump_json(indent=1).encode(),
        formats.DETAILS: lambda: details.model_dump_json(indent=1).encode(),
        formats.CASE_FILE: lambda: write(case, details, packs),
        formats.DRAFT: lambda: draft.to_json(case, details, full.full_progress(packs), full.SAVED_AT).encode(),
    }
    file.write_bytes(whole[kind]())
    if kind == formats.CASE_FILE:
        file.with_name("locked.json").write_bytes(lock(file.read_bytes(), PASSPHRASE))


if __name__ == "__main__":
    main(sys.argv[1:])
