"""The commands of a pack's keeper: `python -m guidance check`, `new AREA_ID`, `edition PACK DAY`, `diff OLD NEW`,
`migrate FOLDER`.

Each takes `--packs DIR`, for packs that are kept elsewhere.
"""
import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from guidance.check import check
from guidance.diff import DiffError, compare_folders, in_words as changes_in_words, two_folders
from guidance.editions import in_force, read_editions
from guidance.folder import NATIONAL
from guidance.migrate import migrate
from guidance.new import NewAreaError, new_area, new_edition
from guidance.pipe import quietly
from guidance.places import ROOT, NoSuchPack, find_places, packs_option
from guidance.problems import PackError
from guidance.register import as_data, in_words, register


def main(arguments: Sequence[str], today: date, root: Path | None = None) -> int:
    """Run one command on a given day and return its exit code: 0, or 1 if there is anything that must be mended.

    `root` stands for the option `--packs`.
    """
    options = _parser().parse_args(arguments)
    places = root or options.packs
    try:
        return int(options.run(options, today, places))
    except (PackError, NewAreaError, DiffError, NoSuchPack) as error:
        print(error, file=sys.stderr)
        return 1


def _check(options: argparse.Namespace, today: date, root: Path) -> int:
    result = check(today, root, options.folder)
    found = register(result, today)
    print(json.dumps(as_data(found), indent=2, ensure_ascii=False) if options.json else in_words(found))
    return 1 if result.errors() else 0


def _new(options: argparse.Namespace, today: date, root: Path) -> int:
    folder = new_area(options.area_id, today, root)
    print(f"Made {folder}. Begin with area.yaml, then run: {_check_of(root)}")
    return 0


def _edition(options: argparse.Namespace, today: date, root: Path) -> int:
    folder = new_edition(options.pack, options.day, root)
    print(f"Made {folder}, which still says what holds before. Raise its version, change what is new in it, then run: "
          f"{_check_of(root)}")
    return 0


def _check_of(root: Path) -> str:
    """The command that checks the packs of a folder, as it is typed."""
    folder = f'"{root}"' if " " in str(root) else str(root)
    return "python -m guidance check" + ("" if root == ROOT else f" --packs {folder}")


def _diff(options: argparse.Namespace, today: date, root: Path) -> int:
    old, new = two_folders(options.what, root)
    print(changes_in_words(compare_folders(old, new)))
    return 0


def _migrate(options: argparse.Namespace, today: date, root: Path) -> int:
    places = find_places(root)
    nationals = read_editions(places.national, NATIONAL)
    national = in_force(nationals, today) or nationals[0]
    found = [one for path in options.folder or places.areas for one in migrate(path, national, not options.only_say)]
    for one in found:
        print("\n  - ".join((one.folder, *one.says)))
    return 0 if all(one.ok for one in found) else 1


def _parser() -> argparse.ArgumentParser:
    about = "Check the published guidance, begin the pack of a new area, bring an old one up to date, say what changed."
    parser = argparse.ArgumentParser(prog="python -m guidance", description=about)
    commands = parser.add_subparsers(required=True)
    parents = [packs_option()]
    checking = commands.add_parser("check", parents=parents, help="say what each pack holds and what must be mended")
    checking.add_argument("folder", nargs="*", type=Path, help="area folders; without any, all that there are")
    checking.add_argument("--json", action="store_true", help="the same as JSON")
    checking.set_defaults(run=_check)
    making = commands.add_parser("new", parents=parents, help="make an empty, commented pack")
    making.add_argument("area_id", help="small letters, figures and _, for example north_testshire")
    making.set_defaults(run=_new)
    following = commands.add_parser("edition", parents=parents, help="make the folder of a pack's next edition")
    following.add_argument("pack", help="an area's id, national or a folder")
    following.add_argument("day", help="the day from which it holds, such as 2027-03-01")
    following.set_defaults(run=_edition)
    differing = commands.add_parser("diff", parents=parents, help="say in sentences what changed in a pack: "
                                    "between two folders, or between two days")
    differing.add_argument("what", nargs="+", metavar="OLD NEW | PACK DAY DAY",
                           help="two folders; or an area's id, national or a folder, and two days such as 2027-03-01")
    differing.set_defaults(run=_diff)
    bringing = commands.add_parser("migrate", parents=parents,
                                   help="write what is new of today's format into an older pack, where that is safe")
    bringing.add_argument("folder", nargs="*", type=Path, help="area folders; without any, all that there are")
    bringing.add_argument("--only-say", action="store_true", help="say what would be written, and write nothing")
    bringing.set_defaults(run=_migrate)
    return parser


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a Windows terminal may lack a sign
    sys.exit(quietly(lambda: main(sys.argv[1:], datetime.now(ZoneInfo("Europe/London")).date())))
