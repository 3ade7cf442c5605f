"""Groups of what belongs together, which never hold two that are known not to."""

from collections.abc import Iterable

Pair = tuple[str, str]


def clusters(
    items: Iterable[str],
    links: Iterable[tuple[float, str, str]],
    *,
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> list[tuple[str, ...]]:
    """The items in groups: each group sorted, the groups in the order of their first items.

    `links` are (score, left, right), the surest followed first (constrained agglomeration). `same` and `different` are
    a person's word: `different` holds without exception, `same` holds unless it contradicts that. `apart` is the program's
    own "these two are not one", which only a person's `same` outranks. Two things that both go with a third are thus not
    joined through it once any pair of their groups is apart. The order of the arguments' items does not matter.
    """
    groups = _Groups(items)
    for left, right in _ordered(different):
        groups.keep_apart(left, right)
    for left, right in _ordered(same):
        groups.join(left, right)
    for left, right in _ordered(apart):
        groups.keep_apart(left, right)
    for _, left, right in sorted((-score, min(left, right), max(left, right)) for score, left, right in links):
        groups.join(left, right)
    return groups.listed()


def _ordered(pairs: Iterable[Pair]) -> list[Pair]:
    return sorted((min(pair), max(pair)) for pair in pairs)


class _Groups:
    """A partition under joins, with the groups that must not meet."""

    def __init__(self, items: Iterable[str]) -> None:
        self.members = {item: [item] for item in items}  # by the group's root
        self.root = {item: item for item in self.members}
        self.foes: dict[str, set[str]] = {item: set() for item in self.members}  # root -> roots it must not be joined with

    def keep_apart(self, left: str, right: str) -> None:
        one, other = self.root[left], self.root[right]
        if one != other:
            self.foes[one].add(other)
            self.foes[other].add(one)

    def join(self, left: str, right: str) -> None:
        keep, gone = self.root[left], self.root[right]
        if keep == gone or gone in self.foes[keep]:
            return
        if len(self.members[keep]) < len(self.members[gone]):
            keep, gone = gone, keep
        for item in self.members[gone]:
            self.root[item] = keep
        self.members[keep] += self.members.pop(gone)
        for foe in self.foes.pop(gone):
            self.foes[foe].discard(gone)
            self.foes[foe].add(keep)
            self.foes[keep].add(foe)

    def listed(self) -> list[tuple[str, ...]]:
        return sorted(tuple(sorted(group)) for group in self.members.values())
