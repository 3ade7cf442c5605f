"""What is done to a case while something fails: each act begins with a case as `made` leaves it, and may be done again.

The files that are read lie beside all copies of the case, for where a file lay is part of what is kept.

An act calls `noted` with whatever it was told is safe: from then on that may not be lost.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rashomon.demo import accounts
from rashomon.export.jsonl import write_jsonl
from rashomon.export.material import Material
from rashomon.pipeline.conduct import read_into, settle
from rashomon.pipeline.settings import Settings
from rashomon.pipeline.stage import Stage
from rashomon.store.case import Case

TEXTS = {
    "first.txt": "first: Four people died in Port Lys, the mayor said on Monday.\nagain: No one died.\n",
    "second.txt": "second: At least nine people died in Port Lys, a nurse said.\nno colon here\n",
    "third.txt": "third: The mayor of Port Lys denied that anybody had died.\n",
}
SETTINGS = Settings(workers=1, part_items=2)
Noted = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Act:
    """`made` prepares the case and the files beside it in a folder; `done` is what is disturbed."""

    name: str
    made: Callable[[Path, tuple[Stage, ...]], None]
    done: Callable[[Path, tuple[Stage, ...], Noted], None]


def files_for(folder: Path) -> Path:
    """The files to be read."""
    files = folder.parent / "files"
    if not files.exists():
        files.mkdir()
        for name, text in TEXTS.items():
            (files / name).write_text(text)
    return files


def read_all(folder: Path, stages: tuple[Stage, ...], noted: Noted) -> None:
    """Builds the case, or extends it."""
    read_into(Case.create(folder / "case"), [str(files_for(folder))], stages=stages, settings=SETTINGS)
    noted("read")


def read_one(folder: Path, stages: tuple[Stage, ...], noted: Noted) -> None:
    """A case of a single file: no second one makes anything of the first safe."""
    read_into(Case.create(folder / "case"), [str(files_for(folder) / "third.txt")], stages=stages, settings=SETTINGS)
    noted("read")


def read_two(folder: Path, stages: tuple[Stage, ...]) -> None:
    """A case of two files, with a word of Ann's on it."""
    paths = [str(files_for(folder) / name) for name in list(TEXTS)[:2]]
    _read_with_a_word(folder, paths, stages)


def read_accounts(folder: Path, stages: tuple[Stage, ...], noted: Noted) -> None:
    """The bundled accounts of every format, for the real stages."""
    read_into(Case.create(folder / "case"), [str(path) for path in accounts()], stages=stages, settings=SETTINGS)
    noted("read")


def read_some_accounts(folder: Path, stages: tuple[Stage, ...]) -> None:
    """A case of half of them, with a word of Ann's on it."""
    _read_with_a_word(folder, [str(path) for path in accounts()[::2]], stages)


def judge_and_settle(folder: Path, stages: tuple[Stage, ...], noted: Noted) -> None:
    """Two words more, one of them taken back, and what follows from them."""
    case = Case.open(folder / "case")
    with case.shelf as shelf:
        one, other = (row[0] for row in shelf.cells("voices", "id")[-2:])
    said = {(judgement.relation, judgement.user): judgement for judgement in case.judgements.all()}
    if ("note", "ben") not in said:
        case.judgements.add(one, "note", "", user="ben", text="see the photo", at="2031-05-07T13:00:00+00:00")
    noted("note ben")
    if ("different", "ben") not in said:
        case.judgements.add(one, "different", other, user="ben", at="2031-05-07T14:00:00+00:00")
    noted("different ben")
    if not said.get(("different", "ben")) or said["different", "ben"].retracted_at is None:
        case.judgements.retract(one, "different", other, user="ben")
    noted("retracted")
    settle(case, stages=stages)
    noted("settled")


def export_anew(folder: Path, stages: tuple[Stage, ...], noted: Noted) -> None:
    """The tables as JSON lines, over an older export, into the case's own folder so that the same disk is at fault."""
    read_into(Case.open(folder / "case"), [str(files_for(folder) / "third.txt")], stages=stages, settings=SETTINGS)
    write_jsonl(Material.of(folder / "case", lambda _records: b""), folder / "case" / "out")
    noted("exported")


def _exported(folder: Path, stages: tuple[Stage, ...]) -> None:
    read_two(folder, stages)
    write_jsonl(Material.of(folder / "case", lambda _records: b""), folder / "case" / "out")


def _read_with_a_word(folder: Path, paths: list[str], stages: tuple[Stage, ...]) -> None:
    case = Case.create(folder / "case")
    read_into(case, paths, stages=stages, settings=SETTINGS)
    with Case.open(folder / "case").shelf as shelf:
        one, other = (row[0] for row in shelf.cells("voices", "id")[:2])
    case.judgements.add(one, "same", other, user="ann", at="2031-05-07T12:00:00+00:00")


ACTS = (
    Act("read", lambda _folder, _stages: None, read_all),
    Act("one", lambda _folder, _stages: None, read_one),
    Act("extend", read_two, read_all),
    Act("judge", read_two, judge_and_settle),
    Act("export", _exported, export_anew),
)
REAL_ACTS = (
    Act("accounts", lambda _folder, _stages: None, read_accounts),
    Act("more accounts", read_some_accounts, read_accounts),
)
