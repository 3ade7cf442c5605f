"""No figure below its floor, nor below what pages tell their readers (resources/measured.yaml): runs every measurement of
floors.toml and says where quality fell.

python eval/check.py [NAME …]
"""

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from rashomon.measure import MEASUREMENTS, measure
from rashomon.text.lexicon import lexicon

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "shared" / "data"
NEAR = 0.02  # by which a figure may fall before it is told anew


def main(names: list[str]) -> int:
    """Prints each figure beside its floor; returns 1 if one is below."""
    floors = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
    low = 0
    for name, entry in floors.items():
        measured = entry.get("measures", name)  # two sets of data may be measured alike
        if names and measured not in names:
            continue
        figures = measure(measured, DATA / entry["data"])
        for key, floor in entry["floors"].items():
            figure = _find(figures, key)
            low += figure < floor
            print(f"{name:15s} {key:40s} {figure:.3f}  floor {floor:.3f}{'  BELOW' if figure < floor else ''}")
        for key, told in _told(name).items():
            figure = _find(figures, key)
            worse = figure < told - NEAR
            low += worse
            print(f"{name:15s} {key:40s} {figure:.3f}  told  {told:.3f}{'  LESS than pages tell' if worse else ''}")
    return int(low > 0)


def _told(name: str) -> dict[str, float]:
    """What pages and docs/limits.md tell of this measurement, by the keys of its figures."""
    told = {}
    if name == "accounts":
        counts = lexicon("measured")["points"]["tuned"]["all"]
        told = {"conflict precision": counts["right"] / counts["shown"], "conflict recall": counts["found"] / counts["there"]}
    floors = ((each["floor"].partition("."), each["right"]) for each in lexicon("measured")["rest"] if "floor" in each)
    return told | {key: right for (of, _, key), right in floors if of == name}


def _find(figures: dict[str, Any], key: str) -> float:
    """A figure by its key, or by "outer.inner" where it is nested."""
    value: Any = figures
    for part in [key] if key in figures else key.split("."):
        value = value[part]
    return float(value)


if __name__ == "__main__":
    unknown = set(sys.argv[1:]) - set(MEASUREMENTS)
    if unknown:
        sys.exit(f"unknown: {json.dumps(sorted(unknown))}; known: {', '.join(MEASUREMENTS)}")
    sys.exit(main(sys.argv[1:]))
