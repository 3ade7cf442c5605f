"""What a stage is: a plain function from records to records, with what it reads and writes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Tables = Mapping[str, Sequence[Any]]  # table name -> its records (model/rows.py names the tables)


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the flow.

    `cut` says how the work is divided: "document" stages get any subset of the items of their first table and must give
    the same records whatever the subset; "whole" stages get everything. `run` yields records of the tables in `writes`,
    and a Failure for each item that could not be done. `version` goes up whenever the same input would give other records.
    `weights` names the installed packages whose nets it runs, `nets` those of our own catalog: another version or another
    hash of one of them, and the work is done anew. `heeds` are the kinds of items, as their ids begin ("men"), on which a
    person's word changes what the stage makes: a word on others is no reason to do it anew. `manner` is what its runs say
    beside the version, as "by rules alone". A stage cut "always" gets everything at every run, for what it makes hangs on more
    than its tables; what follows is done anew only where that differs. It writes no table, but `adds` to those of others.
    A "whole" stage that `keeps` may yield bytes beside its records, and finds them, in the order yielded, as the table "kept"
    at its next run by the same version, settings and weights. They spare it what it has found out before, and change nothing
    of what it makes; there may be none. It `overlooks` lists of the records that it reads ("members.reasons"), and finds them
    empty: of a large case they are most of the memory, and of the time that reading takes.
    """

    name: str
    version: int
    cut: Literal["document", "whole", "always"]
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    run: Callable[[Tables], Iterable[Any]]
    weights: tuple[str, ...] = ()
    nets: tuple[str, ...] = ()
    heeds: tuple[str, ...] = ()
    manner: str = ""
    adds: tuple[str, ...] = ()
    keeps: bool = False
    overlooks: tuple[str, ...] = ()


def side_by_side(stages: Iterable[Stage]) -> list[list[Stage]]:
    """The stages in their order, those together that stand next to each other, are "whole" and need nothing of each other."""
    groups: list[list[Stage]] = []
    for stage in stages:
        if groups and stage.cut == "whole" and all(_is_free_of(stage, other) for other in groups[-1]):
            groups[-1].append(stage)
        else:
            groups.append([stage])
    return groups


def _is_free_of(stage: Stage, other: Stage) -> bool:
    return other.cut == "whole" and not {*stage.reads} & {*other.writes, *other.adds}
