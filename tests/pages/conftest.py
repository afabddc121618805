"""Fixtures for tests of pages."""
from collections.abc import Iterator

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import local_script_runner

from guidance.load import load_packs
from guidance.packs import Packs
from pages.parts.visit import knowledge
from pages.parts.visit.clock import TEST_TIME
from tests.made_up import append, made_up_root

MONDAY = "2026-11-23T10:00"
"""A Monday morning, when the made-up front door is open."""


@pytest.fixture(scope="session", autouse=True)
def installed_components() -> Iterator[None]:
    """Streamlit reads the metadata of every installed package for each new screen; here it does so once a process."""
    found = manifest_scanner.scan_component_manifests()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", lambda: list(found))
        yield


@pytest.fixture(scope="session", autouse=True)
def compiled_pages() -> Iterator[None]:
    """A page is compiled once a process, as a server does it, and not for each run of a screen."""
    cache = ScriptCache()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local_script_runner, "ScriptCache", lambda: cache)
        yield


@pytest.fixture(scope="session")
def made_packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """The made-up packs with two more rows and a duty, read once: nothing that is loaded can be changed."""
    root = made_up_root(tmp_path_factory.mktemp("packs"))
    rows = root / "areas/testshire/indicators.csv"
    says = "The child comes to school hungry."
    for id_, level in (("TST-2-TWICE-01", "extra"), ("TST-3-TWICE-01", "complex")):
        append(rows, f"{id_},{level},child,,child,,need,,twice,neglect,{says},,,,,section 4,\n")
    return load_packs(root)


@pytest.fixture
def packs(made_packs: Packs, monkeypatch: pytest.MonkeyPatch) -> Packs:
    """The made-up packs in place of the real ones, on a Monday morning."""
    monkeypatch.setattr(knowledge, "packs", lambda: made_packs)
    monkeypatch.setenv(TEST_TIME, MONDAY)
    return made_packs
