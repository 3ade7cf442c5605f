"""How good it is: one file a measurement, each with `score(data: Path) -> dict`, run by `rashomon eval`."""

from importlib import import_module
from pathlib import Path
from typing import Any, cast

from rashomon.errors import UsageError

MEASUREMENTS = (
    "accounts",
    "amounts",
    "attribution",
    "contradiction",
    "entities",
    "events",
    "names",
    "pages",
    "places",
    "speakers",
    "stance",
    "times",
)
WITHOUT_NETS = ("attribution",)  # what can also be measured by rules alone


def measure(name: str, data: Path, *, nets: bool = True) -> dict[str, Any]:
    """The figures of one measurement over an annotated set; without nets, those of the rules alone.

    Raises UsageError for a name that is not measured (so), or data that is not there.
    """
    if name not in MEASUREMENTS:
        raise UsageError(f"nothing measures {name!r}; known: {', '.join(MEASUREMENTS)}")
    if not nets and name not in WITHOUT_NETS:
        raise UsageError(f"{name} is not measured by rules alone; only {', '.join(WITHOUT_NETS)}: leave --no-models out")
    if not data.exists():
        raise UsageError(f"{data} does not exist; give the annotated set to measure {name} on")
    score = import_module(f"rashomon.measure.{name}").score  # loads only what this one needs
    return cast(dict[str, Any], score(data) if nets else score(data, nets=False))
