"""`python -m decision assess CASE.json|-`, `schema`, `example AREA`, `check [--json]`, `lint [--area ID] [--json]`.

Each takes `--packs DIR`, for packs that are kept elsewhere. The only part of `decision` that reads a file or the clock.
Messages name fields and ids, never what a user typed.
"""
import argparse
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from decision.assess import assess
from decision.bounds import within
from decision.case import Case
from decision.fit import opened, versions
from decision.formats import CASE, CASE_FILE, FormatProblem, current, raised
from decision.hours import LONDON
from decision.unknown_ids import CaseProblem, quote
from decision.lint import in_words, lint
from decision.reading import LARGEST, explained, parsed, place
from decision.run_worked import left_out, run_all, said_of
from decision.worked import expand
from guidance.load import load_packs
from guidance.packs import Packs, day_of
from guidance.pipe import quietly
from guidance.places import find_places, packs_option
from guidance.problems import PackError
from guidance.recorded import NotHeld, as_recorded
from guidance.words import Said, say
from guidance.words.forms import listed

EXAMPLE_NAMES = Path(__file__).parent / "example_details.json"
FILE_PARTS = ("format", "pack_versions", "case", "details")
"""All that a case file holds. What else stands in one could be an answer that is not where it belongs."""


class CommandProblem(Exception):
    """Something about the command's input that the user can mend; the text says what and how."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when a check or worked case fails, 2 when the input cannot be used."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    try:
        return int(chosen.run(chosen, load_packs(chosen.packs)))
    except (CommandProblem, CaseProblem, NotHeld, PackError) as problem:
        print(problem, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=say("command.name"), description=say("command.says"))
    parents = [packs_option()]
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("assess", parents=parents, help=say("command.assess"))
    one.add_argument("case", help=say("command.assess_case"))
    one.add_argument("--now", help=say("command.assess_now"))
    one.add_argument("--as-recorded", action="store_true", help=say("command.assess_as_recorded"))
    one.set_defaults(run=_assess)
    schema = commands.add_parser("schema", parents=parents, help=say("command.schema"))
    schema.set_defaults(run=_schema)
    example = commands.add_parser("example", parents=parents, help=say("command.example"))
    example.add_argument("area")
    example.set_defaults(run=_example)
    check = commands.add_parser("check", parents=parents, help=say("command.check"))
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=_check)
    linting = commands.add_parser("lint", parents=parents, help=say("command.lint"))
    linting.add_argument("--area", help=say("command.lint_area"))
    linting.add_argument("--now", help=say("command.lint_now"))
    linting.add_argument("--json", action="store_true")
    linting.set_defaults(run=_lint)
    return parser


def _assess(chosen: argparse.Namespace, packs: Packs) -> int:
    now = _moment(chosen.now)
    case, made_with = _read(_content(chosen.case))
    held = as_recorded(packs, made_with or {}, now) if chosen.as_recorded else packs.at(now)
    case, gone = _opened(case, held, made_with)
    if chosen.as_recorded:
        print(say("command.as_recorded", named=_named(case, held), today=_named(case, packs.at(now))), file=sys.stderr)
    for sentence in gone:
        print(say("command.kept_as_note", answer=sentence), file=sys.stderr)
    print(assess(case, held, now).model_dump_json(indent=1))
    return 0


def _named(case: Case, packs: Packs) -> str:
    return listed(f"{id_} {edition}" for id_, edition in versions(case, packs).items())


def _content(path: str) -> bytes:
    """What stands in a file or comes from standard input: no more of it than is needed to see that it is too large.

    A device or a pipe with a name could keep us waiting, or never end.
    """
    try:
        if path == "-":
            return sys.stdin.buffer.read(LARGEST + 1)
        if Path(path).exists() and not Path(path).is_file():
            raise CommandProblem(say("command.no_file"))
        with Path(path).open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise CommandProblem(say("command.file_unread", kind=type(error).__name__)) from None


def read_case(content: bytes, packs: Packs) -> tuple[Case, tuple[str, ...]]:
    """The case in a case file of any format or in a bare case, and a sentence for each answer that became a note.

    A bare case is taken to be of today: what no pack has is left for the engine to refuse. Raises CommandProblem with
    what to mend, without quoting the file.
    """
    case, made_with = _read(content)
    return _opened(case, packs, made_with)


def _opened(case: Case, packs: Packs, made_with: dict[str, str] | None) -> tuple[Case, tuple[str, ...]]:
    return (case, ()) if made_with is None else opened(case, packs, made_with)


def _read(content: bytes) -> tuple[Case, dict[str, str] | None]:
    """The case as it stands in the file, and the editions that the file names; None for a bare case."""
    try:
        data = parsed(content, FIELDS)
        data = raised(CASE_FILE if "case" in data else CASE, _with_format(data))
    except FormatProblem as problem:
        raise CommandProblem(say("command.file_refused", why=problem.says)) from None
    if "case" not in data:
        return _case(data), None
    if other := [name for name in data if name not in FILE_PARTS]:
        raise CommandProblem(say("command.file_not_known", name=place((other[0],), FIELDS)))
    return _case(data["case"]), _made_with(data.get("pack_versions", {}))


def _made_with(said: Any) -> dict[str, str]:
    """The editions of the packs as a case file names them. Only they tell a slip from an older statement."""
    if not isinstance(said, dict) or not all(isinstance(version, str) for version in said.values()):
        raise CommandProblem(say("command.no_versions"))
    return said


def _with_format(data: dict[str, Any]) -> dict[str, Any]:
    """A case file says of which format it is; only a bare case, as somebody writes it by hand, need not."""
    return {"format": "", **data} if "case" in data else data


def _case(data: Any) -> Case:
    try:
        return Case.model_validate(data)
    except ValidationError as error:
        wrong = explained(error, FIELDS, say("command.the_case"))
        raise CommandProblem("\n".join((say("command.case_refused"), *wrong))) from None


def _field_names(schema: Any) -> frozenset[str]:
    """Every field name that a case may have, at any depth."""
    parts = (schema, *schema.get("$defs", {}).values())
    return frozenset(name for part in parts for name in part.get("properties", {}))


FIELDS = _field_names(Case.model_json_schema()) | {*FILE_PARTS}


def _moment(text: str | None) -> datetime:
    if text is None:
        return datetime.now(LONDON)
    try:
        return within(datetime.fromisoformat(text))
    except ValueError:
        raise CommandProblem(say("command.no_moment")) from None


def _schema(chosen: argparse.Namespace, packs: Packs) -> int:
    print(json.dumps(Case.model_json_schema(), indent=1))
    return 0


def _example(chosen: argparse.Namespace, packs: Packs) -> int:
    area = packs.area(chosen.area)
    if area is None:
        raise _no_area("command.no_example", chosen.area, packs, datetime.now(LONDON))
    if not area.cases:
        raise CommandProblem(say("command.no_example", id=quote(chosen.area), known=listed(packs.areas)))
    case = expand(area.cases[0], area.id, packs).case
    details = json.loads(EXAMPLE_NAMES.read_text(encoding="utf-8"))
    file = {"format": current(CASE_FILE), "pack_versions": versions(case, packs), "case": case.model_dump(mode="json"),
            "details": details}
    print(json.dumps(file, indent=1, ensure_ascii=False))
    return 0


def _check(chosen: argparse.Namespace, packs: Packs) -> int:
    today = day_of(datetime.now(LONDON))
    own_national = find_places(chosen.packs).own_national
    results = run_all(packs, today, own_national)
    out = left_out(packs, today, own_national)
    results += tuple((said_of(aside.id, turn), say("command.whole_pack"), (say("command.set_aside"),))
                     for turn in packs.since(today) if turn.packs for aside in turn.packs.set_aside)
    failed = [result for result in results if result[2]]
    if chosen.json:
        rows = [{"pack": pack, "name": name, "differs": list(differs)} for pack, name, differs in results]
        not_run = [{"pack": pack, "name": name, "not_held": list(areas)} for pack, name, areas in out]
        print(json.dumps({"cases": len(results), "failed": len(failed), "results": rows, "left_out": not_run},
                         indent=1))
    else:
        for pack, name, differs in failed:
            print(f"{pack}: {name}\n  " + "\n  ".join(differs))
        for pack, name, areas in out:
            print(say("command.left_out", pack=pack, name=name, areas=listed(areas)))
        print(say("command.checked", cases=len(results), failed=len(failed)))
    return 1 if failed else 0


def _lint(chosen: argparse.Namespace, packs: Packs) -> int:
    now, every = _moment(chosen.now), packs
    packs = packs.at(now)
    aside = [_aside(one.id) for one in packs.set_aside if chosen.area in (None, one.id)]
    if aside and chosen.area:
        raise CommandProblem(aside[0])
    if chosen.area and not packs.area(chosen.area):
        raise _no_area("command.no_area", chosen.area, every, now)
    everywhere = ("",) if find_places(chosen.packs).own_national else ()
    tried = (chosen.area,) if chosen.area else (*everywhere, *packs.areas)
    found = {area_id: lint(packs, area_id) for area_id in tried}
    errors = sum(flaw.severity == "error" for flaws in found.values() for flaw in flaws)
    if chosen.json:
        rows = [flaw.model_dump(mode="json") | {"severity": flaw.severity} for flaws in found.values()
                for flaw in flaws]
        print(json.dumps({"errors": errors, "warnings": len(rows) - errors, "set_aside": aside, "flaws": rows},
                         indent=1, ensure_ascii=False))
    else:
        for area_id, flaws in found.items():
            print("\n  ".join((area_id or "national", *in_words(flaws))))
        for line in aside:
            print(line)
        warnings = sum(len(flaws) for flaws in found.values()) - errors
        print(say("command.linted", errors=errors, warnings=warnings))
    return 1 if errors or aside else 0


def _no_area(key: str, area_id: str, packs: Packs, now: datetime) -> CommandProblem:
    """That an area is not held at a moment: with the day from which it is, if there is one."""
    turns = (turn for turn in packs.since(day_of(now)) if turn.packs and turn.packs.area(area_id))
    later = next((turn.holds_from for turn in turns), None)
    known = listed(packs.at(now).areas)
    if later:
        return CommandProblem(say("command.area_later", id=quote(area_id), day=later.isoformat(), known=known))
    return CommandProblem(say(key, id=quote(area_id), known=known))


def _aside(area_id: str) -> Said:
    """Of a pack that is set aside: nothing in it was tried."""
    return say("command.set_aside_pack", pack=area_id, says=say("command.set_aside"))


if __name__ == "__main__":
    sys.exit(quietly(main))
