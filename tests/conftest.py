"""Settings that all tests share, and how they are dealt out to workers (docs/measure.md)."""
import os

import pytest
from hypothesis import settings

# Made-up cases are other ones in every run, under CI too, and a failure prints how to have its case again. A shared
# machine is no reason to fail, so they have no deadline. `--hypothesis-profile=nightly` tries twenty times as many.
settings.register_profile("each_run", deadline=None, derandomize=False, print_blob=True, max_examples=100)
settings.register_profile("nightly", settings.get_profile("each_run"), max_examples=2000)
settings.load_profile("each_run")


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """No workers for a single file, which would stay with one of them: it starts sooner here, and a debugger works.

    Otherwise one more than there are processors: with two more, browser tests wait for each other until they give up.
    """
    files = {name.split("::")[0] for name in config.args}
    return 0 if len(files) == 1 and files.pop().endswith(".py") else (os.cpu_count() or 1) + 1


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests first, and of each kind the long ones: what is short evens out the work of the workers at the end.
    """
    items.sort(key=lambda item: (item.get_closest_marker("browser") is None, item.get_closest_marker("long") is None))
