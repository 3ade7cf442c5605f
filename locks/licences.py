"""docs/licences.md: under which licence each locked package comes, by its own metadata. `--check` says what may not be used.

    python locks/licences.py [--check]

Whoever adds a dependency runs it (`make lock` does). What a package says of itself is taken as it says it; NAMES brings other
ways of writing to SPDX, and SAID holds what some say in their licence file only.
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from packaging.requirements import Requirement

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "licences.md"

FREE = frozenset(
    "0BSD Apache-2.0 BSD BSD-2-Clause BSD-3-Clause CC0-1.0 CNRI-Python ISC MIT MIT-0 MPL-1.1 MPL-2.0 PSF-2.0 Zlib".split()
)
LESSER = frozenset({"LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later"})  # stated; in tests alone
NAMES = {
    "3-clause bsd license": "BSD-3-Clause",
    "apache 2": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache license version 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd 2-clause license": "BSD-2-Clause",
    "bsd 3-clause license": "BSD-3-Clause",
    "bsd license": "BSD",
    "isc license": "ISC",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "the bsd 2-clause license": "BSD-2-Clause",
}
SAID = {
    "axe-playwright-python": "MIT AND MPL-2.0",  # itself MIT; it carries axe-core
    "dkpro-cassis": "Apache-2.0",  # its metadata holds the whole text
    "geojson-pydantic": "MIT",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",  # with PDFium and what that is built of: BSD, Apache, MIT, zlib and the like
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "python-stdnum": "LGPL-2.1-or-later",
}
HEAD = """# Licences

Every package that the locks name, with the licence that it states. `make lock` writes this page, and a test
(`tests/laws/test_supply.py`) fails where it is out of date, where a licence is not known, or where one forbids what people do
with Rashomon: none under the GPL or AGPL, none for non-commercial use. Where a package offers a choice (OR), one of its licences
is taken that allows this: `tld` is used under the MPL. Packages under the LGPL run in tests alone; no line of them is in what is
handed on.

"""
LOCKS = {"What runs with Rashomon": "run.txt", "In tests only": "dev.txt", "In one test": "ftm.txt"}


def locked(name: str) -> list[str]:
    """The packages of a lock that are installed on a machine like this one."""
    lines = re.findall(r"^([a-z0-9][a-z0-9.-]*==[^\\\n]+)", (HERE / name).read_text("utf-8"), re.MULTILINE)
    asked = [Requirement(line.strip()) for line in lines]
    return sorted({one.name for one in asked if one.marker is None or one.marker.evaluate()})


def licence(package: str) -> str:
    """What a package says of itself, as an SPDX expression where NAMES knows it; empty if it is not installed."""
    try:
        told = metadata(package)
    except PackageNotFoundError:
        return ""
    kinds = [kind.rsplit(" :: ", 1)[1] for kind in told.get_all("Classifier", []) if kind.startswith("License ::")]
    words = SAID.get(package) or told.get("License-Expression") or (told.get("License") or "").strip()
    if not words or len(words) > 60 or "\n" in words:
        words = " AND ".join(NAMES.get(kind.lower(), kind) for kind in kinds)
    return NAMES.get(words.lower(), words)


def is_free(expression: str, allowed: frozenset[str] = FREE) -> bool:
    """Whether all that it demands, or one of what it offers, is among the allowed ones."""
    while inner := re.search(r"\(([^()]*)\)", expression):
        expression = expression.replace(inner[0], "MIT" if is_free(inner[1], allowed) else "refused")
    return any(all(part.strip() in allowed for part in choice.split(" AND ")) for choice in expression.split(" OR "))


def page() -> str:
    """The page as it should be; what is not installed here keeps its line."""
    written = PAGE.read_text("utf-8") if PAGE.exists() else ""
    known = dict(re.findall(r"^\| ([a-z0-9.-]+) \| ([^|]+?) \|$", written, re.MULTILINE))
    parts, seen = [HEAD], set[str]()
    for title, lock in LOCKS.items():
        rows = [name for name in locked(lock) if name not in seen]
        seen.update(rows)
        parts += [f"## {title}\n\n| package | licence |\n|---|---|\n"]
        parts += [f"| {name} | {licence(name) or known.get(name, '')} |\n" for name in rows]
        parts += ["\n"]
    return "".join(parts).rstrip() + "\n"


def refused(text: str) -> list[str]:
    """The lines of the page that may not stand there: unknown, or not allowed where they are."""
    found = []
    for part in text.split("\n## ")[1:]:
        allowed = FREE if part.startswith("What runs") else FREE | LESSER
        rows = re.findall(r"^\| ([a-z0-9.-]+) \| ([^|]*?) ?\|$", part.partition("|---|---|")[2], re.MULTILINE)
        bad = [(name, said) for name, said in rows if not is_free(said, allowed)]
        found += [f"{name}: {said or 'licence not known; install it, then run make lock'}" for name, said in bad]
    return found


if __name__ == "__main__":
    text = page()
    if "--check" in sys.argv:
        stale = not PAGE.exists() or PAGE.read_text("utf-8") != text
        sys.exit("\n".join(refused(text)) or ("docs/licences.md is out of date: run make lock" if stale else None))
    PAGE.write_text(text, "utf-8")
    sys.exit("\n".join(refused(text)) or None)
