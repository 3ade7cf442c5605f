"""Groups of what belongs together, which never hold two that are known not to."""

from collections.abc import Callable, Collection, Iterable

ASKED = 20  # members of a group that are compared before it is joined with another, at most

Pair = tuple[str, str]


def clusters(
    items: Iterable[str],
    links: Iterable[tuple[float, str, str]],
    *,
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    unlike: Callable[[str, str], bool] | None = None,
    asked: Collection[str] = (),
) -> list[tuple[str, ...]]:
    """The items in groups: each group sorted, the groups in the order of their first items.

    `links` are (score, left, right), the surest followed first (constrained agglomeration). `same` and `different` are
    a person's word: `different` holds without exception, `same` holds unless it contradicts that. `apart` is the program's
    own "these two are not one", which only a person's `same` outranks. Two things that both go with a third are thus not
    joined through it once any pair of their groups is apart; `unlike` says so of pairs that nobody compared before: it is
    put to those members of two groups that are in `asked`, so that no chain of near likenesses joins what is far apart. The
    order of the arguments' items does not matter.
    """
    groups = _Groups(items, asked)
    for left, right in _ordered(different):
        groups.keep_apart(left, right)
    for left, right in _ordered(same):
        groups.join(left, right)
    for left, right in _ordered(apart):
        groups.keep_apart(left, right)
    for _, left, right in sorted((-score, min(left, right), max(left, right)) for score, left, right in links):
        if unlike is None or not groups.any_between(left, right, unlike):
            groups.join(left, right)
    return groups.listed()


def _ordered(pairs: Iterable[Pair]) -> list[Pair]:
    return sorted((min(pair), max(pair)) for pair in pairs)


class _Groups:
    """A partition under joins, with the groups that must not meet."""

    def __init__(self, items: Iterable[str], asked: Collection[str]) -> None:
        self.members = {item: [item] for item in items}  # by the group's root
        self.root = {item: item for item in self.members}
        self.asked = {item: [item] if item in asked else [] for item in self.members}  # root -> those that `unlike` is put to
        self.foes: dict[str, set[str]] = {item: set() for item in self.members}  # root -> roots it must not be joined with

    def keep_apart(self, left: str, right: str) -> None:
        one, other = self.root[left], self.root[right]
        if one != other:
            self.foes[one].add(other)
            self.foes[other].add(one)

    def any_between(self, left: str, right: str, unlike: Callable[[str, str], bool]) -> bool:
        """Whether one of the members of a group that are asked is unlike one of the other's; a pair that is linked is not."""
        one, other = self.asked[self.root[left]], self.asked[self.root[right]]
        return len(one) + len(other) > 2 and any(unlike(ours, theirs) for ours in one for theirs in other)

    def join(self, left: str, right: str) -> None:
        keep, gone = self.root[left], self.root[right]
        if keep == gone or gone in self.foes[keep]:
            return
        if len(self.members[keep]) < len(self.members[gone]):
            keep, gone = gone, keep
        for item in self.members[gone]:
            self.root[item] = keep
        self.members[keep] += self.members.pop(gone)
        self.asked[keep] = (self.asked[keep] + self.asked.pop(gone))[:ASKED]
        for foe in self.foes.pop(gone):
            self.foes[foe].discard(gone)
            self.foes[foe].add(keep)
            self.foes[keep].add(foe)

    def listed(self) -> list[tuple[str, ...]]:
        return sorted(tuple(sorted(group)) for group in self.members.values())
