"""Two tables of `bench/run.py` side by side: python bench/compare.py BEFORE.json AFTER.json"""

import json
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    """Prints the comparison in Markdown."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    before, after = (json.loads(Path(path).read_text("utf-8")) for path in sys.argv[1:])
    print(side_by_side(before, after), end="")


def side_by_side(before: dict[str, Any], after: dict[str, Any]) -> str:
    """Every figure of either, and how many times the first the second is; what differs between the two is said above."""
    lines = [f"# {before['at']} and {after['at']}", ""]
    for about in ("machine", "versions"):
        for name in sorted({*before[about], *after[about]}):
            old, new = before[about].get(name, "none"), after[about].get(name, "none")
            if old != new:
                lines.append(f"- {name}: {old}, then {new}")
    if any(before["machine"].get(name) != after["machine"].get(name) for name in ("processor", "cores")):
        lines.append("- another machine: only ratios can be compared")
    lines += ["", "| file | figure | before | after | after / before |", "|---|---|---:|---:|---:|"]
    for name in sorted({*before["figures"], *after["figures"]}):
        old, new = before["figures"].get(name, {}), after["figures"].get(name, {})
        for what in dict.fromkeys([*old, *new]):
            lines.append(f"| {name} | {what} | {_told(old.get(what))} | {_told(new.get(what))} | {_times(old, new, what)} |")
    for when, table in (("before", before), ("after", after)):
        lines += [f"- {when}, {name} broke: {error}" for name, error in table["broke"].items()]
    return "\n".join(lines) + "\n"


def _told(value: float | None) -> str:
    return "" if value is None else f"{value:,.2f}"


def _times(old: dict[str, float], new: dict[str, float], what: str) -> str:
    return f"{new[what] / old[what]:.2f}" if what in old and what in new and old[what] else ""


if __name__ == "__main__":
    main()
