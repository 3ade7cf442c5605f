"""Makes src/rashomon/web/outline.txt.gz: coasts and borders of the world, to put a case's places on a map without a network.

They are Natural Earth's (public domain), 1:50 million, as the npm package world-atlas (ISC) carries them:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python resources/outlines.py package/countries-50m.json

A line of the file is one line of the map: `c` for a coast or `b` for a border, then points in hundredths of a degree, each but
the first as steps from the one before: "c 5210,2440 3,-12 …". A hundredth is about a kilometre; finer than that the source is
not.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "src" / "rashomon" / "web" / "outline.txt.gz"


def main(source: str) -> None:
    """Writes the outline out of a TopoJSON file."""
    world = json.loads(Path(source).read_text("utf-8"))
    used = Counter(arc if arc >= 0 else ~arc for arc in _arcs(world["objects"]["countries"]["geometries"]))
    lines = [
        _line("b" if used[number] > 1 else "c", list(_points(arc, world["transform"])))
        for number, arc in enumerate(world["arcs"])
    ]
    OUT.write_bytes(gzip.compress("\n".join(filter(None, lines)).encode(), 9, mtime=0))
    sys.stdout.write(f"{OUT.stat().st_size:,} bytes, {sum(map(bool, lines)):,} lines\n")


def _arcs(value: Any) -> Iterator[int]:
    if isinstance(value, int):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _arcs(each)
    elif isinstance(value, dict):
        yield from _arcs(value.get("arcs", []))


def _points(arc: Iterable[tuple[int, int]], transform: dict[str, list[float]]) -> Iterator[tuple[int, int]]:
    x = y = 0
    (across, up), (left, low) = transform["scale"], transform["translate"]
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield round((x * across + left) * 100), round((y * up + low) * 100)


def _line(kind: str, points: list[tuple[int, int]]) -> str:
    points = [points[0], *(later for earlier, later in pairwise(points) if later != earlier)]
    if len(points) < 2:
        return ""
    steps = [points[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))]
    return f"{kind} " + " ".join(f"{x},{y}" for x, y in steps)


if __name__ == "__main__":
    main(*sys.argv[1:])
