"""The commands, as a partnership officer runs them."""
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from guidance.__main__ import main
from tests.made_up import made_up_root, replace

TODAY = date(2026, 11, 21)


def test_check_prints_the_register_and_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sound packs give exit code 0 and the register."""
    assert main(["check"], TODAY, made_up_root(tmp_path)) == 0
    assert "Testshire (testshire), version test.1, checked" in capsys.readouterr().out


def test_check_ends_badly_on_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An error gives exit code 1 and its message."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/area.yaml", "front_door: front_door", "front_door: hub")

    assert main(["check"], TODAY, root) == 1
    assert 'front_door: There is no contact "hub".' in capsys.readouterr().out


def test_warnings_alone_end_well(tmp_path: Path) -> None:
    """A pack past its review date is no failure."""
    assert main(["check"], date(2028, 1, 1), made_up_root(tmp_path)) == 0


def test_check_gives_the_same_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --json the register is data."""
    main(["check", "--json"], TODAY, made_up_root(tmp_path))

    assert json.loads(capsys.readouterr().out)["areas"][0]["id"] == "testshire"


def test_check_takes_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is named is checked in place of the shipped ones; one that is not there is an error."""
    root = made_up_root(tmp_path)

    assert main(["check", str(root / "areas" / "testshire")], TODAY, root) == 0
    assert main(["check", str(root / "areas" / "nowhere")], TODAY, root) == 1
    assert "areas/nowhere/area.yaml: This file is missing" in capsys.readouterr().out


def test_new_makes_a_folder_and_says_what_comes_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second run is refused with exit code 1."""
    root = made_up_root(tmp_path)

    assert main(["new", "newshire"], TODAY, root) == 0
    assert "Begin with area.yaml, then run: python -m guidance check" in capsys.readouterr().out
    assert main(["new", "newshire"], TODAY, root) == 1
    assert "already" in capsys.readouterr().err


def test_the_module_runs_as_a_command(tmp_path: Path) -> None:
    """`python -m guidance` reads the clock itself and passes its exit code on."""
    root = made_up_root(tmp_path)
    (root / "areas" / "testshire" / "area.yaml").unlink()

    ran = subprocess.run([sys.executable, "-m", "guidance", "check", "--json", str(root / "areas" / "testshire")],
                         capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])

    assert ran.returncode == 1, ran.stderr
    assert date.fromisoformat(json.loads(ran.stdout)["today"])


@pytest.mark.parametrize(("command", "called", "typed"), [
    (["new", "newshire"], "packs", "{}"), (["edition", "testshire", "2027-03-01"], "packs", "{}"),
    (["new", "newshire"], "our packs", '"{}"'),
])
def test_what_comes_next_names_the_folder_that_was_named(
    command: list[str], called: str, typed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without it the command would check the packs that are shipped, and find nothing wrong with this one."""
    root = made_up_root(tmp_path / called)

    assert main([*command, "--packs", str(root)], TODAY) == 0
    assert capsys.readouterr().out.endswith(f"then run: python -m guidance check --packs {typed.format(root)}\n")


def test_a_key_of_another_file_is_not_offered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt key of area.yaml is answered with what may stand there, not with the parts of other files."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/area.yaml", "\nreview_by:", "\nreview_bye:")

    assert main(["check"], TODAY, root) == 1
    line = next(line for line in capsys.readouterr().out.splitlines() if 'There is no key "review_bye" here.' in line)
    assert 'Did you mean "review_by"?' in line
    offered = line.split("Write ")[1].replace(",", " ").replace(".", " ").split()
    assert {"levels", "gaps", "front_door"} <= set(offered)
    assert not {"signs", "duties", "contacts", "consent", "telling", "cases"} & set(offered)
