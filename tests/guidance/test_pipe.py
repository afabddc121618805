"""Every command line of the project ends quietly where nobody reads what it writes."""
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guidance.pipe import CLOSED, quietly

ROOT = Path(__file__).parents[2]
AREA = min((file.stat().st_size, file.parent.name) for file in (ROOT / "guidance/areas").glob("*/indicators.csv"))[1]
"""The area with the fewest statements, of which the lint is done soonest."""
COMMANDS = (
    "decision schema", f"decision example {AREA}", "decision assess -", "decision check --json", "decision --help",
    f"decision lint --area {AREA}", "exports list", "exports --help", "guidance check", "guidance --help",
    f"guidance diff guidance/areas/{AREA} guidance/areas/{AREA}",
)


def ended(command: str, close: str, given: str = "{}") -> tuple[int, str]:
    """The exit code, and what was written to the stream left open, of a command without a reader."""
    reader, writer = os.pipe()
    os.close(reader)
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, close: writer}
    done = subprocess.run([sys.executable, "-m", *command.split()], cwd=ROOT, input=given, text=True, check=False,
                          **streams)   # type: ignore[call-overload]
    os.close(writer)
    return done.returncode, str((done.stderr if close == "stdout" else done.stdout) or "")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_whose_reader_has_gone_says_nothing(command: str) -> None:
    """No traceback and no complaint at the end of the interpreter, with the exit code that a shell gives for it.

    The parser of arguments swallows that nobody reads its help, so that ends with 0.
    """
    assert ended(command, "stdout") == (0 if command.endswith("--help") else CLOSED, "")


def test_every_package_with_a_command_is_tried() -> None:
    """A new command line of the project is added to the list."""
    packages = {file.parent.name for file in ROOT.glob("*/__main__.py") if file.parent.name != "tests"}
    assert {command.split()[0] for command in COMMANDS} == packages


def test_a_message_that_nobody_reads_is_no_traceback_either() -> None:
    """The same for what cannot be used, which is said on the other stream."""
    assert ended("decision assess no_such_file.json", "stderr") == (CLOSED, "")


def test_the_code_of_a_command_that_is_read_stays() -> None:
    """What a check found is still the exit code."""
    assert quietly(lambda: 2) == 2
