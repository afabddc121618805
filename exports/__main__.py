"""`python -m exports list`; `python -m exports DOCUMENT CASE.json -o OUT.pdf`.

The only part of `exports` that reads a file or the clock. Messages never repeat what a case file says.
"""
import argparse
import getpass
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from decision.assess import assess
from decision.bounds import within
from decision.unknown_ids import CaseProblem
from exports.casefile import LARGEST_LOCKED, CaseFile, CaseFileError, fitted, is_locked, read, unlock
from exports.checks import checks
from exports.make import DOCUMENTS, DocumentNotForNow, make
from guidance.load import load_packs
from guidance.pipe import quietly
from guidance.places import find_places, packs_option
from guidance.problems import PackError
from guidance.words import say
from guidance.words.forms import listed

LONDON = ZoneInfo("Europe/London")


class CommandProblem(Exception):
    """Something that the user of the command can mend; the text says what."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when the document was made, 2 when it was not."""
    chosen = _parser().parse_args(arguments)
    try:
        if chosen.document == "list":
            find_places(chosen.packs)
            print("\n".join(f"{item.id:24} {item.title}. {item.says}" for item in DOCUMENTS.values()))
            return 0
        _make(chosen)
        return 0
    except (CommandProblem, CaseFileError, CaseProblem, DocumentNotForNow, PackError) as problem:
        print(problem, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m exports", description="Makes a document from a case file.",
                                     parents=[packs_option()])
    parser.add_argument("document", choices=("list", *DOCUMENTS), metavar="DOCUMENT",
                        help=f"`list`, or one of: {listed(DOCUMENTS)}")
    parser.add_argument("case", nargs="?", help="a case file; if it is locked, its passphrase is asked for")
    parser.add_argument("-o", "--out", help="where to write the document")
    parser.add_argument("--now", help=say("command.assess_now"))
    parser.add_argument("--password", action="store_true", help="ask for a password and encrypt the PDF with it")
    return parser


def _make(chosen: argparse.Namespace) -> None:
    if not chosen.case or not chosen.out:
        raise CommandProblem("Give a case file and, after -o, where to write the document.")
    now = _moment(chosen.now)
    packs = load_packs(chosen.packs).at(now)
    file, gone = fitted(_read(Path(chosen.case)), packs)
    for sentence in gone:
        print(f"Not in the guidance any more, so kept as a note: {sentence}", file=sys.stderr)
    decision = assess(file.case, packs, now)
    password = getpass.getpass("Password for the PDF: ") or None if chosen.password else None
    data = make(chosen.document, file.case, file.details, decision, packs, now, password=password)
    try:
        Path(chosen.out).write_bytes(data)
    except OSError as error:
        raise CommandProblem(f"The document could not be written: {type(error).__name__}.") from None
    for field, message in checks(file.case, file.details, decision, chosen.document):
        print(f"{field}: {message}", file=sys.stderr)


def _read(path: Path) -> CaseFile:
    try:
        if path.exists() and not path.is_file():   # a device or a pipe could keep us waiting, or never end
            raise CommandProblem("The case file is no ordinary file: save it as one first.")
        with path.open("rb") as file:
            data = file.read(LARGEST_LOCKED + 1)
    except OSError as error:
        raise CommandProblem(f"The case file could not be read: {type(error).__name__}.") from None
    if len(data) > LARGEST_LOCKED:
        raise CaseFileError("The file is too large to be a case file of this app.")
    if is_locked(data):
        data = unlock(data, getpass.getpass("Passphrase of the case file: "))
    return read(data)


def _moment(text: str | None) -> datetime:
    if text is None:
        return datetime.now(LONDON)
    try:
        found = within(datetime.fromisoformat(text))
    except ValueError:
        raise CommandProblem(say("command.no_moment")) from None
    return found if found.tzinfo else found.replace(tzinfo=LONDON)


if __name__ == "__main__":
    sys.exit(quietly(main))
