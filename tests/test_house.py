"""The house around the code: what the README, the pins, the settings and the documentation promise is so."""
import ast
import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.version import Version
from streamlit import config

pytestmark = pytest.mark.long
ROOT = Path(__file__).parents[1]
LIMIT = 300
"""Lines of a source file, about. A longer one is listed in docs/long_files.md with its reason."""

HIDDEN = {"server.maxWidgetStateSize", "client.allowedOrigins", "runner.postScriptGC"}


def files(*endings: str) -> list[Path]:
    """The files of the project with these endings: what git would keep, without environments and caches."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True,
        text=True, check=False,
    )
    if listed.returncode:
        skipped = {".venv", ".git", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
        found = [file for file in ROOT.rglob("*") if not skipped & set(file.relative_to(ROOT).parts)]
    else:
        found = [ROOT / name for name in listed.stdout.split("\0") if name]
    return sorted(file for file in found if file.is_file() and file.name.endswith(endings or ("",)))


def pins(name: str) -> dict[str, str]:
    """Package → version of a requirements file."""
    lines = [line for line in (ROOT / name).read_text().splitlines() if line and not line.startswith(("#", "-r"))]
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9A-Za-z.]*", line) for line in lines), "every pin is exact"
    return dict(line.split("==") for line in lines)


def readme_commands() -> list[str]:
    """The commands of the README: first the one that runs the app, then the one that tests it."""
    return re.findall(r"^```sh\n(.+)\n```$", (ROOT / "README.md").read_text(), flags=re.MULTILINE)


def test_every_requirement_is_pinned_and_explained() -> None:
    """Every requirement has an exact version and a line in docs/dependencies.md that says why it is there."""
    required = pins("requirements.txt") | pins("requirements-dev.txt")
    page = (ROOT / "docs/dependencies.md").read_text()
    explained = set(re.findall(r"^\| ([A-Za-z0-9_.-]+) \| .{5,} \|$", page, re.M))
    assert set(required) == explained - {"package"}
    assert (ROOT / "requirements-dev.txt").read_text().startswith("-r requirements.txt\n")


def test_the_tests_run_with_the_pinned_versions() -> None:
    """What is installed here is what is pinned, so a pass means something for whoever installs the pins."""
    required = pins("requirements.txt") | pins("requirements-dev.txt")
    wrong = {
        (name, installed, version) for name, version in required.items()
        if Version(installed := importlib.metadata.version(name)) != Version(version)
    }
    assert wrong == set()


def test_every_import_is_a_requirement() -> None:
    """The app imports nothing that requirements.txt does not name, what Streamlit and pydantic stand on aside."""
    known_as = {
        "yaml": "PyYAML", "dateutil": "python-dateutil", "starlette": "streamlit", "pydantic_core": "pydantic",
    }
    ours = {"guidance", "decision", "exports", "pages"}
    imported: set[str] = set()
    for file in [ROOT / "app.py", ROOT / "server.py", *(file for name in ours for file in (ROOT / name).rglob("*.py"))]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").split(".")[0])
    outside = imported - ours - set(sys.stdlib_module_names)
    provided = {name.lower().replace("-", "_") for name in pins("requirements.txt")}
    missing = {name for name in outside if known_as.get(name, name).lower().replace("-", "_") not in provided}
    assert outside >= {"streamlit", "pydantic"}
    assert missing == set()


def test_ci_runs_the_command_of_the_readme() -> None:
    """The README has two commands, and the last line of .ci/run is the second, word for word."""
    run, test = readme_commands()
    assert run.endswith("streamlit run server.py")
    assert (ROOT / ".ci/run").read_text().rstrip().splitlines()[-1] == test
    assert os.access(ROOT / ".ci/run", os.X_OK)


def test_ci_turns_a_missing_browser_into_a_failure() -> None:
    """.ci/run sets CI and stops at the first command that fails."""
    script = (ROOT / ".ci/run").read_text()
    assert "export CI=true" in script
    assert "set -euo pipefail" in script


def test_ci_looks_at_style_and_packs_before_the_tests() -> None:
    """Style and packs are commands of their own in .ci/run, each of which ends it if it fails. Types and the lint take
    minutes and are tests (below, and tests/decision/test_lint_shipped.py), so that they share the processors."""
    lines = (ROOT / ".ci/run").read_text().splitlines()
    ours = [line.removeprefix(".venv/bin/python -m ") for line in lines if line.startswith(".venv/bin/python -m ")]
    assert ours == ["ruff check", "guidance check"]
    assert lines.index("set -euo pipefail") < lines.index(".venv/bin/python -m ruff check")


def test_a_file_of_tests_stays_with_one_worker() -> None:
    """What shares a server or a list of worked cases is in one file, and the order of files is ours."""
    options = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["pytest"]["ini_options"]["addopts"]
    assert options[options.index("--dist") + 1] == "loadfile"
    assert "--no-loadscope-reorder" in options


def test_every_setting_exists_in_the_pinned_streamlit() -> None:
    """Each option of .streamlit/config.toml is known to this version of Streamlit, the hidden ones included."""
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text())
    named = {f"{section}.{option}" for section, options in settings.items() for option in options}
    assert named - set(config._config_options_template) == set()
    assert named >= HIDDEN


@pytest.mark.parametrize(("option", "value"), [
    ("browser.gatherUsageStats", False), ("client.showErrorDetails", "none"), ("client.showSidebarNavigation", False),
    ("server.address", "127.0.0.1"), ("server.enableXsrfProtection", True), ("server.enableCORS", True),
    ("server.enableAgentApi", False), ("client.allowedOrigins", []), ("logger.level", "warning"),
])
def test_a_setting_that_protects_people_stays(option: str, value: object) -> None:
    """No telemetry, no error details, no way in from elsewhere, no talkative log."""
    section, name = option.split(".")
    assert tomllib.loads((ROOT / ".streamlit/config.toml").read_text())[section][name] == value


def test_long_files_have_a_reason() -> None:
    """A source file over the limit is listed in docs/long_files.md, and what is listed there exists."""
    reasons = set(re.findall(r"^\| `([^`]+)` \| .{20,} \|$", (ROOT / "docs/long_files.md").read_text(), re.M))
    long = {
        file.relative_to(ROOT).as_posix() for file in files(".py")
        if len(file.read_text(encoding="utf-8").splitlines()) > LIMIT
    }
    assert long - reasons == set()
    assert {name for name in reasons if not (ROOT / name).is_file()} == set()


def test_links_in_the_documentation_lead_somewhere() -> None:
    """Every link to a file of ours, in README and docs, leads to a file or folder that exists."""
    broken = {
        (page.name, target)
        for page in files(".md")
        for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    }
    assert broken == set()


def test_commands_in_the_documentation_exist() -> None:
    """Every `python -m package` that the documentation names is a package with a command of its own."""
    named = {name for page in files(".md") for name in re.findall(r"python -m (\w+)", page.read_text(encoding="utf-8"))}
    ours = named - {"venv", "pytest", "tests"}
    assert ours
    assert {name for name in ours if not (ROOT / name / "__main__.py").is_file()} == set()


def test_nothing_personal_and_nothing_unfinished_is_kept() -> None:
    """No file holds a path of somebody's own machine, a mark for later, or an environment's leftovers."""
    unwanted = re.compile(r"/(?:root|work|tmp)/\w|\b(?:TO" r"DO|FIX" r"ME|X" r"XX)\b")
    found = {
        (file.relative_to(ROOT).as_posix(), match[0])
        for file in files(".py", ".md", ".toml", ".txt", ".yaml", ".csv", ".java", "run")
        for match in unwanted.finditer(file.read_text(encoding="utf-8")) if file != Path(__file__)
    }
    assert found == set()


def test_no_generated_file_is_kept() -> None:
    """What a run leaves behind is named in .gitignore: no caches, documents or case files among the sources."""
    assert [file.name for file in files(".pyc", ".pdf", ".windscreen", ".ics")] == []


@pytest.mark.parametrize("command", [["ruff", "check"], ["mypy"]], ids=["ruff", "mypy"])
def test_the_code_is_clean(command: list[str]) -> None:
    """Ruff and mypy, with the settings of pyproject.toml, have nothing to say."""
    result = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_no_test_says_itself_how_many_cases_it_makes_up() -> None:
    """Only the profiles do (tests/conftest.py) and what is a part of them, or a night would be no longer than a run."""
    words = "max_" "examples"
    homes = {file.relative_to(ROOT).as_posix() for file in files(".py") if words in file.read_text(encoding="utf-8")}
    assert homes == {"tests/conftest.py", "tests/decision/strategies.py"}
