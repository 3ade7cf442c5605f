"""What a worker does: one stage on one part, as tables. Runs in any process; writes nothing."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rashomon.errors import WeightsError
from rashomon.model import Failure, Original
from rashomon.model.rows import TABLES
from rashomon.pipeline.finished import Finished
from rashomon.pipeline.stage import Stage
from rashomon.store.parts import KEPT, Growing, Part, to_kept

if TYPE_CHECKING:
    import pyarrow as pa

Made = dict[str, "pa.Table"]
ROOM = "Close what else holds memory and run the same command again; if it happens again, leave the file out and report it"
REPORT = "This is a fault of rashomon: please report it, with the file if you may show it"


def work_on_items(stage: Stage, items: Sequence[Any]) -> Made:
    """What a "document" stage makes of some items. An item on which it breaks is a Failure and costs no other.

    Raises WeightsError if a net's weights are missing or altered: that is no fault of any item.
    """
    try:
        return _made(stage, stage.run({stage.reads[0]: items}))
    except WeightsError:
        raise
    except Exception as error:
        if len(items) > 1:
            return _joined([work_on_items(stage, [item]) for item in items])
        told = f"memory ran out. {ROOM}" if isinstance(error, MemoryError) else f"{error}. {REPORT}"
        return _made(stage, [Failure(stage.name, name_of(items[0]), type(error).__name__, f"{told}.")])


def work_on_all(finished: Finished, work: tuple[Stage, Part | None]) -> Made:
    """What a "whole" stage makes of everything that it reads, and of what it kept with its last part, if there is one."""
    stage, last = work
    return _made(stage, stage.run(finished.tables(stage, last)))


def failure_alone(stage: Stage, item_id: str, error: str, message: str) -> Made:
    """The tables of a part that gave nothing but a Failure."""
    return _made(stage, [Failure(stage.name, item_id, error, message)])


def name_of(item: Any) -> str:
    """What a Failure calls the item: where a capture was found, else the record's id."""
    return str(item.capture.uri if isinstance(item, Original) else item.id)


def _made(stage: Stage, records: Iterable[Any]) -> Made:
    """The tables, filled as the records come: what a stage lets go need not be held until it ends."""
    tables = {name: Growing(TABLES[name]) for name in (*stage.writes, *stage.adds, "failures")}
    place = {TABLES[name]: table for name, table in tables.items()}
    kept: list[bytes] = []
    for record in records:
        if stage.keeps and isinstance(record, bytes):
            kept.append(record)
        else:
            place[type(record)].add(record)
    made = {name: table.table() for name, table in tables.items()}
    return {**made, KEPT: to_kept(kept)} if kept else made


def _joined(parts: Sequence[Made]) -> Made:
    import pyarrow as pa

    return {name: pa.concat_tables([part[name] for part in parts]) for name in parts[0]}
