"""What no regular expression of ours may do, whatever it reads: take for ever. Some grow with the square of a run of blanks."""

import json
import subprocess
import sys
from pathlib import Path

SQUARE = {  # take as the square of one run of the same, some tenths of a second for 3,000 of it: bounded, or to be mended
    ("rashomon.read.decoding", "_DECLARED"),  # sees the first bytes of a file only
    ("rashomon.extract.stance", "AUXILIARIES"),  # sees the 60 characters before a word of saying
    ("rashomon.extract.together", "JOINING"),
    ("rashomon.link.credits", ""),
    ("rashomon.link.origins", "_BEFORE"),
    ("rashomon.read.mail", "_FORWARDED"),
    ("rashomon.read.mail", "_BY"),
    ("rashomon.read.pages", "_AFTER"),
    ("rashomon.read.reddit", "_LINK"),
    ("rashomon.read.paragraphs", "_LINE"),
    ("rashomon.read.markdown", "_FIELD"),
    ("rashomon.read.markdown", "_HEADING"),
    ("rashomon.read.layout", "_NUMBER"),
    ("rashomon.read.layout", ""),
    ("rashomon.read.pdf", "_LINE"),
    ("rashomon.read.plain", ""),
    ("rashomon.read.transcripts", ""),
    ("rashomon.resolve.kinds", "FAMILY"),
    ("rashomon.resolve.headlines", "_DATELINE"),
}
FOR_EVER = 2.0  # seconds for 3,000 characters: what grows with the square alone takes a tenth of it


def test_none_takes_for_ever_and_no_other_grows_with_the_square():
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.regexes"], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    *found, last = map(json.loads, done.stdout.splitlines())
    assert last["tried"] > 300
    assert [one for one in found if one["seconds"] > FOR_EVER] == []
    assert [one for one in found if (one["module"], one["name"]) not in SQUARE] == []
