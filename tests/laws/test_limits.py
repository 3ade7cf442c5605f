"""docs/limits.md gives the measured figures and no others; what floors.toml guards is told no worse or much better than it is."""

import re
import tomllib
from pathlib import Path
from typing import get_args

from rashomon.model import FactKind
from rashomon.text.lexicon import lexicon

ROOT = Path(__file__).parents[2]
LIMITS = (ROOT / "docs" / "limits.md").read_text("utf-8")
FLOORS = tomllib.loads((ROOT / "eval" / "floors.toml").read_text("utf-8"))
MEASURED = lexicon("measured")
SETS = ("tuned", "seen", "unseen")


def share(part: int, whole: int) -> str:
    return f"{part} of {whole}" if whole else "–"


def rows() -> list[str]:
    """Every line of the page's tables."""
    points = [MEASURED["points"][name] for name in SETS]
    none = {"shown": 0, "right": 0, "there": 0, "found": 0}
    made = []
    for kind in get_args(FactKind):
        counts = [each["kinds"].get(kind, none) for each in points]
        made.append((kind, counts))
    made.append(("**all**", [each["all"] for each in points]))
    lines = []
    for kind, counts in made:
        cells = [f"{share(one['right'], one['shown'])} | {share(one['found'], one['there'])}" for one in counts]
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    agreements = [f"– | {share(each['agreements']['found'], each['agreements']['there'])}" for each in points]
    lines.append(f"| agreements | {' | '.join(agreements)} |")
    copies = [
        (each["copies"]["right"], each["copies"]["shown"], each["copies"]["found"], each["copies"]["there"]) for each in points
    ]
    lines.append(f"| copies | {' | '.join(f'{share(one[0], one[1])} | {share(one[2], one[3])}' for one in copies)} |")
    for each in MEASURED["rest"]:
        found = f"{each['found']:.2f}" if "found" in each else ""
        lines.append(f"| {each['what']} | {each['text']} | {each['size']} | {each['right']:.2f} | {found} | {each['tuned']} |")
    return lines


def test_the_page_has_every_figure():
    missing = [row for row in rows() if row not in LIMITS]
    assert not missing, "docs/limits.md lacks these lines:\n" + "\n".join(missing)


def test_the_page_has_no_other_figures():
    told = [line for line in LIMITS.splitlines() if line.startswith("| ") and re.search(r"\d", line)]
    assert set(told) <= set(rows())


def test_what_is_told_is_what_the_floors_guard():
    for each in MEASURED["rest"]:
        if "floor" in each:
            measurement, _, key = each["floor"].partition(".")
            floor = FLOORS[measurement]["floors"][key]
            assert floor <= each["right"] < floor + 0.06, each["floor"]
    tuned = MEASURED["points"]["tuned"]["all"]
    precision, recall = tuned["right"] / tuned["shown"], tuned["found"] / tuned["there"]
    floor = FLOORS["accounts"]["floors"]["conflict F1"]
    assert floor <= 2 * precision * recall / (precision + recall) < floor + 0.1


def test_every_measured_set_says_what_it_is():
    for name in SETS:
        of = MEASURED["points"][name]
        assert of["events"] in LIMITS
        assert of["documents"] > 0
        assert of["how"]
