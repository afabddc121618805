"""The commands of a pack's keeper: `python -m guidance check`, `new AREA_ID` and `diff OLD NEW`."""
import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from guidance.check import ROOT, check
from guidance.diff import compare_folders, in_words as changes_in_words
from guidance.new import NewAreaError, new_area
from guidance.pipe import quietly
from guidance.problems import PackError
from guidance.register import as_data, in_words, register


def main(arguments: Sequence[str], today: date, root: Path = ROOT) -> int:
    """Run one command on a given day and return its exit code: 0, or 1 if there is anything that must be mended."""
    options = _parser().parse_args(arguments)
    if options.command == "new":
        return _new(options.area_id, today, root)
    if options.command == "diff":
        return _diff(options.old, options.new)
    result = check(today, root, options.folder)
    found = register(result, today)
    print(json.dumps(as_data(found), indent=2, ensure_ascii=False) if options.json else in_words(found))
    return 1 if result.errors() else 0


def _new(area_id: str, today: date, root: Path) -> int:
    try:
        folder = new_area(area_id, today, root)
    except NewAreaError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Made {folder}. Begin with area.yaml, then run: python -m guidance check")
    return 0


def _diff(old: Path, new: Path) -> int:
    try:
        print(changes_in_words(compare_folders(old, new)))
    except PackError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    about = "Check the published guidance, begin the pack of a new area, or say what changed in one."
    parser = argparse.ArgumentParser(prog="python -m guidance", description=about)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="say what each pack holds and what must be mended")
    checking.add_argument("folder", nargs="*", type=Path, help="area folders; without any, all that are shipped")
    checking.add_argument("--json", action="store_true", help="the same as JSON")
    making = commands.add_parser("new", help="make an empty, commented pack")
    making.add_argument("area_id", help="small letters, figures and _, for example north_testshire")
    differing = commands.add_parser("diff", help="say in sentences what changed from one folder of a pack to another")
    differing.add_argument("old", type=Path, help="the folder as it was")
    differing.add_argument("new", type=Path, help="the folder as it is")
    return parser


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a Windows terminal may lack a sign
    sys.exit(quietly(lambda: main(sys.argv[1:], datetime.now(ZoneInfo("Europe/London")).date())))
