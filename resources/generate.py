"""resources/*.yaml -> src/rashomon/text/lexicon/*.json: run after editing a list; `--check` fails where they differ."""

import json
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).parent
THERE = HERE.parent / "src" / "rashomon" / "text" / "lexicon"


def main(check: bool) -> int:
    """Writes every list, or with `check` only compares; returns the exit code."""
    stale = []
    for source in sorted(HERE.glob("*.yaml")):
        target = THERE / f"{source.stem}.json"
        made = json.dumps(yaml.safe_load(source.read_text("utf-8")), ensure_ascii=False, indent=0) + "\n"
        if not target.exists() or target.read_text("utf-8") != made:
            stale.append(target.name)
            if not check:
                target.write_text(made, "utf-8")
    if check and stale:
        print(f"out of date: {', '.join(stale)}; run python resources/generate.py")  # noqa: T201
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
