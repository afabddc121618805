"""Made-up packs for tests: an area called Testshire and a small national pack, as real files that a test may change.

    root = made_up_root(tmp_path)               # national/ and areas/testshire/ below it
    replace(root / "areas/testshire/contacts.yaml", "08:45", "8.45")
    packs = load_packs(root)
"""
import re
import shutil
from pathlib import Path

from guidance.formats import FORMAT

PACKS = Path(__file__).parent / "made_up_packs"


def testshire(tmp_path: Path) -> Path:
    """Write the made-up area below `tmp_path`/areas and return its folder."""
    return _copied(tmp_path, "areas/testshire")


def tiny_national(tmp_path: Path) -> Path:
    """Write the small national pack to `tmp_path`/national and return its folder."""
    return _copied(tmp_path, "national")


def made_up_root(tmp_path: Path) -> Path:
    """Write both packs and return the folder that `load_packs` takes."""
    tiny_national(tmp_path)
    testshire(tmp_path)
    return tmp_path


def older_testshire(tmp_path: Path) -> Path:
    """Write both packs, Testshire in the first format with nothing for a person to decide, and return its folder."""
    folder = made_up_root(tmp_path) / "areas/testshire"
    replace(folder / "area.yaml", f"format: {FORMAT}  #", "#")
    replace(folder / "area.yaml", "allegations: officer\n", "allegations: officer\nswitchboard: front_door  # by day\n")
    replace(folder / "signs.csv", "Ring 999.,none,", "Ring 999.,,")
    (folder / "scales.yaml").unlink()
    append(folder / "documents.yaml", "  signatures: [A parent]   # at the end\n")
    return folder


def two_areas(tmp_path: Path) -> Path:
    """Write both packs and a second area, Madeupton, that says the same as Testshire under its own names."""
    root = made_up_root(tmp_path)
    folder = root / "areas" / "madeupton"
    folder.mkdir()
    for path in (PACKS / "areas" / "testshire").iterdir():
        text = path.read_text(encoding="utf-8").replace("tst_", "mut_").replace("Testshire", "Madeupton")
        (folder / path.name).write_text(text.replace("id: testshire", "id: madeupton"), encoding="utf-8")
    return root


def sixth_area(root: Path) -> Path:
    """Write Quayshire, whose document is built as no shipped area's is, below `root`/areas and return its folder."""
    return Path(shutil.copytree(PACKS / "sixth" / "quayshire", root / "areas" / "quayshire"))


def edition(folder: Path, day: str) -> Path:
    """Add an edition to a pack's folder: the same facts from another day on, under a version of its own."""
    made = Path(shutil.copytree(folder, folder / "editions" / day, ignore=shutil.ignore_patterns("editions")))
    head = made / ("area.yaml" if (made / "area.yaml").exists() else "national.yaml")
    lines = f'version: "{day}"\nholds_from: {day}'
    text, number = re.subn("(?m)^version: .*$", lines, head.read_text(encoding="utf-8"))
    assert number == 1
    head.write_text(text, encoding="utf-8")
    return made


def replace(path: Path, old: str, new: str) -> None:
    """Change a text that stands once in a file, so that a test shows what it has made wrong."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def append(path: Path, text: str) -> None:
    """Add lines at the end of a file."""
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _copied(tmp_path: Path, name: str) -> Path:
    return Path(shutil.copytree(PACKS / name, tmp_path / name))


testshire.__test__ = False  # type: ignore[attr-defined]  # the name begins like a test's, but it is a helper
