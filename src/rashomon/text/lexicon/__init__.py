"""The lists that people edit (resources/*.yaml), as data: cue verbs, titles, contested labels, units."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> Any:
    """The list `resources/<name>.yaml` as it was generated; loaded once."""
    return json.loads(files(__name__).joinpath(f"{name}.json").read_text("utf-8"))
