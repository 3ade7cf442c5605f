"""Which format a case folder is in, and how an older one becomes the present one."""

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from rashomon.errors import CaseError
from rashomon.store.durable import place_bytes
from rashomon.store.judgements import add_columns
from rashomon.store.shelf import answers_together, bring_up, tables_apart

FORMAT = 4  # raise it, and give the step from the one before, whenever an older case could no longer be read


def _words_beside_judgements(case: Path) -> None:
    """Judgements get the words beside them and who took them back; the shelf gets an index of all words, for search."""
    add_columns(case / "people.sqlite")
    bring_up(case)


STEPS: Mapping[int, Callable[[Path], None]] = {  # format -> what makes a case of that format one of the next
    1: _words_beside_judgements,
    2: tables_apart,
    3: answers_together,
}


def format_of(case: Path) -> int:
    """The format of a case folder.

    Raises CaseError when it is no case, or one of a newer program.
    """
    try:
        number = int(tomllib.loads((case / "case.toml").read_text("utf-8"))["format"])
    except FileNotFoundError:
        raise CaseError(f"{case} is no case: it holds no case.toml. Make one with: rashomon read FILES --case {case}") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CaseError(f"{case / 'case.toml'} is damaged ({error}). Put it back from a copy of the case.") from error
    if number > FORMAT:
        raise CaseError(
            f"{case} was made by a newer rashomon (format {number}, this one knows {FORMAT}). Upgrade: pip install -U rashomon"
        )
    return number


def parts_of(case: Path) -> str:
    """The URL of the store in which a case has its parts; empty where they lie in its folder, or there is no case yet."""
    try:
        return str(tomllib.loads((case / "case.toml").read_text("utf-8")).get("parts", ""))
    except (OSError, ValueError):  # `format_of` says what is wrong
        return ""


def migrate(case: Path, drafts: Path, steps: Mapping[int, Callable[[Path], None]] = STEPS, to: int = FORMAT) -> None:
    """Brings an older case folder up, one format at a time; each step may be run again if it was interrupted."""
    for number in range(format_of(case), to):
        steps[number](case)
        text = (case / "case.toml").read_text("utf-8")
        place_bytes(re.sub(r"(?m)^format = \d+$", f"format = {number + 1}", text).encode(), case / "case.toml", drafts)
