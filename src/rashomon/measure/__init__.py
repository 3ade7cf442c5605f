"""How good it is: one file a measurement, each with `score(data: Path) -> dict`, run by `rashomon eval`."""

from importlib import import_module
from pathlib import Path
from typing import Any, cast

from rashomon.errors import UsageError

MEASUREMENTS = ("accounts", "attribution", "names", "pages", "speakers", "stance", "times")


def measure(name: str, data: Path) -> dict[str, Any]:
    """The figures of one measurement over an annotated set.

    Raises UsageError for a name that is not measured, or data that is not there.
    """
    if name not in MEASUREMENTS:
        raise UsageError(f"nothing measures {name!r}; known: {', '.join(MEASUREMENTS)}")
    if not data.exists():
        raise UsageError(f"{data} does not exist; give the annotated set to measure {name} on")
    return cast(dict[str, Any], import_module(f"rashomon.measure.{name}").score(data))  # loads only what this one needs
