"""Texts that nobody annotated as the packaged net reads them, in PolNeAR's form: more for a smaller net to learn from.

python training/attribution/unlabelled.py TEXTS.jsonl OUT.jsonl
"""

import json
import sys
from pathlib import Path

from rashomon.inference.attributor import ascriptions_in

ROLES = ("source", "cue", "content")


def annotated(line: str) -> str:
    """The line's text with who is said to say what in it."""
    row = json.loads(line)
    found = [
        {role: [[span.start, span.end] for span in getattr(one, role)] for role in ROLES} for one in ascriptions_in(row["text"])
    ]
    return json.dumps({"id": row["id"], "text": row["text"], "attributions": found})


if __name__ == "__main__":
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    Path(sys.argv[2]).write_text("".join(f"{annotated(line)}\n" for line in lines if line.strip()), "utf-8")
