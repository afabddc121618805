"""The reader of YAML for packs and for the catalogue of words: every value stays the text that was written."""
from typing import Any

import yaml

Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The fast reader where libyaml is installed, else the same one in Python."""
