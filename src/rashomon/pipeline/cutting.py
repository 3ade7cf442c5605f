"""Work cut into parts."""

from collections.abc import Sequence

from rashomon.pipeline.settings import Settings

A_WORKER = 4  # parts for each worker, at least: so that they end at about the same time


def cut(sizes: Sequence[tuple[str, int]], settings: Settings, *, workers: int) -> list[list[str]]:
    """The ids of the items in order, in parts that are neither too many items nor too much to do at once."""
    most = settings.part_size
    if workers:
        most = min(most, sum(size for _, size in sizes) // (A_WORKER * workers) + 1)
    parts: list[list[str]] = []
    filled = 0
    for item_id, size in sizes:
        if not parts or len(parts[-1]) >= settings.part_items or filled + size > most:
            parts.append([])
            filled = 0
        parts[-1].append(item_id)
        filled += size
    return parts
