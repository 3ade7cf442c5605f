"""Work cut into parts."""

from collections.abc import Iterable

from rashomon.pipeline.settings import Settings


def cut(sizes: Iterable[tuple[str, int]], settings: Settings) -> list[list[str]]:
    """The ids of the items in order, in parts that are neither too many items nor too much to read at once."""
    parts: list[list[str]] = []
    filled = 0
    for item_id, size in sizes:
        if not parts or len(parts[-1]) >= settings.part_items or filled + size > settings.part_size:
            parts.append([])
            filled = 0
        parts[-1].append(item_id)
        filled += size
    return parts
