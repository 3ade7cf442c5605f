"""What is installed is what is locked, by its hash; every licence is known and allowed; the nets are those that were shipped."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ROOT / "locks"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
ASKED = {
    "run.txt": PROJECT["project"]["dependencies"],
    "dev.txt": [*PROJECT["project"]["dependencies"], *EXTRAS["dev"], *EXTRAS["polars"]],
    "ftm.txt": [*PROJECT["project"]["dependencies"], *EXTRAS["ftm"]],
}


def pins(lock: str) -> dict[str, list[tuple[str, str]]]:
    """Each package's versions, with what stands under it: its hashes, and who asked for it."""
    entries = re.split(r"^(?=[a-z0-9])", (LOCKS / lock).read_text("utf-8"), flags=re.MULTILINE)[1:]
    found: dict[str, list[tuple[str, str]]] = {}
    for entry in entries:
        name, version = re.match(r"([a-z0-9.-]+)==([^ \\;\n]+)", entry).groups()
        found.setdefault(name, []).append((version, entry))
    return found


@pytest.mark.parametrize("lock", ASKED)
def test_the_lock_has_what_pyproject_asks_for_and_nothing_that_it_no_longer_asks_for(lock):
    locked = pins(lock)
    asked = [Requirement(one) for one in ASKED[lock]]
    for one in asked:
        versions = [version for version, _ in locked.get(canonicalize_name(one.name), [])]
        assert versions, f"{lock} lacks {one.name}: run make lock"
        assert all(one.specifier.contains(version) for version in versions), f"{lock} has {one.name} {versions}: run make lock"
    names = {canonicalize_name(one.name) for one in asked}
    ours = {name for name, found in locked.items() if any("via rashomon (pyproject.toml)" in text for _, text in found)}
    ours |= {name for name, found in locked.items() if any("#   rashomon (pyproject.toml)" in text for _, text in found)}
    assert ours == names, f"{lock} and pyproject.toml have come apart: run make lock"


@pytest.mark.parametrize("lock", [*ASKED, "supply.txt"])
def test_every_locked_package_has_its_hashes_and_comes_from_the_registry(lock):
    for name, found in pins(lock).items():
        for version, entry in found:
            assert "--hash=sha256:" in entry, f"{name} {version}"
    text = (LOCKS / lock).read_text("utf-8")
    assert not re.search(r"^\S+ @ |://|--hash=(?!sha256:[0-9a-f]{64}\b)", text, re.MULTILINE)


def test_what_runs_is_the_same_in_every_lock():
    run, dev, ftm = ({name: {version for version, _ in found} for name, found in pins(lock).items()} for lock in ASKED)
    assert all(dev[name] == versions == ftm[name] for name, versions in run.items())


def test_make_installs_by_the_locks_alone():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    installs = re.findall(r"pip install ([^\n;]*)", makefile)
    assert installs
    assert all(words.startswith(("$(LOCKED)", "$(OURS)", "--quiet --python build/sbom --require-hashes")) for words in installs)
    assert "--require-hashes --no-deps" in re.search(r"^LOCKED := (.*)", makefile, re.MULTILINE)[1]
    assert "--no-deps --no-build-isolation" in re.search(r"^OURS := (.*)", makefile, re.MULTILINE)[1]


def test_every_licence_is_known_and_allowed_and_the_page_lists_it():
    said = subprocess.run([sys.executable, LOCKS / "licences.py", "--check"], capture_output=True, text=True)
    assert said.returncode == 0, said.stderr


@pytest.mark.parametrize(
    ("expression", "free"),
    [
        ("MIT", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("MPL-2.0 AND (Apache-2.0 OR MIT)", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-only AND (Apache-2.0 OR MIT)", False),
        ("AGPL-3.0-only", False),
        ("LGPL-3.0-only", False),
        ("CC-BY-NC-4.0", False),
        ("", False),
    ],
)
def test_a_licence_that_forbids_something_is_refused(expression, free, monkeypatch):
    monkeypatch.syspath_prepend(str(LOCKS))
    import licences

    assert licences.is_free(expression) is free
    page = f"\n## What runs with Rashomon\n\n| package | licence |\n|---|---|\n| somebody | {expression} |\n"
    assert bool(licences.refused(page)) is not free
