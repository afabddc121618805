"""Settings that all tests share."""
import os

from hypothesis import settings

# A shared machine is no reason to fail, so examples have no deadline; under CI the same examples run every time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
